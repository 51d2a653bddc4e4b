//! What may speak: people, offices and names, not whatever noun stands beside a verb of reporting.

use crate::attribute::{FORBIDDEN, Finder, Speaker};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

/// The longest aside between a speaker and the verb, in lexemes.
const ASIDE: usize = 24;

/// Where the head of a noun phrase ends.
const BEHIND_HEAD: Classes = Classes::of(&[
    Class::Of,
    Class::In,
    Class::On,
    Class::From,
    Class::To,
    Class::By,
    Class::Preposition,
    Class::Relative,
    Class::That,
]);

impl Finder<'_, '_> {
    pub(crate) fn is_speaker(&self, a: usize, b: usize) -> bool {
        // "רשם אתמול את אחת ההתפרצויות": the object of the verb speaks to nobody.
        if self.doc.is(a, "את") {
            return false;
        }
        // "no group", "none of the parties", "There are unconfirmed reports that"
        if a < b && (self.doc.has(a, Class::Zero) || self.doc.is(a, "there") || self.doc.is(a, "there are")) {
            return false;
        }
        // "dieron aviso a la policía", "Extraoficialmente se supo": to whom, or how, and not who.
        if a < b && crate::grammar::romance::no_subject(self.doc, a, b) {
            return false;
        }
        // "(from an agency and its partner)"
        if a < b && self.doc.lex.profile.bare_plurals && self.doc.has(a, Class::From) && self.doc.is_word(a) {
            return false;
        }
        // "This brings the total number of such incidents documented": numbers say nothing.
        let english = crate::presence::phrase::english(self.doc);
        if english && (a..b).any(|j| self.doc.any(j, Classes::of(&[Class::Tally, Class::Cumulative]))) {
            return false;
        }
        if a >= b || self.doc.has(a, Class::Pronoun) && b == a + 1 {
            return false;
        }
        // "two thefts": what is counted does not speak, unless it is people.
        let counted = self.doc.has(a, Class::Num) || self.doc.kind(a) == Kind::Number;
        // "admits seven victims"
        if counted && (a..b).any(|j| self.doc.has(j, Class::Victim)) {
            return false;
        }
        if counted
            && !(a..b).any(|j| {
                self.doc.any(j, Classes::of(&[Class::Org, Class::Actor]))
                    || matches!(self.doc.unit(j), Some(Unit::Person | Unit::Group))
            })
        {
            return false;
        }
        // "точное число уточняется": what is said to be clarified clarifies nothing.
        let number = |j: usize| {
            let word = cairn_fold::fold(self.doc.words(j, j + 1));
            ["число", "количество", "кількість", "число погибших"].contains(&word.as_str())
        };
        if self.doc.lex.profile.head_first && b > a && number(b - 1) {
            return false;
        }
        // "the toll was given as 21 or 24": numbers of the dead, and the dead, say nothing.
        let head = (a..b).find(|j| !self.doc.any(*j, Classes::of(&[Class::Det, Class::And])));
        let toll = |j: usize| {
            let people = !self.doc.caps && matches!(self.doc.cue(j), Some((Harm::Population, _)));
            !people && matches!(self.doc.cue(j), Some((_, Role::Noun) | (Harm::Killed, Role::Head)))
                || !self.doc.caps && b == a + 2 && self.doc.has(j, Class::Impersonal)
        };
        if !self.doc.lex.profile.bare_plurals && head.is_some_and(toll) {
            return false;
        }
        let substance = |j: &usize| {
            self.doc.is_name(*j)
                || self.doc.any(*j, Classes::of(&[Class::Org, Class::Actor, Class::Lone, Class::Press]))
                || matches!(self.doc.unit(*j), Some(Unit::Person | Unit::Group | Unit::Household))
                || self.doc.is_word(*j) && (self.doc.unknown(*j) || self.doc.has(*j, Class::Medium))
        };
        (a..b).any(|j| substance(&j))
            && !(a..b).any(|j| self.doc.kind(j) == Kind::Mark && b - a == 1)
            && (!self.doc.caps || self.heads_speech(a, b))
    }

