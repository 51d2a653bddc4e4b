//! Spans of time: "the past six days", "last week", "the first quarter of 2020"; and their days.

use jiff::civil::Date;
use jiff::{Span as Days, ToSpan};

use crate::lexicon::{Class, Span};
use crate::numbers;
use crate::time::{Partial, Reader};

impl Reader<'_, '_> {
    /// "the past six days", "last week", "this year", "the first quarter of 2020".
    pub(crate) fn span(&self, at: usize) -> Option<(Partial, usize)> {
        let mut i = at;
        let mut past = false;
        let mut this = false;
        let mut count = None;
        let mut few = false;
        let mut unit = None;
        while i < self.end && i < at + 6 {
            if self.is(i, Class::Past) {
                past = true;
                // "торік": last year, in one word.
                unit = unit.or_else(|| self.is(i, Class::TimeUnit).then(|| self.doc.entry(i).span).flatten());
            } else if self.is(i, Class::This) {
                this = true;
            } else if self.is(i, Class::TimeUnit) && unit.is_none() {
                unit = self.doc.entry(i).span;
                count = count.or_else(|| self.dual(i));
            } else if let Some((n, end)) =
                self.counted_behind(i).filter(|_| unit.is_some() && count.is_none())
            {
                // "الأيام الثلاثة الماضية", "الساعات الـ24 الماضية"
                count = Some(n);
                i = end;
                continue;
            } else if self.is(i, Class::Month) && unit == Some(Span::Month) {
                return self.date(i);
            } else if unit.is_some() && !self.doc.lex.profile.capitals && self.doc.entry(i).nth > 0 {
                // "الأسبوع الأول من نيسان": a week, and not the first of the month.
                let (_, end) = self.date(i)?;
                return Some((Partial { understood: true, vague: true, ..Partial::default() }, end));
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
    pub(crate) fn part_of_year(&self, i: usize) -> (Partial, usize) {
        let (first, last) = self.doc.entry(i).part;
        let of = usize::from(self.is(i + 1, Class::Of));
        let det = of + usize::from(self.is(i + 1 + of, Class::Det));
        let det = det + usize::from(self.is_year_word(i + 1 + det));
        let said = self.year(i + 1 + det);
        let begun = |d: Date| if d.month() >= first { d.year() } else { d.year() - 1 };
        let year = said.or_else(|| self.published.map(begun));
        let day = |m: i8| year.and_then(|y| Date::new(y, m, 1).ok());
        let interval = day(first).zip(day(last).map(|d| d.last_of_month()));
        // "в первом полугодии 2023 года", "من العام الحالي"
        let end = match said {
            Some(_) => i + 2 + det + usize::from(self.is_year_word(i + 2 + det)),
            None if det > of && self.is_year_word(i + det) => {
                i + 1 + det + usize::from(self.is(i + 1 + det, Class::This))
            }
            None => i + 1,
        };
        (Partial { interval, vague: interval.is_none(), understood: true, ..Partial::default() }, end)
    }

    /// A number, its time unit, and "past" behind them: languages that put it last.
    pub(crate) fn past_follows(&self, i: usize) -> bool {
        self.small_number(i).is_some_and(|(_, end)| {
            self.is(end, Class::TimeUnit) && self.is(end + 1, Class::Past) && !self.one_unit(end)
        })
    }

    /// "الأسبوعين", "חודשיים": two of a unit of time, by its ending.
    pub(crate) fn dual(&self, i: usize) -> Option<i64> {
        if self.doc.lex.profile.capitals || !self.is(i, Class::TimeUnit) {
            return None;
        }
        let word = self.doc.words(i, i + 1);
        (["ين", "ان"].iter().any(|e| word.ends_with(e)) || word.ends_with("יים")).then_some(2)
    }

    /// A number between its unit of time and "past": "السنوات الثلاث الأخيرة".
    fn counted_behind(&self, i: usize) -> Option<(i64, usize)> {
        if self.doc.lex.profile.capitals {
            return None;
        }
        let (n, end) = self.small_number(self.skip_det(i))?;
        self.is(end, Class::Past).then_some((n, end))
    }

    /// "60 العام الماضي": one year with its article is not counted by the number before it.
    fn one_unit(&self, i: usize) -> bool {
        ["العام", "الشهر", "الأسبوع", "اليوم", "السنة"].contains(&self.doc.words(i, i + 1))
    }

    /// "three weeks", "the two and a half years", "أسبوع واحد": how long, without its end. "In" alone may lead to a
    /// deadline of hours, and to some unit of time that is no length.
    pub(crate) fn length(&self, at: usize, during: bool) -> Option<usize> {
        let days = |i: usize| {
            self.is(i, Class::TimeUnit)
                && (during || !matches!(self.doc.entry(i).span, None | Some(Span::Hour | Span::Other)))
        };
        // "خلال أسبوعين": the two are in the word.
        if self.dual(at).is_some() {
            return days(at).then_some(at + 1);
        }
        if at + 1 >= self.end {
            return None;
        }
        if let Some((_, unit)) = self.small_number(at) {
            return days(unit).then_some(unit + 1);
        }
        // "خلال أسبوع واحد"
        let one = self.small_number(at + 1).filter(|(n, _)| during && *n == 1 && days(at));
        one.map(|(_, end)| end)
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
}
