//! All candidate pairs, pass by pass, to the few that are worth keeping.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::again::Before;
use crate::cluster::Edge;
use crate::glance::Glance;
use crate::link::Step;
use crate::pairs::{Blocks, Pair, Passes, Visitor};
use crate::score::Scorer;

/// Scores below this are not kept: one in sixty-five.
const FLOOR: f32 = -6.0;
/// Glances pay in blocks of so many records.
const MANY: usize = 8;

/// Keeps the pairs of a lot of blocks that score above the floor.
struct Keeper<'a> {
    scorer: &'a Scorer<'a>,
    before: &'a Before,
    glances: Vec<Glance>,
    pairs: u64,
    kept: Vec<Edge>,
}

impl Visitor for Keeper<'_> {
    fn block<'a>(&mut self, rows: impl ExactSizeIterator<Item = &'a [u32]>) {
        self.glances.clear();
        if rows.len() >= MANY {
            self.glances.extend(rows.map(|row| self.scorer.glance(row)));
        }
    }

    fn pair(&mut self, pair: &Pair, _: bool) {
        if self.before.both(pair.left, pair.right) {
            return;
        }
        self.pairs += 1;
        if let (Some(x), Some(y)) = (self.glances.get(pair.at.0), self.glances.get(pair.at.1))
            && self.scorer.hopeless(pair, x, y, FLOOR)
        {
            return;
        }
        let bits = self.scorer.bits(pair.a, pair.b, pair.same, pair.one_list, FLOOR);
        if let Some(bits) = bits.filter(|b| *b >= FLOOR) {
            let (left, right) = (pair.left.min(pair.right), pair.left.max(pair.right));
            self.kept.push(Edge { left, right, bits });
        }
    }
}

/// Compares the pairs of a lot of blocks of pass `k`: how many there were, and those to keep.
pub(crate) fn compare_lot(
    passes: &Passes,
    k: usize,
    blocks: &Blocks,
    lot: &[u32],
    scorer: &Scorer,
    before: &Before,
) -> (u64, Vec<Edge>) {
    let mut keeper = Keeper { scorer, before, glances: Vec::new(), pairs: 0, kept: Vec::new() };
    let old = |r: &(u32, u32)| before.all(&blocks.records[r.0 as usize..r.1 as usize]);
    let ranges = lot.windows(2).map(|w| (w[0], w[1])).filter(|r| !old(r));
    passes.visit(k, blocks, ranges, true, &mut keeper);
    (keeper.pairs, keeper.kept)
}

/// Compares the pairs of every pass, one pass after another, so that only one's blocks are held.
pub(crate) fn compare(
    passes: &mut Passes,
    largest: u64,
    scorer: &Scorer,
    before: &Before,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> (Vec<Edge>, Vec<u64>) {
    let mut edges = Vec::new();
    let mut used = Vec::new();
    for k in 0..passes.masks.len() {
        progress(Step { name: "comparing", done: k as u64, total: passes.masks.len() as u64 });
        let mut blocks = Blocks::new(passes.records, passes.masks[k], largest);
        passes.skipped[k] = std::mem::take(&mut blocks.skipped);
        let passes = &*passes;
        let found: Vec<(u64, Vec<Edge>)> = blocks
            .lots(256)
            .into_par_iter()
            .map(|lot| {
                if cancel.load(Ordering::Relaxed) {
                    return (0, Vec::new());
                }
                compare_lot(passes, k, &blocks, lot, scorer, before)
            })
            .collect();
        let pairs = found.iter().map(|f| f.0).sum();
        edges.reserve(found.iter().map(|f| f.1.len()).sum());
        for (_, kept) in found {
            edges.extend(kept);
        }
        used.push(pairs);
    }
    (edges, used)
}
