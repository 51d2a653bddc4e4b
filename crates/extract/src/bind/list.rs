//! Figures that share a predicate: parts of a total, members of a list, two predicates of one figure.

use crate::bind::{Bound, follows_preposition, metric, placed_in};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Parts of a total: "including 18 children", "(282 killed and 428 injured)".
pub(crate) fn parts(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        let Some((b, rest)) = tail.split_first_mut() else { continue };
        let next = rest.first();
        let Some(p) = head.iter().rposition(|p| p.metric.is_some() && p.part_of.is_none()) else { continue };
        let parent = &head[p];
        let span = parent.figure.last..b.figure.first;
        let opened = span.clone().filter(|j| doc.kind(*j) == Kind::Open).count()
            > span.clone().filter(|j| doc.kind(*j) == Kind::Close).count();
        let after = b.figure.last;
        // "22 بينهم 4": among the ones are the others.
        let opens = !doc.lex.profile.capitals && next.is_some_and(|n| n.figure.first == after + 1);
        let of_them =
            b.noun.unit.is_none() && !opens && after < doc.lexemes.len() && doc.has(after, Class::Including);
        // "five of them are refugees and three": the words belong to the figure before them.
        let anothers = |j: usize| doc.lex.profile.bare_plurals && head.iter().any(|o| o.figure.last == j);
        let including = |j: usize| doc.has(j, Class::Including) && !anothers(j);
        let included = if of_them { Some(after) } else { span.clone().rev().find(|j| including(*j)) };
        // "including 21 women and 13 children, and 61 were abducted": the verb is the next figure's.
        let verb_of_next = b.cue.is_some_and(|c| {
            next.is_some_and(|n: &Bound| {
                n.figure.first > b.figure.last && n.figure.first < c && n.cue == Some(c)
            })
        });
        let bracketed = opened && listed_in_bracket(doc, b) && verb_of_next;
        let own = b.noun.cue.is_some() && b.metric.is_some()
            || b.cue.is_some_and(|c| included.is_some_and(|i| c > i)) && !verb_of_next;
        let own = own || crate::grammar::verbal::own_part(doc, b, parent);
        let person = matches!(b.noun.unit, None | Some(Unit::Person | Unit::Group));
        let same_sort = b.noun.unit == parent.noun.unit || person;
        // "две из них сбежали": something else befell them.
        let fled = doc.lex.profile.head_first
            && of_them
            && b.metric.is_none()
            && after + 1 < doc.lexemes.len()
            && crate::bind::own::finite(doc, after + 1);
        // "אחד מהם השליך מטען": what he did, and nothing that befell him.
        let did = !doc.lex.profile.capitals
            && of_them
            && after + 1 < doc.lexemes.len()
            && (doc.has(after + 1, Class::Act) || doc.is(after + 1, "השליך"))
            && doc.cue(after + 1).is_none();
        if fled || did {
            b.excluded = true;
            continue;
        }
        if included.is_some() && same_sort && b.figure.form != Form::Zero {
            // "4 killed, including 2 recovered": those found are of the dead.
            let found = parent.metric == Some(Metric::Killed)
                && b.cue.and_then(|c| doc.cue(c)).is_some_and(|(h, _)| h == Harm::Recovered);
            if (!own || found) && (!b.excluded) {
                if b.figure.form == Form::Single && b.noun.unit.is_none() {
                    continue;
                }
                b.metric = parent.metric;
                b.cue = parent.cue;
                b.cost = parent.cost + 2;
                b.rule = "part.including";
            }
            if b.metric == parent.metric || parent.metric == Some(Metric::OtherCount) {
                b.part_of = Some(p);
            }
            if of_them {
                let unit =
                    (after + 1..doc.lexemes.len().min(after + 3)).find(|j| doc.unit(*j) == Some(Unit::Group));
                b.noun.group = unit.map(|j| (j, j + 1)).or(parent.noun.group);
                b.noun.last = unit.map_or(b.noun.last, |j| j + 1);
            }
        } else if opened && remote(doc, b) && parent.metric == Some(Metric::Killed) {
            (b.metric, b.cue, b.part_of) = (parent.metric, parent.cue, Some(p));
            b.cost = parent.cost + 3;
            b.rule = "part.bracket";
        } else if opened
            && !bracketed
            && (b.metric == parent.metric || parent.metric == Some(Metric::OtherCount))
        {
            b.part_of = Some(p);
            b.rule = "part.bracket";
        } else if opened
            && listed_in_bracket(doc, b)
            && (b.metric.is_none() || bracketed)
            && person
            && !b.excluded
            && b.figure.form == Form::Plain
        {
            b.metric = parent.metric;
            b.cue = parent.cue;
            b.part_of = Some(p);
            b.cost = parent.cost + 3;
            b.rule = "part.bracket";
        }
    }
}

