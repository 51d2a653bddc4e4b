//! What people make of the pairs that a linkage asks about.

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::{BatchId, Entry, EntryId, Judgement, Verdict};
use serde::Serialize;

use crate::bonds::Rulings;
use crate::{Error, Result, Session};

/// A pair that a person has judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedPair {
    /// One account.
    pub a: EntryId,
    /// The other.
    pub b: EntryId,
    /// What the person makes of them.
    pub verdict: Verdict,
}

/// What taking in a filled review file did. Version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reviewed {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` in a preview, and when nothing was to be written.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// Pairs judged the same.
    pub same: u64,
    /// Pairs judged different.
    pub different: u64,
    /// Pairs judged unsure.
    pub unsure: u64,
    /// Pairs on which this person's word, or another's like it, stood already.
    pub as_before: u64,
    /// Pairs of which another person says something else: theirs stands until somebody settles it.
    pub held_back: Vec<HeldBack>,
    /// How far this person and others agree; `null` when nobody judged any of these pairs before.
    pub agreement: Option<Agreement>,
}

/// A pair on which two people differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldBack {
    /// The smaller account.
    pub a: EntryId,
    /// The greater.
    pub b: EntryId,
    /// What this person says.
    pub said: Verdict,
    /// What stands.
    pub stands: Verdict,
    /// Whose word it is.
    pub by: Option<String>,
}

/// How far two people agree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Pairs judged by this person and by another.
    pub judged_by_both: u64,
    /// Of these, judged alike.
    pub agreed: u64,
    /// Cohen's kappa; `null` when both say one thing throughout.
    pub kappa: Option<f64>,
}

/// A judgement that stands: its id, what it says, and whether a model made it.
type Stands = (EntryId, Verdict, bool);

impl Session {
    /// Takes a person's judgements on pairs into the log. A word of their own on a pair gives way to the new one, a
    /// model's too; another person's does not: such pairs are held back and named.
    ///
    /// # Errors
    /// When nobody is named as the one who judged, a pair is none, or it is judged twice in different ways.
    pub fn take_review(&mut self, pairs: &[ReviewedPair], reason: &str, preview: bool) -> Result<Reviewed> {
        if self.who.is_none() {
            return Err(Error::Nothing(
                "a judgement has an author: name who filled the file with --actor".to_owned(),
            ));
        }
        let view = self.store.view(None)?;
        let rulings = Rulings::of(self.store.as_ref(), &view)?;
        let key = |a: EntryId, b: EntryId| {
            let (a, b) = (rulings.current(a), rulings.current(b));
            (a.min(b), a.max(b))
        };
        let mut wanted: BTreeMap<(EntryId, EntryId), Verdict> = BTreeMap::new();
        for pair in pairs {
            let now = key(pair.a, pair.b);
            if now.0 == now.1 {
                return Err(Error::Nothing(format!("{} is one account: a judgement is about two", now.0)));
            }
            for id in [now.0, now.1] {
                view.batch_of(id).ok_or_else(|| Error::Unknown(id.to_string()))?;
            }
            if self.account(now.0)?.about.kind != self.account(now.1)?.about.kind {
                return Err(Error::Nothing(format!("{} and {} are about things of two kinds", now.0, now.1)));
            }
            if wanted.insert(now, pair.verdict).is_some_and(|before| before != pair.verdict) {
                return Err(Error::Nothing(format!(
                    "{} and {} are judged in two ways: keep one",
                    now.0, now.1
                )));
            }
        }
        let mut standing: BTreeMap<(EntryId, EntryId), Vec<Stands>> = BTreeMap::new();
        for j in &rulings.judgements {
            let by_model = j.judged.score.is_some();
            standing.entry(key(j.judged.a, j.judged.b)).or_default().push((j.id, j.judged.verdict, by_model));
        }
        let author = |id: EntryId| view.batch_of(id).and_then(|b| b.team.actor.clone());
        let mut out = Reviewed {
            version: 1,
            batch: None,
            position: view.position.short(),
            same: 0,
            different: 0,
            unsure: 0,
            as_before: 0,
            held_back: Vec::new(),
            agreement: None,
        };
        let (mut entries, mut both) = (Vec::new(), Vec::new());
        for ((a, b), verdict) in wanted {
            let before = standing.get(&(a, b)).map(Vec::as_slice).unwrap_or_default();
            let others = before.iter().filter(|(id, _, model)| !model && author(*id) != self.who);
            let others: Vec<&Stands> = others.collect();
            both.extend(others.first().map(|(_, theirs, _)| (verdict, *theirs)));
            if let Some((id, theirs, _)) = others.iter().find(|(_, theirs, _)| *theirs != verdict) {
                out.held_back.push(HeldBack { a, b, said: verdict, stands: *theirs, by: author(*id) });
                continue;
            }
            let people: BTreeSet<Verdict> =
                before.iter().filter(|(.., model)| !model).map(|(_, v, _)| *v).collect();
            if people.iter().eq([&verdict]) {
                out.as_before += 1;
                continue;
            }
            match verdict {
                Verdict::Same => out.same += 1,
                Verdict::Different => out.different += 1,
                Verdict::Unsure => out.unsure += 1,
            }
            let mut instead_of: Vec<EntryId> = before.iter().map(|(id, ..)| *id).collect();
            instead_of.sort_unstable();
            entries.push(Entry::Judgement(Judgement { a, b, instead_of, model: None, score: None, verdict }));
        }
        if !both.is_empty() {
            out.agreement = Some(Agreement {
                judged_by_both: both.len() as u64,
                agreed: both.iter().filter(|(x, y)| x == y).count() as u64,
                kappa: cairn_link::kappa(&both),
            });
        }
        if preview || entries.is_empty() {
            return Ok(out);
        }
        let (batch, position) =
            self.write("judge", Some(reason.to_owned()), |store| Ok(store.append(&entries)?))?;
        (out.batch, out.position) = (Some(batch), position);
        Ok(out)
    }
}
