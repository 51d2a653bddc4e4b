//! Who was harmed and what was hit, by the grammar of the clause: the subject of a passive, the object of a deed.
//! The rules with narrower forms have gone before; what they read is not read again.

use crate::bind::{self};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase::{self, Phrase, Wanted, one_of};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// All the rules of this module.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    if !phrase::english(cue.doc) || out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    let found = as_one(cue)
        .or_else(|| gapped(cue))
        .or_else(|| rubble(cue))
        .or_else(|| suffered(cue))
        .or_else(|| done(cue))
        .or_else(|| captive(cue))
        .or_else(|| fixtures(cue));
    let found = found.or_else(|| driven(cue)).or_else(|| damage(cue)).or_else(|| sustained(cue));
    // One statement, however many verbs tell it.
    let built = |m: Metric| {
        matches!(
            m,
            Metric::HomesDamaged
                | Metric::HomesDestroyed
                | Metric::BuildingsDamaged
                | Metric::BuildingsDestroyed
        )
    };
    let told = |f: &Finding| {
        let same = |o: &Finding| o.metric == f.metric || built(o.metric) && built(f.metric);
        out.iter().any(|o| same(o) && o.first < f.last && f.first < o.last)
    };
    let found = found.filter(|f| !told(f));
    out.extend(found);
    let with = alongside(cue)
        .filter(|f| !out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last));
    out.extend(with);
}

/// What stands right behind a noun of damage whose figure stands farther on.
pub(crate) fn beside(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let figure = cue.bound.iter().filter(|b| b.cue == Some(cue.at)).map(|b| b.figure.first).min();
    let near = |f: &Finding| figure.is_some_and(|at| f.last < at && at > cue.at);
    if phrase::english(cue.doc) {
        out.extend(damage(cue).filter(near));
    }
}

fn wanted(harm: Harm) -> Option<Wanted> {
    let people = harm.of_persons() || matches!(harm, Harm::Displaced | Harm::Missing | Harm::Casualties);
    let built = matches!(harm, Harm::Destroyed | Harm::Damaged | Harm::Uninhabitable);
    people.then_some(Wanted::People).or(built.then_some(Wanted::Built))
}

/// "wiped out" is said of families and of villages.
fn metric(doc: &Doc<'_>, c: usize, harm: Harm, p: &Phrase) -> Option<Metric> {
    let people = matches!(p.unit, Unit::Person | Unit::Group | Unit::Household);
    if people && harm == Harm::Destroyed && (doc.is(c, "wiped out") || doc.is(c, "erased")) {
        return Some(Metric::Killed);
    }
    // "hostages are being held"
    if harm == Harm::Detained && matches!(doc.cue(p.head), Some((Harm::Abducted, _))) {
        return Some(Metric::AbductedOrHostage);
    }
    bind::metric(harm, Some(p.unit))
}

fn told(
    doc: &Doc<'_>,
    p: &Phrase,
    metric: Metric,
    (first, last, c): (usize, usize, usize),
    rule: &'static str,
) -> Finding {
    let mut f = finding(metric, first, last, c, rule);
    match p.unit {
        Unit::Person => {}
        Unit::Group => f.group = Some((p.head, p.head + 1)),
        _ => f.unit = doc.unit(p.head).is_some().then_some(p.head),
    }
    f
}

