use std::path::PathBuf;

use cairn_register::Access;
use clap::Args;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{indented, number};
use crate::{open, output};

/// Withdraw a batch as one act
///
/// Nothing is deleted: the batch stays readable and no longer counts. Undoing an undo brings it back.
#[derive(Debug, Args)]
pub struct Undo {
    /// The register
    dir: PathBuf,
    /// The batch, as 'cairn history' and the command that made it print it
    batch: String,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

impl Undo {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let undone = session.undo(&self.batch, self.why.clone())?;
        let dir = self.dir.display();
        output::print(global.format(), &undone, None, |u| {
            let accounts = number(u.accounts);
            let counts = if u.brought_back { "count again" } else { "no longer count" };
            let mut out = format!("Batch {} undone: {accounts} accounts {counts}.\n", u.undone);
            for batch in &u.still_standing {
                let words = format!("Accounts of batch {batch} stand on its documents and still count.");
                out.push_str(&indented(&words, 0));
            }
            out + &format!("Take this back: cairn undo {dir} {}\n", u.batch)
        })?;
        Ok(Outcome::Done)
    }
}
