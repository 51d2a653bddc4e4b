//! The order of records: a function of what they say, not of the order of rows.

use crate::table::{Table, hash_bytes, mix};
use rayon::prelude::*;

/// An order of records that is a function of their content: by hash, so that any prefix is a random sample.
pub(crate) fn canonical(tables: &[Table]) -> Vec<(u16, u32)> {
    let mut keyed: Vec<(u64, u16, u32)> = Vec::with_capacity(tables.iter().map(Table::rows).sum());
    for (i, t) in tables.iter().enumerate() {
        let hashes: Vec<Vec<u64>> =
            t.columns.iter().map(|c| c.values.map(|s| hash_bytes(s.as_bytes()))).collect();
        keyed.par_extend((0..t.rows() as u32).into_par_iter().map(|row| {
            let mut h = i as u64;
            for (c, hash) in t.columns.iter().zip(&hashes) {
                h = mix(h.rotate_left(7) ^ hash[c.codes[row as usize] as usize]);
            }
            (h, i as u16, row)
        }));
    }
    // Equal rows are interchangeable: an id that told them apart would have another hash.
    keyed.par_sort_unstable();
    keyed.into_iter().map(|k| (k.1, k.2)).collect()
}

/// Where `origin` wants each row of the tables, table after table.
pub(crate) fn destinations(tables: &[Table], origin: &[(u16, u32)]) -> Vec<u32> {
    let mut starts = vec![0];
    for t in tables {
        starts.push(starts.last().copied().unwrap_or(0) + t.rows());
    }
    let mut out = vec![0; origin.len()];
    for (i, (t, row)) in origin.iter().enumerate() {
        out[starts[usize::from(*t)] + *row as usize] = i as u32;
    }
    out
}

/// Rows that are coded before they are put in their places.
const CODED: usize = 1 << 15;

/// Codes the rows of a table in its order, which is read fast, some at a time, and puts each in its place.
pub(crate) fn settle(
    cells: &mut [u32],
    width: usize,
    places: &[u32],
    fill: impl Fn((usize, &mut [u32])) + Sync,
) {
    let mut coded = vec![0u32; CODED.min(places.len()) * width];
    let part = (cells.len() / width).div_ceil(rayon::current_num_threads()).max(1);
    for (lot, places) in places.chunks(CODED).enumerate() {
        let coded = &mut coded[..places.len() * width];
        coded.fill(0);
        let row = |(i, row): (usize, &mut [u32])| fill((lot * CODED + i, row));
        coded.par_chunks_mut(width).enumerate().with_min_len(1024).for_each(row);
        // Each thread has a part of the places to itself.
        cells.par_chunks_mut(part * width).enumerate().for_each(|(k, cells)| {
            for (row, place) in coded.chunks_exact(width).zip(places) {
                let at = (*place as usize).checked_sub(k * part).map(|at| at * width);
                if let Some(to) = at.and_then(|at| cells.get_mut(at..at + width)) {
                    to.copy_from_slice(row);
                }
            }
        });
    }
}
