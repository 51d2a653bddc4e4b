//! Laws of counting, over any accounts: no golden number can hide behind them.
#![allow(missing_docs, clippy::unwrap_used)]

mod series;

use std::collections::BTreeMap;

use cairn_count::{Batch, Dimension, Figure, Membership, Query, Rule, behind, count};
use cairn_model::columns::{Builder, Columns};
use cairn_model::{ChainId, EntryId};
use proptest::prelude::*;

/// As the register writes them.
const HARMS: [&str; 10] =
    ["metric", "kind", "sex", "age", "status", "size", "when", "place", "said_by", "doc"];
const TOLLS: [&str; 9] =
    ["metric", "low", "high", "qualifier", "scope", "when", "by_rule", "hypothetical", "said_by"];

type Harm = [&'static str; 10];
type Toll = [&'static str; 9];

fn harm() -> impl Strategy<Value = Harm> {
    let pick = |values: &'static [&'static str]| prop::sample::select(values);
    (
        pick(&["killed", "killed", "injured"]),
        pick(&["person", "person", "group", "incident"]),
        pick(&["f", "m", ""]),
        pick(&["3/3", "17/18", "40/40", "0/120", ""]),
        pick(&["", "2/5", "4/"]),
        pick(&["2031-05-02/2031-05-02", "2031-05-31/2031-06-01", "../2031-05-01", ""]),
        pick(&["Orvenna", "Mirel", ""]),
    )
        .prop_map(|(metric, kind, sex, age, size, when, place)| {
            let size = if kind == "group" { size } else { "" };
            [metric, kind, sex, age, "", size, when, place, "", "d"]
        })
}

fn toll() -> impl Strategy<Value = Toll> {
    let pick = |values: &'static [&'static str]| prop::sample::select(values);
    (
        pick(&["killed", "injured"]),
        pick(&["", "12", "40"]),
        pick(&["", "civilians"]),
        pick(&["2031-05-02/2031-05-05", "2031-05-31/2031-06-01", ""]),
        pick(&["", "1"]),
        pick(&["", "1"]),
    )
        .prop_map(|(metric, low, scope, when, by_rule, hypothetical)| {
            [metric, low, "", "at_least", scope, when, by_rule, hypothetical, ""]
        })
}

type Rows = Vec<(Columns, Columns)>;

/// Batches; an account may have two acts.
fn register() -> impl Strategy<Value = Rows> {
    let batch = (
        prop::collection::vec((harm(), prop::bool::weighted(0.2)), 0..12),
        prop::collection::vec(toll(), 0..6),
    );
    let columns = |(harms, tolls): (Vec<(Harm, bool)>, Vec<Toll>)| {
        let (mut h, mut t) = (Builder::new(&HARMS), Builder::new(&TOLLS));
        for (i, (harm, twice)) in harms.iter().enumerate() {
            h.row(i as u32 + 1, harm);
            if *twice {
                h.row(i as u32 + 1, harm);
            }
        }
        for (i, toll) in tolls.iter().enumerate() {
            t.row(i as u32 + 50, toll);
        }
        (h.finish(), t.finish())
    };
    prop::collection::vec(batch.prop_map(columns), 0..4)
}

fn batches(rows: &Rows) -> Vec<Batch<'_>> {
    let id = |i: usize| EntryId { chain: ChainId([1; 4]), seq: 100 * i as u64 };
    rows.iter()
        .enumerate()
        .map(|(i, (harms, tolls))| Batch { id: id(i), harms, tolls, standing: None })
        .collect()
}

fn rule() -> Rule {
    Rule::built_in("literal").unwrap()
}

fn ask(rows: &Rows, by: &[Dimension]) -> Vec<Figure> {
    let query = Query { metric: "killed".into(), by: by.to_vec() };
    count(&query, &rule(), &batches(rows)).unwrap()
}

fn low(figures: &[Figure]) -> u64 {
    figures.iter().filter_map(|f| f.documented.as_ref()).map(|d| d.low).sum()
}

