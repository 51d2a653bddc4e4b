use std::path::PathBuf;
use std::sync::Mutex;

use cairn_link::{Columns, Linkage, Options, RecordNames, Role, Table, infer, link};
use cairn_read::Content;
use cairn_work::Progress;
use clap::Args;
use serde_json::{Value, json};

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::{Line, stop_flag};
use crate::text::{indented, number};
use crate::{files, output};

/// Find the rows of lists that speak of the same person
///
/// Works with no configuration on any table with the usual columns, in any script and across scripts. Prints the links
/// and the estimated number of people with an interval; --out and --clusters write files. A record is named by its id
/// column (id, rec_id, or --id), as FILE:id where ids clash, else FILE#row.
#[derive(Debug, Args)]
pub struct Run {
    /// Lists: CSV or TSV, also gzipped
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only links between different files
    #[arg(long)]
    across_only: bool,
    /// The column that names a record
    #[arg(long, value_name = "NAME")]
    id: Option<String>,
    /// Accept links from this probability on [default: chosen from estimated precision and recall, and printed]
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
        options.seed = self.seed.unwrap_or(options.seed);
        let line = Mutex::new(Line::new(global.quiet));
        let progress = |s: cairn_link::Step| {
            if let Ok(mut line) = line.lock() {
                line.at(s.name, s.done, Some(s.total).filter(|t| *t > 0));
            }
        };
        let found = link(&tables, &options, &progress, stop_flag()).map_err(Failure::new)?;
        drop(line);
        let names = RecordNames::new(&tables, &roles);
        if let Some(path) = &self.out {
            write(path, &pairs_csv(&found, &names))?;
        }
        if let Some(path) = &self.clusters {
            write(path, &clusters_csv(&found, &names))?;
        }
        let answer = self.answer(&found, &names);
        output::print(global.format(), &answer, Some("pairs"), |_| words(&found, &tables))?;
        Ok(Outcome::Done)
    }

    fn answer(&self, found: &Linkage, names: &RecordNames<'_>) -> Value {
        let (t, p) = (&found.thresholds, &found.people);
        // Files hold the pairs when files were asked for.
        let pairs: Option<Vec<Value>> = self.out.is_none().then(|| {
            let pair = |l: &cairn_link::Link| {
                json!({ "left": names.name(l.left), "right": names.name(l.right), "probability": l.probability })
            };
            found.pairs.iter().map(pair).collect()
        });
        json!({
            "version": 1,
            "pairs": pairs,
            "links": found.pairs.len(),
            "thresholds": { "accept": t.accept, "review": t.review, "precision": t.precision, "recall": t.recall,
                "to_review": t.to_review },
            "people": { "clusters": p.clusters, "estimate": p.estimate, "lower": p.lower, "upper": p.upper },
            "candidate_pairs": found.diagnostics.pairs,
            "warnings": found.warnings.iter().map(|w| json!({ "code": w.code, "words": w.words })).collect::<Vec<_>>(),
        })
    }
}

fn read(path: &std::path::Path) -> Result<Table> {
    let bytes = files::read(path)?;
    let name = files::name(path);
    let Content::Table(source) = cairn_read::read(&bytes, &name).map_err(Failure::new)? else {
        return Err(Failure::new(format_args!("{name}: this is a text, not a list")));
    };
    let headers: Vec<&str> = source.header().iter().map(String::as_str).collect();
    let mut table = Table::new(&name, &headers);
    let mut rows = source.rows();
    while let Some(row) = rows.next() {
        // Rows keep their numbers in the answer, so a bad one stops the work.
        let record = row.map_err(|bad| Failure::new(format_args!("{name}: row {}: {bad}", bad.row)))?;
        table.push_row(record.cells());
    }
    Ok(table)
}

fn write(path: &std::path::Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))
}

fn pairs_csv(found: &Linkage, names: &RecordNames<'_>) -> String {
    let mut out = String::from("left,right,probability\n");
    for l in &found.pairs {
        let (left, right) = (output::cell(&names.name(l.left)), output::cell(&names.name(l.right)));
        out.push_str(&format!("{left},{right},{:.6}\n", l.probability));
    }
    out
}

fn clusters_csv(found: &Linkage, names: &RecordNames<'_>) -> String {
    let mut out = String::from("record,cluster\n");
    for (record, cluster) in &found.clusters {
        out.push_str(&format!(
            "{},{}\n",
            output::cell(&names.name(*record)),
            output::cell(&names.name(*cluster))
        ));
    }
    out
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
