//! What agreement by chance looks like, read off the data.
//!
//! Two lists write one name in two ways, each list in its own: strangers of two lists then hardly ever agree letter
//! by letter where strangers of one list do. So chance is asked of pairs across lists and of pairs inside a list.

use crate::em::{Levels, MAX_LEVELS, normalise};
use crate::encode::Records;
use crate::field::{FieldKind, MAX_FIELDS};
use crate::learn::pattern;
use crate::pairs::same_columns;
use crate::table::mix;
use rayon::prelude::*;

const RANDOM_PAIRS: u64 = 400_000;
/// Pairs that are drawn until one is of the side that is asked for.
const TRIES: u64 = 8;
/// A kind of comparison of which one side has fewer random pairs is asked of both sides.
const FEW: f64 = 1000.0;

/// How often two records that have nothing to do with each other agree.
pub(crate) struct Chance {
    /// On two lists; where there is one list only, as `inside`.
    pub across: Levels,
    /// On one list.
    pub inside: Levels,
}

/// Reads rare levels off random pairs, and equality off the frequencies of values, which random pairs would see too
/// seldom.
pub(crate) fn chance(records: &Records, seed: u64) -> Chance {
    let lists = by_list(records);
    if lists.len() < 2 {
        let only = levels(records, &count(records, seed, None, RANDOM_PAIRS), &|column| {
            Equal::of(records, &lists, column).anywhere
        });
        return Chance { across: only, inside: only };
    }
    let across = count(records, seed, Some(false), RANDOM_PAIRS);
    let inside = count(records, seed, Some(true), RANDOM_PAIRS / 4);
    let mut anywhere = across;
    for (to, from) in anywhere.iter_mut().zip(&inside) {
        to.iter_mut().zip(from).for_each(|(t, f)| *t += f);
    }
    // Other columns may hold hashes in the place of codes.
    let mut equal = vec![Equal::default(); records.width];
    let used = records.fields.iter().fold(0u32, |m, f| match f.kind {
        FieldKind::Name { exact, skeleton, .. } => m | 1 << exact | 1 << skeleton,
        _ => m | 1 << f.exact(),
    });
    let mine = equal.par_iter_mut().enumerate().filter(|(column, _)| used >> column & 1 == 1);
    mine.for_each(|(column, equal)| *equal = Equal::of(records, &lists, column));
    let anywhere = levels(records, &anywhere, &|column| equal[column].anywhere);
    let of = |seen: &Levels, equal: &(dyn Fn(usize) -> f64 + Sync)| {
        let mut out = levels(records, seen, equal);
        for (f, field) in records.fields.iter().enumerate() {
            for &(from, to) in field.kinds() {
                if seen[f][from..to].iter().sum::<f64>() < FEW {
                    out[f][from..to].copy_from_slice(&anywhere[f][from..to]);
                }
            }
        }
        out
    };
    Chance {
        across: of(&across, &|column| equal[column].across),
        inside: of(&inside, &|column| equal[column].inside),
    }
}

/// The records of each list.
fn by_list(records: &Records) -> Vec<Vec<u32>> {
    let mut out = vec![Vec::new(); records.list_names.len().max(1)];
    for (i, l) in records.lists.iter().enumerate() {
        out[usize::from(*l)].push(i as u32);
    }
    out.retain(|l| !l.is_empty());
    out
}

/// Counts the levels of random pairs, inside a list or across lists where that is asked.
fn count(records: &Records, seed: u64, inside: Option<bool>, pairs: u64) -> Levels {
    let n = records.len() as u64;
    let counts: Vec<[[u64; MAX_LEVELS]; MAX_FIELDS]> = (0..64u64)
        .into_par_iter()
        .map(|part| {
            let mut counts = [[0u64; MAX_LEVELS]; MAX_FIELDS];
            for k in 0..pairs / 64 {
                let mut drawn = (0..TRIES).map(|t| {
                    let r = mix(seed ^ mix(t << 56 | part << 32 | k));
                    (((r >> 32) % n) as usize, ((r & 0xFFFF_FFFF) % n) as usize)
                });
                let fits = |(i, j): &(usize, usize)| {
                    inside.is_none_or(|inside| inside == (records.lists[*i] == records.lists[*j]))
                };
                let Some((i, j)) = drawn.find(fits).filter(|(i, j)| i != j) else { continue };
                let (a, b) = (records.row(i), records.row(j));
                let p = pattern(records, a, b, same_columns(a, b));
                for (f, row) in counts.iter_mut().enumerate().take(records.fields.len()) {
                    row[(p >> (4 * f) & 15) as usize] += 1;
                }
            }
            counts
        })
        .collect();
    let mut levels = [[0.0; MAX_LEVELS]; MAX_FIELDS];
    for part in counts {
        for (to, from) in levels.iter_mut().zip(part) {
            for (t, f) in to.iter_mut().zip(from) {
                *t += f as f64;
            }
        }
    }
    levels
}

