//! Harm told by a noun, in a language of bare plurals: "civilian casualties were reported", "the number of dead is unknown",
//! "a massacre took place", "rape of women". Nobody is counted, somebody was harmed.

use crate::bind;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase::{self, Wanted, one_of};
use crate::presence::told::{counted, several};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Lack, Class::Hedge]);

/// All the rules of this module for a word of harm.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    if out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    if !phrase::english(cue.doc) {
        out.extend(unknown(cue));
        return;
    }
    let found = unknown(cue).or_else(|| event(cue)).or_else(|| against(cue)).or_else(|| listed(cue, out));
    out.extend(found);
}

/// "The exact number of casualties remains unknown": there are some.
fn unknown(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt = matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing);
    if !hurt || !matches!(role, Role::Head | Role::Noun | Role::Part) || counted(bound, c) {
        return None;
    }
    let number = |j: usize| {
        let word = doc.words(j, j + 1).to_lowercase();
        // "the whereabouts of the men remain unknown"
        let fate =
            harm == Harm::Missing && j == c && (word.starts_with("whereabouts") || word.starts_with("fate"));
        let noun = fate || doc.lex.profile.told.number.iter().any(|n| word.split(' ').any(|w| w == n));
        doc.has(j, Class::Tally) || noun
    };
    let first = (s.first..=c).rev().take(4).find(|j| number(*j))?;
    if (s.first..first).rev().take(3).any(|j| phrase::modal(doc, j)) {
        return None;
    }
    let known = |j: usize| one_of(doc, j, &doc.lex.profile.told.known);
    let ahead = (s.first..first).rev().take(4).find(|j| one_of(doc, *j, &doc.lex.profile.told.unknown));
    if let Some((metric, from)) = bind::metric(harm, None).zip(ahead) {
        return Some(finding(metric, from, c + 1, c, "presence.unknown_number"));
    }
    let behind = (c + 1..s.last.min(c + 14)).take_while(|j| doc.is_word(*j)).find(|j| {
        one_of(doc, *j, &doc.lex.profile.told.unknown)
            || known(*j) && (c + 1..*j).any(|k| doc.has(k, Class::Not))
    })?;
    let free = !bound.iter().any(|b| (c..behind).contains(&b.figure.num));
    let metric = bind::metric(harm, None).filter(|_| free)?;
    Some(finding(metric, first, behind + 1, c, "presence.unknown_number"))
}

/// Where the modifiers of the noun at `c` begin: "heavy civilian casualties".
fn noun_start(doc: &Doc<'_>, s: Sentence, c: usize) -> usize {
    let mut first = c;
    while first > s.first && c - first < 4 {
        let j = first - 1;
        let plain =
            doc.unknown(j) && doc.is_word(j) && !doc.is_past(j) && (!doc.is_name(j) || doc.is_demonym(j));
        let whose = matches!(doc.unit(j), Some(Unit::Group | Unit::Person)) && !several(doc, j);
        if doc.cue(j).is_some()
            || one_of(doc, j, &doc.lex.profile.told.brings)
            || doc.any(j, Classes::of(&[Class::Say, Class::Act, Class::Be, Class::Leads, Class::Exists]))
            || !(plain || whose || doc.any(j, Classes::of(&[Class::Skip, Class::Many])))
        {
            break;
        }
        first = j;
    }
    first
}

/// Whether the words right before `at` say that what follows is so: "caused", "there were", "saw", "resulted in".
fn stated_before(doc: &Doc<'_>, s: Sentence, at: usize) -> Option<usize> {
    let j = at.checked_sub(1).filter(|j| *j >= s.first)?;
    let article = doc.is(j, "a") && j > s.first;
    let j = j - usize::from(article);
    let verb = doc.any(j, Classes::of(&[Class::Exists, Class::Leads, Class::Fact]))
        || one_of(doc, j, &doc.lex.profile.told.brings)
        || doc.is(j, "in")
            && j > s.first
            && ["resulting", "resulted", "results"].iter().any(|w| doc.is(j - 1, w));
    let lead = j.saturating_sub(4).max(s.first);
    // "incidents that resulted in casualties": such as did, not that some did.
    let attack = |k: usize| matches!(doc.unit(k), Some(Unit::Attack));
    let such =
        j > s.first && (attack(j - 1) || j > s.first + 1 && doc.has(j - 1, Class::That) && attack(j - 2));
    let such = such
        && doc.any(j, Classes::of(&[Class::Leads]))
        && several(doc, j - 1 - usize::from(doc.has(j - 1, Class::That)));
    let unsaid = such
        || (lead..j).any(|k| {
            doc.any(k, UNSAID)
                || phrase::modal(doc, k)
                || doc.is(k, "to") && k + 1 == j && !continuing(doc, s, k)
        });
    (verb && !unsaid && !doc.any(j, UNSAID)).then_some(j)
}

