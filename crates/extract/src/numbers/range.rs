//! Ranges: "30 to 40", "between 12 and 15 thousand", "2-3,000"; and a hundred or ten behind a hedge.

use crate::lexicon::Class;
use crate::numbers::change;
use crate::numbers::{QUALIFIERS, value_at};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

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
    let between =
        (s.first..start).rev().take(4).any(|j| doc.has(j, Class::Between) || change::varied(doc, s, j));
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
    let rose = !dash && !between && change::was(doc, s, start);
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

/// The lower end of a range to `b`, thousandths: "2 to 3 million", "between 12 and 15 thousand", where the scale holds for
/// both. `end` is where the lower number ends, `b_end` where the upper one does.
pub(crate) fn scaled(doc: &Doc<'_>, low: i64, b: i64, end: usize, b_end: usize, between: bool) -> i64 {
    let scale = if doc.has(b_end - 1, Class::Mult) { doc.entry(b_end - 1).number } else { 1 };
    let large = b >= 1_000_000_000 && low < 1_000_000;
    // "40-50 אלף"
    let dash = doc.kind(end) == Kind::Dash;
    let dashed = dash && low < 1_000_000 && scale > 1;
    if large || (between || dashed) && low < 1_000_000 && low.saturating_mul(scale) < b {
        return low.saturating_mul(scale);
    }
    // "2-3,000": the thousands are written once, after both.
    let grouped = doc.kind(b_end - 1) == Kind::Number
        && doc
            .words(b_end - 1, b_end)
            .strip_suffix("000")
            .is_some_and(|w| w.ends_with([',', '.', ' ', '\u{a0}']));
    if dash && grouped && low < 1_000_000 && low.saturating_mul(1000) < b && b < low.saturating_mul(10_000) {
        return low.saturating_mul(1000);
    }
    low
}

/// "более сотни", "понад десяток": behind a hedge one hundred, or ten, and not hundreds; thousandths.
pub(crate) fn singular_behind_hedge(doc: &Doc<'_>, i: usize, free: usize) -> Option<i64> {
    let one = |floor: i64| match floor {
        20 => Some(10_000),
        200 => Some(100_000),
        _ => None,
    };
    let hedged =
        doc.lex.profile.head_first && i > free && doc.has(i, Class::Vague) && doc.any(i - 1, QUALIFIERS);
    let singular = ["сотни", "сотні", "сотню", "десятка", "десяток", "десятку"];
    (hedged && singular.iter().any(|w| doc.is(i, w))).then(|| one(doc.entry(i).floor)).flatten()
}