/// "Civilians and soldiers were killed", "the entire crew drowned", "roads and bridges were washed away".
fn suffered(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verbal = matches!(role, Role::Part | Role::Subject | Role::Free);
    let wanted = wanted(harm).filter(|_| verbal)?;
    let (v, passive) = phrase::verb(doc, s, c)?;
    // "Patients die of it": always, and nobody in particular.
    let general =
        doc.is(c, "die") && c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::Of, Class::From]));
    if role == Role::Part && !passive || general {
        return None;
    }
    let erased = doc.is(c, "wiped out") || doc.is(c, "erased");
    // "whole villages were abandoned": by those who lived there.
    let left =
        harm == Harm::Displaced && passive && doc.words(c, c + 1).to_ascii_lowercase().ends_with("abandoned");
    if let Some(p) = left.then(|| phrase::before(doc, s, bound, v, Wanted::Built)).flatten() {
        let area = p.unit == Unit::Area && !p.definite;
        return area.then(|| finding(Metric::Displaced, p.first, c + 1, c, "presence.suffered"));
    }
    let p = phrase::before(doc, s, bound, v, wanted)
        .or_else(|| phrase::before(doc, s, bound, v, Wanted::People).filter(|_| erased))?;
    // "The soldiers were killed": which they are has been told; who is held or beaten is told of as a whole.
    let whole = wanted == Wanted::Built || harm == Harm::Tortured;
    // "most families are staying in": where they are is not that they left.
    let stays = harm == Harm::Displaced && role != Role::Part && !fled(doc, c);
    // "some regions were flooded", "roads were flooded"
    let wet = ["flooded", "inundated", "submerged"].iter().any(|w| doc.is(c, w));
    let area = harm == Harm::Damaged && (p.unit == Unit::Area || wet && doc.unit(p.head).is_none());
    if p.definite && !whole || harm == Harm::Displaced && doc.has(p.head, Class::Actor) || stays || area {
        return None;
    }
    let metric = metric(doc, c, harm, &p)?;
    Some(told(doc, &p, metric, (p.first, c + 1, c), "presence.suffered"))
}

fn fled(doc: &Doc<'_>, c: usize) -> bool {
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    ["fled", "flee", "fleeing", "left", "abandoned", "forced", "lost their homes", "took refuge", "sought"]
        .iter()
        .any(|w| word.split(' ').take(3).any(|v| v == *w) || word == *w)
}

/// Whether the word at `c` is a verb with its doer before it.
pub(crate) fn acts(doc: &Doc<'_>, s: Sentence, c: usize, role: Role) -> bool {
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let head = word.split(' ').next().unwrap_or("");
    let back = (s.first..c).rev().find(|j| !doc.has(*j, Class::Skip) && !doc.is_adverb(*j));
    let Some(j) = back else { return false };
    // "continues to kill", "continue to drive people out and to kill": it does.
    let continues = |k: usize| doc.words(k, k + 1).to_ascii_lowercase().starts_with("continu");
    let goes_on = doc.has(j, Class::To)
        && j > s.first
        && (continues(j - 1)
            || doc.has(j - 1, Class::And)
                && (s.first..j - 1).rev().take(12).any(|k| continues(k) && doc.has(k + 1, Class::To)));
    let unsaid = !goes_on
        && doc.any(j, Classes::of(&[Class::Not, Class::Zero, Class::To, Class::By, Class::Of, Class::Lack]))
        || phrase::modal(doc, j);
    if unsaid {
        return false;
    }
    let noun = doc.unit(j).is_some()
        || doc.any(
            j,
            Classes::of(&[
                Class::Actor,
                Class::Event,
                Class::Hazard,
                Class::Org,
                Class::Pronoun,
                Class::PlaceNoun,
            ]),
        )
        || doc.is_word(j) && doc.is_name(j);
    let clause = doc.any(j, Classes::of(&[Class::Have, Class::And, Class::Relative, Class::That]))
        || matches!(doc.kind(j), Mark::Comma | Mark::Close)
        || doc.kind(j) == Mark::Dash && !doc.lexemes[j].glued;
    match role {
        // "killing", "wounding": what came of it.
        _ if head.ends_with("ing") => {
            !doc.any(j, Classes::of(&[Class::From, Class::In])) || doc.has(j, Class::And)
        }
        Role::Active if head.ends_with('s') => noun || clause,
        // "Guards torture detainees", not "to kill"
        Role::Active if goes_on => true,
        // "fire tear gas and arrest demonstrators"
        Role::Active if doc.has(j, Class::And) => {
            let bars = |k: usize| doc.is(k, "to") || phrase::modal(doc, k) || doc.has(k, Class::Not);
            !(s.first..j).rev().take(8).any(bars) && doc.caps
        }
        Role::Active => {
            doc.unit(j).is_some_and(|_| crate::presence::told::several(doc, j)) && !doc.has(j, Class::Det)
        }
        Role::Part => {
            noun || clause || doc.unknown(j) && doc.is_word(j) && doc.words(j, j + 1).ends_with('s')
        }
        _ => false,
    }
}

