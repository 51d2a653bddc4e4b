//! Verification: everything stored is read and made again from the log; what differs is named.

use std::collections::BTreeMap;

use cairn_model::{DocId, Entry, EntryId};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::log::{Checkpoint, Frontier, Hash};
use crate::sqlite::SqliteStore;
use crate::sqlite::log::{Chain, Folder, ProjectionRow, chains, for_each_block};
use crate::store::Store;

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable code: `entry`, `chain`, `projection`, `document`, `checkpoint`, `database`.
    pub code: &'static str,
    /// Which entry, batch, document or file.
    pub at: String,
    /// What is wrong.
    pub message: String,
}

/// What was read, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Entries whose hash was made again.
    pub entries: u64,
    /// Batches whose projection was made again.
    pub batches: u64,
    /// Documents whose bytes were hashed.
    pub documents: u64,
    /// Checkpoints compared.
    pub checkpoints: u64,
    /// What differs; empty when all is well.
    pub findings: Vec<Finding>,
}

impl Verification {
    fn find(&mut self, code: &'static str, at: impl ToString, message: impl ToString) {
        self.findings.push(Finding { code, at: at.to_string(), message: message.to_string() });
    }

    /// Keeps an error as a finding, so that one damaged place does not hide the others.
    fn note<T>(&mut self, code: &'static str, at: impl ToString, result: Result<T>) -> Option<T> {
        result.map_err(|e| self.find(code, at, e)).ok()
    }
}

pub(crate) fn verify(store: &SqliteStore, step: &mut dyn FnMut(u64, u64)) -> Result<Verification> {
    let mut v = Verification::default();
    pages(store, &mut v)?;
    let Some(chains) = v.note("chain", "chain", chains(&store.db)) else { return Ok(v) };
    if !chains.iter().any(|c| c.id == store.chain()) {
        v.find("chain", store.chain(), "this device's chain is absent");
    }
    let total = chains.iter().map(|c| c.size).sum();
    let mut expected = BTreeMap::new();
    let mut documents: BTreeMap<DocId, EntryId> = BTreeMap::new();
    let mut done = 0;
    let mut roots = BTreeMap::new();
    for chain in &chains {
        let hashes = entries(store, chain, &mut v, &mut |id, entry, row| {
            if let Entry::Document(d) = entry {
                documents.entry(d.doc).or_insert(id);
            }
            if let Some(row) = row {
                expected.insert((row.chain.clone(), row.opening), row);
            }
            done += 1;
            step(done, total);
        });
        head(store, chain, &hashes, &mut v);
        roots.insert(chain.id, hashes);
    }
    projections(store, expected, &mut v);
    blobs(store, &documents, &mut v);
    given_away(store, &roots, &chains, &mut v);
    Ok(v)
}

/// Page level: in an encrypted register every page bears a keyed hash.
fn pages(store: &SqliteStore, v: &mut Verification) -> Result<()> {
    let mut checks = vec!["PRAGMA integrity_check(20)"];
    if store.encrypted() {
        checks.push("PRAGMA cipher_integrity_check");
    }
    for sql in checks {
        let rows = store.db.prepare(sql).and_then(|mut s| {
            let rows = s.query_map([], |r| r.get::<_, String>(0))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        });
        match rows {
            Ok(rows) => rows.iter().filter(|r| *r != "ok").for_each(|r| v.find("database", "register.db", r)),
            Err(e) => v.find("database", "register.db", Error::from(e)),
        }
    }
    Ok(())
}

