//! Compares with the answers of the R packages in CAIRN_SHARED/bench/estimation, when it is there.
//!
//! R printed five to eight digits: a value agrees when it is within 1e-6 relative or half a unit of the
//! last digit printed.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use cairn_estimate::{Columns, ModelRow, Options, Outcome, Table, estimate};

/// One row of reference.csv.
struct Reference {
    dataset: String,
    method: String,
    package: String,
    call: String,
    values: [String; 3],
    note: String,
}

fn bench() -> Option<PathBuf> {
    let root = std::env::var_os("CAIRN_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let folder = root.join("bench/estimation");
    if folder.join("reference.csv").exists() {
        return Some(folder);
    }
    println!("skipped: no {}", folder.display());
    None
}

fn references(folder: &Path) -> Vec<Reference> {
    let mut reader = csv::Reader::from_path(folder.join("reference.csv")).expect("readable bench data");
    reader
        .records()
        .map(|record| {
            let record = record.expect("readable bench data");
            let at = |i: usize| record[i].to_owned();
            Reference {
                dataset: at(0),
                method: at(1),
                package: at(2),
                call: at(4),
                values: [at(5), at(6), at(7)],
                note: at(10),
            }
        })
        .collect()
}

fn table(folder: &Path, dataset: &str) -> Option<Table> {
    let path = folder.join("tables").join(format!("{dataset}.csv"));
    let file = File::open(&path).ok()?;
    Some(Table::from_csv(&path.to_string_lossy(), file, &Columns::default()).expect("readable bench data"))
}

/// Runs each (dataset, method) once.
struct Runs {
    folder: PathBuf,
    done: BTreeMap<(String, String), Option<Outcome>>,
}

impl Runs {
    fn get(&mut self, dataset: &str, method: &str, tune: impl Fn(&mut Options)) -> Option<&Outcome> {
        let folder = &self.folder;
        let run = || {
            let table = table(folder, dataset)?;
            let mut options = Options {
                method: method.parse().expect("readable bench data"),
                keep_models: usize::MAX,
                ..Options::default()
            };
            options.bootstrap = 0;
            options.sensitivity = false;
            tune(&mut options);
            Some(estimate(&table, &options))
        };
        self.done.entry((dataset.to_owned(), method.to_owned())).or_insert_with(run).as_ref()
    }
}

/// Whether ours agrees with a number as R printed it.
fn agrees(ours: Option<f64>, printed: &str) -> bool {
    let (Some(ours), Ok(theirs)) = (ours, printed.parse::<f64>()) else {
        return false;
    };
    let mantissa = printed.split(['e', 'E']).next().unwrap_or("");
    let decimals = mantissa.split('.').nth(1).map_or(0, str::len) as i32;
    let exponent =
        printed.split(['e', 'E']).nth(1).map_or(0, |e| e.parse::<i32>().expect("readable bench data"));
    let unit = libm::pow(10.0, f64::from(exponent - decimals));
    (ours - theirs).abs() <= 1e-6 * theirs.abs() + 0.51 * unit
}

/// `key=value` inside a note.
fn noted<'a>(note: &'a str, key: &str) -> Option<&'a str> {
    let rest = &note[note.find(&format!("{key}="))? + key.len() + 1..];
    rest.split([' ', ';']).next()
}

#[derive(Default)]
struct Score {
    agreed: usize,
    differing: Vec<String>,
}

impl Score {
    fn check(&mut self, what: &str, ours: Option<f64>, printed: &str) {
        if printed.is_empty() {
            return;
        }
        if agrees(ours, printed) {
            self.agreed += 1;
        } else {
            self.differing.push(format!("{what}: ours {ours:?}, theirs {printed}"));
        }
    }
}

fn row(outcome: &Outcome, wanted: impl Fn(&ModelRow) -> bool) -> Option<&ModelRow> {
    outcome.models.iter().find(|m| wanted(m))
}

fn finish(name: &str, score: Score, known: &[&str]) {
    let (known, new): (Vec<&String>, Vec<&String>) =
        score.differing.iter().partition(|d| known.iter().any(|k| d.contains(k)));
    println!("{name}: {} values agree, {} differ for reasons known", score.agreed, known.len());
    assert!(new.is_empty(), "{name}: {} agree; these differ:\n{new:#?}", score.agreed);
    assert!(score.agreed > 0, "{name}: nothing was compared");
}

