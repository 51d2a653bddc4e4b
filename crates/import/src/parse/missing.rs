//! The four ways in which a cell says nothing, kept apart.

use super::lexicon::lexicon;
use cairn_fold::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

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

/// Whether a cell holds no value, and which of the four ways that is.
///
/// `NA` and `n/a` are read as not stated: programs write them for any empty cell.
#[must_use]
pub fn missing(raw: &str) -> Option<Missing> {
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return Some(Missing::NotStated);
    }
    if !EDGES.may_match(trimmed) {
        return None;
    }
    lexicon().missing.get(fold(trimmed).trim()).copied()
}

/// What the phrases begin and end with: most cells of a list are names, and need not be folded to be told apart.
struct Edges {
    /// By character: whether a phrase may begin with it, or end.
    first: Vec<bool>,
    last: Vec<bool>,
    longest: usize,
}

/// Characters below are looked up; the few above are always let through.
const LOOKED_UP: u32 = 0x700;

static EDGES: LazyLock<Edges> = LazyLock::new(|| {
    let phrases = &lexicon().missing;
    // Folding drops marks and tatweel, so a cell may be longer than the phrase it is.
    let longest = phrases.keys().map(|p| p.chars().count()).max().unwrap_or(0) * 2;
    let table = |edge: fn(&str) -> Option<char>| {
        let known: BTreeSet<char> = phrases.keys().filter_map(|p| edge(p)).collect();
        let fits = |c: char| edge(&fold(c.encode_utf8(&mut [0; 4]))).is_none_or(|c| known.contains(&c));
        (0..LOOKED_UP).map(|c| char::from_u32(c).is_none_or(fits)).collect()
    };
    Edges { first: table(|s| s.chars().next()), last: table(|s| s.chars().next_back()), longest }
});

impl Edges {
    fn may_match(&self, trimmed: &str) -> bool {
        let fits =
            |table: &[bool], c: Option<char>| c.is_none_or(|c| table.get(c as usize).is_none_or(|b| *b));
        // Four bytes is the longest character, so this is never too strict.
        trimmed.len() <= self.longest * 4
            && fits(&self.first, trimmed.chars().next())
            && fits(&self.last, trimmed.chars().next_back())
            && trimmed.chars().nth(self.longest).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_passes_the_edges() {
        let phrases: BTreeSet<&String> = lexicon().missing.keys().collect();
        for phrase in phrases {
            assert!(missing(phrase).is_some(), "{phrase}");
            assert!(missing(&phrase.to_uppercase()).is_some(), "{phrase} in capitals");
        }
        for raw in ["غَيْر مَعْرُوف", "Unknown ", "N/A", "НЕВІДОМО", "؟", "sin  datos", "لم يذكـر"]
        {
            // Two spaces are not one: such a cell is shown to a person instead of guessed.
            assert_eq!(missing(raw).is_some(), !raw.contains("  "), "{raw}");
        }
    }
}
