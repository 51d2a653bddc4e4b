//! Who the text says did it: agents of passives, subjects of actives, owners of named attacks.

pub(crate) mod accuse;
pub(crate) mod case;
pub(crate) mod clause;
pub(crate) mod doer;
pub(crate) mod gapped;
pub(crate) mod issue;
pub(crate) mod owner;
pub(crate) mod prefixed_doer;
pub(crate) mod striker;

use crate::agent::clause::Past;
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::grammar::romance;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

/// The one held responsible, as found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agent {
    Words(usize, usize),
    /// "X says it has …": the speaker of the frame.
    Speaker,
}

pub(crate) struct Finder<'a, 'b> {
    pub doc: &'a Doc<'b>,
    pub s: Sentence,
    pub periods: &'a [Period],
    pub bound: &'a [Bound],
}

pub(crate) const ENDS: Classes = Classes::of(&[
    Class::Be,
    Class::Have,
    Class::Say,
    Class::That,
    Class::Relative,
    Class::According,
    Class::During,
    Class::Including,
    Class::Hedge,
    Class::Pronoun,
    Class::Since,
    Class::Until,
    Class::On,
    Class::Cause,
    Class::Act,
    Class::Stop,
]);

/// The longest subject, in lexemes.
const MAX_SUBJECT: usize = 24;
/// How far an agent may stand from its predicate.
pub(crate) const REACH: usize = 20;

impl Finder<'_, '_> {
    /// The agent of harm without a figure, whose verb is at `verb`.
    pub fn subject_of(&self, verb: usize) -> Option<Agent> {
        self.subject(verb, 0)
    }

    /// The agent of one bound figure.
    pub fn agent(&self, b: &Bound) -> Option<Agent> {
        let Some(cue) = b.cue else {
            let found = self.whose_attacks(b).or_else(|| self.striker(b)).or_else(|| self.struck_by(b))?;
            return Some(self.outside(found, b.figure.num)).filter(|w| !self.weapon(w));
        };
        let (harm, role) = self.doc.cue(cue).unwrap_or((Harm::Attacked, Role::Noun));
        if harm == Harm::Population || b.metric == Some(Metric::Population) {
            return None;
        }
        // "has lost four men": whom they lost they did not kill.
        if self.doc.has(cue, Class::Weak) && self.doc.has(cue, Class::Loss) {
            return None;
        }
        let lost = |j: usize| self.doc.has(j, Class::Loss);
        if self.strikes_anywhere() && (self.s.first..b.figure.first).any(lost) {
            return None;
        }
        // "a settlement hosting 370 families": who takes them in did not drive them out.
        if harm == Harm::Displaced && self.doc.is(cue, "hosting") || self.found_only(cue, harm) {
            return None;
        }
        if self.whole_of(b) {
            return None;
        }
        let tail = cue.max(b.noun.last.saturating_sub(1)) + 1;
        // "rescuers pulled 16 bodies from the ruins": who finds the dead did not kill them.
        if b.rule == "unit.body" {
            return self
                .accused_of(b)
                .or_else(|| self.by_agent(tail))
                .or_else(|| self.strikes_anywhere().then(|| self.when_clause(tail))?);
        }
        let weather = |a: usize, b: usize| {
            (a..b).any(|j| self.doc.has(j, Class::Hazard)) && !(a..b).any(|j| self.doc.has(j, Class::Actor))
        };
        // "Viviendas destruidas: 3"
        let counted =
            |a: usize, z: usize| b.noun.unit_at.is_some_and(|u| u < b.figure.first && (a..z).contains(&u));
        let nobody = |a: usize, b: usize| weather(a, b) || counted(a, b) || self.storm(a, b);
        let found =
            self.who(cue, role, b, tail).filter(|w| !matches!(w, Agent::Words(a, b) if nobody(*a, *b)))?;
        if self.of_a_later_clause(cue, found) {
            return None;
        }
        if self.tends(b) {
            return None;
        }
        let found = self.not_cited(found).and_then(|w| self.not_fired(w)).map(|w| self.plain_prefixed(w))?;
        self.somebody(Some(self.outside(found, b.figure.num)).filter(|w| !self.weapon(w)))
    }

