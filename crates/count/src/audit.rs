//! How often a rule that accepts claims by itself errs, as far as persons have looked.

use serde::Serialize;

/// What persons found among the claims that a rule chose and left to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// The rule's name.
    pub rule: String,
    /// Its version.
    pub rule_version: String,
    /// Claims that it accepted.
    pub accepted: u64,
    /// Claims that it left to a person.
    pub held: u64,
    /// How many of those a person has decided.
    pub decided: u64,
    /// How many of those were rejected or mended.
    pub wrong: u64,
    /// Lower end of the rate of error, in parts of a million: Wilson's interval, 95%.
    pub low: u32,
    /// Its upper end; a million while nobody has looked.
    pub high: u32,
}

impl Audit {
    /// Of a rule that accepted and held claims, of which persons decided some.
    #[must_use]
    pub fn of(rule: &str, version: &str, (accepted, held): (u64, u64), (wrong, decided): (u64, u64)) -> Self {
        let (low, high) = wilson(wrong, decided);
        let (rule, rule_version) = (rule.to_owned(), version.to_owned());
        Self { rule, rule_version, accepted, held, decided, wrong, low, high }
    }
}

/// Wilson's score interval at 95% for `k` of `n`, in parts of a million, rounded outward.
#[must_use]
pub fn wilson(k: u64, n: u64) -> (u32, u32) {
    const Z: f64 = 1.959_963_984_540_054;
    const MILLION: f64 = 1e6;
    if n == 0 {
        return (0, 1_000_000);
    }
    let (n, p) = (n as f64, k.min(n) as f64 / n as f64);
    let scale = 1.0 + Z * Z / n;
    let middle = (p + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * libm::sqrt(p * (1.0 - p) / n + Z * Z / (4.0 * n * n));
    // At the ends the interval touches 0 or 1 exactly; arithmetic would leave a crumb.
    let low = if p > 0.0 { libm::floor((middle - half) * MILLION).max(0.0) } else { 0.0 };
    let high = if p < 1.0 { libm::ceil((middle + half) * MILLION).min(MILLION) } else { MILLION };
    (low as u32, high as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of Newcombe (1998), table I, method 3.
    #[test]
    fn wilson_as_published() {
        for (k, n, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let got = wilson(k, n);
            let near = |got: u32, want: f64| (f64::from(got) / 1e6 - want).abs() < 0.0001;
            assert!(near(got.0, low) && near(got.1, high), "{k} of {n}: {got:?}");
        }
        assert_eq!(wilson(0, 0), (0, 1_000_000));
        assert_eq!(wilson(5, 5).1, 1_000_000);
    }
}
