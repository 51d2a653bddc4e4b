//! Importing a list: every row becomes an account, in one batch.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use cairn_import::{Mapping, Role, Row, RowReader, Rows, Stated};
use cairn_model::{
    About, Account, Act, Ages, BatchId, DocId, Document, Entry, EntryId, Identifier, Interval, Kind,
    ListVersion, Locator, Name, Personal,
};
use cairn_read::{Content, TableSource};
use cairn_register::{Store, View};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::add::is_here;
use crate::sources::{Draft, Sources};
use crate::{Error, Incoming, Progress, Result, Session, versions};

/// Rows that travel together from the reader to the log.
const CHUNK: usize = 8192;

/// How a list is imported.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// A mapping file: its name and text. Without one, columns are inferred.
    pub map: Option<(String, String)>,
    /// Who says what the rows say, unless the mapping tells.
    pub said_by: Option<String>,
    /// What was done to the people of the list, unless the mapping or a column tells.
    pub act: Option<String>,
    /// The list of which this file is a version.
    pub series: Option<String>,
    /// The column that names a person across versions.
    pub key: Option<String>,
    /// Why this version stands in the place of the one before: `new-version` or `our-correction`.
    pub because: Option<String>,
    /// Rows to show: `added`, `removed`, `changed` or `cannot_tell`.
    pub show: Option<String>,
    /// Read and report, write nothing.
    pub dry_run: bool,
    /// One bad row stops the import.
    pub strict: bool,
}

impl ImportOptions {
    /// Whether a person said what the act is.
    fn by_hand(&self) -> bool {
        self.map.is_some() || self.act.is_some()
    }
}

/// What an import did, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` in a dry run. When the same file was imported before with the same mapping, that batch.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// The entry that describes the list.
    pub list: Option<EntryId>,
    /// What each row is taken to say was done, and whether the file, the mapping or nobody said so.
    pub act: Option<String>,
    /// `column`, `mapping`, or `default`: nobody said so.
    pub act_from: &'static str,
    /// Accounts written by this command.
    pub accounts: u64,
    /// Rows that were not on record.
    pub added: u64,
    /// Rows of an earlier version that this one no longer has.
    pub removed: u64,
    /// Rows whose mapped cells differ from the earlier version.
    pub changed: u64,
    /// Rows on record as they are.
    pub unchanged: u64,
    /// Rows without a key that stand word for word in the earlier version.
    pub same_without_key: u64,
    /// Rows without a key that equal no row of the earlier version.
    pub cannot_tell: u64,
    /// The rows asked for with `--show`: of removed ones the row in the version before, else the row in this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Vec<u64>>,
    /// Oddities: the row is taken, a person should look.
    pub flags: Vec<Problem>,
    /// Rows that were not taken.
    pub errors: Vec<Problem>,
    /// The mapping as applied, in the format of `--map`.
    pub map: String,
}

/// Something about one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The data row, from 1.
    pub row: u64,
    /// Stable code.
    pub code: &'static str,
    /// In words.
    pub message: String,
}

/// What the reading thread found beside the rows.
#[derive(Debug, Default)]
struct Oddities {
    rows: u64,
    flags: Vec<Problem>,
    errors: Vec<Problem>,
}

