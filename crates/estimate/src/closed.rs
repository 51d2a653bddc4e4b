//! Closed-population log-linear models M0, Mt, Mh, Mth, Mb, Mbh: Poisson regressions on the observable
//! histories (Cormack 1989; Baillargeon and Rivest 2007, Journal of Statistical Software 19(5)).
//!
//! Every design's row for "on no list" is (1, 0, …, 0), so the unseen part is e^intercept. Mb and Mbh
//! take the lists as occasions in time; there the unseen part follows from three coefficients.

use crate::counts::Counts;
use crate::existence::{self, Existence};
use crate::glm::{self, Fit};
use crate::intervals::log_interval;
use crate::outcome::ModelRow;
use crate::special::normal_quantile;

/// Mbh with the standard error that Rcapture prints.
pub(crate) const AS_RCAPTURE: &str = "Mbh (error as Rcapture)";
/// More lists than this would need a regression on too many cells.
pub(crate) const MOST_LISTS: usize = 12;

/// How capture differs between people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mixing {
    /// Chao's lower bound: nothing assumed but a floor.
    Chao,
    /// Poisson, θ = 2.
    Poisson2,
    /// Darroch: log-normal capture odds.
    Darroch,
    /// Gamma, shape 3.5.
    Gamma35,
}

impl Mixing {
    pub(crate) const ALL: [Mixing; 4] = [Mixing::Chao, Mixing::Poisson2, Mixing::Darroch, Mixing::Gamma35];

    fn name(self) -> &'static str {
        match self {
            Mixing::Chao => "Chao (LB)",
            Mixing::Poisson2 => "Poisson2",
            Mixing::Darroch => "Darroch",
            Mixing::Gamma35 => "Gamma3.5",
        }
    }

    fn column(self, captures: f64) -> f64 {
        match self {
            // Chao's columns are built where they are dropped one by one.
            Mixing::Chao => 0.0,
            Mixing::Poisson2 => libm::exp2(captures) - 1.0,
            Mixing::Darroch => 0.5 * captures * captures,
            Mixing::Gamma35 => -libm::log((3.5 + captures) / 3.5),
        }
    }
}

/// A closed-population model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// One capture probability.
    M0,
    /// One per list.
    Mt,
    /// People differ, lists do not.
    Mh(Mixing),
    /// People and lists differ.
    Mth(Mixing),
    /// Capture changes after the first.
    Mb,
    /// The same, with a first occasion of its own.
    Mbh,
}

impl Family {
    /// All twelve, in the usual order.
    pub(crate) fn all() -> Vec<Family> {
        let mut all = vec![Family::M0, Family::Mt];
        all.extend(Mixing::ALL.map(Family::Mh));
        all.extend(Mixing::ALL.map(Family::Mth));
        all.extend([Family::Mb, Family::Mbh]);
        all
    }

    pub(crate) fn name(self) -> String {
        match self {
            Family::M0 => "M0".into(),
            Family::Mt => "Mt".into(),
            Family::Mh(mixing) => format!("Mh {}", mixing.name()),
            Family::Mth(mixing) => format!("Mth {}", mixing.name()),
            Family::Mb => "Mb".into(),
            Family::Mbh => "Mbh".into(),
        }
    }

    pub(crate) fn formula(self) -> String {
        let mixing = |m: Mixing| match m {
            Mixing::Chao => "lower bound for any differences between people",
            Mixing::Poisson2 => "Poisson differences between people (theta 2)",
            Mixing::Darroch => "log-normal capture odds between people",
            Mixing::Gamma35 => "gamma differences between people (shape 3.5)",
        };
        match self {
            Family::M0 => "every list equally likely to record everyone".into(),
            Family::Mt => "lists differ, people do not, lists independent".into(),
            Family::Mh(m) => format!("lists alike; {}", mixing(m)),
            Family::Mth(m) => format!("lists differ; {}", mixing(m)),
            Family::Mb => "lists in time order; being recorded changes the chance of the next".into(),
            Family::Mbh => "as Mb, the first list with a chance of its own".into(),
        }
    }

    /// Chao's heterogeneity columns present at the start: j = 3..J.
    fn chao_columns(self, lists: usize) -> Vec<usize> {
        match self {
            Family::Mh(Mixing::Chao) | Family::Mth(Mixing::Chao) => (3..=lists).collect(),
            _ => Vec::new(),
        }
    }

