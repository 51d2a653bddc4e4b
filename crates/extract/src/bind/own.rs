//! Figures whose noun or setting says what is counted, without a cue that binds them: "nine strikes", "12 victims".

use crate::bind::bystander;
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Figures whose noun is itself the event: "nine strikes".
pub(crate) fn own_metric(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let self_evident = b.noun.unit == Some(Unit::Attack)
        && (b.metric.is_none() && !b.excluded)
        && matches!(b.figure.form, Form::Plain | Form::Vague);
    let bodies = b.noun.unit == Some(Unit::Body) && !crate::grammar::oblique::lives_kept(doc, s, b)
        || crate::grammar::caseless::whose_bodies(doc, s, b);
    if bodies && b.metric.is_none() && !b.excluded && b.figure.form != Form::Single {
        b.metric = Some(Metric::Killed);
        b.cue = b.noun.unit_at;
        b.cost = 3;
        b.rule = "unit.body";
    }
    // "12 victims", "no victims": harm without a name for it.
    let victims = b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Victim));
    if victims
        && b.metric.is_none()
        && !b.excluded
        && b.figure.form != Form::Single
        && b.figure.form != Form::Many
    {
        // "ещё одна жертва": in these languages one who died.
        let dead = b.noun.unit_at.is_some_and(|u| cairn_fold::fold(doc.words(u, u + 1)).starts_with("жертв"));
        let dead = dead || crate::bind::neighbours::named_dead(doc, s);
        b.metric = Some(if dead { Metric::Killed } else { Metric::OtherCount });
        b.cue = b.noun.unit_at;
        b.cost = 4;
        b.rule = "unit.victim";
    }
    // "struck over 15,000 targets"
    let aimed = doc.lex.profile.bare_plurals
        && b.figure.form == Form::Plain
        && b.noun.last == b.figure.last + 1
        && doc.is(b.figure.last, "targets")
        && b.figure.first > s.first
        && ["struck", "hit", "bombed", "attacked"].iter().any(|w| doc.is(b.figure.first - 1, w));
    if aimed {
        (b.metric, b.cue, b.cost, b.rule, b.excluded) =
            (Some(Metric::Attacks), Some(b.figure.last), 5, "unit.attack", false);
    }
    withheld(doc, s, b);
    inhabitants(doc, s, b);
    settled(doc, s, b);
    let fired = b.noun.unit == Some(Unit::Munition)
        && b.metric.is_none()
        && !b.excluded
        && b.figure.form != Form::Single
        && ((s.first.max(b.figure.first.saturating_sub(12))..b.figure.first)
            .any(|j| doc.any(j, Classes::of(&[Class::Act, Class::Event])))
            || bystander::went_off(doc, s, b)
            || against(doc, s, b))
        && !bystander::arms_found(doc, s, b);
    if fired {
        b.metric = Some(Metric::MunitionsCount);
        b.cue = b.noun.unit_at;
        b.cost = 5;
        b.rule = "unit.munition";
    }
    // "Attacks: 10"
    let labelled = b.figure.first > s.first + 1
        && doc.kind(b.figure.first - 1) == Kind::Colon
        && doc.unit(b.figure.first - 2) == Some(Unit::Attack)
        && b.noun.unit.is_none()
        && (b.figure.last >= s.last || !doc.is_word(b.figure.last));
    if labelled && b.metric.is_none() && !b.excluded && b.figure.form == Form::Plain {
        (b.metric, b.cue, b.cost, b.rule) =
            (Some(Metric::Attacks), Some(b.figure.first - 2), 3, "unit.attack");
    }
    let hypothetical_only = b.noun.unit_at.is_some_and(|u| u + 1 < s.last && doc.has(u + 1, Class::Rate));
    if self_evident && !hypothetical_only {
        b.metric = Some(Metric::Attacks);
        b.cue = b.noun.unit_at;
        b.cost = 3;
        b.rule = "unit.attack";
    }
}

