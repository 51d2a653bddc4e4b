//! A header as the set of things that its words name, and the role that follows.

use crate::mapping::Because;
use crate::parse::Order;
use crate::parse::lexicon::{header_words, lexicon};
use crate::role::Role;

/// A role with why and how sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) role: Role,
    pub(super) act: Option<&'static str>,
    pub(super) lang: Option<String>,
    pub(super) confidence: u8,
    pub(super) because: Because,
    pub(super) reason: String,
}

/// The concepts in one header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heading {
    text: String,
    concepts: Vec<&'static str>,
    act: Option<&'static str>,
    lang: Option<&'static str>,
    /// Words that no language file knows.
    unknown: usize,
    /// The languages that have all its known words.
    languages: Vec<(&'static str, Order)>,
    /// The number of a series: `place_2`.
    number: Option<u32>,
}

/// Words of a header that say in which language its cells are.
const LANGUAGES: [(&str, &[&str]); 6] = [
    ("en", &["en", "eng", "english", "latin", "انجليزي", "بالانجليزي"]),
    ("ar", &["ar", "ara", "arabic", "عربي", "بالعربي", "العربي"]),
    ("he", &["he", "heb", "hebrew", "עברית"]),
    ("uk", &["uk", "ukr", "ukrainian", "українською"]),
    ("ru", &["ru", "rus", "russian"]),
    ("es", &["es", "spa", "spanish"]),
];

impl Heading {
    pub(super) fn read(header: &str) -> Self {
        let words = header_words(header);
        let mut heading = Self { text: header.to_owned(), ..Self::default() };
        let mut rest: Vec<&str> = words.split(' ').filter(|w| !w.is_empty()).collect();
        if rest.len() > 1 {
            rest.retain(|word| match LANGUAGES.iter().find(|(_, words)| words.contains(word)) {
                Some((code, _)) => {
                    heading.lang = Some(code);
                    false
                }
                None => true,
            });
            // "adm 1" is a level; in "place 2" the number is that of a series.
            let last = rest.len() - 1;
            if last > 0
                && let Ok(number) = rest[last].parse::<u32>()
                // "age in 2031" is of a year, not of a series.
                && number < 1000
                && !lexicon().headers.contains_key(&rest[last - 1..].join(" "))
            {
                heading.number = Some(number);
                rest.pop();
            }
        }
        if rest.len() > 1 {
            rest.retain(|word| !(word.len() == 4 && word.parse::<u32>().is_ok()));
        }
        let mut i = 0;
        while i < rest.len() {
            i += heading.take(&rest[i..]);
        }
        heading
    }

    /// Reads the longest known phrase at the front; how many words it takes.
    fn take(&mut self, words: &[&str]) -> usize {
        let lexicon = lexicon();
        for n in (1..=words.len().min(4)).rev() {
            let phrase = words[..n].join(" ");
            let bare = lexicon.prefixes.iter().find_map(|p| phrase.strip_prefix(p.as_str()));
            for phrase in [Some(phrase.as_str()), bare].into_iter().flatten() {
                let concepts = lexicon.headers.get(phrase);
                let act = lexicon.acts.get(phrase);
                if concepts.is_some() || act.is_some() {
                    self.concepts.extend(concepts.into_iter().flatten());
                    self.languages.extend(lexicon.header_languages.get(phrase).into_iter().flatten());
                    self.act = self.act.or(act.copied());
                    return n;
                }
            }
        }
        self.unknown += 1;
        1
    }

    fn has(&self, concept: &str) -> bool {
        self.concepts.contains(&concept)
    }

    fn any(&self, concepts: &[&str]) -> bool {
        concepts.iter().any(|c| self.has(c))
    }

    /// Nothing else is named beside these.
    fn only(&self, concepts: &[&str]) -> bool {
        self.unknown == 0 && self.concepts.iter().all(|c| *c == "stop" || concepts.contains(c))
    }

    /// The role that the words mean, before the values are asked.
    pub(super) fn guess(&self) -> Option<Guess> {
        if self.number.is_some_and(|n| n > 1) {
            // The first of a numbered series speaks of the event, the others of what came after.
            return None;
        }
        if self.unknown > 2 {
            // A sentence in which "age" or "date" stands is about something else.
            return None;
        }
        let (role, sure) = self.role()?;
        let sure = if self.unknown > 0 { sure - 20 } else { sure };
        let act = if role.is_date() || role == Role::Place { self.act } else { None };
        let act = act.filter(|_| !matches!(role, Role::BirthDate | Role::ReportDate));
        let lang = self.lang.filter(|_| role.is_name() || role.is_place()).map(str::to_owned);
        let reason = format!("the header {:?} says {}", self.text, role.code());
        Some(Guess { role, act, lang, confidence: sure, because: Because::Header, reason })
    }

    fn role(&self) -> Option<(Role, u8)> {
        self.of_point()
            .or_else(|| self.of_person())
            .or_else(|| self.of_time())
            .or_else(|| self.of_name())
            .or_else(|| self.of_place())
            .or_else(|| self.of_id())
            .or_else(|| self.of_rest())
    }

    fn of_point(&self) -> Option<(Role, u8)> {
        match (self.has("latitude"), self.has("longitude")) {
            (true, false) => Some((Role::Latitude, 95)),
            (false, true) => Some((Role::Longitude, 95)),
            _ => None,
        }
    }

