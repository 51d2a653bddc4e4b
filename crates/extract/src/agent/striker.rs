//! Who strikes, where verbs and owners stand in any order: the subject of the verb of attack from which the harm follows,
//! and the adjective of belonging that stands with an attack.

use crate::agent::{Agent, ENDS, Finder};
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

/// The longest name of an actor, in lexemes.
const LONGEST: usize = 9;

/// How far back from the harm its verb of attack may stand.
const REACH: usize = 45;

/// What ends the name of an actor that stands behind its verb.
const CLOSES: Classes = Classes::of(&[
    Class::In,
    Class::On,
    Class::Onto,
    Class::By,
    Class::During,
    Class::And,
    Class::Num,
    Class::Including,
    Class::PlaceNoun,
    Class::Event,
    Class::AtLeast,
    Class::About,
    Class::Vague,
    Class::Many,
    Class::Preposition,
]);

impl Finder<'_, '_> {
    /// Scripts without capitals, and languages that mark the subject by its ending.
    pub(crate) fn strikes_anywhere(&self) -> bool {
        !self.doc.lex.profile.capitals || self.doc.lex.profile.head_first
    }

    /// The subject of the nearest verb of attack before the figure, or of the verb of harm itself.
    pub(crate) fn striker(&self, b: &Bound) -> Option<Agent> {
        if !self.strikes_anywhere() {
            return None;
        }
        let at = b.cue.unwrap_or(b.figure.first).min(b.figure.first);
        self.killer(b).or_else(|| self.attacker(b.figure.first)).or_else(|| self.led_to(at))
    }

    /// "a drone hit the bus": a weapon without an owner is nobody.
    pub(crate) fn weapon(&self, agent: &Agent) -> bool {
        let Agent::Words(a, b) = *agent else { return false };
        let plain = Classes::of(&[Class::Det, Class::Vague, Class::Many, Class::Indef, Class::Num]);
        let thing = |j: usize| self.doc.unit(j) == Some(Unit::Munition) || self.doc.any(j, plain);
        // "רימון גז מדמיע": what kind of weapon it is.
        let kind = |j: usize| {
            !self.doc.caps && j > a && self.doc.is_word(j) && self.doc.unknown(j) && !self.doc.is_demonym(j)
        };
        self.strikes_anywhere() && thing(a) && (a..b).all(|j| thing(j) || kind(j))
    }

    /// The agent without the figure that counts its attacks: "غارتين نورلانديتين" is two, and whose.
    pub(crate) fn outside(&self, agent: Agent, figure: usize) -> Agent {
        match agent {
            Agent::Words(a, b) if a == figure && b > a + 1 && self.doc.unit(figure) == Some(Unit::Attack) => {
                Agent::Words(a + 1, b)
            }
            other => other,
        }
    }

    /// "41 of them by soldiers", "41 – by soldiers": the agent's "by" behind a part.
    pub(crate) fn part_by(&self, b: &Bound) -> Option<usize> {
        b.part_of?;
        // "of which 71 were linked to the army"
        if let Some(to) = self.laid_to(b) {
            return Some(to);
        }
        let mut by = b.noun.last.max(b.figure.last);
        let limit = self.s.last.min(by + 2);
        while by < limit && (self.doc.kind(by) == Kind::Dash || self.doc.has(by, Class::Including)) {
            by += 1;
        }
        // "58 нанесли силы NAME": the verb and its subject behind it.
        let verb = self.strikes_anywhere()
            && by + 1 < self.s.last
            && (self.doc.has(by, Class::Act) || matches!(self.doc.cue(by), Some((Harm::Launched, _))))
            && (by + 1..self.s.last.min(by + 3)).any(|j| self.doc.has(j, Class::Actor));
        (self.has(by, Class::By) || verb).then_some(by)
    }

