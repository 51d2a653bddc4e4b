//! Acceptance by a stated rule, of which a part is left to a person so that the rule's errors are known.

use cairn_model::{Acceptance, BatchId, Entry, EntryId};
use cairn_register::View;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::claims::{AcceptedClaim, ClaimRow, account};
use crate::sources::{Draft, Sources};
use crate::{Error, Result, Session};

/// Which claims may be accepted without a person's look at each, as data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptRule {
    /// What it is called.
    pub name: String,
    /// Changes whenever the rule does.
    pub version: String,
    /// In one sentence.
    pub description: String,
    /// Least score of the engine, 0 to 100.
    pub score_at_least: u8,
    /// Kinds of claim: `count`, `presence`, `named`, `declaration`; empty means all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Metrics; empty means all.
    #[serde(default)]
    pub metrics: Vec<String>,
    /// Publishers of the document, by name; empty means all.
    #[serde(default)]
    pub publishers: Vec<String>,
    /// Only claims that a template filled in.
    #[serde(default)]
    pub by_template: bool,
    /// Models whose proposals it may take; what a model proposes is never taken otherwise.
    #[serde(default)]
    pub models: Vec<String>,
    /// Only claims whose speaker the text names.
    #[serde(default)]
    pub speaker_named: bool,
    /// Only what is said to have happened, not what is feared, expected or denied.
    #[serde(default)]
    pub asserted: bool,
    /// How many of a hundred are left to a person; at least 5.
    pub audit_percent: u8,
    /// Its text, as it goes into the log.
    #[serde(skip)]
    pub text: String,
}

/// What an acceptance by rule did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcceptedByRule {
    /// The batch.
    pub batch: BatchId,
    /// The position after it.
    pub position: String,
    /// The rule's name.
    pub rule: String,
    /// Its version.
    pub rule_version: String,
    /// What came of each claim.
    pub accounts: Vec<AcceptedClaim>,
    /// Claims that the rule chose and that wait for a person.
    pub held: Vec<String>,
}

impl AcceptRule {
    /// A rule that is built in.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn built_in(name: &str) -> Result<Self> {
        match name {
            "sure" => Self::from_toml(include_str!("../rules/sure.toml")),
            "template" => Self::from_toml(include_str!("../rules/template.toml")),
            other => Err(Error::AcceptRule(format!(
                "no rule of acceptance is called '{other}'; built in are sure and template, or give a file that ends in \
                 .toml"
            ))),
        }
    }

    /// A rule from the text of a file.
    ///
    /// # Errors
    /// When a member is missing, unknown or of the wrong shape, or less than 5 of 100 are left to a person.
    pub fn from_toml(text: &str) -> Result<Self> {
        let wrong = |why: String| Error::AcceptRule(format!("the rule of acceptance cannot be read: {why}"));
        let rule: Self = toml::from_str(text).map_err(|e| wrong(e.to_string()))?;
        if !(5..=100).contains(&rule.audit_percent) {
            return Err(wrong(format!(
                "audit_percent is {}: leave at least 5 of 100 to a person, and at most all",
                rule.audit_percent
            )));
        }
        let metrics = cairn_model::vocab::metric();
        if let Some(metric) = rule.metrics.iter().find(|m| !metrics.has(m)) {
            return Err(wrong(format!("'{metric}' is no metric")));
        }
        let kinds = ["count", "presence", "named", "declaration"];
        if let Some(kind) = rule.kinds.iter().find(|k| !kinds.contains(&k.as_str())) {
            return Err(wrong(format!("'{kind}' is no kind of claim: there are {}", kinds.join(", "))));
        }
        Ok(Self { text: text.to_owned(), ..rule })
    }

    /// Whether the rule chooses a claim of a document that `publisher` published.
    #[must_use]
    pub fn takes(&self, row: &ClaimRow, publisher: Option<&str>) -> bool {
        let c = &row.claim;
        let one_of = |list: &[String], value: &str| list.is_empty() || list.iter().any(|v| v == value);
        let fold = |s: &str| cairn_fold::fold(s.trim());
        let published = self.publishers.is_empty()
            || publisher.is_some_and(|p| self.publishers.iter().any(|q| fold(q) == fold(p)));
        c.score >= self.score_at_least
            && one_of(&self.kinds, &crate::claims::code(c.kind))
            && one_of(&self.metrics, c.metric.code())
            && published
            && (!self.by_template || row.by_template.is_some())
            && row.by_model.as_ref().is_none_or(|m| self.models.contains(m))
            && (!self.speaker_named || c.source.is_some())
            && (!self.asserted || !c.hypothetical && !c.negated)
    }
}

