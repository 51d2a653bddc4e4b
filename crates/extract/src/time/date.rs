//! One date, weekday or day word, in the orders that languages put its parts.

use jiff::civil::Date;

use crate::grammar::prefixed;
use crate::lexicon::{Class, Classes, SOME_DAY, Span};
use crate::text::token::Kind;
use crate::time::{LAST_YEAR, Partial, Reader};

impl Reader<'_, '_> {
    /// A day number whose month comes later ("between 7 and 13 July").
    pub(crate) fn bare_day(&self, i: usize) -> Option<(Partial, usize)> {
        let day = self.day_number(i)?;
        Some((Partial { day, ..Partial::default() }, i + 1))
    }

    pub(crate) fn day_number(&self, i: usize) -> Option<i8> {
        if i >= self.end {
            return None;
        }
        let nth = self.doc.entry(i).nth;
        if nth > 0 {
            return Some(nth);
        }
        if self.doc.kind(i) != Kind::Number && !self.is_ordinal(i) {
            return None;
        }
        let n = if self.doc.kind(i) == Kind::Number {
            self.doc.lexemes[i].milli / 1000
        } else {
            self.doc.words(i, i + 1).trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?
        };
        (1..=31).contains(&n).then_some(n as i8)
    }

    /// "6th" before a month.
    pub(crate) fn is_ordinal(&self, i: usize) -> bool {
        self.doc.kind(i) == Kind::Code && self.doc.words(i, i + 1).len() <= 5
    }

    /// "in the year 2014", "в 2014 году"
    pub(crate) fn is_year_word(&self, i: usize) -> bool {
        self.is(i, Class::TimeUnit) && self.doc.entry(i).span == Some(Span::Year)
    }

    pub(crate) fn year(&self, i: usize) -> Option<i16> {
        let last = self.published.map_or(LAST_YEAR, |p| p.year() + 1);
        self.any_year(i).filter(|y| *y <= last)
    }

    pub(crate) fn any_year(&self, i: usize) -> Option<i16> {
        if i >= self.end || self.doc.kind(i) != Kind::Number {
            return None;
        }
        let l = self.doc.lexemes[i];
        let plain = self.doc.words(i, i + 1).chars().count() == 4;
        let y = l.milli / 1000;
        (plain && (1800..=2100).contains(&y) && l.milli % 1000 == 0).then_some(y as i16)
    }

    /// One date, weekday, day word or span, without its preposition.
    pub(crate) fn core(&self, at: usize, prefixed: bool) -> Option<(Partial, usize)> {
        let mut i = at;
        let mut p = Partial::default();
        while self.is(i, Class::PartOfDay) || self.is(i, Class::This) && self.is(i + 1, Class::PartOfDay) {
            p.vague = true;
            i += 1;
        }
        let parted = p.vague;
        // "אחר הצהריים (שישי)"
        if let Some((weekday, end)) = prefixed::weekday(self.doc, i, self.end).filter(|_| parted) {
            return Some((Partial { weekday, ..Partial::default() }, end));
        }
        while parted && (self.is(i, Class::On) || self.is(i, Class::Of) || self.is(i, Class::Det)) {
            i += 1;
        }
        if self.is(i, Class::Part) {
            return Some(self.part_of_year(i));
        }
        if let Some(found) = self.opening(i).or_else(|| self.decade(i)) {
            return Some(found);
        }
        // "in the month of April"
        if self.is(i, Class::TimeUnit) && self.doc.entry(i).span == Some(Span::Month) {
            let of = usize::from(self.is(i + 1, Class::Of));
            if self.is(i + 1 + of, Class::Month) {
                return self.date(i + 1 + of);
            }
        }
        if let Some(found) = self.span(i) {
            return Some(found);
        }
        if self.is(i, Class::DayWord) {
            p.vague = false;
            let day = self.doc.entry(i).day;
            p.interval = if day == SOME_DAY { None } else { self.days(day, day) };
            p.understood = true;
            if day == SOME_DAY && self.is(i + 1, Class::Of) && self.year(i + 2).is_some() {
                return Some((p, i + 3));
            }
            return Some((p, self.after_day(i + 1)));
        }
        if self.is(i, Class::This) && self.is(i + 1, Class::Weekday) {
            i += 1;
        }
        if self.is(i, Class::Weekday) {
            p.weekday = self.doc.entry(i).weekday;
            p.vague = false;
            i += 1;
            let comma = usize::from(i < self.end && self.doc.kind(i) == Kind::Comma);
            if let Some((date, end)) = self.date(i + comma) {
                return Some((date, self.after_day(end)));
            }
            if self.is(i, Class::Past) {
                i += 1;
            }
            return Some((p, self.after_day(i)));
        }
        if let Some((mut date, end)) = self.date(i) {
            date.vague = p.vague && date.day == 0;
            return Some((date, self.after_day(end)));
        }
        let worded = usize::from(self.is_year_word(i));
        // "عام 2014": the word before it says that it is a year, as a preposition would.
        if (prefixed || worded == 1)
            && let Some(year) = self.year(i + worded)
        {
            let end = i + worded + 1;
            return Some((
                Partial { year: Some(year), vague: parted, ..p },
                end + usize::from(self.is_year_word(end)),
            ));
        }
        (parted && prefixed && i > at).then_some((p, i))
    }