/// "destroyed critical infrastructure", "razed the “entire quarter”", "killed and maimed civilians".
fn done(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = matches!(role, Role::Active | Role::Part) && harm != Harm::Missing;
    let general = c == s.first + 1 && doc.unknown(s.first) && (doc.is(c, "kill") || doc.is(c, "kills"));
    let wanted = wanted(harm).filter(|_| verb && !general && !doc.is(c, "kept") && !doc.is(c, "lost"))?;
    if (s.first..c).rev().take(5).any(|j| doc.is(j, "if")) {
        return None;
    }
    if role == Role::Part && phrase::verb(doc, s, c).is_none_or(|(_, passive)| passive)
        || !acts(doc, s, c, role)
    {
        return None;
    }
    // "torched and looted houses": two verbs with one object.
    let mut at = c + 1;
    let verb = |j: usize| doc.is_past(j) || matches!(doc.cue(j), Some((_, Role::Active | Role::Part)));
    if at + 2 < s.last && doc.any(at, Classes::of(&[Class::And, Class::Or])) {
        let second = (at + 1..s.last.min(at + 3)).find(|j| !doc.is_adverb(*j) && !doc.has(*j, Class::Skip));
        at = second.filter(|j| verb(*j)).map(|j| j + 1)?;
    }
    // "beat him and other prisoners"
    if at + 2 < s.last && doc.has(at, Class::Pronoun) && doc.has(at + 1, Class::And) {
        at += 2;
    }
    let p = phrase::from(doc, s, bound, at, wanted)
        .or_else(|| phrase::from(doc, s, bound, at, Wanted::People).filter(|_| doc.is(c, "wiped out")))?;
    let area = harm == Harm::Damaged && p.unit == Unit::Area;
    // Whose house it is, is no house: "damaged the villagers' trust".
    let owner = p.last < s.last
        && (doc.kind(p.last) == Mark::Possessive || doc.words(p.last, p.last + 1).starts_with(['\'', '’']));
    let name = p.last < s.last && doc.is_name(p.last) && doc.unknown(p.last) && !doc.is_demonym(p.last);
    if owner || name && wanted == Wanted::People || p.definite || area {
        return None;
    }
    let metric = metric(doc, c, harm, &p)?;
    Some(told(doc, &p, metric, (c, p.last, c), "presence.done"))
}

/// "Debris injured people", "Fighting displaced families": the lexicon has verb and object as one phrase.
fn as_one(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let verb = ["injured ", "wounded ", "displaced ", "destroyed "].iter().any(|w| word.starts_with(w));
    let j = c.checked_sub(1).filter(|j| *j >= s.first && role == Role::Head && verb)?;
    let doer = doc.any(j, Classes::of(&[Class::Event, Class::Hazard, Class::Actor])) && doc.is_word(j);
    let known = phrase::counted(bound, c) || phrase::counted(bound, j) || harm == Harm::Excluded;
    let metric = match harm {
        Harm::Destroyed => Some(Metric::HomesDestroyed).filter(|_| !word.ends_with("buildings")),
        _ => bind::metric(harm, None),
    };
    metric.filter(|_| doer && !known).map(|m| finding(m, c, c + 1, c, "presence.as_one"))
}

