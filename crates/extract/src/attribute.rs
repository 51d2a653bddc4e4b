//! Who says it: reporting frames and the stretch of the sentence that each one covers.

use crate::accuse;
use crate::claim::Stance;
use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes};
use crate::time::Period;
use crate::token::Kind;

/// A reporting frame: a speaker and the lexemes that are their words.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub source: Speaker,
    pub from: usize,
    pub to: usize,
    /// The lexeme of the reporting verb or preposition.
    pub anchor: usize,
    pub stance: Option<Stance>,
    /// "X says it has …": the speaker reports their own deed.
    pub own_deed: bool,
}

/// A speaker as found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// Lexemes of the text.
    Words(usize, usize),
    /// "he said": whoever spoke last.
    Previous,
}

/// Classes that no speaker's name holds.
pub(crate) const FORBIDDEN: Classes = Classes::of(&[
    Class::Say,
    Class::Be,
    Class::Have,
    Class::That,
    Class::Relative,
    Class::According,
    Class::Hedge,
    Class::Cause,
    Class::Since,
    Class::AsOf,
    Class::Including,
    Class::Not,
    Class::AtLeast,
    Class::Act,
    Class::Fact,
    Class::AboutThis,
]);

/// Longer stretches are no names of speakers.
pub(crate) const MAX_NAME: usize = 24;

/// All frames of a sentence, left to right.
pub(crate) fn frames(doc: &Doc<'_>, s: Sentence, periods: &[Period]) -> Vec<Frame> {
    let f = Finder { doc, s, periods };
    let mut out: Vec<Frame> = Vec::new();
    out.extend(f.labelled());
    out.extend(f.bracketed());
    out.extend(f.closing_dash());
    for i in s.first..s.last {
        if doc.has(i, Class::Quoting) && !f.has(i + 1, Class::By) {
            if let Some(frame) = f.quoting(i) {
                out.retain(|e| e.to <= frame.from || frame.to <= e.from);
                out.push(frame);
            }
            continue;
        }
        if doc.has(i, Class::By)
            && f.telling(i)
            && let Some((a, b)) = f.name_after(i + 1)
        {
            let source = Speaker::Words(a, b);
            out.push(Frame { source, from: s.first, to: i, anchor: i, stance: None, own_deed: false });
            continue;
        }
        if doc.has(i, Class::Say) && f.coordinated(i) {
            // "X said … but estimated …": the same speaker goes on.
            if let Some(last) = out.last().cloned() {
                let stance = doc.entry(i).stance;
                let own_deed = f.has(i + 1, Class::OwnThat);
                out.push(Frame { from: i + 1, to: s.last, anchor: i, own_deed, stance, ..last });
                continue;
            }
        }
        // "X denied it, saying …": whoever spoke in this sentence, or its subject.
        let blames = doc.entry(i).stance == Some(Stance::Accuses) && doc.any(i, Classes::of(&[Class::SayOn]));
        if blames && f.kind(i.saturating_sub(1)) == Some(Kind::Comma) {
            continue;
        }
        if let Some(last) = f.goes_on(out.last(), i) {
            out.push(last);
            continue;
        }
        if doc.has(i, Class::SayOn) && f.kind(i.saturating_sub(1)) == Some(Kind::Comma) && i > s.first {
            let source = out.last().map(|l| l.source).or_else(|| f.opening_name(i)).or_else(|| f.he());
            out.extend(source.map(|source| Frame {
                source,
                from: i + 1,
                to: s.last,
                anchor: i,
                stance: None,
                own_deed: false,
            }));
            continue;
        }
        // "the agency, quoting the police, said": the words are those of the one quoted.
        let quoted = |f: &Frame| doc.has(f.anchor, Class::Quoting) && f.from == i + 1;
        if doc.has(i, Class::Say) && out.last().is_some_and(quoted) {
            continue;
        }
        // "su cuenta", "la denuncia": a noun here.
        if doc.has(i, Class::Say) && f.is_noun(i) {
            continue;
        }
        // "the agency quoted … as from an official his words": who is quoted speaks.
        if doc.has(i, Class::Relays)
            && let Some(frame) = f.relayed(i)
        {
            out.push(frame);
            continue;
        }
        if doc.has(i, Class::Say) && (f.after_according(i) || f.toll_claimed(i)) {
            continue;
        }
        // "In the commission's report it is said that": the verb belongs to the preposition before it.
        if doc.has(i, Class::Say)
            && let Some(last) = out.last_mut()
            && last.to <= s.last
            && doc.has(last.anchor, Class::According)
            && matches!(last.source, Speaker::Words(_, b) if (b..i).all(|j| doc.any(j, Classes::of(&[Class::Have, Class::Be, Class::Skip]))))
        {
            (last.from, last.to) = (i + 1, s.last);
            continue;
        }
        let frame = if doc.has(i, Class::According) {
            f.according(i)
        } else if f.saw(i) {
            f.press(i)
        } else if doc.has(i, Class::Say) || accuse::holds(doc, s, i) || f.governs_that(i) {
            f.says(i)
        } else {
            None
        };
        // "X said it had verified …": the pronoun is the one who has just spoken.
        let frame = frame.map(|f| match (f.source, out.last()) {
            (Speaker::Previous, Some(before)) => Frame { source: before.source, ..f },
            // No name at all: only who spoke in this sentence.
            (Speaker::Words(a, b), Some(before)) if a == b => Frame { source: before.source, ..f },
            _ => f,
        });
        let frame = frame.filter(|f| !matches!(f.source, Speaker::Words(a, b) if a == b));
        // "We counted 12 bodies": whoever is quoted, or whose text it is.
        let frame = frame.filter(|fr| fr.source != Speaker::Previous || !f.first_person(i));
        out.extend(frame);
    }
    f.tidy(&mut out);
    // A frame's words end where the next frame's speaker begins.
    for k in 1..out.len() {
        let next = out[k].clone();
        let begins = match next.source {
            Speaker::Words(a, _) => a.min(next.anchor),
            Speaker::Previous => next.anchor,
        };
        if next.to > next.anchor && next.from >= next.anchor {
            for earlier in out[..k].iter_mut().filter(|e| e.to > begins && e.from <= begins) {
                earlier.to = begins;
            }
        }
    }
    out
}

