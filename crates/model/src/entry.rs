//! One record of the log.
//!
//! The body of an entry is kept already cut by protection class: one canonical JSON object per class present. The
//! classes are hashed apart, so that a proof can open one of them, or an erasure destroy one, without the others.

mod estimates;
mod kinds;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::canonical::{self, CanonicalError};
use crate::{Account, EntryId, Personal};

pub use estimates::{EstimateRun, ListScope, RunFigure, RunList, RunStratum};
pub use kinds::{
    Acceptance, Amendment, BatchId, Consent, ConsentState, Document, Edit, Judgement, ListVersion, Opening,
    Rejection, Seal, Source, Team, Undo, Verdict, Withdrawal,
};

/// Format version of entry bodies, their member `v`.
const VERSION: i64 = 1;

/// What protects a field: who may see it, and what a proof or a release opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// What counts read and releases may show.
    Open,
    /// What identifies a person who came to harm: names, identifiers, birth date.
    Personal,
    /// What identifies a protected source.
    Source,
    /// Who of the team acted and why.
    Team,
}

impl Class {
    /// All classes, in the order in which they are hashed.
    pub const ALL: [Self; 4] = [Self::Open, Self::Personal, Self::Source, Self::Team];

    /// The name used in leaves, proofs and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Personal => "personal",
            Self::Source => "source",
            Self::Team => "team",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One record of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// See [`Opening`].
    Open(Opening),
    /// See [`Seal`].
    Seal(Seal),
    /// See [`Document`].
    Document(Document),
    /// See [`Source`].
    Source(Source),
    /// See [`ListVersion`].
    List(ListVersion),
    /// See [`Account`].
    Account(Box<Account>),
    /// See [`Rejection`].
    Rejection(Rejection),
    /// See [`Acceptance`].
    Acceptance(Acceptance),
    /// See [`Edit`].
    Edit(Edit),
    /// See [`Undo`].
    Undo(Undo),
    /// See [`Judgement`].
    Judgement(Judgement),
    /// See [`Amendment`].
    Amendment(Amendment),
    /// See [`Withdrawal`].
    Withdrawal(Withdrawal),
    /// See [`Consent`].
    Consent(Box<Consent>),
    /// See [`ListScope`].
    Scope(ListScope),
    /// See [`EstimateRun`].
    Estimate(Box<EstimateRun>),
}

/// The class `source` of a protected source.
#[derive(Serialize, Deserialize)]
struct Protected {
    identity: String,
}

/// The class `personal` of a consent.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Giver {
    by: String,
}

