//! What an entry can be, beside an account.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ChainId, DocId, EntryId};

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

/// The rule that chose the proposals accepted in this batch, and those of its choice that it leaves to a person. Those
/// tell how often the rule errs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Proposals left to a person, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<String>,
    /// What the rule is called.
    pub name: String,
    /// The rule as applied, in the format of its file.
    pub rule: String,
    /// Which version of it.
    pub version: String,
}

/// What a machine had read, where the person who accepted its proposal mended it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The proposal.
    pub claim: String,
    /// The members mended, with what the machine had: as text, null for nothing.
    pub was: BTreeMap<String, Option<String>>,
}

/// Withdraws a batch as one act; nothing is deleted. Undoing an undo brings the batch back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The batch.
    pub batch: BatchId,
}

/// A decision whether two accounts are about the same person, group, incident or holding.
///
/// Who decided, when and why stands in the opening of the batch. Judgements are a set: in which order they were made
/// does not matter, and one that is taken back by `instead_of` is named by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The smaller account id.
    pub a: EntryId,
    /// The greater.
    pub b: EntryId,
    /// Earlier judgements of the same pair that this one replaces, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instead_of: Vec<EntryId>,
    /// The model that made it, when no person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The model's probability that they are the same, in parts of a million.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<u32>,
    /// The decision.
    pub verdict: Verdict,
}

/// A decision on a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Not about the same.
    Different,
    /// About the same.
    Same,
    /// It cannot be told.
    Unsure,
}

impl Verdict {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::Same => "same",
            Self::Unsure => "unsure",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Different, Self::Same, Self::Unsure].into_iter().find(|v| v.code() == code)
    }
}

/// We mend our slip: the source never said what `of` has, and `account` stands in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The account as it should have been.
    pub account: EntryId,
    /// The account with the slip.
    pub of: EntryId,
}

/// We take an account out of every figure; it stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The account.
    pub account: EntryId,
}

/// What may be done with accounts, and by whose leave. An account of which no consent is on record may be kept, and
/// nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// The accounts, sorted.
    pub accounts: Vec<EntryId>,
    /// Why no person was asked, for what a public body has published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The day it was given, ISO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// The language in which it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The bodies with which may be shared, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub share_with: Vec<String>,
    /// How it stands.
    pub state: ConsentState,
    /// To what, sorted: `court`, `publish_anonymous`, `publish_name`, `publish_photo`, `record`, `share_named`.
    pub to: Vec<String>,
    /// The last day on which it holds, ISO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Who gave, refused or took it back; of the protection class of persons.
    #[serde(skip)]
    pub by: Option<String>,
}

/// How a consent stands. A later entry about the same account and purpose settles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// Leave is given.
    Given,
    /// No person was asked, because a public body has published it: see `basis`.
    PublicList,
    /// Leave was asked for and is not given.
    Refused,
    /// Leave given before is taken back.
    Withdrawn,
}

impl ConsentState {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::PublicList => "public_list",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Given, Self::PublicList, Self::Refused, Self::Withdrawn].into_iter().find(|s| s.code() == code)
    }
}
