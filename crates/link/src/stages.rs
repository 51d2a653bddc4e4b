//! A run in three stages, of which the middle one can be done elsewhere.
//!
//! [`prepare`](crate::prepare) does what needs all records at once and is cheap: coding, choice of passes, learning.
//! [`Prepared::compare`] compares every candidate pair here; or [`Prepared::kernel`] and the rows go to other machines,
//! whose [`Kernel::compare`](crate::Kernel::compare) finds the same. [`Prepared::finish`] decides. The order in which
//! pairs come back does not matter.

use crate::again::Before;
use crate::cluster::Edge;
use crate::columns::Columns;
use crate::compare::compare;
use crate::em::Model;
use crate::encode::Records;
use crate::error::LinkError;
use crate::learn::Plan;
use crate::link::{Linkage, Options, Step, finish};
use crate::pairs::{Blocks, Passes, row_bits};
use crate::score::{Frequency, Scorer};
use crate::table::Table;
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tables coded, passes chosen, the model learned: ready to compare.
pub struct Prepared<'a> {
    pub(crate) tables: &'a [Table],
    pub(crate) options: &'a Options,
    pub(crate) roles: Vec<Columns>,
    pub(crate) records: Records,
    pub(crate) plan: Plan,
    /// Most pairs of a block.
    pub(crate) largest: u64,
    /// Of each pass, the keys whose block is too large and its size: from a sample until the pass was looked at whole.
    pub(crate) skipped: Vec<Vec<(u64, u32)>>,
    /// Pairs of relatives that the model was learned from; `None` where names have no chain.
    pub(crate) relatives: Option<f64>,
    pub(crate) model: Model,
    pub(crate) frequency: Vec<Frequency>,
    pub(crate) before: Before,
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
        let columns = |mask: &u32| (0..self.records.width).filter(|k| mask >> k & 1 == 1).collect();
        self.plan.masks.iter().map(columns).collect()
    }

    /// The blocks of a pass that have more than `tile` records, which a cluster splits.
    #[must_use]
    pub fn large(&self, pass: usize, tile: usize) -> Vec<Vec<u32>> {
        let blocks = self.blocks(pass);
        let members = |(start, end): (u32, u32)| &blocks.records[start as usize..end as usize];
        blocks.ranges().map(members).filter(|b| b.len() > tile).map(<[u32]>::to_vec).collect()
    }

    pub(crate) fn blocks(&self, pass: usize) -> Blocks {
        Blocks::new(&self.records, self.plan.masks[pass], self.largest)
    }

    /// Compares all candidate pairs on this machine.
    ///
    /// # Errors
    ///
    /// When cancelled.
    pub fn compare(
        &mut self,
        progress: &(dyn Fn(Step) + Sync),
        cancel: &AtomicBool,
    ) -> Result<Compared, LinkError> {
        let (masks, skipped) = (self.plan.masks.clone(), std::mem::take(&mut self.skipped));
        let mut passes = Passes::skipping(&self.records, masks, skipped, row_bits(self.records.len()));
        passes.across_only = self.options.across_only;
        let scorer = Scorer::with(&self.records, &self.model, Cow::Borrowed(&self.frequency));
        let (edges, pairs) = compare(&mut passes, self.largest, &scorer, &self.before, progress, cancel);
        self.skipped = passes.skipped;
        if cancel.load(Ordering::Relaxed) { Err(LinkError::Cancelled) } else { Ok(Compared { edges, pairs }) }
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