/// "Numerous homes suffered roof damage": what they suffered, by its noun.
fn sustained(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, .. } = *cue;
    let verbs = ["suffered", "sustained", "received", "sustaining", "suffering"];
    let back = (s.first..c).rev().take(4).take_while(|j| doc.is_word(*j));
    let verb = back.into_iter().find(|j| doc.is(c, "damage") && verbs.iter().any(|w| doc.is(*j, w)))?;
    let (v, _) = phrase::verb(doc, s, verb)?;
    let p = phrase::before(doc, s, bound, v, Wanted::Built)?;
    let metric = bind::metric(Harm::Damaged, Some(p.unit))?;
    Some(told(doc, &p, metric, (p.first, c + 1, c), "presence.sustained"))
}

/// "were killed and others wounded": the auxiliary is said once.
fn gapped(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal =
        matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Missing);
    // "villages were attacked and civilians massacred": people, where a passive went before.
    let people = |j: usize| {
        let whom = matches!(doc.unit(j), Some(Unit::Group | Unit::Person | Unit::Household));
        let be = (s.first..j).rev().take(12).any(|k| doc.has(k, Class::Be));
        whom && crate::presence::told::several(doc, j) && be && !doc.has(j, Class::Actor)
    };
    let j = c.checked_sub(1).filter(|j| *j > s.first && (doc.is(*j, "others") || people(*j)))?;
    // "and young men taken away"
    let first =
        j - usize::from(j > s.first + 1 && doc.unknown(j - 1) && doc.is_word(j - 1) && !doc.is_past(j - 1));
    let and = first > s.first
        && (doc.has(first - 1, Class::And)
            || doc.kind(first - 1) == Mark::Comma
            || doc.is(first - 1, "while"));
    let next = c + 1;
    let object = next < s.last
        && (doc.unit(next).is_some()
            || doc.any(
                next,
                Classes::of(&[Class::Det, Class::Num, Class::Indef, Class::Many, Class::Pronoun]),
            )
            || doc.kind(next) == Mark::Number);
    let told = personal && role == Role::Part && and && !object && !phrase::counted(bound, j);
    let metric = bind::metric(harm, None).filter(|_| told)?;
    Some(finding(metric, first, c + 1, c, "presence.gapped"))
}

/// "reduced homes to rubble", "turned whole quarters to ashes".
fn rubble(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, .. } = *cue;
    let to =
        ["to rubble", "to ashes", "to ruins", "on fire", "ablaze", "alight"].iter().any(|w| doc.is(c, w));
    let verbs =
        ["set", "setting", "reduced", "reducing", "turned", "turning", "pounded", "bombed", "shelled"];
    let back = (s.first..c).rev().take(7).take_while(|j| !doc.any(*j, Classes::of(&[Class::Say, Class::Be])));
    let verb = back.into_iter().find(|j| to && verbs.iter().any(|w| doc.is(*j, w)))?;
    let (_, passive) = phrase::verb(doc, s, verb)?;
    let p = phrase::from(doc, s, bound, verb + 1, Wanted::Built).filter(|_| !passive)?;
    let metric = bind::metric(Harm::Destroyed, Some(p.unit))?;
    Some(told(doc, &p, metric, (verb, c + 1, c), "presence.rubble"))
}

/// "took soldiers prisoner", "seized aid workers": taken, by what was done to them.
fn captive(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, .. } = *cue;
    if !doc.has(c, Class::Taken) {
        return None;
    }
    // "their crews were seized"
    if let Some((v, true)) = phrase::verb(doc, s, c) {
        let p = phrase::before(doc, s, bound, v, Wanted::People)?;
        return Some(told(doc, &p, Metric::Detained, (p.first, c + 1, c), "presence.captive"));
    }
    let p = phrase::from(doc, s, bound, c + 1, Wanted::People)?;
    Some(told(doc, &p, Metric::AbductedOrHostage, (c, p.last, c), "presence.captive"))
}

