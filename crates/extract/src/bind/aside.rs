//! What stands between a figure and its verb and costs nothing to pass: ages, clauses about the one counted.

use crate::bind::own;
use crate::lexicon::{Class, Classes, Role};
use crate::numbers::value_at;
use crate::text::doc::Doc;
use crate::text::token::Kind;

/// Where an age ends that begins with its "of".
pub(crate) fn of_age(doc: &Doc<'_>, of: usize, to: usize) -> Option<usize> {
    if !doc.lex.profile.adjective_after || !doc.caps || !doc.has(of, Class::Of) {
        return None;
    }
    let number = of + 1 + usize::from(of + 1 < to && doc.has(of + 1, Class::About));
    let (_, end) = value_at(doc, number, to)?;
    (end < to && doc.has(end, Class::AgePost)).then_some(end + 1)
}

/// The mark that closes an age opened at `open`.
pub(crate) fn age_aside(doc: &Doc<'_>, open: usize, to: usize) -> Option<usize> {
    let close = match doc.kind(open) {
        Kind::Comma => Kind::Comma,
        Kind::Open => Kind::Close,
        _ => return None,
    };
    let end = (open + 2..to.min(open + 6)).find(|k| doc.kind(*k) == close)?;
    let aged = |k: usize| {
        doc.any(k, Classes::of(&[Class::AgePost, Class::AgePre, Class::Of, Class::TimeUnit, Class::Skip]))
    };
    (open + 1..end).all(|k| doc.kind(k) == Kind::Number || aged(k)).then_some(end)
}

/// The comma that closes what the one at `open` opened, right before the verb.
pub(crate) fn verb_behind(doc: &Doc<'_>, open: usize, to: usize) -> Option<usize> {
    let end = (open + 2..to).rev().find(|k| doc.kind(*k) == doc.kind(open))?;
    let verb = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    // "A boy, who was a passenger in the car, remains in critical condition"
    let harm = |k: usize| matches!(doc.cue(k), Some((_, Role::Part | Role::Subject | Role::Free)));
    let who = doc.lex.profile.bare_plurals && doc.is(open + 1, "who") && !(open + 1..end).any(harm);
    let aside = who
        || (doc.has(open + 1, Class::Most) || own::some_of_whom(doc, open + 1))
        || (open + 1..end).all(|k| {
            !doc.any(k, Classes::of(&[Class::Say, Class::Be]))
                && !matches!(doc.kind(k), Kind::Semicolon | Kind::Colon | Kind::Stop)
                && !matches!(doc.cue(k), Some((_, Role::Part | Role::Subject | Role::Free)))
        });
    let verb_here = matches!(doc.cue(to), Some((_, Role::Subject))) && doc.lex.profile.bare_plurals;
    (aside && (end + 1 < to || verb_here) && (end + 1..to).all(|k| doc.any(k, verb) || doc.is_adverb(k)))
        .then_some(end)
}
