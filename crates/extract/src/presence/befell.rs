//! Harm told of people, houses and roads that no numeral counts, by the grammar of its sentence in a language of bare
//! plurals: "delinquents have been arrested", "left homes flooded", "most of whom were displaced".

use crate::bind;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::told::{counted, several};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// What makes a statement none: "no", "might", "calls for", "to".
const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);
const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Skip]);

/// All the rules of this module.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let profile = &cue.doc.lex.profile;
    if !profile.bare_plurals && !profile.adjective_after || out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    if profile.adjective_after {
        out.extend(ruin(cue).filter(|_| cue.doc.caps));
        return;
    }
    let found = of_whom(cue).or_else(|| plural_subject(cue)).or_else(|| plural_object(cue));
    out.extend(found.or_else(|| left(cue)).or_else(|| ruin(cue)));
}

/// "residents, most of whom have been displaced": a part that nobody counted.
fn of_whom(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let personal = harm.of_persons() || matches!(harm, Harm::Displaced | Harm::Missing);
    let verbal = matches!(role, Role::Part | Role::Subject) && personal;
    let link = (s.first..c).rev().take(5).find(|j| !doc.any(*j, AUXILIARY) && !doc.is_adverb(*j));
    let whom = |j: usize| doc.words(j, j + 1).ends_with("whom");
    let link = link.filter(|j| verbal && *j > s.first && whom(*j) && !counted(cue.bound, *j))?;
    let split = doc.is(link, "of whom") || doc.is(link, "whom");
    let first = link - usize::from(split);
    let part = !split || doc.any(first, Classes::of(&[Class::Most, Class::Many, Class::Portion]));
    let metric = bind::metric(harm, None).filter(|_| part)?;
    Some(finding(metric, first, c + 1, c, "presence.of_whom"))
}

/// "Delinquents and others have been arrested", "their crews were seized": whom nobody needs to know to read it, since
/// only people are arrested, killed or hurt.
fn plural_subject(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let personal = matches!(harm, Harm::Detained | Harm::Killed | Harm::Injured | Harm::Abducted);
    if !personal || role != Role::Part || !bind::is_passive(doc, s, c) {
        return None;
    }
    let verb = (s.first..c).rev().take_while(|j| doc.any(*j, AUXILIARY) || doc.is_adverb(*j)).last()?;
    let many = (verb..c).any(|j| ["were", "are", "have"].iter().any(|w| doc.is(j, w)));
    let head = verb.checked_sub(1).filter(|j| many && *j >= s.first)?;
    let people = (doc.unknown(head) || doc.has(head, Class::Actor))
        && doc.is_word(head)
        && (!doc.is_name(head) || head == s.first);
    let noun =
        people && doc.words(head, head + 1).ends_with('s') && !doc.is_adverb(head) || doc.is(head, "others");
    if !noun || (s.first..c).rev().take(c - head + 1).any(|j| doc.any(j, UNSAID)) {
        return None;
    }
    // Back to where the clause begins: "cleric's followers and others".
    let mut first = head;
    while first > s.first {
        let j = first - 1;
        let inside = doc.is_word(j)
            && (doc.unknown(j)
                || doc.any(j, Classes::of(&[Class::And, Class::Skip]))
                || doc.unit(j).is_some())
            && (!doc.is_name(j) || j == s.first || doc.is_demonym(j))
            && doc.cue(j).is_none();
        if !inside {
            break;
        }
        first = j;
    }
    let theirs = first > s.first && ["their", "its", "his"].iter().any(|w| doc.is(first - 1, w));
    let ahead = first.checked_sub(1 + usize::from(theirs)).filter(|j| *j >= s.first);
    let opens = ahead.is_none_or(|j| {
        matches!(doc.kind(j), Mark::Comma | Mark::Colon | Mark::Semicolon | Mark::Quote)
            || doc.any(j, Classes::of(&[Class::That, Class::Say, Class::And, Class::About]))
            || doc.has(j, Class::TimeUnit)
    });
    let known = counted(cue.bound, head) || cue.bound.iter().any(|b| (first..c).contains(&b.figure.num));
    if !opens || known || first == head && doc.is(head, "others") {
        return None;
    }
    let metric = bind::metric(harm, None)?;
    let mut f = finding(metric, first, c + 1, c, "presence.plural_subject");
    f.group = (!doc.is(head, "others")).then_some((first, head + 1));
    Some(f)
}

