//! Accounts that cannot be counted row by row: those judged the same or unsure, those with rivals, groups with named
//! members. They are gathered, put together by subject, and only then counted.

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::{BatchId, EntryId, Interval};
use jiff::civil::Date;

use crate::figure::{Documented, Membership};
use crate::{Batch, Clusters, Rule, Standing};

/// What accounts have to do with each other, and which of them count no more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bonds {
    /// Which accounts are about the same.
    pub clusters: Clusters,
    /// A person's account → the accounts of groups of which it is a named member.
    pub member_of: BTreeMap<EntryId, BTreeSet<EntryId>>,
    /// Accounts that do not simply count.
    pub standing: BTreeMap<EntryId, Standing>,
    /// A number → the account with which its source changed or took back its word.
    pub changed_by: BTreeMap<EntryId, EntryId>,
}

impl Bonds {
    /// The accounts of a batch that are bound to others, by owner number in ascending order.
    pub(crate) fn of_batch(&self, batch: &Batch<'_>) -> Vec<u32> {
        if self == &Self::default() {
            return Vec::new();
        }
        let last = batch.harms.owners().iter().copied().max().unwrap_or(0);
        let range = batch.id..=EntryId { seq: batch.id.seq + u64::from(last), ..batch.id };
        let mut out: BTreeSet<u32> = BTreeSet::new();
        let owner = |id: &EntryId| (id.seq - batch.id.seq) as u32;
        out.extend(self.clusters.subject.range(range.clone()).map(|(id, _)| owner(id)));
        out.extend(self.member_of.range(range.clone()).map(|(id, _)| owner(id)));
        out.extend(self.standing.range(range.clone()).map(|(id, _)| owner(id)));
        let groups = self.member_of.values().flatten().filter(|id| range.contains(id));
        out.extend(groups.map(owner));
        out.into_iter().collect()
    }

    pub(crate) fn standing(&self, batch: &Batch<'_>, row: usize, account: EntryId) -> Standing {
        let own = self.standing.get(&account).copied();
        own.or_else(|| batch.standing.and_then(|s| s.get(row)).copied()).unwrap_or(Standing::Current)
    }
}

/// Owners of a batch with a denial of `metric`, or with a rival of it.
pub(crate) fn rivals_of(batch: &Batch<'_>, metric: &str, rule: &Rule) -> Vec<u32> {
    let columns = batch.harms;
    let Some(metrics) = columns.column("metric") else { return Vec::new() };
    let rivals = rule.rivals_of(metric);
    let rival: Vec<bool> = metrics.dictionary.iter().map(|m| rivals.contains(&m.as_str())).collect();
    let negated = columns.column("negated").filter(|c| c.dictionary.len() > 1);
    if negated.is_none() && !rival.contains(&true) {
        return Vec::new();
    }
    let mut out: Vec<u32> = Vec::new();
    for (i, owner) in columns.owners().iter().enumerate() {
        if rival[metrics.codes[i] as usize] || negated.is_some_and(|c| c.codes[i] != 0) {
            out.push(*owner);
        }
    }
    out.dedup();
    out
}

/// One row of an account to be counted with care.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) account: EntryId,
    /// Lowest and highest number of people.
    pub(crate) size: (u64, Option<u64>),
    pub(crate) standing: Standing,
    /// The source denies it.
    pub(crate) negated: bool,
    /// Per dimension, the keys and whether wholly inside.
    pub(crate) places: Vec<Vec<(u32, bool)>>,
    /// When the act was, at the latest.
    pub(crate) until: Option<Date>,
}

/// Something that does not go together with the act.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rival {
    pub(crate) account: EntryId,
    /// A day on which it is said to have held.
    pub(crate) day: Option<Date>,
}

/// Everything gathered of the batches.
#[derive(Debug, Default)]
pub(crate) struct Careful {
    pub(crate) rows: Vec<Row>,
    pub(crate) rivals: Vec<Rival>,
}

