use std::path::{Path, PathBuf};
use std::time::Instant;

use cairn_register::Access;
use cairn_work::{Hit, How, Indexing, SearchAnswer, Session, Snippet};
use clap::Args;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, foreign, number};
use crate::{open, output};

/// Look for words in names, identifiers, places, documents and figures
///
/// In any script: marks, forms of letters, case and digits make no difference, and names are also found by their
/// sound, so that one in Latin letters finds the same in Arabic, Hebrew, Cyrillic or Greek ones. The best stand first:
/// the words together, all words, beginnings of words, sounds, parts of words.
#[derive(Debug, Args)]
pub struct Search {
    /// The register
    dir: PathBuf,
    /// The words
    #[arg(required = true)]
    text: Vec<String>,
    /// Only what is of this kind: document, source, person, group, incident, figure, …; may be repeated
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// How many to show
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// The register at a moment: a position, a batch or a date
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

/// Fill the search index
///
/// An import does this itself when it is done. After a rebuild, or when it was stopped, this goes on where it stopped.
#[derive(Debug, Args)]
pub struct Index {
    /// The register
    dir: PathBuf,
}

impl Search {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let answer = session.search(&self.text.join(" "), &self.kind, self.limit, self.at.as_deref())?;
        let dir = self.dir.display().to_string();
        output::print(global.format(), &answer, Some("hits"), |a| text(a, &dir))?;
        Ok(Outcome::Done)
    }
}

impl Index {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let done = session.index(&mut Line::new(global.quiet))?;
        output::print(global.format(), &done, None, |done: &Indexing| {
            format!("{} entries are found by search.\n", number(done.done))
        })?;
        Ok(Outcome::Done)
    }
}

/// Fills the search index after a command that wrote; says on standard error how long it took. What it was stopped
/// at stands, and what the command wrote stands in any case.
pub fn fill(session: &mut Session, dir: &Path, global: &Global) -> Result<()> {
    if session.indexing()?.is_whole() {
        return Ok(());
    }
    let started = Instant::now();
    let mut line = Line::new(global.quiet);
    let filled = session.index(&mut line);
    drop(line);
    match filled {
        Ok(_) if global.quiet => Ok(()),
        Ok(_) => {
            eprintln!("indexed for search in {:.1} s", started.elapsed().as_secs_f64());
            Ok(())
        }
        Err(cairn_work::Error::Cancelled) => {
            eprintln!("the search index is not whole: go on with 'cairn index {}'", dir.display());
            Ok(())
        }
        Err(e) => Err(e.into()),
    }
}

fn text(answer: &SearchAnswer, dir: &str) -> String {
    let mut out = String::new();
    for hit in &answer.hits {
        out.push_str(&self::hit(hit));
        out.push('\n');
    }
    let kinds: Vec<String> = answer.kinds.iter().map(|(kind, n)| format!("{kind} {}", number(*n))).collect();
    let shown = answer.hits.len() as u64;
    out.push_str(&match answer.total {
        0 if kinds.is_empty() => "Nothing of that is on record.\n".to_owned(),
        total if total == shown => format!("{} found: {}.\n", number(total), kinds.join(", ")),
        total => format!("{} of {} shown; {}.\n", number(shown), number(total), kinds.join(", ")),
    });
    if let Some(i) = answer.indexing {
        let far = format!("Indexing {} of {}: not everything is found yet.", number(i.done), number(i.total));
        out.push_str(&format!("{far} Run: cairn index {dir}\n"));
    }
    out
}

fn hit(hit: &Hit) -> String {
    let how = match hit.how {
        How::Phrase | How::Words => "",
        How::Beginning => ", begins so",
        How::Sound => ", sounds so",
        How::Part => ", holds it",
    };
    let mut out = entry(hit.kind, &format!("{}{how}", foreign(&hit.title)), 13);
    if hit.snippet.text != hit.title || !hit.snippet.marks.is_empty() {
        out.push_str(&entry("", &marked(&hit.snippet), 13));
    }
    let place: Vec<String> =
        [hit.document.as_deref().map(foreign), hit.at.clone()].into_iter().flatten().collect();
    if !place.is_empty() {
        out.push_str(&entry("in", &place.join(", "), 13));
    }
    out + &entry("id", &hit.id.to_string(), 13)
}

/// The words with what was found in brackets.
fn marked(snippet: &Snippet) -> String {
    let mut out = String::new();
    for (i, c) in snippet.text.chars().enumerate() {
        if snippet.marks.iter().any(|(from, _)| *from == i) {
            out.push('【');
        }
        out.push(c);
        if snippet.marks.iter().any(|(_, to)| *to == i + 1) {
            out.push('】');
        }
    }
    foreign(&out)
}
