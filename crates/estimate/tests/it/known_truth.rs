//! Tables whose truth is known because they are built from it: expected counts of a population whose
//! lists behave in a stated way. Where no method can be right, there must be a refusal or a warning that
//! names the reason, never a bare interval.

use cairn_estimate::{Counts, Options, Outcome, Table, estimate};

const PEOPLE: f64 = 3000.0;

/// A table of expected counts from each history's probability, the histories of nobody left out.
fn expected(lists: usize, probability: impl Fn(u64) -> f64) -> Table {
    let mut counts = Counts::new(lists);
    for history in 1..1_u64 << lists {
        counts.add(history, (PEOPLE * probability(history)).round() as u64);
    }
    Table::from_counts((0..lists).map(|j| format!("L{}", j + 1)).collect(), counts)
}

/// The chance of a history when lists are independent with these rates.
fn independent(history: u64, rates: &[f64]) -> f64 {
    rates.iter().enumerate().map(|(j, p)| if history >> j & 1 == 1 { *p } else { 1.0 - p }).product()
}

fn run(table: &Table, method: &str) -> Outcome {
    let mut options = Options {
        method: method.parse().expect("a known method"),
        iterations: 6000,
        bootstrap: 100,
        ..Options::default()
    };
    // Short chains: these tests are about what is said, not about the last digit.
    options.lcmcr.most_rhat = 1.1;
    options.lcmcr.least_ess = 50.0;
    options.lcmcr.target_ess = 50.0;
    estimate(table, &options)
}

fn refused(outcome: &Outcome, code: &str) {
    assert!(outcome.refused.iter().any(|r| r.code == code), "{code} not in {:?}", outcome.refused);
    assert_eq!((outcome.estimate, outcome.lower, outcome.upper), (None, None, None));
}

fn warned(outcome: &Outcome, code: &str) {
    let said = || outcome.warnings.iter().chain(&outcome.refused);
    assert!(
        said().any(|w| w.code == code),
        "{code} not in {:?}",
        said().map(|w| &w.code).collect::<Vec<_>>()
    );
}

fn holds_truth(outcome: &Outcome) {
    let (Some(lower), Some(upper)) = (outcome.lower, outcome.upper) else {
        panic!("refused: {:?}", outcome.refused);
    };
    assert!(lower <= PEOPLE && PEOPLE <= upper, "{lower} to {upper}");
}

#[test]
fn independent_lists_give_the_truth() {
    let outcome = run(&expected(4, |h| independent(h, &[0.3, 0.25, 0.2, 0.15])), "auto");
    holds_truth(&outcome);
    assert_eq!(outcome.method, "range over lcmcr and dga");
    warned(&outcome, "standing_invisible");
}

#[test]
fn a_posterior_far_narrower_than_its_total_is_not_missed() {
    for people in [1e5, 1e7, 1e10] {
        let mut counts = Counts::new(4);
        for h in 1..16 {
            counts.add(h, (people * independent(h, &[0.3, 0.25, 0.2, 0.15])).round() as u64);
        }
        let table = Table::from_counts(["a", "b", "c", "d"].map(str::to_owned).to_vec(), counts);
        let (graphs, plain) = (run(&table, "dga"), run(&table, "mt"));
        let width = |o: &Outcome| o.upper.unwrap() - o.lower.unwrap();
        assert!((0.5..2.0).contains(&(width(&graphs) / width(&plain))), "{people}: {}", width(&graphs));
        assert!((graphs.estimate.unwrap() / people - 1.0).abs() < 3.0 / people.sqrt(), "{people}");
        let priors = graphs.diagnostics.dga.as_ref().unwrap().sensitivity.iter();
        for prior in priors.filter(|p| !p.complete_graph) {
            let held = prior.lower < people && people < prior.upper;
            assert!(held && prior.upper - prior.lower < 3.0 * width(&plain), "{people}: {prior:?}");
        }
    }
}

#[test]
fn one_dependent_pair_is_named_and_allowed_for() {
    let table = expected(4, |h| {
        let b = if h & 1 == 1 { 0.7 } else { 0.1 };
        independent(h, &[0.3, b, 0.25, 0.2])
    });
    let outcome = run(&table, "auto");
    holds_truth(&outcome);
    warned(&outcome, "dependent_lists");
}

#[test]
fn lists_that_divide_the_work_are_named() {
    let table = expected(3, |h| {
        let b = if h & 1 == 1 { 0.03 } else { 0.4 };
        independent(h, &[0.4, b, 0.25])
    });
    warned(&run(&table, "auto"), "avoiding_lists");
    warned(&run(&table, "sparse"), "avoiding_lists");
}

#[test]
fn unequal_chances_are_called_a_lower_bound() {
    // Half the people are four times as hard to record.
    let table = expected(4, |h| {
        0.5 * independent(h, &[0.4, 0.35, 0.3, 0.3]) + 0.5 * independent(h, &[0.06, 0.05, 0.05, 0.04])
    });
    for method in ["auto", "sparse", "mt", "dga"] {
        warned(&run(&table, method), "unequal_chances");
    }
}

#[test]
fn disjoint_lists_are_refused() {
    let table = expected(3, |h| if h.count_ones() == 1 { 0.2 } else { 0.0 });
    for method in ["auto", "chapman", "dga", "lcmcr", "m0"] {
        refused(&run(&table, method), "no_overlap");
    }
}

