//! What leaves Cairn in the notations of others.
//!
//! The equivalents themselves are data beside the vocabularies (`hxl` and `ftm` in `crates/model/vocab`). Here they
//! are read, composed and read back, and accounts are written with them. Everything is a value in and a value out;
//! what may leave was cut before, by [`cairn_work::Session::outgoing`].

pub mod entities;
pub mod ftm;
pub mod hxl;
pub mod table;
