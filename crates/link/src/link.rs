//! The whole run, from tables to people.

use crate::accepted::accepted;
use crate::again::Before;
use crate::chance::chance;
use crate::cluster::{self, Decided, Edge};
use crate::columns::{Columns, Role, infer};
use crate::draw;
use crate::em::Model;
use crate::encode::{Records, encode};
use crate::error::LinkError;
use crate::family::family;
use crate::fixed::fix;
use crate::learn::{choose, count_patterns, most_same, possible_pairs};
use crate::pairs::{EVERY_PAIR, Passes, crowded, samples};
use crate::people::{self, People};
use crate::quality::{ClusterQuality, quality};
use crate::review::{self, Asked};
use crate::rivals;
use crate::score::{Scorer, frequencies, probability};
use crate::settings::FixedLevel;
use crate::stages::{Compared, Prepared};
use crate::table::Table;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

/// A record: its table and its row, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// Which table.
    pub table: u16,
    /// Which row.
    pub row: u32,
}

/// What may be set; the default sets nothing.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The role of every column of every table; inferred when absent.
    pub roles: Option<Vec<Columns>>,
    /// Leave out pairs inside one list; nor do two records of one list become one person through a third.
    pub across_only: bool,
    /// Accept links from this probability; chosen when absent.
    pub threshold: Option<f64>,
    /// Candidate pairs that may be looked at; chosen from the number of records when absent.
    pub budget: Option<u64>,
    /// Blocking passes by column labels, as [`Diagnostics::passes`] prints them; chosen from the data when absent.
    pub passes: Option<Vec<Vec<String>>>,
    /// Keep every scored pair above one in sixty-five, not only the accepted links.
    pub all_pairs: bool,
    /// Pairs that people judged to be the same person.
    pub same: Vec<(RecordRef, RecordRef)>,
    /// Pairs that people judged to be different people.
    pub different: Vec<(RecordRef, RecordRef)>,
    /// Records that were compared with each other before: of their pairs only the [`known`](Self::known) are weighed.
    pub settled: Vec<RecordRef>,
    /// Pairs to weigh and keep whether a pass brings them together or not: what is known of the settled records.
    pub known: Vec<(RecordRef, RecordRef)>,
    /// Seed of the random pairs.
    pub seed: u64,
    /// Prior probability that two random records are one person; estimated when absent.
    pub prior: Option<f64>,
    /// Levels whose probabilities are set, not learned.
    pub fixed: Vec<FixedLevel>,
    /// How many pairs to choose for a person to judge.
    pub review: usize,
    /// How many whole linkages to draw in proportion to their evidence.
    pub draws: usize,
}

/// What the run is doing, for progress.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Name of the step.
    pub name: &'static str,
    /// Done so far.
    pub done: u64,
    /// Of so many.
    pub total: u64,
}

/// A link between two records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The record that comes first.
    pub left: RecordRef,
    /// The other.
    pub right: RecordRef,
    /// Probability that both are one person, by what the two say alone.
    pub probability: f64,
    /// What the rest of their cluster makes of it, where that is more: two records that each agree with all the others
    /// are one person though they say little of each other. `None` where the cluster lends nothing.
    pub lent: Option<f64>,
}

/// Where decisions fall, and how good they are estimated to be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// Links from this probability are accepted.
    pub accept: f64,
    /// Links from this probability and below `accept` are worth a look.
    pub review: f64,
    /// Estimated precision of the accepted links.
    pub precision: f64,
    /// Estimated recall of the accepted links.
    pub recall: f64,
    /// Pairs to review.
    pub to_review: u64,
}

/// A blocking pass as it was used.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// The columns that must be equal.
    pub columns: Vec<String>,
    /// Candidate pairs that it added.
    pub pairs: u64,
}

/// Something that was capped or could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A short stable name.
    pub code: &'static str,
    /// A full sentence.
    pub words: String,
}

