//! Replicates with imputed fields, as published: ten of each stratum, by strata of years.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use cairn_estimate::{Counts, Note, Options, Outcome, Over, Table, combine, refuse};

/// An answer as a summary gives it.
fn answered(seen: f64, estimate: f64, lower: f64, upper: f64) -> Outcome {
    let mut counts = Counts::new(2);
    counts.add(1, seen as u64);
    let table = Table::from_counts(vec!["a".into(), "b".into()], counts);
    let mut out = refuse(&table, &Options::default(), Vec::<Note>::new());
    (out.estimate, out.lower, out.upper) = (Some(estimate), Some(lower), Some(upper));
    out
}

/// The first table of the shared data that has a row for each stratum and replicate.
fn summary() -> Option<File> {
    let root = std::env::var_os("CAIRN_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in std::fs::read_dir(root.join("data")).ok()?.flatten() {
        let inside = std::fs::read_dir(folder.path()).into_iter().flatten().flatten();
        files.extend(inside.map(|f| f.path()).filter(|p| p.extension().is_some_and(|e| e == "csv")));
    }
    files.sort();
    files.into_iter().find_map(|path| {
        let mut head = String::new();
        BufReader::new(File::open(&path).ok()?).take(200).read_line(&mut head).ok()?;
        head.starts_with("stratum_name,replicate,").then(|| File::open(&path).ok())?
    })
}

#[test]
fn published_replicates_combine() {
    let Some(file) = summary() else {
        println!("skipped: no summary of replicates is at hand");
        return;
    };
    let mut strata: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
    for row in csv::Reader::from_reader(file).records() {
        let row = row.unwrap();
        let number = |i: usize| row[i].parse::<f64>().unwrap_or(f64::NAN);
        let (middle, lower, upper, seen) = (number(7), number(6), number(8), number(10));
        if [middle, lower, upper, seen].iter().all(|x| x.is_finite()) {
            strata.entry(row[0].to_owned()).or_default().push(answered(seen, middle, lower, upper));
        }
    }
    let (mut n, mut shares) = (0, Vec::new());
    for (name, parts) in strata.iter().filter(|(_, parts)| parts.len() == 10) {
        let total = &combine(
            parts,
            Over::Replicates,
            &Options { method: "lcmcr".parse().unwrap(), ..Options::default() },
        )[0];
        let (low, middle, high) = (total.lower.unwrap(), total.estimate.unwrap(), total.upper.unwrap());
        let middles = || parts.iter().filter_map(|p| p.estimate);
        assert!(low <= middle && middle <= high, "{name}");
        // The middle lies among the replicates', and the interval is no narrower than their mean one.
        assert!(middles().fold(f64::MAX, f64::min) <= middle + 1e-6, "{name}");
        assert!(middle <= middles().fold(0.0, f64::max) + 1e-6, "{name}");
        shares.push(total.variance.unwrap().share_between);
        n += 1;
    }
    shares.sort_by(f64::total_cmp);
    println!(
        "{n} strata of ten replicates; share of the doubt between them: median {:.2}, most {:.2}",
        shares[n / 2],
        shares[n - 1]
    );
    assert!(n > 50, "{n} strata");
}
