//! What a power declares, and legal instruments cited: claims of no harm, told without a figure.

use crate::claim::{Kind, Metric};
use crate::lexicon::{Class, Classes};
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// "declared a state of emergency": what a power declares, right behind its verb.
pub(crate) fn declared(doc: &Doc<'_>, s: Sentence, c: usize, out: &mut Vec<Finding>) {
    let verb = (s.first.max(c.saturating_sub(5))..c)
        .rev()
        .find(|j| doc.any(*j, Classes::of(&[Class::Say, Class::Act])));
    let Some(verb) = verb else { return };
    let plain = |j: usize| {
        doc.is_word(j) && !doc.any(j, Classes::of(&[Class::That, Class::Relative, Class::By, Class::Cause]))
    };
    if (verb + 1..c).all(plain) {
        let mut f = finding(Metric::Declaration, verb, c + 1, c, "declaration.declared");
        f.kind = Kind::Declaration;
        out.push(f);
    }
}

/// A convention, resolution or statute cited by name or number.
pub(crate) fn legal(doc: &Doc<'_>, s: Sentence, c: usize, out: &mut Vec<Finding>) {
    let numbered = c + 1 < s.last && matches!(doc.kind(c + 1), Mark::Code | Mark::Number);
    let mut first = c;
    while first > s.first
        && (doc.is_name(first - 1) && !doc.has(first - 1, Class::Say)
            || first < c && doc.has(first - 1, Class::Of))
    {
        first -= 1;
    }
    if numbered || first < c && doc.is_name(c) {
        let mut f =
            finding(Metric::Declaration, first, c + 1 + usize::from(numbered), c, "declaration.legal");
        f.kind = Kind::Declaration;
        out.push(f);
    }
}