    fn who(&self, cue: usize, role: Role, b: &Bound, tail: usize) -> Option<Agent> {
        // "16 by settlers and four by soldiers", "killed by soldiers this year: 63"
        if let Some(agent) = self.by_deed(cue, role, b) {
            return Some(agent);
        }
        let own = if cue < b.figure.first { cue + 1 } else { b.noun.last };
        if let Some(agent) = self.unspoken_verb(b).or_else(|| self.where_acts(cue, role, b)) {
            return Some(agent);
        }
        if let Some(by) = self.gapped_by(cue, b) {
            return self.actor(by + 1).map(|(a, b)| Agent::Words(a, b));
        }
        if self.has(own, Class::By)
            && !(self.english() && self.unharming(own))
            && let Some((a, b)) = self.actor(own + 1)
        {
            return Some(Agent::Words(a, b));
        }
        if let Some(agent) =
            self.antecedent_acts(cue).or_else(|| self.first_predicate(b)).or_else(|| self.of_participle(cue))
        {
            return Some(agent);
        }
        let part = self.part_by(b);
        if let Some((a, b)) = part.and_then(|by| self.actor(by + 1)) {
            return Some(Agent::Words(a, b));
        }
        // "מחבל דקר שלושה ונורה בידי שוטר": a verb with its object has its subject before it.
        if let Some(agent) = self.by_between(b, cue).or_else(|| self.imposes(cue, role)) {
            return Some(agent);
        }
        let doer = if self.doc.lex.profile.capitals { None } else { self.killer(b) };
        doer.or_else(|| self.on_charge(cue))
            .or_else(|| self.accused_of(b))
            .or_else(|| self.responsible_for(b))
            .or_else(|| self.by_agent(tail).map(|by| self.own_subject(cue, role, b).unwrap_or(by)))
            .or_else(|| self.instrumental(cue, b))
            .or_else(|| self.verb_first(cue, role, b))
            .or_else(|| self.fires(cue, b).or_else(|| self.holder(cue, role, b)))
            .or_else(|| self.joined_verb(cue, role, b).or_else(|| self.written_object(cue, role, b)))
            .or_else(|| self.actor_first(cue, role, b))
            .or_else(|| self.active(cue, role, b))
            .or_else(|| self.involved(b))
            .or_else(|| self.own_deed(cue, b))
            .or_else(|| self.causing(b))
            .or_else(|| self.possessor(cue, role).or_else(|| self.resulting(cue.min(b.figure.first))))
            .or_else(|| self.outcome(b))
            .or_else(|| self.attacked_before(b))
            .or_else(|| self.deed(cue, role))
            .or_else(|| self.event_owner(tail))
            .or_else(|| self.when_clause(tail))
            .or_else(|| self.event_between(cue, b.figure.first))
            .or_else(|| self.event_before(cue.min(b.figure.first)))
            .or_else(|| self.blamed_after(tail))
            .or_else(|| self.owning())
            .or_else(|| self.whose_attacks(b))
            .or_else(|| self.by_opening(cue.min(b.figure.first)))
            .or_else(|| self.striker(b))
            .or_else(|| self.agreeing(b))
            .or_else(|| self.of_clause(b).or_else(|| self.ours(b)).or_else(|| self.verbal_noun(b)))
            .or_else(|| self.struck(b))
            .or_else(|| {
                self.these_attacks(b)
                    .or_else(|| self.opening_attack(b))
                    .or_else(|| self.goes_on_acting(cue, role, b))
            })
            .or_else(|| self.they(cue, role, b).or_else(|| self.launcher(b)))
            .or_else(|| self.listed_with(b).or_else(|| self.by_case(cue, b)))
            .or_else(|| self.joined_noun(cue, role, b))
            .or_else(|| self.clause_before(cue, b))
    }

