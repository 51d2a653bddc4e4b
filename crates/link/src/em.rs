//! The model: how likely each level of each field is for the same person, for two of one family, and for strangers.
//!
//! Fellegi and Sunter (JASA 64, 1969) with the parameters by expectation maximisation (Winkler 1988), in three
//! classes instead of two: people of one family share names, place and day of death, so that their records agree far
//! beyond chance without being one person. Pairs are seen as counted patterns, pass by pass: inside a pass the fields
//! it blocks on say nothing and are left out, every other field has the same parameters everywhere, and the mixture
//! of classes is the pass's own.

use crate::chance::Chance;
use crate::field::{Field, FieldKind, MAX_FIELDS};
use libm::log;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Levels of one field, at most.
pub(crate) const MAX_LEVELS: usize = 16;

/// One probability a field and level.
pub(crate) type Levels = [[f64; MAX_LEVELS]; MAX_FIELDS];

/// A pattern and how often it was seen.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub pattern: u64,
    pub count: f64,
}

/// Packs levels, four bits a field.
#[inline]
pub(crate) fn level_of(pattern: u64, field: usize) -> usize {
    (pattern >> (4 * field) & 15) as usize
}

/// Counts of one pass, for pairs across lists and inside a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct PassCounts {
    /// Fields that the pass blocks on, a bit each.
    pub blocked: u32,
    /// All pairs of the pass, `[across, inside]`.
    pub all: [Vec<Counted>; 2],
    /// Those that no earlier pass produces.
    pub first: [Vec<Counted>; 2],
}

/// Parameters. Missing (level 0) carries no evidence and has no entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Model {
    /// Same person.
    pub same: Levels,
    /// Same family, another person.
    pub family: Levels,
    /// Unrelated.
    pub chance: Levels,
    /// Whether the family class is in use.
    pub families: bool,
    /// Prior of the same person and of the same family for a random pair, `[across, inside]`.
    pub prior: [(f64, f64); 2],
    /// Rounds that EM took.
    pub rounds: usize,
}

/// Turns counts into probabilities inside each kind of comparison, with a little mass everywhere.
pub(crate) fn normalise(fields: &[Field], counts: &mut Levels) {
    for (field, levels) in fields.iter().zip(counts.iter_mut()) {
        for &(from, to) in field.kinds() {
            let total: f64 = levels[from..to].iter().map(|c| c + 0.5).sum();
            for c in &mut levels[from..to] {
                *c = (*c + 0.5) / total;
            }
        }
    }
}

/// Share of the names of one person that are different, at most.
const MOST_DIFFERENT: f64 = 0.25;
/// Share of the pairs that a kind of comparison needs before that is asked of it.
const HELD: f64 = 0.2;

/// Kinds of comparison of name fields that many pairs across lists (or, on one list, inside it) are of. The others may
/// hold strangers only, and then must say so.
fn held_kinds(fields: &[Field], passes: &[PassCounts]) -> Vec<(usize, usize)> {
    let side = usize::from(passes.iter().all(|p| p.all[0].is_empty()));
    let mut out = Vec::new();
    for (f, field) in fields.iter().enumerate().filter(|f| matches!(f.1.kind, FieldKind::Name { .. })) {
        let pairs = field.kinds().iter().map(|&(from, to)| {
            let of_kind = |c: &&Counted| (from..to).contains(&level_of(c.pattern, f));
            passes.iter().flat_map(|p| &p.all[side]).filter(of_kind).map(|c| c.count).sum()
        });
        let pairs: Vec<f64> = pairs.collect();
        let all: f64 = pairs.iter().sum();
        out.extend((0..pairs.len()).filter(|k| pairs[*k] > HELD * all).map(|k| (f, k)));
    }
    out
}

