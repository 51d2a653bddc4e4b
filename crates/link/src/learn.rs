//! Which passes to block on, read off the data.

use crate::chance::Chance;
use crate::em::{Counted, Levels, Model, PassCounts, hopeful, level_of};
use crate::encode::Records;
use crate::field::{FieldKind, MAX_FIELDS};
use crate::pairs::{EVERY_PAIR, Mask, Pair, Passes, Sample, estimate, same_columns, samples};
use crate::table::mix;
use rayon::prelude::*;

pub(crate) const SEED_PAIRS: u64 = 60_000;
const IMAGINED: u64 = 4096;
const MOST_PASSES: usize = 20;
/// New pairs of one person that a pass must promise for each pair it compares.
const WORTH: f64 = 1e-4;
/// So few pairs are all compared: what little such lists teach would make a poor choice of passes.
const FEW: f64 = 240_000.0;
/// What setting up a pass costs, in pairs.
const PASS_COST: f64 = 200_000.0;
/// A pass that compares no more pairs than this is cheap whatever it promises.
const SMALL: f64 = 2_000_000.0;
/// What bringing a pair together once more is worth beside the time before, and the least that still counts.
const AGAIN: f64 = 0.2;
const LEAST: f64 = 0.03;

/// The packed levels of a pair.
pub(crate) fn pattern(records: &Records, a: &[u32], b: &[u32], same: u32) -> u64 {
    let mut p = 0;
    for (f, field) in records.fields.iter().enumerate() {
        p |= u64::from(field.level(&records.values, a, b, same)) << (4 * f);
    }
    p
}

/// Counts the patterns of a sample of the pairs of every pass.
pub(crate) fn count_patterns(passes: &Passes, samples: &[Sample]) -> Vec<PassCounts> {
    let fields = passes.records.fields.len();
    samples
        .iter()
        .enumerate()
        .map(|(k, sample)| {
            let (blocks, factor) = (&sample.blocks, sample.factor);
            let taken: Vec<(u32, u32)> = blocks.ranges().collect();
            let lots: Vec<(Vec<u64>, Vec<u8>)> = taken
                .par_chunks(64)
                .map(|chunk| {
                    let (mut patterns, mut marks) = (Vec::new(), Vec::new());
                    passes.visit(k, blocks, chunk.iter().copied(), false, &mut |pair: &Pair, first: bool| {
                        patterns.push(pattern(passes.records, pair.a, pair.b, pair.same));
                        marks.push(u8::from(pair.one_list) | u8::from(first) << 1);
                    });
                    (patterns, marks)
                })
                .collect();
            let mut seen: Vec<(u8, u64)> =
                lots.iter().flat_map(|(p, m)| m.iter().copied().zip(p.iter().copied())).collect();
            seen.par_sort_unstable();
            let mut out = PassCounts {
                blocked: blocked_fields(passes.records, blocks.mask, fields),
                ..PassCounts::default()
            };
            for run in seen.chunk_by(|a, b| a == b) {
                let (mark, pattern) = run[0];
                let counted = Counted { pattern, count: run.len() as f64 * factor };
                let side = usize::from(mark & 1);
                if mark & 2 != 0 {
                    out.first[side].push(counted.clone());
                }
                out.all[side].push(counted);
            }
            for side in &mut out.all {
                merge(side);
            }
            out
        })
        .collect()
}

fn merge(counts: &mut Vec<Counted>) {
    counts.sort_by_key(|c| c.pattern);
    counts.dedup_by(|next, kept| {
        let same = next.pattern == kept.pattern;
        if same {
            kept.count += next.count;
        }
        same
    });
}

fn blocked_fields(records: &Records, mask: Mask, fields: usize) -> u32 {
    let mut out = 0;
    for (k, c) in records.columns.iter().enumerate() {
        if mask >> k & 1 == 1 {
            out |= if c.field < fields { 1 << c.field } else { name_fields(records) };
        }
    }
    out
}

fn name_fields(records: &Records) -> u32 {
    records
        .fields
        .iter()
        .enumerate()
        .fold(0, |m, (i, f)| m | u32::from(matches!(f.kind, FieldKind::Name { .. })) << i)
}

/// A candidate pass.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    mask: Mask,
    pairs: f64,
    across: f64,
    has: f64,
    usable: f64,
}

