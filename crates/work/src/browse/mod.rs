//! Browsing the register: filters, counts per value, sorted pages.
//!
//! Rows are accounts. Counts and rows come from one walk over one set of coded columns (`scan.rs`), so they agree; what
//! counts at a position is decided as `count` decides it.

mod field;
mod rows;
mod scan;
mod shelf;
mod sort;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLockReadGuard};

use cairn_model::{Ages, BatchId, DocId, EntryId, Interval};
use cairn_register::View;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::index::Indexing;
use crate::{Error, Result, Session};
use field::{AllKeys, state};
use rows::{Rows, column};
use scan::{Bits, Condition, scan};
use shelf::Stands;

pub use field::Field;
pub(crate) use shelf::Held;
pub use shelf::Shelf;
pub use sort::Sort;

/// Rows of a page, at most.
pub const MOST_ROWS: usize = 1000;
/// Values of a field that are listed unless more are asked for.
const VALUES: usize = 100;

/// Bits of conditions that are no field's own.
const TEXT: u32 = 13;
const WHEN: u32 = 14;
const AGE: u32 = 15;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrowseQuery {
    /// Per field the values wanted, any of them; `null` is "not stated". Fields narrow each other.
    pub filters: BTreeMap<Field, Vec<Option<String>>>,
    /// Ages that may lie in this range of completed years, both ends included.
    pub ages: Option<Ages>,
    /// Acts that may lie in this interval.
    pub when: Option<Interval>,
    /// Words, as for a search.
    pub text: Option<String>,
    /// The order of rows.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
    /// Fields whose values are counted.
    pub facets: Vec<Field>,
    /// Values listed per field; those chosen are always listed. 0: as many as is usual.
    pub values: usize,
    /// Rows of a page; 0: none, only counts.
    pub limit: usize,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The moment: as for `count`. A page after another is one of the same moment.
    pub at: Option<String>,
}

/// A page of the register, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrowseAnswer {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// Accounts found.
    pub total: u64,
    /// This page of them.
    pub rows: Vec<BrowseRow>,
    /// Asked for as `after`, the next page; `null` at the end.
    pub next: Option<String>,
    /// In the order asked for.
    pub facets: Vec<Facet>,
    /// How far the search index is, when text was looked for and not everything is found yet.
    pub indexing: Option<Indexing>,
}

/// The values of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// Which.
    pub field: Field,
    /// Values that any account of the moment has, with how many accounts fall under each when all other conditions
    /// hold. Values with an order of their own stand in it, others by number; "not stated" stands last.
    pub values: Vec<FacetValue>,
    /// Values left out.
    pub more: usize,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value as filters take it; `null`: not stated.
    pub value: Option<String>,
    /// A source's or document's name.
    pub label: Option<String>,
    /// Accounts.
    pub count: u64,
    /// Whether it is asked for.
    pub selected: bool,
}

/// One account in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrowseRow {
    /// The account.
    pub account: EntryId,
    /// Person, group, …
    pub kind: String,
    /// Names as written, whole, one per script; empty for the unnamed.
    pub names: Vec<String>,
    /// Code of the vocabulary `sex`.
    pub sex: Option<String>,
    /// Completed years, lowest and highest.
    pub age: Option<Ages>,
    /// Civilian status as the source says it.
    pub status: Option<String>,
    /// Acts and statuses, or what a figure counts.
    pub acts: Vec<RowAct>,
    /// The speaker's name or alias; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The document's id.
    pub doc: DocId,
    /// The document's file name.
    pub document: String,
    /// `current`, `cannot_tell`, `withdrawn`.
    pub standing: String,
    /// The batch that holds it.
    pub batch: BatchId,
}

/// One act in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowAct {
    /// Code of the vocabulary `metric`; empty when the account speaks of no act.
    pub metric: String,
    /// When; `null` is "not stated".
    pub when: Option<Interval>,
    /// Where, in the source's words.
    pub place: Option<String>,
    /// Of a figure: of whom, in the source's words.
    pub group: Option<String>,
    /// Of a figure: the lowest; `null` when open.
    pub low: Option<i64>,
    /// Of a figure: the highest; `null` when open.
    pub high: Option<i64>,
    /// Of a figure: how exact; code of the vocabulary `qualifier`.
    pub qualifier: Option<String>,
}

/// Where a page ended: position, question and last account.
struct Cursor {
    position: String,
    question: String,
    account: EntryId,
}

impl Cursor {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (position, question, account) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            position: position.to_owned(),
            question: question.to_owned(),
            account: account.parse().ok()?,
        })
    }

    fn write(&self) -> String {
        format!("{}.{}.{}", self.position, self.question, self.account)
    }
}

