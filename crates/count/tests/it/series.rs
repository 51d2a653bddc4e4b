//! What the field's published series have got wrong, each trap as a small invented case: found, named, never repaired.

use cairn_count::{Around, Batch, Rule, Series, SeriesQuery, contradictions, series};
use cairn_model::columns::{Builder, Columns};
use cairn_model::{ChainId, EntryId};
use jiff::civil::Date;
use proptest::prelude::*;

const TOLLS: [&str; 15] = [
    "metric",
    "low",
    "high",
    "qualifier",
    "scope",
    "when",
    "group",
    "cumulative",
    "said_by",
    "published_by",
    "doc",
    "derived_from",
    "place",
    "unit",
    "at",
];

fn chain() -> ChainId {
    ChainId([1; 4])
}

/// Lines of `document | speaker | metric [of GROUP] [scope] | total DAY or period FROM [TO] | number or low..high`;
/// a document `a@2031-05-02` was published that day, `a@2031-05-02 by X` by the outlet X; `relays N` at the end names
/// the line that it relays, from 1.
fn columns(lines: &str) -> Columns {
    let mut rows = Builder::new(&TOLLS);
    for (i, line) in lines.lines().map(str::trim).filter(|l| !l.is_empty()).enumerate() {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [document, speaker, what, when, number] = fields[..] else { panic!("{line}") };
        let (doc, outlet) = document.split_once(" by ").unwrap_or((document, ""));
        let mut what = what.split_whitespace();
        let metric = what.next().unwrap();
        let rest: Vec<&str> = what.collect();
        let (group, scope) = match rest[..] {
            ["of", group] => (group, ""),
            ["of", group, scope] => (group, scope),
            [scope] => ("", scope),
            _ => ("", ""),
        };
        let days: Vec<&str> = when.split_whitespace().collect();
        let (cumulative, interval) = match days[..] {
            ["total", day] => ("1", format!("../{day}")),
            ["total", day, "since", since] => ("1", format!("{since}/{day}")),
            ["total"] => ("1", String::new()),
            ["period", day] => ("", format!("{day}/{day}")),
            ["period", from, to] => ("", format!("{from}/{to}")),
            _ => panic!("{line}"),
        };
        let (number, relays) = number.split_once(" relays ").unwrap_or((number, ""));
        let (low, high) = number.split_once("..").unwrap_or((number, number));
        let relays = relays
            .parse::<u64>()
            .map_or(String::new(), |n| EntryId { chain: chain(), seq: 100 + n }.to_string());
        rows.row(
            i as u32 + 1,
            &[
                metric,
                low,
                high,
                "exact",
                scope,
                &interval,
                group,
                cumulative,
                speaker,
                outlet,
                doc,
                &relays,
                "",
                "",
                if doc.starts_with("text") { "chars 1-9" } else { "row 1" },
            ],
        );
    }
    rows.finish()
}

fn of(lines: &str) -> Vec<Series> {
    let tolls = columns(lines);
    let harms = Columns::default();
    let batch =
        Batch { id: EntryId { chain: chain(), seq: 100 }, harms: &harms, tolls: &tolls, standing: None };
    let published = |doc: &str| doc.split_once('@').and_then(|(_, day)| day.parse::<Date>().ok());
    let people = |words: &str| (words == "girls").then(|| "children".to_owned());
    let around = Around { published: &published, people: &people, bonds: &cairn_count::Bonds::default() };
    series(&SeriesQuery::default(), &Rule::built_in("literal").unwrap(), &[batch], &around).unwrap()
}

/// The findings: `code: lines`, the lines counted from 1.
fn found(lines: &str) -> Vec<String> {
    let found = contradictions(&of(lines));
    assert!(found.iter().all(|c| !c.words.is_empty() && !c.accounts.is_empty() && c.from <= c.to));
    found
        .iter()
        .map(|c| {
            let lines: Vec<String> = c.accounts.iter().map(|a| (a.seq - 100).to_string()).collect();
            format!("{}: {}", c.code.code(), lines.join(" "))
        })
        .collect()
}

