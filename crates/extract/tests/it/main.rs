//! Integration tests, one binary.

mod any_input;
mod check;
mod mirror;
mod shared;
mod suite;
mod template;
mod unseen;
