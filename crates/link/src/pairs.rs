//! Blocks of records that share a key, and the pairs inside them, visited once each and never stored.

use crate::encode::Records;
use crate::produced::Produced;
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
        h = (h ^ u64::from(code)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        left &= left - 1;
    }
    Some(mix(h))
}

/// The key as blocks are told apart by it, short of the bits of a record number.
pub(crate) fn short_key(row: &[u32], mask: Mask, bits: u32) -> Option<u64> {
    key(row, mask).map(|k| k << bits >> bits)
}

/// Bits of a record number.
pub(crate) fn row_bits(records: usize) -> u32 {
    usize::BITS - records.leading_zeros()
}

/// The keys of the first `n` records, each with its record's number below it, sorted: parts that follow each other, none
/// of which begins inside a block.
fn sorted_keys(records: &Records, n: usize, mask: Mask) -> Vec<Vec<u64>> {
    let bits = row_bits(records.len());
    let parts = (n / PART).clamp(1, 256).next_power_of_two();
    // By the first bits of the key, which say nothing of the record.
    let top = |k: u64| ((k >> 48) as usize * parts) >> 16;
    // Whole runs of records at a time, each put in order of its parts.
    let runs: Vec<(Vec<u64>, Vec<u32>)> = (0..n.div_ceil(RUN))
        .into_par_iter()
        .map(|run| {
            let rows = run * RUN..((run + 1) * RUN).min(n);
            let mut keys = Vec::with_capacity(rows.len());
            keys.extend(rows.filter_map(|i| key(records.row(i), mask).map(|k| k << bits | i as u64)));
            if parts == 1 {
                return (keys, Vec::new());
            }
            let mut starts = vec![0u32; parts + 1];
            keys.iter().for_each(|k| starts[top(*k) + 1] += 1);
            (0..parts).for_each(|p| starts[p + 1] += starts[p]);
            let (mut next, mut out) = (starts.clone(), vec![0; keys.len()]);
            for k in keys {
                let at = &mut next[top(k)];
                out[*at as usize] = k;
                *at += 1;
            }
            (out, starts)
        })
        .collect();
    let part = |p: usize| {
        let pieces = || {
            runs.iter().map(|(keys, starts)| match starts.get(p..p + 2) {
                Some(ends) => &keys[ends[0] as usize..ends[1] as usize],
                None => &keys[..],
            })
        };
        // By the next bits; what is left to sort are the few keys that share these too.
        let drawer = |k: u64| (k >> (64 - DRAWERS - parts.trailing_zeros())) as usize & ((1 << DRAWERS) - 1);
        let mut starts = vec![0u32; (1 << DRAWERS) + 1];
        pieces().flatten().for_each(|k| starts[drawer(*k) + 1] += 1);
        (0..1 << DRAWERS).for_each(|d| starts[d + 1] += starts[d]);
        let mut out = vec![0; pieces().map(<[u64]>::len).sum()];
        for k in pieces().flatten() {
            let at = &mut starts[drawer(*k)];
            out[*at as usize] = *k;
            *at += 1;
        }
        // Now each holds where its drawer ends.
        let mut from = 0;
        for end in &starts[..1 << DRAWERS] {
            out[from..*end as usize].sort_unstable();
            from = *end as usize;
        }
        out
    };
    (0..parts).into_par_iter().map(part).collect()
}

/// Bits of a key that find its drawer.
const DRAWERS: u32 = 10;
/// Keys that are sorted in one go.
const PART: usize = 8192;
/// Records whose keys are made in one go.
const RUN: usize = 16_384;
/// Records that a sample of keys aims at.
const SAMPLED: usize = 65_536;

impl Blocks {
    /// Blocks of at least two records and at most `largest` pairs.
    pub fn new(records: &Records, mask: Mask, largest: u64) -> Self {
        let bits = row_bits(records.len());
        let keyed = sorted_keys(records, records.len(), mask);
        let parts: Vec<Self> =
            keyed.into_par_iter().map(|part| Self::of_keys(bits, mask, &part, largest)).collect();
        let mut out = Self { mask, records: Vec::new(), starts: vec![0], skipped: Vec::new() };
        out.records.reserve_exact(parts.iter().map(|p| p.records.len()).sum());
        out.starts.reserve_exact(parts.iter().map(|p| p.starts.len()).sum());
        for part in parts {
            let before = out.records.len() as u32;
            out.records.extend_from_slice(&part.records);
            out.starts.extend(part.starts[1..].iter().map(|end| before + end));
            out.skipped.extend(part.skipped);
        }
        out
    }

