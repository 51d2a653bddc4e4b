//! Reading what was typed into one field, and saying what is wrong with it.

use std::collections::BTreeMap;

use cairn_fold::fold;
use cairn_import::parse::{
    AgeNote, DateNote, Missing, Order, missing, parse_age, parse_date, parse_quantity,
};
use cairn_model::vocab::Vocabulary;
use cairn_model::{Ages, Gap, Interval, Qualifier, Size, vocab};
use serde::Serialize;

/// The oldest age that an open end ("60 and over") stands for: nobody is known to have lived longer.
const OLDEST: u16 = 130;

/// Codes of what can be said about a field.
pub const FIELD_CODES: [&str; 28] = [
    "age_approximate",
    "age_implausible",
    "age_looks_like_year",
    "age_negative",
    "age_unreadable",
    "ambiguous",
    "another_speaker",
    "cannot_be_said",
    "code_unknown",
    "date_century_assumed",
    "date_does_not_exist",
    "date_order_ambiguous",
    "date_order_contradicted",
    "date_other_calendar",
    "date_range_reversed",
    "date_unreadable",
    "date_without_year",
    "missing",
    "no_alias",
    "no_document",
    "not_found",
    "not_one_day",
    "nothing_done",
    "number_unreadable",
    "shape",
    "two_documents",
    "unknown_id",
    "wrong_kind",
];

/// Something about one field of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// Which, as in the draft: `age`, `acts[0].when`, `[2].names` of several.
    pub field: String,
    /// Stable code.
    pub code: &'static str,
    /// What is wrong.
    pub words: String,
    /// What to do.
    pub mend: String,
}

/// Reads fields and gathers what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    /// Before the name of each field.
    pub(crate) within: String,
    pub(crate) order: Order,
    pub(crate) errors: Vec<FieldError>,
    /// Taken, and a person should look.
    pub(crate) warnings: Vec<FieldError>,
    /// Fields answered by saying why there is no answer.
    pub(crate) gaps: BTreeMap<String, Gap>,
}

impl Fields {
    fn named(&self, field: &str, code: &'static str, words: String, mend: String) -> FieldError {
        debug_assert!(FIELD_CODES.contains(&code), "{code} is not among FIELD_CODES");
        FieldError { field: format!("{}{field}", self.within), code, words, mend }
    }

    pub(crate) fn wrong(&mut self, field: &str, code: &'static str, words: String, mend: &str) {
        let error = self.named(field, code, words, mend.to_owned());
        self.errors.push(error);
    }

    fn look(&mut self, field: &str, code: &'static str, words: String, mend: &str) {
        let warning = self.named(field, code, words, mend.to_owned());
        self.warnings.push(warning);
    }