/// Whether the agent that begins at `by` is of a word of telling.
pub(crate) fn telling(doc: &Doc<'_>, s: Sentence, by: usize) -> bool {
    (s.first..by)
        .rev()
        .take(8)
        .take_while(|j| doc.is_word(*j) || doc.kind(*j) == Kind::Number)
        .any(|j| doc.has(j, Class::Telling))
}

pub(crate) struct Finder<'a, 'b> {
    pub doc: &'a Doc<'b>,
    pub s: Sentence,
    pub periods: &'a [Period],
}

impl Finder<'_, '_> {
    pub(crate) fn has(&self, i: usize, class: Class) -> bool {
        i < self.s.last && self.doc.has(i, class)
    }

    pub(crate) fn kind(&self, i: usize) -> Option<Kind> {
        (i < self.s.last).then(|| self.doc.kind(i))
    }

    /// Whether the verb at `v` only goes on after "and" or "but".
    fn coordinated(&self, v: usize) -> bool {
        let back = (self.s.first..v).rev().find(|j| {
            let passed =
                self.doc.has(*j, Class::Skip) && !self.doc.has(*j, Class::Stop) || self.in_period(*j);
            !passed && !self.doc.has(*j, Class::Have)
        });
        back.is_some_and(|j| self.doc.any(j, Classes::of(&[Class::And, Class::Stop])))
    }

