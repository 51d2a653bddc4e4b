//! What the values of each column look like.

use super::heading::{Guess, Heading, indicator};
use crate::mapping::Because;
use crate::parse::lexicon::{act_words, sex_word};
use crate::parse::{Order, Precision, missing, parse_age, parse_date};
use crate::point::microdegrees;
use crate::role::Role;
use std::collections::BTreeMap;

/// Counts how often each value occurs in each column; the order of rows leaves no trace.
#[derive(Debug, Clone)]
pub struct Profiler {
    pub(super) header: Vec<String>,
    pub(super) has_header: bool,
    pub(super) hxl: Option<Vec<String>>,
    pub(super) counts: Vec<BTreeMap<String, u32>>,
    rows: u32,
}

/// How many different values of a column are tried as dates and ages.
const TRIED: usize = 3000;

/// What share of the filled cells of a column does what, in percent.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    rows: u32,
    filled: u32,
    distinct: usize,
    tried: u32,
    dates: u32,
    days: u32,
    years: u32,
    ages: u32,
    age_words: u32,
    sexes: u32,
    acts: u32,
    degrees: u32,
    small: u32,
    digits: u32,
    letters: u32,
    words: u64,
    scripts: BTreeMap<&'static str, u32>,
    /// Words that begin with a letter that only ends words, and words that end with it.
    odd_starts: u32,
    odd_ends: u32,
    frequent: Vec<String>,
}

impl Profiler {
    /// Starts with the names of the columns.
    #[must_use]
    pub fn new(header: &[String], has_header: bool, hxl: Option<&[String]>) -> Self {
        Self {
            header: header.to_vec(),
            has_header,
            hxl: hxl.map(<[String]>::to_vec),
            counts: vec![BTreeMap::new(); header.len()],
            rows: 0,
        }
    }

    /// Adds one row.
    pub fn add<'r>(&mut self, cells: impl Iterator<Item = &'r str>) {
        self.rows += 1;
        for (counts, cell) in self.counts.iter_mut().zip(cells) {
            let cell = cell.trim();
            if let Some(count) = counts.get_mut(cell) {
                *count += 1;
            } else {
                counts.insert(cell.to_owned(), 1);
            }
        }
    }

    pub(super) fn facts(&self) -> Vec<Facts> {
        self.counts.iter().map(|counts| Facts::of(counts, self.rows)).collect()
    }
}

impl Facts {
    fn of(counts: &BTreeMap<String, u32>, rows: u32) -> Self {
        let mut facts = Self { rows, ..Self::default() };
        let stated: Vec<(&String, u32)> =
            counts.iter().filter(|(v, _)| missing(v).is_none()).map(|(v, n)| (v, *n)).collect();
        facts.distinct = stated.len();
        facts.filled = stated.iter().map(|(_, n)| n).sum();
        // Every k-th of the sorted values, so that no initial letter speaks for the rest.
        let step = stated.len().div_ceil(TRIED).max(1);
        for (value, n) in stated.iter().step_by(step) {
            facts.look(value, *n);
        }
        let mut by_count = stated;
        by_count.sort_by_key(|(value, n)| (std::cmp::Reverse(*n), *value));
        facts.frequent = by_count.into_iter().take(60).map(|(v, _)| v.clone()).collect();
        facts
    }

