//! Whose words a claim is: the one frame that covers it, and how the speaker stands to the deed.

use crate::assemble::{Anchor, Reader};
use crate::attribute::{Frame, Speaker};
use crate::claim::Stance;
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::text::token::Kind;
use crate::text::words::{self, contracted};

impl Reader<'_, '_> {
    /// The one frame that covers the anchor; several different speakers are no speaker but candidates.
    pub(crate) fn speaker(&self, anchor: Anchor) -> (Option<&Frame>, Vec<String>) {
        let at = anchor.voice;
        let covering: Vec<&Frame> = self
            .frames
            .iter()
            .filter(|f| f.from <= at && at < f.to && f.source != Speaker::Words(at, at))
            .collect();
        // "…, activists said, which the police deny": who denies it does not give it.
        let gives = |f: &&Frame| f.stance != Some(Stance::Denies);
        let covering: Vec<&Frame> = match covering.iter().any(gives) {
            true => covering.into_iter().filter(gives).collect(),
            false => covering,
        };
        let Some(best) = covering.iter().copied().max_by_key(|f| (f.to == self.s.last, f.anchor)) else {
            return (None, Vec::new());
        };
        let best = covering.iter().copied().find(|f| f.anchor < at && f.anchor > best.anchor).unwrap_or(best);
        let mut names: Vec<String> = covering.iter().filter_map(|f| self.source_words(f)).collect();
        names.dedup();
        // "the ministry" is the Ministry of Health of the same sentence.
        if let Some(full) = names.iter().max_by_key(|n| n.len()).filter(|_| names.len() > 1)
            && names.iter().all(|n| words::within(n, full))
        {
            let full = full.clone();
            let frame = covering.iter().copied().find(|f| self.source_words(f).as_ref() == Some(&full));
            return (frame.or(Some(best)), Vec::new());
        }
        // "By the police's word 18 died, the agency reports": who relays it did not count.
        let mut told = covering.iter().copied().filter(|f| self.doc.has(f.anchor, Class::According));
        if let (true, Some(one), None) = (names.len() == 2, told.next(), told.next())
            && one.anchor < at
            && covering
                .iter()
                .all(|f| f.anchor == one.anchor || f.anchor > at && self.doc.has(f.anchor, Class::Say))
        {
            return (Some(one), Vec::new());
        }
        // "Агентство передаёт: по сообщению полковника, убиты 12": who is cited within the words of another.
        let told = covering.iter().copied().find(|f| self.doc.has(f.anchor, Class::According));
        let opens =
            |j: usize| matches!(self.doc.kind(j), Kind::Colon | Kind::Comma) || self.doc.has(j, Class::That);
        if let (2, true, Some(one)) = (names.len(), crate::grammar::oblique::here(self.doc), told)
            && one.anchor < at
            && one.anchor > self.s.first
            && opens(one.anchor - 1)
            && covering.iter().all(|f| f.anchor <= one.anchor)
        {
            return (Some(one), Vec::new());
        }
        // "The consulate said three had been held, the agency said.": who closes the sentence relays who opens it.
        if names.len() == 2
            && self.doc.lex.profile.bare_plurals
            && let [opens, closes] = covering.as_slice()
            && closes.anchor > at.max(opens.anchor)
            && closes.from == self.s.first
            // "…, announced the office, reported the radio."
            && (opens.anchor < at || self.doc.kind(opens.anchor - 1) == Kind::Comma)
            && !self.doc.has(opens.anchor, Class::Owned)
            && matches!((opens.source, closes.source), (Speaker::Words(..), Speaker::Words(..)))
        {
            return (Some(opens), Vec::new());
        }
        // "قالت الشرطة إن …، حسب ما ذكرت صحيفة": who closes the sentence relays who opens it.
        if let (2, false, [opens, closes]) = (names.len(), self.doc.lex.profile.capitals, covering.as_slice())
            && opens.anchor < at
            && closes.anchor > at
            && self.doc.has(closes.anchor, Class::According)
            && self.doc.has(opens.anchor, Class::Say)
        {
            return (Some(opens), Vec::new());
        }
        if names.len() > 1 {
            return (None, names);
        }
        // "X says it has fired …, killing N": whether X also gives the toll is not said.
        let participle = matches!(self.doc.cue(anchor.cue), Some((_, Role::Active)))
            && anchor.cue < anchor.first
            && (best.anchor..anchor.cue)
                .any(|j| matches!(self.doc.cue(j), Some((Harm::Launched | Harm::Attacked, _))));
        if best.own_deed && participle && best.anchor < anchor.cue {
            return (None, names);
        }
        (Some(best), Vec::new())
    }

