//! What identifies a person who came to harm: of a protection class of its own.

use serde::{Deserialize, Serialize};

use crate::Interval;

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
