//! Blocks of records that share a key, and the pairs inside them, visited once each and never stored.

use crate::encode::Records;
use crate::table::mix;
use rayon::prelude::*;

/// A blocking pass: the columns that must be equal, as a bit mask.
pub(crate) type Mask = u32;

/// The blocks of one pass.
#[derive(Debug)]
pub(crate) struct Blocks {
    pub mask: Mask,
    /// Records, block by block, ascending inside a block.
    pub records: Vec<u32>,
    /// Start of each block in `records`, and the end of the last.
    starts: Vec<u32>,
    /// Hashes of the keys whose block was too large, ascending, with the block's size.
    pub skipped: Vec<(u64, u32)>,
    /// Bits that keys are short of: those of a record number.
    pub bits: u32,
}

/// The key of a row under a mask; `None` when a part is missing.
fn key(row: &[u32], mask: Mask) -> Option<u64> {
    let mut h = u64::from(mask);
    let mut left = mask;
    while left != 0 {
        let code = row[left.trailing_zeros() as usize];
        if code == 0 {
            return None;
        }
        h = mix(h ^ u64::from(code));
        left &= left - 1;
    }
    Some(h)
}

/// The key as blocks are told apart by it.
pub(crate) fn short_key(row: &[u32], mask: Mask, bits: u32) -> Option<u64> {
    key(row, mask).map(|k| k << bits >> bits)
}

fn row_bits(records: usize) -> u32 {
    usize::BITS - records.leading_zeros()
}

fn sorted_keys(records: &Records, n: usize, mask: Mask) -> Vec<u64> {
    let bits = row_bits(records.len());
    let mut keyed: Vec<u64> = (0..n)
        .into_par_iter()
        .with_min_len(4096)
        .filter_map(|i| key(records.row(i), mask).map(|k| k << bits | i as u64))
        .collect();
    keyed.par_sort_unstable();
    keyed
}

impl Blocks {
    /// Blocks of at least two records and at most `largest` pairs.
    pub fn new(records: &Records, mask: Mask, largest: u64) -> Self {
        let bits = row_bits(records.len());
        let keyed = sorted_keys(records, records.len(), mask);
        let mut out = Self { mask, records: Vec::new(), starts: vec![0], skipped: Vec::new(), bits };
        let low = (1u64 << bits) - 1;
        for block in keyed.chunk_by(|a, b| a >> bits == b >> bits) {
            let n = block.len() as u64;
            if n < 2 {
                continue;
            }
            if n * (n - 1) / 2 > largest {
                out.skipped.push((block[0] >> bits, n as u32));
                continue;
            }
            out.records.extend(block.iter().map(|k| (k & low) as u32));
            out.starts.push(out.records.len() as u32);
        }
        out.records.shrink_to_fit();
        out.starts.shrink_to_fit();
        out
    }

    /// The first so many records as one block.
    pub fn whole(mask: Mask, records: u32) -> Self {
        let starts = if records == 0 { vec![0] } else { vec![0, records] };
        Self { mask, records: (0..records).collect(), starts, skipped: Vec::new(), bits: 0 }
    }

    /// Start and end of every block in `records`.
    pub fn ranges(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.starts.windows(2).map(|w| (w[0], w[1]))
    }

    /// The blocks in lots of so many, for work in parallel.
    pub fn lots(&self, blocks: usize) -> Vec<&[u32]> {
        let n = self.starts.len() - 1;
        (0..n).step_by(blocks).map(|at| &self.starts[at..=(at + blocks).min(n)]).collect()
    }

    /// True for a record whose block was too large.
    pub fn skips(&self, row: &[u32]) -> bool {
        let Some(k) = short_key(row, self.mask, self.bits) else { return false };
        self.skipped.binary_search_by_key(&k, |s| s.0).is_ok()
    }
}

/// What a key would cost and reach.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Estimate {
    /// Pairs in blocks that are small enough.
    pub pairs: f64,
    /// Those across lists.
    pub across: f64,
    /// Share of records that have the key.
    pub has: f64,
    /// Share of those that are in blocks small enough.
    pub usable: f64,
}

/// Estimates a key on the first `sample` records, which are a random sample.
pub(crate) fn estimate(records: &Records, mask: Mask, sample: usize, largest: u64) -> Estimate {
    let n = sample.min(records.len());
    let bits = row_bits(records.len());
    let keyed = sorted_keys(records, n, mask);
    let scale = records.len() as f64 / n.max(1) as f64;
    let (mut pairs, mut across, mut lost) = (0.0, 0.0, 0);
    let low = (1u64 << bits) - 1;
    let mut lists: Vec<u16> = Vec::new();
    for block in keyed.chunk_by(|a, b| a >> bits == b >> bits) {
        let b = block.len() as f64;
        let whole = b * (b - 1.0) / 2.0 * scale * scale;
        if whole <= largest as f64 {
            pairs += whole;
            lists.clear();
            lists.extend(block.iter().map(|k| records.lists[(k & low) as usize]));
            lists.sort_unstable();
            let inside: f64 =
                lists.chunk_by(|a, b| a == b).map(|g| (g.len() * (g.len() - 1)) as f64 / 2.0).sum();
            across += whole - inside * scale * scale;
        } else {
            lost += block.len();
        }
    }
    let keyed = keyed.len();
    Estimate {
        pairs,
        across,
        has: keyed as f64 / n.max(1) as f64,
        usable: 1.0 - lost as f64 / keyed.max(1) as f64,
    }
}

