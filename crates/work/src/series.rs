//! Asking for what is said over time, and for what does not fit together in it.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Around, Contradiction, Rule, Series, SeriesQuery, Statement};
use cairn_model::{EntryId, Locator, Remark};
use cairn_register::View;
use jiff::civil::Date;
use serde::Serialize;

use crate::figures::{RuleName, id_of, name_of, rule_name};
use crate::show::Reader;
use crate::{Error, FigureColumn, FigureMap, Result, Session, remarks};

/// Which statements are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeriesOptions {
    /// Code of the vocabulary `metric`; contradictions take none for all.
    pub metric: Option<String>,
    /// In the source's words.
    pub place: Option<String>,
    /// Of whom: `women`, or the text's words; empty for the whole alone.
    pub group: Option<String>,
    /// Code of the vocabulary `scope`; empty for "not stated".
    pub scope: Option<String>,
    /// The speaker's name or id.
    pub said_by: Option<String>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Months too.
    pub by_month: bool,
}

/// What is said over time, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesAnswer {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// The rule applied.
    pub rule: RuleName,
    /// What is counted.
    pub metric: String,
    /// One per speaker and thing. Only those of one thing (all members but the speaker equal) compare.
    pub series: Vec<Spoken>,
    /// File names of the documents.
    pub documents: BTreeMap<String, String>,
    /// What a reader must know beside them.
    pub notes: Vec<Remark>,
}

/// One series, with its months when they were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spoken {
    /// As counted; speakers by name.
    #[serde(flatten)]
    pub series: Series,
    /// By month, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<Vec<Month>>,
}

/// A month of one speaker. Each member is a way of its own; they are not added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Month {
    /// `YYYY-MM`.
    pub month: String,
    /// The month's last total.
    pub total: Option<MonthTotal>,
    /// What the month's last total has more than the last one before the month: computed.
    pub difference: Option<MonthDifference>,
    /// The counts of periods that lie wholly in the month: computed.
    pub periods: Option<MonthPeriods>,
}

/// A month's last total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthTotal {
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// As of this day.
    pub to: Date,
    /// The account.
    pub account: EntryId,
}

/// What lies between the last totals of two months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthDifference {
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// The day of the earlier total.
    pub after: Date,
    /// The day of the later.
    pub to: Date,
}

/// The counts of a month's periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthPeriods {
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// Days that they cover.
    pub days: u32,
    /// How many.
    pub statements: u32,
}

/// What does not fit together, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContradictionsAnswer {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// The rule applied.
    pub rule: RuleName,
    /// Statements looked at.
    pub statements: usize,
    /// How many of each sort.
    pub counts: BTreeMap<&'static str, usize>,
    /// One each, by sort, thing and day.
    pub contradictions: Vec<Opened>,
}

/// A contradiction, opened to the words of its statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// What does not fit.
    #[serde(flatten)]
    pub contradiction: Contradiction,
    /// The statements, in the order in which the words name them.
    pub statements: Vec<Quoted>,
}

/// A statement with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// The account.
    pub account: EntryId,
    /// The speaker; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    pub published_by: Option<String>,
    /// The document's id.
    pub doc: String,
    /// Its file name.
    pub document: String,
    /// Where in it.
    pub at: String,
    /// The words; of a table, the head and the cell.
    pub quote: Option<String>,
    /// A running total.
    pub cumulative: bool,
    /// First day.
    pub from: Option<Date>,
    /// Last day, or the day as of which it holds.
    pub to: Option<Date>,
    /// The document's day.
    pub reported_on: Option<Date>,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
}

/// Groups that words mean, in any language that the extraction reads.
fn people(words: &str) -> Option<String> {
    let heading = cairn_extract::heading(words);
    heading.people.filter(|_| heading.rest.is_empty())
}

impl Session {
    /// What is said of a metric over time.
    ///
    /// # Errors
    /// When the metric or the moment is unknown.
    pub fn series(&self, options: &SeriesOptions, rule: &Rule, at: Option<&str>) -> Result<SeriesAnswer> {
        let view = self.view_at(at)?;
        let metric = options.metric.clone().unwrap_or_default();
        known_metric(&metric)?;
        let found = self.spoken(&view, options, rule)?;
        let mut documents = BTreeMap::new();
        let mut notes = Vec::new();
        let undated: usize = found.iter().map(|s| s.undated.len()).sum();
        if undated > 0 {
            notes.push(remarks::undated_in_no_series(undated));
        }
        let series: Vec<Spoken> = found
            .into_iter()
            .map(|mut series| {
                for s in series.statements() {
                    let name = s.doc.parse().ok().and_then(|doc| view.document(doc));
                    documents.insert(s.doc.clone(), name.map_or_else(String::new, |d| d.name.clone()));
                }
                let months = options.by_month.then(|| months(&series));
                name_speakers(&view, &mut series);
                Spoken { series, months }
            })
            .collect();
        let position = view.position.short();
        Ok(SeriesAnswer { version: 1, position, rule: rule_name(rule), metric, series, documents, notes })
    }