    /// "100 were killed by the rebels and 55 by the army": the "by" of a figure that shares the verb before it.
    pub(crate) fn gapped_by(&self, cue: usize, b: &Bound) -> Option<usize> {
        let behind = b.noun.last.max(b.figure.last);
        let shared = self.doc.caps && cue + 2 < b.figure.first && self.has(cue + 1, Class::By);
        (shared && self.has(behind, Class::By)).then_some(behind)
    }

    /// "От действий армии пострадали": the agent opens the sentence.
    pub(crate) fn by_opening(&self, to: usize) -> Option<Agent> {
        let by = self.s.first;
        let led = self.strikes_anywhere() && by + 1 < to && self.has(by, Class::By);
        let (a, b) = led.then(|| self.actor(by + 1))??;
        (b <= to).then_some(Agent::Words(a, b))
    }

    /// "понад 50 ракет застосувала NAME": the subject behind a verb that stands behind its object.
    pub(crate) fn fires(&self, cue: usize, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let inverted = doc.lex.profile.head_first
            && matches!(doc.cue(cue), Some((Harm::Launched | Harm::Attacked, _)))
            && b.noun.last <= cue
            && !bind::is_passive(doc, self.s, cue);
        let name = |j: &usize| doc.is_word(*j) && doc.is_name(*j) && doc.unknown(*j) && !self.timed(*j);
        let end = (cue + 1..self.s.last).find(|j| !name(j)).unwrap_or(self.s.last);
        (inverted && end > cue + 1 && end - cue <= LONGEST).then_some(Agent::Words(cue + 1, end))
    }

    /// "who attacks" before `at`, in the same sentence.
    fn attacker(&self, at: usize) -> Option<Agent> {
        let from = self.s.first.max(at.saturating_sub(REACH));
        for v in (from..at).rev() {
            let stops = matches!(self.doc.kind(v), Kind::Semicolon | Kind::Stop | Kind::Colon)
                || self.doc.any(v, Classes::of(&[Class::Say, Class::Compare]));
            if stops {
                return None;
            }
            let strikes = self.doc.has(v, Class::Act)
                || matches!(self.doc.cue(v), Some((Harm::Launched | Harm::Destroyed, Role::Free)))
                || matches!(self.doc.cue(v), Some((_, Role::Active)));
            if !strikes || bind::is_passive(self.doc, self.s, v) || self.only_arrests(v) {
                continue;
            }
            // "تقوم الشرطة بتسهيل العبور": it does something, and no harm.
            let does = |w: &str| ["قام", "قامت", "قاموا", "يقوم", "تقوم", "يقومون"].contains(&w);
            let harm = |j: usize| self.doc.has(j, Class::Event) || self.doc.cue(j).is_some();
            if does(self.doc.words(v, v + 1)) && !(v + 1..at.min(v + 8)).any(harm) {
                continue;
            }
            let launched = matches!(self.doc.cue(v), Some((Harm::Launched, _)));
            let named = || launched.then(|| self.named_subject(v)).flatten();
            if let Some((a, b)) = self.behind(v).or_else(|| self.ahead(v)).or_else(named) {
                return Some(Agent::Words(a, b));
            }
        }
        None
    }

    /// "قصفت مدفعية الجيش": the subject right behind its verb, where there are no capitals.
    fn behind(&self, v: usize) -> Option<(usize, usize)> {
        if self.doc.lex.profile.capitals {
            return None;
        }
        let mut a = v + 1;
        while a < self.s.last && (self.doc.has(a, Class::Skip) || self.timed(a)) {
            a += 1;
        }
        let head = a + usize::from(a + 1 < self.s.last && self.doc.has(a, Class::Det));
        if head >= self.s.last || !self.doc.has(head, Class::Actor) || self.counted(head) {
            return None;
        }
        let end = self.name_end(head);
        Some((a, end))
    }

