//! Figures, and the accounts behind them. Both come from one walk over the rows, so they always agree.

use std::collections::BTreeMap;

use cairn_model::columns::{Column, Columns};
use cairn_model::{EntryId, Interval, vocab};
use serde::Serialize;

use crate::careful::{Bonds, Careful, Row, gather_rivals, rivals_of};
use crate::cells::{Filter, Key, Keys, Places};
use crate::{Audit, Batch, CountError, Dimension, Query, Rule, Standing, Vague};

/// Cells that an answer may have.
const MOST_CELLS: usize = 1_000_000;

/// A rule applied to one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What is counted.
    pub metric: String,
    /// The cell: a value per dimension asked for, `null` where sources do not say.
    pub by: BTreeMap<&'static str, Option<String>>,
    /// Whom; `null` is not stated. Figures of different scopes are never added up.
    pub scope: Option<String>,
    /// Which part of a count; `null` is not stated.
    pub component: Option<String>,
    /// Persons and groups on record; `null` where the cell's scope is one that only numbers have.
    pub documented: Option<Documented>,
    /// What speakers say, each named, in the order in which their accounts entered the register.
    pub reported: Vec<Reported>,
    /// What models estimate; `null` until an estimate is made that fits the rule and the position.
    pub estimated: Option<Estimated>,
}

/// The last estimate on record, with its interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Estimated {
    /// Everybody, those on no list included; `null` when the run was refused.
    pub estimate: Option<u64>,
    /// Lower end of the interval.
    pub low: Option<u64>,
    /// Upper end of the interval.
    pub high: Option<u64>,
    /// What gave the figure.
    pub model: String,
    /// Codes of why there is none.
    pub refused: Vec<String>,
    /// The entry of the run.
    pub run: EntryId,
    /// Which of the runs of this metric it is, refused ones too.
    pub number: u64,
    /// How many there are.
    pub of: u64,
}

/// Distinct subjects on record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Documented {
    /// Accounts wholly inside the cell.
    pub low: u64,
    /// Accounts that overlap it; `null` when a group's size is open upward.
    pub high: Option<u64>,
    /// What sources have withdrawn since.
    pub withdrawn: u64,
    /// Pairs of accounts that may be the same person and were judged unsure.
    pub undecided: u64,
    /// Of those in high only: subjects of whom sources say what does not go together.
    #[serde(skip_serializing_if = "is_zero")]
    pub disputed: u64,
    /// Error rate of acceptance by rule; `null` when a person decided each. A rule accepts claims, and a claim becomes a
    /// figure or a declaration, so no person or group stands here by a rule.
    pub audit: Option<Audit>,
}

impl Documented {
    pub(crate) fn zero() -> Self {
        Self { high: Some(0), ..Self::default() }
    }
}

fn is_zero(n: &u64) -> bool {
    *n == 0
}

/// One speaker's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// The speaker's name or alias; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_by: Option<String>,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// Whether an end is open: "1,400 or more".
    pub open: bool,
    /// `exact`, `at_least`, `at_most`, `about`, `vague`.
    pub qualifier: String,
    /// The last day that the statement covers, ISO; `null` when not stated.
    pub as_of: Option<String>,
    /// The account, which opens to document, place and words.
    pub account: EntryId,
    /// The document's id.
    pub doc: String,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// The period in the text's words.
    pub period: Option<String>,
    /// The period as dates, ISO 8601 with `..` for an open end.
    pub when: Option<String>,
    /// Of whom, in the text's words.
    pub group: Option<String>,
    /// Nation, side or community of those counted, in the text's words.
    pub party: Option<String>,
    /// Who is said to be responsible, in the text's words.
    pub responsible: Option<String>,
    /// What is counted, in the text's words.
    pub unit: Option<String>,
    /// A running total.
    pub cumulative: bool,
    /// The range stands for a vague word.
    pub by_rule: bool,
    /// A denial.
    pub negated: bool,
    /// What it relays, when that is known.
    pub derived_from: Option<EntryId>,
    /// The error rate of the rule that accepted it; `null` when a person did.
    pub audit: Option<Audit>,
    /// Who relays it: those of other accounts, which are not told again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relayed_by: Vec<Relay>,
    /// The account with which its source changed or took back its word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<EntryId>,
}

/// An outlet that relays a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relay {
    /// Its account.
    pub account: EntryId,
    /// The outlet's name; `null` when not stated.
    pub published_by: Option<String>,
    /// Who speaks there.
    pub said_by: Option<String>,
}

