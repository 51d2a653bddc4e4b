use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::HistoryRow;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{entry, foreign, number};
use crate::{open, output};

/// List what was done
///
/// One batch per act, the oldest first, each with the position after it: --at takes it.
#[derive(Debug, Args)]
pub struct History {
    /// The register
    dir: PathBuf,
}

#[derive(Serialize)]
struct Answer {
    batches: Vec<HistoryRow>,
}

impl History {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let batches = session.history()?;
        let dir = self.dir.display();
        output::print(global.format(), &Answer { batches }, Some("batches"), |a| {
            if a.batches.is_empty() {
                return format!("Nothing was done yet. Next: cairn add {dir} FILE\n");
            }
            a.batches.iter().map(words).collect()
        })?;
        Ok(Outcome::Done)
    }
}

fn words(row: &HistoryRow) -> String {
    let mut what = row.act.clone();
    if !row.documents.is_empty() {
        what.push_str(&format!(
            " {}",
            row.documents.iter().map(|d| foreign(d)).collect::<Vec<_>>().join(", ")
        ));
    }
    for batch in &row.undoes {
        what.push_str(&format!(" of {batch}"));
    }
    if row.accounts > 0 {
        what.push_str(&format!(": {} accounts", number(row.accounts)));
    }
    if row.rejected > 0 {
        what.push_str(&format!(": {} claims", row.rejected));
    }
    let who = row.actor.as_deref().map(|a| format!(" by {}", foreign(a))).unwrap_or_default();
    let when = format!("{}{who}, then position {}", row.time, row.position);
    let mut out = format!("{}{}", entry(&row.batch.to_string(), &what, 16), entry("", &when, 16));
    if let Some(reason) = &row.reason {
        out.push_str(&entry("", &format!("because {}", foreign(reason)), 16));
    }
    if let Some(by) = row.undone_by {
        out.push_str(&entry("", &format!("undone by {by}"), 16));
    }
    out
}
