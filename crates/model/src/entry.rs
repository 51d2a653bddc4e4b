//! One record of the log.
//!
//! The body of an entry is kept already cut by protection class: one canonical JSON object per class present. The
//! classes are hashed apart, so that a proof can open one of them, or an erasure destroy one, without the others.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::canonical::{self, CanonicalError};
use crate::{Account, ChainId, DocId, EntryId, Personal};

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

/// A batch is named by the entry that opens it.
pub type BatchId = EntryId;

/// Opens a batch: everything up to its [`Seal`] becomes visible together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The verb: `add`, `import`, `accept`, `reject`, `undo`, …
    pub act: String,
    /// One more than the greatest lamport number seen: batches fold by (lamport, chain, sequence).
    pub lamport: u64,
    /// The sealed size of every other chain that this device had seen, sorted by chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<(ChainId, u64)>,
    /// When, UTC, RFC 3339 to the second.
    pub time: String,
    /// Who and why.
    #[serde(skip)]
    pub team: Team,
}

/// Who of the team acted, and why. Never disclosed by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Who acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Closes a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// How many entries stand between the opening and this.
    pub entries: u64,
    /// Sequence of the opening.
    pub opening: u64,
}

/// A preserved document. Its bytes are the blob named by `doc`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Size of the file.
    pub bytes: u64,
    /// SHA-256 of the bytes.
    pub doc: DocId,
    /// Language code, when stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// File name as it came, without folders.
    pub name: String,
    /// The day it bears, ISO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The outlet, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<EntryId>,
    /// Title, when stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A person or organisation that says things. A protected source has its name in the class `source` only and is
/// shown by its alias everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name, or the alias of a protected source.
    pub name: String,
    /// Whether `name` is an alias.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub protected: bool,
    /// The identity behind the alias.
    #[serde(skip)]
    pub identity: Option<String>,
}

/// One version of a list: the accounts of its batch are its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListVersion {
    /// Header cells, in order.
    pub columns: Vec<String>,
    /// Why this version stands in the place of the one before: `new-version`, the source changed its word, or
    /// `our-correction`, we mend our slip.
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The document.
    pub doc: DocId,
    /// The column that names a person across versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The mapping as applied, in the format of `--map`.
    pub map: String,
    /// Who speaks, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// The list of which this is a version: by default only the rows of its latest version count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
}

/// A person's decision not to take a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// The proposal.
    pub claim: String,
}

/// Withdraws a batch as one act; nothing is deleted. Undoing an undo brings the batch back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The batch.
    pub batch: BatchId,
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
    /// See [`Undo`].
    Undo(Undo),
}

/// The class `source` of a protected source.
#[derive(Serialize, Deserialize)]
struct Protected {
    identity: String,
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
            Self::Undo(_) => "undo",
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
            Self::Undo(x) => tagged(x, self.kind())?,
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
            "undo" => Self::Undo(serde_json::from_value(value)?),
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

    /// What no entry says: an end before its beginning, numbers beyond what canonical JSON carries.
    fn check(&self) -> Result<(), CanonicalError> {
        let words = |what: &str| CanonicalError::Json(serde::de::Error::custom(what));
        let sound = match self {
            Self::Account(a) => {
                let toll = a.toll.as_ref();
                let mut intervals = a.acts.iter().map(|act| act.when).chain([a.personal.born]);
                let ranges = [a.about.size.map(|s| (s.0, s.1)), toll.map(|t| (t.low, t.high))];
                let numbers = ranges.iter().flatten().flat_map(|(low, high)| [*low, *high]).flatten();
                for n in numbers {
                    if n.abs() > canonical::MAX_INTEGER {
                        return Err(CanonicalError::Number(n.into()));
                    }
                }
                let most = canonical::MAX_INTEGER as u64;
                let at = match a.at {
                    crate::Locator::Chars(start, end) => start <= end && end <= most,
                    crate::Locator::Row(row) => row <= most,
                    crate::Locator::Whole => true,
                };
                at && intervals.all(|i| i.is_none_or(|i| i.is_ordered()))
                    && toll.and_then(|t| t.when).is_none_or(|i| i.is_ordered())
                    && a.about.age.is_none_or(|age| age.0 <= age.1)
            }
            Self::Open(o) => o.parents.is_sorted_by(|a, b| a.0 < b.0),
            _ => true,
        };
        if sound {
            Ok(())
        } else {
            Err(words("an end stands before its beginning, or parents are not sorted"))
        }
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
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    derived_from: &'a [EntryId],
    doc: &'a DocId,
    entry: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_by: &'a Option<EntryId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said_by: &'a Option<EntryId>,
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
        derived_from: &a.derived_from,
        doc: &a.doc,
        entry: "account",
        published_by: &a.published_by,
        said_by: &a.said_by,
        toll: &a.toll,
        v: VERSION,
    };
    let mut out = Vec::with_capacity(384);
    serde_json::to_writer(&mut out, &section)?;
    String::from_utf8(out).map_err(|_| CanonicalError::Spelling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        About, Act, Ages, Attribution, Identifier, Interval, Kind, Locator, Name, Qualifier, Size, Toll,
    };

