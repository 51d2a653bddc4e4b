//! Estimates: what must hold of any table, known truth, and the answers of the published packages where at hand.
#![allow(missing_docs, clippy::unwrap_used)]

mod known_truth;
mod properties;
mod reference;
mod replicates;