/// Probabilities of the levels of random pairs that were counted, where equality is known.
fn levels(records: &Records, seen: &Levels, equal: &(dyn Fn(usize) -> f64 + Sync)) -> Levels {
    let mut levels = *seen;
    normalise(&records.fields, &mut levels);
    levels[..records.fields.len()].par_iter_mut().zip(&records.fields).zip(seen).for_each(
        |((row, field), seen)| match field.kind {
            FieldKind::Name { exact, skeleton, .. } => {
                let e = equal(exact);
                let sounds = (equal(skeleton) - e).max(0.0);
                let all: f64 = seen[1..13].iter().sum::<f64>().max(1.0);
                let one_script = (seen[1..8].iter().sum::<f64>() / all).max(1e-6);
                let unlike: f64 = [2, 3, 8, 9].iter().map(|l| seen[*l] + 0.5).sum();
                let part = |l: usize, kind: f64| (l, sounds * (seen[l] + 0.5) / unlike / kind);
                set(row, (1, 8), &[(1, e / one_script), part(2, one_script), part(3, one_script)]);
                if one_script < 0.999 {
                    set(row, (8, 13), &[part(8, 1.0 - one_script), part(9, 1.0 - one_script)]);
                }
            }
            FieldKind::Born { date, .. } => set(row, (1, 7), &[(1, equal(date))]),
            FieldKind::Sex { .. } => {}
            _ => set(row, (1, field.levels()), &[(1, equal(field.exact()))]),
        },
    );
    levels
}

/// Sets some levels of one kind and scales the others of it to what is left.
fn set(row: &mut [f64; MAX_LEVELS], (from, to): (usize, usize), known: &[(usize, f64)]) {
    let given: f64 = known.iter().map(|k| k.1.max(1e-9)).sum();
    let is_known = |l: usize| known.iter().any(|k| k.0 == l);
    let others: f64 = (from..to).filter(|l| !is_known(*l)).map(|l| row[l]).sum();
    for (l, p) in row.iter_mut().enumerate().take(to).skip(from) {
        if !is_known(l) {
            *p *= (1.0 - given).max(1e-6) / others.max(1e-12);
        }
    }
    for (l, p) in known {
        row[*l] = p.max(1e-9);
    }
}

/// The probability that two random records that both say something in a column say the same. Integer sums: the same for
/// any order of records.
#[derive(Clone, Copy, Default)]
struct Equal {
    anywhere: f64,
    across: f64,
    inside: f64,
}

impl Equal {
    fn of(records: &Records, lists: &[Vec<u32>], column: usize) -> Self {
        let mut counts = records.counts(column);
        let said: u128 = counts[1..].iter().map(|c| u128::from(*c)).sum();
        let pairs = |n: u128| n * n.saturating_sub(1);
        let both = pairs(said);
        let equal: u128 = counts[1..].iter().map(|c| pairs(u128::from(*c))).sum();
        let share = |equal: u128, both: u128| if both == 0 { 0.0 } else { equal as f64 / both as f64 };
        let anywhere = share(equal, both);
        if lists.len() < 2 {
            return Self { anywhere, across: anywhere, inside: anywhere };
        }
        let (mut both_inside, mut equal_inside) = (0, 0);
        counts.fill(0);
        for list in lists {
            let cells = || list.iter().map(|i| records.row(*i as usize)[column]).filter(|c| *c != 0);
            let mut said = 0;
            for c in cells() {
                let n = &mut counts[c as usize];
                equal_inside += 2 * u128::from(*n);
                *n += 1;
                said += 1;
            }
            both_inside += pairs(said);
            cells().for_each(|c| counts[c as usize] = 0);
        }
        Self {
            anywhere,
            across: share(equal - equal_inside, both - both_inside),
            inside: share(equal_inside, both_inside),
        }
    }
}
