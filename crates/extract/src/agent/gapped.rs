//! Who did it where the verb is not said again, stands apart from its object, or only links the deed to somebody:
//! "The militia killed 12 people and the army five", "set two schools on fire", "71 were linked to the army".

use crate::agent::{Agent, ENDS, Finder, REACH};
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// The longest subject of a verb that is not said again, in lexemes.
const LONGEST: usize = 7;

/// What stands between a subject and its figure where the verb is left out: "а армия — пятерых", "el ejército a cinco".
const BETWEEN: Classes =
    Classes::of(&[Class::To, Class::Onto, Class::About, Class::AtLeast, Class::Skip, Class::Other]);

/// What an attack is made with, where it stands before the attack.
const GEAR: [&str; 16] = [
    "artillery",
    "sniper",
    "snipers",
    "gun",
    "tank",
    "aircraft",
    "helicopter",
    "mortar",
    "rocket",
    "missile",
    "drone",
    "bomb",
    "grenade",
    "knife",
    "car",
    "suicide",
];

/// What is done to the dead by those who tell of them.
const NAMED: [&str; 12] = [
    "named",
    "identified",
    "listed",
    "counted",
    "mourned",
    "remembered",
    "recognised",
    "recognized",
    "described",
    "confirmed",
    "reported",
    "registered",
];

/// Endings of adjectives that say how, not whose.
const ADJECTIVES: [&str; 10] = ["al", "ive", "ous", "ent", "ant", "ful", "less", "ary", "able", "ing"];

/// Verbs that only an attacker is the subject of.
const ATTACKS: [&str; 18] = [
    "attacked",
    "bombed",
    "raided",
    "stormed",
    "shelled",
    "ambushed",
    "strafed",
    "assaulted",
    "dynamited",
    "killed",
    "murdered",
    "kidnapped",
    "machinegunned",
    "machine-gunned",
    "blew up",
    "besieged",
    "invaded",
    "opened fire",
];

const THROWS: [&str; 13] = [
    "set off",
    "planted",
    "placed",
    "threw",
    "hurled",
    "lobbed",
    "tossed",
    "detonated",
    "exploded",
    "fired",
    "launched",
    "dropped",
    "rained",
];

/// What is set off or thrown.
const WEAPONS: [&str; 14] = [
    "bomb",
    "bombs",
    "grenade",
    "grenades",
    "device",
    "devices",
    "explosives",
    "shell",
    "shells",
    "rocket",
    "rockets",
    "car bomb",
    "dynamite",
    "missiles",
];

/// Units of time, singular and plural.
const UNITS: [&str; 19] = [
    "a day", "a week", "a month", "a year", "an hour", "minute", "minutes", "hour", "hours", "day", "days",
    "night", "nights", "week", "weeks", "month", "months", "year", "years",
];

const COUNTED: Classes = Classes::of(&[Class::Num, Class::Indef, Class::Vague, Class::Many, Class::About]);

/// What opens a noun phrase.
const LED: Classes = Classes::of(&[Class::Det, Class::Indef]);

/// Verbs that set alight, and leave in ruins, what stands between them and their end.
const SETS: [&str; 10] =
    ["set", "sets", "setting", "burned", "burnt", "reduced", "reduces", "reducing", "left", "leaving"];

/// Participles that lay a deed to somebody.
const LINKED: [&str; 6] = ["linked", "attributed", "ascribed", "traced", "attributable", "imputed"];

/// A rising is named by what it is, and kills as its fighters do.
const RISINGS: [&str; 6] =
    ["insurgency", "rebellion", "uprising", "insurrection", "terror campaign", "guerrilla campaign"];

/// What is attacked, though it may be a hazard elsewhere.
const TARGETS: [&str; 22] = [
    "bus",
    "buses",
    "train",
    "trains",
    "truck",
    "trucks",
    "lorry",
    "lorries",
    "ferry",
    "boat",
    "boats",
    "plane",
    "planes",
    "bridge",
    "building",
    "buildings",
    "wall",
    "roof",
    "ship",
    "minibus",
    "van",
    "convoy",
];

