//! What may be asked, and how it may be tuned.

use std::str::FromStr;

use thiserror::Error;

/// A family of estimators that run together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Auto,
    All,
    Chapman,
    LincolnPetersen,
    Closed,
    Profile,
    BiasCorrected,
    LogLinear,
    SparseMain,
    Sparse,
    Dga,
    Lcmcr,
    Nhoi,
    Care1,
}

/// Every name `--method` understands: the name, what runs, and the model whose figure is the answer
/// (none: the method has an answer of its own).
const METHODS: [(&str, Group, Option<&str>); 36] = [
    ("auto", Group::Auto, None),
    ("all", Group::All, None),
    ("chapman", Group::Chapman, None),
    ("lincoln-petersen", Group::LincolnPetersen, None),
    ("closedp", Group::Closed, None),
    ("m0", Group::Closed, Some("M0")),
    ("mt", Group::Closed, Some("Mt")),
    ("mh-chao", Group::Closed, Some("Mh Chao (LB)")),
    ("mh-poisson2", Group::Closed, Some("Mh Poisson2")),
    ("mh-darroch", Group::Closed, Some("Mh Darroch")),
    ("mh-gamma3.5", Group::Closed, Some("Mh Gamma3.5")),
    ("mth-chao", Group::Closed, Some("Mth Chao (LB)")),
    ("mth-poisson2", Group::Closed, Some("Mth Poisson2")),
    ("mth-darroch", Group::Closed, Some("Mth Darroch")),
    ("mth-gamma3.5", Group::Closed, Some("Mth Gamma3.5")),
    ("mb", Group::Closed, Some("Mb")),
    ("mbh", Group::Closed, Some("Mbh")),
    ("closedp.profile", Group::Profile, None),
    ("closedp.bc", Group::BiasCorrected, Some("Mth Chao bias-corrected")),
    ("mt-bias-corrected", Group::BiasCorrected, Some("Mt bias-corrected")),
    ("mh-chao-bias-corrected", Group::BiasCorrected, Some("Mh Chao bias-corrected")),
    ("mth-chao-bias-corrected", Group::BiasCorrected, Some("Mth Chao bias-corrected")),
    ("loglinear", Group::LogLinear, Some("BIC average")),
    ("loglinear-aic", Group::LogLinear, Some("AIC average")),
    ("loglinear-best", Group::LogLinear, Some("loglinear")),
    ("sparse-main", Group::SparseMain, Some("SparseMSE main")),
    ("sparse", Group::Sparse, Some("SparseMSE stepwise BCa")),
    ("sparsemse", Group::Sparse, Some("SparseMSE stepwise BCa")),
    ("sparsemse-stepwise", Group::Sparse, Some("SparseMSE stepwise")),
    ("dga", Group::Dga, Some("dga")),
    ("lcmcr", Group::Lcmcr, Some("LCMCR")),
    ("nhoi", Group::Nhoi, Some("NHOI xi=1")),
    ("care1", Group::Care1, None),
    ("sample-coverage-indep", Group::Care1, Some("sample coverage Indep")),
    ("sample-coverage-hsc", Group::Care1, Some("sample coverage HSC")),
    ("sample-coverage-lsc", Group::Care1, Some("sample coverage LSC")),
];

/// One way to estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    pub(crate) name: &'static str,
    pub(crate) group: Group,
    pub(crate) row: Option<&'static str>,
}

/// A method name nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no method \"{given}\"; the methods are {}", Method::names().collect::<Vec<_>>().join(", "))]
pub struct UnknownMethod {
    /// What was asked for.
    pub given: String,
}

impl Method {
    /// Chooses by the data, explains, and refuses where no estimate is defensible.
    pub const AUTO: Method = Method { name: "auto", group: Group::Auto, row: None };
    /// Runs everything that can run, and answers like `auto`.
    pub const ALL: Method = Method { name: "all", group: Group::All, row: None };

    /// The name that `--method` takes.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// All names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        METHODS.iter().map(|(name, _, _)| *name)
    }
}

impl FromStr for Method {
    type Err = UnknownMethod;

