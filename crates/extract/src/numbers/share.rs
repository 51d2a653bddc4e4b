//! Nouns and hedges that figures share: a noun said once for two, the hedge behind it, a share of a whole.

use cairn_model::Qualifier;

use crate::bind::Bound;
use crate::bind::noun::Noun;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::{Form, QUALIFIERS, value_at};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// "45 prisoners at least": the hedge behind the noun.
pub(crate) fn qualified_behind(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let at = b.noun.last;
    let f = &mut b.figure;
    let plain = f.form == Form::Plain && f.qualifier == Qualifier::Exact && at > f.last && at < s.last;
    if !plain || at + 1 < s.last && (doc.kind(at + 1) == Kind::Number || doc.has(at + 1, Class::Num)) {
        return;
    }
    if doc.has(at, Class::AtLeastPost) {
        (f.high, f.qualifier) = (None, Qualifier::AtLeast);
    } else if doc.has(at, Class::AtMostPost) {
        (f.low, f.qualifier) = (None, Qualifier::AtMost);
    }
}

/// "200 houses were damaged and 35 left uninhabitable": a bare number counts what the last one counted.
pub(crate) fn inherit_unit(doc: &Doc<'_>, s: Sentence, previous: &Bound, b: &mut Bound) {
    // "one" is a person only where nothing else was counted.
    let one = b.noun.unit == Some(Unit::Person) && b.noun.unit_at == Some(b.figure.num);
    let bare = (b.noun.unit.is_none() || one) && b.noun.cue.is_none() && !b.noun.strange;
    let things = matches!(
        previous.noun.unit,
        Some(Unit::Home | Unit::Building | Unit::Thing | Unit::Attack | Unit::Household | Unit::Munition)
    );
    let next = b.noun.last;
    let gapped = next >= s.last
        || matches!(doc.kind(next), Kind::Dash | Kind::Stop | Kind::Comma | Kind::Semicolon)
        || doc.any(next, Classes::of(&[Class::Be, Class::Have, Class::In, Class::By, Class::Skip]))
        || doc.cue(next).is_some();
    // "launched eight missiles, killing two", "a bomb went off, leaving 12 wounded": people, not things.
    let person = |j: usize| {
        let harm = doc.cue(j).map(|c| c.0);
        matches!(harm, Some(Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Tortured))
    };
    // "un bombardeo, y 200 fueron heridas"
    let verb = (next..s.last.min(next + 4)).find(|j| !doc.any(*j, Classes::of(&[Class::Be, Class::Have])));
    let people = verb.is_some_and(person) || b.figure.first > s.first && person(b.figure.first - 1);
    if bare && things && gapped && !people && b.figure.form == Form::Plain {
        b.noun.unit = previous.noun.unit;
        b.noun.unit_at = previous.noun.unit_at;
    }
}

/// Two figures with one noun: "3 missile and 42 air strikes", "three of the five hospitals", "12 of them".
pub(crate) fn share_unit(doc: &Doc<'_>, a: &mut Bound, b: &mut Bound) {
    let gap = a.noun.last.max(a.figure.last)..b.figure.first;
    let things =
        |u| matches!(u, Some(Unit::Attack | Unit::Munition | Unit::Home | Unit::Building | Unit::Thing));
    let plain = a.figure.form == Form::Plain && b.figure.form == Form::Plain;
    let joined = gap.len() == 1 && doc.any(gap.start, Classes::of(&[Class::And, Class::Or]))
        || gap.len() == 1 && doc.kind(gap.start) == Kind::Comma;
    if plain && joined && a.noun.strange && a.noun.last == a.figure.last + 1 && things(b.noun.unit) {
        (a.noun.unit, a.noun.unit_at, a.noun.strange) = (b.noun.unit, b.noun.unit_at, false);
        return;
    }
    // The whole is no claim of its own: only so many of it were hit.
    let share = a.figure.last..b.figure.first;
    // "one of two sisters", in one breath.
    let of = (1..=3).contains(&share.len())
        && share.clone().any(|j| doc.any(j, Classes::of(&[Class::Of, Class::Det, Class::From])))
        && share.clone().all(|j| {
            doc.any(j, Classes::of(&[Class::Of, Class::Det, Class::From, Class::Skip]))
                || doc.has(j, Class::Including)
        });
    let smaller = a.figure.low.zip(b.figure.low).is_some_and(|(x, y)| x < y);
    let told = b.noun.last < doc.lexemes.len() && doc.any(b.noun.last, Classes::of(&[Class::Be, Class::Have]))
        // "one of two sisters": a bare "of" before a bare number.
            || share.len() == 1 && b.noun.last < doc.lexemes.len() && doc.cue(b.noun.last).is_none()
        // "трое из пяти шахтёров найдены мёртвыми"
            || !doc.lex.profile.bare_plurals
                && b.noun.unit_at.is_some()
                && (b.noun.last..doc.lexemes.len().min(b.noun.last + 2))
                    .any(|j| matches!(doc.cue(j), Some((_, Role::Free))));
    let whole = match b.noun.unit {
        Some(Unit::Home | Unit::Building | Unit::Area | Unit::Thing | Unit::Household) => true,
        Some(Unit::Group | Unit::Person) => told,
        _ => false,
    };
    // "трое из пяти пропавших шахтёров": what the whole is said to be is not what befell the three.
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let state = b.noun.cue.filter(|c| !english && !matches!(doc.cue(*c), Some((Harm::Killed, _)))).is_some();
    if plain && of && smaller && state && b.noun.unit_at.is_some() {
        if a.noun.unit.is_none() {
            a.noun = Noun { cue: None, ..b.noun };
            a.noun.last = a.figure.last;
        }
        b.excluded = true;
        return;
    }
    // "two of the five hostages were found dead": the five are who they were of.
    let captives = english
        && b.noun.cue.is_some_and(|c| {
            matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained | Harm::Displaced, Role::Head)))
        })
        && b.noun.last < doc.lexemes.len()
        && (doc.any(b.noun.last, Classes::of(&[Class::Be, Class::Have]))
            || matches!(doc.cue(b.noun.last), Some((_, Role::Subject))));
    if plain && of && smaller && captives {
        (a.noun, b.excluded) = (b.noun, true);
        return;
    }
    if plain && of && smaller && whole && a.noun.unit.is_none() && b.noun.cue.is_none() {
        a.noun = b.noun;
        b.excluded = true;
        return;
    }
    // "80 rockets, 12 of them fell": what they are decides what befell them.
    let after = b.figure.last;
    let of_them = after < doc.lexemes.len() && doc.has(after, Class::Including);
    if plain && of_them && b.noun.unit.is_none() && b.noun.cue.is_none() && things(a.noun.unit) {
        (b.noun.unit, b.noun.unit_at) = (a.noun.unit, a.noun.unit_at);
    }
}

