//! Reads passages as JSON from standard input (`{"passages":[{"id","lang","document_date","text"}]}`) and writes the claims
//! found in each, `{"id":[…]}`: what a scorer compares with claims that people wrote.
#![allow(missing_docs)]

use std::collections::BTreeMap;
use std::error::Error;
use std::io;

use cairn_extract::{Request, extract};

fn main() -> Result<(), Box<dyn Error>> {
    let gold: serde_json::Value = serde_json::from_reader(io::stdin())?;
    let mut out = BTreeMap::new();
    for passage in gold["passages"].as_array().ok_or("no \"passages\"")? {
        let word = |key: &str| passage[key].as_str();
        let published = word("document_date").map(str::parse).transpose()?;
        let text = word("text").ok_or("a passage without \"text\"")?;
        let claims = extract(&Request { text, published, lang: word("lang") });
        out.insert(word("id").ok_or("a passage without \"id\"")?.to_owned(), claims);
    }
    serde_json::to_writer(io::stdout(), &out)?;
    Ok(())
}
