//! Periods: finding the words that name a time, and the days they mean given the document's day.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan};

use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes, SOME_DAY, Span};
use crate::token::Kind;
use crate::{elapsed, numbers};

/// A time named in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    /// Range of lexemes.
    pub first: usize,
    pub last: usize,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// "since …": figures under it are running totals.
    pub since: bool,
    /// A clock time or part of a day with no day of its own.
    pub weak: bool,
}

/// A calendar unit as far as the text gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Partial {
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
    weekday: i8,
    /// Days from the document's day, or an interval given outright.
    interval: Option<(Date, Date)>,
    /// Early, mid or late: known only vaguely.
    vague: bool,
    /// Words were understood even if no day follows from them.
    understood: bool,
}

/// Without a document date, a later number is no year that a text reports on.
const LAST_YEAR: i16 = 2050;

const PREFIX: Classes = Classes::of(&[
    Class::Since,
    Class::AsOf,
    Class::Until,
    Class::During,
    Class::On,
    Class::In,
    Class::Between,
    Class::From,
]);
const CORE: Classes = Classes::of(&[
    Class::Month,
    Class::Weekday,
    Class::DayWord,
    Class::Past,
    Class::This,
    Class::PartOfDay,
    Class::TimeUnit,
    Class::Part,
]);

/// All periods of a sentence, left to right, never overlapping.
pub(crate) fn periods(doc: &Doc<'_>, s: Sentence, published: Option<Date>) -> Vec<Period> {
    let mut out = Vec::new();
    let mut i = s.first;
    while i < s.last {
        match period_at(doc, s, i, published) {
            Some(p) => {
                i = p.last.max(i + 1);
                out.push(p);
            }
            None => i += 1,
        }
    }
    elapsed::beside(doc, s, &mut out);
    if s.first == 0 {
        dateline(doc, s, &mut out);
    }
    out
}

/// "OLDBRIDGE, May 17 (NPA) –": the day of the report, not of what it reports.
fn dateline(doc: &Doc<'_>, s: Sentence, periods: &mut [Period]) {
    let limit = s.last.min(s.first + 16);
    let Some(dash) = (s.first + 1..limit)
        .find(|j| doc.kind(*j) == Kind::Dash && !doc.lexemes[*j + 1 - usize::from(*j + 1 >= s.last)].glued)
    else {
        return;
    };
    let inside = |j: usize| periods.iter().any(|p| p.first <= j && j < p.last);
    let plain = |j: usize| {
        !doc.is_word(j) && doc.kind(j) != Kind::Colon || doc.is_name(j) || doc.has(j, Class::Of) || inside(j)
    };
    if doc.caps && doc.is_name(s.first) && (s.first..dash).all(plain) {
        for p in periods.iter_mut().filter(|p| p.last <= dash) {
            p.weak = true;
        }
    }
}

fn period_at(doc: &Doc<'_>, s: Sentence, i: usize, published: Option<Date>) -> Option<Period> {
    let dated = doc.any(i, PREFIX) || doc.any(i, CORE) || matches!(doc.kind(i), Kind::Number | Kind::Code);
    let ago = Classes::of(&[Class::Ago, Class::Indef, Class::Num, Class::Many]);
    let interesting = dated || doc.any(i, ago);
    if !interesting {
        return None;
    }
    let r = Reader { doc, end: s.last, published };
    if let Some((from, last)) = r.ago(i) {
        return Some(Period { first: i, last, from, to: from, since: false, weak: false });
    }
    if !dated {
        return None;
    }
    let (prefix, mut at) = if doc.any(i, PREFIX) { (Some(i), i + 1) } else { (None, i) };
    let has = |c: Class| prefix.is_some_and(|p| doc.has(p, c));
    if has(Class::Since) {
        return r.since(i, at);
    }
    at = r.skip_det(at);
    if has(Class::Between) || has(Class::From) {
        return r.between(i, at);
    }
    if let Some(p) = r.day_range(i, at) {
        return Some(p);
    }
    let (core, end) = match r.core(at, prefix.is_some()) {
        Some(found) => found,
        // "within 48 hours", "за три доби": a length of time without its end.
        None if has(Class::During) => {
            let (_, unit) = r.small_number(at)?;
            return r.is(unit, Class::TimeUnit).then_some(Period {
                first: i,
                last: unit + 1,
                from: None,
                to: None,
                since: false,
                weak: false,
            });
        }
        None => return None,
    };
    if let Some(p) = r.open_range(i, core, end) {
        return Some(p);
    }
    let (mut from, mut to) = r.resolve(core);
    if has(Class::AsOf) {
        from = None;
    } else if has(Class::Until) {
        from = None;
        to = to.or(from);
    }
    let weak = core.day == 0 && core.month == 0 && core.weekday == 0 && core.year.is_none() && from.is_none();
    Some(Period { first: i, last: end, from, to, since: false, weak: weak && !core.understood })
}

