//! Hierarchical log-linear models on the 2^J − 1 observable histories, fitted by Newton's method with
//! sums over the subset lattice.
//!
//! A design entry is 1 when a term's lists all occur in a history, so every inner product of columns S
//! and T is a sum over the histories that contain S ∪ T: one superset sum replaces all matrix products.
//!
//! A term whose margin is empty (nobody on all its lists) has its parameter at minus infinity: its
//! histories and terms leave the fit and the parameter still counts (the extended maximum of Fienberg
//! and Rinaldo 2012, as used by Chan, Silverman and Vincent 2021).

use crate::existence::{self, Existence};
use crate::glm::{CONVERGED, cell_deviance, saturated_log_likelihood};
use crate::linalg::Cholesky;

/// The counts a family of models is fitted to.
#[derive(Debug, Clone)]
pub(crate) struct Lattice {
    pub lists: usize,
    y: Vec<f64>,
    /// People on at least these lists, by bit set.
    pub margin: Vec<f64>,
    pub observed: f64,
    saturated: f64,
}

/// One fitted model.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LatticeFit {
    /// Expected number on no list.
    pub unseen: f64,
    /// Var(ln unseen).
    pub variance_of_log: f64,
    pub deviance: f64,
    pub log_likelihood: f64,
    /// Parameters, those at minus infinity included.
    pub parameters: usize,
    pub existence: Existence,
}

impl LatticeFit {
    pub(crate) fn se(&self) -> f64 {
        libm::sqrt(self.unseen + self.unseen * self.unseen * self.variance_of_log)
    }

    pub(crate) fn aic(&self) -> f64 {
        2.0 * self.parameters as f64 - 2.0 * self.log_likelihood
    }

    pub(crate) fn bic(&self, observed: f64) -> f64 {
        self.aic() + (libm::log(observed) - 2.0) * self.parameters as f64
    }

    pub(crate) fn sound(&self) -> bool {
        self.existence == Existence::default()
    }
}

/// Memory of one fit, kept between fits.
#[derive(Debug, Default)]
pub(crate) struct Work {
    active: Vec<usize>,
    dead: Vec<bool>,
    /// Fitted counts by history; after a fit, superset sums of these are expected overlaps.
    pub fitted: Vec<f64>,
    eta: Vec<f64>,
    weights: Vec<f64>,
    working: Vec<f64>,
    hessian: Vec<f64>,
    beta: Vec<f64>,
    previous: Vec<f64>,
    information: Cholesky,
}

/// Replaces each entry by the sum over its supersets.
pub(crate) fn superset_sums(values: &mut [f64], lists: usize) {
    for j in 0..lists {
        let bit = 1 << j;
        for block in values.chunks_exact_mut(2 * bit) {
            let (without, with) = block.split_at_mut(bit);
            without.iter_mut().zip(with).for_each(|(a, b)| *a += *b);
        }
    }
}

/// Replaces each entry by the sum over its subsets.
fn subset_sums(values: &mut [f64], lists: usize) {
    for j in 0..lists {
        let bit = 1 << j;
        for block in values.chunks_exact_mut(2 * bit) {
            let (without, with) = block.split_at_mut(bit);
            with.iter_mut().zip(without).for_each(|(a, b)| *a += *b);
        }
    }
}

impl Lattice {
    /// From the 2^J cells; cell 0 is ignored.
    pub(crate) fn new(lists: usize, mut y: Vec<f64>) -> Lattice {
        y[0] = 0.0;
        let mut margin = y.clone();
        superset_sums(&mut margin, lists);
        let saturated = saturated_log_likelihood(&y);
        Lattice { lists, observed: margin[0], y, margin, saturated }
    }

    /// The cells.
    pub(crate) fn cells(&self) -> &[f64] {
        &self.y
    }