    /// The design's row for one history.
    fn row(self, pattern: usize, lists: usize, chao: &[usize]) -> Vec<f64> {
        let captures = f64::from(pattern.count_ones());
        let mut row = vec![1.0];
        let per_list =
            |row: &mut Vec<f64>| row.extend((0..lists).map(|j| f64::from((pattern >> j & 1) as u8)));
        match self {
            Family::M0 => row.push(captures),
            Family::Mt => per_list(&mut row),
            Family::Mh(mixing) | Family::Mth(mixing) => {
                if matches!(self, Family::Mth(_)) {
                    per_list(&mut row);
                } else {
                    row.push(captures);
                }
                if mixing == Mixing::Chao {
                    row.extend(chao.iter().map(|&j| (captures - j as f64 + 1.0).max(0.0)));
                } else {
                    row.push(mixing.column(captures));
                }
            }
            Family::Mb | Family::Mbh => {
                let first = pattern.trailing_zeros() as usize;
                row.push((lists - 1).saturating_sub(first) as f64);
                row.push(captures - 1.0);
                if self == Family::Mbh {
                    row.push(f64::from(u8::from(first == 0)));
                }
            }
        }
        row
    }
}

/// A family fitted to some cells.
pub(crate) struct ClosedFit {
    pub fit: Fit,
    /// Expected number on no list.
    pub unseen: f64,
    /// Standard error of the total: the unseen part's own Poisson variation included.
    pub se: f64,
    /// Chao columns that stayed.
    chao: Vec<usize>,
    columns: usize,
    /// Whether the maximum exists and is unique.
    pub existence: Existence,
}

/// Fits a family to `y`, the 2^J cells (cell 0 ignored unless `with_unseen`).
pub(crate) fn fit(family: Family, lists: usize, y: &[f64], with_unseen: bool) -> ClosedFit {
    let mut chao = family.chao_columns(lists);
    let start = usize::from(!with_unseen);
    loop {
        let rows: Vec<Vec<f64>> = (start..1 << lists).map(|cell| family.row(cell, lists, &chao)).collect();
        let columns = rows.first().map_or(1, Vec::len);
        let fit = glm::fit(&rows.concat(), columns, &y[start..]);
        // A negative η says "less varied than no variation": it is dropped and the rest fitted again.
        let eta = columns - chao.len();
        if let Some(negative) = (0..chao.len()).find(|&i| fit.beta[eta + i] < 0.0) {
            chao.remove(negative);
            continue;
        }
        let (unseen, se) = unseen_of(family, lists, &fit);
        let occupied = y[start..].iter().map(|&y| y > 0.0);
        let existence = existence::check(&rows.into_iter().zip(occupied).collect::<Vec<_>>(), columns);
        return ClosedFit { fit, unseen, se, chao, columns, existence };
    }
}

/// The expected number on no list and the standard error of the total.
fn unseen_of(family: Family, lists: usize, fit: &Fit) -> (f64, f64) {
    let first = libm::exp(fit.beta[0]);
    if !matches!(family, Family::Mb | Family::Mbh) {
        let mut gradient = vec![0.0; fit.beta.len()];
        gradient[0] = first;
        return (first, libm::sqrt(first + fit.information.quadratic(&gradient)));
    }
    // 1 − p = e^{−a}/(1 + e^b), with a and b the coefficients of occasions left and of recaptures.
    let not_captured = libm::exp(-fit.beta[1]) / (1.0 + libm::exp(fit.beta[2]));
    let behaviour = Behaviour::new(family, lists, &fit.beta);
    let variance = fit.information.quadratic(&behaviour.gradient(true)) - behaviour.total;
    (first * not_captured / (1.0 - not_captured), libm::sqrt(variance.max(0.0)))
}

/// The total under Mb or Mbh as a function of the coefficients: those first recorded on the first occasion, then the sum
/// over later ones. The variance is that of the Poisson total less the total (Rivest and Baillargeon 2007).
struct Behaviour {
    total: f64,
    /// Those first recorded on the first occasion.
    at_first: f64,
    /// Of one of those, how many on a later occasion or none.
    later: f64,
    /// d ln(later) for occasions passed by.
    passed: f64,
    /// d ln(later) for recaptures.
    again: f64,
    /// d ln(at_first) for recaptures.
    recaptures: f64,
    lists: f64,
    with_first: bool,
}