    /// "أن المستوطنين أحرقوا", "боевики захватили": the subject right before its verb, at the start of its clause.
    pub(crate) fn ahead(&self, v: usize) -> Option<(usize, usize)> {
        let mut end = v;
        let pass = Classes::of(&[Class::Skip, Class::Have, Class::Not, Class::Relative]);
        while end > self.s.first && (self.doc.any(end - 1, pass) || self.timed(end - 1)) {
            end -= 1;
        }
        let (a, b) = self.subject_phrase(end)?;
        let opens = a == self.s.first
            || !self.doc.is_word(a - 1)
            || self.timed(a - 1)
            || self.doc.any(
                a - 1,
                Classes::of(&[Class::That, Class::When, Class::And, Class::Skip, Class::Cause, Class::Det]),
            );
        // The head is who acts, not the last word of something else.
        let reach = if self.doc.lex.profile.capitals { b } else { b.min(a + 2) };
        let acts = (a..reach).any(|j| {
            let nation = self.doc.lex.profile.head_first && self.doc.is_demonym(j);
            (self.doc.has(j, Class::Actor) || nation) && !self.counted(j)
        });
        let event = (a..b).any(|j| self.doc.has(j, Class::Event));
        (opens && acts && !event && b - a <= LONGEST).then_some((a, b))
    }

    /// "норландці вбили трьох": a plain plural right before a verb of killing and its object, whoever they are.
    pub(crate) fn killer(&self, b: &Bound) -> Option<Agent> {
        let cue = b.cue?;
        // Who finds the dead did not kill them.
        if matches!(self.doc.cue(cue), Some((Harm::Recovered | Harm::Excluded, _))) {
            return None;
        }
        if self.doc.has(cue, Class::WeVerb) {
            return Some(Agent::Speaker);
        }
        // "the Front said that it seized seven", where the verb alone says "it".
        let active = matches!(self.doc.cue(cue), Some((_, Role::Active)));
        if active
            && cue > self.s.first + 1
            && cue + 1 == b.figure.first
            && !self.doc.lex.profile.capitals
            && (self.doc.has(cue - 1, Class::That)
                || self.doc.has(cue - 1, Class::Say) && self.doc.words(cue - 1, cue).contains(' '))
        {
            return Some(Agent::Speaker);
        }
        let object = cue < b.figure.first && b.figure.first <= cue + 3;
        // "أن وحداتها قتلت 25": the subject before its verb and object.
        let free = matches!(self.doc.cue(cue), Some((_, Role::Free | Role::Active)));
        if object && free && !self.doc.lex.profile.capitals && cue > self.s.first {
            return self.ahead(cue).map(|(a, b)| Agent::Words(a, b));
        }
        if !object || !active || !self.doc.lex.profile.head_first || cue == self.s.first {
            return None;
        }
        let mut at = cue - 1;
        while at > self.s.first && (self.doc.has(at, Class::Skip) || self.timed(at)) {
            at -= 1;
        }
        let word = cairn_fold::fold(self.doc.words(at, at + 1));
        let verb = cairn_fold::fold(self.doc.words(cue, cue + 1));
        let many = verb.ends_with("ли") && word.ends_with(['и', 'ы', 'і', 'ї']);
        let before = at.checked_sub(1).filter(|j| *j >= self.s.first);
        let led = before.is_some_and(|j| {
            self.doc.is_word(j)
                && self.doc.any(j, Classes::of(&[Class::In, Class::On, Class::From, Class::Of]))
        });
        // "нордійський дрон убив капітана": a weapon with an adjective of belonging.
        let weapon = self.doc.unit(at) == Some(Unit::Munition) && !led;
        if let Some(whose) = before.filter(|j| weapon && self.doc.is_demonym(*j)) {
            return Some(Agent::Words(whose, at + 1));
        }
        let acts = self.doc.has(at, Class::Actor) && self.doc.cue(at).is_none();
        let plain = self.doc.is_word(at) && (self.doc.unknown(at) || acts) && !led;
        if !plain || !many {
            return None;
        }
        // "захватчики и их сообщники убили"
        let joined = before.filter(|j| *j > self.s.first + 1).is_some_and(|j| {
            self.doc.has(j, Class::And) || self.doc.has(j, Class::Pronoun) && self.doc.has(j - 1, Class::And)
        });
        let both = joined.then(|| self.subject_phrase(at + 1)).flatten();
        if let Some((a, b)) = both.filter(|(a, _)| (*a..at).any(|j| self.doc.has(j, Class::Actor))) {
            return Some(Agent::Words(a, b));
        }
        let from =
            before.filter(|j| self.doc.is_demonym(*j) || self.doc.unknown(*j) && self.doc.is_demonym(at));
        Some(Agent::Words(from.filter(|j| self.doc.is_word(*j)).unwrap_or(at), at + 1))
    }

