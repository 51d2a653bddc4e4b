//! What a record is called in outputs.

use crate::columns::{Columns, Role};
use crate::link::RecordRef;
use crate::table::{Table, hash_bytes};
use rayon::prelude::*;

/// Names records: the id column where there is one, `FILE:id` where ids of several files clash, else `FILE#n`.
pub struct RecordNames<'a> {
    tables: &'a [Table],
    ids: Vec<Option<usize>>,
    clash: bool,
}

impl<'a> RecordNames<'a> {
    /// Prepares the names of all records of `tables`.
    #[must_use]
    pub fn new(tables: &'a [Table], roles: &[Columns]) -> Self {
        let ids: Vec<Option<usize>> = roles.iter().map(|r| r.with(Role::Id).next()).collect();
        let mut hashes: Vec<u64> = Vec::new();
        for (t, id) in tables.iter().zip(&ids) {
            if let Some(c) = id
                && tables.len() > 1
            {
                let mut of_table = t.columns[*c].values.map(|id| hash_bytes(id.as_bytes()));
                of_table[1..].par_sort_unstable();
                hashes.extend(of_table[1..].chunk_by(|a, b| a == b).map(|same| same[0]));
            }
        }
        let all = hashes.len();
        hashes.par_sort_unstable();
        hashes.dedup();
        Self { tables, ids, clash: hashes.len() < all }
    }

    /// The name of one record.
    #[must_use]
    pub fn name(&self, record: RecordRef) -> String {
        let mut out = String::new();
        self.write(record, &mut out);
        out
    }

    /// Puts the name of one record at the end of `out`.
    pub fn write(&self, record: RecordRef, out: &mut String) {
        let t = usize::from(record.table);
        let Some(table) = self.tables.get(t) else { return };
        let id = self.ids[t].map_or("", |c| table.cell(c, record.row as usize));
        if id.is_empty() || self.clash {
            out.push_str(&table.name);
            out.push(if id.is_empty() { '#' } else { ':' });
        }
        if id.is_empty() {
            out.push_str(&(record.row + 1).to_string());
        } else {
            out.push_str(id);
        }
    }
}

/// Lines made by one thread at a time.
const LINES: usize = 4096;

/// One line about each of `items`, made in parallel and handed over in order, many at a time.
///
/// # Errors
///
/// The first of `put`.
pub fn lines<T: Sync, E>(
    items: &[T],
    line: impl Fn(&T, &mut String) + Sync,
    mut put: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    for some in items.chunks(64 * LINES) {
        let made = some.par_chunks(LINES).map(|part| {
            let mut out = String::new();
            part.iter().for_each(|item| line(item, &mut out));
            out
        });
        made.collect::<Vec<String>>().iter().try_for_each(|text| put(text))?;
    }
    Ok(())
}
