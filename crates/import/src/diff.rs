//! Two versions of a list, told apart by key.
//!
//! The rules, exactly:
//!
//! 1. A row is its key and its mapped cells: the cells of the columns that both versions have and the caller names,
//!    as text, verbatim. Other columns do not count.
//! 2. Rows of one key are one person: with the key in both versions they are *unchanged* if the sets of their cells
//!    are the same, else *changed*. A key only in the new version is *added*, only in the old one *removed*. Each
//!    counts once, however many rows it has in a version.
//! 3. Rows without a key cannot be followed. As many as have the same cells in both versions are *unchanged*, a row
//!    against a row; each other such row, of either version, is *cannot tell*: never silently added or removed.

use crate::mapping::Mapping;
use crate::role::Role;
use cairn_read::TableSource;
use std::collections::BTreeMap;

/// One row for [`diff`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<C> {
    /// The number of the row, from 1.
    pub row: u64,
    /// The key; `None` or empty where the row has none.
    pub key: Option<C>,
    /// The mapped cells, in one order for both versions.
    pub cells: Vec<C>,
}

/// Row numbers of both versions, by what happened to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListDiff {
    /// Rows of the new version, by key: new keys.
    pub added: Vec<Vec<u64>>,
    /// Rows of the old version, by key: keys that are gone.
    pub removed: Vec<Vec<u64>>,
    /// Rows of the old and of the new version, by key: other cells.
    pub changed: Vec<(Vec<u64>, Vec<u64>)>,
    /// Rows of the old and of the new version, by key: the same cells.
    pub unchanged: Vec<(Vec<u64>, Vec<u64>)>,
    /// Pairs of rows without a key that have the same cells.
    pub same_without_key: Vec<(u64, u64)>,
    /// Rows of the old version without a key and without an equal in the new one.
    pub cannot_tell_old: Vec<u64>,
    /// Rows of the new version without a key and without an equal in the old one.
    pub cannot_tell_new: Vec<u64>,
}

/// Tells two versions of a list apart. Lists come back in the order of keys, rows in the order of the table.
#[must_use]
pub fn diff<'v, C: AsRef<str>>(old: &'v [Versioned<C>], new: &'v [Versioned<C>]) -> ListDiff {
    let (old_keyed, old_loose) = sorted(old);
    let (new_keyed, new_loose) = sorted(new);
    let mut out = ListDiff::default();
    for (key, before) in &old_keyed {
        let Some(after) = new_keyed.get(key) else {
            out.removed.push(numbers(before));
            continue;
        };
        let pair = (numbers(before), numbers(after));
        if contents(before) == contents(after) {
            out.unchanged.push(pair);
        } else {
            out.changed.push(pair);
        }
    }
    let gone = new_keyed.iter().filter(|(key, _)| !old_keyed.contains_key(*key));
    out.added.extend(gone.map(|(_, after)| numbers(after)));
    pair_loose(old_loose, new_loose, &mut out);
    out
}

/// The columns, by name, whose cells tell whether a row changed: those that both mappings read, but for the key, the
/// number of the row and the recorder, who is not what is said.
#[must_use]
pub fn compared_columns(old: &Mapping, new: &Mapping, key: &str) -> Vec<String> {
    let told = |m: &Mapping, header: &str| {
        let column = m.columns.iter().find(|c| c.header == header);
        column.is_some_and(|c| !matches!(c.role, Role::Verbatim | Role::Row | Role::Source))
    };
    let both = new.columns.iter().map(|c| &c.header).filter(|h| *h != key && told(old, h) && told(new, h));
    both.cloned().collect()
}

/// The rows of a version for [`diff`], by the names of its key and compared columns. Rows of the wrong width are left
/// out: they are errors of the import. A column that the table does not have is empty in every row.
#[must_use]
pub fn versioned(table: &TableSource<'_>, key: &str, columns: &[String]) -> Vec<Versioned<String>> {
    let at = |name: &str| table.header().iter().position(|h| h == name);
    let (key, columns) = (at(key), columns.iter().map(|c| at(c)).collect::<Vec<_>>());
    let mut out = Vec::new();
    let mut rows = table.rows();
    while let Some(record) = rows.next() {
        if let Ok(record) = record {
            let cell = |at: &Option<usize>| at.map_or("", |i| record.cell(i)).to_owned();
            let key = key.map(|i| record.cell(i).to_owned());
            out.push(Versioned { row: record.row(), key, cells: columns.iter().map(cell).collect() });
        }
    }
    out
}

type Keyed<'v, C> = BTreeMap<&'v str, Vec<&'v Versioned<C>>>;
type Loose<'v> = BTreeMap<Vec<&'v str>, Vec<u64>>;

fn sorted<C: AsRef<str>>(rows: &[Versioned<C>]) -> (Keyed<'_, C>, Loose<'_>) {
    let (mut keyed, mut loose) = (Keyed::new(), Loose::new());
    for row in rows {
        match row.key.as_ref().map(|k| k.as_ref().trim()).filter(|k| !k.is_empty()) {
            Some(key) => keyed.entry(key).or_default().push(row),
            None => loose.entry(cells(row)).or_default().push(row.row),
        }
    }
    (keyed, loose)
}

fn cells<C: AsRef<str>>(row: &Versioned<C>) -> Vec<&str> {
    row.cells.iter().map(AsRef::as_ref).collect()
}

fn contents<'v, C: AsRef<str>>(rows: &[&'v Versioned<C>]) -> Vec<Vec<&'v str>> {
    let mut all: Vec<_> = rows.iter().map(|r| cells(*r)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn numbers<C>(rows: &[&Versioned<C>]) -> Vec<u64> {
    rows.iter().map(|r| r.row).collect()
}

fn pair_loose<'v>(old: Loose<'v>, mut new: Loose<'v>, out: &mut ListDiff) {
    for (cells, before) in old {
        let after = new.remove(&cells).unwrap_or_default();
        let pairs = before.len().min(after.len());
        out.same_without_key.extend(before.iter().copied().zip(after.iter().copied()).take(pairs));
        out.cannot_tell_old.extend(&before[pairs..]);
        out.cannot_tell_new.extend(&after[pairs..]);
    }
    out.cannot_tell_new.extend(new.into_values().flatten());
    out.same_without_key.sort_unstable();
    out.cannot_tell_old.sort_unstable();
    out.cannot_tell_new.sort_unstable();
}