impl BrowseQuery {
    /// What must be the same from page to page.
    fn fingerprint(&self) -> String {
        let same = Self { facets: Vec::new(), values: 0, limit: 0, after: None, at: None, ..self.clone() };
        let text = serde_json::to_string(&same).unwrap_or_default();
        Sha256::digest(text).iter().take(6).map(|b| format!("{b:02x}")).collect()
    }
}

impl Session {
    /// Looks through the register.
    ///
    /// # Errors
    /// When the moment is unknown, or `after` belongs to another question.
    pub fn browse(&self, query: &BrowseQuery) -> Result<BrowseAnswer> {
        let cursor = match &query.after {
            None => None,
            Some(text) => {
                let cursor = Cursor::read(text).filter(|c| c.question == query.fingerprint());
                Some(cursor.ok_or_else(|| Error::Cursor(text.clone()))?)
            }
        };
        let at = cursor.as_ref().map(|c| c.position.as_str()).or(query.at.as_deref());
        let view = self.view_at(at)?;
        let found_text = match query.text.as_deref().filter(|t| !t.trim().is_empty()) {
            None => None,
            Some(text) => Some(self.search_hits(text, &view)?),
        };
        let Ready { held, stands, order } = self.on_shelf(&view, query.sort)?;
        let (rows, keys) = (&held.rows, held.keys.as_ref());
        let Some(keys) = keys else { return Err(Error::Nothing("no keys are held".to_owned())) };
        let among = found_text.as_ref().map(|hits| {
            let mut bits = Bits::none(rows.accounts());
            let accounts = hits.iter().filter_map(|h| rows.find(h.batch, h.owner));
            accounts.for_each(|a| bits.set(a));
            bits
        });
        let conditions = conditions(query, rows, keys, among.as_ref());
        let found = scan(rows, &stands.states, keys, &conditions, &query.facets);
        let mut answer = BrowseAnswer {
            version: 1,
            position: view.position.short(),
            total: found.total,
            rows: Vec::new(),
            next: None,
            facets: Vec::new(),
            indexing: None,
        };
        let walk = Walk { rows, stands: &stands, order: order.as_deref(), found: &found.accounts };
        let page = walk.page(query, cursor.as_ref(), &view)?;
        answer.next = page.1.map(|account| {
            let position = answer.position.clone();
            Cursor { position, question: query.fingerprint(), account: rows.id(account) }.write()
        });
        let called = Called::of(&view);
        answer.rows = page.0.into_iter().map(|a| row(&held, &stands, a, &called)).collect();
        let present =
            stands.present.get_or_init(|| scan(rows, &stands.states, keys, &[], &Field::ALL).counts);
        for (field, counts) in &found.counts {
            let present =
                present.iter().find(|(f, _)| f == field).map(|(_, p)| p.as_slice()).unwrap_or_default();
            let label = |value: &str| match field {
                Field::Source | Field::Publisher => called.source(value),
                Field::Document => called.document(value),
                _ => None,
            };
            answer.facets.push(facet(*field, keys, counts, present, query, &label));
        }
        if found_text.is_some() {
            answer.indexing = Some(self.indexing()?).filter(|i| !i.is_whole());
        }
        Ok(answer)
    }

    /// The shelf with everything that a question at this view needs.
    pub(crate) fn on_shelf(&self, view: &View, sort: Sort) -> Result<Ready<'_>> {
        let lock = &self.shelf.0;
        // A thread that panicked while it held the shelf left whole batches behind: what is there can be read.
        let held = lock.read().unwrap_or_else(PoisonError::into_inner);
        let whole = view.batches.iter().all(|b| b.accounts == 0 || held.names.contains_key(&b.id));
        let order = held.order_ready(sort);
        if let Some(stands) = held.ready(view).filter(|_| whole && (sort == Sort::Entry || order.is_some())) {
            return Ok(Ready { held, stands, order });
        }
        drop(held);
        let mut held = lock.write().unwrap_or_else(PoisonError::into_inner);
        held.load(self.store.as_ref(), view)?;
        held.load_names(self.store.as_ref(), view)?;
        let stands = held.stands(self.store.as_ref(), view)?;
        let order = (sort != Sort::Entry).then(|| held.order(sort));
        drop(held);
        let held = lock.read().unwrap_or_else(PoisonError::into_inner);
        Ok(Ready { held, stands, order })
    }
}

/// What a question reads: rows and names, how rows stand at its moment, and its order unless that is the log's.
pub(crate) struct Ready<'a> {
    pub(crate) held: RwLockReadGuard<'a, Held>,
    pub(crate) stands: Arc<Stands>,
    pub(crate) order: Option<Arc<sort::Order>>,
}

