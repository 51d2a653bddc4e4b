//! Agents known by their case alone, in languages that have one for them.

use crate::agent::{Agent, Finder};
use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::text::token::Kind;

impl Finder<'_, '_> {
    /// "убиты правительственными войсками", "наёмниками обстрелян": the agent by its case alone, beside the predicate.
    pub(crate) fn instrumental(&self, cue: usize, b: &Bound) -> Option<Agent> {
        if self.doc.lex.profile.agent_endings.is_empty() {
            return None;
        }
        let (lo, hi) = (cue.min(b.figure.first), cue.max(b.noun.last.saturating_sub(1)) + 1);
        let stop = |j: usize| {
            matches!(self.doc.kind(j), Kind::Semicolon | Kind::Stop | Kind::Colon)
                || self.doc.any(j, Classes::of(&[Class::Say, Class::Relative, Class::That]))
        };
        let behind = (hi..self.s.last.min(hi + 8)).take_while(|j| {
            !stop(*j) && self.doc.kind(*j) != Kind::Comma && (*j < hi + 1 || !self.doc.has(*j, Class::And))
        });
        let ahead = (self.s.first.max(lo.saturating_sub(4))..lo)
            .rev()
            .take_while(|j| !stop(*j) && self.doc.kind(*j) != Kind::Comma);
        let inside = lo..hi;
        let at = inside
            .chain(behind)
            .chain(ahead)
            .find(|j| self.in_agent_case(*j) && self.doc.has(*j, Class::Actor))?;
        // Behind a preposition the case means something else: "together with the rebels".
        let mut a = at;
        while a > self.s.first
            && self.in_agent_case(a - 1)
            && self.doc.cue(a - 1).is_none()
            && !self.doc.has(a - 1, Class::Actor)
        {
            a -= 1;
        }
        let governed = a > self.s.first
            && self.doc.any(
                a - 1,
                Classes::of(&[
                    Class::From,
                    Class::In,
                    Class::Of,
                    Class::To,
                    Class::Between,
                    Class::And,
                    Class::On,
                    Class::Since,
                ]),
            );
        if governed || self.bound.iter().any(|o| (o.figure.first..o.noun.last).contains(&at)) {
            return None;
        }
        let mut last = at + 1;
        while last < self.s.last && last < at + 5 && (self.doc.is_name(last) && self.doc.unknown(last)) {
            last += 1;
        }
        Some(Agent::Words(a, last))
    }

    /// "מירי באשקלון": where it was, not whose.
    pub(crate) fn fire_at(&self, a: usize) -> bool {
        let (doc, first) = (self.doc, self.s.first);
        if a <= first || a >= self.s.last || !doc.unknown(a) || !doc.words(a - 1, a).starts_with('מ') {
            return false;
        }
        let word = cairn_fold::fold(doc.words(a, a + 1));
        let placed = |p: &String| word.starts_with(p.as_str()) && word.chars().count() >= 5;
        doc.lex.profile.place_prefixes.iter().any(placed)
    }

    /// "מירי ישיר של רקטות מידי המורדים", "מפגיעת רימון, שנורה בידי חיילים": first the weapon, then whose it was.
    pub(crate) fn owner_behind(&self, by: usize, limit: usize) -> bool {
        !self.doc.caps
            && (by + 2..limit.min(by + 8))
                .take_while(|j| !self.doc.has(*j, Class::And))
                .any(|j| self.doc.has(j, Class::By))
    }

