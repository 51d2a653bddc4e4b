//! For whom a chart is drawn: width, language, direction, digits, theme.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::text::isolate;

/// A language without a file of words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("charts have no words in the language '{0}'; known are en, ar, he, uk, es")]
pub struct UnknownLanguage(pub String);

/// Which digits numbers are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// 0123456789
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
    /// ۰۱۲۳۴۵۶۷۸۹
    ExtendedArabic,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// What the page says (custom properties `--chart-…`), or the reader's system for an image that stands alone.
    #[default]
    Auto,
    /// Light in any surrounding.
    Light,
    /// Dark in any surrounding.
    Dark,
}

/// For whom a chart is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Width in pixels: 1040 suits a wide page, 358 a telephone. Kept between 280 and 2,400.
    pub width: u32,
    /// Whether reading starts at the right: time then runs from right to left.
    pub rtl: bool,
    /// The digits of the reader's locale.
    pub digits: Digits,
    /// Light or dark.
    pub theme: Theme,
    pub(crate) words: Words,
}

/// The words that charts add of their own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) rtl: bool,
    pub(crate) digits: Digits,
    group: String,
    decimal: String,
    months: Vec<String>,
    day_month: String,
    day_month_year: String,
    range: String,
    at_least: String,
    at_most: String,
    pub(crate) not_stated: String,
    pub(crate) author_not_stated: String,
    pub(crate) band: String,
    pub(crate) replaced: String,
    pub(crate) flagged: String,
    pub(crate) open_end: String,
    pub(crate) more: String,
    pub(crate) certain: String,
    pub(crate) possible: String,
    pub(crate) no_figure: String,
    pub(crate) unplaced: String,
    pub(crate) boundaries: String,
    pub(crate) may_be_more: String,
    pub(crate) speaker: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) low: String,
    pub(crate) high: String,
    pub(crate) point: String,
    pub(crate) note: String,
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) account: String,
    pub(crate) lists: String,
    pub(crate) people: String,
    pub(crate) density: String,
    pub(crate) value: String,
    pub(crate) chain: String,
    pub(crate) draw: String,
    pub(crate) level: String,
    pub(crate) desc_span: String,
    pub(crate) desc_range: String,
    pub(crate) nothing: String,
    pub(crate) speaks_for: String,
    pub(crate) speaks_against: String,
    pub(crate) sum: String,
    pub(crate) on_record: String,
    pub(crate) others: String,
    pub(crate) running_totals: String,
    pub(crate) period_counts: String,
    /// What is said beside figures, by code.
    #[serde(default)]
    said: BTreeMap<String, String>,
    /// Built-in rules by name.
    #[serde(default)]
    rule: BTreeMap<String, String>,
}

impl Look {
    /// A chart for readers of a language (`en`, `ar`, `he`, `uk`, `es`), in its direction and digits.
    ///
    /// # Errors
    /// When there are no words in that language.
    pub fn new(lang: &str, width: u32) -> Result<Self, UnknownLanguage> {
        let text = match lang {
            "en" => include_str!("../words/en.toml"),
            "ar" => include_str!("../words/ar.toml"),
            "he" => include_str!("../words/he.toml"),
            "uk" => include_str!("../words/uk.toml"),
            "es" => include_str!("../words/es.toml"),
            other => return Err(UnknownLanguage(other.to_owned())),
        };
        // The files are part of the program and a test reads each.
        let words: Words = toml::from_str(text).map_err(|_| UnknownLanguage(lang.to_owned()))?;
        Ok(Self { width, rtl: words.rtl, digits: words.digits, theme: Theme::Auto, words })
    }