/// Which of the two clusterings: unsure pairs apart, or merged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Apart,
    Merged,
}

/// What one subject adds to one cell.
struct Share {
    cell: Vec<u32>,
    inside: bool,
}

/// A subject with all its rows.
#[derive(Default)]
struct Subject<'a> {
    rows: Vec<&'a Row>,
    rivals: Vec<&'a Rival>,
}

impl Careful {
    /// Adds what the gathered accounts give to the cells.
    pub(crate) fn count(
        &self,
        bonds: &Bonds,
        once: bool,
        silent: &[u32],
        cells: &mut BTreeMap<Vec<u32>, Documented>,
    ) {
        let mut lows: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
        for side in [Side::Merged, Side::Apart] {
            let subjects = self.subjects(bonds, side);
            let named = members(&subjects, bonds, side);
            for (id, subject) in &subjects {
                let counted: Vec<&Row> = subject.rows.iter().copied().filter(|r| r.counts()).collect();
                if counted.is_empty() {
                    if side == Side::Apart {
                        subject.withdrawn(cells, once, silent);
                    }
                    continue;
                }
                let disputed = subject.is_disputed(&counted);
                let mut size = span(&counted);
                if let Some(named) = named.get(id) {
                    size = (size.0.saturating_sub(*named), size.1.map(|n| n.saturating_sub(*named)));
                }
                for Share { cell, inside } in shares(&counted, once, silent) {
                    let certain = inside && !disputed;
                    if side == Side::Merged {
                        *lows.entry(cell).or_default() += if certain { size.0 } else { 0 };
                        continue;
                    }
                    let at = cells.entry(cell).or_insert_with(Documented::zero);
                    at.high = at.high.zip(size.1).map(|(a, b)| a + b);
                    at.disputed += u64::from(disputed);
                }
            }
        }
        for (cell, low) in lows {
            let at = cells.entry(cell).or_insert_with(Documented::zero);
            at.low += low;
            // Merging may place somebody more narrowly than any of the accounts alone.
            at.high = at.high.map(|high| high.max(at.low));
        }
        self.undecided(bonds, once, silent, cells);
    }

    fn subjects(&self, bonds: &Bonds, side: Side) -> BTreeMap<EntryId, Subject<'_>> {
        let mut out: BTreeMap<EntryId, Subject<'_>> = BTreeMap::new();
        for row in &self.rows {
            out.entry(cluster(bonds, side, row.account)).or_default().rows.push(row);
        }
        for rival in &self.rivals {
            // A rival alone is nobody's harm.
            if let Some(subject) = out.get_mut(&cluster(bonds, side, rival.account)) {
                subject.rivals.push(rival);
            }
        }
        out
    }

    /// Counts the unsure pairs whose two accounts both count, in every cell that either touches.
    fn undecided(
        &self,
        bonds: &Bonds,
        once: bool,
        silent: &[u32],
        cells: &mut BTreeMap<Vec<u32>, Documented>,
    ) {
        let mut of: BTreeMap<EntryId, Vec<&Row>> = BTreeMap::new();
        for row in self.rows.iter().filter(|r| r.counts()) {
            of.entry(row.account).or_default().push(row);
        }
        for (a, b) in &bonds.clusters.unsure {
            let (Some(a), Some(b)) = (of.get(a), of.get(b)) else { continue };
            let touched: BTreeSet<Vec<u32>> =
                shares(a, once, silent).into_iter().chain(shares(b, once, silent)).map(|s| s.cell).collect();
            for cell in touched {
                cells.entry(cell).or_insert_with(Documented::zero).undecided += 1;
            }
        }
    }
}