    /// "Норландія бомбила місто, а за тиждень запустила 30 ракет": the verb agrees with the name that opens the sentence and
    /// with the verb behind it.
    pub(crate) fn agreeing(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if !doc.lex.profile.head_first || !doc.caps {
            return None;
        }
        let ending = |j: usize| {
            let word = cairn_fold::fold(doc.words(j, j + 1));
            let first = word.split(' ').next().unwrap_or("");
            ["ла", "ло", "ли"].into_iter().find(|e| first.len() > e.len() + 2 && first.ends_with(e))
        };
        let strikes = |j: &usize| {
            doc.has(*j, Class::Act)
                || matches!(doc.cue(*j), Some((Harm::Launched, Role::Active | Role::Free)))
        };
        let near = self.s.first.max(b.figure.first.saturating_sub(12))..b.figure.first;
        let bar = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::When]);
        let verb = match b.cue.filter(|c| *c < b.figure.first && *c > self.s.first) {
            Some(c) => (strikes(&c) || matches!(doc.cue(c), Some((_, Role::Active)))).then_some(c)?,
            None if b.rule == "unit.munition" => near.rev().find(strikes)?,
            None => return None,
        };
        let agreed = ending(verb)?;
        let mut a = self.s.first;
        while a < verb {
            if let Some(p) = self.periods.iter().find(|p| p.first <= a && a < p.last) {
                a = p.last;
            } else if doc.any(a, Classes::of(&[Class::Skip, Class::And, Class::PartOfDay, Class::DayWord]))
                || doc.kind(a) == Kind::Comma
            {
                a += 1;
            } else {
                break;
            }
        }
        // A name of one word in the nominative: the feminine with "-ла", a plural with "-ли".
        let name = cairn_fold::fold(doc.words(a, a + 1));
        let fits = match agreed {
            "ла" => name.ends_with(['а', 'я']),
            "ли" => name.ends_with(['и', 'ы', 'і', 'ї']),
            _ => name.ends_with(['о', 'е']),
        };
        let plural = agreed == "ли" && (doc.is_demonym(a) || doc.has(a, Class::Actor));
        let who =
            fits && doc.is_word(a) && doc.cue(a).is_none() && (plural || doc.is_name(a) && doc.unknown(a));
        let mut first = a + 1;
        while first < verb && doc.any(first, Classes::of(&[Class::Skip, Class::Not, Class::Have])) {
            first += 1;
        }
        let clean = (a..b.figure.first).all(|j| {
            !doc.any(j, bar)
                && !matches!(doc.kind(j), Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Quote)
        });
        (who && clean && first <= verb && ending(first) == Some(agreed)).then_some(Agent::Words(a, a + 1))
    }

    /// "двоих жителей похитили неизвестные": a numeral in the case of a living object before its verb, and who acts behind it.
    pub(crate) fn object_first(&self, b: &Bound, agent: Option<Agent>) -> Option<Agent> {
        let doc = self.doc;
        let Some(verb) =
            b.cue.filter(|c| *c >= b.noun.last && matches!(doc.cue(*c), Some((_, Role::Active))))
        else {
            return agent;
        };
        let word = cairn_fold::fold(doc.words(b.figure.num, b.figure.num + 1));
        let living = doc.lex.profile.head_first
            && doc.kind(b.figure.num) != Kind::Number
            && ["их", "ых", "ох", "ух", "ех"].iter().any(|e| word.ends_with(e));
        let itself = |a: &Agent| matches!(a, Agent::Words(x, y) if *x < b.noun.last && b.figure.first < *y);
        if !living || !agent.as_ref().is_some_and(itself) {
            return agent;
        }
        // "норландские военные": an adjective before the actor.
        let noun = verb + 1 + usize::from(verb + 1 < self.s.last && doc.is_demonym(verb + 1));
        let acts = self.has(noun, Class::Actor) && doc.cue(noun).is_none();
        acts.then_some(Agent::Words(verb + 1, noun + 1))
    }

    pub(crate) fn in_agent_case(&self, j: usize) -> bool {
        let word = || cairn_fold::fold(self.doc.words(j, j + 1));
        self.doc.is_word(j) && {
            let word = word();
            self.doc
                .lex
                .profile
                .agent_endings
                .iter()
                .any(|e| word.len() > e.len() + 4 && word.ends_with(e.as_str()))
        }
    }
}
