//! The stage between learning and deciding, done elsewhere: the same bytes.

use crate::common;
use cairn_link::{Compared, Kernel, Linkage, Options, Prepared, RecordRef, Rows, Step, Table, prepare};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

fn quiet(_: Step) {}

fn rows_of(prepared: &Prepared, records: impl Iterator<Item = usize>) -> Rows {
    let mut out = Rows::default();
    for r in records {
        out.records.push(r as u32);
        out.lists.push(prepared.list(r));
        out.cells.extend(prepared.row(r));
    }
    out
}

/// Compares as a cluster does: partitions by the columns of a pass, tiles of large blocks, everything in another order.
fn elsewhere(tables: &[Table], options: &Options, tile: usize) -> (Linkage, usize) {
    let cancel = AtomicBool::new(false);
    let mut prepared = prepare(tables, options, &quiet, &cancel).unwrap();
    let bytes = postcard::to_stdvec(&prepared.kernel(tile)).unwrap();
    let kernel: Kernel = postcard::from_bytes(&bytes).unwrap();
    let mut compared = Compared::default();
    let mut tiles = 0;
    for (k, columns) in prepared.passes().iter().enumerate() {
        let mut pairs = 0;
        let mut take = |(n, edges): (u64, Vec<_>)| {
            pairs += n;
            compared.edges.extend(edges);
        };
        let mut parts: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for r in (0..prepared.len()).rev() {
            let part = columns.iter().map(|c| prepared.row(r)[*c]).sum::<u32>() % 5;
            parts.entry(part).or_default().push(r);
        }
        for part in parts.into_values() {
            let rows = rows_of(&prepared, part.into_iter());
            take(kernel.compare(k, &rows, &cancel).unwrap());
        }
        for block in prepared.large(k, tile) {
            let parts: Vec<Rows> =
                block.chunks(tile).map(|c| rows_of(&prepared, c.iter().map(|r| *r as usize))).collect();
            for (g, left) in parts.iter().enumerate() {
                for (h, right) in parts.iter().enumerate().skip(g) {
                    let right = (g != h).then_some(right);
                    take(kernel.compare_tile(k, left, right, &cancel).unwrap());
                    tiles += 1;
                }
            }
        }
        compared.pairs.push(pairs);
    }
    (prepared.finish(compared, &quiet).unwrap(), tiles)
}

#[test]
fn comparing_elsewhere_finds_the_same() {
    let (rows, _) = common::rows(3000, 5);
    let tables = [common::table(&rows)];
    let loose = |passes: &[&str], budget| Options {
        passes: Some(passes.iter().map(|p| vec![(*p).to_owned()]).collect()),
        budget: Some(budget),
        ..Options::default()
    };
    let mut cut = 0;
    for options in [
        Options::default(),
        Options { across_only: true, ..Options::default() },
        // Half of the records were compared before.
        Options { settled: (0..2000).map(|row| RecordRef { table: 0, row }).collect(), ..Options::default() },
        // Large blocks, and some that are too large: what the first pass skips the others must look at.
        loose(&["sex", "place", "sounds of given name"], 60_000),
    ] {
        let here = common::run(&tables, &options);
        for tile in [usize::MAX, 20] {
            let (there, tiles) = elsewhere(&tables, &options, tile);
            assert_eq!(here, there);
            cut += tiles;
        }
        let skipped = here.warnings.iter().any(|w| w.code == "block_too_large");
        assert_eq!(skipped, options.passes.is_some());
    }
    assert!(cut > 100, "{cut} tiles");
}

#[test]
fn a_kernel_of_another_shape_is_refused() {
    let (rows, _) = common::rows(300, 5);
    let tables = [common::table(&rows)];
    let cancel = AtomicBool::new(false);
    let options = Options::default();
    let mut prepared = prepare(&tables, &options, &quiet, &cancel).unwrap();
    let mut bytes = postcard::to_stdvec(&prepared.kernel(100)).unwrap();
    let kernel: Kernel = postcard::from_bytes(&bytes).unwrap();
    let short = Rows { records: vec![1, 2], lists: vec![0, 0], cells: vec![0; 3] };
    assert!(kernel.compare(0, &short, &cancel).unwrap_err().to_string().contains("cells a row"));
    let none = Rows::default();
    assert!(kernel.compare(kernel.passes(), &none, &cancel).unwrap_err().to_string().contains("pass"));
    bytes[0] += 1;
    assert!(postcard::from_bytes::<Kernel>(&bytes).is_err());
}
