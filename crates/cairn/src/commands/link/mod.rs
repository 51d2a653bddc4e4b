mod asked;
mod evaluate;
mod explain;
mod register;
mod review;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use cairn_link::{
    Columns, Fitted, Link, Linkage, Name, Options, RecordNames, RecordRef, Role, Settings, Table, infer,
    lines, link_and_keep,
};
use cairn_work::Progress;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::{Line, stop_flag};
use crate::text::{indented, number};
use crate::{files, output};

/// Find who stands on several lists: in files, or among the persons or incidents of a register
///
/// In a register, what is found becomes judgements in its log, in one batch that undo takes back: pairs from
/// --threshold on are the same, those from --unsure on widen the range of figures. A later linkage compares only pairs
/// with somebody new. Judgements of people bind and are never overridden.
///
/// Works with no configuration on any table with the usual columns, in any script and across scripts. Prints the links
/// and the estimated number of people with an interval; --out and --clusters write files. A record is named by its id
/// column (id, rec_id, or --id), as FILE:id where ids clash, else FILE#row.
///
/// --review writes the pairs that a person should look at; filled in, --judged feeds them back. --model takes columns,
/// blocking and weights from link.toml or from a model that Splink saved; --save-model writes what was learned.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Run {
    /// Measuring.
    #[command(subcommand)]
    measure: Option<Measure>,
    /// A register, or lists: CSV or TSV, also gzipped
    #[arg(required = true, value_name = "REGISTER|FILE")]
    files: Vec<PathBuf>,
    /// Only links between different lists: each list has a person once
    #[arg(long)]
    across_only: bool,
    /// The column that names a record
    #[arg(long, value_name = "NAME")]
    id: Option<String>,
    /// Accept links from this probability on [default: chosen from estimated precision and recall, and printed; in a
    /// register 0.95]
    #[arg(long, value_name = "P", value_parser = probability)]
    threshold: Option<f64>,
    /// Write left,right,probability
    #[arg(long, value_name = "PAIRS.csv")]
    out: Option<PathBuf>,
    /// Also pairs below the threshold that were scored
    #[arg(long)]
    all_pairs: bool,
    /// Write record,cluster: every record once
    #[arg(long, value_name = "CLUSTERS.csv")]
    clusters: Option<PathBuf>,
    /// Seed of everything random
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Show the evidence of each pair, field by field, in bits
    #[arg(long)]
    explain: bool,
    /// Write the pairs that a person should judge, most telling first, with empty cells to fill
    #[arg(long, value_name = "REVIEW.csv")]
    review: Option<PathBuf>,
    /// How many pairs to ask
    #[arg(long, value_name = "N", default_value_t = 100)]
    review_pairs: usize,
    /// A filled review file: same and different bind
    #[arg(long, value_name = "REVIEW.csv")]
    judged: Vec<PathBuf>,
    /// Columns, blocking and weights: link.toml, or a model that Splink saved as JSON
    #[arg(long, value_name = "link.toml")]
    model: Option<PathBuf>,
    /// Write the model that was learned
    #[arg(long, value_name = "link.toml")]
    save_model: Option<PathBuf>,
    /// What to link: persons, or incidents as several sources tell them (each source is a list)
    #[arg(long, value_enum, default_value_t, help_heading = "In a register")]
    what: WhatArg,
    /// Hold pairs from this probability on to be unsure [default: 0.5]
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "In a register")]
    unsure: Option<f64>,
    /// Compare everybody with everybody, also those whom an earlier linkage compared
    #[arg(long, help_heading = "In a register")]
    anew: bool,
    /// Show what would be judged, write nothing
    #[arg(long, help_heading = "In a register")]
    dry_run: bool,
}

/// What is linked in a register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum WhatArg {
    /// Accounts of persons
    #[default]
    Persons,
    /// Accounts of incidents
    Incidents,
}

