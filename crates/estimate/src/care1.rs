//! Sample coverage (Chao and Tsay 1998; Chao, Tsay, Lin, Shau and Chao 2001, Statistics in Medicine 20):
//! how much of the population the lists cover, with pairwise dependence put in by relative overlaps.

use crate::counts::Counts;
use crate::intervals::log_interval;
use crate::outcome::ModelRow;
use crate::rng::Rng;

/// The three estimates and the coverage they rest on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coverage {
    pub coverage: f64,
    /// Lists independent.
    pub independent: f64,
    /// Low coverage: the dependence terms are evaluated twice, not solved for.
    pub low: f64,
    /// High coverage: the dependence terms are solved for.
    pub high: f64,
}

/// The closed forms; none when some list is empty or nobody is on two lists.
pub(crate) fn coverage(counts: &Counts) -> Option<Coverage> {
    let lists = counts.lists();
    let j = lists as f64;
    let sizes: Vec<f64> = (0..lists).map(|list| counts.size(list) as f64).collect();
    let only: Vec<f64> = (0..lists).map(|list| counts.exactly(1 << list) as f64).collect();
    if sizes.contains(&0.0) {
        return None;
    }
    let coverage = 1.0 - only.iter().zip(&sizes).map(|(o, n)| o / n).sum::<f64>() / j;
    if coverage <= 0.0 {
        return None;
    }
    let base = (counts.observed() as f64 - only.iter().sum::<f64>() / j) / coverage;
    let (mut slope, mut offset) = (0.0, 0.0);
    for a in 0..lists {
        for b in a + 1..lists {
            let pair = 1 << a | 1 << b;
            let weight = (only[a] + only[b] + 2.0 * counts.exactly(pair) as f64) / (j * coverage);
            slope += weight * counts.on_all(pair) as f64 / (sizes[a] * sizes[b]);
            offset += weight;
        }
    }
    let step = |total: f64| base + slope * total - offset;
    Some(Coverage {
        coverage,
        independent: base,
        low: step(step(base)),
        high: (base - offset) / (1.0 - slope),
    })
}

/// Which of the three.
type Pick = fn(&Coverage) -> f64;

/// The three as rows, with standard errors from `draws` multinomial resamples of the seen and unseen.
pub(crate) fn rows(counts: &Counts, level: f64, seed: u64, draws: usize) -> Vec<ModelRow> {
    let observed = counts.observed() as f64;
    let point = coverage(counts);
    let formula = |words: &str| match &point {
        Some(c) => format!("{words}; estimated coverage {:.4}", c.coverage),
        None => words.to_owned(),
    };
    let kinds: [(&str, &str, Pick); 3] = [
        ("Indep", "lists independent", |c| c.independent),
        ("HSC", "dependence between pairs, high coverage", |c| c.high),
        ("LSC", "dependence between pairs, low coverage", |c| c.low),
    ];
    let mut out = Vec::new();
    for (stream, (name, words, pick)) in kinds.into_iter().enumerate() {
        let mut row = ModelRow::named(format!("sample coverage {name}"));
        row.formula = formula(words);
        let estimate = point.as_ref().map(pick).filter(|n| n.is_finite() && *n >= observed);
        if let Some(estimate) = estimate {
            row.n_hat = Some(estimate);
            row.se = bootstrap_se(counts, estimate, pick, Rng::new(seed, 0xCA9E + stream as u64), draws);
            let interval = row.se.and_then(|se| log_interval(observed, estimate, se, level));
            (row.lower, row.upper) = (interval.map(|i| i.lower), interval.map(|i| i.upper));
        } else {
            row.code = 1;
        }
        out.push(row);
    }
    out
}

fn bootstrap_se(counts: &Counts, estimate: f64, pick: Pick, mut rng: Rng, draws: usize) -> Option<f64> {
    let (mut sum, mut square, mut used) = (0.0, 0.0, 0.0);
    for _ in 0..draws {
        let resampled = resample(counts, estimate.round(), &mut rng);
        if let Some(value) = coverage(&resampled).as_ref().map(pick).filter(|v| v.is_finite()) {
            sum += value;
            square += value * value;
            used += 1.0;
        }
    }
    // A resample without a value is a sign that the estimate hardly exists; then no error is claimed.
    if used < 0.9 * draws as f64 || used < 2.0 {
        return None;
    }
    Some(libm::sqrt((square - sum * sum / used) / (used - 1.0)))
}

/// A multinomial draw of `total` people over the observed histories and the unseen cell.
fn resample(counts: &Counts, total: f64, rng: &mut Rng) -> Counts {
    let mut out = Counts::new(counts.lists());
    let (mut left, mut share_left) = (total, total);
    for (cell, count) in counts.cells() {
        let drawn = rng.binomial(left, count as f64 / share_left);
        out.add(cell, drawn as u64);
        left -= drawn;
        share_left -= count as f64;
    }
    out
}
