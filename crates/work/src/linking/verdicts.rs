//! From what the engine found to judgements: what should stand, what stands, and what to write.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Clusters, Judged};
use cairn_link::Linkage;
use cairn_model::{BatchId, Entry, EntryId, Judgement, Undo, Verdict};
use cairn_register::View;

use super::decisions::{Decisions, Pair};
use super::{Changes, MODEL, Tally, What};
use crate::bonds::Rulings;
use crate::people::People;

/// A verdict and the pair's own probability in parts of a million.
type Says = (Verdict, u32);

/// Judgements of the model that should stand.
pub(crate) struct Wanted {
    pairs: BTreeMap<Pair, Says>,
    /// Account → its cluster, of those that count.
    cluster: BTreeMap<EntryId, EntryId>,
    /// Probabilities of pairs judged before.
    weighed: BTreeMap<Pair, u32>,
}

impl Wanted {
    pub(crate) fn of(
        people: &People,
        found: &Linkage,
        decisions: &Decisions,
        (accept, unsure): (f64, f64),
    ) -> Self {
        let account = |r| people.account(r);
        let cluster: BTreeMap<EntryId, EntryId> =
            found.clusters.iter().filter_map(|(r, c)| Some((account(*r)?, account(*c)?))).collect();
        let of = |id: &EntryId| cluster.get(id).copied().unwrap_or(*id);
        let apart: BTreeSet<Pair> = decisions
            .different
            .iter()
            .filter_map(|(a, b)| people.pair(*a, *b))
            .flat_map(|(a, b)| [(of(&a), of(&b)), (of(&b), of(&a))])
            .collect();
        // A tree of the strongest links holds a cluster together. What people hold together needs no link.
        let mut forest = Forest::default();
        decisions.bound.iter().for_each(|(id, with)| {
            forest.join(*id, *with);
        });
        let mut pairs: BTreeMap<Pair, Says> = BTreeMap::new();
        let mut weighed = BTreeMap::new();
        let mut taken: BTreeSet<EntryId> = BTreeSet::new();
        for link in &found.pairs {
            let Some(pair) = people.pair(link.left, link.right) else { continue };
            let score = parts(link.probability);
            weighed.insert(pair, score);
            if of(&pair.0) == of(&pair.1) {
                let carried = decisions.carried_same.contains(&pair);
                if (link.probability >= accept || carried) && forest.join(pair.0, pair.1) {
                    pairs.insert(pair, (Verdict::Same, score));
                }
            } else if link.probability >= unsure
                && !decisions.decided.contains(&pair)
                && !apart.contains(&(of(&pair.0), of(&pair.1)))
                && taken.is_disjoint(&[of(&pair.0), of(&pair.1)].into())
            {
                // Who could be one of several is one of them at most: the likeliest is held to be unsure. If all were,
                // the lower end of a figure would chain strangers together.
                taken.extend([of(&pair.0), of(&pair.1)]);
                pairs.insert(pair, (Verdict::Unsure, score));
            }
        }
        // Evidence alone would not have joined what a decision on an earlier version of a list joins.
        for pair in &decisions.carried_same {
            if forest.join(pair.0, pair.1) {
                pairs.insert(*pair, (Verdict::Same, weighed.get(pair).copied().unwrap_or(0)));
            }
        }
        for pair in &decisions.carried_different {
            pairs.insert(*pair, (Verdict::Different, weighed.get(pair).copied().unwrap_or(0)));
        }
        Self { pairs, cluster, weighed }
    }
}

/// In parts of a million; never quite certain.
fn parts(probability: f64) -> u32 {
    (probability * 1e6).clamp(0.0, 999_999.0) as u32
}

/// Disjoint sets.
#[derive(Default)]
struct Forest(BTreeMap<EntryId, EntryId>);

impl Forest {
    fn find(&mut self, id: EntryId) -> EntryId {
        let mut at = id;
        while let Some(up) = self.0.get(&at).copied() {
            if let Some(over) = self.0.get(&up).copied() {
                self.0.insert(at, over);
            }
            at = up;
        }
        at
    }

    /// Whether the two were apart.
    fn join(&mut self, a: EntryId, b: EntryId) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            self.0.insert(a.max(b), a.min(b));
        }
        a != b
    }
}

/// Judgements of the model that stand.
pub(crate) struct Standing {
    pairs: BTreeMap<Pair, Vec<(EntryId, Says)>>,
    /// The linkages that hold.
    batches: Vec<BatchId>,
    by_people: u64,
}

impl Standing {
    pub(crate) fn of(what: What, rulings: &Rulings, view: &View) -> Self {
        let incidents = What::Incidents.act();
        let mine = |id| {
            let batch = view.batch_of(id);
            batch.is_some_and(|b| b.opening.act == incidents) == (what == What::Incidents)
        };
        let mut pairs: BTreeMap<Pair, Vec<(EntryId, Says)>> = BTreeMap::new();
        let mut by_people = 0;
        for j in rulings.judgements.iter().filter(|j| j.judged.score.is_none() || mine(j.id)) {
            let pair = (j.judged.a.min(j.judged.b), j.judged.a.max(j.judged.b));
            match j.judged.score {
                Some(score) => pairs.entry(pair).or_default().push((j.id, (j.judged.verdict, score))),
                None => by_people += 1,
            }
        }
        let batches = view.effective().filter(|b| b.opening.act == what.act()).map(|b| b.id).collect();
        Self { pairs, batches, by_people }
    }

    /// The pairs judged.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.pairs.keys().copied()
    }

    pub(crate) fn tally(&self) -> Tally {
        tally(self.pairs.values().filter_map(|v| v.first()).map(|(_, says)| *says), self.by_people)
    }
}

