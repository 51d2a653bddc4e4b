//! Pairs for people to judge in a register, out and back in.

use std::path::PathBuf;

use cairn_model::Verdict;
use cairn_register::Access;
use cairn_work::{Linking, Reviewed, ReviewedPair};
use clap::Args;

use super::review;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, foreign, indented, number};
use crate::{files, open, output};

/// Ask people about the most telling pairs of a register, and take in what they say
///
/// --to writes the pairs, most telling first, with empty cells to fill: same, different or unsure. --from takes a filled
/// file into the log as judgements of the person whom --actor names; the next linkage is bound by them. Where another
/// person says something else, theirs stands and the pair is named, with the agreement of both (Cohen's kappa).
#[derive(Debug, Args)]
pub struct Review {
    /// The register
    dir: PathBuf,
    /// Write the pairs to judge
    #[arg(long, value_name = "REVIEW.csv", required_unless_present = "from", conflicts_with = "from")]
    to: Option<PathBuf>,
    /// What to ask about
    #[arg(long, value_enum, default_value_t, conflicts_with = "from")]
    what: super::WhatArg,
    /// How many pairs to ask
    #[arg(long, value_name = "N", default_value_t = 100)]
    pairs: usize,
    /// Take in a filled file
    #[arg(long, value_name = "REVIEW.csv")]
    from: Option<PathBuf>,
    /// Seed of the pairs drawn at random
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Show what would be judged, write nothing
    #[arg(long, requires = "from")]
    dry_run: bool,
}

impl Review {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        match (&self.to, &self.from) {
            (Some(to), _) => {
                let how = Linking {
                    what: self.what.into(),
                    review: self.pairs,
                    seed: self.seed,
                    preview: true,
                    ..Linking::default()
                };
                let mut session = open::session(&self.dir, global, Access::Read)?;
                let linked = session.link(&how, &mut Line::new(global.quiet))?;
                super::write(to, &review::pairs_to_csv(&linked.review))?;
                let answer = serde_json::json!({ "version": 1, "pairs": linked.review });
                output::print(global.format(), &answer, Some("pairs"), |_| {
                    let words = format!(
                        "{} pairs to judge in {}. Fill the column judgement with same, different or unsure, then: cairn \
                         link review {} --from FILE --actor NAME",
                        linked.review.len(),
                        to.display(),
                        self.dir.display()
                    );
                    indented(&words, 0)
                })?;
            }
            (None, Some(from)) => {
                let mut pairs = Vec::new();
                for judged in review::read(from)? {
                    let id = |name: &str| {
                        name.parse().map_err(|_| {
                            Failure::new(format_args!("{}: '{name}' is no account's id", from.display()))
                        })
                    };
                    let verdict = match judged.said {
                        review::Said::Same => Verdict::Same,
                        review::Said::Different => Verdict::Different,
                        review::Said::Unsure => Verdict::Unsure,
                    };
                    pairs.push(ReviewedPair { a: id(&judged.left)?, b: id(&judged.right)?, verdict });
                }
                let access = if self.dry_run { Access::Read } else { Access::Write };
                let mut session = open::session(&self.dir, global, access)?;
                let reason = format!("review file {}", files::name(from));
                let reviewed = session.take_review(&pairs, &reason, self.dry_run)?;
                output::print(global.format(), &reviewed, Some("held_back"), |r| self.words(r))?;
            }
            (None, None) => return Err(Failure::new("give --to or --from")),
        }
        Ok(Outcome::Done)
    }

    fn words(&self, r: &Reviewed) -> String {
        let n = |x: u64| number(x);
        let judged = format!("{} same, {} different, {} unsure", n(r.same), n(r.different), n(r.unsure));
        let mut out = entry("judged", &judged, 13);
        if r.as_before > 0 {
            out.push_str(&entry("as before", &format!("{} pairs", n(r.as_before)), 13));
        }
        if let Some(a) = &r.agreement {
            let kappa = a.kappa.map_or_else(|| "cannot be computed".to_owned(), |k| format!("{k:.3}"));
            let words = format!(
                "{} of {} pairs judged by others too; Cohen's kappa {kappa}",
                n(a.agreed),
                n(a.judged_by_both)
            );
            out.push_str(&entry("agreement", &words, 13));
        }
        for h in &r.held_back {
            let by = h.by.as_deref().map_or_else(|| "somebody".to_owned(), foreign);
            let words = format!(
                "{} and {}: {} here, {} by {by}, which stands; settle it with cairn judge",
                h.a,
                h.b,
                h.said.code(),
                h.stands.code()
            );
            out.push_str(&entry("held back", &words, 13));
        }
        match r.batch {
            Some(batch) => {
                out + &format!("Batch {batch}. Take this back: cairn undo {} {batch}\n", self.dir.display())
            }
            None if self.dry_run => out + "A dry run: nothing was written.\n",
            None => out + "Nothing was written.\n",
        }
    }
}