    /// "Ministry of Health: 12 people were killed": an office and a colon open the sentence.
    fn labelled(&self) -> Option<Frame> {
        let limit = self.s.last.min(self.s.first + 12);
        let colon = (self.s.first..limit).find(|j| self.doc.kind(*j) == Kind::Colon)?;
        let a = self.trim_start(self.s.first, colon);
        let plain = |j: usize| {
            self.doc.kind(j) != Kind::Number
                && self.doc.cue(j).is_none()
                && !self.doc.any(j, FORBIDDEN)
                && !self.in_period(j)
                && !self.doc.any(j, Classes::of(&[Class::On, Class::Num]))
                // "Civil Defence in NAME:"
                && (!self.doc.has(j, Class::In) || (a..j).any(|k| self.doc.has(k, Class::Org)))
        };
        // "Country report (2025/26):" is a title.
        let named = |j: usize| self.doc.has(j, Class::Org) && !self.doc.has(j, Class::Say);
        // "@CivilDefence: 6 killed": a handle is a name.
        let handle = a > self.s.first && self.doc.words(a - 1, a) == "@" && colon == a + 1;
        let office = handle || (a..colon).any(|j| named(j) || self.doc.is_service(j));
        let follows = (colon + 1..self.s.last).any(|j| self.doc.cue(j).is_some())
            || self.kind(colon + 1) == Some(Kind::Quote);
        // "the channel, from a military source:": who is relayed speaks.
        let from = (a + 1..colon.saturating_sub(1)).find(|j| self.doc.has(*j, Class::RelayedFrom));
        let a = match from {
            Some(f) if !self.doc.lex.profile.capitals && office => f + 1,
            _ => a,
        };
        (office && follows && (a..colon).all(plain) && self.is_speaker(a, colon)).then_some(Frame {
            source: Speaker::Words(a, colon),
            from: colon + 1,
            to: self.s.last,
            anchor: colon,
            stance: None,
            own_deed: false,
        })
    }

    /// "47 people were killed (Ministry of Health)": an office in brackets closes the statement.
    fn bracketed(&self) -> Option<Frame> {
        let mut close = self.s.last;
        while close > self.s.first && matches!(self.doc.kind(close - 1), Kind::Stop | Kind::Semicolon) {
            close -= 1;
        }
        let close = close.checked_sub(1).filter(|c| *c > self.s.first && self.doc.kind(*c) == Kind::Close)?;
        let open = (self.s.first..close).rev().take(12).find(|j| self.doc.kind(*j) == Kind::Open)?;
        let mut a = open + 1;
        while a < close
            && (self.doc.any(a, Classes::of(&[Class::According, Class::Det]))
                || self.doc.kind(a) == Kind::Colon)
        {
            a += 1;
        }
        // "the Relief Council (NGO)" is a name with its short form.
        let short = open > self.s.first && self.doc.is_name(open - 1) && close - open == 2;
        let plain = |j: usize| {
            (self.doc.is_word(j) || matches!(self.doc.kind(j), Kind::Comma | Kind::Slash | Kind::Possessive))
                && self.doc.cue(j).is_none()
                && !self.doc.has(j, Class::Num)
                && !self.doc.any(j, FORBIDDEN)
        };
        let office = (open + 1..close).any(|j| self.doc.has(j, Class::Org));
        let all = a < close && (a..close).all(plain) && office && !short && open > self.s.first;
        (all && self.is_speaker(a, close)).then_some(Frame {
            source: Speaker::Words(a, close),
            from: self.s.first,
            to: open,
            anchor: open,
            stance: None,
            own_deed: false,
        })
    }

    /// "according to what NAME said": the verb is part of the preposition.
    fn after_according(&self, say: usize) -> bool {
        (self.s.first..say).rev().take(3).take_while(|j| self.doc.is_word(*j)).any(|j| {
            self.doc.has(j, Class::According)
                && (j + 1..say).all(|k| !self.doc.is_name(k) && !self.doc.has(k, Class::Org))
        })
    }

    /// The subject with which the sentence opens, up to its first verb.
    fn opening_name(&self, before: usize) -> Option<Speaker> {
        let a = self.trim_start(self.s.first, before);
        let bar = |j: &usize| {
            !self.doc.is_word(*j)
                || self.doc.any(*j, FORBIDDEN)
                || self.doc.cue(*j).is_some()
                || self.doc.unknown(*j) && !self.doc.is_name(*j) && *j > a
        };
        let b = (a..before).find(bar).unwrap_or(before);
        let actor = (a..b).any(|j| self.doc.any(j, Classes::of(&[Class::Org, Class::Actor])));
        (actor && self.is_speaker(a, b)).then_some(Speaker::Words(a, b))
    }

