//! Importing a table of figures: every filled cell under a head that says what is counted becomes an account.
//!
//! What a head does not say whole ("ext_killed": some word is not known) is left out unless a mapping names it: a value
//! that somebody derived must never look like a statement.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cairn_extract::heading;
use cairn_import::parse::{Order, parse_date, parse_quantity};
use cairn_model::{
    Account, BatchId, DocId, Document, Entry, EntryId, Interval, Kind, ListVersion, Locator, Qualifier, Toll,
    vocab,
};
use cairn_read::{Content, TableSource};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::add::is_here;
use crate::sources::{Draft, Sources};
use crate::{Error, Incoming, Problem, Progress, Result, Session};

/// Accounts that travel together to the log.
const CHUNK: usize = 8192;

/// How a table of figures is read: found from its heads, edited by people, kept beside the import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureMap {
    /// Version of this format: 1.
    pub version: u32,
    /// Always `figures`.
    pub rows: String,
    /// Who says what the cells say, unless a column tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The column that says who speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by_column: Option<String>,
    /// The column of the day as of which a row holds, or on which its period ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The column of the hours that a row's period has; without it a day. An hour count of zero says that a row has no
    /// period of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_hours: Option<String>,
    /// The day since which totals run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The column that says where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_column: Option<String>,
    /// Where, for every row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whom the figures cover, for columns that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Columns of figures.
    #[serde(default, rename = "figure")]
    pub figures: Vec<FigureColumn>,
    /// Columns left out: they stay verbatim in the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

/// A column of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureColumn {
    /// Its head.
    pub column: String,
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// A running total.
    #[serde(default)]
    pub cumulative: bool,
    /// Of whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Code of the vocabulary `scope`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// `households` where those are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// What an import of figures did, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FiguresReport {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` in a dry run. When the same file was imported before with the same mapping, that batch.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// Accounts written by this command; in a dry run, those that it would write.
    pub accounts: u64,
    /// Accounts of the earlier import of the same file.
    pub unchanged: u64,
    /// Rows or cells that were not taken.
    pub errors: Vec<Problem>,
    /// The mapping as applied, in the format of `--map`.
    pub map: String,
}

/// How figures are imported.
#[derive(Debug, Clone, Default)]
pub struct FiguresOptions {
    /// A mapping file: its name and text.
    pub map: Option<(String, String)>,
    /// Who says what the cells say.
    pub said_by: Option<String>,
    /// Where, for every row.
    pub place: Option<String>,
    /// Whom the figures cover: code of the vocabulary `scope`.
    pub scope: Option<String>,
    /// Read and report, write nothing.
    pub dry_run: bool,
}

/// One account to be, its speaker still a name.
struct Spoken {
    said_by: Option<String>,
    row: u64,
    toll: Toll,
}

impl Session {
    /// Imports a table of figures. The same file with the same mapping again adds nothing, unless that batch was undone.
    ///
    /// # Errors
    /// When the file is no table, no head says what is counted, or the mapping does not fit.
    pub fn import_figures(
        &mut self,
        file: &Incoming,
        options: &FiguresOptions,
        progress: &mut dyn Progress,
    ) -> Result<FiguresReport> {
        let Content::Table(table) = cairn_read::read(&file.bytes, &file.name)? else {
            return Err(Error::WrongKind {
                file: file.name.clone(),
                what: "this is a text, not a table: use 'cairn add' and 'cairn claims'",
            });
        };
        file.published_date()?;
        let map = mapping(&table, file, options)?;
        let text = canonical(&map);
        let doc = DocId(Sha256::digest(&file.bytes).into());
        let view = self.store.view(None)?;
        let before = view.effective().find(|b| b.lists.iter().any(|(_, l)| l.doc == doc));
        if let Some(batch) = before.filter(|_| !options.dry_run) {
            if !batch.lists.iter().any(|(_, l)| l.doc == doc && l.map == text) {
                return Err(Error::ImportedOtherwise(file.name.clone(), batch.id));
            }
            return Ok(FiguresReport {
                version: 1,
                batch: Some(batch.id),
                position: view.position.short(),
                accounts: 0,
                unchanged: batch.accounts,
                errors: Vec::new(),
                map: text,
            });
        }
        progress.at("reading the figures", 0, Some(table.len()));
        let (spoken, errors) = read(&table, &map, file)?;
        let accounts = spoken.len() as u64;
        let report = |batch, position| FiguresReport {
            version: 1,
            batch,
            position,
            accounts,
            unchanged: 0,
            errors,
            map: text.clone(),
        };
        if options.dry_run {
            return Ok(report(None, view.position.short()));
        }
        let mut sources = Sources::of(&view);
        let (batch, position) = self.write("import", None, |store| {
            store.put_blob(&file.bytes)?;
            let mut draft = Draft::new(store);
            let publisher = match &file.publisher {
                Some(name) => Some(sources.named(&mut draft, name)?),
                None => None,
            };
            if !is_here(&view, doc) {
                draft.push(Entry::Document(Document {
                    bytes: file.bytes.len() as u64,
                    doc,
                    lang: file.lang.clone(),
                    name: file.name.clone(),
                    published: file.published.clone(),
                    publisher,
                    title: file.title.clone(),
                }));
            }
            let published_by = publisher.or_else(|| view.document(doc).and_then(|d| d.publisher));
            let mut speakers: BTreeMap<Option<&str>, Option<EntryId>> = BTreeMap::from([(None, None)]);
            for s in &spoken {
                let name = s.said_by.as_deref();
                if let Some(words) = name.filter(|_| !speakers.contains_key(&name)) {
                    speakers.insert(name, Some(sources.named(&mut draft, words)?));
                }
            }
            let said_by = speakers.get(&map.said_by.as_deref()).copied().flatten();
            draft.push(Entry::List(ListVersion {
                columns: table.header().to_vec(),
                because: None,
                doc,
                key: None,
                map: text.clone(),
                said_by,
                series: None,
            }));
            store.append(&draft.entries)?;
            for (i, chunk) in spoken.chunks(CHUNK).enumerate() {
                progress.at("writing", (i * CHUNK) as u64, Some(accounts));
                let account = |s: &Spoken| {
                    let said_by = speakers.get(&s.said_by.as_deref()).copied().flatten();
                    let toll = Some(s.toll.clone());
                    let bare = Account::new(Kind::Figure, doc, Locator::Row(s.row));
                    Entry::Account(Box::new(Account { said_by, published_by, toll, ..bare }))
                };
                store.append(&chunk.iter().map(account).collect::<Vec<_>>())?;
            }
            Ok(())
        })?;
        Ok(report(Some(batch), position))
    }
}

