use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use cairn_extract::Claim;
use clap::Args;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::speaker;
use crate::cli::{Format, Global};
use crate::failure::{Failure, Outcome, Result};
use crate::model::Ask;
use crate::page::Pages;
use crate::progress::Line;
use crate::reading::{How, ReadText, stopped};
use crate::text::{entry, foreign, number, range};
use crate::walk::Walk;
use crate::{files, output};

/// Read claims in files, without a register
///
/// Prints every figure that a text gives: who says how many of what, where, when, with which qualifier, and the exact
/// words. Offsets count Unicode scalar values of the text as read. Works offline, on all cores, and prints as it
/// reads, so that memory does not grow with the number of files.
#[derive(Debug, Args)]
pub struct Extract {
    /// Texts to read, or folders of them, - for standard input
    ///
    /// Folders are read with all folders in them, by name; hidden files are left out, and what is no text is passed
    /// over with a word on standard error.
    #[arg(value_name = "FILE", required_unless_present = "passages")]
    files: Vec<PathBuf>,
    /// The day the texts bear
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// Language code, such as ar; detected when absent
    #[arg(long, value_name = "xx")]
    lang: Option<String>,
    /// Add the rules that fired to every claim
    #[arg(long)]
    explain: bool,
    /// Write the texts with their claims marked, as pages to look at
    ///
    /// One page when the name ends in .html, else a folder with a page a text and an index. The pages need nothing
    /// beside them: no script, no request.
    #[arg(long, value_name = "FILE.html|DIR", conflicts_with = "passages")]
    html: Option<PathBuf>,
    /// Read {"passages":[{"id","text","document_date","lang"}]} and answer [{"id","claims":[…]}]
    #[arg(long, value_name = "FILE.json", conflicts_with = "files")]
    passages: Option<PathBuf>,
    #[command(flatten)]
    ask: Ask,
}

#[derive(Serialize)]
struct InFile<'a> {
    file: &'a str,
    #[serde(flatten)]
    claim: &'a Claim,
}

#[derive(Deserialize)]
struct Passages {
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    text: String,
    #[serde(default)]
    document_date: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct OfPassage {
    id: String,
    claims: Vec<Claim>,
}

/// Columns of the CSV answer. They are known before the first text is read; the last one is there with --explain, and
/// where a model is asked, whose claims it marks.
const COLUMNS: [&str; 28] = [
    "file",
    "kind",
    "quote",
    "start",
    "end",
    "metric",
    "low",
    "high",
    "unit",
    "qualifier",
    "by_rule",
    "cumulative",
    "group",
    "party_affected",
    "place",
    "period",
    "resolved_from",
    "resolved_to",
    "source",
    "source_candidates",
    "responsible",
    "responsible_said_by",
    "stance",
    "negated",
    "hypothetical",
    "part_of",
    "score",
    "reasons",
];

impl Extract {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let published = self.published.as_deref().map(date).transpose()?;
        let how = How { published, lang: self.lang.clone(), explain: self.explain, model: self.ask.model()? };
        match (&self.passages, &self.html) {
            (Some(path), _) => passages(path, &how)?,
            (None, Some(html)) => self.pages(html, &how, global)?,
            (None, None) => self.print(&how, global)?,
        }
        if let Some(model) = &how.model {
            model.report();
        }
        Ok(Outcome::Done)
    }

    fn print(&self, how: &How, global: &Global) -> Result<()> {
        let format = global.format();
        let reasons = self.explain || how.model.is_some();
        let mut out = Out::new(format, reasons);
        let rendered = |text: ReadText| render(format, reasons, &text);
        let mut line = Line::new(global.quiet);
        how.files(Walk::new(&self.files)?, &mut line, rendered, |items| out.items(&items?))?;
        out.finish()
    }

    fn pages(&self, html: &Path, how: &How, global: &Global) -> Result<()> {
        let inside = |folder: &PathBuf| {
            let whole = |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_owned());
            folder.is_dir() && whole(html).starts_with(whole(folder))
        };
        if let Some(folder) = self.files.iter().find(|f| inside(f)) {
            return Err(Failure::new(format_args!(
                "{}: the pages would be read as texts: put them outside {}",
                html.display(),
                folder.display()
            )));
        }
        let found = Walk::new(&self.files)?;
        let mut pages = Pages::create(html)?;
        let (mut claims, mut line) = (0, Line::new(global.quiet));
        let (texts, passed) = how.files(found, &mut line, crate::page::Section::new, |section| {
            claims += section.claims as u64;
            pages.add(&section)
        })?;
        drop(line);
        let page = pages.finish()?.display().to_string();
        let answer = json!({ "page": page, "texts": texts, "claims": claims, "passed_over": passed });
        output::print(global.format(), &answer, None, |_| {
            let passed =
                if passed > 0 { format!(", {} files passed over", number(passed)) } else { String::new() };
            format!("{} claims in {} texts{passed}: {page}\n", number(claims), number(texts))
        })
    }
}

/// What is printed of one text, made on the core that read it.
fn render(format: Format, reasons: bool, text: &ReadText) -> Result<Vec<String>> {
    if format == Format::Table {
        return Ok(vec![words(text)]);
    }
    let item = |claim: &Claim| -> Result<String> {
        let item = InFile { file: &text.name, claim };
        if format == Format::Json {
            let pretty = serde_json::to_string_pretty(&item).map_err(Failure::new)?;
            return Ok(format!("  {}", pretty.replace('\n', "\n  ")));
        }
        let value = serde_json::to_value(item).map_err(Failure::new)?;
        let columns = &COLUMNS[..COLUMNS.len() - usize::from(!reasons)];
        let cell = |name: &&str| match value.get(*name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => output::cell(text),
            Some(other) => output::cell(&other.to_string()),
        };
        Ok(columns.iter().map(cell).collect::<Vec<_>>().join(","))
    };
    text.claims.iter().map(item).collect()
}

