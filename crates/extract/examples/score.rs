//! Reads a passages file, prints the claims of each passage: the shape that the scorer reads.
//!
//! `cargo run --release -p cairn-extract --example score -- PASSAGES.json`

use std::io::Write as _;

use cairn_extract::{Claim, Request, extract, extract_explained};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Passages {
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    text: String,
    #[serde(default)]
    document_date: Option<jiff::civil::Date>,
    #[serde(default)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: String,
    claims: Vec<Claim>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("usage: score PASSAGES.json [--explain]")?;
    let read = if args.any(|a| a == "--explain") { extract_explained } else { extract };
    let file: Passages = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let answers: Vec<Answer> = file
        .passages
        .into_iter()
        .map(|p| {
            let request = Request { text: &p.text, published: p.document_date, lang: p.lang.as_deref() };
            Answer { claims: read(&request), id: p.id }
        })
        .collect();
    writeln!(std::io::stdout().lock(), "{}", serde_json::to_string(&answers)?)?;
    Ok(())
}
