//! Real files, where they are at hand: `CAIRN_SHARED`, else `../shared` beside the workspace.
//! Counts only; no cell of a person is ever printed.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::parse::{Order, parse_age, parse_date};
use cairn_read::{Content, TableSource, read};
use std::fs;
use std::path::PathBuf;

/// The folder of shared data, or `None` after saying so.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("CAIRN_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    if folder.join("data").is_dir() {
        return Some(folder.join("data"));
    }
    println!("skipped: CAIRN_SHARED absent");
    None
}

fn with_table<T>(path: &str, f: impl FnOnce(&TableSource<'_>) -> T) -> Option<T> {
    let bytes = fs::read(shared()?.join(path)).unwrap();
    let Ok(Content::Table(table)) = read(&bytes, path) else { panic!("{path} is a table") };
    Some(f(&table))
}

fn rows(table: &TableSource<'_>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let mut rows = table.rows();
    while let Some(row) = rows.next() {
        out.push(row.unwrap().cells().map(str::to_owned).collect());
    }
    out
}

fn order(declared: &str) -> Order {
    match declared {
        d if d.starts_with("DMY") => Order::Dmy,
        "MDY" => Order::Mdy,
        _ => Order::Any,
    }
}

#[test]
fn messy_dates() {
    with_table("messy/messy_dates.csv", |table| {
        let (mut exact, mut precise, mut wrong_year, mut all) = (0, 0, 0, 0);
        for row in rows(table) {
            let read = parse_date(&row[0], order(&row[3]));
            let text = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
            let (earliest, latest) = (text(read.earliest), text(read.latest));
            all += 1;
            let year = |s: &str| s.get(..4).map(str::to_owned);
            let same = (earliest.as_str(), latest.as_str()) == (row[4].as_str(), row[5].as_str());
            exact += usize::from(same);
            precise += usize::from(read.precision.code() == row[6]);
            let wrong =
                read.earliest.is_some() && (year(&earliest), year(&latest)) != (year(&row[4]), year(&row[5]));
            wrong_year += usize::from(wrong);
            if !same || read.precision.code() != row[6] {
                println!(
                    "{:?} {}: {earliest}..{latest} {:?}, expected {}..{} {}",
                    row[0], row[3], read.precision, row[4], row[5], row[6]
                );
            }
        }
        println!(
            "messy_dates: {exact} of {all} intervals exact, {precise} precisions, {wrong_year} wrong years"
        );
        assert!(exact * 100 >= all * 97);
        assert_eq!(wrong_year, 0);
    });
}

#[test]
fn messy_ages() {
    with_table("messy/messy_ages.csv", |table| {
        let mut wrong = 0;
        for row in rows(table) {
            let read = parse_age(&row[0]);
            let text = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
            if (text(read.low), text(read.high)) != (row[4].clone(), row[5].clone()) {
                wrong += 1;
                println!("{:?}: {read:?}, expected {}..{}", row[0], row[4], row[5]);
            }
        }
        assert_eq!(wrong, 0);
    });
}
