//! What was done, what is said to hold, how one account belongs to another, and who says who did it.
//!
//! Each item takes the speaker of its account unless it names another.

use serde::{Deserialize, Serialize};

use crate::{DocId, EntryId, Interval};

/// One harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// What the speaker rests it on: `said`, `presumed`, `body_seen`, `identified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// How it came about: `direct`, `hunger`, `disease`, `cold`, `lack_of_care`, `unknown` (the source does not know).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// With what, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// The source denies it ("nobody was detained").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who says so, when it is not the speaker of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// Code of the vocabulary `metric`: `killed`, `injured`, `detained`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// When; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

impl Act {
    /// An act of which nothing but its type is said.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        Self {
            evidence: None,
            manner: None,
            means: None,
            negated: false,
            place: None,
            said_by: None,
            kind: kind.to_owned(),
            when: None,
        }
    }
}

/// What is said to hold, as of a day or over an interval. Rival statuses stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The day that the statement is about: it was so then, and what came later is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Interval>,
    /// Who holds, treats or occupies, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The source denies it ("we do not hold him").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who says so, when it is not the speaker of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// `in_custody`, `released`, `missing`, `alive`, `hospitalised`, `displaced`, `occupied`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// From when to when it held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

impl Status {
    /// A status of which nothing but its type is said.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        Self {
            as_of: None,
            by: None,
            negated: false,
            place: None,
            said_by: None,
            kind: kind.to_owned(),
            when: None,
        }
    }
}

/// How what this account is about belongs to what another account is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Who says so, when it is not the speaker of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// The share, in the source's words ("a third").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// The other account.
    pub to: EntryId,
    /// What this is to the other: `member`, `parent`, `spouse`, `owner`, `in_incident`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// From when to when it held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

/// What a tie rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The preserved document, when it is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<DocId>,
    /// `deed`, `tax`, `utility_bill`, `court`, `neighbour`, `photo`, …
    pub kind: String,
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