impl Behaviour {
    fn new(family: Family, lists: usize, beta: &[f64]) -> Self {
        let with_first = family == Family::Mbh;
        let left = lists as f64 - 1.0;
        let own = if with_first { beta[3] } else { 0.0 };
        let (step, c) = (libm::exp(-beta[1]), libm::exp(beta[2]));
        let rest = 1.0 + c - step;
        let at_first = libm::exp(beta[0] + left * beta[1] + own) * libm::pow(1.0 + c, left);
        let later = libm::exp(-own) * step / rest;
        Self {
            total: at_first * (1.0 + later),
            at_first,
            later,
            passed: 1.0 + step / rest,
            again: -c / rest,
            recaptures: left * c / (1.0 + c),
            lists: left,
            with_first,
        }
    }

    /// ∂ total/∂β. Rcapture's, for Mbh, does not carry the recaptures of those recorded later.
    fn gradient(&self, whole: bool) -> Vec<f64> {
        let Self { later, passed, again, recaptures, lists, .. } = *self;
        let carried = if whole { 1.0 + later } else { 1.0 };
        let mut out =
            vec![1.0 + later, lists * (1.0 + later) - later * passed, recaptures * carried + later * again];
        if self.with_first {
            out.push(1.0);
        }
        out.iter_mut().for_each(|d| *d *= self.at_first);
        out
    }
}

impl ClosedFit {
    /// First-order bias of the unseen, by Cordeiro and McCullagh's expansion.
    pub(crate) fn bias(&self, family: Family, lists: usize) -> Option<f64> {
        if matches!(family, Family::Mb | Family::Mbh) {
            return None;
        }
        let rows: Vec<Vec<f64>> =
            (1..1_usize << lists).map(|cell| family.row(cell, lists, &self.chao)).collect();
        let mut psi = vec![0.0; self.columns];
        for (row, mu) in rows.iter().zip(&self.fit.fitted) {
            let xi = -0.5 * self.fit.information.quadratic(row);
            psi.iter_mut().zip(row).for_each(|(p, x)| *p -= 2.0 * x * mu * xi);
        }
        psi[0] -= 1.0;
        self.fit.information.solve(&mut psi);
        Some(-0.5 * self.unseen * psi[0])
    }
}

/// One family as a row of the outcome.
pub(crate) fn row(family: Family, counts: &Counts, level: f64) -> ModelRow {
    describe(family, &fit(family, counts.lists(), &counts.dense(), false), counts, level)
}

/// All families as rows, and the names of those whose first-order bias passes a tenth of the total.
pub(crate) fn rows(counts: &Counts, level: f64) -> (Vec<ModelRow>, Vec<String>) {
    let y = counts.dense();
    let (mut rows, mut biased) = (Vec::new(), Vec::new());
    for family in Family::all() {
        let closed = fit(family, counts.lists(), &y, false);
        let row = describe(family, &closed, counts, level);
        let as_rcapture =
            (family == Family::Mbh && row.n_hat.is_some()).then(|| as_rcapture(&closed, &row, counts, level));
        let bias = closed.bias(family, counts.lists()).filter(|_| row.code == 0);
        if bias.zip(row.n_hat).is_some_and(|(bias, estimate)| bias.abs() > 0.1 * estimate) {
            biased.push(row.name.clone());
        }
        rows.push(row);
        rows.extend(as_rcapture);
    }
    (rows, biased)
}

/// Mbh with the standard error that Rcapture prints, for comparison: see [`Behaviour::gradient`].
fn as_rcapture(closed: &ClosedFit, row: &ModelRow, counts: &Counts, level: f64) -> ModelRow {
    let behaviour = Behaviour::new(Family::Mbh, counts.lists(), &closed.fit.beta);
    let variance = closed.fit.information.quadratic(&behaviour.gradient(false)) - behaviour.total;
    let (observed, se) = (counts.observed() as f64, libm::sqrt(variance.max(0.0)));
    let mut out = ModelRow { name: AS_RCAPTURE.into(), ..row.clone() };
    out.formula = "Mbh with Rcapture's standard error, whose derivative lacks a factor".into();
    out.se = Some(se);
    let interval = row.n_hat.and_then(|total| log_interval(observed, total, se, level));
    (out.lower, out.upper) = (interval.as_ref().map(|i| i.lower), interval.as_ref().map(|i| i.upper));
    out
}