/// Where lists say too little to part one person from another, the class of the same person would take in whatever
/// pairs it explains a little better than chance does, and become a class of strangers.
fn hold_names(fields: &[Field], held: &[(usize, usize)], same: &mut Levels) {
    for &(f, kind) in held {
        let ((from, to), different) = (fields[f].kinds()[kind], [6, 12][kind]);
        let seen = same[f][different];
        if seen > MOST_DIFFERENT {
            let others = (1.0 - MOST_DIFFERENT) / (1.0 - seen).max(1e-9);
            same[f][from..to].iter_mut().for_each(|l| *l *= others);
            same[f][different] = MOST_DIFFERENT;
        }
    }
}

/// Where EM starts: a record of the same person mostly agrees.
pub(crate) fn hopeful(fields: &[Field]) -> Levels {
    let mut out = [[0.0; MAX_LEVELS]; MAX_FIELDS];
    for (field, levels) in fields.iter().zip(out.iter_mut()) {
        let shape: &[f64] = match field.kind {
            FieldKind::Name { .. } => {
                &[0.0, 0.62, 0.15, 0.04, 0.08, 0.04, 0.04, 0.03, 0.75, 0.08, 0.08, 0.04, 0.05]
            }
            FieldKind::Born { .. } => &[0.0, 0.7, 0.1, 0.08, 0.06, 0.03, 0.03, 0.6, 0.25, 0.08, 0.04, 0.03],
            FieldKind::Sex { .. } => &[0.0, 0.98, 0.02],
            FieldKind::Place { .. } | FieldKind::Text { .. } => &[0.0, 0.72, 0.1, 0.06, 0.12],
            FieldKind::Death { .. } => &[0.0, 0.7, 0.12, 0.1, 0.04, 0.04],
            FieldKind::Count { .. } => &[0.0, 0.5, 0.2, 0.14, 0.1, 0.06],
            FieldKind::Point { .. } => &[0.0, 0.4, 0.25, 0.2, 0.1, 0.05],
        };
        levels[..shape.len()].copy_from_slice(shape);
    }
    out
}

/// What the levels of a family pair look like before anything is learned: the chain and family name of one person,
/// the given name of a stranger who is not a namesake.
pub(crate) fn family_start(
    fields: &[Field],
    same: &Levels,
    chance: &Levels,
    seen: Option<&Levels>,
) -> Levels {
    let mut out = *chance;
    for (i, field) in fields.iter().enumerate() {
        match field.kind {
            FieldKind::Name { slot: 0, .. } => {
                for &(from, to) in field.kinds() {
                    // One name twice in a family is a slip of the list more often than a custom; two spellings of one
                    // are as rare.
                    let seen = seen.map(|s| &s[i][from..to]).filter(|s| s.iter().any(|p| *p > 0.0));
                    let most = |l: usize| {
                        if l == 1 {
                            0.002
                        } else if l == 8 {
                            0.006
                        } else {
                            0.004
                        }
                    };
                    if let Some(seen) = seen {
                        out[i][from..to].copy_from_slice(seen);
                    }
                    for l in [1, 2, 7, 8].into_iter().filter(|l| (from..to).contains(l)) {
                        out[i][l] = out[i][l].min(if seen.is_some() { 0.01 } else { most(l) });
                    }
                }
            }
            FieldKind::Name { .. } => out[i] = same[i],
            _ => {
                if let Some(seen) = seen {
                    out[i] = seen[i];
                }
            }
        }
        for &(from, to) in field.kinds() {
            let total: f64 = out[i][from..to].iter().sum();
            for p in &mut out[i][from..to] {
                *p /= total;
            }
        }
    }
    out
}

fn product(levels: &Levels, pattern: u64, fields: usize, blocked: u32) -> f64 {
    let mut p = 1.0;
    for (f, row) in levels.iter().enumerate().take(fields) {
        let l = level_of(pattern, f);
        if l != 0 && blocked >> f & 1 == 0 {
            p *= row[l];
        }
    }
    p
}

/// Patterns that are summed in one go.
const LOT: usize = 2048;