    fn look(&mut self, value: &str, n: u32) {
        self.tried += n;
        let date = parse_date(value, Order::Any);
        let plain = value.trim_end_matches(".0").parse::<u32>().ok();
        self.dates += if date.precision == Precision::Unknown && !looks_numeric_date(value) { 0 } else { n };
        self.days += if looks_numeric_date(value) || date.precision == Precision::Day && plain.is_none() {
            n
        } else {
            0
        };
        self.years += if plain.is_some_and(|y| (1850..=2100).contains(&y)) { n } else { 0 };
        let age = parse_age(value);
        let aged = age.low.is_some() || age.high.is_some();
        self.ages += if aged { n } else { 0 };
        self.age_words += if aged && plain.is_none() { n } else { 0 };
        self.sexes += if sex_word(value).is_some() { n } else { 0 };
        self.acts += if act_words(value).is_some() { n } else { 0 };
        self.degrees += if microdegrees(value).is_some_and(|d| d.abs() <= 180_000_000) { n } else { 0 };
        self.small += if plain.is_some_and(|p| p <= 31) { n } else { 0 };
        let digits = value.chars().filter(|c| c.is_numeric()).count();
        let letters = value.chars().filter(|c| c.is_alphabetic()).count();
        self.digits += if digits > letters { n } else { 0 };
        self.letters += if letters > 1 && digits == 0 { n } else { 0 };
        self.words += u64::from(n) * value.split_whitespace().count().min(20) as u64;
        for word in value.split_whitespace() {
            self.odd_starts += if word.starts_with(ONLY_ENDS) { n } else { 0 };
            self.odd_ends += if word.ends_with(ONLY_ENDS) { n } else { 0 };
        }
        if let Some(script) = script_of(value) {
            *self.scripts.entry(script).or_default() += n;
        }
    }

    fn percent(&self, part: u32) -> u32 {
        let share = (u64::from(part) * 100).checked_div(u64::from(self.tried)).unwrap_or(0);
        u32::try_from(share).unwrap_or(100)
    }

    /// The script of most cells, as an ISO 15924 code.
    pub(super) fn script(&self) -> Option<&'static str> {
        self.scripts.iter().max_by_key(|(code, n)| (**n, std::cmp::Reverse(**code))).map(|(code, _)| *code)
    }

    /// The values that occur most.
    pub(super) fn frequent(&self) -> &[String] {
        &self.frequent
    }

    /// The guess with what the values say to it, or `None` when they contradict it.
    pub(super) fn supports(&self, mut guess: Guess, heading: &Heading) -> Option<Guess> {
        if self.filled == 0 {
            guess.confidence = guess.confidence.min(60);
            guess.reason.push_str("; no cell is filled");
            return (guess.role != Role::Act).then_some(guess);
        }
        let (share, needed, what) = match guess.role {
            Role::Sex if heading.asks_sex() => (self.asked_sex(heading), 80, "answer yes or no"),
            Role::Sex => (self.percent(self.sexes), 60, "read as a sex"),
            Role::Age => (self.percent(self.ages), 60, "read as ages"),
            Role::BirthDate | Role::Date | Role::StartDate | Role::EndDate | Role::ReportDate => {
                (self.percent(self.dates), 50, "read as dates")
            }
            Role::BirthYear | Role::Year => (self.percent(self.years), 60, "are years"),
            Role::Month | Role::Day => (self.percent(self.small), 60, "are small numbers"),
            Role::Latitude | Role::Longitude => (self.percent(self.degrees), 60, "read as degrees"),
            Role::Act => (self.percent(self.acts), 50, "name a known act"),
            Role::Place | Role::BirthPlace | Role::Residence | Role::Admin1 | Role::Admin2 | Role::Admin3 => {
                (100 - self.percent(self.digits), 60, "are words")
            }
            role if role.is_name() => (self.percent(self.letters), 60, "are words without digits"),
            Role::Row => (self.percent(self.digits), 90, "are numbers"),
            Role::PersonId | Role::IncidentId if heading.is_partly_unknown() => {
                let unique = self.distinct * 100 / self.filled.max(1) as usize;
                (u32::try_from(unique).unwrap_or(0), 98, "are unique")
            }
            _ => (100, 0, ""),
        };
        if share < needed {
            return None;
        }
        if !what.is_empty() {
            guess.reason.push_str(&format!("; {share}% of {} filled cells {what}", self.filled));
            if share < 90 {
                guess.confidence = guess.confidence.saturating_sub(10);
            }
        }
        if guess.role == Role::PersonId && self.distinct < self.filled as usize {
            let repeats = self.filled as usize - self.distinct;
            guess.reason.push_str(&format!("; {repeats} cells repeat another"));
        }
        if guess.role.is_name() && guess.lang.is_none() {
            guess.lang = self.script().map(str::to_owned);
        }
        Some(guess)
    }

    fn asked_sex(&self, heading: &Heading) -> u32 {
        let answers = self.frequent.iter().filter(|v| indicator(heading.text(), v).is_some()).count();
        if self.frequent.len() <= 3 && answers >= 1 { 100 } else { 0 }
    }

    /// Letters in the order in which a page shows them from the left: text of a broken PDF.
    pub(super) const fn looks_mirrored(&self) -> bool {
        self.odd_starts > 3 && self.odd_starts > self.odd_ends * 10
    }

    /// Several words, hardly ever the same, no digits.
    pub(super) fn reads_like_names(&self) -> bool {
        let words = (self.words * 10).checked_div(u64::from(self.tried)).unwrap_or(0);
        self.percent(self.letters) >= 90
            && (15..=60).contains(&words)
            && self.distinct * 10 >= self.filled as usize * 7
            && self.filled * 2 >= self.rows
    }

    /// For tables without a header: only what values show beyond doubt.
    pub(super) fn guess_by_values(&self) -> Option<Guess> {
        if self.filled == 0 {
            return None;
        }
        let few = self.distinct * 2 < self.filled as usize;
        let (role, confidence, reason) = if self.percent(self.days) >= 80 {
            (Role::Date, 70, "nearly all cells read as days")
        } else if self.percent(self.sexes) >= 95 && self.distinct <= 8 {
            (Role::Sex, 75, "nearly all cells read as a sex")
        } else if self.percent(self.ages) >= 95
            && self.distinct > 3
            && self.distinct <= 130.max(self.filled as usize / 4)
        {
            (Role::Age, 60, "nearly all cells read as ages")
        } else if self.reads_like_names() {
            (Role::Name, 65, "several words, hardly ever the same")
        } else if self.percent(self.letters) >= 80 && few {
            (Role::Place, 45, "words that repeat, as places do")
        } else {
            return None;
        };
        let lang = if role == Role::Name { self.script().map(str::to_owned) } else { None };
        let reason = format!("the table has no header; {reason}");
        Some(Guess { role, act: None, lang, confidence, because: Because::Values, reason })
    }
}

