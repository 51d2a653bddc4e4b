//! What a record is called in outputs.

use crate::columns::{Columns, Role};
use crate::link::RecordRef;
use crate::table::{Table, hash_bytes};

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
                let values = &t.columns[*c].values;
                hashes.extend((1..values.len() as u32).map(|n| hash_bytes(values.get(n).as_bytes())));
            }
        }
        let all = hashes.len();
        hashes.sort_unstable();
        hashes.dedup();
        Self { tables, ids, clash: hashes.len() < all }
    }

    /// The name of one record.
    #[must_use]
    pub fn name(&self, record: RecordRef) -> String {
        let t = usize::from(record.table);
        let Some(table) = self.tables.get(t) else { return String::new() };
        let id = self.ids[t].map_or("", |c| table.cell(c, record.row as usize));
        match (id.is_empty(), self.clash) {
            (true, _) => format!("{}#{}", table.name, record.row + 1),
            (false, true) => format!("{}:{id}", table.name),
            (false, false) => id.to_owned(),
        }
    }
}