    /// Fits the model with these terms (bit sets of at least one list, closed downwards).
    pub(crate) fn fit(&self, terms: &[usize], work: &mut Work) -> LatticeFit {
        let size = self.y.len();
        self.drop_empty_margins(terms, work);
        let p = work.active.len();
        for buffer in [&mut work.fitted, &mut work.eta, &mut work.weights, &mut work.working] {
            buffer.clear();
            buffer.resize(size, 0.0);
        }
        for cell in 1..size {
            if !work.dead[cell] {
                work.fitted[cell] = self.y[cell] + 0.1;
                work.eta[cell] = libm::log(work.fitted[cell]);
            }
        }
        work.beta.clear();
        work.beta.resize(p, 0.0);
        let mut deviance = f64::INFINITY;
        let mut converged = false;
        for round in 0..60 {
            let before = deviance;
            self.newton_step(work);
            deviance = self.evaluate(work);
            let mut halvings = 0;
            while round > 0 && deviance > before * (1.0 + 1e-10) + 1e-10 && halvings < 30 {
                work.beta.iter_mut().zip(&work.previous).for_each(|(b, p)| *b = 0.5 * (*b + p));
                deviance = self.evaluate(work);
                halvings += 1;
            }
            if (before - deviance).abs() < CONVERGED * (deviance.abs() + 0.1) {
                converged = true;
                break;
            }
        }
        let variance_of_log = work.information.quadratic(&unit(p));
        // Only a fit that leaves some empty cell almost no expectation can be on its way to infinity.
        let suspicious = !converged
            || work.information.rank() < p
            || (1..size).any(|c| !work.dead[c] && self.y[c] == 0.0 && work.fitted[c] < 1e-3);
        LatticeFit {
            unseen: libm::exp(work.beta[0]),
            variance_of_log,
            deviance,
            log_likelihood: self.saturated - 0.5 * deviance,
            parameters: terms.len() + 1,
            existence: if suspicious { self.existence(work) } else { Existence::default() },
        }
    }

    fn drop_empty_margins(&self, terms: &[usize], work: &mut Work) {
        work.active.clear();
        work.active.push(0);
        work.dead.clear();
        work.dead.resize(self.y.len(), false);
        for &term in terms {
            if self.margin[term] > 0.0 {
                work.active.push(term);
            } else {
                (0..self.y.len()).filter(|c| c & term == term).for_each(|c| work.dead[c] = true);
            }
        }
    }

    /// One weighted least-squares step from the current fit to new coefficients.
    fn newton_step(&self, work: &mut Work) {
        work.previous.clone_from(&work.beta);
        let p = work.active.len();
        for cell in 0..self.y.len() {
            let mu = work.fitted[cell];
            work.weights[cell] = mu;
            let live = cell != 0 && !work.dead[cell];
            work.working[cell] = if live { mu * work.eta[cell] + (self.y[cell] - mu) } else { 0.0 };
        }
        superset_sums(&mut work.weights, self.lists);
        superset_sums(&mut work.working, self.lists);
        work.hessian.clear();
        work.hessian.resize(p * p, 0.0);
        for i in 0..p {
            for j in 0..=i {
                work.hessian[i * p + j] = work.weights[work.active[i] | work.active[j]];
            }
            work.beta[i] = work.working[work.active[i]];
        }
        work.information.factor(&work.hessian, p);
        work.information.solve(&mut work.beta);
    }

    /// Fitted values and deviance at the current coefficients.
    fn evaluate(&self, work: &mut Work) -> f64 {
        work.eta.fill(0.0);
        for (&term, &beta) in work.active.iter().zip(&work.beta) {
            work.eta[term] = beta;
        }
        subset_sums(&mut work.eta, self.lists);
        let mut deviance = 0.0;
        for cell in 1..self.y.len() {
            if work.dead[cell] {
                work.fitted[cell] = 0.0;
            } else {
                let eta = work.eta[cell].clamp(-700.0, 700.0);
                let (mu, y) = (libm::exp(eta), self.y[cell]);
                work.fitted[cell] = mu;
                deviance += if y > 0.0 { cell_deviance(y, mu) } else { 2.0 * mu };
            }
        }
        deviance
    }

    /// The full check, on the cells and terms that stayed.
    fn existence(&self, work: &Work) -> Existence {
        let live = (1..self.y.len()).filter(|&c| !work.dead[c]);
        let rows: Vec<(Vec<f64>, bool)> = live
            .map(|cell| {
                let row = work.active.iter().map(|t| f64::from(u8::from(cell & t == *t))).collect();
                (row, self.y[cell] > 0.0)
            })
            .collect();
        existence::check(&rows, work.active.len())
    }
}

fn unit(p: usize) -> Vec<f64> {
    let mut g = vec![0.0; p];
    g[0] = 1.0;
    g
}
