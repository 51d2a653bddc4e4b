//! The words of each language, from data files.

use cairn_fold::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::date::Order;
use super::missing::Missing;

/// Adding a language is adding its file here.
const FILES: [&str; 7] = [
    include_str!("../../data/lang/en.toml"),
    include_str!("../../data/lang/ar.toml"),
    include_str!("../../data/lang/he.toml"),
    include_str!("../../data/lang/uk.toml"),
    include_str!("../../data/lang/es.toml"),
    include_str!("../../data/lang/fr.toml"),
    include_str!("../../data/lang/ru.toml"),
];

/// What a word may mean in a date, an age or a quantity: a set, since short words mean several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sense(u32);

impl Sense {
    pub(crate) const IGNORE: Self = Self(1);
    pub(crate) const TO: Self = Self(1 << 1);
    pub(crate) const BEFORE: Self = Self(1 << 2);
    pub(crate) const AFTER: Self = Self(1 << 3);
    pub(crate) const PART: Self = Self(1 << 4);
    pub(crate) const HALF: Self = Self(1 << 5);
    pub(crate) const FIRST: Self = Self(1 << 6);
    pub(crate) const SECOND: Self = Self(1 << 7);
    pub(crate) const YEAR: Self = Self(1 << 8);
    pub(crate) const ABOUT: Self = Self(1 << 9);
    pub(crate) const OTHER_CALENDAR: Self = Self(1 << 10);
    pub(crate) const MONTHS: Self = Self(1 << 11);
    pub(crate) const WEEKS: Self = Self(1 << 12);
    pub(crate) const DAYS: Self = Self(1 << 13);
    pub(crate) const HOURS: Self = Self(1 << 14);
    pub(crate) const TWO: Self = Self(1 << 15);
    pub(crate) const BETWEEN: Self = Self(1 << 16);
    pub(crate) const LESS: Self = Self(1 << 17);
    pub(crate) const MORE: Self = Self(1 << 18);
    pub(crate) const ZERO: Self = Self(1 << 19);
    pub(crate) const OPEN: Self = Self(1 << 20);
    pub(crate) const MOST: Self = Self(1 << 21);
    pub(crate) const DECADE: Self = Self(1 << 22);
    pub(crate) const NEAR: Self = Self(1 << 23);
    pub(crate) const ADMIN1: Self = Self(1 << 24);
    pub(crate) const ADMIN2: Self = Self(1 << 25);
    pub(crate) const SETTLEMENT: Self = Self(1 << 26);
    /// Any word that says what kind of place a name is of.
    pub(crate) const LEVEL: Self = Self(7 << 24);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Folded phrase to meaning.
pub(crate) type Phrases<T> = HashMap<String, T>;

/// All languages together, folded, ready to look up.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) months: Phrases<u8>,
    pub(crate) date: Phrases<Sense>,
    pub(crate) age: Phrases<Sense>,
    pub(crate) decades: Phrases<u16>,
    /// Low and high years; a negative high is open.
    pub(crate) age_words: Phrases<(u16, Option<u16>)>,
    pub(crate) quantity: Phrases<Sense>,
    /// Words around the names of places.
    pub(crate) place: Phrases<Sense>,
    pub(crate) vague: Phrases<u64>,
    pub(crate) numbers: Phrases<u64>,
    pub(crate) missing: Phrases<Missing>,
    /// `male`, `female`, `other`, `unknown`.
    pub(crate) sex: Phrases<&'static str>,
    /// What words of column headers name, `age` or `birth`: several where languages share a word.
    pub(crate) headers: Phrases<Vec<&'static str>>,
    /// In which languages a word of a header stands, and the order of their dates.
    pub(crate) header_languages: Phrases<Vec<(&'static str, Order)>>,
    /// Harm by the words of headers and of status columns.
    pub(crate) acts: Phrases<&'static str>,
    /// Letters glued to the front of a word, longest first.
    pub(crate) prefixes: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct File {
    code: String,
    /// How the language writes numeric dates, where all its writers agree.
    date_order: Option<String>,
    prefixes: Vec<String>,
    months: BTreeMap<String, Vec<String>>,
    date: BTreeMap<String, Vec<String>>,
    age: AgeFile,
    quantity: QuantityFile,
    numbers: BTreeMap<String, u64>,
    missing: BTreeMap<String, Vec<String>>,
    sex: BTreeMap<String, Vec<String>>,
    headers: BTreeMap<String, Vec<String>>,
    acts: BTreeMap<String, Vec<String>>,
    place: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AgeFile {
    decades: BTreeMap<String, u16>,
    words: BTreeMap<String, [i32; 2]>,
    #[serde(flatten)]
    senses: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct QuantityFile {
    vague: BTreeMap<String, u64>,
    #[serde(flatten)]
    senses: BTreeMap<String, Vec<String>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for text in FILES {
        match toml::from_str::<File>(text) {
            Ok(file) => lexicon.add(file),
            // The files are part of the program; `every_file_loads` keeps this from being reached.
            Err(e) => unreachable!("a language file of this crate does not parse: {e}"),
        }
    }
    // Single letters and digits that languages share must not flip with the order of files.
    lexicon.prefixes.sort_by_key(|p| (std::cmp::Reverse(p.len()), p.clone()));
    lexicon.prefixes.dedup();
    lexicon
});

/// The words of all languages.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn add(&mut self, file: File) {
        for (number, words) in &file.months {
            let number = number.parse().unwrap_or(0);
            for word in words {
                self.months.entry(fold(word)).or_insert(number);
            }
        }
        add_senses(&mut self.date, &file.date, &file.code);
        add_senses(&mut self.age, &file.age.senses, &file.code);
        add_senses(&mut self.quantity, &file.quantity.senses, &file.code);
        add_senses(&mut self.place, &file.place, &file.code);
        for (word, decade) in &file.age.decades {
            self.decades.insert(fold(word), *decade);
        }
        for (word, [low, high]) in &file.age.words {
            let low = u16::try_from(*low).unwrap_or(0);
            self.age_words.insert(fold(word), (low, u16::try_from(*high).ok()));
        }
        for (word, floor) in &file.quantity.vague {
            self.vague.insert(fold(word), *floor);
        }
        for (word, value) in &file.numbers {
            self.numbers.entry(fold(word)).or_insert(*value);
        }
        for (kind, words) in &file.missing {
            let kind = match kind.as_str() {
                "unknown" => Missing::Unknown,
                "refused" => Missing::Refused,
                "not_applicable" => Missing::NotApplicable,
                _ => Missing::NotStated,
            };
            for word in words {
                self.missing.entry(fold(word)).or_insert(kind);
            }
        }
        for (sex, words) in &file.sex {
            let sex = match sex.as_str() {
                "male" => "male",
                "female" => "female",
                "other" => "other",
                _ => "unknown",
            };
            for word in words {
                self.sex.entry(fold(word)).or_insert(sex);
            }
        }
        let order = file.date_order.as_deref().and_then(Order::from_code).unwrap_or_default();
        let language = (interned(file.code), order);
        for (concept, words) in file.headers {
            let concept = interned(concept);
            for word in words {
                let known: &mut Vec<_> = self.headers.entry(header_words(&word)).or_default();
                if !known.contains(&concept) {
                    known.push(concept);
                }
                let languages = self.header_languages.entry(header_words(&word)).or_default();
                if concept != "stop" && !languages.contains(&language) {
                    languages.push(language);
                }
            }
        }
        for (act, words) in file.acts {
            let act = interned(act);
            for word in words {
                self.acts.entry(header_words(&word)).or_insert(act);
            }
        }
        self.prefixes.extend(file.prefixes.iter().map(|p| fold(p)));
    }
}

/// The data files are read once in a process, so their few codes may live as long as it.
fn interned(code: String) -> &'static str {
    Box::leak(code.into_boxed_str())
}

