use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::{Added, Incoming, Suggest};
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::model::Ask;
use crate::progress::Line;
use crate::text::{entry, foreign, indented, table};
use crate::{files, open, output};

/// Preserve documents and propose the claims read in them
///
/// The bytes are kept exactly as they are. Texts (txt, md, html) are read for claims, which wait for a decision
/// (cairn claims); tables are kept for cairn import. The same file again adds nothing.
#[derive(Debug, Args)]
pub struct Add {
    /// The register
    dir: PathBuf,
    /// Files to preserve, - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The day the documents bear: weekdays and "past six days" count from it
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// The outlet
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Title, when the file states none
    #[arg(long)]
    title: Option<String>,
    /// Language code, such as ar; detected when absent
    #[arg(long, value_name = "xx")]
    lang: Option<String>,
    #[command(flatten)]
    ask: Ask,
}

#[derive(Serialize)]
struct Answer {
    documents: Vec<Added>,
}

impl Add {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let model = self.ask.model()?;
        let mut incoming = Vec::new();
        for path in &self.files {
            incoming.push(Incoming {
                name: files::name(path),
                bytes: files::read(path)?,
                published: self.published.clone(),
                publisher: self.publisher.clone(),
                title: self.title.clone(),
                lang: self.lang.clone(),
            });
        }
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let mut asked = model.as_deref();
        let suggest = asked.as_mut().map(|m| m as &mut dyn Suggest);
        let documents = session.add_with(&incoming, suggest, &mut Line::new(global.quiet))?;
        if let Some(model) = &model {
            model.report();
        }
        let dir = self.dir.display().to_string();
        output::print(global.format(), &Answer { documents }, Some("documents"), |a| words(a, &dir))?;
        Ok(Outcome::Done)
    }
}

fn words(answer: &Answer, dir: &str) -> String {
    let row = |d: &Added| {
        let state = if d.batch.is_some() { "added" } else { "here already" };
        vec![d.doc.short(), d.kind.to_owned(), state.to_owned(), d.claims.to_string(), foreign(&d.name)]
    };
    let rows: Vec<Vec<String>> = answer.documents.iter().map(row).collect();
    let mut out = table(&["document", "kind", "state", "claims", "file"], &rows, &[3]);
    for template in answer.documents.iter().filter_map(|d| d.template.as_ref()) {
        let filled = format!(
            "The template of {} filled in {} of {} numbers.",
            foreign(&template.publisher),
            template.filled,
            template.filled + template.missing.len() + template.changed.len()
        );
        out.push_str(&format!("\n{}", indented(&filled, 0)));
        for missing in &template.missing {
            out.push_str(&entry("missing", &foreign(missing), 10));
        }
        for changed in &template.changed {
            let words = format!("{}; the text has “{}”", foreign(&changed.slot), foreign(&changed.line));
            out.push_str(&entry("changed", &words, 10));
        }
        if template.form_changed {
            out.push_str(&indented("The form seems to have changed, so nothing was filled in.", 0));
        }
    }
    if answer.documents.iter().any(|d| d.claims > 0) {
        out.push_str(&format!("\nNext: cairn claims {dir} list\n"));
    }
    if answer.documents.iter().any(|d| d.kind == "table") {
        out.push_str(&format!("\nNext: cairn import {dir} FILE\n"));
    }
    out
}
