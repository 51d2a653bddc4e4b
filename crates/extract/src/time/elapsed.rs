//! Days counted from another day: "three days ago", "the day before", "since the start of the year".

use jiff::ToSpan;
use jiff::civil::Date;

use crate::lexicon::{Class, Classes, Span};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::{Period, Reader};

/// "on 18 May …, after attacks the day before": counted from the day that the sentence has named.
pub(crate) fn beside(doc: &Doc<'_>, s: Sentence, periods: &mut [Period]) {
    for k in 1..periods.len() {
        let p = periods[k];
        let Some(step) = step(doc, &p) else { continue };
        // "the day before the vote"
        let named = p.last < s.last && doc.any(p.last, Classes::of(&[Class::Det, Class::Indef, Class::Of]));
        if named {
            continue;
        }
        let known = periods[..k].iter().rev().find_map(|q| q.from.filter(|d| q.to == Some(*d)));
        if let Some(day) = known.and_then(|d| d.checked_add(step.days()).ok()) {
            (periods[k].from, periods[k].to) = (Some(day), Some(day));
        }
    }
}

/// "at dawn on 7 April", "the following day, 29 September": of two times that follow each other, the dated one says when.
pub(crate) fn one_moment(doc: &Doc<'_>, periods: &mut [Period]) {
    let little =
        Classes::of(&[Class::In, Class::On, Class::About, Class::Hedge, Class::TimeUnit, Class::Det]);
    for k in 1..periods.len() {
        let (a, b) = (periods[k - 1], periods[k]);
        let day = |p: &Period| p.from.is_some() && p.from == p.to;
        let joined = (a.last..b.first).all(|j| match doc.kind(j) {
            Kind::Word => doc.any(j, little),
            Kind::Comma | Kind::Code => true,
            _ => false,
        });
        let undated = |p: &Period| p.from.is_none() && p.to.is_none() && !p.since;
        if joined && b.first - a.last <= 5 {
            periods[k - 1].weak |= undated(&a) && day(&b);
            periods[k].weak |= undated(&b) && day(&a);
        }
    }
}

/// How many days "the day after", "the day before" and "that day" are from the day named before.
pub(crate) fn step(doc: &Doc<'_>, p: &Period) -> Option<i32> {
    let has = |class| (p.first..p.last).any(|j| doc.has(j, class));
    let step = i32::from(has(Class::DayAfter)) - i32::from(has(Class::DayBefore));
    let counted = step != 0 || has(Class::SameDay);
    (counted && p.from.is_none() && p.to.is_none()).then_some(step)
}

impl Reader<'_, '_> {
    /// "the start of the year", "the beginning of 2014": the first day of it.
    pub(crate) fn beginning(&self, at: usize) -> Option<(Option<Date>, usize)> {
        if !self.is(at, Class::Beginning) {
            return None;
        }
        let mut i = self.skip_det(at + 1);
        while self.is(i, Class::Of) || self.is(i, Class::Det) || self.is(i, Class::This) {
            i += 1;
        }
        if self.is(i, Class::TimeUnit)
            && let Some((from, _)) = self.doc.entry(i).span.and_then(|u| self.span_days(u, None, false))
        {
            return Some((Some(from), i + 1));
        }
        let (core, end) = self.core(i, true)?;
        let whole = core.day == 0 && (core.month > 0 || core.year.is_some());
        whole.then(|| (self.resolve(core).0, end))
    }

    /// "منذ أشهر", "منذ سنوات": how many is not said.
    pub(crate) fn uncounted(&self, at: usize) -> bool {
        const MANY: [&str; 9] = ["أيام", "أسابيع", "أشهر", "شهور", "سنوات", "أعوام", "ساعات", "عقود", "سنين"];
        at < self.end && MANY.contains(&self.doc.words(at, at + 1))
    }

    /// "منذ ثلاثة أسابيع", "منذ شهرين": a length of time up to now.
    pub(crate) fn lasting(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let one = || ["أسبوع", "شهر", "عام", "سنة"].contains(&self.doc.words(at, at + 1)).then_some(1);
        let dual = if at < self.end { self.dual(at).or_else(one) } else { None };
        let (n, unit) = dual.map(|n| (n, at)).or_else(|| self.small_number(at))?;
        if self.doc.lex.profile.capitals || !self.is(unit, Class::TimeUnit) {
            return None;
        }
        let from = self.span_days(self.doc.entry(unit).span?, Some(n), true).map(|(from, _)| from);
        Some((from, unit + 1))
    }

    /// "three days ago", "hace tres días": the day, where days or weeks were counted.
    pub(crate) fn ago(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let before = usize::from(self.is(at, Class::Ago));
        let i = at + before;
        // "a month ago"
        if self.is(i, Class::Rate) && self.is(i + 1, Class::Ago) {
            return Some((None, i + 2));
        }
        let (count, unit) = match self.small_number(i) {
            _ if self.dual(i).is_some() => (Some(2), i),
            Some((n, end)) => (Some(n), end),
            None if self.is(i, Class::Indef) => (Some(1), i + 1),
            None if self.is(i, Class::Many) => (None, i + 1),
            None => return None,
        };
        let span = self.is(unit, Class::TimeUnit).then(|| self.doc.entry(unit).span).flatten()?;
        if before == 0 && !self.is(unit + 1, Class::Ago) {
            return None;
        }
        // "قبل يومين من الاقتراع": counted from another day.
        if before == 1 && self.doc.lex.profile.enclitics.len() > 1 && self.is(unit + 1, Class::Of) {
            return None;
        }
        let back = match (span, count) {
            (Span::Day, Some(n)) => Some(n.days()),
            (Span::Week, Some(n)) => Some(n.weeks()),
            _ => None,
        };
        let day = back.zip(self.published).and_then(|(b, d)| d.checked_sub(b).ok());
        Some((day, unit + 2 - before))
    }
}