fn listed(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// The subject right before the figure at `first`, behind an "and" or a comma: "…, and the army five".
fn subject_of_gap(doc: &Doc<'_>, s: Sentence, from: usize, first: usize) -> Option<(usize, usize)> {
    let dash = |j: usize| doc.kind(j) == Kind::Dash;
    let mut end = first;
    while end > from && (dash(end - 1) || doc.any(end - 1, BETWEEN) && doc.is_word(end - 1)) {
        end -= 1;
    }
    let pass = Classes::of(&[Class::And, Class::Stop, Class::Compare, Class::Skip]);
    let opens = |j: usize| {
        matches!(doc.kind(j), Kind::Comma | Kind::Semicolon)
            || doc.any(j, Classes::of(&[Class::And, Class::Compare]))
            || ["while", "whereas", "mientras", "тогда как", "тоді як"].iter().any(|w| doc.is(j, w))
    };
    let link = (from.max(s.first + 1)..end).rev().take(LONGEST + 1).find(|j| opens(*j))?;
    let a = (link + 1..end).find(|j| !doc.any(*j, pass) || doc.has(*j, Class::Det))?;
    let bar = Classes::of(&[
        Class::In,
        Class::From,
        Class::By,
        Class::Preposition,
        Class::Event,
        Class::Hazard,
        Class::Num,
        Class::Month,
        Class::Weekday,
        Class::TimeUnit,
        Class::Of,
    ]);
    let head = |j: usize| doc.any(j, Classes::of(&[Class::Actor, Class::Org]));
    let plain = |j: usize| {
        doc.is_word(j)
            && !doc.any(j, ENDS)
            && (!doc.any(j, bar) || head(j))
            && (doc.cue(j).is_none() || doc.unit(j).is_some() || head(j))
    };
    let acts = (a..end).any(|j| doc.has(j, Class::Actor));
    // "12 civilians, soldiers five": whom, unless an article or a dash tells a subject.
    let told = doc.is_word(link) || doc.any(a, LED) || (end..first).any(dash);
    let acts = acts && told;
    (acts && (a..end).all(plain)).then_some((a, end))
}

/// "Боевики убили 12 человек, а армия — пятерых": the figure of a verb that is not said again.
pub(crate) fn gapped(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (before, b) = (bound[i - 1], bound[i]);
        let verb = before.cue.filter(|c| *c < before.figure.first && before.metric.is_some());
        let Some(c) = verb else { continue };
        let acts = matches!(doc.cue(c), Some((h, Role::Active | Role::Part | Role::Free)) if h.of_persons());
        let people = |u| matches!(u, None | Some(Unit::Person | Unit::Group));
        let bare = b.metric.is_none() && !b.excluded && b.noun.cue.is_none() && people(b.noun.unit);
        let shared = b.metric.is_some() && b.cue == before.cue;
        if !acts || !(bare || shared) || bind::is_passive(doc, s, c) || !people(before.noun.unit) {
            continue;
        }
        let Some((a, _)) = subject_of_gap(doc, s, before.figure.last, b.figure.first) else { continue };
        if bare {
            let b = &mut bound[i];
            (b.metric, b.cue, b.cost, b.rule) = (before.metric, before.cue, before.cost + 4, "coordinated");
        }
        // "two protesters and police one": the noun ends before who else did it.
        let link = (before.figure.last..a).rev().find(|j| doc.has(*j, Class::And)).unwrap_or(a);
        let noun = &mut bound[i - 1].noun;
        noun.last = noun.last.min(link.max(before.figure.last));
        noun.group = noun.group.map(|(x, y)| (x, y.min(link))).filter(|(x, y)| x < y);
    }
}

