//! When and where a claim says it happened: the nearest period and place of its sentence, else what stands above.

use crate::assemble::{Anchor, Reader};
use crate::attribute::{Frame, Speaker};
use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes};
use crate::place::{self, Place};
use crate::text::token::Kind;
use crate::time::Period;

impl Reader<'_, '_> {
    /// How far a stretch of lexemes is from the anchor, dearer across marks and other figures.
    fn distance(&self, anchor: Anchor, first: usize, last: usize) -> u32 {
        let (lo, hi) = (anchor.first.min(anchor.cue), anchor.last.max(anchor.cue + 1));
        let gap = if last <= lo {
            last..lo
        } else if first >= hi {
            hi..first
        } else {
            return 0;
        };
        let before = last <= lo;
        let marks: u32 = gap
            .clone()
            .map(|j| match self.doc.kind(j) {
                Kind::Colon => 30,
                Kind::Semicolon => 12,
                Kind::Number => 3,
                Kind::Comma => 1,
                _ => 0,
            })
            .sum();
        gap.len() as u32 + marks + u32::from(before)
    }

    /// "last night 50, and over the week 900": what stands behind ", and" is about what follows it.
    fn next_clause(&self, anchor: Anchor, first: usize) -> bool {
        let joint = Classes::of(&[Class::And, Class::Stop]);
        (anchor.last..first).any(|j| self.doc.kind(j) == Kind::Comma && self.doc.any(j + 1, joint))
    }

    pub(crate) fn period(&self, anchor: Anchor) -> Option<Period> {
        let reporting = |p: &Period| {
            let at = |i: usize| i < self.s.last && i >= self.s.first && self.doc.has(i, Class::Say);
            let back = (self.s.first..p.first)
                .rev()
                .find(|j| !self.doc.any(*j, Classes::of(&[Class::Det, Class::On])));
            // "reports that on 9 June …": what is behind "that" is told, not the telling.
            let that = |j: usize| {
                let words = self.doc.words(j, j + 1);
                words.ends_with(" that") || words.ends_with(" que")
            };
            let beside = at(p.last) || back.is_some_and(|j| at(j) && !that(j));
            let day = Classes::of(&[Class::Weekday, Class::DayWord]);
            let bare = self.doc.any(
                p.first,
                Classes::of(&[Class::On, Class::Weekday, Class::DayWord, Class::Past, Class::This]),
            ) || self.doc.has(p.first, Class::In)
                && p.last == p.first + 2
                && self.doc.any(p.first + 1, day);
            // "said in a statement on Friday that": between the verb and what is said.
            let between = self.frames.iter().any(|f| {
                f.anchor < p.first
                    && p.first < f.anchor + 10
                    && (f.anchor + 1..p.first).all(|j| !self.doc.has(j, Class::That))
                    && (p.last..self.s.last.min(p.last + 2)).any(|j| self.doc.has(j, Class::That))
            });
            // "The ministry, in a letter dated 1 August, said": between the speaker and the verb.
            let aside = self.frames.iter().any(
                |f| matches!(f.source, Speaker::Words(_, b) if b <= p.first && p.last <= f.anchor && p.first < f.anchor),
            );
            ((beside || between) && bare || aside) && !p.since
        };
        let inside_actor = |p: &Period| {
            self.frames
                .iter()
                .any(|f| matches!(f.source, Speaker::Words(a, b) if a <= p.first && p.last <= b))
        };
        // "In a statement on Wednesday, X said that nine died at the weekend": before the speaker, for want of another.
        let opens_frame = |p: &Period| {
            self.frames
                .iter()
                .any(|f| matches!(f.source, Speaker::Words(a, _) if a == p.last + 1 && f.anchor > a))
                && p.first > self.s.first + 1
        };
        self.periods
            .iter()
            .filter(|p| !p.weak && !reporting(p) && !inside_actor(p))
            .min_by_key(|p| {
                let nearer = |q: &Period| {
                    let said = !q.weak && !reporting(q) && !self.doc.has(q.first, Class::SamePeriod);
                    said && p.last + 4 <= q.first && q.last <= anchor.first
                };
                let opening = p.first <= self.s.first + 2 && !self.periods.iter().any(nearer);
                let d = self.distance(anchor, p.first, p.last);
                let d = if opening { d.min(6) } else { d };
                // "June, 1,011; July, 1,037": the month right before its figure.
                let own = p.last + 1 == anchor.first && self.doc.kind(p.last) == Kind::Comma
                    || p.last == anchor.first;
                let d = if own { 0 } else { d + u32::from(self.next_clause(anchor, p.first)) * 6 };
                (opens_frame(p), !own, d)
            })
            .copied()
            .or_else(|| *self.above.period.get_or_init(|| self.scopes.period(self.index)))
    }

    /// Who is said to have done it in the sentence before or in the one behind.
    pub(crate) fn doer_beside(&self, anchor: Anchor, metric: Metric) -> Option<String> {
        let before = if self.same_event(anchor) { self.doer_before(anchor) } else { None };
        let told = metric != Metric::Declaration && metric != Metric::Population;
        before.or_else(|| if told { self.scopes.owned_behind(self.index) } else { None })
    }