    /// The same reader, in this theme.
    #[must_use]
    pub fn themed(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The width that is drawn.
    pub(crate) fn px(&self) -> f64 {
        f64::from(self.width.clamp(280, 2400))
    }

    pub(crate) fn narrow(&self) -> bool {
        self.px() < 620.0
    }

    fn digits(&self, text: &str) -> String {
        let zero = match self.digits {
            Digits::Latin => return text.to_owned(),
            Digits::Arabic => '\u{660}',
            Digits::ExtendedArabic => '\u{6F0}',
        };
        let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(c);
        text.chars().map(digit).collect()
    }

    /// A number in the reader's digits, thousands apart, with so many decimals.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return String::new();
        }
        if value.abs() >= 1e15 {
            return self.digits(&format!("{value:.2e}"));
        }
        let text = format!("{:.decimals$}", value.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let mut out = String::new();
        let zero = text.chars().all(|c| matches!(c, '0' | '.'));
        if value < 0.0 && !zero {
            out.push('−');
        }
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push_str(&self.words.group);
            }
            out.push(c);
        }
        if !rest.is_empty() {
            out.push_str(&self.words.decimal);
            out.push_str(rest);
        }
        self.digits(&out)
    }

    /// A range in words: `24–31`, `1,400 or more`, `up to 9`.
    #[must_use]
    pub fn range(&self, low: Option<f64>, high: Option<f64>) -> String {
        let n = |x: f64| self.number(x, 0);
        match (low, high) {
            (Some(a), Some(b)) if n(a) == n(b) => n(a),
            (Some(a), Some(b)) => fill(&self.words.range, &[("low", &n(a)), ("high", &n(b))]),
            (Some(a), None) => fill(&self.words.at_least, &[("low", &n(a))]),
            (None, Some(b)) => fill(&self.words.at_most, &[("high", &n(b))]),
            (None, None) => self.words.not_stated.clone(),
        }
    }

    /// A remark beside figures, by its code, with the number in it; `None` where this language has no words for it.
    #[must_use]
    pub fn said(&self, code: &str, count: f64) -> Option<String> {
        Some(join(self.words.said.get(code)?, &[("n", &self.number(count, 0))]))
    }

    fn month(&self, date: Date) -> &str {
        let month = usize::from(date.month().unsigned_abs());
        self.words.months.get(month.wrapping_sub(1)).map_or("", String::as_str)
    }

    fn date_by(&self, pattern: &str, date: Date) -> String {
        let (day, year) = (self.digits(&date.day().to_string()), self.digits(&date.year().to_string()));
        join(pattern, &[("day", &day), ("month", self.month(date)), ("year", &year)])
    }

    /// A day in words.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.date_by(&self.words.day_month_year, date)
    }

    /// A day, a month or a year as ISO 8601 writes it, in words; what is none of them stays as it is.
    #[must_use]
    pub fn written(&self, iso: &str) -> String {
        let first = |rest: &str| format!("{iso}{rest}").parse::<Date>().ok();
        match iso.len() {
            4 => first("-01-01").map(|d| self.year(d)),
            7 => first("-01").map(|d| self.date_by("{month} {year}", d)),
            _ => first("").map(|d| self.date(d)),
        }
        .unwrap_or_else(|| iso.to_owned())
    }

    pub(crate) fn day(&self, date: Date) -> String {
        self.date_by(&self.words.day_month, date)
    }

    pub(crate) fn year(&self, date: Date) -> String {
        self.date_by("{year}", date)
    }

    pub(crate) fn month_only(&self, date: Date) -> String {
        self.month(date).to_owned()
    }
}

/// So many on record, in the reader's language; the bare numbers in a language without words. An open end is said.
#[must_use]
pub fn on_record(lang: &str, low: f64, high: Option<f64>) -> String {
    match Look::new(lang, 0) {
        Ok(look) => join(&look.words.on_record, &[("n", &look.range(Some(low), high))]),
        Err(_) => high.map_or_else(|| format!("{low}"), |high| format!("{low}\u{2013}{high}")),
    }
}

/// A rule by name and version: the built-in ones in the reader's language.
#[must_use]
pub fn rule_name(lang: &str, name: &str, version: &str) -> String {
    match Look::new(lang, 0) {
        Ok(look) => {
            let own = look.words.rule.get(name).map_or(name, String::as_str);
            format!("{own} {}", look.digits(version))
        }
        Err(_) => format!("{name} {version}"),
    }
}

/// A message with its parameters. What is filled in is isolated when it is words, so that it keeps its own direction.
pub(crate) fn fill(message: &str, parameters: &[(&str, &str)]) -> String {
    let foreign = |value: &str| {
        if value.chars().any(char::is_alphabetic) { isolate(value) } else { value.to_owned() }
    };
    let isolated: Vec<(&str, String)> =
        parameters.iter().map(|(name, value)| (*name, foreign(value))).collect();
    join(message, &isolated.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
}

/// A message with parameters of its own language.
fn join(message: &str, parameters: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = parameters.iter().find(|(n, _)| *n == name) {
            out.push_str(value);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_all_words() {
        for lang in ["en", "ar", "he", "uk", "es"] {
            let look = Look::new(lang, 358).unwrap();
            assert_eq!(look.words.months.len(), 12, "{lang}");
            assert_eq!(look.rtl, matches!(lang, "ar" | "he"));
        }
        assert!(Look::new("xx", 358).unwrap_err().to_string().contains("xx"));
    }

    #[test]
    fn numbers_and_ranges_in_the_readers_digits() {
        let (en, ar) = (Look::new("en", 358).unwrap(), Look::new("ar", 358).unwrap());
        assert_eq!(en.range(Some(1400.0), None), "1,400 or more");
        assert_eq!(en.range(Some(3.0), Some(3.0)), "3");
        assert_eq!(ar.number(1234.5, 1), "١٬٢٣٤٫٥");
        assert_eq!(en.number(-0.04, 1), "0.0");
        assert_eq!(en.number(f64::NAN, 0), "");
        assert_eq!(en.date(jiff::civil::date(2031, 3, 9)), "9 Mar 2031");
    }

    #[test]
    fn dates_of_any_precision_and_rules_in_the_readers_words() {
        let look = |lang| Look::new(lang, 358).unwrap();
        let written = |lang| ["2031", "2031-03", "2031-03-09", "in spring"].map(|d| look(lang).written(d));
        assert_eq!(written("en"), ["2031", "Mar 2031", "9 Mar 2031", "in spring"]);
        assert_eq!(written("ar"), ["٢٠٣١", "مارس ٢٠٣١", "٩ مارس ٢٠٣١", "in spring"]);
        assert_eq!(rule_name("en", "literal", "2"), "literal 2");
        assert_eq!(rule_name("ar", "floor", "2"), "الحد الأدنى ٢");
        assert_eq!(rule_name("uk", "our own", "1"), "our own 1");
        for lang in ["en", "ar", "he", "uk", "es"] {
            assert_eq!(look(lang).words.rule.len(), 2, "{lang}");
        }
    }
}
