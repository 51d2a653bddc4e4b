//! Poisson regression by iteratively reweighted least squares, on any small design.

use crate::linalg::Cholesky;
use crate::special::ln_gamma;

/// Fitting stops when the deviance changes by less than this share. It is where R's `glm` stops too, and
/// standard errors come from the weights of the last step, as there, so that they agree digit for digit.
pub(crate) const CONVERGED: f64 = 1e-8;

/// A fitted Poisson regression.
#[derive(Debug)]
pub(crate) struct Fit {
    pub beta: Vec<f64>,
    pub fitted: Vec<f64>,
    pub deviance: f64,
    /// Log likelihood with its constants.
    pub log_likelihood: f64,
    /// The information matrix, factored.
    pub information: Cholesky,
}

impl Fit {
    /// Akaike's criterion, parameters counted by rank.
    pub(crate) fn aic(&self) -> f64 {
        2.0 * self.information.rank() as f64 - 2.0 * self.log_likelihood
    }

    /// Schwarz's criterion on the number of people.
    pub(crate) fn bic(&self, people: f64) -> f64 {
        self.aic() + (libm::log(people) - 2.0) * self.information.rank() as f64
    }
}

/// Twice the log likelihood lost against the data themselves, for one cell.
#[inline]
pub(crate) fn cell_deviance(y: f64, mu: f64) -> f64 {
    if y > 0.0 { 2.0 * (y * libm::log(y / mu) - (y - mu)) } else { 2.0 * mu }
}

/// The log likelihood of the saturated fit; a model's own is this minus half its deviance.
pub(crate) fn saturated_log_likelihood(y: &[f64]) -> f64 {
    let cell = |&y: &f64| if y > 0.0 { y * libm::log(y) - y - ln_gamma(y + 1.0) } else { 0.0 };
    y.iter().map(cell).sum()
}

/// Fits counts `y` on the rows of `design` (each of length `columns`).
pub(crate) fn fit(design: &[f64], columns: usize, y: &[f64]) -> Fit {
    let rows = design.chunks_exact(columns);
    let mut mu: Vec<f64> = y.iter().map(|y| y + 0.1).collect();
    let mut eta: Vec<f64> = mu.iter().map(|&m| libm::log(m)).collect();
    let mut beta = vec![0.0; columns];
    let mut information = Cholesky::default();
    let mut deviance = f64::INFINITY;
    let mut hessian = vec![0.0; columns * columns];
    for round in 0..100 {
        hessian.fill(0.0);
        let mut right = vec![0.0; columns];
        for ((row, &y), (&mu, &eta)) in rows.clone().zip(y).zip(mu.iter().zip(&eta)) {
            let working = mu * eta + (y - mu);
            for i in 0..columns {
                let weighted = mu * row[i];
                right[i] += row[i] * working;
                for j in 0..=i {
                    hessian[i * columns + j] += weighted * row[j];
                }
            }
        }
        information.factor(&hessian, columns);
        information.solve(&mut right);
        let previous = (deviance, beta.clone());
        beta = right;
        // A step too far is halved until the deviance stops rising.
        for _ in 0..30 {
            deviance = 0.0;
            for ((row, &y), (mu, eta)) in rows.clone().zip(y).zip(mu.iter_mut().zip(eta.iter_mut())) {
                *eta = row.iter().zip(&beta).map(|(x, b)| x * b).sum();
                *mu = libm::exp(eta.clamp(-700.0, 700.0));
                deviance += cell_deviance(y, *mu);
            }
            if round == 0 || deviance <= previous.0 * (1.0 + 1e-10) + 1e-10 {
                break;
            }
            beta.iter_mut().zip(&previous.1).for_each(|(b, p)| *b = 0.5 * (*b + p));
        }
        if (previous.0 - deviance).abs() < CONVERGED * (deviance.abs() + 0.1) {
            break;
        }
    }
    let log_likelihood = saturated_log_likelihood(y) - 0.5 * deviance;
    Fit { beta, fitted: mu, deviance, log_likelihood, information }
}
