//! The box in which nearly all points of a table lie.

use super::Profiler;
use crate::mapping::{Area, Column};
use crate::point::microdegrees;
use crate::role::Role;
use std::collections::BTreeMap;

/// Fewer points have no usual place.
const FEWEST: usize = 50;
/// A table wider than this speaks of the world, and nothing in it is far away.
const WIDEST: i64 = 40_000_000;
/// The box is never drawn tighter around its middle than this.
const MARGIN: i64 = 1_000_000;

impl Profiler {
    pub(super) fn area(&self, columns: &[Column]) -> Option<Area> {
        let counts = |role| columns.iter().find(|c| c.role == role).map(|c| &self.counts[c.index]);
        let (south, north) = bounds(counts(Role::Latitude)?)?;
        let (west, east) = bounds(counts(Role::Longitude)?)?;
        Some(Area { south, north, west, east })
    }
}

/// The middle 96% of the values, widened by their own width on both sides.
fn bounds(counts: &BTreeMap<String, u32>) -> Option<(i32, i32)> {
    let mut degrees: Vec<i32> = counts
        .iter()
        .filter_map(|(value, n)| Some(std::iter::repeat_n(microdegrees(value)?, *n as usize)))
        .flatten()
        .filter(|d| *d != 0)
        .collect();
    if degrees.len() < FEWEST {
        return None;
    }
    degrees.sort_unstable();
    let cut = degrees.len() / 50;
    let (low, high) = (i64::from(degrees[cut]), i64::from(degrees[degrees.len() - 1 - cut]));
    let width = high - low;
    if width > WIDEST {
        return None;
    }
    let margin = width.max(MARGIN);
    Some((i32::try_from(low - margin).ok()?, i32::try_from(high + margin).ok()?))
}
