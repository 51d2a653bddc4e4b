//! A run in three stages, of which the middle one can be done elsewhere.
//!
//! [`prepare`](crate::prepare) does what needs all records at once and is cheap: coding, choice of passes, learning.
//! [`Prepared::compare`] compares every candidate pair here; or [`Prepared::kernel`] and the rows go to other machines,
//! whose [`Kernel::compare`](crate::Kernel::compare) finds the same. [`Prepared::finish`] decides. The order in which
//! pairs come back does not matter.

use crate::again::Before;
use crate::cluster::Edge;
use crate::columns::Columns;
use crate::em::Model;
use crate::encode::Records;
use crate::error::LinkError;
use crate::learn::Plan;
use crate::link::{Linkage, Options, Step, Warning, finish};
use crate::pairs::{Blocks, Passes};
use crate::score::{Frequency, Scorer};
use crate::table::Table;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

/// Scores below this are not kept: one in sixty-five.
const FLOOR: f32 = -6.0;

/// Tables coded, passes chosen, the model learned: ready to compare.
pub struct Prepared<'a> {
    pub(crate) tables: &'a [Table],
    pub(crate) options: &'a Options,
    pub(crate) roles: Vec<Columns>,
    pub(crate) records: Records,
    pub(crate) plan: Plan,
    pub(crate) blocks: Vec<Blocks>,
    pub(crate) model: Model,
    pub(crate) frequency: Vec<Frequency>,
    pub(crate) before: Before,
    pub(crate) warnings: Vec<Warning>,
}

/// What comparing found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The pairs that score above one in sixty-five, each once, in any order.
    pub edges: Vec<Edge>,
    /// Candidate pairs that each pass added.
    pub pairs: Vec<u64>,
}

impl Prepared<'_> {
    /// How many records there are, numbered from 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Never true: [`prepare`](crate::prepare) asks for two records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Columns of a coded row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.records.width
    }

    /// The coded row of a record; 0 says nothing.
    #[must_use]
    pub fn row(&self, record: usize) -> &[u32] {
        self.records.row(record)
    }

    /// The list of a record.
    #[must_use]
    pub fn list(&self, record: usize) -> u16 {
        self.records.lists[record]
    }

    /// The blocking passes in order, each as the columns that are equal and said inside a block.
    #[must_use]
    pub fn passes(&self) -> Vec<Vec<usize>> {
        let columns = |b: &Blocks| (0..self.records.width).filter(|k| b.mask >> k & 1 == 1).collect();
        self.blocks.iter().map(columns).collect()
    }

    /// The blocks of a pass that have more than `tile` records, which a cluster splits.
    pub fn large(&self, pass: usize, tile: usize) -> impl Iterator<Item = &[u32]> {
        let blocks = &self.blocks[pass];
        let members = |(start, end): (u32, u32)| &blocks.records[start as usize..end as usize];
        blocks.ranges().map(members).filter(move |b| b.len() > tile)
    }

    /// Compares all candidate pairs on this machine.
    ///
    /// # Errors
    ///
    /// When cancelled.
    pub fn compare(
        &self,
        progress: &(dyn Fn(Step) + Sync),
        cancel: &AtomicBool,
    ) -> Result<Compared, LinkError> {
        let across_only = self.options.across_only;
        let passes = Passes { records: &self.records, passes: &self.blocks, across_only, split: 0 };
        let scorer = Scorer::with(&self.records, &self.model, Cow::Borrowed(&self.frequency));
        let mut out = Compared::default();
        for (k, blocks) in passes.passes.iter().enumerate() {
            progress(Step { name: "comparing", done: k as u64, total: passes.passes.len() as u64 });
            let found: Vec<(u64, Vec<Edge>)> = blocks
                .lots(256)
                .into_par_iter()
                .map(|lot| {
                    let mut kept = Vec::new();
                    let pairs = compare_lot(&passes, &scorer, &self.before, k, lot, cancel, &mut kept);
                    (pairs, kept)
                })
                .collect();
            out.pairs.push(found.iter().map(|f| f.0).sum());
            for (_, kept) in found {
                out.edges.extend(kept);
            }
        }
        if cancel.load(Ordering::Relaxed) { Err(LinkError::Cancelled) } else { Ok(out) }
    }

    /// Decides on what comparing found.
    ///
    /// # Errors
    ///
    /// When judgements name records that are not there.
    pub fn finish(self, compared: Compared, progress: &(dyn Fn(Step) + Sync)) -> Result<Linkage, LinkError> {
        finish(self, compared, progress).map(|r| r.0)
    }
}

/// Compares the pairs of some blocks of a pass, keeps those above the floor and returns how many there were.
pub(crate) fn compare_lot(
    passes: &Passes,
    scorer: &Scorer,
    before: &Before,
    pass: usize,
    lot: &[u32],
    cancel: &AtomicBool,
    kept: &mut Vec<Edge>,
) -> u64 {
    if cancel.load(Ordering::Relaxed) {
        return 0;
    }
    let mut pairs = 0;
    let records = &passes.passes[pass].records;
    let ranges = lot.windows(2).map(|w| (w[0], w[1]));
    let ranges = ranges.filter(|(from, to)| !before.all(&records[*from as usize..*to as usize]));
    passes.visit(pass, ranges, true, |pair, _| {
        if before.both(pair.left, pair.right) {
            return;
        }
        pairs += 1;
        if let Some(bits) = scorer.bits(pair.a, pair.b, pair.same, pair.one_list, FLOOR)
            && bits >= FLOOR
        {
            kept.push(Edge { left: pair.left.min(pair.right), right: pair.left.max(pair.right), bits });
        }
    });
    pairs
}
