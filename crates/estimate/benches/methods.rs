//! Times of the methods on tables of the shapes met in practice, simulated here (no file is read).

use cairn_estimate::{Counts, Options, Table, estimate, sweeps_for_bench};
use criterion::{Criterion, criterion_group, criterion_main};

/// Expected counts of two classes of people, one hard to record; as filled as published tables are.
fn counts(lists: usize, people: f64) -> Counts {
    let mut counts = Counts::new(lists);
    for history in 1..1_u64 << lists {
        let class = |base: f64| -> f64 {
            let rate = |j: usize| base * (1.0 - 0.5 * j as f64 / lists as f64);
            (0..lists).map(|j| if history >> j & 1 == 1 { rate(j) } else { 1.0 - rate(j) }).product()
        };
        counts.add(history, (people * (0.3 * class(0.4) + 0.7 * class(0.08))).round() as u64);
    }
    counts
}

fn table(lists: usize, people: f64) -> Table {
    Table::from_counts((0..lists).map(|j| format!("L{j}")).collect(), counts(lists, people))
}

fn methods(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("estimate");
    group.sample_size(10);
    let options = |method: &str| -> Options {
        let method = method.parse().expect("a known method");
        Options { method, sensitivity: false, iterations: 20_000, ..Options::default() }
    };
    for (method, lists) in
        [("dga", 4), ("dga", 5), ("dga", 6), ("loglinear", 5), ("sparse", 4), ("sparse", 5), ("sparse", 6)]
    {
        let (table, options) = (table(lists, 6000.0), options(method));
        group.bench_function(format!("{method} {lists} lists"), |b| b.iter(|| estimate(&table, &options)));
    }
    for lists in [4, 6, 12] {
        let counts = counts(lists, 6000.0);
        group.bench_function(format!("1000 sweeps {lists} lists"), |b| {
            b.iter(|| sweeps_for_bench(&counts, 10, 1000, 1))
        });
    }
    group.finish();
}

criterion_group!(benches, methods);
criterion_main!(benches);
