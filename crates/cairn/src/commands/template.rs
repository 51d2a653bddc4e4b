use std::path::PathBuf;

use cairn_extract::template::{Applied, Template as Learned};
use cairn_register::Access;
use cairn_work::{Incoming, TemplateRow};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::extract::describe;
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{entry, foreign, indented, table};
use crate::{files, open, output};

/// Show what was learned of the fixed forms of bulletins
///
/// Once claims of two documents of a publisher are accepted, the words that stand around the same numbers in both are
/// its template. It fills in the next document that is added with that publisher; what it fills in waits for a decision
/// like any claim.
#[derive(Debug, Args)]
pub struct Template {
    /// The register
    dir: PathBuf,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Show the publishers that have a template
    List,
    /// Show the numbers of a template and the words around them
    Show {
        /// The publisher
        publisher: String,
    },
    /// Lay a template over a text without adding it
    Apply {
        /// The publisher
        publisher: String,
        /// The text, - for standard input
        file: PathBuf,
        /// The day the text bears
        #[arg(long, value_name = "YYYY-MM-DD")]
        published: Option<String>,
    },
}

#[derive(Serialize)]
struct Listed {
    templates: Vec<TemplateRow>,
}

impl Template {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        match &self.verb {
            Verb::List => {
                let listed = Listed { templates: session.templates()? };
                output::print(global.format(), &listed, Some("templates"), list)?;
            }
            Verb::Show { publisher } => {
                output::print(global.format(), &session.template(publisher)?, Some("slots"), show)?;
            }
            Verb::Apply { publisher, file, published } => {
                let incoming = Incoming {
                    name: files::name(file),
                    bytes: files::read(file)?,
                    published: published.clone(),
                    ..Incoming::default()
                };
                let applied = session.apply_template(publisher, &incoming)?;
                output::print(global.format(), &applied, Some("claims"), apply)?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn list(l: &Listed) -> String {
    if l.templates.is_empty() {
        return "No publisher has a template yet: accept claims of two of its documents, added with --publisher.\n".to_owned();
    }
    let row = |t: &TemplateRow| vec![foreign(&t.publisher), t.examples.to_string(), t.slots.to_string()];
    let rows: Vec<Vec<String>> = l.templates.iter().map(row).collect();
    table(&["publisher", "examples", "numbers"], &rows, &[1, 2])
}

fn show(t: &Learned) -> String {
    let mut out = format!("Learned from {} documents.\n", t.examples);
    for slot in &t.slots {
        let total = if slot.says.cumulative { ", running total" } else { "" };
        let seen = format!(" (in {} of {})", slot.seen, t.examples);
        let (before, after) = (slot.before.join(" "), slot.after.join(" "));
        let words = format!("{} [number] {}{total}{seen}", foreign(&before), foreign(&after));
        out.push_str(&entry(slot.says.metric.code(), words.trim(), 13));
        if !slot.heading.is_empty() {
            out.push_str(&entry("", &format!("under “{}”", foreign(&slot.heading.join(" "))), 13));
        }
    }
    out
}

fn apply(a: &Applied) -> String {
    let mut out = String::new();
    for c in &a.claims {
        out.push_str(&entry(&format!("{}-{}", c.start, c.end), &describe(c), 13));
        out.push_str(&entry("", &format!("“{}”", foreign(&c.quote)), 13));
    }
    for missing in &a.missing {
        out.push_str(&entry("missing", &foreign(missing), 13));
    }
    for changed in &a.changed {
        let words = format!("{}; the text has “{}”", foreign(&changed.slot), foreign(&changed.line));
        out.push_str(&entry("changed", &words, 13));
    }
    if a.form_changed {
        out.push_str(&indented(
            "Most of the template is not in this text: the form seems to have changed.",
            0,
        ));
    }
    out
}