/// Makes every leaf again from its text and salts. Gives the leaf hashes as far as the chain is whole.
fn entries(
    store: &SqliteStore,
    chain: &Chain,
    v: &mut Verification,
    each: &mut dyn FnMut(EntryId, &Entry, Option<ProjectionRow>),
) -> Vec<Hash> {
    let mut hashes: Vec<Hash> = Vec::new();
    let mut folder = Folder::default();
    let walked = for_each_block(&store.db, chain.id, |first, block| {
        let id = |i: usize| EntryId { chain: chain.id, seq: first + i as u64 };
        if first != hashes.len() as u64 {
            v.find(
                "chain",
                id(0),
                format!("entries are missing or doubled before it: {} stand", hashes.len()),
            );
        }
        let stored = block.hashes().unwrap_or_default().to_vec();
        if stored.len() != block.count {
            v.find("entry", id(0), "the leaf hashes stored beside it are cut short");
        }
        let leaves = match block.leaves() {
            Ok(leaves) => leaves,
            Err((i, what)) => {
                v.find(
                    "entry",
                    id(i),
                    format!("{what} (entries {} to {})", id(0), id(block.count.max(1) - 1)),
                );
                hashes.extend(stored);
                return Ok(());
            }
        };
        for (i, leaf) in leaves.iter().enumerate() {
            v.entries += 1;
            let hash = leaf.hash();
            if stored.get(i).is_some_and(|s| *s != hash) {
                v.find("entry", id(i), "its text or salt is not what was hashed when it was written");
            }
            hashes.push(hash);
            match Entry::from_sections(|c| leaf.text(c)) {
                Err(e) => v.find("entry", id(i), e),
                Ok(entry) => match folder.push(id(i), &entry) {
                    Err(what) => v.find("chain", id(i), what),
                    Ok(projected) => {
                        let row = projected.as_ref().map(ProjectionRow::of).transpose()?;
                        each(id(i), &entry, row);
                    }
                },
            }
        }
        Ok(())
    });
    v.note("chain", chain.id, walked);
    hashes
}

/// The signed head must be the root over what was read.
fn head(store: &SqliteStore, chain: &Chain, hashes: &[Hash], v: &mut Verification) {
    let mut frontier = Frontier::default();
    hashes.iter().for_each(|h| frontier.push(*h));
    if frontier.size() != chain.size {
        v.find(
            "chain",
            chain.id,
            format!("{} entries are sealed, {} are stored", chain.size, frontier.size()),
        );
    } else if frontier != chain.frontier {
        v.find("chain", chain.id, "the stored tree is not that of the stored entries");
    }
    if chain.size == 0 && chain.head.is_empty() {
        return;
    }
    match chain.head.parse::<Checkpoint>() {
        Err(e) => v.find("checkpoint", format!("head of {}", chain.id), e),
        Ok(note) => {
            let at = format!("head of {}", chain.id);
            if let Err(e) = note.check(&chain.public) {
                v.find("checkpoint", &at, e);
            }
            if note.origin != origin(store, chain) {
                v.find("checkpoint", &at, "it belongs to another register or chain");
            }
            if note.size != chain.size || note.root != frontier.root() {
                v.find("checkpoint", &at, "the signed head is not that of the stored entries");
            }
        }
    }
}

fn origin(store: &SqliteStore, chain: &Chain) -> String {
    format!("cairn/{}/{}", store.id(), chain.id)
}

fn projections(
    store: &SqliteStore,
    mut expected: BTreeMap<(String, u64), ProjectionRow>,
    v: &mut Verification,
) {
    let rows = store.db.prepare("SELECT chain, opening, summary, harms, tolls, marks FROM batch").and_then(
        |mut s| {
            let rows = s.query_map([], |r| {
                Ok(ProjectionRow {
                    chain: r.get(0)?,
                    opening: r.get(1)?,
                    summary: r.get(2)?,
                    harms: r.get(3)?,
                    tolls: r.get(4)?,
                    marks: r.get(5)?,
                })
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        },
    );
    let Some(rows) = v.note("projection", "batch", rows.map_err(Error::from)) else { return };
    for row in rows {
        v.batches += 1;
        let at = format!("batch {}-{}", row.chain, row.opening);
        let mend = "(run 'cairn rebuild')";
        match expected.remove(&(row.chain.clone(), row.opening)) {
            None => v.find("projection", at, format!("the log has no such batch {mend}")),
            Some(e) if !e.says_the_same(&row) => {
                let part = if e.summary != row.summary {
                    "summary"
                } else if e.harms != row.harms {
                    "columns of harms"
                } else if e.tolls != row.tolls {
                    "columns of tolls"
                } else {
                    "columns of marks"
                };
                v.find("projection", at, format!("its {part} is not what the log gives {mend}"));
            }
            Some(_) => {}
        }
    }
    for (chain, opening) in expected.keys() {
        v.find("projection", format!("batch {chain}-{opening}"), "its row is missing (run 'cairn rebuild')");
    }
}

fn blobs(store: &SqliteStore, documents: &BTreeMap<DocId, EntryId>, v: &mut Verification) {
    for (doc, id) in documents {
        v.documents += 1;
        v.note("document", format!("document {} (entry {id})", doc.short()), store.blob(*doc));
    }
    // The table beside the files: a row that says another size or name than the log's document.
    let sql = "SELECT doc, name, key, bytes FROM blob";
    let rows = store.db.prepare(sql).and_then(|mut s| {
        let rows = s.query_map([], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, Vec<u8>>(2)?, r.get::<_, u64>(3)?))
        })?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    });
    for (doc, name, key, bytes) in v.note("document", "blob", rows.map_err(Error::from)).unwrap_or_default() {
        let at = format!("document {}", doc.get(..12).unwrap_or(&doc));
        let Ok(id) = doc.parse::<DocId>() else {
            v.find("document", at, "its id is not readable");
            continue;
        };
        // A blob that no entry names is left by an add that was cut off; it harms nobody.
        if !documents.contains_key(&id) && store.blob(id).is_ok() {
            continue;
        }
        let plain_name = store.encrypted() || name == doc;
        let key_fits = key.len() == if store.encrypted() { 32 } else { 0 };
        let size_fits = store.blob(id).map_or(true, |b| b.len() as u64 == bytes);
        if !plain_name || !key_fits || !size_fits || !documents.contains_key(&id) {
            v.find("document", at, "the row that names its file is not what was written");
        }
    }
}

