//! Figures over time by four speakers, with what real ones have: corrections, a catch-up, days without a word, a count
//! of two days, a first count beside a verified one.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::people::{FIRST_DAY, Person, after};
use crate::texts::{HOSPITAL, MONITOR};
use crate::{DemoTable, lists};

/// The ministry as the newspaper names it, so that its table and its words in the texts have one speaker.
const MINISTRY: &str = "The Ministry of Health of Tarvessa";

/// One of the parties.
const FRONT: &str = "The Ridge Front";
/// Those who bring help.
const COMMITTEE: &str = "the Relief Committee";

/// Days up to 30 April 2031.
const DAYS: i64 = 59;

/// The table that the ministry's clerks keep.
fn ministry(seed: u64, persons: usize) -> String {
    let people: Vec<Person> = (0..persons).map(|n| Person::new(seed, n)).collect();
    let until = |day: Date, counts: &dyn Fn(&Person) -> bool| {
        people.iter().filter(|p| p.died <= day && counts(p)).count() as i64
    };
    let mut out =
        "report date,hours,killed,killed_cum,injured_cum,killed_women_cum,killed_children_cum\n".to_owned();
    let (mut last, mut counted_before) = (0, 0);
    for day in 0..DAYS {
        let date = after(FIRST_DAY, day);
        // Two days on which the ministry could not count, then a report of both and the day after.
        if day == 30 || day == 31 {
            continue;
        }
        let hours = if day == 32 { 72 } else { 24 };
        // The ministry adds what other hospitals report.
        let counted = until(date, &|_| true) + day / 4;
        let killed = counted - counted_before;
        counted_before = counted;
        let mut women = until(date, &|p| p.woman && p.age >= 18);
        let children = until(date, &|p| p.age < 18);
        let total = match day {
            // One day's dead are entered a day late: the totals catch up.
            19 => last,
            // Names counted twice are taken out.
            40.. => counted - 25,
            _ => counted,
        };
        // Women counted among men and the other way round, until somebody looks.
        if day < 12 {
            women += day / 2;
        }
        let injured = total * 27 / 10 + day % 3;
        let _ = writeln!(out, "{date},{hours},{killed},{total},{injured},{women},{children}");
        last = total;
    }
    out
}

/// What the monitor first hears each week, and what it has verified.
fn monitor(seed: u64, persons: usize) -> String {
    let mut numbers = lists::monitor_persons(seed, persons);
    numbers.sort_unstable();
    numbers.dedup();
    let people: Vec<Person> = numbers.into_iter().map(|n| Person::new(seed, n)).collect();
    let mut out = "date,flash killed cumulative,verified killed cumulative\n".to_owned();
    for week in 1..=8 {
        let date = after(FIRST_DAY, 7 * week);
        let verified = people.iter().filter(|p| p.died <= date).count() as i64;
        // The first word of a week is now too high and now too low.
        let flash = verified + [9, 0, -4, 6, 11, 0, -7, 5][(week - 1) as usize];
        let _ = writeln!(out, "{date},{},{verified}", flash.max(0));
    }
    out
}

/// The ministry's totals on the hospital's board, by another clock: each stands a day later than in the ministry's own.
fn relay(seed: u64, persons: usize) -> String {
    let mut out = "date,killed_cum\n".to_owned();
    for line in ministry(seed, persons).lines().skip(1).step_by(7) {
        let mut cells = line.split(',');
        let (date, total) = (cells.next().unwrap_or_default(), cells.nth(2).unwrap_or_default());
        if let Ok(date) = date.parse::<Date>() {
            let _ = writeln!(out, "{},{total}", after(date, 1));
        }
    }
    out
}

/// What the other side concedes, at most, when it is asked.
fn front(seed: u64, persons: usize) -> String {
    let mut out = "date,killed_cum\n".to_owned();
    for day in [9, 24, 38, 55] {
        let date = after(FIRST_DAY, day);
        let died = (0..persons).filter(|n| Person::new(seed, *n).died <= date).count();
        let _ = writeln!(out, "{date},up to {}", died * 2 / 5);
    }
    out
}

/// What a relief committee makes of what it hears: ranges, and now and then only a floor.
fn committee(seed: u64, persons: usize) -> String {
    let mut out = "date,killed_cum\n".to_owned();
    for week in 1..=8_usize {
        let date = after(FIRST_DAY, 7 * week as i64 - 2);
        let died = (0..persons).filter(|n| Person::new(seed, *n).died <= date).count();
        let cell = match week {
            4 | 7 => format!("at least {}", died + died / 10),
            _ => format!("{}-{}", died + died / 20, died + died / 6),
        };
        let _ = writeln!(out, "{date},{cell}");
    }
    out
}

/// The tables of figures of a conflict in which the hospital lists `persons` people.
#[must_use]
pub fn tables(seed: u64, persons: usize) -> Vec<DemoTable> {
    let table = |name: &str, text: String, published: &str, said_by: &str, publisher: &str| DemoTable {
        name: name.to_owned(),
        bytes: text.into_bytes(),
        published: published.to_owned(),
        publisher: publisher.to_owned(),
        said_by: said_by.to_owned(),
        place: "Tarvessa".to_owned(),
    };
    vec![
        table("ministry-daily.csv", ministry(seed, persons), "2031-05-03", MINISTRY, MINISTRY),
        table("monitor-weekly.csv", monitor(seed, persons), "2031-05-03", MONITOR, MONITOR),
        table("hospital-board.csv", relay(seed, persons), "2031-05-01", MINISTRY, HOSPITAL),
        table("front-statements.csv", front(seed, persons), "2031-05-02", FRONT, FRONT),
        table("committee-weekly.csv", committee(seed, persons), "2031-05-02", COMMITTEE, COMMITTEE),
    ]
}
