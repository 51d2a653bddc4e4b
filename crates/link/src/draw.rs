//! Whole partitions of the records, drawn in proportion to their evidence.
//!
//! One linkage is one guess. Whoever builds on it, such as an estimate of how many people were never recorded, needs to
//! see what else the records allow. A drawn partition weighs the product of its clusters; a cluster weighs what its
//! merges weigh when its records are joined nearest first, each merge with the mean evidence between both sides, less
//! what second records of one list cost: as `cluster` judges. So a pair that stands alone is joined with exactly its
//! probability, rivals for one record exclude each other, and judgements bind in every draw.
//!
//! Records that hang together by pairs worth keeping are drawn together: up to [`EXACT`] of them over all partitions,
//! more by a Markov chain with moves of one record and of halves of clusters (Dahl 2005). Then each draw gains people's
//! records that no pass brought together: as many as Chao's bound expects, with its doubt, between records that are
//! alone in the draw, on lists that pairs are found on, the most alike of some.

use crate::cluster::{Decided, Edge};
use crate::link::Options;
use crate::score::Scorer;
use crate::table::mix;
use libm::{cos, exp, exp2, log, sqrt};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Evidence of one pair counts at most so many bits.
const CAP: f32 = 24.0;
/// The weight of what is forbidden, in bits.
const NEVER: f64 = -1e9;
/// Atoms drawn over all of their partitions.
const EXACT: usize = 8;
/// Atoms whose pairs are all weighed once and kept.
const KEPT: usize = 1024;
/// Sweeps of a chain before the first draw, and between two.
const BURN: usize = 40;
const THIN: usize = 4;
/// Records looked at for the most alike, where a pair that no pass found is made up for.
const LOOKS: usize = 64;
/// Half-width of the doubt in the number of those pairs, as a share of it (as in `people`).
const DOUBT: f64 = 0.75;

/// What is drawn from.
pub(crate) struct Pool<'a> {
    /// The list of each record.
    pub lists: &'a [u16],
    /// Pairs worth keeping, with their own evidence in bits.
    pub edges: &'a [Edge],
    pub decided: &'a Decided,
    /// The point clustering: where chains begin, and what pairs look like.
    pub of: &'a [u32],
    /// Pairs of one person that no pass is expected to have brought together.
    pub unfound: f64,
    /// Evidence of any two records in bits, for two of one list without `repeat`.
    pub evidence: &'a (dyn Fn(u32, u32) -> f32 + Sync),
    /// What a second record of one list costs, in bits.
    pub repeat: f32,
}

/// Draws for a run, by place in input order: each record's cluster is named by its first record.
pub(crate) fn drawn(
    scorer: &Scorer,
    (edges, of, decided): (&[Edge], &[u32], &Decided),
    unfound: f64,
    options: &Options,
) -> Vec<Vec<u32>> {
    if options.draws == 0 {
        return Vec::new();
    }
    let (records, repeat) = (scorer.records, scorer.repeat_cost());
    let evidence = |a: u32, b: u32| {
        let one_list = records.lists[a as usize] == records.lists[b as usize];
        scorer.pair(a, b) - if one_list { repeat } else { 0.0 }
    };
    let pool = Pool { lists: &records.lists, edges, decided, of, unfound, evidence: &evidence, repeat };
    let draws = draw(&pool, options.draws, options.seed);
    let mut order: Vec<u32> = (0..records.len() as u32).collect();
    order.par_sort_unstable_by_key(|i| records.origin[*i as usize]);
    let in_input_order = |of: &Vec<u32>| {
        let mut first = vec![u32::MAX; of.len()];
        let name = |(at, i): (usize, &u32)| {
            let slot = &mut first[of[*i as usize] as usize];
            *slot = (*slot).min(at as u32);
            *slot
        };
        order.iter().enumerate().map(name).collect()
    };
    draws.par_iter().map(in_input_order).collect()
}

