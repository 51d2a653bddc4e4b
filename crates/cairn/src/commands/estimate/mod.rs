mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use cairn_estimate::{Columns, Options, Outcome as Estimate, Table, Watch, estimate_watched};
use cairn_register::Access;
use cairn_work::{DRAWS, EstimateOptions, Progress, RecordFile, RegisterQuestion};
use clap::Args;

use crate::cli::Global;
use crate::drawing::{self, Shape};
use crate::failure::{Failure, Outcome, Result};
use crate::progress::{Line, stop_flag};
use crate::{files, open, output};

/// The counting rule unless another is named.
const RULE: &str = "literal";

/// Estimate how many were never recorded, from overlapping lists
///
/// TABLE has a column of 0 and 1 per list and one row per person, or per combination with a count. With --link, FILEs
/// are the lists themselves: their records are linked first, and the answer is averaged over linkages drawn in
/// proportion to their evidence, so that its interval holds the doubt who is the same person. With --replicates, FILEs
/// are copies of one table with missing fields filled in; they combine by Rubin's rules.
///
/// With a register and a metric (killed, injured, …), the lists are its imports and the people its subjects, as judged.
/// Lists of undeclared or unequal scope, or made from each other, are refused: see 'cairn scope'. Every run, refused ones
/// too, is an entry of the log; --dry-run writes none.
///
/// Where the lists cannot carry an estimate the answer says why and holds no figure (exit code 1). What no list could
/// ever record stays invisible to every method.
#[derive(Debug, Args)]
pub struct Run {
    /// A table: CSV or a workbook, - for standard input; several files; or a register and a metric
    #[arg(required = true, value_name = "TABLE|FILE|DIR METRIC")]
    inputs: Vec<PathBuf>,
    /// The files are lists of people: link them first
    #[arg(long, conflicts_with_all = ["replicates", "count"])]
    link: bool,
    /// The files are replicates of one table
    #[arg(long)]
    replicates: bool,
    /// Of linked lists: linkages to draw; 0 for the likeliest alone
    #[arg(long, value_name = "N", default_value_t = DRAWS)]
    draws: usize,
    /// Of linked lists: nobody stands twice on one list, so link only across lists
    #[arg(long, requires = "link")]
    across_only: bool,
    /// The list columns, or with --link the lists [default: every column of 0 and 1; every file]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    lists: Vec<String>,
    /// Columns that split the people: each part is estimated, then the total. 'sheet' is the sheet of a workbook
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
    /// Chains of the latent-class model, from 2 on
    #[arg(long, value_name = "N", value_parser = at_least::<2>)]
    chains: Option<usize>,
    /// The most sweeps of each chain, from 1000 on
    #[arg(long, value_name = "N", value_parser = at_least::<1000>)]
    iterations: Option<usize>,
    /// Level of the intervals
    #[arg(long, value_name = "P", value_parser = level)]
    level: Option<f64>,
    /// Of a register: the counting rule: literal, floor, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", default_value = RULE, help_heading = "Of a register")]
    rule: String,
    /// Of a register: as it was, a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE", help_heading = "Of a register")]
    at: Option<String>,
    /// Of a register: write no entry
    #[arg(long, help_heading = "Of a register")]
    dry_run: bool,
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

fn at_least<const LEAST: usize>(text: &str) -> std::result::Result<usize, String> {
    match text.parse() {
        Ok(n) if n >= LEAST => Ok(n),
        _ => Err(format!("expected a whole number from {LEAST} on")),
    }
}

impl Run {
    /// Whether records are linked, and not only a table read.
    pub fn links(&self) -> bool {
        self.link || self.inputs.first().is_some_and(|path| path.is_dir())
    }

    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        self.fits()?;
        let options = self.options()?;
        let line = Mutex::new(Line::new(global.quiet));
        let report = |stage: &str, share: f64| {
            if let Ok(mut line) = line.lock() {
                line.at(stage, (100.0 * share) as u64, Some(100));
            }
        };
        let watch = Watch { progress: Some(&report), cancel: Some(stop_flag()) };
        if let [dir, metric] = &self.inputs[..]
            && dir.is_dir()
        {
            return self.register(dir, &metric.to_string_lossy(), &options, &watch, global);
        }
        if self.link {
            return self.lists(&options, &watch, global);
        }
        let columns =
            Columns { lists: self.lists.clone(), strata: self.strata.clone(), count: self.count.clone() };
        let read =
            |path: &PathBuf| -> Result<Table> { Ok(cairn_work::membership_table(&file(path)?, &columns)?) };
        let tables: Vec<Table> = self.inputs.iter().map(read).collect::<Result<_>>()?;
        if self.replicates {
            let answer = cairn_work::estimate_replicates(&tables, &options, &watch)?;
            self.draw(&tables[0], &answer.outcome)?;
            output::print(global.format(), &answer, Some("combined"), words::replicates)?;
            return Ok(done(&answer.outcome));
        }
        let [table] = &tables[..] else {
            return Err(Failure::new(
                "several files: say --link when they are lists of people, or --replicates when they are one table \
                 with missing fields filled in",
            ));
        };
        let outcome = estimate_watched(table, &options, &watch);
        self.draw(table, &outcome)?;
        output::print(global.format(), &outcome, Some("models"), words::outcome)?;
        Ok(done(&outcome))
    }