/// Standard output, written item by item.
struct Out {
    to: BufWriter<std::io::Stdout>,
    format: Format,
    reasons: bool,
    begun: bool,
}

impl Out {
    fn new(format: Format, reasons: bool) -> Self {
        Self { to: BufWriter::with_capacity(1 << 16, std::io::stdout()), format, reasons, begun: false }
    }

    fn put(&mut self, text: &str) -> Result<()> {
        match self.to.write_all(text.as_bytes()) {
            // A reader that has gone away (`| head`) has what it wanted: nothing is left to do.
            Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
            other => Ok(other?),
        }
    }

    fn begin(&mut self) -> Result<()> {
        self.begun = true;
        match self.format {
            Format::Json => self.put("["),
            Format::Csv => {
                let columns = COLUMNS[..COLUMNS.len() - usize::from(!self.reasons)].join(",");
                self.put(&format!("{columns}\n"))
            }
            Format::Table => Ok(()),
        }
    }

    fn items(&mut self, items: &[String]) -> Result<()> {
        for item in items {
            let first = !self.begun;
            if first {
                self.begin()?;
            }
            match self.format {
                Format::Json => {
                    self.put(if first { "\n" } else { ",\n" })?;
                    self.put(item)?;
                }
                Format::Csv => self.put(&format!("{item}\n"))?,
                Format::Table => self.put(item)?,
            }
        }
        Ok(())
    }

    /// Only a whole answer is closed: what was stopped half way does not read as JSON.
    fn finish(mut self) -> Result<()> {
        let empty = !self.begun;
        if empty {
            self.begin()?;
        }
        if self.format == Format::Json {
            self.put(if empty { "]\n" } else { "\n]\n" })?;
        }
        match self.to.flush() {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.into()),
            _ => Ok(()),
        }
    }
}

/// Passages read at one time.
const AT_ONCE: usize = 256;

fn passages(path: &Path, how: &How) -> Result<()> {
    let text = files::read_text(path)?;
    let bad = |e| Failure::new(format_args!("{}: {e}", path.display()));
    let mut input = serde_json::from_str::<Passages>(&text).map_err(bad)?.passages.into_iter();
    drop(text);
    let mut out = Out::new(Format::Json, false);
    let mut done = 0;
    loop {
        let some: Vec<Passage> = input.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return out.finish();
        }
        done += some.len() as u64;
        let one = |p: Passage| -> Result<String> {
            let published = p.document_date.as_deref().map(date).transpose()?;
            let lang = p.lang.or_else(|| how.lang.clone());
            let read =
                How { lang: None, ..how.clone() }.read(String::new(), p.text, lang.as_deref(), published)?;
            let item = OfPassage { id: p.id, claims: read.claims };
            let pretty = serde_json::to_string_pretty(&item).map_err(Failure::new)?;
            Ok(format!("  {}", pretty.replace('\n', "\n  ")))
        };
        let read: Result<Vec<String>> = some.into_par_iter().map(one).collect();
        out.items(&read?)?;
        stopped(done)?;
    }
}

/// A day given on the command line or in a file.
pub fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Failure::new(cairn_work::Error::Date(text.to_owned())))
}

/// A claim in one line: `killed: 1,400 or more people; Harvenna; in the past six days`.
pub fn describe(c: &Claim) -> String {
    let unit = c.unit.as_deref().map(foreign);
    let number = match (c.low, c.high, &unit) {
        _ if c.by_rule => format!("{}, number only in words", unit.as_deref().unwrap_or("count")),
        (None, None, Some(unit)) => format!("{unit}, number not stated"),
        (low, high, Some(unit)) => format!("{} {unit}", range(low, high)),
        (low, high, None) => range(low, high),
    };
    let mut out = format!("{}: {number}", c.metric.code());
    let mut add = |label: &str, words: &Option<String>| {
        if let Some(words) = words {
            out.push_str(&format!("{label}{}", foreign(words)));
        }
    };
    add(", of them ", &c.group);
    add("; of ", &c.party_affected);
    add("; place ", &c.place);
    add("; ", &c.period);
    add("; done by ", &c.responsible);
    if c.negated {
        out.push_str("; denied");
    }
    if c.hypothetical {
        out.push_str("; not said to have happened");
    }
    out
}

fn words(text: &ReadText) -> String {
    let file = &text.name;
    if text.claims.is_empty() {
        return format!("{}: no claim found\n", foreign(file));
    }
    let one = |c: &Claim| {
        let at = format!("{}-{}", c.start, c.end);
        let said = format!("said by {}", speaker(c.source.as_deref(), file));
        let reasons: String =
            c.reasons.iter().map(|r| entry("", &format!("{}: {}", r.rule, foreign(&r.words)), 13)).collect();
        let quote = format!("“{}”", foreign(&c.quote));
        format!(
            "{}{}{}{reasons}\n",
            entry(&at, &describe(c), 13),
            entry("", &said, 13),
            entry("", &quote, 13)
        )
    };
    text.claims.iter().map(one).collect()
}
