//! Who says it: reporting frames and the stretch of the sentence that each one covers.

pub(crate) mod according;
pub(crate) mod frame;
pub(crate) mod issued;
pub(crate) mod nominative;
pub(crate) mod outlet;
pub(crate) mod quotation;
pub(crate) mod reported;
pub(crate) mod said;
pub(crate) mod says;
pub(crate) mod speaker;
pub(crate) mod voice;

use crate::agent::accuse;
use crate::attribute::reported::Impersonal;
use crate::claim::Stance;
use crate::lexicon::{Class, Classes};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

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
        // The verb of saying behind it is that frame's own.
        if out.last().is_some_and(|l| l.anchor == i) {
            continue;
        }
        if let Some(frame) = f.was_quoted(i) {
            out.push(frame);
            continue;
        }
        if doc.has(i, Class::Quoting) && !f.has(i + 1, Class::By) {
            if let Some(frame) = f.quoting(i) {
                out.retain(|e| e.to <= frame.from || frame.to <= e.from);
                out.push(frame);
            }
            continue;
        }
        // "el ataque que se registra en los bares": the verb has no mouth of its own.
        if f.it_charges(i) || f.added_to(i) {
            continue;
        }
        if doc.has(i, Class::Say)
            && (crate::attribute::issued::reflexive(doc, s, i)
                || crate::grammar::romance::says_nothing(doc, s, i))
        {
            continue;
        }
        // "un pueblo donde indicó que": who spoke before; "según fuentes que señalaron": they say both.
        if doc.has(i, Class::Say) && crate::attribute::issued::within_clause(doc, s, i, out.last()) {
            continue;
        }
        let issued = || doc.has(i, Class::By).then(|| f.issues(i)).flatten();
        if let Some(frame) = f.on_telling(i).or_else(issued) {
            out.push(frame);
            continue;
        }
        if doc.has(i, Class::By)
            && f.telling(i)
            && let Some((a, b)) = f.name_after(i + 1)
        {
            let source = Speaker::Words(a, b);
            let to = crate::attribute::issued::reach(doc, s, i, b);
            out.push(Frame { source, from: s.first, to, anchor: i, stance: None, own_deed: false });
            continue;
        }
        if doc.has(i, Class::Say) && f.coordinated(i) {
            // "X said … but estimated …": the same speaker goes on.
            // "according to the police, and 28 names were published": who is cited does not go on.
            let cited = |l: &Frame| !doc.caps && doc.has(l.anchor, Class::According);
            if let Some(last) = out.last().filter(|l| !cited(l)).cloned() {
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
        // "su cuenta", "la denuncia": a noun here. "a Sable-claimed raid": written onto the name before it.
        let hyphened =
            doc.lex.profile.bare_plurals && i > s.first && doc.lexemes[i].glued && doc.is_word(i - 1);
        if doc.has(i, Class::Say) && (hyphened || f.is_noun(i)) {
            continue;
        }
        // "the agency quoted … as from an official his words": who is quoted speaks.
        if doc.has(i, Class::Relays)
            && let Some(frame) = f.relayed(i)
        {
            out.push(frame);
            continue;
        }
        // "نقل اثنان إلى المستشفى": carried, not told.
        let near = i + 1..s.last.min(i + 6);
        let carried = doc.has(i, Class::Relays)
            && !doc.lex.profile.capitals
            && near.clone().any(|j| doc.has(j, Class::Onto))
            && !near.clone().any(|j| doc.has(j, Class::That));
        if carried {
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
            // "…, data from the ministry show.": nothing is told behind the verb.
            if !(last.from == s.first && f.at_end(i + 1)) {
                (last.from, last.to) = (i + 1, s.last);
            }
            continue;
        }
        let impersonal = f.impersonal_verb(i);
        let frame = if let Impersonal::Nobody = impersonal {
            continue;
        } else if let Impersonal::By(frame) = impersonal {
            Some(frame)
        } else if let Some(frame) =
            doc.has(i, Class::According).then(|| f.according_to_what_came(i)).flatten()
        {
            Some(frame)
        } else if let Some(frame) = f.came_in(i) {
            Some(frame)
        } else if doc.has(i, Class::According) {
            f.according(i)
        } else if f.saw(i) || f.holds_record(i) {
            f.press(i)
        } else if crate::bind::neighbours::reporting_noun(doc, s, i) {
            None
        } else if doc.has(i, Class::Say)
            || accuse::holds(doc, s, i)
            || f.governs_that(i)
            || f.leads_to_quote(i)
        {
            // "X does not know who did it, but said …": the subject of its first verb.
            f.says(i).or_else(|| f.office_then_clause(i)).or_else(|| {
                let source = f.coordinated(i).then(|| f.opening_name(i)).flatten()?;
                // "Our troops responded and reported no dead": whose text it is, the narrator's.
                if doc.is(s.first, "our") || doc.has(s.first, Class::FirstPerson) {
                    return None;
                }
                let (from, stance) = (i + 1, doc.entry(i).stance);
                Some(Frame { source, from, to: s.last, anchor: i, stance, own_deed: false })
            })
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
        out.extend(frame.map(|frame| f.without_report(frame)));
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

/// The body with which a sentence that tells of nobody's words opens, as the subject of its first verb: "A committee of
/// parliament is studying".
pub(crate) fn body(doc: &Doc<'_>, s: Sentence, periods: &[Period]) -> Option<String> {
    let f = Finder { doc, s, periods };
    let verb = (s.first + 1..s.last.min(s.first + 12))
        .find(|j| doc.any(*j, Classes::of(&[Class::Be, Class::Have, Class::Act])) || doc.is_past(*j))?;
    let led = doc.any(s.first, Classes::of(&[Class::Det, Class::Indef])) || doc.is_name(s.first);
    let office = (s.first..verb).find(|j| doc.has(*j, Class::Org))?;
    let of =
        (s.first..office).any(|j| doc.any(j, Classes::of(&[Class::Of, Class::In, Class::By, Class::From])));
    (led && !of && f.is_speaker(s.first, verb) && frames(doc, s, periods).is_empty())
        .then(|| doc.words(s.first, verb).to_owned())
}

/// Whether the agent that begins at `by` is of a word of telling.
pub(crate) fn telling(doc: &Doc<'_>, s: Sentence, by: usize) -> bool {
    if crate::grammar::romance::here(doc) {
        return crate::attribute::issued::participle(doc, s, by).is_some();
    }
    (s.first..by).rev().take(8).take_while(|j| doc.is_word(*j) || doc.kind(*j) == Kind::Number).any(|j| {
        doc.has(j, Class::Telling) && !(j > s.first + 1 && crate::grammar::verbal::part_of_name(doc, j))
    })
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
    pub(crate) fn coordinated(&self, v: usize) -> bool {
        let back = (self.s.first..v).rev().find(|j| {
            let passed =
                self.doc.has(*j, Class::Skip) && !self.doc.has(*j, Class::Stop) || self.in_period(*j);
            !passed && !self.doc.has(*j, Class::Have)
        });
        back.is_some_and(|j| self.doc.any(j, Classes::of(&[Class::And, Class::Stop])))
    }

    /// The subject with which the sentence opens, up to its first verb.
    pub(crate) fn opening_name(&self, before: usize) -> Option<Speaker> {
        let a = self.trim_start(self.s.first, before);
        let led = a < before && self.doc.any(a, Classes::of(&[Class::Det, Class::Indef]));
        let bar = |j: &usize| {
            !self.doc.is_word(*j) && self.doc.kind(*j) != Kind::Possessive
                || self.doc.any(*j, FORBIDDEN)
                || self.doc.cue(*j).is_some()
                || self.doc.unknown(*j) && !self.doc.is_name(*j) && *j > a + usize::from(led)
        };
        let b = (a..before).find(bar).unwrap_or(before);
        let actor = (a..b).any(|j| self.doc.any(j, Classes::of(&[Class::Org, Class::Actor])));
        (actor && self.is_speaker(a, b)).then_some(Speaker::Words(a, b))
    }

    /// "were made known by", "تم توثيق 12 حالة من قبل": who stands behind "by" told it.
    pub(crate) fn telling(&self, by: usize) -> bool {
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

    pub(crate) fn in_period(&self, i: usize) -> bool {
        self.periods.iter().any(|p| p.first <= i && i < p.last)
    }

    pub(crate) fn period_end(&self, i: usize) -> Option<usize> {
        self.periods.iter().find(|p| p.first <= i && i < p.last).map(|p| p.last)
    }
}