fn describe(family: Family, closed: &ClosedFit, counts: &Counts, level: f64) -> ModelRow {
    let observed = counts.observed() as f64;
    let mut row = ModelRow::named(family.name());
    row.formula = family.formula();
    row.deviance = Some(closed.fit.deviance);
    row.aic = Some(closed.fit.aic());
    row.bic = Some(closed.fit.bic(observed));
    row.code = closed.existence.code();
    if row.code == 0 {
        let (estimate, se) = (observed + closed.unseen, closed.se);
        row.n_hat = Some(estimate);
        row.se = Some(se);
        if let Some(interval) = log_interval(observed, estimate, se, level) {
            (row.lower, row.upper) = (Some(interval.lower), Some(interval.upper));
        }
        // Mb's algebra can end in a capture probability below zero: the edge of the model, no maximum.
        if closed.unseen <= 0.0 {
            row.code = 1;
        }
    }
    row
}

/// The bias-corrected forms of Rivest and Baillargeon (2007, Biometrics 63), for sparse tables.
pub(crate) fn bias_corrected(counts: &Counts, level: f64) -> Vec<ModelRow> {
    let lists = counts.lists();
    let (observed, j) = (counts.observed() as f64, lists as f64);
    // A fraction of a person added to each history of one and of two lists takes out the first-order bias.
    let mut y = counts.dense();
    for (cell, y) in y.iter_mut().enumerate() {
        *y += match cell.count_ones() {
            1 => (j - 2.0) / (2.0 * j),
            2 => 2.0 / (j * (j - 1.0)),
            _ => 0.0,
        };
    }
    let regression = |family: Family, name: &str| {
        let closed = fit(family, lists, &y, false);
        finish(name, family.formula(), observed, closed.unseen, closed.se, level)
    };
    let (f1, f2) = (counts.on_exactly(1) as f64, counts.on_exactly(2) as f64);
    let k = (j - 1.0) / (2.0 * j);
    let ratio = f1 * (f1 - 1.0) / (f2 + 1.0);
    // The unbiased variance of the ratio under Poisson counts.
    let spread = ratio * ratio - ratio * (f1 - 2.0) * (f1 - 3.0) / (f2 + 2.0);
    let chao_se = libm::sqrt((k * ratio + k * k * spread).max(0.0));
    let chao = Family::Mh(Mixing::Chao);
    vec![
        regression(Family::Mt, "Mt bias-corrected"),
        finish("Mh Chao bias-corrected", chao.formula(), observed, k * ratio, chao_se, level),
        regression(Family::Mth(Mixing::Chao), "Mth Chao bias-corrected"),
    ]
}

fn finish(name: &str, formula: String, observed: f64, unseen: f64, se: f64, level: f64) -> ModelRow {
    let mut row = ModelRow { formula, ..ModelRow::named(name) };
    row.n_hat = Some(observed + unseen);
    row.se = Some(se);
    if let Some(interval) = log_interval(observed, observed + unseen, se, level) {
        (row.lower, row.upper) = (Some(interval.lower), Some(interval.upper));
    }
    row
}

/// The multinomial profile interval of one family.
pub(crate) fn profile_row(family: Family, counts: &Counts, level: f64) -> Option<ModelRow> {
    let lists = counts.lists();
    let observed = counts.observed() as f64;
    let mut y = counts.dense();
    let free = fit(family, lists, &y, false);
    let start = observed + free.unseen;
    if free.existence.code() != 0 || start <= observed || matches!(family, Family::Mb | Family::Mbh) {
        return None;
    }
    let profile = crate::profile::profile(observed, start, normal_quantile(0.5 + 0.5 * level), |unseen| {
        y[0] = unseen;
        fit(family, lists, &y, true).fit.deviance
    });
    let mut row = ModelRow::named(format!("{} profile", family.name()));
    row.formula = family.formula();
    row.n_hat = Some(profile.peak);
    (row.lower, row.upper) = (Some(profile.lower), profile.upper);
    Some(row)
}