    /// "… by NAME" behind the predicate, before the next clause.
    pub(crate) fn by_agent(&self, from: usize) -> Option<Agent> {
        let limit = self.s.last.min(from + REACH);
        for i in from..limit {
            // "the raid that was flown by", "التي شنها": the relative clause names the agent at once.
            // "the bodies of 12 who had been shot by": the clause only says how.
            let names = self.doc.has(i, Class::Relative)
                && (self.has(i + 1, Class::By)
                    || self.doc.lex.profile.bare_plurals
                        && (i + 1..limit.min(i + 3)).any(|j| self.doc.any(j, Classes::of(&[Class::Be]))));
            if matches!(self.doc.kind(i), Kind::Semicolon | Kind::Stop)
                || self.doc.any(i, Classes::of(&[Class::Say, Class::Relative])) && !names
            {
                return None;
            }
            let other = |b: &Bound| {
                let attacks = self.doc.lex.profile.bare_plurals && b.metric == Some(Metric::Attacks);
                let used =
                    attacks || matches!(b.metric, Some(Metric::MunitionsCount | Metric::MunitionsMass));
                b.metric.is_some()
                    && !used
                    && b.cue.is_some_and(|c| c >= from && c < i)
                    && b.part_of.is_none()
                    && b.figure.num > from
            };
            // "63 killings, 40 of them at the hands of": what follows a part is about the part.
            // A comma behind the part closes it: "12 people, 3 children among them, by soldiers".
            let closed =
                |b: &Bound| (b.noun.last..i).any(|j| matches!(self.doc.kind(j), Kind::Comma | Kind::Close));
            let by = self.doc.has(i, Class::By);
            let own = |b: &Bound| b.cue.is_some_and(|c| b.figure.num < c && c < i);
            let part = |b: &Bound| {
                by && b.part_of.is_some()
                    && from <= b.figure.num
                    && b.figure.num < i
                    && (own(b) || !closed(b))
            };
            // "16 were killed and 187 injured by": the agent of the second is that of the first.
            let joined = |b: &Bound| {
                let verbs = b.cue.is_some_and(|c| {
                    !self.doc.lex.profile.capitals
                        && c > from
                        && c < b.figure.first
                        && self.doc.has(c - 1, Class::And)
                        && (from..c - 1).all(|j| self.doc.kind(j) == Kind::Comma)
                });
                let nouns = b.figure.first == from + 1 && self.doc.has(from, Class::And);
                (nouns || verbs) && b.cue.is_some_and(|c| c < i)
            };
            if self.bound.iter().any(|b| (other(b) || part(b)) && !joined(b)) {
                return None;
            }
            let told = || {
                crate::attribute::telling(self.doc, self.s, i)
                    || crate::attribute::issued::cited(self.doc, self.s, i)
            };
            if self.doc.has(i, Class::By) && told() {
                return None;
            }
            // "one died, one was murdered by": the verb behind the comma has the agent.
            let comma = (from..i).find(|j| self.doc.kind(*j) == Kind::Comma);
            let verb = |j: usize| matches!(self.doc.cue(j), Some((_, Role::Free)));
            if self.doc.has(i, Class::By)
                && !self.doc.lex.profile.capitals
                && comma.is_some_and(|c| (c..i).any(verb) && (c + 1..i).any(|j| self.doc.has(j, Class::Lone)))
            {
                return None;
            }
            if self.doc.has(i, Class::By) {
                // "imposed …, supported by": another verb's agent.
                // "treatment by the army": a noun before it is no verb; "looted and mined by" is the same one's.
                let past = self.doc.is_past(i.saturating_sub(1)) || self.short(i - 1);
                let english = !self.doc.lex.profile.past_endings.is_empty();
                let joined = i > from + 1 && self.doc.has(i - 2, Class::And);
                let led = (from.max(i.saturating_sub(3))..i.saturating_sub(1))
                    .any(|j| self.doc.any(j, Classes::of(&[Class::Indef, Class::Det])));
                let verb = match (self.doc.caps, english) {
                    (true, true) => past && !joined,
                    (true, false) => true,
                    (false, _) => self.doc.lex.profile.capitals && past && !joined,
                };
                let strange = i > from
                    && verb
                    && self.doc.unknown(i - 1)
                    && !self.doc.is_name(i - 1)
                    && self.doc.is_word(i - 1)
                    && !(i > from + 1
                        && led
                        && self.doc.caps
                        && (!english || self.doc.has(i - 3, Class::And) || self.doc.has(i - 2, Class::Be)));
                if english && self.of_another(i, from, joined) {
                    continue;
                }
                if strange && !self.being(i) || self.apposed_by(from, i) {
                    return None;
                }
                if self.owner_behind(i, limit) {
                    continue;
                }
                let lead = i + 1 < limit && !self.doc.caps && self.doc.has(i + 1, Class::Of);
                let whose = self.actor(i + 1 + usize::from(lead)).or_else(|| self.placed_by(i));
                return whose.map(|(a, b)| Agent::Words(a, b));
            }
        }
        None
    }