    pub(crate) fn source_words(&self, f: &Frame) -> Option<String> {
        match f.source {
            Speaker::Words(a, b) => {
                let words = contracted(self.doc.words(a, b).trim_matches(['_', '*']));
                // "ממד"א נמסר": the preposition written onto initials.
                if crate::grammar::prefixed::here(self.doc) && self.doc.unknown(a) && words.starts_with("ממ")
                {
                    return Some(words['מ'.len_utf8()..].to_owned());
                }
                // A quotation that opens right before the name is no part of it.
                let lone = words.chars().filter(|c| matches!(c, '"' | '“' | '”')).count() == 1;
                Some(if lone { words.trim_start_matches(['"', '“']).to_owned() } else { words })
            }
            Speaker::Previous => {
                self.above.speaker.get_or_init(|| self.scopes.previous_speaker(self.index)).clone()
            }
        }
    }

    pub(crate) fn own_deed_speaker(&self, anchor: Anchor) -> Option<String> {
        // "we killed 12": whoever says "we".
        // "הודיע כי" may stand in the lexicon as one phrase.
        let that = |j: usize| {
            self.doc.has(j, Class::That)
                || self.doc.has(j, Class::Say) && self.doc.words(j, j + 1).contains(' ')
        };
        let said = anchor.cue > self.s.first && that(anchor.cue - 1);
        if self.doc.has(anchor.cue, Class::WeVerb) || said && !self.doc.lex.profile.capitals {
            let (frame, _) = self.speaker(anchor);
            return frame
                .and_then(|f| self.source_words(f))
                .or_else(|| self.scopes.quoted_speaker(anchor.voice))
                .or_else(|| self.scopes.label_above(self.index));
        }
        let f = self.frames.iter().rev().find(|f| f.own_deed && f.anchor < anchor.last)?;
        self.source_words(f)
    }

    /// Who acts in the sentence before, unless it is they who fell: "The rebels attacked. Three rebels were killed."
    pub(crate) fn doer_before(&self, anchor: Anchor) -> Option<String> {
        let doer = self.scopes.actor_before(self.index)?;
        let victims = self.doc.words(anchor.first, anchor.last);
        let own =
            crate::presence::phrase::english(self.doc) && crate::agent::gapped::same_side(&doer, victims);
        (!own).then_some(doer)
    }

    /// The actor's words; an adjective of belonging with an event becomes the name it is made of, if the text has it.
    pub(crate) fn actor_words(&self, a: usize, b: usize) -> String {
        // "قوات الفجر": an article written onto a word is not its end.
        let cut = b > a
            && b < self.doc.lexemes.len()
            && self.doc.has(b - 1, Class::Det)
            && self.doc.lexemes[b].glued;
        let b = b + usize::from(cut && !self.doc.caps && self.doc.is_word(b));
        // "الاحتلال خلال تموز": when it was is no part of who.
        let when = (a + 1..b)
            .find(|j| !self.doc.caps && self.doc.any(*j, Classes::of(&[Class::During, Class::Since])));
        let b = when.unwrap_or(b);
        let words = self.doc.words(a, b);
        let event = (a..b).find(|j| self.doc.has(*j, Class::Event));
        let Some(event) = event else { return words.to_owned() };
        let name =
            |j: &usize| self.doc.is_name(*j) && !self.doc.any(*j, Classes::of(&[Class::Det, Class::Indef]));
        let names: Vec<usize> = (a..event).filter(name).collect();
        match names.as_slice() {
            [one] if self.doc.is_demonym(*one) => {
                self.scopes.name_behind(*one).unwrap_or_else(|| words.to_owned())
            }
            [first, .., last] => self.doc.words(*first, last + 1).to_owned(),
            [one] => self.doc.words(*one, one + 1).to_owned(),
            [] => words.to_owned(),
        }
    }

    pub(crate) fn stance(
        &self,
        frame: Option<&Frame>,
        source: Option<&str>,
        responsible: Option<&str>,
    ) -> Option<Stance> {
        let given = frame.and_then(|f| f.stance);
        let (Some(source), Some(responsible)) = (source, responsible) else { return None };
        given.or(Some(if source == responsible || source.starts_with(responsible) {
            Stance::Claims
        } else {
            Stance::Accuses
        }))
    }
}
