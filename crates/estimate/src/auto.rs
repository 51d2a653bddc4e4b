//! The automatic choice: run what the table can carry, answer with the range over what agrees, refuse
//! where nothing does, and say why at each step.

use crate::counts::Counts;
use crate::dga::{self, Grid};
use crate::diagnostics::{Consistency, Diagnostics, WithoutList};
use crate::methods::{Answer, Figure, Job, whole};
use crate::options::{Group, Method, Options};
use crate::outcome::{ModelRow, Note};
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
    let graphs = (lists <= dga::MOST_LISTS).then(|| job.run(method(Group::Dga, "dga", Some("dga")), facts));
    let classes = job.run(method(Group::Lcmcr, "lcmcr", Some("LCMCR")), facts);
    for part in graphs.iter().chain([&classes]) {
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
    let name = combine(graphs.as_ref(), &classes, facts, &mut answer);
    if let Some(figure) = answer.figure {
        check_bounds(job, figure, &mut answer);
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
            groups.extend(if all { [Group::LogLinear, Group::Sparse] } else { [Group::LogLinear, Group::SparseMain] });
        }
    }
    for group in groups {
        let part = job.run(method(group, "auto", None), facts);
        answer.rows.extend(part.rows);
        answer.warnings.extend(part.warnings.into_iter().filter(|w| w.code == "model_choice"));
    }
}

/// The figure from the two Bayesian averages: their common range when they agree.
fn combine(graphs: Option<&Answer>, classes: &Answer, facts: &mut Diagnostics, answer: &mut Answer) -> String {
    let say = |facts: &mut Diagnostics, words: String| facts.choice.push(words);
    let class_figure = classes.figure.filter(|_| classes.refused.is_empty());
    let graph_figure = graphs.and_then(|g| g.figure);
    match (class_figure, graph_figure) {
        (None, _) => {
            answer.refused.extend(classes.refused.iter().cloned());
            let words = "Latent classes allow people to differ, which people do; their chains gave no agreed answer, \
                         and the other methods cannot stand in for that.";
            say(facts, words.into());
            "auto".into()
        }
        (Some(figure), None) => {
            let words = "There are too many lists for graphs of dependence, so the figure rests on latent classes alone.";
            say(facts, words.into());
            answer.warnings.push(Note::new("one_method", words));
            answer.figure = Some(figure);
            answer.draws.clone_from(&classes.draws);
            "lcmcr".into()
        }
        (Some(a), Some(b)) => {
            let spans = format!(
                "Latent classes (people differ) give {} to {}; graphs (lists depend) give {} to {}.",
                whole(a.lower),
                whole(a.upper),
                whole(b.lower),
                whole(b.upper)
            );
            say(facts, spans.clone());
            if a.upper < b.lower || b.upper < a.lower {
                let words = format!("Two sound methods contradict each other. {spans}");
                answer.refused.push(Note::new("methods_disagree", words));
                return "auto".into();
            }
            let words = "They overlap, so the figure is the middle of latent classes and the interval holds both.";
            say(facts, words.into());
            answer.figure =
                Some(Figure { estimate: a.estimate, lower: a.lower.min(b.lower), upper: a.upper.max(b.upper) });
            // Half the draws from each, so that totals over strata carry the doubt between the two.
            let other = graphs.map(|g| g.draws.as_slice()).unwrap_or_default();
            answer.draws = classes.draws.iter().step_by(2).chain(other.iter().step_by(2)).copied().collect();
            "range over lcmcr and dga".into()
        }
    }
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
            let posterior = dga::average(&counts, &options.dga, Grid::Quick, options.threads, &Watch::default())?;
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
    if missed.len() * 2 > facts.consistency.len() {
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

/// A figure below what Chao's lower bound allows for has not seen how people differ.
fn check_bounds(job: &Job, figure: Figure, answer: &mut Answer) {
    let bound = |name: &str| {
        let row: Option<&ModelRow> = answer.rows.iter().find(|r| r.name == name);
        row.and_then(Figure::of)
    };
    if let Some(chao) = bound("Mth Chao (LB)").filter(|chao| figure.upper < chao.lower) {
        let words = format!(
            "The whole interval lies below a bound that holds however people differ ({} to {}): the figure is too low.",
            whole(chao.lower),
            whole(chao.upper)
        );
        answer.refused.push(Note::new("below_lower_bound", words));
        answer.figure = None;
    }
    if let Some(facts) = bound("BIC average").filter(|f| f.estimate > figure.upper || f.estimate < figure.lower) {
        let words = format!(
            "Log-linear models, averaged, put the total at {}, outside the interval given: the answer depends on the \
             kind of model.",
            whole(facts.estimate)
        );
        answer.warnings.push(Note::new("outside_other_methods", words));
    }
    if figure.estimate - job.counts.observed() as f64 > 5.0 * job.counts.observed() as f64 {
        let words = "More than five people are unseen for each one seen; estimates this far from the data are fragile.";
        answer.warnings.push(Note::new("mostly_unseen", words));
    }
}
