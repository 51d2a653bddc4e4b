//! Every code of every vocabulary, there and back.
#![allow(missing_docs, clippy::unwrap_used)]

mod ftm;
mod hxl;
mod lossy;