    fn of_person(&self) -> Option<(Role, u8)> {
        let placed = self.any(&["place", "country", "admin1", "admin2", "admin3"]);
        if self.has("report_name") {
            None
        } else if self.has("sex") {
            Some((Role::Sex, 95))
        } else if self.only(&["male"]) && self.has("male") || self.only(&["female"]) && self.has("female") {
            Some((Role::Sex, 80))
        } else if self.has("birth_date") && !placed {
            Some((Role::BirthDate, 95))
        } else if self.has("residence") && !self.any(&["id", "date", "latitude", "longitude"]) {
            Some((Role::Residence, 85))
        } else if self.has("birth") && placed && !self.has("id") {
            Some((Role::BirthPlace, 90))
        } else if self.has("birth") && self.has("year") {
            Some((Role::BirthYear, 95))
        } else if self.has("birth") && self.has("date") {
            Some((Role::BirthDate, 95))
        } else if self.has("age") && !self.any(&["id", "name", "date"]) {
            Some((Role::Age, 95))
        } else {
            None
        }
    }

    fn of_time(&self) -> Option<(Role, u8)> {
        let dated = self.any(&["date", "dead"]);
        if dated && self.has("report") {
            Some((Role::ReportDate, 85))
        } else if dated && self.has("start") {
            Some((Role::StartDate, 90))
        } else if dated && self.has("end") {
            Some((Role::EndDate, 90))
        } else if dated && !self.any(&["id", "notes", "source"]) {
            Some((Role::Date, 90))
        } else if self.only(&["year"]) && self.has("year") {
            Some((Role::Year, 85))
        } else if self.only(&["month"]) && self.has("month") {
            Some((Role::Month, 85))
        } else if self.only(&["day"]) && self.has("day") {
            Some((Role::Day, 85))
        } else {
            None
        }
    }

    fn of_name(&self) -> Option<(Role, u8)> {
        const NAMES: [&str; 9] =
            ["name", "given", "family", "father", "grandfather", "mother", "other_name", "person", "row"];
        if !self.only(&NAMES) {
            return None;
        }
        let part = [
            ("grandfather", Role::GrandfatherName),
            ("father", Role::FatherName),
            ("mother", Role::MotherName),
            ("other_name", Role::OtherName),
        ];
        if let Some((_, role)) = part.iter().find(|(c, _)| self.has(c)) {
            return Some((*role, 90));
        }
        match (self.has("given"), self.has("family"), self.has("name")) {
            (true, true, _) => Some((Role::Name, 85)),
            (true, false, _) => Some((Role::GivenName, 90)),
            (false, true, _) => Some((Role::FamilyName, 90)),
            (false, false, true) => Some((Role::Name, 95)),
            _ => None,
        }
    }

    fn of_place(&self) -> Option<(Role, u8)> {
        if self.has("place_code") {
            return Some((Role::PlaceCode, 90));
        }
        let areas = [
            ("admin3", Role::Admin3),
            ("admin2", Role::Admin2),
            ("admin1", Role::Admin1),
            ("country", Role::Country),
        ];
        if self.any(&["id", "report_name", "notes"]) {
            return None;
        }
        if let Some((_, role)) = areas.iter().find(|(c, _)| self.has(c)) {
            return Some((*role, 85));
        }
        if self.has("region") {
            // A part of a country in one list, of the world in the next.
            return Some((Role::Admin1, 60));
        }
        self.has("place").then_some((Role::Place, 85))
    }

    fn of_id(&self) -> Option<(Role, u8)> {
        if self.has("row") && !self.any(&["id", "name"]) && self.only(&["row"]) {
            return Some((Role::Row, 90));
        }
        if self.has("id") && self.has("incident") && self.only(&["id", "incident", "row"]) {
            return Some((Role::IncidentId, 85));
        }
        let known = self.concepts.iter().all(|c| ["id", "person", "row", "incident", "stop"].contains(c));
        if self.any(&["id", "person"]) && known && self.unknown <= 1 {
            // One unknown word may be the name of the list; the values must then be unique.
            return Some((Role::PersonId, if self.has("person") { 90 } else { 80 }));
        }
        None
    }

    fn of_rest(&self) -> Option<(Role, u8)> {
        if self.has("notes") {
            Some((Role::Notes, 80))
        } else if self.has("act") || self.act.is_some() && self.only(&[]) {
            Some((Role::Act, 80))
        } else if self.only(&["source", "stop"]) && self.has("source") {
            Some((Role::Source, 80))
        } else {
            None
        }
    }

    /// Whether it names people who are not those of the list.
    pub(super) fn is_of_others(&self) -> bool {
        self.has("report_name")
    }

    /// The languages of its words, each word once for each of them.
    pub(super) fn languages(&self) -> &[(&'static str, Order)] {
        &self.languages
    }

    /// Whether a word is known to no language file.
    pub(super) const fn is_partly_unknown(&self) -> bool {
        self.unknown > 0
    }

    /// The header as it stands in the table.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the words themselves are a yes-or-no question about the sex.
    pub(super) fn asks_sex(&self) -> bool {
        self.any(&["male", "female"])
    }
}

/// In a column called `male` or `female`, what a 1 and a 0 mean.
pub(super) fn indicator(header: &str, value: &str) -> Option<&'static str> {
    let heading = Heading::read(header);
    let yes = match value.trim().to_ascii_lowercase().as_str() {
        "1" | "1.0" | "true" | "yes" => true,
        "0" | "0.0" | "false" | "no" => false,
        _ => return None,
    };
    match (heading.has("male"), heading.has("female")) {
        (true, false) => Some(if yes { "male" } else { "female" }),
        (false, true) => Some(if yes { "female" } else { "male" }),
        _ => None,
    }
}