    /// A flag that would change nothing here was meant for something else.
    fn fits(&self) -> Result<()> {
        let on_register = matches!(&self.inputs[..], [dir, _] if dir.is_dir());
        let flags = if on_register {
            [(self.link, "--link"), (self.replicates, "--replicates"), (self.count.is_some(), "--count")]
        } else {
            [(self.dry_run, "--dry-run"), (self.at.is_some(), "--at"), (self.rule != RULE, "--rule")]
        };
        let what = if on_register {
            "of files, and this is a register"
        } else {
            "of a register: name one and a metric"
        };
        if let Some((_, flag)) = flags.into_iter().find(|(given, _)| *given) {
            return Err(Failure::new(format_args!("{flag} is {what}")));
        }
        if self.draws != DRAWS && !on_register && !self.link {
            return Err(Failure::new(
                "--draws is of linked lists: say --link, or name a register and a metric",
            ));
        }
        Ok(())
    }

    fn options(&self) -> Result<Options> {
        let mut options =
            Options { method: self.method.parse().map_err(Failure::new)?, ..Options::default() };
        options.seed = self.seed.unwrap_or(options.seed);
        options.chains = self.chains.unwrap_or(options.chains);
        options.iterations = self.iterations.unwrap_or(options.iterations);
        options.level = self.level.unwrap_or(options.level);
        Ok(options)
    }

    fn lists(&self, options: &Options, watch: &Watch, global: &Global) -> Result {
        let inputs: Vec<RecordFile> = self.inputs.iter().map(|p| file(p)).collect::<Result<_>>()?;
        let answer = cairn_work::estimate_files(&inputs, &self.how(options), watch)?;
        self.draw(&answer.table, &answer.outcome)?;
        output::print(global.format(), &answer, Some("models"), words::lists)?;
        Ok(done(&answer.outcome))
    }

    fn register(
        &self,
        dir: &Path,
        metric: &str,
        options: &Options,
        watch: &Watch,
        global: &Global,
    ) -> Result {
        let question = RegisterQuestion {
            metric: metric.to_owned(),
            rule: super::count::rule(&self.rule)?,
            at: self.at.clone(),
            dry_run: self.dry_run,
        };
        let access = if self.dry_run { Access::Read } else { Access::Write };
        let mut session = open::session(dir, global, access)?;
        let answer = session.estimate(&question, &self.how(options), watch)?;
        self.draw(&answer.answer.table, &answer.answer.outcome)?;
        output::print(global.format(), &answer, Some("models"), words::register)?;
        Ok(done(&answer.answer.outcome))
    }

    fn how(&self, options: &Options) -> EstimateOptions {
        EstimateOptions {
            estimate: options.clone(),
            draws: self.draws,
            lists: self.lists.clone(),
            strata: self.strata.clone(),
            across_only: self.across_only,
            ..EstimateOptions::default()
        }
    }

    fn draw(&self, table: &Table, outcome: &Estimate) -> Result<()> {
        let Some(dir) = &self.plots else { return Ok(()) };
        fs::create_dir_all(dir).map_err(|e| Failure::new(format_args!("{}: {e}", dir.display())))?;
        for (name, chart) in cairn_work::plots::plots(table, outcome, &self.shape.lang) {
            drawing::write_to(&chart, &self.shape, &dir.join(format!("{name}.svg")))?;
        }
        Ok(())
    }
}

fn file(path: &Path) -> Result<RecordFile> {
    Ok(RecordFile { name: files::name(path), bytes: files::read(path)? })
}

fn done(outcome: &Estimate) -> Outcome {
    if outcome.estimate.is_some() { Outcome::Done } else { Outcome::Findings }
}
