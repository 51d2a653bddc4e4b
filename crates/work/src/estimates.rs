//! From lists of people to an estimate: link, tabulate, estimate; once as linked, and over linkages drawn in its place.

mod files;
mod members;
mod register;
mod relays;
mod scopes;

use std::sync::atomic::AtomicBool;

use cairn_estimate::{
    Combined, Note, Options, Outcome, Over, Records, Table, Watch, combine, estimate_watched,
};
use serde::Serialize;

use crate::{Error, Result};

pub use files::{RecordFile, estimate_files};
pub use members::membership_table;
pub(crate) use register::beside;
pub use register::{RegisterEstimate, RegisterQuestion, RunNumber};
pub use scopes::{DeclaredList, ScopeOptions};

/// The share of a list's records that may repeat another of it before no estimate is given, and before it is said.
const MOST_REPEATS: [f64; 2] = [0.2, 0.05];
/// Linkages drawn unless asked otherwise. Rubin's rules need ten; more mostly cost time.
pub const DRAWS: usize = 20;
/// Effective draws of the latent-class model in each drawn linkage: its interval enters a mean over all of them.
const ESS_IN_DRAWS: f64 = 1000.0;

/// How lists are estimated from.
#[derive(Debug, Clone)]
pub struct EstimateOptions {
    /// How to estimate.
    pub estimate: Options,
    /// How many linkages to draw; with 0, only the linkage as it stands.
    pub draws: usize,
    /// The lists to use, by name; all when empty.
    pub lists: Vec<String>,
    /// What to split the people by: a column's header, or what a column is (sex, place, …).
    pub strata: Vec<String>,
    /// Accept links from this probability on; chosen when absent.
    pub threshold: Option<f64>,
    /// Nobody stands twice on one list: link across lists only.
    pub across_only: bool,
}

impl Default for EstimateOptions {
    fn default() -> Self {
        Self {
            estimate: Options::default(),
            draws: DRAWS,
            lists: Vec::new(),
            strata: Vec::new(),
            threshold: None,
            across_only: false,
        }
    }
}

/// One list as it was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListUsed {
    /// What it is called.
    pub name: String,
    /// Its records.
    pub records: u64,
    /// Records left out, because they give no name and no number by which anybody could be recognised.
    pub unlinkable: u64,
    /// People, as linked.
    pub people: u64,
}

/// The answer with the linkage as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fixed {
    /// People on at least one list.
    pub observed: u64,
    /// The estimated total; none when refused.
    pub estimate: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
}

/// How the records were linked.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LinkedBy {
    /// `linked`: by the engine; `judged`: by the judgements on record.
    pub how: &'static str,
    /// Links from this probability were accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    /// Estimated precision of the links.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Estimated share of the true links found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// Pairs of one person that no pass is expected to have brought together; each drawn linkage makes up for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missed_by_blocking: Option<f64>,
}

/// An estimate from lists of people. Its figure carries the doubt of the linkage where linkages were drawn; models and
/// diagnostics are those of the linkage as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListsEstimate {
    /// The answer.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The lists.
    pub lists: Vec<ListUsed>,
    /// How they were linked.
    pub linkage: LinkedBy,
    /// The answer with the linkage as it stands, beside `drawn`.
    pub fixed: Fixed,
    /// The answer over drawn linkages: the total, then each stratum; empty when none were drawn.
    pub drawn: Vec<Combined>,
    /// The histories as linked, for charts.
    #[serde(skip)]
    pub table: Table,
}

/// Records with who is one person, as linked and as drawn.
pub(crate) struct LinkedRecords {
    pub records: Records,
    pub fixed: Vec<u32>,
    pub draws: Vec<Vec<u32>>,
    pub lists: Vec<ListUsed>,
    pub by: LinkedBy,
}

/// Estimates from linked records.
pub(crate) fn estimate_linked(
    linked: LinkedRecords,
    options: &Options,
    watch: &Watch,
    notes: Vec<Note>,
) -> Result<ListsEstimate> {
    let LinkedRecords { records, fixed, draws, mut lists, by } = linked;
    let table = records.table(&fixed).map_err(|e| Error::Nothing(e.to_string()))?;
    let pooled = table.pooled();
    lists.iter_mut().enumerate().for_each(|(i, list)| list.people = pooled.size(i));
    let (repeats, mut notes) = (repeats(&lists), notes);
    let mut outcome = match repeats {
        Some((true, note)) => cairn_estimate::refuse(&table, options, vec![note]),
        other => {
            notes.extend(other.map(|r| r.1));
            estimate_watched(&table, options, watch)
        }
    };
    let as_linked = Fixed {
        observed: outcome.observed,
        estimate: outcome.estimate,
        lower: outcome.lower,
        upper: outcome.upper,
    };
    // What the overlaps forbid as linked is refused: linkages drawn around them would not make it an answer.
    let drawn = match outcome.estimate {
        Some(_) if !draws.is_empty() => over_draws(&records, &draws, options, watch)?,
        _ => Vec::new(),
    };
    if let Some(total) = drawn.first() {
        (outcome.estimate, outcome.lower, outcome.upper) = (total.estimate, total.lower, total.upper);
        outcome.refused.extend(total.refused.iter().cloned());
        let known: Vec<String> = outcome.warnings.iter().map(|w| w.code.clone()).collect();
        outcome.warnings.extend(total.warnings.iter().filter(|w| !known.contains(&w.code)).cloned());
        outcome.warnings.extend(apart(&as_linked, total, by.how));
        for stratum in &mut outcome.strata {
            if let Some(of) = drawn[1..].iter().find(|d| d.stratum == stratum.stratum)
                && stratum.estimate.is_some()
            {
                (stratum.estimate, stratum.lower, stratum.upper) = (of.estimate, of.lower, of.upper);
                stratum.refused.extend(of.refused.iter().cloned());
            }
        }
    }
    outcome.warnings.extend(notes);
    Ok(ListsEstimate { outcome, lists, linkage: by, fixed: as_linked, drawn, table })
}

