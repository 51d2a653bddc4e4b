//! Ages as lists write them, in whole completed years.

use super::lexicon::{Sense, lexicon};
use super::missing::{Missing, missing};
use super::token::{Kind, Token, normalise, phrase, tokens};

/// What else a reader should know about an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeNote {
    /// No age is given, in one of four ways.
    Missing(Missing),
    /// The words are not an age that we read.
    Unreadable,
    /// A negative number, as some lists write for "not known".
    Negative,
    /// A number that can only be a year, perhaps of birth.
    LooksLikeYear(u16),
    /// More years than anyone has lived.
    Implausible,
    /// The source says that it is not exact.
    Approximate,
}

impl AgeNote {
    /// A stable code for flags.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing(m) => m.code(),
            Self::Unreadable => "age_unreadable",
            Self::Negative => "age_negative",
            Self::LooksLikeYear(_) => "age_looks_like_year",
            Self::Implausible => "age_implausible",
            Self::Approximate => "age_approximate",
        }
    }
}

/// What a string says about an age, in completed years. `None` at one end is open or unknowable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeRead {
    /// The fewest years.
    pub low: Option<u16>,
    /// The most years.
    pub high: Option<u16>,
    /// What else there is to know.
    pub note: Option<AgeNote>,
}

impl AgeRead {
    const fn none(note: AgeNote) -> Self {
        Self { low: None, high: None, note: Some(note) }
    }

    const fn of(low: u16, high: Option<u16>) -> Self {
        Self { low: Some(low), high, note: None }
    }
}

/// The oldest age that is believed; the oldest known person reached 122.
const OLDEST: u64 = 125;
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2100;

/// Reads one age: "34", "5 meses", "30s", "10-14", "less than a day", "٤٠ سنة", "infant".
#[must_use]
pub fn parse_age(raw: &str) -> AgeRead {
    let trimmed = raw.trim();
    if let Some(read) = plain_number(trimmed.as_bytes()) {
        return read;
    }
    if let Some(kind) = missing(trimmed) {
        return AgeRead::none(AgeNote::Missing(kind));
    }
    let text = normalise(trimmed);
    if let Some(read) = decimal(&text) {
        return read;
    }
    collect(&text).and_then(|words| words.resolve()).unwrap_or(AgeRead::none(AgeNote::Unreadable))
}

fn plain_number(bytes: &[u8]) -> Option<AgeRead> {
    if bytes.is_empty() || bytes.len() > 6 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(whole(bytes.iter().fold(0, |n, b| n * 10 + u64::from(b - b'0'))))
}

fn whole(years: u64) -> AgeRead {
    match u16::try_from(years) {
        Ok(n) if years <= OLDEST => AgeRead::of(n, Some(n)),
        Ok(n) if YEARS.contains(&years) => AgeRead::none(AgeNote::LooksLikeYear(n)),
        _ => AgeRead::none(AgeNote::Implausible),
    }
}

/// "0.34", "43.0", "-1": a number and nothing else, in any script's digits.
fn decimal(text: &str) -> Option<AgeRead> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()));
    let (years, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.len() <= 9 && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(years) || !(digits(fraction) || fraction.is_empty()) {
        return None;
    }
    Some(if negative { AgeRead::none(AgeNote::Negative) } else { whole(years.parse().ok()?) })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    Hours,
}

#[derive(Debug, Clone, Copy)]
struct Amount {
    n: u64,
    unit: Option<Unit>,
    /// Said in words, so that "twenty" may go on with "five".
    words: bool,
}

#[derive(Debug, Default)]
struct Words {
    amounts: Vec<Amount>,
    /// After how many amounts a range sign stands.
    split: Option<usize>,
    between: bool,
    less: bool,
    most: bool,
    more: bool,
    about: bool,
    decade: bool,
    named: Option<(u16, Option<u16>)>,
}

