//! Nanoseconds per candidate pair: the whole run on invented lists, over the pairs it compares.
#![allow(missing_docs)] // criterion's macros make public items

#[allow(dead_code)] // the tests use the rest
#[path = "../tests/it/common/mod.rs"]
mod common;

use cairn_link::Options;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn pairs(c: &mut Criterion) {
    let (rows, _) = common::rows(20_000, 1);
    let tables = [common::table(&rows)];
    let passes: Vec<Vec<String>> = ["father's name", "sounds of given name", "family name", "birth year"]
        .iter()
        .map(|p| vec![(*p).to_owned()])
        .collect();
    let options = Options { passes: Some(passes), budget: Some(200_000_000), ..Options::default() };
    let compared = common::run(&tables, &options).diagnostics.pairs;
    let mut group = c.benchmark_group("link");
    group.sample_size(10).throughput(Throughput::Elements(compared));
    group.bench_function("candidate pairs", |b| b.iter(|| common::run(&tables, &options).people));
    group.finish();
}

criterion_group!(benches, pairs);
criterion_main!(benches);
