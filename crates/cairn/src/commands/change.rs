//! Judging, mending, withdrawing, consent: one account or many, with a preview.

use std::path::PathBuf;

use cairn_model::Verdict;
use cairn_register::Access;
use cairn_work::Judged;
use cairn_work::record::{Changes, ConsentDraft, Selection};
use clap::Args;
use serde_json::Value;

use super::record::spec;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign, number};
use crate::{files, open, output};

/// Changes that are printed in full; JSON has them all.
const SHOWN: usize = 20;

/// Which accounts.
#[derive(Debug, Clone, Args)]
pub struct Chosen {
    /// Accounts
    ids: Vec<String>,
    /// All accounts of a batch
    #[arg(long, value_name = "BATCH")]
    batch: Option<String>,
    /// All that fit: metric, kind, sex, status, place, said_by or document=VALUE; of several, all must hold
    #[arg(long = "where", value_name = "NAME=VALUE")]
    filter: Vec<String>,
}

impl Chosen {
    fn selection(&self) -> Selection {
        Selection { ids: self.ids.clone(), batch: self.batch.clone(), filter: self.filter.clone() }
    }
}

/// Judge whether accounts are about the same person, group, incident or holding
///
/// A judgement merges nothing: it can be taken back, and a later one on the same pair takes its place. Unsure widens the
/// range of figures. Same joins all the accounts given; different holds for every pair of them.
#[derive(Debug, Args)]
pub struct Judge {
    /// The register
    dir: PathBuf,
    /// Two accounts or more, then: same, different or unsure
    #[arg(required = true, num_args = 1.., value_name = "ACCOUNT… VERDICT")]
    accounts: Vec<String>,
    /// All accounts of a batch
    #[arg(long, value_name = "BATCH")]
    batch: Option<String>,
    /// All that fit: metric, kind, sex, status, place, said_by or document=VALUE
    #[arg(long = "where", value_name = "NAME=VALUE")]
    filter: Vec<String>,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: String,
    /// Show what would be judged, write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Judge {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let (verdict, ids) = self.accounts.split_last().ok_or_else(|| Failure::new("name two accounts"))?;
        let verdict = Verdict::from_code(verdict).ok_or_else(|| {
            Failure::new(format_args!("'{verdict}' is no verdict: end with same, different or unsure"))
        })?;
        let which = Selection { ids: ids.to_vec(), batch: self.batch.clone(), filter: self.filter.clone() };
        let mut session = open::session(&self.dir, global, access(self.dry_run))?;
        let judged = session.judge(&which, verdict, &self.why, self.dry_run)?;
        output::print(global.format(), &judged, Some("pairs"), |j| self.words(j))?;
        Ok(Outcome::Done)
    }

    fn words(&self, judged: &Judged) -> String {
        let mut out = String::new();
        for pair in judged.pairs.iter().take(SHOWN) {
            let words =
                format!("{} ({}) and {} ({})", pair.a, foreign(&pair.a_is), pair.b, foreign(&pair.b_is));
            out.push_str(&entry(pair.verdict.code(), &words, 13));
            for earlier in &pair.instead_of {
                out.push_str(&entry("", &format!("until now judged {}", earlier.code()), 13));
            }
        }
        out + &ending(judged.pairs.len(), judged.batch, &self.dir)
    }
}

/// Mend our slip: the source never said what we entered
///
/// A new account stands in the place of the one with the slip, which stays readable. When the source itself changed its
/// word, record what it says now with --corrects instead.
#[derive(Debug, Args)]
pub struct Amend {
    /// The register
    dir: PathBuf,
    /// Which accounts.
    #[command(flatten)]
    chosen: Chosen,
    /// FIELD=VALUE, as in a record: age=34, acts[0].when=May 2031; an empty value empties the field
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    set: Vec<String>,
    /// The same as JSON: members of a record, null to empty one
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: String,
    /// Show what would change, write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Amend {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut wish = serde_json::Map::new();
        if let Some(path) = &self.json {
            let text = files::read_text(path)?;
            wish = serde_json::from_str(&text)
                .map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))?;
        }
        for set in &self.set {
            let (field, value) = set
                .split_once('=')
                .ok_or_else(|| Failure::new(format_args!("--set '{set}': expected FIELD=VALUE")))?;
            wish.insert(field.trim().to_owned(), typed(field.trim(), value.trim()));
        }
        if wish.is_empty() {
            return Err(Failure::new("nothing is to change: give --set FIELD=VALUE or --json FILE"));
        }
        let mut session = open::session(&self.dir, global, access(self.dry_run))?;
        let which = self.chosen.selection();
        let changes = session.amend(&which, &Value::Object(wish), &self.why, self.dry_run)?;
        output::print(global.format(), &changes, Some("changed"), |c| words(c, &self.dir))?;
        Ok(Outcome::Done)
    }
}

