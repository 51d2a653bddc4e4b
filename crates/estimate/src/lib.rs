//! Multiple systems estimation: how many people were never recorded, from the overlaps of the lists
//! that recorded the others.
//!
//! Pure and deterministic by seed: a table and options in, an [`Outcome`] out. No clock, no files, no
//! globals; the number of threads changes the time, never the answer. Where the data cannot carry an
//! estimate the outcome says so, with reasons, and holds no figure.

mod auto;
mod care1;
mod closed;
mod combine;
mod counts;
mod dga;
mod diagnostics;
mod estimate;
mod existence;
mod gates;
mod glm;
mod hierarchical;
mod histories;
mod intervals;
mod lattice;
mod lcmcr;
mod linalg;
mod methods;
mod nhoi;
mod options;
mod outcome;
mod parallel;
mod profile;
mod rng;
mod sparse;
mod special;
mod table;
mod two_lists;

pub use combine::{Combined, Each, Over, Variance, combine};
pub use counts::{Counts, MAX_LISTS};
pub use diagnostics::{
    BootstrapFacts, Consistency, DgaFacts, DgaPrior, Diagnostics, GraphFacts, LcmcrFacts, ListFacts,
    LogLinearFacts, PairFacts, TotalFacts, WithoutList,
};
pub use estimate::{estimate, estimate_watched, refuse};
pub use histories::Records;
#[doc(hidden)]
pub use lcmcr::sweeps_for_bench;
pub use options::{DgaOptions, LcmcrOptions, Method, Options, UnknownMethod};
pub use outcome::{ModelRow, Note, Outcome, StratumOutcome};
pub use parallel::{Progress, Watch};
pub use table::{Columns, ReadNotes, Stratum, Table, TableError, TableErrorKind};