impl Session {
    /// Imports a list. The same file with the same mapping again adds nothing, unless that batch was undone.
    ///
    /// # Errors
    /// When the file is no list of persons, the mapping does not fit, or (with `strict`) a row is bad; then nothing
    /// is written.
    pub fn import(
        &mut self,
        file: &Incoming,
        options: &ImportOptions,
        progress: &mut dyn Progress,
    ) -> Result<ImportReport> {
        progress.at("reading the columns", 0, None);
        let Content::Table(table) = cairn_read::read(&file.bytes, &file.name)? else {
            return Err(Error::WrongKind {
                file: file.name.clone(),
                what: "this is a text, not a table: use 'cairn add' and 'cairn claims'",
            });
        };
        file.published_date()?;
        if table.is_empty() {
            return Err(Error::WrongKind {
                file: file.name.clone(),
                what: "the table has a header and no rows: check that it was exported whole",
            });
        }
        let mapping = mapping(&table, file, options)?;
        let doc = DocId(Sha256::digest(&file.bytes).into());
        let view = self.store.view(None)?;
        if !options.dry_run
            && let Some((batch, before)) = imported_before(&view, doc, &mapping, options)
        {
            let rows = view.batches.iter().find(|b| b.id == batch).map_or(0, |b| b.accounts);
            let odd = Oddities::default();
            let done = (Some(batch), Some(before), 0);
            let same = Changes { unchanged: rows, ..Changes::default() };
            return Ok(report(&view, &mapping, done, same, odd, options.by_hand()));
        }
        if !options.dry_run
            && options.because.as_deref() != Some(versions::OUR_CORRECTION)
            && let Some(batch) = view.effective().find(|b| b.lists.iter().any(|(_, l)| l.doc == doc))
        {
            return Err(Error::ImportedOtherwise(file.name.clone(), batch.id));
        }
        let changes = self.compare(&view, &table, &mapping, options)?;
        if options.dry_run || options.strict {
            let odd = read_all(&table, &mapping, file, progress)?;
            if options.dry_run || !odd.errors.is_empty() {
                let rows = if options.dry_run { odd.rows } else { 0 };
                let changes = changes.unwrap_or(Changes { added: rows, ..Changes::default() });
                return Ok(report(&view, &mapping, (None, None, rows), changes, odd, options.by_hand()));
            }
        }
        let list = ReadList { file, table: &table, mapping: &mapping, doc, options };
        self.import_new(&list, &view, changes, progress)
    }

    /// What this version changes against the current version of its series.
    fn compare(
        &self,
        view: &View,
        table: &TableSource<'_>,
        mapping: &Mapping,
        options: &ImportOptions,
    ) -> Result<Option<Changes>> {
        let Some(series) = &options.series else { return Ok(None) };
        let Some((_, before)) = versions::current(view, series) else {
            return match options.because.as_deref() {
                Some(versions::OUR_CORRECTION) => {
                    Err(Error::Nothing(format!("'{series}' has no version yet that could be corrected")))
                }
                _ => Ok(None),
            };
        };
        let reasons = [versions::NEW_VERSION, versions::OUR_CORRECTION];
        if !options.because.as_deref().is_some_and(|why| reasons.contains(&why)) {
            return Err(Error::Nothing(format!(
                "'{series}' has a version already: say who speaks now, --as new-version (the source changed its \
                 word) or --as our-correction (we mend our slip)"
            )));
        }
        let name = view.document(before.doc).map_or_else(|| before.doc.short(), |d| d.name.clone());
        let bytes = self.store.blob(before.doc)?;
        let Content::Table(old) = cairn_read::read(&bytes, &name)? else { return Ok(None) };
        let old_mapping = Mapping::from_toml(&before.map, &name, old.header())?;
        let key = options.key.as_deref().unwrap_or_default();
        let columns = cairn_import::compared_columns(&old_mapping, mapping, key);
        let before = cairn_import::versioned(&old, key, &columns);
        let after = cairn_import::versioned(table, key, &columns);
        Ok(Some(Changes::of(&cairn_import::diff(&before, &after), options.show.as_deref())))
    }

    fn import_new(
        &mut self,
        list: &ReadList<'_>,
        view: &View,
        changes: Option<Changes>,
        progress: &mut dyn Progress,
    ) -> Result<ImportReport> {
        let ReadList { file, table, mapping, doc, options } = *list;
        let mut sources = Sources::of(view);
        let mut odd = Oddities::default();
        let mut described = None;
        let (batch, _) = self.write("import", None, |store| {
            store.put_blob(&file.bytes)?;
            let mut draft = Draft::new(store);
            let publisher = match &file.publisher {
                Some(name) => Some(sources.named(&mut draft, name)?),
                None => None,
            };
            if !is_here(view, doc) {
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
            let said_by = match &mapping.said_by {
                Some(name) => Some(sources.named(&mut draft, name)?),
                None => None,
            };
            // Speakers that the mapping names for single rows, all known before the first row is written.
            let mut speakers = Vec::new();
            for column in mapping.columns.iter().filter(|c| c.role == Role::Source) {
                for name in column.values.values() {
                    speakers.push((name.clone(), sources.named(&mut draft, name)?));
                }
            }
            described = Some(draft.push(Entry::List(ListVersion {
                columns: table.header().to_vec(),
                because: options.because.clone().filter(|_| options.series.is_some()),
                doc,
                key: options.key.clone(),
                map: mapping.canonical(),
                said_by,
                series: options.series.clone(),
            })));
            store.append(&draft.entries)?;
            let rows = RowsOf { doc, said_by, published_by, speakers };
            odd = pipeline(table, mapping, file, &rows, store, progress)?;
            Ok(())
        })?;
        let view = self.store.view(None)?;
        let accounts = view.batches.iter().find(|b| b.id == batch).map_or(0, |b| b.accounts);
        let changes = changes.unwrap_or(Changes { added: accounts, ..Changes::default() });
        Ok(report(&view, mapping, (Some(batch), described, accounts), changes, odd, options.by_hand()))
    }
}

/// A file that was read and may be imported.
#[derive(Clone, Copy)]
struct ReadList<'a> {
    file: &'a Incoming,
    table: &'a TableSource<'a>,
    mapping: &'a Mapping,
    doc: DocId,
    options: &'a ImportOptions,
}

