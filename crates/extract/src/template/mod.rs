//! Bulletins of a fixed form: learned from accepted claims of the same publisher, filled in for the next one.
//!
//! A slot is a number with the words that stood around it in every example, line by line, under the same heading.
//! Lines may move; a slot that is not found is said to be missing, and nothing is filled in for it. Numbers are read with
//! the engine's grammar, and every claim stands on words of the new text.

mod form;
mod learn;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Claim, Kind, Metric, Reason, Stance};
use form::Form;

pub use learn::learn;

/// A text with the claims that were accepted in it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The day it bears.
    pub published: Option<Date>,
    /// What was accepted, mended where the machine erred.
    pub claims: Vec<Claim>,
}

/// A form learned from examples.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// How many examples it was learned from.
    pub examples: usize,
    /// Its numbers, in the order of the first example that had them.
    pub slots: Vec<Slot>,
}

/// One number of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Words before the number on its line, folded, in order; `#` is another number.
    pub before: Vec<String>,
    /// Words after it.
    pub after: Vec<String>,
    /// Words of the line that it stands under.
    pub heading: Vec<String>,
    /// In how many examples it stood.
    pub seen: usize,
    /// What the number counts, and what else was the same in all examples.
    pub says: Says,
    /// How many words before and after the number belong to the quote.
    extent: (usize, usize),
}

/// What claims of a slot have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Says {
    pub metric: Metric,
    pub cumulative: bool,
    pub unit: Option<String>,
    pub group: Option<String>,
    pub party_affected: Option<String>,
    pub place: Option<String>,
    pub period: Option<String>,
    pub from: Option<Bound>,
    pub to: Option<Bound>,
    pub source: Option<String>,
    pub responsible: Option<String>,
    pub responsible_said_by: Option<String>,
    pub stance: Option<Stance>,
}

/// An end of a period, as it carries over to the next bulletin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The same day in every bulletin: "since 3 March".
    Day(Date),
    /// So many days from the day of the bulletin: "the past 24 hours".
    Days(i32),
}

impl Slot {
    /// The slot in words: `number of injured # · in the past # hours`.
    #[must_use]
    pub fn label(&self) -> String {
        let (before, after) = (self.before.join(" "), self.after.join(" "));
        format!("{}: {}", self.says.metric.code(), format!("{before} … {after}").trim())
    }
}

/// A template laid over a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Applied {
    /// Claims filled in, in the order of the text.
    pub claims: Vec<Claim>,
    /// Slots that the text does not have.
    pub missing: Vec<String>,
    /// Slots whose line seems to be there in other words; nothing is filled in for them.
    pub changed: Vec<Changed>,
    /// So few slots were found that the publisher seems to write in another form now.
    pub form_changed: bool,
}

/// A slot beside a line that is no longer quite its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The slot.
    pub slot: String,
    /// The line of the text.
    pub line: String,
}

/// Least agreement, of a thousand, for a slot to be filled in, and to be noticed as changed.
const FILLS: u32 = 720;
const NOTICED: u32 = 480;

impl Template {
    /// Fills in the slots that a text has.
    #[must_use]
    pub fn apply(&self, text: &str, published: Option<Date>) -> Applied {
        let form = Form::read(text);
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (s, slot) in self.slots.iter().enumerate() {
            for (n, number) in form.numbers.iter().enumerate() {
                let score = form.context(number).agreement(&slot.before, &slot.after, &slot.heading);
                if score >= NOTICED {
                    pairs.push((score, s, n));
                }
            }
        }
        // The best agreement first; a slot has one number and a number one slot.
        pairs.sort_by_key(|(score, s, n)| (std::cmp::Reverse(*score), *s, *n));
        let mut slots: Vec<Option<(u32, usize)>> = vec![None; self.slots.len()];
        let mut taken = vec![false; form.numbers.len()];
        for (score, s, n) in pairs {
            if slots[s].is_none() && !taken[n] {
                slots[s] = Some((score, n));
                taken[n] = true;
            }
        }
        let mut out = Applied::default();
        for (slot, found) in self.slots.iter().zip(slots) {
            match found {
                Some((score, n)) if score >= FILLS => {
                    out.claims.push(self.claim(slot, &form, n, score, published));
                }
                Some((_, n)) => {
                    let line = form.line_of(&form.numbers[n]);
                    out.changed.push(Changed { slot: slot.label(), line });
                }
                None => out.missing.push(slot.label()),
            }
        }
        out.form_changed = !self.slots.is_empty() && out.claims.len() * 2 < self.slots.len();
        out.claims.sort_by_key(|c| (c.start, c.end));
        out
    }

    fn claim(&self, slot: &Slot, form: &Form, n: usize, score: u32, published: Option<Date>) -> Claim {
        let number = &form.numbers[n];
        let (start, end) = form.quote(number, slot.extent);
        let says = slot.says.clone();
        let day = |bound: Option<Bound>| match bound? {
            Bound::Day(day) => Some(day),
            Bound::Days(days) => published?.checked_add(days.days()).ok(),
        };
        let (from, to) = (day(says.from), day(says.to));
        let zero = number.quantity.low == Some(0) && number.quantity.high == Some(0);
        Claim {
            kind: Kind::Count,
            quote: form.words(start, end),
            start,
            end,
            metric: says.metric,
            low: number.quantity.low,
            high: number.quantity.high,
            unit: says.unit,
            qualifier: number.quantity.qualifier,
            by_rule: number.quantity.by_rule,
            cumulative: says.cumulative,
            group: says.group,
            party_affected: says.party_affected,
            place: says.place,
            period: says.period.filter(|p| form.has(p)),
            resolved_from: from,
            resolved_to: to,
            source: says.source,
            source_candidates: Vec::new(),
            responsible: says.responsible,
            responsible_said_by: says.responsible_said_by,
            stance: says.stance,
            negated: zero,
            hypothetical: false,
            part_of: None,
            score: (score / 10).min(100) as u8,
            reasons: vec![Reason { rule: "template.slot".to_owned(), words: slot.label() }],
        }
    }
}
