//! Capture histories: how many people were on exactly which lists.

use std::collections::BTreeMap;

/// The most lists a table may have: a history is a bit set of 64 bits.
pub const MAX_LISTS: usize = 64;

/// Capture histories with counts. Bit `j` of a pattern is list `j`; the all-zero pattern never occurs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    lists: usize,
    cells: BTreeMap<u64, u64>,
}

impl Counts {
    /// No histories yet, over `lists` lists.
    pub fn new(lists: usize) -> Counts {
        Counts { lists: lists.min(MAX_LISTS), cells: BTreeMap::new() }
    }

    /// Adds people with one history. People on no list, and bits beyond the lists, are not added.
    pub fn add(&mut self, pattern: u64, people: u64) {
        if pattern != 0 && people != 0 && pattern & !self.full() == 0 {
            *self.cells.entry(pattern).or_default() += people;
        }
    }

    /// How many lists.
    pub fn lists(&self) -> usize {
        self.lists
    }

    /// Everyone seen on at least one list.
    pub fn observed(&self) -> u64 {
        self.cells.values().sum()
    }

    /// The histories that occur, in order of their bit sets.
    pub fn cells(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.cells.iter().map(|(&pattern, &count)| (pattern, count))
    }

    /// How many distinct histories occur.
    pub fn distinct(&self) -> usize {
        self.cells.len()
    }

    /// People with exactly this history.
    pub fn exactly(&self, pattern: u64) -> u64 {
        self.cells.get(&pattern).copied().unwrap_or(0)
    }

    /// People on at least all the lists of `pattern`.
    pub fn on_all(&self, pattern: u64) -> u64 {
        self.cells().filter(|(cell, _)| cell & pattern == pattern).map(|(_, count)| count).sum()
    }

    /// Length of one list.
    pub fn size(&self, list: usize) -> u64 {
        self.on_all(1 << list)
    }

    /// People on exactly `k` lists.
    pub fn on_exactly(&self, k: u32) -> u64 {
        self.cells().filter(|(cell, _)| cell.count_ones() == k).map(|(_, count)| count).sum()
    }

    /// The same people seen only through `keep` (in that order); those on none of them drop out.
    pub fn project(&self, keep: &[usize]) -> Counts {
        let mut out = Counts::new(keep.len());
        for (cell, count) in self.cells() {
            out.add(pick(cell, keep), count);
        }
        out
    }

    /// Only the people on `list`, seen through the other lists. Those on no other list are the ones a
    /// consistency check must estimate, so they drop out.
    pub fn members_of(&self, list: usize) -> Counts {
        let keep: Vec<usize> = (0..self.lists).filter(|&j| j != list).collect();
        let mut out = Counts::new(keep.len());
        for (cell, count) in self.cells().filter(|(cell, _)| cell >> list & 1 == 1) {
            out.add(pick(cell, &keep), count);
        }
        out
    }

    /// The bit set of all lists.
    pub fn full(&self) -> u64 {
        if self.lists == MAX_LISTS { u64::MAX } else { (1 << self.lists) - 1 }
    }

    /// All 2^J cells as floats, index = pattern, cell 0 = 0. Only for few lists.
    pub(crate) fn dense(&self) -> Vec<f64> {
        let mut out = vec![0.0; 1 << self.lists];
        for (cell, count) in self.cells() {
            out[cell as usize] = count as f64;
        }
        out
    }

    /// Adds all people of another table over the same lists.
    pub fn merge(&mut self, other: &Counts) {
        for (cell, count) in other.cells() {
            self.add(cell, count);
        }
    }
}

/// The bits of `cell` at `keep`, packed in that order.
fn pick(cell: u64, keep: &[usize]) -> u64 {
    keep.iter().enumerate().fold(0, |bits, (to, &from)| bits | (cell >> from & 1) << to)
}
