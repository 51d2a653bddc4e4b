//! One raw cell or line to a typed value: the same code behind `cairn parse` and every import.
//!
//! Each reader is pure, remembers nothing between calls and never guesses: what a string does not say is `None`.
//! The words of each language are data (`data/lang/*.toml`); no language has code of its own.

pub mod age;
pub mod date;
mod fields;
pub mod lexicon;
pub mod missing;
pub mod place;
pub mod quantity;
mod token;

pub use age::{AgeNote, AgeRead, parse_age};
pub use cairn_model::Qualifier;
pub use date::{DateNote, DateRead, Order, Precision, parse_date};
pub use missing::{Missing, missing};
pub use place::{Candidate, Fit, parse_place};
pub use quantity::{QuantityRead, parse_quantity};