/// "said rebels had burned 30 homes; residents put the figure at 70", "while police spoke of 30": another's figure for the same.
pub(crate) fn rival(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if !phrase::english(doc) {
        return;
    }
    for i in 1..bound.len() {
        let b = bound[i];
        let bare = b.metric.is_none() && !b.excluded && b.noun.unit.is_none() && b.noun.cue.is_none();
        let end = b.figure.last;
        let ends =
            end >= s.last || !doc.is_word(end) || doc.any(end, Classes::of(&[Class::And, Class::Stop]));
        let Some(at) = b.figure.first.checked_sub(1).filter(|j| bare && ends && *j > s.first + 2) else {
            continue;
        };
        let figure = |j: usize| listed(doc, j, &["figure", "number", "total", "count", "numbers", "figures"]);
        let put = doc.is(at, "at") && figure(at - 1);
        let spoke = ["spoke of", "speaks of", "speak of", "spoken of", "talked of", "speaking of", "talk of"];
        if !put && !listed(doc, at, &spoke) {
            continue;
        }
        let Some(before) = bound[..i].iter().rev().find(|o| o.metric.is_some()).copied() else { continue };
        let b = &mut bound[i];
        (b.metric, b.cue, b.cost, b.rule) = (before.metric, before.cue, before.cost + 4, "coordinated");
        (b.noun.unit, b.noun.group, b.noun.party) = (before.noun.unit, before.noun.group, before.noun.party);
    }
}

impl Finder<'_, '_> {
    /// Who did it by the forms of this module.
    pub(crate) fn by_deed(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        self.gapped_subject(cue, b)
            .or_else(|| self.linked_to(b))
            .or_else(|| self.sets_alight(cue, role, b))
            .or_else(|| self.rising(cue, role))
    }

    /// "The militia killed 12 people and the army five": another subject of the same verb.
    fn gapped_subject(&self, cue: usize, b: &Bound) -> Option<Agent> {
        if let Some(agent) = self.gapped_charge(b) {
            return Some(agent);
        }
        let told = |o: &&Bound| o.metric.is_some() && o.cue == Some(cue) && o.figure.num != b.figure.num;
        if cue >= b.figure.first || bind::is_passive(self.doc, self.s, cue) {
            return None;
        }
        let before = self.bound.iter().rev().filter(|o| o.figure.first < b.figure.first).find(told)?;
        let opens = self.bound.iter().find(told).filter(|o| o.figure.first > cue)?;
        let (x, y) = subject_of_gap(self.doc, self.s, before.figure.last, b.figure.first)?;
        // The verb has a subject of its own: "Killed: 12 people, soldiers five" has none.
        self.agent(opens)?;
        Some(Agent::Words(x, y))
    }

    /// "responsible for 60 deaths, the militia for 22": who else is, of how many.
    fn gapped_charge(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let lead = b
            .figure
            .first
            .checked_sub(1)
            .filter(|j| self.english() && *j > self.s.first && doc.is(*j, "for"))?;
        let known = Classes::of(&[Class::Charge, Class::Act]);
        let charge =
            |j: &usize| doc.any(*j, known) && cairn_fold::fold(doc.words(*j, j + 1)).contains("responsible");
        let from = (self.s.first..lead).rev().take(REACH).find(charge)?;
        let (x, y) = subject_of_gap(doc, self.s, from + 1, lead)?;
        Some(Agent::Words(x, y))
    }

    /// "71 were linked to the army and 36 to armed groups": to whom the deed is laid.
    fn linked_to(&self, b: &Bound) -> Option<Agent> {
        let (x, y) = self.actor(self.laid_to(b)? + 1)?;
        Some(Agent::Words(x, y))
    }

    /// The "to" behind which they stand.
    pub(crate) fn laid_to(&self, b: &Bound) -> Option<usize> {
        let doc = self.doc;
        if !self.english() {
            return None;
        }
        let behind = b.noun.last.max(b.figure.last);
        let onto = |j: usize| j < self.s.last && (doc.has(j, Class::To) || doc.is(j, "on"));
        let done = |j: usize| listed(doc, j, &["committed", "perpetrated", "carried out", "inflicted"]);
        let whole = |j: usize| {
            doc.is(j, "attributed to") || b.part_of.is_some() && doc.has(j, Class::By) && j > 0 && done(j - 1)
        };
        let verb = |j: &usize| whole(*j) || listed(doc, *j, &LINKED) && onto(j + 1);
        let mine = (behind..self.s.last.min(behind + 8))
            .take_while(|j| doc.is_word(*j) && !doc.has(*j, Class::Say) || verb(j))
            .take_while(|j| !self.bound.iter().any(|o| o.figure.first == *j))
            .find(verb)
            .map(|v| v + usize::from(!whole(v)));
        let gap = || {
            let earlier = (self.s.first..b.figure.first).rev().take(24).any(|j| verb(&j));
            (onto(behind) && earlier).then_some(behind)
        };
        mine.or_else(gap)
    }

