//! The verbs on a register: add, accept, import, undo, count, explain, show, browse, search, verify.
//!
//! Engines are pure and the store knows no engine; here they meet. Nothing here knows a terminal or the web, reads a
//! clock or a file: whoever calls gives bytes, says who acts and when, and hears progress.

mod accept_rule;
mod add;
mod audit;
mod bonds;
mod browse;
pub mod charts;
mod claims;
mod decide;
mod documents;
mod drafts;
mod error;
mod estimates;
mod figure_table;
mod figures;
mod history;
mod import;
mod incidents;
mod index;
mod intake;
mod judge;
mod linking;
mod marks;
mod names;
mod nearest;
mod outgoing;
mod overview;
mod people;
pub mod plots;
mod preview;
mod progress;
mod proposed;
mod provenance;
pub mod record;
mod remarks;
mod review;
mod search;
mod series;
mod show;
mod sources;
mod subject;
mod template;
mod verify;
mod versions;

pub use accept_rule::{AcceptRule, AcceptedByRule};
pub use add::{Added, Incoming, Suggest, Suggested};
pub use browse::{
    BrowseAnswer, BrowseQuery, BrowseRow, Facet, FacetValue, Field, MOST_ROWS, RowAct, Shelf, Sort,
};
pub use claims::{Accepted, AcceptedClaim, ClaimRow, ClaimState, Rejected, Which, proposal_id};
pub use decide::{Corrections, Decided, Decision, Verdict};
pub use documents::{ClaimCounts, DocumentRow, DocumentTable, DocumentText};
pub use drafts::KeptDraft;
pub use error::{Error, Result};
pub use estimates::{
    DRAWS, DeclaredList, EstimateOptions, Fixed, LinkedBy, ListUsed, ListsEstimate, RecordFile,
    RegisterEstimate, RegisterQuestion, ReplicatesEstimate, RunNumber, ScopeOptions, estimate_files,
    estimate_replicates, membership_table,
};
pub use figure_table::{FigureColumn, FigureMap, FiguresOptions, FiguresReport};
pub use figures::{Answer, BehindRow, Explanation, RuleName};
pub use history::{HistoryRow, Undone};
pub use import::{ImportOptions, ImportReport, Problem};
pub use index::Indexing;
pub use intake::{Bulletin, Change, Clash, Comparison, ComparisonRow, Intake, Publisher, Statement};
pub use judge::{Judged, JudgedPair};
pub use linking::{
    Changes, LinkExplained, Linked, Linking, ListOf, PeopleFound, ReviewField, ReviewPair, Tally, What,
};
pub use nearest::{Hints, Near, Nearest};
pub use outgoing::{Outgoing, PassedBy, Speaker};
pub use overview::{Overview, OverviewFigure, WaitingIn};
pub use preview::{Preview, PreviewColumn, PreviewOptions, PreviewRow, PreviewValue, preview, roles};
pub use progress::{Progress, Silent};
pub use provenance::{AccountOrigin, DocumentRef, Provenance};
pub use remarks::REMARKS;
pub use review::{Agreement, HeldBack, Reviewed, ReviewedPair};
pub use search::{Hit, How, SearchAnswer, Snippet};
pub use series::{
    ContradictionsAnswer, Month, MonthDifference, MonthPeriods, MonthTotal, Opened, Quoted, SeriesAnswer,
    SeriesOptions, Spoken,
};
pub use show::{Bound, ChangedBy, JudgedBeside, OutOfForce, Shown, TiedTo, Words};
pub use subject::{Agree, Attributed, FieldValues, Happened, Said, SaidHere, Subject};
pub use template::{TemplateRow, TemplateUse};

use cairn_register::log::Position;
use cairn_register::{Store, View};

/// A register opened by somebody at some time.
pub struct Session {
    store: Box<dyn Store>,
    who: Option<String>,
    /// UTC, RFC 3339 to the second.
    now: String,
    shelf: Shelf,
}

impl Session {
    /// Works on `store` as `who`, at `now` (UTC, RFC 3339 to the second).
    #[must_use]
    pub fn new(store: Box<dyn Store>, who: Option<String>, now: String) -> Self {
        Self { store, who, now, shelf: Shelf::default() }
    }

    /// The same register once more, for questions that must not wait for whoever writes.
    ///
    /// # Errors
    /// When the store cannot be opened again.
    pub fn reader(&self) -> Result<Self> {
        Ok(Self {
            store: self.store.reader()?,
            who: self.who.clone(),
            now: self.now.clone(),
            shelf: self.shelf.clone(),
        })
    }

    /// Browses with what another session of the same register holds in memory, so that each batch is read once.
    #[must_use]
    pub fn sharing(mut self, shelf: &Shelf) -> Self {
        self.shelf = shelf.clone();
        self
    }

    /// From here on as `who`, at `now`: for whoever keeps a session open between acts.
    pub fn acting(&mut self, who: Option<String>, now: String) -> &mut Self {
        self.who = who;
        self.now = now;
        self
    }

    /// The store itself, for what needs no engine: checkpoint, verify, prove, rebuild.
    pub fn store(&mut self) -> &mut dyn Store {
        self.store.as_mut()
    }

    /// The register at a moment: a position in full or short form, a date (its end, UTC), or now.
    ///
    /// # Errors
    /// When the text names no moment of this register.
    pub fn view_at(&self, at: Option<&str>) -> Result<View> {
        let now = self.store.view(None)?;
        let Some(at) = at else { return Ok(now) };
        let nowhere = || Error::Register(cairn_register::Error::NoPosition(at.to_owned()));
        if let Ok(position) = at.parse::<Position>() {
            return Ok(self.store.view(Some(&position))?);
        }
        if now.position.short() == at {
            return Ok(now);
        }
        let moments = now.moments();
        let position = if at.parse::<jiff::civil::Date>().is_ok() {
            let until = |b: &cairn_register::BatchView| b.opening.time.get(..10).is_some_and(|day| day <= at);
            let last = moments.iter().rev().find(|(_, b)| until(b));
            last.map(|(position, _)| position.clone()).unwrap_or_default()
        } else {
            let named = moments.iter().find(|(p, b)| p.short() == at || b.id.to_string() == at);
            named.map(|(position, _)| position.clone()).ok_or_else(nowhere)?
        };
        Ok(self.store.view(Some(&position))?)
    }

    fn team(&self, reason: Option<String>) -> cairn_model::Team {
        cairn_model::Team { actor: self.who.clone(), reason }
    }

    /// Writes `entries` as one sealed batch; gives it and the position after it. An error leaves nothing behind.
    fn write(
        &mut self,
        act: &str,
        reason: Option<String>,
        entries: impl FnOnce(&mut dyn Store) -> Result<()>,
    ) -> Result<(cairn_model::BatchId, String)> {
        let team = self.team(reason);
        let batch = self.store.begin(act, &self.now, team)?;
        let written = entries(self.store.as_mut()).and_then(|()| Ok(self.store.seal()?));
        match written {
            Ok(position) => {
                // What is sealed stands whether it is found yet or not: `index` goes on where this stopped.
                let _ = self.index_small();
                Ok((batch, position.short()))
            }
            Err(e) => {
                // What was not sealed is dropped now, or else by the next writer: the first error is the one to tell.
                let _ = self.store.abandon();
                Err(e)
            }
        }
    }
}
