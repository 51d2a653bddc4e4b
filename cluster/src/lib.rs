//! The comparison of linkage under Apache DataFusion, in one process or on a Ballista cluster.
//!
//! The driver ([`link`]) does what needs all records and is cheap, with `cairn-link`: coding, choice of passes, learning,
//! and in the end clusters. What is dear, the comparison of all candidate pairs, is one physical operator
//! ([`Compare`]), whose input is partitioned by block key and whose output is the pairs above the threshold. The rows
//! travel as Parquet, the words behind their codes and the model as one file (`cairn_link::Kernel`), both through a
//! place that all machines reach: a directory or S3-compatible storage.
//!
//! Results are the same bytes as `cairn_link::link` gives, whichever machines took part and whichever were lost.

mod codec;
mod compare;
mod error;
mod input;
mod kernel;
mod plan;
mod run;
mod serve;
mod staging;
mod stores;

pub use codec::Codec;
pub use compare::{Compare, Work};
pub use error::ClusterError;
pub use input::{address, tables};
pub use kernel::KernelFile;
pub use run::{Engine, Job, link};
pub use serve::{ExecutorOptions, SchedulerOptions, executor, scheduler};