    pub(crate) fn after_day(&self, mut i: usize) -> usize {
        while self.is(i, Class::PartOfDay) || self.is(i, Class::Weekday) {
            i += 1;
        }
        // "היום (שני)"
        prefixed::weekday(self.doc, i, self.end).map_or(i, |(_, end)| end)
    }

    /// "05/01/2016", "2016-01-25": its day when only one order is possible.
    pub(crate) fn numeric(&self, at: usize) -> Option<(Partial, usize)> {
        if at >= self.end || self.doc.kind(at) != Kind::Code {
            return None;
        }
        let words = self.doc.words(at, at + 1);
        let mut parts = words.split(['/', '-', '.']).map(|p| p.parse::<i16>().ok());
        let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
        let year_first = a > 31;
        let (year, month, day) = match (year_first, a > 12) {
            (true, _) => (a, b, c),
            (false, true) => (c, b, a),
            (false, false) if b > 12 => (c, a, b),
            (false, false) => (c, b, a),
        };
        let days = (1..=12).contains(&month) && (1..=31).contains(&day);
        if parts.next().is_some() || !days || !(1800..=2100).contains(&year) {
            return None;
        }
        // Both orders are in use: which of two small numbers is the month is not said, unless one of the two days is
        // still to come or is the day of the text.
        if !year_first && a <= 12 && b <= 12 && a != b && words.contains('/') {
            let read = |month: i16, day: i16| Date::new(year, month as i8, day as i8).ok();
            let (day_first, month_first) = (read(b, a), read(a, b));
            let told = self.published.and_then(|p| match (day_first?, month_first?) {
                (d, m) if d == p || m > p && d <= p => Some(d),
                (d, m) if m == p || d > p && m <= p => Some(m),
                _ => None,
            });
            let interval = told.map(|d| (d, d));
            return Some((Partial { interval, understood: true, ..Partial::default() }, at + 1));
        }
        let p = Partial { year: Some(year), month: month as i8, day: day as i8, ..Partial::default() };
        Some((p, at + 1))
    }

    /// "نيسان / أبريل": the month by its other name, behind a stroke or in brackets.
    fn other_name(&self, i: usize, month: i8) -> usize {
        let mark = |i: usize, kind: Kind| i < self.end && self.doc.kind(i) == kind;
        let again = |i: usize| self.is(i, Class::Month) && self.doc.entry(i).month == month;
        if mark(i, Kind::Slash) && again(i + 1) {
            i + 2
        } else if mark(i, Kind::Open) && again(i + 1) && mark(i + 2, Kind::Close) {
            i + 3
        } else {
            i
        }
    }

    /// Day, month and year in either order.
    pub(crate) fn date(&self, at: usize) -> Option<(Partial, usize)> {
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        let mut p = Partial::default();
        let mut i = at;
        if let Some(day) = self.day_number(i) {
            let of = usize::from(self.is(i + 1, Class::Of) || self.is(i + 1, Class::In));
            let det = usize::from(self.is(i + 1 + of, Class::Det));
            let m = i + 1 + of + det;
            if !self.is(m, Class::Month) {
                return None;
            }
            p.day = day;
            p.month = self.doc.entry(m).month;
            i = self.other_name(m + 1, p.month);
        } else if self.is(i, Class::Month) {
            if self.doc.caps
                && !self.doc.is_name(i)
                && self.doc.any(i, Classes::of(&[Class::Hedge, Class::Cue]))
            {
                return None;
            }
            // "at the 77 th march": no month without its capital, unless a number follows.
            let english = self.doc.lex.profile.bare_plurals && !self.doc.lex.profile.adjective_after;
            let small = self.doc.caps && english && !self.doc.is_name(i);
            if small && !(i + 1 < self.end && self.doc.kind(i + 1) == Kind::Number) {
                return None;
            }
            // "Jan NAME said": a short form before another name is a name.
            let given = self.doc.caps
                && self.doc.words(i, i + 1).len() == 3
                && i + 1 < self.end
                && self.doc.is_name(i + 1)
                && self.doc.unknown(i + 1);
            if given {
                return None;
            }
            p.month = self.doc.entry(i).month;
            i = self.other_name(i + 1, p.month);
            // "Feb. 20"
            let short = i + 1 < self.end
                && self.doc.kind(i) == Kind::Stop
                && self.doc.lexemes[i].glued
                && self.doc.kind(i + 1) == Kind::Number;
            i += usize::from(short);
            // "the March 11 bombings": an article before the month makes it a day, whatever follows.
            let named = self.doc.lex.profile.bare_plurals && at > 0 && self.doc.has(at - 1, Class::Det);
            if self.year(i).is_none()
                && let Some(day) = self.day_number(i)
                && (named
                    || !(i + 1 < self.end
                        && self.doc.any(i + 1, Classes::of(&[Class::Unit, Class::Cue, Class::Month]))))
            {
                p.day = day;
                i += 1;
            }
        } else {
            return None;
        }
        let comma = usize::from(i < self.end && self.doc.kind(i) == Kind::Comma);
        let of = usize::from(self.is(i, Class::Of));
        if let Some(year) = self.year(i + comma.max(of)) {
            p.year = Some(year);
            i += comma.max(of) + 1;
            i += usize::from(self.is_year_word(i));
        } else if self.is(i, Class::Past) {
            i += 1;
        }
        Some((p, i))
    }
}
