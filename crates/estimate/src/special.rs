//! Special functions, from elementary operations and `libm` only, so that the bits are the same everywhere.

/// `ln(sqrt(2π))`.
const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_8;

/// ln Γ(x) for x > 0: Stirling's series above 12 (one logarithm, error below 1e-15 relative), `libm` below.
pub(crate) fn ln_gamma(x: f64) -> f64 {
    if x < 12.0 {
        return libm::lgamma(x);
    }
    (x - 0.5) * libm::log(x) - x + LN_SQRT_2PI + stirling_tail(x)
}

/// ln k! for a whole number held as a float.
pub(crate) fn ln_factorial(k: f64) -> f64 {
    ln_gamma(k + 1.0)
}

/// The remainder of Stirling's series for ln Γ(x), good to 1e-16 from x = 10.
pub(crate) fn stirling_tail(x: f64) -> f64 {
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    inverse
        * (1.0 / 12.0
            - square
                * (1.0 / 360.0 - square * (1.0 / 1260.0 - square * (1.0 / 1680.0 - square * (1.0 / 1188.0)))))
}

/// Standard normal distribution function.
pub(crate) fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// Standard normal quantile: Acklam's rational start, then two Halley steps on `erfc` (full precision).
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    const A: [f64; 6] = [
        -3.969683028665376e1,
        2.209460984245205e2,
        -2.759285104469687e2,
        1.38357751867269e2,
        -3.066479806614716e1,
        2.506628277459239,
    ];
    const B: [f64; 5] = [
        -5.447609879822406e1,
        1.615858368580409e2,
        -1.556989798598866e2,
        6.680131188771972e1,
        -1.328068155288572e1,
    ];
    const C: [f64; 6] = [
        -7.784894002430293e-3,
        -3.223964580411365e-1,
        -2.400758277161838,
        -2.549732539343734,
        4.374664141464968,
        2.938163982698783,
    ];
    const D: [f64; 4] = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
    let horner = |c: &[f64], x: f64| c.iter().fold(0.0, |sum, &k| sum * x + k);
    let tail = |p: f64| {
        let q = libm::sqrt(-2.0 * libm::log(p));
        horner(&C, q) / (horner(&D, q) * q + 1.0)
    };
    let mut x = if p < 0.02425 {
        tail(p)
    } else if p > 1.0 - 0.02425 {
        -tail(1.0 - p)
    } else {
        let q = p - 0.5;
        let r = q * q;
        horner(&A, r) * q / (horner(&B, r) * r + 1.0)
    };
    for _ in 0..2 {
        let error = normal_cdf(x) - p;
        let step = error * libm::exp(0.5 * x * x) * 2.506_628_274_631_000_7;
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}

/// P(X ≤ k) and P(X ≥ k) for X ~ Poisson(mean); k a whole number.
pub(crate) fn poisson_tails(k: f64, mean: f64) -> (f64, f64) {
    if mean <= 0.0 {
        return (1.0, if k > 0.0 { 0.0 } else { 1.0 });
    }
    let at = libm::exp(k * libm::log(mean) - mean - ln_factorial(k));
    // Each tail is summed outward from k, where its terms fall fastest on the side away from the mean.
    let (mut below, mut term, mut i) = (at, at, k);
    while i > 0.0 && term > below * 1e-18 {
        term *= i / mean;
        below += term;
        i -= 1.0;
    }
    let (mut above, mut term, mut i) = (at, at, k);
    loop {
        i += 1.0;
        term *= mean / i;
        above += term;
        if term <= above * 1e-18 {
            break;
        }
    }
    (below.min(1.0), above.min(1.0))
}

/// e^x by additions, multiplications and bit operations only, so that loops of it become vector code.
/// Error below 4e-16 relative; 0 below -708; the caller keeps x ≤ 700.
#[inline]
pub(crate) fn fast_exp(x: f64) -> f64 {
    const LOG2_E: f64 = std::f64::consts::LOG2_E;
    const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    let bounded = x.clamp(-708.0, 700.0);
    let shifted = bounded * LOG2_E + SHIFT;
    let k = shifted - SHIFT;
    let r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
    let mut p = 1.0 / 6_227_020_800.0;
    for c in [
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ] {
        p = p * r + c;
    }
    let power = f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023_u64 << 52));
    if x < -708.0 { 0.0 } else { p * power }
}

/// The regularised incomplete beta function, by Lentz's continued fraction.
fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_cdf(1.0 - x, b, a);
    }
    let front = a * libm::log(x) + b * libm::log1p(-x) + ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
    let tiny = 1e-300;
    let away = |v: f64| if v.abs() < tiny { tiny } else { v };
    let (mut c, mut d) = (1.0, 1.0 / away(1.0 - (a + b) * x / (a + 1.0)));
    let mut sum = d;
    for i in 1..10_000 {
        let m = f64::from(i);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        sum *= c * d;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        sum *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    libm::exp(front) * sum / a
}

/// Quantile of Student's t for 0.5 < p < 1, by bisection.
pub(crate) fn student_quantile(p: f64, freedom: f64) -> f64 {
    if freedom > 1e7 {
        return normal_quantile(p);
    }
    let beyond = |t: f64| 0.5 * beta_cdf(freedom / (freedom + t * t), 0.5 * freedom, 0.5);
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) > 1.0 - p && high < 1e12 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if beyond(middle) > 1.0 - p { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// The sample quantile of Hyndman and Fan's type 8 (median-unbiased); `sorted` ascending.
pub(crate) fn quantile_type8(sorted: &[f64], p: f64) -> f64 {
    interpolate(sorted, (sorted.len() as f64 + 1.0 / 3.0) * p + 1.0 / 3.0 - 1.0)
}

/// The sample quantile of type 7, the usual default; `sorted` ascending.
pub(crate) fn quantile_type7(sorted: &[f64], p: f64) -> f64 {
    interpolate(sorted, (sorted.len() as f64 - 1.0) * p)
}

/// The value at a fractional position from 0, ends held.
fn interpolate(sorted: &[f64], position: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let position = position.clamp(0.0, last as f64);
    let low = position as usize;
    let high = (low + 1).min(last);
    sorted[low] + (position - low as f64) * (sorted[high] - sorted[low])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert!((ln_gamma(101.0) - 363.739_375_555_563_5).abs() < 1e-11);
        assert!((ln_gamma(0.0625) - libm::lgamma(0.0625)).abs() < 1e-15);
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-13);
        assert!((normal_quantile(1e-6) + 4.753_424_308_822_899).abs() < 1e-11);
        let (below, above) = poisson_tails(3.0, 2.5);
        assert!((below - 0.757_576_133_133_066).abs() < 1e-12);
        assert!((above - 0.456_186_884_116_670).abs() < 1e-12);
    }

    #[test]
    fn fast_exp_agrees_with_libm() {
        let mut x = -700.0;
        while x < 20.0 {
            let (ours, theirs) = (fast_exp(x), libm::exp(x));
            assert!((ours - theirs).abs() <= 1e-15 * theirs, "{x}: {ours} {theirs}");
            x += 0.137;
        }
        assert_eq!(fast_exp(-1e9), 0.0);
    }
}