#[test]
fn closed_population_models() {
    let Some(folder) = bench() else { return };
    let mut runs = Runs { folder: folder.clone(), done: BTreeMap::new() };
    let mut score = Score::default();
    for reference in
        references(&folder).iter().filter(|r| r.package == "Rcapture" && r.call.contains("closedp.t("))
    {
        let Some(outcome) = runs.get(&reference.dataset, "closedp", |_| ()) else { continue };
        // Rcapture's standard error of Mbh lacks a factor; a row of its own shows it beside the right one.
        let error = if reference.method == "Mbh" { "Mbh (error as Rcapture)" } else { &reference.method };
        let Some(model) =
            row(outcome, |m| m.name == error || m.name == reference.method && m.n_hat.is_none())
        else {
            panic!("no row {}", reference.method);
        };
        // R stops wherever its iterations stop when there is no maximum; there is nothing to compare.
        if model.code != 0 && model.n_hat.is_none() {
            assert_eq!(reference.dataset, "artificial_3");
            continue;
        }
        let what = |value: &str| format!("{} {} {value}", reference.dataset, reference.method);
        score.check(&what("N"), model.n_hat, &reference.values[0]);
        score.check(&what("lower"), model.lower, &reference.values[1]);
        score.check(&what("upper"), model.upper, &reference.values[2]);
        for (key, ours) in [("se", model.se), ("dev", model.deviance), ("AIC", model.aic), ("BIC", model.bic)]
        {
            score.check(&what(key), ours, noted(&reference.note, key).unwrap_or(""));
        }
    }
    finish("closedp.t", score, &[]);
}

#[test]
fn closed_population_profiles_and_corrections() {
    let Some(folder) = bench() else { return };
    let mut runs = Runs { folder: folder.clone(), done: BTreeMap::new() };
    let mut score = Score::default();
    for reference in references(&folder).iter().filter(|r| r.package == "Rcapture") {
        let what = |value: &str| format!("{} {} {value}", reference.dataset, reference.method);
        let plain = |s: &str| s.replace("(LB) ", "").replace("  ", " ");
        if reference.call.contains("closedpCI.t") && !reference.method.contains("best-BIC") {
            let Some(outcome) = runs.get(&reference.dataset, "closedp.profile", |_| ()) else { continue };
            let wanted = plain(&reference.method).replace(" profileCI", " profile");
            let Some(model) = row(outcome, |m| plain(&m.name) == wanted) else { continue };
            let coarse = |ours: Option<f64>, theirs: &str| {
                let Ok(theirs) = theirs.parse::<f64>() else { return true };
                ours.is_none_or(|ours| (ours - theirs).abs() <= 0.05_f64.max(1e-4 * theirs))
            };
            for (k, ours) in [model.n_hat, model.lower, model.upper].into_iter().enumerate() {
                if coarse(ours, &reference.values[k]) {
                    score.agreed += 1;
                } else {
                    score.differing.push(format!("{}: {ours:?} {}", what("profile"), reference.values[k]));
                }
            }
        }
        if reference.call.contains("closedp.bc") {
            let Some(outcome) = runs.get(&reference.dataset, "closedp.bc", |_| ()) else { continue };
            let Some(model) = row(outcome, |m| plain(&m.name) == plain(&reference.method)) else {
                panic!("no row {}", reference.method);
            };
            score.check(&what("N"), model.n_hat, &reference.values[0]);
            score.check(&what("lower"), model.lower, &reference.values[1]);
            score.check(&what("upper"), model.upper, &reference.values[2]);
            score.check(&what("se"), model.se, noted(&reference.note, "se").unwrap_or(""));
        }
    }
    // R solves for this one to a tolerance of its own, 1.02e-6 away.
    finish("profiles and corrections", score, &["ned Mt  bias-corrected upper"]);
}

#[test]
fn log_linear_models() {
    let Some(folder) = bench() else { return };
    let mut runs = Runs { folder: folder.clone(), done: BTreeMap::new() };
    let mut score = Score::default();
    for reference in &references(&folder) {
        let rcapture = reference.method.starts_with("loglinear BIC#");
        if !rcapture && !reference.method.starts_with("BIC best hierarchical") {
            continue;
        }
        let orders = reference.call.split("maxorder=").nth(1).and_then(|o| o[..1].parse::<usize>().ok());
        let key = if rcapture { orders } else { None };
        let method = "loglinear";
        let name = format!("{}@{key:?}", reference.dataset);
        let dataset = reference.dataset.clone();
        let found = runs.done.entry((name, method.to_owned())).or_insert_with(|| {
            let table = table(&folder, &dataset)?;
            let options = Options {
                method: method.parse().expect("readable bench data"),
                keep_models: usize::MAX,
                max_order: key.or(Some(table.lists().len() - 1)),
                ..Options::default()
            };
            Some(estimate(&table, &options))
        });
        let Some(outcome) = found else { continue };
        let formula = &reference.method[reference.method.find('[').expect("readable bench data")..];
        let Some(model) = row(outcome, |m| m.formula == formula) else {
            score.differing.push(format!("{} {formula}: no such model", reference.dataset));
            continue;
        };
        let what = |value: &str| format!("{} {formula} {value}", reference.dataset);
        // Rcapture does not look whether a maximum exists; where it does not, ours has no value.
        if model.code != 0 && rcapture {
            score.agreed += 1;
            continue;
        }
        score.check(&what("N"), model.n_hat, &reference.values[0]);
        if rcapture {
            score.check(&what("lower"), model.lower, &reference.values[1]);
            score.check(&what("upper"), model.upper, &reference.values[2]);
        }
        for (key, ours) in [("se", model.se), ("dev", model.deviance), ("AIC", model.aic), ("BIC", model.bic)]
        {
            score.check(&what(key), ours, noted(&reference.note, key).unwrap_or(""));
        }
    }
    // Nobody is on lists 1 and 5: ours leaves the cells out, R lets the parameter run, 1.5e-6 away.
    finish("log-linear", score, &["sim_wide_growing_independent_5 [15,2,3,4] upper"]);
}

