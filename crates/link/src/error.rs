//! What can go wrong.

/// Why linking could not be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// There is nothing to link.
    #[error("no records: give at least one table with two rows")]
    NoRecords,
    /// The number of records exceeds what a record number can hold.
    #[error("{0} records are more than the 2,000,000,000 that one run can hold: link by region or period")]
    TooMany(usize),
    /// No column that says who a record is about was found.
    #[error(
        "no column with names, birth dates, places or numbers was recognised in {table}: name the columns in link.toml"
    )]
    NoColumns {
        /// The table.
        table: String,
    },
    /// A judgement or model names a record or column that is not there.
    #[error("{0}")]
    Unknown(String),
    /// A model file could not be read.
    #[error("{0}")]
    Model(String),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}
