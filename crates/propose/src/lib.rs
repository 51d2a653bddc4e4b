//! Proposals of a language model that runs on this machine.
//!
//! A model proposes and decides nothing: every proposal carries its name, quotes the text verbatim and gives a number
//! that stands in its quote, or it is dropped and counted. No other machine is asked.

mod answer;
mod endpoint;
mod keep;

use serde::Serialize;

pub use endpoint::{Endpoint, Limits};
pub use keep::{Bounds, Dropped, Kept, Placed, keep};

/// What a model says that a text says. Nothing of it is believed before [`keep`] has found it in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Draft {
    pub quote: String,
    pub metric: String,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub cumulative: bool,
    pub group: Option<String>,
    pub place: Option<String>,
    pub period: Option<String>,
    pub source: Option<String>,
    pub responsible: Option<String>,
}

/// The drafts of one answer, and how many of its items were none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// What could be read.
    pub drafts: Vec<Draft>,
    /// Items without a quote or a metric.
    pub unreadable: u64,
}

/// Somebody who reads texts.
pub trait Proposer: Sync {
    /// The name that its proposals bear.
    fn name(&self) -> &str;

    /// What it reads in a text that bears a day.
    ///
    /// # Errors
    /// When it cannot be asked, or its answer is none.
    fn propose(&self, text: &str, published: Option<&str>) -> Result<Drafts, Error>;
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not an address that is asked.
    #[error("{url}: {why}")]
    Address {
        /// As given.
        url: String,
        /// What is wrong, and the mend.
        why: &'static str,
    },
    /// Nobody answers there, or not in time.
    #[error("{url} does not answer: {why}; is the model's server running?")]
    Silent {
        /// Who was asked.
        url: String,
        /// As the system says.
        why: String,
    },
    /// An answer that is no answer: an error page, a redirect.
    #[error("{url} refuses: {why}")]
    Refused {
        /// Who was asked.
        url: String,
        /// What came.
        why: String,
    },
    /// More than is read.
    #[error("the model's answer is longer than {0} bytes")]
    Long(u64),
    /// Not JSON of the shape asked for.
    #[error("the model's answer cannot be read: {0}")]
    Answer(String),
}

impl Error {
    /// Whether asking about the next text is pointless too.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        matches!(self, Self::Address { .. } | Self::Silent { .. } | Self::Refused { .. })
    }
}
