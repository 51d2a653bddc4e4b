//! Intervals for a population size from a standard error.

use crate::special::normal_quantile;

/// A point with its bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    pub lower: f64,
    pub upper: f64,
}

/// The normal multiplier of a central interval.
pub(crate) fn z_of(level: f64) -> f64 {
    normal_quantile(0.5 + 0.5 * level)
}

/// Chao's (1987) interval: the unseen part is taken for log-normal, so the bound never falls below n.
pub(crate) fn log_interval(observed: f64, estimate: f64, se: f64, level: f64) -> Option<Interval> {
    let unseen = estimate - observed;
    if !(unseen > 0.0 && se.is_finite() && estimate.is_finite()) {
        return None;
    }
    let ratio = se / unseen;
    let factor = libm::exp(z_of(level) * libm::sqrt(libm::log1p(ratio * ratio)));
    Some(Interval { lower: observed + unseen / factor, upper: observed + unseen * factor })
}

/// Wald's interval on the log of the unseen.
pub(crate) fn wald_on_log(observed: f64, unseen: f64, se_log: f64, level: f64) -> Interval {
    let factor = libm::exp(z_of(level) * se_log);
    Interval { lower: observed + unseen / factor, upper: observed + unseen * factor }
}
