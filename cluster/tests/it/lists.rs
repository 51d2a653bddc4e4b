//! Invented lists, with one block that has to be split.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use cairn_link::{Linkage, Options, RecordNames, Step, Table, infer, link};

use crate::common::{self, HEADERS};

/// About twenty thousand records on three lists, and 700 more of one father's and family name and one place.
pub fn rows() -> Vec<[String; 7]> {
    let (mut rows, _) = common::rows(13_200, 11);
    let mut dice = common::Dice::new(3);
    for i in 0..700 {
        let given = format!(
            "{}{}",
            ["sa", "mi", "ru", "ke", "to"][dice.roll(5)],
            ["lim", "nor", "das", "fe"][dice.roll(4)]
        );
        rows.push([
            format!("M{i:05}"),
            format!("L{}", i % 3),
            format!("{given} kazu toli marenda"),
            ["m", "f"][dice.roll(2)].to_owned(),
            format!("19{}-{:02}-{:02}", 50 + dice.roll(50), 1 + dice.roll(12), 1 + dice.roll(28)),
            "kuda".to_owned(),
            "2031-05-06".to_owned(),
        ]);
    }
    rows
}

pub fn quiet(_: Step) {}

pub fn locally(tables: &[Table], options: &Options) -> Linkage {
    link(tables, options, &quiet, &AtomicBool::new(false)).unwrap()
}

pub fn write(path: &Path, rows: &[[String; 7]]) {
    let mut text = HEADERS.join(",") + "\n";
    for row in rows {
        text.push_str(&row.join(","));
        text.push('\n');
    }
    std::fs::write(path, text).unwrap();
}

/// The files that the command writes.
pub fn files(tables: &[Table], found: &Linkage) -> (String, String) {
    let roles: Vec<_> = tables.iter().map(infer).collect();
    let names = RecordNames::new(tables, &roles);
    let pairs = found
        .pairs
        .iter()
        .map(|l| format!("{},{},{:.6}\n", names.name(l.left), names.name(l.right), l.probability));
    let clusters = found.clusters.iter().map(|(r, c)| format!("{},{}\n", names.name(*r), names.name(*c)));
    (
        "left,right,probability\n".to_owned() + &pairs.collect::<String>(),
        "record,cluster\n".to_owned() + &clusters.collect::<String>(),
    )
}
