//! How many are in custody, missing, displaced as of a day.

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::{EntryId, Interval};
use jiff::civil::Date;

use crate::careful::Bonds;
use crate::cells::{Keys, Places};
use crate::figure::{Documented, Figure, said_of};
use crate::{Batch, CountError, Query, Rule, Standing};

/// What one row says of a subject.
struct Said {
    account: EntryId,
    ends: bool,
    /// It says that it holds, and is not merely what may begin it.
    holds: bool,
    denied: bool,
    as_of: Option<Interval>,
    when: Option<Interval>,
    size: (u64, Option<u64>),
    places: Vec<Vec<(u32, bool)>>,
}

/// Counts the subjects of whom `query.metric` holds as of `day`: low are those of whom a source says that it held on
/// that day, high those of whom it began by then and of whom no source says that it had ended.
///
/// # Errors
/// When the rule does not say what begins and ends the metric, or columns are damaged.
pub fn count_as_of(
    query: &Query,
    day: Date,
    rule: &Rule,
    batches: &[Batch<'_>],
    bonds: &Bonds,
) -> Result<Vec<Figure>, CountError> {
    let Some(stock) = rule.stocks.iter().find(|s| s.metric == query.metric) else {
        let known: Vec<&str> = rule.stocks.iter().map(|s| s.metric.as_str()).collect();
        return Err(CountError::NoStock(query.metric.clone(), known.join(", ")));
    };
    let mut keys = Keys::new(query.by.len());
    let mut subjects: BTreeMap<EntryId, Vec<Said>> = BTreeMap::new();
    for batch in batches {
        let columns = batch.harms;
        let Some(metrics) = columns.column("metric") else { continue };
        let on = |codes: &[String], m: &String| codes.contains(m);
        let wanted: Vec<bool> =
            metrics.dictionary.iter().map(|m| on(&stock.begins, m) || on(&stock.ends, m)).collect();
        if !wanted.contains(&true) {
            continue;
        }
        let sizes = crate::figure::sizes(batch)?;
        let places = Places::new(batch.id, columns, &query.by, rule, &mut keys)?;
        for (i, owner) in columns.owners().iter().enumerate() {
            let code = metrics.codes[i] as usize;
            if !wanted[code] {
                continue;
            }
            let account = batch.account(*owner);
            let cell = |name: &str| columns.column(name).map_or("", |c| c.value(i));
            if bonds.standing(batch, i, account) != Standing::Current
                || !rule.kinds.iter().any(|k| k == cell("kind"))
                || !said_of(&query.metric, cell("kind"))
                || !(rule.statuses.is_empty() || rule.statuses.iter().any(|s| s == cell("status")))
            {
                continue;
            }
            let interval = |name: &str| cell(name).parse::<Interval>().ok();
            let metric = &metrics.dictionary[code];
            let said = Said {
                account,
                ends: on(&stock.ends, metric),
                holds: cell("is") == "status",
                denied: cell("negated") == "1",
                as_of: interval("as_of"),
                when: interval("when"),
                size: columns.column("size").map_or((1, Some(1)), |c| sizes[c.codes[i] as usize]),
                places: places.by_dimension(columns, i),
            };
            subjects.entry(bonds.clusters.subject_of(account)).or_default().push(said);
        }
    }
    let mut cells: BTreeMap<Vec<u32>, Documented> = BTreeMap::new();
    if query.by.is_empty() {
        cells.insert(Vec::new(), Documented::zero());
    }
    let silent = keys.silent();
    for said in subjects.values() {
        count_subject(said, day, &silent, &mut cells);
    }
    // Subjects that may be one are one at the least.
    let unsure: BTreeSet<EntryId> = bonds.clusters.unsure.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let open = subjects.values().flatten().filter(|s| unsure.contains(&s.account)).count() as u64;
    let figure = |(cell, mut documented): (Vec<u32>, Documented)| {
        let key = keys.key(&cell);
        documented.undecided = if query.by.is_empty() { open / 2 } else { 0 };
        Figure {
            metric: query.metric.clone(),
            by: query.by.iter().map(|d| d.name()).zip(key).collect(),
            scope: None,
            component: None,
            documented: Some(documented),
            reported: Vec::new(),
            estimated: None,
        }
    };
    Ok(cells.into_iter().map(figure).collect())
}

fn count_subject(said: &[Said], day: Date, silent: &[u32], cells: &mut BTreeMap<Vec<u32>, Documented>) {
    let begins: Vec<&Said> = said.iter().filter(|s| !s.ends && !s.denied).collect();
    let denied = said.iter().any(|s| !s.ends && s.denied);
    let certain = begins.iter().any(|s| s.surely(day));
    let possible = begins.iter().any(|s| s.perhaps(day) && !said.iter().any(|e| e.ended(s, day)));
    if !certain && !possible {
        return;
    }
    let sure = certain && !denied && possible;
    let low = begins.iter().map(|s| s.size.0).min().unwrap_or(0);
    let high = begins.iter().map(|s| s.size.1).try_fold(0, |most, h| h.map(|h: u64| most.max(h)));
    let cell: Vec<u32> = (0..silent.len())
        .map(|d| {
            let stated: BTreeSet<u32> = begins
                .iter()
                .flat_map(|s| s.places[d].iter().filter(|(k, inside)| *k != silent[d] && *inside))
                .map(|(k, _)| *k)
                .collect();
            // Placed only where all that say something say the same.
            if stated.len() == 1 { stated.first().copied().unwrap_or(silent[d]) } else { silent[d] }
        })
        .collect();
    let at = cells.entry(cell).or_insert_with(Documented::zero);
    at.low += if sure { low } else { 0 };
    at.high = at.high.zip(high).map(|(a, b)| a + b);
    at.disputed += u64::from(certain && !sure);
}

impl Said {
    /// The first day on which it may hold.
    fn begin(&self) -> Option<Date> {
        self.when.and_then(|w| w.0).or(self.as_of.and_then(|a| a.0))
    }

    /// Whether the source says that it held on that day.
    fn surely(&self, day: Date) -> bool {
        let on = |i: &Interval| i.0 == Some(day) && i.1 == Some(day);
        // From a day to another it held throughout; from a day on, until the day of which the source speaks.
        let until = self.when.and_then(|w| w.1).or(self.as_of.and_then(|a| a.0));
        let span = self.when.and_then(|w| w.0).zip(until).is_some_and(|(from, to)| from <= day && day <= to);
        self.holds && (self.as_of.as_ref().is_some_and(on) || span)
    }

    /// Whether it may hold on that day, as far as this row goes.
    fn perhaps(&self, day: Date) -> bool {
        let begun = self.begin().is_none_or(|from| from <= day);
        // An act says when it began and nothing of its end; a status with an end has ended after it.
        let open = !self.holds || self.when.and_then(|w| w.1).is_none_or(|to| day <= to);
        begun && open
    }

    /// Whether this ends what `other` began, by that day.
    fn ended(&self, other: &Said, day: Date) -> bool {
        let at = self.when.or(self.as_of);
        let (Some(from), Some(to)) = (at.and_then(|w| w.0), at.and_then(|w| w.1.or(w.0))) else {
            return false;
        };
        self.ends && !self.denied && to <= day && other.begin().is_none_or(|begun| begun <= from)
    }
}
