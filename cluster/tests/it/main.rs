//! The same bytes from one process, from a cluster, and from a cluster that loses a machine.
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)] // its own tests use the rest
#[path = "../../../crates/link/tests/it/common/mod.rs"]
mod common;

mod cluster;
mod lists;
mod one_process;
