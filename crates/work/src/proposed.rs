//! What waits beside the log: claims that the rules of the engine read, that a template filled in, or that a model
//! proposed, and how the three stand together in one document.

use std::collections::BTreeSet;

use cairn_extract::{Claim, Request, quantities};
use cairn_model::DocId;
use cairn_register::Proposal;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claims::proposal_id;
use crate::{Error, Result};

/// A claim and where it comes from; from the rules of the engine when nothing else is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Proposed {
    #[serde(flatten)]
    pub claim: Claim,
    /// The publisher whose template filled it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_template: Option<String>,
    /// The model that proposed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_model: Option<String>,
}

impl Proposed {
    /// Of the engine's rules.
    pub fn by_rules(claim: Claim) -> Self {
        Self { claim, by_template: None, by_model: None }
    }

    /// As it was stored.
    pub fn of(proposal: &Proposal) -> Result<Self> {
        serde_json::from_str(&proposal.body)
            .map_err(|source| Error::Proposal { id: proposal.id.clone(), source })
    }

    pub fn is_by_rules(&self) -> bool {
        self.by_template.is_none() && self.by_model.is_none()
    }

    fn store(&self, doc: DocId) -> Proposal {
        let body = serde_json::to_string(self).unwrap_or_default();
        Proposal { id: proposal_id(doc, &body), doc, body }
    }

    fn overlaps(&self, other: &Claim) -> bool {
        self.claim.start < other.end && other.start < self.claim.end
    }

    /// Whether it speaks of the number that `other` speaks of: what a template says of a number stands in the place of
    /// what the rules say, for persons have accepted it before.
    fn replaces(&self, other: &Claim) -> bool {
        self.by_template.is_some()
            && self.overlaps(other)
            && (self.claim.low, self.claim.high) == (other.low, other.high)
            && self.claim.kind == other.kind
    }

    /// What is proposed from outside the rules must stand in the text: the words verbatim, the number in the words.
    fn stands(&self, text: &str) -> bool {
        let c = &self.claim;
        let Some(length) = c.end.checked_sub(c.start) else { return false };
        let verbatim = text.chars().skip(c.start).take(length).eq(c.quote.chars()) && length > 0;
        let said = |n: Option<i64>| {
            n.is_none_or(|n| quantities(&c.quote, None).iter().any(|q| q.low == Some(n) || q.high == Some(n)))
        };
        verbatim && said(c.low) && said(c.high)
    }
}

/// The claims of a text as they wait: read by the rules, and beside them `others`, each standing in the text.
pub(crate) fn proposals(
    doc: DocId,
    text: &str,
    published: Option<Date>,
    lang: Option<&str>,
    others: &[Proposed],
) -> Vec<Proposal> {
    let read = cairn_extract::extract(&Request { text, published, lang });
    let others: Vec<&Proposed> = others.iter().filter(|o| !o.is_by_rules() && o.stands(text)).collect();
    // A model says nothing of a number that is spoken for.
    let spoken = |o: &Proposed| {
        let by_rules = read.iter().any(|c| o.overlaps(c) && (c.low, c.high) == (o.claim.low, o.claim.high));
        let by_template = others.iter().any(|t| t.by_template.is_some() && t.overlaps(&o.claim));
        o.by_model.is_some() && (by_rules || by_template)
    };
    let mut all: Vec<(Option<usize>, Proposed)> = Vec::new();
    for (i, claim) in read.iter().enumerate() {
        if !others.iter().any(|o| o.replaces(claim)) {
            all.push((Some(i), Proposed::by_rules(claim.clone())));
        }
    }
    for other in &others {
        if !spoken(other) && !all.iter().any(|(_, a)| a == *other) {
            let at = all.partition_point(|(_, a)| a.claim.start <= other.claim.start);
            all.insert(at, (None, (*other).clone()));
        }
    }
    // A part names its total by place; places have moved, and a total may have been taken over.
    let place = |total: usize| {
        let stayed = all.iter().position(|(i, _)| *i == Some(total));
        stayed.or_else(|| all.iter().position(|(i, a)| i.is_none() && a.replaces(&read[total])))
    };
    let moved: Vec<Option<usize>> = all.iter().map(|(_, a)| a.claim.part_of.and_then(place)).collect();
    let mut seen = BTreeSet::new();
    let stored = all.into_iter().zip(moved).map(|((i, mut a), part_of)| {
        if i.is_some() {
            a.claim.part_of = part_of;
        }
        a.store(doc)
    });
    stored.filter(|p| seen.insert(p.id.clone())).collect()
}