fn collect(text: &str) -> Option<Words> {
    let tokens = tokens(text);
    let mut words = Words::default();
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let mut taken = 1;
        match token.kind {
            Kind::Number(value) => {
                words.amounts.push(Amount { n: value?, unit: None, words: false });
                taken += fraction(&tokens, i);
            }
            // "25 y/o"
            Kind::Mark('/') if matches!(tokens.get(i + 1).map(|t| t.kind), Some(Kind::Word)) => {}
            Kind::Mark(mark) => words.mark(mark)?,
            Kind::Word => taken = words.word(text, &tokens, i)?,
        }
        i += taken;
    }
    Some(words)
}

/// How many tokens the decimals of the number at `i` take: completed years do not need them.
fn fraction(tokens: &[Token], i: usize) -> usize {
    let glued =
        |a: usize, b: usize| matches!((tokens.get(a), tokens.get(b)), (Some(a), Some(b)) if a.end == b.start);
    let point = matches!(tokens.get(i + 1).map(|t| t.kind), Some(Kind::Mark('.' | ',')));
    let digits = matches!(tokens.get(i + 2).map(|t| t.kind), Some(Kind::Number(_)));
    if point && digits && glued(i, i + 1) && glued(i + 1, i + 2) { 2 } else { 0 }
}

impl Words {
    fn mark(&mut self, mark: char) -> Option<()> {
        match mark {
            '-' if !self.amounts.is_empty() => self.split = self.split.or(Some(self.amounts.len())),
            '+' | '>' | '≥' => self.more = true,
            '<' => self.less = true,
            '≤' => self.most = true,
            '~' | '?' | '±' => self.about = true,
            '-' | '.' | ',' | '\'' | '"' | ':' | ';' | '،' => {}
            _ => return None,
        }
        Some(())
    }

    /// Reads the word at `i`; how many tokens it takes, or `None` when it is no word of ages.
    fn word(&mut self, text: &str, tokens: &[Token], i: usize) -> Option<usize> {
        if &text[tokens[i].start..tokens[i].end] == "s" && self.amounts.len() == 1 && self.is_round() {
            // "30s"; but "6 month s" is a slip that means months.
            self.decade = self.amounts[0].unit.is_none();
            return Some(1);
        }
        if let Some((value, n)) = phrase(&lexicon().decades, text, tokens, i) {
            self.amounts.push(Amount { n: u64::from(value), unit: Some(Unit::Years), words: false });
            self.decade = true;
            return Some(n);
        }
        if let Some((range, n)) = phrase(&lexicon().age_words, text, tokens, i) {
            self.named = self.named.or(Some(range));
            return Some(n);
        }
        if let Some((sense, n)) = phrase(&lexicon().age, text, tokens, i) {
            self.sense(sense, tokens, i + n);
            return Some(n);
        }
        let (value, n) = phrase(&lexicon().numbers, text, tokens, i)?;
        match self.amounts.last_mut() {
            Some(last) if last.words && last.unit.is_none() && last.n % 10 == 0 && value < 10 => {
                last.n += value
            }
            _ => self.amounts.push(Amount { n: value, unit: None, words: true }),
        }
        Some(n)
    }

    fn is_round(&self) -> bool {
        self.amounts[0].n % 10 == 0 && (10..=90).contains(&self.amounts[0].n)
            || self.amounts[0].unit.is_some()
    }

    fn sense(&mut self, sense: Sense, tokens: &[Token], next: usize) {
        let rest = tokens.get(next..).unwrap_or(&[]);
        let word = tokens.get(next.wrapping_sub(1)).map_or(0, |t| t.end - t.start);
        let number_next = matches!(rest.first().map(|t| t.kind), Some(Kind::Number(_)));
        let number_later = rest.iter().any(|t| matches!(t.kind, Kind::Number(_)));
        let pending = self.amounts.last().is_some_and(|a| a.unit.is_none());
        if sense.has(Sense::TO) && !self.amounts.is_empty() && (number_next || self.between) {
            self.split = self.split.or(Some(self.amounts.len()));
        } else if let Some(unit) = unit(sense) {
            if sense.has(Sense::TWO) {
                self.amounts.push(Amount { n: 2, unit: Some(unit), words: false });
            } else if pending {
                for amount in self.amounts.iter_mut().filter(|a| a.unit.is_none()) {
                    amount.unit = Some(unit);
                }
            } else if !number_later && word > 2 {
                // "less than a day"; a lone letter says nothing.
                self.amounts.push(Amount { n: 1, unit: Some(unit), words: false });
            }
        } else if sense.has(Sense::LESS) {
            self.less = true;
        } else if sense.has(Sense::MOST) {
            self.most = true;
        } else if sense.has(Sense::MORE) {
            self.more = true;
        } else if sense.has(Sense::BETWEEN) {
            self.between = true;
        } else if sense.has(Sense::ABOUT) {
            self.about = true;
        } else if sense.has(Sense::DECADE) {
            self.decade = true;
        }
    }