/// "rescued 1,400 migrants (900 men and 500 women)": the parts of those saved are saved.
pub(crate) fn parts_of_saved(doc: &Doc<'_>, bound: &mut [Bound]) {
    if !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return;
    }
    for i in 1..bound.len() {
        let b = bound[i];
        let saved =
            |o: &&Bound| o.cue.is_some_and(|c| matches!(doc.cue(c), Some((Harm::Excluded, _)))) && o.excluded;
        let Some(p) = bound[..i].iter().rev().find(saved) else { continue };
        let span = p.figure.last..b.figure.first;
        let opened = span.clone().filter(|j| doc.kind(*j) == Kind::Open).count()
            > span.clone().filter(|j| doc.kind(*j) == Kind::Close).count();
        let open = span.rev().find(|j| doc.kind(*j) == Kind::Open);
        let outside = open.is_some_and(|o| b.cue.is_none_or(|c| c < o));
        let smaller = p.figure.low.zip(b.figure.low).is_some_and(|(x, y)| y < x);
        if opened && outside && smaller {
            (bound[i].excluded, bound[i].metric) = (true, None);
        }
    }
}

/// "10 were killed, 3 of them of the town, and 7 of the displaced": who they were, not what befell them.
pub(crate) fn descriptors(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        let (before, b) = (&head[i - 1], &mut tail[0]);
        let Some(p) = before.part_of.filter(|_| b.part_of.is_none()) else { continue };
        let state = b.noun.cue.is_some_and(|c| {
            matches!(doc.cue(c), Some((Harm::Displaced | Harm::Detained | Harm::Missing, Role::Head)))
        });
        let of = b.figure.last < doc.lexemes.len() && doc.has(b.figure.last, Class::Of);
        let smaller = b.figure.low.zip(head[p].figure.low).is_some_and(|(a, b)| a < b);
        if state
            && of
            && smaller
            && before.metric == head[p].metric
            && doc.has(b.figure.first - 1, Class::And)
        {
            (b.metric, b.cue, b.part_of) = (before.metric, head[p].cue, Some(p));
            b.rule = "part.joined";
        }
    }
}

/// Bound to a cue that is not its own, or only to where the body was found: "(5 new + 2 recovered)".
fn remote(doc: &Doc<'_>, b: &Bound) -> bool {
    let Some(cue) = b.cue else { return false };
    let recovered = matches!(doc.cue(cue), Some((Harm::Recovered, _)));
    recovered && listed_in_bracket(doc, b) && b.noun.unit != Some(Unit::Body)
}

/// "(12 in the camp, 3 on the road)" and not "(groups of more than 50)".
fn listed_in_bracket(doc: &Doc<'_>, b: &Bound) -> bool {
    let before = b.figure.first - 1;
    matches!(doc.kind(before), Kind::Open | Kind::Comma | Kind::Plus)
        || doc.any(before, Classes::of(&[Class::And, Class::Including]))
}

/// Members of a list share the predicate of their neighbour: "12 civilians, 3 officers and a nurse were killed".
pub(crate) fn coordinate(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        inherit(doc, s, bound, i, i - 1);
    }
    for i in (0..bound.len().saturating_sub(1)).rev() {
        inherit(doc, s, bound, i, i + 1);
    }
}

