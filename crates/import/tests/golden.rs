//! Small invented inputs with what they must give. `BLESS=1` writes the expectations anew: read the difference.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::parse::{Order, parse_age, parse_date, parse_quantity};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn compare(expected: &Path, found: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(expected, found).unwrap();
    } else {
        let wanted = fs::read_to_string(expected).unwrap_or_default();
        assert!(wanted == found, "{} differs; found:\n{found}", expected.display());
    }
}

/// Each line of `parse/KIND.txt`, read and set beside what it says.
fn each_line(kind: &str, read: impl Fn(&str) -> String) {
    let input = fs::read_to_string(folder().join(format!("parse/{kind}.txt"))).unwrap();
    let found: String = input.lines().map(|line| format!("{line}\t{}\n", read(line))).collect();
    compare(&folder().join(format!("parse/{kind}.expected")), &found);
}

fn end<T: ToString>(end: Option<T>) -> String {
    end.map_or_else(|| "null".to_owned(), |e| e.to_string())
}

#[test]
fn dates() {
    each_line("date", |line| {
        let (order, raw) = match line.split_once(": ") {
            Some((code, raw)) if Order::from_code(code).is_some() => (Order::from_code(code).unwrap(), raw),
            _ => (Order::Any, line),
        };
        let d = parse_date(raw, order);
        format!(
            "{} {} {} {}",
            end(d.earliest),
            end(d.latest),
            d.precision.code(),
            d.note.map_or("", |n| n.code())
        )
    });
}

#[test]
fn ages() {
    each_line("age", |line| {
        let a = parse_age(line);
        format!("{} {} {}", end(a.low), end(a.high), a.note.map_or("", |n| n.code()))
    });
}

#[test]
fn quantities() {
    each_line("quantity", |line| {
        let q = parse_quantity(line);
        format!("{} {} {}", end(q.low), end(q.high), q.qualifier.map_or("null", |n| n.code()))
    });
}
