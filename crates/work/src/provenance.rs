//! Walking back: who said it, when, where, in what words, in which document at which place, and its entry in the log.

use cairn_model::{Account, BatchId, DocId, Document, EntryId, Interval};
use cairn_register::View;
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
    /// Of an account: what else there is to know of it.
    pub account: Option<AccountOrigin>,
    /// What the id names.
    pub shown: Shown,
}

/// Where an account comes from, beside its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountOrigin {
    /// Whether the speaker's name is the alias of a protected source.
    pub protected: bool,
    /// The day that the statement is about, ISO, where it says one: the end of a figure's period, a status's day.
    pub as_of: Option<String>,
    /// What it relays.
    pub derived_from: Vec<EntryId>,
    /// The proposal that somebody accepted, when it came from one.
    pub claim: Option<String>,
    /// Fields that the person who accepted it mended.
    pub edited: Vec<String>,
    /// Whether it counts now: not undone, withdrawn, mended, or replaced by a later version of its list.
    pub counts: bool,
    /// Its place in its chain, from 0, and the chain.
    pub entry: EntryId,
    /// The leaf's hash, hexadecimal: what checkpoints and proofs bind.
    pub leaf: String,
    /// The batch.
    pub batch: BatchId,
}

/// A document by name and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentRef {
    /// SHA-256 of its bytes.
    pub doc: DocId,
    /// File name as it came.
    pub name: String,
    /// Title, when stated.
    pub title: Option<String>,
    /// The outlet's name.
    pub publisher: Option<String>,
    /// The day it bears, ISO.
    pub published: Option<String>,
    /// Language code, when stated.
    pub lang: Option<String>,
    /// Size of the file.
    pub bytes: u64,
}

impl DocumentRef {
    pub(crate) fn of(view: &View, doc: DocId) -> Self {
        let found = view.document(doc);
        let publisher = found.and_then(|d| d.publisher);
        Self {
            doc,
            name: found.map_or_else(|| doc.short(), |d| d.name.clone()),
            title: found.and_then(|d| d.title.clone()),
            publisher: publisher.and_then(|id| view.sources().get(&id).map(|s| s.name.clone())),
            published: found.and_then(|d| d.published.clone()),
            lang: found.and_then(|d| d.lang.clone()),
            bytes: found.map_or(0, |d| d.bytes),
        }
    }
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
            account: None,
            shown,
        };
        match &out.shown {
            Shown::Account { id, said_by, published_by, words, account, batch, .. } => {
                out.account = Some(self.origin(*id, account, batch.batch, &view)?);
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

    fn origin(&self, id: EntryId, account: &Account, batch: BatchId, view: &View) -> Result<AccountOrigin> {
        let end = |interval: Option<Interval>| interval.and_then(|i| i.1).map(|d| d.to_string());
        let as_of = end(account.toll.as_ref().and_then(|t| t.when))
            .or_else(|| account.statuses.iter().find_map(|s| end(s.as_of)));
        let ready = self.on_shelf(view, crate::Sort::Entry)?;
        let row = ready.held.rows.find(batch, (id.seq - batch.seq) as u32);
        let sources = view.sources();
        Ok(AccountOrigin {
            protected: account.said_by.and_then(|id| sources.get(&id)).is_some_and(|s| s.protected),
            as_of,
            derived_from: account.derived_from.clone(),
            claim: account.claim.clone(),
            edited: account.edited.clone(),
            counts: row.is_some_and(|a| ready.counts(a)),
            entry: id,
            leaf: self.store.leaf(id)?.hash().iter().map(|b| format!("{b:02x}")).collect(),
            batch,
        })
    }
}
