//! A number that a source gives.

use serde::{Deserialize, Serialize};

use crate::Interval;

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
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_rule: bool,
    /// Which part of a count this is: `new`, `died_of_wounds`, `body_recovered`, `administrative`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// A running total, not a period's count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cumulative: bool,
    /// Age, sex, role of the people counted, in the text's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Highest; null when open.
    pub high: Option<i64>,
    /// Feared, presumed, expected.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hypothetical: bool,
    /// Lowest; null when open.
    pub low: Option<i64>,
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// The source denies it ("no injuries").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
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