/// Whether so many records of one list were linked to each other that the linkage or the list cannot be right, and what
/// to say.
fn repeats(lists: &[ListUsed]) -> Option<(bool, Note)> {
    let linked = |l: &ListUsed| l.records - l.unlinkable;
    let share = |l: &ListUsed| 1.0 - l.people as f64 / (linked(l).max(1)) as f64;
    let worst = lists.iter().map(share).fold(0.0, f64::max);
    if worst <= MOST_REPEATS[1] {
        return None;
    }
    let each: Vec<String> = lists
        .iter()
        .filter(|l| share(l) > MOST_REPEATS[1])
        .map(|l| format!("{} ({} records, {} people)", l.name, linked(l), l.people))
        .collect();
    let words = format!(
        "Many records were linked to another of their own list: {}. Either these lists repeat people, or different \
         people were taken for one. Look at the links; if nobody stands twice on a list, say --across-only.",
        each.join(", ")
    );
    Some((worst > MOST_REPEATS[0], Note { code: "repeats_in_list".to_owned(), words }))
}

/// What to say where the linkage as it stands would give a figure that linkages drawn in its place rule out.
fn apart(fixed: &Fixed, drawn: &Combined, how: &str) -> Option<Note> {
    let (alone, low, high) = (fixed.estimate?, drawn.lower?, drawn.upper?);
    if (low..=high).contains(&alone) {
        return None;
    }
    let (links, cause) = match (how, alone > high) {
        ("judged", true) => ("the judgements on record", "pairs that nobody has judged the same yet"),
        ("judged", false) => ("the judgements on record", "pairs judged the same that hardly look it"),
        (_, true) => ("the likeliest links", "links that the likeliest ones miss"),
        (_, false) => ("the likeliest links", "links that are likelier wrong than they look"),
    };
    let words = format!(
        "With {links} alone the figure would be {:.0}, outside this interval: {cause} decide more here than the choice \
         of a model. Have the doubtful pairs looked at by people before either is quoted.",
        alone
    );
    Some(Note { code: "linkage_decides".to_owned(), words })
}

fn over_draws(
    records: &Records,
    draws: &[Vec<u32>],
    options: &Options,
    watch: &Watch,
) -> Result<Vec<Combined>> {
    let mut outcomes = Vec::new();
    for (k, draw) in draws.iter().enumerate() {
        if let Some(progress) = watch.progress {
            progress("estimating over drawn linkages", k as f64 / draws.len() as f64);
        }
        let mut own = Options { seed: options.seed.wrapping_add(1 + k as u64), ..options.clone() };
        own.sensitivity = false;
        own.lcmcr.target_ess = own.lcmcr.target_ess.min(ESS_IN_DRAWS.max(own.lcmcr.least_ess));
        let table = records.table(draw).map_err(|e| Error::Nothing(e.to_string()))?;
        let inner = Watch { progress: None, cancel: watch.cancel };
        outcomes.push(estimate_watched(&table, &own, &inner));
    }
    Ok(combine(&outcomes, Over::Linkages, options))
}

/// The answer to replicates of one table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReplicatesEstimate {
    /// The answer; models and diagnostics are those of the first replicate.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Over the replicates: the total, then each stratum.
    pub combined: Vec<Combined>,
}

/// Estimates each replicate of a table and combines them by Rubin's rules.
///
/// # Errors
/// When there are fewer than two, or they have not the same lists.
pub fn estimate_replicates(tables: &[Table], options: &Options, watch: &Watch) -> Result<ReplicatesEstimate> {
    let [first, _, ..] = tables else {
        return Err(Error::Nothing("replicates are two tables or more: name them all".to_owned()));
    };
    for (k, table) in tables.iter().enumerate() {
        if table.lists() != first.lists() || table.strata_columns() != first.strata_columns() {
            return Err(Error::Nothing(format!(
                "replicate {} has other lists or strata than the first ({}): name the lists with --lists",
                k + 1,
                first.lists().join(", ")
            )));
        }
    }
    let mut outcomes = Vec::new();
    for (k, table) in tables.iter().enumerate() {
        if let Some(progress) = watch.progress {
            progress("estimating replicates", k as f64 / tables.len() as f64);
        }
        let mut own = Options { seed: options.seed.wrapping_add(k as u64), ..options.clone() };
        own.sensitivity = k == 0;
        outcomes.push(estimate_watched(table, &own, &Watch { progress: None, cancel: watch.cancel }));
    }
    let combined = combine(&outcomes, Over::Replicates, options);
    let mut outcome = outcomes.swap_remove(0);
    if let Some(total) = combined.first() {
        (outcome.estimate, outcome.lower, outcome.upper) = (total.estimate, total.lower, total.upper);
        outcome.refused.clone_from(&total.refused);
        outcome.warnings.clone_from(&total.warnings);
    }
    for stratum in &mut outcome.strata {
        if let Some(of) = combined[1..].iter().find(|d| d.stratum == stratum.stratum) {
            (stratum.estimate, stratum.lower, stratum.upper) = (of.estimate, of.lower, of.upper);
            stratum.refused.clone_from(&of.refused);
            stratum.warnings.clone_from(&of.warnings);
        }
    }
    Ok(ReplicatesEstimate { outcome, combined })
}

/// A flag that is never set.
pub(crate) static NEVER: AtomicBool = AtomicBool::new(false);