    /// Names match in any case, with spaces or hyphens; a model's own name ("Mth Chao (LB)") works too.
    fn from_str(given: &str) -> Result<Method, UnknownMethod> {
        let plain = |s: &str| s.to_lowercase().replace(" (lb)", "").replace([' ', '_'], "-");
        let wanted = plain(given);
        let by_row = |row: &Option<&str>| row.is_some_and(|row| plain(row) == wanted);
        METHODS
            .iter()
            .find(|(name, _, _)| *name == wanted)
            .or_else(|| METHODS.iter().find(|(_, _, row)| by_row(row)))
            .map(|&(name, group, row)| Method { name, group, row })
            .ok_or_else(|| UnknownMethod { given: given.to_owned() })
    }
}

/// How to run. Two runs with equal options and table give equal bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// What to run.
    pub method: Method,
    /// Seed of everything random.
    pub seed: u64,
    /// Level of the intervals.
    pub level: f64,
    /// Chains of the latent-class sampler, at least two.
    pub chains: usize,
    /// The most sweeps each chain may take; it stops earlier once it has converged.
    pub iterations: usize,
    /// Threads, 0 for one per core. Never changes the answer.
    pub threads: usize,
    /// Bootstrap replicates.
    pub bootstrap: usize,
    /// Highest order of interaction in log-linear models; none for as high as can be listed.
    pub max_order: Option<usize>,
    /// Rows of log-linear models to report, best BIC first.
    pub keep_models: usize,
    /// Assumed highest-order odds ratios.
    pub xi: Vec<f64>,
    /// Decomposable graphs.
    pub dga: DgaOptions,
    /// Latent classes.
    pub lcmcr: LcmcrOptions,
    /// Whether to estimate each list's known size from the others and leave each list out in turn.
    pub sensitivity: bool,
}

/// Settings of the average over decomposable graphs.
#[derive(Debug, Clone, PartialEq)]
pub struct DgaOptions {
    /// Hyper-Dirichlet weight of a cell; none for 2^−J.
    pub delta: Option<f64>,
    /// Whether the graph with all pairs, which says nothing about the unseen, may take part.
    pub complete_graph: bool,
    /// The largest number of unseen people considered; none grows until the edge weighs nothing.
    pub most_unseen: Option<u64>,
}

/// Settings of the latent-class model.
#[derive(Debug, Clone, PartialEq)]
pub struct LcmcrOptions {
    /// Classes; none for 10, or 15 from ten lists on.
    pub classes: Option<usize>,
    /// Gamma prior of the stick-breaking weight: shape and rate.
    pub alpha_prior: (f64, f64),
    /// Beta prior of each class's chance of being on a list.
    pub listing_prior: (f64, f64),
    /// The unseen are cut at this many times the seen, as R's package does silently at 20; none: no cut.
    pub cap: Option<f64>,
    /// Chains agree when split R-hat is at most this.
    pub most_rhat: f64,
    /// Effective draws needed, in the bulk and in the tails, before a figure is given.
    pub least_ess: f64,
    /// Effective draws at which sampling stops.
    pub target_ess: f64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            method: Method::AUTO,
            seed: 1,
            level: 0.95,
            chains: 4,
            iterations: 1_000_000,
            threads: 0,
            bootstrap: 1000,
            max_order: None,
            keep_models: 200,
            xi: crate::nhoi::SWEEP.to_vec(),
            dga: DgaOptions { delta: None, complete_graph: false, most_unseen: None },
            lcmcr: LcmcrOptions {
                classes: None,
                alpha_prior: (0.25, 0.25),
                listing_prior: (1.0, 1.0),
                cap: None,
                most_rhat: 1.01,
                least_ess: 400.0,
                target_ess: 3000.0,
            },
            sensitivity: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_itself() {
        for name in Method::names() {
            assert_eq!(name.parse::<Method>().unwrap().name(), name);
        }
        assert_eq!("Mth Chao (LB)".parse::<Method>().unwrap().name(), "mth-chao");
        assert_eq!("SparseMSE".parse::<Method>().unwrap().group, Group::Sparse);
        assert!("magic".parse::<Method>().unwrap_err().to_string().contains("lcmcr"));
    }
}
