//! One answer from several tables of the same people: linkages drawn in place of one, or replicates with imputed
//! fields.
//!
//! Rubin's rules, as `verdata` applies them: on the logarithm of the unseen, the estimates are averaged, the variance
//! is what each table doubts (within) and what they doubt among each other (between), and the interval takes Student's
//! t with the degrees of freedom that both leave. The doubt within a table is read off its own interval, each side by
//! itself, so that a range over methods stays a range and one table gives its own interval back.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::options::{Group, Options};
use crate::outcome::{Note, Outcome};
use crate::special::{normal_quantile, student_quantile};

/// Fewer unseen people than this are taken for this many, as `verdata` does: zero has no logarithm.
const FEWEST: f64 = 0.1;
/// From so many tables on, the doubt among them is itself known well enough.
const ENOUGH: usize = 10;
/// The share of tables that must have an answer: leaving out the hard ones would look like certainty.
const ANSWERED: f64 = 0.9;

/// What the tables are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Over {
    /// Whole linkages, drawn.
    Linkages,
    /// Copies of one table with missing fields filled in.
    Replicates,
}

impl Over {
    fn words(self) -> &'static str {
        match self {
            Over::Linkages => "linkages",
            Over::Replicates => "replicates",
        }
    }
}

/// Several answers combined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Combined {
    /// What was combined.
    pub over: Over,
    /// Values of the strata columns; empty for the total.
    pub stratum: Vec<String>,
    /// How many tables.
    pub parts: usize,
    /// How many of them have an estimate.
    pub answered: usize,
    /// People on at least one list, in the table with the fewest and in the one with the most.
    pub observed: [u64; 2],
    /// The estimated total; none when refused.
    pub estimate: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// Where the doubt comes from; of the logarithm of the unseen.
    pub variance: Option<Variance>,
    /// The estimates themselves, in order.
    pub each: Vec<Each>,
    /// What a reader must know beside the figure.
    pub warnings: Vec<Note>,
    /// Why there is no figure.
    pub refused: Vec<Note>,
}

/// The variance of the logarithm of the unseen, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Variance {
    /// Mean variance inside a table.
    pub within: f64,
    /// Variance between the estimates of the tables.
    pub between: f64,
    /// Share of the whole that lies between the tables: what linkage, or imputation, adds to the doubt.
    pub share_between: f64,
    /// Degrees of freedom of Student's t; none when the tables all agree.
    pub degrees_of_freedom: Option<f64>,
}

/// One table's answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Each {
    /// People on at least one list.
    pub observed: u64,
    /// Its estimate.
    pub estimate: Option<f64>,
    /// Lower end of its interval.
    pub lower: Option<f64>,
    /// Upper end of its interval.
    pub upper: Option<f64>,
}

/// The parts of an [`Outcome`] that matter here: the total's, or a stratum's.
struct Part<'a> {
    each: Each,
    warnings: &'a [Note],
    refused: &'a [Note],
}

impl Part<'_> {
    fn whole(o: &Outcome) -> Part<'_> {
        let each = Each { observed: o.observed, estimate: o.estimate, lower: o.lower, upper: o.upper };
        Part { each, warnings: &o.warnings, refused: &o.refused }
    }

    fn stratum<'o>(o: &'o Outcome, stratum: &[String]) -> Part<'o> {
        match o.strata.iter().find(|s| s.stratum == stratum) {
            Some(s) => Part {
                each: Each { observed: s.observed, estimate: s.estimate, lower: s.lower, upper: s.upper },
                warnings: &s.warnings,
                refused: &s.refused,
            },
            None => Part {
                each: Each { observed: 0, estimate: None, lower: None, upper: None },
                warnings: &[],
                refused: &[],
            },
        }
    }
}

/// Combines the answers to several tables of the same people: the total first, then each stratum.
pub fn combine(parts: &[Outcome], over: Over, options: &Options) -> Vec<Combined> {
    let mut strata: Vec<&Vec<String>> = parts.iter().flat_map(|o| &o.strata).map(|s| &s.stratum).collect();
    strata.sort();
    strata.dedup();
    let mut out = vec![one(Vec::new(), parts.iter().map(Part::whole).collect(), over, options)];
    for stratum in strata {
        let of = parts.iter().map(|o| Part::stratum(o, stratum)).collect();
        out.push(one(stratum.clone(), of, over, options));
    }
    out
}

fn one(stratum: Vec<String>, parts: Vec<Part>, over: Over, options: &Options) -> Combined {
    let what = over.words();
    let full = |e: &Each| Some((e.observed as f64, e.estimate?, e.lower?, e.upper?));
    let answers: Vec<Numbers> = parts.iter().filter_map(|p| full(&p.each)).collect();
    let sizes = || parts.iter().map(|p| p.each.observed);
    let mut out = Combined {
        over,
        stratum,
        parts: parts.len(),
        answered: answers.len(),
        observed: [sizes().min().unwrap_or(0), sizes().max().unwrap_or(0)],
        estimate: None,
        lower: None,
        upper: None,
        variance: None,
        each: parts.iter().map(|p| p.each).collect(),
        warnings: tally(parts.iter().map(|p| p.warnings), parts.len(), what),
        refused: Vec::new(),
    };
    let reasons = tally(parts.iter().map(|p| p.refused), parts.len(), what);
    if (answers.len() as f64) < ANSWERED * parts.len() as f64 || answers.is_empty() {
        let words = format!(
            "Only {} of {} {what} carry an estimate; the others would be left out for being hard.",
            answers.len(),
            parts.len()
        );
        out.refused.push(Note::new("parts_refused", words));
        out.refused.extend(reasons);
        return out;
    }
    out.warnings.extend(reasons);
    if parts.len() == 1 {
        let words = format!("One of the {what} alone says nothing about how much they differ.");
        out.refused.push(Note::new("one_part", words));
        return out;
    }
    if parts.len() < ENOUGH {
        let words = format!(
            "{} {what} are few: how much they differ is itself uncertain. Ten or more are better.",
            parts.len()
        );
        out.warnings.push(Note::new("few_parts", words));
    }
    let (variance, [lower, estimate, upper]) = rubin(&answers, options.level);
    out.variance = Some(variance);
    if upper > 10.0 * lower && matches!(options.method.group, Group::Auto | Group::All) {
        let words = format!(
            "Taken together the {what} reach from {lower:.0} to {upper:.0}: they do not say how many people there are."
        );
        out.refused.push(Note::new("uninformative", words));
        return out;
    }
    (out.estimate, out.lower, out.upper) = (Some(estimate), Some(lower), Some(upper));
    out
}

