//! Deciding many claims at once, some of them corrected: one act, undone as one.

use std::collections::BTreeMap;

use cairn_extract::Claim;
use cairn_model::{Account, Attribution, BatchId, Edit, Entry, Interval, Qualifier, Rejection, vocab};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::claims::{AcceptedClaim, Which, account, code};
use crate::sources::{Draft, Sources};
use crate::{Error, Result, Session};

/// What is decided about one claim.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The claim's id.
    pub claim: String,
    /// Taken or not.
    pub verdict: Verdict,
    /// What the machine read wrongly, when it is taken.
    #[serde(default)]
    pub corrected: Option<Corrections>,
}

/// Taken or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It becomes an account.
    Accept,
    /// It does not; it stays readable.
    Reject,
}

/// Fields put right by a person: absent keeps what was read, null says that the text does not state it.
///
/// The proposal stays as it was read and the account names the fields, so that what was corrected can always be seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct Corrections {
    pub metric: Option<String>,
    #[serde(deserialize_with = "stated")]
    pub low: Option<Option<i64>>,
    #[serde(deserialize_with = "stated")]
    pub high: Option<Option<i64>>,
    #[serde(deserialize_with = "stated")]
    pub unit: Option<Option<String>>,
    pub qualifier: Option<Qualifier>,
    pub cumulative: Option<bool>,
    #[serde(deserialize_with = "stated")]
    pub group: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub party_affected: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub place: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub period: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub resolved_from: Option<Option<Date>>,
    #[serde(deserialize_with = "stated")]
    pub resolved_to: Option<Option<Date>>,
    /// The speaker.
    #[serde(deserialize_with = "stated")]
    pub source: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub responsible: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub responsible_said_by: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub stance: Option<Option<String>>,
    pub negated: Option<bool>,
    pub hypothetical: Option<bool>,
    #[serde(deserialize_with = "stated")]
    pub scope: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    pub component: Option<Option<String>>,
}

/// Tells null from absent.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    d: D,
) -> std::result::Result<Option<Option<T>>, D::Error> {
    Option::deserialize(d).map(Some)
}

/// What the decisions did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// The batch.
    pub batch: BatchId,
    /// The position after it.
    pub position: String,
    /// What came of the claims that were taken.
    pub accepted: Vec<AcceptedClaim>,
    /// Those that were not.
    pub rejected: Vec<String>,
}

/// Stances of an attribution.
const STANCES: [&str; 5] = ["accuses", "claims", "admits", "denies", "other_cause"];

