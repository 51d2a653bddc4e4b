//! What the cells of one row say about each other.

use crate::parse::{DateRead, Precision};
use crate::row::{Age, Flag, Row, Stated};
use jiff::civil::Date;

/// Start and end as one date; an absent end leaves the start alone, it does not invent a last day.
pub(super) fn span(
    start: Option<(usize, Stated<DateRead>)>,
    end: Option<(usize, Stated<DateRead>)>,
    flags: &mut Vec<Flag>,
) -> Option<Stated<DateRead>> {
    let (Some((_, Stated::Is(first))), Some((column, Stated::Is(last)))) = (start, end) else {
        let stated = |d: Option<(usize, Stated<DateRead>)>| d.map(|(_, d)| d);
        return match (stated(start), stated(end)) {
            (Some(Stated::Is(first)), _) => Some(Stated::Is(first)),
            (Some(other), None) => Some(other),
            // Only the end is known: it happened at some time until then.
            (_, Some(Stated::Is(last))) => {
                Some(Stated::Is(DateRead { earliest: None, precision: Precision::Range, ..last }))
            }
            (other, _) => other,
        };
    };
    if first == last {
        return Some(Stated::Is(first));
    }
    if first.earliest.zip(last.latest).is_some_and(|(a, b)| a > b) {
        let message = "the end is before the start; both are kept, exchanged".to_owned();
        flags.push(Flag { code: "date_range_reversed", column, message });
        return Some(Stated::Is(DateRead {
            earliest: last.earliest,
            latest: first.latest,
            precision: Precision::Range,
            note: None,
        }));
    }
    let precision = if first.earliest == last.earliest && first.latest == last.latest {
        first.precision
    } else {
        Precision::Range
    };
    Some(Stated::Is(DateRead {
        earliest: first.earliest,
        latest: last.latest,
        precision,
        note: first.note.or(last.note),
    }))
}

/// The date of a column that names the act of the row belongs to that act.
pub(super) fn merge_acts(row: &mut Row<'_, '_>) {
    let Some(act) = row.acts[0].act else { return };
    if matches!(row.acts[0].date, Stated::Is(_)) {
        return;
    }
    if let Some(at) = row.acts[1..].iter().position(|a| a.act == Some(act)) {
        let same = row.acts.remove(at + 1);
        row.acts[0].date = same.date;
    }
}

/// The day of the event is that of the act, where no column has a day for the act alone. Whether the act is dated
/// before its event.
pub(super) fn event(row: &mut Row<'_, '_>) -> bool {
    if row.acts[0].date == Stated::NOTHING {
        row.acts[0].date = row.event;
        row.event = Stated::NOTHING;
    }
    let (Some(act), Some(event)) = (row.acts[0].date.value(), row.event.value()) else { return false };
    act.latest.zip(event.earliest).is_some_and(|(act, event)| act < event)
}

/// Birth against the days of the acts, and against the age.
pub(super) fn birth(row: &mut Row<'_, '_>, born_column: usize, age_column: usize) {
    let Some(born) = row.born.value().copied() else { return };
    let last = row.acts.iter().filter_map(|a| a.date.value()?.latest).max();
    if let (Some(first_birth), Some(last)) = (born.earliest, last)
        && first_birth > last
    {
        let message = "born after it happened".to_owned();
        row.flags.push(Flag { code: "born_after_event", column: born_column, message });
        return;
    }
    // Only the act of the row: an age stands for one moment, and that is the one the list is about.
    let (Some(event), Some(age)) = (row.acts[0].date.value().copied(), row.age.value().copied()) else {
        return;
    };
    if let Some((low, high)) = age_between(born, event)
        && differs(age, low, high)
    {
        let message = format!("by the date of birth {low} to {high} years old, which the age is not");
        row.flags.push(Flag { code: "age_not_by_birth", column: age_column, message });
    }
}

/// The completed years that birth and event allow.
fn age_between(born: DateRead, event: DateRead) -> Option<(i16, i16)> {
    let low = completed_years(born.latest?, event.earliest?);
    let high = completed_years(born.earliest?, event.latest?);
    Some((low.max(0), high.max(0)))
}

fn completed_years(from: Date, to: Date) -> i16 {
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i16::from(before_birthday)
}

/// One year of grace on both sides: lists round ages, and count from the year.
fn differs(age: Age, low: i16, high: i16) -> bool {
    let years = |n: u16| i16::try_from(n).unwrap_or(i16::MAX);
    age.high.is_some_and(|h| years(h) + 1 < low) || age.low.is_some_and(|l| years(l) > high.saturating_add(1))
}
