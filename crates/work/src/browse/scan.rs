//! One walk over the rows: which accounts a question leaves, and how many fall under each value of each field.
//!
//! Every row gets a mask with one bit per condition that it fails. A row that fails nothing is part of the answer;
//! a field's values are counted among the rows that fail nothing but that field's own condition. Both come from the
//! same masks, so counts and rows cannot disagree.

use std::ops::Range;

use super::field::{AllKeys, Field, state};
use super::rows::{Codes, Rows};

/// Rows looked at together.
const BLOCK: usize = 8192;
/// Rows from which on a second thread pays.
const PARALLEL: usize = 200_000;

/// Set in the mask of a row that does not count at the position.
const HIDDEN: u32 = 1 << 31;
/// Set in the mask of a row whose account has several: those are settled account by account.
const MANY: u32 = 1 << 30;

/// Accounts as bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits(pub(crate) Vec<u64>);

impl Bits {
    pub(crate) fn none(accounts: usize) -> Self {
        Self(vec![0; accounts.div_ceil(64)])
    }

    pub(crate) fn set(&mut self, i: usize) {
        self.0[i / 64] |= 1 << (i % 64);
    }

    pub(crate) fn has(&self, i: usize) -> bool {
        self.0[i / 64] >> (i % 64) & 1 == 1
    }

    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|w| u64::from(w.count_ones())).sum()
    }
}

/// What a row must meet.
pub(crate) enum Condition<'a> {
    /// The code in a column is one of these.
    Column { bit: u32, column: usize, allowed: Vec<bool> },
    /// It stands in one of these ways.
    Standing { bit: u32, allowed: [bool; 4] },
    /// Its account is one of these.
    Among { bit: u32, accounts: &'a Bits },
}

/// What the walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) accounts: Bits,
    pub(crate) total: u64,
    /// Per field asked for: accounts under each of its keys.
    pub(crate) counts: Vec<(Field, Vec<u64>)>,
}

/// The bit of a field's own condition.
pub(crate) fn bit(field: Field) -> u32 {
    field as u32
}

/// Walks over the rows.
pub(crate) fn scan(
    rows: &Rows,
    states: &[u8],
    keys: &AllKeys,
    conditions: &[Condition<'_>],
    facets: &[Field],
) -> Found {
    let walk = Walk { rows, states, conditions, facets };
    // Rows that came after the position have no standing there.
    let n = states.len();
    // Each half has bits of its own, joined at the end.
    let middle = if n < PARALLEL { n } else { n / 2 };
    let (mut whole, rest) = std::thread::scope(|scope| {
        let rest = (middle < n).then(|| scope.spawn(|| walk.part(middle..n)));
        let whole = walk.part(0..middle);
        match rest.map(std::thread::ScopedJoinHandle::join).transpose() {
            Ok(rest) => (whole, rest),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    });
    if let Some(part) = rest {
        for (a, b) in whole.accounts.0.iter_mut().zip(part.accounts.0) {
            *a |= b;
        }
        for (a, b) in whole.histograms.iter_mut().zip(part.histograms) {
            for (a, b) in a.iter_mut().zip(b) {
                *a += b;
            }
        }
    }
    let mut counts: Vec<(Field, Vec<u64>)> = Vec::with_capacity(facets.len());
    for (field, histogram) in facets.iter().zip(&whole.histograms) {
        let keys = keys.of(*field);
        let mut of_key = vec![0; keys.keys.len()];
        for (code, n) in histogram.iter().enumerate().filter(|(_, n)| **n > 0) {
            for key in &keys.of_code[code] {
                of_key[*key as usize] += u64::from(*n);
            }
        }
        counts.push((*field, of_key));
    }
    walk.several(keys, &mut whole.accounts, &mut counts);
    let total = whole.accounts.count();
    Found { accounts: whole.accounts, total, counts }
}

struct Walk<'a> {
    rows: &'a Rows,
    states: &'a [u8],
    conditions: &'a [Condition<'a>],
    facets: &'a [Field],
}

struct Part {
    accounts: Bits,
    /// Per facet: rows per code of its column.
    histograms: Vec<Vec<u32>>,
}