/// "continue to cause": it does.
fn continuing(doc: &Doc<'_>, s: Sentence, to: usize) -> bool {
    to > s.first && doc.words(to - 1, to).to_ascii_lowercase().starts_with("continu")
}

/// Whether the words right behind `at` say that what is before is so: "were reported", "took place", "continue".
fn stated_behind(doc: &Doc<'_>, s: Sentence, at: usize) -> Option<usize> {
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let mut j = at;
    let mut be = false;
    while j < s.last && j < at + 5 && (doc.any(j, aux) || doc.is_adverb(j)) {
        be |= doc.has(j, Class::Be);
        // "were also reported": the participle is one of being too.
        if be && j > at && (doc.has(j, Class::Say) || doc.is(j, "reported") || doc.is(j, "confirmed")) {
            return Some(j + 1);
        }
        j += 1;
    }
    let word = |list: &[String]| j < s.last && one_of(doc, j, list);
    let told = &doc.lex.profile.told;
    // "took place"
    if j + 1 < s.last && doc.is(j, "took") && doc.is(j + 1, "place") {
        return Some(j + 2);
    }
    (be && (word(&told.rife) || j < s.last && doc.has(j, Class::Say)) || word(&told.happens)).then_some(j + 1)
}

/// "Deaths were also reported", "The raid resulted in civilian casualties", "a massacre took place".
fn event(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let noun = matches!(role, Role::Head | Role::Noun)
        && (harm.of_persons() || matches!(harm, Harm::Casualties | Harm::Displaced | Harm::Missing));
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    // "the dead", "the wounded", "prisoners": people, not what befell them.
    let deed = [
        "deaths",
        "death",
        "fatalities",
        "casualties",
        "injuries",
        "killings",
        "executions",
        "murders",
        "arrests",
        "detentions",
        "abductions",
        "kidnappings",
        "displacement",
        "displacements",
        "evictions",
        "disappearances",
        "torture",
        "rape",
        "rapes",
        "beatings",
        "sexual violence",
        "ill-treatment",
        "loss of",
    ]
    .iter()
    .any(|w| word.ends_with(w));
    if !noun || !deed || counted(bound, c) {
        return None;
    }
    let first = noun_start(doc, s, c);
    let known = first > s.first
        && doc.any(first - 1, Classes::of(&[Class::Det, Class::This, Class::Zero, Class::Not]));
    if known || (first..c).any(|j| counted(bound, j)) {
        return None;
    }
    // "loss of life"
    let life = c + 1 < s.last && (doc.is(c + 1, "life") || doc.is(c + 1, "lives"));
    if word.ends_with("loss of") && !life {
        return None;
    }
    let last = c + 1 + usize::from(life && word.ends_with("loss of"));
    // "death" is one word for many only as what came of it.
    let ahead = stated_before(doc, s, first);
    let behind = || (word != "death").then(|| stated_behind(doc, s, last)).flatten();
    // "37 attacks that resulted in casualties": counted already, by what did it.
    let attacks = bound.iter().any(|b| b.metric == Some(Metric::Attacks) && b.figure.first < c);
    let metric = bind::metric(harm, None).filter(|_| !attacks)?;
    let figure = bound.iter().any(|b| {
        b.cue == Some(c) || b.metric.is_some() && b.figure.first >= last && b.figure.first < last + 3
    });
    let (from, to) = match (ahead, behind()) {
        (Some(a), _) => (a, last),
        (None, Some(b)) => (first, b),
        _ => return None,
    };
    (!figure).then(|| finding(metric, from, to, c, "presence.event_told"))
}

