//! What holds for any input.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::parse::{DateNote, Order, Precision, missing, parse_age, parse_date, parse_quantity};
use cairn_import::{Mapping, Profiler, RowReader, infer};
use cairn_read::{Content, Options, read_with};
use jiff::civil::date;
use proptest::prelude::*;

const ORDERS: [Order; 4] = [Order::Any, Order::Dmy, Order::Mdy, Order::Ymd];
/// Shreds that dates, ages and numbers are made of, thrown together.
const SHREDS: &str = "([0-9]{1,4}|[-/., |:+<>~]| |to|mar|years|months|quinc|half|end|تشرين|الأول|שנת|до|and|a|s|dozen|\\.\\.|[\\PC]){0,12}";

proptest! {
    #[test]
    fn no_string_panics(raw in "\\PC{0,40}") {
        for order in ORDERS {
            let _ = parse_date(&raw, order);
        }
        let _ = (parse_age(&raw), parse_quantity(&raw), missing(&raw));
    }

    #[test]
    fn shreds_give_ordered_ends(raw in SHREDS) {
        for order in ORDERS {
            let d = parse_date(&raw, order);
            if let Some((a, b)) = d.interval() {
                prop_assert!(a <= b, "{raw}: {a} after {b}");
                prop_assert!(d.precision != Precision::Unknown);
            }
        }
        let a = parse_age(&raw);
        prop_assert!(a.low.zip(a.high).is_none_or(|(l, h)| l <= h), "{raw}: {a:?}");
        prop_assert!(a.high.is_none_or(|h| h <= 135), "{raw}: {a:?}");
        let q = parse_quantity(&raw);
        prop_assert!(q.low.zip(q.high).is_none_or(|(l, h)| l <= h), "{raw}: {q:?}");
    }

    #[test]
    fn ranges_read_back_or_not_at_all(y in 1950i16..2030, m in 1i8..=12, from in 1i8..=28, days in 1i8..=40) {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "December"];
        let a = date(y, m, from);
        let b = a.saturating_add(jiff::Span::new().days(days));
        let (d1, d2, m1, m2) = (a.day(), b.day(), a.month(), b.month());
        let (n1, n2) = (MONTHS[m1 as usize - 1], MONTHS[m2 as usize - 1]);
        let mut lines = vec![
            (format!("{a} - {b}"), true),
            (format!("{a}/{b}"), true),
            (format!("{a} .. {b}"), true),
            (format!("{d1} {n1} {y} to {d2} {n2} {}", b.year()), true),
            (format!("{d1}/{m1}/{y}-{d2}/{m2}/{}", b.year()), true),
            (format!("{n1} {d1}, {y}–{n2} {d2}, {}", b.year()), true),
            (format!("{d1}/{m1}-{d2}/{m2}/{}", b.year()), a.year() == b.year()),
        ];
        if m1 == m2 {
            lines.push((format!("{d1:02}-{d2:02}/{m1:02}/{y}"), true));
            lines.push((format!("{n1} {d1}–{d2}, {y}"), true));
            lines.push((format!("del {d1} al {d2}/{m1}/{y}"), true));
        }
        for (raw, must) in lines {
            let read = parse_date(&raw, Order::Dmy).interval();
            prop_assert!(read == Some((a, b)) || !must && read.is_none(), "{}: {:?}", raw, read);
        }
    }

    #[test]
    fn every_day_reads_back(y in 1900i16..2090, m in 1i8..=12, d in 1i8..=28) {
        let day = date(y, m, d);
        for (raw, order) in [
            (format!("{y:04}-{m:02}-{d:02}"), Order::Any),
            (format!("{d}/{m}/{y}"), Order::Dmy),
            (format!("{m}/{d}/{y}"), Order::Mdy),
            (format!("{y}/{m}/{d}"), Order::Ymd),
            (format!("{y}{m:02}{d:02}"), Order::Any),
            (format!("{y}|{m}|{d}"), Order::Any),
        ] {
            prop_assert_eq!(parse_date(&raw, order).interval(), Some((day, day)), "{}", raw);
        }
        // Undeclared, the true day is never outside.
        for raw in [format!("{d}/{m}/{y}"), format!("{m}/{d}/{y}")] {
            let read = parse_date(&raw, Order::Any);
            let (a, b) = read.interval().unwrap();
            prop_assert!(a <= day && day <= b);
            prop_assert!(a == b || read.note == Some(DateNote::OrderAmbiguous));
        }
    }
}

