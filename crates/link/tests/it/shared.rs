//! The benchmark sets of `bench/linkage`, with no configuration and at the default threshold. Prints figures only.

#![allow(clippy::unwrap_used)] // helpers of tests, outside of #[test] functions

use cairn_link::{Linkage, Options, RecordNames, Step, Table, evaluate, infer, link};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

fn bench() -> Option<PathBuf> {
    let shared = std::env::var_os("CAIRN_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let dir = shared.join("bench/linkage");
    dir.is_dir().then_some(dir)
}

fn read(path: &Path, drop: &str) -> Table {
    let mut rows = csv::Reader::from_path(path).unwrap();
    let headers: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let keep: Vec<usize> = (0..headers.len()).filter(|i| headers[*i] != drop).collect();
    let names: Vec<&str> = keep.iter().map(|i| headers[*i].as_str()).collect();
    let mut t = Table::new("t", &names);
    for row in rows.records() {
        let row = row.unwrap();
        t.push_row(keep.iter().map(|i| &row[*i]));
    }
    t
}

fn f1(dir: &Path, files: &[(&str, &str)], confident: f64) -> (f64, f64, Linkage) {
    let tables: Vec<Table> = files.iter().map(|(f, drop)| read(&dir.join(f), drop)).collect();
    let found = link(&tables, &Options::default(), &|_: Step| {}, &AtomicBool::new(false)).unwrap();
    let roles: Vec<_> = tables.iter().map(infer).collect();
    let names = RecordNames::new(&tables, &roles);
    let mut truth = BTreeMap::new();
    for row in csv::Reader::from_path(dir.join("truth_entities.csv")).unwrap().records() {
        let row = row.unwrap();
        truth.insert(row[0].to_owned(), row[1].to_owned());
    }
    let pairs: Vec<(String, String, f64)> =
        found.pairs.iter().map(|l| (names.name(l.left), names.name(l.right), l.probability)).collect();
    let side = |r: &str| u32::from(r.as_bytes()[0]);
    let side: Option<&dyn Fn(&str) -> u32> = if files.len() > 1 { Some(&side) } else { None };
    let all = evaluate(pairs.iter().map(|p| (p.0.as_str(), p.1.as_str())), &truth, side);
    let sure = pairs.iter().filter(|p| p.2 >= confident);
    let sure = evaluate(sure.map(|p| (p.0.as_str(), p.1.as_str())), &truth, side);
    println!(
        "{files:?}: F1 {:.4} P {:.4} R {:.4}; precision at {confident}: {:.4}",
        all.f1, all.precision, all.recall, sure.precision
    );
    (all.f1, sure.precision, found)
}

fn check(set: &str, files: &[(&str, &str)], least: f64) {
    let Some(dir) = bench() else {
        println!("skipped: no shared data");
        return;
    };
    let (f1, sure, _) = f1(&dir.join(set), files, 0.95);
    assert!(f1 >= least, "{set}: F1 {f1}");
    assert!(sure >= 0.98, "{set}: precision at 0.95 {sure}");
}

#[test]
fn febrl() {
    check("febrl3", &[("records.csv", "")], 0.996);
    check("febrl4", &[("left.csv", ""), ("right.csv", "")], 0.999);
}

#[test]
fn historical() {
    check("historical_50k", &[("records.csv", "")], 0.87);
}

#[test]
fn lists_with_birth_dates() {
    let set = "moh_2408_2409";
    check(set, &[("left.csv", "name_en"), ("right.csv", "name_en")], 0.992);
    check(set, &[("left.csv", "name_ar"), ("right.csv", "name_ar")], 0.990);
    check(set, &[("left.csv", "name_en"), ("right.csv", "name_ar")], 0.96);
    check(set, &[("left.csv", "name_ar"), ("right.csv", "name_en")], 0.96);
}

#[test]
fn lists_without_birth_dates() {
    let set = "moh_2404_2503";
    check(set, &[("left.csv", "name_en"), ("right.csv", "name_en")], 0.988);
    check(set, &[("left.csv", "name_ar"), ("right.csv", "name_ar")], 0.970);
    check(set, &[("left.csv", "name_en"), ("right.csv", "name_ar")], 0.90);
    check(set, &[("left.csv", "name_ar"), ("right.csv", "name_en")], 0.90);
}