/// "twelve were killed: seven in the town, five on the road": what follows the colon is part of what precedes it.
pub(crate) fn listed_parts(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        let b = &mut tail[0];
        let total = head.iter().rposition(|p| p.metric.is_some() && p.part_of.is_none());
        let Some(p) = total.filter(|_| b.part_of.is_none() && b.metric.is_some()) else { continue };
        let parent = &head[p];
        let colon = (parent.figure.last..b.figure.first).any(|j| doc.kind(j) == Kind::Colon);
        let smaller = b.figure.low.zip(parent.figure.low).is_some_and(|(a, b)| a < b);
        if colon && smaller && b.metric == parent.metric && parent.cue.is_some_and(|c| c < b.figure.first) {
            b.part_of = Some(p);
        }
    }
}

/// "Of the 128 deaths, 119 occurred here": so many of the whole that opens the sentence.
pub(crate) fn of_the_whole(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        let opens = (doc.has(s.first, Class::Of) || doc.is(s.first, "of the"))
            && (s.first + 1..a.figure.first).all(|j| doc.any(j, Classes::of(&[Class::Det, Class::Skip])));
        let gap = a.noun.last.max(a.cue.map_or(0, |c| c + 1))..b.figure.first;
        let comma = gap.len() <= 8 && gap.clone().any(|j| doc.kind(j) == Kind::Comma);
        let smaller = a.figure.low.zip(b.figure.low).is_some_and(|(x, y)| y < x);
        let bare = b.noun.unit.is_none() && b.metric.is_none() && !b.excluded && b.figure.form == Form::Plain;
        if english && opens && comma && smaller && bare && a.metric.is_some() && b.figure.last < s.last {
            let verb = b.figure.last;
            if doc.is_past(verb) || doc.any(verb, Classes::of(&[Class::Be, Class::Have, Class::Act])) {
                let b = &mut bound[i];
                (b.metric, b.cue, b.part_of, b.rule) = (a.metric, a.cue, Some(i - 1), "part.of");
                b.cost = a.cost + 2;
                (b.noun.last, b.noun.strange, b.noun.group) = (b.figure.last, false, a.noun.group);
            }
        }
    }
}

/// "Two were killed, officials said, along with five assailants": what befell the ones befell the others.
pub(crate) fn along_with(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    for i in 1..bound.len() {
        let b = bound[i];
        let with = b.figure.first.checked_sub(1).filter(|j| *j > s.first);
        let joined = with.is_some_and(|j| {
            ["along with", "together with", "alongside"].iter().any(|w| doc.is(j, w))
                || doc.is(j, "with") && ["along", "together"].iter().any(|w| doc.is(j - 1, w))
        });
        let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group));
        if !(english && joined && people && b.metric.is_none() && !b.excluded) {
            continue;
        }
        let harmed = |o: &&Bound| {
            o.cue.is_some_and(|c| doc.cue(c).is_some_and(|(h, _)| h.of_persons()))
                && matches!(o.noun.unit, None | Some(Unit::Person | Unit::Group))
                && o.metric.is_some()
        };
        if let Some(n) = bound[..i].iter().rev().find(harmed).copied() {
            let b = &mut bound[i];
            (b.metric, b.cue, b.cost, b.rule) = (n.metric, n.cue, n.cost + 4, "coordinated");
        }
    }
}

/// "A doctor was among 20 people arrested": one of those counted next.
pub(crate) fn one_among(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 0..bound.len().saturating_sub(1) {
        let (head, tail) = bound.split_at_mut(i + 1);
        let (b, next) = (&mut head[i], &tail[0]);
        let gap = b.noun.last..next.figure.first;
        let among = gap.len() <= 4
            && gap.clone().any(|j| doc.has(j, Class::Among))
            && gap.clone().all(|j| {
                doc.any(j, Classes::of(&[Class::Among, Class::Be, Class::Det, Class::Have, Class::Skip]))
            });
        let one = b.figure.form == Form::Single && matches!(b.noun.unit, Some(Unit::Person | Unit::Group));
        if among && one && next.metric.is_some() {
            (b.metric, b.cue, b.cost, b.rule, b.excluded) =
                (next.metric, next.cue, next.cost + 3, "part.among", false);
            b.part_of = Some(i + 1);
        }
    }
}

