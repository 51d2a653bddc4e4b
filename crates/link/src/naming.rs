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
        self.look_up(record).write(out);
    }

    fn look_up(&self, record: RecordRef) -> Name<'_> {
        let t = usize::from(record.table);
        let Some(table) = self.tables.get(t) else { return Name::default() };
        let id = self.ids[t].map_or("", |c| table.cell(c, record.row as usize));
        let file = (id.is_empty() || self.clash).then_some(table.name.as_str());
        Name { file, id, row: record.row }
    }
}

/// The name of a record, found but not yet read.
#[derive(Clone, Copy, Default)]
pub struct Name<'a> {
    /// None where the id says it alone.
    file: Option<&'a str>,
    id: &'a str,
    row: u32,
}

impl Name<'_> {
    /// Puts it at the end of `out`.
    pub fn write(&self, out: &mut String) {
        if let Some(file) = self.file {
            out.push_str(file);
            out.push(if self.id.is_empty() { '#' } else { ':' });
            if self.id.is_empty() {
                out.push_str(&(self.row + 1).to_string());
            }
        }
        out.push_str(self.id);
    }
}

/// Lines made by one thread at a time.
const LINES: usize = 4096;
/// Names that are looked up before the first of them is read: they lie anywhere in memory.
const AHEAD: usize = 64;

/// One line about each of `items`, made in parallel and handed over in order, many at a time. `records` says which two
/// records a line names, `line` writes it.
///
/// # Errors
///
/// The first of `put`.
pub fn lines<T: Sync, E>(
    names: &RecordNames<'_>,
    items: &[T],
    records: impl Fn(&T) -> [RecordRef; 2] + Sync,
    line: impl Fn(&T, [Name<'_>; 2], &mut String) + Sync,
    mut put: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    for some in items.chunks(64 * LINES) {
        let made = some.par_chunks(LINES).map(|part| {
            let mut out = String::new();
            let mut found = [[Name::default(); 2]; AHEAD];
            for part in part.chunks(AHEAD) {
                for (found, item) in found.iter_mut().zip(part) {
                    *found = records(item).map(|r| names.look_up(r));
                }
                part.iter().zip(found).for_each(|(item, found)| line(item, found, &mut out));
            }
            out
        });
        made.collect::<Vec<String>>().iter().try_for_each(|text| put(text))?;
    }
    Ok(())
}
