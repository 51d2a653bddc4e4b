//! What must hold for any table: order, threads and seeds change nothing they should not.

use std::sync::atomic::AtomicBool;

use cairn_estimate::{Columns, Counts, Options, Outcome, Table, Watch, estimate, estimate_watched};
use proptest::prelude::*;

fn table(lists: usize, cells: &[(u64, u64)]) -> Table {
    let mut counts = Counts::new(lists);
    cells.iter().for_each(|&(history, people)| counts.add(history, people));
    Table::from_counts((0..lists).map(|j| format!("L{j}")).collect(), counts)
}

fn options(method: &str) -> Options {
    Options {
        method: method.parse().expect("a known method"),
        iterations: 1500,
        bootstrap: 40,
        sensitivity: false,
        ..Options::default()
    }
}

fn cells(lists: u32) -> impl Strategy<Value = Vec<(u64, u64)>> {
    let histories = (1_u64 << lists) - 1;
    prop::collection::vec(0_u64..60, histories as usize)
        .prop_map(|counts| counts.into_iter().enumerate().map(|(i, n)| (i as u64 + 1, n)).collect())
}

/// The list order reversed.
fn reversed(lists: u32, cells: &[(u64, u64)]) -> Vec<(u64, u64)> {
    let flip = |h: u64| (0..lists).fold(0, |out, j| out | (h >> j & 1) << (lists - 1 - j));
    cells.iter().map(|&(h, n)| (flip(h), n)).collect()
}

fn value(outcome: &Outcome, name: &str) -> Option<f64> {
    outcome.models.iter().find(|m| m.name == name).and_then(|m| m.n_hat)
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-5 * a.abs().max(1.0),
        (a, b) => a.is_none() == b.is_none(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn list_order_does_not_matter(cells in cells(3)) {
        let (one, other) = (table(3, &cells), table(3, &reversed(3, &cells)));
        for (method, names) in [
            ("closedp", &["M0", "Mt", "Mh Chao (LB)", "Mth Chao (LB)", "Mth Darroch"][..]),
            ("loglinear", &["BIC average", "AIC average"][..]),
            ("dga", &["dga", "dga mean"][..]),
            ("nhoi", &["NHOI xi=1"][..]),
            ("care1", &["sample coverage Indep", "sample coverage LSC"][..]),
            ("closedp.bc", &["Mt bias-corrected"][..]),
        ] {
            let (a, b) = (estimate(&one, &options(method)), estimate(&other, &options(method)));
            for name in names {
                prop_assert!(close(value(&a, name), value(&b, name)), "{name}: {:?} {:?}", value(&a, name), value(&b, name));
            }
        }
    }

    #[test]
    fn row_order_and_repetition_do_not_matter(cells in cells(3), turn in 0_usize..7) {
        let mut split: Vec<(u64, u64)> = cells.iter().flat_map(|&(h, n)| [(h, n / 2), (h, n - n / 2)]).collect();
        let middle = turn * split.len() / 7;
        split.rotate_left(middle);
        let read = |rows: &[(u64, u64)]| {
            let mut text = String::from("a,b,c,count\n1,0,0,1\n");
            rows.iter().for_each(|(h, n)| text.push_str(&format!("{},{},{},{n}\n", h & 1, h >> 1 & 1, h >> 2 & 1)));
            Table::from_csv("t", text.as_bytes(), &Columns::default()).unwrap()
        };
        prop_assert_eq!(read(&cells).pooled(), read(&split).pooled());
    }

    #[test]
    fn no_table_panics_and_no_figure_is_below_the_seen(cells in cells(3), keep in 0_u64..128) {
        let sparse: Vec<_> = cells.into_iter().filter(|(h, _)| keep >> (h - 1) & 1 == 1).collect();
        let table = table(3, &sparse);
        for method in ["all", "sparse", "closedp.profile", "chapman"] {
            let outcome = estimate(&table, &options(method));
            prop_assert_eq!(outcome.estimate.is_none(), !outcome.refused.is_empty());
            if let (Some(estimate), Some(lower), Some(upper)) = (outcome.estimate, outcome.lower, outcome.upper) {
                prop_assert!(lower <= upper && estimate >= outcome.observed as f64 - 1e-6);
            }
        }
    }

    #[test]
    fn threads_change_nothing_and_seeds_change_draws(cells in cells(3)) {
        let table = table(3, &cells);
        for method in ["lcmcr", "sparse", "dga"] {
            let with = |threads: usize, seed: u64| {
                let outcome = estimate(&table, &Options { threads, seed, ..options(method) });
                serde_json::to_string(&outcome).unwrap()
            };
            prop_assert_eq!(with(1, 3), with(3, 3));
        }
        let chain = |seed: u64| estimate(&table, &Options { seed, ..options("lcmcr") }).diagnostics.lcmcr.map(|l| l.traces);
        prop_assert!(chain(1).is_none() || chain(1) != chain(2));
    }
}

#[test]
fn the_shape_is_the_contract() {
    let cells = [(1, 60), (2, 49), (4, 40), (3, 14), (5, 12), (6, 11), (7, 6)];
    let outcome = serde_json::to_value(estimate(&table(3, &cells), &options("dga"))).unwrap();
    let keys = |v: &serde_json::Value| {
        v.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>()
    };
    let expected = [
        "version",
        "method",
        "observed",
        "estimate",
        "lower",
        "upper",
        "level",
        "models",
        "strata",
        "diagnostics",
        "warnings",
        "refused",
    ];
    assert_eq!(keys(&outcome), expected.map(String::from).into());
    let model = ["name", "formula", "n_hat", "se", "deviance", "aic", "bic", "lower", "upper", "code"];
    assert_eq!(keys(&outcome["models"][0]), model.map(String::from).into());
    assert_eq!(outcome["version"], 1);
}

#[test]
fn a_cancelled_run_is_refused() {
    let cells = [(1, 60), (2, 49), (4, 40), (3, 14), (5, 12), (6, 11), (7, 6)];
    let flag = AtomicBool::new(true);
    let watch = Watch { progress: None, cancel: Some(&flag) };
    for method in ["auto", "all", "lcmcr", "dga", "sparse", "loglinear"] {
        let outcome = estimate_watched(&table(3, &cells), &options(method), &watch);
        assert!(outcome.refused.iter().any(|r| r.code == "cancelled"), "{method}: {:?}", outcome.refused);
        assert_eq!(outcome.estimate, None);
    }
}
