use std::path::PathBuf;

use cairn_register::Access;
use clap::Args;
use serde::Serialize;

use crate::cli::{Format, Global};
use crate::failure::{Outcome, Result};
use crate::{open, output};

/// Sign the state of the log, to give away
///
/// Prints a signed note (C2SP tlog-checkpoint). Give it to somebody who keeps it: with it, anybody can check later
/// that nothing written before was changed (cairn verify --against).
#[derive(Debug, Args)]
pub struct Checkpoint {
    /// The register
    dir: PathBuf,
}

#[derive(Serialize)]
struct Given {
    origin: String,
    size: u64,
    position: String,
    public_key: String,
    note: String,
}

impl Checkpoint {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let position = session.view_at(None)?.position.short();
        let public_key = session.store().public_key();
        let note = session.store().checkpoint()?;
        // Unless JSON is asked for by name, the note itself is printed: it is a file to be given away.
        if global.format != Some(Format::Json) && global.format != Some(Format::Csv) {
            output::write(&note.to_string())?;
            return Ok(Outcome::Done);
        }
        let given = Given {
            origin: note.origin.clone(),
            size: note.size,
            position,
            public_key,
            note: note.to_string(),
        };
        output::print(global.format(), &given, None, |g| g.note.clone())?;
        Ok(Outcome::Done)
    }
}
