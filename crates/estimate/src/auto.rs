//! The automatic choice: run what the table can carry, answer with the range over what agrees, refuse
//! where nothing does, and say why at each step.

use crate::counts::Counts;
use crate::dga::{self, Grid};
use crate::diagnostics::{Consistency, Diagnostics, WithoutList};
use crate::gates::avoid;
use crate::methods::{Answer, Figure, Job, whole};
use crate::options::{Group, LcmcrOptions, Method, Options};
use crate::outcome::Note;
use crate::parallel::Watch;
use crate::{closed, sparse, two_lists};

fn method(group: Group, name: &'static str, row: Option<&'static str>) -> Method {
    Method { name, group, row }
}

/// Runs and chooses. `hopeless` is set when the overlaps alone already forbid a figure: then only what
/// is quick is run, for the reader's information.
pub(crate) fn choose(job: &Job, facts: &mut Diagnostics, hopeless: bool) -> (String, Answer) {
    let all = job.options.method.group == Group::All;
    let lists = job.counts.lists();
    let mut answer = Answer::default();
    side_by_side(job, facts, all, &mut answer);
    if hopeless {
        let words = "The overlaps alone forbid a figure; the models below are shown only so that this can be checked.";
        facts.choice.push(words.into());
        if all {
            answer.rows.extend(job.run(method(Group::Dga, "dga", Some("dga")), facts).rows);
            answer.rows.extend(job.run(method(Group::Lcmcr, "lcmcr", Some("LCMCR")), facts).rows);
        }
        return ("auto".into(), answer);
    }
    let classes = job.run(method(Group::Lcmcr, "lcmcr", Some("LCMCR")), facts);
    let other = if lists <= dga::MOST_LISTS {
        job.run(method(Group::Dga, "dga", Some("dga")), facts)
    } else {
        with_thin_prior(job, facts)
    };
    for part in [&classes, &other] {
        answer.rows.extend(part.rows.iter().cloned());
        answer.warnings.extend(part.warnings.iter().cloned());
    }
    if job.watch.cancelled() {
        return ("auto".into(), answer);
    }
    if job.options.sensitivity {
        facts.consistency = consistency(job);
        facts.without_list = without_each(job);
        sensitivity_notes(facts, &mut answer);
    }
    let name = combine(&classes, &other, lists <= dga::MOST_LISTS, facts, &mut answer);
    if facts.unequal_chances {
        widen(facts, &mut answer);
    }
    if let Some(figure) = answer.figure {
        check_bounds(figure, facts, &mut answer);
    }
    (name, answer)
}

/// The closed forms and log-linear models, for comparison.
fn side_by_side(job: &Job, facts: &mut Diagnostics, all: bool, answer: &mut Answer) {
    let mut groups = vec![Group::Chapman];
    if job.counts.lists() <= closed::MOST_LISTS {
        groups.push(Group::Closed);
    }
    if all {
        groups.push(Group::LincolnPetersen);
        if job.counts.lists() <= closed::MOST_LISTS {
            groups.extend([Group::Profile, Group::BiasCorrected]);
        }
    }
    if job.counts.lists() > 2 {
        groups.extend([Group::Care1, Group::Nhoi]);
        if job.counts.lists() <= sparse::MOST_LISTS {
            groups.extend(if all {
                [Group::LogLinear, Group::Sparse]
            } else {
                [Group::LogLinear, Group::SparseMain]
            });
        }
    }
    for group in groups {
        let part = job.run(method(group, "auto", None), facts);
        answer.rows.extend(part.rows);
        answer.warnings.extend(part.warnings.into_iter().filter(|w| w.code == "model_choice"));
    }
}

