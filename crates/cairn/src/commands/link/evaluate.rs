//! Links beside a truth, and two judges beside each other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cairn_link::{Quality, evaluate, kappa};
use clap::Args;
use serde_json::{Value, json};

use super::review;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::{files, output};

/// Score links against a truth: precision, recall and F1, at several thresholds and by group
///
/// PAIRS.csv is what --out writes. The truth has a record and its person in its first two columns; a record without a
/// person is not judged. With --records and --by, the worst group is shown beside the whole.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// left,right,probability
    #[arg(value_name = "PAIRS.csv")]
    pairs: PathBuf,
    /// record,person
    #[arg(long, value_name = "TRUTH.csv")]
    truth: PathBuf,
    /// Lists that the records stand in, for --by and --across-only
    #[arg(long, value_name = "FILE")]
    records: Vec<PathBuf>,
    /// Columns of --records to show figures by
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', requires = "records")]
    by: Vec<String>,
    /// Judge only pairs of different files of --records
    #[arg(long, requires = "records")]
    across_only: bool,
    /// The column that names a record in --records [default: the first]
    #[arg(long, value_name = "NAME")]
    id: Option<String>,
}

/// A pair and its probability.
type Pair = (String, String, f64);

impl Evaluate {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let pairs = read_pairs(&self.pairs)?;
        let mut truth = BTreeMap::new();
        files::table(&self.truth, "a list", |source| {
            files::rows(source, |_, cells| {
                let cell = |at: usize| cells.get(at).map_or("", |c| c.trim()).to_owned();
                truth.insert(cell(0), cell(1));
                Ok(())
            })
        })?;
        let mut sides: BTreeMap<String, u32> = BTreeMap::new();
        let mut groups: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
        for (k, path) in self.records.iter().enumerate() {
            files::table(path, "a list", |source| {
                let find = |name: &String| {
                    source.header().iter().position(|h| h == name).ok_or_else(|| {
                        Failure::new(format_args!("{}: there is no column '{name}'", path.display()))
                    })
                };
                let id = self.id.as_ref().map(find).transpose()?.unwrap_or(0);
                let by: Vec<usize> = self.by.iter().map(find).collect::<Result<_>>()?;
                files::rows(source, |_, cells| {
                    let cell = |at: usize| cells.get(at).map_or("", |c| c.trim()).to_owned();
                    for (c, at) in by.iter().enumerate() {
                        groups.entry((c, cell(*at))).or_default().push(cell(id));
                    }
                    sides.insert(cell(id), k as u32);
                    Ok(())
                })
            })?;
        }
        let side = |r: &str| sides.get(r).copied().unwrap_or(u32::MAX);
        let score = |truth: &BTreeMap<String, String>, from: f64| {
            let kept = pairs.iter().filter(|p| p.2 >= from).map(|p| (p.0.as_str(), p.1.as_str()));
            evaluate(kept, truth, self.across_only.then_some(&side as &dyn Fn(&str) -> u32))
        };
        let whole = score(&truth, 0.0);
        let at: Vec<(f64, Quality)> =
            [0.5, 0.8, 0.9, 0.95, 0.99].into_iter().map(|t| (t, score(&truth, t))).collect();
        let mut by: Vec<(String, String, Quality)> = Vec::new();
        for ((c, value), records) in &groups {
            // The people of the group, with all of their records.
            let people: std::collections::BTreeSet<&String> =
                records.iter().filter_map(|r| truth.get(r)).filter(|p| !p.is_empty()).collect();
            let part: BTreeMap<String, String> = truth
                .iter()
                .filter(|(_, p)| people.contains(p))
                .map(|(r, p)| (r.clone(), p.clone()))
                .collect();
            let mut quality = score(&part, 0.0);
            // A wrong link leads out of the group as often as not: count it by the end that is in it.
            let inside: std::collections::BTreeSet<&String> = records.iter().collect();
            let judged = |p: &&Pair| {
                (inside.contains(&p.0) || inside.contains(&p.1))
                    && [&p.0, &p.1].iter().all(|r| truth.get(*r).is_some_and(|e| !e.is_empty()))
                    && (!self.across_only || side(&p.0) != side(&p.1))
            };
            let (judged, right) = pairs
                .iter()
                .filter(judged)
                .fold((0, 0), |(n, right), p| (n + 1, right + u64::from(truth.get(&p.0) == truth.get(&p.1))));
            quality = Quality::new(judged, right.min(quality.true_pairs), quality.true_pairs);
            if quality.true_pairs >= 20 {
                by.push((self.by[*c].clone(), value.clone(), quality));
            }
        }
        let worst = by.iter().min_by(|a, b| a.2.f1.total_cmp(&b.2.f1));
        let group = |(c, v, q): &(String, String, Quality)| json!({ "column": c, "value": v, "quality": q });
        let answer = json!({
            "version": 1,
            "all": whole,
            "from": at.iter().map(|(t, q)| json!({ "threshold": t, "quality": q })).collect::<Vec<_>>(),
            "groups": by.iter().map(group).collect::<Vec<_>>(),
            "worst_group": worst.map(group),
        });
        output::print(global.format(), &answer, Some("from"), |_| words(&whole, &at, &by))?;
        Ok(Outcome::Done)
    }
}

