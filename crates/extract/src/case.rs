//! Agents known by their case alone, in languages that have one for them.

use crate::agent::{Agent, Finder};
use crate::bind::Bound;
use crate::lexicon::{Class, Classes};
use crate::token::Kind;

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