/// "Houses destroyed: 3", "Viviendas destruidas: 3": the label says what is counted.
pub(crate) fn labelled(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let bare = b.noun.unit.is_none() && b.noun.cue.is_none() && b.noun.last == b.figure.last;
    let colon = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.kind(*j) == Kind::Colon);
    let Some(colon) = colon.filter(|_| bare && b.figure.form == Form::Plain) else { return };
    let label = (s.first..colon).rev().take(5).take_while(|j| doc.is_word(*j));
    let things = |j: &usize| {
        matches!(
            doc.unit(*j),
            Some(Unit::Home | Unit::Building | Unit::Thing | Unit::Household | Unit::Munition | Unit::Group)
        ) && doc.cue(*j).is_none()
    };
    let Some(at) = label.clone().find(things) else { return };
    if label.clone().any(|j| doc.cue(j).is_some()) && b.figure.last <= s.last {
        (b.noun.unit, b.noun.unit_at) = (doc.unit(at), Some(at));
        b.noun.group = (b.noun.unit == Some(Unit::Group)).then_some((at, at + 1));
    }
}

/// "как минимум о 14 погибших": a short preposition between the hedge and its number.
pub(crate) fn hedged_before(doc: &Doc<'_>, j: usize) -> bool {
    doc.lex.profile.head_first
        && doc.is_word(j)
        && doc.words(j, j + 1).chars().count() <= 3
        && doc.cue(j).is_none()
        && doc.unit(j).is_none()
        && !doc.any(j, Classes::of(&[Class::And, Class::Not, Class::To]))
        && doc.any(j - 1, Classes::of(&[Class::AtLeast, Class::About]))
}

/// "в одном из сёл": one place of several, and nobody.
pub(crate) fn somewhere(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    doc.lex.profile.head_first
        && doc.kind(i) != Kind::Number
        && doc.entry(i).number == 1
        && i > s.first
        && doc.has(i - 1, Class::In)
        && last < s.last
        && doc.any(last, Classes::of(&[Class::From, Class::Of]))
}

/// "20 lakh (two million) people": the same number again, in brackets.
pub(crate) fn restated(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        // "none of the 12 passengers was hurt"
        let of = (a.figure.last..b.figure.first).all(|j| doc.any(j, Classes::of(&[Class::Of, Class::Det])));
        let none = a.figure.form == Form::Zero
            && b.figure.form == Form::Plain
            && of
            && a.figure.last < b.figure.first;
        if none && doc.lex.profile.bare_plurals {
            bound[i - 1].noun = b.noun;
            bound[i].excluded = true;
            continue;
        }
        // "(2) two women"
        let bracketed = a.figure.num > 0
            && doc.kind(a.figure.num - 1) == Kind::Open
            && a.figure.last + 1 == b.figure.first
            && doc.kind(a.figure.last) == Kind::Close;
        if bracketed && a.figure.low == b.figure.low && b.noun.unit_at.is_some() {
            bound[i - 1].excluded = true;
            continue;
        }
        let opens = a.figure.last + 1 == b.figure.num && doc.kind(a.figure.last) == Kind::Open;
        let closes = b.figure.last < doc.lexemes.len() && doc.kind(b.figure.last) == Kind::Close;
        let same = a.figure.low == b.figure.low
            && (a.figure.low.is_some_and(|n| n >= 1000) || doc.kind(a.figure.num) != Kind::Number);
        if !(opens && closes && same && doc.lex.profile.bare_plurals) {
            continue;
        }
        let noun = crate::bind::noun::Noun { last: b.figure.last + 1, ..b.noun };
        bound[i].excluded = true;
        if a.noun.unit.is_none() || a.noun.unit_at == Some(a.figure.num) {
            bound[i - 1].noun = crate::bind::noun::Noun { last: noun.last.max(b.noun.last), ..noun };
        }
    }
}

/// The ceiling that is joined to a floor before its noun: "at least 12 and up to 19 people".
pub(crate) fn ceiling(doc: &Doc<'_>, s: Sentence, at: usize, floor: i64) -> Option<(i64, usize)> {
    let from = at + usize::from(at < s.last && doc.has(at, Class::And));
    let number =
        (from..s.last.min(from + 4)).find(|j| !doc.any(*j, QUALIFIERS) && !doc.has(*j, Class::Det))?;
    let up_to = (from..number).any(|j| doc.has(j, Class::AtMost));
    let (value, end) = value_at(doc, number, s.last).filter(|(v, _)| *v > floor && v % 1000 == 0)?;
    up_to.then_some((value, end))
}
