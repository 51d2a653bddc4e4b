//! Which accounts are about the same: clusters from judgements.
//!
//! The result depends on the set of judgements alone, never on the order in which they were made. Where judgements
//! contradict each other, nothing is decided for them: the pairs concerned are held to be unsure, and named. A model
//! gives way to people: on a pair that they judged its word is not heard, and of a chain that ends in their "different"
//! only its links are held to be unsure.

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::{EntryId, Verdict};

/// A pair of accounts and what is judged of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Judged {
    /// One.
    pub a: EntryId,
    /// The other.
    pub b: EntryId,
    /// The decision.
    pub verdict: Verdict,
    /// A model's probability that they are the same, in parts of a million.
    pub score: Option<u32>,
}

/// The clusters of accounts. An account that no judgement names stands alone and is in none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clusters {
    /// Account → the smallest of those judged the same as it: the subject.
    pub subject: BTreeMap<EntryId, EntryId>,
    /// The same with unsure pairs merged as far as "different" allows.
    pub merged: BTreeMap<EntryId, EntryId>,
    /// Pairs that are unsure, judged so or held so because judgements contradict each other.
    pub unsure: BTreeSet<(EntryId, EntryId)>,
    /// Pairs on which judgements contradict each other, alone or through others.
    pub conflicts: BTreeSet<(EntryId, EntryId)>,
}

impl Clusters {
    /// Clusters from standing judgements, and from pairs that are the same by what they are: a mended account and its
    /// slip, a correction and what it corrects.
    #[must_use]
    pub fn new(judged: &[Judged], alike: &[(EntryId, EntryId)]) -> Self {
        let pair_of = |j: &Judged| (j.a.min(j.b), j.a.max(j.b));
        let by_people: BTreeSet<(EntryId, EntryId)> =
            judged.iter().filter(|j| j.score.is_none()).map(pair_of).collect();
        let mut verdicts: BTreeMap<(EntryId, EntryId), (BTreeSet<Verdict>, Option<u32>)> = BTreeMap::new();
        for j in judged {
            let pair = pair_of(j);
            if j.score.is_some() && by_people.contains(&pair) {
                continue;
            }
            let (found, score) = verdicts.entry(pair).or_default();
            found.insert(j.verdict);
            *score = (*score).max(j.score);
        }
        let (mut same, mut different) = (Vec::new(), Vec::new());
        let mut unsure: BTreeMap<(EntryId, EntryId), Option<u32>> = BTreeMap::new();
        let mut conflicts = BTreeSet::new();
        for (pair, (found, score)) in &verdicts {
            match (found.len(), found.first()) {
                (1, Some(Verdict::Same)) => same.push(*pair),
                (1, Some(Verdict::Different)) => different.push(*pair),
                (1, _) => {
                    unsure.insert(*pair, *score);
                }
                _ => {
                    unsure.insert(*pair, *score);
                    conflicts.insert(*pair);
                }
            }
        }
        // A chain of "same" whose ends are "different" contradicts itself: its links are held to be unsure, those of
        // people only when they contradict each other.
        let own = Forest::of(alike.iter().chain(same.iter().filter(|pair| by_people.contains(pair))));
        different.retain(|pair| by_people.contains(pair) || own.find(pair.0) != own.find(pair.1));
        let whole = Forest::of(alike.iter().chain(&same));
        let (mut torn, mut own_torn) = (BTreeSet::new(), BTreeSet::new());
        for pair in different.iter().filter(|(a, b)| whole.find(*a) == whole.find(*b)) {
            torn.insert(whole.find(pair.0));
            if own.find(pair.0) == own.find(pair.1) {
                own_torn.insert(own.find(pair.0));
                conflicts.insert(*pair);
            }
        }
        same.retain(|pair| {
            let out = torn.contains(&whole.find(pair.0));
            let out = out && (!by_people.contains(pair) || own_torn.contains(&own.find(pair.0)));
            if out {
                let score = verdicts.get(pair).and_then(|(_, score)| *score);
                unsure.insert(*pair, score.or(Some(1_000_000)));
            }
            !out
        });
        let subjects = Forest::of(alike.iter().chain(&same));
        let mut merged = subjects.clone();
        let mut by_score: Vec<((EntryId, EntryId), Option<u32>)> =
            unsure.iter().map(|(pair, score)| (*pair, *score)).collect();
        by_score.sort_by(|(p, s), (q, t)| t.cmp(s).then(p.cmp(q)));
        for ((a, b), _) in by_score {
            let (a, b) = (merged.find(a), merged.find(b));
            let forbids = |(x, y): &(EntryId, EntryId)| {
                let (x, y) = (merged.find(*x), merged.find(*y));
                (x, y) == (a, b) || (y, x) == (a, b)
            };
            if a != b && !different.iter().any(forbids) {
                merged.join(a, b);
            }
        }
        // Everybody named by a judgement is somewhere, alone or not.
        let named: BTreeSet<EntryId> = verdicts.keys().chain(alike).flat_map(|(a, b)| [*a, *b]).collect();
        Self {
            subject: named.iter().map(|id| (*id, subjects.find(*id))).collect(),
            merged: named.iter().map(|id| (*id, merged.find(*id))).collect(),
            unsure: unsure.into_keys().collect(),
            conflicts,
        }
    }

    /// The subject of an account: the smallest account judged the same as it; itself when none is.
    #[must_use]
    pub fn subject_of(&self, id: EntryId) -> EntryId {
        self.subject.get(&id).copied().unwrap_or(id)
    }

