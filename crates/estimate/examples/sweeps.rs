//! Microseconds per sweep of one latent-class chain: `sweeps FILE.csv CLASSES SWEEPS`.

use std::error::Error;
use std::fs::File;
use std::time::Instant;

use cairn_estimate::{Columns, Table, sweeps_for_bench};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, classes, sweeps] = arguments.as_slice() else {
        return Err("name a CSV file, the classes and the sweeps".into());
    };
    let (classes, sweeps) = (classes.parse()?, sweeps.parse::<usize>()?);
    let counts = Table::from_csv(file, File::open(file)?, &Columns::default())?.pooled();
    let start = Instant::now();
    let last = sweeps_for_bench(&counts, classes, sweeps, 1);
    let each = start.elapsed().as_secs_f64() * 1e6 / sweeps as f64;
    println!("{file}: {each:.2} microseconds per sweep, {} histories, last unseen {last}", counts.distinct());
    Ok(())
}