/// Figures about the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagnostics {
    /// The role found for each column of each table.
    pub roles: Vec<Vec<(String, String)>>,
    /// Candidate pairs estimated before the work.
    pub estimated_pairs: f64,
    /// Candidate pairs looked at.
    pub pairs: u64,
    /// Passes in order.
    pub passes: Vec<Pass>,
    /// Estimated share of true pairs that the passes bring together.
    pub blocking_recall: f64,
    /// Prior probability that two random records are one person, across lists and inside one.
    pub prior: [f64; 2],
    /// Expected share of records that repeat another of their own list, by list.
    pub duplicate_rate: Vec<(String, f64)>,
    /// Rounds of EM.
    pub rounds: usize,
    /// Level probabilities: field, level, same person, same family, by chance.
    pub levels: Vec<(String, String, f64, f64, f64)>,
    /// Links above the threshold that a rival, a judgement or the rest of a cluster forbade.
    pub suppressed: u64,
    /// Records in the largest cluster.
    pub largest_cluster: u64,
    /// How soundly clusters hang together.
    pub quality: ClusterQuality,
}

/// What linking found.
#[derive(Clone, Debug, PartialEq)]
pub struct Linkage {
    /// Accepted links (all scored pairs with [`Options::all_pairs`]), best first.
    pub pairs: Vec<Link>,
    /// The cluster of every record, table by table in row order; a cluster is named by one of its records.
    pub clusters: Vec<(RecordRef, RecordRef)>,
    /// Where decisions fall.
    pub thresholds: Thresholds,
    /// How many people.
    pub people: People,
    /// Pairs for a person to judge, most telling first: as many as [`Options::review`] asks for.
    pub review: Vec<Asked>,
    /// Drawn linkages, as many as [`Options::draws`] asks for: by place in `clusters`, the place of the record that
    /// names its cluster.
    pub draws: Vec<Vec<u32>>,
    /// What was capped.
    pub warnings: Vec<Warning>,
    /// How it went.
    pub diagnostics: Diagnostics,
}

/// Pairs of a pass whose patterns are counted to learn from.
const PATTERNS: u64 = 80_000;

/// Fewer pairs of relatives than these teach little.
const FEW_RELATIVES: f64 = 100.0;

/// A model fitted to tables, kept to explain pairs.
pub struct Fitted {
    pub(crate) records: Records,
    pub(crate) model: Model,
    pub(crate) roles: Vec<Columns>,
    /// The record of every row, by table.
    place: Vec<Vec<u32>>,
}

impl Fitted {
    pub(crate) fn find(&self, r: RecordRef) -> Result<u32, LinkError> {
        find(&self.place, r)
    }
}

fn missing(r: RecordRef) -> LinkError {
    LinkError::Unknown(format!(
        "row {} of table {} is not there",
        u64::from(r.row) + 1,
        u32::from(r.table) + 1
    ))
}

/// The record of every row, by table.
fn places(records: &Records) -> Vec<Vec<u32>> {
    let mut rows: Vec<usize> = Vec::new();
    for (table, row) in &records.origin {
        let table = usize::from(*table);
        if table >= rows.len() {
            rows.resize(table + 1, 0);
        }
        rows[table] = rows[table].max(*row as usize + 1);
    }
    let mut out: Vec<Vec<u32>> = rows.into_iter().map(|n| vec![u32::MAX; n]).collect();
    for (i, (table, row)) in records.origin.iter().enumerate() {
        out[usize::from(*table)][*row as usize] = i as u32;
    }
    out
}

pub(crate) fn find(places: &[Vec<u32>], r: RecordRef) -> Result<u32, LinkError> {
    let table = places.get(usize::from(r.table));
    table.and_then(|t| t.get(r.row as usize)).copied().filter(|i| *i != u32::MAX).ok_or_else(|| missing(r))
}

