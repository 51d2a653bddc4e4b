//! Linking: what must hold of any table, and the published benchmark sets where they are at hand.
#![allow(missing_docs, clippy::unwrap_used)]

mod columns;
mod common;
mod families;
mod incidents;
mod invariants;
mod poor;
mod scripts;
mod shared;
mod stages;