/// Checkpoints that were given away must still hold.
fn given_away(
    store: &SqliteStore,
    roots: &BTreeMap<cairn_model::ChainId, Vec<Hash>>,
    chains: &[Chain],
    v: &mut Verification,
) {
    let notes = store.db.prepare("SELECT note FROM checkpoint ORDER BY rowid").and_then(|mut s| {
        let rows = s.query_map([], |r| r.get::<_, String>(0))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    });
    let notes = v.note("checkpoint", "checkpoint", notes.map_err(Error::from)).unwrap_or_default();
    for (i, text) in notes.iter().enumerate() {
        v.checkpoints += 1;
        let at = format!("checkpoint {}", i + 1);
        match text.parse::<Checkpoint>() {
            Err(e) => v.find("checkpoint", at, e),
            Ok(note) if note.to_string() != *text => {
                v.find("checkpoint", at, "its text is not what was written")
            }
            Ok(note) => holds(store, &note, &at, roots, chains, v),
        }
    }
}

/// Whether the log still begins with what `note` signed.
fn holds(
    store: &SqliteStore,
    note: &Checkpoint,
    at: &str,
    hashes: &BTreeMap<cairn_model::ChainId, Vec<Hash>>,
    chains: &[Chain],
    v: &mut Verification,
) {
    let Some(chain) = chains.iter().find(|c| origin(store, c) == note.origin) else {
        v.find(
            "checkpoint",
            at,
            format!("it was given away for {}, which this register has not", note.origin),
        );
        return;
    };
    if let Err(e) = note.check(&chain.public) {
        v.find("checkpoint", at, e);
        return;
    }
    let hashes = hashes.get(&chain.id).map(Vec::as_slice).unwrap_or_default();
    match hashes.get(..note.size as usize) {
        None => {
            let words =
                format!("it was given away at {} entries, only {} stand now", note.size, hashes.len());
            v.find("checkpoint", at, words);
        }
        Some(then) if crate::log::root(then) != note.root => {
            let words = format!("the first {} entries are not those it was given away for", note.size);
            v.find("checkpoint", at, words);
        }
        Some(_) => {}
    }
}

/// Compares the log with a checkpoint that somebody else has kept.
pub(crate) fn against(store: &SqliteStore, note: &Checkpoint) -> Result<Verification> {
    let mut v = Verification { checkpoints: 1, ..Verification::default() };
    let chains = chains(&store.db)?;
    let mut hashes = BTreeMap::new();
    for chain in &chains {
        // From text and salts, not from the stored hashes: those could have been left as they were.
        let of_chain = entries(store, chain, &mut v, &mut |_, _, _| {});
        hashes.insert(chain.id, of_chain);
    }
    holds(store, note, "the checkpoint given", &hashes, &chains, &mut v);
    Ok(v)
}
