//! What leaves Cairn in the notations of others.
//!
//! The equivalents themselves are data beside the vocabularies (`hxl` and `ftm` in `crates/model/vocab`). Here they
//! are read, composed and read back. Everything is a value in and a value out.

pub mod ftm;
pub mod hxl;
