//! Small invented inputs with what they must give. `BLESS=1` writes the expectations anew: read the difference.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::gazetteer::Gazetteer;
use cairn_import::parse::{Candidate, DateRead, Order, parse_age, parse_date, parse_place, parse_quantity};
use cairn_import::row::{Age, Sex};
use cairn_import::{ListDiff, Mapping, Row, RowReader, Stated, Versioned, diff, infer};
use cairn_read::{Content, TableSource, read};
use std::fmt::Write as _;
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

#[test]
fn places() {
    let bytes = fs::read(folder().join("gazetteer.csv")).unwrap();
    let Ok(Content::Table(table)) = read(&bytes, "gazetteer.csv") else { panic!("a table") };
    let mut gazetteer = Gazetteer::default();
    assert_eq!(gazetteer.add(&table).unwrap(), 6);
    assert_eq!(gazetteer.add(&table).unwrap(), 0, "the same places again");
    let show = |c: &Candidate<'_>| {
        let near = if c.near { " near" } else { "" };
        format!("{} {:?} {} {:?}{near}", c.place.code, c.place.name, c.place.level.code(), c.fit)
    };
    each_line("place", |line| parse_place(line, &gazetteer).iter().map(show).collect::<Vec<_>>().join("; "));
}

fn stated<T>(value: &Stated<T>, show: impl Fn(&T) -> String) -> String {
    match value {
        Stated::Is(value) => show(value),
        Stated::Not(kind) => kind.code().to_owned(),
        Stated::Unread => "unread".to_owned(),
    }
}

fn show(row: &Row<'_, '_>, out: &mut String) {
    let date = |d: &DateRead| format!("{} {} {}", end(d.earliest), end(d.latest), d.precision.code());
    let names: Vec<_> = row.names.iter().map(|n| format!("{} {:?}", n.part.code(), n.text)).collect();
    let ids: Vec<_> = row.ids.iter().map(|i| format!("{}={}", i.scheme, i.value)).collect();
    writeln!(out, "{}: {} [{}]", row.row, names.join(", "), ids.join(", ")).unwrap();
    if let Some(kind) = row.unnamed {
        writeln!(out, "  unnamed: {}", kind.code()).unwrap();
    }
    let age = |a: &Age| format!("{} {}", end(a.low), end(a.high));
    let sex = |s: &Sex| s.code().to_owned();
    writeln!(
        out,
        "  sex {}; age {}; born {}",
        stated(&row.sex, sex),
        stated(&row.age, age),
        stated(&row.born, date)
    )
    .unwrap();
    for act in &row.acts {
        writeln!(
            out,
            "  act {} ({}): {}",
            act.act.unwrap_or("null"),
            act.from.code(),
            stated(&act.date, date)
        )
        .unwrap();
    }
    if row.event != Stated::NOTHING {
        writeln!(out, "  event {}", stated(&row.event, date)).unwrap();
    }
    for place in &row.places {
        writeln!(out, "  {} {} {:?}", place.level.code(), place.act.unwrap_or(""), place.text).unwrap();
    }
    if let Some(point) = row.point {
        writeln!(out, "  point {} {}", point.latitude, point.longitude).unwrap();
    }
    if row.source.is_some() || !row.notes.is_empty() {
        writeln!(out, "  source {:?} notes {:?}", row.source, row.notes).unwrap();
    }
    for flag in &row.flags {
        writeln!(out, "  flag {} column {}: {}", flag.code, flag.column, flag.message).unwrap();
    }
}

fn read_all(table: &TableSource<'_>, mapping: &Mapping) -> String {
    let mut out = String::new();
    let mut reader = RowReader::new(mapping, table.file());
    let mut rows = table.rows();
    while let Some(record) = rows.next() {
        let read = record.map_err(|e| reader.bad(&e)).and_then(|record| {
            show(&reader.read(&record)?, &mut out);
            Ok(())
        });
        if let Err(e) = read {
            writeln!(out, "error {}: {e}", e.code).unwrap();
        }
    }
    out
}

#[test]
fn tables() {
    let folder = folder().join("tables");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "csv"));
    files.sort();
    assert!(files.len() > 5, "the golden folder is there");
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let Ok(Content::Table(table)) = read(&bytes, &name) else { panic!("{name} is a table") };
        let mapping = infer(&table);
        let text = mapping.to_toml();
        // The file that people edit reads every row as the mapping it was written from.
        let given = Mapping::from_toml(&text, "map.toml", table.header()).unwrap();
        assert_eq!(read_all(&table, &given), read_all(&table, &mapping), "{name}");
        compare(&file.with_extension("expected"), &format!("{text}\n{}", read_all(&table, &mapping)));
    }
}

#[test]
fn versions_of_a_list() {
    let row = |row, key: &str, cells: [&str; 2]| Versioned {
        row,
        key: Some(key.to_owned()),
        cells: cells.map(str::to_owned).to_vec(),
    };
    let old = [
        row(1, "A", ["Salim Invented", "34"]),
        row(2, "B", ["Hala Fiction", "20"]),
        row(3, "C", ["Nour Made-up", "8"]),
        row(4, "", ["unknown", ""]),
        row(5, "", ["unknown", ""]),
        row(6, " ", ["Omar Supposed", "40"]),
        // One key twice with the same cells is one person said twice.
        row(7, "D", ["Rami Imagined", "61"]),
        row(8, "D", ["Rami Imagined", "61"]),
    ];
    let new = [
        row(1, "", ["unknown", ""]),
        row(2, "B", ["Hala Fiction", "21"]),
        row(3, "E", ["Dana Unreal", "5"]),
        row(4, "A", ["Salim Invented", "34"]),
        row(5, "", ["unknown", "3"]),
        row(6, "D", ["Rami Imagined", "61"]),
    ];
    let found = diff(&old, &new);
    let expected = ListDiff {
        added: vec![vec![3]],
        removed: vec![vec![3]],
        changed: vec![(vec![2], vec![2])],
        unchanged: vec![(vec![1], vec![4]), (vec![7, 8], vec![6])],
        same_without_key: vec![(4, 1)],
        cannot_tell_old: vec![5, 6],
        cannot_tell_new: vec![5],
    };
    assert_eq!(found, expected);
    let same = diff(&old, &old);
    assert_eq!((same.unchanged.len(), same.same_without_key.len(), same.added.len()), (4, 3, 0));
}

#[test]
fn wrong_mappings_name_the_mend() {
    let header = ["name".to_owned(), "age".to_owned(), "years".to_owned()];
    let said = |text: &str| Mapping::from_toml(text, "map.toml", &header).unwrap_err().to_string();
    let column = |header: &str, role: &str| format!("[[column]]\nheader = \"{header}\"\nrole = \"{role}\"\n");
    let one = |header: &str, role: &str| said(&format!("version = 1\n{}", column(header, role)));
    assert_eq!(one("ages", "age"), "map.toml: the table has no column \"ages\"; it has name, age, years");
    assert!(one("age", "ages").starts_with("map.toml: role = \"ages\" is none of row, person_id"));
    let twice = format!("version = 1\n{}{}", column("age", "age"), column("years", "age"));
    assert_eq!(
        said(&twice),
        "map.toml: \"age\" and \"years\" are both age; a row has one: make the other verbatim"
    );
    let sex = format!("version = 1\n{}values = {{ \"1\" = \"man\" }}\n", column("age", "sex"));
    assert_eq!(said(&sex), "map.toml: values = \"man\" is none of male, female, other, unknown");
    assert!(said("version = 2").contains("version 2 is not known here, 1 is"));
    assert!(said("version = 1\ncolour = 3").contains("colour"));
}
