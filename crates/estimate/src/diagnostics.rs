//! What is printed beside a figure: how the lists overlap and how the methods behaved.

use serde::Serialize;

use crate::table::ReadNotes;

/// Everything found out about the table and the run.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Diagnostics {
    /// Each list's length and how much of it no other list has.
    pub lists: Vec<ListFacts>,
    /// Each pair's overlap and association.
    pub pairs: Vec<PairFacts>,
    /// People on exactly 1, 2, … lists.
    pub on_exactly: Vec<u64>,
    /// Histories that occur, and how many could.
    pub histories_seen: usize,
    /// 2^J − 1.
    pub histories_possible: f64,
    /// Groups of lists joined by overlaps; more than one group are islands.
    pub groups: Vec<Vec<String>>,
    /// Whether people seem to differ in their chance of being recorded.
    pub unequal_chances: bool,
    /// Lists without records, not used.
    pub lists_dropped: Vec<String>,
    /// What reading the table left out.
    pub reading: ReadNotes,
    /// How the method was chosen, sentence by sentence.
    pub choice: Vec<String>,
    /// Each list's known size, estimated from the other lists.
    pub consistency: Vec<Consistency>,
    /// The estimate without each list.
    pub without_list: Vec<WithoutList>,
    /// Log-linear models.
    pub loglinear: Option<LogLinearFacts>,
    /// Bootstrap of the sparse model.
    pub bootstrap: Option<BootstrapFacts>,
    /// Decomposable graphs.
    pub dga: Option<DgaFacts>,
    /// Latent classes.
    pub lcmcr: Option<LcmcrFacts>,
    /// Latent classes under the prior that expects many unseen, where there are too many lists for graphs.
    pub lcmcr_thin_prior: Option<LcmcrFacts>,
    /// How many strata the total holds, and how many it lacks; only for totals over strata.
    pub total: Option<TotalFacts>,
}

/// One list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListFacts {
    /// Its heading.
    pub name: String,
    /// People on it.
    pub size: u64,
    /// People on it and on no other.
    pub alone: u64,
}

/// Two lists.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairFacts {
    /// One list.
    pub a: String,
    /// The other.
    pub b: String,
    /// People on both.
    pub both: u64,
    /// How strongly being on one goes with being on the other, among people some third list has
    /// (1: not at all); none where too few third-list people allow it.
    pub odds_ratio: Option<f64>,
    /// 95% interval of the odds ratio.
    pub odds_ratio_lower: Option<f64>,
    /// 95% interval of the odds ratio.
    pub odds_ratio_upper: Option<f64>,
}

/// A list's known size against its estimate from the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Consistency {
    /// The list.
    pub list: String,
    /// How many people it has.
    pub known: u64,
    /// What the other lists say it has.
    pub estimate: f64,
    /// Lower end of their interval.
    pub lower: f64,
    /// Upper end of their interval.
    pub upper: f64,
    /// Whether the interval holds the known size.
    pub inside: bool,
}

/// The estimate without one list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WithoutList {
    /// The list left out.
    pub list: String,
    /// The estimate from the rest.
    pub estimate: f64,
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// What the log-linear models were.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogLinearFacts {
    /// Models fitted.
    pub models: usize,
    /// Whether these are all hierarchical models up to the order, or those a search visited.
    pub all: bool,
    /// Highest order of interaction.
    pub order: usize,
    /// Models without a sound maximum or implausibly large, left out of averages.
    pub left_out: usize,
    /// Lowest limit over models that the data do not clearly reject.
    pub lowest: Option<f64>,
    /// Highest limit over those models.
    pub highest: Option<f64>,
}

/// What the bootstrap saw.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BootstrapFacts {
    /// Replicates asked for.
    pub replicates: usize,
    /// Replicates without an estimate.
    pub failed: usize,
    /// Different models they chose.
    pub models: usize,
    /// Acceleration.
    pub acceleration: f64,
    /// Bias correction.
    pub bias: f64,
}

/// What the average over graphs rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DgaFacts {
    /// Posterior mean of the total.
    pub mean: f64,
    /// Posterior standard deviation.
    pub sd: f64,
    /// Weight of a cell in the prior.
    pub delta: f64,
    /// The most probable graphs.
    pub graphs: Vec<GraphFacts>,
    /// Probability of the graph that carries no information; none when it was left out.
    pub complete_graph: Option<f64>,
    /// Probability at the last point of the grid.
    pub edge: f64,
    /// The same under other priors.
    pub sensitivity: Vec<DgaPrior>,
    /// The posterior: totals and their probabilities, for a picture of it.
    #[serde(skip)]
    pub posterior: Vec<(f64, f64)>,
}

/// One graph.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GraphFacts {
    /// Its cliques, lists numbered from 1 in the table's order.
    pub cliques: String,
    /// Its probability.
    pub probability: f64,
}

/// The answer under another prior.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DgaPrior {
    /// Weight of a cell.
    pub delta: f64,
    /// Whether the complete graph took part.
    pub complete_graph: bool,
    /// Median total.
    pub estimate: f64,
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// How the chains behaved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LcmcrFacts {
    /// Chains.
    pub chains: usize,
    /// Sweeps each took.
    pub sweeps: usize,
    /// Sweeps between kept draws.
    pub thinning: usize,
    /// Classes allowed.
    pub classes: usize,
    /// Classes that held anybody, on average.
    pub occupied: f64,
    /// Rank-normalised split R-hat.
    pub rhat: f64,
    /// Effective draws in the bulk.
    pub ess_bulk: f64,
    /// Effective draws in the tails.
    pub ess_tail: f64,
    /// Median of each chain.
    pub chain_medians: Vec<f64>,
    /// Share of draws beyond 20 unseen for each seen person.
    pub beyond_20_times: f64,
    /// Whether the chains are good enough for a figure.
    pub converged: bool,
    /// Up to 200 draws of each chain, in order, for trace plots.
    pub traces: Vec<Vec<f64>>,
    /// Posterior quantiles at 0.5%, 1.5%, …, 99.5%.
    pub quantiles: Vec<f64>,
    /// Draws of all chains at even steps of their order, for a picture of the posterior.
    #[serde(skip)]
    pub draws: Vec<f64>,
}

/// A total over strata.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TotalFacts {
    /// Strata in the total.
    pub estimated: usize,
    /// Strata that could not be estimated; with any, the total is partial.
    pub refused: usize,
    /// People seen in refused strata: counted nowhere in the total.
    pub observed_in_refused: u64,
    /// Whether the total lacks strata.
    pub partial: bool,
}
