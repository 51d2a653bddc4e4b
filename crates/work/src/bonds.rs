//! What bears on how accounts count: judgements, amendments, withdrawals, corrections, ties, consents.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Bonds, Clusters, Judged, Standing};
use cairn_model::{EntryId, Verdict};
use cairn_register::{Store, View};

use crate::Result;
use crate::marks::{MarkRow, walk};

/// Everything of the batches that are not withdrawn.
#[derive(Debug, Default)]
pub(crate) struct Rulings {
    /// Standing judgements: those that no other replaces.
    pub(crate) judgements: Vec<Judgement>,
    /// Our slip → what stands in its place.
    pub(crate) amended: BTreeMap<EntryId, Vec<EntryId>>,
    /// Accounts taken out of every figure.
    pub(crate) withdrawn: BTreeSet<EntryId>,
    /// The account that changes the word, the earlier one, how.
    pub(crate) corrections: Vec<(EntryId, EntryId, String)>,
    /// From, to, what the first is to the second.
    pub(crate) ties: Vec<(EntryId, EntryId, String)>,
    /// The entry, the account, how it stands, to what.
    pub(crate) consents: Vec<(EntryId, EntryId, String, String)>,
}

/// A judgement with its own id.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judgement {
    pub(crate) id: EntryId,
    pub(crate) judged: Judged,
}

impl Rulings {
    pub(crate) fn of(store: &dyn Store, view: &View) -> Result<Self> {
        let mut marks = Self::default();
        let mut replaced = BTreeSet::new();
        walk(store, view, |row| marks.row(row, &mut replaced))?;
        marks.judgements.retain(|j| !replaced.contains(&j.id));
        Ok(marks)
    }

    fn row(&mut self, row: &MarkRow<'_>, replaced: &mut BTreeSet<EntryId>) {
        let own = row.id;
        let (cell, id) = (|name: &str| row.cell(name), |name: &str| row.entry(name));
        let Some(a) = id("a") else { return };
        match cell("is") {
            "judgement" => {
                if let (Some(b), Some(verdict)) = (id("b"), Verdict::from_code(cell("says"))) {
                    let score = cell("score").parse().ok();
                    self.judgements.push(Judgement { id: own, judged: Judged { a, b, verdict, score } });
                }
            }
            "instead_of" => {
                replaced.insert(a);
            }
            "amendment" => self.amended.entry(a).or_default().extend(id("b")),
            "withdrawal" => {
                self.withdrawn.insert(a);
            }
            "correction" => self.corrections.push((own, a, cell("says").to_owned())),
            "tie" => self.ties.push((own, a, cell("says").to_owned())),
            "consent" => self.consents.push((own, a, cell("b").to_owned(), cell("says").to_owned())),
            _ => {}
        }
    }

    /// As counts take them.
    pub(crate) fn bonds(&self) -> Bonds {
        let mut bonds = Bonds::default();
        bonds.standing.extend(self.amended.keys().map(|of| (*of, Standing::Superseded)));
        for (own, of, stance) in &self.corrections {
            if self.out_of_force(*own).is_some() {
                continue;
            }
            let standing = match stance.as_str() {
                "corrects" => Standing::Superseded,
                "retracts" => Standing::Withdrawn,
                "disputes" => Standing::Disputed,
                _ => continue,
            };
            // Our slip mended since is still the word that the source changed.
            let now = self.current(*of);
            bonds.standing.insert(now, standing);
            if standing != Standing::Disputed {
                bonds.changed_by.insert(now, *own);
            }
        }
        for id in self.withdrawn.iter().filter(|id| !self.amended.contains_key(id)) {
            bonds.standing.insert(*id, Standing::Withdrawn);
        }
        for (own, to, kind) in &self.ties {
            if kind == "member" && self.out_of_force(*own).is_none() {
                bonds.member_of.entry(*own).or_default().insert(*to);
            }
        }
        let judged: Vec<Judged> = self.judgements.iter().map(|j| j.judged).collect();
        bonds.clusters = Clusters::new(&judged, &self.alike());
        bonds
    }

    /// Pairs that are the same by what they are: a mended account and its slip, a correction and what it corrects.
    pub(crate) fn alike(&self) -> Vec<(EntryId, EntryId)> {
        let amended = self.amended.iter().flat_map(|(of, now)| now.iter().map(|now| (*of, *now)));
        let corrected = self.corrections.iter().filter(|(own, ..)| self.out_of_force(*own).is_none());
        amended.chain(corrected.map(|(own, of, _)| (*own, *of))).collect()
    }

    /// The account that stands for this one after all mending; itself when none does.
    pub(crate) fn current(&self, id: EntryId) -> EntryId {
        let mut at = id;
        // A ring cannot be written by one device, and two that make one must not hang a third.
        for _ in 0..=self.amended.len() {
            match self.amended.get(&at).and_then(|next| next.last()) {
                Some(next) => at = *next,
                None => return at,
            }
        }
        id
    }

    /// Whether the account counts no more, and why.
    pub(crate) fn out_of_force(&self, id: EntryId) -> Option<&'static str> {
        if self.amended.contains_key(&id) {
            Some("amended")
        } else if self.withdrawn.contains(&id) {
            Some("withdrawn")
        } else {
            None
        }
    }
}