impl Row {
    /// Calls `each` with every cell of this row alone.
    pub(crate) fn cells(&self, each: &mut dyn FnMut(&[u32], Membership)) {
        let standing = self.standing;
        if self.negated || standing == Standing::Superseded {
            return;
        }
        product(&self.places, &mut |cell, inside| {
            each(
                cell,
                match standing {
                    Standing::Withdrawn => Membership::Withdrawn,
                    Standing::Current if inside => Membership::Inside,
                    _ => Membership::Overlaps,
                },
            );
        });
    }

    fn counts(&self) -> bool {
        !self.negated && !matches!(self.standing, Standing::Withdrawn | Standing::Superseded)
    }
}

impl Subject<'_> {
    /// Whether what is said of one subject does not go together: then it is part of high only.
    fn is_disputed(&self, counted: &[&Row]) -> bool {
        let denied = |r: &&Row| r.negated && r.standing == Standing::Current;
        let doubted = counted.iter().all(|r| r.standing == Standing::Disputed);
        let until = counted.iter().map(|r| r.until).min().flatten();
        let until = if counted.iter().any(|r| r.until.is_none()) { None } else { until };
        let rival = |r: &&Rival| match (r.day, until) {
            (Some(day), Some(until)) => day > until,
            _ => true,
        };
        doubted || self.rows.iter().any(denied) || self.rivals.iter().any(rival)
    }

    fn withdrawn(&self, cells: &mut BTreeMap<Vec<u32>, Documented>, once: bool, silent: &[u32]) {
        let gone: Vec<&Row> =
            self.rows.iter().copied().filter(|r| !r.negated && r.standing == Standing::Withdrawn).collect();
        let size = span(&gone);
        for share in shares(&gone, once, silent) {
            cells.entry(share.cell).or_insert_with(Documented::zero).withdrawn += size.0;
        }
    }
}

fn cluster(bonds: &Bonds, side: Side, id: EntryId) -> EntryId {
    let of = if side == Side::Apart { &bonds.clusters.subject } else { &bonds.clusters.merged };
    of.get(&id).copied().unwrap_or(id)
}

/// How many named members of each group are counted themselves: they are part of its size.
fn members(subjects: &BTreeMap<EntryId, Subject<'_>>, bonds: &Bonds, side: Side) -> BTreeMap<EntryId, u64> {
    let mut named: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
    for (id, subject) in subjects {
        let counted: Vec<&Row> = subject.rows.iter().copied().filter(|r| r.counts()).collect();
        if counted.is_empty() || (side == Side::Merged && subject.is_disputed(&counted)) {
            continue;
        }
        for row in counted {
            for group in bonds.member_of.get(&row.account).into_iter().flatten() {
                let group = cluster(bonds, side, *group);
                if group != *id {
                    named.entry(group).or_default().insert(*id);
                }
            }
        }
    }
    named.into_iter().map(|(group, members)| (group, members.len() as u64)).collect()
}

/// The range that the accounts span: the lowest low, the highest high.
fn span(rows: &[&Row]) -> (u64, Option<u64>) {
    let low = rows.iter().map(|r| r.size.0).min().unwrap_or(0);
    let high = rows.iter().map(|r| r.size.1).try_fold(0, |most, high| high.map(|h: u64| most.max(h)));
    (low, high)
}

/// The cells in which a subject lies. What befalls a person once is placed where all accounts agree, and in every cell
/// that any names, wholly inside none, where they do not; other harms lie where each account puts them.
fn shares(rows: &[&Row], once: bool, silent: &[u32]) -> Vec<Share> {
    let Some(first) = rows.first() else { return Vec::new() };
    let dimensions = first.places.len();
    let sure = |row: &Row| row.standing == Standing::Current || row.standing == Standing::Disputed;
    let mut out: BTreeMap<Vec<u32>, bool> = BTreeMap::new();
    if once {
        let merged: Vec<Vec<(u32, bool)>> = (0..dimensions).map(|d| agreed(rows, d, silent[d])).collect();
        let certain = rows.iter().any(|r| sure(r));
        product(&merged, &mut |cell, inside| {
            out.insert(cell.to_vec(), inside && certain);
        });
    } else {
        // Where one account does not say and another does, the one that does speaks for both.
        for row in rows {
            let filled: Vec<Vec<(u32, bool)>> = (0..dimensions)
                .map(|d| {
                    let says = |r: &&&Row| r.places[d].iter().any(|(key, _)| *key != silent[d]);
                    if says(&row) { row.places[d].clone() } else { agreed(rows, d, silent[d]) }
                })
                .collect();
            product(&filled, &mut |cell, inside| {
                *out.entry(cell.to_vec()).or_default() |= inside && sure(row);
            });
        }
    }
    out.into_iter().map(|(cell, inside)| Share { cell, inside }).collect()
}