    /// Where the name of the actor whose head stands at `head` ends: its belonging and its modifiers go with it.
    pub(crate) fn name_end(&self, head: usize) -> usize {
        let mut j = head + 1;
        let mut strange = 0;
        while j < self.s.last && j < head + LONGEST {
            let doc = self.doc;
            let belongs = doc.has(j, Class::Belonging);
            if !doc.is_word(j) || self.timed(j) {
                break;
            }
            if belongs {
                // "تابعة ل": the one they belong to.
                j += 1;
                while j < self.s.last && doc.any(j, Classes::of(&[Class::Of, Class::Det])) {
                    j += 1;
                }
                j = (j + 1).min(self.s.last);
                strange = 1;
                continue;
            }
            if j > head + 1 && self.indefinite_behind(j) {
                break;
            }
            let joined = doc.has(j, Class::Of) && j + 1 < self.s.last && doc.has(j + 1, Class::Actor);
            let ends = doc.any(j, ENDS)
                || doc.any(j, CLOSES)
                || doc.cue(j).is_some() && !doc.has(j, Class::Actor)
                || doc.unit(j).is_some() && !doc.has(j, Class::Actor)
                || doc.any(j, Classes::of(&[Class::Of, Class::From, Class::To])) && !joined;
            if ends {
                break;
            }
            if doc.unknown(j) {
                strange += 1;
                if strange > 2 {
                    break;
                }
            }
            j += 1;
        }
        while j > head + 1 && self.doc.any(j - 1, Classes::of(&[Class::Det, Class::Of, Class::Skip])) {
            j -= 1;
        }
        j
    }

    /// "الاحتلال الإسرائيلي خيمة": an indefinite word right behind an adjective with its article, where articles are written on.
    pub(crate) fn indefinite_behind(&self, j: usize) -> bool {
        let doc = self.doc;
        if doc.lex.profile.capitals || doc.lex.profile.proclitics.is_empty() || j < self.s.first + 2 {
            return false;
        }
        let definite = |k: usize| {
            doc.words(k, k + 1).starts_with("ال")
                || k > self.s.first && doc.has(k - 1, Class::Det) && doc.lexemes[k].glued
        };
        let thing = doc.unit(j).is_some_and(|u| !matches!(u, Unit::Person | Unit::Group));
        doc.is_word(j)
            && (doc.unknown(j) || thing)
            && !definite(j)
            && !doc.has(j, Class::Det)
            && definite(j - 1)
    }

    /// "أطلقت نورلاند 3 صواريخ": a name between the verb and its counted object.
    pub(crate) fn named_subject(&self, v: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        if doc.lex.profile.capitals || !doc.lex.profile.verb_first || doc.lex.profile.proclitics.is_empty() {
            return None;
        }
        let plain = |j: usize| doc.is_word(j) && doc.unknown(j) && !self.timed(j);
        let end = (v + 1..self.s.last.min(v + 4)).find(|j| !plain(*j))?;
        // "شنت نورلاند غارة": or its object alone.
        let object = doc.has(end, Class::Event) || doc.unit(end) == Some(Unit::Attack);
        let counts = object || self.bound.iter().any(|b| b.figure.first == end && b.metric.is_some());
        (end > v + 1 && end <= v + 3 && counts).then_some((v + 1, end))
    }

    fn timed(&self, j: usize) -> bool {
        self.periods.iter().any(|p| p.first <= j && j < p.last)
    }

    fn counted(&self, j: usize) -> bool {
        self.bound.iter().any(|o| o.metric.is_some() && (o.figure.first..o.noun.last).contains(&j))
    }