impl Entry {
    /// The kind, as the member `entry` names it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Seal(_) => "seal",
            Self::Document(_) => "document",
            Self::Source(_) => "source",
            Self::List(_) => "list",
            Self::Account(_) => "account",
            Self::Rejection(_) => "rejection",
            Self::Acceptance(_) => "acceptance",
            Self::Edit(_) => "edit",
            Self::Undo(_) => "undo",
            Self::Judgement(_) => "judgement",
            Self::Amendment(_) => "amendment",
            Self::Withdrawal(_) => "withdrawal",
            Self::Consent(_) => "consent",
            Self::Scope(_) => "scope",
            Self::Estimate(_) => "estimate",
        }
    }

    /// The body cut by class, each section in canonical form, classes in ascending order.
    ///
    /// # Errors
    /// When a number is beyond what canonical JSON carries.
    pub fn sections(&self) -> Result<Vec<(Class, String)>, CanonicalError> {
        self.check()?;
        let open = match self {
            // An account is the one kind that comes in millions: no detour over a tree of values.
            Self::Account(a) => account_section(a)?,
            Self::Open(x) => tagged(x, self.kind())?,
            Self::Seal(x) => tagged(x, self.kind())?,
            Self::Document(x) => tagged(x, self.kind())?,
            Self::Source(x) => tagged(x, self.kind())?,
            Self::List(x) => tagged(x, self.kind())?,
            Self::Rejection(x) => tagged(x, self.kind())?,
            Self::Acceptance(x) => tagged(x, self.kind())?,
            Self::Edit(x) => tagged(x, self.kind())?,
            Self::Undo(x) => tagged(x, self.kind())?,
            Self::Judgement(x) => tagged(x, self.kind())?,
            Self::Amendment(x) => tagged(x, self.kind())?,
            Self::Withdrawal(x) => tagged(x, self.kind())?,
            Self::Consent(x) => tagged(x, self.kind())?,
            Self::Scope(x) => tagged(x, self.kind())?,
            Self::Estimate(x) => tagged(x, self.kind())?,
        };
        let mut sections = vec![(Class::Open, open)];
        match self {
            Self::Account(a) if !a.personal.is_empty() => {
                sections.push((Class::Personal, serde_json::to_string(&a.personal)?));
            }
            Self::Source(Source { identity: Some(identity), .. }) => {
                sections
                    .push((Class::Source, canonical::to_string(&Protected { identity: identity.clone() })?));
            }
            Self::Consent(c) => {
                if let Some(by) = &c.by {
                    sections.push((Class::Personal, canonical::to_string(&Giver { by: by.clone() })?));
                }
            }
            Self::Open(o) if o.team != Team::default() => {
                sections.push((Class::Team, canonical::to_string(&o.team)?));
            }
            _ => {}
        }
        Ok(sections)
    }

    /// Reads an entry from its sections. A class that was erased is simply absent.
    ///
    /// # Errors
    /// When a section is not canonical JSON of the expected shape.
    pub fn from_sections<'a>(section: impl Fn(Class) -> Option<&'a str>) -> Result<Self, CanonicalError> {
        let missing = || serde::de::Error::custom("the open section is absent");
        let open = section(Class::Open).ok_or_else(|| CanonicalError::Json(missing()))?;
        let mut value: Value = serde_json::from_str(open)?;
        let kind = untag(&mut value).map_err(CanonicalError::Json)?;
        let entry = match kind.as_str() {
            "account" => {
                let mut a: Box<Account> = serde_json::from_value(value)?;
                if let Some(personal) = section(Class::Personal) {
                    a.personal = serde_json::from_str::<Personal>(personal)?;
                }
                Self::Account(a)
            }
            "open" => {
                let mut o: Opening = serde_json::from_value(value)?;
                if let Some(team) = section(Class::Team) {
                    o.team = serde_json::from_str(team)?;
                }
                Self::Open(o)
            }
            "source" => {
                let mut s: Source = serde_json::from_value(value)?;
                if let Some(source) = section(Class::Source) {
                    s.identity = Some(serde_json::from_str::<Protected>(source)?.identity);
                }
                Self::Source(s)
            }
            "seal" => Self::Seal(serde_json::from_value(value)?),
            "document" => Self::Document(serde_json::from_value(value)?),
            "list" => Self::List(serde_json::from_value(value)?),
            "rejection" => Self::Rejection(serde_json::from_value(value)?),
            "acceptance" => Self::Acceptance(serde_json::from_value(value)?),
            "edit" => Self::Edit(serde_json::from_value(value)?),
            "undo" => Self::Undo(serde_json::from_value(value)?),
            "judgement" => Self::Judgement(serde_json::from_value(value)?),
            "amendment" => Self::Amendment(serde_json::from_value(value)?),
            "withdrawal" => Self::Withdrawal(serde_json::from_value(value)?),
            "consent" => {
                let mut c: Box<Consent> = serde_json::from_value(value)?;
                if let Some(personal) = section(Class::Personal) {
                    c.by = Some(serde_json::from_str::<Giver>(personal)?.by);
                }
                Self::Consent(c)
            }
            "scope" => Self::Scope(serde_json::from_value(value)?),
            "estimate" => Self::Estimate(serde_json::from_value(value)?),
            other => {
                let words = format!("entry kind '{other}' is not known to this version of Cairn");
                return Err(CanonicalError::Json(serde::de::Error::custom(words)));
            }
        };
        // One value has one spelling: what would be written otherwise was not written by this format.
        for (class, text) in entry.sections()? {
            if section(class).is_some_and(|stored| stored != text) {
                return Err(CanonicalError::Spelling);
            }
        }
        Ok(entry)
    }

    /// What no entry says.
    fn check(&self) -> Result<(), CanonicalError> {
        let most = canonical::MAX_INTEGER as u64;
        let wrong = match self {
            Self::Account(a) => return sound(a),
            Self::Open(o) if !o.parents.is_sorted_by(|a, b| a.0 < b.0) => "parents are not sorted",
            Self::Acceptance(a) if !a.held.is_sorted_by(|a, b| a < b) => {
                "the proposals left to a person are not sorted"
            }
            Self::Edit(e) if e.was.is_empty() => "an edit mends nothing",
            Self::Judgement(j) if j.a >= j.b => "the smaller account of a pair stands first",
            Self::Judgement(j) if !j.instead_of.is_sorted_by(|a, b| a < b) => {
                "the judgements replaced are not sorted"
            }
            Self::Judgement(j) if j.score.is_some_and(|s| s > 1_000_000) => "a score is beyond a million",
            Self::Amendment(x) if x.account == x.of => "an account cannot stand in its own place",
            Self::Consent(c)
                if c.accounts.is_empty()
                    || !c.accounts.is_sorted_by(|a, b| a < b)
                    || !c.to.is_sorted_by(|a, b| a < b)
                    || !c.share_with.is_sorted_by(|a, b| a < b) =>
            {
                "the accounts or the purposes of a consent are not sorted"
            }
            Self::Scope(s) => match estimates::wrong_scope(s) {
                Some(wrong) => wrong,
                None => return Ok(()),
            },
            Self::Estimate(r) => match estimates::wrong_run(r) {
                Some(wrong) => wrong,
                None => return Ok(()),
            },
            Self::Seal(s) if s.entries > most || s.opening > most => "a number is beyond 2^53 - 1",
            _ => return Ok(()),
        };
        Err(CanonicalError::Json(serde::de::Error::custom(wrong)))
    }
}