fn candidates(records: &Records, largest: u64) -> Vec<Candidate> {
    let n = records.columns.len();
    let rows = records.cells.chunks(records.width).take(5000);
    let mut said = vec![0usize; n];
    for row in rows {
        for (s, c) in said.iter_mut().zip(row) {
            *s += usize::from(*c != 0);
        }
    }
    let usable: Vec<usize> = (0..n).filter(|k| said[*k] * 50 >= records.len().min(5000)).collect();
    let mut masks: Vec<Mask> = Vec::new();
    let apart = |i: usize, j: usize| {
        let (a, b) = (records.columns[i].field, records.columns[j].field);
        a != b && a < MAX_FIELDS && b < MAX_FIELDS
    };
    for (x, &i) in usable.iter().enumerate() {
        masks.push(1 << i);
        for (y, &j) in usable.iter().enumerate().skip(x + 1) {
            if !apart(i, j) {
                continue;
            }
            masks.push(1 << i | 1 << j);
            masks.extend(
                usable[y + 1..]
                    .iter()
                    .filter(|k| apart(i, **k) && apart(j, **k))
                    .map(|k| 1 << i | 1 << j | 1 << k),
            );
        }
    }
    masks
        .into_par_iter()
        .map(|mask| {
            let e = estimate(records, mask, 6000, largest);
            Candidate { mask, pairs: e.pairs, across: e.across, has: e.has, usable: e.usable }
        })
        .collect()
}

/// The chosen passes and what they were estimated to cost and to find.
pub(crate) struct Plan {
    pub masks: Vec<Mask>,
    pub pairs: f64,
    /// Share of the pairs of one person that the passes bring together, as far as fields err independently.
    pub recall: f64,
    /// The selective passes that were looked at first, with their counts: they leave every field out at least once.
    pub seeds: Vec<Mask>,
    pub seed_counts: Vec<PassCounts>,
}

/// Chooses passes. A few selective ones show what records of one person look like; pairs of records are imagined
/// from that, field by field; then passes are taken greedily by how many more imagined pairs they bring together for
/// their cost, until the budget is spent or nothing is gained (budgeted maximum coverage, as in Bilenko, Kamath and
/// Mooney, "Adaptive blocking", ICDM 2006, but without labels).
pub(crate) fn choose(
    records: &Records,
    chance: &Chance,
    family: Option<&Levels>,
    budget: f64,
    across_only: bool,
    given: Option<Vec<Mask>>,
) -> Plan {
    let n = records.len() as f64;
    let largest = (budget / 8.0) as u64;
    let all = candidates(records, largest);
    let seeds = seeds(records, &all);
    let passes = Passes::new(records, &seeds, largest, across_only);
    let sampled = samples(records, &seeds, SEED_PAIRS, largest);
    let counts = count_patterns(&passes, &sampled);
    let mut model = Model::fit(
        &records.fields,
        &counts,
        chance,
        hopeful(&records.fields),
        family.copied(),
        most_same(records),
    );
    model.fit_prior(records.fields.len(), &counts, &chance.inside, possible_pairs(records));
    let imagined = imagine(&passes, &sampled, &model);
    let found = |masks: &[Mask]| {
        let found = imagined.iter().filter(|p| masks.iter().any(|m| *p & m == *m)).count();
        found as f64 / imagined.len().max(1) as f64
    };
    if let Some(masks) = given {
        // Cheap ones first, as below.
        let mut cost: Vec<(f64, Mask)> =
            masks.iter().map(|m| (estimate(records, *m, 60_000, largest).pairs, *m)).collect();
        cost.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let pairs = cost.iter().map(|c| c.0).sum();
        let masks: Vec<Mask> = cost.into_iter().map(|c| c.1).collect();
        return Plan { recall: found(&masks), masks, pairs, seeds, seed_counts: counts };
    }
    let possible = possible_pairs(records);
    let expected = (model.prior[0].0 * possible[0] + model.prior[1].0 * possible[1]).max(n / 100.0);
    let mut masks: Vec<Mask> = Vec::new();
    // Errors are not as independent as imagined, so that a pair should be brought together more than once.
    let mut open: Vec<(u32, f64)> = imagined.iter().map(|p| (*p, 1.0)).collect();
    let (mut spent, total) = (0.0, imagined.len().max(1) as f64);
    while masks.len() < MOST_PASSES {
        let best = all
            .iter()
            .filter(|c| {
                c.has > 0.0 && c.usable > 0.5 && spent + c.pairs <= budget && !masks.contains(&c.mask)
            })
            .map(|c| {
                let gain: f64 = open.iter().filter(|p| p.0 & c.mask == c.mask).map(|p| p.1).sum();
                (gain, gain * c.usable / (c.pairs + 0.4 * n + PASS_COST), c)
            })
            .filter(|(gain, _, c)| {
                *gain >= 0.0002 * total && (gain / total * expected >= c.pairs * WORTH || c.pairs <= SMALL)
            })
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.2.mask.cmp(&a.2.mask)));
        let Some((_, _, c)) = best else { break };
        masks.push(c.mask);
        spent += c.pairs;
        for p in &mut open {
            if p.0 & c.mask == c.mask {
                p.1 = if p.1 > LEAST { p.1 * AGAIN } else { 0.0 };
            }
        }
        open.retain(|p| p.1 > 0.0);
    }
    if masks.is_empty() {
        masks.clone_from(&seeds);
    }
    let every = possible[1] * f64::from(u8::from(!across_only)) + possible[0];
    let cost = |m: &Mask| match *m {
        EVERY_PAIR => every,
        m => all.iter().find(|c| c.mask == m).map_or(0.0, |c| c.pairs),
    };
    if every <= FEW {
        masks.push(EVERY_PAIR);
    }
    let pairs = masks.iter().map(cost).sum();
    // Cheap ones first: most pairs of one person then belong to passes that are counted nearly whole.
    masks.sort_by(|a, b| cost(a).total_cmp(&cost(b)).then(a.cmp(b)));
    Plan { recall: found(&masks), masks, pairs, seeds, seed_counts: counts }
}