/// Draws whole partitions: for each, the smallest record of the cluster of every record.
pub(crate) fn draw(pool: &Pool, draws: usize, seed: u64) -> Vec<Vec<u32>> {
    let n = pool.of.len() as u32;
    let mut atoms = Sets::new(n);
    pool.decided.same.iter().for_each(|(a, b)| atoms.join(*a, *b));
    let atom: Vec<u32> = (0..n).map(|i| atoms.find(i)).collect();
    let mut together = atoms;
    pool.edges.iter().for_each(|e| together.join(e.left, e.right));
    let mut groups: Vec<(u32, u32)> = (0..n).map(|i| (together.find(i), i)).collect();
    groups.par_sort_unstable();
    let mut edges: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for e in pool.edges {
        edges.entry(together.find(e.left)).or_default().push((e.left, e.right));
    }
    let groups: Vec<&[(u32, u32)]> = groups.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1).collect();
    let drawn: Vec<Vec<Vec<(u32, u32)>>> = groups
        .par_iter()
        .map(|group| {
            let records: Vec<u32> = group.iter().map(|g| g.1).collect();
            let none = Vec::new();
            let part = Part::new(pool, &records, &atom, edges.get(&group[0].0).unwrap_or(&none));
            part.draw(draws, &mut Dice::new(seed, u64::from(group[0].0)))
        })
        .collect();
    let mut out = vec![(0..n).collect::<Vec<u32>>(); draws];
    for group in &drawn {
        for (labels, partition) in group.iter().zip(&mut out) {
            labels.iter().for_each(|(record, of)| partition[*record as usize] = *of);
        }
    }
    let like = pairs_like(pool);
    out.par_iter_mut().enumerate().for_each(|(k, partition)| {
        add_unfound(pool, &like, partition, &mut Dice::new(seed ^ 0xB10C, k as u64));
    });
    out
}

/// Disjoint sets, each named by its smallest member.
struct Sets(Vec<u32>);

impl Sets {
    fn new(n: u32) -> Self {
        Self((0..n).collect())
    }

    fn find(&mut self, mut x: u32) -> u32 {
        while self.0[x as usize] != x {
            let up = self.0[self.0[x as usize] as usize];
            self.0[x as usize] = up;
            x = up;
        }
        x
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

/// Draws that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn new(seed: u64, stream: u64) -> Self {
        Self(mix(seed ^ mix(stream ^ 0xCA1A_D0A3)))
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// Uniform on the open interval (0, 1).
    fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    fn normal(&mut self) -> f64 {
        sqrt(-2.0 * log(self.unit())) * cos(std::f64::consts::TAU * self.unit())
    }

    /// By counting arrivals, some hundreds expected at a time.
    fn poisson(&mut self, mean: f64) -> usize {
        let (mut left, mut n) = (mean, 0);
        while left > 0.0 {
            let (stop, mut product) = (exp(-left.min(500.0)), self.unit());
            while product > stop {
                n += 1;
                product *= self.unit();
            }
            left -= 500.0;
        }
        n
    }

    /// One of weights given in bits.
    fn choose(&mut self, bits: &[f64]) -> usize {
        let most = bits.iter().copied().fold(f64::MIN, f64::max);
        let weight = |b: &f64| exp2(b - most);
        let mut left = self.unit() * bits.iter().map(weight).sum::<f64>();
        for (i, b) in bits.iter().enumerate() {
            left -= weight(b);
            if left < 0.0 {
                return i;
            }
        }
        bits.iter().position(|b| *b == most).unwrap_or(0)
    }
}

/// Records that hang together. An atom is a record, or records that people judged to be one person.
struct Part<'a> {
    pool: &'a Pool<'a>,
    atoms: Vec<Vec<u32>>,
    /// Atoms that share a pair worth keeping.
    edges: Vec<(usize, usize)>,
    near: Vec<Vec<usize>>,
    /// Evidence between any two atoms, row by row; empty where there are too many.
    kept: Vec<f64>,
    start: Vec<u32>,
}

