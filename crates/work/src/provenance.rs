//! Walking back: who said it, when, where, in what words, in which document at which place, and its entry in the log.

use cairn_model::{DocId, Document};
use serde::Serialize;

use crate::history::HistoryRow;
use crate::show::{Shown, Words};
use crate::{Result, Session};

/// What stands behind an id.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provenance {
    /// The id asked for.
    pub id: String,
    /// The speaker; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    pub published_by: Option<String>,
    /// The day the document bears.
    pub said_on: Option<String>,
    /// The document.
    pub document: Option<Document>,
    /// The words, and where they stand.
    pub words: Option<Words>,
    /// The batch that holds the entry: when, by whom, at which position, whether withdrawn.
    pub batch: Option<HistoryRow>,
    /// What the id names.
    pub shown: Shown,
}

impl Session {
    /// Walks an id back to who said it: of an account, claim, document, source or batch.
    ///
    /// # Errors
    /// As [`Session::show`].
    pub fn provenance(&self, id: &str) -> Result<Provenance> {
        let shown = self.show(id)?;
        let view = self.store.view(None)?;
        let document = |doc: DocId| view.document(doc).cloned();
        let publisher = |d: &Option<Document>| {
            let id = d.as_ref().and_then(|d| d.publisher)?;
            view.sources().get(&id).map(|s| s.name.clone())
        };
        let history = |batch| self.history().map(|rows| rows.into_iter().find(|r| Some(r.batch) == batch));
        let mut out = Provenance {
            id: id.to_owned(),
            said_by: None,
            published_by: None,
            said_on: None,
            document: None,
            words: None,
            batch: None,
            shown,
        };
        match &out.shown {
            Shown::Account { said_by, published_by, words, account, batch, .. } => {
                out.document = document(account.doc);
                out.said_by = said_by.clone();
                out.published_by = published_by.clone();
                out.words = Some(words.clone());
                out.batch = Some((**batch).clone());
            }
            Shown::Claim { claim, words } => {
                out.document = document(claim.doc);
                out.said_by = claim.claim.source.clone();
                out.published_by = publisher(&out.document);
                out.words = Some(words.clone());
                out.batch = history(claim.account.and_then(|a| view.batch_of(a)).map(|b| b.id))?;
            }
            Shown::Document { document, publisher, .. } => {
                let added = view.batches.iter().find(|b| b.documents.iter().any(|d| d.doc == document.doc));
                out.published_by = publisher.clone();
                out.document = Some(document.clone());
                out.batch = history(added.map(|b| b.id))?;
            }
            Shown::Source { id, source } => {
                out.said_by = Some(source.name.clone());
                out.batch = history(view.batch_of(*id).map(|b| b.id))?;
            }
            Shown::Batch { batch } => out.batch = Some((**batch).clone()),
        }
        out.said_on = out.document.as_ref().and_then(|d| d.published.clone());
        Ok(out)
    }
}
