//! One source's word on one thing.
//!
//! Members of every struct here stand in alphabetical order, so that serialising one gives its canonical form
//! without a sort (tested in `entry.rs`). Absent members are left out.

use serde::{Deserialize, Serialize};

use crate::{Ages, DocId, EntryId, Interval};

/// One source's word on one person, group, incident or figure, in one document at one place in it.
///
/// `said_by` is the speaker and is kept apart from `published_by`, the outlet. A null speaker means that the
/// document's text is its own narrator and does not state an author; it is never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// What it is about.
    pub about: About,
    /// Harms, each with type, time and place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
    /// Where in the document.
    pub at: Locator,
    /// Who is said to have done it, and who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributions: Vec<Attribution>,
    /// The proposal that a person accepted, when it came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// What it relays: twenty outlets repeating one ministry count as one origin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<EntryId>,
    /// The preserved document.
    pub doc: DocId,
    /// The outlet, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_by: Option<EntryId>,
    /// The speaker, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// A number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toll: Option<Toll>,
    /// The identifying part, of a protection class of its own.
    #[serde(skip)]
    pub personal: Personal,
}

/// What an account is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Completed years at the time of the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Ages>,
    /// Which kind of thing.
    pub kind: Kind,
    /// Sex code of the vocabulary `sex`; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// For a group: how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    /// Civilian status as the source says it, code of the vocabulary `status`; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// What accounts can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An individual, named or not.
    Person,
    /// A family, household or set of unnamed people.
    Group,
    /// An event.
    Incident,
    /// A number that a source gives.
    Figure,
    /// What an actor declared, or which legal instrument the source says applies: no number.
    Declaration,
}

impl Kind {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Incident => "incident",
            Self::Figure => "figure",
            Self::Declaration => "declaration",
        }
    }
}

/// The size of a group; an open end is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size(pub Option<i64>, pub Option<i64>);

/// The identifying fields of a person, hashed and disclosed apart from the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// Birth date, earliest and latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Interval>,
    /// Identifiers that a list or an authority gave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<Identifier>,
    /// Names as written, in every script given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Name>,
}

impl Personal {
    /// Whether nothing identifying is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// An identifier in its scheme, such as a list's own key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Which list or authority numbers so: the column's name for a list.
    pub scheme: String,
    /// As written.
    pub value: String,
}

/// A name as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// `full`, or the part that a column holds: `given`, `father`, `grandfather`, `family`, …
    #[serde(default = "full", skip_serializing_if = "is_full")]
    pub part: String,
    /// ISO 15924 code of the script, such as `Arab` or `Latn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// As written.
    pub text: String,
}

fn full() -> String {
    "full".to_owned()
}

fn is_full(part: &str) -> bool {
    part == "full"
}

/// One harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Code of the vocabulary `metric`: `killed`, `injured`, `detained`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// When; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

/// Who says who did it. The speaker of a number is never assumed to be the speaker of its cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Who is said to have done it, in the source's words.
    pub actor: String,
    /// Who says so, in the text's words; null is the text itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// `accuses`, `claims`, `admits`, `denies`, `other_cause`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
}

/// Where in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locator {
    /// Unicode scalar values from start to end (exclusive) of the text as read.
    Chars(u64, u64),
    /// Row of a table, data rows counted from 1.
    Row(u64),
    /// The document as a whole.
    Whole,
}

/// How exactly a source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// At least, more than, over.
    AtLeast,
    /// At most, up to, fewer than.
    AtMost,
    /// About, some, nearly.
    About,
    /// Dozens, hundreds, several, or no number at all.
    Vague,
}

impl Qualifier {
    /// The code used in entries, columns and exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::About => "about",
            Self::Vague => "vague",
        }
    }
}

/// A number that a source gives, with the source's own words beside the range that was read from them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toll {
    /// The range comes from a rule for a vague word, not from the speaker.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_rule: bool,
    /// Which part of a count this is: `new`, `died_of_wounds`, `body_recovered`, `administrative`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// A running total, not a period's count.
    #[serde(default, skip_serializing_if = "is_false")]
    pub cumulative: bool,
    /// Age, sex, role of the people counted, in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Highest; null when open.
    pub high: Option<i64>,
    /// Feared, presumed, expected.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hypothetical: bool,
    /// Lowest; null when open.
    pub low: Option<i64>,
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// The source denies it ("no injuries").
    #[serde(default, skip_serializing_if = "is_false")]
    pub negated: bool,
    /// Nation, side or community of the people counted, in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The period in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Where, in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// Whom and how sure: code of the vocabulary `scope`; null is "not stated". Only tolls of one scope compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// What is counted, in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The period as dates, as far as text and document date settle it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

fn is_false(b: &bool) -> bool {
    !b
}