    /// What was typed, unless it says why there is nothing: then the gap is noted under the last part of the name.
    pub(crate) fn said<'a>(&mut self, field: &str, raw: Option<&'a String>) -> Option<&'a str> {
        let raw = raw.map(|r| r.trim()).filter(|r| !r.is_empty())?;
        let gap = match Gap::from_code(raw).map_or_else(|| missing(raw), |g| Some(stated(g))) {
            None => return Some(raw),
            Some(Missing::NotStated) => return None,
            Some(Missing::Unknown) => Gap::Unknown,
            Some(Missing::Refused) => Gap::Refused,
            Some(Missing::NotApplicable) => Gap::NotApplicable,
        };
        let name = field.rsplit('.').next().unwrap_or(field);
        if Gap::FIELDS.contains(&name) {
            self.gaps.insert(name.to_owned(), gap);
            None
        } else {
            // Elsewhere the word is a word: a name may be the word for "unknown" in some language.
            Some(raw)
        }
    }

    /// Words as typed.
    pub(crate) fn words(&mut self, field: &str, raw: Option<&String>) -> Option<String> {
        self.said(field, raw).map(str::to_owned)
    }

    pub(crate) fn date(&mut self, field: &str, raw: Option<&String>) -> Option<Interval> {
        let raw = self.said(field, raw)?;
        let mend = "write it like 2031-05-17, May 2031, 2031, 2031-05-17 .. 2031-06-02, or 2031-05-17 .. with an open end";
        if let Some((from, to)) = slash(raw).or_else(|| raw.split_once("..")) {
            let from = self.end(field, from.trim(), mend)?;
            let to = self.end(field, to.trim(), mend)?;
            let interval = Interval(from.and_then(|i| i.0), to.and_then(|i| i.1));
            return match interval.sound() {
                Some(sound) => Some(sound),
                None => {
                    let words = format!("'{raw}' ends before it begins, or has no day at all");
                    self.wrong(field, "date_range_reversed", words, mend);
                    None
                }
            };
        }
        self.end(field, raw, mend)?
    }

    /// One date; the outer `None` is an error, the inner one an open end.
    #[allow(clippy::option_option)]
    fn end(&mut self, field: &str, raw: &str, mend: &str) -> Option<Option<Interval>> {
        if raw.is_empty() {
            return Some(None);
        }
        let read = parse_date(raw, self.order);
        let Some(interval) = Interval(read.earliest, read.latest).sound() else {
            let (code, why) = match read.note {
                Some(DateNote::NoYear) => ("date_without_year", "has no year"),
                Some(DateNote::NoSuchDay) => ("date_does_not_exist", "is a day that no calendar has"),
                Some(DateNote::OtherCalendar) => {
                    ("date_other_calendar", "is of a calendar that is not converted")
                }
                _ => ("date_unreadable", "is no date that can be read"),
            };
            self.wrong(field, code, format!("'{raw}' {why}"), mend);
            return None;
        };
        match read.note {
            Some(DateNote::OrderAmbiguous) => {
                let words = format!("'{raw}' may be two days: it is taken as the span of both, {interval}");
                self.look(
                    field,
                    "date_order_ambiguous",
                    words,
                    "write it like 2031-05-17, or give date_order",
                );
            }
            Some(DateNote::CenturyAssumed) => {
                let words = format!("the century of '{raw}' is assumed: {interval}");
                self.look(field, "date_century_assumed", words, "write the year with four digits");
            }
            Some(DateNote::OrderContradicted) => {
                let words = format!("'{raw}' cannot be in the order given: taken as {interval}");
                self.look(field, "date_order_contradicted", words, "write it like 2031-05-17");
            }
            _ => {}
        }
        Some(Some(interval))
    }

    /// One day in ISO form, for fields that hold no interval.
    pub(crate) fn day(&mut self, field: &str, raw: Option<&String>) -> Option<String> {
        let interval = self.date(field, raw)?;
        match interval {
            Interval(Some(a), Some(b)) if a == b => Some(a.to_string()),
            _ => {
                let words = format!("'{}' is not one day", raw.map_or("", String::as_str));
                self.wrong(field, "not_one_day", words, "write it like 2031-05-17");
                None
            }
        }
    }

    pub(crate) fn age(&mut self, field: &str, raw: Option<&String>) -> Option<Ages> {
        let raw = self.said(field, raw)?;
        // Two bare numbers are two ends, also where the upper stands for "and over".
        if let Some((low, high)) = raw.split_once('-')
            && let (Ok(low), Ok(high)) = (low.trim().parse(), high.trim().parse())
            && low <= high
            && high <= OLDEST
        {
            return Some(Ages(low, high));
        }
        let read = parse_age(raw);
        let mend = "write whole years, or like: 5 months, 30s, 10-14, about 40, 60 and over, unknown";
        match (read.low, read.high, read.note) {
            (None, None, note) => {
                let words = match note {
                    Some(AgeNote::LooksLikeYear(year)) => {
                        format!("'{raw}' looks like a year: {year} belongs into born")
                    }
                    Some(AgeNote::Implausible) => format!("'{raw}' is more years than anybody has lived"),
                    Some(AgeNote::Negative) => format!("'{raw}' is negative"),
                    _ => format!("'{raw}' is no age that can be read"),
                };
                self.wrong(field, note.map_or("age_unreadable", AgeNote::code), words, mend);
                None
            }
            (low, high, _) => {
                let low = low.unwrap_or(0);
                Some(Ages(low, high.unwrap_or(OLDEST).max(low)))
            }
        }
    }

    /// How many, and how exactly it was said.
    pub(crate) fn quantity(&mut self, field: &str, raw: Option<&String>) -> Option<(Size, Qualifier)> {
        // "None" is an answer to a question of number, so numbers are read before ways to say nothing.
        let raw = raw.map(|r| r.trim()).filter(|r| !r.is_empty())?;
        let number = |t: &str| t.trim().parse::<u64>().ok().and_then(|n| i64::try_from(n).ok());
        if let Some((low, high)) = raw.split_once("..") {
            let ends = (number(low), number(high));
            let open = (low.trim().is_empty(), high.trim().is_empty());
            match ends {
                (Some(a), Some(b)) if a <= b => return Some((Size(Some(a), Some(b)), Qualifier::Exact)),
                (Some(a), None) if open.1 => return Some((Size(Some(a), None), Qualifier::AtLeast)),
                (None, Some(b)) if open.0 => return Some((Size(None, Some(b)), Qualifier::AtMost)),
                _ => {}
            }
        } else {
            let read = parse_quantity(raw);
            let end = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
            let size = Size(end(read.low), end(read.high));
            let ordered = !matches!(size, Size(Some(a), Some(b)) if a > b);
            if let (Some(qualifier), true) = (read.qualifier, ordered) {
                return Some((size, qualifier));
            }
        }
        let before = self.gaps.len();
        if self.said(field, Some(&raw.to_owned())).is_none() || self.gaps.len() > before {
            return None;
        }
        let mend = "write it like 40, at least 40, up to 12, about 50, between 3 and 5, 3..5, dozens";
        self.wrong(field, "number_unreadable", format!("'{raw}' is no number that can be read"), mend);
        None
    }

    pub(crate) fn size(&mut self, field: &str, raw: Option<&String>) -> Option<Size> {
        self.quantity(field, raw).map(|(size, _)| size)
    }

    /// The code of a vocabulary, from the code or any of its labels in any language.
    pub(crate) fn code(&mut self, field: &str, list: &str, raw: Option<&String>) -> Option<String> {
        let raw = self.said(field, raw)?;
        self.code_of(field, list, raw, None)
    }

    /// As [`Fields::code`], among the codes that are said of things of one kind.
    pub(crate) fn code_of(
        &mut self,
        field: &str,
        list: &str,
        raw: &str,
        kind: Option<&str>,
    ) -> Option<String> {
        let list: &Vocabulary = vocab::get(list)?;
        if list.has(raw) {
            return Some(raw.to_owned());
        }
        let typed = fold(raw);
        let fits = |c: &&vocab::Code| kind.is_none_or(|k| c.applies_to(k));
        let found: Vec<&vocab::Code> = list.find(|w| fold(w) == typed).into_iter().filter(fits).collect();
        if let [one] = found[..] {
            return Some(one.code.clone());
        }
        let known: Vec<&str> = list.codes.iter().filter(fits).map(|c| c.code.as_str()).collect();
        let words = if found.is_empty() {
            format!("'{raw}' is no {}", list.name.replace('_', " "))
        } else {
            let codes: Vec<&str> = found.iter().map(|c| c.code.as_str()).collect();
            format!("'{raw}' may be {}", codes.join(" or "))
        };
        self.wrong(field, "code_unknown", words, &format!("take one of: {}", known.join(", ")));
        None
    }

    /// A code that is said of things of this kind: a person is killed, a home destroyed.
    pub(crate) fn said_of(
        &mut self,
        field: &str,
        list: &str,
        code: Option<String>,
        kind: cairn_model::Kind,
    ) -> Option<String> {
        let code = code?;
        let known = vocab::get(list)?.get(&code)?;
        if known.applies_to(kind.code()) {
            return Some(code);
        }
        let words = format!("'{code}' is not said of a {}", kind.code());
        let mend = format!("it is said of: {}", known.applies_to.join(", "));
        self.wrong(field, "wrong_kind", words, &mend);
        None
    }

    /// A code that a Rust type holds.
    pub(crate) fn choice<T>(
        &mut self,
        field: &str,
        list: &str,
        raw: Option<&String>,
        from: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.code(field, list, raw).and_then(|code| from(&code))
    }

    /// A field that must be there.
    pub(crate) fn needed<T>(&mut self, field: &str, value: Option<T>, what: &str) -> Option<T> {
        let silent = !self.errors.iter().any(|e| e.field == format!("{}{field}", self.within));
        if value.is_none() && silent {
            self.wrong(field, "missing", format!("{what} is missing"), "fill it in");
        }
        value
    }
}

