//! All that comparing needs besides the rows, in a form that travels: for machines that see only some of the rows.

use crate::again::Before;
use crate::cluster::Edge;
use crate::compare::compare_lot;
use crate::em::Model;
use crate::encode::Records;
use crate::error::LinkError;
use crate::field::{Field, Values};
use crate::pairs::{Blocks, Mask, Passes, row_bits, short_key};
use crate::score::{Frequency, Scorer};
use crate::stages::Prepared;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

/// Version of the travelling form. Both sides must be of one build: raise it when anything inside changes.
const VERSION: u32 = 1;

/// A blocking pass without its blocks.
#[derive(Clone, Serialize, Deserialize)]
struct Pass {
    mask: Mask,
    skipped: Vec<(u64, u32)>,
    /// Keys of the blocks that are compared tile by tile.
    tiled: Vec<u64>,
}

#[derive(Serialize)]
struct Sent<'a> {
    version: u32,
    width: usize,
    fields: &'a [Field],
    values: &'a Values,
    model: &'a Model,
    frequency: &'a [Frequency],
    passes: Vec<Pass>,
    before: &'a Before,
    bits: u32,
    across_only: bool,
}

#[derive(Deserialize)]
struct Received {
    version: u32,
    width: usize,
    fields: Vec<Field>,
    values: Values,
    model: Model,
    frequency: Vec<Frequency>,
    passes: Vec<Pass>,
    before: Before,
    bits: u32,
    across_only: bool,
}

/// The comparison of a prepared run. Holds the words of names and places, so that it is as confidential as the lists.
#[derive(Deserialize)]
#[serde(try_from = "Received")]
pub struct Kernel {
    /// No rows: fields, values and width.
    records: Records,
    model: Model,
    frequency: Vec<Frequency>,
    passes: Vec<Pass>,
    before: Before,
    bits: u32,
    across_only: bool,
}

/// Some coded rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The number of each record.
    pub records: Vec<u32>,
    /// Its list.
    pub lists: Vec<u16>,
    /// The cells, row after row.
    pub cells: Vec<u32>,
}

impl Prepared<'_> {
    /// What other machines need to compare; a [`Kernel`] once read back. Blocks of more than `tile` records are left to
    /// [`Kernel::compare_tile`].
    #[must_use]
    pub fn kernel(&mut self, tile: usize) -> impl Serialize {
        let bits = row_bits(self.records.len());
        let mut passes = Vec::new();
        for k in 0..self.plan.masks.len() {
            let blocks = self.blocks(k);
            let key = |(start, end): (u32, u32)| {
                let large = (end - start) as usize > tile;
                let first = *blocks.records.get(start as usize).filter(|_| large)?;
                short_key(self.row(first as usize), blocks.mask, bits)
            };
            let mut tiled: Vec<u64> = blocks.ranges().filter_map(key).collect();
            tiled.sort_unstable();
            self.skipped[k].clone_from(&blocks.skipped);
            passes.push(Pass { mask: blocks.mask, skipped: blocks.skipped, tiled });
        }
        Sent {
            version: VERSION,
            width: self.records.width,
            fields: &self.records.fields,
            values: &self.records.values,
            model: &self.model,
            frequency: &self.frequency,
            passes,
            before: &self.before,
            bits,
            across_only: self.options.across_only,
        }
    }
}

impl TryFrom<Received> for Kernel {
    type Error = LinkError;

    fn try_from(r: Received) -> Result<Self, LinkError> {
        if r.version != VERSION {
            return Err(LinkError::Model(format!(
                "the kernel has version {}, this program reads {VERSION}: run one build on all machines",
                r.version
            )));
        }
        let records = rows(r.width, Vec::new(), Vec::new());
        let records = Records { fields: r.fields, values: r.values, ..records };
        Ok(Self {
            records,
            model: r.model,
            frequency: r.frequency,
            passes: r.passes,
            before: r.before,
            bits: r.bits,
            across_only: r.across_only,
        })
    }
}

/// Records that are rows and nothing else.
fn rows(width: usize, cells: Vec<u32>, lists: Vec<u16>) -> Records {
    Records {
        width,
        origin: vec![(0, 0); lists.len()],
        cells,
        lists,
        columns: Vec::new(),
        fields: Vec::new(),
        values: Values::default(),
        list_names: Vec::new(),
    }
}

