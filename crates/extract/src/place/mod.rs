//! Where: noun phrases behind prepositions of place, and the place each figure takes.

pub(crate) mod scope;
pub(crate) mod setting;

use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

/// A place named in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The lexeme of its preposition, or its own first.
    pub at: usize,
    pub first: usize,
    pub last: usize,
    /// How good a place it makes: "in NAME" is better than "of NAME".
    pub rank: u8,
    /// "a mountainous area": good for its own sentence only.
    pub some: bool,
}

const ENDS: Classes = Classes::of(&[
    Class::Be,
    Class::Have,
    Class::Say,
    Class::That,
    Class::Relative,
    Class::According,
    Class::Cue,
    Class::Act,
    Class::By,
    Class::From,
    Class::Since,
    Class::Until,
    Class::During,
    Class::Including,
    Class::Cause,
    Class::Hedge,
    Class::Between,
    Class::Pronoun,
    Class::Event,
    Class::To,
    Class::Stop,
]);

/// All places of a sentence, left to right.
pub(crate) fn places(doc: &Doc<'_>, s: Sentence, periods: &[Period]) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    let mut i = s.first;
    while i < s.last {
        let in_period = periods.iter().find(|p| p.first <= i && i < p.last);
        if let Some(p) = in_period {
            i = p.last;
            continue;
        }
        match place_at(doc, s, i, periods) {
            Some(mut p) => {
                // "В NAME МВД сообщили": who says it, put as a place.
                let office = |j: usize| {
                    doc.any(j, Classes::of(&[Class::Org, Class::Office]))
                        || doc.caps
                            && doc.lexemes[j].caps == crate::text::token::Caps::All
                            && doc.words(j, j + 1).chars().count() > 1
                };
                let says = doc.lex.profile.head_first && p.last < s.last && doc.has(p.last, Class::Say);
                if says && (p.first..p.last).any(office) {
                    i = p.last;
                    continue;
                }
                if treated_there(doc, s, p.first, p.last) {
                    i = p.last;
                    continue;
                }
                if beside_it(doc, s, p.at, p.first, p.last) {
                    p.rank = p.rank.min(1);
                }
                i = p.last;
                // "in a house in the town of NAME": one place, the more so with its name.
                match out.last_mut() {
                    Some(before)
                        if before.last == p.at
                            && before.rank == p.rank
                            && !named(doc, before)
                            && named(doc, &p) =>
                    {
                        before.last = p.last;
                    }
                    _ => out.push(p),
                }
            }
            None => i += 1,
        }
    }
    out
}

/// The words of a place as written: a preposition that is one word with a single name stays on it.
pub(crate) fn words(doc: &Doc<'_>, p: &Place) -> String {
    let one = p.last == p.first + 1 && p.at + 1 == p.first && !doc.lex.profile.place_prefixes.is_empty();
    let glued =
        one && doc.lexemes[p.at].end == doc.lexemes[p.first].start && doc.words(p.at, p.first).len() <= 2;
    doc.words(if glued { p.at } else { p.first }, p.last).to_owned()
}

pub(crate) fn named(doc: &Doc<'_>, p: &Place) -> bool {
    (p.first..p.last)
        .any(|j| doc.is_name(j) && doc.unknown(j) || !doc.caps && doc.is_word(j) && doc.unknown(j))
}

/// "stormed a camp", "shelled the village of NAME": what a verb of attack hits.
fn struck(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let verb = i > s.first && doc.has(i - 1, Class::Act) && !doc.has(i - 1, Class::Event);
    // "випустила NAME": what is fired is not what is hit, and the nominative is who fires.
    let fires = doc.lex.profile.head_first && verb && {
        let name = doc.words(i, i + 1);
        matches!(doc.cue(i - 1), Some((Harm::Launched, _))) || name.ends_with(['а', 'я'])
    };
    verb && !fires
        && doc.caps
        && (doc.is_name(i) && doc.unknown(i) && !doc.is_demonym(i)
            || doc.has(i, Class::PlaceNoun)
            || doc.any(i, Classes::of(&[Class::Det, Class::Indef]))
                && (i + 1..s.last.min(i + 4))
                    .find(|j| !doc.unknown(*j))
                    .is_some_and(|j| doc.has(j, Class::PlaceNoun)))
}

