//! What holds for any input.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_import::parse::{DateNote, Order, Precision, missing, parse_age, parse_date, parse_quantity};
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
