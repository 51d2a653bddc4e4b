//! Texts in, claims out: on all cores, in the order given, a few texts in memory at a time.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use cairn_extract::{Claim, Request};
use cairn_read::Content;
use cairn_work::Progress;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::failure::{Failure, Result};
use crate::files;
use crate::model::Model;
use crate::progress::{Line, stop_flag};
use crate::text::foreign;
use crate::walk::Found;

/// Texts read at one time, for each core: enough that an uneven one keeps nobody waiting for long.
const PER_CORE: usize = 16;
/// Bytes of files read at one time, unless a single file is larger.
const AT_ONCE: u64 = 32 << 20;

/// A text and what was read in it.
pub struct ReadText {
    /// File name or id.
    pub name: String,
    /// The text.
    pub text: String,
    /// Its title, where the format states one.
    pub title: Option<String>,
    /// Its language, as stated or detected.
    pub lang: Option<String>,
    /// What was read in it.
    pub claims: Vec<Claim>,
}

/// How texts are read.
#[derive(Debug, Clone, Default)]
pub struct How {
    /// The day the texts bear.
    pub published: Option<Date>,
    /// Language code.
    pub lang: Option<String>,
    /// With the chain of rules.
    pub explain: bool,
    /// Asked too.
    pub model: Option<Arc<Model>>,
}

impl How {
    /// Reads one text.
    ///
    /// # Errors
    /// When the model that is asked too does not answer.
    pub fn read(
        &self,
        name: String,
        text: String,
        lang: Option<&str>,
        published: Option<Date>,
    ) -> Result<ReadText> {
        let lang = self.lang.as_deref().or(lang);
        let published = published.or(self.published);
        let request = Request { text: &text, published, lang };
        let mut claims = if self.explain {
            cairn_extract::extract_explained(&request)
        } else {
            cairn_extract::extract(&request)
        };
        if let Some(model) = &self.model {
            model.join(&mut claims, &text, published)?;
        }
        let lang = lang.map(str::to_owned).or_else(|| cairn_extract::detect(&text).map(str::to_owned));
        Ok(ReadText { name, text, title: None, lang, claims })
    }

    /// Reads one file. The inner error is why a file met in a folder is passed over.
    fn file(&self, found: &Found) -> Result<std::result::Result<ReadText, String>> {
        let name = found.path.display().to_string();
        if let Some(why) = &found.refused {
            return pass(found, format!("{name}: {why}"));
        }
        let bytes = match files::read(&found.path) {
            Ok(bytes) => bytes,
            Err(why) => return pass(found, why.to_string()),
        };
        match cairn_read::read(&bytes, &name) {
            Err(why) => pass(found, why.to_string()),
            Ok(Content::Table(_)) => {
                pass(found, format!("{name}: this is a table, not a text: use 'cairn import' on a register"))
            }
            Ok(Content::Text(t)) => {
                let read = self.read(name, t.text, t.lang.as_deref(), None)?;
                Ok(Ok(ReadText { title: t.title, ..read }))
            }
        }
    }

    /// Reads files on all cores and hands each result of `render` to `take`, in the order of the files; gives how
    /// many texts were read and how many files passed over. What is passed over is said on standard error.
    ///
    /// # Errors
    /// When a file that was named cannot be read, `take` fails, or Ctrl-C was pressed.
    pub fn files<T: Send>(
        &self,
        mut found: impl Iterator<Item = Found>,
        line: &mut Line,
        render: impl Fn(ReadText) -> T + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<(u64, u64)> {
        let (mut done, mut passed) = (0, 0);
        loop {
            let some = some(&mut found);
            if some.is_empty() {
                return Ok((done, passed));
            }
            let read: Vec<Result<std::result::Result<T, String>>> = some
                .par_iter()
                .map(|f| {
                    stopped(done)?;
                    Ok(self.file(f)?.map(&render))
                })
                .collect();
            for result in read {
                match result? {
                    Ok(rendered) => {
                        take(rendered)?;
                        done += 1;
                    }
                    Err(why) => {
                        line.say(&format!("passed over: {}", foreign(&why)));
                        passed += 1;
                    }
                }
            }
            line.at("reading texts", done, None);
            stopped(done)?;
        }
    }
}

fn pass(found: &Found, why: String) -> Result<std::result::Result<ReadText, String>> {
    if found.named { Err(Failure::new(why)) } else { Ok(Err(why)) }
}

/// The next files to read at one time.
fn some(found: &mut impl Iterator<Item = Found>) -> Vec<Found> {
    let most = PER_CORE * rayon::current_num_threads();
    let mut out = Vec::new();
    let mut bytes = 0;
    while out.len() < most && bytes < AT_ONCE {
        let Some(next) = found.next() else { break };
        let is_input = next.path == Path::new("-");
        bytes += if is_input { AT_ONCE } else { std::fs::metadata(&next.path).map_or(0, |m| m.len()) };
        out.push(next);
    }
    out
}

/// An error once Ctrl-C was pressed.
pub fn stopped(done: u64) -> Result<()> {
    if stop_flag().load(Ordering::SeqCst) {
        return Err(Failure::new(format_args!("stopped after {done} texts: the answer is not whole")));
    }
    Ok(())
}