    /// "fired 530 drones and two guided missiles": one verb, two objects.
    pub(crate) fn same_verb(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|k| &self.bound[k]) else { return false };
        let b = &self.bound[i];
        let objects = before.cue == b.cue && before.metric == b.metric;
        self.doc.lex.profile.head_first && objects && b.cue.is_some_and(|c| c < before.figure.first)
    }

    /// "…, another five were hurt": the figure at `i` goes on with the event of the one before it.
    pub(crate) fn tells_on(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|k| &self.bound[k]) else { return false };
        let b = &self.bound[i];
        let people = |b: &Bound| matches!(b.metric, Some(Metric::Killed | Metric::Injured | Metric::Missing));
        let from = before.noun.last.max(before.figure.last).max(before.cue.map_or(0, |c| c + 1));
        let to = b.figure.first.min(b.cue.unwrap_or(b.figure.first));
        let link = Classes::of(&[Class::And, Class::Other, Class::Skip, Class::Stop]);
        let near = from <= to
            && to - from <= 5
            && (from..to).all(|j| self.doc.kind(j) == Kind::Comma || self.doc.any(j, link));
        // "killed 25 members of the Banner and wounded dozens": verb and object twice.
        let verb = |c: usize| matches!(self.doc.cue(c), Some((_, Role::Free | Role::Active)));
        let twice = before.cue.is_some_and(|c| verb(c) && c < before.figure.first)
            && b.cue.is_some_and(|c| {
                verb(c)
                    && c < b.figure.first
                    && c > from
                    && c - from <= 8
                    && self.doc.has(c - 1, Class::And)
                    && (from..c).all(|j| self.doc.is_word(j))
            });
        let profile = &self.doc.lex.profile;
        let told = self.bound[..i].iter().rev().find(|o| o.metric.is_some());
        // "murieron en un bombardeo de las fuerzas …, y cientos resultaron heridos"
        let predicate = profile.verb_first
            && self.doc.caps
            && b.cue.is_some_and(|c| c >= b.noun.last && c <= b.noun.last + 2)
            && b.figure.first > self.s.first + 1
            && self.doc.has(b.figure.first - 1, Class::And)
            && self.doc.kind(b.figure.first - 2) == Kind::Comma;
        // "killed 14 and arrested six": the second verb may be of holding.
        let held = |b: &Bound| matches!(b.metric, Some(Metric::Detained | Metric::AbductedOrHostage));
        if !self.doc.lex.profile.capitals
            && twice
            && (people(b) || held(b))
            && (people(before) || held(before))
        {
            return true;
        }
        people(b)
            && (self.strikes_anywhere() && people(before) && (near || twice)
                || predicate && told.is_some_and(people))
    }

    /// "أربع غارات", "94 strikes by": whose attacks, when the attacks themselves are counted.
    pub(crate) fn whose_attacks(&self, b: &Bound) -> Option<Agent> {
        if !self.strikes_anywhere() || b.metric != Some(Metric::Attacks) {
            return None;
        }
        let own = b.figure.first..b.noun.last.max(b.figure.last);
        let event = b.noun.unit_at.filter(|u| own.contains(u) && self.doc.unit(*u) == Some(Unit::Attack))?;
        self.owner_of(event).or_else(|| self.often(b)).map(|(a, b)| Agent::Words(a, b))
    }

    /// "Норландія 67 разів атакувала", "ворог атакував 87 разів": who did it so often.
    fn often(&self, b: &Bound) -> Option<(usize, usize)> {
        let doc = self.doc;
        let words = b.noun.unit_at.map(|u| doc.words(u, u + 1)).filter(|w| w.starts_with("раз"))?;
        let first = b.figure.first;
        // The verb stands in the unit, or right before the figure.
        let (verb, end) = match words.split_once(' ') {
            Some((_, verb)) => (verb, first),
            None => (doc.words(first - 1, first), first - 1),
        };
        // "Бойовики на Лісограді 129 разів обстріляли": where it was, before the number.
        let placed = |e: usize| {
            e >= self.s.first + 3
                && doc.is_name(e - 1)
                && doc.any(e - 2, Classes::of(&[Class::In, Class::On]))
        };
        let end = if placed(end) { end - 2 } else { end };
        if let Some(found) = self.ahead(end) {
            return Some(found);
        }
        let mut a = end.checked_sub(1).filter(|a| *a >= self.s.first)?;
        while a > self.s.first && self.timed(a) {
            a -= 1;
        }
        let verb = cairn_fold::fold(verb);
        let name = cairn_fold::fold(doc.words(a, a + 1));
        let agrees = verb.ends_with("ла") && name.ends_with(['а', 'я'])
            || verb.ends_with("ли") && name.ends_with(['и', 'і', 'ы', 'ї']);
        let led = a > self.s.first && doc.any(a - 1, Classes::of(&[Class::In, Class::On, Class::From]));
        (agrees && !led && doc.is_word(a) && doc.is_name(a) && doc.unknown(a)).then_some((a, a + 1))
    }

    /// "норландского удара", "атаки норландских дронов": the attack's owner by an adjective of belonging, however far its noun.
    pub(crate) fn belonging(&self, event: usize) -> Option<(usize, usize)> {
        if !self.doc.lex.profile.head_first {
            return None;
        }
        let doc = self.doc;
        let plain = |j: usize| doc.is_word(j) && doc.cue(j).is_none() && !self.timed(j) && !doc.any(j, ENDS);
        let mut j = event;
        while j > self.s.first
            && event - j < 3
            && plain(j - 1)
            && (doc.unknown(j - 1) || doc.has(j - 1, Class::Skip))
        {
            j -= 1;
            if doc.is_demonym(j) {
                return Some((j, event + 1));
            }
        }
        let mut j = event + 1;
        while j < self.s.last && j < event + 4 && plain(j) && doc.unknown(j) && !doc.is_name(j) {
            if doc.is_demonym(j) {
                let end = j + 1 + usize::from(j + 1 < self.s.last && plain(j + 1) && !doc.any(j + 1, CLOSES));
                return Some((j, end));
            }
            j += 1;
        }
        None
    }

    /// Verb, then agent, then victims: "اعتقلت قوات الأمن 21".
    pub(crate) fn verb_first(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let free =
            self.doc.lex.profile.verb_first && matches!(role, Role::Free | Role::Active | Role::Presence);
        let gap = cue + 1..b.figure.first.max(cue + 1);
        let bars = Classes::of(&[Class::In, Class::By, Class::Of, Class::On, Class::And, Class::From])
            .with(Classes::of(&[Class::According]));
        let word = |j: usize| self.doc.is_word(j) || self.doc.kind(j) == Kind::Number;
        let plain = |j| self.whose_they_are(j, b.figure.first) || word(j) && !self.doc.any(j, bars);
        // "the hospital was struck": a place does not act.
        let place = |j: usize| self.doc.has(j, Class::PlaceNoun) && !self.doc.has(j, Class::Actor);
        let named =
            gap.clone().any(|j| self.doc.any(j, Classes::of(&[Class::Actor, Class::Org])) && !place(j));
        if !free || gap.len() > 6 || !named || !gap.clone().all(plain) {
            return None;
        }
        let first = gap.clone().find(|j| !self.doc.has(*j, Class::Skip))?;
        if let Some(event) = gap.clone().find(|j| self.doc.has(*j, Class::Event)) {
            return self.owner_of(event).map(|(a, b)| Agent::Words(a, b));
        }
        // The object of the verb begins behind its subject and two words more.
        let actor = gap.clone().rfind(|j| self.doc.any(*j, Classes::of(&[Class::Actor, Class::Org])));
        let end = actor.map_or(gap.end, |a| gap.end.min(a + 3));
        Some(Agent::Words(first, (first + 1..end).find(|j| self.indefinite_behind(*j)).unwrap_or(end)))
    }
}