#[test]
fn a_total_that_falls_keeps_all_its_statements() {
    let lines = "a@2031-05-02 | M | killed of women | total 2031-05-02 | 132
                 b@2031-05-03 | M | killed of women | total 2031-05-03 | 100
                 c@2031-05-04 | M | killed of women | total 2031-05-04 | 97
                 d@2031-05-05 | M | killed of women | total 2031-05-05 | 140";
    assert_eq!(found(lines), ["total_falls: 1 2", "total_falls: 2 3"]);
    assert_eq!(of(lines)[0].totals.len(), 4);
    let differences: Vec<_> = of(lines)[0].differences.iter().map(|d| d.low).collect();
    assert_eq!(differences, [Some(-32), Some(-3), Some(43)]);
}

#[test]
fn a_range_falls_only_when_it_must() {
    let may = "a | M | killed | total 2031-05-02 | 90..110
               b | M | killed | total 2031-05-03 | 95..105";
    assert_eq!(found(may), [""; 0]);
    let open = "a | M | killed | total 2031-05-02 | 90..
                b | M | killed | total 2031-05-03 | 40..";
    assert_eq!(found(open), [""; 0], "'more than 90' and 'more than 40' may both be so");
    assert_eq!(of(open)[0].differences[0].low, None);
}

#[test]
fn what_is_sorted_anew_is_not_a_plain_fall() {
    let lines = "a | M | buildings_damaged | total 2031-05-02 | 326
                 a | M | buildings_destroyed | total 2031-05-02 | 240
                 b | M | buildings_damaged | total 2031-05-03 | 200
                 b | M | buildings_destroyed | total 2031-05-03 | 604";
    assert_eq!(found(lines), ["reclassified: 1 3 2 4"]);
}

#[test]
fn a_period_beside_the_difference_of_its_totals() {
    let lines = "a | M | killed | total 2031-05-02 | 1000
                 b | M | killed | total 2031-05-03 | 1349
                 b | M | killed | period 2031-05-03 | 725";
    assert_eq!(found(lines), ["period_not_difference: 1 2 3"]);
    let late = lines.replace("725", "300");
    assert_eq!(found(&late), ["late_addition: 1 2 3"]);
    assert_eq!(found(&lines.replace("725", "349")), [""; 0]);
}

#[test]
fn a_catch_up_of_two_days_says_so_at_both() {
    let lines = "a | M | killed | total 2031-05-02 | 1000
                 b | M | killed | total 2031-05-03 | 1000
                 b | M | killed | period 2031-05-03 | 41
                 c | M | killed | total 2031-05-04 | 1099
                 c | M | killed | period 2031-05-04 | 58";
    let all = contradictions(&of(lines));
    assert_eq!(all.len(), 2);
    assert!(
        all[0].words.contains("makes up for it") && all[1].words.contains("for the days before"),
        "{all:?}"
    );
}

#[test]
fn a_period_of_three_days_is_not_a_day() {
    let lines = "a | M | killed | total 2031-05-02 | 1000
                 b | M | killed | total 2031-05-05 | 1060
                 b | M | killed | period 2031-05-03 2031-05-05 | 60";
    assert_eq!(found(lines), [""; 0]);
    let s = &of(lines)[0];
    assert_eq!((s.differences[0].from.day(), s.differences[0].to.day(), s.gaps.len()), (3, 5, 0));
    // A day that no period covers: nothing can be told.
    assert_eq!(found(&lines.replace("period 2031-05-03", "period 2031-05-04")), [""; 0]);
}

#[test]
fn a_day_without_a_word_is_a_gap() {
    let lines = "a | M | killed | total 2031-05-02 | 10
                 b | M | killed | total 2031-05-06 | 12";
    let gaps = &of(lines)[0].gaps;
    assert_eq!((gaps[0].from.day(), gaps[0].to.day()), (3, 5));
}