impl Kernel {
    /// Cells of a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.records.width
    }

    /// How many passes there are.
    #[must_use]
    pub fn passes(&self) -> usize {
        self.passes.len()
    }

    /// Compares the pairs of all blocks of `pass` among `rows`, which must hold every block whole or not at all. Blocks
    /// that are tiled or too large are left out, whether they are there or not. Returns the number of pairs that no
    /// earlier pass produces, and those above the floor; fewer when cancelled.
    ///
    /// # Errors
    ///
    /// When there is no such pass or the rows are not of this kernel's shape.
    pub fn compare(
        &self,
        pass: usize,
        rows: &Rows,
        cancel: &AtomicBool,
    ) -> Result<(u64, Vec<Edge>), LinkError> {
        let mine = self.check(pass, rows)?;
        let mut order: Vec<usize> = (0..rows.records.len())
            .filter(|i| {
                let row = &rows.cells[i * self.width()..(i + 1) * self.width()];
                let key = short_key(row, mine.mask, self.bits);
                key.is_some_and(|k| {
                    mine.tiled.binary_search(&k).is_err()
                        && mine.skipped.binary_search_by_key(&k, |s| s.0).is_err()
                })
            })
            .collect();
        order.sort_unstable_by_key(|i| rows.records[*i]);
        let (records, numbers) = self.pick(rows, &order);
        let blocks = Blocks::new(&records, mine.mask, u64::MAX);
        Ok(self.run(pass, &records, &numbers, &blocks, 0, cancel))
    }

    /// Compares a tile of a large block of `pass`: all pairs of one row of `left` and one of `right`, or all pairs
    /// inside `left` when there is no `right`. Record numbers in `right` are greater than those in `left`.
    ///
    /// # Errors
    ///
    /// As [`Kernel::compare`].
    pub fn compare_tile(
        &self,
        pass: usize,
        left: &Rows,
        right: Option<&Rows>,
        cancel: &AtomicBool,
    ) -> Result<(u64, Vec<Edge>), LinkError> {
        let mine = self.check(pass, left)?;
        let mut all = left.clone();
        if let Some(right) = right {
            self.check(pass, right)?;
            all.records.extend(&right.records);
            all.lists.extend(&right.lists);
            all.cells.extend(&right.cells);
        }
        let mut order: Vec<usize> = (0..all.records.len()).collect();
        order.sort_unstable_by_key(|i| all.records[*i]);
        let (records, numbers) = self.pick(&all, &order);
        let blocks = Blocks::whole(mine.mask, records.len() as u32);
        let split = if right.is_some() { left.records.len() } else { 0 };
        Ok(self.run(pass, &records, &numbers, &blocks, split, cancel))
    }

    fn check(&self, pass: usize, rows: &Rows) -> Result<&Pass, LinkError> {
        let n = rows.records.len();
        if rows.lists.len() != n || rows.cells.len() != n * self.width() {
            return Err(LinkError::Model(format!(
                "{n} records with {} lists and {} cells: the kernel has {} cells a row",
                rows.lists.len(),
                rows.cells.len(),
                self.width()
            )));
        }
        self.passes.get(pass).ok_or_else(|| {
            LinkError::Model(format!("pass {pass} of a kernel that has {}", self.passes.len()))
        })
    }

    fn pick(&self, from: &Rows, order: &[usize]) -> (Records, Vec<u32>) {
        let width = self.width();
        let cells = order.iter().flat_map(|i| &from.cells[i * width..(i + 1) * width]).copied().collect();
        let lists = order.iter().map(|i| from.lists[*i]).collect();
        (rows(width, cells, lists), order.iter().map(|i| from.records[*i]).collect())
    }

    fn run(
        &self,
        pass: usize,
        records: &Records,
        numbers: &[u32],
        blocks: &Blocks,
        split: usize,
        cancel: &AtomicBool,
    ) -> (u64, Vec<Edge>) {
        let masks = self.passes.iter().map(|p| p.mask).collect();
        let skipped = self.passes.iter().map(|p| p.skipped.clone()).collect();
        let mut passes = Passes::skipping(records, masks, skipped, self.bits);
        (passes.across_only, passes.split) = (self.across_only, split);
        let scorer = Scorer::with(&self.records, &self.model, Cow::Borrowed(&self.frequency));
        let before = self.before.of(numbers);
        let (mut pairs, mut edges) = (0, Vec::new());
        for lot in blocks.lots(256) {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            let (more, kept) = compare_lot(&passes, pass, blocks, lot, &scorer, &before);
            pairs += more;
            edges.extend(kept);
        }
        for e in &mut edges {
            (e.left, e.right) = (numbers[e.left as usize], numbers[e.right as usize]);
        }
        (pairs, edges)
    }
}