impl Session {
    /// Takes or rejects each claim, corrected where a person says so, as one batch.
    ///
    /// # Errors
    /// When a claim is unknown or decided already, stands twice, or a correction is not sound; then nothing is
    /// decided.
    pub fn decide(&mut self, decisions: &[Decision], reason: Option<String>) -> Result<Decided> {
        if decisions.is_empty() {
            return Err(Error::Nothing("no claim is decided: name at least one".to_owned()));
        }
        let ids: Vec<String> = decisions.iter().map(|d| d.claim.clone()).collect();
        let rows = self.undecided(&Which::Ids(ids))?;
        if rows.len() < decisions.len() {
            return Err(Error::Nothing("a claim is decided twice at once: name each one time".to_owned()));
        }
        for decision in decisions {
            match (&decision.corrected, decision.verdict) {
                (Some(_), Verdict::Reject) => {
                    let words = format!("claim {} is rejected and corrected at once: do one", decision.claim);
                    return Err(Error::Nothing(words));
                }
                (Some(corrected), Verdict::Accept) => corrected.check(&decision.claim)?,
                (None, _) => {}
            }
        }
        let taken: Vec<_> = rows
            .iter()
            .zip(decisions)
            .filter(|(_, d)| d.verdict == Verdict::Accept)
            .map(|(row, _)| row.clone())
            .collect();
        let view = self.store.view(None)?;
        self.read_again(&taken, &view)?;
        let mut sources = Sources::of(&view);
        let (mut accepted, mut rejected) = (Vec::new(), Vec::new());
        let act = match taken.len() {
            0 => "reject",
            n if n == decisions.len() => "accept",
            _ => "decide",
        };
        let (batch, position) = self.write(act, reason, |store| {
            let mut draft = Draft::new(store);
            for (row, decision) in rows.iter().zip(decisions) {
                if decision.verdict == Verdict::Reject {
                    draft.push(Entry::Rejection(Rejection { claim: row.id.clone() }));
                    rejected.push(row.id.clone());
                    continue;
                }
                let corrected = decision.corrected.clone().unwrap_or_default();
                let said_by = match corrected.source.clone().unwrap_or_else(|| row.claim.source.clone()) {
                    Some(name) => Some(sources.named(&mut draft, &name)?),
                    None => None,
                };
                let published_by = view.document(row.doc).and_then(|d| d.publisher);
                let mut account = account(row, said_by, published_by);
                // What the machine had read stays in the log, beside what the person made of it.
                let was = corrected.was(&row.claim);
                account.edited = was.keys().cloned().collect();
                corrected.apply(&mut account)?;
                let account = draft.push(Entry::Account(Box::new(account)));
                if !was.is_empty() {
                    draft.push(Entry::Edit(Edit { claim: row.id.clone(), was }));
                }
                accepted.push(AcceptedClaim { claim: row.id.clone(), account });
            }
            Ok(store.append(&draft.entries)?)
        })?;
        Ok(Decided { batch, position, accepted, rejected })
    }
}

impl Corrections {
    fn check(&self, claim: &str) -> Result<()> {
        let wrong = |field: &str, why: &str| Err(Error::Nothing(format!("claim {claim}, {field}: {why}")));
        if self.metric.as_ref().is_some_and(|m| !vocab::metric().has(m)) {
            return wrong("metric", "not a code of the vocabulary 'metric'");
        }
        if let Some(Some(scope)) = &self.scope
            && !vocab::scope().has(scope)
        {
            return wrong("scope", "not a code of the vocabulary 'scope'");
        }
        if let Some(Some(stance)) = &self.stance
            && !STANCES.contains(&stance.as_str())
        {
            return wrong("stance", "expected accuses, claims, admits, denies or other_cause");
        }
        Ok(())
    }

    /// The members that differ from what was read, with what was read.
    fn was(&self, c: &Claim) -> BTreeMap<String, Option<String>> {
        let mut out = BTreeMap::new();
        let mut add = |member: &str, new: Option<Option<String>>, old: Option<String>| {
            if new.is_some_and(|new| new != old) {
                out.insert(member.to_owned(), old);
            }
        };
        let number = |n: Option<Option<i64>>| n.map(|n| n.map(|n| n.to_string()));
        let day = |d: Option<Option<Date>>| d.map(|d| d.map(|d| d.to_string()));
        let flag = |f: Option<bool>| f.map(|f| Some(f.to_string()));
        add("metric", self.metric.clone().map(Some), Some(c.metric.code().to_owned()));
        add("low", number(self.low), c.low.map(|n| n.to_string()));
        add("high", number(self.high), c.high.map(|n| n.to_string()));
        add("unit", self.unit.clone(), c.unit.clone());
        add(
            "qualifier",
            self.qualifier.map(|q| Some(q.code().to_owned())),
            Some(c.qualifier.code().to_owned()),
        );
        add("cumulative", flag(self.cumulative), Some(c.cumulative.to_string()));
        add("group", self.group.clone(), c.group.clone());
        add("party_affected", self.party_affected.clone(), c.party_affected.clone());
        add("place", self.place.clone(), c.place.clone());
        add("period", self.period.clone(), c.period.clone());
        add("resolved_from", day(self.resolved_from), c.resolved_from.map(|d| d.to_string()));
        add("resolved_to", day(self.resolved_to), c.resolved_to.map(|d| d.to_string()));
        add("source", self.source.clone(), c.source.clone());
        add("responsible", self.responsible.clone(), c.responsible.clone());
        add("responsible_said_by", self.responsible_said_by.clone(), c.responsible_said_by.clone());
        add("stance", self.stance.clone(), c.stance.map(code));
        add("negated", flag(self.negated), Some(c.negated.to_string()));
        add("hypothetical", flag(self.hypothetical), Some(c.hypothetical.to_string()));
        add("scope", self.scope.clone(), None);
        add("component", self.component.clone(), None);
        out
    }