fn stated(gap: Gap) -> Missing {
    match gap {
        Gap::Unknown => Missing::Unknown,
        Gap::Refused => Missing::Refused,
        Gap::NotApplicable => Missing::NotApplicable,
    }
}

/// `A/B` between ISO dates and open ends only: a date may hold slashes of its own.
fn slash(raw: &str) -> Option<(&str, &str)> {
    let (a, b) = raw.split_once('/')?;
    let end = |t: &str| t == ".." || (t.len() == 10 && t.parse::<jiff::civil::Date>().is_ok());
    (end(a) && end(b)).then(|| (a.trim_matches('.'), b.trim_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(raw: &str) -> (Option<String>, Vec<&'static str>) {
        let mut fields = Fields::default();
        let read = fields.date("when", Some(&raw.to_owned())).map(|i| i.to_string());
        (read, fields.errors.iter().chain(&fields.warnings).map(|e| e.code).collect())
    }

    #[test]
    fn dates_as_people_type_them() {
        let read = |raw: &str| date(raw).0.unwrap_or_default();
        assert_eq!(read("2031-05-06"), "2031-05-06/2031-05-06");
        assert_eq!(read("March 2031"), "2031-03-01/2031-03-31");
        assert_eq!(read("2031-05-06/2031-05-09"), "2031-05-06/2031-05-09");
        assert_eq!(read("2031-05-06/.."), "2031-05-06/..");
        assert_eq!(read("../2031-05-06"), "../2031-05-06");
        assert_eq!(read("March 2031 .. 2031-04-02"), "2031-03-01/2031-04-02");
        assert_eq!(read("2031 .."), "2031-01-01/..");
        assert_eq!(date("2031-05-06 .. 2031-05-01").1, ["date_range_reversed"]);
        assert_eq!(date("soon").1, ["date_unreadable"]);
        assert_eq!(date("31 February 2031").1, ["date_does_not_exist"]);
        assert_eq!(date("05/06/2031"), (Some("2031-05-06/2031-06-05".into()), vec!["date_order_ambiguous"]));
    }

    #[test]
    fn four_ways_to_say_nothing() {
        let mut fields = Fields::default();
        assert_eq!(fields.age("age", Some(&"unknown".to_owned())), None);
        assert_eq!(fields.date("acts[0].when", Some(&"withheld".to_owned())), None);
        assert_eq!(fields.words("place", Some(&"not applicable".to_owned())), None);
        assert_eq!(fields.words("means", Some(&" ".to_owned())), None);
        assert!(fields.errors.is_empty());
        let gaps: Vec<(&str, &str)> = fields.gaps.iter().map(|(f, g)| (f.as_str(), g.code())).collect();
        assert_eq!(gaps, [("age", "unknown"), ("place", "not_applicable"), ("when", "refused")]);
    }

    #[test]
    fn numbers_and_codes() {
        let mut fields = Fields::default();
        let mut size = |raw: &str| fields.quantity("n", Some(&raw.to_owned()));
        assert_eq!(size("5"), Some((Size(Some(5), Some(5)), Qualifier::Exact)));
        assert_eq!(size("3..5"), Some((Size(Some(3), Some(5)), Qualifier::Exact)));
        assert_eq!(size("40.."), Some((Size(Some(40), None), Qualifier::AtLeast)));
        assert_eq!(size("..7"), Some((Size(None, Some(7)), Qualifier::AtMost)));
        assert_eq!(size("none"), Some((Size(Some(0), Some(0)), Qualifier::Exact)));
        assert_eq!(size("5..3"), None);
        assert_eq!(size("a lot of them"), None);
        assert_eq!(fields.errors.len(), 2);
        assert_eq!(fields.code("m", "manner", Some(&"Starvation".to_owned())).as_deref(), Some("hunger"));
        assert_eq!(fields.code("m", "manner", Some(&"magic".to_owned())), None);
        assert!(fields.errors[2].mend.contains("hunger, thirst"), "{:?}", fields.errors[2]);
    }
}