/// "prompted residents to flee": who was made to.
fn driven(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let out = word.starts_with("from their") || word.starts_with("out of their");
    let to = harm == Harm::Displaced
        && (out || word.starts_with("to ") || c > s.first && doc.has(c - 1, Class::To));
    let verbs = [
        "prompted",
        "prompting",
        "forced",
        "forcing",
        "compelled",
        "compelling",
        "caused",
        "causing",
        "pushed",
        "led",
        "obliged",
    ];
    let back = (s.first..c).rev().take(7).take_while(|j| doc.is_word(*j) && !doc.has(*j, Class::Say));
    let drove = ["driven", "drove", "chased", "expelled", "uprooted", "driving", "chasing"];
    let made = |j: usize| verbs.iter().any(|w| doc.is(j, w)) || out && drove.iter().any(|w| doc.is(j, w));
    let verb = back.into_iter().find(|j| to && made(*j))?;
    let (_, passive) = phrase::verb(doc, s, verb)?;
    let p = phrase::from(doc, s, bound, verb + 1, Wanted::People)
        .filter(|p| !passive && p.last <= c && !p.definite)?;
    Some(told(doc, &p, Metric::Displaced, (verb, c + 1, c), "presence.driven"))
}

/// "widespread damage to infrastructure", "damage to the clinic and nearby shops".
fn damage(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let noun = role == Role::Noun && matches!(harm, Harm::Damaged | Harm::Destroyed);
    let unsaid = (s.first..c).rev().take(4).any(|j| {
        doc.any(j, Classes::of(&[Class::Not, Class::Zero, Class::Lack, Class::To])) || phrase::modal(doc, j)
    });
    if !noun || unsaid {
        return None;
    }
    let last = s.last.min(c + 8);
    let starts =
        (c + 1..last).take_while(|j| doc.is_word(*j)).filter(|j| *j == c + 1 || doc.has(*j - 1, Class::And));
    let p = starts.filter_map(|j| phrase::from(doc, s, bound, j, Wanted::Built)).find(|p| !p.definite)?;
    let metric = bind::metric(harm, Some(p.unit)).filter(|_| p.unit != Unit::Area)?;
    Some(told(doc, &p, metric, (c, p.last, c), "presence.damage"))
}

/// "was killed along with a group of bodyguards": those beside the one who is named.
fn alongside(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted);
    let verbal = matches!(role, Role::Part | Role::Subject);
    if !personal || !verbal || role == Role::Part && !phrase::verb(doc, s, c)?.1 {
        return None;
    }
    let with = (c + 1..s.last.min(c + 8)).take_while(|j| doc.is_word(*j)).find_map(|j| {
        let two = j + 1 < s.last && doc.is(j + 1, "with") && (doc.is(j, "along") || doc.is(j, "together"));
        (two || doc.is(j, "along with") || doc.is(j, "together with") || doc.is(j, "alongside"))
            .then_some(j + 1 + usize::from(two))
    })?;
    let starts = (with..s.last.min(with + 8)).filter(|j| *j == with || doc.has(*j - 1, Class::And));
    let p = starts.filter_map(|j| phrase::from(doc, s, bound, j, Wanted::People)).find(|p| !p.definite)?;
    Some(told(doc, &p, bind::metric(harm, None)?, (p.first, p.last, c), "presence.alongside"))
}

/// "shattered the windows of houses", "tore roofs off barns": parts of houses for the houses.
fn fixtures(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hit = matches!(harm, Harm::Damaged | Harm::Destroyed)
        && matches!(role, Role::Active | Role::Part | Role::Noun);
    if !hit || phrase::verb(doc, s, c).is_none() {
        return None;
    }
    fixture(doc, s, bound, c)
}