/// How an account belongs to a cell, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// It lies wholly inside: part of low and high.
    Inside,
    /// It overlaps: part of high only.
    Overlaps,
    /// It was withdrawn, or stands no longer on its list: part of withdrawn only.
    Withdrawn,
    /// It is a speaker's number.
    Reported,
}

/// An account behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Behind {
    /// The account.
    pub account: EntryId,
    /// How it belongs.
    pub membership: Membership,
    /// Whom or what it is about: the smallest account judged the same.
    pub subject: EntryId,
}

/// (cell, scope, component)
type Group = (Key, Option<String>, Option<String>);

/// Applies `rule` to `batches`.
///
/// # Errors
/// When the metric is unknown, the cells are too many, or columns are damaged.
pub fn count(query: &Query, rule: &Rule, batches: &[Batch<'_>]) -> Result<Vec<Figure>, CountError> {
    count_bound(query, rule, batches, &Bonds::default())
}

/// Applies `rule` to `batches` whose accounts are bound to each other.
///
/// # Errors
/// As [`count`].
pub fn count_bound(
    query: &Query,
    rule: &Rule,
    batches: &[Batch<'_>],
    bonds: &Bonds,
) -> Result<Vec<Figure>, CountError> {
    known_metric(&query.metric)?;
    let mut keys = Keys::new(query.by.len());
    let mut cells: BTreeMap<Vec<u32>, Documented> = BTreeMap::new();
    let mut careful = Careful::default();
    for batch in batches {
        let scope = Scope { query, rule, bonds };
        gather_rivals(batch, batch.id, &query.metric, rule, bonds, &mut careful.rivals);
        harms(
            batch,
            &scope,
            &mut keys,
            &mut careful.rows,
            &mut |Harm { cell, size, membership, .. }| {
                let at = match cells.get_mut(cell) {
                    Some(at) => at,
                    None => cells.entry(cell.to_vec()).or_insert_with(Documented::zero),
                };
                match membership {
                    Membership::Withdrawn => at.withdrawn += size.0,
                    Membership::Inside => at.low += size.0,
                    _ => {}
                }
                if membership != Membership::Withdrawn {
                    at.high = at.high.zip(size.1).map(|(a, b)| a + b);
                }
            },
        )?;
        if cells.len() > MOST_CELLS {
            return Err(CountError::Cells(MOST_CELLS));
        }
    }
    if !careful.rows.is_empty() {
        let once = rule.once.contains(&query.metric);
        let silent = keys.silent();
        careful.count(bonds, once, &silent, &mut cells);
    }
    let mut reported: BTreeMap<Group, Vec<Reported>> = BTreeMap::new();
    for batch in batches {
        tolls(batch, query, rule, &mut keys, &mut |mut n| {
            if matches!(bonds.standing.get(&n.account), Some(Standing::Superseded | Standing::Withdrawn))
                && !bonds.changed_by.contains_key(&n.account)
            {
                return; // Our slip, or taken out by us: nobody's word.
            }
            n.reported.changed_by = bonds.changed_by.get(&n.account).copied();
            reported.entry((n.cell, n.scope, n.component)).or_default().push(n.reported);
        })?;
    }
    reported.values_mut().for_each(relay);
    let mut documented: BTreeMap<Key, Documented> =
        cells.into_iter().map(|(cell, d)| (keys.key(&cell), d)).collect();
    // A scope's figure has a documented side only where scope and component are not stated, as on lists.
    let mut groups: Vec<Group> = reported.keys().cloned().collect();
    groups.extend(documented.keys().map(|key| (key.clone(), None, None)));
    if groups.is_empty() && query.by.is_empty() {
        groups.push((Vec::new(), None, None));
    }
    groups.sort_by(|a, b| order(&a.0).cmp(&order(&b.0)).then_with(|| (&a.1, &a.2).cmp(&(&b.1, &b.2))));
    groups.dedup();
    let figure = |group: Group| Figure {
        metric: query.metric.clone(),
        by: query.by.iter().map(|d| d.name()).zip(group.0.iter().cloned()).collect(),
        scope: group.1.clone(),
        component: group.2.clone(),
        documented: (group.1.is_none() && group.2.is_none())
            .then(|| documented.remove(&group.0).unwrap_or_else(Documented::zero)),
        reported: reported.remove(&group).unwrap_or_default(),
        estimated: None,
    };
    Ok(groups.into_iter().map(figure).collect())
}

/// Stated values in their order, what is not stated last.
fn order(key: &Key) -> Vec<(bool, &Option<String>)> {
    key.iter().map(|k| (k.is_none(), k)).collect()
}

/// The accounts behind the cells that `filters` leave, in the order in which they entered the register.
///
/// # Errors
/// As [`count`].
pub fn behind(
    metric: &str,
    filters: &[Filter],
    rule: &Rule,
    batches: &[Batch<'_>],
) -> Result<Vec<Behind>, CountError> {
    behind_bound(metric, filters, rule, batches, &Bonds::default())
}

/// As [`behind`], of batches whose accounts are bound to each other. An account of a subject belongs to the cells in
/// which it stands itself.
///
/// # Errors
/// As [`count`].
pub fn behind_bound(
    metric: &str,
    filters: &[Filter],
    rule: &Rule,
    batches: &[Batch<'_>],
    bonds: &Bonds,
) -> Result<Vec<Behind>, CountError> {
    let query = Query { metric: metric.to_owned(), by: filters.iter().map(|(d, _)| *d).collect() };
    known_metric(metric)?;
    let wanted: Key = filters.iter().map(|(_, value)| value.clone()).collect();
    let mut out: Vec<Behind> = Vec::new();
    for batch in batches {
        let mut found = Vec::new();
        let mut keys = Keys::new(query.by.len());
        let mut hits = Vec::new();
        let mut rows = Vec::new();
        let scope = Scope { query: &query, rule, bonds };
        harms(batch, &scope, &mut keys, &mut rows, &mut |Harm { account, cell, membership, .. }| {
            hits.push((account, cell.to_vec(), membership));
        })?;
        for row in rows {
            row.cells(&mut |cell, membership| {
                if !hits.iter().rev().any(|(a, c, _)| *a == row.account && c == cell) {
                    hits.push((row.account, cell.to_vec(), membership));
                }
            });
        }
        for (account, cell, membership) in hits {
            if keys.key(&cell) == wanted {
                found.push(Behind { account, membership, subject: bonds.clusters.subject_of(account) });
            }
        }
        tolls(batch, &query, rule, &mut keys, &mut |n| {
            if n.cell == wanted {
                let subject = bonds.clusters.subject_of(n.account);
                found.push(Behind { account: n.account, membership: Membership::Reported, subject });
            }
        })?;
        found.sort_by_key(|b| b.account);
        out.extend(found);
    }
    Ok(out)
}

/// Whether a metric or a status is said of things of that kind: people are killed, homes are destroyed.
pub(crate) fn said_of(metric: &str, kind: &str) -> bool {
    let lists = [Some(vocab::metric()), vocab::get("status")];
    let mut codes = lists.into_iter().flatten().filter_map(|list| list.get(metric)).peekable();
    codes.peek().is_none() || codes.any(|code| code.applies_to(kind))
}

fn known_metric(metric: &str) -> Result<(), CountError> {
    let list = vocab::metric();
    // What is said to hold is counted like what was done.
    if list.has(metric) || vocab::get("status").is_some_and(|s| s.has(metric)) {
        return Ok(());
    }
    let known: Vec<&str> = list.codes.iter().map(|c| c.code.as_str()).collect();
    Err(CountError::Metric(metric.to_owned(), known.join(", ")))
}

/// Size of an account: one person, or a group's range.
type Size = (u64, Option<u64>);

/// A documented account in one cell it falls in.
struct Harm<'a> {
    account: EntryId,
    cell: &'a [u32],
    size: Size,
    membership: Membership,
}

/// What is asked of which accounts.
struct Scope<'a> {
    query: &'a Query,
    rule: &'a Rule,
    bonds: &'a Bonds,
}

/// Calls `each` for every documented account and cell it falls in; rows of accounts that are bound to others, or that
/// have rivals, are put into `careful`.
fn harms(
    batch: &Batch<'_>,
    scope: &Scope<'_>,
    keys: &mut Keys,
    careful: &mut Vec<Row>,
    each: &mut dyn FnMut(Harm<'_>),
) -> Result<(), CountError> {
    let Scope { query, rule, bonds } = scope;
    let columns = batch.harms;
    let Some(metric) = Picked::new(columns, "metric", |v| v == query.metric) else { return Ok(()) };
    if !metric.any() {
        return Ok(());
    }
    let kind =
        Picked::new(columns, "kind", |v| rule.kinds.iter().any(|k| k == v) && said_of(&query.metric, v));
    let status =
        Picked::new(columns, "status", |v| rule.statuses.is_empty() || rule.statuses.iter().any(|s| s == v));
    let sizes = sizes(batch)?;
    let size_column = columns.column("size");
    let places = Places::new(batch.id, columns, &query.by, rule, keys)?;
    let picks = |p: &Option<Picked<'_>>, i| p.as_ref().is_none_or(|p| p.at(i));
    // A person killed in two acts of one account (two places, rival dates) is one person in each cell.
    let mut last: (u32, Vec<Vec<u32>>) = (u32::MAX, Vec::new());
    let mut bound = bonds.of_batch(batch);
    bound.extend(rivals_of(batch, &query.metric, rule));
    bound.sort_unstable();
    bound.dedup();
    for (i, owner) in columns.owners().iter().enumerate() {
        if !metric.at(i) || !picks(&kind, i) || !picks(&status, i) {
            continue;
        }
        let size = size_column.map_or((1, Some(1)), |c| sizes[c.codes[i] as usize]);
        if !bound.is_empty() && bound.binary_search(owner).is_ok() {
            let account = batch.account(*owner);
            let cell = |name: &str| columns.column(name).map_or("", |c| c.value(i));
            careful.push(Row {
                account,
                size,
                standing: bonds.standing(batch, i, account),
                negated: cell("negated") == "1",
                places: places.by_dimension(columns, i),
                until: cell("when").parse::<Interval>().ok().and_then(|w| w.1),
            });
            continue;
        }
        let standing = batch.standing.and_then(|s| s.get(i)).copied().unwrap_or(Standing::Current);
        if standing == Standing::Superseded {
            continue;
        }
        let again = last.0 == *owner;
        if !again {
            last = (*owner, Vec::new());
        }
        let more = columns.owners().get(i + 1) == Some(owner);
        places.of_row(columns, i, &mut |cell, inside| {
            if again && last.1.iter().any(|c| c == cell) {
                return;
            }
            if again || more {
                last.1.push(cell.to_vec());
            }
            let membership = match standing {
                Standing::Withdrawn => Membership::Withdrawn,
                Standing::Current if inside => Membership::Inside,
                _ => Membership::Overlaps,
            };
            each(Harm { account: batch.account(*owner), cell, size, membership });
        });
    }
    Ok(())
}

pub(crate) fn sizes(batch: &Batch<'_>) -> Result<Vec<Size>, CountError> {
    let Some(column) = batch.harms.column("size") else { return Ok(Vec::new()) };
    let size = |value: &String| {
        if value.is_empty() {
            return Ok((1, Some(1)));
        }
        let end = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        let parts = value.split_once('/').and_then(|(a, b)| Some((end(a).ok()?, end(b).ok()?)));
        let bad = CountError::Column { batch: batch.id, column: "size", value: value.clone() };
        parts.map(|(low, high): (Option<u64>, Option<u64>)| (low.unwrap_or(0), high)).ok_or(bad)
    };
    column.dictionary.iter().map(size).collect()
}

/// A speaker's number in its cell.
struct Number {
    account: EntryId,
    cell: Key,
    scope: Option<String>,
    component: Option<String>,
    reported: Reported,
}

/// Calls `each` for every number that the rule shows.
fn tolls(
    batch: &Batch<'_>,
    query: &Query,
    rule: &Rule,
    keys: &mut Keys,
    each: &mut dyn FnMut(Number),
) -> Result<(), CountError> {
    let columns = batch.tolls;
    let Some(metric) = Picked::new(columns, "metric", |v| v == query.metric) else { return Ok(()) };
    if !metric.any() {
        return Ok(());
    }
    let places = Places::new(batch.id, columns, &query.by, rule, keys)?;
    for (i, owner) in columns.owners().iter().enumerate() {
        let cell = |name: &str| columns.column(name).map_or("", |c| c.value(i));
        let hidden =
            (cell("hypothetical") == "1" && !rule.hypothetical) || (cell("negated") == "1" && !rule.negated);
        if !metric.at(i) || hidden {
            continue;
        }
        let account = batch.account(*owner);
        let reported = reported(batch, account, &cell, rule)?;
        let (scope, component) = (stated(cell("scope")), stated(cell("component")));
        // A period over several months belongs wholly to none of them: it stands where it can be read, unplaced.
        let mut cells: Vec<(Key, bool)> = Vec::new();
        places.of_row(columns, i, &mut |cell, inside| cells.push((keys.key(cell), inside)));
        let cell = match cells.iter().find(|(_, inside)| *inside) {
            Some((cell, _)) => cell.clone(),
            None => unplaced(&cells, query),
        };
        each(Number { account, cell, scope, component, reported });
    }
    Ok(())
}

/// Puts what relays a number under the number: twenty outlets repeating one ministry are one origin, each named.
fn relay(numbers: &mut Vec<Reported>) {
    type Said = (Option<EntryId>, Option<i64>, Option<i64>);
    let origin: BTreeMap<EntryId, Said> =
        numbers.iter().map(|n| (n.account, (n.derived_from, n.low, n.high))).collect();
    // A relay that gives another number says something of its own.
    let from = |at: &EntryId| {
        let (from, low, high) = *origin.get(at)?;
        from.filter(|f| origin.get(f).is_some_and(|(_, l, h)| (*l, *h) == (low, high)))
    };
    let root = |account: EntryId| {
        let mut at = account;
        // Accounts that relay each other in a ring have no origin: each stays where it is.
        for _ in 0..origin.len() {
            match from(&at) {
                Some(from) => at = from,
                None => return at,
            }
        }
        account
    };
    let mut relays: BTreeMap<EntryId, Vec<Relay>> = BTreeMap::new();
    numbers.retain(|n| {
        let origin = root(n.account);
        if origin != n.account {
            relays.entry(origin).or_default().push(Relay {
                account: n.account,
                published_by: n.published_by.clone(),
                said_by: n.said_by.clone(),
            });
        }
        origin == n.account
    });
    for number in numbers {
        number.relayed_by = relays.remove(&number.account).unwrap_or_default();
    }
}

/// The values that all cells share, `null` in the dimension in which they differ.
fn unplaced(cells: &[(Key, bool)], query: &Query) -> Key {
    let at = |d: usize| {
        let first = cells.first().and_then(|(key, _)| key[d].clone());
        cells.iter().all(|(key, _)| key[d] == first).then_some(first).flatten()
    };
    (0..query.by.len()).map(at).collect()
}

fn reported<'a>(
    batch: &Batch<'_>,
    account: EntryId,
    cell: &dyn Fn(&str) -> &'a str,
    rule: &Rule,
) -> Result<Reported, CountError> {
    let number = |column: &'static str| match cell(column) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| CountError::Column {
            batch: batch.id,
            column,
            value: text.to_owned(),
        }),
    };
    let by_rule = cell("by_rule") == "1";
    let words_only = by_rule && rule.vague == Vague::Words;
    let (low, high) = if words_only { (None, None) } else { (number("low")?, number("high")?) };
    let when = stated(cell("when"));
    let as_of = when.as_ref().and_then(|w| w.split_once('/')).map(|(_, to)| to.to_owned());
    Ok(Reported {
        said_by: stated(cell("said_by")),
        published_by: stated(cell("published_by")),
        low,
        high,
        open: low.is_none() || high.is_none(),
        qualifier: cell("qualifier").to_owned(),
        as_of: as_of.filter(|d| d != ".."),
        account,
        doc: cell("doc").to_owned(),
        place: stated(cell("place")),
        period: stated(cell("period")),
        when,
        group: stated(cell("group")),
        party: stated(cell("party")),
        responsible: stated(cell("responsible")),
        unit: stated(cell("unit")),
        cumulative: cell("cumulative") == "1",
        by_rule,
        negated: cell("negated") == "1",
        derived_from: stated(cell("derived_from")).and_then(|id| id.parse().ok()),
        audit: None,
        relayed_by: Vec::new(),
        changed_by: None,
    })
}

fn stated(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// Which rows have a wanted value in one column.
struct Picked<'a> {
    column: &'a Column,
    wanted: Vec<bool>,
}

impl<'a> Picked<'a> {
    fn new(columns: &'a Columns, name: &str, want: impl Fn(&str) -> bool) -> Option<Self> {
        let column = columns.column(name)?;
        Some(Self { column, wanted: column.dictionary.iter().map(|v| want(v)).collect() })
    }

    fn any(&self) -> bool {
        self.wanted.contains(&true)
    }

    fn at(&self, i: usize) -> bool {
        self.wanted[self.column.codes[i] as usize]
    }
}

impl Query {
    /// A query from the words of a command line: a metric and dimension names.
    ///
    /// # Errors
    /// When a name is no dimension.
    pub fn from_names(metric: &str, by: &[String]) -> Result<Self, CountError> {
        let mut dimensions = Vec::new();
        for name in by {
            let dimension = Dimension::from_name(name)?;
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
        Ok(Self { metric: metric.to_owned(), by: dimensions })
    }
}
