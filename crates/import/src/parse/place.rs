//! Place names against a gazetteer that the caller loads.

use super::lexicon::{Sense, header_words, lexicon};
use crate::gazetteer::{Entry, Gazetteer};
use std::collections::BTreeSet;

/// A place that a string may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'g> {
    /// The place.
    pub place: &'g Entry,
    /// How well the name fits.
    pub fit: Fit,
    /// Whether another part of the string names an area that holds the place.
    pub within: bool,
    /// Whether the string says near, outside, north of.
    pub near: bool,
}

/// How well a name fits, from the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The same code.
    Code,
    /// The same name, whatever its accents, articles and words such as "city".
    Name,
    /// The same consonants: another romanisation, or another place.
    Sound,
}

/// No string names more places than a person can look through.
const MOST: usize = 12;

/// The places that a string may mean, the likeliest first: all equals are given, none is chosen.
#[must_use]
pub fn parse_place<'g>(raw: &str, gazetteer: &'g Gazetteer) -> Vec<Candidate<'g>> {
    let raw = raw.trim();
    if let Some(place) = gazetteer.by_code(raw) {
        return vec![Candidate { place, fit: Fit::Code, within: false, near: false }];
    }
    let parts: Vec<Name> = raw
        .split([',', '،', ';', '/', '·', '(', ')', '|', '\n'])
        .map(Name::read)
        .filter(|name| !name.key.is_empty())
        .collect();
    // The whole first: a name may hold a comma of its own.
    let whole = Name::read(raw);
    let mut found = whole.look_up(gazetteer, &[]);
    for (i, part) in parts.iter().enumerate().take(4) {
        if !found.is_empty() {
            break;
        }
        let others: Vec<&Name> = parts.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, n)| n).collect();
        found = part.look_up(gazetteer, &others);
    }
    found.truncate(MOST);
    found
}

struct Name {
    key: String,
    sound: String,
    near: bool,
    level: Option<Sense>,
}

impl Name {
    fn read(text: &str) -> Self {
        let mut key = String::new();
        let (mut near, mut level) = (false, None);
        let text = header_words(text);
        let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
        let mut i = 0;
        while i < words.len() {
            let known = (1..=(words.len() - i).min(3)).rev().find_map(|n| {
                let phrase = words[i..i + n].join(" ");
                lexicon().place.get(phrase.as_str()).map(|sense| (*sense, n))
            });
            match known {
                // A name may consist of such words only: then they are the name.
                Some((sense, n)) if n < words.len() => {
                    near |= sense.has(Sense::NEAR);
                    level = level.or(Some(sense).filter(|s| s.has(Sense::LEVEL)));
                    i += n;
                }
                _ => {
                    if !key.is_empty() {
                        key.push(' ');
                    }
                    key.push_str(
                        words[i].strip_prefix("ال").filter(|w| w.chars().count() > 2).unwrap_or(words[i]),
                    );
                    i += 1;
                }
            }
        }
        Self { sound: sound(&key), key, near, level }
    }

    fn look_up<'g>(&self, gazetteer: &'g Gazetteer, others: &[&Self]) -> Vec<Candidate<'g>> {
        let (mut entries, mut fit) = (gazetteer.by_name(&self.key), Fit::Name);
        if entries.is_empty() && self.sound.len() > 2 {
            (entries, fit) = (gazetteer.by_sound(&self.sound), Fit::Sound);
        }
        let around: BTreeSet<&str> = others.iter().map(|n| n.key.as_str()).collect();
        let mut found: Vec<Candidate<'g>> = entries
            .into_iter()
            .map(|place| Candidate {
                place,
                fit,
                within: gazetteer.is_within(place, &around),
                near: self.near,
            })
            .collect();
        if found.iter().any(|c| c.within) {
            found.retain(|c| c.within);
        }
        let wrong_level = |c: &Candidate<'_>| self.level.is_some_and(|s| !s.has(c.place.level.sense()));
        found.sort_by_key(|c| {
            (wrong_level(c), std::cmp::Reverse(c.place.population), &c.place.name, &c.place.code)
        });
        found
    }
}

/// The key under which a gazetteer keeps a name.
pub(crate) fn name_key(name: &str) -> (String, String) {
    let name = Name::read(name);
    (name.key, name.sound)
}

/// The consonants of a romanised name, those that romanisations disagree about made one.
fn sound(key: &str) -> String {
    let mut out = String::new();
    if !key.is_ascii() {
        return out;
    }
    for c in key.chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | ' ' | '\'' => continue,
            'c' | 'q' => 'k',
            'z' => 's',
            'v' => 'b',
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}
