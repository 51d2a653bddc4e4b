use std::io::{BufRead, Write};
use std::path::PathBuf;

use cairn_import::gazetteer::Gazetteer;
use cairn_import::parse::{Order, parse_age, parse_date, parse_place, parse_quantity};
use cairn_read::Content;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::files;

/// Read single strings as imports do
///
/// One raw string a line on standard input, one JSON object a line on standard output, nothing remembered between
/// lines. What cannot be known is null.
#[derive(Debug, Args)]
pub struct Parse {
    /// What the strings are
    #[arg(value_enum)]
    kind: Kind,
    /// The order of day, month and year in numeric dates
    #[arg(long, value_enum, default_value_t = DateOrder::Dmy)]
    order: DateOrder,
    /// Language code of the strings; every language is tried when absent
    #[arg(long, value_name = "xx")]
    lang: Option<String>,
    /// For places: tables of place names and codes
    #[arg(long, value_name = "FILE", required_if_eq("kind", "place"))]
    gazetteer: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Dates: earliest and latest day, and how precise
    Date,
    /// Ages in completed years
    Age,
    /// Numbers with their qualifier
    Quantity,
    /// Places against a gazetteer
    Place,
    /// Names of persons: parts and a skeleton that survives scripts
    Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DateOrder {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
    /// Year, month, day
    Ymd,
}

impl Parse {
    /// Runs the command.
    pub fn run(&self, _: &Global) -> Result {
        let order = match self.order {
            DateOrder::Dmy => Order::Dmy,
            DateOrder::Mdy => Order::Mdy,
            DateOrder::Ymd => Order::Ymd,
        };
        let gazetteer = self.gazetteer()?;
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for (i, line) in std::io::stdin().lock().split(b'\n').enumerate() {
            let line = line?;
            let raw = std::str::from_utf8(&line).map_err(|e| {
                Failure::new(format_args!("line {}: not UTF-8 at byte {}", i + 1, e.valid_up_to()))
            })?;
            let raw = raw.strip_suffix('\r').unwrap_or(raw);
            let answer = match self.kind {
                Kind::Date => {
                    let d = parse_date(raw, order);
                    json!({ "raw": raw, "earliest": d.earliest, "latest": d.latest, "precision": d.precision.code() })
                }
                Kind::Age => {
                    let a = parse_age(raw);
                    json!({ "raw": raw, "years_low": a.low, "years_high": a.high })
                }
                Kind::Quantity => {
                    let q = parse_quantity(raw);
                    json!({ "raw": raw, "low": q.low, "high": q.high, "qualifier": q.qualifier.map(|q| q.code()) })
                }
                Kind::Place => place(raw, &gazetteer),
                Kind::Name => name(raw)?,
            };
            match writeln!(out, "{answer}") {
                Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => return Ok(Outcome::Done),
                written => written?,
            }
        }
        out.flush()?;
        Ok(Outcome::Done)
    }

    fn gazetteer(&self) -> Result<Gazetteer> {
        let mut gazetteer = Gazetteer::default();
        for path in &self.gazetteer {
            let name = path.display().to_string();
            let bytes = files::read(path)?;
            match cairn_read::read(&bytes, &name).map_err(Failure::new)? {
                Content::Table(table) => {
                    gazetteer.add(&table).map_err(Failure::new)?;
                }
                Content::Text(_) => {
                    return Err(Failure::new(format_args!("{name}: this is no table of places")));
                }
            }
        }
        Ok(gazetteer)
    }
}

fn place(raw: &str, gazetteer: &Gazetteer) -> Value {
    let found = parse_place(raw, gazetteer);
    let candidates: Vec<Value> = found
        .iter()
        .map(|c| json!({ "name": c.place.name, "pcode": c.place.code, "precision": c.place.level.code() }))
        .collect();
    json!({ "raw": raw, "candidates": candidates })
}

fn name(raw: &str) -> Result<Value> {
    let parsed = serde_json::to_value(cairn_names::parse_name(raw)).map_err(Failure::new)?;
    let part = |p: &Value| json!({ "kind": p["kind"], "text": p["text"] });
    let parts: Vec<Value> = parsed["parts"].as_array().into_iter().flatten().map(part).collect();
    Ok(json!({ "raw": raw, "script": parsed["script"], "parts": parts, "skeleton": parsed["skeleton"] }))
}
