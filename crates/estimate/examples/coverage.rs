//! How often the 95% intervals of latent classes hold the truth on tables simulated from the model:
//! `coverage TABLES [ITERATIONS] [CLASSES]`. Slow; not a test.
//!
//! The truth is drawn from the model's own prior on classes and rates (with N fixed), so that a sound
//! sampler must cover at its nominal level, up to N being fixed and not drawn from 1/N.

use std::error::Error;

use cairn_estimate::{Counts, Options, Table, estimate};

/// SplitMix64: this example needs draws of its own, apart from the crate's.
struct Draws(u64);

impl Draws {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize, otherwise: usize| arguments.get(i).map_or(Ok(otherwise), |a| a.parse());
    let (tables, iterations, classes) = (number(0, 200)?, number(1, 200_000)?, number(2, 10)?);
    let (lists, people) = (5, 2000);
    let (mut held, mut below, mut above, mut answered) = (0, 0, 0, 0);
    for index in 0..tables {
        let mut draws = Draws(index as u64 * 7919 + 1);
        // Stick-breaking weights at α = 0.5 and rates kept below one half, as lists of harm mostly are.
        let mut left = 1.0;
        let mut weights = Vec::new();
        for class in 0..classes {
            let v = if class + 1 == classes { 1.0 } else { 1.0 - libm::pow(draws.uniform(), 1.0 / 0.5) };
            weights.push(left * v);
            left *= 1.0 - v;
        }
        let rates: Vec<Vec<f64>> =
            (0..classes).map(|_| (0..lists).map(|_| draws.uniform()).collect()).collect();
        let mut counts = Counts::new(lists);
        for _ in 0..people {
            let (mut u, mut class) = (draws.uniform(), 0);
            while class + 1 < classes && u >= weights[class] {
                u -= weights[class];
                class += 1;
            }
            let history =
                (0..lists).filter(|&j| draws.uniform() < rates[class][j]).fold(0, |h, j| h | 1 << j);
            counts.add(history, 1);
        }
        let names = (0..lists).map(|j| format!("L{j}")).collect();
        let table = Table::from_counts(names, counts);
        let mut options =
            Options { method: "lcmcr".parse()?, iterations, seed: index as u64, ..Options::default() };
        options.lcmcr.classes = Some(classes);
        options.lcmcr.target_ess = 1000.0;
        let outcome = estimate(&table, &options);
        let row = outcome.models.iter().find(|m| m.name == "LCMCR").ok_or("no row")?;
        let (Some(lower), Some(upper)) = (row.lower, row.upper) else { continue };
        let truth = people as f64;
        let inside = lower <= truth && truth <= upper;
        held += usize::from(inside);
        below += usize::from(upper < truth);
        above += usize::from(lower > truth);
        answered += usize::from(outcome.estimate.is_some());
        println!(
            "{index}: seen {} {lower:.0} to {upper:.0} {}",
            outcome.observed,
            if inside { "" } else { "MISSED" }
        );
    }
    println!("{held} of {tables} hold the truth; {below} too low, {above} too high; {answered} not refused");
    Ok(())
}