/// What a version changes, in persons where there is a key, else in rows.
#[derive(Debug, Default)]
struct Changes {
    added: u64,
    removed: u64,
    changed: u64,
    unchanged: u64,
    same_without_key: u64,
    cannot_tell: u64,
    shown: Option<Vec<u64>>,
}

impl Changes {
    fn of(d: &cairn_import::ListDiff, show: Option<&str>) -> Self {
        let flat = |rows: &[Vec<u64>]| rows.concat();
        let shown = show.map(|what| match what {
            "added" => flat(&d.added),
            "removed" => flat(&d.removed),
            "changed" => d.changed.iter().flat_map(|(_, new)| new.clone()).collect(),
            _ => d.cannot_tell_new.clone(),
        });
        Self {
            added: d.added.len() as u64,
            removed: d.removed.len() as u64,
            changed: d.changed.len() as u64,
            unchanged: d.unchanged.len() as u64,
            same_without_key: d.same_without_key.len() as u64,
            cannot_tell: d.cannot_tell_new.len() as u64,
            shown: shown.map(|mut rows| {
                rows.sort_unstable();
                rows
            }),
        }
    }
}

fn mapping(table: &TableSource<'_>, file: &Incoming, options: &ImportOptions) -> Result<Mapping> {
    let mut mapping = match &options.map {
        Some((name, text)) => Mapping::from_toml(text, name, table.header())?,
        None => cairn_import::infer(table),
    };
    if mapping.rows != Rows::Persons {
        return Err(Error::WrongKind {
            file: file.name.clone(),
            what: "the rows do not look like persons, and only lists of persons are imported; if they are, say \
                   rows = \"persons\" in a file for --map",
        });
    }
    if let Some(key) = &options.key {
        let column = mapping.columns.iter_mut().find(|c| c.header == *key);
        let column =
            column.ok_or_else(|| Error::NoColumn { file: file.name.clone(), column: key.clone() })?;
        // What names a person across versions is an identifier, whatever else it looked like.
        column.role = Role::PersonId;
    }
    mapping.said_by = mapping.said_by.or_else(|| options.said_by.clone());
    if let Some(act) = &options.act {
        if !cairn_model::vocab::metric().has(act) {
            return Err(Error::Count(cairn_count::CountError::Metric(
                act.clone(),
                "those of 'cairn count'".into(),
            )));
        }
        mapping.act = Some(act.clone());
        mapping.act_from = cairn_import::ActFrom::Mapping;
    }
    let known = |act: &Option<String>| act.as_ref().is_none_or(|a| cairn_model::vocab::metric().has(a));
    let of_column = |c: &cairn_import::Column| {
        known(&c.act) && (c.role != Role::Act || c.values.values().all(|act| known(&Some(act.clone()))))
    };
    if !known(&mapping.act) || !mapping.columns.iter().all(of_column) {
        return Err(Error::WrongKind {
            file: options.map.as_ref().map_or_else(|| file.name.clone(), |(name, _)| name.clone()),
            what: "the mapping names an act that is none: 'cairn count --help' lists what can be counted",
        });
    }
    Ok(mapping)
}