impl<'a> Part<'a> {
    fn new(pool: &'a Pool<'a>, records: &[u32], atom: &[u32], edges: &[(u32, u32)]) -> Self {
        let mut by_atom: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        records.iter().for_each(|r| by_atom.entry(atom[*r as usize]).or_default().push(*r));
        let index: BTreeMap<u32, usize> = by_atom.keys().enumerate().map(|(i, a)| (*a, i)).collect();
        let at = |r: u32| index.get(&atom[r as usize]).copied().unwrap_or(0);
        let mut edges: Vec<(usize, usize)> = edges
            .iter()
            .map(|(a, b)| (at(*a).min(at(*b)), at(*a).max(at(*b))))
            .filter(|(a, b)| a != b)
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let atoms: Vec<Vec<u32>> = by_atom.into_values().collect();
        let mut near = vec![Vec::new(); atoms.len()];
        for (a, b) in &edges {
            near[*a].push(*b);
            near[*b].push(*a);
        }
        let start = atoms.iter().map(|a| pool.of[a[0] as usize]).collect();
        let mut out = Self { pool, atoms, edges, near, kept: Vec::new(), start };
        let n = out.atoms.len();
        if n <= KEPT {
            let mut kept = vec![0.0; n * n];
            for i in 0..n {
                for j in i + 1..n {
                    kept[i * n + j] = out.between(i, j);
                    kept[j * n + i] = kept[i * n + j];
                }
            }
            out.kept = kept;
        }
        out
    }

    /// Mean evidence between two atoms.
    fn between(&self, i: usize, j: usize) -> f64 {
        if let Some(bits) = self.kept.get(i * self.atoms.len() + j) {
            return *bits;
        }
        let (a, b) = (&self.atoms[i], &self.atoms[j]);
        let mut sum = 0.0;
        for x in a {
            for y in b {
                if self.pool.decided.different.contains(&(*x.min(y), *x.max(y))) {
                    return NEVER;
                }
                sum += f64::from((self.pool.evidence)(*x.min(y), *x.max(y)).clamp(-CAP, CAP));
            }
        }
        sum / (a.len() * b.len()) as f64
    }

    /// The weight of a cluster in bits: its merges nearest first, and its second records of one list.
    fn weight(&self, members: &[usize]) -> f64 {
        let k = members.len();
        if k < 2 {
            return 0.0;
        }
        let mut size: Vec<f64> = members.iter().map(|m| self.atoms[*m].len() as f64).collect();
        let mut mean = vec![0.0; k * k];
        for i in 0..k {
            for j in i + 1..k {
                let bits = self.between(members[i], members[j]);
                if bits <= NEVER {
                    return NEVER;
                }
                (mean[i * k + j], mean[j * k + i]) = (bits, bits);
            }
        }
        let mut alive: Vec<usize> = (0..k).collect();
        let mut total = 0.0;
        while alive.len() > 1 {
            let mut best = (f64::MIN, 0, 1);
            for (x, &i) in alive.iter().enumerate() {
                for (y, &j) in alive.iter().enumerate().skip(x + 1) {
                    if mean[i * k + j] > best.0 {
                        best = (mean[i * k + j], x, y);
                    }
                }
            }
            let (bits, x, y) = best;
            total += bits;
            let (i, j) = (alive[x], alive[y]);
            alive.remove(y);
            for &o in alive.iter().filter(|o| **o != i) {
                let both = (size[i] * mean[i * k + o] + size[j] * mean[j * k + o]) / (size[i] + size[j]);
                (mean[i * k + o], mean[o * k + i]) = (both, both);
            }
            size[i] += size[j];
        }
        total + f64::from(self.pool.repeat) * self.repeats(members) as f64
    }