    /// "Of the 107 deaths, 71 were laid to the army": the whole is nobody's.
    pub(crate) fn whole_of(&self, b: &Bound) -> bool {
        let opens = self.doc.has(self.s.first, Class::Of) || self.doc.is(self.s.first, "of the");
        let near = b.figure.first <= self.s.first + 3;
        let next =
            |o: &Bound| o.figure.first > b.figure.last && o.metric == b.metric && o.figure.low < b.figure.low;
        let by = |j: usize| self.doc.has(j, Class::By);
        let end = (b.figure.last..self.s.last).find(|j| !self.doc.is_word(*j)).unwrap_or(b.figure.last);
        self.english() && opens && near && self.bound.iter().any(next) && !(b.figure.last..end).any(by)
    }

    /// "The militia set two schools and 40 homes on fire": the subject of the verb before them.
    fn sets_alight(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let ends = matches!(doc.cue(cue), Some((Harm::Destroyed, _))) && role == Role::Subject;
        if !self.english() || !ends || cue < b.figure.last {
            return None;
        }
        let verb = (self.s.first + 1..b.figure.first)
            .rev()
            .take(14)
            .take_while(|j| !matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| listed(doc, *j, &SETS))?;
        if bind::is_passive(doc, self.s, verb) {
            return None;
        }
        let shouted = || (!doc.caps).then(|| self.led_actor(verb)).flatten();
        shouted().or_else(|| self.subject(verb, 0)).or_else(|| self.clause_subject(verb))
    }

    /// "IN VELL THE REBELS SET": the actor with an article right before the verb, where no capitals tell a place from a name.
    fn led_actor(&self, verb: usize) -> Option<Agent> {
        let doc = self.doc;
        let a = (self.s.first..verb)
            .rev()
            .take(5)
            .take_while(|j| doc.is_word(*j) && doc.cue(*j).is_none() && !doc.any(*j, ENDS))
            .find(|j| doc.any(*j, LED))?;
        (a + 1..verb).any(|j| doc.has(j, Class::Actor)).then_some(Agent::Words(a, verb))
    }

    /// "troops recaptured the embassy": the name ends before a verb and its article; "troops re-" is no name.
    pub(crate) fn before_verb(&self, a: usize, b: usize) -> usize {
        let doc = self.doc;
        let verb = |j: usize| doc.is_past(j) && !doc.is_name(j) && doc.any(j + 1, LED);
        let end = (a + 1..b.saturating_sub(1)).find(|j| verb(*j)).unwrap_or(b);
        let torn = end > a + 1
            && end < self.s.last
            && doc.words(end - 1, end + 1).contains('-')
            && listed(doc, end - 1, &["re", "counter", "over"]);
        end - usize::from(torn)
    }

    /// "In Anta and Vell the rebels killed": the place before them is no part of who they are.
    pub(crate) fn behind_place(&self, a: usize, b: usize) -> usize {
        let doc = self.doc;
        let placed = a > self.s.first && doc.has(a - 1, Class::In) && !doc.any(a, LED);
        let place = |j: usize| doc.is_name(j) || doc.has(j, Class::And) || !doc.caps && doc.unknown(j);
        let article = (a + 1..b).find(|j| doc.any(*j, LED));
        let acts = |k: usize| (k + 1..b).any(|j| self.acts(j));
        article.filter(|k| placed && (a..*k).all(place) && acts(*k)).unwrap_or(a)
    }

