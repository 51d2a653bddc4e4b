//! Accusations: "X accuses Y of …", "X holds Y responsible for …", "Y is accused of …".

use crate::agent::{Agent, Finder};
use crate::bind::{self, Bound};
use crate::claim::Stance;
use crate::lexicon::{Class, Classes, Role, Unit};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// How far the accused may stand from the verb, in lexemes.
const REACH: usize = 16;

/// Whether a charge is brought at `v`: a verb of accusation, or "holds" with its "responsible for".
pub(crate) fn charges(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    doc.entry(v).stance == Some(Stance::Accuses) || holds(doc, s, v)
}

/// "holds Y responsible for": the verb alone says nothing.
pub(crate) fn holds(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    let plain = |j: &usize| doc.is_word(*j) || matches!(doc.kind(*j), Kind::Possessive | Kind::Quote);
    doc.has(v, Class::Blame)
        && (v + 1..s.last.min(v + REACH)).take_while(plain).any(|j| doc.has(j, Class::Charge) && long(doc, j))
}

/// "responsible for" and its like, not the bare preposition.
fn long(doc: &Doc<'_>, j: usize) -> bool {
    !doc.any(j, Classes::of(&[Class::Of, Class::In])) && doc.words(j, j + 1).contains(' ')
}

/// The lexemes of whom the verb at `v` accuses: behind it, up to the word that leads to the deed.
pub(crate) fn accused(doc: &Doc<'_>, s: Sentence, v: usize) -> Option<(usize, usize)> {
    // "the committee of the missing": part of what they are called.
    let in_name = |j: usize| {
        !doc.lex.profile.capitals
            && matches!(doc.cue(j), Some((_, Role::Head)))
            && j > v + 1
            && (v + 1..j).rev().take(3).any(|k| doc.has(k, Class::Org))
    };
    let stop = |j: &usize| {
        !matches!(
            doc.kind(*j),
            Kind::Word | Kind::Possessive | Kind::Quote | Kind::Dash | Kind::Open | Kind::Close
        ) || doc.any(
            *j,
            Classes::of(&[
                Class::Event,
                Class::Act,
                Class::Relative,
                Class::That,
                Class::Say,
                Class::Cause,
                Class::Num,
            ]),
        ) || doc.cue(*j).is_some() && doc.unit(*j).is_none() && !in_name(*j)
    };
    let end = (v + 1..s.last.min(v + REACH)).find(stop).unwrap_or(s.last.min(v + REACH));
    // A script that writes its prepositions onto the next word: the deed itself leads on.
    let written_on = !doc.caps && end < s.last && doc.cue(end).is_some();
    // "imputa al coronel la desaparición": whom at once, then the deed with its article.
    if doc.caps && v + 2 < end && doc.has(v + 1, Class::Onto) {
        // "imputan al Frente la responsabilidad de los 74 muertos"
        let charge =
            |j: usize| j + 2 < end && doc.unknown(j + 1) && !doc.is_name(j + 1) && doc.has(j + 2, Class::Of);
        let deed = (v + 3..end).find(|j| doc.has(*j, Class::Det) && (*j + 1 == end || charge(*j)));
        if let Some(b) = deed.filter(|b| {
            (v + 2..*b).any(|j| {
                doc.is_name(j)
                    || doc.any(j, Classes::of(&[Class::Actor, Class::Org]))
                    || doc.unit(j).is_some()
            })
        }) {
            return Some((v + 2, b));
        }
    }
    let link = (v + 1..end).rev().find(|j| doc.has(*j, Class::Charge)).or(written_on.then_some(end))?;
    // "laid on Y the blame for"
    let v = v + usize::from(v + 1 < link && doc.has(v + 1, Class::Onto) && doc.is_word(v + 1));
    let mut a = split(doc, v + 1, link).unwrap_or(v + 1);
    while a < link
        && (doc.any(a, Classes::of(&[Class::To, Class::Onto, Class::Skip])) || doc.kind(a) == Kind::Quote)
    {
        a += 1;
    }
    while !doc.caps && a < link && doc.has(a, Class::Det) && !doc.lexemes[a + 1].glued {
        a += 1;
    }
    let mut b = (a + 1..link).find(|j| doc.any(*j, Classes::of(&[Class::In, Class::From]))).unwrap_or(link);
    while b > a
        && doc.any(b - 1, Classes::of(&[Class::Det, Class::Skip, Class::Of, Class::And]))
        && !doc.is_name(b - 1)
    {
        b -= 1;
    }
    let someone = (a..b).any(|j| {
        doc.is_name(j)
            || doc.any(j, Classes::of(&[Class::Actor, Class::Org]))
            || !doc.caps && doc.is_word(j) && doc.unknown(j)
    });
    (someone && a < b).then_some((a, b))
}

