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
