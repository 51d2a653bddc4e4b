//! The rows that browsing reads: the columns of all batches behind one another, each value coded once.
//!
//! Rows are only added to. Which of them count at a position is a byte per row, made when the position is first asked
//! for, so that undoing a batch or asking for the past touches no column.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use cairn_model::columns::Columns;
use cairn_model::{BatchId, EntryId};

/// The columns kept, in the order of [`Rows::columns`].
pub(crate) const COLUMNS: [&str; 14] = [
    "metric",
    "kind",
    "sex",
    "age",
    "status",
    "when",
    "place",
    "said_by",
    "doc",
    "named",
    "low",
    "high",
    "qualifier",
    "group",
];

/// The column of that name.
pub(crate) fn column(name: &str) -> usize {
    COLUMNS.iter().position(|c| *c == name).unwrap_or_default()
}

/// Codes at the width that the dictionary asks for.
#[derive(Debug, Clone)]
pub(crate) enum Codes {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Codes {
    pub(crate) fn get(&self, i: usize) -> usize {
        match self {
            Self::One(c) => usize::from(c[i]),
            Self::Two(c) => usize::from(c[i]),
            Self::Four(c) => c[i] as usize,
        }
    }

    /// Widens when `values` distinct values do not fit.
    fn fit(&mut self, values: usize) {
        *self = match (std::mem::replace(self, Self::One(Vec::new())), values) {
            (Self::One(c), 0x101..=0x1_0000) => Self::Two(c.into_iter().map(u16::from).collect()),
            (Self::One(c), 0x1_0001..) => Self::Four(c.into_iter().map(u32::from).collect()),
            (Self::Two(c), 0x1_0001..) => Self::Four(c.into_iter().map(u32::from).collect()),
            (same, _) => same,
        };
    }

    fn push(&mut self, code: u32) {
        match self {
            Self::One(c) => c.push(code as u8),
            Self::Two(c) => c.push(code as u16),
            Self::Four(c) => c.push(code),
        }
    }
}

/// One attribute of all rows.
#[derive(Debug)]
pub(crate) struct Coded {
    /// Distinct values; the first is the empty string, which says nothing.
    pub(crate) dictionary: Vec<String>,
    numbers: HashMap<String, u32>,
    pub(crate) codes: Codes,
}

impl Coded {
    fn new() -> Self {
        Self {
            dictionary: vec![String::new()],
            numbers: HashMap::from([(String::new(), 0)]),
            codes: Codes::One(Vec::new()),
        }
    }

    fn number(&mut self, value: &str) -> u32 {
        if let Some(n) = self.numbers.get(value) {
            return *n;
        }
        let n = self.dictionary.len() as u32;
        self.dictionary.push(value.to_owned());
        self.numbers.insert(value.to_owned(), n);
        n
    }

    pub(crate) fn value(&self, row: usize) -> &str {
        &self.dictionary[self.codes.get(row)]
    }
}

/// A batch among the rows.
#[derive(Debug)]
pub(crate) struct BatchRows {
    pub(crate) id: BatchId,
    /// Batches fold by (lamport, id).
    pub(crate) lamport: u64,
    pub(crate) rows: Range<usize>,
    pub(crate) accounts: Range<usize>,
    /// Where each row of the batch's harms lies, counted from the batch's first row; none: where it lay.
    harms: Option<Vec<u32>>,
}

impl BatchRows {
    /// The row of the batch's `i`th row of harms.
    pub(crate) fn of_harm(&self, i: usize) -> usize {
        self.rows.start + self.harms.as_ref().map_or(i, |at| at[i] as usize)
    }
}

/// All rows of all batches read so far.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) columns: Vec<Coded>,
    /// The account of each row; an account's rows lie together.
    pub(crate) account: Vec<u32>,
    /// 1 for each row of an account that has several.
    pub(crate) many: Vec<u8>,
    /// Accounts that have several rows.
    pub(crate) several: Vec<u32>,
    /// The first row of each account.
    pub(crate) first: Vec<u32>,
    /// The place of each account in its batch.
    owner: Vec<u32>,
    pub(crate) batches: Vec<BatchRows>,
    of: BTreeMap<BatchId, usize>,
}

impl Default for Rows {
    fn default() -> Self {
        Self {
            columns: COLUMNS.iter().map(|_| Coded::new()).collect(),
            account: Vec::new(),
            many: Vec::new(),
            several: Vec::new(),
            first: Vec::new(),
            owner: Vec::new(),
            batches: Vec::new(),
            of: BTreeMap::new(),
        }
    }
}

impl Rows {
    pub(crate) fn has(&self, batch: BatchId) -> bool {
        self.of.contains_key(&batch)
    }

    /// The batch's place in [`Rows::batches`].
    pub(crate) fn place(&self, batch: BatchId) -> Option<usize> {
        self.of.get(&batch).copied()
    }

    pub(crate) fn accounts(&self) -> usize {
        self.first.len()
    }

    pub(crate) fn rows_of(&self, account: usize) -> Range<usize> {
        let end = self.first.get(account + 1).map_or(self.account.len(), |r| *r as usize);
        self.first[account] as usize..end
    }

    /// What the first row of an account says in a column.
    pub(crate) fn value(&self, account: usize, name: &str) -> &str {
        self.columns[column(name)].value(self.first[account] as usize)
    }

    /// The batch of an account.
    pub(crate) fn batch(&self, account: usize) -> &BatchRows {
        let i = self.batches.partition_point(|b| b.accounts.end <= account);
        &self.batches[i]
    }