    /// The day of the sentence before, where this one names no time at all and tells no running total.
    pub(crate) fn carried(&self, anchor: Anchor) -> Option<Period> {
        let total = (self.s.first..self.s.last).any(|j| self.doc.has(j, Class::Cumulative));
        let (lo, hi) = (anchor.first.min(anchor.cue), anchor.last.max(anchor.cue + 1));
        let lasting = self.doc.lex.profile.bare_plurals
            && (self.s.first.max(lo.saturating_sub(3))..hi)
                .any(|j| self.doc.is(j, "has") || self.doc.is(j, "have"));
        let silent = self.periods.is_empty() && !total && !lasting;
        silent.then(|| self.scopes.carried(self.index, !self.frames.is_empty())).flatten()
    }

    pub(crate) fn place(&self, anchor: Anchor, frame: Option<&Frame>) -> Option<String> {
        let in_speaker = |p: &Place| {
            let in_frame =
                |f: &Frame| matches!(f.source, Speaker::Words(a, b) if a <= p.first && p.last <= b);
            frame.is_some_and(in_frame) || self.frames.iter().any(in_frame)
        };
        // "seven in NAME, three in NAME": the place right behind its figure.
        // "19 of them in NAME"
        let of_them = Classes::of(&[Class::Including, Class::Of, Class::Pronoun]);
        let beside = |at: usize| {
            at == anchor.last
                || anchor.last < at
                    && at <= anchor.last + 2
                    && (anchor.last..at).all(|j| self.doc.any(j, of_them))
        };
        if let Some(p) = self.places.iter().find(|p| beside(p.at) && p.rank >= 2) {
            return Some(place::words(self.doc, p));
        }
        // What follows a colon is about what follows the colon.
        // Unless nothing is counted there: "killed one resident: in NAME".
        let counts = |from: usize| {
            (from..self.s.last).any(|j| {
                self.doc.cue(j).is_some()
                    || self.doc.kind(j) == Kind::Number
                    || self.doc.any(j, Classes::of(&[Class::Num, Class::Vague, Class::Many]))
            })
        };
        let apart = |p: &&Place| {
            !(anchor.last..p.at.max(anchor.last)).any(|j| self.doc.kind(j) == Kind::Colon && counts(j))
        };
        // "TARVEK, 16 km north of OLDBRIDGE, where they killed two": where is the place named before it.
        let head = anchor.first.min(anchor.cue);
        let whither = (self.s.first..head).rev().find(|j| self.is_where(*j));
        let before = whither.and_then(|w| {
            let near = |p: &&Place| p.last <= w && w <= p.last + 12 && !in_speaker(p);
            let behind = self.places.iter().any(|p| p.at > w && p.last <= head);
            let best = self.places.iter().filter(near).max_by_key(|p| (p.rank.min(2), p.last));
            best.filter(|_| !behind)
        });
        if let Some(p) = before {
            return Some(place::words(self.doc, p));
        }
        let best = self.places.iter().filter(apart).filter(|p| !in_speaker(p)).min_by_key(|p| {
            let opening = p.at <= self.s.first + 1;
            let d = self.distance(anchor, p.at, p.last);
            let d = if opening { d.min(8) } else { d };
            d + u32::from(3 - p.rank.min(3)) * 4
        });
        match best {
            Some(p) if p.rank >= 2 => Some(place::words(self.doc, p)),
            _ => self
                .above
                .place
                .get_or_init(|| self.scopes.place(self.index, self.long_time()))
                .clone()
                // "officials in NAME": where they are, for want of another place.
                .or_else(|| {
                    let of_speaker = self.places.iter().find(|p| p.rank >= 3 && in_speaker(p));
                    best.or(of_speaker).map(|p| place::words(self.doc, p))
                }),
        }
    }

    /// The sentence tells of a time of its own, longer than one event.
    fn long_time(&self) -> bool {
        let long = |p: &Period| {
            let days = p.from.zip(p.to).map_or(0, |(a, b)| b.duration_since(a).as_hours() / 24);
            p.since || days >= 6 || self.doc.has(p.first, Class::SamePeriod)
        };
        self.periods.iter().any(|p| !p.weak && long(p))
    }

    /// "where": the word itself, in the languages that have one for places alone.
    fn is_where(&self, j: usize) -> bool {
        ["where", "donde", "где", "де"].iter().any(|w| self.doc.is(j, w))
    }

    /// "63 people, 40 of them in May": a part with a time right behind it.
    pub(crate) fn dated_itself(&self, b: &Bound, bound: &[Bound]) -> bool {
        let next = bound.get(bound.partition_point(|o| o.figure.first <= b.figure.num));
        let end = next.map_or(self.s.last, |o| o.figure.first).min(b.noun.last + 4);
        self.periods.iter().any(|p| {
            let comma = || (b.noun.last..p.first).any(|j| !self.doc.is_word(j));
            b.figure.last <= p.first && p.first < end && !comma()
        })
    }
}
