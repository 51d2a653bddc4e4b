//! How many people the records stand for.
//!
//! The clusters are a count with two known biases: some merges are mistaken, some that should have been made were
//! not, because their evidence fell short or because no pass brought the records together. Each is estimated from the
//! probabilities of the model, the estimate moves by their difference, and the interval carries both their chance
//! variation and the doubt whether the probabilities are right: each correction is doubted to three quarters of its size.

use crate::cluster::{Clusters, Decided, Edge, between, repeats};
use crate::pairs::{EVERY_PAIR, same_columns};
use crate::score::{Scorer, probability};
use rayon::prelude::*;

/// The number of people with its interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct People {
    /// Clusters as they stand.
    pub clusters: u64,
    /// Best estimate.
    pub estimate: f64,
    /// Lower end of the interval (nominally 95 in 100).
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
    /// Merges expected to be mistaken.
    pub false_merges: f64,
    /// Merges expected to be missing for lack of evidence.
    pub missed_by_score: f64,
    /// Merges expected to be missing because no pass brought the records together.
    pub missed_by_blocking: f64,
}

/// The passes, and the share of pairs that they are expected to bring together if fields err independently.
pub(crate) struct Blocking<'a> {
    pub masks: &'a [u32],
    pub recall: f64,
}

/// Pairs of one person that no pass brought together, among people with two records, where nothing bridges them.
/// Chao's lower bound (Scandinavian Journal of Statistics 11, 1984) from how many pairs exactly one and exactly two
/// passes found, or what independent errors would make, whichever is more.
fn unfound(scorer: &Scorer, pairs: &[(u32, u32)], blocking: &Blocking) -> f64 {
    if blocking.masks.contains(&EVERY_PAIR) {
        return 0.0;
    }
    let mut found = [0u64; 3];
    for (a, b) in pairs {
        let same = same_columns(scorer.records.row(*a as usize), scorer.records.row(*b as usize));
        let times = blocking.masks.iter().filter(|m| same & **m == **m).count();
        if let Some(f) = found.get_mut(times) {
            *f += 1;
        }
    }
    let loss = 1.0 - blocking.recall.clamp(0.2, 1.0);
    let independent = pairs.len() as f64 * loss / (1.0 - loss);
    let (once, twice) = (found[1] as f64, found[2] as f64);
    let chao = once * (once - 1.0).max(0.0) / (2.0 * (twice + 1.0));
    independent.max(chao)
}

/// Share of each correction that is doubt.
const DOUBT: f64 = 0.75;
/// Relative doubt that remains when every correction is small.
const FLOOR: f64 = 0.004;

pub(crate) fn estimate(
    scorer: &Scorer,
    edges: &[Edge],
    clusters: &Clusters,
    blocking: &Blocking,
    decided: &Decided,
) -> People {
    let n = clusters.of.len();
    let mut members: Vec<(u32, u32)> = clusters.of.iter().enumerate().map(|(i, c)| (*c, i as u32)).collect();
    members.par_sort_unstable();
    let mut start = vec![u32::MAX; n];
    for (at, (c, _)) in members.iter().enumerate().rev() {
        start[*c as usize] = at as u32;
    }
    let of = |c: u32| -> Vec<u32> {
        members[start[c as usize] as usize..].iter().take_while(|m| m.0 == c).map(|m| m.1).collect()
    };
    let count = start.iter().filter(|s| **s != u32::MAX).count() as u64;
    let mut apart: Vec<(u32, u32, f32)> = edges
        .iter()
        .map(|e| (clusters.of[e.left as usize], clusters.of[e.right as usize], e.bits))
        .filter(|(a, b, _)| a != b)
        .map(|(a, b, bits)| (a.min(b), a.max(b), bits))
        .collect();
    // The best pair between two clusters first: single pairs are what the model is calibrated for.
    apart.par_sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
    apart.dedup_by_key(|e| (e.0, e.1));
    let chances: Vec<f64> = apart
        .par_iter()
        .map(|(a, b, bits)| {
            let (a, b) = (of(*a), of(*b));
            let apart = repeats(scorer, &a, &b) > 0 || !decided.different.is_empty();
            probability(if apart { between(scorer, &a, &b, decided) } else { *bits })
        })
        .collect();
    // A cluster merges with one of its rivals, not with each by its own chance.
    let mut claims = vec![0.0; n];
    for ((a, b, _), p) in apart.iter().zip(&chances) {
        claims[*a as usize] += p;
        claims[*b as usize] += p;
    }
    let (mut missed, mut variance) = (0.0, 0.0);
    for ((a, b, _), p) in apart.iter().zip(&chances) {
        let p = p / claims[*a as usize].max(claims[*b as usize]).max(1.0);
        missed += p;
        variance += p * (1.0 - p);
    }
    let mut mistaken = 0.0;
    for bits in &clusters.merges {
        let p = probability(*bits);
        mistaken += 1.0 - p;
        variance += p * (1.0 - p);
    }
    let pairs: Vec<(u32, u32)> = members
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|g| if let [a, b] = g { Some((a.1, b.1)) } else { None })
        .collect();
    let mut unbridged = unfound(scorer, &pairs, blocking);
    // Records are lost, not pairs: those that say little or say it wrong, however many others there are of the person.
    let larger: usize = members.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).filter(|size| *size > 2).sum();
    unbridged += larger as f64 * 0.5 * unbridged / (pairs.len() as f64 + unbridged).max(1.0);
    variance += unbridged;
    let estimate = count as f64 + mistaken - missed - unbridged;
    let doubt = [mistaken, missed, unbridged].iter().map(|c| (DOUBT * c) * (DOUBT * c)).sum::<f64>();
    let floor = FLOOR * count as f64;
    let half = 1.96 * (variance + doubt / (1.96 * 1.96) + floor * floor).sqrt();
    let records = n as f64;
    People {
        clusters: count,
        estimate: estimate.clamp(1.0, records),
        lower: (estimate - half).clamp(1.0, records),
        upper: (estimate + half).clamp(1.0, records),
        false_merges: mistaken,
        missed_by_score: missed,
        missed_by_blocking: unbridged,
    }
}