#[test]
fn islands_are_refused() {
    let table = expected(4, |h| match (h & 0b11, h >> 2) {
        (west, 0) => 0.5 * independent(west, &[0.4, 0.3]),
        (0, east) => 0.5 * independent(east, &[0.3, 0.4]),
        _ => 0.0,
    });
    for method in ["auto", "loglinear", "dga", "lcmcr"] {
        refused(&run(&table, method), "islands");
    }
}

#[test]
fn successive_versions_of_one_list_are_refused() {
    // Each version keeps 98% of the one before and adds 30% of the rest.
    let step = |before: u64| if before == 1 { 0.98 } else { 0.3 };
    let table = expected(3, |h| {
        let on = |j: u64| h >> j & 1;
        let chance = |j: u64, p: f64| if on(j) == 1 { p } else { 1.0 - p };
        chance(0, 0.3) * chance(1, step(on(0))) * chance(2, step(on(1)))
    });
    for method in ["auto", "loglinear", "dga", "lcmcr", "care1"] {
        refused(&run(&table, method), "versions_of_one_list");
    }
}

#[test]
fn versions_that_keep_seven_in_eight_are_refused() {
    // Each version keeps 88% of the one before and adds 15% of the rest: together hardly more than one list.
    let step = |before: u64| if before == 1 { 0.88 } else { 0.15 };
    let table = expected(3, |h| {
        let on = |j: u64| h >> j & 1;
        let chance = |j: u64, p: f64| if on(j) == 1 { p } else { 1.0 - p };
        chance(0, 0.3) * chance(1, step(on(0))) * chance(2, step(on(1)))
    });
    refused(&run(&table, "auto"), "list_inside_another");
    warned(&run(&table, "loglinear"), "list_inside_another");
}

#[test]
fn a_list_made_from_the_others_is_refused() {
    // The fourth list copied half of everybody on the first three, and a twentieth of its own finding.
    for own in [0.0, 0.05] {
        let table = expected(4, |h| {
            let copied = if h & 0b111 == 0 { own } else { 0.5 + 0.5 * own };
            independent(h & 0b111, &[0.3, 0.25, 0.2]) * if h >> 3 == 1 { copied } else { 1.0 - copied }
        });
        refused(&run(&table, "auto"), "list_from_the_others");
        for method in ["dga", "loglinear", "lcmcr"] {
            warned(&run(&table, method), "list_from_the_others");
        }
    }
}

#[test]
fn two_lists_are_not_enough_for_the_automatic_choice() {
    let table = expected(2, |h| independent(h, &[0.3, 0.2]));
    refused(&run(&table, "auto"), "too_few_lists");
    let asked = run(&table, "chapman");
    holds_truth(&asked);
    warned(&asked, "independence_assumed");
}

#[test]
fn a_list_with_everyone_is_refused() {
    let table = expected(3, |h| if h & 1 == 1 { independent(h >> 1, &[0.3, 0.2]) } else { 0.0 });
    refused(&run(&table, "auto"), "list_with_everyone");
}

#[test]
fn hardly_any_overlap_is_refused() {
    let mut counts = Counts::new(3);
    for (history, people) in [(1, 90), (2, 70), (4, 60), (3, 1), (5, 1), (6, 1)] {
        counts.add(history, people);
    }
    let table = Table::from_counts(vec!["a".into(), "b".into(), "c".into()], counts);
    refused(&run(&table, "auto"), "too_little_overlap");
}

#[test]
fn a_total_without_a_refused_stratum_is_partial() {
    let csv = {
        let mut text = String::from("where,a,b,c,count\n");
        let good = [(1, 400), (2, 330), (4, 260), (3, 140), (5, 110), (6, 90), (7, 40)];
        let bad = [(1, 50), (2, 40), (4, 30)];
        for (place, rows) in [("east", &good[..]), ("west", &bad[..])] {
            for (h, n) in rows {
                text.push_str(&format!("{place},{},{},{},{n}\n", h & 1, h >> 1 & 1, h >> 2 & 1));
            }
        }
        text
    };
    let columns = cairn_estimate::Columns { strata: vec!["where".into()], ..Default::default() };
    let table = Table::from_csv("t.csv", csv.as_bytes(), &columns).unwrap();
    let outcome = run(&table, "dga");
    warned(&outcome, "partial");
    refused_stratum(&outcome, "west", "no_overlap");
    let total = outcome.diagnostics.total.clone().unwrap();
    assert_eq!((total.estimated, total.refused, total.observed_in_refused, total.partial), (1, 1, 120, true));
    let east = outcome.strata.iter().find(|s| s.stratum == ["east"]).unwrap();
    let (ours, theirs) = (outcome.estimate.unwrap(), east.estimate.unwrap());
    assert!((ours / theirs - 1.0).abs() < 0.01, "{ours} {theirs}");
}

fn refused_stratum(outcome: &Outcome, name: &str, code: &str) {
    let stratum = outcome.strata.iter().find(|s| s.stratum == [name]).expect("the stratum");
    assert!(stratum.refused.iter().any(|r| r.code == code) && stratum.estimate.is_none());
}
