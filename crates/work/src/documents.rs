//! Documents as a reader meets them: what there is, the text with its claims, the rows of a table, the bytes.

use std::collections::BTreeMap;

use cairn_model::{BatchId, DocId, Document};
use cairn_read::Content;
use cairn_register::View;
use serde::Serialize;

use crate::claims::{ClaimRow, ClaimState};
use crate::{Error, Result, Session};

/// Claims by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ClaimCounts {
    /// That wait for a decision.
    pub proposed: u64,
    /// That became accounts.
    pub accepted: u64,
    /// That were not taken.
    pub rejected: u64,
}

impl ClaimCounts {
    /// Counts one claim.
    pub fn add(&mut self, state: ClaimState) {
        match state {
            ClaimState::Proposed => self.proposed += 1,
            ClaimState::Accepted => self.accepted += 1,
            ClaimState::Rejected => self.rejected += 1,
        }
    }
}

/// One document in a list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    /// As stored.
    #[serde(flatten)]
    pub document: Document,
    /// `text` or `table`.
    pub kind: &'static str,
    /// The outlet's name.
    pub publisher_name: Option<String>,
    /// Claims read in it.
    pub claims: ClaimCounts,
    /// Accounts that stand on it and count.
    pub accounts: u64,
    /// The batch that added it.
    pub batch: BatchId,
    /// When.
    pub added: String,
    /// By whom.
    pub added_by: Option<String>,
}

/// A stretch of a document's text with the claims read in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentText {
    /// The document.
    pub doc: DocId,
    /// Its file name.
    pub name: String,
    /// Its language, as stated when it was added or by the file itself.
    pub lang: Option<String>,
    /// Characters of the whole text (Unicode scalar values).
    pub length: u64,
    /// Where this stretch begins.
    pub from: u64,
    /// The stretch.
    pub text: String,
    /// Whether it reads from right to left.
    pub right_to_left: bool,
    /// Claims that touch it.
    pub claims: Vec<ClaimRow>,
}

/// Rows of a table as they stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentTable {
    /// The document.
    pub doc: DocId,
    /// Its file name.
    pub name: String,
    /// The name of each column.
    pub header: Vec<String>,
    /// Rows by number, from 1.
    pub rows: Vec<(u64, Vec<String>)>,
    /// Rows of the whole table.
    pub total: u64,
}