/// "blamed the deaths of 12 people on Y": the accused behind what they are accused of.
fn blamed_behind(f: &Finder<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let onto = (from..f.s.last.min(from + 10))
        .take_while(|j| {
            f.doc.is_word(*j) && !f.doc.any(*j, Classes::of(&[Class::Say, Class::That, Class::Relative]))
        })
        .find(|j| f.doc.has(*j, Class::Onto))?;
    f.actor(onto + 1)
}

/// Where the accused begins when accuser and accused stand in a row behind the verb: at "to", or at the actor behind an office.
pub(crate) fn split(doc: &Doc<'_>, from: usize, to: usize) -> Option<usize> {
    if !doc.lex.profile.verb_first {
        return None;
    }
    if doc.caps {
        return (from + 1..to).find(|j| doc.has(*j, Class::To));
    }
    let onto = (from + 1..to).find(|j| doc.has(*j, Class::Onto) && *j + 1 < to);
    let actor =
        (from + 1..to).find(|j| doc.has(*j, Class::Actor) && !(*j == from + 1 && doc.has(from, Class::Det)));
    let Some(actor) = actor.filter(|a| onto.is_none_or(|o| *a < o)) else { return onto };
    let begin = actor - usize::from(doc.has(actor - 1, Class::Det) && doc.lexemes[actor].glued);
    let accuser = (from..begin).any(|j| doc.is_word(j) && !doc.has(j, Class::Det));
    accuser.then_some(begin).filter(|b| *b > from)
}

impl Finder<'_, '_> {
    pub(crate) fn has_plain_noun(&self, i: usize) -> bool {
        i < self.s.last && self.doc.is_word(i) && self.doc.unknown(i) && !self.doc.is_name(i)
    }

    /// "أعلنت الجبهة أنها قتلت 12": who reports it did it.
    pub(crate) fn own_deed(&self, cue: usize, b: &Bound) -> Option<Agent> {
        let skip = Classes::of(&[Class::Skip, Class::Have, Class::Be]);
        let that = (self.s.first..cue).rev().find(|j| !self.doc.any(*j, skip))?;
        let free = matches!(self.doc.cue(cue), Some((_, Role::Free | Role::Active)));
        (free && cue < b.figure.first && self.doc.has(that, Class::OwnThat)).then_some(Agent::Speaker)
    }

    /// "Y claimed responsibility for the attack, in which 12 died": the deed is theirs by their own word.
    pub(crate) fn owning(&self) -> Option<Agent> {
        if let Some(agent) = self.takes_responsibility().or_else(|| self.answers_for()) {
            return Some(agent);
        }
        if let Some((a, b)) = crate::grammar::oblique::taken_on(self.doc, self.s) {
            return Some(Agent::Words(a, b));
        }
        let verb = (self.s.first..self.s.last).find(|j| self.doc.has(*j, Class::Owned))?;
        if verb > self.s.first && self.doc.has(verb - 1, Class::Not) {
            return None;
        }
        let none =
            |a: usize, b: usize| (a..b).any(|j| self.doc.any(j, Classes::of(&[Class::Zero, Class::Not])));
        let mut end = verb;
        while end > self.s.first && self.doc.any(end - 1, Classes::of(&[Class::Have, Class::Skip])) {
            end -= 1;
        }
        // "El Frente, cuyo jefe murió, reivindicó": the name before the aside.
        if end > self.s.first + 2 && self.doc.kind(end - 1) == Kind::Comma && self.doc.lex.profile.verb_first
        {
            end = (self.s.first..end - 1).find(|j| self.doc.kind(*j) == Kind::Comma).unwrap_or(end);
        }
        if let Some(agent) = self.owns_behind(verb) {
            return Some(agent);
        }
        if let Some((a, b)) = self.subject_phrase(end) {
            let named = !none(a.saturating_sub(1).max(self.s.first), b) && !self.doc.has(a, Class::Event);
            return named.then_some(Agent::Words(a, b));
        }
        let event = (verb + 1..self.s.last.min(verb + 8)).find(|j| self.doc.has(*j, Class::Event))?;
        let actor = self.actor(verb + 1).filter(|(_, b)| *b <= event)?;
        (self.doc.lex.profile.verb_first && !none(verb + 1, event)).then_some(Agent::Words(actor.0, actor.1))
    }

