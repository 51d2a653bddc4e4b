//! Several verbs for one figure, in a language of bare plurals: "were abducted, tortured and killed", "executed men who had been
//! detained", "kidnapped three and later shot them".

use crate::bind::neighbours::of_people;
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::presence::phrase::english;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

fn one_of(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// "Four men were abducted, tortured and killed", "ten were captured and tied up, and then shot": one subject, several
/// passives, each a statement.
pub(crate) fn chain(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !english(doc) {
        return;
    }
    let link = |j: usize| {
        matches!(doc.kind(j), Kind::Comma)
            || doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::Be, Class::Have]))
            || doc.is_past(j)
            || doc.is_adverb(j)
            || one_of(
                doc,
                j,
                &[
                    "up", "then", "down", "tied", "bound", "taken", "away", "later", "lined", "before",
                    "being",
                ],
            )
    };
    let mut more: Vec<Bound> = Vec::new();
    for i in 0..bound.len() {
        let b = bound[i];
        let (Some(first), Some(_)) = (b.cue, b.metric) else { continue };
        let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group)) || b.figure.form == Form::Vague;
        let passive = matches!(doc.cue(first), Some((h, Role::Part)) if of_people(h)) && first >= b.noun.last;
        if !people || b.part_of.is_some() || !passive || !bind::is_passive(doc, s, first) {
            continue;
        }
        // "ten men were lined up and shot"
        let put = |j: usize| one_of(doc, j, &["tied", "blindfolded", "handcuffed", "lined"]);
        if doc.is(first, "shot") && (b.noun.last..first).any(put) {
            bound[i].metric = Some(Metric::Killed);
        }
        let mut and = false;
        let (mut j, mut bound_up) = (first + 1, held(doc, first));
        while j < s.last && j < first + 16 {
            let second = doc.cue(j).filter(|(h, r)| *r == Role::Part && of_people(*h));
            let Some((harm, _)) = second else {
                // "was arrested in Oldbridge, Norland state, and beaten": where, in between.
                let where_ = Classes::of(&[Class::In, Class::PlaceNoun, Class::Det]);
                let place =
                    !and && (doc.any(j, where_) || doc.is_name(j) && doc.caps || doc.has(j - 1, Class::In));
                if !link(j) && !place {
                    break;
                }
                and |= doc.has(j, Class::And);
                bound_up |= put(j);
                j += 1;
                continue;
            };
            // "were arrested and wounded two guards": a verb with its own object.
            let next = j + 1;
            let object = next < s.last
                && (doc.unit(next).is_some()
                    || doc.any(
                        next,
                        Classes::of(&[Class::Det, Class::Indef, Class::Num, Class::Pronoun, Class::Many]),
                    )
                    || doc.kind(next) == Kind::Number);
            if object {
                break;
            }
            // "captured and then shot": not wounded.
            let shot = bound_up && doc.is(j, "shot");
            let metric = bind::metric(harm, b.noun.unit).map(|m| if shot { Metric::Killed } else { m });
            let whom = |o: &&mut Bound| o.figure.num == b.figure.num;
            if let Some(o) = bound.iter_mut().chain(more.iter_mut()).filter(whom).find(|o| o.cue == Some(j)) {
                if shot {
                    o.metric = metric;
                }
            } else if let Some(metric) = metric {
                let same = |o: &Bound| o.figure.num == b.figure.num && o.metric == Some(metric);
                let dead = b.metric == Some(Metric::Killed) && metric == Metric::Injured;
                let taken = b.metric == Some(Metric::Detained) && metric == Metric::AbductedOrHostage;
                let free = !bound.iter().chain(&more).any(|o| same(o) || o.cue == Some(j));
                // The last of several needs its "and".
                let closes = and || (next..s.last.min(next + 8)).any(|k| doc.has(k, Class::And));
                if free && !dead && !taken && closes {
                    let cost = b.cost + 2;
                    more.push(Bound {
                        cue: Some(j),
                        metric: Some(metric),
                        cost,
                        rule: "second predicate",
                        ..b
                    });
                }
            }
            bound_up |= held(doc, j);
            j += 1;
        }
    }
    bound.extend(more);
}

fn held(doc: &Doc<'_>, c: usize) -> bool {
    matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained | Harm::Tortured, Role::Part)))
}

/// "executed thirteen men who were detained at a mill": what had befallen those whom the verb befell.
pub(crate) fn who_were(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !english(doc) {
        return;
    }
    let mut more = Vec::new();
    for b in bound
        .iter()
        .filter(|b| b.metric.is_some() && b.cue < Some(b.figure.first) && b.figure.form != Form::Single)
    {
        let who = b.noun.last;
        let told = who + 2 < s.last && (doc.is(who, "who") || doc.is(who, "that"));
        let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
        let verb = (who + 1..s.last.min(who + 6)).find(|j| !doc.any(*j, link) && !doc.is_adverb(*j));
        let Some(c) = verb.filter(|c| told && *c > who + 1 && doc.any(*c - 1, link)) else { continue };
        let harm = doc.cue(c).filter(|(h, r)| {
            *r == Role::Part
                && matches!(h, Harm::Detained | Harm::Abducted | Harm::Tortured | Harm::Injured)
                && bind::is_passive(doc, s, c)
        });
        let metric = harm.and_then(|(h, _)| bind::metric(h, b.noun.unit)).filter(|m| Some(*m) != b.metric);
        if let Some(metric) = metric.filter(|_| !bound.iter().any(|o| o.cue == Some(c))) {
            more.push(Bound { cue: Some(c), metric: Some(metric), rule: "second predicate", ..*b });
        }
    }
    bound.extend(more);
}

/// "kidnapped three teachers and later shot them": a second verb with those just counted as its object.
pub(crate) fn them(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !english(doc) {
        return;
    }
    let mut more = Vec::new();
    for b in bound.iter() {
        let several = b.figure.form != Form::Single && b.figure.form != Form::Zero && b.figure.low != Some(1);
        let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group))
            || b.noun
                .cue
                .is_some_and(|c| matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained, Role::Head))));
        if !several || !people || b.noun.last + 2 >= s.last || b.part_of.is_some() {
            continue;
        }
        let end = s.last.min(b.noun.last + 22);
        let stop = |j: usize| {
            matches!(doc.kind(j), Kind::Stop | Kind::Semicolon)
                || bound.iter().any(|o| o.figure.first == j && o.figure.num != b.figure.num)
        };
        let within = (b.noun.last..end).take_while(|j| !stop(*j));
        let deed = |c: &usize| {
            let struck = matches!(doc.cue(*c), Some((h, Role::Part | Role::Active)) if h.of_persons())
                || doc.is(*c, "shot");
            struck && c + 1 < s.last && doc.is(c + 1, "them")
        };
        let Some(c) = within.into_iter().find(deed) else { continue };
        let lead = (b.noun.last..c).rev().find(|j| !doc.has(*j, Class::Skip) && !doc.is_adverb(*j));
        let joined = lead.is_some_and(|j| doc.has(j, Class::And) || doc.kind(j) == Kind::Comma);
        let harm = doc.cue(c).map_or(Harm::Killed, |(h, _)| h);
        // "took them and shot them": who is taken and shot is not wounded.
        let metric = if doc.is(c, "shot") { Some(Metric::Killed) } else { bind::metric(harm, None) };
        let free =
            !bound.iter().any(|o| o.cue == Some(c) || o.figure.num == b.figure.num && o.metric == metric);
        if joined && free && b.metric.is_some() {
            more.push(Bound { cue: Some(c), metric, rule: "second predicate", ..*b });
        }
    }
    bound.extend(more);
}