#[test]
fn sparse_models() {
    let Some(folder) = bench() else { return };
    let mut runs = Runs { folder: folder.clone(), done: BTreeMap::new() };
    let mut score = Score::default();
    for reference in references(&folder).iter().filter(|r| r.package == "SparseMSE") {
        if !["SparseMSE main", "SparseMSE stepwise"].contains(&reference.method.as_str()) {
            continue;
        }
        let Some(outcome) = runs.get(&reference.dataset, "sparse", |_| ()) else { continue };
        let model = row(outcome, |m| m.name == reference.method).expect("readable bench data");
        let what = |value: &str| format!("{} {} {value}", reference.dataset, reference.method);
        score.check(&what("N"), model.n_hat, &reference.values[0]);
        score.check(&what("lower"), model.lower, &reference.values[1]);
        score.check(&what("upper"), model.upper, &reference.values[2]);
        let theirs =
            reference.note.trim_start_matches("interactions:").trim().trim_end_matches("; -Inf:").trim();
        if model.formula.trim() == theirs {
            score.agreed += 1;
        } else {
            score.differing.push(format!("{}: \"{}\" not \"{theirs}\"", what("model"), model.formula));
        }
    }
    finish("SparseMSE", score, &[]);
}

#[test]
fn closed_forms() {
    let Some(folder) = bench() else { return };
    let mut runs = Runs { folder: folder.clone(), done: BTreeMap::new() };
    let mut score = Score::default();
    for reference in &references(&folder) {
        let (method, name) = if reference.method.starts_with("Chapman") {
            ("chapman", reference.method.clone())
        } else if reference.method.starts_with("NHOI") {
            ("nhoi", reference.method.replace(" closed form", ""))
        } else if reference.package == "CARE1" {
            ("care1", reference.method.clone())
        } else {
            continue;
        };
        let Some(outcome) = runs.get(&reference.dataset, method, |_| ()) else { continue };
        let model = row(outcome, |m| m.name == name).unwrap_or_else(|| panic!("no row {name}"));
        let what = |value: &str| format!("{} {name} {value}", reference.dataset);
        score.check(&what("N"), model.n_hat, &reference.values[0]);
        if method != "care1" {
            score.check(&what("lower"), model.lower, &reference.values[1]);
            score.check(&what("upper"), model.upper, &reference.values[2]);
        }
    }
    // The reference's intervals use 1.96 for the normal quantile.
    finish(
        "closed forms",
        score,
        &["Chapman V1xV9 l", "Chapman V2xV9 l", "Chapman V3xV9 l", "Chapman V4xV9 l", "Chapman V5xV9 l"],
    );
}

#[test]
fn decomposable_graphs() {
    let Some(folder) = bench() else { return };
    let mut score = Score::default();
    for reference in references(&folder).iter().filter(|r| r.package == "dga") {
        let number = |after: &str| {
            let text = reference.method.split(after).nth(1)?;
            text.split(' ').next()?.parse::<f64>().ok()
        };
        let complete = !reference.method.contains("no-saturated");
        let (Some(delta), Some(table)) = (number("delta="), table(&folder, &reference.dataset)) else {
            continue;
        };
        // Thinned grids and other priors are compared elsewhere, and five lists take a release build.
        if table.lists().len() > if cfg!(debug_assertions) { 4 } else { 5 }
            || reference.method.contains("prior")
        {
            continue;
        }
        let observed = table.pooled().observed();
        let most = match reference.method.split("Nmax=").nth(1).unwrap_or("") {
            "10n" => 10 * observed,
            "30n" => 30 * observed,
            plain => plain.parse().expect("readable bench data"),
        };
        if reference.call.contains("length.out") || reference.call.contains("by=") {
            continue;
        }
        let mut options = Options {
            method: "dga".parse().expect("readable bench data"),
            sensitivity: false,
            ..Options::default()
        };
        options.dga.delta = Some(delta);
        options.dga.complete_graph = complete;
        options.dga.most_unseen = Some(most);
        let outcome = estimate(&table, &options);
        let model = row(&outcome, |m| m.name == "dga").expect("readable bench data");
        let what = |value: &str| format!("{} {} {value}", reference.dataset, reference.method);
        score.check(&what("median"), model.n_hat, &reference.values[0]);
        score.check(&what("lower"), model.lower, &reference.values[1]);
        score.check(&what("upper"), model.upper, &reference.values[2]);
        let mean = row(&outcome, |m| m.name == "dga mean").and_then(|m| m.n_hat);
        score.check(&what("mean"), mean, noted(&reference.note, "mean").unwrap_or(""));
    }
    finish("dga", score, &[]);
}