/// Seen, estimate, lower, upper.
type Numbers = (f64, f64, f64, f64);

/// Rubin (1987), on the logarithm of the people beyond the smallest number seen in any table.
fn rubin(answers: &[Numbers], level: f64) -> (Variance, [f64; 3]) {
    let m = answers.len() as f64;
    let seen = answers.iter().map(|a| a.0).fold(f64::INFINITY, f64::min);
    let log = |x: f64| libm::log((x - seen).max(FEWEST));
    let normal = normal_quantile(0.5 + 0.5 * level);
    let mean = |f: &dyn Fn(&Numbers) -> f64| answers.iter().map(f).sum::<f64>() / m;
    let square = |x: f64| x * x;
    let middle = mean(&|a| log(a.1));
    let below = mean(&|a| square((log(a.1) - log(a.2)) / normal));
    let above = mean(&|a| square((log(a.3) - log(a.1)) / normal));
    let within = mean(&|a| square(0.5 * (log(a.3) - log(a.2)) / normal));
    let spread = answers.iter().map(|a| square(log(a.1) - middle)).sum::<f64>() / (m - 1.0).max(1.0);
    let between = (1.0 + 1.0 / m) * spread;
    // What is no more than rounding is no difference.
    let differ = between > 1e-12 * (within + 1e-12);
    let freedom = differ.then(|| (m - 1.0) * square(1.0 + within / between));
    let t = freedom.map_or(normal, |df| student_quantile(0.5 + 0.5 * level, df));
    let at = |side: f64, sign: f64| {
        let z = middle + sign * t * libm::sqrt(side + if differ { between } else { 0.0 });
        seen + libm::exp(z)
    };
    let share_between = if differ { between / (within + between) } else { 0.0 };
    let variance = Variance { within, between: spread, share_between, degrees_of_freedom: freedom };
    (variance, [at(below, -1.0), seen + libm::exp(middle), at(above, 1.0)])
}

/// Every code once, with the words of the first table that has it and in how many it stands.
fn tally<'a>(notes: impl Iterator<Item = &'a [Note]>, parts: usize, what: &str) -> Vec<Note> {
    let mut found: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for notes in notes {
        let mut here: Vec<&str> = Vec::new();
        for note in notes {
            if here.contains(&note.code.as_str()) {
                continue;
            }
            here.push(&note.code);
            let entry = found.entry(&note.code).or_insert_with(|| {
                order.push(&note.code);
                (0, note.words.as_str())
            });
            entry.0 += 1;
        }
    }
    let note = |code: &&str| {
        let (n, words) = found.get(code).copied().unwrap_or((0, ""));
        if n == parts {
            return Note::new(code, words);
        }
        Note::new(code, format!("In {n} of {parts} {what}: {words}"))
    };
    order.iter().map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{a} is not {b}");
    }

    #[test]
    fn equal_tables_give_their_own_interval_back() {
        let (variance, [lower, estimate, upper]) = rubin(&[(100.0, 180.0, 130.0, 300.0); 5], 0.95);
        close(lower, 130.0);
        close(estimate, 180.0);
        close(upper, 300.0);
        assert_eq!((variance.share_between, variance.degrees_of_freedom), (0.0, None));
    }

    #[test]
    fn rubins_rules_by_hand() {
        // Three tables with 100 seen; logarithms of the unseen 4, 4.2, 4.4, each known to ±1.959964 · 0.1.
        let q = normal_quantile(0.975);
        let at = |z: f64| 100.0 + libm::exp(z);
        let answers: Vec<_> =
            [4.0, 4.2, 4.4].map(|z| (100.0, at(z), at(z - 0.1 * q), at(z + 0.1 * q))).to_vec();
        let (variance, [lower, estimate, upper]) = rubin(&answers, 0.95);
        close(variance.within, 0.01);
        close(variance.between, 0.04);
        let between = 0.04 * 4.0 / 3.0;
        close(variance.share_between, between / (0.01 + between));
        let df = 2.0 * (1.0 + 0.01 / between) * (1.0 + 0.01 / between);
        close(variance.degrees_of_freedom.unwrap(), df);
        let half = student_quantile(0.975, df) * libm::sqrt(0.01 + between);
        close(estimate, at(4.2));
        close(lower, at(4.2 - half));
        close(upper, at(4.2 + half));
    }

    #[test]
    fn students_t_has_its_quantiles() {
        // Tables of any textbook.
        for (p, df, want) in [
            (0.975, 1.0, 12.7062047),
            (0.975, 2.0, 4.3026527),
            (0.95, 10.0, 1.8124611),
            (0.975, 30.0, 2.0422725),
        ] {
            close(student_quantile(p, df), want);
        }
        close(student_quantile(0.975, 1e9), normal_quantile(0.975));
        let between = student_quantile(0.975, 2.5);
        assert!(3.182 < between && between < 4.303, "{between}");
    }
}