/// "NAME's 40,000 residents": so many live there.
fn inhabitants(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let whose = (s.first + 1..b.figure.num).rev().take(3).find(|j| doc.kind(*j) == Kind::Possessive);
    let named = whose.is_some_and(|j| doc.is_name(j - 1) && doc.unknown(j - 1) && !doc.is_demonym(j - 1));
    let people = b.noun.unit_at.is_some_and(|u| {
        u + 1 == b.noun.last
            && u == b.figure.last
            && ["residents", "people", "inhabitants"].iter().any(|w| doc.is(u, w))
    });
    if named && people && b.metric.is_none() && !b.excluded && b.figure.low.is_some_and(|n| n >= 1000) {
        (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::Population), b.noun.unit_at, 4, "unit.inhabitants");
    }
}

/// "an island of 87,000 people": so many live there.
fn settled(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    if b.metric.is_none() && !b.excluded && inhabited(doc, s, b) {
        (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::Population), b.noun.unit_at, 4, "unit.inhabitants");
    }
}

fn inhabited(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let of = b.figure.first.checked_sub(2).filter(|j| *j >= s.first && doc.has(*j + 1, Class::Of));
    let people = b.noun.unit == Some(Unit::Person) && b.noun.last == b.figure.last + 1;
    let place = |j: usize| doc.has(j, Class::PlaceNoun) && doc.unit(j).is_none() && doc.cue(j).is_none();
    people && b.figure.form == Form::Plain && doc.lex.profile.bare_plurals && of.is_some_and(place)
}

/// "700 bombs and over 100 drones against NAME", "There were also 1,560 drones": fired without a verb that says so.
fn against(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    if !doc.lex.profile.head_first {
        return false;
    }
    let there = (s.first..b.figure.first).len() <= 2
        && s.first < b.figure.first
        && doc.has(s.first, Class::Be)
        && (s.first + 1..b.figure.first).all(|j| doc.any(j, Classes::of(&[Class::Skip, Class::Other])));
    // "1,310 bombs, over 1,000 drones and nine missiles": nothing is said of them but that there were so many.
    let only = |j: usize| {
        let link = Classes::of(&[
            Class::Be,
            Class::Skip,
            Class::Other,
            Class::And,
            Class::Most,
            Class::Num,
            Class::Mult,
            Class::AtLeast,
            Class::About,
            Class::During,
            Class::TimeUnit,
            Class::DayWord,
            Class::Past,
            Class::This,
        ]);
        doc.unit(j) == Some(Unit::Munition)
            || !doc.is_word(j) && !matches!(doc.kind(j), Kind::Colon | Kind::Open)
            || doc.cue(j).is_none() && (doc.any(j, link) || doc.is_demonym(j))
            || doc.unknown(j)
                && !doc.is_name(j)
                && (j + 1..s.last.min(j + 3)).any(|k| doc.unit(k) == Some(Unit::Munition))
    };
    let listed = (s.first..b.figure.first).all(only);
    let at = (b.noun.last..s.last.min(b.noun.last + 10))
        .find(|j| doc.is(*j, "проти") || doc.is(*j, "против"))
        .filter(|j| (b.noun.last..*j).all(|k| doc.cue(k).is_none()));
    let coordinate = b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::And)
        && doc.has(s.first, Class::Be)
        && b.figure.first <= s.first + 9;
    there || listed || coordinate || at.is_some()
}

/// "cut off water to 85,000 people", "60,000 people for lack of power": an essential withheld from so many.
fn withheld(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    // "left 7,000 without clean water"
    let bare = b.noun.unit.is_none() && !b.noun.strange && doc.lex.profile.bare_plurals;
    let bare = bare
        && b.figure.low.is_some_and(|n| n >= 100)
        && b.noun.last < s.last
        && doc.is(b.noun.last, "without");
    let people = bare || matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Household));
    if !people || b.metric.is_some() || b.excluded || !matches!(b.figure.form, Form::Plain | Form::Vague) {
        return;
    }
    let want = |j: usize| doc.any(j, Classes::of(&[Class::Deny, Class::Lack]));
    let goods = |j: usize| doc.has(j, Class::Essential);
    let plain = |j: usize| {
        doc.is_word(j) && doc.cue(j).is_none() && !doc.any(j, Classes::of(&[Class::Say, Class::Relative]))
    };
    let before = (s.first.max(b.figure.first.saturating_sub(8))..b.figure.first)
        .rev()
        .take_while(|j| plain(*j))
        .find(|j| want(*j))
        .filter(|c| (c + 1..b.figure.first).chain(b.noun.last..s.last.min(b.noun.last + 4)).any(goods));
    let after = (b.noun.last..s.last.min(b.noun.last + 6)).take_while(|j| plain(*j)).find(|j| want(*j));
    let after = after.filter(|c| (c + 1..s.last.min(c + 4)).any(goods));
    let Some(cue) = before.or(after) else { return };
    (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::AccessDenied), Some(cue), 5, "withheld");
}