    /// "according to NAME": before its words, behind them, or in their middle.
    fn according(&self, i: usize) -> Option<Frame> {
        // "in his words": whoever spoke before.
        if self.has(i, Class::Pronoun) {
            return Some(Frame {
                source: Speaker::Previous,
                from: self.s.first,
                to: self.s.last,
                anchor: i,
                stance: None,
                own_deed: false,
            });
        }
        // "… appears a medic, and in his statement it says: …": who was named before it.
        if !self.doc.lex.profile.capitals && self.has(i + 1, Class::Pronoun) {
            let pass = Classes::of(&[Class::OneOf, Class::Org]);
            let named = (self.s.first..i).find(|j| self.doc.any(*j, pass)).and_then(|a| self.name_after(a));
            let source =
                named.filter(|(_, b)| *b <= i).map_or(Speaker::Previous, |(a, b)| Speaker::Words(a, b));
            return Some(Frame {
                source,
                from: i + 2,
                to: self.s.last,
                anchor: i,
                stance: None,
                own_deed: false,
            });
        }
        // "По последним данным, …": data that are nobody's.
        if self.kind(i + 1) == Some(Kind::Comma) {
            return None;
        }
        let verb =
            (i + 1..self.s.last.min(i + 4)).find(|v| self.has(*v, Class::Say) && self.after_according(*v));
        // "as the agency relayed from an official": who is relayed speaks.
        let relays =
            verb.filter(|v| self.has(*v, Class::Relays)).or(Some(i).filter(|i| self.has(*i, Class::Relays)));
        if let Some(frame) = relays.and_then(|v| self.relayed(v)) {
            return Some(Frame { from: self.s.first, to: i, anchor: i, ..frame });
        }
        // "by the figures that the committee gathered": who gathered them.
        let gathered = !self.doc.lex.profile.capitals
            && self.has(i + 1, Class::Impersonal)
            && self.has(i + 2, Class::Relative);
        let (a, b) = self.name_after(if gathered { i + 4 } else { verb.unwrap_or(i) + 1 })?;
        if self.impersonal(a, b) {
            return None;
        }
        let opening = (self.s.first..i).all(|j| {
            !self.doc.is_word(j)
                || self.doc.any(j, Classes::of(&[Class::And, Class::Skip]))
                || self.in_period(j)
        });
        // A mark of another kind before it sets it apart from what stands there: "…<br>According to NAME".
        let apart = i > self.s.first && matches!(self.doc.kind(i - 1), Kind::Mark | Kind::Stop);
        let opening = opening || apart;
        let parenthetic = matches!(self.kind(b), Some(Kind::Comma | Kind::Dash));
        // "…, according to NAME, and also six were hurt": a word of its own for "and also" opens another statement.
        let also = !self.doc.lex.profile.capitals
            && parenthetic
            && self.has(b + 1, Class::And)
            && b + 2 < self.s.last
            && !self.doc.lexemes[b + 2].glued
            && self.doc.cue(b + 2).is_some();
        let (from, to) = match (opening, parenthetic) {
            (false, true) if also => (self.part_opens(i), i),
            // "followed reports by NAME that …"
            (false, _) if self.has(b, Class::That) => (b, self.s.last),
            (true, _) => (b, self.s.last),
            (false, true) => (self.part_opens(i), self.s.last),
            // "…, and according to NAME …": a clause of its own.
            (false, false) if self.starts_clause(i) && !self.at_end(b) => (b, self.s.last),
            (false, false) => (self.s.first, i),
        };
        Some(Frame { source: Speaker::Words(a, b), from, to, anchor: i, stance: None, own_deed: false })
    }

