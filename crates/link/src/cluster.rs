//! From weighted pairs to people.
//!
//! Links are taken strongest first. Two clusters become one only when the evidence between all of their records,
//! pairs that no pass produced included, speaks for it on average: one strong but mistaken link cannot drag two
//! families together, and every second record of one list has to overcome how rare duplicates inside lists were
//! found to be.

use crate::score::Scorer;
use std::collections::BTreeSet;

/// Evidence of one pair counts at most so many bits when clusters are weighed.
const CAP: f32 = 24.0;
/// Pairs of records looked at when two clusters are weighed.
const LOOKS: usize = 64;

/// A scored pair of records by number; `left < right`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The lower record.
    pub left: u32,
    /// The higher record.
    pub right: u32,
    /// The evidence that both are one person: log-odds in bits.
    pub bits: f32,
}

/// Strongest first, ties by record.
pub(crate) fn sort(edges: &mut [Edge]) {
    use rayon::prelude::*;
    edges.par_sort_unstable_by(|a, b| {
        b.bits.total_cmp(&a.bits).then(a.left.cmp(&b.left)).then(a.right.cmp(&b.right))
    });
}

/// What people have decided about pairs of records.
#[derive(Default)]
pub(crate) struct Decided {
    pub same: Vec<(u32, u32)>,
    pub different: BTreeSet<(u32, u32)>,
    /// Each person is on a list once, unless people say otherwise.
    pub across_only: bool,
}

/// The clusters and what was done on the way.
pub(crate) struct Clusters {
    /// The smallest record of the cluster of each record.
    pub of: Vec<u32>,
    /// Links above the threshold that a rival, a judgement or the rest of the cluster forbade.
    pub suppressed: Vec<Edge>,
    /// The link that made each merge, in bits.
    pub merges: Vec<f32>,
}

/// What is known of a record, side by side: records are asked for in any order.
#[derive(Clone, Copy)]
struct Node {
    root: u32,
    /// Members as circular lists.
    next: u32,
    size: u32,
}

struct Forest(Vec<Node>);

impl Forest {
    fn find(&mut self, mut x: u32) -> u32 {
        loop {
            let root = self.0[x as usize].root;
            if root == x {
                return x;
            }
            let up = self.0[root as usize].root;
            self.0[x as usize].root = up;
            x = up;
        }
    }

    fn size(&self, root: u32) -> u32 {
        self.0[root as usize].size
    }

    fn members(&self, root: u32, out: &mut Vec<u32>) {
        out.clear();
        let mut x = root;
        loop {
            out.push(x);
            x = self.0[x as usize].next;
            if x == root {
                break;
            }
        }
    }

    fn union(&mut self, a: u32, b: u32) {
        let (low, high) = (a.min(b) as usize, a.max(b) as usize);
        let (one, two) = (self.0[low], self.0[high]);
        self.0[low] = Node { size: one.size + two.size, next: two.next, ..one };
        self.0[high] = Node { root: low as u32, next: one.next, ..two };
    }
}

/// Clusters the sorted `edges` at `threshold` bits.
pub(crate) fn cluster(scorer: &Scorer, edges: &[Edge], threshold: f32, decided: &Decided) -> Clusters {
    let n = scorer.records.len() as u32;
    let mut forest = Forest((0..n).map(|i| Node { root: i, next: i, size: 1 }).collect());
    for &(a, b) in &decided.same {
        let (x, y) = (forest.find(a), forest.find(b));
        if x != y {
            forest.union(x, y);
        }
    }
    let mut merges = Vec::new();
    let mut waiting: Vec<Edge> = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut attempt = |forest: &mut Forest, e: &Edge| -> bool {
        let (x, y) = (forest.find(e.left), forest.find(e.right));
        if x == y {
            return true;
        }
        let single = forest.size(x) == 1 && forest.size(y) == 1;
        if single && decided.different.is_empty() {
            forest.union(x, y);
            merges.push(e.bits);
            return true;
        }
        forest.members(x, &mut left);
        forest.members(y, &mut right);
        let evidence = between(scorer, &left, &right, decided);
        if evidence < threshold {
            return false;
        }
        forest.union(x, y);
        merges.push(e.bits);
        true
    };
    for e in edges {
        if e.bits < threshold {
            break;
        }
        if !attempt(&mut forest, e) {
            waiting.push(*e);
        }
    }
    // A link refused early may fit once both sides have grown.
    let mut suppressed = Vec::new();
    for e in waiting {
        if !attempt(&mut forest, &e) {
            suppressed.push(e);
        }
    }
    let of = (0..n).map(|i| forest.find(i)).collect();
    Clusters { of, suppressed, merges }
}

/// Records of one list that would meet: by list, the smaller number of the two sides.
pub(crate) fn repeats(scorer: &Scorer, left: &[u32], right: &[u32]) -> usize {
    let lists = |side: &[u32]| -> Vec<u16> {
        let mut l: Vec<u16> = side.iter().map(|i| scorer.records.lists[*i as usize]).collect();
        l.sort_unstable();
        l
    };
    let (a, b) = (lists(left), lists(right));
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    both
}

/// Average evidence between two sets of records, less what their repeats on one list cost.
pub(crate) fn between(scorer: &Scorer, left: &[u32], right: &[u32], decided: &Decided) -> f32 {
    let all = left.len() * right.len();
    let step = all.div_ceil(LOOKS);
    let (mut sum, mut n) = (0.0, 0);
    if !decided.different.is_empty() {
        let forbids = |a: &u32| right.iter().any(|b| decided.different.contains(&(*a.min(b), *a.max(b))));
        if left.iter().any(forbids) {
            return f32::MIN;
        }
    }
    let repeats = repeats(scorer, left, right);
    if decided.across_only && repeats > 0 {
        return f32::MIN;
    }
    let mut at = 0;
    while at < all {
        let (i, j) = (left[at / right.len()], right[at % right.len()]);
        sum += scorer.pair_apart(i.min(j), i.max(j)).clamp(-CAP, CAP);
        n += 1;
        at += step;
    }
    sum / n as f32 + repeats as f32 * scorer.repeat_cost()
}
