//! Running one method on one table, whatever the method, and saying what its figure is.

use crate::care1;
use crate::closed::{self, Family};
use crate::counts::Counts;
use crate::dga::{self, Grid};
use crate::diagnostics::{
    BootstrapFacts, DgaFacts, DgaPrior, Diagnostics, GraphFacts, LcmcrFacts, LogLinearFacts,
};
use crate::hierarchical::{self, Criterion};
use crate::lattice::Work;
use crate::lcmcr::{self, Sampled};
use crate::nhoi;
use crate::options::{DgaOptions, Group, Method, Options};
use crate::outcome::{ModelRow, Note};
use crate::parallel::Watch;
use crate::sparse;
use crate::special::quantile_type7;
use crate::two_lists;

/// Draws that stand for a posterior in sums over strata.
pub(crate) const DRAWS: usize = 4000;

/// A point and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figure {
    pub estimate: f64,
    pub lower: f64,
    pub upper: f64,
}

impl Figure {
    pub(crate) fn of(row: &ModelRow) -> Option<Figure> {
        if row.code != 0 {
            return None;
        }
        Some(Figure { estimate: row.n_hat?, lower: row.lower?, upper: row.upper? })
    }
}

/// What a method answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub rows: Vec<ModelRow>,
    pub figure: Option<Figure>,
    /// Draws or evenly spread quantiles of the total, for sums over strata.
    pub draws: Vec<f64>,
    pub warnings: Vec<Note>,
    pub refused: Vec<Note>,
}

impl Answer {
    fn refuse(code: &str, words: impl Into<String>) -> Answer {
        Answer { refused: vec![Note::new(code, words)], ..Answer::default() }
    }
}

/// One table in hand.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    pub counts: &'a Counts,
    pub names: &'a [String],
    pub options: &'a Options,
    pub watch: &'a Watch<'a>,
}