/// The keys of one dimension on which all accounts that say something agree; where none is left, all of them.
fn agreed(rows: &[&Row], d: usize, silent: u32) -> Vec<(u32, bool)> {
    let says: Vec<&Vec<(u32, bool)>> =
        rows.iter().map(|r| &r.places[d]).filter(|keys| keys.iter().any(|(k, _)| *k != silent)).collect();
    let Some((first, rest)) = says.split_first() else { return vec![(silent, true)] };
    let shared: Vec<(u32, bool)> = first
        .iter()
        .filter(|(key, _)| rest.iter().all(|keys| keys.iter().any(|(k, _)| k == key)))
        .copied()
        .collect();
    match shared[..] {
        [] => {
            let all: BTreeSet<u32> = says.iter().flat_map(|keys| keys.iter().map(|(k, _)| *k)).collect();
            all.into_iter().map(|key| (key, false)).collect()
        }
        [(key, inside)] => {
            let wholly = |keys: &&Vec<(u32, bool)>| keys.iter().any(|(k, i)| *k == key && *i);
            vec![(key, inside || rest.iter().any(wholly) || !rest.is_empty())]
        }
        _ => shared.into_iter().map(|(key, _)| (key, false)).collect(),
    }
}

/// Calls `each` with every cell of the product and whether it lies wholly inside.
fn product(dimensions: &[Vec<(u32, bool)>], each: &mut dyn FnMut(&[u32], bool)) {
    fn descend(
        rest: &[Vec<(u32, bool)>],
        cell: &mut Vec<u32>,
        inside: bool,
        each: &mut dyn FnMut(&[u32], bool),
    ) {
        let Some((first, rest)) = rest.split_first() else {
            each(cell, inside);
            return;
        };
        for (key, wholly) in first {
            cell.push(*key);
            descend(rest, cell, inside && *wholly, each);
            cell.pop();
        }
    }
    descend(dimensions, &mut Vec::new(), true, each);
}

/// The rivals of a metric among the rows of a batch.
pub(crate) fn gather_rivals(
    batch: &Batch<'_>,
    batch_id: BatchId,
    metric: &str,
    rule: &Rule,
    bonds: &Bonds,
    out: &mut Vec<Rival>,
) {
    let columns = batch.harms;
    let rivals = rule.rivals_of(metric);
    let Some(metrics) = columns.column("metric") else { return };
    let rival: Vec<bool> = metrics.dictionary.iter().map(|m| rivals.contains(&m.as_str())).collect();
    if !rival.contains(&true) {
        return;
    }
    let cell = |name: &str, i: usize| columns.column(name).map_or("", |c| c.value(i));
    for (i, owner) in columns.owners().iter().enumerate() {
        if !rival[metrics.codes[i] as usize] || cell("negated", i) == "1" {
            continue;
        }
        let account = EntryId { seq: batch_id.seq + u64::from(*owner), ..batch_id };
        if bonds.standing(batch, i, account) != Standing::Current {
            continue;
        }
        let interval = |name: &str| cell(name, i).parse::<Interval>().ok();
        let held = interval("when").and_then(|w| w.1.or(w.0));
        let day = interval("as_of").and_then(|a| a.1).or(held);
        out.push(Rival { account, day });
    }
}