fn wrong(file: &Incoming, what: &'static str) -> Error {
    Error::WrongKind { file: file.name.clone(), what }
}

fn mapping(table: &TableSource<'_>, file: &Incoming, options: &FiguresOptions) -> Result<FigureMap> {
    let mut map = match &options.map {
        Some((name, text)) => {
            let map: FigureMap = toml::from_str(text).map_err(|e| {
                let reason = e.to_string().trim().to_owned();
                cairn_import::MapError::Syntax { file: name.clone(), reason }
            })?;
            if map.version != 1 || map.rows != "figures" {
                return Err(wrong(
                    file,
                    "the mapping of a table of figures says version = 1 and rows = \"figures\"",
                ));
            }
            map
        }
        None => infer(table.header()),
    };
    map.said_by = options.said_by.clone().or(map.said_by);
    map.place = options.place.clone().or(map.place);
    map.scope = options.scope.clone().or(map.scope);
    if map.figures.is_empty() {
        return Err(wrong(file, "no head says what is counted: name the columns in a file for --map"));
    }
    if map.date.is_none() && table.len() > 1 {
        return Err(wrong(
            file,
            "no column gives the day of each row: name it in a file for --map, date = \"…\"",
        ));
    }
    let metrics = vocab::metric();
    for column in &map.figures {
        if !metrics.has(&column.metric) {
            let codes: Vec<&str> = metrics.codes.iter().map(|c| c.code.as_str()).collect();
            return Err(cairn_count::CountError::Metric(column.metric.clone(), codes.join(", ")).into());
        }
    }
    let scopes = map.figures.iter().filter_map(|f| f.scope.as_ref()).chain(&map.scope);
    if let Some(scope) = scopes.into_iter().find(|s| !vocab::scope().has(s)) {
        return Err(Error::Nothing(format!(
            "'{scope}' is no scope: 'all', 'civilians', 'verified', 'flash', …"
        )));
    }
    let named = [&map.said_by_column, &map.date, &map.period_hours, &map.place_column];
    let named = named.into_iter().flatten().chain(map.figures.iter().map(|f| &f.column));
    for column in named {
        if !table.header().contains(column) {
            return Err(Error::Nothing(format!(
                "{}: there is no column '{column}', which the mapping names",
                file.name
            )));
        }
    }
    Ok(map)
}

/// What the heads say. A head with words that are not known is left out, but for a scope's name.
fn infer(header: &[String]) -> FigureMap {
    let mut map = FigureMap { version: 1, rows: "figures".to_owned(), ..FigureMap::default() };
    let headings: Vec<_> = header.iter().map(|h| heading(h)).collect();
    for (column, h) in header.iter().zip(&headings) {
        let scope_of = |w: &String| {
            vocab::scope().find(|code| code.eq_ignore_ascii_case(w)).first().map(|c| c.code.clone())
        };
        match (&h.metric, h.role.as_deref()) {
            (None, Some("date")) if map.date.is_none() => map.date = Some(column.clone()),
            (None, _) if map.period_hours.is_none() && h.rest.iter().any(|w| w.starts_with("hour")) => {
                map.period_hours = Some(column.clone());
            }
            (None, Some("place")) if map.place_column.is_none() => map.place_column = Some(column.clone()),
            (Some(metric), _) if h.rest.iter().all(|w| scope_of(w).is_some()) => {
                map.figures.push(FigureColumn {
                    column: column.clone(),
                    metric: metric.code().to_owned(),
                    cumulative: h.cumulative.unwrap_or(false),
                    group: h.people.clone(),
                    scope: h.rest.iter().find_map(scope_of),
                    unit: h.unit.clone().filter(|u| u == "households"),
                });
            }
            _ => map.left_out.push(column.clone()),
        }
    }
    map
}

