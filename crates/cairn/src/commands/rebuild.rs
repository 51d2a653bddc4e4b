use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::Progress;
use clap::Args;
use serde::Serialize;

use super::search;
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::progress::Line;
use crate::{open, output};

/// Make all tables again from the log
///
/// Tables are only a reading of the log. Proposals, keys and checkpoints are kept.
#[derive(Debug, Args)]
pub struct Rebuild {
    /// The register
    dir: PathBuf,
}

#[derive(Serialize)]
struct Rebuilt {
    position: String,
}

impl Rebuild {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let mut line = Line::new(global.quiet);
        session.store().rebuild(&mut |done, total| line.at("rebuilding", done, Some(total)))?;
        drop(line);
        search::fill(&mut session, &self.dir, global)?;
        let position = session.view_at(None)?.position.short();
        output::print(global.format(), &Rebuilt { position }, None, |r| {
            format!("All tables were made again, at position {}.\n", r.position)
        })?;
        Ok(Outcome::Done)
    }
}
