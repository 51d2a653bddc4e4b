//! "rose from 12 to 15": two figures and no range, the second no ceiling.

use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes};
use crate::numbers::value_at;
use crate::token::Kind;

/// A number changed before the figure that begins at `start`, which is what it was: "pasó de 12 a 17", "выросло с 12 до 17".
pub(crate) fn was(doc: &Doc<'_>, s: Sentence, start: usize) -> bool {
    let from = start > s.first + 1 && doc.any(start - 1, Classes::of(&[Class::Of, Class::From]));
    // "ارتفع عدد القتلى من 12", "выросло за сутки с 12": what changed may stand between.
    from && (s.first..start - 1)
        .rev()
        .take(6)
        .take_while(|j| !matches!(doc.kind(*j), Kind::Comma | Kind::Semicolon | Kind::Number))
        .any(|j| doc.any(j, Classes::of(&[Class::Rise, Class::Fall])))
}

/// The qualifier at `j` stands right behind such a figure: "с 12 до 17", and 17 is no ceiling.
pub(crate) fn became(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    j > s.first + 2 && doc.has(j, Class::AtMost) && doc.kind(j - 1) == Kind::Number && was(doc, s, j - 1)
}

/// "ranged from 50 to more than 200": whether the "from" at `j` opens a range.
pub(crate) fn varied(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    let verbs = ["ranged", "range", "ranges", "ranging", "vary", "varied", "varies"];
    j > s.first && doc.has(j, Class::From) && verbs.iter().any(|w| doc.is(j - 1, w))
}

/// The upper end of a range that begins with `a`.
pub(crate) fn range_end(
    doc: &Doc<'_>,
    s: Sentence,
    start: usize,
    end: usize,
    a: i64,
) -> Option<(i64, usize)> {
    if end >= s.last {
        return None;
    }
    let between = (s.first..start).rev().take(4).any(|j| doc.has(j, Class::Between) || varied(doc, s, j));
    let from = (s.first..start).rev().take(3).find(|j| doc.has(*j, Class::From)).is_some();
    let dash = doc.kind(end) == Kind::Dash && end + 1 < s.last && doc.kind(end + 1) == Kind::Number;
    // "десять-двенадцать": the dash is part of the words.
    let written_on = doc.lexemes[end].glued
        && doc.has(end, Class::Num)
        && doc.text[..doc.lexemes[end].start as usize].ends_with(['-', '–', '‑']);
    if written_on {
        return value_at(doc, end, s.last).filter(|(b, _)| a < *b);
    }
    let joint = dash
        || doc.has(end, Class::To) && (!from || between)
        || between && doc.has(end, Class::And)
        || doc.has(end, Class::Or);
    let rose = !dash && !between && was(doc, s, start);
    // "fell by two to 36": by how many, and to how many.
    let by = start > s.first && doc.is(start - 1, "by") && doc.has(end, Class::To);
    if !joint || rose || by {
        return None;
    }
    // "van de 30 a más de 300"
    let over = between && end + 1 < s.last && doc.has(end, Class::To) && doc.has(end + 1, Class::AtLeast);
    let (b, b_end) = value_at(doc, end + 1 + usize::from(over), s.last)?;
    let bounded = a < b || b >= 1_000_000_000 && a < 1_000_000;
    bounded.then_some((b, b_end))
}
