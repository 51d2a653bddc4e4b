//! Linking records of people across lists and scripts: who stands twice?
//!
//! [`link`] takes tables and gives links with probabilities, clusters, thresholds and the number of people with an
//! interval, with no configuration. The way there: what each column is ([`infer`]), coded rows (`encode`), what
//! agreement by chance looks like and which blocking passes pay (`learn`), a model of three classes by EM (`em`),
//! weights with value frequencies (`score`), clusters that one wrong link cannot swell (`cluster`).
//!
//! Nothing here touches a file, a clock or a thread-local random generator. Results are a function of the content of
//! the tables, the options and the seed: any row order and any number of threads give the same bytes.

mod accepted;
mod again;
mod ages;
mod chance;
mod cluster;
mod columns;
mod compare;
mod dates;
mod draw;
mod em;
mod encode;
mod error;
mod evaluate;
mod explain;
mod families;
mod family;
mod field;
mod fixed;
mod glance;
mod kernel;
mod learn;
mod link;
mod measure;
mod naming;
mod order;
mod pairs;
mod people;
mod produced;
mod quality;
mod review;
mod rivals;
mod rows;
mod score;
mod settings;
mod stages;
mod table;
mod text;

pub use cluster::Edge;
pub use columns::{Columns, Role, infer, numbers_rows, sex_of};
pub use error::LinkError;
pub use evaluate::{Quality, evaluate, kappa};
pub use explain::{Bar, Waterfall};
pub use kernel::{Kernel, Rows};
pub use link::{
    Diagnostics, Fitted, Link, Linkage, Options, Pass, RecordRef, Step, Thresholds, Warning, link,
    link_and_keep, prepare,
};
pub use naming::{Name, RecordNames, lines};
pub use people::People;
pub use quality::ClusterQuality;
pub use review::{Asked, Why};
pub use settings::{Block, FixedLevel, Read as ReadSettings, Settings};
pub use stages::{Compared, Prepared};
pub use table::{Cells, Column, Dictionary, Table};