fn inherit(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound], i: usize, from: usize) {
    let (b, n) = (bound[i], bound[from]);
    // "killed 61 and affected 4,000": a verb of its own.
    let verb = b.figure.first.checked_sub(1).filter(|v| from < i && *v > s.first && b.metric.is_none());
    if let Some(v) = verb.filter(|v| matches!(doc.cue(*v), Some((Harm::Affected, Role::Active | Role::Part))))
    {
        let people = matches!(n.noun.unit, None | Some(Unit::Person | Unit::Group));
        if people && b.noun.unit.is_none() {
            (bound[i].metric, bound[i].cue, bound[i].rule) =
                (Some(Metric::OtherCount), Some(v), "list.own_verb");
        }
        return;
    }
    // "detained 17 and fined 40 others"
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let act =
        b.figure.first.checked_sub(1).filter(|v| english && from < i && *v > s.first && doc.is_past(*v));
    if act.is_some_and(|v| doc.has(v - 1, Class::And)) {
        return;
    }
    let compared = from < i && b.figure.first > s.first && doc.has(b.figure.first - 1, Class::Compare);
    if compared
        && n.metric.is_some()
        && b.figure.form == Form::Plain
        && !b.excluded
        && b.noun.unit.is_none_or(|u| Some(u) == n.noun.unit)
    {
        let b = &mut bound[i];
        (b.metric, b.cue, b.cost, b.rule) = (n.metric, n.cue, n.cost + 4, "compared");
        (b.noun.unit, b.noun.group, b.noun.party) = (n.noun.unit, n.noun.group, n.noun.party);
        return;
    }
    // "wounded nine in one of the worst attacks": one of something else.
    let one_of = b.figure.low == Some(1)
        && b.figure.last < s.last
        && (doc.has(b.figure.last, Class::Of) || doc.is(b.figure.last, "of the"))
        && doc.lex.profile.bare_plurals;
    // "40 people, many of whom had fled, …": what befell a part nobody counted is not told of all.
    let some = |j| doc.has(j, Class::Most) || crate::bind::own::some_of_whom(doc, j);
    let part = i < from && n.figure.form == Form::Many && some(n.figure.first);
    // "90 wounded, and 44 rebels have surrendered"
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let head = n.cue.is_some_and(|c| (n.noun.cue == Some(c) || n.noun.last == c) && c < b.figure.first);
    if i < from && crate::bind::bystander::opens_with_of(doc, s, &b) {
        return;
    }
    // "250 people were ferried, seven killed": the first has a verb of its own.
    let aux = Classes::of(&[Class::Be, Class::Have]);
    let verb = (b.noun.last..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j));
    // "twelve schools were closed and three destroyed"
    let past = |v: usize| {
        doc.is_past(v)
            || doc.cue(v).is_none()
                && !doc.has(v, Class::Say)
                && doc.words(v, v + 1).to_ascii_lowercase().ends_with("ed")
    };
    let ferried = b.noun.last < s.last && doc.any(b.noun.last, aux) && verb.is_some_and(past);
    if english && i < from && ferried && b.noun.unit_at.is_some() {
        return;
    }
    // "five of them are refugees and the other three are from the town"
    let nominal = n.cue.is_some_and(|c| {
        c < b.figure.first
            && c >= n.noun.last
            && matches!(doc.cue(c), Some((_, Role::Head)))
            && n.noun.last < c
    });
    let told = head && b.noun.unit_at.is_some() || nominal;
    if english && from < i && told && crate::bind::bystander::own_verb(doc, s, &b) {
        return;
    }
    // "3.8 million suffered repression, 786,000 of them shot": the verb is said of those alone.
    let of_them = i < from
        && n.cue.is_some_and(|c| c >= n.noun.last.max(n.figure.last))
        && doc.lex.profile.head_first
        && (n.figure.last < s.last && doc.has(n.figure.last, Class::Including)
            || (b.noun.last..n.figure.first).any(|j| doc.has(j, Class::Including)));
    let own = of_them || from < i && n.cue.is_some_and(|c| crate::bind::own::verb_behind(doc, s, &b, c));
    // "40 חולקו, שניים נהרגו": each has its verb.
    let own = own || n.cue.is_some_and(|c| crate::grammar::caseless::own_verb(doc, s, &b, c));
    if part || own || one_of && follows_preposition(doc, s, &b) {
        return;
    }
    let shared = n.metric.is_some_and(|m| m != Metric::Population);
    if b.metric.is_some() || b.excluded || !shared || b.noun.cue.is_some() {
        return;
    }
    let another = |c| crate::grammar::dropped::own_predicate(doc, s, bound, &b, c);
    if i < from && (crate::grammar::dropped::noun_of_next(doc, &b, &n) || n.cue.is_some_and(another))
        || from < i && crate::grammar::dropped::own_object(doc, s, &b).is_some()
    {
        return;
    }
    let inside = b.noun.last == b.figure.last
        && from < i
        && b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::In);
    // "within five settlements": where it happened.
    let area = b.noun.unit == Some(Unit::Area) && doc.lex.profile.bare_plurals && placed_in(doc, s, &b);
    if inside
        || area
        || b.noun.strange && placed_in(doc, s, &b)
        || b.figure.form == Form::Single && follows_preposition(doc, s, &b)
    {
        return;
    }
    // "se lanzó contra miles de personas, dejando cinco muertos": against whom is not whom it killed.
    let against = i < from && doc.caps && b.figure.first > s.first && doc.has(b.figure.first - 1, Class::On);
    if against {
        return;
    }
    let (left, right) = if i < from { (&b, &n) } else { (&n, &b) };
    let gap = left.noun.last.max(left.figure.last)..right.figure.first;
    let listed = gap.clone().any(|j| {
        matches!(doc.kind(j), Kind::Comma | Kind::Slash) || doc.any(j, Classes::of(&[Class::And, Class::Or]))
    });
    let cue = n.cue.unwrap_or(s.first);
    // "en marzo fueron detenidas 900; en abril, mil 64, y en mayo, mil 11": the same of another month.
    let pass = Classes::of(&[Class::Month, Class::And, Class::In, Class::Det, Class::Skip]);
    let monthly = b.noun.last == b.figure.last
        && gap.len() <= 8
        && doc.caps
        && gap.clone().any(|j| doc.has(j, Class::Month))
        && gap
            .clone()
            .all(|j| matches!(doc.kind(j), Kind::Comma | Kind::Semicolon | Kind::Close) || doc.any(j, pass));
    let clean = monthly
        || gap.clone().all(|j| {
            j == cue
                || matches!(doc.kind(j), Kind::Comma | Kind::Slash)
                || doc.is_word(j)
                    && doc.cue(j).is_none()
                    && !doc.any(j, Classes::of(&[Class::Relative, Class::Say]))
        });
    // "8 households/41 people/23 children displaced"
    let people = |u| matches!(u, Some(Unit::Person | Unit::Group | Unit::Household));
    // "640 families, or 3,200 people, arrived"
    let or = gap.clone().any(|j| doc.has(j, Class::Or)) && gap.len() <= 2;
    let tight = or || gap.len() == 1 && matches!(doc.kind(gap.start), Kind::Slash | Kind::Comma);
    let alike = b.noun.unit == n.noun.unit
        || tight && people(b.noun.unit) && people(n.noun.unit)
        || matches!(
            (b.noun.unit, n.noun.unit),
            (Some(Unit::Person | Unit::Group), Some(Unit::Person | Unit::Group) | None)
        )
        || b.noun.unit.is_none() && b.noun.last == b.figure.last;
    // "30 houses, two schools and a clinic were damaged": each by what it is.
    let built = |u| matches!(u, Some(Unit::Home | Unit::Building | Unit::Thing));
    // "destroyed 12 tanks and 300 rebels"
    let fighters = b.noun.unit == Some(Unit::Group) && n.noun.unit == Some(Unit::Thing) && from < i;
    let own = ((built(b.noun.unit) && built(n.noun.unit) || fighters) && b.noun.unit_at.is_some())
        .then(|| n.cue.and_then(|c| doc.cue(c)).and_then(|(h, _)| metric(h, b.noun.unit)))
        .flatten();
    // "four train operators and two others were taken": the others are of the same kind.
    let others = i < from
        && b.noun.strange
        && doc.lex.profile.bare_plurals
        && gap.len() == 1
        && doc.is(n.noun.last - 1, "others")
        && n.metric.is_some_and(|m| m != Metric::OtherCount);
    let joined = b.figure.form == Form::Single && b.noun.strange && n.figure.form == Form::Single;
    let alike = alike || own.is_some() || others || joined && gap.len() <= 2;
    if !listed
        || !clean
        || !alike
        || gap.len() > 12
        || !matches!(b.figure.form, Form::Plain | Form::Vague | Form::Single)
            && !crate::grammar::dropped::some_more(doc, &b, &gap)
    {
        return;
    }
    // "sin luz, pese a la actuación de 400 agentes": of a noun of its own.
    if from < i && n.cue.is_some_and(|c| crate::grammar::romance::of_noun(doc, s, &b, c)) {
        return;
    }
    let one_more = from < i && crate::grammar::romance::one_more(doc, s, &b, &n);
    // "the kidnapping of a mayor, a government official and a candidate"
    let of_persons = n.cue.is_some_and(|c| {
        doc.cue(c).is_some_and(|(h, r)| h.of_persons() && r == Role::Noun) && c < n.figure.first
    });
    let another = of_persons && from < i && b.noun.strange && doc.lex.profile.bare_plurals;
    let alone = b.noun.unit.is_none() && !another || gap.len() > 2;
    if b.figure.form == Form::Single && alone && !one_more {
        return;
    }
    if b.noun.unit.is_none() && !others && !another && !one_more && !gap_follows(doc, s, &b) {
        return;
    }
    let b = &mut bound[i];
    b.metric = own.or(n.metric);
    b.cue = n.cue;
    b.cost = n.cost + 4;
    b.rule = "coordinated";
    if b.noun.unit.is_none() {
        b.noun.unit = n.noun.unit;
        b.noun.group = n.noun.group;
        b.noun.party = n.noun.party;
    }
}

