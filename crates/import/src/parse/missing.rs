//! The four ways in which a cell says nothing, kept apart.

use super::lexicon::lexicon;
use cairn_fold::fold;

/// Why there is no value. The four are different statements of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The source says nothing: an empty cell, a dash, "no data".
    NotStated,
    /// The source says that it does not know.
    Unknown,
    /// The person or the source declined to say.
    Refused,
    /// The question does not arise.
    NotApplicable,
}

impl Missing {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStated => "not_stated",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// No phrase that means "nothing" is longer.
const LONGEST: usize = 60;

/// Whether a cell holds no value, and which of the four ways that is.
///
/// `NA` and `n/a` are read as not stated: programs write them for any empty cell.
#[must_use]
pub fn missing(raw: &str) -> Option<Missing> {
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return Some(Missing::NotStated);
    }
    if trimmed.len() > LONGEST || trimmed.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    lexicon().missing.get(fold(trimmed).trim()).copied()
}
