use std::path::PathBuf;

use cairn_count::Audit;
use cairn_model::DocId;
use cairn_register::Access;
use cairn_work::{
    AcceptRule, Accepted, AcceptedByRule, ClaimRow, ClaimState, Corrections, Decided, Decision, Rejected,
    Session, Shown, Verdict, Which,
};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::extract::describe;
use super::speaker;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign, number};
use crate::{files, open, output};

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
        /// Only those that a rule left to a person
        #[arg(long)]
        audit: bool,
    },
    /// Take claims into the register
    ///
    /// With --rule: those that a rule chooses. The rule leaves a part of them, at random and at least 5 of 100, to a
    /// person. They stay waiting, and what becomes of them is printed with each figure that uses the others.
    Accept(Accept),
    /// Do not take claims; they stay readable
    Reject(Decide),
    /// Say how often rules of acceptance err, as far as persons have looked
    Audit,
}

#[derive(Debug, Args)]
struct Accept {
    #[command(flatten)]
    decide: Decide,
    /// Mend what the machine read in one claim: metric=injured, low=5, place= for nothing stated
    #[arg(long, value_name = "MEMBER=VALUE", conflicts_with_all = ["all", "rule"])]
    set: Vec<String>,
    /// Those that a rule chooses: sure, template, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", conflicts_with_all = ["ids", "all"])]
    rule: Option<String>,
}

#[derive(Debug, Args)]
struct Decide {
    /// Ids of claims, as 'list' shows them
    #[arg(value_name = "ID", conflicts_with = "all")]
    ids: Vec<String>,
    /// Every claim that waits, but for those that a rule left to a person
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
struct Audits {
    audits: Vec<Audit>,
}

#[derive(Serialize)]
struct Listed {
    claims: Vec<ClaimRow>,
}

impl Claims {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        match &self.verb {
            Verb::List { doc, decided, audit } => self.list(global, doc.as_deref(), *decided, *audit),
            Verb::Audit => self.audit(global),
            Verb::Accept(Accept { decide: d, set, .. }) if !set.is_empty() => self.mend(global, d, set),
            Verb::Accept(Accept { decide: d, rule: Some(rule), .. }) => {
                let rule = acceptance(rule)?;
                let mut session = open::session(&self.dir, global, Access::Write)?;
                let done = session.accept_by_rule(&rule, d.why.clone())?;
                output::print(global.format(), &done, None, |a| self.by_rule(a))?;
                Ok(Outcome::Done)
            }
            Verb::Accept(Accept { decide: d, rule: None, .. }) => {
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

    fn list(&self, global: &Global, doc: Option<&str>, decided: bool, audit: bool) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let doc = doc.map(|d| document(&session, d)).transpose()?;
        let mut claims = session.claims(doc)?;
        claims.retain(|c| (decided || c.state == ClaimState::Proposed) && (!audit || c.audit.is_some()));
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

    /// Accepts one claim as a person mends it.
    fn mend(&self, global: &Global, decide: &Decide, set: &[String]) -> Result {
        let [id] = &decide.ids[..] else {
            return Err(Failure::new("--set mends one claim: name it by its id"));
        };
        let corrected = Some(Corrections::from_words(set)?);
        let decision = Decision { claim: id.clone(), verdict: Verdict::Accept, corrected };
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let Decided { batch, position, accepted: accounts, .. } =
            session.decide(&[decision], decide.why.clone())?;
        output::print(global.format(), &Accepted { batch, position, accounts }, None, |a| self.accepted(a))?;
        Ok(Outcome::Done)
    }

    fn by_rule(&self, a: &AcceptedByRule) -> String {
        let dir = self.dir.display();
        let mut out = format!(
            "{} claims accepted by rule {} {} in batch {}; {} are left to a person:\n",
            a.accounts.len(),
            a.rule,
            a.rule_version,
            a.batch,
            a.held.len(),
        );
        a.held.iter().for_each(|id| out.push_str(&format!("  {id}\n")));
        out.push_str(&format!(
            "Next: cairn claims {dir} list --audit\nTake back: cairn undo {dir} {}\n",
            a.batch
        ));
        out
    }

    fn audit(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let audits = Audits { audits: session.audits()? };
        let dir = self.dir.display();
        output::print(global.format(), &audits, Some("audits"), |a| {
            if a.audits.is_empty() {
                return "Nothing on record was accepted by a rule: a person decided each claim.\n".to_owned();
            }
            let mut out = String::new();
            for audit in &a.audits {
                let head = format!("{} {}", audit.rule, audit.rule_version);
                let words = format!(
                    "{} accepted, {} left to a person, {}",
                    number(audit.accepted),
                    number(audit.held),
                    audit_in_words(audit)
                );
                out.push_str(&entry(&head, &words, 14));
            }
            out.push_str(&format!("Waiting for a look: cairn claims {dir} list --audit\n"));
            out
        })?;
        Ok(Outcome::Done)
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
        if self.ids.is_empty() {
            return Err(Failure::new(
                "name the claims by their ids, as 'cairn claims DIR list' shows them, or give --all",
            ));
        }
        Ok(Which::Ids(self.ids.clone()))
    }
}

/// A rule of acceptance by name, or from a file.
fn acceptance(name: &str) -> Result<AcceptRule> {
    if name.ends_with(".toml") {
        let text = files::read_text(name.as_ref())?;
        return AcceptRule::from_toml(&text).map_err(|e| Failure::new(format_args!("{name}: {e}")));
    }
    Ok(AcceptRule::built_in(name)?)
}

/// How often a rule errs: `1 of 20 looked at was wrong (0.8 to 23.7%)`.
pub fn audit_in_words(a: &Audit) -> String {
    if a.decided == 0 {
        return "none of them looked at yet, so its error rate is not known".to_owned();
    }
    // Parts of a million, to a tenth of a hundredth, outward.
    let percent = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
    format!(
        "{} of {} looked at wrong (error rate {} to {}%)",
        number(a.wrong),
        number(a.decided),
        percent(a.low / 1000),
        percent(a.high.div_ceil(1000))
    )
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
    let audit = row.audit.as_ref().map(|rule| format!("left to a person by rule {}; ", foreign(rule)));
    let template = row.by_template.as_ref().map(|p| format!("by the template of {}; ", foreign(p)));
    let model = row.by_model.as_ref().map(|m| format!("proposed by model {}; ", foreign(m)));
    let from = [audit, template, model].into_iter().flatten().collect::<String>();
    let said = format!("{state}{from}said by {}", speaker(row.claim.source.as_deref(), &row.document));
    let quote = format!("“{}”", foreign(&row.claim.quote));
    format!(
        "{}{}{}\n",
        entry(&row.id, &describe(&row.claim), 17),
        entry("", &said, 17),
        entry("", &quote, 17)
    )
}
