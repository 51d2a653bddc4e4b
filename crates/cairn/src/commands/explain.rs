use std::path::PathBuf;

use cairn_count::Membership;
use cairn_register::Access;
use cairn_work::{BehindRow, Explanation};
use clap::Args;

use super::{count, show, speaker};
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::{indented, number};
use crate::{open, output};

/// Open a figure to the accounts behind it
///
/// Every account is shown with who said it, in which document, and the words or the row themselves.
#[derive(Debug, Args)]
pub struct Explain {
    /// The register
    dir: PathBuf,
    /// What was counted
    metric: String,
    /// The cell, such as sex=f or month=2031-05; nothing after = means not stated
    #[arg(long = "where", value_name = "DIMENSION=VALUE", value_delimiter = ',')]
    cell: Vec<String>,
    /// The register as it was: a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE")]
    at: Option<String>,
    /// The counting rule: literal, floor, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", default_value = "literal")]
    rule: String,
    /// How many accounts to show
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// How many to pass over first
    #[arg(long, default_value_t = 0)]
    skip: usize,
}

impl Explain {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let rule = count::rule(&self.rule)?;
        let session = open::session(&self.dir, global, Access::Read)?;
        let page = (self.skip, self.limit);
        let answer = session.explain(&self.metric, &self.cell, &rule, self.at.as_deref(), page)?;
        output::print(global.format(), &answer, Some("accounts"), |e| self.words(e))?;
        Ok(Outcome::Done)
    }

    fn words(&self, e: &Explanation) -> String {
        let cell: Vec<String> =
            e.by.iter().map(|(d, v)| format!("{d} {}", v.as_deref().unwrap_or("not stated"))).collect();
        let cell = if cell.is_empty() { String::new() } else { format!(" where {}", cell.join(", ")) };
        let n = |n: usize| number(n as i64);
        let mut out = format!(
            "{}{cell}, by rule {} {}, at position {}\n{} accounts inside, {} more overlap, {} withdrawn, {} numbers reported\n\n",
            e.metric,
            e.rule.name,
            e.rule.version,
            e.position,
            n(e.inside),
            n(e.overlaps),
            n(e.withdrawn),
            n(e.reported)
        );
        e.accounts.iter().for_each(|row| out.push_str(&account(row)));
        let total = e.inside + e.overlaps + e.withdrawn + e.reported;
        let next = self.skip + e.accounts.len();
        if next < total {
            out.push_str(&format!("{} more: --skip {next}\n", n(total - next)));
        }
        out
    }
}

fn account(row: &BehindRow) -> String {
    let membership = match row.membership {
        Membership::Inside => "inside",
        Membership::Overlaps => "overlaps",
        Membership::Withdrawn => "withdrawn",
        Membership::Reported => "reported",
    };
    let said = speaker(row.said_by.as_deref(), &row.document);
    let head = format!("{} · {membership} · said by {said}", row.account);
    format!("{}{}\n", indented(&head, 0), show::words(&row.words, &row.document))
}
