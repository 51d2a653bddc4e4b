//! What was done, and undoing it.

use cairn_model::{BatchId, Entry, Undo};
use serde::Serialize;

use crate::{Error, Result, Session};

/// One batch in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryRow {
    /// Its id.
    pub batch: BatchId,
    /// The position after it, in short form.
    pub position: String,
    /// When, UTC.
    pub time: String,
    /// Who.
    pub actor: Option<String>,
    /// The verb.
    pub act: String,
    /// Why.
    pub reason: Option<String>,
    /// Accounts it added.
    pub accounts: u64,
    /// Names of the documents it added or drew on, and of the lists it declared or counted.
    pub documents: Vec<String>,
    /// Proposals rejected.
    pub rejected: usize,
    /// Batches it withdraws.
    pub undoes: Vec<BatchId>,
    /// The batch that withdraws it.
    pub undone_by: Option<BatchId>,
}

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// The batch that records the undo.
    pub batch: BatchId,
    /// The batch withdrawn.
    pub undone: BatchId,
    /// The position after it.
    pub position: String,
    /// Accounts that no longer count; of an undone undo, those that count again.
    pub accounts: u64,
    /// Whether this undoes an undo.
    pub brought_back: bool,
    /// Batches not undone whose accounts stand on documents that this one added.
    pub still_standing: Vec<BatchId>,
}

impl Session {
    /// Every sealed batch in the order in which they fold.
    ///
    /// # Errors
    /// When the store fails.
    pub fn history(&self) -> Result<Vec<HistoryRow>> {
        let view = self.store.view(None)?;
        let name = |doc| view.document(doc).map_or_else(|| String::from("?"), |d| d.name.clone());
        let rows = view.moments().into_iter().map(|(position, b)| {
            let mut documents: Vec<String> = b.documents.iter().map(|d| d.name.clone()).collect();
            // Lists that are declared or that an estimate counted are named by their series, or by the batch that
            // imported them, which has the document's name.
            let list_name = |list: &String| {
                let imported = view.batches.iter().find(|b| b.id.to_string() == *list);
                imported.and_then(|b| b.lists.first()).map_or_else(|| list.clone(), |(_, l)| name(l.doc))
            };
            let counted = b.runs.iter().flat_map(|(_, r)| r.lists.iter().map(|l| list_name(&l.list)));
            for named in b
                .lists
                .iter()
                .map(|(_, l)| name(l.doc))
                .chain(b.scopes.iter().map(|(_, s)| list_name(&s.list)))
                .chain(counted)
            {
                if !documents.contains(&named) {
                    documents.push(named);
                }
            }
            HistoryRow {
                batch: b.id,
                position: position.short(),
                time: b.opening.time.clone(),
                actor: b.team.actor.clone(),
                act: b.opening.act.clone(),
                reason: b.team.reason.clone(),
                accounts: b.accounts,
                documents,
                rejected: b.rejected.len(),
                undoes: b.undoes.clone(),
                undone_by: b.undone_by,
            }
        });
        Ok(rows.collect())
    }

    /// Withdraws a batch as one act. Undoing an undo brings the batch back.
    ///
    /// # Errors
    /// When there is no such batch, or it is already withdrawn.
    pub fn undo(&mut self, batch: &str, reason: Option<String>) -> Result<Undone> {
        let view = self.store.view(None)?;
        let unknown = || Error::Unknown(batch.to_owned());
        let found = view.batches.iter().find(|b| b.id.to_string() == batch).ok_or_else(unknown)?;
        if let Some(by) = found.undone_by {
            return Err(Error::AlreadyUndone(found.id, by));
        }
        let undone = found.id;
        // A linkage that took the place of others did not only undo.
        let brought_back = !found.undoes.is_empty() && found.marks == 0;
        let targets = |b: &&cairn_register::BatchView| found.undoes.contains(&b.id);
        let accounts = match brought_back {
            true => view.batches.iter().filter(targets).map(|b| b.accounts).sum(),
            false => found.accounts,
        };
        let docs: Vec<_> = found.documents.iter().map(|d| d.doc).collect();
        let others = view.effective().filter(|b| b.id != undone && b.accounts > 0);
        let mut still_standing = Vec::new();
        for other in others.filter(|_| !docs.is_empty()) {
            let (harms, tolls) = self.store.columns(other.id)?;
            let stands = |c: &cairn_model::columns::Columns| {
                let values = c.column("doc").map(|c| c.dictionary.as_slice()).unwrap_or_default();
                docs.iter().any(|d| values.contains(&d.to_string()))
            };
            if stands(&harms) || stands(&tolls) {
                still_standing.push(other.id);
            }
        }
        let (id, position) =
            self.write("undo", reason, |store| Ok(store.append(&[Entry::Undo(Undo { batch: undone })])?))?;
        Ok(Undone { batch: id, undone, position, accounts, brought_back, still_standing })
    }
}
