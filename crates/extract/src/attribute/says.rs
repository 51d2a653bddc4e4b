//! The frame of a reporting verb: its subject on either side, and how far its words go.

use crate::agent::accuse;
use crate::attribute::{Finder, Frame, Speaker};
use crate::claim::Stance;
use crate::lexicon::{Class, Classes};
use crate::text::token::Kind;

impl Finder<'_, '_> {
    pub(crate) fn says(&self, v: usize) -> Option<Frame> {
        // "דיווח בצפון: …": at the head of a line a report, and from where; nobody says it.
        let headed = v == self.s.first && self.doc.words(v, v + 1) == "דיווח";
        if headed && v + 1 < self.s.last && self.doc.words(v + 1, v + 2).starts_with('ב') {
            return None;
        }
        if self.nobody_says(v) && !self.has(v + 1, Class::In) {
            return None;
        }
        let stance = self.doc.entry(v).stance;
        let make = |source, from, to, own_deed| Some(Frame { source, from, to, anchor: v, stance, own_deed });
        let mut after = v + 1;
        if self.has(after, Class::By)
            && let Some((a, b)) = self.name_after(after + 1)
        {
            return make(Speaker::Words(a, b), self.s.first, v, false);
        }
        // "announced that, on Monday, …": "that" leads on.
        let idle = |j: usize| self.has(j, Class::Skip) && !self.has(j, Class::That);
        while idle(after) || self.in_period(after) {
            after = self.period_end(after).unwrap_or(after + 1);
        }
        // "había señalado a la agencia que": to whom, and then what.
        if let Some(told) = self.told_to(after).filter(|t| self.has(*t, Class::That) || self.at_end(*t)) {
            after = told;
        }
        // "said in his statement:"
        if self.has(after, Class::In) && self.has(after + 1, Class::Pronoun) && !self.doc.lex.profile.capitals
        {
            after += 2;
        }
        // "reported today (Dec. 28)."
        if self.kind(after) == Some(Kind::Open)
            && let Some(close) =
                (after..self.s.last.min(after + 7)).find(|j| self.doc.kind(*j) == Kind::Close)
            && (after + 1..close).any(|j| self.in_period(j))
        {
            after = close + 1;
        }
        let ends = after >= self.s.last
            || matches!(self.kind(after), Some(Kind::Stop | Kind::Close))
            || self.kind(after) == Some(Kind::Quote) && after + 1 >= self.s.last;
        // "…, dijo.": the subject is whoever spoke before.
        let alone =
            v > self.s.first && self.doc.kind(v - 1) == Kind::Comma && after >= self.s.last - 1 && ends;
        if self.doc.lex.profile.verb_first && alone {
            return make(Speaker::Previous, self.s.first, v, false);
        }
        // "Solo ayer, añadió, fallecieron 36": between two commas.
        let between = self.doc.caps
            && v > self.s.first
            && self.doc.kind(v - 1) == Kind::Comma
            && self.kind(v + 1) == Some(Kind::Comma)
            // "Врач, пожелавший остаться неизвестным, сказал, что": the clause about the speaker ends before it.
            && !(crate::grammar::oblique::here(self.doc) && self.has(v + 2, Class::That));
        if self.doc.lex.profile.verb_first && between {
            return make(Speaker::Previous, self.s.first, self.s.last, false);
        }
        if let Some(who) = self.someone_says(v) {
            return make(Speaker::Words(who, v), v + 1, self.s.last, false);
        }
        let inverted = self.doc.lex.profile.verb_first && self.pro_drop(v);
        if inverted {
            return make(Speaker::Previous, v + 1, self.s.last, false);
        }
        if let Some(source) = self.alone(v) {
            return make(source, v + 1, self.s.last, false);
        }
        // "En el ataque, que las autoridades atribuyen a la banda, murieron cinco": said of the attack alone.
        if let Some(close) = crate::grammar::romance::blaming_aside(self.doc, self.s, v) {
            return make(Speaker::Words(v, v), v + 1, close, false);
        }
        let before = match (self.name_before(v), self.opening_speaker(v)) {
            // "NAME, 34, a nurse, told …": not "a nurse" alone.
            (Some((Speaker::Words(a, _), _)), Some((x, y))) if a > y => Some((Speaker::Words(x, y), x)),
            (None, Some((x, y))) => Some((Speaker::Words(x, y), x)),
            (Some((Speaker::Words(a, b), at)), None) => {
                Some((self.maker(a, b, v).unwrap_or(Speaker::Words(a, b)), at))
            }
            (found, _) => found,
        };
        let before = before.filter(|(_, a)| !self.opens_adverbial(*a));
        let before = before.map(|(source, at)| match source {
            Speaker::Words(a, b) => {
                let (a, b) = crate::grammar::verbal::issuer(self.doc, a, b);
                (Speaker::Words(a, b), at)
            }
            other => (other, at),
        });
        if let Some((a, b)) = self.opening_aside(v) {
            return make(Speaker::Words(a, b), v + 1, self.s.last, false);
        }
        if let Some((source, a)) = before.filter(|(_, a)| self.subject_first(v, *a)) {
            let closed = a > self.s.first
                && matches!(self.doc.kind(a - 1), Kind::Comma | Kind::Quote | Kind::Dash | Kind::Close)
                && !self.only_leads(a);
            // ", officials told the agency in a call.": nothing is reported behind the verb.
            let silent = (after..self.s.last).all(|j| {
                self.doc.kind(j) != Kind::Number
                    && self.doc.cue(j).is_none()
                    && !self.doc.any(j, Classes::of(&[Class::That, Class::Num]))
            });
            let ends = ends || closed && silent;
            let pause = self.kind(after) == Some(Kind::Comma) && self.kind(after + 1) != Some(Kind::Quote);
            if closed && (ends || pause) {
                // "…, NAME added, taking the toll to 1,018": it goes on.
                let on = pause
                    && after + 1 < self.s.last
                    && self.doc.is_word(after + 1)
                    && (cairn_fold::fold(self.doc.words(after + 1, after + 2)).ends_with("ing")
                        || self.along(after + 1));
                // "Asked about reports of 60 dead, the spokesman said": what is asked is nobody's word.
                let from = if self.asked() { v + 1 } else { self.s.first };
                return make(source, from, if on || self.asked() { self.s.last } else { a }, false);
            }
            let that = usize::from(self.has(after, Class::That));
            let own = self.has(after + that, Class::Pronoun) || self.has(after, Class::OwnThat);
            // A verb with an object ("revised the toll") covers its clause, one with "that" the sentence.
            // "said the rebels attacked": a clause.
            let plain = ["said", "says", "say", "added", "adds"].iter().any(|w| self.doc.is(v, w));
            let object = that == 0 && self.has(after, Class::Det) && !plain;
            let owned = self.has(v, Class::Owned);
            let clause_end = (after..self.s.last).find(|j| {
                // "declared a state of alert after the killing of three": why is the narrator's.
                object
                    && (self.doc.any(*j, Classes::of(&[Class::Relative, Class::Cause, Class::When]))
                        || self.doc.kind(*j) == Kind::Semicolon)
                    || stance == Some(Stance::Denies) && self.doc.kind(*j) == Kind::Colon
                    || owned
                        && (self.doc.kind(*j) == Kind::Comma
                            || self.doc.any(*j, Classes::of(&[Class::Relative, Class::That]))
                            // "reivindicó el ataque y causó 12 muertos"
                            || self.doc.lex.profile.verb_first
                                && self.doc.has(*j, Class::And)
                                && self.has(*j + 1, Class::Act))
            });
            // "declared a curfew and sent help to the 300": what is declared is all that is said.
            let declared = (after..self.s.last.min(after + 3)).find(|j| self.doc.has(*j, Class::Declared));
            let clause_end = declared.filter(|_| that == 0).map(|j| j + 1).or(clause_end);
            let clause_end = self.relative_close(v).or(clause_end);
            return make(source, v + 1, clause_end.unwrap_or(self.s.last), own);
        }
        if !self.doc.lex.profile.verb_first && !self.quoted_before(v) {
            return None;
        }
        // "Doctor NAME, head of the clinic, said to the team: …"
        if let Some((a, b)) = self.apposed_subject(v) {
            return make(Speaker::Words(a, b), v + 1, self.s.last, false);
        }
        // "the army admitted … but said that four": the complement follows at once, so the speaker came before.
        if self.doc.lex.profile.verb_first
            && (self.has(after, Class::That)
                || self.kind(after) == Some(Kind::Comma) && self.has(after + 1, Class::That))
            && v > self.s.first
            && !self.doc.is_name(v + 1)
        {
            return make(Speaker::Words(v, v), v + 1, self.s.last, false);
        }
        // "…, y el régimen, que se niega, acusó al grupo": whom it is said of stands behind, who says it before.
        let charged = accuse::charges(self.doc, self.s, v)
            && self.doc.caps
            && (self.has(v + 1, Class::To) || self.has(v + 1, Class::Onto));
        if self.doc.lex.profile.verb_first && charged {
            let (source, _) = self.name_before(v).filter(|_| !self.has(v.saturating_sub(1), Class::That))?;
            return make(source, v + 1, self.s.last, false);
        }
        // "aseguraron 20 armas": secured, not assured.
        let things = crate::grammar::romance::here(self.doc)
            && self.kind(v + 1) == Some(Kind::Number)
            && self.doc.unit(v + 2) != Some(crate::lexicon::Unit::Person);
        // "…, spoke to NAME": whom they told is no speaker.
        if things || self.addresses(v) {
            return None;
        }
        // "report that five people died": what follows is told, and tells nothing.
        if self.has(v + 1, Class::That)
            && self.doc.lex.profile.bare_plurals
            && !self.doc.lex.profile.verb_first
        {
            return None;
        }
        // "…", - сказал он.
        if self.he_behind(v) {
            return make(Speaker::Previous, self.s.first, v, false);
        }
        let name = self.skip_adjuncts(v + 1);
        let behind = self.nominative_behind(name);
        // "рассказал по телефону": how it was told, and not by whom.
        if behind.is_none() && name < self.s.last && self.adjunct_at(name) && !self.has(name, Class::In) {
            return None;
        }
        let name = behind.unwrap_or(name);
        // "сообщил 15 ноября - Происшествия": the dash ends the line of news.
        let cut =
            crate::grammar::oblique::here(self.doc) && name > v + 1 && self.kind(name) == Some(Kind::Dash);
        if cut && !self.doc.lexemes[name].glued {
            return None;
        }
        let (a, mut b) = self.name_after(name)?;
        if accuse::charges(self.doc, self.s, v)
            && let Some(accused) = accuse::split(self.doc, a, b)
        {
            b = accused;
        }
        let leads = (self.s.first..v).all(|j| {
            !self.doc.is_word(j) && self.doc.kind(j) != Kind::Comma
                || self.doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::That]))
                || self.in_period(j)
        });
        // "…", said NAME, who … : nothing is reported behind the name.
        let quoted = v > self.s.first
            && (self.doc.kind(v - 1) == Kind::Quote
                || self.doc.kind(v - 1) == Kind::Comma
                    && v > self.s.first + 1
                    && self.doc.kind(v - 2) == Kind::Quote);
        let silent = (b..self.s.last).all(|j| {
            self.doc.kind(j) != Kind::Number && self.doc.cue(j).is_none() && !self.doc.has(j, Class::Num)
        });
        // "…, reported on Sunday the office for emergencies.": nothing is told behind the name.
        let closing = v > self.s.first && matches!(self.doc.kind(v - 1), Kind::Comma | Kind::Dash) && silent;
        // "…, فيما تبنى NAME العملية": who owns to it has told nothing of it.
        if closing && self.has(v, Class::Owned) && crate::grammar::verbal::here(self.doc) {
            return None;
        }
        if (quoted && silent || closing) && !leads {
            return make(Speaker::Words(a, b), self.s.first, v, false);
        }
        // "Между тем, сообщает «Волна», число задержанных достигло 12": between two commas, before anything is told.
        if self.put_in(v, b) {
            return make(Speaker::Words(a, b), self.s.first, self.s.last, false);
        }
        let forward =
            leads || self.has(b, Class::That) || self.quotes_at(b) || !(b >= self.s.last || self.at_end(b));
        if forward {
            // "claimed NAME the attack which killed": of the attack, not of the toll.
            let own_words = !self.doc.lex.profile.capitals && self.doc.is_own_responsibility(b);
            let owned = own_words || self.has(v, Class::Owned);
            // "تبنى NAME العملية": the deed is no part of the name.
            let deed = (a + 1..b).find(|j| {
                self.doc.has(*j, Class::Event)
                    || self.doc.has(*j, Class::Det) && self.has(j + 1, Class::Event)
            });
            b = deed.filter(|_| owned && !self.doc.caps).unwrap_or(b);
            let end = (b..self.s.last)
                .find(|j| owned && (self.doc.has(*j, Class::Relative) || self.doc.kind(*j) == Kind::Comma));
            make(
                Speaker::Words(a, b),
                b,
                end.unwrap_or(self.s.last),
                self.has(b + 1, Class::Pronoun) || self.has(b, Class::OwnThat),
            )
        } else {
            make(Speaker::Words(a, b), self.s.first, v, false)
        }
    }

    /// "On Monday, in a statement, NAME reported, on its website, that": nothing is told before the name.
    fn only_leads(&self, a: usize) -> bool {
        let told =
            |j: usize| self.doc.cue(j).is_some() || self.doc.kind(j) == Kind::Number && !self.in_period(j);
        let leads = Classes::of(&[Class::In, Class::On, Class::Skip, Class::During, Class::Since]);
        self.doc.lex.profile.capitals
            && (self.doc.any(self.s.first, leads) || self.in_period(self.s.first))
            && !(self.s.first..a).any(|j| told(j) || self.doc.any(j, Classes::of(&[Class::Num, Class::Say])))
    }

    /// "… and added that": a verb with its complement and no subject at all.
    pub(crate) fn pro_drop(&self, v: usize) -> bool {
        let to = usize::from(self.has(v + 1, Class::To) || self.has(v + 1, Class::Until));
        let complement = self.has(v + 1 + to, Class::That)
            || self.kind(v + 1) == Some(Kind::Comma) && self.has(v + 2, Class::That)
            || self.kind(v + 1) == Some(Kind::Colon)
            || self.kind(v + 1) == Some(Kind::Quote) && self.has(v + 2, Class::That)
            || self.quotes_at(v + 1);
        let opening = (self.s.first..v).all(|j| {
            !self.doc.is_word(j)
                || self.doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::Have, Class::Det]))
                || self.in_period(j)
        });
        // "Al presentar el informe, dijo que": an adjunct and its comma lead.
        let adjunct = crate::grammar::romance::here(self.doc)
            && v > self.s.first + 2
            && self.doc.kind(v - 1) == Kind::Comma
            && self.has(v + 1, Class::That)
            && crate::attribute::issued::adjunct(self.doc, self.s, v - 1);
        complement && (opening || adjunct)
    }

    /// Where the verb may come first, a name before it counts only when it opens the clause.
    pub(crate) fn subject_first(&self, v: usize, a: usize) -> bool {
        if !self.doc.lex.profile.verb_first {
            return true;
        }
        if crate::grammar::verbal::adjunct_before(self.doc, self.s, v) {
            return false;
        }
        let which = crate::grammar::romance::here(self.doc)
            && v > self.s.first + 1
            && self.doc.has(v - 1, Class::That);
        if v > self.s.first && (self.doc.has(v - 1, Class::Relative) || which) {
            // "who said in his statement: …"
            let aside = self.has(v + 1, Class::In) && self.has(v + 2, Class::Pronoun);
            let after = v + 1 + if aside { 2 } else { 0 };
            return self.has(after, Class::That)
                || self.kind(after) == Some(Kind::Colon)
                || self.quotes_at(after);
        }
        let apposed = v > self.s.first && self.doc.kind(v - 1) == Kind::Comma;
        // "En principio las autoridades …": a few words of time or manner lead.
        let led = self.has(self.s.first, Class::In)
            && a <= self.s.first + 4
            && (self.s.first + 1..a).all(|j| self.doc.is_word(j) && self.doc.cue(j).is_none());
        let opens = (self.s.first..a).all(|j| {
            !self.doc.is_word(j)
                || self.doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::Be, Class::That]))
                || self.in_period(j)
                || crate::grammar::romance::here(self.doc)
                    && self.doc.any(j, Classes::of(&[Class::PartOfDay, Class::By]))
                || j + 1 == a
                    && self.doc.has(j, Class::In)
                    && (a..v.min(a + 3)).any(|k| self.doc.has(k, Class::Org) || self.doc.is_acronym(k))
        });
        // "…, but in the morning NAME": the mark stands before the little words.
        let little = Classes::of(&[Class::Stop, Class::Skip, Class::And, Class::Compare]);
        let lead = (self.s.first..a).rev().find(|j| !self.doc.any(*j, little) && !self.in_period(*j));
        // "En declaraciones a la televisión, el portavoz, NAME, sostuvo": an adjunct and its comma lead.
        // "Más temprano, NAME, un portavoz, había señalado a la prensa que"
        let told = self.told_to(v + 1).unwrap_or(v + 1);
        let leads = Classes::of(&[Class::In, Class::On, Class::During, Class::Cause]);
        let adjunct = self.doc.caps
            && a > self.s.first + 1
            && a <= self.s.first + 14
            && (self.doc.any(self.s.first, leads) || apposed && self.has(told, Class::That))
            && self.doc.kind(a - 1) == Kind::Comma
            && (self.s.first..a).all(|j| self.doc.cue(j).is_none() && self.doc.kind(j) != Kind::Number);
        // "Más temprano, NAME, un portavoz, dijo": a word or two and their comma lead.
        let brief = self.doc.caps
            && a > self.s.first + 1
            && a <= self.s.first + 5
            && self.doc.kind(a - 1) == Kind::Comma
            && (self.s.first..a - 1).all(|j| {
                self.doc.is_word(j) && self.doc.cue(j).is_none() && !(j > self.s.first && self.doc.is_name(j))
            });
        opens
            || brief
            || self.second_clause(a)
            || adjunct
            || led && self.doc.any(a, Classes::of(&[Class::Det, Class::Indef]))
            || !apposed
                && lead.is_some_and(|j| {
                    // "mientras que la Cruz Roja habla de 60"
                    let which = |j: usize| self.doc.caps && self.doc.has(j, Class::Relative);
                    matches!(
                        self.doc.kind(j),
                        Kind::Comma | Kind::Quote | Kind::Dash | Kind::Semicolon | Kind::Colon
                    ) || which(j)
                        || self.doc.has(j, Class::That) && j > self.s.first && which(j - 1)
                })
    }

    pub(crate) fn at_end(&self, b: usize) -> bool {
        (b..self.s.last).all(|j| !self.doc.is_word(j) || self.in_period(j))
            || matches!(self.kind(b), Some(Kind::Stop | Kind::Comma | Kind::Quote))
    }

    /// "…", said NAME.
    pub(crate) fn quoted_before(&self, v: usize) -> bool {
        v > self.s.first && matches!(self.doc.kind(v - 1), Kind::Quote | Kind::Comma)
    }

    /// Time and place between an inverted verb and its subject ("informó hoy en la capital …").
    pub(crate) fn skip_adjuncts(&self, mut i: usize) -> usize {
        loop {
            if let Some(end) = self.period_end(i) {
                i = end;
            } else if self.has(i, Class::Det)
                && let Some(end) = self.period_end(i + 1)
            {
                i = end;
            } else if self.has(i, Class::Skip) || self.has(i, Class::Pronoun) {
                i += 1;
            } else if let Some(told) = self.addressee(i) {
                i = told;
            } else if self.doc.lex.profile.capitals
                && self.has(i, Class::In)
                && i + 1 < self.s.last
                && self.doc.is_name(i + 1)
                // "повідомили в ДСНС": initials are an office.
                && !self.doc.is_acronym(i + 1)
            {
                i += 1;
                while i < self.s.last && self.doc.is_name(i) {
                    i += 1;
                }
            } else {
                return i;
            }
        }
    }
}
