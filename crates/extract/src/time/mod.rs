//! Periods: finding the words that name a time, and the days they mean given the document's day.

pub(crate) mod date;
pub(crate) mod elapsed;
pub(crate) mod span;
pub(crate) mod stretch;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::lexicon::{Class, Classes};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

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
    pub(crate) weekday: i8,
    /// Days from the document's day, or an interval given outright.
    pub(crate) interval: Option<(Date, Date)>,
    /// Early, mid or late: known only vaguely.
    pub(crate) vague: bool,
    /// Words were understood even if no day follows from them.
    pub(crate) understood: bool,
}

/// Without a document date, a later number is no year that a text reports on.
pub(crate) const LAST_YEAR: i16 = 2050;

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
    elapsed::one_moment(doc, &mut out);
    // "(equal to $18 million in 2023)": a year of money.
    for p in &mut out {
        let priced = |j: usize| doc.has(j, Class::Money) || doc.kind(j) == Kind::Currency;
        let open = (s.first..p.first).rev().take(8).find(|j| doc.kind(*j) == Kind::Open);
        p.weak |= open.is_some_and(|o| (o..p.first).any(priced));
    }
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
    let dated = doc.any(i, PREFIX)
        || doc.any(i, CORE)
        || matches!(doc.kind(i), Kind::Number | Kind::Code)
        || doc.entry(i).nth > 0
        || doc.has(i, Class::First)
        || doc.is(i, "del");
    let ago = Classes::of(&[Class::Ago, Class::Indef, Class::Num, Class::Many, Class::Rate]);
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
    // "с 1 по 7 мая", "del 1 al 7 de mayo"
    let led = has(Class::Since) || has(Class::From) || doc.is(i, "del");
    if led && let Some(p) = r.days_of_month(i, r.skip_det(i + 1)) {
        return Some(p);
    }
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
        // "within 48 hours", "за три доби", "in three weeks": a length of time without its end.
        None if has(Class::During) || has(Class::In) => {
            let last = r.length(at, has(Class::During))?;
            return Some(Period { first: i, last, from: None, to: None, since: false, weak: false });
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
            && self.lasting(at).is_none()
            && !self.uncounted(at)
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
        if let Some((from, last)) = self.beginning(at).or_else(|| self.ago(at)).or_else(|| self.lasting(at)) {
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
            // "desde NAME" is from there, "since NAME" since then.
            let whence = at < self.end
                && self.doc.lex.profile.verb_first
                && self.doc.caps
                && self.doc.is_name(at)
                && self.doc.unknown(at);
            let plain = self.doc.any(first, plain) && !self.doc.is(first, "desde");
            if last == at || dated.is_none() && (whence || plain) {
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
            let to = self.doc.has(last, Class::To) && crate::grammar::verbal::here(self.doc);
            let leaves = last > at
                && (self.doc.cue(last).is_some()
                    || to
                    || self.doc.any(last, Classes::of(&[Class::In, Class::AtLeast])));
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

    pub(crate) fn range(&self, first: usize, mut a: Partial, b: Partial, end: usize) -> Period {
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
        // "в мае-июне": a hyphen between words is no mark of its own.
        if a.month > 0 && a.day == 0 && self.is(mid, Class::Month) && self.doc.lexemes[mid].glued {
            let (b, end) = self.date(mid)?;
            return (b.day == 0).then(|| self.range(first, a, b, end));
        }
        let joined = self.is(mid, Class::And);
        if !joint && !joined || a.month == 0 {
            return None;
        }
        let (b, end) = self.core(self.skip_det(mid + 1), true)?;
        let months = a.day == 0 && b.day == 0 && b.month > 0;
        // "on May 11 and May 12": two days in a row are one stretch of time.
        let in_a_row = months && b.month == a.month + 1 && a.year.is_none();
        if joined && !in_a_row && !(b.month == a.month && b.day == a.day + 1 && a.day > 0) {
            return None;
        }
        (b.month > 0 && b.day > 0 || b.year.is_some() || months).then(|| self.range(first, a, b, end))
    }

    pub(crate) fn days(&self, from: i16, to: i16) -> Option<(Date, Date)> {
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