impl Ready<'_> {
    /// Whether an account is found: it counts at the moment, or was withdrawn and can still be read.
    pub(crate) fn found(&self, account: usize) -> bool {
        self.stands_as(account, |s| s != state::HIDDEN)
    }

    /// Whether an account counts at the moment.
    pub(crate) fn counts(&self, account: usize) -> bool {
        self.stands_as(account, |s| s == state::CURRENT || s == state::CANNOT_TELL)
    }

    fn stands_as(&self, account: usize, fits: impl Fn(u8) -> bool) -> bool {
        self.held.rows.rows_of(account).any(|r| self.stands.states.get(r).is_some_and(|s| fits(*s)))
    }

    /// An account in a line.
    pub(crate) fn row(&self, account: usize, view: &View) -> BrowseRow {
        row(&self.held, &self.stands, account, &Called::of(view))
    }
}

fn conditions<'a>(
    query: &BrowseQuery,
    rows: &Rows,
    keys: &AllKeys,
    among: Option<&'a Bits>,
) -> Vec<Condition<'a>> {
    let mut out = Vec::new();
    let mut standing = [false, true, true, false];
    for (field, wanted) in query.filters.iter().filter(|(_, wanted)| !wanted.is_empty()) {
        let keys = keys.of(*field);
        let numbers: Vec<u32> = wanted.iter().filter_map(|w| keys.find(w)).collect();
        let fits = |code: &Vec<u32>| code.iter().any(|k| numbers.contains(k));
        match field.column() {
            Some(column) => {
                let allowed = keys.of_code.iter().map(fits).collect();
                out.push(Condition::Column { bit: scan::bit(*field), column, allowed });
            }
            None => {
                for (state, code) in standing.iter_mut().zip(&keys.of_code) {
                    *state = fits(code);
                }
            }
        }
    }
    out.push(Condition::Standing { bit: scan::bit(Field::Standing), allowed: standing });
    let values = |name: &str| {
        let column = column(name);
        (column, rows.columns[column].dictionary.iter())
    };
    if let Some(wanted) = query.when {
        let (column, values) = values("when");
        let fits = |v: &String| v.parse::<Interval>().is_ok_and(|i| i.overlaps(&wanted));
        out.push(Condition::Column { bit: WHEN, column, allowed: values.map(fits).collect() });
    }
    if let Some(wanted) = query.ages {
        let (column, values) = values("age");
        let fits = |v: &String| v.parse::<Ages>().is_ok_and(|a| a.0 <= wanted.1 && wanted.0 <= a.1);
        out.push(Condition::Column { bit: AGE, column, allowed: values.map(fits).collect() });
    }
    if let Some(accounts) = among {
        out.push(Condition::Among { bit: TEXT, accounts });
    }
    out
}

/// The way through the accounts found.
struct Walk<'a> {
    rows: &'a Rows,
    stands: &'a Stands,
    order: Option<&'a sort::Order>,
    found: &'a Bits,
}

impl Walk<'_> {
    /// The accounts of a page, and the last of them when more follow.
    fn page(
        &self,
        query: &BrowseQuery,
        cursor: Option<&Cursor>,
        view: &View,
    ) -> Result<(Vec<usize>, Option<usize>)> {
        let limit = query.limit.min(MOST_ROWS);
        let after = match cursor {
            None => None,
            Some(c) => {
                let batch = view.batch_of(c.account).map(|b| b.id);
                let owner = batch.map(|b| (b, (c.account.seq - b.seq) as u32));
                let account = owner.and_then(|(batch, owner)| self.rows.find(batch, owner));
                Some(account.ok_or_else(|| Error::Cursor(c.write()))?)
            }
        };
        let mut out = Vec::with_capacity(limit);
        let mut take = |account: usize| {
            if self.found.has(account) {
                out.push(account);
            }
            // One more than a page says whether another follows.
            out.len() > limit
        };
        if let Some(order) = self.order {
            let start = after.map_or(0, |a| order.find(a, query.descending) + 1);
            (start..order.ascending.len()).any(|i| take(order.at(i, query.descending) as usize));
        } else {
            self.in_order_of_entry(after, query.descending, &mut take);
        }
        let more = out.len() > limit;
        out.truncate(limit);
        let last = out.last().copied().filter(|_| more);
        Ok((out, last))
    }

    fn in_order_of_entry(&self, after: Option<usize>, descending: bool, take: &mut dyn FnMut(usize) -> bool) {
        let mut batches: Vec<_> =
            self.stands.batches.iter().map(|b| self.rows.batches[*b].accounts.clone()).collect();
        if descending {
            batches.reverse();
        }
        if let Some(after) = after {
            let from = batches.iter().position(|accounts| accounts.contains(&after)).unwrap_or(0);
            batches.drain(..from);
            if let Some(first) = batches.first_mut() {
                *first = if descending { first.start..after } else { after + 1..first.end };
            }
        }
        for accounts in batches {
            let done = if descending {
                accounts.rev().any(&mut *take)
            } else {
                accounts.into_iter().any(&mut *take)
            };
            if done {
                break;
            }
        }
    }
}

