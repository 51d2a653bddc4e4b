//! The search index: words of entries inside the same encrypted file, filled in a step after a batch is sealed.
//!
//! The texts are not kept a second time (the tables are contentless): a hit is an entry and a part of it, and what is
//! shown is read from the entry or the document. A row's number says where it comes from, so no table of rows is
//! needed, and forgetting an entry is forgetting a range of numbers:
//!
//! ```text
//! number = batch in the order of indexing (19 bits) | place of the entry in its batch (28) | kind (4) | part (12)
//! ```

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::{BatchId, EntryId};
use rusqlite::{OptionalExtension, params};

use super::{SqliteStore, damaged};
use crate::error::{Error, Result};
use crate::log::SealedLeaf;

/// Batches that the index can number.
const MOST_BATCHES: u32 = 1 << 19;
/// Entries of one batch that it can number.
const MOST_ENTRIES: u64 = 1 << 28;
/// Parts of one entry.
pub const MOST_PARTS: u16 = 1 << 12;

/// What is indexed of an entry: folded words, and the sounds of names, both separated by spaces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRow {
    /// The entry's place in its batch, the opening being 0.
    pub owner: u32,
    /// What it is, as the caller numbers kinds, below 16.
    pub kind: u8,
    /// Which part of it, below [`MOST_PARTS`].
    pub part: u16,
    /// Folded words.
    pub words: String,
    /// Skeletons of names.
    pub sounds: String,
}

/// A place where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchHit {
    /// The batch.
    pub batch: BatchId,
    /// The entry's place in it.
    pub owner: u32,
    /// As given in [`SearchRow`].
    pub kind: u8,
    /// As given in [`SearchRow`].
    pub part: u16,
}

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchTerm {
    /// The word itself.
    Word(String),
    /// Words that begin so.
    Prefix(String),
    /// A name of this skeleton.
    Sound(String),
    /// Any of these words.
    AnyOf(Vec<String>),
}

/// How far the index of a batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indexed {
    /// The batch.
    pub batch: BatchId,
    /// Entries read, the opening included.
    pub entries: u64,
    /// Whether all are.
    pub whole: bool,
}

/// The quoting of FTS5: whatever stands inside is words, never an operator.
fn quoted(word: &str) -> String {
    let clean: String = word.chars().filter(|c| *c != '\0').collect();
    format!("\"{}\"", clean.replace('"', "\"\""))
}