    /// An actor's name beginning at `a`.
    pub(crate) fn actor(&self, a: usize) -> Option<(usize, usize)> {
        let mut b = a;
        let mut substance = false;
        let mut event = None;
        let mut strange = 0;
        if self.fire_at(a) || crate::grammar::dropped::to_do(self.doc, a) {
            return None;
        }
        while b < self.s.last && b < a + 14 && !self.periods.iter().any(|p| p.first == b) {
            match self.doc.kind(b) {
                Kind::Word | Kind::Possessive | Kind::Quote => {}
                // "by 14 armed men"
                Kind::Number
                    if b == a || self.doc.any(b - 1, Classes::of(&[Class::About, Class::AtLeast])) => {}
                Kind::Open if self.doc.is_name((b + 1).min(self.s.last - 1)) && b > a => {
                    let close = (b..self.s.last.min(b + 4)).find(|k| self.doc.kind(*k) == Kind::Close);
                    let Some(close) = close else { break };
                    b = close + 1;
                    continue;
                }
                Kind::Stop if b > a && b + 1 < self.s.last && self.doc.kind(b + 1) == Kind::Quote => {}
                _ => break,
            }
            // "by alleged rebels"
            let alleged = self.doc.has(b, Class::Hedge) && !self.doc.has(b, Class::Be) && !substance;
            if let Some(next) = self.for_the(a, b) {
                b = next;
                continue;
            }
            if self.doc.any(b, ENDS) && !alleged
                || b > a
                    && self.doc.any(
                        b,
                        Classes::of(&[Class::In, Class::By, Class::From, Class::To, Class::Preposition]),
                    )
            {
                break;
            }
            // "fighters from the Battalion of …" are named by it.
            let named = b + 1 < self.s.last
                && !self.doc.lex.profile.capitals
                && self.doc.has(b + 1, Class::Actor)
                && !self.doc.lexemes[b + 1].glued;
            if b > a && !self.doc.caps && substance && self.doc.has(b, Class::Of) && !named {
                break;
            }
            if self.doc.cue(b).is_some() && self.doc.unit(b).is_none() {
                break;
            }
            if self.doc.has(b, Class::And) && !self.actor_like(b + 1) {
                break;
            }
            // "by the Sable intelligence the night before": a second article begins another phrase.
            let led = b > a && self.doc.any(b - 1, Classes::of(&[Class::Of, Class::And]));
            let named = b > a && (self.doc.is(b - 1, "called") || self.doc.is(b - 1, "named"));
            let second = self.doc.lex.profile.bare_plurals && self.doc.is(b, "the") && !led && !named;
            if substance && b > a && (second || self.doc.is_adverb(b)) {
                break;
            }
            // "قصف الاحتلال الإسرائيلي خيمة": the definite name ends before an indefinite noun.
            if substance && self.indefinite_behind(b) {
                break;
            }
            // "by Westland targeting a house"
            if b > a && substance && self.doc.unknown(b) && self.progressive(b) && !self.doc.is_name(b) {
                break;
            }
            if self.doc.has(b, Class::Event) && event.is_none() {
                event = Some(b);
            }
            if substance && !self.doc.lex.profile.capitals && self.doc.has(b, Class::Skip) {
                break;
            }
            // Without capitals a name is told from what follows it by its length alone.
            strange = if self.doc.unknown(b) { strange + 1 } else { 0 };
            if strange > 3 && !self.doc.lex.profile.capitals {
                b -= 2;
                break;
            }
            substance |= self.actor_like(b);
            b += 1;
        }
        if let Some(event) = event {
            return self.owner_of(event);
        }
        // "por el corte del puente de NAME": what is done is nobody.
        let pass = Classes::of(&[Class::Det, Class::Indef, Class::Skip, Class::Of]);
        let head = (a..b).find(|j| !self.doc.any(*j, pass) && self.doc.is_word(*j));
        let nobody = head.is_some_and(|h| {
            self.doc.caps
                && self.doc.unknown(h)
                && !self.doc.is_name(h)
                && (h + 1..b)
                    .find(|j| self.doc.has(*j, Class::Of) || self.actor_like(*j))
                    .is_some_and(|j| self.doc.has(j, Class::Of))
        });
        if nobody {
            return None;
        }
        let tail = Classes::of(&[Class::And, Class::Det, Class::Of, Class::Skip, Class::When]);
        while b > a && (self.doc.any(b - 1, tail)) {
            b -= 1;
        }
        // "por el Día de la Madre"
        let timed = (a..b.min(a + 2)).any(|j| self.doc.has(j, Class::TimeUnit));
        (substance && b > a && !timed).then_some((a, b))
    }

