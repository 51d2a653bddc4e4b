//! Blocks of records that share a key, and the pairs inside them, visited once each and never stored.

use crate::encode::Records;
use crate::table::mix;
use rayon::prelude::*;

/// A blocking pass: the columns that must be equal, as a bit mask.
pub(crate) type Mask = u32;
/// The pass of no column: any two records.
pub(crate) const EVERY_PAIR: Mask = 0;

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

/// The key as blocks are told apart by it, short of the bits of a record number.
pub(crate) fn short_key(row: &[u32], mask: Mask, bits: u32) -> Option<u64> {
    key(row, mask).map(|k| k << bits >> bits)
}

/// Bits of a record number.
pub(crate) fn row_bits(records: usize) -> u32 {
    usize::BITS - records.leading_zeros()
}

fn sorted_keys(records: &Records, n: usize, mask: Mask) -> Vec<u64> {
    let bits = row_bits(records.len());
    // Whole runs of records at a time: one vector a run, not one a record.
    let lots: Vec<Vec<u64>> = (0..n.div_ceil(RUN))
        .into_par_iter()
        .map(|run| {
            let rows = run * RUN..((run + 1) * RUN).min(n);
            let mut out = Vec::with_capacity(rows.len());
            out.extend(rows.filter_map(|i| key(records.row(i), mask).map(|k| k << bits | i as u64)));
            out
        })
        .collect();
    let mut keyed = Vec::with_capacity(lots.iter().map(Vec::len).sum());
    lots.iter().for_each(|lot| keyed.extend_from_slice(lot));
    keyed.par_sort_unstable();
    keyed
}

/// Records whose keys are made in one go.
const RUN: usize = 16_384;
/// Records that a sample of keys aims at.
const SAMPLED: usize = 65_536;

impl Blocks {
    /// Blocks of at least two records and at most `largest` pairs.
    pub fn new(records: &Records, mask: Mask, largest: u64) -> Self {
        Self::of_keys(records, mask, &sorted_keys(records, records.len(), mask), largest)
    }

    fn of_keys(records: &Records, mask: Mask, keyed: &[u64], largest: u64) -> Self {
        let bits = row_bits(records.len());
        let low = (1u64 << bits) - 1;
        let mut out = Self { mask, records: Vec::new(), starts: vec![0], skipped: Vec::new() };
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
        out
    }

    /// The first so many records as one block.
    pub fn whole(mask: Mask, records: u32) -> Self {
        Self { mask, records: (0..records).collect(), starts: vec![0, records], skipped: Vec::new() }
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

    fn pairs(&self) -> u64 {
        self.ranges().map(|r| pairs_of(u64::from(r.1 - r.0))).sum()
    }
}

fn pairs_of(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

/// Groups of a key that are too large to compare, as [`Blocks::skipped`] has them, without sorting all records: found
/// in a random sample, then counted.
pub(crate) fn crowded(records: &Records, mask: Mask, largest: u64) -> Vec<(u64, u32)> {
    let (bits, n) = (row_bits(records.len()), records.len());
    let sample = n.min(SAMPLED);
    let limit = libm::sqrt(2.0 * largest as f64) * sample as f64 / n.max(1) as f64;
    let keyed = sorted_keys(records, sample, mask);
    let crowds: Vec<u64> = keyed
        .chunk_by(|a, b| a >> bits == b >> bits)
        .filter(|g| g.len() > 1 && g.len() as f64 > 0.5 * limit)
        .map(|g| g[0] >> bits)
        .collect();
    if crowds.is_empty() {
        return Vec::new();
    }
    let mut counts = vec![0u32; crowds.len()];
    for i in 0..n {
        let at = key(records.row(i), mask).and_then(|k| crowds.binary_search(&(k << bits >> bits)).ok());
        if let Some(at) = at {
            counts[at] += 1;
        }
    }
    crowds.into_iter().zip(counts).filter(|c| pairs_of(u64::from(c.1)) > largest).collect()
}

/// A random sample of the blocks of a pass, and one over the share of its pairs taken.
pub(crate) struct Sample {
    pub blocks: Blocks,
    pub factor: f64,
}

/// Samples of about `wanted` pairs of each pass: whole blocks, chosen by the records in a block alone. Only one pass is
/// held whole at a time.
pub(crate) fn samples(records: &Records, masks: &[Mask], wanted: u64, largest: u64) -> Vec<Sample> {
    masks
        .iter()
        .map(|mask| {
            let whole = Blocks::new(records, *mask, largest);
            let total = whole.pairs();
            // One block cannot be sampled: it is small, or it would not have been chosen.
            let every = if *mask == EVERY_PAIR { 1 } else { total.div_ceil(wanted.max(1)).max(1) };
            let mut blocks =
                Blocks { mask: *mask, records: Vec::new(), starts: vec![0], skipped: Vec::new() };
            for (start, end) in whole.ranges() {
                let block = &whole.records[start as usize..end as usize];
                if mix(u64::from(block[0]) ^ 0x5EED).is_multiple_of(every) {
                    blocks.records.extend_from_slice(block);
                    blocks.starts.push(blocks.records.len() as u32);
                }
            }
            let got = blocks.pairs();
            Sample { blocks, factor: if got == 0 { 0.0 } else { total as f64 / got as f64 } }
        })
        .collect()
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
    /// A bit for every column that both say something in.
    pub both: u32,
    pub one_list: bool,
    /// Places of both in the block.
    pub at: (usize, usize),
}

/// Someone who looks at the pairs of blocks.
pub(crate) trait Visitor {
    /// The records of the block that comes now.
    fn block(&mut self, _records: &[u32]) {}
    /// A pair of it; `first` when no earlier pass produces the pair.
    fn pair(&mut self, pair: &Pair, first: bool);
}

impl<F: FnMut(&Pair, bool)> Visitor for F {
    fn pair(&mut self, pair: &Pair, first: bool) {
        self(pair, first);
    }
}

/// A set of passes in order; a pair belongs to the first pass that produces it.
pub(crate) struct Passes<'a> {
    pub records: &'a Records,
    pub masks: Vec<Mask>,
    /// Of each pass, the keys whose block is too large, ascending, and the block's size.
    pub skipped: Vec<Vec<(u64, u32)>>,
    /// Leave out pairs inside one list.
    pub across_only: bool,
    /// Bits that the keys in `skipped` are short of.
    pub bits: u32,
    /// When not 0: only pairs of one of the first so many records of a block and one of the others.
    pub split: usize,
}

/// Record rows copied side by side, so that the pairs of a block run in cache.
struct Local<const W: usize> {
    row: [u32; W],
    said: u32,
    record: u32,
    list: u16,
}

impl<'a> Passes<'a> {
    /// Passes over `records`, with the blocks that will be skipped.
    pub fn new(records: &'a Records, masks: &[Mask], largest: u64, across_only: bool) -> Self {
        let skipped = masks.par_iter().map(|m| crowded(records, *m, largest)).collect();
        let bits = row_bits(records.len());
        Self { records, masks: masks.to_vec(), skipped, across_only, bits, split: 0 }
    }