/// A header or a status in folded words with single spaces: `Date_of-Birth` and `dateOfBirth` are `date of birth`.
pub(crate) fn header_words(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 4);
    let mut lower = false;
    for c in header.chars() {
        if c.is_uppercase() && lower {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(if c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '№') || is_mark(c) {
            c
        } else {
            ' '
        });
    }
    fold(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Vowel signs and other marks inside words: `fold` drops them, a space in their place would split the word.
fn is_mark(c: char) -> bool {
    !c.is_ascii()
        && !c.is_whitespace()
        && !c.is_alphanumeric()
        && !c.is_ascii_punctuation()
        && fold(c.encode_utf8(&mut [0; 4])).is_empty()
}

fn add_senses(map: &mut Phrases<Sense>, words: &BTreeMap<String, Vec<String>>, code: &str) {
    for (name, words) in words {
        let sense = match name.as_str() {
            "ignore" => Sense::IGNORE,
            "to" => Sense::TO,
            "before" => Sense::BEFORE,
            "after" => Sense::AFTER,
            "part" => Sense::PART,
            "half" => Sense::HALF,
            "first" => Sense::FIRST,
            "second" => Sense::SECOND,
            "year" | "years" => Sense::YEAR,
            "about" => Sense::ABOUT,
            "other_calendar" => Sense::OTHER_CALENDAR,
            "months" => Sense::MONTHS,
            "weeks" => Sense::WEEKS,
            "days" => Sense::DAYS,
            "hours" => Sense::HOURS,
            "two_years" => Sense::TWO.and(Sense::YEAR),
            "two_months" => Sense::TWO.and(Sense::MONTHS),
            "two_weeks" => Sense::TWO.and(Sense::WEEKS),
            "two_days" => Sense::TWO.and(Sense::DAYS),
            "between" => Sense::BETWEEN,
            "less" => Sense::LESS,
            "most" | "at_most" => Sense::MOST,
            "decade" => Sense::DECADE,
            "more" | "at_least" => Sense::MORE,
            "zero" => Sense::ZERO,
            "open" => Sense::OPEN,
            "near" => Sense::NEAR,
            "admin1" => Sense::ADMIN1,
            "admin2" => Sense::ADMIN2,
            "settlement" => Sense::SETTLEMENT,
            "article" => Sense::IGNORE,
            other => unreachable!("language file {code}: no sense is called {other}"),
        };
        for word in words {
            let entry = map.entry(fold(word)).or_default();
            *entry = entry.and(sense);
        }
    }
}

/// The sex that a cell names, or `None` for words that no language file knows.
#[must_use]
pub fn sex_word(raw: &str) -> Option<&'static str> {
    let known = |word: &str| lexicon().sex.get(word).copied();
    if let Some(sex) = known(fold(raw.trim()).trim()) {
        return Some(sex);
    }
    if raw.contains(['?', '؟']) {
        return None;
    }
    // "Adult - Male": one sex among few words. A lone letter among words is an initial.
    let words = header_words(raw);
    let mut found = words.split(' ').take(4).filter(|w| w.chars().nth(1).is_some()).filter_map(known);
    let first = found.next()?;
    (words.split(' ').count() < 4 && found.all(|sex| sex == first)).then_some(first)
}

