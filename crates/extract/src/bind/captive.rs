//! Who was captured or had fled, and what befell them: fighters taken by an army are held, soldiers taken by rebels are
//! captives, a village is a place, and refugees who died are among the dead.

use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::text::doc::{Doc, Sentence};

fn any(doc: &Doc<'_>, from: usize, to: usize, class: Class) -> bool {
    (from..to).any(|j| doc.has(j, class))
}

/// "the army captured two gunmen", "ten rebels died and two were captured": held by law, and no hostages.
pub(crate) fn held_by_law(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, c: usize) -> bool {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    if !english || !word.starts_with("captur") || !matches!(doc.cue(c), Some((Harm::Abducted, _))) {
        return false;
    }
    let b = &bound[i];
    // "two others were captured": the same as those counted before.
    let whom = |b: &Bound| any(doc, b.figure.last, b.noun.last, Class::Outlaw);
    let others = doc.lexemes.len() > b.figure.last
        && (b.noun.unit_at.is_none_or(|u| doc.has(u, Class::Other) || doc.is(u, "others"))
            || doc.is(b.figure.last, "others"));
    let same = others && i > 0 && whom(&bound[i - 1]);
    let by = (c + 1..s.last.min(c + 8)).find(|j| doc.has(*j, Class::By));
    let agent = match by.filter(|_| c >= b.noun.last) {
        Some(by) => any(doc, by + 1, s.last.min(by + 10), Class::Lawful),
        None => {
            let from = s.first;
            c < b.figure.first && any(doc, from, c, Class::Lawful) && !any(doc, from, c, Class::Outlaw)
        }
    };
    whom(b) || same || agent
}

/// "утримують трьох у заручниках": what stands behind the figure says that those held are hostages.
pub(crate) fn as_hostages(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let held = matches!(doc.cue(c), Some((Harm::Detained, Role::Active | Role::Free)));
    let next = b.noun.last.max(b.figure.last);
    held && c < b.figure.first
        && next < s.last
        && matches!(doc.cue(next), Some((Harm::Abducted, Role::Free | Role::Subject)))
}

/// "rebels captured a village", "the seizure of two posts": a place is taken, and nobody with it.
pub(crate) fn place_taken(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let place = |j: usize| {
        doc.has(j, Class::PlaceNoun)
            || doc.unit(j).is_none()
                && [
                    "position",
                    "positions",
                    "hill",
                    "hills",
                    "post",
                    "posts",
                    "weapons",
                    "rifles",
                    "guns",
                    "arms",
                    "flags",
                ]
                .iter()
                .any(|w| doc.is(j, w))
    };
    // "captured on camera"
    let filmed = c + 2 < doc.lexemes.len()
        && doc.is(c, "captured")
        && doc.is(c + 1, "on")
        && ["camera", "video", "film", "tape", "cctv"].iter().any(|w| doc.is(c + 2, w));
    if english && filmed {
        return true;
    }
    english
        && matches!(
            doc.cue(c),
            Some((Harm::Abducted | Harm::Detained, Role::Active | Role::Part | Role::Noun))
        )
        && b.noun.strange
        && (b.figure.last..b.noun.last).any(place)
}

/// "rebel-held", "worst-affected": said of a place, joined to who holds it or how.
pub(crate) fn compound(doc: &Doc<'_>, c: usize) -> bool {
    doc.lex.profile.bare_plurals
        && c >= 1
        && doc.lexemes[c].glued
        && doc.is_word(c - 1)
        && matches!(doc.cue(c), Some((Harm::Detained | Harm::Abducted | Harm::Affected, _)))
}

/// "10 diplomats will be expelled": sent home, not displaced.
pub(crate) fn sent_home(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let envoys =
        ["diplomats", "diplomat", "ambassador", "ambassadors", "envoy", "envoys", "attache", "attaches"];
    matches!(doc.cue(c), Some((Harm::Displaced, _)))
        && (b.figure.last..b.noun.last).any(|j| envoys.iter().any(|w| doc.is(j, w)))
}

/// "12 беженцев погибли", "mató a 12 refugiados": the verb beside those who fled, where verbs stand on either side.
pub(crate) fn befell_the_displaced(doc: &Doc<'_>, s: Sentence, b: &Bound, cues: &[usize]) -> Option<usize> {
    if !doc.lex.profile.verb_first {
        return None;
    }
    let link = Classes::of(&[
        Class::Be,
        Class::Have,
        Class::Skip,
        Class::To,
        Class::Det,
        Class::About,
        Class::AtLeast,
        Class::AtMost,
    ]);
    let (first, from) = (b.figure.first, b.noun.last.max(b.figure.last));
    let pass = |j: usize| doc.any(j, link) || doc.is_adverb(j);
    cues.iter().copied().find(|c| {
        let Some((harm, role)) = doc.cue(*c).filter(|(h, _)| h.of_persons()) else { return false };
        let behind = *c >= from && *c < s.last && *c - from <= 4 && (from..*c).all(pass);
        let ahead = *c < first && first - *c <= 4 && (*c + 1..first).all(pass);
        // "Fueron detenidos 12 refugiados"
        let passive = role == Role::Head && *c > s.first && doc.has(*c - 1, Class::Be);
        let verb = passive || matches!(role, Role::Free | Role::Active | Role::Part | Role::Subject);
        verb && harm != Harm::Displaced && (behind && role != Role::Active || ahead && role != Role::Subject)
    })
}