    /// "the deaths of two people, and injuries to five more": the second noun of harm has the doer of the first.
    pub(crate) fn joined_noun(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let own = |o: &Bound, c: usize| c < o.figure.first && matches!(doc.cue(c), Some((_, Role::Noun)));
        if !self.english() || role != Role::Noun || !own(b, cue) {
            return None;
        }
        let told = |o: &&Bound| o.metric.is_some() && o.figure.last <= cue;
        let before = self.bound.iter().rev().find(told)?;
        let end = before.noun.last.max(before.figure.last);
        let gap = end..cue;
        let little = Classes::of(&[Class::And, Class::Det, Class::Indef, Class::Other]);
        let joined = gap.len() <= 4
            && gap.clone().all(|j| doc.kind(j) == Kind::Comma || doc.any(j, little))
            && gap.clone().any(|j| doc.has(j, Class::And));
        (joined && before.cue.is_some_and(|c| own(before, c))).then(|| self.agent(before)).flatten()
    }

    /// Who attacks between `from` and `to`, by a verb that only an attacker is the subject of, or behind its "by".
    pub(crate) fn attacker_in(&self, from: usize, to: usize) -> Option<Agent> {
        let doc = self.doc;
        if !self.english() {
            return None;
        }
        let found = (from + 1..to).rev().find_map(|v| {
            if doc.any(v, Classes::of(&[Class::By, Class::From])) {
                let was = || (from..v - 1).rev().take(3).any(|j| doc.has(j, Class::Be));
                let deed =
                    listed(doc, v - 1, &ATTACKS) || listed(doc, v - 1, &["carried out", "hit", "struck"]);
                let done = doc.has(v, Class::By) && deed && was();
                let fire = cairn_fold::fold(doc.words(v.saturating_sub(2).max(from), v)).contains("under ");
                return if done || fire { self.actor(v + 1).map(|(a, b)| Agent::Words(a, b)) } else { None };
            }
            let strikes =
                listed(doc, v, &ATTACKS) || strikes(doc, v) || listed(doc, v, &["hit", "struck", "targeted"]);
            (strikes && !bind::is_passive(doc, self.s, v)).then(|| self.subject(v, 0))?
        });
        let Some(Agent::Words(a, b)) = self.somebody(found) else { return None };
        let acts = (a..b).any(|j| self.acts(j) || j > self.s.first && doc.is_name(j));
        (acts && a >= from && b <= to).then_some(Agent::Words(a, b))
    }

    /// "The convoy came under fire from rebels, and four drivers were killed": who attacks in the clause before.
    pub(crate) fn clause_before(&self, cue: usize, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let harmed = matches!(doc.cue(cue), Some((Harm::Killed | Harm::Injured | Harm::Missing, _)));
        if !self.english() || !harmed || cue < b.figure.last {
            return None;
        }
        let link = b.figure.first.checked_sub(1).filter(|j| *j > self.s.first + 3)?;
        let opens =
            matches!(doc.kind(link), Kind::Semicolon | Kind::Dash | Kind::Colon) || doc.has(link, Class::And);
        let bar = Classes::of(&[
            Class::By,
            Class::Event,
            Class::Hazard,
            Class::Cause,
            Class::When,
            Class::Relative,
            Class::Say,
            Class::Mutual,
        ]);
        let own = (b.figure.last..self.s.last).any(|j| doc.any(j, bar));
        // "…, the governor said, adding that 12 had been killed"
        let adds = doc.has(link, Class::That)
            && doc.has(link - 1, Class::SayOn)
            && doc.kind(link - 2) == Kind::Comma;
        let before = Classes::of(&[Class::Hazard, Class::Mutual]);
        let other = (self.s.first..link).any(|j| {
            (doc.any(j, before) || doc.has(j, Class::Say) && !adds) && !attacked_thing(doc, self.s, j)
        });
        if !(opens || adds) || own || other {
            return None;
        }
        let Agent::Words(x, y) = self.attacker_in(self.s.first, link)? else { return None };
        let victims = doc.words(b.figure.first, b.noun.last.max(b.figure.last));
        (!same_side(doc.words(x, y), victims)).then_some(Agent::Words(x, y))
    }