/// What a lot of patterns is expected to hold.
#[derive(Default)]
struct Expected {
    pairs: f64,
    same: f64,
    family: f64,
    likelihood: f64,
    /// Levels among pairs of one person.
    levels: Levels,
}

impl Expected {
    #[inline]
    fn add(&mut self, c: &Counted, blocked: u32, fields: usize, mix: [f64; 2], classes: (f64, f64, f64)) {
        let (a, b) = (mix[0] * classes.0, mix[1] * classes.1);
        let z = a + b + (1.0 - mix[0] - mix[1]).max(1e-9) * classes.2;
        if z <= 0.0 {
            return;
        }
        let p = a / z;
        self.pairs += c.count;
        self.same += c.count * p;
        self.family += c.count * b / z;
        self.likelihood += c.count * log(z);
        for (f, row) in self.levels.iter_mut().enumerate().take(fields) {
            let l = level_of(c.pattern, f);
            if l != 0 && blocked >> f & 1 == 0 {
                row[l] += c.count * p;
            }
        }
    }

    fn join(&mut self, other: &Self) {
        self.pairs += other.pairs;
        self.same += other.same;
        self.family += other.family;
        self.likelihood += other.likelihood;
        for (to, from) in self.levels.iter_mut().zip(&other.levels) {
            to.iter_mut().zip(from).for_each(|(t, f)| *t += f);
        }
    }
}

impl Model {
    /// Runs EM over the counts of all passes. `most` bounds the pairs of one person that any pass can hold,
    /// `[across, inside]`: people are on a list once or a few times, not hundreds of times.
    pub fn fit(
        fields: &[Field],
        passes: &[PassCounts],
        chance: &Chance,
        start: Levels,
        family_seen: Option<Levels>,
        most: [f64; 2],
    ) -> Self {
        let families = family_seen.is_some();
        let mut same = start;
        let mut family = family_start(fields, &same, &chance.across, family_seen.as_ref());
        let mut mix = vec![[[0.3, if families { 0.2 } else { 0.0 }]; 2]; passes.len()];
        // What chance makes of a pattern does not change from round to round.
        let by_chance = |c: &Counted, blocked: u32, side: usize| {
            product([&chance.across, &chance.inside][side], c.pattern, fields.len(), blocked)
        };
        let chances: Vec<[Vec<f64>; 2]> = passes
            .iter()
            .map(|p| {
                [0, 1].map(|side: usize| p.all[side].iter().map(|c| by_chance(c, p.blocked, side)).collect())
            })
            .collect();
        let held = held_kinds(fields, passes);
        let across = !passes.iter().all(|p| p.all[0].is_empty());
        let mut rounds = 0;
        let mut before = f64::MIN;
        while rounds < 80 {
            rounds += 1;
            let mut counts = [[0.0; MAX_LEVELS]; MAX_FIELDS];
            let mut likelihood = 0.0;
            for ((pass, chances), mix) in passes.iter().zip(&chances).zip(mix.iter_mut()) {
                for (side, patterns) in pass.all.iter().enumerate() {
                    // Lots of one size whatever the number of threads, added up in order: the same sums everywhere.
                    let lots: Vec<Expected> = patterns
                        .par_chunks(LOT)
                        .zip(chances[side].par_chunks(LOT))
                        .map(|(lot, chances)| {
                            let mut sum = Expected::default();
                            for (c, by_chance) in lot.iter().zip(chances) {
                                let a = product(&same, c.pattern, fields.len(), pass.blocked);
                                let b = product(&family, c.pattern, fields.len(), pass.blocked);
                                sum.add(c, pass.blocked, fields.len(), mix[side], (a, b, *by_chance));
                            }
                            sum
                        })
                        .collect();
                    let mut total = Expected::default();
                    lots.iter().for_each(|lot| total.join(lot));
                    likelihood += total.likelihood;
                    if side == 0 || !across {
                        for (to, from) in counts.iter_mut().zip(&total.levels) {
                            to.iter_mut().zip(from).for_each(|(t, f)| *t += f);
                        }
                    }
                    let (all, in_same, in_family) = (total.pairs, total.same, total.family);
                    if all > 0.0 {
                        let floor = 0.1 / all.max(1.0);
                        let ceiling = (most[side] / all).clamp(2.0 * floor, 1.0 - 2.0 * floor);
                        mix[side] = [
                            (in_same / all).clamp(floor, ceiling),
                            if families { (in_family / all).clamp(floor, 0.999) } else { 0.0 },
                        ];
                    }
                }
            }
            // A little of the start stays, so that a class that few pairs speak for keeps its meaning.
            for (f, field) in fields.iter().enumerate() {
                for &(from, to) in field.kinds() {
                    let seen: f64 = counts[f][from..to].iter().sum();
                    for l in from..to {
                        counts[f][l] += start[f][l] * (30.0 + 0.01 * seen);
                    }
                }
            }
            normalise(fields, &mut counts);
            hold_names(fields, &held, &mut counts);
            same = counts;
            family = family_start(fields, &same, &chance.across, family_seen.as_ref());
            if (likelihood - before).abs() < 1e-7 * likelihood.abs() {
                break;
            }
            before = likelihood;
        }
        Self { same, family, chance: chance.across, families, prior: [(1e-6, 1e-6); 2], rounds }
    }

