//! Numbers that name and count nothing: one more day of a month, a place by its number.

use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes};
use crate::time::Period;
use crate::token::Kind;

/// "on May 11 and 12", "from May 12 to 25": one more day of the month named.
pub(crate) fn day_too(doc: &Doc<'_>, s: Sentence, periods: &[Period], i: usize) -> bool {
    let day = |j: usize| doc.kind(j) == Kind::Number && (1_000..=31_000).contains(&doc.lexemes[j].milli);
    if i < s.first + 3 || !day(i) || !day(i - 2) || doc.lexemes[i].milli <= doc.lexemes[i - 2].milli {
        return false;
    }
    let joined = doc.any(i - 1, Classes::of(&[Class::And, Class::To])) && doc.has(i - 3, Class::Month);
    let ends = i + 1 >= s.last
        || !doc.is_word(i + 1)
        || doc.any(i + 1, Classes::of(&[Class::In, Class::Cause, Class::Preposition, Class::And]));
    joined && ends && periods.iter().any(|p| p.first <= i - 2 && i - 2 < p.last)
}

/// "Camp 10", "in Block 5"
pub(crate) fn place(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, before: Option<usize>) -> bool {
    let numbered = ["camp", "block", "area", "zone", "sector", "section", "unit", "gate", "room", "station"];
    before.is_some_and(|b| {
        doc.is_name(b)
            && doc.lex.profile.bare_plurals
            && doc.kind(i) == Kind::Number
            && numbered.iter().any(|w| doc.is(b, w))
            && b > s.first
            && (last >= s.last || doc.unit(last).is_none())
    })
}
