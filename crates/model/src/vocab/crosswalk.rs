//! How codes of different lists compare, in the sense of SKOS.

use std::fmt;

use serde::Serialize;

use super::{Code, Vocabulary, all};

/// A code of a list, written `list:code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeRef<'a> {
    /// The list's name.
    pub list: &'a str,
    /// The code.
    pub code: &'a str,
}

impl<'a> CodeRef<'a> {
    /// Reads `list:code`; codes may hold colons.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (list, code) = text.split_once(':')?;
        Some(Self { list, code })
    }
}

impl fmt::Display for CodeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.list, self.code)
    }
}

impl Serialize for CodeRef<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How one code stands to another. `Broader` means that the other says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same.
    Exact,
    /// The other covers this one and more.
    Broader,
    /// The other covers a part of this one.
    Narrower,
    /// They touch.
    Related,
}

impl Relation {
    /// The word used in files and answers.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Broader => "broader",
            Self::Narrower => "narrower",
            Self::Related => "related",
        }
    }

    /// The same, seen from the other code.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Broader => Self::Narrower,
            Self::Narrower => Self::Broader,
            same => same,
        }
    }

    /// What holds between the ends when this step is followed by `next`; nothing when that cannot be said.
    #[must_use]
    pub fn then(self, next: Self) -> Option<Self> {
        match (self, next) {
            (Self::Exact, r) | (r, Self::Exact) => Some(r),
            (Self::Broader, Self::Broader) => Some(Self::Broader),
            (Self::Narrower, Self::Narrower) => Some(Self::Narrower),
            _ => None,
        }
    }
}

/// One line of a crosswalk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mapping<'a> {
    /// From.
    pub from: CodeRef<'a>,
    /// To.
    pub to: CodeRef<'a>,
    /// How `to` stands to `from`.
    pub relation: Relation,
    /// The code through which the two were compared; none when a file says it.
    pub via: Option<CodeRef<'a>>,
}

/// The comparisons that a code's file writes out.
pub(super) fn written<'a>(list: &'a Vocabulary, code: &'a Code) -> impl Iterator<Item = Mapping<'a>> {
    let from = CodeRef { list: &list.name, code: &code.code };
    [
        (Relation::Exact, &code.exact),
        (Relation::Broader, &code.broader),
        (Relation::Narrower, &code.narrower),
        (Relation::Related, &code.related),
    ]
    .into_iter()
    .flat_map(|(relation, targets)| targets.iter().map(move |t| (relation, t)))
    .filter_map(move |(relation, target)| {
        CodeRef::parse(target).map(|to| Mapping { from, to, relation, via: None })
    })
}

/// Every comparison that a file writes out, both ways, sorted.
#[must_use]
pub fn mappings() -> Vec<Mapping<'static>> {
    let mut found: Vec<_> = all()
        .iter()
        .flat_map(|list| list.codes.iter().flat_map(move |code| written(list, code)))
        .flat_map(|m| [m, Mapping { from: m.to, to: m.from, relation: m.relation.reversed(), via: None }])
        .collect();
    found.sort();
    found.dedup();
    found
}

/// How the codes of one list stand to those of another, as files say it or through one code of a third list. Of
/// several ways between two codes the one in a file is kept, else the closest relation.
#[must_use]
pub fn crosswalk(from: &str, to: &str) -> Vec<Mapping<'static>> {
    let known = mappings();
    let starts = |list: &str| known.iter().filter(move |m| m.from.list == list).copied().collect::<Vec<_>>();
    let mut found: Vec<Mapping<'static>> = Vec::new();
    for first in starts(from) {
        if first.to.list == to {
            found.push(first);
            continue;
        }
        let second = known.iter().filter(|m| m.from == first.to && m.to.list == to);
        found.extend(second.filter_map(|m| {
            let relation = first.relation.then(m.relation)?;
            Some(Mapping { from: first.from, to: m.to, relation, via: Some(first.to) })
        }));
    }
    found.sort_by_key(|m| (m.from, m.to, m.via.is_some(), m.relation, m.via));
    found.dedup_by_key(|m| (m.from, m.to));
    found
}
