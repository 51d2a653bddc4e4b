//! Profile-likelihood intervals for the total: the number unseen is put into the table as if it had
//! been counted, and the multinomial likelihood is followed to where it falls by half a χ² quantile
//! (Cormack 1992; the form of Baillargeon and Rivest 2007).

use crate::special::ln_gamma;

/// Where the profile peaks and where it has fallen far enough.
#[derive(Debug)]
pub(crate) struct Profile {
    pub peak: f64,
    pub lower: f64,
    /// None when the likelihood stays high beyond three times the estimate.
    pub upper: Option<f64>,
}

/// Follows the profile. `deviance` fits the table with this many unseen people.
pub(crate) fn profile(observed: f64, start: f64, z: f64, mut deviance: impl FnMut(f64) -> f64) -> Profile {
    let mut height = |total: f64| -0.5 * deviance(total - observed) + constant(observed, total);
    let peak = maximise(observed, 1.5 * start, &mut height);
    let drop = height(peak) - 0.5 * z * z;
    let lower = if height(observed) >= drop {
        observed
    } else {
        crossing(observed, peak, |total| height(total) - drop)
    };
    let last = 3.0 * start;
    let upper = (height(last) < drop).then(|| crossing(last, peak, |total| height(total) - drop));
    Profile { peak, lower, upper }
}

/// What the multinomial coefficient adds, by Stirling above 100 people as the reference does.
fn constant(observed: f64, total: f64) -> f64 {
    let unseen = total - observed;
    let whole = if total > 100.0 {
        -total + 0.5 * libm::log(std::f64::consts::TAU * total)
    } else {
        ln_gamma(total + 1.0) - total * libm::log(total)
    };
    if unseen == 0.0 || unseen == 1.0 {
        whole
    } else if total > 100.0 {
        whole + unseen - 0.5 * libm::log(std::f64::consts::TAU * unseen)
    } else {
        whole - ln_gamma(unseen + 1.0) + unseen * libm::log(unseen)
    }
}

/// Golden-section search for the top of a curve with one top.
fn maximise(low: f64, high: f64, f: &mut impl FnMut(f64) -> f64) -> f64 {
    const GOLD: f64 = 0.618_033_988_749_894_9;
    let (mut a, mut b) = (low, high);
    let (mut c, mut d) = (b - GOLD * (b - a), a + GOLD * (b - a));
    let (mut fc, mut fd) = (f(c), f(d));
    while b - a > 1e-7 * b {
        if fc >= fd {
            (b, d, fd) = (d, c, fc);
            c = b - GOLD * (b - a);
            fc = f(c);
        } else {
            (a, c, fc) = (c, d, fd);
            d = a + GOLD * (b - a);
            fd = f(d);
        }
    }
    0.5 * (a + b)
}

/// Where f, negative at `outside` and not at `inside`, crosses zero.
fn crossing(outside: f64, inside: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let (mut out, mut within) = (outside, inside);
    while (out - within).abs() > 1e-8 * within {
        let middle = 0.5 * (out + within);
        if f(middle) < 0.0 {
            out = middle;
        } else {
            within = middle;
        }
    }
    0.5 * (out + within)
}