/// What no account says: an end before its beginning, a number beyond what canonical JSON carries, a gap that is filled,
/// the details of another kind.
fn sound(a: &Account) -> Result<(), CanonicalError> {
    let about = &a.about;
    let toll = a.toll.as_ref();
    let moved = about.displacement.as_ref();
    let holding = about.holding.as_ref();
    let sizes = [
        about.size,
        moved.and_then(|d| d.households),
        moved.and_then(|d| d.persons),
        holding.and_then(|h| h.quantity),
        toll.map(|t| crate::Size(t.low, t.high)),
    ];
    for n in sizes.iter().flatten().flat_map(|s| [s.0, s.1]).flatten() {
        if n.abs() > canonical::MAX_INTEGER {
            return Err(CanonicalError::Number(n.into()));
        }
    }
    let most = canonical::MAX_INTEGER as u64;
    let at = match a.at {
        crate::Locator::Chars(start, end) => start <= end && end <= most,
        crate::Locator::Row(n) | crate::Locator::Page(n) => n <= most,
        crate::Locator::Whole => true,
    };
    let of_acts = a.acts.iter().map(|x| x.when);
    let of_statuses = a.statuses.iter().flat_map(|s| [s.as_of, s.when]);
    let of_about = [
        a.personal.born,
        toll.and_then(|t| t.when),
        moved.and_then(|d| d.when),
        about.access.as_ref().and_then(|x| x.when),
        about.declaration.as_ref().and_then(|d| d.when),
        about.incident.as_ref().and_then(|i| i.when),
    ];
    let mut intervals = of_acts.chain(of_statuses).chain(a.ties.iter().map(|t| t.when)).chain(of_about);
    if !a.edited.is_sorted_by(|a, b| a < b) {
        return Err(CanonicalError::Json(serde::de::Error::custom("the fields mended are not sorted")));
    }
    let words = |what: &str| Err(CanonicalError::Json(serde::de::Error::custom(what)));
    if !at || !intervals.all(|i| i.is_none_or(|i| i.is_ordered())) || about.age.is_some_and(|x| x.0 > x.1) {
        return words("an end stands before its beginning");
    }
    let details = [
        (about.access.is_some(), crate::Kind::Access),
        (about.declaration.is_some(), crate::Kind::Declaration),
        (about.group.is_some(), crate::Kind::Group),
        (about.displacement.is_some(), crate::Kind::Displacement),
        (about.facility.is_some(), crate::Kind::Facility),
        (about.holding.is_some(), crate::Kind::Holding),
        (about.incident.is_some(), crate::Kind::Incident),
    ];
    if details.iter().any(|(there, kind)| *there && *kind != about.kind) {
        return words("an account has the details of another kind");
    }
    match a.gap_said() {
        Some(field) => words(&format!("'{field}' is no field that can be a gap here")),
        None => Ok(()),
    }
}