    /// Records beyond the first of each list, those inside an atom left out: they are decided.
    fn repeats(&self, members: &[usize]) -> usize {
        let beyond = |records: &mut Vec<u16>| {
            records.sort_unstable();
            let all = records.len();
            records.dedup();
            all - records.len()
        };
        let list = |r: &u32| self.pool.lists[*r as usize];
        let mut all: Vec<u16> = members.iter().flat_map(|m| self.atoms[*m].iter().map(list)).collect();
        let own: usize = members.iter().map(|m| beyond(&mut self.atoms[*m].iter().map(list).collect())).sum();
        beyond(&mut all) - own
    }

    /// For each draw, every record with the smallest of its cluster.
    fn draw(&self, draws: usize, dice: &mut Dice) -> Vec<Vec<(u32, u32)>> {
        if self.atoms.len() <= EXACT { self.over_all(draws, dice) } else { self.chain(draws, dice) }
    }

    fn labels<'c>(&self, clusters: impl Iterator<Item = &'c [usize]>) -> Vec<(u32, u32)> {
        let mut out = Vec::new();
        for cluster in clusters {
            let first = cluster.iter().map(|a| self.atoms[*a][0]).min().unwrap_or(0);
            out.extend(cluster.iter().flat_map(|a| &self.atoms[*a]).map(|r| (*r, first)));
        }
        out
    }

    fn over_all(&self, draws: usize, dice: &mut Dice) -> Vec<Vec<(u32, u32)>> {
        let n = self.atoms.len();
        let members = |mask: usize| (0..n).filter(|i| mask >> i & 1 == 1).collect::<Vec<usize>>();
        let weights: Vec<f64> = (0..1usize << n).map(|mask| self.weight(&members(mask))).collect();
        let mut partitions: Vec<Vec<usize>> = vec![Vec::new()];
        for atom in 0..n {
            partitions = partitions
                .iter()
                .flat_map(|p| {
                    (0..=p.len()).map(move |at| {
                        let mut grown = p.clone();
                        if at == p.len() {
                            grown.push(1 << atom)
                        } else {
                            grown[at] |= 1 << atom
                        }
                        grown
                    })
                })
                .collect();
        }
        let bits: Vec<f64> = partitions.iter().map(|p| p.iter().map(|mask| weights[*mask]).sum()).collect();
        (0..draws)
            .map(|_| {
                let clusters: Vec<Vec<usize>> =
                    partitions[dice.choose(&bits)].iter().map(|mask| members(*mask)).collect();
                self.labels(clusters.iter().map(Vec::as_slice))
            })
            .collect()
    }

    fn chain(&self, draws: usize, dice: &mut Dice) -> Vec<Vec<(u32, u32)>> {
        let mut state = State::new(self);
        let mut out = Vec::with_capacity(draws);
        for sweep in 1..=BURN + THIN * draws {
            for atom in 0..self.atoms.len() {
                state.move_one(atom, dice);
                if !self.edges.is_empty() {
                    let (i, j) = self.edges[dice.below(self.edges.len())];
                    state.merge_or_split(i, j, dice);
                }
            }
            if sweep > BURN && (sweep - BURN).is_multiple_of(THIN) {
                let filled = state.clusters.iter().filter(|c| !c.is_empty());
                out.push(self.labels(filled.map(Vec::as_slice)));
            }
        }
        out
    }
}

/// A chain at one partition.
struct State<'a> {
    part: &'a Part<'a>,
    /// The cluster of each atom.
    of: Vec<usize>,
    /// Members, ascending; as many as atoms, some empty.
    clusters: Vec<Vec<usize>>,
    weights: Vec<f64>,
    empty: Vec<usize>,
}

fn with(members: &[usize], atom: usize) -> Vec<usize> {
    let mut out = members.to_vec();
    let at = out.partition_point(|m| *m < atom);
    out.insert(at, atom);
    out
}

