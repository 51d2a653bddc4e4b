//! Projections: what readers ask, folded from the log.
//!
//! The projection of a batch depends on the entries of that batch alone. So adding a batch never touches another's,
//! the past is asked by leaving later batches out, and rebuilding is folding every batch anew.

use std::collections::{BTreeMap, HashSet};

use cairn_model::columns::{Builder, Columns};
use cairn_model::{
    Acceptance, AccessLevel, Account, BatchId, Displacement, DocId, Document, Edit, Entry, EntryId,
    EstimateRun, ListScope, ListVersion, Locator, Opening, Qualifier, Size, Source, Team, Toll,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::keys::hex;
use crate::log::Position;

/// One sealed batch, without its accounts (those are in the columns).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchView {
    /// The entry that opens it.
    pub id: BatchId,
    /// Sequence after its seal: the size of the chain when it became visible.
    pub end: u64,
    /// Verb, time and parents.
    pub opening: Opening,
    /// Who acted and why.
    pub team: Team,
    /// Documents added.
    pub documents: Vec<Document>,
    /// Sources named for the first time.
    pub sources: Vec<(EntryId, Source)>,
    /// List versions imported.
    pub lists: Vec<(EntryId, ListVersion)>,
    /// Number of accounts.
    pub accounts: u64,
    /// Proposals accepted, with the account that each became.
    pub accepted: Vec<(String, EntryId)>,
    /// Proposals rejected.
    pub rejected: Vec<String>,
    /// The rules that chose what was accepted here; none when a person did.
    #[serde(default)]
    pub rules: Vec<Acceptance>,
    /// What the machine had read in the proposals that were mended when they were accepted.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// What lists are declared to cover.
    #[serde(default)]
    pub scopes: Vec<(EntryId, ListScope)>,
    /// Estimates that were run, refused ones too.
    #[serde(default)]
    pub runs: Vec<(EntryId, EstimateRun)>,
    /// Batches withdrawn.
    pub undoes: Vec<BatchId>,
    /// Rows of its marks: none, and nobody need read them.
    #[serde(default)]
    pub marks: u64,
    /// The effective batch that withdraws this one; not stored but found when a view is made.
    #[serde(skip)]
    pub undone_by: Option<BatchId>,
}

/// Columns of `harms`: one row per account and act or status, in the order in which `Projector::harms` gives cells.
/// An account that says neither has one row without a metric. `is` is empty for an act.
/// `named` is 1 where the account gives a name.
pub(crate) const HARMS: [&str; 17] = [
    "metric", "kind", "sex", "age", "status", "size", "when", "place", "said_by", "doc", "key", "named",
    "is", "negated", "manner", "evidence", "as_of",
];

/// Columns of `tolls`: one row per number that a source gives, in the order in which `Projector::toll` gives cells.
pub(crate) const TOLLS: [&str; 22] = [
    "metric",
    "low",
    "high",
    "qualifier",
    "unit",
    "scope",
    "component",
    "when",
    "period",
    "place",
    "group",
    "party",
    "responsible",
    "by_rule",
    "cumulative",
    "negated",
    "hypothetical",
    "said_by",
    "published_by",
    "doc",
    "at",
    "derived_from",
];

/// Columns of `marks`: what bears on how accounts count, one row each. `is` says what it is:
/// `judgement` (pair `a`, `b`; verdict, score), `instead_of` (the judgement `a` is replaced), `amendment` (`b` stands for
/// `a`), `withdrawal` (of `a`), `correction` (of `a`; its stance), `tie` (to `a`; its type), `consent` (for `a`; how it
/// stands in `b`; to what).
pub(crate) const MARKS: [&str; 5] = ["is", "a", "b", "says", "score"];

/// Folds the entries of one batch, in order.
#[derive(Debug)]
pub(crate) struct Projector {
    view: BatchView,
    harms: Builder,
    tolls: Builder,
    marks: Builder,
    doc: DocText,
    /// The key column of the list now read, when it is a version of a series.
    series_key: Option<Option<String>>,
}

/// A batch's projection.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Projected {
    pub(crate) view: BatchView,
    pub(crate) harms: Columns,
    pub(crate) tolls: Columns,
    pub(crate) marks: Columns,
}

