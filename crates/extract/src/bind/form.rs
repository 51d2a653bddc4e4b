//! Nouns of a language of bare plurals that are known by their form: one who does something, a thing, the people of a service.

use crate::bind::noun::{BARS, bar};
use crate::lexicon::{Class, Classes, Role, Unit};
use crate::numbers::Figure;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// "one noncommissioned officer", "one Ostian": behind "one" stands a noun after all, with words that the lexicon does not know.
pub(crate) fn leads(doc: &Doc<'_>, s: Sentence, at: usize) -> bool {
    if !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return false;
    }
    let plain = |j: usize| {
        doc.is_word(j)
            && (doc.unknown(j) || doc.any(j, Classes::of(&[Class::Actor, Class::Org, Class::Skip])))
            && doc.cue(j).is_none()
            && !doc.is_adverb(j)
            && !doc.any(j, BARS)
    };
    let whom = (at..s.last.min(at + 4)).find(|j| doc.unit(*j).is_some() || !plain(*j));
    doc.is_demonym(at) && doc.caps
        // "one more casualty", "one heavily damaged truck"
        || whom.is_some_and(|j| {
            let named = matches!(doc.cue(j), Some((_, Role::Head))) && j > at && doc.has(j - 1, Class::Skip);
            let thing = |k: usize| matches!(doc.unit(k), Some(Unit::Thing | Unit::Home | Unit::Building));
            let hit = j + 1 < s.last && matches!(doc.cue(j), Some((_, Role::Part))) && thing(j + 1);
            (named || hit) && (at..j).all(|k| doc.has(k, Class::Skip) || doc.is_adverb(k))
        })
        || whom.is_some_and(|j| {
            matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Body))
                && doc.is_word(j)
                && !doc.any(j, Classes::of(&[Class::Num, Class::Other]))
                && (at..j).all(|k| doc.is_word(k) && (!doc.is_past(k) || k + 1 == j))
        })
}

/// "one passing juggler": a word for one who does something, that the lexicon does not know.
pub(crate) fn one_doer(doc: &Doc<'_>, s: Sentence, figure: &Figure) -> Option<usize> {
    let plain = |j: &usize| doc.is_word(*j) && doc.unknown(*j) && !doc.is_adverb(*j) && !doc.is_name(*j);
    let doer = ["er", "or", "ist", "ian", "man", "ee"];
    let end = (figure.last..s.last.min(figure.last + 4)).take_while(plain).last()? + 1;
    let ends = doer.iter().any(|e| doc.words(end - 1, end).to_ascii_lowercase().ends_with(e));
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    (english && doc.is(figure.num, "one") && ends && !doc.is_past(figure.last)).then_some(end)
}

/// "drowning" before "deaths": how they died.
pub(crate) fn deadly(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    let ing = doc.words(j, j + 1).to_ascii_lowercase().ends_with("ing");
    let head = |k: usize| matches!(doc.cue(k), Some((crate::lexicon::Harm::Killed, Role::Head)));
    doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after
        && ing
        && j + 1 < s.last
        && matches!(doc.cue(j), Some((_, Role::Active)))
        && head(j + 1)
}

/// "one power outage": a thing, and nobody.
pub(crate) fn thing(doc: &Doc<'_>, j: usize) -> bool {
    let things = Classes::of(&[Class::Essential, Class::Hazard, Class::Event, Class::PlaceNoun]);
    doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after && doc.any(j, things) && !bar(doc, j)
}

/// The people behind the name of a service, of two capitals or more, and its letters in brackets.
pub(crate) fn of_service(doc: &Doc<'_>, s: Sentence, at: usize) -> Option<usize> {
    let mut end = at;
    while end < s.last && doc.is_name(end) && !doc.has(end, Class::Num) && end < at + 6 {
        end += 1;
    }
    let known = (at..end).any(|j| doc.unit(j).is_some() || doc.cue(j).is_some());
    if end < at + 2 || !doc.caps || doc.lex.profile.adjective_after {
        return None;
    }
    let bracket = end + 3 < s.last && doc.kind(end) == Kind::Open && doc.kind(end + 2) == Kind::Close;
    let who = if bracket { end + 3 } else { end };
    let people = who < s.last
        && matches!(doc.unit(who), Some(Unit::Group | Unit::Person))
        && doc.cue(who).is_none()
        && !doc.is_name(who);
    (people && (known || bracket)).then_some(who)
}

/// "bodies of": a word of harm, and still the noun that is counted.
pub(crate) fn bodies_of(doc: &Doc<'_>, j: usize) -> bool {
    doc.lex.profile.bare_plurals
        && matches!(doc.cue(j), Some((crate::lexicon::Harm::Killed, Role::Noun)))
        && ["bodies of", "bodies of the", "corpses of", "corpses of the"].iter().any(|w| doc.is(j, w))
}