impl From<WhatArg> for cairn_work::What {
    fn from(what: WhatArg) -> Self {
        match what {
            WhatArg::Persons => Self::Persons,
            WhatArg::Incidents => Self::Incidents,
        }
    }
}

/// How good links are.
#[derive(Debug, Subcommand)]
enum Measure {
    Explain(explain::Explain),
    Review(asked::Review),
    Evaluate(evaluate::Evaluate),
    Agree(evaluate::Agree),
}

fn probability(text: &str) -> std::result::Result<f64, String> {
    match text.parse() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

impl Run {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        match &self.measure {
            Some(Measure::Explain(e)) => return e.run(global),
            Some(Measure::Review(r)) => return r.run(global),
            Some(Measure::Evaluate(e)) => return e.run(global),
            Some(Measure::Agree(a)) => return a.run(global),
            None => {}
        }
        if let Some(dir) = self.files.iter().find(|f| register::is_register(f)) {
            return self.run_in_register(dir, global);
        }
        if self.unsure.is_some() || self.anew || self.dry_run || self.what != WhatArg::default() {
            return Err(Failure::new(
                "--what, --unsure, --anew and --dry-run go with a register, not with lists in files",
            ));
        }
        let mut tables = Vec::new();
        for path in &self.files {
            tables.push(read(path)?);
        }
        let mut roles: Vec<Columns> = tables.iter().map(infer).collect();
        if let Some(id) = &self.id {
            for (table, roles) in tables.iter().zip(&mut roles) {
                let column = table.columns.iter().position(|c| c.name == *id).ok_or_else(|| {
                    Failure::new(format_args!("{}: there is no column '{id}' for --id", table.name))
                })?;
                roles.roles.iter_mut().filter(|r| **r == Role::Id).for_each(|r| *r = Role::Ignore);
                roles.roles[column] = Role::Id;
            }
        }
        let mut options = Options {
            across_only: self.across_only,
            threshold: self.threshold,
            all_pairs: self.all_pairs,
            roles: Some(roles.clone()),
            ..Options::default()
        };
        options.review = if self.review.is_some() { self.review_pairs } else { 0 };
        let mut left_out = Vec::new();
        if let Some(path) = &self.model {
            let wrong = |e| Failure::new(format_args!("{}: {e}", path.display()));
            let read = Settings::read(&files::read_text(path)?).map_err(wrong)?;
            read.settings.apply(&tables, &mut options).map_err(wrong)?;
            left_out = read.left_out;
        }
        options.seed = self.seed.unwrap_or(options.seed);
        let roles = options.roles.clone().unwrap_or(roles);
        let names = RecordNames::new(&tables, &roles);
        self.judgements(&tables, &names, &mut options)?;
        let line = Mutex::new(Line::new(global.quiet));
        let progress = heard(&line);
        let (found, fitted) =
            link_and_keep(&tables, &options, &progress, stop_flag()).map_err(Failure::new)?;
        drop(progress);
        drop(line);
        if let Some(path) = &self.review {
            write(path, &review::to_csv(&found.review, &tables, &roles, &names))?;
        }
        if let Some(path) = &self.save_model {
            let model = Settings::of_run(&found.diagnostics, &options, found.thresholds.accept);
            write(path, &model.to_toml().map_err(Failure::new)?)?;
        }
        if let Some(path) = &self.out {
            write_pairs(path, &found, &names)?;
        }
        if let Some(path) = &self.clusters {
            write_clusters(path, &found, &names)?;
        }
        let answer = self.answer(&found, &fitted, &names, &left_out)?;
        output::print(global.format(), &answer, Some("pairs"), |_| {
            let mut out = words(&found, &tables);
            left_out.iter().for_each(|w| out.push_str(&indented(&format!("[model] {w}"), 0)));
            if let Some(path) = &self.review {
                let said = format!("{} pairs to judge: {}", found.review.len(), path.display());
                out.push_str(&indented(&said, 0));
            }
            if self.explain {
                // The weakest accepted links: what a person would want to see first.
                for l in found.pairs.iter().rev().take(EXPLAINED) {
                    let title = format!("\n{} and {}\n", names.name(l.left), names.name(l.right));
                    out.push_str(&title);
                    out.push_str(
                        &fitted.explain(l.left, l.right).map_or_else(|e| e.to_string(), |w| w.to_text()),
                    );
                    if let Some(lent) = l.lent {
                        out.push_str(&format!(
                            "{:<24}{:>20}{lent:.4}\n",
                            "lent by its cluster", "probability "
                        ));
                    }
                }
            }
            out
        })?;
        Ok(Outcome::Done)
    }

    /// Binds what people judged in filled review files.
    fn judgements(&self, tables: &[Table], names: &RecordNames<'_>, options: &mut Options) -> Result<()> {
        if self.judged.is_empty() {
            return Ok(());
        }
        let known = records(tables, names);
        for path in &self.judged {
            for judged in review::read(path)? {
                let find = |name: &String| {
                    known.get(name).copied().ok_or_else(|| {
                        Failure::new(format_args!(
                            "{}: no record is named '{name}' in these lists",
                            path.display()
                        ))
                    })
                };
                let pair = (find(&judged.left)?, find(&judged.right)?);
                match judged.said {
                    review::Said::Same => options.same.push(pair),
                    review::Said::Different => options.different.push(pair),
                    review::Said::Unsure => {}
                }
            }
        }
        Ok(())
    }

    fn answer(
        &self,
        found: &Linkage,
        fitted: &Fitted,
        names: &RecordNames<'_>,
        left_out: &[String],
    ) -> Result<Value> {
        let (t, p) = (&found.thresholds, &found.people);
        // Files hold the pairs when files were asked for.
        let pair = |l: &Link| -> Result<Value> {
            let mut pair = json!({
                "left": names.name(l.left), "right": names.name(l.right), "probability": l.probability
            });
            if let Some(lent) = l.lent {
                pair["lent_by_cluster"] = lent.into();
            }
            if self.explain {
                let why = fitted.explain(l.left, l.right).map_err(Failure::new)?;
                pair["why"] = serde_json::to_value(why).map_err(Failure::new)?;
            }
            Ok(pair)
        };
        let pairs: Option<Vec<Value>> =
            self.out.is_none().then(|| found.pairs.iter().map(pair).collect()).transpose()?;
        let passes: Vec<Value> = found
            .diagnostics
            .passes
            .iter()
            .map(|p| json!({ "columns": p.columns, "pairs": p.pairs }))
            .collect();
        Ok(json!({
            "version": 1,
            "pairs": pairs,
            "links": found.pairs.len(),
            "thresholds": { "accept": t.accept, "review": t.review, "precision": t.precision, "recall": t.recall,
                "to_review": t.to_review },
            "people": { "clusters": p.clusters, "estimate": p.estimate, "lower": p.lower, "upper": p.upper },
            "candidate_pairs": found.diagnostics.pairs,
            "estimated_pairs": found.diagnostics.estimated_pairs,
            "passes": passes,
            "duplicate_rate": found.diagnostics.duplicate_rate.iter()
                .map(|(list, rate)| json!({ "list": list, "rate": rate })).collect::<Vec<_>>(),
            "suppressed": found.diagnostics.suppressed,
            "quality": found.diagnostics.quality,
            "model_left_out": left_out,
            "warnings": found.warnings.iter().map(|w| json!({ "code": w.code, "words": w.words })).collect::<Vec<_>>(),
        }))
    }
}

