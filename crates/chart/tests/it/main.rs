//! What charts promise, from outside.
#![allow(missing_docs, clippy::unwrap_used)]

mod golden;
mod marks;
mod properties;