    /// All accounts of the subject of an account, in ascending order.
    #[must_use]
    pub fn members(&self, id: EntryId) -> Vec<EntryId> {
        let subject = self.subject_of(id);
        let mut members: Vec<EntryId> =
            self.subject.iter().filter(|(_, s)| **s == subject).map(|(id, _)| *id).collect();
        if members.is_empty() {
            members.push(id);
        }
        members
    }
}

/// Disjoint sets named by their smallest member.
#[derive(Debug, Clone, Default)]
struct Forest(BTreeMap<EntryId, EntryId>);

impl Forest {
    fn of<'a>(pairs: impl Iterator<Item = &'a (EntryId, EntryId)>) -> Self {
        let mut forest = Self::default();
        for (a, b) in pairs {
            forest.join(*a, *b);
        }
        forest
    }

    fn find(&self, mut id: EntryId) -> EntryId {
        while let Some(parent) = self.0.get(&id) {
            id = *parent;
        }
        id
    }

    fn join(&mut self, a: EntryId, b: EntryId) {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            self.0.insert(a.max(b), a.min(b));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_model::ChainId;
    use proptest::prelude::*;

    fn id(seq: u64) -> EntryId {
        EntryId { chain: ChainId([0; 4]), seq }
    }

    fn judged(a: u64, b: u64, verdict: Verdict) -> Judged {
        Judged { a: id(a), b: id(b), verdict, score: None }
    }

    use Verdict::{Different, Same, Unsure};

    #[test]
    fn same_joins_unsure_widens_different_forbids() {
        let c = Clusters::new(&[judged(1, 2, Same), judged(2, 3, Unsure), judged(4, 3, Unsure)], &[]);
        assert_eq!((c.subject_of(id(2)), c.subject_of(id(3)), c.merged[&id(4)]), (id(1), id(3), id(1)));
        assert_eq!(c.members(id(2)), [id(1), id(2)]);
        let c = Clusters::new(&[judged(1, 2, Unsure), judged(2, 3, Unsure), judged(1, 3, Different)], &[]);
        assert_eq!((c.merged[&id(2)], c.merged[&id(3)]), (id(1), id(3)));
        assert!(c.conflicts.is_empty());
    }

    #[test]
    fn contradictions_are_unsure_and_named() {
        let c = Clusters::new(&[judged(1, 2, Same), judged(2, 1, Different)], &[]);
        assert_eq!((c.subject_of(id(2)), c.merged[&id(2)]), (id(2), id(1)));
        assert_eq!(c.conflicts, [(id(1), id(2))].into());
        let c = Clusters::new(&[judged(1, 2, Same), judged(2, 3, Same), judged(1, 3, Different)], &[]);
        assert_eq!([1, 2, 3].map(|n| c.subject_of(id(n))), [1, 2, 3].map(id));
        assert_eq!([1, 2, 3].map(|n| c.merged[&id(n)]), [1, 1, 3].map(id));
        assert_eq!(c.conflicts, [(id(1), id(3))].into());
    }

    #[test]
    fn a_model_gives_way_to_people() {
        let model = |a, b, verdict| Judged { score: Some(990_000), ..judged(a, b, verdict) };
        // On the pair itself.
        let c = Clusters::new(&[model(1, 2, Same), judged(1, 2, Different)], &[]);
        assert_eq!((c.subject_of(id(2)), c.merged[&id(2)], c.conflicts.len()), (id(2), id(2), 0));
        // At the end of a chain: the model's links are unsure, those of people hold.
        let c = Clusters::new(&[model(1, 2, Same), judged(2, 3, Same), judged(1, 3, Different)], &[]);
        assert_eq!([1, 2, 3].map(|n| c.subject_of(id(n))), [1, 2, 2].map(id));
        assert_eq!([1, 2, 3].map(|n| c.merged[&id(n)]), [1, 2, 2].map(id));
        assert!(c.conflicts.is_empty() && c.unsure == [(id(1), id(2))].into());
        // Its "different" does not part what people put together.
        let c = Clusters::new(&[judged(1, 2, Same), judged(2, 3, Same), model(1, 3, Different)], &[]);
        assert_eq!((c.subject_of(id(3)), c.conflicts.len()), (id(1), 0));
    }

    proptest! {
        /// Which judgement was made first does not matter; merging never parts what is the same, and never joins
        /// what is different.
        #[test]
        fn order_does_not_matter(
            pairs in prop::collection::vec((0u64..8, 0u64..8, 0usize..3, prop::option::of(0u32..9)), 0..14),
            turn in any::<prop::sample::Index>(),
        ) {
            let all: Vec<Judged> = pairs.iter().filter(|p| p.0 != p.1).map(|(a, b, v, score)| Judged {
                score: *score, ..judged(*a, *b, [Same, Different, Unsure][*v])
            }).collect();
            let c = Clusters::new(&all, &[]);
            let mut turned = all.clone();
            turned.reverse();
            if !turned.is_empty() { let n = turn.index(turned.len()); turned.rotate_left(n); }
            prop_assert_eq!(&Clusters::new(&turned, &[]), &c);
            for (x, sx) in &c.subject {
                for (y, sy) in &c.subject {
                    prop_assert!(sx != sy || c.merged[x] == c.merged[y]);
                }
            }
            for j in all.iter().filter(|j| j.verdict == Different && j.score.is_none()) {
                let pair = (j.a.min(j.b), j.a.max(j.b));
                prop_assert!(c.conflicts.contains(&pair) || c.merged[&j.a] != c.merged[&j.b]);
            }
        }
    }
}