/// Every record by its name.
fn records(tables: &[Table], names: &RecordNames<'_>) -> BTreeMap<String, RecordRef> {
    let rows = tables.iter().enumerate().flat_map(|(t, table)| {
        (0..table.rows()).map(move |row| RecordRef { table: t as u16, row: row as u32 })
    });
    rows.map(|r| (names.name(r), r)).collect()
}

/// The engine's steps on the line of progress.
fn heard(line: &Mutex<Line>) -> impl Fn(cairn_link::Step) + Sync + '_ {
    |s| {
        if let Ok(mut line) = line.lock() {
            line.at(s.name, s.done, Some(s.total).filter(|t| *t > 0));
        }
    }
}

/// Waterfalls printed on a terminal.
const EXPLAINED: usize = 20;

fn read(path: &Path) -> Result<Table> {
    files::table(path, "a list", |source| {
        let headers: Vec<&str> = source.header().iter().map(String::as_str).collect();
        let mut table = Table::new(source.file(), &headers);
        let mut rows = source.rows();
        // Rows keep their numbers in the answer, so a bad one stops the work.
        table.read(|cells| match rows.next() {
            None => Ok(false),
            Some(Ok(row)) => {
                cells.push_row(row.cells());
                Ok(true)
            }
            Some(Err(bad)) => Err(files::bad_row(source, &bad)),
        })?;
        Ok(table)
    })
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))
}

