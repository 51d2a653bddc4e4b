//! Figures whose verb is no word of harm by itself: "forced 4,000 into the hills", "5,000 villagers remain", "suffered
//! various kinds of wounds", "12 cases have been confirmed". Grammar of a language of bare plurals.

use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Fewer who stay somewhere are no inhabitants.
const SETTLED: i64 = 500;

/// Reads a figure that no cue has bound.
pub(crate) fn read(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || b.excluded || !matches!(b.figure.form, Form::Plain | Form::Vague) {
        return;
    }
    if let Some(c) = cases(doc, s, b) {
        (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::OtherCount), Some(c), 4, "unsaid.cases");
    }
    if b.metric.is_some() {
        return;
    }
    let found = driven(doc, s, b)
        .map(|c| (Metric::Displaced, c, "unsaid.driven"))
        .or_else(|| suffered(doc, s, b).map(|c| (Metric::Injured, c, "unsaid.suffered")))
        .or_else(|| remain(doc, s, b).map(|c| (Metric::Population, c, "unsaid.remain")))
        .or_else(|| incidents(doc, s, b).map(|c| (Metric::Attacks, c, "unsaid.incidents")));
    if let Some((metric, cue, rule)) = found {
        (b.metric, b.cue, b.cost, b.rule) = (Some(metric), Some(cue), 5, rule);
    }
}

fn one_of(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

fn people(b: &Bound) -> bool {
    matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Household))
}

/// A place by its name or its kind, with or without an article.
fn placed(doc: &Doc<'_>, s: Sentence, at: usize) -> bool {
    let name = |j: usize| {
        (doc.is_name(j) || !doc.caps && doc.is_word(j)) && (doc.unknown(j) || doc.has(j, Class::PlaceNoun))
    };
    (at..s.last.min(at + 4)).take_while(|j| doc.is_word(*j)).any(|j| {
        name(j)
            || doc.has(j, Class::PlaceNoun)
            || doc.unit(j) == Some(Unit::Area)
            || one_of(
                doc,
                j,
                &[
                    "exile",
                    "camps",
                    "land",
                    "homes",
                    "villages",
                    "hills",
                    "mountains",
                    "desert",
                    "bush",
                    "shelters",
                    "tents",
                ],
            )
    })
}

/// "forced 4,000 Ostians into Westland", "drove 300 families from the valley".
fn driven(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let ways = ["into", "out", "across", "over", "off", "onto", "from", "out of", "to"];
    let pass = Classes::of(&[Class::Det, Class::Skip]);
    let verb = (s.first..b.figure.first).rev().find(|j| !doc.any(*j, pass)).filter(|j| {
        doc.has(*j, Class::Drive) || one_of(doc, *j, &["pushed", "pushing", "driving", "driven", "forces"])
    })?;
    let way = b.noun.last;
    (people(b) && way + 1 < s.last && one_of(doc, way, &ways) && placed(doc, s, way + 1)).then_some(verb)
}

/// "five policemen suffered various types of wounds": whatever stands between the verb and what they suffered.
fn suffered(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let verb = (b.noun.last..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j))?;
    let harms = [
        "wounds",
        "injuries",
        "burns",
        "fractures",
        "bruises",
        "concussions",
        "lacerations",
        "wound",
        "injury",
        "burn",
        "fracture",
        "concussion",
        "contusions",
        "cuts",
    ];
    let told =
        people(b) && (doc.has(verb, Class::Endure) || one_of(doc, verb, &["received", "suffer", "sustain"]));
    let pass = |j: &usize| {
        doc.is_word(*j)
            && !doc.any(*j, Classes::of(&[Class::In, Class::Be, Class::Say, Class::Relative, Class::Not]))
    };
    (verb + 1..s.last.min(verb + 8)).filter(|_| told).take_while(pass).find(|j| one_of(doc, *j, &harms))
}

/// "about 60,000 Ostians remain", "40,000 civilians stayed in Verl".
fn remain(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let many = b.figure.low.or(b.figure.high).is_some_and(|n| n >= SETTLED);
    let armed = b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor));
    let aux = Classes::of(&[Class::Have, Class::Skip]);
    let verb = (b.noun.last..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j))?;
    let stays = doc.has(verb, Class::Stay) || one_of(doc, verb, &["stay", "stayed"]);
    if !many || armed || !people(b) || !stays {
        return None;
    }
    let next = verb + 1;
    let ends = next >= s.last
        || matches!(doc.kind(next), Kind::Comma | Kind::Stop | Kind::Semicolon)
        || one_of(doc, next, &["there", "behind", "inside"]);
    let within = || one_of(doc, next, &["in", "inside", "within"]) && placed(doc, s, next + 1);
    let held = || {
        (next..s.last.min(next + 5)).any(|j| {
            doc.cue(j).is_some() || doc.has(j, Class::Ward) || doc.is(j, "prison") || doc.is(j, "jail")
        })
    };
    (ends || within() && !held()).then_some(verb)
}