    /// What does not fit together in what is said, of one metric or of all.
    ///
    /// # Errors
    /// When the metric or the moment is unknown.
    pub fn contradictions(
        &self,
        options: &SeriesOptions,
        rule: &Rule,
        at: Option<&str>,
    ) -> Result<ContradictionsAnswer> {
        let view = self.view_at(at)?;
        if let Some(metric) = &options.metric {
            known_metric(metric)?;
        }
        // Parts and things sorted anew are seen across metrics and groups: all are read, and then those asked for kept.
        let wide = SeriesOptions { metric: None, group: None, scope: None, ..options.clone() };
        let found = self.spoken(&view, &wide, rule)?;
        let statements: BTreeMap<EntryId, (&Series, &Statement)> =
            found.iter().flat_map(|s| s.statements().map(move |st| (st.account, (s, st)))).collect();
        let mut contradictions = cairn_count::contradictions(&found);
        contradictions.retain(|c| {
            let of = |name: &Option<String>, value: &Option<String>| {
                name.as_deref().is_none_or(|n| n == value.as_deref().unwrap_or_default())
            };
            options.metric.as_ref().is_none_or(|m| *m == c.of.metric)
                && of(&options.group, &c.of.group)
                && of(&options.scope, &c.of.scope)
        });
        let mut reader = Reader::new(self.store.as_ref(), &view);
        let wanted: BTreeSet<EntryId> =
            contradictions.iter().flat_map(|c| c.accounts.iter().copied()).collect();
        let mut said: BTreeMap<EntryId, Quoted> = BTreeMap::new();
        let mut accounts = Vec::new();
        let mut rows: BTreeMap<_, Vec<u64>> = BTreeMap::new();
        for id in wanted {
            let account = reader.account(id)?;
            if let Locator::Row(row) = account.at {
                rows.entry(account.doc).or_default().push(row);
            }
            accounts.push((id, account));
        }
        for (doc, mut rows) in rows {
            rows.sort_unstable();
            rows.dedup();
            reader.rows(doc, &rows)?;
        }
        let lists = view.effective().flat_map(|b| &b.lists);
        let columns: BTreeMap<String, FigureMap> = lists
            .filter_map(|(_, l)| Some((l.doc.to_string(), toml::from_str::<FigureMap>(&l.map).ok()?)))
            .collect();
        for (id, account) in accounts {
            let Some((series, st)) = statements.get(&id) else { continue };
            let words = reader.words(account.doc, &account.at)?;
            let column = || columns.get(&st.doc).and_then(|map| column_of(map, series, st));
            let quote = words.quote.or_else(|| words.cells.and_then(|cells| cell_of(&cells, column(), st)));
            let one = Quoted {
                account: id,
                said_by: account.said_by.map(|id| reader.source(id)),
                published_by: account.published_by.map(|id| reader.source(id)),
                doc: st.doc.clone(),
                document: view.document(account.doc).map_or_else(String::new, |d| d.name.clone()),
                at: words.at,
                quote,
                cumulative: st.cumulative,
                from: st.from,
                to: st.to,
                reported_on: st.reported_on,
                low: st.low,
                high: st.high,
            };
            said.insert(id, one);
        }
        let mut counts = BTreeMap::new();
        let mut opened = Vec::new();
        for mut c in contradictions {
            *counts.entry(c.code.code()).or_insert(0) += 1;
            let statements = c.accounts.iter().filter_map(|id| said.get(id).cloned()).collect();
            c.of.said_by = c.of.said_by.map(|id| name_of(&view, "source", id));
            c.of.text_of = c.of.text_of.map(|id| text_of(&view, id));
            opened.push(Opened { contradiction: c, statements });
        }
        let position = view.position.short();
        let statements = found.iter().map(|s| s.statements().count()).sum();
        Ok(ContradictionsAnswer {
            version: 1,
            position,
            rule: rule_name(rule),
            statements,
            counts,
            contradictions: opened,
        })
    }

