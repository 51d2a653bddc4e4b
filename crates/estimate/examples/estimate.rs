//! Estimates from a CSV file by hand: `estimate FILE.csv [--method M] [--lists a,b] [--strata s]
//! [--count NAME] [--seed N] [--chains N] [--iterations N] [--level P] [--listing-prior A,B] [--cap TIMES]
//! [--json]`.

use std::error::Error;
use std::fs::File;

use cairn_estimate::{Columns, Options, Table, Watch, estimate_watched};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut json) = (None, false);
    let mut columns = Columns::default();
    let mut options = Options::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let names = |text: String| text.split(',').map(str::to_owned).collect();
        match argument.as_str() {
            "--method" => options.method = value()?.parse()?,
            "--lists" => columns.lists = names(value()?),
            "--strata" => columns.strata = names(value()?),
            "--count" => columns.count = Some(value()?),
            "--seed" => options.seed = value()?.parse()?,
            "--chains" => options.chains = value()?.parse()?,
            "--iterations" => options.iterations = value()?.parse()?,
            "--threads" => options.threads = value()?.parse()?,
            "--level" => options.level = value()?.parse()?,
            "--listing-prior" => {
                let text = value()?;
                let (a, b) = text.split_once(',').ok_or("--listing-prior takes A,B")?;
                options.lcmcr.listing_prior = (a.parse()?, b.parse()?);
            }
            "--cap" => options.lcmcr.cap = Some(value()?.parse()?),
            "--json" => json = true,
            path => file = Some(path.to_owned()),
        }
    }
    let file = file.ok_or("name a CSV file")?;
    let table = Table::from_csv(&file, File::open(&file)?, &columns)?;
    let report = |stage: &str, share: f64| eprintln!("{stage} {:.0}%", 100.0 * share);
    let watch = Watch { progress: json.then_some(&report), cancel: None };
    let outcome = estimate_watched(&table, &options, &watch);
    if json {
        println!("{}", serde_json::to_string_pretty(&outcome)?);
        return Ok(());
    }
    let number = |x: Option<f64>| x.map_or("-".to_owned(), |x| format!("{x:.2}"));
    for row in &outcome.models {
        println!(
            "{:28} {:>14} {:>12} {:>12} {:>12} code {}  {}",
            row.name,
            number(row.n_hat),
            number(row.se),
            number(row.lower),
            number(row.upper),
            row.code,
            row.formula
        );
    }
    for s in &outcome.strata {
        let refused: Vec<&str> = s.refused.iter().map(|r| r.code.as_str()).collect();
        println!(
            "{:20} seen {} total {} ({} to {}) {}",
            s.stratum.join("/"),
            s.observed,
            number(s.estimate),
            number(s.lower),
            number(s.upper),
            refused.join(" ")
        );
    }
    println!(
        "\n{}: seen {}, in all {} ({} to {})",
        outcome.method,
        outcome.observed,
        number(outcome.estimate),
        number(outcome.lower),
        number(outcome.upper)
    );
    outcome.diagnostics.choice.iter().for_each(|words| println!("  {words}"));
    outcome.warnings.iter().for_each(|note| println!("  [{}] {}", note.code, note.words));
    outcome.refused.iter().for_each(|note| println!("  REFUSED [{}] {}", note.code, note.words));
    Ok(())
}
