//! The accepted links as they are shown: what a pair says by itself is kept apart from what its cluster lends it.

use rayon::prelude::*;

use crate::cluster::{Clusters, Edge};
use crate::encode::Records;
use crate::link::{Link, to_link};
use crate::score::{Scorer, probability};

/// Clusters up to this size list all of their pairs.
const WHOLE: usize = 200;

/// Every pair inside a cluster, with its own probability and what the cluster lends it.
pub(crate) fn accepted(
    records: &Records,
    scorer: &Scorer,
    edges: &[Edge],
    clusters: &Clusters,
    accept: f32,
) -> Vec<Link> {
    let mut members: Vec<(u32, u32)> = clusters.of.iter().enumerate().map(|(i, c)| (*c, i as u32)).collect();
    members.par_sort_unstable();
    let groups: Vec<&[(u32, u32)]> = members.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1).collect();
    let mut links: Vec<Link> = groups
        .par_iter()
        .filter(|g| g.len() <= WHOLE)
        .flat_map_iter(|g| {
            let n = g.len();
            let mut bits = vec![0f32; n * n];
            let mut support = vec![0f32; n];
            for i in 0..n {
                for j in i + 1..n {
                    let w = scorer.pair(g[i].1, g[j].1);
                    bits[i * n + j] = w;
                    support[i] += w.clamp(-24.0, 24.0);
                    support[j] += w.clamp(-24.0, 24.0);
                }
            }
            let mean = |i: usize| support[i] / (n - 1) as f32;
            let mut out = Vec::with_capacity(n * (n - 1) / 2);
            for i in 0..n {
                for j in i + 1..n {
                    let (own, lent) = (bits[i * n + j], mean(i).min(mean(j)));
                    let link = to_link(records, &Edge { left: g[i].1, right: g[j].1, bits: own });
                    out.push(Link { lent: (n > 2 && lent > own).then(|| probability(lent)), ..link });
                }
            }
            out
        })
        .collect();
    // In a very large cluster only the links that were scored.
    let mut sizes = vec![0usize; clusters.of.len()];
    for c in &clusters.of {
        sizes[*c as usize] += 1;
    }
    let big = |e: &&Edge| {
        let c = clusters.of[e.left as usize];
        c == clusters.of[e.right as usize] && sizes[c as usize] > WHOLE && e.bits >= accept
    };
    links.extend(edges.iter().filter(big).map(|e| to_link(records, e)));
    links.par_sort_unstable_by(|a, b| {
        b.probability.total_cmp(&a.probability).then(a.left.cmp(&b.left)).then(a.right.cmp(&b.right))
    });
    links
}
