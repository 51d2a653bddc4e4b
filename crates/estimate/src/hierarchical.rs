//! All hierarchical log-linear models up to an order, ranked and averaged.
//!
//! A model holds every main effect, and an interaction only with all its parts. Where there are too
//! many to list (seven lists and more), a downhill search by BIC over sets of pairs takes their place
//! (Silverman, Chan and Vincent 2024).

use crate::intervals::{log_interval, wald_on_log, z_of};
use crate::lattice::{Lattice, LatticeFit, Work};
use crate::outcome::ModelRow;
use crate::parallel::{self, Watch};

/// More models than this are searched, not listed.
const MOST_MODELS: usize = 40_000;
/// A model that puts more than this many unseen people beside each seen one is left out of averages.
const PLAUSIBLE_RATIO: f64 = 5.0;

/// A fitted model: its terms of two lists and more, and the fit.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub terms: Vec<usize>,
    pub fit: LatticeFit,
}

/// Everything fitted, best BIC first; models without a sound maximum last.
#[derive(Debug)]
pub(crate) struct Models {
    pub all: Vec<Model>,
    /// The highest order of interaction allowed.
    pub order: usize,
    /// Whether every model up to that order was fitted.
    pub complete: bool,
}

/// All sets of interactions closed downwards, as bit sets over `terms`.
fn closed_sets(terms: &[usize], limit: usize) -> Option<Vec<u64>> {
    let parts: Vec<u64> = terms
        .iter()
        .map(|&term| {
            let below = |t: &usize| t & term == *t && t.count_ones() + 1 == term.count_ones();
            terms.iter().enumerate().filter(|(_, t)| below(t)).fold(0, |set, (i, _)| set | 1 << i)
        })
        .collect();
    let mut sets = vec![0_u64];
    for (i, &needed) in parts.iter().enumerate() {
        let grown: Vec<u64> = sets.iter().filter(|&&s| s & needed == needed).map(|s| s | 1 << i).collect();
        sets.extend(grown);
        if sets.len() > limit {
            return None;
        }
    }
    Some(sets)
}

/// Interactions of 2..=order lists, small ones first.
fn interactions(lists: usize, order: usize) -> Vec<usize> {
    let mut terms: Vec<usize> =
        (1..1_usize << lists).filter(|t| (2..=order).contains(&(t.count_ones() as usize))).collect();
    terms.sort_by_key(|t| (t.count_ones(), t.reverse_bits()));
    terms
}

/// Fits the models. `order` none means as high as can be listed, at most one below all lists.
pub(crate) fn fit_all(lattice: &Lattice, order: Option<usize>, threads: usize, watch: &Watch) -> Models {
    let lists = lattice.lists;
    let highest = order.unwrap_or(lists - 1).min(lists - 1).max(1);
    let full =
        |terms: &[usize]| -> Vec<usize> { (0..lists).map(|j| 1 << j).chain(terms.iter().copied()).collect() };
    let listed = (2..=highest).rev().chain((highest < 2).then_some(1)).find_map(|order| {
        let terms = interactions(lists, order);
        if terms.len() > 60 {
            return None;
        }
        closed_sets(&terms, MOST_MODELS).map(|sets| (order, terms, sets))
    });
    let (all, order, complete) = match listed {
        Some((order, terms, sets)) => {
            const BATCH: usize = 64;
            let batches =
                parallel::map(sets.len().div_ceil(BATCH), threads, watch, "log-linear models", |b| {
                    let mut work = Work::default();
                    let batch = &sets[b * BATCH..sets.len().min((b + 1) * BATCH)];
                    let model = |set: &u64| {
                        let chosen: Vec<usize> =
                            (0..terms.len()).filter(|i| set >> i & 1 == 1).map(|i| terms[i]).collect();
                        let fit = lattice.fit(&full(&chosen), &mut work);
                        Model { terms: chosen, fit }
                    };
                    batch.iter().map(model).collect::<Vec<_>>()
                });
            (batches.concat(), order, true)
        }
        None => (downhill(lattice, full, watch), 2, false),
    };
    let mut models = Models { all, order, complete };
    let bic = |m: &Model| if m.fit.sound() { m.fit.bic(lattice.observed) } else { f64::INFINITY };
    models.all.sort_by(|a, b| bic(a).total_cmp(&bic(b)).then(a.fit.parameters.cmp(&b.fit.parameters)));
    models
}

/// From main effects, add or drop the pair that lowers BIC most until none does.
fn downhill(lattice: &Lattice, full: impl Fn(&[usize]) -> Vec<usize>, watch: &Watch) -> Vec<Model> {
    let pairs = interactions(lattice.lists, 2);
    let mut work = Work::default();
    let mut current = Model { terms: Vec::new(), fit: lattice.fit(&full(&[]), &mut work) };
    let mut visited = vec![current.clone()];
    while !watch.cancelled() {
        let mut best: Option<Model> = None;
        for &pair in &pairs {
            let mut terms = current.terms.clone();
            match terms.iter().position(|&t| t == pair) {
                Some(at) => drop(terms.remove(at)),
                None => terms.push(pair),
            }
            let fit = lattice.fit(&full(&terms), &mut work);
            let lower = |m: &Model| fit.bic(lattice.observed) < m.fit.bic(lattice.observed) - 1e-9;
            if fit.sound() && lower(&current) && best.as_ref().is_none_or(lower) {
                best = Some(Model { terms, fit });
            }
        }
        let Some(next) = best else {
            break;
        };
        visited.push(next.clone());
        current = next;
    }
    visited
}