pub(crate) struct Reader<'a, 'b> {
    pub(crate) doc: &'a Doc<'b>,
    pub(crate) end: usize,
    pub(crate) published: Option<Date>,
}

impl Reader<'_, '_> {
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        i < self.end && self.doc.has(i, class)
    }

    pub(crate) fn skip_det(&self, mut i: usize) -> usize {
        while self.is(i, Class::Det) || self.is(i, Class::During) {
            i += 1;
        }
        i
    }

    /// "since …": a date, or an event, with or without its date.
    fn since(&self, first: usize, at: usize) -> Option<Period> {
        let at = self.skip_det(at);
        // "has since been revised"
        if self.is(at, Class::Be) || self.is(at, Class::Have) {
            return None;
        }
        // "since the start of the year"
        if self.is(at, Class::TimeUnit)
            && let Some((from, to)) = self.doc.entry(at).span.and_then(|u| self.span_days(u, None, false))
        {
            return Some(Period {
                first,
                last: at + 1,
                from: Some(from),
                to: Some(to),
                since: true,
                weak: false,
            });
        }
        if let Some((from, last)) = self.beginning(at).or_else(|| self.ago(at)) {
            let to = from.and(self.published);
            return Some(Period { first, last, from, to, since: true, weak: false });
        }
        let mut until = None;
        let (dated, mut last) = if let Some((core, end)) = self.core(at, true)
            && (core.day > 0
                || core.month > 0
                || core.weekday > 0
                || core.year.is_some()
                || core.interval.is_some())
        {
            (Some(core), end)
        } else {
            let (dated, last) = self.event(at);
            // Where "since" is also a plain "from" or "with", only a date makes a period of it.
            let plain = Classes::of(&[Class::From, Class::In, Class::And]);
            if last == at || dated.is_none() && self.doc.any(first, plain) {
                return None;
            }
            (dated, last)
        };
        if (self.is(last, Class::Until) || self.is(last, Class::To))
            && let Some((core, end)) = self.core(self.skip_det(last + 1), true)
        {
            until = self.resolve(core).1;
            last = end;
        }
        let from = dated.and_then(|c| self.resolve(c).0);
        let to = until.or(if from.is_some() { self.published } else { None });
        Some(Period { first, last, from, to, since: true, weak: false })
    }

    /// The event that a "since" counts from, up to the end of its clause, and its date when one follows.
    fn event(&self, at: usize) -> (Option<Partial>, usize) {
        let mut plain_end = None;
        let mut last = at;
        while last < self.end && last < at + 14 {
            let ends = matches!(
                self.doc.kind(last),
                Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Close
            ) || self.doc.any(last, Classes::of(&[Class::Relative, Class::Say]))
                || self.doc.has(last, Class::And) && last > at + 2;
            if ends {
                break;
            }
            if let Some((core, end)) = self.core(last, true)
                && (core.day > 0 || core.month > 0 || core.year.is_some())
            {
                let close = usize::from(end < self.end && self.doc.kind(end) == Kind::Close);
                return (Some(core), end + close);
            }
            // Without a date the event ends before what happened since, and where.
            let leaves = last > at && (self.doc.cue(last).is_some() || self.doc.has(last, Class::In));
            if leaves || self.doc.kind(last) == Kind::Number {
                plain_end = plain_end.or(Some(last));
            }
            last += 1;
        }
        (None, plain_end.unwrap_or(last))
    }

    /// "between A and B", "from A to B".
    fn between(&self, first: usize, at: usize) -> Option<Period> {
        // "between the evenings of 26 and 28 January"
        let mut at = at;
        while self.is(at, Class::PartOfDay) || self.is(at, Class::Of) || self.is(at, Class::Det) {
            at += 1;
        }
        let (mut a, mid) = self.core(at, true).or_else(|| self.bare_day(at))?;
        let joint = mid < self.end
            && (self.doc.any(mid, Classes::of(&[Class::And, Class::To, Class::Until]))
                || self.doc.kind(mid) == Kind::Dash);
        if !joint {
            if self.doc.has(first, Class::Between) || a.month == 0 && a.weekday == 0 && a.year.is_none() {
                return None;
            }
            let (from, to) = self.resolve(a);
            return Some(Period { first, last: mid, from, to, since: false, weak: false });
        }
        let (b, end) = self.core(self.skip_det(mid + 1), true)?;
        if a.month == 0 && a.weekday == 0 {
            a.month = b.month;
        }
        Some(self.range(first, a, b, end))
    }

    fn range(&self, first: usize, mut a: Partial, b: Partial, end: usize) -> Period {
        if a.year.is_none() && b.year.is_some() {
            a.year = b.year;
        }
        let to = self.resolve(b).1;
        let mut from = self.resolve(a).0;
        if let (Some(f), Some(t)) = (from, to)
            && f > t
        {
            from = f.checked_sub(1.year()).ok();
        }
        Period { first, last: end, from, to, since: false, weak: false }
    }

    /// "7–13 July": days before their month.
    fn day_range(&self, first: usize, at: usize) -> Option<Period> {
        let (mut a, mid) = self.bare_day(at)?;
        // "17 and 18 July": both in digits.
        let both = self.is(mid, Class::And)
            && mid + 1 < self.end
            && self.doc.kind(at) == Kind::Number
            && self.doc.kind(mid + 1) == Kind::Number;
        let joint = mid < self.end && (self.doc.kind(mid) == Kind::Dash || self.is(mid, Class::To) || both);
        if !joint {
            return None;
        }
        let (b, end) = self.date(mid + 1).filter(|(b, _)| !both || b.month > 0)?;
        a.month = b.month;
        (b.day > a.day).then(|| self.range(first, a, b, end))
    }

    /// "7–13 July", "7 and 13 July" after a plain preposition, "17 March to 4 April".
    fn open_range(&self, first: usize, a: Partial, mid: usize) -> Option<Period> {
        let joint = mid < self.end
            && (self.doc.kind(mid) == Kind::Dash || self.is(mid, Class::To) || self.is(mid, Class::Until));
        // "2022–2023"
        if joint
            && a.month == 0
            && let (Some(from), Some(to)) = (a.year, self.year(mid + 1))
            && from < to
        {
            let end = mid + 2 + usize::from(self.is_year_word(mid + 2));
            let b = Partial { year: Some(to), ..Partial::default() };
            return Some(self.range(first, a, b, end));
        }
        if !joint || a.month == 0 {
            return None;
        }
        let (b, end) = self.core(self.skip_det(mid + 1), true)?;
        let months = a.day == 0 && b.day == 0 && b.month > 0;
        (b.month > 0 && b.day > 0 || b.year.is_some() || months).then(|| self.range(first, a, b, end))
    }

    /// A day number whose month comes later ("between 7 and 13 July").
    fn bare_day(&self, i: usize) -> Option<(Partial, usize)> {
        let day = self.day_number(i)?;
        Some((Partial { day, ..Partial::default() }, i + 1))
    }

    fn day_number(&self, i: usize) -> Option<i8> {
        if i >= self.end || self.doc.kind(i) != Kind::Number && !self.is_ordinal(i) {
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
    fn is_ordinal(&self, i: usize) -> bool {
        self.doc.kind(i) == Kind::Code && self.doc.words(i, i + 1).len() <= 5
    }

    /// "in the year 2014", "в 2014 году"
    fn is_year_word(&self, i: usize) -> bool {
        self.is(i, Class::TimeUnit) && self.doc.entry(i).span == Some(Span::Year)
    }

    fn year(&self, i: usize) -> Option<i16> {
        let last = self.published.map_or(LAST_YEAR, |p| p.year() + 1);
        self.any_year(i).filter(|y| *y <= last)
    }

    fn any_year(&self, i: usize) -> Option<i16> {
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
        while parted && (self.is(i, Class::On) || self.is(i, Class::Of) || self.is(i, Class::Det)) {
            i += 1;
        }
        if self.is(i, Class::Part) {
            return Some(self.part_of_year(i));
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
        if prefixed && let Some(year) = self.year(i + worded) {
            let end = i + worded + 1;
            return Some((
                Partial { year: Some(year), vague: parted, ..p },
                end + usize::from(self.is_year_word(end)),
            ));
        }
        (parted && prefixed && i > at).then_some((p, i))
    }

    fn after_day(&self, mut i: usize) -> usize {
        while self.is(i, Class::PartOfDay) || self.is(i, Class::Weekday) {
            i += 1;
        }
        i
    }

    /// "05/01/2016", "2016-01-25": its day when only one order is possible.
    fn numeric(&self, at: usize) -> Option<(Partial, usize)> {
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
        // Both orders are in use: which of two small numbers is the month is not said.
        if !year_first && a <= 12 && b <= 12 && a != b && words.contains('/') {
            return Some((Partial { understood: true, ..Partial::default() }, at + 1));
        }
        let p = Partial { year: Some(year), month: month as i8, day: day as i8, ..Partial::default() };
        Some((p, at + 1))
    }

    /// Day, month and year in either order.
    fn date(&self, at: usize) -> Option<(Partial, usize)> {
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
            i = m + 1;
        } else if self.is(i, Class::Month) {
            if self.doc.caps
                && !self.doc.is_name(i)
                && self.doc.any(i, Classes::of(&[Class::Hedge, Class::Cue]))
            {
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
            i += 1;
            // "Feb. 20"
            let short = i + 1 < self.end
                && self.doc.kind(i) == Kind::Stop
                && self.doc.lexemes[i].glued
                && self.doc.kind(i + 1) == Kind::Number;
            i += usize::from(short);
            if self.year(i).is_none()
                && let Some(day) = self.day_number(i)
                && !(i + 1 < self.end
                    && self.doc.any(i + 1, Classes::of(&[Class::Unit, Class::Cue, Class::Month])))
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

    /// "the past six days", "last week", "this year", "the first quarter of 2020".
    fn span(&self, at: usize) -> Option<(Partial, usize)> {
        let mut i = at;
        let mut past = false;
        let mut this = false;
        let mut count = None;
        let mut few = false;
        let mut unit = None;
        while i < self.end && i < at + 6 {
            if self.is(i, Class::Past) {
                past = true;
            } else if self.is(i, Class::This) {
                this = true;
            } else if self.is(i, Class::TimeUnit) && unit.is_none() {
                unit = self.doc.entry(i).span;
            } else if self.is(i, Class::Month) && unit == Some(Span::Month) {
                return self.date(i);
            } else if count.is_none() && unit.is_none() && (past || this || self.past_follows(i)) {
                let Some((n, end)) = self.small_number(i) else {
                    if self.is(i, Class::Many) {
                        few = true;
                        i += 1;
                        continue;
                    }
                    break;
                };
                count = Some(n);
                i = end;
                continue;
            } else {
                break;
            }
            i += 1;
        }
        let unit = unit?;
        if !past && !this {
            return None;
        }
        let mut p = Partial { understood: true, ..Partial::default() };
        p.interval = if few { None } else { self.span_days(unit, count, past) };
        if self.is(i, Class::Of)
            && let Some(y) = self.year(i + 1)
        {
            p.interval = None;
            p.year = Some(y);
            p.vague = true;
            i += 2;
        }
        Some((p, i))
    }

    /// "the first quarter of 2020"; without a year, the last one that had begun.
    fn part_of_year(&self, i: usize) -> (Partial, usize) {
        let (first, last) = self.doc.entry(i).part;
        let of = usize::from(self.is(i + 1, Class::Of));
        let det = of + usize::from(self.is(i + 1 + of, Class::Det));
        let said = self.year(i + 1 + det);
        let begun = |d: Date| if d.month() >= first { d.year() } else { d.year() - 1 };
        let year = said.or_else(|| self.published.map(begun));
        let day = |m: i8| year.and_then(|y| Date::new(y, m, 1).ok());
        let interval = day(first).zip(day(last).map(|d| d.last_of_month()));
        let end = if said.is_some() { i + 2 + det } else { i + 1 };
        (Partial { interval, vague: interval.is_none(), understood: true, ..Partial::default() }, end)
    }

    /// A number, its time unit, and "past" behind them: languages that put it last.
    fn past_follows(&self, i: usize) -> bool {
        self.small_number(i)
            .is_some_and(|(_, end)| self.is(end, Class::TimeUnit) && self.is(end + 1, Class::Past))
    }

    pub(crate) fn small_number(&self, i: usize) -> Option<(i64, usize)> {
        let (milli, end) = numbers::value_at(self.doc, i, self.end)?;
        (milli % 1000 == 0 && milli <= 400_000).then_some((milli / 1000, end))
    }

    pub(crate) fn span_days(&self, unit: Span, count: Option<i64>, past: bool) -> Option<(Date, Date)> {
        let day = self.published?;
        let back = |span: Days| day.checked_sub(span).ok().map(|d| (d, day));
        if let Some(n) = count {
            return match unit {
                Span::Hour => back(((n + 23) / 24).days()),
                Span::Day => back(n.days()),
                Span::Week => back(n.weeks()),
                Span::Month => back(n.months()),
                Span::Quarter => back((n * 3).months()),
                Span::Year => back(n.years()),
                Span::Other => None,
            };
        }
        match (unit, past) {
            (Span::Day, true) => self.days(-1, -1),
            (Span::Day, false) => self.days(0, 0),
            (Span::Week, _) => {
                let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
                if past {
                    Some((monday.checked_sub(7.days()).ok()?, monday.checked_sub(1.days()).ok()?))
                } else {
                    Some((monday, day))
                }
            }
            (Span::Month, true) => {
                let d = day.first_of_month().checked_sub(1.days()).ok()?;
                Some((d.first_of_month(), d))
            }
            (Span::Month, false) => Some((day.first_of_month(), day)),
            (Span::Year, true) => {
                let y = day.year().checked_sub(1)?;
                Some((Date::new(y, 1, 1).ok()?, Date::new(y, 12, 31).ok()?))
            }
            (Span::Year, false) => Some((day.first_of_year(), day)),
            _ => None,
        }
    }

    fn days(&self, from: i16, to: i16) -> Option<(Date, Date)> {
        let day = self.published?;
        Some((day.checked_add(i32::from(from).days()).ok()?, day.checked_add(i32::from(to).days()).ok()?))
    }

    /// First and last day that the words allow.
    pub(crate) fn resolve(&self, p: Partial) -> (Option<Date>, Option<Date>) {
        if p.vague {
            return (None, None);
        }
        if let Some((a, b)) = p.interval {
            return (Some(a), Some(b));
        }
        let both = |d: Date| (Some(d), Some(d));
        if p.weekday > 0 {
            let Some(day) = self.published else { return (None, None) };
            let Ok(weekday) = Weekday::from_monday_one_offset(p.weekday) else { return (None, None) };
            let back = i32::from(day.weekday().since(weekday));
            return day.checked_sub(back.days()).map_or((None, None), both);
        }
        if p.month > 0 {
            let Some(year) = p.year.or_else(|| self.infer_year(p)) else { return (None, None) };
            if p.day > 0 {
                return Date::new(year, p.month, p.day).map_or((None, None), both);
            }
            return Date::new(year, p.month, 1).map_or((None, None), |d| (Some(d), Some(d.last_of_month())));
        }
        match p.year.and_then(|y| Date::new(y, 1, 1).ok()) {
            Some(d) => (Some(d), Some(d.last_of_year())),
            None => (None, None),
        }
    }

    /// A month or day without a year is the last one on or before the document's day.
    fn infer_year(&self, p: Partial) -> Option<i16> {
        let day = self.published?;
        let this = Date::new(day.year(), p.month, p.day.max(1)).ok()?;
        Some(if this <= day { day.year() } else { day.year() - 1 })
    }
}