/// The mapping as TOML, one spelling each.
fn canonical(map: &FigureMap) -> String {
    let mut out = String::new();
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let _ = writeln!(out, "version = 1\nrows = \"figures\"");
    let members = [
        ("said_by", &map.said_by),
        ("said_by_column", &map.said_by_column),
        ("date", &map.date),
        ("period_hours", &map.period_hours),
        ("place_column", &map.place_column),
        ("place", &map.place),
        ("scope", &map.scope),
    ];
    for (key, value) in members {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
    }
    if let Some(since) = map.since {
        let _ = writeln!(out, "since = \"{since}\"");
    }
    if !map.left_out.is_empty() {
        let names: Vec<String> = map.left_out.iter().map(|n| quoted(n)).collect();
        let _ = writeln!(out, "left_out = [{}]", names.join(", "));
    }
    for f in &map.figures {
        let _ = writeln!(out, "\n[[figure]]\ncolumn = {}\nmetric = {}", quoted(&f.column), quoted(&f.metric));
        let _ = writeln!(out, "cumulative = {}", f.cumulative);
        for (key, value) in [("group", &f.group), ("scope", &f.scope), ("unit", &f.unit)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        }
    }
    out
}

fn read(table: &TableSource<'_>, map: &FigureMap, file: &Incoming) -> Result<(Vec<Spoken>, Vec<Problem>)> {
    let header = table.header();
    let at = |name: &Option<String>| name.as_ref().and_then(|n| header.iter().position(|h| h == n));
    let (date, hours) = (at(&map.date), at(&map.period_hours));
    let (place, speaker) = (at(&map.place_column), at(&map.said_by_column));
    let columns: Vec<(usize, &FigureColumn)> =
        map.figures.iter().filter_map(|f| Some((at(&Some(f.column.clone()))?, f))).collect();
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let mut rows = table.rows();
    let mut number = 0;
    while let Some(record) = rows.next() {
        number += 1;
        let mut bad = |code: &'static str, message: String| {
            errors.push(Problem { file: file.name.clone(), row: number, code, message });
        };
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                bad("row", e.to_string());
                continue;
            }
        };
        let said =
            |i: Option<usize>| i.map(|i| record.cell(i).trim()).filter(|c| !c.is_empty()).map(str::to_owned);
        let day = match said(date) {
            None => None,
            Some(cell) => match day(&cell) {
                Some(day) => Some(day),
                None => {
                    bad("date", format!("'{cell}' is no single day: the row is left out"));
                    continue;
                }
            },
        };
        let days = match said(hours).map(|h| h.parse::<i64>()) {
            None => Some(1),
            Some(Ok(0)) => None,
            Some(Ok(hours)) if hours > 0 => Some((hours + 23) / 24),
            Some(_) => {
                bad("period", "the hours of the period are no number: the row is left out".to_owned());
                continue;
            }
        };
        for (i, column) in &columns {
            let cell = record.cell(*i).trim();
            if cell.is_empty() {
                continue;
            }
            let quantity = parse_quantity(cell);
            let whole = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
            let (low, high) = (whole(quantity.low), whole(quantity.high));
            if low.is_none() && high.is_none() {
                bad("number", format!("'{cell}' in '{}' is no number: the cell is left out", column.column));
                continue;
            }
            let when = if column.cumulative {
                day.and_then(|d| Interval(map.since, Some(d)).sound())
            } else {
                // A row without a period of its own gives no count of one.
                let Some(days) = days else { continue };
                day.map(|d| Interval(d.checked_sub(jiff::Span::new().days(days - 1)).ok(), Some(d)))
            };
            let toll = Toll {
                by_rule: false,
                component: None,
                cumulative: column.cumulative,
                group: column.group.clone(),
                high,
                hypothetical: false,
                low,
                metric: column.metric.clone(),
                negated: false,
                party: None,
                period: None,
                place: said(place).or_else(|| map.place.clone()),
                qualifier: quantity.qualifier.unwrap_or(Qualifier::Exact),
                scope: column.scope.clone().or_else(|| map.scope.clone()),
                unit: column.unit.clone(),
                when,
            };
            out.push(Spoken { said_by: said(speaker).or_else(|| map.said_by.clone()), row: number, toll });
        }
    }
    Ok((out, errors))
}

/// A cell that names one day.
fn day(cell: &str) -> Option<Date> {
    let read = parse_date(cell, Order::Ymd);
    read.earliest.filter(|day| read.latest == Some(*day))
}
