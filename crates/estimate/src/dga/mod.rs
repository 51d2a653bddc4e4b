//! Bayesian averaging over decomposable graphs (Madigan and York 1997, Biometrika 84).
//!
//! Each graph says which lists depend on each other; hyper-Dirichlet priors make its marginal
//! likelihood, for every possible number unseen, a product over cliques divided by one over separators.
//! Only the first log-gamma of each factor depends on the number unseen, so the grid is walked in
//! blocks: a table of those log-gammas per block, and a handful of additions per graph and point.
//!
//! The complete graph is left out unless asked for: it fits any table, says nothing about the unseen,
//! and when it wins the answer is the prior (methods.md of the estimation bench: 12,595 becomes 4,617).

mod graphs;

use std::ops::Range;

use crate::counts::Counts;
use crate::options::DgaOptions;
use crate::parallel::{self, Watch};
use crate::special::{fast_exp, ln_factorial, ln_gamma};
use graphs::Graph;
pub(crate) use graphs::MOST_LISTS;

/// Grid points handled together.
const BLOCK: usize = 1024;
/// Graphs and blocks this many nats below the best point change nothing that is printed.
const NEGLIGIBLE: f64 = 30.0;
/// The grid grows until its last point holds less than this.
const EDGE: f64 = 1e-6;

/// How finely the unseen are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grid {
    /// Every number up to 100,000, then steps of a hundred-thousandth.
    Fine,
    /// Every number up to 2,000, then steps of half a thousandth: for comparisons beside the figure.
    Quick,
}

impl Grid {
    /// 1, 2, 3, … up to `most`, in steps of equal ratio from where there would be too many points. No posterior from so
    /// many observed people is narrower than four steps.
    fn points(self, most: f64, observed: f64) -> Vec<f64> {
        let dense: f64 = match self {
            Grid::Fine => 100_000.0,
            Grid::Quick => 2_000.0,
        };
        let dense = dense.max((4.0 * libm::sqrt(observed)).floor());
        let mut points = Vec::new();
        let (mut at, mut step) = (1.0_f64, 1.0_f64);
        while at <= most {
            points.push(at);
            if most > 2.0 * dense && at > dense {
                step = (at / dense).floor();
            }
            at += step;
        }
        points
    }
}

/// The posterior of the total, and what it rests on.
#[derive(Debug, Clone)]
pub(crate) struct Posterior {
    observed: f64,
    /// Numbers unseen, ascending, and their probabilities.
    pub unseen: Vec<f64>,
    pub probability: Vec<f64>,
    /// Graphs by probability, best first.
    pub graphs: Vec<(String, f64)>,
    /// Probability of the complete graph, when it took part.
    pub complete: Option<f64>,
    pub delta: f64,
    pub edge: f64,
}

impl Posterior {
    /// Totals and their probabilities.
    pub(crate) fn into_totals(self) -> Vec<(f64, f64)> {
        let observed = self.observed;
        self.unseen.into_iter().zip(self.probability).map(|(u, p)| (observed + u, p)).collect()
    }

    pub(crate) fn mean(&self) -> f64 {
        self.observed + self.moment(|u| u)
    }

    pub(crate) fn sd(&self) -> f64 {
        let mean = self.mean() - self.observed;
        libm::sqrt(self.moment(|u| (u - mean) * (u - mean)))
    }

    /// Median and interval had the grid stopped at `most` unseen; none when it hardly went further.
    pub(crate) fn stopped_at(&self, most: f64, tail: f64) -> Option<[f64; 3]> {
        let end = self.unseen.partition_point(|&u| u <= most);
        let mass: f64 = self.probability[..end].iter().sum();
        (mass < 0.999 && mass > 0.0).then(|| [0.5, tail, 1.0 - tail].map(|p| self.quantile(p * mass)))
    }

    fn moment(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.unseen.iter().zip(&self.probability).map(|(&u, p)| f(u) * p).sum()
    }

    /// The first total whose cumulative probability exceeds `p`.
    pub(crate) fn quantile(&self, p: f64) -> f64 {
        let mut sum = 0.0;
        for (&unseen, probability) in self.unseen.iter().zip(&self.probability) {
            sum += probability;
            if sum > p {
                return self.observed + unseen;
            }
        }
        self.observed + self.unseen.last().copied().unwrap_or(0.0)
    }

