use std::path::PathBuf;

use cairn_register::log::Checkpoint;
use cairn_register::{Access, Verification};
use cairn_work::Progress;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, number};
use crate::{files, open, output};

/// Check that nothing stored was changed
///
/// Reads every entry, document, table and checkpoint and compares it with what the log says; names what differs and
/// then exits with 1. That finds damage. That the owner has not rewritten the past is shown only by a checkpoint
/// that was given away earlier: --against.
#[derive(Debug, Args)]
pub struct Verify {
    /// The register
    dir: PathBuf,
    /// A checkpoint given away earlier
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer {
    ok: bool,
    #[serde(flatten)]
    verification: Verification,
}

impl Verify {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let note: Option<Checkpoint> = match &self.against {
            Some(path) => {
                let bad = |e| Failure::new(format_args!("{}: {e}", path.display()));
                Some(files::read_text(path)?.parse().map_err(bad)?)
            }
            None => None,
        };
        let mut session = open::session(&self.dir, global, Access::Read)?;
        let mut line = Line::new(global.quiet);
        let store = session.store();
        let mut verification = store.verify(&mut |done, total| line.at("verifying", done, Some(total)))?;
        if let Some(note) = &note {
            let against = store.verify_against(note)?;
            verification.checkpoints += against.checkpoints;
            let known = verification.findings.clone();
            verification.findings.extend(against.findings.into_iter().filter(|f| !known.contains(f)));
        }
        // Words cannot be made again from entries that do not read: the damage is named already.
        match session.verify_search(&mut line) {
            Ok(findings) => verification.findings.extend(findings),
            Err(e) if verification.findings.is_empty() => return Err(e.into()),
            Err(_) => {}
        }
        drop(line);
        let answer = Answer { ok: verification.findings.is_empty(), verification };
        output::print(global.format(), &answer, Some("findings"), |a| words(a, note.is_some()))?;
        Ok(if answer.ok { Outcome::Done } else { Outcome::Findings })
    }
}

fn words(a: &Answer, against: bool) -> String {
    let v = &a.verification;
    let read = format!(
        "Read again: {} entries, {} batches, {} documents, {} checkpoints.\n",
        number(v.entries),
        number(v.batches),
        number(v.documents),
        number(v.checkpoints)
    );
    if a.ok {
        let past = if against { " The log only grew since the checkpoint given." } else { "" };
        return format!("{read}All is as it was written.{past}\n");
    }
    let findings: String =
        v.findings.iter().map(|f| entry(&f.at, &format!("[{}] {}", f.code, f.message), 24)).collect();
    format!("{read}{} findings:\n\n{findings}", v.findings.len())
}