/// [`link`], keeping the model to explain pairs with [`Fitted::explain`].
///
/// # Errors
///
/// As [`link`].
pub fn link_and_keep(
    tables: &[Table],
    options: &Options,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> Result<(Linkage, Fitted), LinkError> {
    let (linkage, records, model, roles) = run(tables, options, progress, cancel)?;
    let place = places(&records);
    Ok((linkage, Fitted { records, model, roles, place }))
}

/// Links the records of `tables`. `progress` is told what happens; `cancel` stops the run between blocks.
///
/// # Errors
///
/// When there is nothing to link, when judgements name records that are not there, and when cancelled.
pub fn link(
    tables: &[Table],
    options: &Options,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> Result<Linkage, LinkError> {
    run(tables, options, progress, cancel).map(|r| r.0)
}

fn run(
    tables: &[Table],
    options: &Options,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> Result<(Linkage, Records, Model, Vec<Columns>), LinkError> {
    let mut prepared = prepare(tables, options, progress, cancel)?;
    let compared = prepared.compare(progress, cancel)?;
    finish(prepared, compared, progress)
}

/// The first stage of [`link`]: all but comparing the candidate pairs and deciding on what was found.
///
/// # Errors
///
/// As [`link`].
pub fn prepare<'a>(
    tables: &'a [Table],
    options: &'a Options,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> Result<Prepared<'a>, LinkError> {
    let total: usize = tables.iter().map(Table::rows).sum();
    if total < 2 {
        return Err(LinkError::NoRecords);
    }
    if total > 2_000_000_000 || tables.len() > usize::from(u16::MAX) {
        return Err(LinkError::TooMany(total));
    }
    let stop = || if cancel.load(Ordering::Relaxed) { Err(LinkError::Cancelled) } else { Ok(()) };
    let say = |name, done, total| progress(Step { name, done, total });
    say("reading columns", 0, total as u64);
    let roles = options.roles.clone().unwrap_or_else(|| tables.iter().map(infer).collect());
    let asked: Vec<String> = options.passes.iter().flatten().flatten().cloned().collect();
    let records = encode(tables, &roles, &asked);
    if records.fields.is_empty() {
        return Err(LinkError::NoColumns { table: tables[0].name.clone() });
    }
    stop()?;
    let n = records.len() as f64;
    let budget = options.budget.map_or_else(|| (200.0 * n).clamp(2e6, 5e7).max(12.0 * n), |b| b as f64);
    let largest = (budget / 8.0) as u64;
    say("choosing passes", 0, 1);
    let by_chance = chance(&records, options.seed);
    let family = family(&records, &by_chance.inside, largest);
    let relatives = family.as_ref().map(|f| &f.levels);
    let given = options.passes.as_ref();
    let given = given.map(|p| p.iter().map(|labels| mask_of(&records, labels)).collect()).transpose()?;
    let plan = choose(&records, &by_chance, relatives, budget, options.across_only, given);
    stop()?;
    say("candidate pairs expected", 0, plan.pairs as u64);
    let passes = Passes::new(&records, &plan.masks, largest, options.across_only);
    say("learning", 0, 1);
    let seen = samples(&records, &plan.masks, PATTERNS, largest);
    let counts = count_patterns(&passes, &seen);
    drop(seen);
    let start = crate::em::hopeful(&records.fields);
    // The seeds teach as well: among them every field is left out of some key.
    let mut lessons = counts.clone();
    let extra = plan.seeds.iter().zip(&plan.seed_counts).filter(|(m, _)| !plan.masks.contains(m));
    lessons.extend(extra.map(|(_, c)| c.clone()));
    let mut model =
        Model::fit(&records.fields, &lessons, &by_chance, start, relatives.copied(), most_same(&records));
    let mut possible = possible_pairs(&records);
    if options.across_only {
        possible[1] = 0.0;
    }
    model.fit_prior(records.fields.len(), &counts, &by_chance.inside, possible);
    fix(&records, &mut model, options)?;
    stop()?;
    let skipped = passes.skipped;
    let before = if options.settled.is_empty() && options.known.is_empty() {
        Before::default()
    } else {
        Before::new(options, &places(&records))?
    };
    let frequency = frequencies(&records, &model);
    let relatives = family.map(|f| f.seen);
    Ok(Prepared {
        tables,
        options,
        roles,
        records,
        plan,
        largest,
        skipped,
        relatives,
        model,
        frequency,
        before,
    })
}

/// The last stage of [`link`], on the pairs that were found, in any order.
pub(crate) fn finish(
    prepared: Prepared,
    compared: Compared,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<(Linkage, Records, Model, Vec<Columns>), LinkError> {
    let Prepared {
        tables,
        options,
        roles,
        records,
        plan,
        largest,
        skipped,
        relatives,
        mut model,
        frequency,
        before,
    } = prepared;
    let Compared { mut edges, pairs } = compared;
    let say = |name, done, total| progress(Step { name, done, total });
    let used = (plan.masks.iter().zip(pairs))
        .map(|(mask, pairs)| Pass { columns: labels(&records, *mask), pairs })
        .collect::<Vec<_>>();
    // A prior that was set, or weights that go with one, are the expert's.
    let mut less = 0.0;
    if options.prior.is_none() && options.settled.is_empty() {
        less = rivals::excess(&edges, &records.lists);
        model.less_likely(less);
        edges.iter_mut().filter(|e| records.across(e)).for_each(|e| e.bits -= less);
    }
    let scorer = Scorer::with(&records, &model, Cow::Owned(frequency));
    edges.extend(before.edges(&scorer));
    let mut warnings = Vec::new();
    for (mask, skipped) in plan.masks.iter().zip(&skipped) {
        if let Some(most) = skipped.iter().map(|s| s.1).max() {
            let columns = labels(&records, *mask).join(" + ");
            let words = format!(
                "{} groups of records that share {columns} are too large to compare pair by pair (the largest has {most} records); pairs inside them are found by the other passes only.",
                skipped.len()
            );
            warnings.push(Warning { code: "block_too_large", words });
        }
    }
    warnings.extend(crowds(&records, &plan.masks, largest));
    warnings.extend(long_names(tables, &roles));
    if let Some(seen) = relatives.filter(|seen| *seen < FEW_RELATIVES) {
        let words = format!(
            "{} pairs of relatives are seen in these lists, too few to learn from: how alike brothers and sisters are is assumed.",
            seen.round() as u64
        );
        warnings.push(Warning { code: "few_relatives", words });
    }
    cluster::sort(&mut edges);
    edges.dedup();
    let most_kept = (100 * records.len()).max(5_000_000);
    if edges.len() > most_kept {
        warnings.push(Warning {
            code: "too_many_pairs",
            words: format!(
                "{} pairs score above one in sixty-five; only the best {most_kept} are kept.",
                edges.len()
            ),
        });
        edges.truncate(most_kept);
    }
    let thresholds = choose_threshold(&edges, plan.recall, options.threshold, less);
    let accept = bits_of(thresholds.accept);
    say("clustering", 0, edges.len() as u64);
    let decided = decided(&records, options)?;
    let clusters = cluster::cluster(&scorer, &edges, accept, &decided);
    say("counting people", 0, 1);
    let people = people::estimate(
        &scorer,
        &edges,
        &clusters,
        &people::Blocking { masks: &plan.masks, recall: plan.recall },
        &decided,
    );
    let quality = quality(&clusters.of, &edges, accept);
    let diagnostics = Diagnostics {
        roles: tables
            .iter()
            .zip(&roles)
            .map(|(t, r)| {
                t.columns
                    .iter()
                    .zip(&r.roles)
                    .map(|(c, r)| (c.name.clone(), format!("{r:?}").to_lowercase()))
                    .collect()
            })
            .collect(),
        estimated_pairs: plan.pairs,
        pairs: used.iter().map(|p| p.pairs).sum(),
        passes: used,
        blocking_recall: plan.recall,
        prior: [model.prior[0].0, model.prior[1].0],
        duplicate_rate: duplicates(&records, &clusters.of),
        rounds: model.rounds,
        levels: levels(&records, &model),
        suppressed: clusters.suppressed.len() as u64,
        largest_cluster: quality.sizes.keys().next_back().copied().unwrap_or(0),
        quality,
    };
    let review = review::choose(
        &records,
        &edges,
        &clusters,
        (thresholds.review, thresholds.accept),
        (options.review, options.seed),
        &|e| to_link(&records, e),
    );
    let pairs = if options.all_pairs {
        edges.iter().map(|e| to_link(&records, e)).collect()
    } else {
        accepted(&records, &scorer, &edges, &clusters, accept)
    };
    let settled = (&edges[..], &clusters.of[..], &decided);
    let draws = draw::drawn(&scorer, settled, people.missed_by_blocking, options);
    let clusters = named(&records, &clusters.of);
    let linkage = Linkage { pairs, clusters, thresholds, people, review, draws, warnings, diagnostics };
    Ok((linkage, records, model, roles))
}

/// Says what no pass can look at: crowds of one name, and records that say nothing.
fn crowds(records: &Records, masks: &[u32], largest: u64) -> Vec<Warning> {
    let mut out = Vec::new();
    let names = records.values.slots.iter().filter(|s| **s != usize::MAX).fold(0u32, |m, s| m | 1 << s);
    let ends = [records.values.slots[0], records.values.slots[3]];
    let ends = ends.iter().filter(|s| **s != usize::MAX).fold(0u32, |m, s| m | 1 << s);
    if ends != 0 && !masks.contains(&ends) {
        let same_name = crowded(records, ends, largest);
        if let Some(most) = same_name.iter().map(|s| s.1).max() {
            let words = format!(
                "{most} records have the same name: pairs among them are compared only where other columns agree too."
            );
            out.push(Warning { code: "one_name", words });
        }
    }
    let silent =
        (0..records.len()).into_par_iter().filter(|i| records.row(*i).iter().all(|c| *c == 0)).count();
    let no_name = |row: &[u32]| (0..row.len()).all(|k| names >> k & 1 == 0 || row[k] == 0);
    let nameless = (0..records.len()).into_par_iter().filter(|i| no_name(records.row(*i))).count() - silent;
    if silent > 0 {
        let words = format!("{silent} records say nothing that could link them: each stands alone.");
        out.push(Warning { code: "empty_records", words });
    }
    if names != 0 && nameless * 20 > records.len() {
        let words = format!("{nameless} records have no name: they are linked by what else they say.");
        out.push(Warning { code: "no_name", words });
    }
    out
}

/// A name of so many bytes is hardly a name.
const LONG_NAME: usize = 1000;

/// Says that of very long names only some words are compared.
fn long_names(tables: &[Table], roles: &[Columns]) -> Option<Warning> {
    let named = |role: Role| {
        matches!(role, Role::Name | Role::Given | Role::Father | Role::Grandfather | Role::Family)
    };
    let long: usize = (tables.iter().zip(roles))
        .flat_map(|(t, r)| t.columns.iter().zip(&r.roles).filter(|c| named(*c.1)).map(|c| c.0))
        .map(|c| {
            let values = &c.values;
            let is_long: Vec<bool> =
                (0..values.len() as u32).map(|n| values.get(n).len() > LONG_NAME).collect();
            if is_long.contains(&true) { c.codes.iter().filter(|n| is_long[**n as usize]).count() } else { 0 }
        })
        .sum();
    (long > 0).then(|| Warning {
        code: "long_name",
        words: format!("{long} names are longer than {LONG_NAME} bytes: of each only the first three words and the last are compared."),
    })
}

/// What the pass of every pair is called.
const EVERY: &str = "every pair";

pub(crate) fn labels(records: &Records, mask: u32) -> Vec<String> {
    if mask == EVERY_PAIR {
        return vec![EVERY.to_owned()];
    }
    records
        .columns
        .iter()
        .enumerate()
        .filter(|(k, _)| mask >> k & 1 == 1)
        .map(|(_, c)| c.label.clone())
        .collect()
}

fn mask_of(records: &Records, labels: &[String]) -> Result<u32, LinkError> {
    let known = || records.columns.iter().map(|c| c.label.as_str()).collect::<Vec<_>>().join(", ");
    labels.iter().filter(|l| *l != EVERY).try_fold(0, |mask, label| {
        let k = records.columns.iter().position(|c| &c.label == label).ok_or_else(|| {
            LinkError::Unknown(format!("no column is called {label:?} here; there are: {}", known()))
        })?;
        Ok(mask | 1 << k)
    })
}

fn bits_of(p: f64) -> f32 {
    let p = p.clamp(1e-9, 1.0 - 1e-9);
    libm::log2(p / (1.0 - p)) as f32
}

/// The threshold with the best expected F1 (Lipton, Elkan and Naryanaswamy 2014: half of the F1 it reaches). Who is taken
/// of several rivals is decided as if nothing had been taken off for them (`less` bits): one of them mostly is the one.
fn choose_threshold(edges: &[Edge], blocking_recall: f64, given: Option<f64>, less: f32) -> Thresholds {
    let alone = |e: &Edge| probability(e.bits + less);
    let sum = |p: &dyn Fn(&Edge) -> f64| edges.iter().map(p).sum::<f64>() / blocking_recall.clamp(0.3, 1.0);
    let all = sum(&alone);
    let (mut found, mut best) = (0.0, (0.0, 0.5));
    for (i, e) in edges.iter().enumerate() {
        found += alone(e);
        let f1 = 2.0 * found / ((i + 1) as f64 + all);
        if f1 > best.0 {
            best = (f1, alone(e));
        }
    }
    let chosen = best.1.clamp(0.3, 0.9);
    let accept =
        given.unwrap_or_else(|| if less > 0.0 { probability(bits_of(chosen) - less) } else { chosen });
    let expected = if less > 0.0 { sum(&|e| probability(e.bits)) } else { all };
    let above = edges.iter().take_while(|e| probability(e.bits) >= accept);
    let (n, true_ones) = above.fold((0u64, 0.0), |(n, t), e| (n + 1, t + probability(e.bits)));
    let review = (accept / 4.0).min(0.1);
    let to_review = edges.iter().filter(|e| (review..accept).contains(&probability(e.bits))).count() as u64;
    Thresholds {
        accept,
        review,
        precision: if n == 0 { 1.0 } else { true_ones / n as f64 },
        recall: if expected > 0.0 { true_ones / expected } else { 1.0 },
        to_review,
    }
}

fn decided(records: &Records, options: &Options) -> Result<Decided, LinkError> {
    let mut out = Decided { across_only: options.across_only, ..Decided::default() };
    if options.same.is_empty() && options.different.is_empty() {
        return Ok(out);
    }
    let place = places(records);
    let find = |r: &RecordRef| find(&place, *r);
    for (a, b) in &options.same {
        out.same.push((find(a)?, find(b)?));
    }
    for (a, b) in &options.different {
        let (a, b) = (find(a)?, find(b)?);
        out.different.insert((a.min(b), a.max(b)));
    }
    Ok(out)
}

fn reference(records: &Records, i: u32) -> RecordRef {
    let (table, row) = records.origin[i as usize];
    RecordRef { table, row }
}

pub(crate) fn to_link(records: &Records, e: &Edge) -> Link {
    let (a, b) = (reference(records, e.left), reference(records, e.right));
    Link { left: a.min(b), right: a.max(b), probability: probability(e.bits), lent: None }
}

/// Share of the records of each list that repeat another of it, as clustered.
fn duplicates(records: &Records, of: &[u32]) -> Vec<(String, f64)> {
    let lists = records.list_names.len();
    let mut seen: Vec<(u16, u32)> = records.lists.iter().copied().zip(of.iter().copied()).collect();
    seen.par_sort_unstable();
    let (mut all, mut repeats) = (vec![0u64; lists], vec![0u64; lists]);
    for group in seen.chunk_by(|a, b| a == b) {
        all[usize::from(group[0].0)] += group.len() as u64;
        repeats[usize::from(group[0].0)] += group.len() as u64 - 1;
    }
    let rate = |(a, r): (&u64, &u64)| if *a == 0 { 0.0 } else { *r as f64 / *a as f64 };
    records
        .list_names
        .iter()
        .cloned()
        .zip(all.iter().zip(&repeats).map(rate))
        .filter(|l| !l.0.is_empty())
        .collect()
}

/// Clusters by input record, each named by its first record in input order.
fn named(records: &Records, of: &[u32]) -> Vec<(RecordRef, RecordRef)> {
    let mut first: Vec<u32> = (0..of.len() as u32).collect();
    for (i, c) in of.iter().enumerate() {
        let slot = &mut first[*c as usize];
        if records.origin[i] < records.origin[*slot as usize] {
            *slot = i as u32;
        }
    }
    let mut out: Vec<(RecordRef, RecordRef)> = of
        .par_iter()
        .enumerate()
        .map(|(i, c)| (reference(records, i as u32), reference(records, first[*c as usize])))
        .collect();
    out.par_sort_unstable();
    out
}

fn levels(records: &Records, model: &Model) -> Vec<(String, String, f64, f64, f64)> {
    let mut out = Vec::new();
    for (f, field) in records.fields.iter().enumerate() {
        for l in 1..field.levels() {
            out.push((
                field.name.clone(),
                field.wording(l as u8).to_owned(),
                model.same[f][l],
                model.family[f][l],
                model.chance[f][l],
            ));
        }
    }
    out
}
