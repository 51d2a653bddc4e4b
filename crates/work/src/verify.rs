//! Checking the search index against the log.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use cairn_model::{BatchId, EntryId};
use cairn_register::{Finding, SearchHit};

use crate::index::{fold_names, length, rows_of};
use crate::{Error, Progress, Result, Session};

/// Entries read together.
const CHUNK: usize = 16 * 1024;

/// Words of a batch in no order: their number and the sum of their hashes.
type Sum = (u64, u64);

impl Session {
    /// Makes the words of every indexed entry again and compares them with the index, and the kept names with the
    /// entries'. What is not indexed yet is no finding.
    ///
    /// # Errors
    /// When the store fails, or the work is stopped.
    pub fn verify_search(&self, progress: &mut dyn Progress) -> Result<Vec<Finding>> {
        let view = self.store.view(None)?;
        let mut stored: BTreeMap<BatchId, Sum> = BTreeMap::new();
        self.store.index_words(&mut |hit, sound, at, word| {
            add(stored.entry(hit.batch).or_default(), &hit, sound, at, word);
        })?;
        let mut findings = Vec::new();
        let mut find = |batch: BatchId, what: &str| {
            findings.push(Finding {
                code: "search",
                at: format!("batch {batch}"),
                message: format!("{what} (run 'cairn rebuild')"),
            });
        };
        let indexed = self.store.indexed()?;
        let total = indexed.iter().map(|i| i.entries).sum();
        let mut done = 0;
        for state in &indexed {
            let held = stored.remove(&state.batch).unwrap_or_default();
            let Some(batch) = view.batches.iter().find(|b| b.id == state.batch) else {
                find(state.batch, "the log has no such batch, and its words are in the search index");
                continue;
            };
            let mut made = Sum::default();
            let mut at = 0;
            let until = state.entries.min(length(batch));
            while at < until {
                let first = EntryId { seq: batch.id.seq + at, ..batch.id };
                let leaves = self.store.leaves(first, (CHUNK as u64).min(until - at) as usize)?;
                if leaves.is_empty() {
                    break;
                }
                let (rows, _) = rows_of(self.store.as_ref(), &view, at as u32, &leaves)?;
                for row in &rows {
                    let hit = SearchHit { batch: batch.id, owner: row.owner, kind: row.kind, part: row.part };
                    for (sound, words) in [(false, &row.words), (true, &row.sounds)] {
                        let words = words.split(' ').filter(|w| !w.is_empty());
                        words.enumerate().for_each(|(at, word)| add(&mut made, &hit, sound, at as u64, word));
                    }
                }
                at += leaves.len() as u64;
                done += leaves.len() as u64;
                progress.at("checking the search index", done, Some(total));
                if progress.cancelled() {
                    return Err(Error::Cancelled);
                }
            }
            if made != held {
                find(batch.id, "its words in the search index are not those of its entries");
            }
            if state.whole {
                let names = fold_names(self.store.as_ref(), batch, length(batch))?;
                if self.store.names(batch.id)?.as_deref() != Some(&names.to_bytes()[..]) {
                    find(batch.id, "its names are not those of its entries");
                }
            }
        }
        for batch in stored.keys() {
            find(*batch, "words in the search index belong to no batch");
        }
        Ok(findings)
    }
}

fn add(sum: &mut Sum, hit: &SearchHit, sound: bool, at: u64, word: &str) {
    let mut hasher = DefaultHasher::new();
    (hit.owner, hit.kind, hit.part, sound, at, word).hash(&mut hasher);
    sum.0 += 1;
    sum.1 = sum.1.wrapping_add(hasher.finish());
}
