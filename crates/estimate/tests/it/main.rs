//! Estimates beside those of the published packages, where their answers are at hand.
#![allow(missing_docs)]

mod reference;