    /// "أعلنت NAME مسؤوليتها عن": who does so stands between the verb and what they take.
    fn takes_responsibility(&self) -> Option<Agent> {
        let small = !self.doc.lex.profile.capitals && self.doc.lex.profile.verb_first;
        let own = (self.s.first + 2..self.s.last).find(|j| small && self.doc.is_own_responsibility(*j))?;
        let verb = (self.s.first..own - 1).rev().find(|j| self.doc.has(*j, Class::Say))?;
        let denied = verb > self.s.first && self.doc.has(verb - 1, Class::Not)
            || self.doc.entry(verb).stance == Some(Stance::Denies);
        let named = (verb + 1..own).all(|j| self.doc.is_word(j) && !self.doc.has(j, Class::That));
        (named && !denied && own - verb <= 8).then_some(Agent::Words(verb + 1, own))
    }

    /// "12 died when soldiers opened fire", "63 incidents in which herders attacked": who acts in the clause of the event.
    pub(crate) fn when_clause(&self, from: usize) -> Option<Agent> {
        // "nine died and another 14 were wounded when": the clause holds for both.
        let joins = |j: usize| {
            let next = self.bound.partition_point(|b| b.figure.first <= j);
            self.bound.get(next).is_some_and(|b| b.figure.first <= j + 2 && b.metric.is_some())
        };
        // "were beaten and left in a ditch when", "and others kidnapped after": a second predicate of those harmed.
        let second = |j: usize| {
            self.doc.lex.profile.bare_plurals
                && (j + 1..self.s.last.min(j + 3)).any(|k| {
                    matches!(self.doc.cue(k), Some((_, Role::Part | Role::Subject)))
                        || self.doc.is_past(k)
                        || self.doc.has(k, Class::Act) && !self.doc.has(k, Class::Event)
                })
        };
        // "…, police said, when gunmen attacked": the speaker stands between commas.
        let closes = |j: usize| {
            j + 1 < self.s.last
                && self.doc.kind(j + 1) == Kind::Comma
                && (from..j).any(|k| self.doc.kind(k) == Kind::Comma)
        };
        let when = (from.max(self.s.first + 1)..self.s.last.min(from + 12))
            .take_while(|j| {
                !matches!(self.doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon)
                    && (!self.doc.has(*j, Class::Say) || self.doc.lex.profile.bare_plurals && closes(*j))
                    && (!self.doc.has(*j, Class::And) || joins(*j) || second(*j))
            })
            .find(|j| {
                self.doc.has(*j, Class::When)
                    || self.doc.lex.profile.bare_plurals
                        && (self.doc.is(*j, "after") || self.doc.is(*j, "as"))
                    // "לאחר שמטוסי NAME הפציצו"
                    || (!self.doc.lex.profile.capitals || crate::grammar::romance::here(self.doc))
                        && self.doc.has(*j, Class::That)
                        && self.doc.has(*j - 1, Class::Cause)
                    || self.doc.has(*j, Class::Relative)
                        && self.doc.any(*j - 1, Classes::of(&[Class::In, Class::During]))
            })?;
        // "when a mine, planted by gunmen, went off"
        let aside = (when + 1..self.s.last.min(when + 9)).find(|j| self.doc.kind(*j) == Kind::Comma);
        if let Some(c) = aside
            && self.has(c + 2, Class::By)
            && (self.doc.is_past(c + 1) || self.has(c + 1, Class::Act))
            && self.doc.lex.profile.bare_plurals
        {
            return self.actor(c + 3).map(|(a, b)| Agent::Words(a, b));
        }
        let end = self.s.last.min(when + 16);
        let stop = |j: &usize| {
            matches!(self.doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Comma | Kind::Colon)
                || self.doc.any(*j, Classes::of(&[Class::Say, Class::That]))
        };
        let end = (when + 1..end).find(stop).unwrap_or(end);
        // "rockets fired by the Front hit"
        if let Some(by) = (when + 1..end).find(|j| self.doc.has(*j, Class::By) && self.inflicts(*j)) {
            return self.actor(by + 1).map(|(a, b)| Agent::Words(a, b));
        }
        // "when soldiers shot at the van": a verb of harm acts too.
        let acts = |j: &usize| {
            self.doc.has(*j, Class::Act)
                || self.doc.lex.profile.bare_plurals
                    && *j > when + 1
                    && matches!(self.doc.cue(*j), Some((_, Role::Part | Role::Active)))
        };
        let act = (when + 1..end).find(acts)?;
        // "when a military vehicle struck a landmine": nobody did it.
        let mined = (act + 1..self.s.last.min(act + 5))
            .any(|j| ["mine", "mines", "landmine", "landmines"].iter().any(|w| self.doc.is(j, w)));
        if mined || self.accident(act) {
            return None;
        }
        if bind::is_passive(self.doc, self.s, act) {
            return None;
        }
        let (a, b) = if self.doc.lex.profile.verb_first && act == when + 1 {
            self.actor(act + 1)?
        } else {
            let mut b = (when + 2..act).find(|j| self.doc.has(*j, Class::In)).unwrap_or(act);
            // "luego de que un grupo armado los atacó"
            while self.doc.lex.profile.verb_first
                && b > when + 2
                && (self.doc.any(b - 1, Classes::of(&[Class::Det, Class::Pronoun, Class::Skip]))
                    || self.periods.iter().any(|p| p.first < b && b <= p.last))
            {
                b -= 1;
            }
            (when + 1, b)
        };
        let event = (a..b).find(|j| self.doc.has(*j, Class::Event));
        if let Some(event) = event {
            return self.owner_of(event).map(|(a, b)| Agent::Words(a, b));
        }
        // "when Westland attacked the village": a name right before the verb, which is no place.
        let bare = act == b
            && b - a <= 4
            && self.doc.is_name(b - 1)
            && self.doc.unknown(b - 1)
            && self.doc.lex.profile.bare_plurals
            && !self.doc.is_placed(a, b)
            && !(a..b).any(|j| self.doc.any(j, Classes::of(&[Class::Hazard, Class::Be, Class::Pronoun])));
        let planes = |j: usize| self.doc.unit(j) == Some(Unit::Thing) && self.doc.is_name(a);
        let person = self.armed(a, b, act);
        (bare || person || (a..b).any(|j| self.doc.has(j, Class::Actor) || planes(j)))
            .then_some(Agent::Words(a, b))
    }

