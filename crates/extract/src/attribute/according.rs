//! "According to NAME" and "quoting NAME": frames of a preposition.

use crate::attribute::{Finder, Frame, Speaker};
use crate::lexicon::{Class, Classes};
use crate::text::token::Kind;

impl Finder<'_, '_> {
    /// "according to what NAME said": the verb is part of the preposition.
    pub(crate) fn after_according(&self, say: usize) -> bool {
        (self.s.first..say).rev().take(3).take_while(|j| self.doc.is_word(*j)).any(|j| {
            self.doc.has(j, Class::According)
                && (j + 1..say).all(|k| !self.doc.is_name(k) && !self.doc.has(k, Class::Org))
        })
    }

    /// "according to NAME": before its words, behind them, or in their middle.
    pub(crate) fn according(&self, i: usize) -> Option<Frame> {
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
        // "otros 15 resultaron heridos, según ella": whoever spoke before.
        let pronoun = self.doc.caps && self.has(i + 1, Class::Pronoun) && !self.has(i + 1, Class::Object);
        if pronoun && (i + 2 >= self.s.last || matches!(self.kind(i + 2), Some(Kind::Stop | Kind::Comma))) {
            return Some(Frame {
                source: Speaker::Previous,
                from: self.s.first,
                to: self.s.last,
                anchor: i,
                stance: None,
                own_deed: false,
            });
        }
        // "По информации о пожарах": what it is about, and nobody's.
        let about = self.doc.lex.profile.head_first
            && i + 1 < self.s.last
            && ["о", "об", "про"].iter().any(|w| self.doc.is(i + 1, w));
        if about {
            return None;
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
        // "according to preliminary reports, a guard was hurt": they are nobody's.
        let ended = verb.is_some_and(|v| self.kind(v + 1) == Some(Kind::Comma));
        if ended && self.doc.lex.profile.bare_plurals && !self.doc.lex.profile.adjective_after {
            return None;
        }
        // "وفق حصيلة جديدة لوزارة الصحة": whose toll it is stands behind its preposition.
        let whose = (i + 1..self.s.last.min(i + 3)).find(|j| {
            !self.doc.lex.profile.capitals && self.has(*j, Class::Of) && self.has(j + 1, Class::Org)
        });
        let whose =
            whose.filter(|j| *j > i + 1 && (i + 1..*j).all(|k| self.doc.is_word(k) && !self.doc.is_name(k)));
        let at = if gathered { i + 4 } else { verb.or(whose).unwrap_or(i) + 1 };
        // "وفقا لوزارة": the letter written onto the name belongs to the preposition ("للوزارة" keeps its article in it).
        let written_on = !self.doc.lex.profile.capitals
            && self.has(at, Class::Of)
            && at + 1 < self.s.last
            && self.doc.lexemes[at + 1].glued;
        let letter = usize::from(written_on && self.doc.words(at, at + 1) == "ل");
        let named = if written_on { self.name_at(at + letter) } else { self.name_after(at) };
        let published =
            crate::grammar::verbal::published_by(self.doc, self.s, i + 1).and_then(|j| self.name_after(j));
        let (a, b) = published.or_else(|| self.issuer(i + 1)).or(named)?;
        // "según el último balance publicado el martes por la alcaldía": whose balance it is.
        let issuer =
            crate::attribute::issued::issuer(self.doc, self.s, a).and_then(|by| self.name_after(by + 1));
        let (a, b) = issuer.unwrap_or((a, b));
        // "datos de la Fiscalía revelan que": the verb before its "que" is no part of the name.
        let verb = |j: usize| {
            let word = self.doc.words(j, j + 1);
            !self.doc.is_name(j) && ["an", "en", "ron", "ó"].iter().any(|e| word.ends_with(e))
        };
        let b = b - usize::from(
            crate::grammar::romance::here(self.doc) && b > a + 1 && self.has(b, Class::That) && verb(b - 1),
        );
        if self.impersonal(a, b) || crate::attribute::issued::nameless(self.doc, a, b) {
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
        // "10 died, according to A, and six were hurt, according to B": each closes its own part.
        let says = |j: usize| self.doc.has(j, Class::According) && !self.has(j + 1, Class::Pronoun);
        let earlier = (self.s.first..i)
            .rev()
            .find(|j| says(*j))
            .and_then(|j| self.name_after(j + 1))
            .map(|(_, end)| end)
            .filter(|end| *end < i && matches!(self.kind(*end), Some(Kind::Comma | Kind::Semicolon)));
        let later = (b..self.s.last).any(|j| says(j) && j > b && self.kind(j - 1) != Some(Kind::Comma));
        let (from, to) = match (opening, parenthetic) {
            (false, _) if earlier.is_some() && !self.has(b, Class::That) => (earlier.unwrap_or(b), i),
            (false, true) if later => (self.part_opens(i), i),
            (false, true) if also => (self.part_opens(i), i),
            // "followed reports by NAME that …"
            // "según fuentes que señalaron": they say both.
            (false, _) if self.has(b, Class::That) && !(self.doc.caps && self.has(b + 1, Class::Say)) => {
                (b, self.s.last)
            }
            (true, _) => (b, self.s.last),
            (false, true) => (self.part_opens(i), self.s.last),
            // "fuentes que señalaron hubo siete": they say both.
            (false, false) if self.doc.caps && self.has(b, Class::That) => (self.s.first, self.s.last),
            // "que según la Junta alcanzaron": what follows is their word.
            (false, false)
                if crate::grammar::romance::here(self.doc)
                    && self.has(i - 1, Class::That)
                    && !self.at_end(b) =>
            {
                (b, self.s.last)
            }
            // "…, and according to NAME …": a clause of its own.
            // "נהרגו לפי משרד הבריאות 480": it stands within its clause.
            (false, false)
                if crate::grammar::prefixed::here(self.doc)
                    && b < self.s.last
                    && (self.doc.kind(b) == Kind::Number
                        || self.doc.any(
                            b,
                            Classes::of(&[Class::Num, Class::About, Class::AtLeast, Class::Vague]),
                        )) =>
            {
                // "34 נהרסו, ועל פי הרשות 2,300 פונו": it opens a clause of its own.
                let apart = self.doc.words(i, i + 1).starts_with('ו') || self.has(i - 1, Class::And);
                (if apart { b } else { self.s.first }, self.s.last)
            }
            (false, false) if self.starts_clause(i) && !self.at_end(b) => (b, self.s.last),
            (false, false) => {
                (crate::grammar::verbal::had_done(self.doc, self.s, i).unwrap_or(self.s.first), i)
            }
        };
        Some(Frame { source: Speaker::Words(a, b), from, to, anchor: i, stance: None, own_deed: false })
    }

    /// "13 people, seven of whom, according to NAME, …": where the part opens that holds the aside, else the sentence.
    pub(crate) fn part_opens(&self, i: usize) -> usize {
        let part = (self.s.first + 1..i).rev().take(10).find(|j| self.doc.has(*j, Class::Including));
        let counted =
            |from: usize| (from..i).any(|j| self.doc.kind(j) == Kind::Number || self.doc.has(j, Class::Num));
        part.map(|p| p.saturating_sub(1).max(self.s.first))
            .filter(|p| self.doc.caps && counted(*p) && self.kind(i.saturating_sub(1)) == Some(Kind::Comma))
            .unwrap_or(self.s.first)
    }

    /// "NAME was quoted by the agency as saying": who is quoted stands before it.
    pub(crate) fn was_quoted(&self, i: usize) -> Option<Frame> {
        let by = self.doc.is(i, "quoted by") || self.has(i + 1, Class::By);
        let words = self.doc.words(i, i + 1);
        let quoted = self.has(i, Class::Quoting) || self.has(i, Class::Say) && words.ends_with(" by");
        if !by || !quoted || i <= self.s.first || !self.has(i - 1, Class::Be) {
            return None;
        }
        let (source, first) = self.name_before(i - 1)?;
        let says =
            (i + 1..self.s.last.min(i + 14)).find(|j| self.doc.words(*j, j + 1).ends_with("saying"))?;
        let closing = first > self.s.first && self.at_end(says + 1);
        let (from, to) = if closing { (self.s.first, first) } else { (says + 1, self.s.last) };
        Some(Frame { source, from, to, anchor: says, stance: None, own_deed: false })
    }

    /// "quoted Y as saying that", "…, citing Y": the one quoted speaks, not the one who quotes.
    pub(crate) fn quoting(&self, i: usize) -> Option<Frame> {
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
    pub(crate) fn starts_clause(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|j| *j > self.s.first) else { return false };
        self.doc.kind(before) == Kind::Semicolon
            || self.doc.has(before, Class::And) && self.doc.kind(before - 1) == Kind::Comma
    }
}