impl Job<'_> {
    /// Runs a named method; what it learns about itself goes into `facts`.
    pub(crate) fn run(&self, method: Method, facts: &mut Diagnostics) -> Answer {
        let mut answer = self.run_group(method.group, facts);
        if let Some(wanted) = method.row {
            let row = answer.rows.iter().find(|row| row.name == wanted);
            answer.figure = row.and_then(Figure::of);
        }
        if answer.figure.is_none() && answer.refused.is_empty() {
            answer.refused.push(if self.watch.cancelled() {
                cancelled()
            } else {
                let words = format!("The method {} has no value on this table.", method.name());
                Note::new("no_estimate", words)
            });
        }
        answer
    }

    fn run_group(&self, group: Group, facts: &mut Diagnostics) -> Answer {
        let (counts, level, seed) = (self.counts, self.options.level, self.options.seed);
        let lists = counts.lists();
        let too_many = |most: usize| {
            let words = format!("This method works on at most {most} lists, and the table has {lists}.");
            Answer::refuse("too_many_lists", words)
        };
        match group {
            // The automatic choice is made one floor up, from the answers below.
            Group::Auto | Group::All => Answer::default(),
            Group::Chapman => self.two_lists(two_lists::pairs(counts, self.names, level)),
            Group::LincolnPetersen => self.two_lists(two_lists::lincoln_petersen(counts, self.names, level)),
            Group::Closed | Group::Profile | Group::BiasCorrected if lists > closed::MOST_LISTS => {
                too_many(closed::MOST_LISTS)
            }
            Group::Closed => {
                let (mut rows, biased) = closed::rows(counts, level);
                if self.options.method.group != Group::Closed {
                    rows.retain(|r| r.name != closed::AS_RCAPTURE);
                }
                let mut answer = best_by_bic(rows);
                if !biased.is_empty() {
                    let words = format!(
                        "The table is too sparse for these models: their estimates are off by more than a tenth by \
                         small-sample bias alone: {}.",
                        biased.join(", ")
                    );
                    answer.warnings.push(Note::new("biased_fit", words));
                }
                answer
            }
            Group::Profile => self.profile(),
            Group::BiasCorrected => {
                let rows = if lists == 2 {
                    two_lists::pairs(counts, self.names, level)
                } else {
                    closed::bias_corrected(counts, level)
                };
                Answer { rows, ..Answer::default() }
            }
            Group::LogLinear if lists > sparse::MOST_LISTS => too_many(sparse::MOST_LISTS),
            Group::LogLinear => self.log_linear(facts),
            Group::SparseMain | Group::Sparse if lists > sparse::MOST_LISTS => too_many(sparse::MOST_LISTS),
            Group::SparseMain => self.sparse(false, facts),
            Group::Sparse => self.sparse(true, facts),
            Group::Dga if lists > dga::MOST_LISTS => too_many(dga::MOST_LISTS),
            Group::Dga => self.dga(facts),
            Group::Lcmcr => self.lcmcr(facts),
            Group::Nhoi => {
                let mut answer =
                    Answer { rows: nhoi::sweep(counts, &self.options.xi, level), ..Answer::default() };
                let words = "Nothing in the data can tell how strongly all the lists depend on each other at once. \
                             The figure assumes they do not; the other rows show what it becomes if they do.";
                answer.warnings.push(Note::new("untestable_assumption", words));
                answer
            }
            Group::Care1 => self.coverage(care1::rows(counts, level, seed, self.options.bootstrap.min(400))),
        }
    }

    fn two_lists(&self, rows: Vec<ModelRow>) -> Answer {
        let figure = rows.first().filter(|_| rows.len() == 1).and_then(Figure::of);
        let mut answer = Answer { figure, rows, ..Answer::default() };
        if answer.rows.len() > 1 {
            let words = "Each pair of lists gives its own figure. Name the two lists to use with --lists.";
            answer.refused.push(Note::new("several_pairs", words));
        }
        let words = "Two lists give an estimate only if being on one made nobody more or less likely to be on the \
                     other. If the lists share people for a reason, the figure is too low; if they avoid each \
                     other, too high. Nothing in two lists can test this.";
        answer.warnings.push(Note::new("independence_assumed", words));
        answer
    }

    fn profile(&self) -> Answer {
        let (counts, level) = (self.counts, self.options.level);
        let mut rows = Vec::new();
        let mut best: Option<(f64, usize)> = None;
        for family in Family::all() {
            let bic = closed::row(family, counts, level).bic.unwrap_or(f64::INFINITY);
            if let Some(row) = closed::profile_row(family, counts, level) {
                if row.upper.is_some() && best.is_none_or(|(b, _)| bic < b) {
                    best = Some((bic, rows.len()));
                }
                rows.push(row);
            }
        }
        let figure = best.and_then(|(_, at)| Figure::of(&rows[at]));
        Answer { rows, figure, ..Answer::default() }
    }

    fn log_linear(&self, facts: &mut Diagnostics) -> Answer {
        let lattice = sparse::lattice(self.counts);
        let level = self.options.level;
        let models =
            hierarchical::fit_all(&lattice, self.options.max_order, self.options.threads, self.watch);
        if self.watch.cancelled() {
            return Answer { refused: vec![cancelled()], ..Answer::default() };
        }
        let span = models.span(&lattice, level);
        facts.loglinear = Some(LogLinearFacts {
            models: models.all.len(),
            all: models.complete,
            order: models.order,
            left_out: models.left_out(lattice.observed),
            lowest: span.map(|s| s.0),
            highest: span.map(|s| s.1),
        });
        let mut rows: Vec<ModelRow> =
            models.all.iter().take(self.options.keep_models).map(|m| m.row(&lattice, level)).collect();
        rows.push(models.average(&lattice, Criterion::Bic, level));
        rows.push(models.average(&lattice, Criterion::Aic, level));
        let mut answer = Answer { rows, ..Answer::default() };
        if models.best().is_none() {
            let words =
                "No log-linear model has a maximum on this table: too many combinations of lists are empty.";
            answer.refused.push(Note::new("no_maximum", words));
        } else if let Some((low, high)) = span {
            let words = format!(
                "Log-linear models that fit about equally well reach from {} to {}; the interval of any one of them \
                 leaves out the doubt about which is right.",
                whole(low),
                whole(high)
            );
            answer.warnings.push(Note::new("model_choice", words));
        }
        answer
    }

    fn sparse(&self, choose: bool, facts: &mut Diagnostics) -> Answer {
        let lattice = sparse::lattice(self.counts);
        let (level, options) = (self.options.level, self.options);
        let mut work = Work::default();
        let main = sparse::main_effects(&lattice, &mut work);
        let mut answer = Answer::default();
        answer.rows.push(sparse::row("SparseMSE main", &main, &lattice, self.names, level));
        if !choose {
            return answer;
        }
        let chosen = sparse::stepwise(&lattice, &mut work);
        let plain = sparse::row("SparseMSE stepwise", &chosen, &lattice, self.names, level);
        answer.rows.push(plain.clone());
        let mut corrected =
            ModelRow { name: "SparseMSE stepwise BCa".into(), lower: None, upper: None, ..plain };
        if let Some(estimate) = corrected.n_hat.filter(|_| options.bootstrap > 0) {
            let (replicates, threads) = (options.bootstrap, options.threads);
            let found =
                sparse::bootstrap(&lattice, estimate, replicates, options.seed, level, threads, self.watch);
            if let Some(found) = found {
                (corrected.lower, corrected.upper) = (Some(found.lower), Some(found.upper));
                facts.bootstrap = Some(BootstrapFacts {
                    replicates,
                    failed: found.failed,
                    models: found.models,
                    acceleration: found.acceleration,
                    bias: found.bias,
                });
                if found.models * 5 > replicates {
                    let words = format!(
                        "Resampling the same data chose {} different models in {replicates} tries: which lists \
                         depend on each other is not settled by this table.",
                        found.models
                    );
                    answer.warnings.push(Note::new("unstable_model", words));
                }
                answer.draws = found.draws;
            } else if !self.watch.cancelled() {
                let words =
                    "Too many resamples of this table have no estimate at all; no interval can be given.";
                answer.refused.push(Note::new("bootstrap_failed", words));
            }
        }
        if !chosen.blocked.is_empty() {
            let words =
                "Some pairs of lists look dependent but the table is too sparse to let the model say so.";
            answer.warnings.push(Note::new("dependence_not_estimable", words));
        }
        answer.rows.push(corrected);
        answer
    }

    fn dga(&self, facts: &mut Diagnostics) -> Answer {
        let options = &self.options.dga;
        let Some(posterior) =
            dga::average(self.counts, options, Grid::Fine, self.options.threads, self.watch)
        else {
            return Answer { refused: vec![cancelled()], ..Answer::default() };
        };
        let mut answer = Answer::default();
        let figure = self.dga_figure(&posterior);
        let mut row = ModelRow::named("dga");
        row.formula = posterior
            .graphs
            .iter()
            .take(3)
            .map(|(g, p)| format!("{g} p={p:.4}"))
            .collect::<Vec<_>>()
            .join("; ");
        row.n_hat = Some(figure.estimate);
        row.se = Some(posterior.sd());
        (row.lower, row.upper) = (Some(figure.lower), Some(figure.upper));
        answer.rows.push(row.clone());
        answer.rows.push(ModelRow { name: "dga mean".into(), n_hat: Some(posterior.mean()), ..row.clone() });
        let usual = 10.0 * self.counts.observed() as f64;
        if let Some(stopped) = posterior.stopped_at(usual, 0.5 * (1.0 - self.options.level)) {
            let [estimate, lower, upper] = stopped.map(Some);
            answer.rows.push(ModelRow {
                name: "dga Nmax=10n".into(),
                n_hat: estimate,
                lower,
                upper,
                se: None,
                ..row
            });
            let words = format!(
                "Totals above ten times the seen are not excluded by these lists. A search stopped there, as is \
                 usual, would give {} instead of {}.",
                whole(stopped[0]),
                whole(figure.estimate)
            );
            answer.warnings.push(Note::new("far_tail", words));
        }
        let mut sensitivity = Vec::new();
        if self.options.sensitivity && self.counts.lists() <= 6 {
            for (delta, complete_graph) in [(0.5, false), (1.0, false), (posterior.delta, true)] {
                let other = DgaOptions { delta: Some(delta), complete_graph, ..options.clone() };
                if let Some(other) =
                    dga::average(self.counts, &other, Grid::Quick, self.options.threads, &self.quiet())
                {
                    let Figure { estimate, lower, upper } = self.dga_figure(&other);
                    sensitivity.push(DgaPrior { delta, complete_graph, estimate, lower, upper });
                }
            }
        }
        if let Some(p) = posterior.complete.filter(|p| *p > 0.05) {
            let words = format!(
                "The graph that ties all lists together has probability {p:.2}. It fits any table and says nothing \
                 about the unseen: to that extent the figure is the prior, not the data."
            );
            answer.warnings.push(Note::new("complete_graph", words));
        }
        if let Some(other) = sensitivity
            .iter()
            .find(|s| !s.complete_graph && (s.estimate < figure.lower || s.estimate > figure.upper))
        {
            let words = format!(
                "With another usual prior (delta {}) the same data give {} instead of {}: the prior weighs as much \
                 as the data.",
                other.delta,
                whole(other.estimate),
                whole(figure.estimate)
            );
            answer.warnings.push(Note::new("prior_sensitive", words));
        }
        if posterior.edge > 1e-6 {
            let words =
                "The posterior has a heavy tail: very large totals cannot be excluded by these lists.";
            answer.warnings.push(Note::new("heavy_tail", words));
        }
        answer.draws = posterior.spread(DRAWS);
        facts.dga = Some(DgaFacts {
            mean: posterior.mean(),
            sd: posterior.sd(),
            delta: posterior.delta,
            graphs: posterior
                .graphs
                .iter()
                .map(|(cliques, probability)| GraphFacts {
                    cliques: cliques.clone(),
                    probability: *probability,
                })
                .collect(),
            complete_graph: posterior.complete,
            edge: posterior.edge,
            sensitivity,
            posterior: posterior.into_totals(),
        });
        answer.figure = Some(figure);
        answer
    }

    fn dga_figure(&self, posterior: &dga::Posterior) -> Figure {
        let tail = 0.5 * (1.0 - self.options.level);
        Figure {
            estimate: posterior.quantile(0.5),
            lower: posterior.quantile(tail),
            upper: posterior.quantile(1.0 - tail),
        }
    }

    fn lcmcr(&self, facts: &mut Diagnostics) -> Answer {
        let Some(sampled) = lcmcr::sample(self.counts, self.options, self.watch) else {
            return Answer { refused: vec![cancelled()], ..Answer::default() };
        };
        let pooled = sampled.pooled();
        let tail = 0.5 * (1.0 - self.options.level);
        let mean = pooled.iter().sum::<f64>() / pooled.len() as f64;
        let variance =
            pooled.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (pooled.len() as f64 - 1.0);
        let mut row = ModelRow::named("LCMCR");
        row.formula = format!(
            "{} latent classes, {} chains, {} sweeps",
            sampled.classes,
            sampled.chains.len(),
            sampled.sweeps
        );
        row.n_hat = Some(quantile_type7(&pooled, 0.5));
        row.se = Some(libm::sqrt(variance));
        (row.lower, row.upper) =
            (Some(quantile_type7(&pooled, tail)), Some(quantile_type7(&pooled, 1.0 - tail)));
        let mut answer = Answer::default();
        answer.rows.push(row.clone());
        answer.rows.push(ModelRow { name: "LCMCR mean".into(), n_hat: Some(mean), ..row });
        self.judge_chains(&sampled, &mut answer);
        let step = pooled.len() as f64 / DRAWS as f64;
        answer.draws = (0..DRAWS).map(|i| pooled[((i as f64 + 0.5) * step) as usize]).collect();
        facts.lcmcr = Some(LcmcrFacts {
            chains: sampled.chains.len(),
            sweeps: sampled.sweeps,
            thinning: sampled.thinning,
            classes: sampled.classes,
            occupied: sampled.occupied,
            rhat: sampled.convergence.rhat,
            ess_bulk: sampled.convergence.bulk,
            ess_tail: sampled.convergence.tail,
            chain_medians: sampled.medians(),
            beyond_20_times: sampled.beyond_cap,
            converged: sampled.converged,
            traces: sampled
                .chains
                .iter()
                .map(|c| c.iter().step_by(c.len().div_ceil(200).max(1)).copied().collect())
                .collect(),
            draws: answer.draws.clone(),
            quantiles: (0..100).map(|i| quantile_type7(&pooled, (f64::from(i) + 0.5) / 100.0)).collect(),
        });
        answer
    }

    fn judge_chains(&self, sampled: &Sampled, answer: &mut Answer) {
        let medians = sampled.medians();
        let (low, high) = medians.iter().fold((f64::INFINITY, 0.0_f64), |(l, h), &m| (l.min(m), h.max(m)));
        if !sampled.converged {
            let found = sampled.convergence;
            let words = format!(
                "The chains of the latent-class model do not agree well enough after {} sweeps each (R-hat {:.3}, \
                 effective draws {:.0} and {:.0} in the tails): one chain's middle is {}, another's {}. A figure \
                 would depend on the seed. More iterations may help; two separate answers will not go away.",
                sampled.sweeps,
                found.rhat,
                found.bulk,
                found.tail,
                whole(low),
                whole(high)
            );
            answer.refused.push(Note::new("chains_disagree", words));
        }
        if sampled.full > 0.05 {
            let words = format!(
                "All {} classes were in use in {:.0}% of draws: the data may ask for more than the model allows.",
                sampled.classes,
                100.0 * sampled.full
            );
            answer.warnings.push(Note::new("classes_exhausted", words));
        }
        if self.counts.lists() > dga::MOST_LISTS && self.options.lcmcr.listing_prior == (1.0, 1.0) {
            let words = "With this many lists the usual flat prior amounts to being nearly sure that nobody is missed, \
                         and presses the figure down. The automatic choice also asks a prior without that conviction.";
            answer.warnings.push(Note::new("prior_expects_few_unseen", words));
        }
        if sampled.beyond_cap > 0.001 {
            let words = format!(
                "In {:.1}% of draws there are more than 20 unseen people for each seen one; other software cuts \
                 these off without a word. The lists hardly bound the figure from above.",
                100.0 * sampled.beyond_cap
            );
            answer.warnings.push(Note::new("unbounded_above", words));
        }
    }

    fn coverage(&self, rows: Vec<ModelRow>) -> Answer {
        let covered = care1::coverage(self.counts).map_or(0.0, |c| c.coverage);
        // Chao and Tsay advise the high-coverage form only from about 55% on.
        let wanted = if covered >= 0.55 { "sample coverage HSC" } else { "sample coverage LSC" };
        let figure = rows.iter().find(|r| r.name == wanted).and_then(Figure::of);
        let mut answer = Answer { rows, figure, ..Answer::default() };
        if covered < 0.55 {
            let words = format!(
                "The lists are estimated to cover {:.0}% of the people; below 55% this method gives a lower bound.",
                100.0 * covered
            );
            answer.warnings.push(Note::new("low_coverage", words));
        }
        answer
    }

    /// The same caller, without progress reports.
    fn quiet(&self) -> Watch<'_> {
        Watch { progress: None, cancel: self.watch.cancel }
    }
}

/// Rows with the figure of the sound one with the lowest BIC.
fn best_by_bic(rows: Vec<ModelRow>) -> Answer {
    let bic = |r: &ModelRow| r.bic.unwrap_or(f64::INFINITY);
    // Mb and Mbh read the lists as occasions in time, which lists seldom are.
    let usable = rows.iter().filter(|r| Figure::of(r).is_some() && !r.name.starts_with("Mb"));
    let figure = usable.min_by(|a, b| bic(a).total_cmp(&bic(b))).and_then(Figure::of);
    Answer { rows, figure, ..Answer::default() }
}

pub(crate) fn cancelled() -> Note {
    Note::new("cancelled", "The estimation was stopped before it was done.")
}

/// A number of people as people write it.
pub(crate) fn whole(x: f64) -> String {
    if !x.is_finite() || x.abs() >= 1e15 {
        return "an unbounded number".into();
    }
    let digits = format!("{:.0}", x.abs());
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    out
}