    pub(crate) fn actor_like(&self, i: usize) -> bool {
        // "Flash floods": the capital of a sentence makes no name of a word before a plain noun.
        let opening =
            i == self.s.first && self.has_plain_noun(i + 1) && self.doc.unknown(i) && !self.doc.is_demonym(i);
        i < self.s.last
            && !opening
            && (self.doc.is_name(i)
                && !self.doc.any(
                    i,
                    Classes::of(&[
                        Class::Month,
                        Class::Weekday,
                        Class::Det,
                        Class::Indef,
                        Class::Skip,
                        Class::This,
                        Class::In,
                        Class::On,
                        Class::Vague,
                        Class::Many,
                    ]),
                )
                || self.doc.any(i, Classes::of(&[Class::Actor, Class::Org]))
                || matches!(self.doc.unit(i), Some(Unit::Group))
                || !self.doc.caps && self.doc.is_word(i) && self.doc.unknown(i))
    }

    /// Subject of an active predicate.
    pub(crate) fn active(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let active = match role {
            Role::Active => true,
            Role::Part if b.noun.cue == Some(cue) && cue >= b.figure.last => false,
            // "187 leaders murdered": a participle behind its own noun.
            Role::Part
                if cue >= b.noun.last
                    && b.figure.last <= b.noun.last
                    && !bind::is_active(self.doc, self.s, self.bound, cue) =>
            {
                false
            }
            Role::Part => {
                bind::is_active(self.doc, self.s, self.bound, cue)
                    || self.doc.lex.profile.verb_first && !bind::is_passive(self.doc, self.s, cue)
            }
            // "مسلحون قتلوا 14": an actor right before the verb and its object right behind.
            Role::Free => {
                let mut before = cue;
                while before > self.s.first
                    && self.doc.any(before - 1, Classes::of(&[Class::Be, Class::Have, Class::Skip]))
                {
                    before -= 1;
                }
                !self.doc.caps
                    && cue + 1 == b.figure.first
                    && before > self.s.first
                    && self.doc.has(before - 1, Class::Actor)
            }
            Role::Subject | Role::Presence => {
                matches!(self.doc.cue(cue), Some((Harm::Abducted | Harm::AccessDenied, _)))
            }
            _ => false,
        };
        let verb = match role {
            // "took … hostage": the verb stands before the victims.
            Role::Subject => (self.s.first..cue)
                .rev()
                .take(10)
                .take_while(|j| !self.doc.has(*j, Class::Relative))
                .find(|j| self.doc.has(*j, Class::Act))?,
            _ => cue,
        };
        // "X claimed that gunmen took the hill, killed an officer, and …": the clause behind "that" has its own subject.
        let joined = verb > self.s.first
            && (self.doc.kind(verb - 1) == Kind::Comma || self.doc.has(verb - 1, Class::And))
            && (self.s.first..verb).any(|j| self.doc.has(j, Class::That));
        let clause = || joined.then(|| self.clause_subject(verb)).flatten();
        active
            .then(|| {
                self.kept_from(verb)
                    .or_else(clause)
                    .or_else(|| self.reported_subject(verb))
                    .or_else(|| self.subject(verb, 0))
                    .or_else(|| self.clause_subject(verb))
                    .or_else(|| self.captor(verb))
            })
            .flatten()
    }

