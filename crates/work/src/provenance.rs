//! Walking one account or figure back: who said it, published by whom, when, in what words, where in which document,
//! and which entry of the log holds it.

use std::collections::BTreeMap;

use cairn_model::{BatchId, DocId, EntryId};
use cairn_register::View;
use serde::Serialize;

use crate::show::{Reader, Words};
use crate::{Error, HistoryRow, Result, Session};

/// Everything behind an account, version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provenance {
    /// Shape of this value.
    pub version: u32,
    /// The account.
    pub account: EntryId,
    /// Person, figure, …
    pub kind: String,
    /// The speaker's name or alias; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// Whether that is the alias of a protected source.
    pub protected: bool,
    /// The outlet.
    pub published_by: Option<String>,
    /// The day the document bears.
    pub published: Option<String>,
    /// The day that the statement is about, ISO, where it says one: the end of a figure's period, a status's day.
    pub as_of: Option<String>,
    /// What it relays.
    pub derived_from: Vec<EntryId>,
    /// The document.
    pub document: DocumentRef,
    /// The words and where they stand: a quote with what is around it, or the verbatim cells of a row.
    pub words: Words,
    /// The proposal that somebody accepted, when it came from one.
    pub claim: Option<String>,
    /// Fields that the person who accepted it mended.
    pub edited: Vec<String>,
    /// Where it stands in the log.
    pub entry: LogEntry,
    /// Whether it counts now: not undone, withdrawn, mended, or replaced by a later version of its list.
    pub counts: bool,
    /// The batch: when, who, why, whether withdrawn.
    pub batch: HistoryRow,
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

/// A place in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// Chain and sequence.
    pub id: EntryId,
    /// The chain.
    pub chain: String,
    /// Its place in the chain, from 0.
    pub seq: u64,
    /// The leaf's hash, hexadecimal: what checkpoints and proofs bind.
    pub leaf: String,
    /// The batch.
    pub batch: BatchId,
    /// The position after it, in short form.
    pub position: String,
}

impl Session {
    /// Walks an account back to who said it.
    ///
    /// # Errors
    /// When the id names no account.
    pub fn provenance(&self, id: &str) -> Result<Provenance> {
        let unknown = || Error::Unknown(id.to_owned());
        let id: EntryId = id.parse().map_err(|_| unknown())?;
        let view = self.store.view(None)?;
        let batch = view.batch_of(id).ok_or_else(unknown)?.id;
        let batch = self.history()?.into_iter().find(|row| row.batch == batch).ok_or_else(unknown)?;
        let mut reader = Reader::new(self.store.as_ref(), &view);
        let account = reader.account(id)?;
        let sources: BTreeMap<_, _> = view.sources();
        let document = DocumentRef::of(&view, account.doc);
        let end = |interval: Option<cairn_model::Interval>| interval.and_then(|i| i.1).map(|d| d.to_string());
        let as_of = end(account.toll.as_ref().and_then(|t| t.when))
            .or_else(|| account.statuses.iter().find_map(|s| end(s.as_of)));
        let ready = self.held(&view, crate::Sort::Entry)?;
        let row = ready.held.rows.find(batch.batch, (id.seq - batch.batch.seq) as u32);
        let leaf: String = self.store.leaf(id)?.hash().iter().map(|b| format!("{b:02x}")).collect();
        Ok(Provenance {
            version: 1,
            account: id,
            kind: account.about.kind.code().to_owned(),
            said_by: account.said_by.map(|id| reader.source(id)),
            protected: account.said_by.and_then(|id| sources.get(&id)).is_some_and(|s| s.protected),
            published_by: account.published_by.map(|id| reader.source(id)),
            published: document.published.clone(),
            as_of,
            derived_from: account.derived_from.clone(),
            words: reader.words(account.doc, &account.at)?,
            document,
            claim: account.claim.clone(),
            edited: account.edited.clone(),
            entry: LogEntry {
                id,
                chain: id.chain.to_string(),
                seq: id.seq,
                leaf,
                batch: batch.batch,
                position: batch.position.clone(),
            },
            counts: row.is_some_and(|a| ready.counts(a)),
            batch,
        })
    }
}
