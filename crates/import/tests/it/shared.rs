//! Real files, where they are at hand: `CAIRN_SHARED`, else `../shared` beside the workspace.
//! Counts only; no cell of a person is ever printed.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::gazetteer::Gazetteer;
use cairn_import::parse::{Order, parse_age, parse_date, parse_place};
use cairn_import::point::{PointNote, parse_point};
use cairn_import::{RowReader, Versioned, compared_columns, diff, infer, versioned};
use cairn_read::{Content, TableSource, read};
use std::collections::BTreeMap;
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

const VERSIONS: [&str; 3] = [
    "moh-lists/list_2024-08-08.csv.gz",
    "moh-lists/list_2024-09-21.csv.gz",
    "moh-lists/list_2025-03-23.csv.gz",
];

#[test]
fn versions_of_a_list() {
    let mapping = |path| with_table(path, infer);
    let Some(maps) = VERSIONS.iter().map(|path| mapping(path)).collect::<Option<Vec<_>>>() else { return };
    let columns = compared_columns(&maps[0], &maps[1], "person_key");
    assert_eq!(columns, ["name", "en_name", "age", "dob", "sex"], "found with no map");
    assert_eq!(columns, compared_columns(&maps[1], &maps[2], "person_key"));
    let version = |path| with_table(path, |table| versioned(table, "person_key", &columns)).unwrap();
    let [a, b, c] = VERSIONS.map(version);
    let loose = |v: &[Versioned<String>]| v.iter().filter(|r| r.key.as_deref() == Some("")).count();
    assert_eq!([loose(&a), loose(&b), loose(&c)], [2532, 112, 5]);
    for (old, new, expected) in [(&a, &b, [7405, 1472, 19426, 1242]), (&b, &c, [24210, 2268, 25639, 166])] {
        let d = diff(old, new);
        println!(
            "without a key: {} equal, {} and {} cannot tell",
            d.same_without_key.len(),
            d.cannot_tell_old.len(),
            d.cannot_tell_new.len()
        );
        assert_eq!([d.added.len(), d.removed.len(), d.changed.len(), d.unchanged.len()], expected);
        assert_eq!(d.same_without_key.len() + d.cannot_tell_old.len(), loose(old));
        assert_eq!(d.same_without_key.len() + d.cannot_tell_new.len(), loose(new));
    }
}

/// Reads every row of a table by its inferred mapping; counts of flags by code.
fn flags(path: &str) -> Option<(u64, u64, BTreeMap<&'static str, u64>)> {
    with_table(path, |table| {
        let mapping = infer(table);
        let mut reader = RowReader::new(&mapping, path);
        let (mut good, mut bad, mut flags) = (0, 0, BTreeMap::new());
        let mut rows = table.rows();
        while let Some(record) = rows.next() {
            match reader.read(&record.unwrap()) {
                Ok(row) => {
                    good += 1;
                    row.flags.iter().for_each(|f| *flags.entry(f.code).or_insert(0) += 1);
                }
                Err(_) => bad += 1,
            }
        }
        println!("{path}: {good} rows, {bad} bad, {flags:?}");
        (good, bad, flags)
    })
}

#[test]
fn lists_import_with_no_map() {
    let Some((good, bad, flags)) = flags("moh-lists/list_2024-08-08.csv.gz") else { return };
    assert_eq!((good, bad), (24_672, 0));
    assert_eq!(flags.get("age_negative"), Some(&425));
    assert_eq!(flags.get("age_looks_like_year"), Some(&4));
}

#[test]
fn odd_coordinates_are_flagged() {
    let Some((_, _, flags)) = flags("aid-worker-security/security_incidents2016-10-03.csv") else { return };
    assert_eq!(flags.get("point_latitude_copied"), Some(&5));
    let copied = with_table("messy/odd_coordinates.csv", |table| {
        let mut right = 0;
        for row in rows(table) {
            let (_, note) = parse_point(&row[2], &row[3], None);
            right += usize::from((note == Some(PointNote::Copied)) == row[4].starts_with("latitude copied"));
        }
        right
    });
    assert_eq!(copied, Some(70));
    let area = with_table("chile-rettig/pinochet.csv.gz", |table| infer(table).area).unwrap();
    let far = with_table("messy/odd_coordinates.csv", |table| {
        let chile: Vec<_> = rows(table).into_iter().filter(|r| r[4].starts_with("outside Chile")).collect();
        let flagged = chile.iter().filter(|r| parse_point(&r[2], &r[3], area).1.is_some()).count();
        println!(
            "odd coordinates: {flagged} of {} outside one country flagged by the box of their table",
            chile.len()
        );
        flagged
    });
    // One lies beyond the border and within the box.
    assert_eq!(far, Some(57));
}

#[test]
fn every_person_list_reads() {
    for path in [
        "moh-lists/list_2024-04-13.csv.gz",
        "moh-lists/list_2025-03-23.csv.gz",
        "lists-2014/gaza.csv",
        "lists-2014/israel.csv",
        "argentina-registers/ruvte_victims.csv.gz",
        "argentina-registers/parque_memoria.csv.gz",
        "chile-rettig/pinochet.csv.gz",
        "iraq-body-count/ibc_incidents_2003_2017.csv.gz",
        "ucdp/ged_syria_v191.csv.gz",
        "colombia/reclutamiento_R1_coarse.csv.gz",
    ] {
        let Some((good, bad, _)) = flags(path) else { return };
        assert!(good > 0 && bad == 0, "{path}");
    }
}

#[test]
fn places_of_three_gazetteers() {
    let mut gazetteer = Gazetteer::default();
    for path in [
        "gazetteer/global_pcodes_adm1_2_v2021.csv.gz",
        "gazetteer/global_pcodes_adm1_2_older.csv.gz",
        "gazetteer/geonames_cities500_extract.csv.gz",
        "gazetteer/pse_adm2.geojson.gz",
    ] {
        let Some(added) = with_table(path, |table| gazetteer.add(table).unwrap()) else { return };
        println!("{path}: {added} places");
    }
    for path in ["lists-2014/gaza.csv", "iraq-body-count/ibc_incidents_2003_2017.csv.gz"] {
        with_table(path, |table| {
            let column = if path.starts_with("lists") { 2 } else { 4 };
            let (mut by, mut all) = ([0usize; 4], 0);
            for row in rows(table).iter().filter(|r| !r[column].trim().is_empty()) {
                let found = parse_place(&row[column], &gazetteer);
                by[found.first().map_or(3, |c| c.fit as usize)] += 1;
                all += 1;
            }
            println!("{path}: of {all} places {} by name, {} by sound, {} not found", by[1], by[2], by[3]);
        });
    }
}
