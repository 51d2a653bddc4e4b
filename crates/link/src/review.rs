//! Which pairs a person should look at, most telling first.
//!
//! A pair near even odds tells most about itself, but ten pairs of one pattern of agreement tell little more than one:
//! pairs are taken in turn over patterns, the patterns with the most doubt in them first (uncertainty sampling with
//! diversity, Settles 2009). What is asked for measuring is drawn at random among the accepted links: without it a
//! reviewer would see only the hard ones, and precision could not be read off.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cluster::{Clusters, Edge};
use crate::encode::Records;
use crate::learn::pattern;
use crate::link::Link;
use crate::pairs::same_columns;
use crate::score::probability;
use crate::table::mix;

/// One in so many of the asked pairs is drawn at random from the accepted links.
const SAMPLE: usize = 5;

/// Why a pair is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Evidence speaks neither for nor against.
    Unsure,
    /// Strong evidence, but a rival or the rest of a cluster forbade the link.
    Suppressed,
    /// Drawn at random from the accepted links, to measure their precision.
    Sample,
}

/// A pair for a person to judge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// The pair and its probability.
    pub link: Link,
    /// Whether it is accepted as things stand.
    pub accepted: bool,
    /// Why it is asked.
    pub why: Why,
}

/// A pair and how much doubt there is in it.
type Doubtful = (f64, Edge);
/// The doubt in a pattern of agreement, the pattern, its pairs.
type Lot = (f64, u64, Vec<Doubtful>);

/// Chooses up to `wanted` pairs. `edges` are sorted strongest first.
pub(crate) fn choose(
    records: &Records,
    edges: &[Edge],
    clusters: &Clusters,
    (review, accept): (f64, f64),
    (wanted, seed): (usize, u64),
    to_link: &dyn Fn(&Edge) -> Link,
) -> Vec<Asked> {
    if wanted == 0 {
        return Vec::new();
    }
    let together = |e: &Edge| clusters.of[e.left as usize] == clusters.of[e.right as usize];
    let suppressed: std::collections::BTreeSet<(u32, u32)> =
        clusters.suppressed.iter().map(|e| (e.left, e.right)).collect();
    // Doubtful pairs by pattern, the most doubtful first in each.
    let mut patterns: BTreeMap<u64, (f64, Vec<Doubtful>)> = BTreeMap::new();
    let mut accepted = Vec::new();
    for e in edges {
        let p = probability(e.bits);
        if p < review {
            break;
        }
        let forbidden = suppressed.contains(&(e.left, e.right));
        if p >= accept.max(0.95) && !forbidden {
            accepted.push(*e);
            continue;
        }
        let (a, b) = (records.row(e.left as usize), records.row(e.right as usize));
        let doubt = if forbidden { 0.25 } else { p * (1.0 - p) };
        let lot = patterns.entry(pattern(records, a, b, same_columns(a, b))).or_default();
        lot.0 += doubt;
        lot.1.push((doubt, *e));
    }
    let mut lots: Vec<Lot> = patterns
        .into_iter()
        .map(|(pattern, (doubt, mut pairs))| {
            pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1.left, x.1.right).cmp(&(y.1.left, y.1.right))));
            (doubt, pattern, pairs)
        })
        .collect();
    lots.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let sample = (wanted / SAMPLE).min(accepted.len());
    let mut out = Vec::new();
    let mut round = 0;
    while out.len() + sample < wanted {
        let before = out.len();
        for (_, _, pairs) in &lots {
            if let Some((_, e)) = pairs.get(round)
                && out.len() + sample < wanted
            {
                let forbidden = suppressed.contains(&(e.left, e.right));
                let why = if forbidden { Why::Suppressed } else { Why::Unsure };
                out.push(Asked { link: to_link(e), accepted: together(e), why });
            }
        }
        round += 1;
        if out.len() == before {
            break;
        }
    }
    // The order of draws depends on the seed and on the records, not on their row order.
    accepted
        .sort_by_key(|e| (mix(seed ^ mix(u64::from(e.left) << 32 | u64::from(e.right))), e.left, e.right));
    out.extend(accepted.iter().take(wanted - out.len()).map(|e| Asked {
        link: to_link(e),
        accepted: together(e),
        why: Why::Sample,
    }));
    out
}
