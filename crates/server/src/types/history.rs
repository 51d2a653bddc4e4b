use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DocumentMeta, V1, Words};

/// One batch in words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryRow {
    /// Its id.
    pub batch: String,
    /// The position after it, in short form.
    pub position: String,
    /// When, UTC.
    pub time: String,
    /// Who.
    pub actor: Option<String>,
    /// The verb: `add`, `import`, `accept`, `reject`, `undo`, …
    pub act: String,
    /// Why.
    pub reason: Option<String>,
    /// Accounts it added.
    pub accounts: u64,
    /// Names of the documents it added or drew on, and of the lists it declared or counted.
    pub documents: Vec<String>,
    /// Claims rejected.
    pub rejected: usize,
    /// Batches it withdraws.
    pub undoes: Vec<String>,
    /// The batch that withdraws it.
    pub undone_by: Option<String>,
}

impl From<cairn_work::HistoryRow> for HistoryRow {
    fn from(r: cairn_work::HistoryRow) -> Self {
        Self {
            batch: r.batch.to_string(),
            position: r.position,
            time: r.time,
            actor: r.actor,
            act: r.act,
            reason: r.reason,
            accounts: r.accounts,
            documents: r.documents,
            rejected: r.rejected,
            undoes: r.undoes.iter().map(ToString::to_string).collect(),
            undone_by: r.undone_by.map(|b| b.to_string()),
        }
    }
}

/// What was done, the latest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct History {
    pub version: V1,
    pub batches: Vec<HistoryRow>,
    pub total: usize,
    /// For `after`; null at the end.
    pub next: Option<String>,
}

/// One act.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryOne {
    pub version: V1,
    pub batch: HistoryRow,
}

/// Why something is done.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonRequest {
    /// For the log.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub reason: Option<String>,
}

/// What an undo did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Undone {
    pub version: V1,
    /// The batch that records the undo: undoing it brings everything back.
    pub batch: String,
    /// The batch withdrawn.
    pub undone: String,
    pub position: String,
    /// Accounts that no longer count; of an undone undo, those that count again.
    pub accounts: u64,
    /// Whether this undid an undo.
    pub brought_back: bool,
    /// Batches that still count on documents that the batch added.
    pub still_standing: Vec<String>,
}

impl From<cairn_work::Undone> for Undone {
    fn from(u: cairn_work::Undone) -> Self {
        Self {
            version: V1,
            batch: u.batch.to_string(),
            undone: u.undone.to_string(),
            position: u.position,
            accounts: u.accounts,
            brought_back: u.brought_back,
            still_standing: u.still_standing.iter().map(ToString::to_string).collect(),
        }
    }
}

/// An id walked back to who said it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Provenance {
    pub version: V1,
    /// The id asked for.
    pub id: String,
    /// What it names: `account`, `claim`, `document`, `source` or `batch`.
    pub is: String,
    /// The speaker; null: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    pub published_by: Option<String>,
    /// The day the document bears.
    pub said_on: Option<String>,
    /// The document.
    pub document: Option<DocumentMeta>,
    /// The words, and where they stand.
    pub words: Option<Words>,
    /// Its entry in the log: the act that made it, when, by whom, at which position, whether withdrawn.
    pub entry: Option<HistoryRow>,
    /// Of an account: what else there is to know of it.
    pub origin: Option<AccountOrigin>,
    /// Everything that is stored under the id.
    #[schema(value_type = Object)]
    pub shown: serde_json::Value,
}

impl From<cairn_work::Provenance> for Provenance {
    fn from(p: cairn_work::Provenance) -> Self {
        let shown = serde_json::to_value(&p.shown).unwrap_or_default();
        Self {
            version: V1,
            id: p.id,
            is: shown.get("is").and_then(|v| v.as_str()).unwrap_or_default().to_owned(),
            said_by: p.said_by,
            published_by: p.published_by,
            said_on: p.said_on,
            document: p.document.map(Into::into),
            words: p.words.map(Into::into),
            entry: p.batch.map(Into::into),
            origin: p.account.map(Into::into),
            shown,
        }
    }
}

/// Where an account comes from, beside its words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountOrigin {
    /// The speaker's name is the alias of a protected source.
    pub protected: bool,
    /// The day that the statement is about, where it says one.
    pub as_of: Option<String>,
    /// Accounts that it relays.
    pub derived_from: Vec<String>,
    /// The claim that somebody accepted, when it came from one.
    pub claim: Option<String>,
    /// Fields that the person who accepted it mended.
    pub edited: Vec<String>,
    /// Whether it counts now.
    pub counts: bool,
    /// Its chain and its place there: the entry's id.
    pub entry: String,
    /// The leaf's hash: what checkpoints and proofs bind.
    pub leaf: String,
    pub batch: String,
}

impl From<cairn_work::AccountOrigin> for AccountOrigin {
    fn from(o: cairn_work::AccountOrigin) -> Self {
        Self {
            protected: o.protected,
            as_of: o.as_of,
            derived_from: o.derived_from.iter().map(ToString::to_string).collect(),
            claim: o.claim,
            edited: o.edited,
            counts: o.counts,
            entry: o.entry.to_string(),
            leaf: o.leaf,
            batch: o.batch.to_string(),
        }
    }
}