/// "exploded in NAME", "fell at NAME": a cue whose last word is the preposition.
fn led_in(doc: &Doc<'_>, i: usize) -> bool {
    let leads = doc.any(i, Classes::of(&[Class::Cue, Class::Act, Class::Event]))
        && !doc.any(
            i,
            Classes::of(&[Class::Leads, Class::Cause, Class::According, Class::Hedge, Class::Outcome]),
        );
    let last = || doc.words(i, i + 1).rsplit_once(' ').map_or("", |(_, last)| last);
    // "ירה בשכנתו": whom the verb governs is no place.
    let governs = last() == "ב" && matches!(doc.cue(i), Some((_, Role::Active)));
    let leads = leads && !(governs && i + 1 < doc.lexemes.len() && !doc.has(i + 1, Class::PlaceNoun));
    leads && ["in", "at", "en", "в", "у", "на", "في", "ב"].contains(&last())
}

/// "four raids on the hospital"
fn on_target(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    doc.has(i, Class::On)
        && i > s.first
        && (doc.any(i - 1, Classes::of(&[Class::Event, Class::Act])) || doc.unit(i - 1) == Some(Unit::Attack))
        && (i + 1..s.last.min(i + 4))
            .find(|j| {
                let name = doc.is_name(*j) && doc.has(i + 1, Class::Det);
                !doc.has(*j, Class::Det) && !name || doc.has(*j, Class::PlaceNoun)
            })
            .is_some_and(|j| doc.has(j, Class::PlaceNoun))
}

/// "16 km north of NAME", "transferred to hospital": where something else is, not where it happened.
fn beside_it(doc: &Doc<'_>, s: Sentence, at: usize, first: usize, last: usize) -> bool {
    let measured = at > s.first && doc.has(at - 1, Class::Measure);
    let ward = (first..last.min(first + 3)).any(|j| doc.has(j, Class::Ward));
    let brought = at > s.first && doc.has(at - 1, Class::To);
    let hit = on_target(doc, s, at) || at > s.first && doc.has(at - 1, Class::Act);
    let unnamed = || !(first..last).any(|j| doc.is_name(j) && doc.unknown(j));
    // "IN A VERMEL FRONT ATTACK": an attack, and whose.
    let attack = || {
        let bar = Classes::of(&[Class::PlaceNoun, Class::In, Class::Of, Class::And, Class::By]);
        let inside = |j: &usize| doc.is_word(*j) && !doc.any(*j, bar);
        (first + 2..s.last.min(first + 6)).take_while(inside).any(|j| doc.has(j, Class::Event))
    };
    let shouted = !doc.caps && crate::presence::phrase::english(doc) && doc.has(first, Class::Indef);
    measured || ward && !hit && doc.caps && (brought || unnamed()) || shouted && attack()
}

/// "פונו לבית החולים בדורן", "מתו בבית החולים": where they were taken is not where it happened.
fn treated_there(doc: &Doc<'_>, s: Sentence, first: usize, last: usize) -> bool {
    let from = s.first.max(first.saturating_sub(7));
    let clinic = |j: usize| {
        let word = doc.words(j, j + 1);
        [
            "בית חולים",
            "בית החולים",
            "בתי החולים",
            "בתי חולים",
            "המרכז הרפואי",
            "מרכז רפואי",
            "רפואי",
            "הרפואי",
            "מיון",
            "טראומה",
        ]
        .contains(&word)
            || word.ends_with("בית החולים")
            || word.ends_with("בתי החולים")
            || word.ends_with("בית חולים")
    };
    let taken = |j: usize| {
        let word = doc.words(j, j + 1).trim_start_matches('ו');
        let word = word.split(' ').next().unwrap_or("");
        ["פונ", "פינ", "הובה", "הובל", "אושפז", "מאושפז", "הועבר", "מטופל", "נפטר", "נקבע"]
            .iter()
            .any(|w| word.starts_with(w))
            || ["מת", "מתה", "מתו", "קבעו"].contains(&word)
    };
    let Some(at) = (from..last).find(|j| clinic(*j)).filter(|_| crate::grammar::prefixed::here(doc)) else {
        return false;
    };
    let mark = |j: usize| {
        !doc.is_word(j)
            && doc.kind(j) != crate::text::token::Kind::Quote
            && doc.kind(j) != crate::text::token::Kind::Dash
    };
    !(at..first.max(at)).any(mark)
        && (s.first..=at)
            .rev()
            .take(9)
            .take_while(|j| doc.kind(*j) != crate::text::token::Kind::Stop)
            .any(taken)
}