/// "killed as a result of three raids": the figure counts what caused the harm, or something else.
pub(crate) fn apart(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let (first, last) = (b.figure.first, b.figure.last);
    let stock = matches!(doc.cue(c), Some((Harm::Population | Harm::AccessDenied, _)));
    if !stock && inhabited(doc, s, b) {
        return true;
    }
    if of_whole(doc, s, b, c) || origin(doc, s, b) || held_place(doc, b, c) || of_things(doc, b, c) {
        return true;
    }
    let joined = last < s.last && c < first && first > s.first && doc.has(first - 1, Class::And);
    if joined && b.noun.unit.is_none() && doc.is_word(last) && doc.unknown(last) && !doc.is_name(last) {
        // "cuatro murieron y decenas amanecieron en refugios": the figure has a verb of its own.
        let word = cairn_fold::fold(doc.words(last, last + 1));
        return doc.lex.profile.plural_verbs.iter().any(|e| word.ends_with(e.as_str()));
    }
    if verb_behind(doc, s, b, c) {
        return true;
    }
    // "40 tents housing refugees were destroyed": the homes are counted.
    let housed = matches!(b.noun.unit, Some(Unit::Home | Unit::Building)) && c > b.noun.last;
    if housed && matches!(doc.cue(c), Some((Harm::Displaced, Role::Head))) {
        return true;
    }
    let harm = doc.cue(c).map(|(harm, _)| harm);
    if harm == Some(Harm::Launched) && b.noun.unit == Some(Unit::Mass) && doc.caps {
        // "trade fell to 430 tons": what falls by the ton without a word of weapons or attacks is goods.
        let arms = |j: usize| {
            doc.unit(j) == Some(Unit::Munition) || doc.any(j, Classes::of(&[Class::Event, Class::Actor]))
        };
        return !(s.first..s.last).any(arms);
    }
    // "no han atribuido los asesinatos a ningún grupo"
    let party = last < s.last && doc.any(last, Classes::of(&[Class::Actor, Class::Org]));
    let nobody = b.figure.form == Form::Zero && c < first && party;
    if nobody && matches!(doc.cue(c), Some((_, Role::Noun | Role::Head))) {
        return true;
    }
    if doc.lex.profile.capitals || first <= s.first || last >= s.last {
        return false;
    }
    c + 1 < first && doc.has(first - 1, Class::Cause) && doc.has(last, Class::Event)
}

/// "many of whom": a part nobody counted, in one phrase.
pub(crate) fn some_of_whom(doc: &Doc<'_>, j: usize) -> bool {
    doc.any(j, Classes::of(&[Class::Including, Class::Many])) && doc.words(j, j + 1).ends_with(" of whom")
}