    /// "13 people, seven of whom, according to NAME, …": where the part opens that holds the aside, else the sentence.
    fn part_opens(&self, i: usize) -> usize {
        let part = (self.s.first + 1..i).rev().take(10).find(|j| self.doc.has(*j, Class::Including));
        let counted =
            |from: usize| (from..i).any(|j| self.doc.kind(j) == Kind::Number || self.doc.has(j, Class::Num));
        part.map(|p| p.saturating_sub(1).max(self.s.first))
            .filter(|p| self.doc.caps && counted(*p) && self.kind(i.saturating_sub(1)) == Some(Kind::Comma))
            .unwrap_or(self.s.first)
    }

    /// "quoted Y as saying that", "…, citing Y": the one quoted speaks, not the one who quotes.
    fn quoting(&self, i: usize) -> Option<Frame> {
        let (a, b) = self.name_after(i + 1).filter(|(a, b)| self.somebody(*a, *b))?;
        let says = (b..self.s.last.min(b + 3)).find(|j| self.has(*j, Class::Say));
        let (from, to) = match says {
            // "…, agencies cited the ministry as saying."
            Some(v) if self.at_end(v + 1) && self.doc.caps => (self.s.first, self.s.last),
            Some(v) => (v + 1, self.s.last),
            None if i > self.s.first && (self.at_end(b) || self.kind(i - 1) == Some(Kind::Comma)) => {
                (self.s.first, self.s.last)
            }
            None => (b, self.s.last),
        };
        Some(Frame { source: Speaker::Words(a, b), from, to, anchor: i, stance: None, own_deed: false })
    }