/// Which of the claims that a rule chose are left to a person: those with the smallest hashes, so that anybody can find
/// them again and nobody can choose them.
fn held(rule: &AcceptRule, register: &str, batch: EntryId, claims: &[ClaimRow]) -> Vec<String> {
    let mut order: Vec<([u8; 32], &str)> = claims
        .iter()
        .map(|c| {
            let words =
                format!("cairn-audit/1\n{register}\n{batch}\n{}\n{}\n{}\n", rule.name, rule.version, c.id);
            (Sha256::digest(words).into(), c.id.as_str())
        })
        .collect();
    order.sort_unstable();
    let least = (claims.len() * usize::from(rule.audit_percent)).div_ceil(100).max(1);
    let mut out: Vec<String> = order.iter().take(least).map(|(_, id)| (*id).to_owned()).collect();
    out.sort_unstable();
    out
}

pub(crate) fn publisher_of(view: &View, row: &ClaimRow) -> Option<String> {
    let publisher = view.document(row.doc)?.publisher?;
    view.sources().get(&publisher).map(|s| s.name.clone())
}

impl Session {
    /// Takes the claims that a rule chooses, but for the part that it leaves to a person: those stay waiting, marked,
    /// and what the person decides about them tells how often the rule errs.
    ///
    /// # Errors
    /// When the rule chooses nothing.
    pub fn accept_by_rule(&mut self, rule: &AcceptRule, reason: Option<String>) -> Result<AcceptedByRule> {
        let view = self.store.view(None)?;
        let mut claims = self.claims(None)?;
        claims.retain(|c| {
            c.is_proposed() && c.audit.is_none() && rule.takes(c, publisher_of(&view, c).as_deref())
        });
        if claims.is_empty() {
            return Err(Error::Nothing(format!(
                "the rule '{}' chooses none of the claims that wait",
                rule.name
            )));
        }
        self.read_again(&claims, &view)?;
        let mut sources = Sources::of(&view);
        let register = self.store.id().to_owned();
        let mut accounts = Vec::new();
        let mut left = Vec::new();
        let (batch, position) = self.write("accept", reason, |store| {
            let mut draft = Draft::new(store);
            left = held(rule, &register, store.next(), &claims);
            draft.push(Entry::Acceptance(Acceptance {
                held: left.clone(),
                name: rule.name.clone(),
                rule: rule.text.clone(),
                version: rule.version.clone(),
            }));
            for row in claims.iter().filter(|c| left.binary_search(&c.id).is_err()) {
                let said_by = match &row.claim.source {
                    Some(name) => Some(sources.named(&mut draft, name)?),
                    None => None,
                };
                let published_by = view.document(row.doc).and_then(|d| d.publisher);
                let account = draft.push(Entry::Account(Box::new(account(row, said_by, published_by))));
                accounts.push(AcceptedClaim { claim: row.id.clone(), account });
            }
            Ok(store.append(&draft.entries)?)
        })?;
        let (rule, rule_version) = (rule.name.clone(), rule.version.clone());
        Ok(AcceptedByRule { batch, position, rule, rule_version, accounts, held: left })
    }
}
