//! Two lists: Lincoln (1930) and Petersen (1896), and Chapman's (1951) nearly unbiased form.

use crate::counts::Counts;
use crate::intervals::z_of;
use crate::outcome::ModelRow;

/// What two lists alone say, for every pair of lists.
pub(crate) fn pairs(counts: &Counts, names: &[String], level: f64) -> Vec<ModelRow> {
    let mut rows = Vec::new();
    for a in 0..counts.lists() {
        for b in a + 1..counts.lists() {
            let pair = counts.project(&[a, b]);
            let formula = format!("{} x {}", names[a], names[b]);
            rows.push(chapman(&pair, level, format!("Chapman {}x{}", names[a], names[b]), formula));
        }
    }
    rows
}

/// The same pairs by the older ratio, which has no value where nobody is on both lists.
pub(crate) fn lincoln_petersen(counts: &Counts, names: &[String], level: f64) -> Vec<ModelRow> {
    let mut rows = Vec::new();
    for a in 0..counts.lists() {
        for b in a + 1..counts.lists() {
            let (n1, n2, both) = sizes(&counts.project(&[a, b]));
            let mut row = ModelRow::named(format!("Lincoln-Petersen {}x{}", names[a], names[b]));
            row.formula = format!("{} x {}", names[a], names[b]);
            if both > 0.0 {
                let estimate = n1 * n2 / both;
                let se = libm::sqrt(n1 * n2 * (n1 - both) * (n2 - both) / (both * both * both));
                row.n_hat = Some(estimate);
                row.set_wald(se, level);
            } else {
                row.code = 1;
            }
            rows.push(row);
        }
    }
    rows
}

fn chapman(pair: &Counts, level: f64, name: String, formula: String) -> ModelRow {
    let (n1, n2, both) = sizes(pair);
    let estimate = (n1 + 1.0) * (n2 + 1.0) / (both + 1.0) - 1.0;
    let variance =
        (n1 + 1.0) * (n2 + 1.0) * (n1 - both) * (n2 - both) / ((both + 1.0) * (both + 1.0) * (both + 2.0));
    let mut row = ModelRow { formula, n_hat: Some(estimate), ..ModelRow::named(name) };
    row.set_wald(libm::sqrt(variance), level);
    row
}

fn sizes(pair: &Counts) -> (f64, f64, f64) {
    (pair.size(0) as f64, pair.size(1) as f64, pair.on_all(0b11) as f64)
}

impl ModelRow {
    fn set_wald(&mut self, se: f64, level: f64) {
        if let Some(estimate) = self.n_hat {
            self.se = Some(se);
            self.lower = Some(estimate - z_of(level) * se);
            self.upper = Some(estimate + z_of(level) * se);
        }
    }
}