    /// Whether the head of the phrase is somebody: a person, an office, a name, or an unknown noun with its article.
    fn heads_speech(&self, a: usize, b: usize) -> bool {
        let doc = self.doc;
        let a = (a..b).find(|j| doc.is_word(*j) && !doc.has(*j, Class::In)).unwrap_or(a);
        let picks =
            Classes::of(&[Class::OneOf, Class::Num, Class::Many, Class::Vague, Class::About, Class::AtLeast]);
        let counted = (a..b.min(a + 3)).any(|j| doc.any(j, picks) || doc.kind(j) == Kind::Number);
        let end = match counted {
            true => b,
            false => (a + 1..b).find(|j| doc.any(*j, BEHIND_HEAD) && !doc.is_name(*j)).unwrap_or(b),
        };
        let known = |j: usize| {
            doc.any(j, Classes::of(&[Class::Org, Class::Actor, Class::Lone, Class::Press]))
                || matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household))
                || matches!(doc.cue(j), Some((Harm::Detained | Harm::Abducted | Harm::Displaced, Role::Head)))
        };
        // "Asked about": the capital of a sentence makes no name of a participle.
        let opening = |j: usize| j == self.s.first && doc.unknown(j) && self.participle_form(j);
        let named =
            |j: usize| doc.is_name(j) && !opening(j) && !doc.any(j, Classes::of(&[Class::Det, Class::Indef]));
        // Where there are no articles, an unknown noun needs none.
        let led = doc.lex.profile.head_first
            || doc.any(a, Classes::of(&[Class::Det, Class::Indef, Class::This, Class::Other]));
        let plural = doc.lex.profile.bare_plurals && doc.words(end - 1, end).ends_with('s');
        let noun = |j: usize| {
            doc.is_word(j) && (doc.unknown(j) || doc.has(j, Class::Medium)) && !self.participle_form(j)
        };
        let carries = |j: usize| doc.has(j, Class::Medium) && end < b;
        (a..end).any(|j| known(j) || named(j) || carries(j)) || (led || plural) && (a..end).any(noun)
    }

    /// Who is quoted or cited is somebody for certain: "citing poor roads" names nobody.
    pub(crate) fn somebody(&self, a: usize, b: usize) -> bool {
        let doc = self.doc;
        // "citing hospital records": the last word is what is meant.
        let last = b - 1;
        let thing = doc.lex.profile.bare_plurals
            && b > a + 1
            && doc.is_word(last)
            && !doc.any(last, Classes::of(&[Class::Org, Class::Actor]))
            && doc.unit(last).is_none()
            && !doc.is_name(last)
            && (a..b).all(|j| doc.is_word(j) && !doc.any(j, BEHIND_HEAD))
            && doc.any(last - 1, Classes::of(&[Class::Org, Class::PlaceNoun]));
        let person = |j: usize| {
            doc.is_name(j) && !doc.has(j, Class::Det)
                || doc.any(j, Classes::of(&[Class::Org, Class::Actor]))
                || matches!(doc.unit(j), Some(Unit::Person | Unit::Group))
        };
        !thing && (!doc.caps || (a..b).any(person))
    }

    /// "the rescuer states at 01:08: “…”": a verb that reports only when a colon or a quotation follows at once.
    pub(crate) fn leads_to_quote(&self, v: usize) -> bool {
        let doc = self.doc;
        if !doc.has(v, Class::SayQuote) || v == self.s.first || doc.is_name(v) {
            return false;
        }
        let pass = |j: usize| {
            self.in_period(j)
                || matches!(doc.kind(j), Kind::Number | Kind::Code)
                || doc.any(j, Classes::of(&[Class::In, Class::On, Class::Det, Class::Pronoun, Class::Medium]))
        };
        let mark = (v + 1..self.s.last.min(v + 8)).find(|j| !pass(*j));
        mark.is_some_and(|j| matches!(doc.kind(j), Kind::Colon | Kind::Quote))
    }

    /// "NAME published a video saying", "the post reads: “…”": who made what carries the words, when that is what speaks.
    pub(crate) fn maker(&self, a: usize, b: usize, v: usize) -> Option<Speaker> {
        let doc = self.doc;
        let end = (a + 1..b).find(|j| doc.any(*j, BEHIND_HEAD)).unwrap_or(b);
        let known = Classes::of(&[Class::Org, Class::Actor]);
        let carries = (a..end).any(|j| doc.has(j, Class::Medium)) && !(a..end).any(|j| doc.any(j, known));
        let quotes = doc.any(v, Classes::of(&[Class::SayOn, Class::SayQuote]));
        // "A tweet from NAME stating": named with whose it is.
        let whose = (end..b).any(|j| doc.any(j, Classes::of(&[Class::From, Class::Of])));
        if !carries || whose || !quotes || (a..end).any(|j| doc.is_name(j) && j > self.s.first) {
            return None;
        }
        if let Some(by) = (a + 1..b).find(|j| doc.has(*j, Class::By)) {
            return self.name_after(by + 1).map(|(x, y)| Speaker::Words(x, y));
        }
        let made = a
            .checked_sub(1)
            .filter(|j| *j > self.s.first && doc.any(*j, Classes::of(&[Class::Say, Class::Act])));
        match made {
            Some(verb) => self.name_before(verb).map(|(s, _)| s),
            None => doc.has(v, Class::SayQuote).then_some(Speaker::Previous),
        }
    }

    /// "NAME, 34, a nurse who was there, told …": who opens the sentence, past the asides that describe them.
    pub(crate) fn opening_speaker(&self, v: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        if !doc.caps || !doc.lex.profile.bare_plurals {
            return None;
        }
        let pass = Classes::of(&[Class::Have, Class::Skip]);
        let last = (self.s.first..v).rev().find(|j| !doc.any(*j, pass))?;
        // "a report in which NAME, one of the staff, recounted"
        let which = (self.s.first + 1..last).find(|j| {
            doc.has(*j, Class::Relative) && doc.any(j - 1, Classes::of(&[Class::In, Class::During]))
        });
        let a = self.trim_start(which.map_or(self.s.first, |w| w + 1), v);
        let mark = (a + 1..last).find(|j| !doc.is_word(*j) && !self.initial_stop(*j))?;
        // "NAME (26), who was there": what stands in brackets is no part of the name.
        let close = (mark..last.min(mark + 8)).find(|j| doc.kind(*j) == Kind::Close);
        let comma = close.filter(|_| doc.kind(mark) == Kind::Open).map_or(mark, |c| c + 1);
        // "NAME, who saw it told": the clause may run up to the verb.
        let runs = doc.is(comma + 1, "who") && doc.is_word(last);
        if doc.kind(comma) != Kind::Comma || !runs && doc.kind(last) != Kind::Comma || mark - a > 8 {
            return None;
        }
        let named = (a..mark).any(|j| doc.is_name(j) && doc.unknown(j) && (j > a || doc.is_name(j + 1)));
        let verb = |j: usize| {
            doc.any(j, FORBIDDEN)
                || doc.any(j, Classes::of(&[Class::Act, Class::In, Class::On, Class::When]))
                || doc.cue(j).is_some()
        };
        let aside = |j: usize| {
            let marks = matches!(doc.kind(j), Kind::Semicolon | Kind::Colon | Kind::Quote | Kind::Dash);
            let says = doc.has(j, Class::Say) && doc.unit(j).is_none();
            // "the general, NAME, and the secretary": a list of speakers.
            let listed = doc.has(j, Class::And) && !doc.is_word(j - 1);
            !(marks || says || listed)
        };
        if !named || (a..mark).any(verb) || !(comma..last).all(aside) {
            return None;
        }
        // The first aside that describes them goes with the name, up to its relative clause.
        let aged =
            comma + 2 < last && doc.kind(comma + 1) == Kind::Number && doc.kind(comma + 2) == Kind::Comma;
        let who = Classes::of(&[Class::Relative, Class::That]);
        let end = (comma + 1..last).find(|j| doc.any(*j, who) || !doc.is_word(*j)).unwrap_or(last);
        let told = (comma + 1..end).any(|j| doc.cue(j).is_some());
        Some((a, if aged || told || mark < comma || end - comma > 14 { mark } else { end }))
    }

    /// "Ana K. Torvald": the stop behind an initial.
    fn initial_stop(&self, j: usize) -> bool {
        let doc = self.doc;
        doc.kind(j) == Kind::Stop && j > self.s.first && doc.words(j - 1, j).chars().count() <= 3
    }

    /// A word with the ending of a participle.
    fn participle_form(&self, j: usize) -> bool {
        let word = cairn_fold::fold(self.doc.words(j, j + 1));
        self.doc.lex.profile.bare_plurals && (word.ends_with("ing") || word.ends_with("ed"))
    }

    /// "Asked about …", "Pressed on …": the sentence opens with what was put to the speaker.
    pub(crate) fn asked(&self) -> bool {
        let (doc, a) = (self.doc, self.s.first);
        a + 1 < self.s.last
            && doc.unknown(a)
            && self.participle_form(a)
            && doc.any(a + 1, Classes::of(&[Class::Preposition, Class::About, Class::On, Class::By]))
    }

    /// "Radio 24": a plain number right behind a name that is no day.
    pub(crate) fn numbered_name(&self, j: usize) -> bool {
        let doc = self.doc;
        doc.is_name(j - 1)
            && doc.words(j, j + 1).chars().count() <= 3
            && !self.in_period(j)
            && !doc.any(j - 1, Classes::of(&[Class::Month, Class::Det, Class::Indef]))
    }

    /// "about reports that": a noun behind its preposition.
    pub(crate) fn governed_noun(&self, v: usize) -> bool {
        let doc = self.doc;
        let before =
            Classes::of(&[Class::Preposition, Class::Of, Class::On, Class::From, Class::Cause, Class::About]);
        if !doc.lex.profile.bare_plurals
            || v == self.s.first
            || !doc.any(v - 1, before)
            || doc.has(v - 1, Class::According)
        {
            return false;
        }
        let word = cairn_fold::fold(doc.words(v, v + 1));
        let first = word.split(' ').next().unwrap_or_default();
        !["ed", "ing", "said", "told", "put", "says"].iter().any(|e| first.ends_with(e))
    }

    /// "the Displacement Matrix", "Task Force for Population Movement": a capital inside the sentence makes it a name.
    pub(crate) fn titled_word(&self, j: usize) -> bool {
        let doc = self.doc;
        doc.is_name(j)
            && j > self.s.first
            && doc.kind(j - 1) != Kind::Quote
            && (doc.is_name(j - 1) || j + 1 < self.s.last && doc.is_name(j + 1))
    }

    /// "in the besieged enclave", "former detainees": a participle before its noun, or people known by what befell them.
    pub(crate) fn describes(&self, j: usize) -> bool {
        let doc = self.doc;
        if !doc.lex.profile.bare_plurals {
            return false;
        }
        let led = j > self.s.first
            && (doc.any(j - 1, Classes::of(&[Class::Det, Class::Indef])) || doc.is(j - 1, "former"));
        let next = j + 1;
        let noun = next < self.s.last
            && doc.is_word(next)
            && (doc.any(next, Classes::of(&[Class::Org, Class::PlaceNoun])) || doc.unit(next).is_some());
        match doc.cue(j) {
            Some((_, Role::Part | Role::Subject)) => led && noun,
            Some((harm, Role::Head)) => {
                let tells = next < self.s.last && doc.has(next, Class::Say);
                matches!(harm, Harm::Detained | Harm::Abducted | Harm::Displaced) && (led || tells)
            }
            _ => false,
        }
    }

    /// ", in a letter dated 1 August,", ", speaking on condition that …,": where the aside whose last comma is at `j` opens.
    pub(crate) fn aside(&self, j: usize) -> Option<usize> {
        let doc = self.doc;
        if doc.kind(j) != Kind::Comma || !doc.caps {
            return None;
        }
        let open = (self.s.first + 1..j)
            .rev()
            .take(ASIDE)
            .take_while(|k| !matches!(doc.kind(*k), Kind::Quote | Kind::Stop | Kind::Semicolon | Kind::Colon))
            .find(|k| doc.kind(*k) == Kind::Comma)?;
        if open + 1 >= j || !doc.is_word(open + 1) {
            return None;
        }
        let led = Classes::of(&[Class::In, Class::On, Class::During, Class::Preposition, Class::SayOn]);
        let word = cairn_fold::fold(doc.words(open + 1, open + 2));
        let gerund = doc.lex.profile.bare_plurals && word.ends_with("ing")
            || doc.lex.profile.verb_first && (word.ends_with("ando") || word.ends_with("iendo"));
        // The aside tells of no harm itself, and somebody stands before it.
        let silent = (open + 1..j).all(|k| doc.cue(k).is_none());
        let before = open - 1;
        let someone = doc.is_name(before)
            || doc.any(before, Classes::of(&[Class::Org, Class::Actor]))
            || doc.unit(before).is_some()
            || doc.kind(before) == Kind::Close;
        (silent && someone && (doc.any(open + 1, led) || gerund)).then_some(open)
    }

    /// "the Cluster—a body of agencies, offices, and others—estimates": where the aside between dashes opens.
    pub(crate) fn between_dashes(&self, j: usize) -> Option<usize> {
        let doc = self.doc;
        if doc.kind(j) != Kind::Dash || !doc.caps {
            return None;
        }
        let mark = |k: usize| doc.words(k, k + 1);
        let open = (self.s.first + 1..j)
            .rev()
            .take(ASIDE * 2)
            .take_while(|k| !matches!(doc.kind(*k), Kind::Quote | Kind::Stop | Kind::Semicolon | Kind::Colon))
            .find(|k| doc.kind(*k) == Kind::Dash && mark(*k) == mark(j))?;
        let silent = (open + 1..j).all(|k| !doc.has(k, Class::Say) && doc.kind(k) != Kind::Number);
        (silent && doc.is_word(open - 1)).then_some(open)
    }

    /// "a witness who had fled", "un vecino que pidió el anonimato": whom the relative clause that holds `j` describes,
    /// when they open the sentence or stand behind a mark.
    pub(crate) fn described_by_clause(&self, j: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        if !doc.caps {
            return None;
        }
        let plain = |k: &usize| doc.is_word(*k) || doc.kind(*k) == Kind::Number;
        let english = crate::presence::phrase::english(doc);
        let opens_clause = |k: &usize| {
            let office = || english && *k > self.s.first && doc.has(*k - 1, Class::Org);
            doc.is(*k, "who")
                || (doc.is(*k, "that") || doc.is(*k, "which")) && office()
                || doc.lex.profile.verb_first && (doc.has(*k, Class::That) || doc.is(*k, "quien"))
        };
        let which = (self.s.first + 1..=j).rev().take(16).take_while(plain).find(opens_clause)?;
        let bar = Classes::of(&[
            Class::Say,
            Class::That,
            Class::Be,
            Class::Have,
            Class::Act,
            Class::In,
            Class::To,
            Class::By,
        ]);
        let mut a = which;
        while a > self.s.first
            && which - a < 12
            && doc.is_word(a - 1)
            && doc.cue(a - 1).is_none()
            && !doc.any(a - 1, bar)
        {
            a -= 1;
        }
        a = self.trim_start(a, which);
        let opens = a == self.s.first
            || !doc.is_word(a - 1)
            || doc.any(a - 1, Classes::of(&[Class::And, Class::Skip, Class::Stop]))
            || self.in_period(a - 1);
        let someone = (a..which).any(|k| {
            doc.any(k, Classes::of(&[Class::Org, Class::Actor]))
                || matches!(doc.unit(k), Some(Unit::Person | Unit::Group))
                || doc.unknown(k) && !self.participle_form(k)
        });
        let led = a < which && doc.any(a, Classes::of(&[Class::Det, Class::Indef, Class::Num, Class::This]));
        (led && opens && someone && which - a <= 8).then_some((a, which))
    }
}
