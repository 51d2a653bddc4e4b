//! Do the chains agree, and how many independent draws are they worth? Rank-normalised split R-hat and
//! bulk and tail effective sample sizes (Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021).

use crate::special::normal_quantile;

/// What the chains look like together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Convergence {
    pub rhat: f64,
    pub bulk: f64,
    pub tail: f64,
}

/// Judges chains of equal length.
pub(crate) fn judge(chains: &[Vec<f64>]) -> Convergence {
    let half = chains.iter().map(Vec::len).min().unwrap_or(0) / 2;
    if half < 4 {
        return Convergence { rhat: f64::INFINITY, bulk: 0.0, tail: 0.0 };
    }
    let split: Vec<&[f64]> = chains.iter().flat_map(|c| [&c[..half], &c[c.len() - half..]]).collect();
    let ranked = normal_scores(&split);
    let mut sorted: Vec<f64> = split.concat();
    sorted.sort_by(f64::total_cmp);
    let median = sorted[sorted.len() / 2];
    let folded: Vec<Vec<f64>> =
        split.iter().map(|c| c.iter().map(|x| (x - median).abs()).collect()).collect();
    let folded = normal_scores(&folded.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let below = |p: f64| {
        let cut = sorted[((sorted.len() - 1) as f64 * p) as usize];
        let hit = |c: &&[f64]| c.iter().map(|&x| f64::from(u8::from(x <= cut))).collect();
        effective(&split.iter().map(hit).collect::<Vec<Vec<f64>>>())
    };
    Convergence {
        rhat: split_rhat(&ranked).max(split_rhat(&folded)),
        bulk: effective(&ranked),
        tail: below(0.05).min(below(0.95)),
    }
}

/// Normal scores of ranks over all chains; ties share their mean rank.
fn normal_scores(chains: &[&[f64]]) -> Vec<Vec<f64>> {
    let mut order: Vec<(f64, usize, usize)> = Vec::new();
    for (c, chain) in chains.iter().enumerate() {
        order.extend(chain.iter().enumerate().map(|(i, &x)| (x, c, i)));
    }
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total = order.len() as f64;
    let mut out: Vec<Vec<f64>> = chains.iter().map(|c| vec![0.0; c.len()]).collect();
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && order[end].0 == order[start].0 {
            end += 1;
        }
        let rank = (start + end + 1) as f64 / 2.0;
        let score = normal_quantile((rank - 0.375) / (total + 0.25));
        for &(_, c, i) in &order[start..end] {
            out[c][i] = score;
        }
        start = end;
    }
    out
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

fn variance(x: &[f64]) -> f64 {
    let m = mean(x);
    x.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (x.len() as f64 - 1.0)
}

/// Within-chain variance and the pooled estimate that adds the spread of chain means.
fn variances(chains: &[Vec<f64>]) -> (f64, f64) {
    let n = chains[0].len() as f64;
    let within = mean(&chains.iter().map(|c| variance(c)).collect::<Vec<_>>());
    let between = variance(&chains.iter().map(|c| mean(c)).collect::<Vec<_>>());
    (within, (n - 1.0) / n * within + between)
}

fn split_rhat(chains: &[Vec<f64>]) -> f64 {
    let (within, pooled) = variances(chains);
    if within > 0.0 {
        libm::sqrt(pooled / within)
    } else if pooled > 0.0 {
        f64::INFINITY
    } else {
        1.0
    }
}

/// Effective sample size by Geyer's initial monotone sequence over the chains' mean autocovariances.
fn effective(chains: &[Vec<f64>]) -> f64 {
    let n = chains[0].len();
    let total = (n * chains.len()) as f64;
    let (within, pooled) = variances(chains);
    if pooled <= 0.0 {
        return total;
    }
    let centred: Vec<Vec<f64>> = chains
        .iter()
        .map(|c| {
            let m = mean(c);
            c.iter().map(|x| x - m).collect()
        })
        .collect();
    let correlation = |lag: usize| {
        let product = |c: &Vec<f64>| c[lag..].iter().zip(c).map(|(a, b)| a * b).sum::<f64>() / n as f64;
        let covariance = mean(&centred.iter().map(product).collect::<Vec<_>>());
        1.0 - (within * (n as f64 - 1.0) / n as f64 - covariance) / pooled
    };
    let (mut sum, mut previous, mut lag) = (0.0, f64::INFINITY, 0);
    while lag + 1 < n {
        let pair = (correlation(lag) + correlation(lag + 1)).min(previous);
        if pair <= 0.0 {
            break;
        }
        sum += pair;
        previous = pair;
        lag += 2;
    }
    let time = (2.0 * sum - 1.0).max(1.0 / libm::log10(total));
    total / time
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    fn autoregressive(phi: f64, shift: f64, stream: u64) -> Vec<f64> {
        let mut rng = Rng::new(5, stream);
        let mut x = 0.0;
        (0..4000)
            .map(|_| {
                x = phi * x + rng.normal();
                x + shift
            })
            .collect()
    }

    #[test]
    fn independent_draws_are_worth_themselves() {
        let found = judge(&(0..4).map(|s| autoregressive(0.0, 0.0, s)).collect::<Vec<_>>());
        assert!(found.rhat < 1.005 && (found.bulk / 16_000.0 - 1.0).abs() < 0.15, "{found:?}");
    }

    #[test]
    fn correlated_draws_are_worth_less() {
        let found = judge(&(0..4).map(|s| autoregressive(0.9, 0.0, s)).collect::<Vec<_>>());
        assert!((found.bulk / (16_000.0 / 19.0) - 1.0).abs() < 0.3, "{found:?}");
    }

    #[test]
    fn chains_apart_are_seen() {
        let found =
            judge(&(0..4).map(|s| autoregressive(0.0, f64::from(u8::from(s == 3)), s)).collect::<Vec<_>>());
        assert!(found.rhat > 1.05, "{found:?}");
    }
}