    /// The subject of the verb at `v`; through coordination and participles to the verb they hang on.
    pub(crate) fn subject(&self, v: usize, depth: u8) -> Option<Agent> {
        let first = self.s.first;
        if depth > 4 || v <= first {
            return None;
        }
        let joined = match self.past_asides(v, depth) {
            Past::Nobody => return None,
            Past::Found(agent) => return Some(agent),
            Past::Joined => true,
            Past::Plain => false,
        };
        let mut j = v - 1;
        let mut passive = false;
        // "y los fusilaron": the weak pronoun before the verb is its object.
        if j > first && crate::grammar::dropped::clitic(self.doc, j, v) {
            j -= 1;
        }
        let timed = |j: usize| self.periods.iter().any(|p| p.first <= j && j < p.last);
        while j > first
            && (self.doc.any(j, Classes::of(&[Class::Have, Class::Skip, Class::Be, Class::Not])) || timed(j))
        {
            passive |= self.doc.has(j, Class::Be);
            j -= 1;
        }
        j = self.before_aside(j);
        // "the house was hit by …, killing": the agent of the passive.
        if passive && let Some(agent) = self.by_agent(v + 1) {
            return Some(agent);
        }
        // "grenades were hurled at …, injuring": what was done to them they did not do.
        if passive && depth > 0 && !self.doc.lex.profile.verb_first && !self.progressive(v) {
            return None;
        }
        // "the Sable Front, which since May has fired": the name before the relative.
        let which = (first..=j).rev().take(6).find(|k| {
            !self.periods.iter().any(|p| p.first <= *k && *k < p.last)
                && !self.doc.any(*k, Classes::of(&[Class::Since, Class::Det]))
        });
        if let Some(which) = which.filter(|k| {
            self.doc.has(*k, Class::Relative)
                || self.doc.has(*k, Class::That)
                    && *k > first
                    && (self.doc.kind(*k - 1) == Kind::Comma || self.doc.has(*k - 1, Class::Actor))
        }) && which > first + 1
        {
            let mut end = which - usize::from(self.doc.kind(which - 1) == Kind::Comma);
            end -= usize::from(end > first && self.doc.kind(end - 1) == Kind::Quote);
            let near = |(a, b): (usize, usize)| {
                let det = Classes::of(&[Class::Det, Class::Indef]);
                let last = (a + 1..b.saturating_sub(1)).rev().find(|k| {
                    self.doc.caps && self.doc.any(*k, det) && (k + 1..b).any(|n| self.actor_like(n))
                });
                (last.filter(|_| b - a > 5).unwrap_or(a), b)
            };
            let named = self
                .subject_phrase(end)
                .filter(|(a, b)| (*a..*b).any(|k| self.doc.has(k, Class::Actor)) || self.named_by(*a))
                .map(near);
            return named.map(|(a, b)| Agent::Words(a, b)).or_else(|| self.left_by(which));
        }
        if self.doc.has(j, Class::Pronoun) {
            return self.antecedent(j);
        }
        // "the flood that killed 80": what stands before "that" did it, and a thing is nobody.
        if self.doc.lex.profile.bare_plurals && self.doc.has(j, Class::That) && j > first {
            // "shots the day before that killed three"
            let time = self.periods.iter().find(|p| p.first < j && j <= p.last && p.first > first);
            let before = time.map_or(j, |p| p.first) - 1;
            if let Some(event) = self.event_at(before) {
                return self.owner_of(event).map(|(a, b)| Agent::Words(a, b));
            }
            // "they set off the devices that wounded two": the object of a deed leads back to its doer.
            let object = (first..before)
                .rev()
                .find(|k| !self.doc.any(*k, Classes::of(&[Class::Det, Class::Indef])))
                .is_some_and(|k| self.doc.has(k, Class::Act));
            let thing = self.doc.has(before, Class::Hazard) && !object;
            if thing || self.doc.unknown(before) && !self.doc.is_name(before) {
                return None;
            }
        }
        // "la ofensiva que dejó 18 muertos": whose offensive.
        if self.doc.lex.profile.verb_first && self.doc.caps && self.doc.has(j, Class::That) {
            let event = (first.max(j.saturating_sub(4))..j).rev().find(|k| self.doc.has(*k, Class::Event));
            if let Some(event) = event {
                return self.owner_of(event).map(|(a, b)| Agent::Words(a, b));
            }
        }
        let linked = joined || matches!(self.doc.kind(j), Kind::Comma) || self.doc.has(j, Class::And);
        // "“armed groups” killed four": words held at a distance are a subject too.
        let does = depth == 0 && self.gerund(v);
        if !linked && !does && (self.doc.is_word(j) || self.doc.kind(j) == Kind::Quote && self.doc.caps) {
            let phrase = self
                .subject_phrase(j + 1)
                .filter(|(a, _)| !self.after_preposition(*a) && !self.is_object(*a, v));
            if let Some((a, b)) = phrase {
                if let Some(which) = self.object_within(a) {
                    return self.relative_head(which);
                }
                if let Some(event) = (a..b).find(|k| self.doc.has(*k, Class::Event)) {
                    return self.owner_of(event).map(|(a, b)| Agent::Words(a, b));
                }
                return Some(Agent::Words(a, b));
            }
        }
        // "that debris had injured two": a subject that is nobody.
        if !linked && self.thing_acts(j) {
            return None;
        }
        // "…, while a bomb killed five": what another clause tells is not its doing.
        let clause = (first + 1..=j).rfind(|k| self.doc.lex.profile.bare_plurals && self.doc.is(*k, "while"));
        if clause.is_some_and(|w| !linked && self.doc.kind(w - 1) == Kind::Comma) {
            return None;
        }
        let verb = (first..=j).rev().find(|k| {
            self.doc.has(*k, Class::Act)
                || linked && self.doc.has(j, Class::And) && self.does(*k)
                || matches!(self.doc.cue(*k), Some((h, Role::Active | Role::Presence)) if h != Harm::Excluded)
                || matches!(self.doc.cue(*k), Some((_, Role::Part)))
                    && !crate::grammar::romance::here(self.doc)
                    && bind::is_active(self.doc, self.s, self.bound, *k)
        });
        match verb {
            Some(k) => self.subject(k, depth + 1),
            None => self.opening_subject(),
        }
    }

