use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use cairn_estimate::{Columns, Options, Outcome as Estimate, Table, Watch, estimate_watched};
use cairn_work::Progress;
use clap::Args;

use crate::cli::Global;
use crate::drawing::{self, Shape};
use crate::failure::{Failure, Outcome, Result};
use crate::progress::{Line, stop_flag};
use crate::text::{indented, number, table};
use crate::{files, output};

/// Estimate how many were never recorded, from a table of overlapping lists
///
/// The table has a column of 0 and 1 per list and one row per person, or per combination with a count. Where the lists
/// cannot carry an estimate the answer says why and holds no figure (exit code 1). What no list could ever record stays
/// invisible to every method.
#[derive(Debug, Args)]
pub struct Run {
    /// CSV, - for standard input
    table: PathBuf,
    /// The list columns [default: every column of 0 and 1]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    lists: Vec<String>,
    /// Columns that split the table: each part is estimated, then the total
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    strata: Vec<String>,
    /// The column that says how many people a row stands for
    #[arg(long, value_name = "NAME")]
    count: Option<String>,
    /// auto, all, or a method or model by name: chapman, loglinear, sparse, dga, lcmcr, …
    #[arg(long, value_name = "METHOD", default_value = "auto")]
    method: String,
    /// Seed of everything random: the same seed gives the same figures
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Chains of the latent-class model
    #[arg(long, value_name = "N")]
    chains: Option<usize>,
    /// The most sweeps of each chain
    #[arg(long, value_name = "N")]
    iterations: Option<usize>,
    /// Level of the intervals
    #[arg(long, value_name = "P", value_parser = level)]
    level: Option<f64>,
    /// Draw overlap, models, strata, posteriors and traces into this folder: SVG, a table beside each as CSV
    #[arg(long, value_name = "DIR", help_heading = "Drawing")]
    plots: Option<PathBuf>,
    #[command(flatten)]
    shape: Shape,
}

fn level(text: &str) -> std::result::Result<f64, String> {
    match text.parse() {
        Ok(p) if p > 0.0 && p < 1.0 => Ok(p),
        _ => Err("expected a number between 0 and 1, such as 0.95".to_owned()),
    }
}

impl Run {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let columns =
            Columns { lists: self.lists.clone(), strata: self.strata.clone(), count: self.count.clone() };
        let mut options =
            Options { method: self.method.parse().map_err(Failure::new)?, ..Options::default() };
        options.seed = self.seed.unwrap_or(options.seed);
        options.chains = self.chains.unwrap_or(options.chains);
        options.iterations = self.iterations.unwrap_or(options.iterations);
        options.level = self.level.unwrap_or(options.level);
        let bytes = files::read(&self.table)?;
        let name = self.table.display().to_string();
        let table = Table::from_csv(&name, &bytes[..], &columns).map_err(Failure::new)?;
        let line = Mutex::new(Line::new(global.quiet));
        let report = |stage: &str, share: f64| {
            if let Ok(mut line) = line.lock() {
                line.at(stage, (100.0 * share) as u64, Some(100));
            }
        };
        let watch = Watch { progress: Some(&report), cancel: Some(stop_flag()) };
        let outcome = estimate_watched(&table, &options, &watch);
        drop(line);
        if let Some(dir) = &self.plots {
            fs::create_dir_all(dir).map_err(|e| Failure::new(format_args!("{}: {e}", dir.display())))?;
            for (name, chart) in cairn_work::plots::plots(&table, &outcome, &self.shape.lang) {
                drawing::write_to(&chart, &self.shape, &dir.join(format!("{name}.svg")))?;
            }
        }
        output::print(global.format(), &outcome, Some("models"), words)?;
        Ok(if outcome.estimate.is_some() { Outcome::Done } else { Outcome::Findings })
    }
}

fn whole(x: Option<f64>) -> String {
    // Shown to whole people; JSON keeps every digit.
    x.filter(|x| x.is_finite() && x.abs() < 1e15).map_or_else(|| "–".to_owned(), |x| number(x.round() as i64))
}

fn words(o: &Estimate) -> String {
    let mut out = match o.estimate {
        Some(_) => format!(
            "{} on record, about {} in all ({} to {}, {}% interval, {})\n",
            number(o.observed as i64),
            whole(o.estimate),
            whole(o.lower),
            whole(o.upper),
            (100.0 * o.level).round(),
            o.method
        ),
        None => format!("{} on record. No estimate is defensible:\n", number(o.observed as i64)),
    };
    o.refused.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 2)));
    for words in &o.diagnostics.choice {
        out.push_str(&indented(words, 0));
    }
    if !o.strata.is_empty() {
        let row = |s: &cairn_estimate::StratumOutcome| {
            vec![
                s.stratum.join(" / "),
                number(s.observed as i64),
                whole(s.estimate),
                whole(s.lower),
                whole(s.upper),
            ]
        };
        let rows: Vec<Vec<String>> = o.strata.iter().map(row).collect();
        out.push_str(&format!(
            "\n{}",
            table(&["stratum", "on record", "in all", "lower", "upper"], &rows, &[1, 2, 3, 4])
        ));
    }
    if !o.models.is_empty() {
        let row = |m: &cairn_estimate::ModelRow| {
            let code = if m.code == 0 { String::new() } else { format!("code {}", m.code) };
            vec![m.name.clone(), m.formula.clone(), whole(m.n_hat), whole(m.lower), whole(m.upper), code]
        };
        let rows: Vec<Vec<String>> = o.models.iter().take(20).map(row).collect();
        out.push_str(&format!(
            "\n{}",
            table(&["model", "assumes", "in all", "lower", "upper", ""], &rows, &[2, 3, 4])
        ));
        if o.models.len() > rows.len() {
            out.push_str(&format!("and {} more: --format json has them all\n", o.models.len() - rows.len()));
        }
    }
    if !o.warnings.is_empty() {
        out.push('\n');
    }
    o.warnings.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 0)));
    out
}
