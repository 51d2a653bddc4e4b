use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::{HistoryRow, Shown, Words};
use clap::Args;

use super::extract::describe;
use super::{said, speaker};
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{entry, foreign, number};
use crate::{open, output};

/// Open an id: account, document, source, claim or batch
///
/// An account opens to who said it, in which document, at which place, in what words, and to the batch that holds it.
#[derive(Debug, Args)]
pub struct Show {
    /// The register
    dir: PathBuf,
    /// An id as other commands print it, eight or more digits of a document's id, or its file name
    id: String,
}

impl Show {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let shown = session.show(&self.id)?;
        output::print(global.format(), &shown, None, text)?;
        Ok(Outcome::Done)
    }
}

/// The words an account stands on: the quote in its sentence, or the cells of the row.
pub fn words(words: &Words, document: &str) -> String {
    let mut out = entry("in", &format!("{}, {}", foreign(document), words.at), 13);
    if let Some(quote) = &words.quote {
        let (before, after) = words.around.clone().unwrap_or_default();
        let context = format!("…{}【{}】{}…", foreign(&before), foreign(quote), foreign(&after));
        out.push_str(&entry("words", &context, 13));
    }
    for (name, cell) in words.cells.iter().flatten() {
        let cell = if cell.is_empty() { "(empty)".to_owned() } else { foreign(cell) };
        out.push_str(&entry(&format!("  {}", foreign(name)), &cell, 15));
    }
    out
}

fn text(shown: &Shown) -> String {
    match shown {
        Shown::Account { id, said_by, published_by, document, words: w, account, personal, batch, bound } => {
            let mut out = entry("account", &id.to_string(), 13);
            out.push_str(&entry("said by", &speaker(said_by.as_deref(), document), 13));
            if let Some(outlet) = published_by {
                out.push_str(&entry("published by", &foreign(outlet), 13));
            }
            out.push_str(&words(w, document));
            out.push_str(&said::words(account, personal));
            out.push_str(&said::bound(bound));
            out + &self::batch(batch)
        }
        Shown::Document { document: d, publisher, claims, accounts } => {
            let mut out = entry("document", &d.doc.to_string(), 13);
            out.push_str(&entry("file", &foreign(&d.name), 13));
            for (term, value) in [("title", &d.title), ("published", &d.published), ("publisher", publisher)]
            {
                let value = value.as_deref().map_or_else(|| "not stated".to_owned(), foreign);
                out.push_str(&entry(term, &value, 13));
            }
            out.push_str(&entry("bytes", &number(d.bytes), 13));
            out.push_str(&entry("claims", &number(*claims as i64), 13));
            out + &entry("accounts", &number(*accounts as i64), 13)
        }
        Shown::Source { id, source } => {
            let alias = if source.protected { " (an alias: the source is protected)" } else { "" };
            format!(
                "{}{}",
                entry("source", &id.to_string(), 13),
                entry("name", &format!("{}{alias}", foreign(&source.name)), 13)
            )
        }
        Shown::Claim { claim, words: w } => {
            let mut out = entry("claim", &claim.id, 13);
            out.push_str(&entry("read as", &describe(&claim.claim), 13));
            out.push_str(&entry("said by", &speaker(claim.claim.source.as_deref(), &claim.document), 13));
            out + &words(w, &claim.document)
        }
        Shown::Batch { batch } => self::batch(batch),
    }
}

fn batch(row: &HistoryRow) -> String {
    let who = row.actor.as_deref().map_or_else(|| "somebody".to_owned(), foreign);
    let mut out = entry("batch", &format!("{}: {} by {who}, {}", row.batch, row.act, row.time), 13);
    if let Some(reason) = &row.reason {
        out.push_str(&entry("reason", &foreign(reason), 13));
    }
    if let Some(by) = row.undone_by {
        out.push_str(&entry("", &format!("undone by {by}: it no longer counts"), 13));
    }
    out
}
