//! Bytes of every kind: golden files, and properties that hold for any bytes.
#![allow(missing_docs)]

mod golden;
mod properties;