#[test]
fn flash_beside_verified() {
    let lines = "a | M | killed flash | total 2031-05-02 | 3
                 b | M | killed verified | total 2031-05-02 | 6
                 a | M | killed flash | total 2031-05-03 | 7
                 b | M | killed verified | total 2031-05-03 | 7";
    assert_eq!(found(lines), ["flash_and_verified: 1 2"]);
}

#[test]
fn a_counter_that_starts_again() {
    let lines = "a | M | killed | total 2031-05-02 | 4047
                 b | M | killed | total 2031-05-03 | 123
                 c | M | killed | total 2031-05-04 | 130";
    assert_eq!(found(lines), ["counter_restarts: 1 2"]);
    // A slip that comes back is a fall.
    assert_eq!(found(&lines.replace("130", "4060")), ["total_falls: 1 2"]);
    // Another day since which it runs says so by itself.
    let since = "a | M | killed | total 2031-05-02 since 2031-01-01 | 400
                 b | M | killed | total 2031-05-03 since 2031-03-01 | 390";
    assert_eq!(found(since), ["counter_restarts: 1 2"]);
    assert!(of(since)[0].differences.is_empty());
}

#[test]
fn an_editors_number_beside_the_bulletins() {
    let lines = "bulletin | M | killed | period 2031-05-02 | 5
                 table | Editors | killed | period 2031-05-02 | 8 relays 1";
    assert_eq!(found(lines), ["relay_differs: 1 2"]);
    assert_eq!(of(lines).len(), 2, "both are visible, each under its speaker");
}

#[test]
fn two_documents_two_numbers_for_the_same_days() {
    let lines = "a@2031-05-03 | M | killed | period 2031-05-02 | 31
                 b@2031-05-04 | M | killed | period 2031-05-02 | 29";
    assert_eq!(found(lines), ["restated: 1 2"]);
    let periods = &of(lines)[0].periods;
    assert_eq!(
        periods[0].replaced_by,
        Some(periods[1].account),
        "the later word stands, the earlier is kept"
    );
    let undated = "a | M | killed | period 2031-03-01 2031-03-31 | 4069
                   b | M | killed | period 2031-03-01 2031-03-31 | 180";
    assert_eq!(found(undated), ["two_values: 1 2"]);
    let again = "a@2031-05-03 | M | killed | period 2031-05-02 | 31
                 b@2031-05-04 | M | killed | period 2031-05-02 | 31";
    assert_eq!(found(again), [""; 0]);
    assert!(of(again)[0].periods[1].repeats.is_some(), "said twice, counted once");
}

#[test]
fn a_text_that_gives_parts_of_its_number_does_not_contradict_itself() {
    let lines = "text@2031-05-03 | M | killed | period 2031-05-02 | 8
                 text@2031-05-03 | M | killed | period 2031-05-02 | 7
                 text@2031-05-03 | M | killed | period 2031-05-02 | 1";
    assert_eq!(found(lines), [""; 0]);
    let periods = &of(lines)[0].periods;
    assert_eq!(
        (periods.len(), of(lines)[0].standing_periods().count()),
        (3, 1),
        "all are kept, the largest stands"
    );
    assert!(periods.iter().filter(|p| p.low < Some(8)).all(|p| p.beside.is_some()));
    // Two rows of a table are another thing.
    assert_eq!(found(&lines.replace("text", "a")).len(), 2);
}

#[test]
fn totals_since_different_days_are_different_totals() {
    let lines = "text@2031-05-03 | M | killed | total 2031-05-02 since 2031-01-01 | 7300
                 text@2031-05-03 | M | killed | total 2031-05-02 since 2031-04-11 | 115
                 text2@2031-05-04 | M | killed | total 2031-05-03 since 2031-01-01 | 7302
                 text2@2031-05-04 | M | killed | total 2031-05-03 since 2031-04-11 | 117";
    assert_eq!(found(lines), [""; 0]);
    assert_eq!(of(lines)[0].differences.len(), 2);
}