    fn spoken(&self, view: &View, options: &SeriesOptions, rule: &Rule) -> Result<Vec<Series>> {
        let loaded = self.load(view)?;
        let published: BTreeMap<String, Date> = view
            .batches
            .iter()
            .flat_map(|b| &b.documents)
            .filter_map(|d| Some((d.doc.to_string(), d.published.as_ref()?.parse().ok()?)))
            .collect();
        let said_by = options.said_by.clone().map(|name| id_of(view, cairn_count::Dimension::Source, name));
        let query = SeriesQuery {
            metric: options.metric.clone(),
            place: options.place.clone(),
            said_by,
            from: options.from,
            to: options.to,
        };
        let around =
            Around { published: &|doc| published.get(doc).copied(), people: &people, bonds: &loaded.bonds };
        let mut found = cairn_count::series(&query, rule, &loaded.batches(), &around)?;
        let of = |wanted: &Option<String>, value: &Option<String>| {
            wanted.as_deref().is_none_or(|w| w == value.as_deref().unwrap_or_default())
        };
        found.retain(|s| of(&options.group, &s.of.group) && of(&options.scope, &s.of.scope));
        Ok(found)
    }
}

fn known_metric(metric: &str) -> Result<()> {
    let known = cairn_model::vocab::metric();
    if known.has(metric) {
        return Ok(());
    }
    let codes: Vec<&str> = known.codes.iter().map(|c| c.code.as_str()).collect();
    Err(Error::Count(cairn_count::CountError::Metric(metric.to_owned(), codes.join(", "))))
}

fn name_speakers(view: &View, series: &mut Series) {
    series.of.said_by = series.of.said_by.take().map(|id| name_of(view, "source", id));
    series.of.text_of = series.of.text_of.take().map(|id| text_of(view, id));
    for s in series.totals.iter_mut().chain(&mut series.periods).chain(&mut series.undated) {
        s.published_by = s.published_by.take().map(|id| name_of(view, "source", id));
    }
}

/// An outlet or a document, by name.
fn text_of(view: &View, id: String) -> String {
    let dimension = if id.parse::<EntryId>().is_ok() { "source" } else { "document" };
    name_of(view, dimension, id)
}

/// The column of a table of figures that a statement stands in.
fn column_of<'m>(map: &'m FigureMap, series: &Series, st: &Statement) -> Option<&'m str> {
    let group = |f: &FigureColumn| f.group.as_ref().map(|g| people(g).unwrap_or_else(|| g.to_lowercase()));
    let of = |f: &&FigureColumn| {
        let scope = f.scope.as_ref().or(map.scope.as_ref());
        f.metric == series.of.metric
            && f.cumulative == st.cumulative
            && group(f) == series.of.group
            && scope == series.of.scope.as_ref()
    };
    map.figures.iter().find(of).map(|f| f.column.as_str())
}

/// Of a row, the head and the cell: of the column that is known, else of the one that holds the number.
fn cell_of(cells: &[(String, String)], column: Option<&str>, st: &Statement) -> Option<String> {
    let number = st.low.or(st.high)?;
    let holds = |cell: &str| {
        let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
        digits.parse() == Ok(number.unsigned_abs())
    };
    let found = match column {
        Some(column) => cells.iter().find(|(head, _)| head == column),
        None => cells.iter().find(|(_, cell)| holds(cell)),
    };
    found.map(|(head, cell)| format!("{head}: {cell}"))
}

fn months(series: &Series) -> Vec<Month> {
    let key = |d: Date| format!("{:04}-{:02}", d.year(), d.month());
    let minus = |x: Option<i64>, y: Option<i64>| x.zip(y).and_then(|(x, y)| x.checked_sub(y));
    let mut months: BTreeMap<String, Month> = BTreeMap::new();
    fn at(months: &mut BTreeMap<String, Month>, month: String) -> &mut Month {
        months.entry(month.clone()).or_insert(Month { month, total: None, difference: None, periods: None })
    }
    for t in series.standing_totals() {
        let Some(to) = t.to else { continue };
        at(&mut months, key(to)).total =
            Some(MonthTotal { low: t.low, high: t.high, to, account: t.account });
    }
    let mut last: Option<MonthTotal> = None;
    for month in months.values_mut() {
        if let (Some(a), Some(b)) = (&last, &month.total) {
            let (low, high) = (minus(b.low, a.high), minus(b.high, a.low));
            month.difference = Some(MonthDifference { low, high, after: a.to, to: b.to });
        }
        last = month.total.clone().or(last);
    }
    for p in series.standing_periods() {
        let Some((from, to)) = p.from.zip(p.to).filter(|(a, b)| key(*a) == key(*b)) else { continue };
        let days = u32::try_from((to - from).get_days()).unwrap_or(0) + 1;
        let sum = |x: Option<i64>, y: Option<i64>| x.zip(y).and_then(|(x, y)| x.checked_add(y));
        let month = at(&mut months, key(to));
        month.periods = Some(match month.periods.take() {
            None => MonthPeriods { low: p.low, high: p.high, days, statements: 1 },
            Some(m) => MonthPeriods {
                low: sum(m.low, p.low),
                high: sum(m.high, p.high),
                days: m.days + days,
                statements: m.statements + 1,
            },
        });
    }
    months.into_values().collect()
}
