//! Asking for figures, and for the accounts behind them.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Batch, Behind, Bonds, Dimension, Figure, Filter, Membership, Query, Rule, Standing};
use cairn_model::columns::Columns;
use cairn_model::{BatchId, DocId, EntryId, Locator, Remark};
use cairn_register::View;
use serde::Serialize;

use crate::bonds::Rulings;
use crate::show::{Reader, Words};
use crate::{Error, Result, Session, audit, estimates, remarks, versions};

/// The answer to a question, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form: `--at` takes it.
    pub position: String,
    /// The rule applied.
    pub rule: RuleName,
    /// One per cell and scope.
    pub figures: Vec<Figure>,
    /// What a reader must know beside the figures.
    pub notes: Vec<Remark>,
}

/// A rule by name and version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleName {
    /// What it is called.
    pub name: String,
    /// Which version.
    pub version: String,
}

/// The accounts behind a cell, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// The rule applied.
    pub rule: RuleName,
    /// What is counted.
    pub metric: String,
    /// The cell.
    pub by: BTreeMap<&'static str, Option<String>>,
    /// Accounts wholly inside the cell.
    pub inside: usize,
    /// Accounts that overlap it, or of which cannot be told whether they are somebody new.
    pub overlaps: usize,
    /// Accounts that their source has withdrawn since.
    pub withdrawn: usize,
    /// Numbers that speakers give.
    pub reported: usize,
    /// The accounts asked for.
    pub accounts: Vec<BehindRow>,
    /// What a reader must know beside them.
    pub notes: Vec<Remark>,
}

/// One account behind a figure, opened to its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BehindRow {
    /// The account.
    pub account: EntryId,
    /// How it belongs to the cell.
    pub membership: Membership,
    /// Whom or what it is about: the smallest account judged the same.
    pub subject: EntryId,
    /// The speaker; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    pub published_by: Option<String>,
    /// The document's id.
    pub doc: DocId,
    /// The document's file name.
    pub document: String,
    /// The words themselves.
    #[serde(flatten)]
    pub words: Words,
}

/// A batch that counts, kept while a question is answered.
pub(crate) struct LoadedBatch {
    id: BatchId,
    harms: Columns,
    tolls: Columns,
    standing: Option<Vec<Standing>>,
}

impl LoadedBatch {
    fn batch(&self) -> Batch<'_> {
        let standing = self.standing.as_deref();
        Batch { id: self.id, harms: &self.harms, tolls: &self.tolls, standing }
    }
}

pub(crate) struct Loaded {
    batches: Vec<LoadedBatch>,
    pub(crate) bonds: Bonds,
}

impl Loaded {
    pub(crate) fn batches(&self) -> Vec<Batch<'_>> {
        self.batches.iter().map(LoadedBatch::batch).collect()
    }
}

impl Session {
    /// Applies a rule at a moment.
    ///
    /// # Errors
    /// When the metric, a dimension or the moment is unknown.
    pub fn count(&self, query: &Query, rule: &Rule, at: Option<&str>) -> Result<Answer> {
        let view = self.view_at(at)?;
        let loaded = self.load(&view)?;
        let audits = audit::audits(&view);
        let mut figures = cairn_count::count_bound(query, rule, &loaded.batches(), &loaded.bonds)?;
        estimates::beside(self, &view, &rule_name(rule), query, &mut figures)?;
        for figure in &mut figures {
            for (dimension, value) in &mut figure.by {
                *value = value.take().map(|v| name_of(&view, dimension, v));
            }
            for toll in &mut figure.reported {
                toll.audit = audit::rule_of(&view, toll.account).and_then(|rule| audits.get(&rule).cloned());
                let named = |id: Option<String>| id.map(|id| name_of(&view, "source", id));
                toll.said_by = named(toll.said_by.take());
                toll.published_by = named(toll.published_by.take());
                for relay in &mut toll.relayed_by {
                    relay.said_by = named(relay.said_by.take());
                    relay.published_by = named(relay.published_by.take());
                }
            }
        }
        let notes = notes(&view, &query.metric, &loaded);
        Ok(Answer { version: 1, position: view.position.short(), rule: rule_name(rule), figures, notes })
    }

    /// Counts what holds as of a day: people in custody, missing, displaced.
    ///
    /// # Errors
    /// When the day is none, or the rule does not say what begins and ends the metric.
    pub fn count_as_of(&self, query: &Query, day: &str, rule: &Rule, at: Option<&str>) -> Result<Answer> {
        let day = day.parse().map_err(|_| Error::Date(day.to_owned()))?;
        let view = self.view_at(at)?;
        let loaded = self.load(&view)?;
        let mut figures = cairn_count::count_as_of(query, day, rule, &loaded.batches(), &loaded.bonds)?;
        for figure in &mut figures {
            for (dimension, value) in &mut figure.by {
                *value = value.take().map(|v| name_of(&view, dimension, v));
            }
        }
        let notes = notes(&view, &query.metric, &loaded);
        Ok(Answer { version: 1, position: view.position.short(), rule: rule_name(rule), figures, notes })
    }