    pub(crate) fn id(&self, account: usize) -> EntryId {
        let batch = self.batch(account).id;
        EntryId { seq: batch.seq + u64::from(self.owner[account]), ..batch }
    }

    /// The account's place in its batch.
    pub(crate) fn owner(&self, account: usize) -> u32 {
        self.owner[account]
    }

    /// The account at a place in a batch.
    pub(crate) fn find(&self, batch: BatchId, owner: u32) -> Option<usize> {
        let batch = &self.batches[self.place(batch)?];
        let owners = &self.owner[batch.accounts.clone()];
        owners.binary_search(&owner).ok().map(|i| batch.accounts.start + i)
    }

    /// Adds a batch. Rows follow the order of its accounts, whether they are harms or numbers.
    pub(crate) fn push(&mut self, id: BatchId, lamport: u64, harms: &Columns, tolls: &Columns) {
        let (first_row, first_account) = (self.account.len(), self.first.len());
        let order = merged(harms.owners(), tolls.owners());
        for (c, name) in COLUMNS.iter().enumerate() {
            let of_harms = self.remap(c, harms, name, "");
            let of_tolls = self.remap(c, tolls, name, if *name == "kind" { "figure" } else { "" });
            let column = &mut self.columns[c];
            column.codes.fit(column.dictionary.len());
            let (h, t) = (harms.column(name), tolls.column(name));
            for (is_toll, i) in &order {
                let (from, map) = if *is_toll { (t, &of_tolls) } else { (h, &of_harms) };
                column.codes.push(map[from.map_or(0, |c| c.codes[*i] as usize)]);
            }
        }
        let mut last = None;
        let mut places = vec![0; harms.rows()];
        for (n, (is_toll, i)) in order.iter().enumerate() {
            let owner = if *is_toll { tolls.owners()[*i] } else { harms.owners()[*i] };
            if !is_toll {
                places[*i] = n as u32;
            }
            if last == Some(owner) {
                let account = self.first.len() as u32 - 1;
                if self.several.last() != Some(&account) {
                    self.several.push(account);
                    if let Some(many) = self.many.last_mut() {
                        *many = 1;
                    }
                }
                self.many.push(1);
            } else {
                self.first.push((first_row + n) as u32);
                self.owner.push(owner);
                self.many.push(0);
            }
            self.account.push(self.first.len() as u32 - 1);
            last = Some(owner);
        }
        self.of.insert(id, self.batches.len());
        self.batches.push(BatchRows {
            id,
            lamport,
            rows: first_row..self.account.len(),
            accounts: first_account..self.first.len(),
            harms: (tolls.rows() > 0).then_some(places),
        });
    }

    /// The codes of all batches for the codes of one.
    fn remap(&mut self, c: usize, columns: &Columns, name: &str, absent: &str) -> Vec<u32> {
        let coded = &mut self.columns[c];
        match columns.column(name) {
            Some(column) => column.dictionary.iter().map(|v| coded.number(v)).collect(),
            None if columns.rows() > 0 => vec![coded.number(absent)],
            None => vec![0],
        }
    }

    /// Accounts in the order in which they entered the register.
    pub(crate) fn by_entry(&self, a: usize, b: usize) -> std::cmp::Ordering {
        let key = |account: usize| {
            let batch = self.batch(account);
            (batch.lamport, batch.id, account)
        };
        key(a).cmp(&key(b))
    }
}

/// Rows of harms and tolls in the order of their owners: (whether of tolls, index).
fn merged(harms: &[u32], tolls: &[u32]) -> Vec<(bool, usize)> {
    let mut order = Vec::with_capacity(harms.len() + tolls.len());
    let (mut h, mut t) = (0, 0);
    while h < harms.len() || t < tolls.len() {
        let toll = match (harms.get(h), tolls.get(t)) {
            (Some(a), Some(b)) => b < a,
            (None, _) => true,
            _ => false,
        };
        if toll {
            order.push((true, t));
            t += 1;
        } else {
            order.push((false, h));
            h += 1;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_model::columns::Builder;

    #[test]
    fn rows_of_both_kinds_lie_in_the_order_of_their_accounts() {
        let id: BatchId = "00000001-10".parse().unwrap();
        let mut harms = Builder::new(&["metric", "kind", "sex"]);
        harms.row(1, &["killed", "person", "f"]);
        harms.row(3, &["killed", "person", "m"]);
        harms.row(3, &["injured", "person", "m"]);
        let mut tolls = Builder::new(&["metric"]);
        tolls.row(2, &["killed"]);
        let mut rows = Rows::default();
        rows.push(id, 1, &harms.finish(), &tolls.finish());
        assert_eq!(rows.accounts(), 3);
        let values = |name: &str| -> Vec<&str> {
            (0..rows.account.len()).map(|r| rows.columns[column(name)].value(r)).collect()
        };
        assert_eq!(values("kind"), ["person", "figure", "person", "person"]);
        assert_eq!(values("sex"), ["f", "", "m", "m"]);
        assert_eq!((rows.many.clone(), rows.several.clone()), (vec![0, 0, 1, 1], vec![2]));
        assert_eq!(rows.batches[0].of_harm(1), 2);
        assert_eq!((rows.id(1).seq, rows.find(id, 3), rows.find(id, 4)), (12, Some(2), None));
    }

    #[test]
    fn codes_widen_without_losing_what_was_there() {
        let mut codes = Codes::One(vec![7]);
        codes.fit(300);
        codes.push(299);
        codes.fit(70_000);
        codes.push(69_999);
        assert_eq!([codes.get(0), codes.get(1), codes.get(2)], [7, 299, 69_999]);
    }
}