/// What a field of a draft holds: names and the like are lists, flags are true or false, all else is text.
fn typed(field: &str, value: &str) -> Value {
    let name = field.rsplit('.').next().unwrap_or(field);
    match name {
        _ if value.is_empty() => Value::Null,
        "names" | "files" | "derived_from" => Value::Array(vec![Value::from(value)]),
        "negated" | "cumulative" | "hypothetical" | "by_rule" => Value::Bool(value == "true"),
        _ => Value::from(value),
    }
}

/// Take accounts out of every figure
///
/// They stay readable and the reason stays beside them. When a source takes back its own word, record that with
/// --retracts instead.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// The register
    dir: PathBuf,
    /// Which accounts.
    #[command(flatten)]
    chosen: Chosen,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: String,
    /// Show what would be withdrawn, write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Withdraw {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let mut session = open::session(&self.dir, global, access(self.dry_run))?;
        let changes = session.withdraw(&self.chosen.selection(), &self.why, self.dry_run)?;
        output::print(global.format(), &changes, Some("changed"), |c| words(c, &self.dir))?;
        Ok(Outcome::Done)
    }
}

/// Say what may be done with accounts, and by whose leave
#[derive(Debug, Args)]
pub struct Consent {
    /// The register
    dir: PathBuf,
    /// Which accounts.
    #[command(flatten)]
    chosen: Chosen,
    /// To what: "record, share_named; by=…; given=…; lang=…; until=…; share_with=…; state=withdrawn; basis=…"
    #[arg(long, value_name = "CONSENT")]
    to: String,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

impl Consent {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let consent = spec::<ConsentDraft>("consent", "to", &self.to)?;
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let recorded = session.consent(&self.chosen.selection(), &consent, self.why.clone())?;
        output::print(global.format(), &recorded, None, |r| ending(r.accounts.len(), r.batch, &self.dir))?;
        Ok(Outcome::Done)
    }
}

fn access(dry_run: bool) -> Access {
    if dry_run { Access::Read } else { Access::Write }
}

fn words(changes: &Changes, dir: &std::path::Path) -> String {
    let mut out = String::new();
    for change in changes.changed.iter().take(SHOWN) {
        out.push_str(&entry(&change.account.to_string(), &foreign(&change.is), 13));
        for field in &change.fields {
            let value = |v: &Value| match v {
                Value::Null => "nothing".to_owned(),
                Value::String(text) => foreign(text),
                other => foreign(&other.to_string()),
            };
            let words = format!("{}: {} → {}", field.field, value(&field.before), value(&field.after));
            out.push_str(&entry("", &words, 13));
        }
        if let Some(now) = change.now {
            out.push_str(&entry("", &format!("now {now}"), 13));
        }
    }
    if !changes.unchanged.is_empty() {
        let n = number(changes.unchanged.len() as i64);
        out.push_str(&format!("{n} say so already and stay as they are.\n"));
    }
    for w in &changes.warnings {
        out.push_str(&entry("look at", &format!("{}: {}; {}", w.field, foreign(&w.words), w.mend), 13));
    }
    out + &ending(changes.changed.len(), changes.batch, dir)
}

fn ending(count: usize, batch: Option<cairn_model::BatchId>, dir: &std::path::Path) -> String {
    let n = number(count as i64);
    let more = if count > SHOWN { format!(" ({SHOWN} shown)") } else { String::new() };
    match batch {
        None => format!("{n} in all{more}. Nothing was written.\n"),
        Some(batch) => format!("{n} in all{more}.\nTake back: cairn undo {} {batch}\n", dir.display()),
    }
}
