//! One source's word on one thing.
//!
//! Members of every struct here stand in alphabetical order, so that serialising one gives its canonical form
//! without a sort (tested in `entry/tests.rs`). Absent members are left out.

mod about;
mod harm;
mod personal;
mod toll;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{DocId, EntryId};

pub use about::{
    About, Access, AccessLevel, Declaration, Displacement, Facility, Holding, Incident, Kind, Measure, Size,
};
pub use harm::{Act, Attribution, Evidence, Status, Tie};
pub use personal::{Identifier, Name, Personal};
pub use toll::{Qualifier, Toll};

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
    /// The earlier account on which the source changed its word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// What it relays: twenty outlets repeating one ministry count as one origin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<EntryId>,
    /// The preserved document.
    pub doc: DocId,
    /// Fields of the claim that the person who accepted it mended, sorted; an entry of the kind `edit` has what the
    /// machine had read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edited: Vec<String>,
    /// Documents kept beside it: photographs, scans, a deed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<DocId>,
    /// Fields of which the source says why it does not say them. A field that is neither said nor here is "not stated".
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gaps: BTreeMap<String, Gap>,
    /// The outlet, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_by: Option<EntryId>,
    /// The speaker, a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<EntryId>,
    /// What is said to hold, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// How this belongs to what other accounts are about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// A number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toll: Option<Toll>,
    /// The identifying part, of a protection class of its own.
    #[serde(skip)]
    pub personal: Personal,
}

impl Account {
    /// An account of this kind that stands in `doc` at `at` and says nothing yet.
    #[must_use]
    pub fn new(kind: Kind, doc: DocId, at: Locator) -> Self {
        Self {
            about: About::of(kind),
            acts: Vec::new(),
            at,
            attributions: Vec::new(),
            claim: None,
            correction: None,
            derived_from: Vec::new(),
            doc,
            edited: Vec::new(),
            files: Vec::new(),
            gaps: BTreeMap::new(),
            published_by: None,
            said_by: None,
            statuses: Vec::new(),
            ties: Vec::new(),
            toll: None,
            personal: Personal::default(),
        }
    }

    /// Fields that the account both says and calls a gap: none may.
    pub(crate) fn gap_said(&self) -> Option<&str> {
        let said = |field: &str| match field {
            "age" => self.about.age.is_some(),
            // "The source does not know the sex" is the code `unknown` of the vocabulary: one spelling.
            "sex" => self.about.sex.is_some() || self.gaps.get("sex") == Some(&Gap::Unknown),
            "size" => self.about.size.is_some(),
            "status" => self.about.status.is_some(),
            "born" => self.personal.born.is_some(),
            "ids" => !self.personal.ids.is_empty(),
            "names" => !self.personal.names.is_empty(),
            "attributions" => !self.attributions.is_empty(),
            "place" | "when" | "means" | "cause" | "said_by" | "members" | "whereabouts" | "tenure"
            | "number" => false,
            _ => true,
        };
        self.gaps.keys().map(String::as_str).find(|field| said(field))
    }
}

/// Why a field has no value. Absent is a fourth answer: the source does not speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// It has none: a stillborn child has no age.
    NotApplicable,
    /// The source will not say.
    Refused,
    /// The source says that it does not know.
    Unknown,
}

impl Gap {
    /// Fields that can be called a gap.
    pub const FIELDS: [&'static str; 17] = [
        "age",
        "attributions",
        "born",
        "cause",
        "ids",
        "means",
        "members",
        "names",
        "number",
        "place",
        "said_by",
        "sex",
        "size",
        "status",
        "tenure",
        "when",
        "whereabouts",
    ];

    /// The code used in entries.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::NotApplicable, Self::Refused, Self::Unknown].into_iter().find(|g| g.code() == code)
    }
}

/// A source changes its own word. Our slips are other things: see [`crate::Amendment`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The earlier account.
    pub of: EntryId,
    /// How.
    pub stance: CorrectionStance,
    /// Why, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What a source does to its earlier word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionStance {
    /// Both stand; this one says more exactly what the earlier one meant.
    Clarifies,
    /// This account stands in the place of the earlier one.
    Corrects,
    /// The earlier one is doubted; both stand.
    Disputes,
    /// The earlier one is taken back.
    Retracts,
}

impl CorrectionStance {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Clarifies => "clarifies",
            Self::Corrects => "corrects",
            Self::Disputes => "disputes",
            Self::Retracts => "retracts",
        }
    }
}

/// Where in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locator {
    /// Unicode scalar values from start to end (exclusive) of the text as read.
    Chars(u64, u64),
    /// A page, counted from 1.
    Page(u64),
    /// Row of a table, data rows counted from 1.
    Row(u64),
    /// The document as a whole.
    Whole,
}