/// "استهدفت NAME": an unknown word right behind a verb of hitting a place, in a script without capitals, before a mark or
/// a preposition.
fn hit_by_name(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let verb = || doc.words(i - 1, i).contains("ستهد") || doc.is(i - 1, "ضربت") || doc.is(i - 1, "قصفت");
    let closes = i + 1 >= s.last
        || !doc.is_word(i + 1)
        || doc.any(
            i + 1,
            Classes::of(&[Class::In, Class::On, Class::DayWord, Class::PartOfDay, Class::Weekday]),
        );
    !doc.caps && i > s.first && doc.is_word(i) && doc.unknown(i) && !doc.is_demonym(i) && closes && verb()
}

/// "fled NAME", "left the town": what is left behind is where it happened.
fn left_behind(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let back = (s.first..i).rev().take(2).find(|j| !doc.has(*j, Class::Det));
    back.is_some_and(|j| matches!(doc.cue(j), Some((Harm::Displaced, Role::Subject | Role::Free))))
        && doc.caps
        && doc.is_name(i)
        && doc.unknown(i)
}

fn place_at(doc: &Doc<'_>, s: Sentence, i: usize, periods: &[Period]) -> Option<Place> {
    let of_event = doc.has(i, Class::Of)
        && i > s.first
        // "מתקפה של NAME": whose it is.
        && doc.words(i, i + 1) != "של"
        && doc.any(i - 1, Classes::of(&[Class::Event, Class::PlaceNoun]));
    if struck(doc, s, i)
        && let Some((first, last)) = phrase(doc, s, i, i, periods)
        && !(last < s.last
            && (doc.any(last, Classes::of(&[Class::Actor, Class::Org, Class::Event]))
                || doc.unit(last).is_some()))
    {
        return Some(Place { at: i, first, last, rank: 2, some: false });
    }
    // "Saint NAME Hospital, 24–29 October: 73 wounded"
    if doc.caps
        && doc.is_name(i)
        && doc.unknown(i)
        && i < s.first + 8
        && (i == s.first || !doc.is_name(i - 1))
    {
        let end = (i..s.last).find(|j| !doc.is_name(*j)).unwrap_or(s.last);
        let label = (end..s.last.min(end + 10))
            .take_while(|j| !doc.is_word(*j) || periods.iter().any(|p| p.first <= *j && *j < p.last))
            .any(|j| doc.kind(j) == Kind::Colon);
        if label && end > i + 1 && doc.has(end - 1, Class::PlaceNoun) {
            return Some(Place { at: i, first: i, last: end, rank: 2, some: false });
        }
    }
    if left_behind(doc, s, i) {
        return phrase(doc, s, i, i, periods).map(|(first, last)| Place {
            at: i,
            first,
            last,
            rank: 2,
            some: false,
        });
    }
    // "#NAME. Five people died"
    let tag = i > 0 && i <= s.first + 1 && doc.words(i - 1, i) == "#" && doc.is_name(i) && doc.unknown(i);
    if tag && (i + 1 >= s.last || doc.kind(i + 1) == Kind::Stop) {
        return Some(Place { at: i, first: i, last: i + 1, rank: 2, some: false });
    }
    if let Some(last) = labelled(doc, s, i) {
        return Some(Place { at: i, first: i, last, rank: 3, some: false });
    }
    if hit_by_name(doc, s, i) {
        return Some(Place { at: i, first: i, last: i + 1, rank: 2, some: false });
    }
    if let Some(last) = flash(doc, s, i) {
        return Some(Place { at: i, first: i, last, rank: 2, some: false });
    }
    if let Some(last) = prefixed(doc, s, i) {
        return Some(Place { at: i, first: i, last, rank: 2, some: false });
    }
    // "на г. NAME": the kind of settlement names the place, whatever leads to it.
    if settlement(doc, s, i) {
        let (first, last) = phrase(doc, s, i, i, periods)?;
        return Some(Place { at: i, first, last, rank: 3, some: false });
    }
    let rank = if doc.has(i, Class::In) || led_in(doc, i) {
        3
    } else if on_target(doc, s, i) {
        2
    } else if doc.has(i, Class::On) || doc.has(i, Class::From) && !doc.is(i, "desde") || of_event {
        1
    } else if doc.caps
        && doc.has(i, Class::PlaceNoun)
        && i + 2 < s.last
        && doc.has(i + 1, Class::Of)
        && doc.is_name(i + 2)
    {
        let start = if i > s.first && doc.has(i - 1, Class::Det) { i - 1 } else { i };
        return phrase(doc, s, i, i, periods).map(|(_, last)| Place {
            at: start,
            first: start,
            last,
            rank: 2,
            some: false,
        });
    } else if i > s.first && doc.has(i - 1, Class::Office) && !doc.caps {
        // "the Southern Command"
        return None;
    } else if (!doc.caps || doc.lex.profile.head_first && i + 1 < s.last && doc.is_name(i + 1))
        && doc.has(i, Class::PlaceNoun)
    {
        return phrase(doc, s, i, i, periods).map(|(first, last)| Place {
            at: i,
            first,
            last,
            rank: 2,
            some: false,
        });
    } else {
        return None;
    };
    let (first, last) = phrase(doc, s, i, i + 1, periods)?;
    let place = Place { at: i, first, last, rank, some: false };
    // "in a mountainous area": some place, not the one that is spoken of.
    let vague = Classes::of(&[Class::Indef, Class::Many, Class::Vague]);
    let some = doc.any(first, vague) && !named(doc, &place);
    let rank = if of_event && named(doc, &place) { 2 } else { rank };
    Some(Place { some, rank, ..place })
}