/// The batch that holds this very import, and the entry that describes its list.
fn imported_before(
    view: &View,
    doc: DocId,
    mapping: &Mapping,
    options: &ImportOptions,
) -> Option<(BatchId, EntryId)> {
    let map = mapping.canonical();
    let mut lists = view.effective().flat_map(|b| b.lists.iter().map(|(id, list)| (b.id, *id, list)));
    let same =
        |l: &ListVersion| l.doc == doc && l.map == map && l.series == options.series && l.key == options.key;
    lists.find(|(_, _, l)| same(l)).map(|(batch, list, _)| (batch, list))
}

fn report(
    view: &View,
    mapping: &Mapping,
    (batch, list, accounts): (Option<BatchId>, Option<EntryId>, u64),
    changes: Changes,
    odd: Oddities,
    by_hand: bool,
) -> ImportReport {
    ImportReport {
        version: 1,
        batch,
        position: view.position.short(),
        list,
        act: mapping.act.clone(),
        act_from: act_from(mapping, by_hand),
        accounts,
        added: changes.added,
        removed: changes.removed,
        changed: changes.changed,
        unchanged: changes.unchanged,
        same_without_key: changes.same_without_key,
        cannot_tell: changes.cannot_tell,
        shown: changes.shown,
        flags: odd.flags,
        errors: odd.errors,
        map: mapping.to_toml(),
    }
}

/// Where the act comes from. A header that names it ("date of death") is the file's word, not that of a mapping.
fn act_from(mapping: &Mapping, by_hand: bool) -> &'static str {
    match mapping.act_from {
        cairn_import::ActFrom::Mapping if !by_hand => cairn_import::ActFrom::Column.code(),
        from => from.code(),
    }
}

/// Reads every row without keeping any.
fn read_all(
    table: &TableSource<'_>,
    mapping: &Mapping,
    file: &Incoming,
    progress: &mut dyn Progress,
) -> Result<Oddities> {
    let mut odd = Oddities::default();
    let mut reader = RowReader::new(mapping, &file.name);
    let mut rows = table.rows();
    while let Some(record) = rows.next() {
        let row = match record {
            Ok(record) => reader.read(&record),
            Err(bad) => Err(reader.bad(&bad)),
        };
        odd.take(&row, file);
        if odd.rows.is_multiple_of(CHUNK as u64) {
            progress.at("reading rows", odd.rows, None);
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
        }
    }
    Ok(odd)
}

impl Oddities {
    fn take(&mut self, row: &std::result::Result<Row<'_, '_>, cairn_import::RowError>, file: &Incoming) {
        match row {
            Ok(row) => {
                self.rows += 1;
                for flag in &row.flags {
                    let file = file.name.clone();
                    let (code, message) = (flag.code, flag.message.clone());
                    self.flags.push(Problem { file, row: row.row, code, message });
                }
            }
            Err(e) => {
                let (file, row, code) = (e.file.clone(), e.row, e.code);
                self.errors.push(Problem { file, row, code, message: e.message.clone() });
            }
        }
    }
}

/// What all rows of a list share.
pub(crate) struct RowsOf {
    pub(crate) doc: DocId,
    pub(crate) said_by: Option<EntryId>,
    pub(crate) published_by: Option<EntryId>,
    pub(crate) speakers: Vec<(String, EntryId)>,
}

/// One thread reads rows while this one writes them.
fn pipeline(
    table: &TableSource<'_>,
    mapping: &Mapping,
    file: &Incoming,
    shared: &RowsOf,
    store: &mut dyn Store,
    progress: &mut dyn Progress,
) -> Result<Oddities> {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(2);
        let reading = scope.spawn(|| read_rows(table, mapping, file, shared, send, &stop));
        let written = write_rows(receive, store, progress, &stop);
        let odd = reading.join().map_err(|_| Error::Nothing("reading the rows failed".to_owned()))?;
        written.map(|()| odd)
    })
}

