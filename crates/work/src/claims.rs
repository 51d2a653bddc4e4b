//! Claims: what the engine read in a text waits here until a person decides.

use std::collections::{BTreeMap, BTreeSet};

use cairn_extract::Claim;
use cairn_model::{
    Account, Attribution, BatchId, DocId, Entry, EntryId, Interval, Kind, Locator, Rejection, Toll,
};
use cairn_read::Content;
use cairn_register::{Proposal, View};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::audit;
use crate::proposed::{Proposed, proposals};
use crate::sources::{Draft, Sources};
use crate::{Error, Result, Session};

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// Waits for a decision.
    Proposed,
    /// An account came of it.
    Accepted,
    /// A person did not take it.
    Rejected,
}

/// One proposal with its state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimRow {
    /// Its id.
    pub id: String,
    /// The document.
    pub doc: DocId,
    /// The document's file name.
    pub document: String,
    /// What became of it.
    pub state: ClaimState,
    /// The account that came of it.
    pub account: Option<EntryId>,
    /// The rule, by name and version, that chose it and left it to a person.
    pub audit: Option<String>,
    /// The publisher whose template filled it in.
    pub by_template: Option<String>,
    /// The model that proposed it.
    pub by_model: Option<String>,
    /// What was read.
    #[serde(flatten)]
    pub claim: Claim,
}

impl ClaimRow {
    pub(crate) fn is_proposed(&self) -> bool {
        self.state == ClaimState::Proposed
    }
}

/// Which proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Every one that waits; with a document, of that document.
    All(Option<DocId>),
    /// These.
    Ids(Vec<String>),
}

/// What an acceptance did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// The batch.
    pub batch: BatchId,
    /// The position after it.
    pub position: String,
    /// What came of each claim.
    pub accounts: Vec<AcceptedClaim>,
}

/// A claim and the account that came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcceptedClaim {
    /// The claim.
    pub claim: String,
    /// The account.
    pub account: EntryId,
}

/// What a rejection did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// The batch.
    pub batch: BatchId,
    /// The position after it.
    pub position: String,
    /// The claims.
    pub claims: Vec<String>,
}

/// The id of a proposal: eight digits of its document, six of the SHA-256 of what was read. Reading the same again
/// gives the same id; reading otherwise gives another, so that no decision slides onto words it was not about.
#[must_use]
pub fn proposal_id(doc: DocId, body: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(body).into();
    let digits: String = hash[..3].iter().map(|b| format!("{b:02x}")).collect();
    format!("{}.{digits}", &doc.to_string()[..8])
}

impl Session {
    /// All claims of documents on record, or of one document, in document order.
    ///
    /// # Errors
    /// When the store fails.
    pub fn claims(&self, doc: Option<DocId>) -> Result<Vec<ClaimRow>> {
        let view = self.store.view(None)?;
        let mut accepted: BTreeMap<&str, EntryId> = BTreeMap::new();
        let mut rejected: BTreeSet<&str> = BTreeSet::new();
        for batch in view.effective() {
            accepted.extend(batch.accepted.iter().map(|(claim, id)| (claim.as_str(), *id)));
            rejected.extend(batch.rejected.iter().map(String::as_str));
        }
        let held = audit::held(&view);
        let documents = view.documents();
        let mut rows = Vec::new();
        for proposal in self.store.proposals()? {
            let Some(document) = documents.iter().find(|d| d.doc == proposal.doc) else { continue };
            if doc.is_some_and(|d| d != proposal.doc) {
                continue;
            }
            let Proposed { claim, by_template, by_model } = Proposed::of(&proposal)?;
            let id = proposal.id;
            let account = accepted.get(id.as_str()).copied();
            let state = match account {
                Some(_) => ClaimState::Accepted,
                None if rejected.contains(id.as_str()) => ClaimState::Rejected,
                None => ClaimState::Proposed,
            };
            let audit = held.get(id.as_str()).cloned();
            rows.push(ClaimRow {
                id,
                doc: proposal.doc,
                document: document.name.clone(),
                state,
                account,
                audit,
                by_template,
                by_model,
                claim,
            });
        }
        Ok(rows)
    }

    /// Takes proposals into the register: each becomes an account.
    ///
    /// # Errors
    /// When an id is unknown or already decided, or nothing waits; then none is taken.
    pub fn accept(&mut self, which: &Which, reason: Option<String>) -> Result<Accepted> {
        let claims = self.undecided(which)?;
        let view = self.store.view(None)?;
        self.read_again(&claims, &view)?;
        let mut sources = Sources::of(&view);
        let mut accounts = Vec::new();
        let (batch, position) = self.write("accept", reason, |store| {
            let mut draft = Draft::new(store);
            for row in &claims {
                let said_by = match &row.claim.source {
                    Some(name) => Some(sources.named(&mut draft, name)?),
                    None => None,
                };
                let published_by = view.document(row.doc).and_then(|d| d.publisher);
                let account = draft.push(Entry::Account(Box::new(account(row, said_by, published_by))));
                accounts.push(AcceptedClaim { claim: row.id.clone(), account });
            }
            Ok(store.append(&draft.entries)?)
        })?;
        Ok(Accepted { batch, position, accounts })
    }