/// Words before a colon that say where.
const LABELS: [&str; 12] = [
    "الموقع",
    "المكان",
    "موقع",
    "مكان",
    "מקום",
    "מיקום",
    "место",
    "місце",
    "location",
    "place",
    "lugar",
    "ubicación",
];

/// "Location: NAME (…)" on a line of its own.
fn labelled(doc: &Doc<'_>, s: Sentence, i: usize) -> Option<usize> {
    let label = i > s.first + 1
        && i <= s.first + 4
        && doc.kind(i - 1) == Kind::Colon
        && doc.is_word(i)
        && (s.first..i - 1)
            .all(|j| !doc.is_word(j) || LABELS.iter().any(|l| doc.is(j, l)) || doc.has(j, Class::Det))
        && (s.first..i - 1).any(|j| doc.is_word(j));
    let end = (i..s.last).find(|j| !doc.is_word(*j)).unwrap_or(s.last);
    (label && end > i && end - i <= 5).then_some(end)
}

/// "NAME: 12 killed in …": one unknown word that opens a line of news, in scripts without capitals.
fn flash(doc: &Doc<'_>, s: Sentence, i: usize) -> Option<usize> {
    let opens = !doc.caps && i == s.first && doc.unknown(i) && doc.is_word(i) && i + 2 < s.last;
    if !opens || doc.kind(i + 1) != Kind::Colon || doc.kind(i + 2) == Kind::Quote {
        return None;
    }
    let told = (i + 2..s.last.min(i + 7))
        .any(|j| doc.cue(j).is_some() || doc.any(j, Classes::of(&[Class::Event, Class::Act])));
    told.then_some(i + 1)
}

/// "г. NAME", "с. NAME": an abbreviation, its stop and a name.
fn settlement(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    doc.has(i, Class::Settlement)
        && i + 2 < s.last
        && doc.kind(i + 1) == Kind::Stop
        && doc.is_name(i + 2)
        && !(i > s.first && doc.kind(i - 1) == Kind::Number)
}

/// "בנתניה": an unknown word with the preposition written onto it, behind what happened and before the end or a mark.
fn prefixed(doc: &Doc<'_>, s: Sentence, i: usize) -> Option<usize> {
    let prefixes = &doc.lex.profile.place_prefixes;
    if prefixes.is_empty() || !doc.is_word(i) || !doc.unknown(i) || doc.lexemes[i].glued {
        return None;
    }
    // "al-NAME", "Abu NAME": within a name.
    if i > s.first && ["אל", "אבו", "בן", "אבן"].iter().any(|w| doc.is(i - 1, w)) {
        return None;
    }
    let word = doc.words(i, i + 1);
    let begins = prefixes.iter().any(|p| word.starts_with(p.as_str()));
    let led = begins && word.chars().count() >= 4;
    let behind =
        (s.first..i).any(|j| doc.cue(j).is_some() || doc.any(j, Classes::of(&[Class::Hazard, Class::Event])));
    let mut last = i + 1;
    // A name of two words.
    if last < s.last && doc.is_word(last) && doc.unknown(last) && !doc.lexemes[last].glued {
        last += 1;
    }
    let closes = last >= s.last || !doc.is_word(last) || doc.any(last, Classes::of(&[Class::And, Class::In]));
    // "בתל אביב", "במגדל העמק": a short first word, a second one that means something else as well, before a mark.
    let second = i + 1 + usize::from(i + 1 < s.last && doc.has(i + 1, Class::Det));
    let whole = second < s.last
        && doc.is_word(second)
        && !doc.any(second, ENDS)
        && doc.cue(second).is_none()
        && (second + 1 >= s.last || !doc.is_word(second + 1));
    if begins && word.chars().count() >= 3 && behind && whole {
        return Some(second + 1);
    }
    // "במנצ׳סטר רבתי נהרגו שלושה"
    if led && i == s.first && last < s.last && doc.cue(last).is_some() {
        return Some(last);
    }
    // "the quake in NAME: 3 dead"
    let heads = last < s.last && doc.kind(last) == Kind::Colon && i <= s.first + 5;
    (led && (behind && closes || heads)).then_some(last)
}

