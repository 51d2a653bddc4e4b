//! Linking again when records were added: records that were compared before are not compared with each other anew.

use crate::cluster::Edge;
use crate::error::LinkError;
use crate::link::{Options, RecordRef, find};
use crate::score::Scorer;
use serde::{Deserialize, Serialize};

/// What an earlier run has settled.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Before {
    /// By record: whether it was there. Empty when nothing is settled.
    settled: Vec<bool>,
    /// Pairs to weigh whatever the passes find.
    #[serde(skip)]
    known: Vec<(u32, u32)>,
}

impl Before {
    pub fn new(options: &Options, place: &[Vec<u32>]) -> Result<Self, LinkError> {
        let find = |r: &RecordRef| find(place, *r);
        let mut out = Self::default();
        if !options.settled.is_empty() {
            out.settled = vec![false; place.iter().map(Vec::len).sum()];
        }
        for r in &options.settled {
            out.settled[find(r)? as usize] = true;
        }
        for (a, b) in &options.known {
            let (a, b) = (find(a)?, find(b)?);
            out.known.push((a.min(b), a.max(b)));
        }
        out.known.sort_unstable();
        out.known.dedup();
        Ok(out)
    }

    /// The same of some records, by their place in `records`.
    pub fn of(&self, records: &[u32]) -> Self {
        let settled = |r: &u32| self.settled.get(*r as usize).copied().unwrap_or(false);
        let settled =
            if self.settled.is_empty() { Vec::new() } else { records.iter().map(settled).collect() };
        Self { settled, known: Vec::new() }
    }

    /// Whether this pair was compared before.
    #[inline]
    pub fn both(&self, a: u32, b: u32) -> bool {
        !self.settled.is_empty() && self.settled[a as usize] && self.settled[b as usize]
    }

    /// Whether nobody of a block is new.
    pub fn all(&self, records: &[u32]) -> bool {
        !self.settled.is_empty() && records.iter().all(|r| self.settled[*r as usize])
    }

    /// The known pairs as the model weighs them now.
    pub fn edges(&self, scorer: &Scorer) -> Vec<Edge> {
        let edge = |(left, right): &(u32, u32)| Edge {
            left: *left,
            right: *right,
            bits: scorer.pair(*left, *right),
        };
        self.known.iter().map(edge).collect()
    }
}