/// More pairs of one person than these are not believed, `[across lists, inside a list]`.
pub(crate) fn most_same(records: &Records) -> [f64; 2] {
    let n = records.len() as f64;
    let mut of_list = vec![0u64; records.list_names.len().max(1)];
    for l in &records.lists {
        of_list[usize::from(*l)] += 1;
    }
    let largest = of_list.iter().copied().max().unwrap_or(0) as f64;
    let lists = of_list.iter().filter(|c| **c > 0).count() as f64;
    // Every record of the smaller lists once on every other list; inside a list as much as clusters of a dozen make.
    [((n - largest) * (lists - 1.0)).max(1.0), if lists > 1.0 { n } else { 6.0 * n }]
}

/// Pairs that could be compared at all, `[across lists, inside a list]`.
pub(crate) fn possible_pairs(records: &Records) -> [f64; 2] {
    let mut of_list = vec![0u64; records.list_names.len().max(1)];
    for l in &records.lists {
        of_list[usize::from(*l)] += 1;
    }
    let n = records.len() as f64;
    let inside: f64 = of_list.iter().map(|c| *c as f64 * (*c as f64 - 1.0) / 2.0).sum();
    [n * (n - 1.0) / 2.0 - inside, inside]
}

/// Up to eight selective passes that between them leave every field out at least once.
fn seeds(records: &Records, all: &[Candidate]) -> Vec<Mask> {
    let n = records.len() as f64;
    let mut used = [0u32; MAX_FIELDS + 1];
    let fields = |m: Mask| {
        records
            .columns
            .iter()
            .enumerate()
            .filter(move |(k, _)| m >> k & 1 == 1)
            .map(|(_, c)| c.field.min(MAX_FIELDS))
    };
    let mut out: Vec<Mask> = Vec::new();
    let many_lists = records.lists.iter().any(|l| *l != records.lists[0]);
    let fits = |c: &&Candidate| {
        c.pairs <= n
            && c.usable > 0.9
            && c.has >= 0.15
            && c.mask.count_ones() >= 2
            && (c.across > 0.0 || !many_lists)
    };
    while out.len() < 8 {
        let best = all.iter().filter(fits).filter(|c| !out.contains(&c.mask)).min_by(|a, b| {
            let load =
                |c: &Candidate| fields(c.mask).map(|f| used[f] + 1).sum::<u32>() * 3 / c.mask.count_ones();
            // Then the key that is most often there and brings most.
            load(a)
                .cmp(&load(b))
                .then(b.mask.count_ones().cmp(&a.mask.count_ones()))
                .then((b.has * b.across.max(1.0)).total_cmp(&(a.has * a.across.max(1.0))))
                .then(a.mask.cmp(&b.mask))
        });
        let Some(best) = best else { break };
        for f in fields(best.mask) {
            used[f] += 1;
        }
        out.push(best.mask);
    }
    let cheaper = |a: &&Candidate, b: &&Candidate| a.pairs.total_cmp(&b.pairs).then(a.mask.cmp(&b.mask));
    // A field that every seed blocks on could not be learned: where little else is said, the next best key is wider.
    for f in 0..records.fields.len() {
        if out.iter().all(|m| fields(*m).any(|g| g == f)) {
            let wide = |c: &&Candidate| c.usable > 0.5 && c.has >= 0.15 && (c.across > 0.0 || !many_lists);
            let without = all.iter().filter(wide).filter(|c| fields(c.mask).all(|g| g != f));
            out.extend(without.min_by(cheaper).map(|c| c.mask));
        }
    }
    if out.is_empty() {
        let cheapest = all.iter().filter(|c| c.has * c.usable > 0.0).min_by(cheaper);
        out.extend(cheapest.map(|c| c.mask));
    }
    out
}

