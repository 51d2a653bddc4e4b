//! Stretches of a calendar: the first months of a year, decades, days of one month on both sides of a word for "to".

use jiff::civil::Date;
use jiff::{Span as Days, ToSpan};

use crate::lexicon::{Class, Span};
use crate::text::token::Kind;
use crate::time::{Partial, Period, Reader};

/// Words behind a year that make it a decade, in languages that write "1990-х".
const DECADE_ENDINGS: [&str; 8] = ["х", "е", "й", "ті", "их", "тих", "ых", "м"];

impl Reader<'_, '_> {
    /// "the first four months of 2023", "los seis primeros meses del año", "первые шесть месяцев 2023 года".
    pub(crate) fn opening(&self, at: usize) -> Option<(Partial, usize)> {
        let (mut i, mut first, mut count, mut unit) = (at, false, None, None);
        while i < self.end && i < at + 6 {
            if self.is(i, Class::First) && !first {
                first = true;
            } else if self.is(i, Class::TimeUnit) && unit.is_none() {
                unit = self.doc.entry(i).span;
            } else if count.is_none()
                && let Some((n, end)) = self.small_number(i)
            {
                count = Some(n);
                i = end;
                continue;
            } else if !(self.is(i, Class::Det) && i > at) {
                break;
            }
            i += 1;
        }
        let (true, Some(n), Some(unit)) = (first, count, unit) else { return None };
        let (start, end) = self.whole_named(i, unit);
        let long = match unit {
            Span::Day => Some(n.days()),
            Span::Week => Some(n.weeks()),
            Span::Month => Some(n.months()),
            Span::Quarter => Some((n * 3).months()),
            _ => None,
        };
        let last = |d: Date, long: Days| d.checked_add(long).and_then(|e| e.checked_sub(1.days())).ok();
        let interval = start.zip(long).and_then(|(d, long)| Some((d, last(d, long)?)));
        Some((Partial { interval, vague: interval.is_none(), understood: true, ..Partial::default() }, end))
    }

    /// The year or month whose first part is told, by its first day: "of 2023", "of the year", "de abril". Months of
    /// nothing are those of the text's year.
    fn whole_named(&self, i: usize, unit: Span) -> (Option<Date>, usize) {
        let j = self.skip_det(i + usize::from(self.is(i, Class::Of) || self.is(i, Class::In)));
        let worded = usize::from(self.is_year_word(j));
        let first_of = |year: i16| Date::new(year, 1, 1).ok();
        let this_year = self.published.and_then(|p| first_of(p.year()));
        if let Some(year) = self.year(j + worded) {
            let end = j + worded + 1;
            return (first_of(year), end + usize::from(self.is_year_word(end)));
        }
        if worded == 1 {
            return (this_year, j + 1 + usize::from(self.is(j + 1, Class::This)));
        }
        if self.is(j, Class::This) && self.is_year_word(j + 1) {
            return (this_year, j + 2);
        }
        if unit != Span::Month
            && let Some((month, end)) = self.date(j).filter(|(p, _)| p.day == 0 && p.month > 0)
        {
            return (self.resolve(month).0, end);
        }
        let alone = unit == Span::Month && !self.is(i, Class::Of);
        (if alone { this_year } else { None }, i)
    }

    /// "the 1980s", "la década de 1980", "los años ochenta", "1990-х годах": ten years.
    pub(crate) fn decade(&self, at: usize) -> Option<(Partial, usize)> {
        let ten = |year: i16, end: usize| {
            let days = Date::new(year, 1, 1).ok().zip(Date::new(year + 9, 12, 31).ok());
            (Partial { interval: days, understood: true, ..Partial::default() }, end)
        };
        if at >= self.end {
            return None;
        }
        if self.doc.kind(at) == Kind::Code {
            let words = self.doc.words(at, at + 1);
            let year = words.strip_suffix('s').and_then(|y| y.parse::<i16>().ok())?;
            return (year % 10 == 0 && (1800..=2020).contains(&year)).then(|| ten(year, at + 1));
        }
        // "1990-х годах"
        if let Some(year) = self.any_year(at).filter(|y| y % 10 == 0)
            && at + 2 < self.end
            && self.doc.lexemes[at + 1].glued
            && DECADE_ENDINGS.iter().any(|e| self.doc.words(at + 1, at + 2) == *e)
            && self.is_year_word(at + 2)
        {
            return Some(ten(year, at + 3));
        }
        // "los años ochenta", "la década de 1980", "la década de los 80"
        let led = self.is_year_word(at) && at > 0 && self.doc.has(at - 1, Class::Det);
        let ten_years = self.is(at, Class::TimeUnit) && self.doc.is(at, "década");
        if !(led && self.doc.is(at, "años") || ten_years) {
            return None;
        }
        let mut i = at + 1;
        while self.is(i, Class::Of)
            || self.is(i, Class::Det)
            || self.doc.lexemes.len() > i && self.doc.is(i, "de los")
        {
            i += 1;
        }
        if let Some(year) = self.any_year(i).filter(|y| y % 10 == 0) {
            return Some(ten(year, i + 1));
        }
        let (n, end) = self.small_number(i)?;
        let counts = end < self.end && self.doc.unit(end).is_some();
        let tens = (20..=90).contains(&n) && n % 10 == 0 && end == i + 1;
        (tens && !counts).then(|| ten(1900 + n as i16, end))
    }

    /// "с 1 по 7 мая", "del 1 al 7 de mayo": two days, the month named once.
    pub(crate) fn days_of_month(&self, first: usize, at: usize) -> Option<Period> {
        let (mut a, mid) = self.bare_day(at)?;
        let joint = self.is(mid, Class::To) || self.is(mid, Class::Until) || self.until_day(mid);
        let (b, end) = self.date(self.skip_det(mid + 1)).filter(|_| joint)?;
        a.month = b.month;
        (b.day > a.day && b.month > 0).then(|| self.range(first, a, b, end))
    }

    /// The "al" of "del 1 al 7".
    fn until_day(&self, i: usize) -> bool {
        i < self.end
            && self.doc.lex.profile.adjective_after
            && self.doc.lex.profile.capitals
            && self.doc.is(i, "al")
    }
}
