//! Links CSV files: `link FILE… [--out pairs.csv] [--clusters clusters.csv] [--across-only] [--all-pairs]
//! [--drop FILE_NUMBER:COLUMN]… [--threshold P] [--model link.toml] [--diagnostics]`. A stand-in for `cairn link` in measurements.

use cairn_link::{
    Columns, Link, LinkError, Name, Options, RecordNames, RecordRef, Role, Settings, Table, infer, lines,
    link,
};
use std::error::Error;
use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

fn read(path: &str) -> Result<Table, Box<dyn Error>> {
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_path(path)?;
    let headers: Vec<String> = rows.headers()?.iter().map(str::to_owned).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let name = std::path::Path::new(path).file_name().map_or(path.into(), |n| n.to_string_lossy());
    let mut table = Table::new(&name, &headers);
    let mut row = csv::StringRecord::new();
    table.read(|cells| {
        let more = rows.read_record(&mut row)?;
        if more {
            cells.push_row(&row);
        }
        Ok::<_, csv::Error>(more)
    })?;
    Ok(table)
}

/// Processor seconds so far, as Linux tells them; 0 elsewhere.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit_once(')').map_or("", |s| s.1);
    after.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory so far in MB, as Linux tells it; 0 elsewhere.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (mut files, mut out, mut clusters_out, mut model, mut diagnostics) =
        (Vec::new(), None, None, None, false);
    let mut drop: Vec<(usize, String)> = Vec::new();
    let mut options = Options::default();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--out" => out = Some(value()?),
            "--clusters" => clusters_out = Some(value()?),
            "--across-only" => options.across_only = true,
            "--all-pairs" => options.all_pairs = true,
            "--diagnostics" => diagnostics = true,
            "--threshold" => options.threshold = Some(value()?.parse()?),
            "--budget" => options.budget = Some(value()?.parse()?),
            "--model" => model = Some(value()?),
            "--drop" => {
                let v = value()?;
                let (file, column) = v.split_once(':').ok_or("--drop FILE_NUMBER:COLUMN")?;
                drop.push((file.parse()?, column.to_owned()));
            }
            _ => files.push(arg),
        }
    }
    let start = Instant::now();
    let mut tables = files.iter().map(|f| read(f)).collect::<Result<Vec<_>, _>>()?;
    for (file, column) in drop {
        if let Some(t) = tables.get_mut(file - 1) {
            t.columns.retain(|c| c.name != column);
        }
    }
    eprintln!("read {:.2} s, {:.2} CPU s, {} MB", start.elapsed().as_secs_f64(), cpu(), peak());
    let roles: Vec<Columns> = tables.iter().map(infer).collect();
    options.roles = Some(roles.clone());
    if let Some(path) = model {
        Settings::read(&std::fs::read_to_string(path)?)?.settings.apply(&tables, &mut options)?;
    }
    let last = std::sync::Mutex::new(("", Instant::now()));
    let progress = |s: cairn_link::Step| {
        let mut l = last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if l.0 != s.name {
            eprintln!(
                "  {:<24} after {:.2} s, {:.2} CPU s, {} MB",
                s.name,
                start.elapsed().as_secs_f64(),
                cpu(),
                peak()
            );
            *l = (s.name, Instant::now());
        }
    };
    let found = match link(&tables, &options, &progress, &AtomicBool::new(false)) {
        Err(LinkError::NoRecords) => return Err("nothing to link".into()),
        other => other?,
    };
    eprintln!("linked {:.2} s, {:.2} CPU s, {} MB", start.elapsed().as_secs_f64(), cpu(), peak());
    let names = RecordNames::new(&tables, &roles);
    if let Some(path) = out {
        let mut w = std::io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(w, "left,right,probability")?;
        let line = |l: &Link, [left, right]: [Name<'_>; 2], out: &mut String| {
            left.write(out);
            out.push(',');
            right.write(out);
            let _ = std::fmt::Write::write_fmt(out, format_args!(",{:.6}\n", l.probability));
        };
        lines(&names, &found.pairs, |l| [l.left, l.right], line, |text| w.write_all(text.as_bytes()))?;
    }
    if let Some(path) = clusters_out {
        let mut w = std::io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(w, "record,cluster")?;
        let line = |_: &(RecordRef, RecordRef), [record, cluster]: [Name<'_>; 2], out: &mut String| {
            record.write(out);
            out.push(',');
            cluster.write(out);
            out.push('\n');
        };
        lines(&names, &found.clusters, |c| [c.0, c.1], line, |text| w.write_all(text.as_bytes()))?;
    }
    eprintln!("written {:.2} s, {:.2} CPU s, {} MB", start.elapsed().as_secs_f64(), cpu(), peak());
    for w in &found.warnings {
        eprintln!("warning: {}", w.words);
    }
    println!("{:?}\n{:?}", found.thresholds, found.people);
    let d = &found.diagnostics;
    println!(
        "candidates {} (estimated {:.0}), blocking recall {:.4}, prior {:?}, largest cluster {}, suppressed {}, rounds {}",
        d.pairs, d.estimated_pairs, d.blocking_recall, d.prior, d.largest_cluster, d.suppressed, d.rounds
    );
    if diagnostics {
        for roles in &d.roles {
            println!(
                "{}",
                roles
                    .iter()
                    .filter(|r| r.1 != format!("{:?}", Role::Ignore).to_lowercase())
                    .map(|r| format!("{}={}", r.0, r.1))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        }
        for p in &d.passes {
            println!("{:>12} {}", p.pairs, p.columns.join(" + "));
        }
        for (field, level, same, family, chance) in &d.levels {
            println!("{field:<22}{level:<40}{same:.4} {family:.4} {chance:.2e}");
        }
    }
    Ok(())
}
