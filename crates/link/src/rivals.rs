//! How many pairs of one person there can be when each person is on a list once.
//!
//! The model weighs every pair by itself. Where lists say little, several people of one list are as good a match for a
//! record of another, each with a fair probability, and together they are more than the one person there can be: the
//! prior that pairs by themselves lead to is then too high, and every pair looks more certain than it is. Shared out
//! among rivals (as in bipartite matching: Sadinle, JASA 112, 2017) they are counted once.

use crate::cluster::Edge;
use rayon::prelude::*;

/// Fewer than this share of the pairs may be left by sharing them out before the prior is held to be too high: people
/// who are on a list twice, and siblings, cost something everywhere.
const USUAL: f64 = 0.8;
const ROUNDS: usize = 20;

/// Bits to take off every pair across lists; 0 where rivals are as rare as they mostly are.
pub(crate) fn excess(edges: &[Edge], lists: &[u16]) -> f32 {
    let list = |i: u32| lists[i as usize];
    let across: Vec<&Edge> = edges.iter().filter(|e| list(e.left) != list(e.right)).collect();
    let odds = |bits: f32| libm::exp2(f64::from(bits.min(60.0)));
    let alone: f64 = across.iter().map(|e| odds(e.bits) / (1.0 + odds(e.bits))).sum();
    if alone < 1.0 {
        return 0.0;
    }
    // A record and the list of its rivals: a group of edges from either end.
    let mut ends: Vec<(u32, u16, u32)> = (across.par_iter().enumerate())
        .flat_map_iter(|(k, e)| {
            [(e.left, list(e.right), k as u32), (e.right, list(e.left), k as u32)].into_iter()
        })
        .collect();
    ends.par_sort_unstable();
    let shared = |factor: f64| -> f64 {
        let mut rivals = vec![0.0f64; across.len()];
        for group in ends.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let sum: f64 = group.iter().map(|g| factor * odds(across[g.2 as usize].bits)).sum();
            group.iter().for_each(|g| rivals[g.2 as usize] += sum);
        }
        let mine = across.iter().zip(rivals).map(|(e, rivals)| {
            let own = factor * odds(e.bits);
            own / (1.0 + (rivals - own).max(own))
        });
        mine.sum()
    };
    let mut factor = 1.0;
    for _ in 0..ROUNDS {
        let next: f64 = (shared(factor) / alone / USUAL).min(1.0);
        let moved = (next - factor).abs();
        factor = next.max(1.0 / 64.0);
        if moved < 0.01 * factor {
            break;
        }
    }
    -libm::log2(factor) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records of one list against as many of another.
    fn pairs(n: u32, bits: impl Fn(u32, u32) -> f32) -> (Vec<Edge>, Vec<u16>) {
        let all = (0..n).flat_map(|i| (0..n).map(move |j| (i, n + j)));
        let edges = all.map(|(left, right)| Edge { left, right, bits: bits(left, right - n) });
        (edges.filter(|e| e.bits > -6.0).collect(), (0..2 * n).map(|i| u16::from(i >= n)).collect())
    }

    #[test]
    fn who_has_no_rival_keeps_its_weight() {
        let (edges, lists) = pairs(50, |i, j| if i == j { 12.0 } else { -9.0 });
        assert_eq!(excess(&edges, &lists), 0.0);
        assert_eq!(excess(&[], &lists), 0.0);
    }

    #[test]
    fn namesakes_share_one_person() {
        // Of six namesakes each pair looks like two in three: together four persons where there can be one.
        let (edges, lists) = pairs(60, |i, j| if i / 6 == j / 6 { 1.0 } else { -9.0 });
        let found = excess(&edges, &lists);
        assert!((1.0..4.0).contains(&found), "{found}");
    }

    #[test]
    fn pairs_inside_a_list_are_no_rivals() {
        let (mut edges, lists) = pairs(50, |i, j| if i == j { 12.0 } else { -9.0 });
        edges.extend((1..50).map(|right| Edge { left: 0, right, bits: 9.0 }));
        assert_eq!(excess(&edges, &lists), 0.0);
    }
}
