//! Figures that stand by the harm and are not counted: who acts, what a clause says of those already counted, the date of an
//! attack, the whole of a part. Grammar of a language of bare plurals.

use crate::bind::Bound;
use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;

/// "a 2017 chemical weapons attack", "the April 4 strike": a number before one attack dates or names it.
pub(crate) fn dated(doc: &Doc<'_>, b: &Bound) -> bool {
    let several = b.figure.low.or(b.figure.high).is_some_and(|n| n > 1);
    let one = |u: usize| !doc.words(u, u + 1).to_ascii_lowercase().ends_with('s');
    doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after
        && b.figure.form == Form::Plain
        && several
        && b.noun.unit == Some(Unit::Attack)
        && b.noun.unit_at.is_some_and(|u| u > b.figure.num && one(u))
}

/// "Two detainees had set fire to it", "12 refugees spoke": what they were before says who acts, and counts nobody.
pub(crate) fn acting(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let state = matches!(doc.cue(c), Some((Harm::Detained | Harm::Abducted | Harm::Displaced, Role::Head)));
    if !state || b.noun.cue != Some(c) || !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return false;
    }
    // "A wave of arrests followed": events act on nobody.
    let event = ["tions", "ests", "ments", "pings", "vals"];
    if event.iter().any(|e| doc.words(c, c + 1).to_ascii_lowercase().ends_with(e)) {
        return false;
    }
    let aux = |j: usize| doc.any(j, Classes::of(&[Class::Have, Class::Skip])) || doc.is_adverb(j);
    let Some(verb) = (b.noun.last..s.last).find(|j| !aux(*j)) else { return false };
    let ing = matches!(doc.cue(c), Some((Harm::Detained, _)))
        && doc.unknown(verb)
        && doc.is_word(verb)
        && doc.words(verb, verb + 1).ends_with("ing");
    // "8,100 displaced households reached the south": their flight is all that is told.
    let moved = ["reached", "arrived", "crossed", "moved", "settled", "registered"];
    if moved.iter().any(|w| doc.is(verb, w)) {
        return false;
    }
    let done = doc.is_past(verb) || ing || doc.has(verb, Class::Act) || doc.has(verb, Class::Say);
    done && doc.cue(verb).is_none() && doc.unit(verb).is_none() && !doc.any(verb, Classes::of(&[Class::Be]))
}

/// "killed three militants who attacked one of its vehicles": the figure stands in a clause about those already counted.
pub(crate) fn in_clause(doc: &Doc<'_>, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || c + 1 >= b.figure.first {
        return false;
    }
    let object = |o: &&Bound| {
        let beside = o.figure.first == c + 1 || o.figure.first == c + 2 && doc.has(c + 1, Class::Det);
        beside && o.noun.last < b.figure.first && o.figure.form != Form::Single
    };
    let Some(o) = bound.iter().find(object) else { return false };
    let who = o.noun.last;
    let verb = who + 1;
    doc.has(who, Class::Relative)
        && verb < b.figure.first
        && (doc.has(verb, Class::Act) || doc.is_past(verb))
        && (verb..b.figure.first).all(|j| doc.is_word(j) && !doc.has(j, Class::And))
}

/// "who was a passenger": says who somebody is, and counts nobody more.
pub(crate) fn predicate(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    b.figure.form == Form::Single
        && doc.lex.profile.bare_plurals
        && at >= s.first + 2
        && doc.has(at - 1, Class::Be)
        && doc.is(at - 2, "who")
}

/// "650 households out of 1,100": the number of the whole.
pub(crate) fn out_of(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize) -> bool {
    let b = &bound[i];
    let of = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.is(*j, "out of"));
    i > 0 && of.is_some_and(|j| bound[i - 1].noun.last == j && bound[i - 1].figure.form == Form::Plain)
}

/// "a centre that serves 35,000 people was damaged": the main verb is of the centre.
pub(crate) fn in_relative(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let at = b.figure.first;
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || c < b.noun.last || at < s.first + 3 || doc.cue(at - 1).is_some() {
        return false;
    }
    let verb = doc.unknown(at - 1) && doc.is_word(at - 1) && doc.words(at - 1, at).ends_with('s');
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let main = (b.noun.last..c).all(|j| doc.any(j, link)) && c > b.noun.last;
    verb && main && ["that", "which", "who"].iter().any(|w| doc.is(at - 2, w))
}
