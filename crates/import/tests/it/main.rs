//! Cells, columns and lists: golden files, properties, and real inputs where they are at hand.
#![allow(missing_docs)]

mod golden;
mod properties;
mod shared;