/// "rape of women and girls", "torture of detainees", "sexual violence against girls".
fn against(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if role != Role::Noun || !harm.of_persons() {
        return None;
    }
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let led = word.ends_with(" of") || word.ends_with(" against");
    let link = c + 1 < s.last && (doc.has(c + 1, Class::Of) || doc.is(c + 1, "against"));
    let at = c + 1 + usize::from(!led);
    let verb = !led && !link && harm == Harm::Tortured && word == "torture";
    if !(led || link || verb)
        || (s.first..c).rev().take(4).any(|j| doc.any(j, UNSAID) || phrase::modal(doc, j) || doc.is(j, "to"))
    {
        return None;
    }
    let at = if verb {
        // "torture or otherwise ill-treat detainees"
        let subject = (s.first..c).rev().find(|j| !doc.is_adverb(*j) && !doc.has(*j, Class::Skip))?;
        let ok =
            doc.has(subject, Class::And) || doc.unit(subject).is_some() || doc.has(subject, Class::Actor);
        let pass = |j: usize| {
            doc.any(j, Classes::of(&[Class::And, Class::Or])) || doc.is_adverb(j) || doc.unknown(j)
        };
        let people = |j: usize| phrase::from(doc, s, bound, j, Wanted::People);
        (c + 1..s.last.min(c + 6))
            .take_while(|j| *j == c + 1 || pass(*j - 1))
            .find(|j| ok && people(*j).is_some())?
    } else {
        at
    };
    let p = phrase::from(doc, s, bound, at, Wanted::People)?;
    if p.definite {
        return None;
    }
    let mut f = finding(bind::metric(harm, None)?, c, p.last, c, "presence.against");
    f.group = (p.unit == Unit::Group).then_some((p.head, p.head + 1));
    Some(f)
}

/// "injuries, and deaths": the next noun of a list whose first was told.
fn listed(cue: &Cue<'_, '_>, out: &[Finding]) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt =
        matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Displaced | Harm::Tortured);
    if !hurt || !matches!(role, Role::Head | Role::Noun) || counted(bound, c) {
        return None;
    }
    let first = noun_start(doc, s, c);
    let mark = |j: usize| doc.has(j, Class::And) || doc.kind(j) == Mark::Comma;
    let and = first.checked_sub(1).filter(|j| *j > s.first && mark(*j))?;
    let end = and - usize::from(doc.kind(and - 1) == Mark::Comma);
    let told = out.iter().any(|f| {
        f.last == end && ["presence.event_told", "presence.told", "presence.listed"].contains(&f.rule)
    });
    // "causing more incidents of violence, injuries, and deaths"
    let item = |j: usize| {
        mark(j)
            || doc.is_word(j)
                && !doc.any(
                    j,
                    Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Be, Class::To, Class::By])
                        .with(UNSAID),
                )
    };
    let verb = (s.first..and)
        .rev()
        .take(10)
        .take_while(|j| item(*j))
        .find(|j| doc.has(*j, Class::Leads) || one_of(doc, *j, &doc.lex.profile.told.brings));
    let plural = doc.words(c, c + 1).to_ascii_lowercase().ends_with('s') && !doc.is(c, "losses");
    let caused = plural
        && verb.is_some_and(|v| {
            ["caus", "result", "lead", "led"]
                .iter()
                .any(|w| doc.words(v, v + 1).to_ascii_lowercase().starts_with(w))
        });
    let told = told || caused && !counted(bound, end - 1) && !(first > s.first && doc.has(first, Class::Det));
    let metric = bind::metric(harm, None).filter(|_| told)?;
    Some(finding(metric, c, c + 1, c, "presence.listed"))
}

/// "There has been a massacre", "carried out summary killings": words of killing that are no cue of their own.
pub(crate) fn carnage(doc: &Doc<'_>, s: Sentence, bound: &[bind::Bound], c: usize, out: &mut Vec<Finding>) {
    if !one_of(doc, c, &doc.lex.profile.told.carnage) || counted(bound, c) {
        return;
    }
    if !phrase::english(doc) {
        told_carnage(doc, s, bound, c, out);
        return;
    }
    let first = noun_start(doc, s, c);
    let committed = first
        .checked_sub(1 + usize::from(first > s.first && doc.is(first - 1, "a")))
        .filter(|j| *j >= s.first);
    let committed = committed.filter(|j| {
        doc.has(*j, Class::Act)
            && !(s.first..*j).rev().take(3).any(|k| doc.any(k, UNSAID) || phrase::modal(doc, k))
    });
    let definite = first > s.first && doc.is(first - 1, "the");
    let (from, to) = match (stated_before(doc, s, first).or(committed), stated_behind(doc, s, c + 1)) {
        (Some(a), _) => (a, c + 1),
        (None, Some(b)) if !definite => (first, b),
        _ => return,
    };
    // Who was killed is counted beside it.
    if bound.iter().any(|b| b.metric == Some(Metric::Killed) && same_clause(doc, b.figure.num, c))
        || out.iter().any(|f| f.metric == Metric::Killed)
    {
        return;
    }
    out.push(finding(Metric::Killed, from, to, c, "presence.carnage"));
}