impl Session {
    /// Every document on record, the newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn documents(&self) -> Result<Vec<DocumentRow>> {
        let view = self.store.view(None)?;
        let mut claims: BTreeMap<DocId, ClaimCounts> = BTreeMap::new();
        for claim in self.claims(None)? {
            claims.entry(claim.doc).or_default().add(claim.state);
        }
        let accounts = self.accounts_by_document(&view)?;
        let sources = view.sources();
        let mut rows: Vec<DocumentRow> = Vec::new();
        for batch in view.effective() {
            for document in &batch.documents {
                if rows.iter().any(|row| row.document.doc == document.doc) {
                    continue;
                }
                let publisher = document.publisher.and_then(|id| sources.get(&id));
                rows.push(DocumentRow {
                    kind: self.kind_of(&view, document, claims.contains_key(&document.doc))?,
                    publisher_name: publisher.map(|s| s.name.clone()),
                    claims: claims.get(&document.doc).copied().unwrap_or_default(),
                    accounts: accounts.get(&document.doc).copied().unwrap_or_default(),
                    batch: batch.id,
                    added: batch.opening.time.clone(),
                    added_by: batch.team.actor.clone(),
                    document: document.clone(),
                });
            }
        }
        rows.reverse();
        Ok(rows)
    }

    /// `length` characters of a document's text from `from`, with the claims that touch them.
    ///
    /// # Errors
    /// When there is no such document, or it is a table.
    pub fn document_text(&self, doc: DocId, from: u64, length: u64) -> Result<DocumentText> {
        let (document, bytes) = self.held(doc)?;
        let Content::Text(text) = cairn_read::read(&bytes, &document.name)? else {
            return Err(Error::WrongKind {
                file: document.name,
                what: "this is a table, not a text: ask for its rows",
            });
        };
        let mut claims = self.claims(Some(doc))?;
        let to = from.saturating_add(length);
        claims.retain(|c| (c.claim.start as u64) < to && c.claim.end as u64 > from);
        let stretch: String = text.text.chars().skip(from as usize).take(length as usize).collect();
        Ok(DocumentText {
            doc,
            name: document.name,
            lang: document.lang.or(text.lang),
            length: text.text.chars().count() as u64,
            from,
            right_to_left: reads_right_to_left(&stretch),
            text: stretch,
            claims,
        })
    }

    /// `limit` rows of a table from row `from`, counted from 1.
    ///
    /// # Errors
    /// When there is no such document, or it is a text.
    pub fn document_table(&self, doc: DocId, from: u64, limit: u64) -> Result<DocumentTable> {
        let (document, bytes) = self.held(doc)?;
        let Content::Table(table) = cairn_read::read(&bytes, &document.name)? else {
            return Err(Error::WrongKind { file: document.name, what: "this is a text, not a table" });
        };
        let total = table.len();
        let from = from.max(1);
        let wanted: Vec<u64> = (from..=total).take(limit as usize).collect();
        let cells = table.pick(&wanted)?;
        Ok(DocumentTable {
            doc,
            name: document.name.clone(),
            header: table.header().to_vec(),
            rows: wanted.into_iter().zip(cells).collect(),
            total,
        })
    }

    /// A document's bytes as they came, with what is stored about it.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn original(&self, doc: DocId) -> Result<(Document, Vec<u8>)> {
        self.held(doc)
    }

    fn held(&self, doc: DocId) -> Result<(Document, Vec<u8>)> {
        let view = self.store.view(None)?;
        let document = view.document(doc).ok_or_else(|| Error::Unknown(doc.to_string()))?;
        Ok((document.clone(), self.store.blob(doc)?))
    }

    /// What a document holds is not stored: a list was imported from a table, claims were read in a text, and only
    /// where neither tells the bytes are looked at.
    fn kind_of(&self, view: &View, document: &Document, has_claims: bool) -> Result<&'static str> {
        let imported = view.batches.iter().any(|b| b.lists.iter().any(|(_, l)| l.doc == document.doc));
        if imported {
            return Ok("table");
        }
        if has_claims {
            return Ok("text");
        }
        let bytes = self.store.blob(document.doc)?;
        Ok(match cairn_read::read(&bytes, &document.name) {
            Ok(Content::Table(_)) => "table",
            _ => "text",
        })
    }

    /// Accounts that count, by the document they stand on. Batches of a list stand on one; others are small.
    fn accounts_by_document(&self, view: &View) -> Result<BTreeMap<DocId, u64>> {
        let mut counts: BTreeMap<DocId, u64> = BTreeMap::new();
        for batch in view.effective().filter(|b| b.accounts > 0) {
            if let [(_, list)] = &batch.lists[..] {
                *counts.entry(list.doc).or_default() += batch.accounts;
                continue;
            }
            let (harms, tolls) = self.store.columns(batch.id)?;
            let mut seen: BTreeMap<u32, DocId> = BTreeMap::new();
            for columns in [&harms, &tolls] {
                let Some(column) = columns.column("doc") else { continue };
                let docs: Vec<Option<DocId>> = column.dictionary.iter().map(|d| d.parse().ok()).collect();
                for (owner, code) in columns.owners().iter().zip(&column.codes) {
                    if let Some(doc) = docs.get(*code as usize).copied().flatten() {
                        seen.insert(*owner, doc);
                    }
                }
            }
            for doc in seen.into_values() {
                *counts.entry(doc).or_default() += 1;
            }
        }
        Ok(counts)
    }
}

/// By the first letter that has a direction.
fn reads_right_to_left(text: &str) -> bool {
    let strong = text.chars().find(|c| c.is_alphabetic());
    strong.is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert!(reads_right_to_left("12 — قال الطبيب in English"));
        assert!(reads_right_to_left("«שלום»"));
        assert!(!reads_right_to_left("3 people (ثلاثة)"));
        assert!(!reads_right_to_left("12"));
    }
}