    /// The noun phrase that ends at `end`, back to the start of its clause.
    pub(crate) fn subject_phrase(&self, end: usize) -> Option<(usize, usize)> {
        let mut a = end;
        while a > self.s.first && end - a < MAX_SUBJECT {
            let j = a - 1;
            // "захватчики и их сообщники"
            let theirs = self.doc.has(j, Class::Pronoun)
                && self.doc.lex.profile.head_first
                && self.doc.caps
                && j > self.s.first
                && self.doc.has(j - 1, Class::And)
                && self.actor_like(j + 1);
            // "Una columna de unos 80 guerrilleros"
            let counted = a < end && j > self.s.first && crate::grammar::dropped::number_within(self.doc, j);
            let bar = !theirs
                && !counted
                && (!matches!(
                    self.doc.kind(j),
                    Kind::Word | Kind::Possessive | Kind::Quote | Kind::Close | Kind::Open | Kind::Code
                ) || self.doc.any(j, ENDS) && !(a < end && romance::alleged(self.doc, j))
                    || self.periods.iter().any(|p| p.first <= j && j < p.last)
                    || self.doc.cue(j).is_some() && self.doc.unit(j).is_none());
            if bar {
                break;
            }
            a = j;
        }
        // "Bombardeo de la aviación mata a seis": the event is the head of its phrase.
        a -= usize::from(romance::of_event(self.doc, self.s, a, end));
        // "gunmen believed to belong to NAME attacked": the noun before what is believed of them.
        if self.doc.caps && a > self.s.first + 1 && a < end && self.doc.has(a, Class::To) {
            let believed = self.doc.any(a - 1, Classes::of(&[Class::Hedge, Class::Say]));
            return if believed { self.subject_phrase(a - 1) } else { None };
        }
        while a < end
            && self.doc.any(
                a,
                Classes::of(&[
                    Class::And,
                    Class::Skip,
                    Class::That,
                    Class::In,
                    Class::From,
                    Class::By,
                    Class::PartOfDay,
                ]),
            )
        {
            a += 1;
        }
        a = self.days_later(a, end).unwrap_or(a);
        // "В первый день полицейские задержали": the day is no part of them.
        let day = |j: usize| self.doc.has(j, Class::TimeUnit) && self.doc.lex.profile.head_first;
        a = (a..end).rev().find(|j| day(*j)).map_or(a, |j| j + 1);
        let b = self.cut_tail(a, end);
        if a < b && self.doc.any(a, Classes::of(&[Class::Zero, Class::Not])) {
            return None;
        }
        (a..b).any(|j| self.actor_like(j) || self.doc.has(j, Class::Event)).then_some((a, b))
    }
}