/// What sources and documents are called.
struct Called<'a> {
    view: &'a View,
    sources: BTreeMap<EntryId, &'a cairn_model::Source>,
}

impl<'a> Called<'a> {
    fn of(view: &'a View) -> Self {
        Self { view, sources: view.sources() }
    }

    fn source(&self, id: &str) -> Option<String> {
        self.sources.get(&id.parse().ok()?).map(|s| s.name.clone())
    }

    fn document(&self, id: &str) -> Option<String> {
        self.view.document(id.parse().ok()?).map(|d| d.name.clone())
    }
}

fn row(held: &Held, stands: &Stands, account: usize, called: &Called<'_>) -> BrowseRow {
    let rows = &held.rows;
    let range = rows.rows_of(account);
    let first = range.start;
    let cell = |row: usize, name: &str| {
        let value = rows.columns[column(name)].value(row);
        Some(value.to_owned()).filter(|v| !v.is_empty())
    };
    let batch = rows.batch(account).id;
    let doc = cell(first, "doc").unwrap_or_default();
    let act = |row: usize| RowAct {
        metric: cell(row, "metric").unwrap_or_default(),
        when: cell(row, "when").and_then(|w| w.parse().ok()),
        place: cell(row, "place"),
        group: cell(row, "group"),
        low: cell(row, "low").and_then(|n| n.parse().ok()),
        high: cell(row, "high").and_then(|n| n.parse().ok()),
        qualifier: cell(row, "qualifier"),
    };
    let mut acts: Vec<RowAct> = range.filter(|r| stands.states[*r] != state::HIDDEN).map(act).collect();
    acts.dedup();
    BrowseRow {
        account: rows.id(account),
        kind: cell(first, "kind").unwrap_or_default(),
        names: held.names_of(account),
        sex: cell(first, "sex"),
        age: cell(first, "age").and_then(|a| a.parse().ok()),
        status: cell(first, "status"),
        acts,
        said_by: cell(first, "said_by").map(|id| called.source(&id).unwrap_or(id)),
        document: called.document(&doc).unwrap_or_default(),
        doc: doc.parse().unwrap_or(DocId([0; 32])),
        standing: state::NAMES[usize::from(stands.states[first])].to_owned(),
        batch,
    }
}

impl Held {
    /// An account's names, whole.
    pub(crate) fn names_of(&self, account: usize) -> Vec<String> {
        let batch = self.rows.batch(account).id;
        let Some(names) = self.names.get(&batch) else { return Vec::new() };
        names.of(self.rows.owner(account)).map(|i| names.text(i).to_owned()).collect()
    }
}

fn facet(
    field: Field,
    keys: &AllKeys,
    counts: &[u64],
    present: &[u64],
    query: &BrowseQuery,
    label: &dyn Fn(&str) -> Option<String>,
) -> Facet {
    let chosen = query.filters.get(&field).map(Vec::as_slice).unwrap_or_default();
    let all = keys.of(field).keys.iter().enumerate().filter(|(i, key)| {
        let nobody = *key == &Some(String::new());
        !nobody && (present.get(*i).is_some_and(|n| *n > 0) || chosen.contains(key))
    });
    let mut values: Vec<FacetValue> = all
        .map(|(i, key)| FacetValue {
            value: key.clone(),
            label: key.as_deref().and_then(label),
            count: counts[i],
            selected: chosen.contains(key),
        })
        .collect();
    // What is asked for and nobody has is shown as such.
    for value in chosen.iter().filter(|c| keys.of(field).find(c).is_none()) {
        values.push(FacetValue { value: value.clone(), label: None, count: 0, selected: true });
    }
    let limit = if query.values == 0 { VALUES } else { query.values };
    let by_number = |v: &FacetValue| (std::cmp::Reverse(v.count), v.value.clone());
    values.sort_by_cached_key(|v| (!v.selected, by_number(v)));
    let more = values.len().saturating_sub(limit.max(chosen.len()));
    values.truncate(limit.max(chosen.len()));
    if field.is_ordered() {
        let group = |v: &Option<String>| keys.rank(field, v.as_deref());
        values.sort_by_cached_key(|v| (v.value.is_none(), group(&v.value), v.value.clone()));
    } else {
        values.sort_by_cached_key(|v| (v.value.is_none(), by_number(v)));
    }
    Facet { field, values, more }
}
