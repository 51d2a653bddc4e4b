//! Holding drafts to the text: what does not stand in it is dropped, and the reason counted.

use cairn_model::{Qualifier, vocab};
use serde::Serialize;

use crate::{Draft, Drafts};

/// A number that words give: its bounds and its hedge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lowest; `None` when open.
    pub low: Option<i64>,
    /// Highest; `None` when open.
    pub high: Option<i64>,
    /// The hedge.
    pub qualifier: Qualifier,
    /// The bounds come from a house rule about a vague word.
    pub by_rule: bool,
}

/// A draft that stands in the text. Offsets count Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// First scalar value of the quote.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The number as the quote gives it, whatever the model made of it.
    pub bounds: Bounds,
    /// The draft, without what the text does not say.
    pub draft: Draft,
}

/// How many drafts were dropped, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Items without a quote or a metric.
    pub unreadable: u64,
    /// Quotes that are not in the text.
    pub not_in_text: u64,
    /// Numbers that are not in their quote.
    pub not_in_quote: u64,
    /// What is counted is no metric.
    pub no_metric: u64,
    /// Said twice.
    pub twice: u64,
}

impl Dropped {
    /// Adds up.
    pub fn add(&mut self, other: &Self) {
        self.unreadable += other.unreadable;
        self.not_in_text += other.not_in_text;
        self.not_in_quote += other.not_in_quote;
        self.no_metric += other.no_metric;
        self.twice += other.twice;
    }

    /// In words; empty when nothing was dropped.
    #[must_use]
    pub fn words(&self) -> String {
        let reasons = [
            (self.not_in_text, "whose words are not in the text"),
            (self.not_in_quote, "whose number is not in its words"),
            (self.no_metric, "that counts nothing known"),
            (self.unreadable, "that cannot be read"),
            (self.twice, "said twice"),
        ];
        let said = reasons.iter().filter(|(n, _)| *n > 0).map(|(n, why)| format!("{n} {why}"));
        said.collect::<Vec<_>>().join(", ")
    }
}

/// What stands, and what was dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// In the order of the text.
    pub placed: Vec<Placed>,
    /// Why others are not here.
    pub dropped: Dropped,
}

/// Keeps the drafts whose quote stands in the text verbatim and whose number stands in the quote, as `numbers` reads it.
#[must_use]
pub fn keep(text: &str, drafts: Drafts, numbers: &dyn Fn(&str) -> Vec<Bounds>) -> Kept {
    let mut out = Kept::default();
    out.dropped.unreadable = drafts.unreadable;
    for draft in drafts.drafts {
        if !vocab::metric().has(&draft.metric) {
            out.dropped.no_metric += 1;
            continue;
        }
        let places: Vec<usize> = text.match_indices(&draft.quote).map(|(at, _)| at).collect();
        if places.is_empty() {
            out.dropped.not_in_text += 1;
            continue;
        }
        let said = numbers(&draft.quote);
        let Some(bounds) = said.into_iter().find(|b| fits(&draft, b)) else {
            out.dropped.not_in_quote += 1;
            continue;
        };
        // The same words may stand twice; each draft takes the first place that none like it has.
        let taken =
            |start: usize| out.placed.iter().any(|p| p.start == start && p.draft.metric == draft.metric);
        let starts = places.iter().map(|at| text[..*at].chars().count());
        let Some(start) = starts.into_iter().find(|s| !taken(*s)) else {
            out.dropped.twice += 1;
            continue;
        };
        let end = start + draft.quote.chars().count();
        let draft = only_said(text, draft);
        out.placed.push(Placed { start, end, bounds, draft });
    }
    out.placed.sort_by_key(|p| (p.start, p.end));
    out
}

/// Whether the number that a quote gives is the draft's: what the draft gives must be there.
fn fits(draft: &Draft, said: &Bounds) -> bool {
    let ends = [said.low, said.high];
    let there = |n: Option<i64>| n.is_none_or(|n| ends.contains(&Some(n)));
    (draft.low.is_some() || draft.high.is_some()) && there(draft.low) && there(draft.high)
}

/// Speakers, places and periods that the text does not have are nobody's.
fn only_said(text: &str, mut draft: Draft) -> Draft {
    let fields =
        [&mut draft.group, &mut draft.place, &mut draft.period, &mut draft.source, &mut draft.responsible];
    for field in fields {
        field.take_if(|words| !text.contains(words.as_str()));
    }
    draft
}
