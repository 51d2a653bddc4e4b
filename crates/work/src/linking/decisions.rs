//! What people have decided about pairs, as it binds a linkage of the persons that count now.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Clusters, Judged};
use cairn_link::RecordRef;
use cairn_model::{EntryId, Verdict};
use cairn_register::View;

use crate::bonds::Rulings;
use crate::figures::Loaded;
use crate::people::People;

/// A pair, the smaller first.
pub(crate) type Pair = (EntryId, EntryId);

/// What people have decided, on the persons that count now.
#[derive(Debug, Default)]
pub(crate) struct Decisions {
    /// Must be one person.
    pub(crate) same: Vec<(RecordRef, RecordRef)>,
    /// Must not be one person.
    pub(crate) different: Vec<(RecordRef, RecordRef)>,
    /// Pairs that the model has no say in.
    pub(crate) decided: BTreeSet<Pair>,
    /// How many pairs people have judged.
    pub(crate) by_people: u64,
    /// Account → the smallest of those that the log holds to be the same without the model.
    pub(crate) bound: BTreeMap<EntryId, EntryId>,
    /// Decisions on a row of an earlier version of a list, on the row that stands for the same person now: the log does
    /// not hold these together or apart by itself.
    pub(crate) carried_same: BTreeSet<Pair>,
    /// See `carried_same`.
    pub(crate) carried_different: BTreeSet<Pair>,
}

impl Decisions {
    pub(crate) fn of(people: &People, rulings: &Rulings, loaded: &Loaded, view: &View) -> Self {
        let judged: Vec<Judged> =
            rulings.judgements.iter().map(|j| j.judged).filter(|j| j.score.is_none()).collect();
        let alike = rulings.alike();
        let heirs = heirs(judged.iter().flat_map(|j| [j.a, j.b]), people, rulings, loaded, view);
        let direct = Clusters::new(&judged, &alike);
        let with_heirs: Vec<Pair> = alike.iter().chain(&heirs).copied().collect();
        let all = Clusters::new(&judged, &with_heirs);
        let mut out = Self { by_people: judged.len() as u64, ..Self::default() };
        // Those of one person, as people have it, that count now.
        let mut groups: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for (id, subject) in all.subject.iter().filter(|(id, _)| people.place.contains_key(id)) {
            groups.entry(*subject).or_default().push(*id);
            out.bound.insert(*id, direct.subject_of(*id));
        }
        for group in groups.values() {
            for other in &group[1..] {
                out.same.extend(people.records(group[0], *other));
                if direct.subject_of(group[0]) != direct.subject_of(*other) {
                    out.carried_same.insert((group[0], *other));
                }
            }
        }
        for j in &judged {
            // A pair on which people contradict each other is not for the model to settle.
            let pair = (j.a.min(j.b), j.a.max(j.b));
            let contradicted = all.conflicts.contains(&pair);
            let at = |id: EntryId| {
                groups.get(&all.subject_of(id)).and_then(|g| g.iter().find(|m| **m == id).or(g.first()))
            };
            let (Some(a), Some(b)) = (at(j.a), at(j.b)) else { continue };
            let now = (*a.min(b), *a.max(b));
            if now.0 == now.1 {
                continue;
            }
            let here = people.place.contains_key(&j.a) && people.place.contains_key(&j.b);
            if here || rulings.current(j.a) == *a && rulings.current(j.b) == *b {
                out.decided.insert(now);
            }
            if j.verdict == Verdict::Different || contradicted {
                out.different.extend(people.records(now.0, now.1));
                let apart = (direct.subject_of(now.0), direct.subject_of(now.1));
                let holds = apart == (direct.subject_of(pair.0), direct.subject_of(pair.1))
                    || apart == (direct.subject_of(pair.1), direct.subject_of(pair.0));
                if !holds && !contradicted {
                    out.carried_different.insert(now);
                }
            }
        }
        out
    }

    /// Pairs of which the probability is wanted because a decision is carried over to them.
    pub(crate) fn carried(&self) -> impl Iterator<Item = Pair> {
        self.carried_same.iter().chain(&self.carried_different).copied()
    }
}

impl People {
    fn records(&self, a: EntryId, b: EntryId) -> Option<(RecordRef, RecordRef)> {
        Some((*self.place.get(&a)?, *self.place.get(&b)?))
    }
}

/// Of accounts that stood on an earlier version of a list: themselves and the account with the same key on the version
/// that counts.
fn heirs(
    ids: impl Iterator<Item = EntryId>,
    people: &People,
    rulings: &Rulings,
    loaded: &Loaded,
    view: &View,
) -> Vec<Pair> {
    let gone: BTreeSet<EntryId> =
        ids.map(|id| rulings.current(id)).filter(|id| !people.place.contains_key(id)).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let batches = loaded.batches();
    let find = |id| batches.iter().find(|b| b.id == id);
    let mut out = Vec::new();
    for versions in crate::versions::series(view) {
        let Some(((last, _), earlier)) = versions.split_last() else { continue };
        let earlier: BTreeSet<EntryId> = earlier.iter().map(|(id, _)| *id).collect();
        let mut wanted: BTreeMap<&str, Vec<EntryId>> = BTreeMap::new();
        for id in &gone {
            let Some(batch) = view.batch_of(*id).filter(|b| earlier.contains(&b.id)).and_then(|b| find(b.id))
            else {
                continue;
            };
            let Some(keys) = batch.harms.column("key") else { continue };
            let owner = (id.seq - batch.id.seq) as u32;
            let row = batch.harms.owners().binary_search(&owner);
            if let Some(key) = row.ok().map(|row| keys.value(row)).filter(|k| !k.is_empty()) {
                wanted.entry(key).or_default().push(*id);
            }
        }
        let Some(batch) = find(*last).filter(|_| !wanted.is_empty()) else { continue };
        let Some(keys) = batch.harms.column("key") else { continue };
        // A key that two persons of one version share leads to nobody.
        let mut now: BTreeMap<&str, BTreeSet<EntryId>> = BTreeMap::new();
        for (row, owner) in batch.harms.owners().iter().enumerate() {
            if wanted.contains_key(keys.value(row)) {
                let id = EntryId { seq: batch.id.seq + u64::from(*owner), ..batch.id };
                now.entry(keys.value(row)).or_default().insert(rulings.current(id));
            }
        }
        for (key, ids) in wanted {
            let Some(heir) = now.get(key).filter(|n| n.len() == 1).and_then(BTreeSet::first) else {
                continue;
            };
            out.extend(ids.iter().map(|id| (*id, *heir)));
        }
    }
    out
}