/// Latent classes once more, with a prior that expects each list to have few people. A flat prior for
/// each of many lists adds up to near certainty that nobody is missed; this one leaves four in ten
/// unseen before the data speak.
fn with_thin_prior(job: &Job, facts: &mut Diagnostics) -> Answer {
    let lists = job.counts.lists() as f64;
    let rate = 1.0 / libm::expm1(-libm::log(0.4) / lists);
    let lcmcr = LcmcrOptions { listing_prior: (1.0, rate), ..job.options.lcmcr.clone() };
    let options = Options { lcmcr, seed: job.options.seed.wrapping_add(1), ..job.options.clone() };
    let flat = facts.lcmcr.take();
    let mut answer =
        Job { options: &options, ..*job }.run(method(Group::Lcmcr, "lcmcr", Some("LCMCR")), facts);
    facts.lcmcr_thin_prior = std::mem::replace(&mut facts.lcmcr, flat);
    for row in &mut answer.rows {
        row.name.push_str(" thin prior");
        row.formula.push_str(&format!(", listing prior Beta(1, {rate:.1})"));
    }
    answer
}

/// The figure from two Bayesian averages, the second over graphs or under the thin prior: their common
/// range when they agree.
fn combine(a: &Answer, b: &Answer, graphs: bool, facts: &mut Diagnostics, answer: &mut Answer) -> String {
    if let Some(failed) = [a, b].into_iter().find(|part| !part.refused.is_empty()) {
        answer.refused.extend(failed.refused.iter().cloned());
        let words = "Latent classes allow people to differ, which people do; their chains gave no agreed answer, \
                     and the other methods cannot stand in for that.";
        facts.choice.push(words.into());
        return "auto".into();
    }
    let (Some(first), Some(second)) = (a.figure, b.figure) else {
        answer.refused.push(Note::new("no_estimate", "No method gave a figure with an interval."));
        return "auto".into();
    };
    let (one, two) = if graphs {
        ("Latent classes (people differ)", "graphs (lists depend)")
    } else {
        ("Latent classes under a flat prior", "under one that expects many unseen they")
    };
    let spans = format!(
        "{one} give {} to {}; {two} give {} to {}.",
        whole(first.lower),
        whole(first.upper),
        whole(second.lower),
        whole(second.upper)
    );
    facts.choice.push(spans.clone());
    if first.upper < second.lower || second.upper < first.lower {
        let words = format!("Two sound methods contradict each other. {spans}");
        answer.refused.push(Note::new("methods_disagree", words));
        return "auto".into();
    }
    // With many lists the flat prior presses the figure down, so the thin one gives the middle.
    let middle = if graphs { first } else { second };
    let words = if graphs {
        "They overlap, so the figure is the middle of latent classes and the interval holds both."
    } else {
        "They overlap, so the figure is the middle of the second and the interval holds both. There are too many \
         lists for graphs of dependence."
    };
    facts.choice.push(words.into());
    let (lower, upper) = (first.lower.min(second.lower), first.upper.max(second.upper));
    answer.figure = Some(Figure { estimate: middle.estimate, lower, upper });
    // Half the draws from each, so that totals over strata carry the doubt between the two.
    answer.draws = a.draws.iter().step_by(2).chain(b.draws.iter().step_by(2)).copied().collect();
    if graphs { "range over lcmcr and dga".into() } else { "range over lcmcr under two priors".into() }
}

/// The median and interval of a quick estimate: Chapman on two lists, graphs on three to six.
fn quick(counts: &Counts, options: &Options) -> Option<Figure> {
    let kept: Vec<usize> = (0..counts.lists()).filter(|&j| counts.size(j) > 0).collect();
    let counts = counts.project(&kept);
    let names: Vec<String> = kept.iter().map(|j| format!("{}", j + 1)).collect();
    match counts.lists() {
        0 | 1 => None,
        2 => two_lists::pairs(&counts, &names, options.level).first().and_then(Figure::of),
        3..=6 => {
            let posterior =
                dga::average(&counts, &options.dga, Grid::Quick, options.threads, &Watch::default())?;
            let tail = 0.5 * (1.0 - options.level);
            let at = |p: f64| posterior.quantile(p);
            Some(Figure { estimate: at(0.5), lower: at(tail), upper: at(1.0 - tail) })
        }
        _ => None,
    }
}

/// Each list's known size, estimated from the other lists (the idea of Binette and Steorts 2022).
fn consistency(job: &Job) -> Vec<Consistency> {
    let (counts, names) = (job.counts, job.names);
    let lists = 0..counts.lists();
    lists
        .filter(|_| counts.lists() >= 3 && !job.watch.cancelled())
        .filter_map(|j| {
            let figure = quick(&counts.members_of(j), job.options)?;
            let known = counts.size(j);
            let inside = figure.lower <= known as f64 && known as f64 <= figure.upper;
            Some(Consistency {
                list: names[j].clone(),
                known,
                estimate: figure.estimate,
                lower: figure.lower,
                upper: figure.upper,
                inside,
            })
        })
        .collect()
}