impl<'a> State<'a> {
    fn new(part: &'a Part<'a>) -> Self {
        let n = part.atoms.len();
        let mut clusters: Vec<Vec<usize>> = vec![Vec::new(); n];
        let mut names: BTreeMap<u32, usize> = BTreeMap::new();
        let mut of = vec![0; n];
        for (atom, of) in of.iter_mut().enumerate() {
            let next = names.len();
            *of = *names.entry(part.start[atom]).or_insert(next);
            clusters[*of].push(atom);
        }
        let weights = clusters.iter().map(|c| part.weight(c)).collect();
        let empty = (names.len()..n).rev().collect();
        Self { part, of, clusters, weights, empty }
    }

    fn put(&mut self, at: usize, members: Vec<usize>, weight: f64) {
        if members.is_empty() {
            self.empty.push(at);
        }
        members.iter().for_each(|m| self.of[*m] = at);
        self.clusters[at] = members;
        self.weights[at] = weight;
    }

    /// Draws the cluster of one atom anew among those that it is near to, and none.
    fn move_one(&mut self, atom: usize, dice: &mut Dice) {
        let own = self.of[atom];
        let near: Vec<usize> = self.part.near[atom].iter().map(|a| self.of[*a]).collect();
        // Held in a cluster by others only: no move leads back, so none leads away.
        if self.clusters[own].len() > 1 && !near.contains(&own) {
            return;
        }
        let mut options: Vec<usize> = near.into_iter().filter(|c| *c != own).collect();
        options.sort_unstable();
        options.dedup();
        let rest: Vec<usize> = self.clusters[own].iter().copied().filter(|m| *m != atom).collect();
        let of_rest = self.part.weight(&rest);
        let grown: Vec<(Vec<usize>, f64)> = options
            .iter()
            .map(|c| {
                let members = with(&self.clusters[*c], atom);
                let weight = self.part.weight(&members);
                (members, weight)
            })
            .collect();
        let mut bits = vec![0.0];
        if !rest.is_empty() {
            bits.push(self.weights[own] - of_rest);
        }
        let fixed = bits.len();
        bits.extend(grown.iter().zip(&options).map(|((_, w), c)| w - self.weights[*c]));
        let chosen = dice.choose(&bits);
        if chosen >= fixed {
            let (members, weight) = grown[chosen - fixed].clone();
            self.put(own, rest, of_rest);
            self.put(options[chosen - fixed], members, weight);
        } else if chosen == 0
            && !rest.is_empty()
            && let Some(free) = self.empty.pop()
        {
            self.put(own, rest, of_rest);
            self.put(free, vec![atom], 0.0);
        }
    }

    /// Proposes to join the clusters of two atoms, or to part their cluster around them.
    fn merge_or_split(&mut self, i: usize, j: usize, dice: &mut Dice) {
        let (a, b) = (self.of[i], self.of[j]);
        if a == b {
            let (sides, weights, log_q) = self.part_around(a, i, j, None, dice);
            let gain = weights[0] + weights[1] - self.weights[a];
            if libm::log2(dice.unit()) < gain - log_q
                && let Some(free) = self.empty.pop()
            {
                let [left, right] = sides;
                self.put(a, left, weights[0]);
                self.put(free, right, weights[1]);
            }
            return;
        }
        let mut joined = [self.clusters[a].as_slice(), self.clusters[b].as_slice()].concat();
        joined.sort_unstable();
        let weight = self.part.weight(&joined);
        let before = self.weights[a] + self.weights[b];
        if weight - before < -60.0 {
            return;
        }
        let kept = (self.clusters[a].clone(), self.clusters[b].clone());
        self.clusters[a].clone_from(&joined);
        let (_, _, log_q) = self.part_around(a, i, j, Some(&kept.0), dice);
        self.clusters[a] = kept.0;
        if libm::log2(dice.unit()) < weight - before + log_q {
            self.put(b, Vec::new(), 0.0);
            self.put(a, joined, weight);
        }
    }