    /// "The air force says it struck 40 targets": the subject of the verb right before what is counted.
    pub(crate) fn struck_by(&self, b: &Bound) -> Option<Agent> {
        let verb = b.figure.first.checked_sub(1).filter(|v| self.english() && *v > self.s.first)?;
        let strikes = self.doc.has(verb, Class::Act) && !bind::is_passive(self.doc, self.s, verb);
        (strikes && b.metric == Some(Metric::Attacks)).then(|| self.subject(verb, 0))?
    }

    /// "were named among the dead by friends": who tells of them did not harm them.
    pub(crate) fn names_them(&self, by: usize) -> bool {
        let doc = self.doc;
        let head = |j: usize| matches!(doc.cue(j), Some((_, Role::Head)));
        let plain =
            |j: &usize| doc.is_word(*j) && !doc.has(*j, Class::Act) && (doc.cue(*j).is_none() || head(*j));
        let told = |j: &usize| listed(doc, *j, &NAMED) && doc.has(j.saturating_sub(1), Class::Be);
        let before = |j: &usize| *j > self.s.first && plain(j) || told(j);
        self.english() && (self.s.first..by).rev().take(7).take_while(before).any(|j| told(&j))
    }

    /// "Those that had gathered were shelled by NAME, resulting in": who stands behind the "by" of what was done.
    pub(crate) fn passive_before(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        let comma = v
            .checked_sub(1)
            .filter(|c| v < self.s.last && *c > self.s.first + 3 && doc.kind(*c) == Kind::Comma)?;
        let first = doc.words(v, v + 1).split(' ').next().unwrap_or_default();
        if !self.english() || !cairn_fold::fold(first).ends_with("ing") {
            return None;
        }
        let bar = Classes::of(&[Class::Say, Class::That, Class::Relative]);
        let by = (self.s.first + 3..comma)
            .rev()
            .take(14)
            .take_while(|j| (doc.is_word(*j) || doc.kind(*j) == Kind::Number) && !doc.any(*j, bar))
            .find(|j| doc.has(*j, Class::By))?;
        let deed = doc.has(by - 1, Class::Act) || matches!(doc.cue(by - 1), Some((_, Role::Part)));
        let again = (by + 1..comma)
            .any(|j| doc.has(j, Class::Act) && !doc.any(j, Classes::of(&[Class::Event, Class::Actor])));
        let was = doc.has(by - 2, Class::Be) || doc.is_adverb(by - 2) && doc.has(by - 3, Class::Be);
        let (x, y) = (deed && was && !again && self.inflicts(by)).then(|| self.actor(by + 1))??;
        Some(Agent::Words(x, y))
    }

    /// "A SABLE FRONT BOMBING": whose attack it is, where no capitals tell a name: unknown words before who acts, or words
    /// that the text has for somebody elsewhere.
    pub(crate) fn shouted_owner(&self, from: usize, event: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        if doc.caps || !self.english() || event <= from + 1 {
            return None;
        }
        if let Some(a) = (from..event - 1).find(|a| doc.is_titled(*a, event)) {
            return Some((a, event));
        }
        let head = (from + 1..event).find(|j| doc.has(*j, Class::Actor))?;
        let name = |j: usize| {
            let word = cairn_fold::fold(doc.words(j, j + 1));
            let plain = doc.unknown(j) || doc.is_demonym(j);
            plain && !doc.is_past(j) && !ADJECTIVES.iter().any(|e| word.ends_with(e))
        };
        let a = (from..head).rev().take_while(|j| name(*j)).last()?;
        Some((a, event))
    }

    /// "Norland carried out air strikes.": a name that opens its sentence, and a verb of attack.
    pub(crate) fn opening_attacker(&self, a: usize, b: usize, verb: usize) -> bool {
        let doc = self.doc;
        let name =
            a == self.s.first && b == a + 1 && doc.is_name(a) && doc.unknown(a) && !doc.is_placed(a, b);
        let mounts = listed(doc, verb, &["carried out", "launched", "conducted", "staged", "mounted"]);
        let event = (verb + 1..self.s.last.min(verb + 5)).any(|j| doc.has(j, Class::Event));
        self.english() && name && verb == b && (listed(doc, verb, &ATTACKS) || mounts && event)
    }