    /// `count` totals at evenly spread probabilities: a deterministic sample, for sums over strata.
    pub(crate) fn spread(&self, count: usize) -> Vec<f64> {
        let mut out = Vec::with_capacity(count);
        let (mut at, mut sum) = (0, self.probability.first().copied().unwrap_or(0.0));
        for i in 0..count {
            let p = (i as f64 + 0.5) / count as f64;
            while sum <= p && at + 1 < self.unseen.len() {
                at += 1;
                sum += self.probability[at];
            }
            out.push(self.observed + self.unseen[at]);
        }
        out
    }
}

/// The parts of the log posterior that are fixed by the data.
struct Model<'a> {
    lists: usize,
    delta: f64,
    observed: f64,
    graphs: &'a [Graph],
    /// Per non-empty set of lists: people seen on none of them, and prior weight, in one number.
    offset: Vec<f64>,
    /// Per graph: everything that does not depend on the number unseen.
    constant: Vec<f64>,
    cells: f64,
}

impl<'a> Model<'a> {
    fn new(counts: &Counts, delta: f64, graphs: &'a [Graph]) -> Model<'a> {
        let lists = counts.lists();
        let dense = counts.dense();
        let (mut offset, mut fixed) = (vec![0.0; 1 << lists], vec![0.0; 1 << lists]);
        for set in 1..1_usize << lists {
            let size = set.count_ones() as usize;
            let weight = delta * (1_u64 << (lists - size)) as f64;
            let mut table = vec![0.0; 1 << lists];
            for (cell, &y) in dense.iter().enumerate() {
                table[cell & set] += y;
            }
            offset[set] = table[0] + weight;
            let subsets = (1..=set).filter(|sub| sub & set == *sub);
            fixed[set] = subsets.map(|sub| ln_gamma(table[sub] + weight)).sum::<f64>()
                - (1_u64 << size) as f64 * ln_gamma(weight);
        }
        let total = ln_gamma((1_u64 << lists) as f64 * delta);
        let cells = -dense.iter().map(|&y| ln_factorial(y)).sum::<f64>();
        let constant = graphs
            .iter()
            .map(|g| {
                let sum = |sets: &[u8]| sets.iter().map(|&s| fixed[s as usize]).sum::<f64>();
                let factors = g.cliques().len() as f64 - g.separators().len() as f64;
                sum(g.cliques()) - sum(g.separators()) + factors * total
            })
            .collect();
        Model { lists, delta, observed: counts.observed() as f64, graphs, offset, constant, cells }
    }

    /// Tables of the log-gammas for these numbers unseen: by set of lists, and for the total.
    fn tables(&self, unseen: &[f64], out: &mut Vec<f64>) {
        out.clear();
        out.resize(unseen.len() << self.lists, 0.0);
        let whole = (1_u64 << self.lists) as f64 * self.delta;
        for (set, row) in out.chunks_exact_mut(unseen.len()).enumerate() {
            for (value, &u) in row.iter_mut().zip(unseen) {
                *value = if set == 0 {
                    -ln_gamma(self.observed + u + whole)
                } else {
                    ln_gamma(u + self.offset[set])
                };
            }
        }
    }

    /// No grid goes further than this.
    fn farthest(&self) -> f64 {
        1e4 * self.observed
    }

    /// How far the grid must go, by a rough look at few points: ten times the seen, doubled until the
    /// last point holds next to nothing.
    fn reach(&self, threads: usize, watch: &Watch) -> Option<f64> {
        let mut points = vec![1.0_f64];
        while let Some(&last) = points.last().filter(|last| **last < self.farthest()) {
            points.push((last * 1.08).max(last + 1.0).floor());
        }
        let mut tables = Vec::new();
        self.tables(&points, &mut tables);
        const BATCH: usize = 512;
        let tops = parallel::map(self.graphs.len().div_ceil(BATCH), threads, watch, "graphs", |batch| {
            let mut line = vec![0.0; points.len()];
            let mut top = vec![f64::NEG_INFINITY; points.len()];
            for g in batch * BATCH..self.graphs.len().min((batch + 1) * BATCH) {
                self.graph(g, &tables, points.len(), &mut line);
                top.iter_mut().zip(&line).for_each(|(t, l)| *t = t.max(*l));
            }
            top
        });
        if watch.cancelled() {
            return None;
        }
        // The best graph of each point stands for their sum: this only decides where to look.
        let best = |i: usize| tops.iter().map(|t| t[i]).fold(f64::NEG_INFINITY, f64::max);
        let log: Vec<f64> = (0..points.len()).map(|i| best(i) + self.common(points[i])).collect();
        let peak = log.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (mut mass, mut most) = (0.0, 10.0 * self.observed);
        for i in 1..points.len() {
            let density = libm::exp(log[i] - peak);
            mass += density * (points[i] - points[i - 1]);
            if points[i] >= most {
                if density < 0.1 * EDGE * mass {
                    return Some(most);
                }
                most *= 2.0;
            }
        }
        Some(most.min(self.farthest()))
    }

    /// Multinomial coefficient and the 1/N prior.
    fn common(&self, u: f64) -> f64 {
        let total = self.observed + u;
        ln_factorial(total) - ln_factorial(u) - libm::log(total) + self.cells
    }

    /// One graph's log posterior over the points of a table, less `common`.
    fn graph(&self, g: usize, tables: &[f64], points: usize, out: &mut [f64]) {
        let graph = &self.graphs[g];
        let row = |set: usize| &tables[set * points..(set + 1) * points];
        let factors = graph.cliques().len() as f64 - graph.separators().len() as f64;
        for (o, t) in out.iter_mut().zip(row(0)) {
            *o = self.constant[g] + factors * t;
        }
        for &clique in graph.cliques() {
            out.iter_mut().zip(row(clique as usize)).for_each(|(o, t)| *o += t);
        }
        for &separator in graph.separators() {
            out.iter_mut().zip(row(separator as usize)).for_each(|(o, t)| *o -= t);
        }
    }
}

/// Averages over all graphs. None when there are too many lists, or the caller gave up.
pub(crate) fn average(
    counts: &Counts,
    options: &DgaOptions,
    grid: Grid,
    threads: usize,
    watch: &Watch,
) -> Option<Posterior> {
    let lists = counts.lists();
    if !(2..=MOST_LISTS).contains(&lists) {
        return None;
    }
    let mut graphs = graphs::decomposable(lists);
    graphs.retain(|g| options.complete_graph || !g.complete());
    let delta = options.delta.unwrap_or(1.0 / (1_u64 << lists) as f64);
    let model = Model::new(counts, delta, &graphs);
    if let Some(most) = options.most_unseen {
        return integrate(&model, grid.points(most.max(2) as f64, model.observed), threads, watch);
    }
    let mut most = model.reach(threads, watch)?;
    loop {
        let posterior = integrate(&model, grid.points(most, model.observed), threads, watch)?;
        if posterior.edge < EDGE || most >= model.farthest() {
            return Some(posterior);
        }
        most *= 2.0;
    }
}

fn integrate(model: &Model, unseen: Vec<f64>, threads: usize, watch: &Watch) -> Option<Posterior> {
    let blocks: Vec<(usize, usize)> =
        (0..unseen.len()).step_by(BLOCK).map(|b| (b, unseen.len().min(b + BLOCK))).collect();
    // Each block is first looked at in a few points; log posteriors are smooth in the number unseen.
    // A posterior is at least so wide, so that one of points four widths apart is within two nats of its top.
    let narrowest = |u: f64| libm::sqrt(u).max(u / libm::sqrt(model.observed));
    let (mut coarse, mut looks): (Vec<f64>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    for &(start, end) in &blocks {
        let (last, before) = (end - 1 - start, coarse.len());
        let width = unseen[end - 1] - unseen[start];
        let parts = ((width / (4.0 * narrowest(unseen[end - 1]))).ceil() as usize).clamp(4, BLOCK);
        coarse.extend((0..=parts).map(|k| unseen[start + k * last / parts]));
        if start == 0 {
            // The steep start.
            coarse.extend((0..10).map(|k| unseen[(1_usize << k).min(unseen.len()) - 1]));
        }
        looks.push(before..coarse.len());
    }
    let mut tables = Vec::new();
    model.tables(&coarse, &mut tables);
    let common: Vec<f64> = coarse.iter().map(|&u| model.common(u)).collect();
    let peak_of = |g: usize, line: &mut Vec<f64>| -> Vec<f64> {
        line.resize(coarse.len(), 0.0);
        model.graph(g, &tables, coarse.len(), line);
        let top =
            |look: &Range<usize>| look.clone().map(|i| line[i] + common[i]).fold(f64::NEG_INFINITY, f64::max);
        looks.iter().map(top).collect()
    };
    const BATCH: usize = 512;
    let batches = parallel::map(model.graphs.len().div_ceil(BATCH), threads, watch, "graphs", |batch| {
        let mut line = Vec::new();
        let (mut kept, mut best) = (Vec::new(), f64::NEG_INFINITY);
        for g in batch * BATCH..model.graphs.len().min((batch + 1) * BATCH) {
            let peaks = peak_of(g, &mut line);
            let top = peaks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            best = best.max(top);
            if top > best - NEGLIGIBLE {
                kept.push((g, top, peaks));
            }
        }
        (best, kept)
    });
    let best = batches.iter().map(|(best, _)| *best).fold(f64::NEG_INFINITY, f64::max);
    let kept: Vec<(usize, Vec<f64>)> = batches
        .into_iter()
        .flat_map(|(_, kept)| kept)
        .filter(|(_, top, _)| *top > best - NEGLIGIBLE)
        .map(|(g, _, peaks)| (g, peaks))
        .collect();
    let sums = parallel::map(blocks.len(), threads, watch, "grid", |b| {
        let (start, end) = blocks[b];
        let points = &unseen[start..end];
        let mut total = vec![0.0; points.len()];
        let mut by_graph = vec![0.0; kept.len()];
        if kept.iter().all(|(_, peaks)| peaks[b] < best - NEGLIGIBLE) {
            return (total, by_graph);
        }
        let (mut tables, mut line) = (Vec::new(), vec![0.0; points.len()]);
        model.tables(points, &mut tables);
        let width = |i: usize| if start + i == 0 { 1.0 } else { unseen[start + i] - unseen[start + i - 1] };
        let shift: Vec<f64> = points.iter().map(|&u| model.common(u) - best).collect();
        for ((g, peaks), sum) in kept.iter().zip(&mut by_graph) {
            if peaks[b] < best - NEGLIGIBLE {
                continue;
            }
            model.graph(*g, &tables, points.len(), &mut line);
            for (l, s) in line.iter_mut().zip(&shift) {
                *l = fast_exp(*l + s);
            }
            total.iter_mut().zip(&line).for_each(|(t, l)| *t += l);
            *sum = line.iter().enumerate().map(|(i, l)| l * width(i)).sum();
        }
        total.iter_mut().enumerate().for_each(|(i, t)| *t *= width(i));
        (total, by_graph)
    });
    if sums.len() < blocks.len() {
        return None;
    }
    let mut probability: Vec<f64> = Vec::with_capacity(unseen.len());
    let mut weights = vec![0.0; kept.len()];
    for (block, by_graph) in sums {
        probability.extend(block);
        weights.iter_mut().zip(by_graph).for_each(|(w, g)| *w += g);
    }
    let sum: f64 = probability.iter().sum();
    probability.iter_mut().for_each(|p| *p /= sum);
    let mut graphs: Vec<(usize, f64)> =
        kept.iter().map(|(g, _)| *g).zip(weights.iter().map(|w| w / sum)).collect();
    graphs.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let complete = model
        .graphs
        .iter()
        .position(Graph::complete)
        .map(|c| graphs.iter().find(|(g, _)| *g == c).map_or(0.0, |(_, p)| *p));
    let last_width = unseen.len().checked_sub(2).map_or(1.0, |i| unseen[i + 1] - unseen[i]);
    Some(Posterior {
        observed: model.observed,
        edge: probability.last().copied().unwrap_or(0.0) / last_width,
        graphs: graphs.into_iter().take(20).map(|(g, p)| (model.graphs[g].name(model.lists), p)).collect(),
        unseen,
        probability,
        complete,
        delta: model.delta,
    })
}