/// "most of the town's 900 residents", "900 residents, most of whom have fled": the figure is the whole, and a part
/// that nobody counted was harmed.
fn of_whole(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    if matches!(doc.cue(c), Some((Harm::Population, _))) {
        return false;
    }
    let phrase =
        |j: usize| doc.has(j, Class::Portion) && doc.words(j, j + 1).ends_with(" of") || some_of_whom(doc, j);
    let portion = |j: usize| doc.has(j, Class::Most) || phrase(j);
    let of = |j: usize| doc.has(j, Class::Of) || doc.is(j, "of the") || doc.is(j, "of whom");
    if c > b.noun.last {
        // "40 people, many of whom had fled, were killed": the aside ends at its comma.
        let aside = (b.noun.last..c).any(|j| {
            portion(j)
                && (phrase(j) || of(j + 1) || doc.has(j + 1, Class::Including))
                && (j..c).all(|k| doc.kind(k) != Kind::Comma)
        });
        if aside || !doc.lex.profile.bare_plurals {
            return aside;
        }
    }
    // "most of the 30 killed": the participle is said of the whole.
    if c == b.noun.last && matches!(doc.cue(c), Some((_, Role::Part))) {
        return false;
    }
    // "many of the site's 20,000 residents"
    let owner = |j: usize| doc.unknown(j) && doc.is_word(j) && doc.kind(j + 1) == Kind::Possessive;
    let name = |j: usize| {
        doc.has(j, Class::Det)
            || owner(j)
            || doc.is_name(j)
            || doc.kind(j) == Kind::Possessive
            || doc.has(j, Class::PlaceNoun)
    };
    let at = (s.first..b.figure.first).rev().take(6).find(|j| of(*j) || !name(*j));
    if at.is_some_and(phrase) {
        return true;
    }
    let Some(j) = at.filter(|j| of(*j) && *j > s.first) else { return false };
    // "all but two of the 19": the difference is nowhere written.
    let all_but = j > s.first + 1 && doc.is(j - 2, "all but");
    portion(j - 1) || all_but
}

/// A verb of which the lexicon knows nothing, by its ending: "отказались", "находится", "אובחנו".
pub(crate) fn finite(doc: &Doc<'_>, j: usize) -> bool {
    let profile = &doc.lex.profile;
    let endings: &[&str] = match (profile.head_first, profile.place_prefixes.is_empty()) {
        (true, _) => &["ли", "ся", "лись"],
        (false, false) => &["ו"],
        _ => return false,
    };
    let word = cairn_fold::fold(doc.words(j, j + 1));
    doc.is_word(j)
        && doc.unknown(j)
        && !doc.is_name(j)
        && !doc.lexemes[j].glued
        && word.chars().count() >= 4 - usize::from(!doc.caps)
        && endings.iter().any(|e| word.ends_with(e))
}

/// "585 מתו, 5,252 חולים חדשים אובחנו", "двое погибли, пятеро отказались": behind its comma the figure has a verb of its own.
pub(crate) fn verb_behind(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let profile = &doc.lex.profile;
    if !profile.head_first && profile.place_prefixes.is_empty() {
        return false;
    }
    let from = b.noun.last.max(b.figure.last);
    if c >= b.figure.first || b.figure.first - c > 14 || from >= s.last {
        return false;
    }
    let parted = (c + 1..b.figure.first)
        .any(|j| doc.kind(j) == Kind::Comma || doc.has(j, Class::And) && !doc.lexemes[j].glued)
        || doc.has(b.figure.first - 1, Class::And);
    let verb = |j: usize| finite(doc, j);
    // One word may stand between: "חדשים אובחנו".
    let plain = |j: usize| {
        doc.is_word(j) && doc.cue(j).is_none() && !doc.any(j, Classes::of(&[Class::And, Class::In]))
    };
    parted && (verb(b.figure.last) || verb(from) || from + 1 < s.last && plain(from) && verb(from + 1))
}

/// "capturaron uno de los pozos", "22 injuries, without deaths": one of some things, and none of something else.
fn of_things(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let (first, last) = (b.figure.first, b.figure.last);
    let thing = doc.lex.profile.verb_first
        && doc.caps
        && b.figure.low == Some(1)
        && last + 2 < doc.lexemes.len()
        && doc.has(last, Class::Of)
        && (last + 1..last + 3).any(|j| doc.unknown(j) && !doc.is_name(j) && doc.is_word(j))
        && b.noun.unit.is_none()
        && c + 1 == first
        && matches!(doc.cue(c), Some((Harm::Detained | Harm::Abducted, _)));
    let counted = b.figure.form == Form::Zero
        && c + 1 == first
        && c > 0
        && doc.kind(c - 1) == Kind::Number
        && matches!(doc.cue(c), Some((_, Role::Noun)));
    thing || counted
}