/// The phrase from `at` on, when it names a place.
fn phrase(doc: &Doc<'_>, s: Sentence, prep: usize, at: usize, periods: &[Period]) -> Option<(usize, usize)> {
    let mut j = at;
    let mut named = false;
    let mut noun = false;
    let mut end = at;
    let cap = s.last.min(at + 24);
    while j < cap {
        if periods.iter().any(|p| p.first <= j && j < p.last) {
            break;
        }
        let last_place = end > at;
        match doc.kind(j) {
            // "in four cities", "en 3 provincias"
            Kind::Word | Kind::Number
                if j == at
                    && doc.has(prep, Class::In)
                    && (doc.kind(j) == Kind::Number || doc.has(j, Class::Num))
                    && j + 1 < s.last
                    && doc.has(j + 1, Class::PlaceNoun) =>
            {
                j += 1;
                continue;
            }
            // "Wadi al NAME": a little word between two names.
            Kind::Word if last_place && named && particle(doc, s, j) => {
                j += 1;
                continue;
            }
            // "Port-au-NAME", where the dash is part of the first word.
            Kind::Word
                if last_place && doc.caps && !doc.is_name(j) && doc.unknown(j) && doc.lexemes[j].glued =>
            {
                end = j + 1;
                j += 1;
                continue;
            }
            Kind::Word if settlement(doc, s, j) => {
                j += 2;
                continue;
            }
            Kind::Word => {}
            Kind::Comma if last_place && chain_follows(doc, s, j) => {
                j += 1;
                continue;
            }
            Kind::Open if last_place && doc.caps && j + 1 < s.last && doc.is_name(j + 1) => {
                let close = (j..s.last.min(j + 6)).find(|k| doc.kind(*k) == Kind::Close)?;
                end = close + 1;
                j = close + 1;
                continue;
            }
            // "כביש 443", "Route 60": a number behind what it numbers.
            Kind::Number
                if last_place
                    && end == j
                    && doc.has(j - 1, Class::PlaceNoun)
                    && doc.words(j, j + 1).chars().count() <= 3
                    && (j + 1 >= s.last
                        || !doc.is_word(j + 1)
                        || doc.any(j + 1, Classes::of(&[Class::In, Class::And]))) =>
            {
                named = true;
                end = j + 1;
                j += 1;
                continue;
            }
            // "شارع «NAME»": marks around a name go with it, one that closes what was said does not.
            Kind::Quote if !doc.caps => {
                let open = (at..j).filter(|k| doc.kind(*k) == Kind::Quote).count() % 2 == 1;
                let glued = j + 1 < cap && doc.lexemes[j + 1].glued && doc.is_word(j + 1);
                if open && end == j {
                    end = j + 1;
                } else if !glued {
                    break;
                }
                j += 1;
                continue;
            }
            // "Port-au-NAME"
            Kind::Dash if last_place && bound_on(doc, s, j) => {
                j += 1;
                while j < cap && (doc.kind(j) == Kind::Dash || doc.is_word(j) && doc.lexemes[j].glued) {
                    end = j + 1;
                    j += 1;
                }
                continue;
            }
            Kind::Possessive => {
                // "in Norland's capital" goes on, "in the army's words" does not matter.
                j += 1;
                continue;
            }
            _ => break,
        }
        if doc.has(j, Class::Abstract) && end == at {
            return None;
        }
        // "in NAME attacks", "in NAME custody": no place.
        if doc.any(j, Classes::of(&[Class::Event, Class::Actor])) && end == j && !noun {
            return None;
        }
        if doc.has(j, Class::In) && end == at && j > at {
            return None;
        }
        if j > at && crate::grammar::prefixed::verb_like(doc, j) {
            break;
        }
        if doc.any(j, ENDS)
            || doc.unit(j).is_some_and(|u| {
                !matches!(
                    u,
                    crate::lexicon::Unit::Area | crate::lexicon::Unit::Building | crate::lexicon::Unit::Home
                )
            })
        {
            break;
        }
        if doc.has(j, Class::PlaceNoun) || doc.unit(j).is_some() {
            noun = true;
            end = j + 1;
        } else if doc.is_name(j) && doc.any(j, Classes::of(&[Class::Num, Class::TimeUnit])) {
            break;
        } else if doc.is_name(j) {
            named = true;
            end = j + 1;
        } else if doc.unknown(j) && !doc.caps {
            if end > at && j - at >= 4 || !noun && j > at + 1 {
                break;
            }
            named = true;
            end = j + 1;
        } else if doc.unknown(j) {
            // "la ciudad norlandesa de NAME"
            let inner = end > at
                && doc.lex.profile.adjective_after
                && j + 2 < s.last
                && doc.has(j + 1, Class::Of)
                && doc.is_name(j + 2);
            if inner {
                j += 1;
                continue;
            }
            // An adjective before the noun; behind it the phrase has ended.
            if end > at && !doc.lex.profile.adjective_after || j - at > 5 {
                break;
            }
            if end > at {
                break;
            }
        } else if doc.any(j, Classes::of(&[Class::And])) {
            if !(j + 1 < s.last && end > at && joins(doc, s, j)) {
                break;
            }
        } else if !doc.any(
            j,
            Classes::of(&[Class::Det, Class::Of, Class::In, Class::Skip, Class::PartOfDay, Class::Indef]),
        ) {
            break;
        }
        j += 1;
    }
    let strong = doc.has(prep, Class::In) || led_in(doc, prep) || on_target(doc, s, prep);
    // "in NAMEian custody": whose, not where.
    let belonging = doc.caps
        && doc.lex.profile.bare_plurals
        && (at..end).all(|k| doc.is_demonym(k) || doc.any(k, Classes::of(&[Class::Det, Class::In])))
        && end < s.last
        && doc.is_word(end)
        && !doc.is_name(end)
        && !doc.any(
            end,
            Classes::of(&[
                Class::And,
                Class::On,
                Class::In,
                Class::During,
                Class::From,
                Class::By,
                Class::Since,
            ]),
        );
    if belonging {
        return None;
    }
    (named && (end > at) || noun && strong).then_some((at, end))
}

