//! The no-highest-order-interaction family (Aleshin-Guendel, Sadinle and Wakefield 2024): any value of
//! the highest interaction fits the seen cells equally well, so its effect ξ is assumed, never learned.

use crate::counts::Counts;
use crate::intervals::wald_on_log;
use crate::outcome::ModelRow;

/// The assumed ratios of the sweep: ξ = 1 is "no highest interaction".
pub(crate) const SWEEP: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

/// n₀ = Π odd cells / Π even cells / ξ for each ξ; no value when any cell is empty.
pub(crate) fn sweep(counts: &Counts, sweep: &[f64], level: f64) -> Vec<ModelRow> {
    let observed = counts.observed() as f64;
    let possible = if counts.lists() < 20 { (1_usize << counts.lists()) - 1 } else { usize::MAX };
    let complete = counts.distinct() == possible;
    let (mut log_unseen, mut variance) = (0.0, 0.0);
    for (cell, count) in counts.cells() {
        let y = count as f64;
        log_unseen += if cell.count_ones() % 2 == 1 { libm::log(y) } else { -libm::log(y) };
        variance += 1.0 / y;
    }
    sweep
        .iter()
        .map(|&xi| {
            let mut row = ModelRow::named(format!("NHOI xi={xi}"));
            row.formula = format!("no interaction of all {} lists, odds ratio {xi}", counts.lists());
            if complete {
                let unseen = libm::exp(log_unseen) / xi;
                let se_log = libm::sqrt(variance);
                let interval = wald_on_log(observed, unseen, se_log, level);
                row.n_hat = Some(observed + unseen);
                row.se = Some(unseen * se_log);
                (row.lower, row.upper) = (Some(interval.lower), Some(interval.upper));
            } else {
                row.code = 1;
            }
            row
        })
        .collect()
}