fn words(whole: &Quality, at: &[(f64, Quality)], by: &[(String, String, Quality)]) -> String {
    let mut out = format!("{:<28}{:>10}{:>10}{:>10}{:>10}\n", "", "links", "precision", "recall", "F1");
    let mut line = |name: &str, q: &Quality| {
        out.push_str(&format!(
            "{name:<28}{:>10}{:>10.4}{:>10.4}{:>10.4}\n",
            q.judged, q.precision, q.recall, q.f1
        ));
    };
    line("all links", whole);
    at.iter().for_each(|(t, q)| line(&format!("from {t}"), q));
    let mut sorted: Vec<_> = by.iter().collect();
    sorted.sort_by(|a, b| a.2.f1.total_cmp(&b.2.f1));
    for (c, v, q) in sorted.iter().take(20) {
        line(&format!("{c} = {}", if v.is_empty() { "(not said)" } else { v }), q);
    }
    out
}

/// Agreement of two people who filled the same review file: Cohen's kappa and where they differ
#[derive(Debug, Args)]
pub struct Agree {
    /// A filled review file
    #[arg(value_name = "A.csv")]
    first: PathBuf,
    /// The same pairs judged by somebody else
    #[arg(value_name = "B.csv")]
    second: PathBuf,
}

impl Agree {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let keyed = |path: &Path| -> Result<BTreeMap<(String, String), review::Said>> {
            let judged = review::read(path)?;
            Ok(judged
                .into_iter()
                .map(|j| ((j.left.clone().min(j.right.clone()), j.left.max(j.right)), j.said))
                .collect())
        };
        let (a, b) = (keyed(&self.first)?, keyed(&self.second)?);
        let both: Vec<_> = a.iter().filter_map(|(k, x)| b.get(k).map(|y| (k, *x, *y))).collect();
        if both.is_empty() {
            return Err(Failure::new("no pair is judged in both files"));
        }
        let said: Vec<_> = both.iter().map(|(_, x, y)| (*x, *y)).collect();
        let agreed = said.iter().filter(|(x, y)| x == y).count();
        let kappa = kappa(&said);
        let name = |s: review::Said| format!("{s:?}").to_lowercase();
        let differ: Vec<Value> = both
            .iter()
            .filter(|(_, x, y)| x != y)
            .map(|((l, r), x, y)| json!({ "left": l, "right": r, "first": name(*x), "second": name(*y) }))
            .collect();
        let answer = json!({
            "version": 1, "judged_by_both": both.len(), "agreed": agreed, "kappa": kappa, "differ": differ,
        });
        output::print(global.format(), &answer, Some("differ"), |_| {
            let kappa = kappa.map_or_else(
                || "cannot be computed: both say one thing throughout".to_owned(),
                |k| format!("{k:.3}"),
            );
            let mut out =
                format!("{} pairs judged by both, {agreed} alike; Cohen's kappa {kappa}\n", both.len());
            for ((l, r), x, y) in both.iter().filter(|(_, x, y)| x != y) {
                out.push_str(&format!("  {l} and {r}: {} and {}\n", name(*x), name(*y)));
            }
            out
        })?;
        Ok(Outcome::Done)
    }
}

fn read_pairs(path: &Path) -> Result<Vec<Pair>> {
    let mut out = Vec::new();
    files::table(path, "a list", |source| {
        files::rows(source, |row, cells| {
            let cell = |at: usize| cells.get(at).map(|c| c.trim());
            let wrong = |cell: &str| {
                Failure::new(format_args!(
                    "{}: row {row}: '{cell}' is no probability: the columns are left, right, probability",
                    path.display()
                ))
            };
            let (Some(left), Some(right)) = (cell(0), cell(1)) else { return Err(wrong("")) };
            let p = cell(2).map_or(Ok(1.0), |p| p.parse().map_err(|_| wrong(p)))?;
            out.push((left.to_owned(), right.to_owned(), p));
            Ok(())
        })
    })?;
    Ok(out)
}
