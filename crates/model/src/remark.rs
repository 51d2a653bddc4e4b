use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// What is said beside an answer: a stable code with what is filled in, for a page that speaks its reader's language,
/// and the whole sentence in English.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Remark {
    /// Which remark.
    pub code: &'static str,
    /// What is filled in, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: Params,
    /// In English.
    pub words: String,
}

/// What is filled into a sentence, by name.
pub type Params = BTreeMap<&'static str, Param>;

/// What is filled in at one place of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A number of things.
    Number(i64),
    /// A number that is known within limits; an end that is open is `null`.
    Range {
        /// Lowest.
        low: Option<i64>,
        /// Highest.
        high: Option<i64>,
    },
    /// A code, a day (`2031-05-17`), or words of others.
    Words(String),
    /// Several things, each with its number.
    Parts(Vec<Part>),
}

/// One of several things, with its number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Part {
    /// Which.
    pub name: String,
    /// Lowest.
    pub low: Option<i64>,
    /// Highest.
    pub high: Option<i64>,
}

impl Remark {
    /// A remark.
    pub fn new(
        code: &'static str,
        params: impl IntoIterator<Item = (&'static str, Param)>,
        words: String,
    ) -> Self {
        Self { code, params: params.into_iter().collect(), words }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<(Option<i64>, Option<i64>)> for Param {
    fn from((low, high): (Option<i64>, Option<i64>)) -> Self {
        Self::Range { low, high }
    }
}

impl From<i64> for Param {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<usize> for Param {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Param {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Param {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