fn tally(says: impl Iterator<Item = Says>, by_people: u64) -> Tally {
    let mut out = Tally { by_people, ..Tally::default() };
    for (verdict, _) in says {
        match verdict {
            Verdict::Same => out.same += 1,
            Verdict::Unsure => out.unsure += 1,
            Verdict::Different => {}
        }
    }
    out
}

/// What to write.
pub(crate) struct Change {
    pub(crate) entries: Vec<Entry>,
    added: u64,
    revised: u64,
    instead_of: Vec<BatchId>,
    after: BTreeMap<Pair, Says>,
}

impl Change {
    pub(crate) fn tally(&self, by_people: u64) -> Tally {
        tally(self.after.values().copied(), by_people)
    }

    pub(crate) fn summary(&self) -> Changes {
        Changes { added: self.added, revised: self.revised, instead_of: self.instead_of.clone() }
    }
}

/// What to write so that what is wanted stands: what changed, or, where that does not lead there, everything in the
/// place of the linkages before.
pub(crate) fn entries(wanted: &Wanted, standing: &Standing, rulings: &Rulings, anew: bool) -> Change {
    if anew {
        let as_it_stands =
            standing.pairs.iter().map(|(p, v)| (*p, v.iter().map(|(_, s)| *s).collect::<Vec<_>>()));
        let as_wanted = wanted.pairs.iter().map(|(p, s)| (*p, vec![*s]));
        let same = as_it_stands.eq(as_wanted);
        return if same { nothing(wanted) } else { rewritten(wanted, standing) };
    }
    let changed = changed(wanted, standing);
    let fits = |after: &BTreeMap<Pair, Says>| wanted.partition(after, rulings);
    if fits(&changed.after) == fits(&wanted.pairs) { changed } else { rewritten(wanted, standing) }
}

impl Wanted {
    /// Who counts as one person, for certain and at most, when these judgements of the model stand beside those of
    /// people.
    fn partition(&self, model: &BTreeMap<Pair, Says>, rulings: &Rulings) -> [BTreeMap<EntryId, EntryId>; 2] {
        let by_people = rulings.judgements.iter().map(|j| j.judged).filter(|j| j.score.is_none());
        let by_model = model.iter().map(|((a, b), (verdict, score))| Judged {
            a: *a,
            b: *b,
            verdict: *verdict,
            score: Some(*score),
        });
        let judged: Vec<Judged> = by_people.chain(by_model).collect();
        let clusters = Clusters::new(&judged, &rulings.alike());
        [&clusters.subject, &clusters.merged].map(|of| {
            // Clusters are named by their smallest account, who may count no more: named anew by the smallest who does.
            let mut first: BTreeMap<EntryId, EntryId> = BTreeMap::new();
            let name = |id: &EntryId| (*id, *first.entry(of.get(id).copied().unwrap_or(*id)).or_insert(*id));
            self.cluster.keys().map(name).collect()
        })
    }
}

fn judgement(pair: Pair, says: Says, instead_of: Vec<EntryId>) -> Entry {
    Entry::Judgement(Judgement {
        a: pair.0,
        b: pair.1,
        instead_of,
        model: Some(MODEL.to_owned()),
        score: Some(says.1),
        verdict: says.0,
    })
}

fn nothing(wanted: &Wanted) -> Change {
    Change { entries: Vec::new(), added: 0, revised: 0, instead_of: Vec::new(), after: wanted.pairs.clone() }
}

fn changed(wanted: &Wanted, standing: &Standing) -> Change {
    let mut out = nothing(wanted);
    let mut target = wanted.pairs.clone();
    for (pair, said) in &standing.pairs {
        let (a, b) = (wanted.cluster.get(&pair.0), wanted.cluster.get(&pair.1));
        let together = a.is_some() && a == b;
        let score = wanted.weighed.get(pair).copied().unwrap_or(0);
        let says = |verdict| said.iter().all(|(_, (v, _))| *v == verdict);
        if target.contains_key(pair) {
            continue;
        }
        // What is asked for no more, but does no harm, stays: it is said to be unsure, or joins who is joined.
        if together && says(Verdict::Unsure) {
            target.insert(*pair, (Verdict::Same, score));
        } else if a.is_some() && b.is_some() && !together && !says(Verdict::Unsure) {
            target.insert(*pair, (Verdict::Unsure, score));
        } else if let Some((_, says)) = said.first() {
            out.after.insert(*pair, *says);
        }
    }
    for (pair, says) in target {
        let said = standing.pairs.get(&pair).map(Vec::as_slice).unwrap_or_default();
        match said.first() {
            Some((_, first)) if said.iter().all(|(_, (v, _))| *v == says.0) => {
                out.after.insert(pair, *first);
                continue;
            }
            Some(_) => out.revised += 1,
            None => out.added += 1,
        }
        out.after.insert(pair, says);
        let mut instead_of: Vec<EntryId> = said.iter().map(|(id, _)| *id).collect();
        instead_of.sort_unstable();
        out.entries.push(judgement(pair, says, instead_of));
    }
    out
}

fn rewritten(wanted: &Wanted, standing: &Standing) -> Change {
    let mut out = nothing(wanted);
    out.instead_of.clone_from(&standing.batches);
    out.entries.extend(standing.batches.iter().map(|batch| Entry::Undo(Undo { batch: *batch })));
    for (pair, says) in &wanted.pairs {
        match standing.pairs.get(pair) {
            None => out.added += 1,
            Some(said) if said.iter().any(|(_, (v, _))| *v != says.0) => out.revised += 1,
            Some(_) => {}
        }
        out.entries.push(judgement(*pair, *says, Vec::new()));
    }
    out
}
