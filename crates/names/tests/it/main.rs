//! Names on real lists, where they are at hand.
#![allow(missing_docs, clippy::unwrap_used)]

mod lists;