/// The quick estimate without each list.
fn without_each(job: &Job) -> Vec<WithoutList> {
    let lists = job.counts.lists();
    (0..lists)
        .filter(|_| lists >= 4 && !job.watch.cancelled())
        .filter_map(|j| {
            let keep: Vec<usize> = (0..lists).filter(|&k| k != j).collect();
            let figure = quick(&job.counts.project(&keep), job.options)?;
            Some(WithoutList {
                list: job.names[j].clone(),
                estimate: figure.estimate,
                lower: figure.lower,
                upper: figure.upper,
            })
        })
        .collect()
}

fn sensitivity_notes(facts: &Diagnostics, answer: &mut Answer) {
    let missed: Vec<&Consistency> = facts.consistency.iter().filter(|c| !c.inside).collect();
    if facts.consistency.len() >= 3 && missed.len() * 2 > facts.consistency.len() {
        let low = missed.iter().filter(|c| c.estimate < c.known as f64).count();
        let direction = if low * 2 > missed.len() { "too low" } else { "too high" };
        let words = format!(
            "A test with known answers fails: asked how long each list is from the other lists alone, the estimate \
             misses {} of {} lists, mostly {direction}. Expect the same of the figure.",
            missed.len(),
            facts.consistency.len()
        );
        answer.warnings.push(Note::new("fails_known_sizes", words));
    }
    let estimates = || facts.without_list.iter().map(|w| w.estimate);
    let (low, high) = (estimates().fold(f64::INFINITY, f64::min), estimates().fold(0.0, f64::max));
    if facts.without_list.len() > 1 && high > 2.0 * low {
        let words = format!(
            "Leaving out one list moves the estimate between {} and {}: it rests on single lists.",
            whole(low),
            whole(high)
        );
        answer.warnings.push(Note::new("rests_on_one_list", words));
    }
}

/// Where people differ in their chance of being recorded, several shapes of that difference fit the
/// data alike and give different totals; the interval takes in those of the log-linear average.
fn widen(facts: &mut Diagnostics, answer: &mut Answer) {
    let average = answer.rows.iter().find(|r| r.name == "BIC average").and_then(Figure::of);
    let (Some(figure), Some(average)) = (answer.figure.as_mut(), average) else {
        return;
    };
    if average.upper > figure.upper || average.lower < figure.lower {
        figure.lower = figure.lower.min(average.lower);
        figure.upper = figure.upper.max(average.upper);
        let words = format!(
            "Because people seem to differ in their chance of being recorded, the interval also holds what log-linear \
             models give on average ({} to {}).",
            whole(average.lower),
            whole(average.upper)
        );
        facts.choice.push(words);
    }
}

/// A figure below Chao's lower bound has not seen how people differ. The bound holds only where no
/// lists avoid each other.
fn check_bounds(figure: Figure, facts: &Diagnostics, answer: &mut Answer) {
    let row = |name: &str| answer.rows.iter().find(|r| r.name == name).and_then(Figure::of);
    let average = row("BIC average").filter(|f| f.estimate > figure.upper || f.estimate < figure.lower);
    let below = row("Mth Chao (LB)").filter(|chao| figure.upper < chao.lower);
    if let Some(chao) = below.filter(|_| facts.pairs.iter().all(|pair| !avoid(pair))) {
        let words = format!(
            "The whole interval lies below a bound that holds however people differ ({} to {}): the figure is too low.",
            whole(chao.lower),
            whole(chao.upper)
        );
        answer.refused.push(Note::new("below_lower_bound", words));
        answer.figure = None;
    }
    if let Some(average) = average {
        let words = format!(
            "Log-linear models, averaged, put the total at {}, outside the interval given: the answer depends on the \
             kind of model.",
            whole(average.estimate)
        );
        answer.warnings.push(Note::new("outside_other_methods", words));
    }
}