/// The houses whose windows or roofs stand right behind the verb at `c`.
pub(crate) fn fixture(doc: &Doc<'_>, s: Sentence, bound: &[crate::bind::Bound], c: usize) -> Option<Finding> {
    let part = |j: usize| one_of(doc, j, &doc.lex.profile.told.fixture);
    let behind = (c + 1..s.last.min(c + 4)).take_while(|j| doc.is_word(*j)).find(|j| part(*j));
    let ahead = || {
        (s.first..c)
            .rev()
            .take(4)
            .take_while(|j| doc.is_word(*j) && !doc.has(*j, Class::Say))
            .find(|j| part(*j))
    };
    let at = behind.or_else(ahead)?;
    let link = |j: usize| {
        doc.any(j, Classes::of(&[Class::Of, Class::In, Class::From, Class::On])) || doc.is(j, "off")
    };
    let from = at.max(c) + 1;
    let of = (at.min(c) + 1..s.last.min(from + 3)).find(|j| *j > at && link(*j))?;
    let p = phrase::from(doc, s, bound, of + 1, Wanted::Built).or_else(|| {
        // "of several houses": as many as nobody counts.
        let j = (of + 1..s.last.min(of + 5))
            .find(|j| matches!(doc.unit(*j), Some(Unit::Home | Unit::Building)))?;
        let known = bound.iter().any(|b| b.metric.is_some() && (b.figure.first..b.noun.last).contains(&j));
        let vague = (of + 1..j).any(|k| doc.has(k, Class::Many));
        (vague && !known).then_some(Phrase {
            first: of + 1,
            last: j + 1,
            head: j,
            definite: false,
            unit: doc.unit(j)?,
        })
    })?;
    let metric = bind::metric(Harm::Damaged, Some(p.unit))?;
    Some(told(doc, &p, metric, (at.min(c), p.last, c), "presence.fixture"))
}

/// Two verbs of harm with one object or subject that nobody counted: "killing and wounding passers-by" tells of both.
pub(crate) fn both(doc: &Doc<'_>, c: usize) -> bool {
    let Some((Harm::Casualties, role)) = doc.cue(c) else { return false };
    let word = doc.words(c, c + 1).to_lowercase();
    if phrase::english(doc) {
        return matches!(role, Role::Active | Role::Part) && word.contains(" and ");
    }
    // "muertos y heridos", "قتلى وجرحى": the dead and the wounded, not the killing and wounding of some.
    let and = word.split(' ').skip(1).any(|w| {
        ["y", "и", "і", "й", "та"].contains(&w) || !doc.lex.profile.capitals && w.starts_with(['و', 'ו'])
    });
    let fallen = role == Role::Noun && ["سقوط", "وقوع"].iter().any(|w| word.contains(w));
    // "נהרגו ונפצעו"
    let verbs = role == Role::Free && crate::grammar::prefixed::here(doc);
    (role == Role::Head || fallen || verbs) && and
}

/// Behind "dead and wounded", where the words end that say whose the wounded are: "in their ranks".
pub(crate) fn whose(doc: &Doc<'_>, c: usize) -> usize {
    let last = doc.lexemes.len();
    let of = c + 2 < last
        && !phrase::english(doc)
        && !matches!(doc.cue(c), Some((_, Role::Free)))
        && doc.any(c + 1, Classes::of(&[Class::In, Class::From, Class::Among, Class::Of]))
        && doc.is_word(c + 2);
    c + 1 + 2 * usize::from(of)
}

/// "Villagers were killed and wounded" told without a figure is two statements.
pub(crate) fn split(doc: &Doc<'_>, out: &mut Vec<Finding>) {
    let mut more = Vec::new();
    // "قتل وأصيب العديد": two verbs.
    let verbs = |c: usize| {
        let free = matches!(doc.cue(c), Some((Harm::Casualties, Role::Free)));
        free && crate::grammar::verbal::here(doc) && doc.words(c, c + 1).contains(" و")
    };
    let two = |c: usize| both(doc, c) || verbs(c);
    for f in out.iter_mut().filter(|f| f.metric == Metric::OtherCount && two(f.cue)) {
        f.metric = Metric::Killed;
        more.push(Finding { metric: Metric::Injured, last: f.last.max(whose(doc, f.cue)), ..*f });
    }
    out.extend(more);
}

/// The byte where the words end that say whose the wounded of a vague figure are.
pub(crate) fn whose_end(doc: &Doc<'_>, b: &bind::Bound) -> usize {
    let end = whose(doc, b.cue.unwrap_or(b.figure.num));
    doc.lexemes[end - 1].end as usize
}