    /// "THE SABLE STAR BOMBED A BUS.": unknown words with an article, and a verb of attack, where no capitals tell a name.
    pub(crate) fn shouted_attacker(&self, a: usize, b: usize, verb: usize) -> bool {
        let doc = self.doc;
        let named =
            b > a + 1 && doc.has(a, Class::Det) && (a + 1..b).all(|j| doc.is_word(j) && doc.unknown(j));
        !doc.caps && self.english() && named && listed(doc, verb, &ATTACKS)
    }

    /// "The Front, which claims to defend the farmers, kidnapped 22": the name before the clause between commas.
    pub(crate) fn past_relative(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        let idle = Classes::of(&[Class::Have, Class::Skip]);
        let close = (self.s.first + 3..v).rev().take(3).find(|j| !doc.any(*j, idle))?;
        if !self.english() || doc.kind(close) != Kind::Comma {
            return None;
        }
        let which = |j: usize| listed(doc, j, &["who", "which", "whose"]) && doc.kind(j - 1) == Kind::Comma;
        let open = (self.s.first + 2..close)
            .rev()
            .take(REACH)
            .take_while(|j| !matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Quote))
            .find(|j| which(*j))?;
        let one = (open + 1..close).all(|j| doc.kind(j) != Kind::Comma);
        let (x, y) = self.subject_phrase(open - 1).filter(|_| one)?;
        let somebody = (x..y).any(|j| self.acts(j)) && !(x..y).any(|j| doc.has(j, Class::Event));
        somebody.then_some(Agent::Words(x, y))
    }

    /// "an artillery attack", "16 sniper incidents": with what, and not who.
    pub(crate) fn only_gear(&self, a: usize, b: usize) -> bool {
        let doc = self.doc;
        let event = |j: usize| doc.has(j, Class::Event) || doc.unit(j) == Some(Unit::Attack);
        let gear = |j: usize| event(j) || doc.any(j, LED) || j + 1 < b && listed(doc, j, &GEAR);
        (a..b).all(gear) && event(b - 1)
    }

    /// "Six days later NAME troops stormed": how much later it was.
    pub(crate) fn days_later(&self, a: usize, to: usize) -> Option<usize> {
        let doc = self.doc;
        let number = |j: usize| doc.kind(j) == Kind::Number || doc.any(j, COUNTED);
        let unit = |j: &usize| doc.has(*j, Class::TimeUnit) || listed(doc, *j, &UNITS);
        // "The next morning soldiers killed": the time of a clause.
        let next = a + 1 + usize::from(listed(doc, a + 1, &["next", "following", "same", "previous"]));
        let led = doc.any(a, Classes::of(&[Class::Det, Class::This])) || listed(doc, a, &["that"]);
        let part = next < to && (doc.has(next, Class::PartOfDay) || unit(&next));
        if self.english() && led && part && (next > a + 1 || !doc.has(a, Class::Det)) && next + 1 < to {
            return Some(next + 1);
        }
        let at = (a..to.min(a + 4)).find(unit)?;
        let counted =
            at > self.s.first && (a.min(at - 1)..at).any(number) || doc.words(at, at + 1).contains(' ');
        let later = at + 1;
        let told = later < to && listed(doc, later, &["later", "earlier", "afterwards", "before", "ago"]);
        (self.english() && counted && told).then_some(later + 1)
    }

    /// "fighting a Sable insurgency that has killed 400": a rising known by whose it is.
    fn rising(&self, cue: usize, role: Role) -> Option<Agent> {
        let doc = self.doc;
        let verb = matches!(role, Role::Part | Role::Active | Role::Free) && self.english();
        let idle = Classes::of(&[Class::Have, Class::Skip]);
        let which = (self.s.first + 2..cue)
            .rev()
            .take(24)
            .take_while(|j| verb && !matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| doc.is(*j, "that") || doc.is(*j, "which"))?;
        // Its own verb, or a second one: "that has killed 400 people and displaced 2,000".
        let first = (which + 1..cue + 1).find(|j| !doc.any(*j, idle) && !doc.is_adverb(*j))?;
        let own = first == cue || doc.cue(first).is_some();
        let bar = Classes::of(&[Class::Say, Class::Act, Class::By, Class::And]);
        let head = (self.s.first..which)
            .rev()
            .take(9)
            .take_while(|j| doc.is_word(*j) && !doc.any(*j, bar))
            .find(|j| listed(doc, *j, &RISINGS))?;
        let name =
            |j: usize| doc.is_word(j) && (doc.is_name(j) || doc.unknown(j) || doc.has(j, Class::Actor));
        let mut a = head;
        while a > self.s.first && head - a < 4 && name(a - 1) && !doc.any(a - 1, ENDS) {
            a -= 1;
        }
        let whose = (a..head).any(|j| doc.is_name(j) || doc.is_demonym(j) || doc.has(j, Class::Actor));
        let led = a > self.s.first && doc.any(a - 1, LED);
        (own && whose).then(|| Agent::Words(a - usize::from(led), head + 1))
    }
}

