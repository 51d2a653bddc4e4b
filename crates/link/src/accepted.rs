//! The accepted links as they are shown: what a pair says by itself is kept apart from what its cluster lends it.

use rayon::prelude::*;

use crate::cluster::{Clusters, Edge};
use crate::encode::Records;
use crate::link::{Link, RecordRef, to_link};
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
    let one = |a: &(u32, u32), b: &(u32, u32)| a.0 == b.0;
    let size = |g: &[(u32, u32)]| if g.len() <= WHOLE { g.len() * (g.len() - 1) / 2 } else { 0 };
    // Many clusters at a time, each lot with its part of the links to fill: they are made where they stay.
    let lots: Vec<&[(u32, u32)]> = lots(&members);
    let sizes: Vec<usize> = lots.par_iter().map(|lot| lot.chunk_by(one).map(size).sum()).collect();
    let nobody = RecordRef { table: 0, row: 0 };
    let none = Link { left: nobody, right: nobody, probability: 0.0, lent: None };
    let mut links = vec![none; sizes.iter().sum()];
    let mut rest = &mut links[..];
    let mut parts = Vec::with_capacity(lots.len());
    for (lot, n) in lots.into_iter().zip(sizes) {
        let (part, after) = rest.split_at_mut(n);
        parts.push((lot, part));
        rest = after;
    }
    parts.into_par_iter().for_each(|(lot, mut part)| {
        for g in lot.chunk_by(one) {
            let mine;
            (mine, part) = part.split_at_mut(size(g));
            if !mine.is_empty() {
                fill(records, scorer, g, mine);
            }
        }
    });
    // In a very large cluster only the links that were scored.
    if members.par_chunk_by(one).any(|g| g.len() > WHOLE) {
        let mut sizes = vec![0u32; clusters.of.len()];
        clusters.of.iter().for_each(|c| sizes[*c as usize] += 1);
        let big = |e: &&Edge| {
            let c = clusters.of[e.left as usize];
            c == clusters.of[e.right as usize] && sizes[c as usize] as usize > WHOLE && e.bits >= accept
        };
        links.extend(edges.iter().filter(big).map(|e| to_link(records, e)));
    }
    drop(members);
    links.par_sort_unstable_by(|a, b| {
        b.probability.total_cmp(&a.probability).then(a.left.cmp(&b.left)).then(a.right.cmp(&b.right))
    });
    links
}

/// Records of a lot, about.
const LOT: usize = 16_384;

/// The sorted members of clusters in lots of whole clusters.
fn lots(members: &[(u32, u32)]) -> Vec<&[(u32, u32)]> {
    let mut out = Vec::new();
    let mut rest = members;
    while !rest.is_empty() {
        let last = rest[LOT.min(rest.len()) - 1].0;
        let (lot, after) = rest.split_at(rest.partition_point(|m| m.0 <= last));
        out.push(lot);
        rest = after;
    }
    out
}

/// All pairs of a cluster.
fn fill(records: &Records, scorer: &Scorer, g: &[(u32, u32)], out: &mut [Link]) {
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
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    for ((i, j), out) in pairs.zip(out) {
        let (own, lent) = (bits[i * n + j], mean(i).min(mean(j)));
        let link = to_link(records, &Edge { left: g[i].1, right: g[j].1, bits: own });
        *out = Link { lent: (n > 2 && lent > own).then(|| probability(lent)), ..link };
    }
}