/// "19 people from four households": where they come from is counted too, and says nothing more.
fn origin(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let from = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.has(*j, Class::From));
    // "eight workers from one agency and two hospitals"
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    // "members of two armed groups"
    let of = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.has(*j, Class::Of));
    if english && b.noun.strange && of.is_some_and(|j| doc.unit(j - 1) == Some(Unit::Group)) {
        return true;
    }
    let linked = |j: usize| doc.has(j, Class::And) && english && b.noun.unit_at.is_none();
    let from = from.or_else(|| {
        let and = b.figure.first.checked_sub(1).filter(|j| *j > s.first + 2 && linked(*j))?;
        (s.first + 1..and).rev().take(4).find(|j| doc.has(*j, Class::From))
    });
    let bare = b.noun.unit_at.is_none_or(|u| u == b.figure.num);
    let named = english && bare && b.figure.last < s.last && doc.is_name(b.figure.last);
    let whole = named || matches!(b.noun.unit, Some(Unit::Household | Unit::Area | Unit::Building));
    from.is_some_and(|j| whole && matches!(doc.unit(j - 1), Some(Unit::Person | Unit::Group | Unit::Body)))
}

/// "four operations in districts en poder de …": what is in the hands of a party is the place right before the words.
fn held_place(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let hands =
        c >= b.noun.last && matches!(doc.cue(c), Some((Harm::Abducted, _))) && doc.is(c, "en poder de");
    let place = |j: usize| doc.has(j, Class::PlaceNoun) || doc.unit(j) == Some(Unit::Area);
    hands && (b.figure.last.max(c.saturating_sub(3))..c).any(place)
}

/// "19 hostages — 17 from here, two from there — have been freed": behind the aside they are no longer held.
fn freed(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    if !matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained, Role::Head))) {
        return false;
    }
    let dash = |j: &usize| doc.kind(*j) == Kind::Dash && !doc.lexemes[*j].glued;
    let Some(open) = (c + 1..s.last.min(c + 8)).find(|j| dash(j) || doc.cue(*j).is_some()).filter(dash)
    else {
        return false;
    };
    let Some(close) = (open + 1..s.last.min(open + 24)).find(dash) else { return false };
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    (close + 1..s.last).find(|j| !doc.any(*j, link)).is_some_and(|j| {
        j > close + 1 && matches!(doc.cue(j), Some((Harm::Excluded, Role::Part | Role::Free)))
    })
}

/// "убили 18 жителей и 9 военнопленных": prisoners whom the same verb killed are dead.
pub(crate) fn prisoners(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        let held = b.cue.is_some_and(|c| {
            b.noun.cue == Some(c) && matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained, Role::Head)))
        });
        let joined = a.noun.last + 1 == b.figure.first && doc.has(a.noun.last, Class::And);
        let verb = a.cue.is_some_and(|c| {
            c < a.figure.first && matches!(doc.cue(c), Some((Harm::Killed, Role::Free | Role::Active)))
        });
        if held && joined && verb {
            (bound[i].metric, bound[i].cue) = (a.metric, a.cue);
        }
    }
}

/// "(4 households/23 people/11 children)": the idiom of displacement reports, where homes are lost or people leave.
pub(crate) fn households(doc: &Doc<'_>, cues: &[usize], s: Sentence, bound: &mut [Bound]) {
    let lost = |c: &usize| matches!(doc.cue(*c), Some((Harm::Displaced | Harm::Destroyed, _)));
    if !cues.iter().any(lost) && !(s.first..s.last).any(|j| doc.has(j, Class::Event)) {
        return;
    }
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        let slash = a.noun.last < b.figure.first
            && (a.noun.last..b.figure.first).all(|j| matches!(doc.kind(j), Kind::Slash));
        let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group));
        let first = matches!(a.noun.unit, Some(Unit::Household | Unit::Person));
        let free = a.metric.is_none() && b.metric.is_none() && !a.excluded && !b.excluded;
        if slash && people && first && free {
            bound[i - 1].metric = Some(Metric::Displaced);
            bound[i - 1].cost = 8;
            bound[i - 1].rule = "unit.household";
        }
    }
}

