//! The register: an append-only, tamper-evident log, the projections that fold from it, and preserved documents,
//! in one folder, encrypted unless made otherwise.
//!
//! The store knows entries and documents; it knows no engine (it neither reads, extracts, links nor counts), no
//! terminal and no web. It reads no clock: whoever acts says when.

mod block;
mod error;
mod files;
mod keys;
pub mod log;
mod project;
mod prove;
mod sqlite;
mod store;
mod verify;

pub use error::{Error, Result};
pub use project::{BatchView, View};
pub use prove::{Proof, ProofError, ProofSection};
pub use sqlite::{Access, Indexed, MOST_PARTS, Passphrase, SearchHit, SearchRow, SearchTerm, SqliteStore};
pub use store::{Draft, ForeignChain, Proposal, Store};
pub use verify::{Finding, Verification};
