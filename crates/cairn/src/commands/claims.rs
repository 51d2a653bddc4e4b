use std::path::PathBuf;

use cairn_model::DocId;
use cairn_register::Access;
use cairn_work::{Accepted, ClaimRow, ClaimState, Rejected, Session, Shown, Which};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::extract::describe;
use super::speaker;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign};
use crate::{open, output};

/// List, accept or reject proposed claims
///
/// A claim is what the machine read in a text: it counts for nothing until a person accepts it.
#[derive(Debug, Args)]
pub struct Claims {
    /// The register
    dir: PathBuf,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Show claims with the words they stand on
    List {
        /// Only of this document (id or file name)
        #[arg(long, value_name = "DOCUMENT")]
        doc: Option<String>,
        /// Also those already accepted or rejected
        #[arg(long)]
        decided: bool,
    },
    /// Take claims into the register
    Accept(Decide),
    /// Do not take claims; they stay readable
    Reject(Decide),
}

#[derive(Debug, Args)]
struct Decide {
    /// Ids of claims, as 'list' shows them
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    ids: Vec<String>,
    /// Every claim that waits
    #[arg(long)]
    all: bool,
    /// With --all: only of this document (id or file name)
    #[arg(long, value_name = "DOCUMENT", requires = "all")]
    doc: Option<String>,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

#[derive(Serialize)]
struct Listed {
    claims: Vec<ClaimRow>,
}

impl Claims {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        match &self.verb {
            Verb::List { doc, decided } => self.list(global, doc.as_deref(), *decided),
            Verb::Accept(d) => {
                let mut session = open::session(&self.dir, global, Access::Write)?;
                let which = d.which(&session)?;
                let done = session.accept(&which, d.why.clone())?;
                output::print(global.format(), &done, None, |a| self.accepted(a))?;
                Ok(Outcome::Done)
            }
            Verb::Reject(d) => {
                let mut session = open::session(&self.dir, global, Access::Write)?;
                let which = d.which(&session)?;
                let done = session.reject(&which, d.why.clone())?;
                output::print(global.format(), &done, None, |r| self.rejected(r))?;
                Ok(Outcome::Done)
            }
        }
    }

    fn list(&self, global: &Global, doc: Option<&str>, decided: bool) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let doc = doc.map(|d| document(&session, d)).transpose()?;
        let mut claims = session.claims(doc)?;
        claims.retain(|c| decided || c.state == ClaimState::Proposed);
        let dir = self.dir.display();
        output::print(global.format(), &Listed { claims }, Some("claims"), |l| {
            if l.claims.is_empty() {
                return format!("No claim waits for a decision. Add a text: cairn add {dir} FILE\n");
            }
            let mut out: String = l.claims.iter().map(words).collect();
            out.push_str(&format!(
                "{} claims. Next: cairn claims {dir} accept ID… (or --all)\n",
                l.claims.len()
            ));
            out
        })?;
        Ok(Outcome::Done)
    }

    fn accepted(&self, a: &Accepted) -> String {
        let dir = self.dir.display();
        format!(
            "{} claims accepted in batch {}.\nNext: cairn count {dir} killed\nTake back: cairn undo {dir} {}\n",
            a.accounts.len(),
            a.batch,
            a.batch
        )
    }

    fn rejected(&self, r: &Rejected) -> String {
        let dir = self.dir.display();
        format!(
            "{} claims rejected in batch {}.\nTake back: cairn undo {dir} {}\n",
            r.claims.len(),
            r.batch,
            r.batch
        )
    }
}

impl Decide {
    fn which(&self, session: &Session) -> Result<Which> {
        if self.all {
            return Ok(Which::All(self.doc.as_deref().map(|d| document(session, d)).transpose()?));
        }
        Ok(Which::Ids(self.ids.clone()))
    }
}

/// The document that an id, a part of it, or a file name means.
fn document(session: &Session, name: &str) -> Result<DocId> {
    match session.show(name)? {
        Shown::Document { document, .. } => Ok(document.doc),
        _ => Err(Failure::new(format_args!("'{name}' is no document"))),
    }
}

fn words(row: &ClaimRow) -> String {
    let state = match row.state {
        ClaimState::Proposed => String::new(),
        ClaimState::Accepted => row.account.map(|a| format!("accepted as {a}; ")).unwrap_or_default(),
        ClaimState::Rejected => "rejected; ".to_owned(),
    };
    let said = format!("{state}said by {}", speaker(row.claim.source.as_deref(), &row.document));
    let quote = format!("“{}”", foreign(&row.claim.quote));
    format!(
        "{}{}{}\n",
        entry(&row.id, &describe(&row.claim), 17),
        entry("", &said, 17),
        entry("", &quote, 17)
    )
}