proptest! {
    /// Cells of a dimension in which every account has one place add up to the whole.
    #[test]
    fn cells_of_a_closed_dimension_add_up(rows in register()) {
        let whole = ask(&rows, &[]);
        for by in [Dimension::Sex, Dimension::Place, Dimension::Kind, Dimension::Source] {
            prop_assert_eq!(low(&ask(&rows, &[by])), low(&whole), "{:?}", by);
        }
        // Where accounts can overlap cells, the certain ones are never more than the whole.
        prop_assert!(low(&ask(&rows, &[Dimension::Month, Dimension::Age])) <= low(&whole));
    }

    #[test]
    fn low_is_never_above_high(rows in register()) {
        for figure in ask(&rows, &[Dimension::Sex, Dimension::Age, Dimension::Month]) {
            if let Some(d) = figure.documented {
                prop_assert!(d.high.is_none_or(|h| d.low <= h), "{:?}", d);
            }
        }
    }

    /// Which batch came first changes the order of what speakers say, never a number.
    #[test]
    fn documented_does_not_depend_on_the_order_of_batches(rows in register()) {
        let by = [Dimension::Sex, Dimension::Month];
        let documented = |rows: &Rows| -> BTreeMap<_, _> {
            ask(rows, &by).into_iter().map(|f| ((f.by, f.scope), f.documented)).collect()
        };
        let mut turned = rows.clone();
        turned.reverse();
        prop_assert_eq!(documented(&rows), documented(&turned));
    }

    /// A figure opens to exactly the accounts it counts.
    #[test]
    fn a_figure_opens_to_its_accounts(rows in register()) {
        let by = [Dimension::Sex, Dimension::Age, Dimension::Month];
        for figure in ask(&rows, &by).iter().filter(|f| f.scope.is_none()) {
            let filters: Vec<_> = by.iter().map(|d| (*d, figure.by[d.name()].clone())).collect();
            let found = behind("killed", &filters, &rule(), &batches(&rows)).unwrap();
            let number = |m: Membership| found.iter().filter(|b| b.membership == m).count() as u64;
            let documented = figure.documented.clone().unwrap_or_default();
            let groups = found.iter().any(|b| b.membership != Membership::Reported && is_group(&rows, b.account));
            if !groups {
                prop_assert_eq!(documented.low, number(Membership::Inside));
                prop_assert_eq!(documented.high, Some(number(Membership::Inside) + number(Membership::Overlaps)));
            }
            // Numbers of other scopes stand in figures of their own.
            prop_assert!(figure.reported.len() as u64 <= number(Membership::Reported));
        }
    }
}

fn is_group(rows: &Rows, account: EntryId) -> bool {
    let harms = &rows[(account.seq / 100) as usize].0;
    let row = harms.owners().iter().position(|o| u64::from(*o) == account.seq % 100);
    row.is_some_and(|i| harms.column("kind").unwrap().value(i) == "group")
}

#[test]
fn a_group_counts_as_many_as_it_holds_and_stays_open_when_nobody_says() {
    let mut h = Builder::new(&HARMS);
    h.row(1, &["killed", "group", "", "", "", "2/5"]);
    h.row(2, &["killed", "person"]);
    let closed = vec![(h.finish(), Builder::new(&TOLLS).finish())];
    let d = ask(&closed, &[])[0].documented.clone().unwrap();
    assert_eq!((d.low, d.high), (3, Some(6)));
    let mut h = Builder::new(&HARMS);
    h.row(1, &["killed", "group", "", "", "", "4/"]);
    let open = vec![(h.finish(), Builder::new(&TOLLS).finish())];
    let d = ask(&open, &[])[0].documented.clone().unwrap();
    assert_eq!((d.low, d.high), (4, None));
}

#[test]
fn a_rule_decides_what_a_vague_word_is_worth() {
    let mut t = Builder::new(&TOLLS);
    t.row(1, &["killed", "24", "", "vague", "", "", "1"]);
    t.row(2, &["killed", "9", "9", "exact", "", "", "", "1"]);
    let rows = vec![(Builder::new(&HARMS).finish(), t.finish())];
    let query = Query { metric: "killed".into(), by: vec![] };
    let ask = |name: &str| count(&query, &Rule::built_in(name).unwrap(), &batches(&rows)).unwrap();
    let literal = ask("literal");
    // The feared nine are not said to have been killed.
    assert_eq!(literal[0].reported.len(), 1);
    assert_eq!((literal[0].reported[0].low, literal[0].reported[0].by_rule), (None, true));
    assert_eq!(ask("floor")[0].reported[0].low, Some(24));
}

#[test]
fn an_empty_register_documents_nobody() {
    let figures = ask(&vec![], &[]);
    assert_eq!(figures.len(), 1);
    assert_eq!(figures[0].documented.clone().unwrap().high, Some(0));
}
