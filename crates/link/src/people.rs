//! How many people the records stand for.

/// The number of people with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct People {
    /// Clusters as they stand.
    pub clusters: u64,
    /// Best estimate.
    pub estimate: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
}