/// Imagined pairs of records of one person, as masks of columns that agree: every field drawn from real pairs that
/// were found without looking at it. Half say what the found pairs say, half what any two records say.
fn imagine(passes: &Passes, samples: &[Sample], model: &Model) -> Vec<u32> {
    let records = passes.records;
    let fields = records.fields.len();
    let mut of_field = [0u32; MAX_FIELDS];
    let mut bag = 0;
    let mut sounds = 0;
    for (k, c) in records.columns.iter().enumerate() {
        match of_field.get_mut(c.field) {
            Some(m) => *m |= 1 << k,
            None => bag |= 1 << k,
        }
    }
    for f in &records.fields {
        if let FieldKind::Name { skeleton, .. } = f.kind {
            sounds |= 1 << skeleton;
        }
    }
    let kind_of = |f: usize, level: usize| {
        let kinds = records.fields[f].kinds();
        kinds.iter().position(|(from, to)| (*from..*to).contains(&level))
    };
    // What agreed in pairs found without looking at the field: whatever they said, and by kind of comparison.
    let mut pools: Vec<Vec<u32>> = vec![Vec::new(); fields];
    let mut by_kind: Vec<[Vec<u32>; 2]> = vec![[Vec::new(), Vec::new()]; fields];
    for (k, sample) in samples.iter().enumerate() {
        let blocks = &sample.blocks;
        let blocked = blocked_fields(records, blocks.mask, fields);
        let taken: Vec<(u32, u32)> = blocks.ranges().collect();
        let found: Vec<Vec<(u32, u64)>> = taken
            .par_chunks(64)
            .map(|chunk| {
                let mut out = Vec::new();
                passes.visit(k, blocks, chunk.iter().copied(), false, &mut |pair: &Pair, _: bool| {
                    let p = pattern(records, pair.a, pair.b, pair.same);
                    if model.posterior(p, fields, model.prior[usize::from(pair.one_list)]).0 > 0.9 {
                        out.push((pair.same, p));
                    }
                });
                out
            })
            .collect();
        for (same, p) in found.into_iter().flatten() {
            for f in (0..fields).filter(|f| blocked >> f & 1 == 0) {
                pools[f].push(same & of_field[f]);
                if let Some(kind) = kind_of(f, level_of(p, f)) {
                    by_kind[f][kind].push(same & of_field[f]);
                }
            }
        }
    }
    pools.iter_mut().for_each(|pool| pool.sort_unstable());
    by_kind.iter_mut().flatten().for_each(|pool| pool.sort_unstable());
    let pick = |pool: &[u32], r: u64| pool[(r % pool.len() as u64) as usize];
    let as_found = |i: u64| {
        let mut same = 0;
        for (f, pool) in pools.iter().enumerate().filter(|p| !p.1.is_empty()) {
            same |= pick(pool, mix(i << 8 | f as u64));
        }
        same
    };
    // Lists that say different things: two records of different lists say what they say, and agree as records of one
    // person do where they can be compared.
    let many_lists = records.lists.iter().any(|l| *l != records.lists[0]);
    let n = records.len() as u64;
    let two = |i: u64| {
        let mut tries = (0..64).map(|t| mix(i << 8 | t)).map(|r| ((r >> 32) % n, (r & 0xFFFF_FFFF) % n));
        let fit = |(a, b): &(u64, u64)| {
            a != b && (!many_lists || records.lists[*a as usize] != records.lists[*b as usize])
        };
        tries.find(fit).unwrap_or((0, 1))
    };
    let as_said = |i: u64| {
        let (a, b) = two(i);
        let (a, b) = (a as usize, b as usize);
        let both = records.said(a) & records.said(b);
        let (a, b) = (records.row(a), records.row(b));
        let levels = pattern(records, a, b, same_columns(a, b));
        let mut same = 0;
        for f in 0..fields {
            let Some(kind) = kind_of(f, level_of(levels, f)) else { continue };
            let r = mix(!(i << 8 | f as u64));
            if !by_kind[f][kind].is_empty() {
                same |= pick(&by_kind[f][kind], r) & both;
                continue;
            }
            // No pair of one person was compared so: the model's first level of the kind is equality.
            let first = records.fields[f].kinds()[kind].0;
            if (r >> 11) as f64 / (1u64 << 53) as f64 <= model.same[f][first] {
                let letters = if matches!(records.fields[f].kind, FieldKind::Name { .. }) && kind > 0 {
                    1 << records.fields[f].exact()
                } else {
                    0
                };
                same |= of_field[f] & both & !letters;
            }
        }
        same
    };
    (0..IMAGINED)
        .map(|i| if i % 2 == 0 { as_found(i) } else { as_said(i) })
        .map(|same| if same & sounds == sounds { same | bag } else { same })
        .collect()
}