    /// Corrections from the words of a command line: `metric=injured`, `place=` for one that the text does not state.
    ///
    /// # Errors
    /// When a member is unknown or a value is not of its kind.
    pub fn from_words(words: &[String]) -> Result<Self> {
        let mut members = serde_json::Map::new();
        for word in words {
            let (member, value) = word.split_once('=').ok_or_else(|| {
                Error::Nothing(format!(
                    "'{word}' mends nothing: expected MEMBER=VALUE, such as metric=injured"
                ))
            })?;
            let value = value.trim();
            let value = match (member, value) {
                (_, "") => Value::Null,
                ("low" | "high", n) => n.parse::<i64>().map_or_else(|_| Value::from(n), Value::from),
                ("cumulative" | "negated" | "hypothetical", "true" | "yes") => Value::Bool(true),
                ("cumulative" | "negated" | "hypothetical", "false" | "no") => Value::Bool(false),
                (_, text) => Value::from(text),
            };
            members.insert(member.trim().to_owned(), value);
        }
        serde_json::from_value(Value::Object(members))
            .map_err(|e| Error::Nothing(format!("the claim cannot be mended so: {e}")))
    }

    fn apply(self, account: &mut Account) -> Result<()> {
        if let Some(toll) = &mut account.toll {
            set(&mut toll.metric, self.metric);
            set(&mut toll.low, self.low);
            set(&mut toll.high, self.high);
            set(&mut toll.unit, self.unit);
            set(&mut toll.qualifier, self.qualifier);
            set(&mut toll.cumulative, self.cumulative);
            set(&mut toll.group, self.group);
            set(&mut toll.party, self.party_affected);
            set(&mut toll.place, self.place);
            set(&mut toll.period, self.period);
            set(&mut toll.negated, self.negated);
            set(&mut toll.hypothetical, self.hypothetical);
            set(&mut toll.scope, self.scope);
            set(&mut toll.component, self.component);
            if matches!((toll.low, toll.high), (Some(low), Some(high)) if low > high)
                || toll.low.or(toll.high).is_some_and(|n| n < 0)
            {
                let words = "the lowest number is above the highest, or below zero: mend low and high";
                return Err(Error::Nothing(words.to_owned()));
            }
            // A number that a person reads in the text is no longer the rule's for a vague word.
            toll.by_rule &= self.low.is_none() && self.high.is_none();
            if self.resolved_from.is_some() || self.resolved_to.is_some() {
                let was = toll.when.unwrap_or(Interval(None, None));
                let when = Interval(self.resolved_from.unwrap_or(was.0), self.resolved_to.unwrap_or(was.1));
                if !when.is_ordered() {
                    return Err(Error::Nothing("the period ends before it begins: mend its days".to_owned()));
                }
                toll.when = when.known();
            }
        }
        if let Some(actor) = self.responsible {
            let before = account.attributions.pop();
            account.attributions = actor
                .map(|actor| Attribution {
                    actor,
                    said_by: before.as_ref().and_then(|b| b.said_by.clone()),
                    stance: before.and_then(|b| b.stance),
                })
                .into_iter()
                .collect();
        }
        if let Some(attribution) = account.attributions.first_mut() {
            set(&mut attribution.said_by, self.responsible_said_by);
            set(&mut attribution.stance, self.stance);
        }
        Ok(())
    }
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}