/// The act that a status such as "Detenido/a desaparecido/a" names: that of its longest known phrase.
#[must_use]
pub fn act_words(raw: &str) -> Option<&'static str> {
    let text = header_words(raw);
    let words: Vec<&str> = text.split(' ').collect();
    for n in (1..=words.len().min(4)).rev() {
        // Among phrases of one length the later one: "arrested, then disappeared".
        let found = words.windows(n).rev().find_map(|w| {
            let phrase = w.join(" ");
            let bare = lexicon().prefixes.iter().find_map(|p| phrase.strip_prefix(p.as_str()));
            let act = |p: &str| lexicon().acts.get(p).copied();
            act(&phrase).or_else(|| bare.and_then(act))
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_loads() {
        let lexicon = lexicon();
        assert!(lexicon.months.len() > 150);
        for number in 1..=12 {
            assert!(lexicon.months.values().any(|m| *m == number), "month {number}");
        }
        assert!(!lexicon.months.values().any(|m| !(1..=12).contains(m)), "every month has a number");
    }

    #[test]
    fn months_of_all_regions() {
        for (word, number) in [
            ("تشرين الثاني", 11),
            ("كانون الثاني", 1),
            ("غشت", 8),
            ("جويلية", 7),
            ("грудня", 12),
            ("מרץ", 3),
            ("ENE", 1),
        ] {
            assert_eq!(lexicon().months.get(&fold(word)), Some(&number), "{word}");
        }
    }
}