impl Projector {
    pub(crate) fn new(id: BatchId, opening: Opening) -> Self {
        let team = opening.team.clone();
        Self {
            view: BatchView {
                id,
                end: 0,
                opening: Opening { team: Team::default(), ..opening },
                team,
                documents: Vec::new(),
                sources: Vec::new(),
                lists: Vec::new(),
                accounts: 0,
                accepted: Vec::new(),
                rejected: Vec::new(),
                rules: Vec::new(),
                edits: Vec::new(),
                scopes: Vec::new(),
                runs: Vec::new(),
                undoes: Vec::new(),
                marks: 0,
                undone_by: None,
            },
            harms: Builder::new(&HARMS),
            tolls: Builder::new(&TOLLS),
            marks: Builder::new(&MARKS),
            doc: DocText::default(),
            series_key: None,
        }
    }

    pub(crate) fn push(&mut self, id: EntryId, entry: &Entry) {
        let owner = (id.seq - self.view.id.seq) as u32;
        match entry {
            Entry::Account(a) => self.account(id, a),
            Entry::Document(d) => self.view.documents.push(d.clone()),
            // The identity of a protected source stays in its entry.
            Entry::Source(s) => self.view.sources.push((id, Source { identity: None, ..s.clone() })),
            Entry::List(l) => {
                self.series_key = l.series.as_ref().map(|_| l.key.clone());
                self.view.lists.push((id, l.clone()));
            }
            Entry::Rejection(r) => self.view.rejected.push(r.claim.clone()),
            Entry::Acceptance(a) => self.view.rules.push(a.clone()),
            Entry::Edit(e) => self.view.edits.push(e.clone()),
            Entry::Scope(s) => self.view.scopes.push((id, s.clone())),
            Entry::Estimate(r) => self.view.runs.push((id, (**r).clone())),
            Entry::Undo(u) => self.view.undoes.push(u.batch),
            Entry::Judgement(j) => {
                let score = text(j.score.as_ref());
                let (a, b) = (j.a.to_string(), j.b.to_string());
                self.mark(owner, &["judgement", &a, &b, j.verdict.code(), &score]);
                for replaced in &j.instead_of {
                    self.mark(owner, &["instead_of", &replaced.to_string()]);
                }
            }
            Entry::Amendment(x) => {
                self.mark(owner, &["amendment", &x.of.to_string(), &x.account.to_string()]);
            }
            Entry::Withdrawal(x) => self.mark(owner, &["withdrawal", &x.account.to_string()]),
            Entry::Consent(c) => {
                let to = c.to.join(" ");
                for account in &c.accounts {
                    self.mark(owner, &["consent", &account.to_string(), c.state.code(), &to]);
                }
            }
            Entry::Open(_) | Entry::Seal(_) => {}
        }
    }

    pub(crate) fn finish(mut self, end: u64) -> Projected {
        self.view.end = end;
        Projected {
            view: self.view,
            harms: self.harms.finish(),
            tolls: self.tolls.finish(),
            marks: self.marks.finish(),
        }
    }

    fn mark(&mut self, owner: u32, cells: &[&str]) {
        self.view.marks += 1;
        self.marks.row(owner, cells);
    }

    fn account(&mut self, id: EntryId, account: &Account) {
        self.view.accounts += 1;
        if let Some(claim) = &account.claim {
            self.view.accepted.push((claim.clone(), id));
        }
        let owner = (id.seq - self.view.id.seq) as u32;
        if let Some(c) = &account.correction {
            self.mark(owner, &["correction", &c.of.to_string(), "", c.stance.code()]);
        }
        for tie in &account.ties {
            self.mark(owner, &["tie", &tie.to.to_string(), "", &tie.kind]);
        }
        if let Some(toll) = &account.toll {
            self.toll(owner, account, toll);
        } else if let Some(moved) = &account.about.displacement {
            for toll in tolls_of(moved) {
                self.toll(owner, account, &toll);
            }
        } else {
            self.harms(owner, account);
        }
    }

