use std::path::PathBuf;

use cairn_model::{Class, EntryId};
use cairn_register::{Access, Proof};
use clap::Args;

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::{files, open, output};

/// Prove that an entry stands in the log, or check such a proof
///
/// The proof opens only the protection classes asked for: by default neither names nor who of the team acted. Anybody
/// can check it without the register: cairn prove --check FILE.
#[derive(Debug, Args)]
pub struct Prove {
    /// The register
    #[arg(required_unless_present = "check", requires = "account")]
    dir: Option<PathBuf>,
    /// The account, or another entry
    account: Option<String>,
    /// Protection classes to open: open, personal, source, team
    #[arg(long, value_name = "CLASS", value_delimiter = ',', default_value = "open")]
    open: Vec<String>,
    /// Check a proof instead
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    check: Option<PathBuf>,
}

impl Prove {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        if let Some(path) = &self.check {
            return check(path);
        }
        let (Some(dir), Some(account)) = (&self.dir, &self.account) else {
            return Err(Failure::new("name a register and an account"));
        };
        let id: EntryId = account.parse().map_err(Failure::new)?;
        let class = |name: &String| {
            Class::from_name(name).ok_or_else(|| {
                Failure::new(format_args!("'{name}' is no class: known are open, personal, source, team"))
            })
        };
        let classes = self.open.iter().map(class).collect::<Result<Vec<_>>>()?;
        let mut session = open::session(dir, global, Access::Read)?;
        let proof = session.store().prove(id, &classes)?;
        // A proof is a file to be given away: JSON in every format.
        let text = serde_json::to_string_pretty(&proof).map_err(Failure::new)?;
        output::write(&format!("{text}\n"))?;
        Ok(Outcome::Done)
    }
}

fn check(path: &std::path::Path) -> Result {
    let bad = |e: &dyn std::fmt::Display| Failure::new(format_args!("{}: {e}", path.display()));
    let proof: Proof = serde_json::from_str(&files::read_text(path)?).map_err(|e| bad(&e))?;
    match proof.check() {
        Ok(()) => {
            output::write(&format!(
                "The proof holds: entry {} stands in the log that this key signed.\nKey: {} (compare it with one you trust)\n",
                proof.entry, proof.public_key
            ))?;
            Ok(Outcome::Done)
        }
        Err(e) => {
            output::write(&format!("The proof does not hold: {e}\n"))?;
            Ok(Outcome::Findings)
        }
    }
}