    /// Visits the pairs of the blocks `ranges` of pass `pass`. With `first_only`, a pair that an earlier pass produces
    /// is left out; otherwise the visitor is told.
    pub fn visit<V: Visitor>(
        &self,
        pass: usize,
        blocks: &Blocks,
        ranges: impl Iterator<Item = (u32, u32)>,
        first_only: bool,
        visitor: &mut V,
    ) {
        match self.records.width {
            8 => self.run::<8, V, _>(pass, blocks, ranges, first_only, visitor),
            16 => self.run::<16, V, _>(pass, blocks, ranges, first_only, visitor),
            20 => self.run::<20, V, _>(pass, blocks, ranges, first_only, visitor),
            24 => self.run::<24, V, _>(pass, blocks, ranges, first_only, visitor),
            _ => self.run::<32, V, _>(pass, blocks, ranges, first_only, visitor),
        }
    }

    /// Whether an earlier pass produces a pair of these equal columns.
    #[inline]
    fn seen(&self, pass: usize, same: u32, row: &[u32]) -> bool {
        // All of them, without a branch: the compiler does several at a time.
        let earlier = &self.masks[..pass];
        if !earlier.iter().fold(false, |any, m| any | (same & m == *m)) {
            return false;
        }
        earlier.iter().zip(&self.skipped).any(|(m, skipped)| {
            let skips = |k: u64| skipped.binary_search_by_key(&k, |s| s.0).is_ok();
            same & m == *m && (skipped.is_empty() || !short_key(row, *m, self.bits).is_some_and(skips))
        })
    }

    fn run<const W: usize, V: Visitor, R: Iterator<Item = (u32, u32)>>(
        &self,
        pass: usize,
        blocks: &Blocks,
        ranges: R,
        first_only: bool,
        visitor: &mut V,
    ) {
        let mine = blocks.mask;
        let mut local: Vec<Local<W>> = Vec::new();
        for (start, end) in ranges {
            local.clear();
            let members = &blocks.records[start as usize..end as usize];
            for &record in members {
                let r = record as usize;
                let mut row = [0; W];
                row.copy_from_slice(self.records.row(r));
                local.push(Local { row, said: self.records.said[r], record, list: self.records.lists[r] });
            }
            visitor.block(members);
            let lefts = if self.split == 0 { local.len() } else { self.split };
            for (i, x) in local.iter().enumerate().take(lefts) {
                for (j, y) in local.iter().enumerate().skip((i + 1).max(self.split)) {
                    let one_list = x.list == y.list;
                    if one_list && self.across_only {
                        continue;
                    }
                    let both = x.said & y.said;
                    let same = equal::<W>(&x.row, &y.row) & both;
                    if same & mine != mine {
                        continue;
                    }
                    let seen = self.seen(pass, same, &x.row);
                    if seen && first_only {
                        continue;
                    }
                    let (left, right) = (x.record, y.record);
                    let pair = Pair { left, right, a: &x.row, b: &y.row, same, both, one_list, at: (i, j) };
                    visitor.pair(&pair, !seen);
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