/// "Hubo una matanza", "ارتكب الجنود مجزرة", "сталася різанина": the verb stands close, on either side.
fn told_carnage(doc: &Doc<'_>, s: Sentence, bound: &[bind::Bound], c: usize, out: &mut Vec<Finding>) {
    let verb = |j: &usize| {
        doc.any(*j, Classes::of(&[Class::Exists, Class::Act]))
            || one_of(doc, *j, &doc.lex.profile.told.happens)
    };
    let from = s.first.max(c.saturating_sub(4));
    let ahead = (from..c).rev().take_while(|j| doc.is_word(*j)).find(|j| verb(j));
    let behind = (c + 1..s.last.min(c + 3)).find(|j| one_of(doc, *j, &doc.lex.profile.told.happens));
    let unsaid = (s.first..ahead.unwrap_or(c)).rev().take(3).any(|j| doc.any(j, UNSAID));
    let killed = bound.iter().any(|b| b.metric == Some(Metric::Killed) && same_clause(doc, b.figure.num, c))
        || out.iter().any(|f| f.metric == Metric::Killed);
    if unsaid || killed {
        return;
    }
    let (first, last) = match (ahead, behind) {
        (Some(a), _) => (a, c + 1),
        (_, Some(b)) => (c, b + 1),
        _ => return,
    };
    out.push(finding(Metric::Killed, first, last, c, "presence.carnage"));
}

/// "The number of victims has not been determined": there are some.
pub(crate) fn victims(doc: &Doc<'_>, s: Sentence, bound: &[bind::Bound], c: usize, out: &mut Vec<Finding>) {
    let cue = Cue { doc, s, bound, at: c, harm: Harm::Casualties, role: Role::Head };
    if doc.cue(c).is_none() && !out.iter().any(|f| (f.first..f.last).contains(&c)) {
        out.extend(unknown(&cue));
    }
}

/// No mark stands between the two.
fn same_clause(doc: &Doc<'_>, a: usize, b: usize) -> bool {
    (a.min(b)..a.max(b)).all(|j| doc.is_word(j) || doc.kind(j) == Mark::Number)
}

/// "the death toll in … has risen", with no number given.
pub(crate) fn rising(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    let Some(metric) = bind::metric(harm, None) else { return };
    let rise = (c + 1..s.last.min(c + 14)).find(|j| doc.has(*j, Class::Rise));
    // "ارتفعت حصيلة القتلى", "aumentó el número de muertos"
    let pass = Classes::of(&[Class::Det, Class::Skip]);
    let ahead = (s.first..c).rev().take(3).find(|j| !doc.any(*j, pass));
    if let Some(r) =
        ahead.filter(|r| doc.has(*r, Class::Rise) && rise.is_none() && doc.lex.profile.verb_first)
    {
        let known = bound.iter().any(|b| b.metric.is_some() && (c..c + 12).contains(&b.figure.first));
        if !known && !(s.first..r).rev().take(2).any(|j| doc.any(j, Classes::of(&[Class::Hedge, Class::Not])))
        {
            out.push(finding(metric, r, c + 1, c, "presence.rising"));
        }
        return;
    }
    // "the toll could rise": it has not, yet.
    let hedged = |r: usize| (c + 1..r).any(|j| doc.any(j, Classes::of(&[Class::Hedge, Class::Not])));
    let Some(rise) = rise.filter(|r| !hedged(*r)) else { return };
    let directed = rise + 1 < s.last && doc.has(rise + 1, Class::To);
    let counted = bound
        .iter()
        .any(|b| b.metric.is_some() && (c..rise + 2 + 2 * usize::from(directed)).contains(&b.figure.first));
    if !counted {
        out.push(finding(metric, c, rise + 1, c, "presence.rising"));
    }
}
