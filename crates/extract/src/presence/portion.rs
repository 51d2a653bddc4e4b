//! What is told of a place: part of it destroyed, all of it encircled.

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// What does not stand before a statement of fact.
const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::To]);

fn place(doc: &Doc<'_>, j: usize) -> bool {
    doc.has(j, Class::PlaceNoun) || doc.unit(j) == Some(Unit::Area)
}

fn name(doc: &Doc<'_>, j: usize) -> bool {
    doc.is_name(j) && doc.unknown(j)
}

/// "destroyed part of downtown", "دمرت حيا كاملا", "much of the town was destroyed".
pub(crate) fn destroyed(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = matches!(role, Role::Active | Role::Part | Role::Free);
    if harm != Harm::Destroyed || !verb || out.iter().any(|f| f.cue == c) {
        return;
    }
    let ahead = c > s.first && doc.any(c - 1, UNSAID);
    let Some(metric) = bind::metric(harm, Some(Unit::Area)).filter(|_| !ahead) else { return };
    let built = |j: usize| place(doc, j) || matches!(doc.unit(j), Some(Unit::Building | Unit::Home));
    // Where the place ends that a portion or the whole of is named from `j` on.
    let named = |j: usize, end: usize| {
        if doc.has(j, Class::Portion) {
            let reach = (j + 1..end.min(j + 5)).take_while(|k| doc.is_word(*k));
            return reach.clone().find(|k| built(*k) || name(doc, *k)).map(|k| k + 1);
        }
        let whole = |k: usize| k < end && doc.has(k, Class::Whole);
        let around = j > s.first && doc.has(j - 1, Class::Whole) || whole(j + 1);
        (place(doc, j) && around).then(|| j + 1 + usize::from(whole(j + 1)))
    };
    let pass = Classes::of(&[Class::Det, Class::Skip, Class::Be, Class::Whole, Class::Indef, Class::To]);
    let behind = (c + 1..s.last.min(c + 5))
        .take_while(|j| {
            *j == c + 1 || doc.any(*j - 1, pass) || doc.lex.profile.verb_first && doc.is_word(*j - 1)
        })
        .find_map(|j| named(j, s.last).map(|end| (c, end)));
    let subject = || {
        let from = (s.first..c).rev().take(9).take_while(|j| doc.is_word(*j)).last()?;
        let free = role == Role::Free && crate::grammar::romance::here(doc);
        let passive = free || bind::is_passive(doc, s, c) || !doc.lex.profile.bare_plurals;
        (from..c).find(|j| passive && named(*j, c).is_some()).map(|j| (j, c + 1))
    };
    let Some((first, last)) = behind.or_else(subject) else { return };
    if bound.iter().any(|b| b.metric == Some(metric) && (first..last).contains(&b.figure.num)) {
        return;
    }
    out.push(finding(metric, first, last, c, "presence.portion"));
}

/// "a besieged town": the subject of the sentence is not who besieges it.
pub(crate) const BESIEGED: &str = "presence.besieged";
/// Two towns encircled are two statements.
pub(crate) const ENCIRCLED: &str = "presence.encircled";

/// "a besieged town": told in passing.
pub(crate) fn attributive(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let one =
        c > s.first && (doc.has(c - 1, Class::Indef) || doc.lex.profile.bare_plurals && doc.is(c - 1, "the"));
    // "the besieged rebel-held town"
    let held = |j: usize| doc.is(j, "held") || doc.kind(j) == Mark::Dash && doc.lexemes[j].glued;
    let plain = |j: &usize| {
        doc.is_demonym(*j)
            || doc.unknown(*j) && doc.is_word(*j)
            || doc.lex.profile.bare_plurals && (held(*j) || doc.has(*j, Class::Actor) && held(*j + 1))
    };
    let at = (c + 1..s.last.min(c + 7)).find(|j| !plain(j)).filter(|j| one && place(doc, *j));
    let Some(metric) = bind::metric(Harm::AccessDenied, None) else { return };
    // "the besieged town" is spoken of; "the besieged town of NAME" tells which.
    let at = at.map(|at| (at..s.last).take_while(|j| place(doc, *j)).last().unwrap_or(at));
    let which = |at: usize| at + 2 < s.last && doc.has(at + 1, Class::Of) && name(doc, at + 2);
    let at = at.filter(|at| doc.has(c - 1, Class::Indef) || which(*at));
    if let Some(at) = at.filter(|_| !bound.iter().any(|b| b.cue == Some(c))) {
        out.push(finding(metric, c - 1, at + 1, c, BESIEGED));
    }
}

/// "have besieged rebel-held areas", "tanques rodean Rastel".
pub(crate) fn encircled(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let Some(metric) = bind::metric(Harm::AccessDenied, None) else { return };
    let unsaid = c > s.first && doc.any(c - 1, UNSAID.with(Classes::of(&[Class::Det, Class::Indef])));
    let told = out.iter().any(|f| f.metric == metric && (f.first..f.last).contains(&c));
    if unsaid || told || bound.iter().any(|b| b.metric == Some(metric) && b.figure.num.abs_diff(c) < 12) {
        return;
    }
    let bars =
        Classes::of(&[Class::Be, Class::Have, Class::Say, Class::And, Class::In, Class::By, Class::Relative]);
    let ends =
        |j: usize| !doc.is_word(j) && doc.kind(j) != Mark::Dash || doc.any(j, bars) && !doc.lexemes[j].glued;
    let at = (c + 1..s.last.min(c + 6))
        .find(|j| place(doc, *j) || name(doc, *j) && !doc.is_demonym(*j) || ends(*j));
    // "surrounded the Plaza": a town has no article.
    let town = |j: usize| name(doc, j) && !doc.has(j - 1, Class::Det);
    let Some(at) = at.filter(|j| place(doc, *j) || town(*j)) else { return };
    // "sealed off the crash site", "that surrounded the town's vote"
    let scene = ["site", "scene", "street", "building"].iter().any(|w| doc.is(at, w));
    let owner = at + 1 < s.last && doc.kind(at + 1) == Mark::Possessive;
    if scene || owner {
        return;
    }
    let last = (at + 1..s.last).find(|j| !name(doc, *j)).unwrap_or(s.last);
    out.push(finding(metric, c, last, c, ENCIRCLED));
}

/// Findings of one metric that stand in one sentence without groups are one statement.
pub(crate) fn merge(doc: &Doc<'_>, list: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for f in list {
        let same = out.iter_mut().find(|o| {
            o.metric == f.metric
                && f.metric == Metric::AccessDenied
                && o.group.is_none()
                && !(o.rule == f.rule && f.rule == ENCIRCLED)
                && f.first < o.last + 24
                && (o.last..f.first.max(o.last)).all(|j| doc.kind(j) != Mark::Semicolon)
        });
        match same {
            Some(o) => {
                // The statement that names what is denied is the one to quote.
                if f.last - f.first > o.last - o.first {
                    (o.first, o.last, o.cue, o.goods, o.rule) = (f.first, f.last, f.cue, f.goods, f.rule);
                }
            }
            None => out.push(f),
        }
    }
    out
}
