//! What can go wrong.

use cairn_link::LinkError;
use datafusion::error::DataFusionError;

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// The linkage itself.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// A file or object.
    #[error("{at}: {why}")]
    File {
        /// Its path or address.
        at: String,
        /// What happened.
        why: String,
    },
    /// The plan could not be made or run.
    #[error("{0}")]
    Plan(#[from] DataFusionError),
    /// The cluster failed as often as it was tried.
    #[error("the cluster at {scheduler} failed {attempts} times, as said above; nothing is written")]
    Cluster {
        /// Address of the scheduler.
        scheduler: String,
        /// How often it was tried.
        attempts: usize,
    },
    /// Rows that went out did not all arrive, or arrived twice.
    #[error("pass {pass}: {sent} rows were to be compared and {seen} were")]
    Lost {
        /// The pass.
        pass: usize,
        /// Rows that were to be compared.
        sent: u64,
        /// Rows that were.
        seen: u64,
    },
    /// A server of this process.
    #[error("{0}")]
    Serve(String),
}

impl ClusterError {
    pub(crate) fn file(at: impl ToString, why: impl ToString) -> Self {
        Self::File { at: at.to_string(), why: why.to_string() }
    }
}