/// Arabic and Hebrew letters in forms that stand at the end of words only.
const ONLY_ENDS: [char; 7] = ['ة', 'ى', 'ך', 'ם', 'ן', 'ף', 'ץ'];

/// `05/10/2022` is a date also where its order is not known.
fn looks_numeric_date(value: &str) -> bool {
    let mut groups = value.split(['/', '-', '.']);
    let number = |g: Option<&str>| {
        g.is_some_and(|g| !g.is_empty() && g.len() <= 4 && g.bytes().all(|b| b.is_ascii_digit()))
    };
    number(groups.next())
        && number(groups.next())
        && number(groups.next())
        && groups.next().is_none()
        && value.len() >= 6
}

/// The script of the first letter.
pub(crate) fn script_of(text: &str) -> Option<&'static str> {
    let c = text.chars().find(|c| c.is_alphabetic())?;
    Some(match c as u32 {
        0x41..=0x24F | 0x1E00..=0x1EFF => "Latn",
        0x400..=0x52F => "Cyrl",
        0x590..=0x5FF | 0xFB1D..=0xFB4F => "Hebr",
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => "Arab",
        0x1000..=0x109F => "Mymr",
        0x370..=0x3FF => "Grek",
        0x530..=0x58F => "Armn",
        0x10A0..=0x10FF => "Geor",
        0x900..=0x97F => "Deva",
        0x1200..=0x137F => "Ethi",
        0x4E00..=0x9FFF => "Hani",
        _ => return None,
    })
}