    fn resolve(&self) -> Option<AgeRead> {
        let mut read = self.bounds()?;
        if self.about && read.note.is_none() {
            read.note = Some(AgeNote::Approximate);
        }
        Some(read)
    }

    fn bounds(&self) -> Option<AgeRead> {
        let Some(first) = self.amounts.first() else {
            return self.named.map(|(low, high)| AgeRead::of(low, high));
        };
        let two = self.split.is_some_and(|at| at < self.amounts.len()) || self.between;
        if two {
            let at = self.split.unwrap_or(1);
            let (low, high) = self.amounts.split_at_checked(at)?;
            let (low, high) = (years(low, high.last()?.unit)?, years(high, None)?);
            return (low <= high).then(|| whole_range(low, high));
        }
        if self.split.is_some() {
            return None;
        }
        if self.decade {
            return (self.amounts.len() == 1).then(|| whole_range(first.n, first.n + 9));
        }
        let bare = self.amounts.iter().filter(|a| a.unit.is_none()).count();
        if bare > 1 || bare == 1 && self.amounts.len() > 1 {
            return None;
        }
        let n = years(&self.amounts, None)?;
        let under_a_year = self.amounts.iter().all(|a| !matches!(a.unit, None | Some(Unit::Years)));
        let read = whole(n);
        let Some(number) = read.low else { return Some(read) };
        Some(if self.less && !under_a_year {
            AgeRead::of(0, Some(number.checked_sub(1)?))
        } else if self.less || self.most {
            AgeRead::of(0, Some(number))
        } else if self.more {
            AgeRead::of(number, None)
        } else {
            read
        })
    }
}

fn whole_range(low: u64, high: u64) -> AgeRead {
    match (whole(low), whole(high)) {
        (AgeRead { low: Some(low), .. }, AgeRead { high: Some(high), .. }) => AgeRead::of(low, Some(high)),
        (AgeRead { low: None, note, .. }, _) | (_, AgeRead { note, .. }) => {
            AgeRead { low: None, high: None, note }
        }
    }
}

const fn unit(sense: Sense) -> Option<Unit> {
    if sense.has(Sense::YEAR) {
        Some(Unit::Years)
    } else if sense.has(Sense::MONTHS) {
        Some(Unit::Months)
    } else if sense.has(Sense::WEEKS) {
        Some(Unit::Weeks)
    } else if sense.has(Sense::DAYS) {
        Some(Unit::Days)
    } else if sense.has(Sense::HOURS) {
        Some(Unit::Hours)
    } else {
        None
    }
}

/// The completed years in a sum such as "1 year and 6 months".
fn years(amounts: &[Amount], default: Option<Unit>) -> Option<u64> {
    let (mut months, mut days) = (0u64, 0u64);
    for amount in amounts {
        let n = amount.n;
        match amount.unit.or(default).unwrap_or(Unit::Years) {
            Unit::Years => months = months.checked_add(n.checked_mul(12)?)?,
            Unit::Months => months = months.checked_add(n)?,
            Unit::Weeks => days = days.checked_add(n.checked_mul(7)?)?,
            Unit::Days => days = days.checked_add(n)?,
            Unit::Hours => days = days.checked_add(n / 24)?,
        }
    }
    (months / 12).checked_add(days / 366)
}
