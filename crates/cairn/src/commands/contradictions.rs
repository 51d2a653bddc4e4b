use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::{ContradictionsAnswer, Opened, Quoted};
use clap::Args;

use super::count::rule;
use super::series::{Which, said, thing};
use super::speaker;
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{foreign, indented, number};
use crate::{open, output};

/// List what does not fit together in what speakers say
///
/// A running total that falls, parts that exceed their whole, a period that is not the difference of its totals, later
/// additions, a counter that starts again, a flash count beside a verified one, numbers restated or relayed otherwise.
/// Nothing is repaired: each finding names its statements with their words, document and account. Exits with 1 when
/// there are findings.
#[derive(Debug, Args)]
pub struct Contradictions {
    /// The register
    dir: PathBuf,
    /// Only of this metric
    metric: Option<String>,
    #[command(flatten)]
    which: Which,
    /// The register as it was: a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE")]
    at: Option<String>,
    /// The counting rule: literal, floor, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", default_value = "literal")]
    rule: String,
    /// Findings of each sort that are printed as text; json and csv have them all
    #[arg(long, value_name = "N", default_value_t = 5)]
    limit: usize,
}

impl Contradictions {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let rule = rule(&self.rule)?;
        let session = open::session(&self.dir, global, Access::Read)?;
        let options = self.which.options(self.metric.as_deref(), false);
        let answer = session.contradictions(&options, &rule, self.at.as_deref())?;
        output::print(global.format(), &answer, Some("contradictions"), |a| self.words(a))?;
        Ok(if answer.contradictions.is_empty() { Outcome::Done } else { Outcome::Findings })
    }

    fn words(&self, a: &ContradictionsAnswer) -> String {
        let statements = number(a.statements as i64);
        if a.contradictions.is_empty() {
            return format!(
                "Nothing in {statements} statements contradicts another, at position {}.\n",
                a.position
            );
        }
        let found = number(a.contradictions.len() as i64);
        let mut out = format!("{found} findings in {statements} statements, at position {}\n", a.position);
        let mut last = "";
        let mut shown = 0;
        for c in &a.contradictions {
            let code = c.contradiction.code.code();
            if code != last {
                let n = a.counts.get(code).copied().unwrap_or(0);
                out.push_str(&format!("\n{} ({})\n", code.replace('_', " "), number(n as i64)));
                (last, shown) = (code, 0);
            }
            shown += 1;
            if shown <= self.limit {
                out.push_str(&one(c));
            } else if shown == self.limit + 1 {
                let more = a.counts.get(code).copied().unwrap_or(0) - self.limit;
                out.push_str(&format!("  and {} more: --limit shows them\n", number(more as i64)));
            }
        }
        out
    }
}

fn one(c: &Opened) -> String {
    let of = &c.contradiction.of;
    let thing = thing(of);
    let thing = if thing.is_empty() { String::new() } else { format!(" · {thing}") };
    let mut out = indented(&format!("{}{thing} · {}", of.metric, said(of)), 2);
    out.push_str(&indented(&c.contradiction.words, 4));
    c.statements.iter().for_each(|s| out.push_str(&statement(s)));
    out
}

fn statement(s: &Quoted) -> String {
    let quote = s.quote.as_deref().map_or_else(String::new, |q| format!("“{}” ", foreign(q)));
    let from = speaker(s.said_by.as_deref(), &s.document);
    indented(&format!("— {quote}{from}, {}, {} · {}", foreign(&s.document), s.at, s.account), 6)
}
