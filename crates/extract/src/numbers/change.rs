//! "rose from 12 to 15": two figures and no range, the second no ceiling.

use crate::lexicon::{Class, Classes};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

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