/// A bare number that stands for a gapped clause: followed by a place, an agent, a dash or the end.
fn gap_follows(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let j = b.figure.last;
    // "71 were linked to the army and 36 to rebels"
    let linked = |k: usize| ["linked", "attributed", "ascribed"].iter().any(|w| doc.is(k, w));
    j >= s.last
        || !doc.is_word(j)
        || doc.has(j, Class::To) && doc.lex.profile.bare_plurals && (s.first..b.figure.first).any(linked)
        || doc.any(j, Classes::of(&[Class::In, Class::By, Class::And, Class::On, Class::Other, Class::From]))
}

/// "загиблих і поранених немає": none of the ones, none of the others.
pub(crate) fn none_of_both(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    let head = |c: usize| matches!(doc.cue(c), Some((_, Role::Head)));
    let mut more = Vec::new();
    // The two in one phrase are casualties when counted; none of them is none of each.
    let both = |c: usize| matches!(doc.cue(c), Some((Harm::Casualties, Role::Head)));
    for b in bound.iter_mut().filter(|b| b.figure.form == Form::Zero && !doc.lex.profile.bare_plurals) {
        let phrase = b.cue.filter(|c| *c + 1 == b.figure.first && both(*c));
        if phrase.is_some_and(|c| doc.words(c, c + 1).contains(' ')) && b.metric.is_some() {
            b.metric = Some(Metric::Killed);
            more.push(Bound { metric: Some(Metric::Injured), ..*b });
        }
    }
    for b in bound.iter().filter(|b| b.figure.form == Form::Zero && b.metric.is_some()) {
        let Some(c) = b.cue.filter(|c| *c + 1 == b.figure.first && *c >= s.first + 2 && head(*c)) else {
            continue;
        };
        let first = c - 2;
        let joined = doc.any(c - 1, Classes::of(&[Class::And, Class::Or])) && head(first);
        let free = !bound.iter().any(|o| (o.figure.first..o.noun.last.max(o.figure.last)).contains(&first));
        let harm = doc.cue(first).and_then(|(h, _)| metric(h, None));
        if let Some(harm) = harm.filter(|m| joined && free && Some(*m) != b.metric) {
            more.push(Bound { cue: Some(first), metric: Some(harm), rule: "cue", ..*b });
        }
    }
    bound.extend(more);
}

