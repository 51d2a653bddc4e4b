//! The one entry: a table and options in, an outcome out, by stratum when the table has strata.

use crate::auto;
use crate::counts::Counts;
use crate::diagnostics::TotalFacts;
use crate::gates::{self, Reach};
use crate::methods::{Answer, DRAWS, Figure, Job, cancelled, whole};
use crate::options::{Group, Options};
use crate::outcome::{Note, Outcome, StratumOutcome};
use crate::parallel::Watch;
use crate::rng::Rng;
use crate::special::quantile_type7;
use crate::table::Table;

/// Estimates how many people there are in all, those on no list included.
///
/// The answer depends on the table and the options and on nothing else. A refusal is an answer: its
/// `estimate` is none and `refused` says why.
pub fn estimate(table: &Table, options: &Options) -> Outcome {
    estimate_watched(table, options, &Watch::default())
}

/// The same, reporting progress and stopping when asked to.
pub fn estimate_watched(table: &Table, options: &Options, watch: &Watch) -> Outcome {
    if table.strata().len() == 1 && table.strata_columns().is_empty() {
        let (part, _) = one(table, &table.strata()[0].counts, options, watch);
        return finish(table, options, part, Vec::new());
    }
    let mut strata = Vec::new();
    let mut draws = Vec::new();
    for (i, stratum) in table.strata().iter().enumerate() {
        watch.report("strata", i as f64 / table.strata().len() as f64);
        // Streams differ between strata, so that sums do not correlate by accident.
        let seeded = Options { seed: options.seed.wrapping_add(i as u64 * 0x9E37_79B9), ..options.clone() };
        let (mut part, sample) = one(table, &stratum.counts, &seeded, watch);
        part.stratum.clone_from(&stratum.values);
        if part.estimate.is_some() {
            draws.push(sample);
        }
        strata.push(part);
    }
    let total = add_up(table, &strata, &draws, options);
    finish(table, options, total, strata)
}

/// An answer without a figure for reasons that lie outside the table, such as lists that set out to record other
/// things. It describes the overlaps all the same.
pub fn refuse(table: &Table, options: &Options, reasons: Vec<Note>) -> Outcome {
    let pooled = table.pooled();
    let part = StratumOutcome {
        stratum: Vec::new(),
        method: options.method.name().to_owned(),
        observed: pooled.observed(),
        estimate: None,
        lower: None,
        upper: None,
        models: Vec::new(),
        diagnostics: gates::describe(&pooled, table.lists()),
        warnings: Vec::new(),
        refused: reasons,
    };
    finish(table, options, part, Vec::new())
}

/// One table without strata, and draws of its total.
fn one(table: &Table, counts: &Counts, options: &Options, watch: &Watch) -> (StratumOutcome, Vec<f64>) {
    let kept: Vec<usize> = (0..counts.lists()).filter(|&j| counts.size(j) > 0).collect();
    let names: Vec<String> = kept.iter().map(|&j| table.lists()[j].clone()).collect();
    let used = counts.project(&kept);
    let mut facts = gates::describe(&used, &names);
    facts.lists_dropped =
        (0..counts.lists()).filter(|j| !kept.contains(j)).map(|j| table.lists()[j].clone()).collect();
    facts.reading = table.notes().clone();
    let mut warnings = Vec::new();
    let mut refused = Vec::new();
    if !facts.lists_dropped.is_empty() {
        let words =
            format!("Nobody is on these lists, so they were not used: {}.", facts.lists_dropped.join(", "));
        warnings.push(Note::new("empty_list", words));
    }
    let automatic = matches!(options.method.group, Group::Auto | Group::All);
    for found in gates::findings(&used, &names, &facts) {
        let refuses = found.reach == Reach::Refuse || (found.reach == Reach::RefuseAuto && automatic);
        if refuses { refused.push(found.note) } else { warnings.push(found.note) }
    }
    let job = Job { counts: &used, names: &names, options, watch };
    let (method, answer) = if used.lists() < 2 {
        (options.method.name().to_owned(), Answer::default())
    } else if automatic {
        auto::choose(&job, &mut facts, !refused.is_empty())
    } else {
        (options.method.name().to_owned(), job.run(options.method, &mut facts))
    };
    warnings.extend(answer.warnings);
    refused.extend(answer.refused);
    if watch.cancelled() && !refused.iter().any(|r| r.code == "cancelled") {
        refused.push(cancelled());
    }
    let mut figure = answer.figure.filter(|_| refused.is_empty());
    if let Some(note) = figure.and_then(|f| implausible(used.observed(), f)) {
        // Latent classes follow people seldom seen as far as the prior lets them; the others were asked
        // for by name with their assumptions.
        if automatic || options.method.group == Group::Lcmcr {
            refused.push(note);
            figure = None;
        } else {
            warnings.push(note);
        }
    }
    if figure.is_some() {
        warnings.extend(standing());
    }
    let part = StratumOutcome {
        stratum: Vec::new(),
        method,
        observed: used.observed(),
        estimate: figure.map(|f| f.estimate),
        lower: figure.map(|f| f.lower),
        upper: figure.map(|f| f.upper),
        models: answer.rows,
        diagnostics: facts,
        warnings,
        refused,
    };
    (part, answer.draws)
}