    /// "…, blaming Y", "… and blamed Y": the one accused behind the figure.
    pub(crate) fn blamed_after(&self, from: usize) -> Option<Agent> {
        let verb = (from..self.s.last.min(from + 10))
            .take_while(|j| !matches!(self.doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| self.doc.entry(*j).stance == Some(Stance::Accuses))?;
        let before = verb.checked_sub(1).filter(|j| *j >= from)?;
        // "…, according to the council, which blamed NAME"
        let which = |j: usize| self.doc.has(j, Class::Relative) && self.doc.kind(j - 1) == Kind::Comma;
        let goes_on =
            self.doc.kind(before) == Kind::Comma || self.doc.has(before, Class::And) || which(before);
        let counted = self.bound.iter().any(|b| b.metric.is_some() && b.figure.first > verb);
        if !goes_on || counted || self.doc.has(verb + 1, Class::By) {
            return None;
        }
        // "put the dead at 60 and accused the army of shelling schools": a charge of its own.
        let named = accused(self.doc, self.s, verb);
        if named.is_some() && self.doc.kind(before) != Kind::Comma {
            return None;
        }
        named.or_else(|| self.actor(verb + 1)).map(|(a, b)| Agent::Words(a, b))
    }

    /// The one accused of what the figure says.
    pub(crate) fn accused_of(&self, b: &Bound) -> Option<Agent> {
        let at = b.cue.unwrap_or(b.figure.first).min(b.figure.first);
        if let Some(blamed) = self.blamed_aside(at) {
            return Some(blamed);
        }
        let verb = (self.s.first..at)
            .rev()
            .take(REACH + 8)
            .take_while(|j| !matches!(self.doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| charges(self.doc, self.s, *j))?;
        // "accused Y of the raid and said that 12 died"
        // "accused Y of the raids that cost …" goes on about the raids.
        let reported = (verb + 1..at).any(|j| {
            self.doc.has(j, Class::That)
                && !(self.doc.any(j - 1, Classes::of(&[Class::Event])) && self.doc.caps)
        });
        if reported {
            return None;
        }
        let led = |j: usize| self.doc.has(j, Class::Charge) || self.doc.has(j, Class::By);
        let behind = verb + 1;
        let passive = bind::is_passive(self.doc, self.s, verb) || behind < at && led(behind);
        // "The council, which blamed NAME, said that 12 died"
        let aside = self.doc.has(verb.saturating_sub(1), Class::Relative)
            && (behind..at).any(|j| self.doc.kind(j) == Kind::Comma)
            && !(behind..at).take_while(|j| self.doc.is_word(*j)).any(led);
        if aside && self.doc.lex.profile.bare_plurals {
            return self.actor(behind).map(|(a, b)| Agent::Words(a, b));
        }
        if !passive {
            return accused(self.doc, self.s, verb)
                .or_else(|| blamed_behind(self, b.noun.last.max(b.figure.last)))
                .map(|(a, b)| Agent::Words(a, b));
        }
        let mut end = verb;
        while end > self.s.first && self.doc.any(end - 1, Classes::of(&[Class::Be, Class::Have, Class::Skip]))
        {
            end -= 1;
        }
        self.subject_phrase(end).map(|(a, b)| Agent::Words(a, b))
    }
}
