//! Links beside a truth, and two people beside each other.

use serde::Serialize;
use std::collections::BTreeMap;

/// Precision, recall and F1 of links.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quality {
    /// Links that the truth can judge.
    pub judged: u64,
    /// Of which right.
    pub right: u64,
    /// Pairs that are true.
    pub true_pairs: u64,
    /// Right of judged.
    pub precision: f64,
    /// Right of true.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

impl Quality {
    /// From counts: links judged, right ones among them, pairs that are true.
    #[must_use]
    pub fn new(judged: u64, right: u64, true_pairs: u64) -> Self {
        let share = |a: u64, b: u64| if b == 0 { 0.0 } else { a as f64 / b as f64 };
        let (precision, recall) = (share(right, judged), share(right, true_pairs));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        Self { judged, right, true_pairs, precision, recall, f1 }
    }
}

/// Scores pairs of record names against the entity of each record. A record with an empty entity is not judged. With
/// `side`, only pairs of different sides count.
pub fn evaluate<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    truth: &BTreeMap<String, String>,
    side: Option<&dyn Fn(&str) -> u32>,
) -> Quality {
    let of = |r: &str| side.map_or(0, |s| s(r));
    let mut members: BTreeMap<&str, BTreeMap<u32, u64>> = BTreeMap::new();
    for (record, entity) in truth.iter().filter(|t| !t.1.is_empty()) {
        *members.entry(entity).or_default().entry(of(record)).or_default() += 1;
    }
    let true_pairs = members
        .values()
        .map(|m| {
            let n: u64 = m.values().sum();
            let inside: u64 = m.values().map(|c| c * c.saturating_sub(1) / 2).sum();
            n * n.saturating_sub(1) / 2 - if side.is_some() { inside } else { 0 }
        })
        .sum();
    let (mut judged, mut right) = (0u64, 0u64);
    for (a, b) in pairs {
        let entity = |r: &str| truth.get(r).filter(|e| !e.is_empty());
        if let (Some(x), Some(y)) = (entity(a), entity(b))
            && (side.is_none() || of(a) != of(b))
        {
            judged += 1;
            right += u64::from(x == y);
        }
    }
    Quality::new(judged, right, true_pairs)
}

/// Agreement of two judges beyond chance (Cohen, Educational and Psychological Measurement 20, 1960) over the pairs
/// that both judged. `None` when there are none, or when both say one and the same thing throughout.
pub fn kappa<J: Ord>(judgements: &[(J, J)]) -> Option<f64> {
    let n = judgements.len() as f64;
    let mut counts: BTreeMap<&J, (f64, f64)> = BTreeMap::new();
    for (a, b) in judgements {
        counts.entry(a).or_default().0 += 1.0;
        counts.entry(b).or_default().1 += 1.0;
    }
    let agreed = judgements.iter().filter(|(a, b)| a == b).count() as f64 / n;
    let chance: f64 = counts.values().map(|(a, b)| a / n * (b / n)).sum();
    (n > 0.0 && chance < 1.0).then(|| (agreed - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores() {
        let truth = [("a", "1"), ("b", "1"), ("c", "2"), ("d", "2"), ("e", "")];
        let truth = truth.iter().map(|(r, e)| ((*r).to_owned(), (*e).to_owned())).collect();
        let q = evaluate([("a", "b"), ("a", "c"), ("a", "e")], &truth, None);
        assert_eq!((q.judged, q.right, q.true_pairs), (2, 1, 2));
        assert!((q.f1 - 0.5).abs() < 1e-12);
    }

    #[test]
    fn agreement_beyond_chance() {
        let same = [("s", "s"), ("d", "d"), ("s", "s"), ("d", "s")];
        assert!((kappa(&same).unwrap() - 0.5).abs() < 1e-12);
        assert_eq!(kappa::<u8>(&[]), None);
        assert_eq!(kappa(&[(1, 1), (1, 1)]), None);
    }
}