impl Walk<'_> {
    fn values(&self, field: Field) -> usize {
        field.column().map_or(state::NAMES.len(), |c| self.rows.columns[c].dictionary.len())
    }

    fn part(&self, range: Range<usize>) -> Part {
        let mut accounts = Bits::none(self.rows.accounts());
        let mut histograms: Vec<Vec<u32>> =
            self.facets.iter().map(|f| vec![0; self.values(*f).max(0x100)]).collect();
        let mut masks = vec![0u32; BLOCK];
        let mut at = range.start;
        while at < range.end {
            let block = at..(at + BLOCK).min(range.end);
            let masks = &mut masks[..block.len()];
            self.mask(block.clone(), masks);
            for (field, histogram) in self.facets.iter().zip(&mut histograms) {
                let all_but = !(1 << bit(*field));
                match field.column().map(|c| &self.rows.columns[c].codes) {
                    None => tally(&self.states[block.clone()], masks, all_but, histogram),
                    Some(Codes::One(c)) => tally(&c[block.clone()], masks, all_but, histogram),
                    Some(Codes::Two(c)) => tally(&c[block.clone()], masks, all_but, histogram),
                    Some(Codes::Four(c)) => tally(&c[block.clone()], masks, all_but, histogram),
                }
            }
            for (mask, account) in masks.iter().zip(&self.rows.account[block.clone()]) {
                if *mask == 0 {
                    accounts.set(*account as usize);
                }
            }
            at = block.end;
        }
        Part { accounts, histograms }
    }

    /// The masks of a block of rows.
    fn mask(&self, block: Range<usize>, masks: &mut [u32]) {
        let flags = self.states[block.clone()].iter().zip(&self.rows.many[block.clone()]);
        for (mask, (state, many)) in masks.iter_mut().zip(flags) {
            *mask = if *state == state::HIDDEN { HIDDEN } else { 0 } | if *many == 1 { MANY } else { 0 };
        }
        for condition in self.conditions {
            match condition {
                Condition::Column { bit, column, allowed } => match &self.rows.columns[*column].codes {
                    Codes::One(c) => fail(&c[block.clone()], masks, allowed, *bit),
                    Codes::Two(c) => fail(&c[block.clone()], masks, allowed, *bit),
                    Codes::Four(c) => fail(&c[block.clone()], masks, allowed, *bit),
                },
                Condition::Standing { bit, allowed } => {
                    fail(&self.states[block.clone()], masks, allowed, *bit);
                }
                Condition::Among { bit, accounts } => {
                    for (mask, account) in masks.iter_mut().zip(&self.rows.account[block.clone()]) {
                        *mask |= u32::from(!accounts.has(*account as usize)) << bit;
                    }
                }
            }
        }
    }

    /// Accounts with several rows: one is enough to be found, and each value counts once.
    fn several(&self, keys: &AllKeys, accounts: &mut Bits, counts: &mut [(Field, Vec<u64>)]) {
        let mut masks = Vec::new();
        let mut met = Vec::new();
        for account in &self.rows.several {
            let range = self.rows.rows_of(*account as usize);
            if range.end > self.states.len() {
                break;
            }
            masks.clear();
            masks.resize(range.len(), 0);
            self.mask(range.clone(), &mut masks);
            if masks.iter().any(|m| m & !MANY == 0) {
                accounts.set(*account as usize);
            }
            for (field, of_key) in counts.iter_mut() {
                let all_but = !(1 << bit(*field) | MANY);
                met.clear();
                for (row, mask) in range.clone().zip(&masks) {
                    if mask & all_but == 0 {
                        let code = match field.column() {
                            Some(c) => self.rows.columns[c].codes.get(row),
                            None => self.states[row].into(),
                        };
                        met.extend_from_slice(&keys.of(*field).of_code[code]);
                    }
                }
                met.sort_unstable();
                met.dedup();
                for key in &met {
                    of_key[*key as usize] += 1;
                }
            }
        }
    }
}

fn tally<C: Copy + Into<u32>>(codes: &[C], masks: &[u32], all_but: u32, histogram: &mut [u32]) {
    for (code, mask) in codes.iter().zip(masks) {
        let code: u32 = (*code).into();
        histogram[code as usize] += u32::from(mask & all_but == 0);
    }
}

fn fail<C: Copy + Into<u32>>(codes: &[C], masks: &mut [u32], allowed: &[bool], bit: u32) {
    for (mask, code) in masks.iter_mut().zip(codes) {
        let code: u32 = (*code).into();
        *mask |= u32::from(!allowed[code as usize]) << bit;
    }
}