/// A figure that says nothing, or that stands too far beyond the data.
fn implausible(observed: u64, figure: Figure) -> Option<Note> {
    let ratio = (figure.estimate - observed as f64) / observed as f64;
    if ratio > 5.0 {
        let words = format!(
            "The figure would be {} people in all, {} unseen for each one seen. So far beyond the data, a few false \
             or missed matches decide the answer.",
            whole(figure.estimate),
            whole(ratio)
        );
        return Some(Note::new("far_beyond_data", words));
    }
    if figure.upper > 10.0 * figure.lower {
        let words = format!(
            "The interval reaches from {} to {}: the lists do not say how many people there are.",
            whole(figure.lower),
            whole(figure.upper)
        );
        return Some(Note::new("uninformative", words));
    }
    None
}

/// What stands beside every figure.
fn standing() -> [Note; 2] {
    [
        Note::new(
            "standing_invisible",
            "People whom none of these lists could ever, or hardly ever, have recorded stay invisible to every method \
             here: the figure is about people with a fair chance of being listed.",
        ),
        Note::new(
            "standing_assumptions",
            "The figure assumes that the lists speak of the same people, places and time, and that the same person \
             was recognised on each list: missed matches raise it, false matches lower it.",
        ),
    ]
}

/// The total over strata: draws are added stratum by stratum, never medians or limits.
fn add_up(table: &Table, strata: &[StratumOutcome], draws: &[Vec<f64>], options: &Options) -> StratumOutcome {
    let pooled = table.pooled();
    let mut facts = gates::describe(&pooled, table.lists());
    facts.reading = table.notes().clone();
    let refused_strata: Vec<&StratumOutcome> = strata.iter().filter(|s| s.estimate.is_none()).collect();
    let name = |s: &StratumOutcome| s.stratum.join("/");
    facts.total = Some(TotalFacts {
        estimated: strata.len() - refused_strata.len(),
        refused: refused_strata.len(),
        observed_in_refused: refused_strata.iter().map(|s| s.observed).sum(),
        partial: !refused_strata.is_empty(),
    });
    let (mut warnings, mut refused) = (Vec::new(), Vec::new());
    let names = refused_strata.iter().map(|s| name(s)).collect::<Vec<_>>().join(", ");
    if refused_strata.len() == strata.len() {
        refused.push(Note::new("all_strata_refused", format!("No stratum could be estimated: {names}.")));
    } else if !refused_strata.is_empty() {
        let words = format!(
            "This total is partial: it leaves out {names}, which could not be estimated, and the {} people seen there.",
            whole(refused_strata.iter().map(|s| s.observed as f64).sum())
        );
        warnings.push(Note::new("partial", words));
    }
    let unsummable = strata.iter().filter(|s| s.estimate.is_some()).count() != draws.len()
        || draws.iter().any(Vec::is_empty);
    let mut figure = None;
    if refused.is_empty() && unsummable {
        let words = format!("The method {} gives no distribution to add over strata.", options.method.name());
        refused.push(Note::new("no_total", words));
    } else if refused.is_empty() {
        figure = Some(sum_draws(draws, options));
        warnings.extend(standing());
    }
    let method = strata.iter().find(|s| s.estimate.is_some()).map_or(options.method.name(), |s| &s.method);
    StratumOutcome {
        stratum: Vec::new(),
        method: method.to_owned(),
        observed: pooled.observed(),
        estimate: figure.map(|f: Figure| f.estimate),
        lower: figure.map(|f| f.lower),
        upper: figure.map(|f| f.upper),
        models: Vec::new(),
        diagnostics: facts,
        warnings,
        refused,
    }
}

/// Adds one random draw of each stratum, many times; strata are independent given the data.
fn sum_draws(draws: &[Vec<f64>], options: &Options) -> Figure {
    let mut sums = vec![0.0; DRAWS];
    for (stratum, sample) in draws.iter().enumerate() {
        let mut rng = Rng::new(options.seed, 0x5712_A7A0 + stratum as u64);
        sums.iter_mut().for_each(|sum| *sum += sample[rng.below(sample.len())]);
    }
    sums.sort_by(f64::total_cmp);
    let tail = 0.5 * (1.0 - options.level);
    Figure {
        estimate: quantile_type7(&sums, 0.5),
        lower: quantile_type7(&sums, tail),
        upper: quantile_type7(&sums, 1.0 - tail),
    }
}

fn finish(table: &Table, options: &Options, total: StratumOutcome, strata: Vec<StratumOutcome>) -> Outcome {
    let mut warnings = total.warnings;
    let notes = table.notes();
    if notes.on_no_list > 0 {
        let words = format!(
            "{} people in the table are on none of the lists used and were left out.",
            notes.on_no_list
        );
        warnings.push(Note::new("on_no_list", words));
    }
    if notes.inferred && !notes.ignored_columns.is_empty() {
        let words = format!(
            "These columns were taken for lists, because they say 0 or 1: {}. If one of them is something else, name the \
             lists with --lists.",
            table.lists().join(", ")
        );
        warnings.push(Note::new("lists_inferred", words));
    }
    if !notes.blank_cells.is_empty() {
        let each: Vec<String> = notes.blank_cells.iter().map(|(list, n)| format!("{list} {n}")).collect();
        let words = format!("Blank cells were read as \"not on the list\": {}.", each.join(", "));
        warnings.push(Note::new("blank_cells", words));
    }
    Outcome {
        version: 1,
        method: total.method,
        observed: total.observed,
        estimate: total.estimate,
        lower: total.lower,
        upper: total.upper,
        level: options.level,
        models: total.models,
        strata,
        diagnostics: total.diagnostics,
        warnings,
        refused: total.refused,
    }
}