/// "Автобус с 47 пассажирами упал": who was aboard, in the case that goes with "with".
pub(crate) fn carried(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let endings = &doc.lex.profile.agent_endings;
    let Some(with) = b.figure.first.checked_sub(1).filter(|j| *j >= s.first) else { return false };
    let Some(unit) = b.noun.unit_at.filter(|_| !endings.is_empty()) else { return false };
    // "together with five children": they shared it.
    let adverb = |j: usize| doc.unknown(j) && !doc.is_name(j) && doc.words(j, j + 1).ends_with(['е', 'м']);
    let together = with > s.first && doc.is_word(with - 1) && adverb(with - 1);
    let short = !together && doc.is_word(with) && doc.words(with, with + 1).chars().count() <= 2;
    let word = cairn_fold::fold(doc.words(unit, unit + 1));
    short && doc.cue(unit).is_none() && (word.ends_with("ами") || word.ends_with("ями"))
}

/// "killed 25 and took two posts": the figure has a verb of its own, and counts nobody.
pub(crate) fn other_verb(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    if freed(doc, s, c) {
        return true;
    }
    let Some(verb) = b.figure.first.checked_sub(1).filter(|v| *v >= s.first && *v > c) else { return false };
    let plain = doc.has(verb, Class::Act) && doc.cue(verb).is_none() && doc.unit(verb).is_none();
    plain && b.noun.strange && !doc.lex.profile.bare_plurals
}

/// "the hospital took in 14 dead": they were not delivered, they were killed.
pub(crate) fn taken_in(doc: &Doc<'_>, b: &Bound, cue: usize) -> Option<usize> {
    let brought = matches!(doc.cue(cue), Some((Harm::Excluded, Role::Active)));
    // "treated 200 sick and injured people"
    let treated = doc.is(cue, "treated") && cue < b.figure.first;
    b.noun.cue.filter(|c| {
        brought && matches!(doc.cue(*c), Some((Harm::Killed, Role::Head)))
            || treated && matches!(doc.cue(*c), Some((Harm::Injured, Role::Head | Role::Part)))
    })
}

/// "достали тела трёх человек": those whose bodies are found are dead.
pub(crate) fn bodies(doc: &Doc<'_>, b: &Bound, harm: Harm) -> Option<Metric> {
    let before = b.figure.first.checked_sub(1)?;
    let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group)) && harm == Harm::Recovered;
    let body = |j: usize| doc.unit(j) == Some(Unit::Body);
    let profile = &doc.lex.profile;
    // "انتشال جثث ثلاثة أطفال وامرأتين": of all that are listed.
    let listed = |c: usize| c < before && b.figure.first - c <= 8 && (c + 1..before).any(body);
    let found = profile.head_first && body(before)
        || !profile.capitals && (body(before) || b.cue.is_some_and(listed));
    (people && found).then_some(Metric::Killed)
}

/// "שמונה שנפצעו": the relative clause right behind the figure says what befell them.
pub(crate) fn who_were(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let who = b.noun.last;
    !doc.lex.profile.capitals
        && c == who + 1
        && doc.has(who, Class::That)
        && doc.lexemes[c].glued
        && matches!(doc.cue(c), Some((_, Role::Free | Role::Active)))
        // "שני תושבים שרצחו שלושה": the clause says what they did.
        && !(matches!(doc.cue(c), Some((_, Role::Active)))
            && c + 1 < doc.lexemes.len()
            && (doc.kind(c + 1) == Kind::Number || doc.has(c + 1, Class::Num) || doc.unit(c + 1).is_some()))
}

/// "in need of assistance", "require humanitarian assistance": wants that are counted, and no siege.
pub(crate) fn in_need(doc: &Doc<'_>, c: usize) -> bool {
    let words = doc.words(c, c + 1).to_ascii_lowercase();
    words.contains("in need of") || words.starts_with("require")
}

