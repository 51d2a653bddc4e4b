//! Orders of accounts: all of them, so that a page is a walk from a place, and a place is found by its account.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use cairn_fold::fold;
use cairn_model::{BatchId, Interval};
use serde::{Deserialize, Serialize};

use super::rows::{Rows, column};
use crate::names::Names;

/// What rows are sorted by. What has no date, name or place stands last; equals stand in the order of entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The order in which accounts entered the register.
    #[default]
    Entry,
    /// The earliest day of the first act.
    Date,
    /// The name, folded.
    Name,
    /// The place, folded.
    Place,
}

impl Sort {
    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "entry" => Some(Self::Entry),
            "date" => Some(Self::Date),
            "name" => Some(Self::Name),
            "place" => Some(Self::Place),
            _ => None,
        }
    }
}

/// What an account without a key is sorted by: after all others, in both directions.
const LAST: u32 = u32::MAX;

/// All accounts in one order.
pub(crate) struct Order {
    pub(crate) ascending: Vec<u32>,
    /// Accounts with a key; those without one follow them in either direction.
    pub(crate) keyed: usize,
    /// The place of each account in `ascending`.
    pub(crate) place: Vec<u32>,
}

impl Order {
    pub(crate) fn new(sort: Sort, rows: &Rows, names: &BTreeMap<BatchId, Arc<Names>>) -> Self {
        let keys = match sort {
            Sort::Entry => vec![0; rows.accounts()],
            Sort::Date => by_column(rows, "when", |v| v.parse::<Interval>().ok()?.0.map(|d| d.to_string())),
            Sort::Place => by_column(rows, "place", |v| Some(fold(v))),
            Sort::Name => by_name(rows, names),
        };
        let mut ascending: Vec<u32> = (0..rows.accounts() as u32).collect();
        // Accounts lie in the order of entry but where another device's batch came late.
        let entered = |a: &u32, b: &u32| rows.by_entry(*a as usize, *b as usize);
        let in_order = rows.batches.is_sorted_by_key(|b| (b.lamport, b.id));
        if !in_order {
            ascending.sort_by(entered);
        }
        ascending.sort_by(|a, b| -> Ordering { keys[*a as usize].cmp(&keys[*b as usize]) });
        let keyed = ascending.partition_point(|a| keys[*a as usize] != LAST);
        let mut place = vec![0; ascending.len()];
        for (i, account) in ascending.iter().enumerate() {
            place[*account as usize] = i as u32;
        }
        Self { ascending, keyed, place }
    }

    /// The account at a place of the walk.
    pub(crate) fn at(&self, i: usize, descending: bool) -> u32 {
        if descending && i < self.keyed { self.ascending[self.keyed - 1 - i] } else { self.ascending[i] }
    }

    /// Where the walk meets an account.
    pub(crate) fn find(&self, account: usize, descending: bool) -> usize {
        let i = self.place[account] as usize;
        if descending && i < self.keyed { self.keyed - 1 - i } else { i }
    }
}

/// A number per account that orders like the key of the first row that has one.
fn by_column(rows: &Rows, name: &str, key: impl Fn(&str) -> Option<String>) -> Vec<u32> {
    let column = &rows.columns[column(name)];
    let keys: Vec<Option<String>> =
        column.dictionary.iter().map(|v| if v.is_empty() { None } else { key(v) }).collect();
    let mut sorted: Vec<&String> = keys.iter().flatten().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let number = |key: &Option<String>| {
        let found = key.as_ref().and_then(|k| sorted.binary_search(&k).ok());
        found.map_or(LAST, |i| i as u32)
    };
    let of_code: Vec<u32> = keys.iter().map(number).collect();
    let of_account = |a: usize| rows.rows_of(a).map(|r| of_code[column.codes.get(r)]).min().unwrap_or(LAST);
    (0..rows.accounts()).map(of_account).collect()
}

fn by_name(rows: &Rows, names: &BTreeMap<BatchId, Arc<Names>>) -> Vec<u32> {
    let mut named: Vec<(String, u32)> = Vec::new();
    for batch in &rows.batches {
        let Some(names) = names.get(&batch.id) else { continue };
        let mut last = None;
        for i in 0..names.len() {
            let owner = names.owner(i);
            // Of several scripts, the first.
            if last != Some(owner)
                && let Some(account) = rows.find(batch.id, owner)
            {
                named.push((fold(names.text(i)), account as u32));
            }
            last = Some(owner);
        }
    }
    named.sort_unstable();
    let mut keys = vec![LAST; rows.accounts()];
    let mut number = 0;
    for (i, (name, account)) in named.iter().enumerate() {
        if i > 0 && named[i - 1].0 != *name {
            number += 1;
        }
        keys[*account as usize] = number;
    }
    keys
}