fn expression(terms: &[SearchTerm]) -> Option<String> {
    let mut parts = Vec::new();
    for term in terms {
        parts.push(match term {
            SearchTerm::Word(w) => format!("words : {}", quoted(w)),
            SearchTerm::Prefix(w) => format!("words : {} *", quoted(w)),
            SearchTerm::Sound(s) => format!("sounds : {}", quoted(s)),
            SearchTerm::AnyOf(words) if words.is_empty() => return None,
            SearchTerm::AnyOf(words) => {
                let any: Vec<String> = words.iter().map(|w| format!("words : {}", quoted(w))).collect();
                format!("({})", any.join(" OR "))
            }
        });
    }
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

fn number(batch: u32, row: &SearchRow) -> i64 {
    let part = row.part.min(MOST_PARTS - 1);
    i64::from(batch) << 44 | i64::from(row.owner) << 16 | i64::from(row.kind & 15) << 12 | i64::from(part)
}

fn hit(batch: BatchId, number: i64) -> SearchHit {
    SearchHit {
        batch,
        owner: (number >> 16 & 0xFFF_FFFF) as u32,
        kind: (number >> 12 & 15) as u8,
        part: (number & 0xFFF) as u16,
    }
}

impl SqliteStore {
    fn search_batch(&self, batch: BatchId) -> Result<Option<(u32, u64, bool)>> {
        let sql = "SELECT number, entries, whole FROM search_batch WHERE chain = ? AND opening = ?";
        let mut statement = self.db.prepare_cached(sql)?;
        let row = statement.query_row(params![batch.chain.to_string(), batch.seq], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        });
        Ok(row.optional()?)
    }

    /// Whether there are tables to search in: a register that an earlier program made has none until it is written to.
    fn has_search(&self) -> Result<bool> {
        let sql = "SELECT 1 FROM sqlite_master WHERE name = 'search_batch'";
        let found: Option<i64> = self.db.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?;
        Ok(found.is_some())
    }

    pub(super) fn search_state(&self) -> Result<Vec<Indexed>> {
        if !self.has_search()? {
            return Ok(Vec::new());
        }
        let mut rows =
            self.db.prepare("SELECT chain, opening, entries, whole FROM search_batch ORDER BY number")?;
        let rows = rows.query_map([], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, u64>(1)?, r.get::<_, u64>(2)?, r.get::<_, bool>(3)?))
        })?;
        let mut out = Vec::new();
        for row in rows {
            let (chain, seq, entries, whole) = row?;
            let chain =
                chain.parse().map_err(|_| damaged("register.db", "the search index names no chain"))?;
            out.push(Indexed { batch: EntryId { chain, seq }, entries, whole });
        }
        Ok(out)
    }

    /// Adds rows and says how far the batch is read. `names` closes it.
    pub(super) fn search_add(
        &mut self,
        batch: BatchId,
        rows: &[SearchRow],
        entries: u64,
        names: Option<&[u8]>,
    ) -> Result<()> {
        let known = self.search_batch(batch)?;
        let tx = self.db.transaction()?;
        let number_of = match known {
            Some((number, _, _)) => number,
            None => {
                tx.query_row("SELECT coalesce(max(number) + 1, 1) FROM search_batch", [], |r| r.get(0))?
            }
        };
        if number_of >= MOST_BATCHES || entries > MOST_ENTRIES {
            return Err(Error::SearchFull);
        }
        {
            let mut insert =
                tx.prepare_cached("INSERT INTO search (rowid, words, sounds) VALUES (?, ?, ?)")?;
            let mut word = tx.prepare_cached("INSERT OR IGNORE INTO search_word (word) VALUES (?)")?;
            let mut seen = BTreeSet::new();
            for row in rows {
                insert.execute(params![number(number_of, row), row.words, row.sounds])?;
                // Parts of words are looked for among the distinct ones. What holds digits is found by its beginning.
                for w in row.words.split(' ') {
                    if w.len() > 3 && !w.bytes().any(|b| b.is_ascii_digit()) {
                        seen.insert(w);
                    }
                }
            }
            for w in seen {
                word.execute([w])?;
            }
        }
        tx.execute(
            "INSERT OR REPLACE INTO search_batch (number, chain, opening, entries, whole, names) \
             VALUES (?, ?, ?, ?, ?, ?)",
            params![
                number_of,
                batch.chain.to_string(),
                batch.seq,
                entries,
                names.is_some(),
                // Compressing from memory into memory fails only when memory does.
                names.map(|n| zstd::bulk::compress(n, 1).unwrap_or_default()).unwrap_or_default()
            ],
        )?;
        Ok(tx.commit()?)
    }

    pub(super) fn search_names(&self, batch: BatchId) -> Result<Option<Vec<u8>>> {
        if !self.has_search()? {
            return Ok(None);
        }
        let sql = "SELECT names FROM search_batch WHERE chain = ? AND opening = ? AND whole";
        let mut statement = self.db.prepare_cached(sql)?;
        let packed: Option<Vec<u8>> =
            statement.query_row(params![batch.chain.to_string(), batch.seq], |r| r.get(0)).optional()?;
        Ok(packed.and_then(|bytes| zstd::stream::decode_all(&bytes[..]).ok()))
    }

    /// Every place at which all terms stand together, by number.
    pub(super) fn search_find(
        &self,
        terms: &[SearchTerm],
        each: &mut dyn FnMut(SearchHit) -> bool,
    ) -> Result<()> {
        let Some(expression) = expression(terms) else { return Ok(()) };
        if !self.has_search()? {
            return Ok(());
        }
        let batches = self.search_numbers()?;
        let mut found =
            self.db.prepare_cached("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid")?;
        let mut found = found.query([expression])?;
        while let Some(row) = found.next()? {
            let number: i64 = row.get(0)?;
            let Some(batch) = batches.get(&(number >> 44)) else { continue };
            if !each(hit(*batch, number)) {
                break;
            }
        }
        Ok(())
    }

    /// Distinct words that hold `part`, at least three characters of it, in their own order.
    pub(super) fn search_words(&self, part: &str, most: usize) -> Result<Vec<String>> {
        if part.chars().count() < 3 || !self.has_search()? {
            return Ok(Vec::new());
        }
        let sql = "SELECT word FROM search_word WHERE id IN \
                   (SELECT rowid FROM search_part WHERE search_part MATCH ?) ORDER BY word LIMIT ?";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map(params![quoted(part), most as i64], |r| r.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<String>>>()?)
    }

    /// Forgets what was indexed of an entry, and words that no other entry holds.
    pub(super) fn search_forget(&mut self, id: EntryId, words: &[String]) -> Result<()> {
        let batch = self.view_batch_of(id)?;
        let Some((number, _, _)) = self.search_batch(batch)? else { return Ok(()) };
        let first = i64::from(number) << 44 | ((id.seq - batch.seq) as i64) << 16;
        let tx = self.db.transaction()?;
        tx.execute("DELETE FROM search WHERE rowid BETWEEN ? AND ?", params![first, first | 0xFFFF])?;
        // Deleting marks a row; merging everything into one is what removes its words from the file's pages.
        tx.execute("INSERT INTO search (search) VALUES ('optimize')", [])?;
        for word in words {
            let held: Option<i64> = tx
                .query_row("SELECT rowid FROM search WHERE search MATCH ? LIMIT 1", [quoted(word)], |r| {
                    r.get(0)
                })
                .optional()?;
            if held.is_none() {
                tx.execute("DELETE FROM search_word WHERE word = ?", [word])?;
            }
        }
        tx.execute("INSERT INTO search_part (search_part) VALUES ('optimize')", [])?;
        // The names of the batch hold the entry's: they are made again from what is left.
        tx.execute("UPDATE search_batch SET whole = 0, names = x'' WHERE number = ?", [number])?;
        Ok(tx.commit()?)
    }

    fn view_batch_of(&self, id: EntryId) -> Result<BatchId> {
        let sql = "SELECT opening FROM batch WHERE chain = ? AND opening <= ? ORDER BY opening DESC LIMIT 1";
        let seq = self.db.query_row(sql, params![id.chain.to_string(), id.seq], |r| r.get(0)).optional()?;
        seq.map(|seq| EntryId { seq, ..id }).ok_or(Error::NoEntry(id))
    }

    /// Calls `each` with every word of the index: where it stands, whether it is a sound, its place there.
    pub(super) fn search_instances(&self, each: &mut dyn FnMut(SearchHit, bool, u64, &str)) -> Result<()> {
        if !self.has_search()? {
            return Ok(());
        }
        let batches = self.search_numbers()?;
        self.db.execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instance USING fts5vocab(main, 'search', 'instance')",
        )?;
        let mut rows = self.db.prepare("SELECT term, doc, col, \"offset\" FROM temp.search_instance")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let term = row.get_ref(0)?.as_bytes().map(String::from_utf8_lossy).unwrap_or_default();
            let number: i64 = row.get(1)?;
            let sound = row.get_ref(2)?.as_str().is_ok_and(|col| col == "sounds");
            // A row of no batch belongs to nobody: it is told under an id that no batch has.
            let nobody = EntryId { chain: self.device.chain(), seq: u64::MAX };
            let batch = batches.get(&(number >> 44)).copied().unwrap_or(nobody);
            each(hit(batch, number), sound, row.get(3)?, &term);
        }
        Ok(())
    }

    fn search_numbers(&self) -> Result<BTreeMap<i64, BatchId>> {
        let mut batches = BTreeMap::new();
        let mut rows = self.db.prepare_cached("SELECT number, chain, opening FROM search_batch")?;
        let rows =
            rows.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?, r.get::<_, u64>(2)?)))?;
        for row in rows {
            let (number, chain, seq) = row?;
            let chain =
                chain.parse().map_err(|_| damaged("register.db", "the search index names no chain"))?;
            batches.insert(number, EntryId { chain, seq });
        }
        Ok(batches)
    }

    /// Forgets the whole index.
    pub(super) fn search_clear(&mut self) -> Result<()> {
        let tx = self.db.transaction()?;
        tx.execute_batch(include_str!("search_drop.sql"))?;
        tx.execute_batch(include_str!("search.sql"))?;
        Ok(tx.commit()?)
    }

    /// Sealed leaves from `from` on, at most `most`, none beyond its chain's end.
    pub(super) fn some_leaves(&self, from: EntryId, most: usize) -> Result<Vec<SealedLeaf>> {
        let sql = "SELECT b.first, b.count, b.leaves, b.salts, b.bodies FROM block b JOIN chain c USING (chain) \
                   WHERE b.chain = ?1 AND b.first + b.count > ?2 AND b.first < ?3 AND b.first < c.size \
                   ORDER BY b.first";
        let mut statement = self.db.prepare_cached(sql)?;
        let end = from.seq + most as u64;
        let mut rows = statement.query(params![from.chain.to_string(), from.seq, end])?;
        let mut out = Vec::with_capacity(most);
        while let Some(row) = rows.next()? {
            let (first, block) = super::log::read_block(row)?;
            let leaves = block.leaves().map_err(|(i, what)| {
                let at = EntryId { seq: first + i as u64, ..from };
                damaged("register.db", &format!("entry {at}: {what}"))
            })?;
            let wanted = (first..).zip(leaves).filter(|(seq, _)| (from.seq..end).contains(seq));
            out.extend(wanted.map(|(_, leaf)| leaf));
        }
        Ok(out)
    }
}