/// A dash written onto both its neighbours.
fn bound_on(doc: &Doc<'_>, s: Sentence, dash: usize) -> bool {
    doc.caps
        && doc.lexemes[dash].glued
        && dash + 1 < s.last
        && doc.lexemes[dash + 1].glued
        && doc.is_word(dash + 1)
}

/// A short word without a capital between two names.
fn particle(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    doc.caps
        && !doc.is_name(j)
        && (doc.unknown(j) || doc.has(j, Class::Det))
        && doc.words(j, j + 1).len() <= 3
        && j + 1 < s.last
        && doc.is_name(j + 1)
        && doc.unknown(j + 1)
        && doc.is_name(j - 1)
}

/// After a comma: another name that goes on with the chain of places, not a new clause.
fn chain_follows(doc: &Doc<'_>, s: Sentence, comma: usize) -> bool {
    if !doc.caps {
        return false;
    }
    let mut j = comma + 1;
    if j < s.last && doc.has(j, Class::And) {
        j += 1;
    }
    if j < s.last && doc.has(j, Class::In) {
        return false;
    }
    let named = j < s.last && doc.is_name(j) && !doc.any(j, Classes::of(&[Class::Month, Class::Weekday]));
    let mut end = j;
    while end < s.last && (doc.is_name(end) || doc.has(end, Class::PlaceNoun) || doc.has(end, Class::Of)) {
        end += 1;
    }
    named
        && (end >= s.last
            || !doc.is_word(end)
            || doc.any(end, Classes::of(&[Class::And, Class::By, Class::In, Class::On])))
}

fn joins(doc: &Doc<'_>, s: Sentence, and: usize) -> bool {
    let next = and + 1;
    let named = doc.is_name(next) && doc.unknown(next);
    let after = next + 1;
    named
        && (after >= s.last
            || !doc.is_word(after)
            || doc.any(after, Classes::of(&[Class::PlaceNoun, Class::In, Class::By, Class::Cause])))
}
