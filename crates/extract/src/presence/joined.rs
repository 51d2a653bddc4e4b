//! One person beside those counted: "шесть учеников и учитель", "Мужчина и его сын", "серед них – дитина".

use crate::bind;
use crate::claim::Kind;
use crate::lexicon::{Class, Classes, Role};
use crate::presence::told::counted;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::Doc;
use crate::text::token::Kind as Mark;

impl Cue<'_, '_> {
    fn lone(&self, j: usize) -> bool {
        j < self.s.last
            && self.doc.has(j, Class::Lone)
            && self.doc.cue(j).is_none()
            && !counted(self.bound, j)
    }

    fn found(&self, out: &mut Vec<Finding>, at: usize, rule: &'static str) {
        let Some(metric) = bind::metric(self.harm, None) else { return };
        if out.iter().any(|f| f.first <= at && at < f.last && f.kind == Kind::Count) {
            return;
        }
        let mut f = finding(metric, at, at + 1, self.at, rule);
        (f.kind, f.group) = (Kind::Count, Some((at, at + 1)));
        out.push(f);
    }

    /// Whether the noun phrase that ends before `j` ends there for good: no verb of its own follows.
    fn closes(&self, j: usize) -> bool {
        let after = Classes::of(&[Class::In, Class::From, Class::And, Class::Of, Class::By, Class::Cause]);
        j >= self.s.last || j == self.at || !self.doc.is_word(j) || self.doc.any(j, after)
    }
}

/// "אם ושני ילדיה": a mother, not "if".
pub(crate) fn mother(doc: &Doc<'_>, j: usize) -> bool {
    j + 1 < doc.lexemes.len() && doc.has(j + 1, Class::And) && doc.words(j, j + 1) == "אם"
}

/// "погибли шесть учеников и учитель": one more behind those counted.
pub(crate) fn behind(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    if doc.lex.profile.bare_plurals || !harm.of_persons() || doc.caps && !doc.lex.profile.head_first {
        return;
    }
    for b in bound.iter().filter(|b| b.cue == Some(c) && b.metric.is_some() && b.noun.unit_at.is_some()) {
        let and = b.noun.last;
        if and + 1 >= s.last || !doc.has(and, Class::And) {
            continue;
        }
        let adjective = |j: usize| doc.caps && doc.unknown(j) && !doc.is_name(j) && doc.is_word(j);
        // "одного військового і 63-річну жінку": an age before the noun.
        let aged = |j: &usize| !crate::grammar::oblique::aged_or_their(doc, *j);
        let aged = (and + 1..s.last.min(and + 5)).find(aged).unwrap_or(and + 1);
        let at = aged + usize::from(adjective(aged) && aged + 1 < s.last);
        // "ושלושה חיילים ותיירת אחת": its number behind it.
        let one =
            at + 1 < s.last && !doc.caps && doc.has(at + 1, Class::Num) && doc.entry(at + 1).number == 1;
        if cue.lone(at) && cue.closes(at + 1 + usize::from(one)) {
            cue.found(out, at, "lone.joined");
        }
    }
}

/// "Мужчина и его сын погибли", "אב ובנו נהרגו": two before the verb that tells of both.
pub(crate) fn pair(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let verb = matches!(role, Role::Free | Role::Part | Role::Subject);
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first = word.split(' ').next().unwrap_or("");
    let plural = doc.lex.profile.plural_verbs.iter().any(|e| first.ends_with(e.as_str()));
    if doc.lex.profile.bare_plurals || !verb || !plural || !harm.of_persons() || c < s.first + 3 {
        return;
    }
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let Some(second) = (s.first + 2..c).rev().find(|j| !doc.any(*j, pass)).filter(|j| cue.lone(*j)) else {
        return;
    };
    let and = second - 1 - usize::from(doc.has(second - 1, Class::Pronoun));
    if and <= s.first || !doc.has(and, Class::And) || !cue.lone(and - 1) {
        return;
    }
    let opens = and - 1 == s.first || !doc.is_word(and - 2) || doc.unknown(and - 2) && !doc.is_name(and - 2);
    if opens {
        cue.found(out, and - 1, "lone.pair");
        cue.found(out, second, "lone.pair");
    }
}

/// "поранено трьох, серед них – 11-річний хлопчик": one of those counted.
pub(crate) fn among(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    if doc.lex.profile.bare_plurals || !harm.of_persons() || doc.caps && !doc.lex.profile.head_first {
        return;
    }
    let begins = bound
        .iter()
        .filter(|b| b.cue == Some(c) && b.metric.is_some() && b.part_of.is_none())
        .find_map(|b| {
            let from = b.noun.last.max(c + 1).max(b.figure.last);
            (from..s.last.min(from + 4)).find(|j| doc.has(*j, Class::Including))
        });
    let Some(i) = begins else { return };
    // "среди жертв": the dead of another figure.
    if ["жертв", "погибших", "загиблих"].iter().any(|w| doc.words(i, i + 1).ends_with(w))
    {
        return;
    }
    let passed = |j: usize| {
        matches!(doc.kind(j), Mark::Dash | Mark::Number)
            || doc.any(j, Classes::of(&[Class::AgePost, Class::Be, Class::Skip]))
            || doc.caps && doc.is_word(j) && doc.unknown(j) && !doc.is_name(j)
    };
    let Some(at) = (i + 1..s.last.min(i + 6)).find(|j| !passed(*j)).filter(|j| cue.lone(*j)) else { return };
    if cue.closes(at + 1) || doc.kind(at + 1) == Mark::Colon || !doc.caps {
        cue.found(out, at, "lone.among");
    }
    // "بينهم طفلة وسيدة", "امرأة حامل وصحفي": the next one, behind an adjective of the first.
    let mut at = at;
    while crate::grammar::verbal::here(doc) {
        let adjective = at + 2 < s.last && doc.is_word(at + 1) && doc.cue(at + 1).is_none();
        let and = at + 1 + usize::from(adjective && !doc.has(at + 1, Class::And));
        let next = and + 1;
        if next >= s.last || !doc.has(and, Class::And) || !doc.lexemes[next].glued || !cue.lone(next) {
            break;
        }
        cue.found(out, next, "lone.among");
        at = next;
    }
}
