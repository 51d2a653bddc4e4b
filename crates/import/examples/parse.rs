//! Reads one string a line and prints what it says: `… --example parse -- date dmy < FILE`.

use cairn_import::parse::{Order, parse_age, parse_date, parse_quantity};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let order = std::env::args().nth(2).and_then(|o| Order::from_code(&o)).unwrap_or_default();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let raw = line?;
        match kind.as_str() {
            "date" => writeln!(out, "{raw}\t{:?}", parse_date(&raw, order))?,
            "age" => writeln!(out, "{raw}\t{:?}", parse_age(&raw))?,
            _ => writeln!(out, "{raw}\t{:?}", parse_quantity(&raw))?,
        }
    }
    Ok(())
}
