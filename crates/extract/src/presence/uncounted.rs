//! Harm to people and houses that nobody counted: "the arrest of protesters", "left dead and wounded", "the offices were damaged".

use crate::bind;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::told::counted;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::Doc;
use crate::text::token::Kind as Mark;

/// Several by the form of the noun, where the language shows it.
fn plural(doc: &Doc<'_>, j: usize) -> bool {
    let word = cairn_fold::fold(doc.words(j, j + 1));
    if doc.any(j, Classes::of(&[Class::Lone, Class::Num, Class::Indef, Class::TheOther])) {
        return false;
    }
    if doc.lex.profile.bare_plurals {
        return ["s", "men", "ren", "people"].iter().any(|e| word.ends_with(e));
    }
    // "вбивство поліцейським": by one, and not of several.
    if crate::grammar::oblique::here(doc) {
        return crate::presence::told::several(doc, j);
    }
    !(doc.lex.profile.capitals && doc.lex.profile.adjective_after) || word.ends_with('s')
}

/// "the arrest of protesters": an event that befell people without a figure.
pub(crate) fn event(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || matches!(harm, Harm::Casualties | Harm::Displaced);
    // "the bodies of the victims" are no event.
    let body = doc.unit(c) == Some(Unit::Body);
    if role != Role::Noun || !personal || body || bound.iter().any(|b| b.cue == Some(c)) {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let pass = Classes::of(&[Class::Of, Class::Det, Class::Skip]);
    // "the displacement of the majority of the town's 900 people"
    let most = (c + 1..s.last.min(c + 4)).find(|j| doc.any(*j, Classes::of(&[Class::Most, Class::Portion])));
    let whole = most.and_then(|m| {
        (m + 1..s.last.min(m + 9)).find(|j| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person)))
    });
    if let (Some(at), true) = (whole, doc.lex.profile.bare_plurals && !out.iter().any(|f| f.cue == c)) {
        let mut f = finding(metric, c, at + 1, c, "presence.event");
        f.group = (doc.unit(at) == Some(Unit::Group)).then_some((at, at + 1));
        out.push(f);
        return;
    }
    let at = (c + 1..s.last.min(c + 4)).find(|j| !(doc.any(*j, pass) || doc.is_demonym(*j)));
    let people = |j: &usize| {
        (matches!(doc.unit(*j), Some(Unit::Group | Unit::Person | Unit::Household))
            || doc.has(*j, Class::Other))
            && doc.cue(*j).is_none_or(|(h, _)| h == Harm::Population)
            && !doc.has(*j, Class::Victim)
    };
    let Some(at) = at.filter(people).filter(|j| plural(doc, *j) && !counted(bound, *j)) else { return };
    let barred = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::To, Class::Legal]);
    // "led to the arrest of": no purpose.
    let result =
        |j: usize| doc.has(j, Class::To) && (s.first..j).rev().take(2).any(|k| doc.has(k, Class::Act));
    let denied = (s.first.max(c.saturating_sub(3))..c).any(|j| doc.any(j, barred) && !result(j));
    // "urged the evacuation of civilians": nobody was, yet.
    let urged = |j: usize| {
        [
            "prohibits",
            "prohibit",
            "prohibiting",
            "forbids",
            "bans",
            "outlaws",
            "prevent",
            "urging",
            "urged",
            "urge",
            "demanded",
            "demanding",
            "advised",
        ]
        .iter()
        .any(|w| doc.is(j, w))
    };
    let denied = denied || (s.first.max(c.saturating_sub(3))..c).any(urged);
    let denied = denied || (c + 1..at).any(|j| doc.has(j, Class::This));
    let named = at + 1 < s.last && doc.is_name(at + 1) && doc.unknown(at + 1);
    if denied || named || out.iter().any(|f| f.cue == c) {
        return;
    }
    let mut f = finding(metric, c, at + 1, c, "presence.event");
    f.group = (doc.unit(at) == Some(Unit::Group)).then_some((at, at + 1));
    out.push(f);
}

/// "left dead and wounded", "dejó muertos y heridos".
pub(crate) fn left(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if role != Role::Head
        || !matches!(harm, Harm::Killed | Harm::Injured)
        || c < s.first + 1
        || counted(bound, c)
    {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let before = c - 1;
    let after = doc.has(before, Class::Act) && doc.cue(before).is_none();
    let joined =
        doc.has(before, Class::And) && out.iter().any(|f| f.rule == "presence.left" && f.last == before);
    let next =
        c + 1 >= s.last || !doc.is_word(c + 1) || doc.any(c + 1, Classes::of(&[Class::And, Class::In]));
    if (after || joined) && next && doc.kind(c) == Mark::Word {
        out.push(finding(metric, if after { before } else { c }, c + 1, c, "presence.left"));
    }
}

/// "The offices of the station were damaged": houses as the subject of what befell them.
pub(crate) fn hit(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let done = matches!(harm, Harm::Damaged | Harm::Destroyed) && role == Role::Part;
    if !done || !doc.lex.profile.bare_plurals || !bind::is_passive(doc, s, c) {
        return;
    }
    let place = |j: &usize| matches!(doc.unit(*j), Some(Unit::Building | Unit::Home | Unit::Area));
    let mut first = c;
    while first > s.first && c - first < 14 {
        let j = first - 1;
        let other =
            Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Act, Class::By, Class::And]);
        // "hotels, stores, and other businesses were damaged"
        let list = |j: usize| doc.kind(j) == Mark::Comma && j > s.first && place(&(j - 1));
        let listed = list(j) || doc.has(j, Class::And) && j > s.first && (list(j - 1) || place(&(j - 1)));
        if !listed && (!doc.is_word(j) || doc.any(j, other)) || counted(bound, j) || doc.cue(j).is_some() {
            break;
        }
        first = j;
    }
    while first < c && (!doc.is_word(first) || doc.has(first, Class::And)) {
        first += 1;
    }
    let mass = |j: usize| doc.is(j, "infrastructure");
    let Some(at) = (first..c).find(|j| place(j) || mass(*j)).filter(|j| plural(doc, *j) || mass(*j)) else {
        return;
    };
    let lead = (first..at).all(|j| {
        doc.any(j, Classes::of(&[Class::Det, Class::Skip, Class::Many])) || doc.unknown(j) || mass(at)
    });
    let Some(metric) = bind::metric(harm, doc.unit(at).or(Some(Unit::Building))) else { return };
    // "low quarters were submerged"
    let area = harm == Harm::Damaged && doc.unit(at) == Some(Unit::Area);
    if !lead || area || out.iter().any(|f| f.cue == c) {
        return;
    }
    let mut f = finding(metric, first, c + 1, c, "presence.hit");
    f.unit = Some(at);
    out.push(f);
}