    /// Parts a cluster around two of its atoms, the others one by one in random order to the side that wants them
    /// more; with `as_is`, along that side. Gives the sides, their weights, and the probability in bits.
    fn part_around(
        &self,
        cluster: usize,
        i: usize,
        j: usize,
        as_is: Option<&[usize]>,
        dice: &mut Dice,
    ) -> ([Vec<usize>; 2], [f64; 2], f64) {
        let mut others: Vec<usize> =
            self.clusters[cluster].iter().copied().filter(|m| *m != i && *m != j).collect();
        for at in (1..others.len()).rev() {
            others.swap(at, dice.below(at + 1));
        }
        let (mut sides, mut weights, mut log_q) = ([vec![i], vec![j]], [0.0, 0.0], 0.0);
        for atom in others {
            let grown = [with(&sides[0], atom), with(&sides[1], atom)];
            let heavier = [self.part.weight(&grown[0]), self.part.weight(&grown[1])];
            let bits = [heavier[0] - weights[0], heavier[1] - weights[1]];
            let side = match as_is {
                Some(left) => usize::from(!left.contains(&atom)),
                None => dice.choose(&bits),
            };
            log_q -= libm::log2(1.0 + exp2((bits[1 - side] - bits[side]).clamp(-1000.0, 1000.0)));
            let [left, right] = grown;
            if side == 0 {
                sides[0] = left
            } else {
                sides[1] = right
            }
            weights[side] = heavier[side];
        }
        (sides, weights, log_q)
    }
}

/// The lists of the pairs that were found, one entry a pair of records.
fn pairs_like(pool: &Pool) -> Vec<(u16, u16)> {
    let mut members: Vec<(u32, u32)> = pool.of.iter().enumerate().map(|(i, c)| (*c, i as u32)).collect();
    members.par_sort_unstable();
    let list = |r: u32| pool.lists[r as usize];
    let pair = |g: &[(u32, u32)]| match g {
        [a, b] => Some((list(a.1), list(b.1))),
        _ => None,
    };
    members.chunk_by(|a, b| a.0 == b.0).filter_map(pair).collect()
}

/// Joins records that no pass brought together.
fn add_unfound(pool: &Pool, like: &[(u16, u16)], partition: &mut [u32], dice: &mut Dice) {
    let expected = pool.unfound * (1.0 + DOUBT / 1.96 * dice.normal());
    if like.is_empty() || expected <= 0.0 {
        return;
    }
    let mut sizes = vec![0u32; partition.len()];
    partition.iter().for_each(|c| sizes[*c as usize] += 1);
    let mut alone: BTreeMap<u16, Vec<u32>> = BTreeMap::new();
    for r in (0..partition.len()).filter(|r| sizes[partition[*r] as usize] == 1) {
        alone.entry(pool.lists[r]).or_default().push(r as u32);
    }
    for _ in 0..dice.poisson(expected) {
        let (one, other) = like[dice.below(like.len())];
        let Some(first) = take(&mut alone, one, dice) else { continue };
        let Some(others) = alone.get_mut(&other).filter(|o| !o.is_empty()) else { continue };
        let mut best: Option<(f32, usize)> = None;
        for _ in 0..LOOKS.min(others.len()) {
            let at = dice.below(others.len());
            let (a, b) = (first.min(others[at]), first.max(others[at]));
            let bits = (pool.evidence)(a, b);
            if !pool.decided.different.contains(&(a, b)) && best.is_none_or(|found| bits > found.0) {
                best = Some((bits, at));
            }
        }
        if let Some((_, at)) = best {
            let second = others.swap_remove(at);
            partition[first.max(second) as usize] = first.min(second);
        }
    }
}

fn take(alone: &mut BTreeMap<u16, Vec<u32>>, list: u16, dice: &mut Dice) -> Option<u32> {
    let records = alone.get_mut(&list).filter(|r| !r.is_empty())?;
    let at = dice.below(records.len());
    Some(records.swap_remove(at))
}

#[cfg(test)]
mod tests;