impl Model {
    /// Generators: the terms not inside another, longest first, such as `[123,14,34]`.
    pub(crate) fn generators(&self, lists: usize) -> String {
        let mut terms: Vec<usize> = (0..lists).map(|j| 1 << j).chain(self.terms.iter().copied()).collect();
        let all = terms.clone();
        terms.retain(|t| !all.iter().any(|o| o != t && o & t == *t));
        let members = |t: usize| (0..lists).filter(move |j| t >> j & 1 == 1).map(|j| j + 1);
        terms.sort_by_key(|&t| (usize::MAX - t.count_ones() as usize, members(t).collect::<Vec<_>>()));
        let separator = if lists > 9 { "." } else { "" };
        let name = |t: &usize| members(*t).map(|j| j.to_string()).collect::<Vec<_>>().join(separator);
        format!("[{}]", terms.iter().map(name).collect::<Vec<_>>().join(","))
    }

    /// As a row, with Chao's log interval.
    pub(crate) fn row(&self, lattice: &Lattice, level: f64) -> ModelRow {
        let mut row = ModelRow::named("loglinear");
        row.formula = self.generators(lattice.lists);
        row.code = self.fit.existence.code();
        row.deviance = Some(self.fit.deviance);
        row.aic = Some(self.fit.aic());
        row.bic = Some(self.fit.bic(lattice.observed));
        if self.fit.sound() {
            let estimate = lattice.observed + self.fit.unseen;
            row.n_hat = Some(estimate);
            row.se = Some(self.fit.se());
            if let Some(interval) = log_interval(lattice.observed, estimate, self.fit.se(), level) {
                (row.lower, row.upper) = (Some(interval.lower), Some(interval.upper));
            }
        }
        row
    }

    fn plausible(&self, observed: f64) -> bool {
        self.fit.sound() && self.fit.unseen <= PLAUSIBLE_RATIO * observed
    }
}

impl Models {
    /// The best sound model by BIC.
    pub(crate) fn best(&self) -> Option<&Model> {
        self.all.first().filter(|m| m.fit.sound())
    }

    /// Models left out of averages: no maximum, not identifiable, or implausibly large.
    pub(crate) fn left_out(&self, observed: f64) -> usize {
        self.all.iter().filter(|m| !m.plausible(observed)).count()
    }

    /// Means of estimate and limits with weights e^(−Δ/2), as the field averages by AIC.
    pub(crate) fn average(&self, lattice: &Lattice, criterion: Criterion, level: f64) -> ModelRow {
        let score = |m: &Model| match criterion {
            Criterion::Aic => m.fit.aic(),
            Criterion::Bic => m.fit.bic(lattice.observed),
        };
        let usable = || self.all.iter().filter(|m| m.plausible(lattice.observed));
        let best = usable().map(score).fold(f64::INFINITY, f64::min);
        let name = match criterion {
            Criterion::Aic => "AIC average",
            Criterion::Bic => "BIC average",
        };
        let mut row = ModelRow::named(name);
        row.formula = format!("{} models, unseen at most {PLAUSIBLE_RATIO} times the seen", usable().count());
        let (mut total, mut sums) = (0.0, [0.0; 3]);
        for model in usable() {
            let weight = libm::exp(-0.5 * (score(model) - best));
            let se_log = libm::sqrt(model.fit.variance_of_log);
            let interval = wald_on_log(lattice.observed, model.fit.unseen, se_log, level);
            total += weight;
            let values = [lattice.observed + model.fit.unseen, interval.lower, interval.upper];
            sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += weight * value);
        }
        if total > 0.0 {
            let [estimate, lower, upper] = sums.map(|s| s / total);
            // Buckland, Burnham and Augustin (1997): each model's own error and its distance from the mean.
            let se = usable().fold(0.0, |sum, model| {
                let weight = libm::exp(-0.5 * (score(model) - best)) / total;
                let distance = lattice.observed + model.fit.unseen - estimate;
                sum + weight * libm::sqrt(model.fit.se() * model.fit.se() + distance * distance)
            });
            row.n_hat = Some(estimate);
            row.se = Some(se);
            (row.lower, row.upper) = (Some(lower), Some(upper));
        } else {
            row.code = 1;
        }
        row
    }

    /// The span over models that the data do not clearly reject (BIC within 10 of the best): lowest and
    /// highest limit.
    pub(crate) fn span(&self, lattice: &Lattice, level: f64) -> Option<(f64, f64)> {
        let best = self.best()?.fit.bic(lattice.observed);
        let near = self.all.iter().filter(|m| {
            m.plausible(lattice.observed) && m.fit.bic(lattice.observed) <= best + 10.0 && z_of(level) > 0.0
        });
        near.map(|m| wald_on_log(lattice.observed, m.fit.unseen, libm::sqrt(m.fit.variance_of_log), level))
            .map(|i| (i.lower, i.upper))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

/// What models are weighed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Criterion {
    Aic,
    Bic,
}