/// "665 cases and four deaths", "12 cases have been confirmed": of a disease, not of a court.
fn cases(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let told = ["confirmed", "suspected", "reported", "recorded", "registered", "probable", "new", "cholera"];
    let limit = s.last.min(b.figure.last + 4);
    let pass = |j: &usize| {
        doc.is_word(*j) && (one_of(doc, *j, &told) || doc.unknown(*j) || doc.has(*j, Class::Hazard))
    };
    let at = (b.figure.last..limit).find(|j| doc.is(*j, "cases") || doc.is(*j, "cases of") || !pass(j))?;
    let case = doc.is(at, "cases") || doc.is(at, "cases of");
    let of =
        at + 1 < s.last && (doc.has(at, Class::Of) || doc.has(at + 1, Class::Of)) || doc.is(at, "cases of");
    let harm = |j: usize| doc.cue(j).is_some_and(|(h, _)| h.of_persons());
    if !case
        || of && (at + 1..s.last.min(at + 4)).take_while(|j| !doc.has(*j, Class::And)).any(harm)
        || (b.figure.last..at).any(harm)
    {
        return None;
    }
    let ill = |j: usize| {
        one_of(
            doc,
            j,
            &[
                "outbreak", "epidemic", "pandemic", "cholera", "malaria", "measles", "fever", "disease",
                "virus",
            ],
        )
    };
    let near = doc.words(b.figure.last, s.last.min(at + 6)).to_ascii_lowercase();
    let stated = ["confirmed", "suspected", "probable"].iter().any(|w| near.contains(w));
    (stated || (s.first..s.last).any(ill)).then_some(at)
}

/// "This brings the number of such incidents to more than 1,200."
fn incidents(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let to = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.has(*j, Class::To))?;
    let bare = b.noun.unit.is_none() && b.noun.last == b.figure.last;
    let ends = b.figure.last >= s.last
        || !doc.is_word(b.figure.last)
        || doc.any(b.figure.last, Classes::of(&[Class::In, Class::During, Class::Since]));
    let number = (s.first..to).rev().find(|j| {
        doc.has(*j, Class::Tally) || doc.words(*j, *j + 1).to_ascii_lowercase().ends_with("number")
    })?;
    let what = (number + 1..to.min(number + 6)).find(|j| doc.unit(*j).is_some())?;
    (bare && ends && doc.unit(what) == Some(Unit::Attack)).then_some(what)
}

/// What the two words of "no deaths or injuries" count: none of the one and none of the other.
pub(crate) fn neither(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let or = Classes::of(&[Class::And, Class::Or]);
    let mut more = Vec::new();
    for b in bound.iter_mut().filter(|b| english && b.figure.form == Form::Zero && b.metric.is_some()) {
        let Some(c) = b.cue.filter(|c| *c >= b.figure.last) else { continue };
        // "no one was killed or wounded": the two in one phrase.
        if matches!(doc.cue(c), Some((Harm::Casualties, _)))
            && doc.words(c, c + 1).contains(char::is_whitespace)
        {
            let words = doc.words(c, c + 1).to_ascii_lowercase();
            if ["killed", "dead", "deaths"].iter().any(|w| words.contains(w)) {
                b.metric = Some(Metric::Killed);
                more.push(Bound { metric: Some(Metric::Injured), ..*b });
            }
            continue;
        }
        let joined = c + 2 < s.last && (doc.any(c + 1, or) || doc.is(c + 1, "nor"));
        let pass = Classes::of(&[Class::Skip, Class::Other, Class::Det, Class::Be]);
        let next = (c + 2..s.last.min(c + 5)).find(|j| joined && !doc.any(*j, pass) && !doc.is_adverb(*j));
        let told = next.and_then(|j| Some((j, doc.cue(j)?)));
        let Some((at, (harm, role))) = told else { continue };
        let alike = match role {
            Role::Head => b.noun.cue == Some(c) && matches!(doc.cue(c), Some((_, Role::Head))),
            Role::Part => matches!(doc.cue(c), Some((_, Role::Part))),
            _ => false,
        };
        let metric =
            crate::bind::metric::metric(harm, None).filter(|m| Some(*m) != b.metric && harm.of_persons());
        if let (true, Some(metric)) = (alike, metric) {
            more.push(Bound { cue: Some(at), metric: Some(metric), rule: "unsaid.neither", ..*b });
        }
    }
    bound.extend(more);
}