#[test]
fn one_total_as_of_different_days() {
    let lines = "a by P | M | killed | total 2031-04-28 | 34488
                 b by P | M | killed | total 2031-04-29 | 34535
                 c by P | M | killed | total 2031-04-30 | 34568
                 d by Q | M | killed | total 2031-04-29 | 34488
                 e by Q | M | killed | total 2031-04-30 | 34535";
    let shifts: Vec<String> = found(lines).into_iter().filter(|f| f.starts_with("as_of_shift")).collect();
    assert_eq!(shifts, ["as_of_shift: 1 4", "as_of_shift: 2 5"]);
}

#[test]
fn parts_and_their_whole() {
    let part = "a | M | killed | total 2031-05-02 | 30
                a | M | killed of girls | total 2031-05-02 | 31";
    assert_eq!(found(part), ["parts_exceed_whole: 1 2"], "a word for a group that the caller knows");
    let sum = "a | M | killed | total 2031-05-02 | 30
               a | M | killed of children | total 2031-05-02 | 20
               a | M | killed of women | total 2031-05-02 | 11";
    assert_eq!(found(sum), ["parts_exceed_whole: 1 2 3"]);
    // Most of the parts may be more than the whole's most: what they certainly are is not.
    let may = "a | M | killed | total 2031-05-02 | 20..30
               a | M | killed of children | total 2031-05-02 | 5..35";
    assert_eq!(found(may), [""; 0]);
}

#[test]
fn a_text_without_an_author_is_nobody_elses_series() {
    let lines = "a |  | killed | total 2031-05-02 | 100
                 b |  | killed | total 2031-05-03 | 50
                 c by P |  | killed | total 2031-05-02 | 100
                 d by P |  | killed | total 2031-05-03 | 90";
    assert_eq!(of(lines).len(), 3);
    assert_eq!(found(lines), ["total_falls: 3 4"]);
}

#[test]
fn the_day_of_a_total_that_states_none_is_its_documents() {
    let total = &of("a@2031-05-02 | M | killed | total | 100")[0].totals[0];
    assert_eq!((total.to.map(|d| d.day()), total.to_stated), (Some(2), false));
    assert_eq!(of("a | M | killed | total | 100")[0].undated.len(), 1);
}

#[test]
fn a_lowest_above_its_highest() {
    assert_eq!(found("a | M | killed | period 2031-05-02 | 32..31"), ["ends_crossed: 1"]);
}

proptest! {
    /// Whatever is said: every statement is kept, in one series, and the order of the log changes no finding about
    /// documents that bear their days.
    #[test]
    fn nothing_is_lost(rows in prop::collection::vec((0usize..3, 1i8..10, 0u8..2, 0i64..50, 0i64..5), 0..40)) {
        let line = |(i, (speaker, day, total, low, more)): (usize, &(usize, i8, u8, i64, i64))| {
            let kind = if *total == 1 { "total" } else { "period" };
            format!("d{i}@2031-06-{:02} | S{speaker} | killed | {kind} 2031-05-{day:02} | {low}..{}\n", i % 28 + 1, low + more)
        };
        let lines: String = rows.iter().enumerate().map(line).collect();
        let all = of(&lines);
        prop_assert_eq!(all.iter().map(|s| s.statements().count()).sum::<usize>(), rows.len());
        for s in &all {
            let mut days: Vec<_> = s.standing_totals().map(|t| t.to).collect();
            days.dedup();
            prop_assert_eq!(days.len(), s.standing_totals().count(), "one total stands a day");
        }
        prop_assert_eq!(contradictions(&all), contradictions(&all));
    }
}
