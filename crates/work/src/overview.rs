//! The register at a glance: what is on record, what waits for a decision, what was done last.

use std::collections::BTreeSet;

use cairn_count::{Figure, Query, Reported, Rule};
use cairn_model::{DocId, Remark};
use serde::Serialize;

use crate::claims::ClaimState;
use crate::figures::RuleName;
use crate::history::HistoryRow;
use crate::{Result, Session};

/// Speakers' numbers shown with each figure.
const REPORTED: usize = 12;
/// Acts shown.
const RECENT: usize = 8;

/// The register at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// The moment, in short form.
    pub position: String,
    /// Documents on record.
    pub documents: u64,
    /// Accounts that count.
    pub accounts: u64,
    /// Sources ever named.
    pub sources: u64,
    /// Claims that wait for a decision.
    pub waiting: u64,
    /// Where they wait, most first.
    pub waiting_in: Vec<WaitingIn>,
    /// The rule of the figures.
    pub rule: RuleName,
    /// What is on record, undivided; of the numbers that speakers give, the latest of each speaker.
    pub figures: Vec<OverviewFigure>,
    /// What a reader must know beside them.
    pub notes: Vec<Remark>,
    /// What was done last, the latest first.
    pub recent: Vec<HistoryRow>,
}

/// A document whose claims wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaitingIn {
    /// The document.
    pub doc: DocId,
    /// Its file name.
    pub name: String,
    /// How many wait.
    pub claims: u64,
}

/// A figure with the latest numbers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverviewFigure {
    /// The figure, its `reported` cut to the latest of each speaker.
    pub figure: Figure,
    /// How many numbers speakers give in all.
    pub reported_total: u64,
}

impl Session {
    /// The register at a glance, by `rule`.
    ///
    /// # Errors
    /// When the store fails.
    pub fn overview(&self, rule: &Rule) -> Result<Overview> {
        let view = self.store.view(None)?;
        let mut waiting_in: Vec<WaitingIn> = Vec::new();
        for claim in self.claims(None)? {
            if claim.state != ClaimState::Proposed {
                continue;
            }
            match waiting_in.iter_mut().find(|w| w.doc == claim.doc) {
                Some(w) => w.claims += 1,
                None => waiting_in.push(WaitingIn { doc: claim.doc, name: claim.document, claims: 1 }),
            }
        }
        waiting_in.sort_by_key(|w| std::cmp::Reverse(w.claims));
        let mut figures = Vec::new();
        let mut notes = Vec::new();
        for metric in self.metrics_on_record()? {
            let answer = self.count(&Query { metric, by: Vec::new() }, rule, None)?;
            for note in answer.notes {
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
            figures.extend(answer.figures.into_iter().map(latest));
        }
        let mut recent = self.history()?;
        recent.reverse();
        recent.truncate(RECENT);
        Ok(Overview {
            position: view.position.short(),
            documents: view.documents().len() as u64,
            accounts: view.effective().map(|b| b.accounts).sum(),
            sources: view.sources().len() as u64,
            waiting: waiting_in.iter().map(|w| w.claims).sum(),
            waiting_in,
            rule: RuleName { name: rule.name.clone(), version: rule.version.clone() },
            figures,
            notes,
            recent,
        })
    }

    /// What can be asked about: the metrics of accounts that count, in the order of the vocabulary.
    ///
    /// # Errors
    /// When the store fails.
    pub fn metrics_on_record(&self) -> Result<Vec<String>> {
        let view = self.store.view(None)?;
        let mut found = BTreeSet::new();
        for batch in view.effective().filter(|b| b.accounts > 0) {
            let (harms, tolls) = self.store.columns(batch.id)?;
            for columns in [harms, tolls] {
                let Some(column) = columns.column("metric") else { continue };
                found.extend(column.dictionary.iter().filter(|m| !m.is_empty()).cloned());
            }
        }
        let known = cairn_model::vocab::metric();
        Ok(known.codes.iter().map(|c| c.code.clone()).filter(|code| found.contains(code)).collect())
    }
}

/// Of each speaker the latest number, running totals and counts of a period apart.
fn latest(mut figure: Figure) -> OverviewFigure {
    let reported_total = figure.reported.len() as u64;
    figure.reported.sort_by(|a, b| b.as_of.cmp(&a.as_of));
    let mut seen = BTreeSet::new();
    // Texts that state no author are not one speaker: each speaks for itself.
    let speaker = |r: &Reported| match &r.said_by {
        Some(name) => (name.clone(), String::new()),
        None => (String::new(), r.doc.clone()),
    };
    figure.reported.retain(|r| seen.insert((speaker(r), r.cumulative)));
    figure.reported.truncate(REPORTED);
    OverviewFigure { figure, reported_total }
}
