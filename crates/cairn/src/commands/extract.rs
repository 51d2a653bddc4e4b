use std::path::PathBuf;

use cairn_extract::{Claim, Request};
use cairn_read::Content;
use clap::Args;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::speaker;
use crate::cli::{Format, Global};
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign, range};
use crate::{files, output};

/// Read claims in files, without a register
///
/// Prints every figure that a text gives: who says how many of what, where, when, with which qualifier, and the exact
/// words. Offsets count Unicode scalar values of the text as read. Works offline.
#[derive(Debug, Args)]
pub struct Extract {
    /// Texts to read, - for standard input
    #[arg(value_name = "FILE", required_unless_present = "passages")]
    files: Vec<PathBuf>,
    /// The day the texts bear
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// Language code, such as ar; detected when absent
    #[arg(long, value_name = "xx")]
    lang: Option<String>,
    /// Add the rules that fired to every claim
    #[arg(long)]
    explain: bool,
    /// Read {"passages":[{"id","text","document_date","lang"}]} and answer [{"id","claims":[…]}]
    #[arg(long, value_name = "FILE.json", conflicts_with = "files")]
    passages: Option<PathBuf>,
}

#[derive(Serialize)]
struct InFile<'a> {
    file: &'a str,
    #[serde(flatten)]
    claim: Claim,
}

#[derive(Deserialize)]
struct Passages {
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    text: String,
    #[serde(default)]
    document_date: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct Read {
    id: String,
    claims: Vec<Claim>,
}

impl Extract {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        match &self.passages {
            Some(path) => self.passages(path)?,
            None => self.files(global)?,
        }
        Ok(Outcome::Done)
    }

    fn claims(&self, text: &str, published: Option<Date>, lang: Option<&str>) -> Vec<Claim> {
        let request = Request { text, published, lang };
        if self.explain {
            cairn_extract::extract_explained(&request)
        } else {
            cairn_extract::extract(&request)
        }
    }

    fn files(&self, global: &Global) -> Result<()> {
        let published = self.published.as_deref().map(date).transpose()?;
        let mut found: Vec<(String, Vec<Claim>)> = Vec::new();
        for path in &self.files {
            let name = if path.as_os_str() == "-" { "-".to_owned() } else { path.display().to_string() };
            let bytes = files::read(path)?;
            match cairn_read::read(&bytes, &name).map_err(Failure::new)? {
                Content::Text(text) => {
                    let lang = self.lang.as_deref().or(text.lang.as_deref());
                    found.push((name, self.claims(&text.text, published, lang)));
                }
                Content::Table(_) => {
                    return Err(Failure::new(format_args!(
                        "{name}: this is a table, not a text: use 'cairn import' on a register"
                    )));
                }
            }
        }
        if global.format() == Format::Table {
            return output::write(&found.iter().map(words).collect::<String>());
        }
        let mut items: Vec<Value> = Vec::new();
        for (file, claims) in &found {
            for claim in claims {
                let item = InFile { file, claim: claim.clone() };
                items.push(serde_json::to_value(item).map_err(Failure::new)?);
            }
        }
        if global.format() == Format::Csv {
            return output::write(&output::csv(&items));
        }
        output::write(&format!("{}\n", serde_json::to_string_pretty(&items).map_err(Failure::new)?))
    }

    fn passages(&self, path: &std::path::Path) -> Result<()> {
        let text = files::read_text(path)?;
        let bad = |e| Failure::new(format_args!("{}: {e}", path.display()));
        let input: Passages = serde_json::from_str(&text).map_err(bad)?;
        let mut out = Vec::new();
        for p in input.passages {
            let published = p.document_date.as_deref().map(date).transpose()?;
            let lang = p.lang.as_deref().or(self.lang.as_deref());
            out.push(Read { claims: self.claims(&p.text, published, lang), id: p.id });
        }
        output::write(&format!("{}\n", serde_json::to_string_pretty(&out).map_err(Failure::new)?))
    }
}

fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Failure::new(cairn_work::Error::Date(text.to_owned())))
}

/// A claim in one line: `killed: 1,400 or more people; Harvenna; in the past six days`.
pub fn describe(c: &Claim) -> String {
    let code = |v: Value| v.as_str().unwrap_or_default().to_owned();
    let metric = code(serde_json::to_value(c.metric).unwrap_or_default());
    let unit = c.unit.as_deref().map(foreign);
    let number = match (c.low, c.high, &unit) {
        _ if c.by_rule => format!("{}, number only in words", unit.as_deref().unwrap_or("count")),
        (None, None, Some(unit)) => format!("{unit}, number not stated"),
        (low, high, Some(unit)) => format!("{} {unit}", range(low, high)),
        (low, high, None) => range(low, high),
    };
    let mut out = format!("{metric}: {number}");
    let mut add = |label: &str, words: &Option<String>| {
        if let Some(words) = words {
            out.push_str(&format!("{label}{}", foreign(words)));
        }
    };
    add(", of them ", &c.group);
    add("; of ", &c.party_affected);
    add("; place ", &c.place);
    add("; ", &c.period);
    add("; done by ", &c.responsible);
    if c.negated {
        out.push_str("; denied");
    }
    if c.hypothetical {
        out.push_str("; not said to have happened");
    }
    out
}

fn words((file, claims): &(String, Vec<Claim>)) -> String {
    if claims.is_empty() {
        return format!("{file}: no claim found\n");
    }
    let one = |c: &Claim| {
        let at = format!("{}-{}", c.start, c.end);
        let said = format!("said by {}", speaker(c.source.as_deref(), file));
        let reasons: String =
            c.reasons.iter().map(|r| entry("", &format!("{}: {}", r.rule, foreign(&r.words)), 13)).collect();
        let quote = format!("“{}”", foreign(&c.quote));
        format!(
            "{}{}{}{reasons}\n",
            entry(&at, &describe(c), 13),
            entry("", &said, 13),
            entry("", &quote, 13)
        )
    };
    claims.iter().map(one).collect()
}