/// "wounding a man who died in hospital"
pub(crate) fn who_died(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return;
    }
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let mut more = Vec::new();
    for b in bound.iter().filter(|b| b.metric == Some(Metric::Injured) && b.cue < Some(b.figure.first)) {
        let who = b.noun.last + usize::from(b.noun.last < s.last && doc.kind(b.noun.last) == Kind::Comma);
        if who >= s.last || !doc.is(who, "who") {
            continue;
        }
        let verb = (who + 1..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j));
        let died = verb.filter(|c| matches!(doc.cue(*c), Some((Harm::Killed, Role::Subject))));
        if let Some(c) = died.filter(|c| !bound.iter().any(|o| o.cue == Some(*c))) {
            more.push(Bound { cue: Some(c), metric: Some(Metric::Killed), rule: "second predicate", ..*b });
        }
    }
    bound.extend(more);
}

/// "A man, who was injured last week, has died": the main verb behind the clause about him.
fn behind_aside(doc: &Doc<'_>, b: &Bound, first: usize, second: usize) -> bool {
    let open = b.noun.last;
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let who = english && open < first && doc.kind(open) == Kind::Comma && doc.is(open + 1, "who");
    let close = (first + 1..second).find(|j| doc.kind(*j) == Kind::Comma);
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    who && close.is_some_and(|e| (e + 1..second).all(|j| doc.any(j, aux) || doc.is_adverb(j)))
}