    /// Right behind ", and" or a semicolon.
    fn starts_clause(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|j| *j > self.s.first) else { return false };
        self.doc.kind(before) == Kind::Semicolon
            || self.doc.has(before, Class::And) && self.doc.kind(before - 1) == Kind::Comma
    }

    fn says(&self, v: usize) -> Option<Frame> {
        let stance = self.doc.entry(v).stance;
        let make = |source, from, to, own_deed| Some(Frame { source, from, to, anchor: v, stance, own_deed });
        let mut after = v + 1;
        if self.has(after, Class::By)
            && let Some((a, b)) = self.name_after(after + 1)
        {
            return make(Speaker::Words(a, b), self.s.first, v, false);
        }
        while self.has(after, Class::Skip) || self.in_period(after) {
            after = self.period_end(after).unwrap_or(after + 1);
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
            && self.kind(v + 1) == Some(Kind::Comma);
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
        if let Some((source, a)) = self.name_before(v).filter(|(_, a)| self.subject_first(v, *a)) {
            let closed = a > self.s.first
                && matches!(self.doc.kind(a - 1), Kind::Comma | Kind::Quote | Kind::Dash | Kind::Close);
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
                    && cairn_fold::fold(self.doc.words(after + 1, after + 2)).ends_with("ing");
                // "Asked about reports of 60 dead, the spokesman said": what is asked is nobody's word.
                let from = if self.asked() { v + 1 } else { self.s.first };
                return make(source, from, if on || self.asked() { self.s.last } else { a }, false);
            }
            let that = usize::from(self.has(after, Class::That));
            let own = self.has(after + that, Class::Pronoun) || self.has(after, Class::OwnThat);
            // A verb with an object ("revised the toll") covers its clause, one with "that" the sentence.
            let object = that == 0 && self.has(after, Class::Det);
            let owned = self.has(v, Class::Owned);
            let clause_end = (after..self.s.last).find(|j| {
                // "declared a state of alert after the killing of three": why is the narrator's.
                object
                    && (self.doc.any(*j, Classes::of(&[Class::Relative, Class::Cause, Class::When]))
                        || self.doc.kind(*j) == Kind::Semicolon)
                    || stance == Some(Stance::Denies) && self.doc.kind(*j) == Kind::Colon
                    || owned
                        && (self.doc.kind(*j) == Kind::Comma
                            || self.doc.any(*j, Classes::of(&[Class::Relative, Class::That])))
            });
            // "declared a curfew and sent help to the 300": what is declared is all that is said.
            let declared = (after..self.s.last.min(after + 3)).find(|j| self.doc.has(*j, Class::Declared));
            let clause_end = declared.filter(|_| that == 0).map(|j| j + 1).or(clause_end);
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
        // "…, spoke to NAME": whom they told is no speaker.
        if self.addresses(v) {
            return None;
        }
        let (a, mut b) = self.name_after(self.skip_adjuncts(v + 1))?;
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
        if (quoted && silent || closing) && !leads {
            return make(Speaker::Words(a, b), self.s.first, v, false);
        }
        let forward =
            leads || self.has(b, Class::That) || self.quotes_at(b) || !(b >= self.s.last || self.at_end(b));
        if forward {
            make(
                Speaker::Words(a, b),
                b,
                self.s.last,
                self.has(b + 1, Class::Pronoun) || self.has(b, Class::OwnThat),
            )
        } else {
            make(Speaker::Words(a, b), self.s.first, v, false)
        }
    }

    /// "… and added that": a verb with its complement and no subject at all.
    fn pro_drop(&self, v: usize) -> bool {
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
        complement && opening
    }

    /// "were made known by", "تم توثيق 12 حالة من قبل": who stands behind "by" told it.
    fn telling(&self, by: usize) -> bool {
        telling(self.doc, self.s, by)
    }

    /// Whether the mark at `q` opens words that are said, not a name.
    pub(crate) fn quotes_at(&self, q: usize) -> bool {
        if self.kind(q) != Some(Kind::Quote) || self.doc.lexemes[q].glued || q + 1 >= self.s.last {
            return false;
        }
        let close = (q + 1..self.s.last).find(|j| self.doc.kind(*j) == Kind::Quote).unwrap_or(self.s.last);
        close > q + 5
            && (q + 1..close).any(|j| {
                self.doc.cue(j).is_some() || !self.doc.lex.profile.capitals && self.doc.has(j, Class::Act)
            })
    }

    /// Where the verb may come first, a name before it counts only when it opens the clause.
    pub(crate) fn subject_first(&self, v: usize, a: usize) -> bool {
        if !self.doc.lex.profile.verb_first {
            return true;
        }
        if v > self.s.first && self.doc.has(v - 1, Class::Relative) {
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
                || j + 1 == a
                    && self.doc.has(j, Class::In)
                    && (a..v.min(a + 3)).any(|k| self.doc.has(k, Class::Org) || self.doc.is_acronym(k))
        });
        // "…, but in the morning NAME": the mark stands before the little words.
        let little = Classes::of(&[Class::Stop, Class::Skip, Class::And, Class::Compare]);
        let lead = (self.s.first..a).rev().find(|j| !self.doc.any(*j, little) && !self.in_period(*j));
        // "En declaraciones a la televisión, el portavoz, NAME, sostuvo": an adjunct and its comma lead.
        let adjunct = self.doc.caps
            && a > self.s.first + 1
            && a <= self.s.first + 14
            && self.doc.any(self.s.first, Classes::of(&[Class::In, Class::On, Class::During, Class::Cause]))
            && self.doc.kind(a - 1) == Kind::Comma
            && (self.s.first..a).all(|j| self.doc.cue(j).is_none() && self.doc.kind(j) != Kind::Number);
        opens
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

    fn at_end(&self, b: usize) -> bool {
        (b..self.s.last).all(|j| !self.doc.is_word(j) || self.in_period(j))
            || matches!(self.kind(b), Some(Kind::Stop | Kind::Comma | Kind::Quote))
    }

    /// "…", said NAME.
    fn quoted_before(&self, v: usize) -> bool {
        v > self.s.first && matches!(self.doc.kind(v - 1), Kind::Quote | Kind::Comma)
    }

    pub(crate) fn in_period(&self, i: usize) -> bool {
        self.periods.iter().any(|p| p.first <= i && i < p.last)
    }

    pub(crate) fn period_end(&self, i: usize) -> Option<usize> {
        self.periods.iter().find(|p| p.first <= i && i < p.last).map(|p| p.last)
    }

    /// Time and place between an inverted verb and its subject ("informó hoy en la capital …").
    fn skip_adjuncts(&self, mut i: usize) -> usize {
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