    /// Opens the cell that `filters` describe to the accounts behind it: `limit` of them after `skip`.
    ///
    /// # Errors
    /// As [`Session::count`]; also when a filter is not DIMENSION=VALUE.
    pub fn explain(
        &self,
        metric: &str,
        filters: &[String],
        rule: &Rule,
        at: Option<&str>,
        (skip, limit): (usize, usize),
    ) -> Result<Explanation> {
        let view = self.view_at(at)?;
        let loaded = self.load(&view)?;
        let filters = parse_filters(&view, filters)?;
        let mut behind = cairn_count::behind_bound(metric, &filters, rule, &loaded.batches(), &loaded.bonds)?;
        // What the number is made of comes first; what speakers report beside it, last.
        behind.sort_by_key(|b| b.membership);
        let notes = self.absent(metric, &filters, rule, &loaded, &view)?;
        let number = |m: Membership| behind.iter().filter(|b| b.membership == m).count();
        let mut reader = Reader::new(self.store.as_ref(), &view);
        let shown: Vec<&Behind> = behind.iter().skip(skip).take(limit).collect();
        let mut found = Vec::new();
        let mut rows: BTreeMap<DocId, Vec<u64>> = BTreeMap::new();
        for b in &shown {
            let account = reader.account(b.account)?;
            if let Locator::Row(row) = account.at {
                rows.entry(account.doc).or_default().push(row);
            }
            found.push(account);
        }
        for (doc, wanted) in &rows {
            reader.rows(*doc, wanted)?;
        }
        let mut accounts = Vec::new();
        for (Behind { account, membership, subject }, found) in shown.into_iter().zip(found) {
            accounts.push(BehindRow {
                account: *account,
                membership: *membership,
                subject: *subject,
                said_by: found.said_by.map(|id| reader.source(id)),
                published_by: found.published_by.map(|id| reader.source(id)),
                doc: found.doc,
                document: view.document(found.doc).map_or_else(String::new, |d| d.name.clone()),
                words: reader.words(found.doc, &found.at)?,
            });
        }
        Ok(Explanation {
            version: 1,
            position: view.position.short(),
            rule: rule_name(rule),
            metric: metric.to_owned(),
            by: filters
                .into_iter()
                .map(|(d, v)| (d.name(), v.map(|v| name_of(&view, d.name(), v))))
                .collect(),
            inside: number(Membership::Inside),
            overlaps: number(Membership::Overlaps),
            withdrawn: number(Membership::Withdrawn),
            reported: number(Membership::Reported),
            accounts,
            notes,
        })
    }

    /// Filters that no account answers to, with the values that there are: a slip of the pen is not a zero.
    fn absent(
        &self,
        metric: &str,
        filters: &[Filter],
        rule: &Rule,
        loaded: &Loaded,
        view: &View,
    ) -> Result<Vec<Remark>> {
        let mut notes = Vec::new();
        for (dimension, value) in filters {
            let query = Query { metric: metric.to_owned(), by: vec![*dimension] };
            let figures = cairn_count::count_bound(&query, rule, &loaded.batches(), &loaded.bonds)?;
            let name = dimension.name();
            let present: Vec<&Option<String>> = figures.iter().filter_map(|f| f.by.get(name)).collect();
            if present.contains(&value) {
                continue;
            }
            let named = |v: &Option<String>| v.clone().map(|v| name_of(view, name, v));
            let shown = |v: &Option<String>| named(v).unwrap_or_else(|| "not stated".to_owned());
            let mut values: Vec<String> = present.iter().take(12).map(|v| shown(v)).collect();
            values.dedup();
            notes.push(remarks::no_account_has(name, named(value), &values));
        }
        Ok(notes)
    }

    pub(crate) fn load(&self, view: &View) -> Result<Loaded> {
        let mut loaded = Vec::new();
        for batch in view.effective().filter(|b| b.accounts > 0) {
            let (harms, tolls) = self.store.columns(batch.id)?;
            loaded.push(LoadedBatch { id: batch.id, harms, tolls, standing: None });
        }
        for series in versions::series(view) {
            let find = |id: &BatchId| loaded.iter().position(|b: &LoadedBatch| b.id == *id);
            let places: Vec<(usize, bool)> =
                series.iter().filter_map(|(id, ours)| Some((find(id)?, *ours))).collect();
            let harms: Vec<(&Columns, bool)> =
                places.iter().map(|(i, ours)| (&loaded[*i].harms, *ours)).collect();
            for ((i, _), standing) in places.iter().zip(versions::standing(&harms)) {
                loaded[*i].standing = Some(standing);
            }
        }
        let bonds = Rulings::of(self.store.as_ref(), view)?.bonds();
        Ok(Loaded { batches: loaded, bonds })
    }
}