    fn full_account() -> Account {
        let id: EntryId = "3f9c2a1b-7".parse().unwrap();
        let when: Interval = "2023-10-07/..".parse().unwrap();
        Account {
            about: About {
                age: Some(Ages(3, 4)),
                kind: Kind::Group,
                sex: Some("f".into()),
                size: Some(Size(Some(2), None)),
                status: Some("civilian".into()),
            },
            acts: vec![Act { place: Some("قرية".into()), kind: "killed".into(), when: Some(when) }],
            at: Locator::Chars(3, 9),
            attributions: vec![Attribution {
                actor: "A".into(),
                said_by: Some("B".into()),
                stance: Some("accuses".into()),
            }],
            claim: Some("c".into()),
            derived_from: vec![id],
            doc: DocId([7; 32]),
            published_by: Some(id),
            said_by: Some(id),
            toll: Some(Toll {
                by_rule: true,
                component: Some("new".into()),
                cumulative: true,
                group: Some("children".into()),
                high: None,
                hypothetical: true,
                low: Some(24),
                metric: "killed".into(),
                negated: true,
                party: Some("p".into()),
                period: Some("since".into()),
                place: Some("q".into()),
                qualifier: Qualifier::AtLeast,
                scope: Some("civilians".into()),
                unit: Some("people".into()),
                when: Some(when),
            }),
            personal: Personal {
                born: Some("1990-01-01/1990-12-31".parse().unwrap()),
                ids: vec![Identifier { scheme: "key".into(), value: "K1".into() }],
                names: vec![Name {
                    part: "given".into(),
                    script: Some("Latn".into()),
                    text: "X\u{7}\n".into(),
                }],
            },
        }
    }

    /// The fast path must give the canonical bytes, or hashes would depend on the path taken.
    #[test]
    fn struct_order_is_canonical_order() {
        for entry in [Entry::Account(Box::new(full_account())), Entry::Account(Box::new(least_account()))] {
            for (class, text) in entry.sections().unwrap() {
                let value: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(canonical::to_string(&value).unwrap(), text, "{class}");
            }
        }
    }

    fn least_account() -> Account {
        Account {
            about: About { age: None, kind: Kind::Person, sex: None, size: None, status: None },
            acts: vec![],
            at: Locator::Whole,
            attributions: vec![],
            claim: None,
            derived_from: vec![],
            doc: DocId([0; 32]),
            published_by: None,
            said_by: None,
            toll: None,
            personal: Personal::default(),
        }
    }

    #[test]
    fn every_kind_reads_back() {
        let id: EntryId = "3f9c2a1b-7".parse().unwrap();
        let doc = DocId([1; 32]);
        let team = Team { actor: Some("a".into()), reason: Some("r".into()) };
        for entry in [
            Entry::Account(Box::new(full_account())),
            Entry::Account(Box::new(least_account())),
            Entry::Open(Opening {
                act: "import".into(),
                lamport: 3,
                parents: vec![(id.chain, 9)],
                time: "2024-01-02T03:04:05Z".into(),
                team,
            }),
            Entry::Seal(Seal { entries: 2, opening: 5 }),
            Entry::Document(Document {
                bytes: 5,
                doc,
                lang: Some("ar".into()),
                name: "n".into(),
                published: Some("2023-10-13".into()),
                publisher: Some(id),
                title: Some("t".into()),
            }),
            Entry::Source(Source { name: "alias".into(), protected: true, identity: Some("who".into()) }),
            Entry::List(ListVersion {
                columns: vec!["a".into()],
                because: Some("new-version".into()),
                doc,
                key: Some("a".into()),
                map: "m".into(),
                said_by: Some(id),
                series: Some("s".into()),
            }),
            Entry::Rejection(Rejection { claim: "c".into() }),
            Entry::Undo(Undo { batch: id }),
        ] {
            let sections = entry.sections().unwrap();
            assert!(sections.is_sorted_by_key(|(class, _)| *class));
            let read = Entry::from_sections(|class| {
                sections.iter().find(|(c, _)| *c == class).map(|(_, text)| text.as_str())
            })
            .unwrap();
            assert_eq!(read, entry);
        }
    }

    #[test]
    fn unknown_kinds_and_versions_are_refused() {
        for open in [r#"{"entry":"miracle","v":1}"#, r#"{"entry":"seal","v":2}"#, r#"{"v":1}"#, "[]", "{"] {
            assert!(Entry::from_sections(|c| (c == Class::Open).then_some(open)).is_err(), "{open}");
        }
    }
}