/// "was shot by two men": who did it is not whom it befell.
pub(crate) fn agent(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    // "a father of three": whose children they are.
    let of = b.figure.first.checked_sub(1).filter(|j| *j >= s.first);
    let of = of.map(|j| j - usize::from(doc.has(j, Class::Of) && j > s.first));
    if of.is_some_and(|j| doc.has(j, Class::Parent)) {
        return true;
    }
    // "תקפו שלושה רעולי פנים": the subject right behind its verb.
    let attacks = !doc.lex.profile.capitals
        && b.figure.last < s.last
        && doc.has(b.figure.last, Class::Actor)
        && b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::Act)
        && doc.cue(b.figure.first - 1).is_none();
    if attacks {
        return true;
    }
    // "was hit by two bombings": the attacks are counted.
    let attacks = b.noun.unit == Some(Unit::Attack);
    // "by the 400 men of NAME"
    let at =
        b.figure.first - usize::from(b.figure.first > s.first && doc.has(b.figure.first - 1, Class::Det));
    let by = at > s.first + 1 && doc.has(at - 1, Class::By) && !attacks;
    by && doc.lex.profile.bare_plurals
        && (s.first..at - 1)
            .rev()
            .take(9)
            .take_while(|j| doc.is_word(*j) && !doc.has(*j, Class::And))
            .any(|j| matches!(doc.cue(j), Some((_, Role::Part))) || doc.has(j, Class::Act))
}

/// "a" and "another" count one only right beside their predicate.
pub(crate) fn single_limit(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize, before: bool) -> Option<u32> {
    let person = matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Household));
    if crate::grammar::romance::among(doc, s, b, c) {
        return Some(14);
    }
    // "A local post said 50 were injured": a plural verb is not of one, unless one is joined to others.
    let plural = |j: &usize| doc.is(*j, "were") || doc.is(*j, "are");
    let joined =
        |from: usize, to: usize| (from..to).any(|j| doc.has(j, Class::And) || doc.kind(j) == Kind::Comma);
    if !before
        && doc.lex.profile.bare_plurals
        && (b.noun.last..c).rev().take(2).any(|j| plural(&j))
        && !joined(s.first.max(b.figure.first.saturating_sub(6)), b.figure.first)
        && !joined(b.figure.last, c)
    {
        return None;
    }
    // "a pathologist was arrested": only people are killed, arrested, abducted.
    let of_people = matches!(doc.cue(c), Some((harm, Role::Part | Role::Subject)) if harm.of_persons());
    let subject = b.figure.first == s.first
        || b.figure.first > s.first && matches!(doc.kind(b.figure.first - 1), Kind::Comma | Kind::Colon);
    // "the death of a weaver"
    let of = matches!(
        doc.cue(c),
        Some((Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted, Role::Noun))
    );
    if b.noun.strange && of && before && c + 1 == b.figure.first {
        return Some(8);
    }
    let joined = b.figure.first > s.first && doc.has(b.figure.first - 1, Class::And);
    // "soldiers and an armed group and had been wounded": the verb is not of what stands joined.
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let next = (b.noun.last..c).all(|j| doc.any(j, aux) || doc.is_adverb(j) || doc.unknown(j));
    let opens = subject || joined && next;
    if !person && b.noun.strange && of_people && opens && !before && bind::is_passive(doc, s, c) {
        return Some(8);
    }
    // "injuring a constable": only people are injured, whatever they are.
    let done_to = matches!(
        doc.cue(c),
        Some((Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted, Role::Active | Role::Part))
    );
    if !person
        && b.noun.strange
        && done_to
        && !doc.is(c, "holding")
        && before
        && c + 1 == b.figure.first
        && !bind::is_passive(doc, s, c)
    {
        return Some(8);
    }
    if let Some(limit) = crate::grammar::dropped::personal(doc, s, b, c).filter(|_| !person) {
        return Some(limit);
    }
    // "a surfer went missing": a word for one who does something.
    let alone = matches!(doc.cue(c), Some((Harm::Killed | Harm::Missing | Harm::Injured, Role::Subject)));
    let doer = ["er", "or", "ist", "ian", "man", "ee", "ant", "ent", "ess"];
    let named = || doer.iter().any(|e| doc.words(b.noun.last - 1, b.noun.last).ends_with(e));
    if !person
        && b.noun.strange
        && alone
        && (subject || joined)
        && !before
        && doc.lex.profile.bare_plurals
        && named()
    {
        return Some(4);
    }
    // "one was killed and another wounded", "uno murió y otro resultó herido"
    let another = b.noun.last == b.figure.last
        && doc.has(b.figure.num, Class::Other)
        && (b.noun.last..c).all(|j| doc.any(j, Classes::of(&[Class::Be, Class::Have, Class::Skip])))
        && matches!(
            doc.cue(c),
            Some((
                Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Missing,
                Role::Part | Role::Free | Role::Subject
            ))
        );
    if another && !before {
        return Some(4);
    }
    // "killing two men and injuring another in a raid"
    let next = b.figure.last;
    let closes = next >= s.last
        || !doc.is_word(next)
        || doc.any(next, Classes::of(&[Class::In, Class::During, Class::And, Class::On, Class::By]));
    let other = doc.is(b.figure.num, "another") && before && c + 1 == b.figure.first && closes;
    let harmed = matches!(doc.cue(c), Some((h, Role::Active)) if h.of_persons());
    if other && harmed {
        return Some(4);
    }
    // "a mosque was destroyed"
    let house = matches!(b.noun.unit, Some(Unit::Building | Unit::Home))
        && matches!(doc.cue(c), Some((Harm::Destroyed | Harm::Damaged, Role::Part)))
        && doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after;
    if house && !before && bind::is_passive(doc, s, c) {
        return Some(6);
    }
    // "the flood destroyed a bridge"
    let built = matches!(b.noun.unit, Some(Unit::Building | Unit::Home))
        && matches!(doc.cue(c), Some((Harm::Destroyed | Harm::Damaged, Role::Part | Role::Active)))
        && ["destroy", "damag", "demolish", "raz", "level", "flatten"]
            .iter()
            .any(|w| doc.words(c, c + 1).to_ascii_lowercase().starts_with(w));
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if built && before && c + 1 == b.figure.first && !bind::is_passive(doc, s, c) && english {
        return Some(4);
    }
    if !person {
        return (b.noun.cue == Some(c) && doc.has(b.figure.num, Class::Other)).then_some(0);
    }
    let romance = doc.lex.profile.verb_first && doc.caps;
    let verb = matches!(
        doc.cue(c),
        Some((
            Harm::Killed | Harm::Injured | Harm::Missing | Harm::Detained | Harm::Abducted,
            Role::Free | Role::Active
        ))
    );
    // "Murieron un soldado del ejército y un empleado de la misión"
    if before {
        return Some(if romance && joined && verb { 7 } else { 4 });
    }
    // "Una mujer de 52 años y un hombre de 37 murieron"
    if romance && verb && (subject || joined) && !bind::is_passive(doc, s, c) {
        return Some(12);
    }
    // "A boy, who was a passenger, remains in critical condition"
    let aside = b.noun.last + 1 < s.last && doc.is(b.noun.last + 1, "who");
    Some(if bind::is_passive(doc, s, c) { 14 } else { 2 + 4 * u32::from(aside) })
}