pub(crate) fn rule_name(rule: &Rule) -> RuleName {
    RuleName { name: rule.name.clone(), version: rule.version.clone() }
}

/// Sources and documents are cells by id; people read their names. A name that two sources share keeps its id.
pub(crate) fn name_of(view: &View, dimension: &str, value: String) -> String {
    match dimension {
        "source" => {
            let sources = view.sources();
            let Some(source) = value.parse().ok().and_then(|id: EntryId| sources.get(&id).copied()) else {
                return value;
            };
            let shared = sources.values().filter(|s| s.name == source.name).count() > 1;
            if shared { format!("{} ({value})", source.name) } else { source.name.clone() }
        }
        "document" => match value.parse().ok().and_then(|doc: DocId| view.document(doc)) {
            Some(document) => format!("{} ({})", document.name, document.doc.short()),
            None => value,
        },
        _ => value,
    }
}

fn parse_filters(view: &View, filters: &[String]) -> Result<Vec<Filter>> {
    // Several filters may stand in one argument, and a value may hold commas of its own: a comma divides only where
    // the name of a dimension and an equals sign follow.
    let mut parts: Vec<String> = Vec::new();
    for filter in filters {
        for (i, part) in filter.split(',').enumerate() {
            let names = part.split_once('=').is_some_and(|(n, _)| Dimension::from_name(n.trim()).is_ok());
            match parts.last_mut() {
                Some(last) if i > 0 && !names => {
                    last.push(',');
                    last.push_str(part);
                }
                _ => parts.push(part.to_owned()),
            }
        }
    }
    let mut out: Vec<Filter> = Vec::new();
    for filter in &parts {
        let (name, value) = filter.split_once('=').ok_or_else(|| Error::Filter(filter.clone()))?;
        let dimension = Dimension::from_name(name.trim())?;
        let value = Some(value.trim()).filter(|v| !v.is_empty()).map(str::to_owned);
        out.push((dimension, value.map(|v| id_of(view, dimension, v))));
    }
    Ok(out)
}

/// The other way round: what a person names becomes the id that the columns hold.
pub(crate) fn id_of(view: &View, dimension: Dimension, value: String) -> String {
    let named = |dimension: &str, id: String| name_of(view, dimension, id) == value;
    match dimension {
        Dimension::Source => {
            let ids = view.sources().into_keys().map(|id| id.to_string());
            ids.into_iter().find(|id| named("source", id.clone())).unwrap_or(value)
        }
        Dimension::Document => {
            let found = view.batches.iter().rev().flat_map(|b| &b.documents).find(|d| {
                let id = d.doc.to_string();
                d.name == value || (value.len() >= 8 && id.starts_with(&value)) || named("document", id)
            });
            found.map_or(value, |d| d.doc.to_string())
        }
        _ => value,
    }
}

fn notes(view: &View, metric: &str, loaded: &Loaded) -> Vec<Remark> {
    let has_metric = |columns: &Columns| {
        columns.column("metric").is_some_and(|c| c.dictionary.iter().any(|v| v == metric))
    };
    let current = |b: &LoadedBatch| match &b.standing {
        None => b.harms.rows() > 0,
        Some(rows) => rows.iter().any(|s| matches!(s, Standing::Current | Standing::CannotTell)),
    };
    let with_harms =
        |id: BatchId| loaded.batches.iter().any(|b| b.id == id && current(b) && has_metric(&b.harms));
    let lists = view.effective().filter(|b| !b.lists.is_empty() && with_harms(b.id)).count();
    let mut notes = Vec::new();
    let conflicts = loaded.bonds.clusters.conflicts.len();
    if conflicts > 0 {
        notes.push(remarks::judgements_conflict(conflicts));
    }
    let on_list: BTreeSet<BatchId> = view.effective().filter(|b| !b.lists.is_empty()).map(|b| b.id).collect();
    let list_of = |id: &EntryId| {
        let mut before = on_list.range(..=*id);
        before.next_back().filter(|b| b.chain == id.chain).copied()
    };
    let mut bound = loaded.bonds.clusters.subject.iter().filter(|(id, subject)| id != subject);
    let linked = bound.any(|(id, subject)| list_of(id).is_some() && list_of(id) != list_of(subject));
    if lists > 1 && !linked {
        notes.push(remarks::lists_not_linked(lists));
    }
    let assumed = view.effective().filter(|b| with_harms(b.id));
    let assumed =
        assumed.flat_map(|b| &b.lists).filter(|(_, l)| l.map.contains("act_from = \"default\"")).count();
    if assumed > 0 {
        notes.push(remarks::act_assumed(assumed));
    }
    notes
}