/// "The rebels attacked. Three rebels were killed", "four attackers": those who fell are those who attacked.
pub(crate) fn same_side(actor: &str, victims: &str) -> bool {
    const ATTACKERS: [&str; 8] =
        ["attackers", "attacker", "assailants", "assailant", "raiders", "bombers", "bomber", "hijackers"];
    const ARMED: [&str; 7] = ["soldiers", "soldier", "troops", "army", "military", "servicemen", "forces"];
    let words = |s: &str| -> Vec<String> { s.split_whitespace().map(cairn_fold::fold).collect() };
    let (actor, victims) = (words(actor), words(victims));
    let stem = |w: &str| w.trim_end_matches('s').to_owned();
    // "The army attacked, and 12 soldiers were killed": whose they were is not said.
    let armed = |w: &[String]| w.iter().any(|v| ARMED.contains(&v.as_str()));
    let unsaid = armed(&actor) && armed(&victims) && victims.len() <= 2;
    unsaid
        || victims.iter().any(|v| {
            ATTACKERS.contains(&v.as_str())
                || v.chars().count() > 3 && actor.iter().any(|a| stem(a) == stem(v))
        })
}

/// "struck the market", "hit the town": a verb of attack that has its article in it.
pub(crate) fn strikes(doc: &Doc<'_>, j: usize) -> bool {
    phrase::english(doc) && listed(doc, j, &["struck the", "hit the"])
}

/// Whether the hazard at `j` is only what somebody attacked or set off: "bombed a bus", "planted a bomb at the gate"; or the
/// shot one that aimed: "shot at a police post".
pub(crate) fn attacked_thing(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    if !phrase::english(doc) {
        return false;
    }
    if doc.is(j, "shot") {
        return doc.is(j + 1, "at");
    }
    let mine = listed(doc, j, &["mine", "mines", "landmine", "landmines"]);
    let weapon = (doc.unit(j) == Some(Unit::Munition) || listed(doc, j, &WEAPONS)) && !mine;
    if !weapon && !listed(doc, j, &TARGETS) {
        return false;
    }
    let small =
        |k: &usize| doc.is_word(*k) && !doc.any(*k, Classes::of(&[Class::In, Class::By, Class::From]));
    let verb = (s.first + 1..j)
        .rev()
        .take(5)
        .take_while(small)
        .find(|k| doc.has(*k, Class::Act) && !doc.has(*k, Class::Event) || strikes(doc, *k));
    let hurt = ["left", "crashed", "caused", "causing", "used"];
    let throws = |v: usize| !weapon || listed(doc, v, &THROWS);
    verb.is_some_and(|v| !bind::is_passive(doc, s, v) && !listed(doc, v, &hurt) && throws(v))
}
