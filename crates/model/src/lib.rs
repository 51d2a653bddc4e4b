//! The nouns of Cairn, as plain values.
//!
//! The atom is an [`Account`]: one source's word on one thing, with who said it, in which document, at which
//! place in it. Everything that is added, judged or withdrawn is an [`Entry`] of the register's log.
//!
//! This crate performs no input or output and reads no clock. It knows no party, no country and no conflict:
//! those are data.

mod account;
pub mod canonical;
pub mod columns;
mod entry;
mod id;
mod remark;
mod time;
pub mod vocab;

pub use account::{
    About, Access, AccessLevel, Account, Act, Attribution, Correction, CorrectionStance, Declaration,
    Displacement, Evidence, Facility, Gap, Holding, Identifier, Incident, Kind, Locator, Measure, Name,
    Personal, Qualifier, Size, Status, Tie, Toll,
};
pub use entry::{
    Acceptance, Amendment, BatchId, Class, Consent, ConsentState, Document, Edit, Entry, EstimateRun,
    Judgement, ListScope, ListVersion, Opening, Rejection, RunFigure, RunList, RunStratum, Seal, Source,
    Team, Undo, Verdict, Withdrawal,
};
pub use id::{ChainId, DocId, EntryId, IdError};
pub use remark::{Param, Params, Part, Remark};
pub use time::{Ages, Interval, IntervalError};