fn read_rows(
    table: &TableSource<'_>,
    mapping: &Mapping,
    file: &Incoming,
    shared: &RowsOf,
    send: SyncSender<Vec<Entry>>,
    stop: &AtomicBool,
) -> Oddities {
    let mut odd = Oddities::default();
    let mut reader = RowReader::new(mapping, &file.name);
    let mut rows = table.rows();
    let mut chunk = Vec::with_capacity(CHUNK);
    while let Some(record) = rows.next() {
        let row = match record {
            Ok(record) => reader.read(&record),
            Err(bad) => Err(reader.bad(&bad)),
        };
        odd.take(&row, file);
        if let Ok(row) = row {
            chunk.push(Entry::Account(Box::new(account(&row, shared))));
        }
        if chunk.len() == CHUNK {
            let full = std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK));
            if send.send(full).is_err() || stop.load(Ordering::Relaxed) {
                return odd;
            }
        }
    }
    // A receiver that has gone away has its own error to tell.
    let _ = send.send(chunk);
    odd
}

fn write_rows(
    receive: Receiver<Vec<Entry>>,
    store: &mut dyn Store,
    progress: &mut dyn Progress,
    stop: &AtomicBool,
) -> Result<()> {
    let mut done = 0;
    for chunk in receive {
        if progress.cancelled() {
            stop.store(true, Ordering::Relaxed);
            return Err(Error::Cancelled);
        }
        store.append(&chunk)?;
        done += chunk.len() as u64;
        progress.at("importing rows", done, None);
    }
    Ok(())
}

pub(crate) fn account(row: &Row<'_, '_>, shared: &RowsOf) -> Account {
    let named = row.source_name.and_then(|name| shared.speakers.iter().find(|(n, _)| n == name));
    Account {
        about: About {
            age: row.age.value().filter(|a| a.low.is_some() || a.high.is_some()).map(ages),
            sex: sex(row),
            ..About::of(Kind::Person)
        },
        acts: acts(row),
        published_by: shared.published_by,
        said_by: named.map(|(_, id)| *id).or(shared.said_by),
        personal: Personal {
            born: row.born.value().and_then(|d| Interval(d.earliest, d.latest).sound()),
            ids: row
                .ids
                .iter()
                .filter(|id| id.of == Role::PersonId)
                .map(|id| Identifier { scheme: id.scheme.to_owned(), value: id.value.to_owned() })
                .collect(),
            names: row
                .names
                .iter()
                .map(|n| Name {
                    part: part(n.part).to_owned(),
                    script: n.lang.map(str::to_owned),
                    text: n.text.to_owned(),
                })
                .collect(),
        },
        ..Account::new(Kind::Person, shared.doc, Locator::Row(row.row))
    }
}

/// The oldest age that an open end ("60 and over") stands for: nobody is known to have lived longer.
const OLDEST: u16 = 130;

fn ages(age: &cairn_import::row::Age) -> Ages {
    let low = age.low.unwrap_or(0);
    Ages(low, age.high.unwrap_or(OLDEST).max(low))
}

/// Codes of SDG 16.1.2; "the source says that it does not know" is a statement, "not stated" is none.
fn sex(row: &Row<'_, '_>) -> Option<String> {
    use cairn_import::row::Sex;
    let code = match &row.sex {
        Stated::Is(Sex::Female) => "f",
        Stated::Is(Sex::Male) => "m",
        Stated::Is(Sex::Other) => "other",
        Stated::Not(cairn_import::parse::Missing::Unknown) => "unknown",
        _ => return None,
    };
    Some(code.to_owned())
}

fn acts(row: &Row<'_, '_>) -> Vec<Act> {
    let place = |act: &str| {
        let of_act = |p: &&cairn_import::row::PlaceText<'_, '_>| p.act.is_none_or(|a| a == act);
        let finest = [Role::Place, Role::Admin3, Role::Admin2, Role::Admin1, Role::Country];
        finest.into_iter().find_map(|level| row.places.iter().filter(of_act).find(|p| p.level == level))
    };
    let named = row.acts.iter().filter_map(|a| Some((a.act?, a.date.value())));
    let act = |(kind, date): (&str, Option<&cairn_import::parse::DateRead>)| Act {
        place: place(kind).map(|p| p.text.to_owned()),
        when: date.and_then(|d| Interval(d.earliest, d.latest).sound()),
        ..Act::new(kind)
    };
    named.map(act).collect()
}

fn part(role: Role) -> &'static str {
    match role {
        Role::Name => "full",
        other => other.code().strip_suffix("_name").unwrap_or(other.code()),
    }
}