/// "killing occupants inside", "wounding bystanders": whom nobody needs to know either, right behind the verb.
fn plural_object(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let personal = matches!(harm, Harm::Detained | Harm::Killed | Harm::Injured | Harm::Abducted);
    let ing = doc.words(c, c + 1).ends_with("ing");
    if !personal
        || role != Role::Active
        || !ing
        || c > s.first && doc.any(c - 1, UNSAID.with(Classes::of(&[Class::By, Class::Of])))
    {
        return None;
    }
    let plain = |j: usize| doc.is_word(j) && doc.unknown(j) && (!doc.is_name(j) || doc.is_demonym(j));
    let end = (c + 1..s.last.min(c + 4)).find(|j| !plain(*j)).unwrap_or(s.last.min(c + 4));
    let ends = end >= s.last
        || !doc.is_word(end)
        || doc.any(end, Classes::of(&[Class::In, Class::And, Class::On, Class::During, Class::By]));
    let head = end.checked_sub(1).filter(|h| ends && *h > c)?;
    let plural = doc.words(head, head + 1).ends_with('s') && !doc.words(head, head + 1).ends_with("ss");
    let metric = bind::metric(harm, None).filter(|_| plural)?;
    let mut f = finding(metric, c, head + 1, c, "presence.plural_object");
    f.group = Some((c + 1, head + 1));
    Some(f)
}

/// "left homes in seven towns flooded", "leaving shops looted": what befell them behind them.
fn left(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    if role != Role::Part || !matches!(harm, Harm::Damaged | Harm::Destroyed | Harm::Uninhabitable) {
        return None;
    }
    let left = (s.first..c).rev().take(9).take_while(|j| doc.is_word(*j));
    let left = left.into_iter().find(|j| doc.is(*j, "left") || doc.is(*j, "leaving"))?;
    let house = |j: usize| matches!(doc.unit(j), Some(Unit::Home | Unit::Building)) && several(doc, j);
    let at = (left + 1..c.min(left + 4)).find(|j| house(*j))?;
    let plain = (left + 1..at).all(|j| doc.unknown(j) || doc.any(j, Classes::of(&[Class::Det, Class::Skip])));
    let clear =
        (at + 1..c).all(|j| doc.cue(j).is_none() && !doc.any(j, Classes::of(&[Class::And, Class::Relative])));
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| plain && clear && !counted(cue.bound, at))?;
    let mut f = finding(metric, left, c + 1, c, "presence.left_so");
    f.unit = Some(at);
    Some(f)
}

/// "the destruction of civilian houses": the noun of the deed, and what it befell.
fn ruin(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    if role != Role::Noun || !matches!(harm, Harm::Damaged | Harm::Destroyed) {
        return None;
    }
    let unsaid = (s.first..c).rev().take(4).any(|j| doc.any(j, UNSAID) || doc.has(j, Class::To));
    let pass = |j: usize| {
        doc.any(j, Classes::of(&[Class::Of, Class::Det, Class::Skip])) || doc.unknown(j) && doc.is_word(j)
    };
    let whose = |j: usize| doc.unit(j) == Some(Unit::Group) && !several(doc, j);
    let at = (c + 1..s.last.min(c + 5))
        .find(|j| doc.unit(*j).is_some() && !whose(*j) || !pass(*j) && !whose(*j))?;
    let house = matches!(doc.unit(at), Some(Unit::Home | Unit::Building)) && several(doc, at);
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| house && !unsaid && !counted(cue.bound, at))?;
    let mut f = finding(metric, c, at + 1, c, "presence.ruin");
    f.unit = Some(at);
    Some(f)
}

/// "shot protesters dead": the outcome behind those it befell; the last lexeme of the phrase.
pub(crate) fn shot_dead(doc: &Doc<'_>, s: Sentence, c: usize, people: usize) -> Option<usize> {
    (doc.is(c, "shot") && people + 1 < s.last && doc.is(people + 1, "dead")).then_some(people + 2)
}

/// "prevented its ambulances from reaching the camp": kept from where they must go.
pub(crate) fn kept_from(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<(usize, usize)> {
    let bars = Classes::of(&[Class::Say, Class::Relative, Class::That]);
    // Reporters kept away from a shooting are cut off from nothing.
    let from = (c + 1..s.last.min(c + 8))
        .take_while(|j| doc.is_word(*j) && !doc.any(*j, bars) && !doc.has(*j, Class::Press))
        .find(|j| doc.has(*j, Class::From))?;
    let to = from + 1;
    let reach = ["reaching", "entering", "leaving", "accessing", "returning", "crossing"];
    let whom = |j: usize| {
        doc.has(j, Class::Essential)
            || matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household | Unit::Thing))
    };
    let strange = |j: usize| doc.unknown(j) && doc.is_word(j) && several(doc, j);
    let going = (c + 1..from).any(|j| whom(j) || strange(j))
        && to < s.last
        && reach.iter().any(|w| doc.words(to, to + 1).to_ascii_lowercase().starts_with(w));
    let unsaid = (s.first..c).rev().take(3).any(|j| doc.any(j, UNSAID));
    (going && from > c + 1 && !unsaid).then_some((c, to + 1))
}