/// Headers and cells of the kind that lists have, thrown together.
const HEADERS: &str =
    "(name|age|sex|dob|date of death|id|status|lat|lon|العمر|fecha de nacimiento|source|year|town|x y z|)";
const CELLS: &str = "(|m|f|34|-1|unknown|1962|Salim Invented|هالة الخيالي|2023-10-07|07/10/2023|13/10/2023|killed|0|31.5|n/a|\\PC{0,6})";

fn csv(header: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let quoted: Vec<_> = cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
        quoted.join(",") + "\n"
    };
    std::iter::once(line(header)).chain(rows.iter().map(|r| line(r))).collect()
}

fn with_header() -> Options {
    Options {
        header: Some(true),
        delimiter: Some(b','),
        encoding: Some("utf-8".to_owned()),
        ..Options::DETECT
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_table_reads_by_its_own_mapping(
        header in prop::collection::vec(HEADERS, 5),
        rows in prop::collection::vec(prop::collection::vec(CELLS, 5), 1..12),
    ) {
        let text = csv(&header, &rows);
        let Ok(Content::Table(table)) = read_with(text.as_bytes(), "x.csv", &with_header()) else { return Ok(()) };
        let mapping = infer(&table);
        prop_assert_eq!(mapping.columns.len(), table.header().len());
        let given = Mapping::from_toml(&mapping.to_toml(), "map.toml", table.header()).unwrap();
        let roles = |m: &Mapping| m.columns.iter().map(|c| (c.role, c.act.clone(), c.values.clone())).collect::<Vec<_>>();
        prop_assert_eq!(roles(&given), roles(&mapping));
        prop_assert_eq!(given.canonical(), mapping.canonical());
        let again = Mapping::from_toml(&mapping.canonical(), "map.toml", table.header()).unwrap();
        prop_assert_eq!(again.canonical(), mapping.canonical());
        prop_assert_eq!((&given.act, given.act_from, given.area), (&mapping.act, mapping.act_from, mapping.area));
        let mut reader = RowReader::new(&mapping, "x.csv");
        let mut records = table.rows();
        while let Some(record) = records.next() {
            if let Ok(record) = record {
                let _ = reader.read(&record);
            }
        }
    }

    #[test]
    fn inference_does_not_depend_on_the_order_of_rows(
        header in prop::collection::vec(HEADERS, 5),
        rows in prop::collection::vec(prop::collection::vec(CELLS, 5), 1..12),
        has_header in any::<bool>(),
    ) {
        let profile = |rows: &mut dyn Iterator<Item = &Vec<String>>| {
            let mut profiler = Profiler::new(&header, has_header, None);
            rows.for_each(|r| profiler.add(r.iter().map(String::as_str)));
            profiler.infer()
        };
        prop_assert_eq!(profile(&mut rows.iter()), profile(&mut rows.iter().rev()));
    }

    #[test]
    fn no_mapping_file_panics(text in "(version = 1\n)?([a-z_]{1,10} ?= ?(\"[a-z]{0,6}\"|[0-9]{1,3})\n|\\[\\[column\\]\\]\n|header = \"age\"\n|role = \"(age|name|x)\"\n){0,8}") {
        let _ = Mapping::from_toml(&text, "map.toml", &["age".to_owned(), "name".to_owned()]);
    }
}
