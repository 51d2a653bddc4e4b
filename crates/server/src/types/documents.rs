use cairn_model::Document;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ClaimRow, V1};

/// A document's own facts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentMeta {
    /// The SHA-256 of its bytes.
    pub doc: String,
    /// File name.
    pub name: String,
    pub title: Option<String>,
    pub lang: Option<String>,
    /// The day it bears.
    pub published: Option<String>,
    pub bytes: u64,
}

impl From<Document> for DocumentMeta {
    fn from(d: Document) -> Self {
        Self {
            doc: d.doc.to_string(),
            name: d.name,
            title: d.title,
            lang: d.lang,
            published: d.published,
            bytes: d.bytes,
        }
    }
}

impl From<cairn_work::DocumentRef> for DocumentMeta {
    fn from(d: cairn_work::DocumentRef) -> Self {
        Self {
            doc: d.doc.to_string(),
            name: d.name,
            title: d.title,
            lang: d.lang,
            published: d.published,
            bytes: d.bytes,
        }
    }
}

/// Claims by what became of them.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct ClaimCounts {
    /// That wait for a decision.
    pub proposed: u64,
    pub accepted: u64,
    pub rejected: u64,
}

impl From<cairn_work::ClaimCounts> for ClaimCounts {
    fn from(c: cairn_work::ClaimCounts) -> Self {
        Self { proposed: c.proposed, accepted: c.accepted, rejected: c.rejected }
    }
}

/// One document in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentRow {
    #[serde(flatten)]
    pub meta: DocumentMeta,
    /// `text` or `table`.
    pub kind: String,
    /// The outlet.
    pub publisher: Option<String>,
    pub claims: ClaimCounts,
    /// Accounts that stand on it and count.
    pub accounts: u64,
    /// The batch that added it.
    pub batch: String,
    /// When it was added, UTC.
    pub added: String,
    pub added_by: Option<String>,
}

impl From<cairn_work::DocumentRow> for DocumentRow {
    fn from(r: cairn_work::DocumentRow) -> Self {
        Self {
            meta: r.document.into(),
            kind: r.kind.to_owned(),
            publisher: r.publisher_name,
            claims: r.claims.into(),
            accounts: r.accounts,
            batch: r.batch.to_string(),
            added: r.added,
            added_by: r.added_by,
        }
    }
}

/// Documents, the newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Documents {
    pub version: V1,
    pub documents: Vec<DocumentRow>,
    pub total: usize,
    /// For `after`; null at the end.
    pub next: Option<String>,
}

/// One document.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentOne {
    pub version: V1,
    pub document: DocumentRow,
}

/// What became of a file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Added {
    pub name: String,
    /// The document's id.
    pub doc: String,
    /// `text` or `table`.
    pub kind: String,
    /// The batch that added it; null when the same bytes were here already.
    pub batch: Option<String>,
    /// Claims that wait for a decision.
    pub claims: usize,
}

impl From<cairn_work::Added> for Added {
    fn from(a: cairn_work::Added) -> Self {
        Self {
            name: a.name,
            doc: a.doc.to_string(),
            kind: a.kind.to_owned(),
            batch: a.batch.map(|b| b.to_string()),
            claims: a.claims,
        }
    }
}

/// What became of a file sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentAdded {
    pub version: V1,
    pub added: Added,
}

/// A stretch of a text with its claims. Places count Unicode scalar values.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentText {
    pub version: V1,
    pub doc: String,
    pub name: String,
    pub lang: Option<String>,
    /// `ltr` or `rtl`, by the first letter.
    pub dir: &'static str,
    /// Characters of the whole text.
    pub length: u64,
    /// Where this stretch begins.
    pub from: u64,
    pub text: String,
    /// Claims that touch it.
    pub claims: Vec<ClaimRow>,
}

impl From<cairn_work::DocumentText> for DocumentText {
    fn from(t: cairn_work::DocumentText) -> Self {
        Self {
            version: V1,
            doc: t.doc.to_string(),
            name: t.name,
            lang: t.lang,
            dir: if t.right_to_left { "rtl" } else { "ltr" },
            length: t.length,
            from: t.from,
            text: t.text,
            claims: t.claims.into_iter().map(Into::into).collect(),
        }
    }
}

/// Rows of a table as they stand there.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentTable {
    pub version: V1,
    pub doc: String,
    pub name: String,
    pub header: Vec<String>,
    pub rows: Vec<TableRow>,
    /// Rows of the whole table.
    pub total: u64,
}

/// One row of a table.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TableRow {
    /// Its number, from 1.
    pub row: u64,
    pub cells: Vec<String>,
}

impl From<cairn_work::DocumentTable> for DocumentTable {
    fn from(t: cairn_work::DocumentTable) -> Self {
        Self {
            version: V1,
            doc: t.doc.to_string(),
            name: t.name,
            header: t.header,
            rows: t.rows.into_iter().map(|(row, cells)| TableRow { row, cells }).collect(),
            total: t.total,
        }
    }
}