fn tagged<T: Serialize>(body: &T, kind: &str) -> Result<String, CanonicalError> {
    let mut value = serde_json::to_value(body)?;
    if let Value::Object(members) = &mut value {
        members.insert("entry".to_owned(), Value::from(kind));
        members.insert("v".to_owned(), Value::from(VERSION));
    }
    canonical::to_string(&value)
}

fn untag(value: &mut Value) -> Result<String, serde_json::Error> {
    let members = value.as_object_mut().ok_or_else(|| serde::de::Error::custom("not an object"))?;
    match members.remove("v") {
        Some(v) if v == VERSION => {}
        v => {
            let words =
                format!("format version {} is not known to this version of Cairn", v.unwrap_or_default());
            return Err(serde::de::Error::custom(words));
        }
    }
    match members.remove("entry") {
        Some(Value::String(kind)) => Ok(kind),
        _ => Err(serde::de::Error::custom("the member 'entry' is absent")),
    }
}

/// The open section of an account, written in one pass: its members in alphabetical order with `entry` and `v`.
#[derive(Serialize)]
struct AccountSection<'a> {
    about: &'a crate::About,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    acts: &'a [crate::Act],
    at: &'a crate::Locator,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attributions: &'a [crate::Attribution],
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correction: &'a Option<crate::Correction>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    derived_from: &'a [EntryId],
    doc: &'a crate::DocId,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    edited: &'a [String],
    entry: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    files: &'a [crate::DocId],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    gaps: &'a BTreeMap<String, crate::Gap>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_by: &'a Option<EntryId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said_by: &'a Option<EntryId>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    statuses: &'a [crate::Status],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    ties: &'a [crate::Tie],
    #[serde(skip_serializing_if = "Option::is_none")]
    toll: &'a Option<crate::Toll>,
    v: i64,
}

fn account_section(a: &Account) -> Result<String, CanonicalError> {
    let section = AccountSection {
        about: &a.about,
        acts: &a.acts,
        at: &a.at,
        attributions: &a.attributions,
        claim: &a.claim,
        correction: &a.correction,
        derived_from: &a.derived_from,
        doc: &a.doc,
        edited: &a.edited,
        entry: "account",
        files: &a.files,
        gaps: &a.gaps,
        published_by: &a.published_by,
        said_by: &a.said_by,
        statuses: &a.statuses,
        ties: &a.ties,
        toll: &a.toll,
        v: VERSION,
    };
    let mut out = Vec::with_capacity(384);
    serde_json::to_writer(&mut out, &section)?;
    String::from_utf8(out).map_err(|_| CanonicalError::Spelling)
}
