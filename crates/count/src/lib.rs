//! Rules applied to accounts give figures.
//!
//! *Documented* counts persons and groups on record; *reported* is what speakers say, each named. They stand side by
//! side and are never mixed; nothing is averaged. A cell's low counts the accounts that lie wholly inside it, its high
//! those that overlap it; what a source does not place stands in a cell of its own, `null`.

mod as_of;
mod audit;
mod careful;
mod cells;
mod contradictions;
mod figure;
mod rule;
mod series;
mod subject;

pub use as_of::count_as_of;
pub use audit::{Audit, wilson};
pub use careful::Bonds;
pub use cells::{Dimension, Filter};
pub use contradictions::{Code, Contradiction, contradictions};
pub use figure::{
    Behind, Documented, Estimated, Figure, Membership, Reported, behind, behind_bound, count, count_bound,
};
pub use rule::{AgeGroup, Rule, RuleError, Vague};
pub use subject::{Clusters, Judged};

pub use series::{Around, Difference, Gap, Of, Series, SeriesQuery, Statement, series};

use cairn_model::columns::Columns;
use cairn_model::{BatchId, EntryId};

/// The accounts of one batch, as columns.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The batch: an account's id is this plus its owner number in the columns.
    pub id: BatchId,
    /// One row per person or group and act.
    pub harms: &'a Columns,
    /// One row per number given by a source.
    pub tolls: &'a Columns,
    /// How each row of `harms` stands in its list's versions; none where the list has no versions.
    pub standing: Option<&'a [Standing]>,
}

/// How a row of a list stands among the versions of that list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Of the current version.
    Current,
    /// Of the current version, but without a key and unlike any row of the version before: whether it is somebody
    /// new cannot be told, so it is part of high only.
    CannotTell,
    /// Of an earlier version, and no longer on the list: the source has withdrawn it.
    Withdrawn,
    /// Of an earlier version; the current one speaks for it.
    Superseded,
    /// Its source doubts it: part of high only.
    Disputed,
}

impl Batch<'_> {
    fn account(&self, owner: u32) -> EntryId {
        EntryId { chain: self.id.chain, seq: self.id.seq + u64::from(owner) }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// The dimensions of a cell.
    pub by: Vec<Dimension>,
}

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// Not a metric.
    #[error("'{0}' is no metric; known are {1}")]
    Metric(String, String),
    /// Not a dimension.
    #[error(
        "'{0}' is no dimension; known are sex, age, place, month, year, source, document, kind, status, manner, evidence"
    )]
    Dimension(String),
    /// Nothing that holds as of a day.
    #[error("the rule does not say what begins and ends '{0}'; as of a day it counts {1}")]
    NoStock(String, String),
    /// Too many cells to print or hold.
    #[error("the dimensions asked for make more than {0} cells: ask for fewer")]
    Cells(usize),
    /// Stored columns hold what they cannot.
    #[error("the columns of batch {batch} hold '{value}' in '{column}': run 'cairn rebuild'")]
    Column {
        /// Which batch.
        batch: BatchId,
        /// Which column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
}