/// Writes a header and a line about each of `items`, which begins with the names of two records.
fn write_lines<T: Sync>(
    path: &Path,
    header: &str,
    (names, items): (&RecordNames<'_>, &[T]),
    records: impl Fn(&T) -> [RecordRef; 2] + Sync,
    rest: impl Fn(&T, &mut String) + Sync,
) -> Result<()> {
    let wrong = |e| Failure::new(format_args!("{}: {e}", path.display()));
    let mut file = std::fs::File::create(path).map_err(wrong)?;
    file.write_all(header.as_bytes()).map_err(wrong)?;
    let cell = |name: Name<'_>, out: &mut String| {
        let start = out.len();
        name.write(out);
        output::as_cell(out, start);
    };
    let line = |item: &T, [left, right]: [Name<'_>; 2], out: &mut String| {
        cell(left, out);
        out.push(',');
        cell(right, out);
        rest(item, out);
        out.push('\n');
    };
    lines(names, items, records, line, |text| file.write_all(text.as_bytes())).map_err(wrong)
}

fn write_pairs(path: &Path, found: &Linkage, names: &RecordNames<'_>) -> Result<()> {
    let probability = |l: &Link, out: &mut String| {
        let _ = out.write_fmt(format_args!(",{:.6}", l.probability));
    };
    let records = |l: &Link| [l.left, l.right];
    write_lines(path, "left,right,probability\n", (names, &found.pairs), records, probability)
}

fn write_clusters(path: &Path, found: &Linkage, names: &RecordNames<'_>) -> Result<()> {
    let nothing = |_: &_, _: &mut String| ();
    write_lines(path, "record,cluster\n", (names, &found.clusters), |c| [c.0, c.1], nothing)
}

fn words(found: &Linkage, tables: &[Table]) -> String {
    let rows: usize = tables.iter().map(Table::rows).sum();
    let (t, p) = (&found.thresholds, &found.people);
    let whole = |x: f64| number(x.round() as i64);
    let mut out = format!(
        "{} records, {} links, about {} people ({} to {})\n",
        number(rows as i64),
        number(found.pairs.len() as i64),
        whole(p.estimate),
        whole(p.lower),
        whole(p.upper)
    );
    out.push_str(&indented(
        &format!(
            "Links are accepted from {:.3} on: estimated precision {:.3}, recall {:.3}. Pairs from {:.3} to \
             there need a person's eyes: {}. Pairs compared: {}.",
            t.accept,
            t.precision,
            t.recall,
            t.review,
            number(t.to_review as i64),
            number(found.diagnostics.pairs as i64)
        ),
        0,
    ));
    found.warnings.iter().for_each(|w| out.push_str(&indented(&format!("[{}] {}", w.code, w.words), 0)));
    out
}
