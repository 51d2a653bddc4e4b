//! Every code of every vocabulary there and back, and accounts of every kind in the notations of others.
#![allow(missing_docs, clippy::unwrap_used)]

mod export;
mod ftm;
mod hxl;
mod leaving;
mod lossy;