    fn harms(&mut self, owner: u32, account: &Account) {
        let counted = account.about.size.or_else(|| account.about.holding.as_ref().and_then(|h| h.quantity));
        let size = counted.map(|s| format!("{}/{}", text(s.0.as_ref()), text(s.1.as_ref())));
        let age = text(account.about.age.as_ref());
        let said_by = text(account.said_by.as_ref());
        let key = self.series_key.as_ref().map(|key| version_key(account, key.as_deref()));
        let doc = self.doc.of(account.doc);
        let own_place = detail_place(account);
        // The cells of a row up to `named`; what follows is mostly empty and then left out.
        let base = [
            "",
            account.about.kind.code(),
            account.about.sex.as_deref().unwrap_or_default(),
            &age,
            account.about.status.as_deref().unwrap_or_default(),
            size.as_deref().unwrap_or_default(),
            "",
            own_place,
            &said_by,
            doc,
            key.as_deref().unwrap_or_default(),
            if account.personal.names.is_empty() { "" } else { "1" },
        ];
        for act in &account.acts {
            let (when, speaker) = (text(act.when.as_ref()), text(act.said_by.as_ref()));
            let row = filled(base, &act.kind, &when, act.place.as_deref(), &speaker);
            if act.negated || act.manner.is_some() || act.evidence.is_some() {
                let negated = if act.negated { "1" } else { "" };
                let manner = act.manner.as_deref().unwrap_or_default();
                let evidence = act.evidence.as_deref().unwrap_or_default();
                self.harms.row(owner, &[&row[..], &["", negated, manner, evidence]].concat());
            } else {
                self.harms.row(owner, &row);
            }
        }
        for status in &account.statuses {
            let (when, speaker) = (text(status.when.as_ref()), text(status.said_by.as_ref()));
            let as_of = text(status.as_of.as_ref());
            let negated = if status.negated { "1" } else { "" };
            let row = filled(base, &status.kind, &when, status.place.as_deref(), &speaker);
            self.harms.row(owner, &[&row[..], &["status", negated, "", "", &as_of]].concat());
        }
        if account.acts.is_empty() && account.statuses.is_empty() {
            let about = &account.about;
            let denied = about.access.as_ref().is_some_and(|a| a.level == AccessLevel::Denied);
            let metric = if denied { "access_denied" } else { "" };
            let when = about.access.as_ref().and_then(|a| a.when);
            let when = text(when.or_else(|| about.incident.as_ref().and_then(|i| i.when)).as_ref());
            self.harms.row(owner, &filled(base, metric, &when, None, ""));
        }
    }

    fn toll(&mut self, owner: u32, account: &Account, toll: &Toll) {
        let flag = |b: bool| if b { "1" } else { "" };
        self.tolls.row(
            owner,
            &[
                &toll.metric,
                &text(toll.low.as_ref()),
                &text(toll.high.as_ref()),
                toll.qualifier.code(),
                toll.unit.as_deref().unwrap_or_default(),
                toll.scope.as_deref().unwrap_or_default(),
                toll.component.as_deref().unwrap_or_default(),
                &text(toll.when.as_ref()),
                toll.period.as_deref().unwrap_or_default(),
                toll.place.as_deref().unwrap_or_default(),
                toll.group.as_deref().unwrap_or_default(),
                toll.party.as_deref().unwrap_or_default(),
                account.attributions.first().map_or("", |a| &a.actor),
                flag(toll.by_rule),
                flag(toll.cumulative),
                flag(toll.negated),
                flag(toll.hypothetical),
                &text(account.said_by.as_ref()),
                &text(account.published_by.as_ref()),
                self.doc.of(account.doc),
                &locator(&account.at),
                &text(account.derived_from.first()),
            ],
        );
    }
}

/// The cells of one act or status: what it does not say itself is its account's.
fn filled<'a>(
    mut base: [&'a str; 12],
    metric: &'a str,
    when: &'a str,
    place: Option<&'a str>,
    speaker: &'a str,
) -> [&'a str; 12] {
    base[0] = metric;
    base[6] = when;
    if let Some(place) = place {
        base[7] = place;
    }
    if !speaker.is_empty() {
        base[8] = speaker;
    }
    base
}

/// The numbers of a displacement: persons and households apart, stock and flow apart.
fn tolls_of(moved: &Displacement) -> impl Iterator<Item = Toll> {
    let toll = |metric: &str, unit: &str, size: Size| Toll {
        by_rule: false,
        component: Some(moved.measure.code().to_owned()),
        cumulative: false,
        group: None,
        high: size.1,
        hypothetical: false,
        low: size.0,
        metric: metric.to_owned(),
        negated: false,
        party: None,
        period: None,
        place: moved.origin.clone(),
        qualifier: match size {
            Size(Some(a), Some(b)) if a == b => Qualifier::Exact,
            Size(Some(_), None) => Qualifier::AtLeast,
            Size(None, Some(_)) => Qualifier::AtMost,
            _ => Qualifier::About,
        },
        scope: None,
        unit: Some(unit.to_owned()),
        when: moved.when,
    };
    let persons = moved.persons.map(|size| toll("displaced", "persons", size));
    let households = moved.households.map(|size| toll("households_displaced", "households", size));
    persons.into_iter().chain(households)
}

