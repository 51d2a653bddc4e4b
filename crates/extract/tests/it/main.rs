//! Integration tests, one binary.

mod any_input;
mod mirror;
mod suite;