    /// Does not take proposals. They stay readable and can be taken after an undo.
    ///
    /// # Errors
    /// As [`Session::accept`].
    pub fn reject(&mut self, which: &Which, reason: Option<String>) -> Result<Rejected> {
        let claims: Vec<String> = self.undecided(which)?.into_iter().map(|row| row.id).collect();
        let (batch, position) = self.write("reject", reason, |store| {
            let entries: Vec<Entry> =
                claims.iter().map(|claim| Entry::Rejection(Rejection { claim: claim.clone() })).collect();
            Ok(store.append(&entries)?)
        })?;
        Ok(Rejected { batch, position, claims })
    }

    /// Proposals stand beside the log, where a slip or a hand could change them. What is accepted is what the text
    /// gives: the documents are read again first, and where that differs, the fresh reading is put in place.
    pub(crate) fn read_again(&mut self, claims: &[ClaimRow], view: &View) -> Result<()> {
        let docs: BTreeSet<DocId> = claims.iter().map(|c| c.doc).collect();
        let stored = self.store.proposals()?;
        for doc in docs {
            let Some(document) = view.documents().into_iter().find(|d| d.doc == doc) else { continue };
            let bytes = self.store.blob(doc)?;
            let Content::Text(text) = cairn_read::read(&bytes, &document.name)? else { continue };
            let published = document.published.as_ref().and_then(|d| d.parse().ok());
            let lang = document.lang.as_deref();
            // What the rules read is read again; what a template or a model proposed must stand in the text as it says.
            let of_doc: Vec<&Proposal> = stored.iter().filter(|p| p.doc == doc).collect();
            let others: Vec<Proposed> = of_doc.iter().filter_map(|p| Proposed::of(p).ok()).collect();
            let fresh = proposals(doc, &text.text, published, lang, &others);
            if of_doc.into_iter().ne(fresh.iter()) {
                self.store.put_proposals(doc, &fresh)?;
                return Err(Error::ReadAnew(document.name.clone()));
            }
        }
        Ok(())
    }

    pub(crate) fn undecided(&self, which: &Which) -> Result<Vec<ClaimRow>> {
        match which {
            Which::All(doc) => {
                let mut rows = self.claims(*doc)?;
                // What a rule left to a person is decided one by one: that is what it was left for.
                let waiting = rows.iter().filter(|r| r.is_proposed()).count();
                rows.retain(|r| r.is_proposed() && r.audit.is_none());
                if rows.is_empty() && waiting > 0 {
                    return Err(Error::Nothing(format!(
                        "only {waiting} claims wait, which a rule left to a person: look at each and decide it by its id"
                    )));
                }
                if rows.is_empty() {
                    return Err(Error::Nothing(
                        "no claim waits for a decision: add a text with 'cairn add DIR FILE'".to_owned(),
                    ));
                }
                Ok(rows)
            }
            Which::Ids(ids) => {
                let rows = self.claims(None)?;
                let mut out: Vec<ClaimRow> = Vec::new();
                for id in ids {
                    let row = rows.iter().find(|r| r.id == *id).ok_or(Error::Unknown(id.clone()))?;
                    match row.state {
                        ClaimState::Proposed if out.iter().any(|r| r.id == *id) => {}
                        ClaimState::Proposed => out.push(row.clone()),
                        ClaimState::Accepted => return Err(Error::Decided(id.clone(), "accepted")),
                        ClaimState::Rejected => return Err(Error::Decided(id.clone(), "rejected")),
                    }
                }
                Ok(out)
            }
        }
    }
}

pub(crate) fn account(row: &ClaimRow, said_by: Option<EntryId>, published_by: Option<EntryId>) -> Account {
    let c = &row.claim;
    let is_declaration = c.kind == cairn_extract::Kind::Declaration;
    let attribution = c.responsible.as_ref().map(|actor| Attribution {
        actor: actor.clone(),
        said_by: c.responsible_said_by.clone(),
        stance: c.stance.map(code),
    });
    let kind = if is_declaration { Kind::Declaration } else { Kind::Figure };
    Account {
        attributions: attribution.into_iter().collect(),
        claim: Some(row.id.clone()),
        published_by,
        said_by,
        toll: (!is_declaration).then(|| toll(c)),
        ..Account::new(kind, row.doc, Locator::Chars(c.start as u64, c.end as u64))
    }
}

pub(crate) fn toll(c: &Claim) -> Toll {
    Toll {
        by_rule: c.by_rule,
        component: None,
        cumulative: c.cumulative,
        group: c.group.clone(),
        high: c.high,
        hypothetical: c.hypothetical,
        low: c.low,
        metric: code(c.metric),
        negated: c.negated,
        party: c.party_affected.clone(),
        period: c.period.clone(),
        place: c.place.clone(),
        qualifier: c.qualifier,
        scope: None,
        unit: c.unit.clone(),
        when: Interval(c.resolved_from, c.resolved_to).sound(),
    }
}

/// The code that an engine's enumeration serialises to.
pub(crate) fn code<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