/// One figure, two predicates: "560 flats were damaged and left uninhabitable".
pub(crate) fn second_predicates(doc: &Doc<'_>, s: Sentence, cues: &[usize], bound: &mut Vec<Bound>) {
    let mut more = Vec::new();
    let told =
        |b: &&Bound| b.figure.form != Form::Single || matches!(b.noun.unit, Some(Unit::Person | Unit::Group));
    for b in bound.iter().filter(told) {
        let (Some(first), Some(metric1)) = (b.cue, b.metric) else { continue };
        let Some(second) = cues.iter().copied().find(|c| *c > first) else { continue };
        let aside = behind_aside(doc, b, first, second);
        let between = |o: &Bound| (first..second).contains(&o.figure.num) && !(aside && o.metric.is_none());
        let taken = bound.iter().any(|o| o.cue == Some(second) || between(o));
        // "was abducted by police and detained": the agent stands between.
        let by = first + 1 < s.last && doc.has(first + 1, Class::By);
        let from = match (first + 1..second).find(|j| doc.has(*j, Class::And)) {
            Some(and) if by && (first + 2..and).all(|j| doc.is_word(j) && doc.cue(j).is_none()) => and,
            _ => first + 1,
        };
        let joined = (from..second).any(|j| doc.has(j, Class::And))
            && (from..second).all(|j| {
                doc.is_word(j)
                    && doc.any(j, Classes::of(&[Class::And, Class::Be, Class::Have, Class::Skip, Class::Det]))
            });
        // "fueron detenidos … y desaparecidos": the participle is written as the noun is.
        let participle = |c: usize| {
            let word = cairn_fold::fold(doc.words(c, c + 1));
            crate::grammar::romance::here(doc)
                && doc.lex.profile.plural_participles.iter().any(|e| word.ends_with(e.as_str()))
        };
        let told = doc.cue(second).filter(|(_, role)| {
            matches!(role, Role::Part | Role::Subject | Role::Free)
                || *role == Role::Head && participle(second)
        });
        let Some((harm, role)) = told else { continue };
        let Some(metric2) = metric(harm, b.noun.unit) else { continue };
        let joined = joined || aside;
        let ends = second + 1 >= s.last || !bound.iter().any(|o| o.figure.first == second + 1);
        // "was arrested and taken away" is one deed.
        let same = metric1 == Metric::Detained && metric2 == Metric::AbductedOrHostage;
        if same && doc.lex.profile.bare_plurals {
            continue;
        }
        if first >= b.noun.last && !taken && joined && ends && metric1 != metric2 && role != Role::Free {
            more.push(Bound {
                cue: Some(second),
                metric: Some(metric2),
                cost: b.cost + 2,
                rule: "second predicate",
                ..*b
            });
        }
    }
    bound.extend(more);
}