    /// Takes bits off the prior of one person across lists.
    pub fn less_likely(&mut self, bits: f32) {
        let (same, family) = self.prior[0];
        let odds = same / (1.0 - same - family) * libm::exp2(-f64::from(bits));
        self.prior[0].0 = (1.0 - family) * odds / (1.0 + odds);
    }

    /// Posterior of the same person and of the same family for a pattern, under priors of a random pair.
    pub fn posterior(&self, pattern: u64, fields: usize, prior: (f64, f64)) -> (f64, f64) {
        let a = prior.0 * product(&self.same, pattern, fields, 0);
        let b = prior.1 * product(&self.family, pattern, fields, 0);
        let z = a + b + (1.0 - prior.0 - prior.1) * product(&self.chance, pattern, fields, 0);
        if z > 0.0 { (a / z, b / z) } else { (0.0, 0.0) }
    }

    /// Finds the priors that the first appearances of all pairs imply among `pairs` possible ones.
    pub fn fit_prior(&mut self, fields: usize, passes: &[PassCounts], inside: &Levels, pairs: [f64; 2]) {
        for (side, pairs) in pairs.into_iter().enumerate() {
            if pairs < 1.0 {
                continue;
            }
            let mut prior = (1.0 / pairs.max(2.0), 1.0 / pairs.max(2.0));
            let of = |levels: &Levels, c: &Counted| product(levels, c.pattern, fields, 0);
            let seen: Vec<(f64, [f64; 3])> = passes
                .iter()
                .flat_map(|p| &p.first[side])
                .map(|c| {
                    (c.count, [&self.same, &self.family, [&self.chance, inside][side]].map(|l| of(l, c)))
                })
                .collect();
            prior.0 = (0.1 * seen.iter().map(|s| s.0).sum::<f64>() / pairs).clamp(1e-12, 0.2);
            prior.1 = if self.families { prior.0 } else { 0.0 };
            for _ in 0..60 {
                let (mut a, mut b) = (0.02, 0.02);
                for (count, [same, family, chance]) in &seen {
                    let (x, y) = (prior.0 * same, prior.1 * family);
                    let z = x + y + (1.0 - prior.0 - prior.1) * chance;
                    if z > 0.0 {
                        a += count * x / z;
                        b += count * y / z;
                    }
                }
                let next = ((a / pairs).clamp(1e-14, 0.3), (b / pairs).clamp(0.0, 0.3));
                let next = (next.0, if self.families { next.1 } else { 0.0 });
                let moved = (next.0 - prior.0).abs() / prior.0;
                prior = next;
                if moved < 1e-4 {
                    break;
                }
            }
            self.prior[side] = prior;
        }
    }
}
