//! Deciding whether accounts are about the same.

use std::collections::BTreeMap;

use cairn_model::{BatchId, Entry, EntryId, Judgement, Verdict};
use serde::Serialize;

use crate::bonds::Rulings;
use crate::record::{Selection, label};
use crate::{Error, Result, Session};

/// What a judgement did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` in a preview.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// The pairs judged.
    pub pairs: Vec<JudgedPair>,
}

/// A pair judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgedPair {
    /// The smaller account.
    pub a: EntryId,
    /// In a few words.
    pub a_is: String,
    /// The greater.
    pub b: EntryId,
    /// In a few words.
    pub b_is: String,
    /// The decision.
    pub verdict: Verdict,
    /// Decisions on this pair until now, which this one replaces.
    pub instead_of: Vec<Verdict>,
}

impl Session {
    /// Judges chosen accounts: `same` and `unsure` of a chain of pairs that joins all, `different` of every pair. With
    /// `preview`, nothing is written.
    ///
    /// # Errors
    /// When fewer than two accounts are chosen, they are of different kinds, or the reason is empty.
    pub fn judge(
        &mut self,
        which: &Selection,
        verdict: Verdict,
        reason: &str,
        preview: bool,
    ) -> Result<Judged> {
        let accounts = self.select(which)?;
        if accounts.len() < 2 {
            return Err(Error::Nothing("a judgement is about two accounts or more".to_owned()));
        }
        let mut pairs = Vec::new();
        for (i, a) in accounts.iter().enumerate() {
            let with = match verdict {
                Verdict::Different => &accounts[i + 1..],
                // One chain joins all of them: each with the smallest.
                Verdict::Same | Verdict::Unsure if i == 0 => &accounts[1..],
                Verdict::Same | Verdict::Unsure => &[],
            };
            pairs.extend(with.iter().map(|b| (*a, *b)));
        }
        self.judge_pairs(&pairs, verdict, reason, preview)
    }

    /// Judges pairs.
    ///
    /// # Errors
    /// As [`Session::judge`].
    pub fn judge_pairs(
        &mut self,
        pairs: &[(EntryId, EntryId)],
        verdict: Verdict,
        reason: &str,
        preview: bool,
    ) -> Result<Judged> {
        let reason = match reason.trim() {
            "" => return Err(Error::Nothing("the reason is empty: say why, in a few words".to_owned())),
            reason => reason.to_owned(),
        };
        let view = self.store.view(None)?;
        let marks = Rulings::of(self.store.as_ref(), &view)?;
        // What was decided on a pair before one of the two was mended was decided on this pair.
        let key = |a: EntryId, b: EntryId| {
            let (a, b) = (marks.current(a), marks.current(b));
            (a.min(b), a.max(b))
        };
        let mut standing: BTreeMap<(EntryId, EntryId), Vec<(EntryId, Verdict)>> = BTreeMap::new();
        for j in &marks.judgements {
            standing.entry(key(j.judged.a, j.judged.b)).or_default().push((j.id, j.judged.verdict));
        }
        let (mut out, mut entries) = (Vec::new(), Vec::new());
        for (a, b) in pairs {
            let (a, b) = key(*a, *b);
            if a == b {
                return Err(Error::Nothing(format!("{a} is one account: a judgement is about two")));
            }
            let (of_a, of_b) = (self.account(a)?, self.account(b)?);
            if of_a.about.kind != of_b.about.kind {
                return Err(Error::Nothing(format!(
                    "{a} is about a {} and {b} about a {}: only things of one kind can be the same",
                    of_a.about.kind.code(),
                    of_b.about.kind.code()
                )));
            }
            let earlier = standing.get(&(a, b)).cloned().unwrap_or_default();
            let mut instead_of: Vec<EntryId> = earlier.iter().map(|(id, _)| *id).collect();
            instead_of.sort();
            out.push(JudgedPair {
                a,
                a_is: label(&of_a),
                b,
                b_is: label(&of_b),
                verdict,
                instead_of: earlier.into_iter().map(|(_, v)| v).collect(),
            });
            entries.push(Entry::Judgement(Judgement { a, b, instead_of, model: None, score: None, verdict }));
        }
        if preview {
            return Ok(Judged { version: 1, batch: None, position: view.position.short(), pairs: out });
        }
        let (batch, position) = self.write("judge", Some(reason), |store| Ok(store.append(&entries)?))?;
        Ok(Judged { version: 1, batch: Some(batch), position, pairs: out })
    }

    pub(crate) fn account(&self, id: EntryId) -> Result<Box<cairn_model::Account>> {
        match self.store.entry(id)? {
            Entry::Account(account) => Ok(account),
            _ => Err(Error::Unknown(id.to_string())),
        }
    }
}