/// Where the thing itself is, for acts and statuses that name no place of their own.
fn detail_place(account: &Account) -> &str {
    let about = &account.about;
    let place = about.holding.as_ref().and_then(|h| h.place.as_deref());
    let place = place.or_else(|| about.facility.as_ref().and_then(|f| f.place.as_deref()));
    let place = place.or_else(|| about.incident.as_ref().and_then(|i| i.place.as_deref()));
    place.or_else(|| about.access.as_ref().and_then(|a| a.area.as_deref())).unwrap_or_default()
}

/// What follows a row through the versions of its list: `k:` and its key, or, where it has none, `=:` and a hash of
/// what it says.
fn version_key(account: &Account, key: Option<&str>) -> String {
    let id = account.personal.ids.iter().find(|id| Some(id.scheme.as_str()) == key);
    if let Some(id) = id.filter(|id| !id.value.is_empty()) {
        return format!("k:{}", id.value);
    }
    let said = (&account.about, &account.acts, &account.personal);
    let said = serde_json::to_string(&said).unwrap_or_default();
    let hash: [u8; 32] = Sha256::digest(said).into();
    format!("=:{}", hex(&hash[..16]))
}

/// The last document's id as text: the rows of a list share theirs.
#[derive(Debug, Default)]
struct DocText(Option<(DocId, String)>);

impl DocText {
    fn of(&mut self, doc: DocId) -> &str {
        let (_, text) = match self.0.take_if(|(last, _)| *last != doc) {
            Some(_) => self.0.insert((doc, doc.to_string())),
            None => self.0.get_or_insert_with(|| (doc, doc.to_string())),
        };
        text
    }
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn locator(at: &Locator) -> String {
    match at {
        Locator::Chars(start, end) => format!("chars {start}-{end}"),
        Locator::Page(page) => format!("page {page}"),
        Locator::Row(row) => format!("row {row}"),
        Locator::Whole => String::new(),
    }
}

/// The register at one position: every sealed batch, in the order in which they fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The moment.
    pub position: Position,
    /// By (lamport, chain, sequence).
    pub batches: Vec<BatchView>,
}

impl View {
    /// Orders the batches and finds which are withdrawn.
    #[must_use]
    pub fn new(position: Position, mut batches: Vec<BatchView>) -> Self {
        batches.sort_by_key(|b| (b.opening.lamport, b.id));
        // An undo speaks of an earlier batch, so going back in time settles each undo before what it withdraws.
        let mut undone: BTreeMap<BatchId, BatchId> = BTreeMap::new();
        for batch in batches.iter().rev() {
            if !undone.contains_key(&batch.id) {
                undone.extend(batch.undoes.iter().map(|target| (*target, batch.id)));
            }
        }
        for batch in &mut batches {
            batch.undone_by = undone.get(&batch.id).copied();
        }
        Self { position, batches }
    }

    /// Batches that are not withdrawn.
    pub fn effective(&self) -> impl Iterator<Item = &BatchView> {
        self.batches.iter().filter(|b| b.undone_by.is_none())
    }

    /// Documents of batches that are not withdrawn, each once.
    #[must_use]
    pub fn documents(&self) -> Vec<&Document> {
        let mut seen = HashSet::new();
        self.effective().flat_map(|b| &b.documents).filter(|d| seen.insert(d.doc)).collect()
    }

    /// The document, also when its batch is withdrawn: an id once shown always resolves.
    #[must_use]
    pub fn document(&self, doc: DocId) -> Option<&Document> {
        self.batches.iter().rev().flat_map(|b| &b.documents).find(|d| d.doc == doc)
    }

    /// Every source ever named, by id.
    #[must_use]
    pub fn sources(&self) -> BTreeMap<EntryId, &Source> {
        self.batches.iter().flat_map(|b| &b.sources).map(|(id, s)| (*id, s)).collect()
    }

    /// The batch that holds an entry.
    #[must_use]
    pub fn batch_of(&self, id: EntryId) -> Option<&BatchView> {
        self.batches.iter().find(|b| b.id.chain == id.chain && (b.id.seq..b.end).contains(&id.seq))
    }

    /// The sealed moments in the order of the fold: the position after each batch.
    #[must_use]
    pub fn moments(&self) -> Vec<(Position, &BatchView)> {
        let mut sizes = BTreeMap::new();
        let mut out = Vec::with_capacity(self.batches.len());
        for batch in &self.batches {
            sizes.insert(batch.id.chain, batch.end);
            out.push((Position::new(sizes.iter().map(|(c, s)| (*c, *s)).collect()), batch));
        }
        out
    }
}