    fn of_keys(bits: u32, mask: Mask, keyed: &[u64], largest: u64) -> Self {
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
    let crowds: Vec<u64> = (keyed.iter())
        .flat_map(|part| part.chunk_by(|a, b| a >> bits == b >> bits))
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
    for block in keyed.iter().flat_map(|part| part.chunk_by(|a, b| a >> bits == b >> bits)) {
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
    let keyed: usize = keyed.iter().map(Vec::len).sum();
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
    /// The rows of the block that comes now.
    fn block<'a>(&mut self, _rows: impl ExactSizeIterator<Item = &'a [u32]>) {}
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
    produced: Produced,
}

/// Record rows copied side by side, so that the pairs of a block run in cache.
struct Local<const W: usize> {
    row: [u32; W],
    said: u32,
    record: u32,
    list: u16,
}

/// Records that are copied in one go, or one larger block: rows lie anywhere in memory, and are fetched at once while
/// nothing else is done.
const FETCHED: usize = 512;

impl<'a> Passes<'a> {
    /// Passes over `records`, with the blocks that will be skipped.
    pub fn new(records: &'a Records, masks: &[Mask], largest: u64, across_only: bool) -> Self {
        let skipped = masks.par_iter().map(|m| crowded(records, *m, largest)).collect();
        Self { across_only, ..Self::skipping(records, masks.to_vec(), skipped, row_bits(records.len())) }
    }

    /// Passes that are known to skip these blocks, whose keys are short of so many bits.
    pub fn skipping(
        records: &'a Records,
        masks: Vec<Mask>,
        skipped: Vec<Vec<(u64, u32)>>,
        bits: u32,
    ) -> Self {
        let produced = Produced::new(&masks);
        Self { records, masks, skipped, across_only: false, bits, split: 0, produced }
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
    fn seen<const W: usize>(&self, pass: usize, same: u32, row: &[u32; W]) -> bool {
        self.produced.any_before::<W>(pass, same, |earlier| {
            let skipped = &self.skipped[earlier];
            let skips = |k: u64| skipped.binary_search_by_key(&k, |s| s.0).is_ok();
            skipped.is_empty() || !short_key(row, self.masks[earlier], self.bits).is_some_and(skips)
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
        let mut ranges = ranges.peekable();
        let mut local: Vec<Local<W>> = Vec::with_capacity(FETCHED);
        let mut ends: Vec<usize> = Vec::new();
        while ranges.peek().is_some() {
            local.clear();
            ends.clear();
            while let Some((start, end)) =
                ranges.next_if(|r| local.is_empty() || local.len() + (r.1 - r.0) as usize <= FETCHED)
            {
                local.extend(blocks.records[start as usize..end as usize].iter().map(|&record| {
                    let r = record as usize;
                    let mut row = [0; W];
                    row.copy_from_slice(self.records.row(r));
                    Local { row, said: 0, record, list: self.records.lists[r] }
                }));
                ends.push(local.len());
            }
            local.iter_mut().for_each(|l| l.said = !equal(&l.row, &[0; W]));
            let mut start = 0;
            for &end in &ends {
                self.block(pass, blocks.mask, &local[start..end], first_only, visitor);
                start = end;
            }
        }
    }

    #[inline]
    fn block<const W: usize, V: Visitor>(
        &self,
        pass: usize,
        mine: Mask,
        local: &[Local<W>],
        first_only: bool,
        visitor: &mut V,
    ) {
        visitor.block(local.iter().map(|l| &l.row[..]));
        let lefts = if self.split == 0 { local.len() } else { self.split };
        for (i, x) in local.iter().enumerate().take(lefts) {
            for (j, y) in local.iter().enumerate().skip((i + 1).max(self.split)) {
                let one_list = x.list == y.list;
                if one_list && self.across_only {
                    continue;
                }
                let both = x.said & y.said;
                let same = equal(&x.row, &y.row) & both;
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