/// One pair as a visitor sees it.
pub(crate) struct Pair<'a> {
    pub left: u32,
    pub right: u32,
    pub a: &'a [u32],
    pub b: &'a [u32],
    /// A bit for every column that is equal and said.
    pub same: u32,
    pub one_list: bool,
}

/// A set of passes in order; a pair belongs to the first pass that produces it.
pub(crate) struct Passes<'a> {
    pub records: &'a Records,
    pub passes: &'a [Blocks],
    /// Leave out pairs inside one list.
    pub across_only: bool,
    /// When not 0: only pairs of one of the first so many records of a block and one of the others.
    pub split: usize,
}

/// Record rows copied side by side, so that the pairs of a block run in cache.
struct Local<const W: usize> {
    rows: Vec<([u32; W], u32, u32, u16)>,
}

impl Passes<'_> {
    /// Visits the pairs of blocks `chunk` of pass `pass`. With `first_only`, a pair that an earlier pass produces is
    /// left out; otherwise the visitor is told.
    pub fn visit<F: FnMut(&Pair, bool)>(
        &self,
        pass: usize,
        blocks: impl Iterator<Item = (u32, u32)>,
        first_only: bool,
        mut f: F,
    ) {
        match self.records.width {
            8 => self.run::<8, F, _>(pass, blocks, first_only, &mut f),
            16 => self.run::<16, F, _>(pass, blocks, first_only, &mut f),
            24 => self.run::<24, F, _>(pass, blocks, first_only, &mut f),
            _ => self.run::<32, F, _>(pass, blocks, first_only, &mut f),
        }
    }

    fn run<const W: usize, F: FnMut(&Pair, bool), B: Iterator<Item = (u32, u32)>>(
        &self,
        pass: usize,
        blocks: B,
        first_only: bool,
        f: &mut F,
    ) {
        let mine = &self.passes[pass];
        let earlier = &self.passes[..pass];
        let mut local = Local::<W> { rows: Vec::new() };
        for (start, end) in blocks {
            local.rows.clear();
            for &r in &mine.records[start as usize..end as usize] {
                let mut row = [0; W];
                row.copy_from_slice(self.records.row(r as usize));
                local.rows.push((row, self.records.said[r as usize], r, self.records.lists[r as usize]));
            }
            let lefts = if self.split == 0 { local.rows.len() } else { self.split };
            for (i, (a, said, left, list)) in local.rows.iter().enumerate().take(lefts) {
                for (b, _, right, other) in &local.rows[(i + 1).max(self.split)..] {
                    let one_list = list == other;
                    if one_list && self.across_only {
                        continue;
                    }
                    let same = equal::<W>(a, b) & said;
                    if same & mine.mask != mine.mask {
                        continue;
                    }
                    let seen = earlier
                        .iter()
                        .any(|p| same & p.mask == p.mask && (p.skipped.is_empty() || !p.skips(a)));
                    if seen && first_only {
                        continue;
                    }
                    f(&Pair { left: *left, right: *right, a, b, same, one_list }, !seen);
                }
            }
        }
    }
}

#[inline]
fn equal<const W: usize>(a: &[u32; W], b: &[u32; W]) -> u32 {
    let mut m = 0;
    for k in 0..W {
        m |= u32::from(a[k] == b[k]) << k;
    }
    m
}

/// Columns equal and said, for two rows picked anywhere.
pub(crate) fn same_columns(a: &[u32], b: &[u32]) -> u32 {
    a.iter().zip(b).enumerate().fold(0, |m, (k, (x, y))| m | u32::from(x == y && *x != 0) << k)
}

/// Blocks of a pass that a sample of about `wanted` pairs takes, and one over the share taken. The choice depends on
/// the records in a block alone.
pub(crate) fn sample_blocks(blocks: &Blocks, wanted: u64) -> (Vec<(u32, u32)>, f64) {
    let pairs = |r: &(u32, u32)| {
        let n = u64::from(r.1 - r.0);
        n * (n - 1) / 2
    };
    let total: u64 = blocks.ranges().map(|r| pairs(&r)).sum();
    let every = total.div_ceil(wanted.max(1)).max(1);
    let taken: Vec<(u32, u32)> = blocks
        .ranges()
        .filter(|r| mix(u64::from(blocks.records[r.0 as usize]) ^ 0x5EED).is_multiple_of(every))
        .collect();
    let got: u64 = taken.iter().map(pairs).sum();
    let factor = if got == 0 { 0.0 } else { total as f64 / got as f64 };
    (taken, factor)
}
