//! Frames known by their form alone: an office behind a closing dash, an unknown verb with its "that".

use crate::attribute::{Finder, Frame, Speaker};
use crate::claim::Stance;
use crate::lexicon::{Class, Classes};
use crate::token::Kind;

/// The longest name behind a closing dash, in lexemes.
const LONGEST: usize = 9;

impl Finder<'_, '_> {
    /// "The army fought 18 battles – General Staff": an office behind the last dash of a line.
    pub(crate) fn closing_dash(&self) -> Option<Frame> {
        let mut end = self.s.last;
        while end > self.s.first && matches!(self.doc.kind(end - 1), Kind::Stop | Kind::Semicolon) {
            end -= 1;
        }
        let from = self.s.first.max(end.saturating_sub(LONGEST));
        let dash = (from..end)
            .rev()
            .find(|j| self.doc.kind(*j) == Kind::Dash && !self.doc.lexemes[*j].glued)?;
        let plain = |j: usize| {
            self.doc.is_word(j) && self.doc.cue(j).is_none() && !self.doc.any(j, crate::attribute::FORBIDDEN)
        };
        let office = (dash + 1..end).any(|j| self.doc.has(j, Class::Org));
        let told = (self.s.first..dash).any(|j| self.doc.cue(j).is_some() || self.doc.unit(j).is_some());
        let all = office && told && (dash + 1..end).all(plain) && self.is_speaker(dash + 1, end);
        all.then_some(Frame {
            source: Speaker::Words(dash + 1, end),
            from: self.s.first,
            to: dash,
            anchor: dash,
            stance: None,
            own_deed: false,
        })
    }

    /// "The war has claimed more than 120 deaths": it says nothing.
    pub(crate) fn toll_claimed(&self, v: usize) -> bool {
        self.doc.entry(v).stance == Some(Stance::Claims)
            && (v + 1..self.s.last.min(v + 6))
                .take_while(|j| self.doc.is_word(*j) || self.doc.kind(*j) == Kind::Number)
                .take_while(|j| !self.doc.has(*j, Class::That))
                .any(|j| self.doc.has(j, Class::Deaths))
    }

    /// "the coordinator underlined that": whatever the verb, who governs "that" speaks.
    pub(crate) fn governs_that(&self, v: usize) -> bool {
        let doc = self.doc;
        if !doc.unknown(v) || !doc.is_word(v) || doc.is_name(v) || v == self.s.first {
            return false;
        }
        let that = v + 1 + usize::from(self.kind(v + 1) == Some(Kind::Comma));
        let word = cairn_fold::fold(doc.words(v, v + 1));
        let finite = doc.lex.profile.that_verb_endings.iter().any(|e| word.ends_with(e.as_str()));
        let mut before = v - 1;
        while before > self.s.first && doc.any(before, Classes::of(&[Class::Have, Class::Skip])) {
            before -= 1;
        }
        // "the fact stressed that": a person or an office right before the verb.
        let someone = doc.is_name(before)
            || doc.any(before, Classes::of(&[Class::Org, Class::Actor]))
            || matches!(doc.unit(before), Some(crate::lexicon::Unit::Group | crate::lexicon::Unit::Person));
        finite && someone && self.has(that, Class::That)
    }
}