/// "One protester, a 22-year-old student, died": the same one again.
pub(crate) fn apposed(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize) -> bool {
    // "arrested Ana Relk, 20, a student"
    let at = bound[i].figure.first;
    let aged = at >= s.first + 4
        && bound[i].figure.form == Form::Single
        && doc.kind(at - 1) == Kind::Comma
        && doc.kind(at - 2) == Kind::Number
        && doc.kind(at - 3) == Kind::Comma
        && doc.is_name(at - 4);
    if aged {
        return true;
    }
    let Some(p) = i.checked_sub(1).map(|p| &bound[p]) else { return false };
    let b = &bound[i];
    let comma = |j: usize| j < s.last && doc.kind(j) == Kind::Comma;
    // "the kidnapping of a mayor, an official, and a candidate": a list.
    let end = b.noun.last;
    let listed = end + 2 < s.last
        && doc.has(end + 1, Class::And)
        && doc.has(end + 2, Class::Indef)
        && p.figure.first > s.first
        && matches!(doc.cue(p.figure.first - 1), Some((_, Role::Noun)));
    !listed
        && b.figure.form == Form::Single
        && p.figure.low == Some(1)
        && p.figure.high == Some(1)
        && p.noun.last + 1 == b.figure.first
        && comma(p.noun.last)
        && comma(b.noun.last)
}
