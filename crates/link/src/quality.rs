//! How sound the clusters are, without a truth: which hang together by one link only.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::cluster::Edge;

/// Clusters larger than this are not searched for bridges.
const SEARCHED: usize = 2_000;

/// Figures about clusters of three records and more.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClusterQuality {
    /// How many clusters have so many records, by size.
    pub sizes: BTreeMap<u64, u64>,
    /// Clusters of three and more.
    pub of_three_or_more: u64,
    /// Of these, clusters that one link less would tear apart.
    pub hanging_by_a_link: u64,
    /// Links whose removal tears a cluster of three or more apart.
    pub bridges: u64,
    /// Accepted links in clusters of three and more, as a share of the pairs in them.
    pub density: f64,
}

/// `of` names the cluster of each record; `edges` are sorted strongest first; those below `threshold` do not count.
pub(crate) fn quality(of: &[u32], edges: &[Edge], threshold: f32) -> ClusterQuality {
    let mut size = vec![0u32; of.len()];
    of.iter().for_each(|c| size[*c as usize] += 1);
    let mut out = ClusterQuality::default();
    let (mut pairs, mut links) = (0.0, 0u64);
    let mut of_size: Vec<u64> = Vec::new();
    for n in size.iter().filter(|n| **n > 0) {
        let n = *n as usize;
        if n >= of_size.len() {
            of_size.resize(n + 1, 0);
        }
        of_size[n] += 1;
    }
    for (n, count) in of_size.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        out.sizes.insert(n as u64, count);
        if n > 2 {
            out.of_three_or_more += count;
            pairs += count as f64 * (n as f64) * (n as f64 - 1.0) / 2.0;
        }
    }
    let mut inside: Vec<(u32, u32, u32)> = Vec::new();
    for e in edges.iter().take_while(|e| e.bits >= threshold) {
        let c = of[e.left as usize];
        if c == of[e.right as usize] && size[c as usize] > 2 {
            links += 1;
            if size[c as usize] as usize <= SEARCHED {
                inside.push((c, e.left, e.right));
            }
        }
    }
    inside.par_sort_unstable();
    let found = inside.par_chunk_by(|a, b| a.0 == b.0).map(|links| {
        let links: Vec<(u32, u32)> = links.iter().map(|l| (l.1, l.2)).collect();
        let found = bridges(&links);
        (found, u64::from(found > 0))
    });
    (out.bridges, out.hanging_by_a_link) = found.reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    out.density = if pairs > 0.0 { links as f64 / pairs } else { 1.0 };
    out
}

/// Links that are the only way between their ends (Tarjan 1974), without recursion.
fn bridges(links: &[(u32, u32)]) -> u64 {
    let mut nodes: Vec<u32> = links.iter().flat_map(|(a, b)| [*a, *b]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let at = |x: u32| nodes.binary_search(&x).unwrap_or(0);
    let mut near: Vec<Vec<(usize, usize)>> = vec![Vec::new(); nodes.len()];
    for (k, (a, b)) in links.iter().enumerate() {
        let (a, b) = (at(*a), at(*b));
        near[a].push((b, k));
        near[b].push((a, k));
    }
    let (mut seen, mut low) = (vec![0usize; nodes.len()], vec![0usize; nodes.len()]);
    let (mut clock, mut found) = (0, 0);
    for start in 0..nodes.len() {
        if seen[start] != 0 {
            continue;
        }
        clock += 1;
        (seen[start], low[start]) = (clock, clock);
        // Node, the link it was reached by, the next neighbour to look at.
        let mut path = vec![(start, usize::MAX, 0)];
        while let Some(&mut (node, by, ref mut next)) = path.last_mut() {
            if let Some(&(other, link)) = near[node].get(*next) {
                *next += 1;
                if link == by {
                    continue;
                }
                if seen[other] == 0 {
                    clock += 1;
                    (seen[other], low[other]) = (clock, clock);
                    path.push((other, link, 0));
                } else {
                    low[node] = low[node].min(seen[other]);
                }
            } else {
                path.pop();
                if let Some(&(parent, ..)) = path.last() {
                    low[parent] = low[parent].min(low[node]);
                    found += u64::from(low[node] > seen[parent]);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bridges_of_small_graphs() {
        assert_eq!(bridges(&[(1, 2), (2, 3)]), 2);
        assert_eq!(bridges(&[(1, 2), (2, 3), (1, 3)]), 0);
        assert_eq!(bridges(&[(1, 2), (2, 3), (1, 3), (3, 4), (4, 5), (5, 3), (5, 9)]), 1);
        // A long chain needs no stack.
        let chain: Vec<(u32, u32)> = (0..1_999).map(|i| (i, i + 1)).collect();
        assert_eq!(bridges(&chain), 1_999);
    }

    #[test]
    fn clusters_that_hang_by_a_link() {
        let edge = |left, right| Edge { left, right, bits: 3.0 };
        let q = quality(&[0, 0, 0, 3, 3, 5], &[edge(0, 1), edge(1, 2), edge(3, 4)], 0.0);
        assert_eq!((q.of_three_or_more, q.hanging_by_a_link, q.bridges), (1, 1, 2));
        assert_eq!(q.sizes, BTreeMap::from([(1, 1), (2, 1), (3, 1)]));
        assert!((q.density - 2.0 / 3.0).abs() < 1e-12);
    }
}
