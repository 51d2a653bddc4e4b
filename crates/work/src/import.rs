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
use crate::sources::Sources;
use crate::{Error, Incoming, Progress, Result, Session};

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
    /// Read and report, write nothing.
    pub dry_run: bool,
    /// One bad row stops the import.
    pub strict: bool,
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
    /// Rows without a key that equal no row of the earlier version.
    pub cannot_tell: u64,
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
        let mapping = mapping(&table, file, options)?;
        let doc = DocId(Sha256::digest(&file.bytes).into());
        let view = self.store.view(None)?;
        if !options.dry_run
            && let Some((batch, before)) = imported_before(&view, doc, &mapping)
        {
            let rows = view.batches.iter().find(|b| b.id == batch).map_or(0, |b| b.accounts);
            let odd = Oddities::default();
            let done = (Some(batch), Some(before), 0);
            return Ok(report(&view, &mapping, done, rows, odd));
        }
        if options.dry_run || options.strict {
            let odd = read_all(&table, &mapping, file, progress)?;
            if options.dry_run || !odd.errors.is_empty() {
                let rows = odd.rows;
                return Ok(report(
                    &view,
                    &mapping,
                    (None, None, if options.dry_run { rows } else { 0 }),
                    0,
                    odd,
                ));
            }
        }
        self.import_new(file, &table, &mapping, doc, &view, progress)
    }

    fn import_new(
        &mut self,
        file: &Incoming,
        table: &TableSource<'_>,
        mapping: &Mapping,
        doc: DocId,
        view: &View,
        progress: &mut dyn Progress,
    ) -> Result<ImportReport> {
        let mut sources = Sources::of(view);
        let mut odd = Oddities::default();
        let mut list = None;
        let batch = self.write("import", None, |store| {
            store.put_blob(&file.bytes)?;
            let publisher = match &file.publisher {
                Some(name) => Some(sources.named(store, name)?),
                None => None,
            };
            if !is_here(view, &file.bytes) {
                store.append(&[Entry::Document(Document {
                    bytes: file.bytes.len() as u64,
                    doc,
                    lang: file.lang.clone(),
                    name: file.name.clone(),
                    published: file.published.clone(),
                    publisher,
                    title: file.title.clone(),
                })])?;
            }
            let published_by = publisher.or_else(|| view.document(doc).and_then(|d| d.publisher));
            let said_by = match &mapping.said_by {
                Some(name) => Some(sources.named(store, name)?),
                None => None,
            };
            // Speakers that the mapping names for single rows, all known before the first row is written.
            let mut speakers = Vec::new();
            for column in mapping.columns.iter().filter(|c| c.role == Role::Source) {
                for name in column.values.values() {
                    speakers.push((name.clone(), sources.named(store, name)?));
                }
            }
            list = Some(store.next());
            store.append(&[Entry::List(ListVersion {
                columns: table.header().to_vec(),
                doc,
                map: bare(mapping),
                said_by,
            })])?;
            let rows = RowsOf { doc, said_by, published_by, speakers };
            odd = pipeline(table, mapping, file, &rows, store, progress)?;
            Ok(())
        })?;
        let view = self.store.view(None)?;
        let accounts = view.batches.iter().find(|b| b.id == batch).map_or(0, |b| b.accounts);
        Ok(report(&view, mapping, (Some(batch), list, accounts), 0, odd))
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
    Ok(mapping)
}

/// The mapping without its comments: how sure the inference was is no part of what an import did.
fn bare(mapping: &Mapping) -> String {
    let text = mapping.to_toml();
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let bare = lines.map(|l| if l.starts_with("[[column]]") { "[[column]]" } else { l });
    bare.flat_map(|l| [l, "\n"]).collect()
}

/// The batch that holds this very import, and the entry that describes its list.
fn imported_before(view: &View, doc: DocId, mapping: &Mapping) -> Option<(BatchId, EntryId)> {
    let map = bare(mapping);
    let mut lists = view.effective().flat_map(|b| b.lists.iter().map(|(id, list)| (b.id, *id, list)));
    lists.find(|(_, _, l)| l.doc == doc && l.map == map).map(|(batch, list, _)| (batch, list))
}

fn report(
    view: &View,
    mapping: &Mapping,
    (batch, list, accounts): (Option<BatchId>, Option<EntryId>, u64),
    unchanged: u64,
    odd: Oddities,
) -> ImportReport {
    ImportReport {
        version: 1,
        batch,
        position: view.position.short(),
        list,
        act: mapping.act.clone(),
        act_from: mapping.act_from.code(),
        accounts,
        added: accounts,
        removed: 0,
        changed: 0,
        unchanged,
        cannot_tell: 0,
        flags: odd.flags,
        errors: odd.errors,
        map: mapping.to_toml(),
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
struct RowsOf {
    doc: DocId,
    said_by: Option<EntryId>,
    published_by: Option<EntryId>,
    speakers: Vec<(String, EntryId)>,
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

fn account(row: &Row<'_, '_>, shared: &RowsOf) -> Account {
    let named = row.source_name.and_then(|name| shared.speakers.iter().find(|(n, _)| n == name));
    Account {
        about: About {
            age: row.age.value().and_then(|a| Some(Ages(a.low.unwrap_or(0), a.high.or(a.low)?))),
            kind: Kind::Person,
            sex: sex(row),
            size: None,
            status: None,
        },
        acts: acts(row),
        at: Locator::Row(row.row),
        attributions: Vec::new(),
        claim: None,
        derived_from: Vec::new(),
        doc: shared.doc,
        published_by: shared.published_by,
        said_by: named.map(|(_, id)| *id).or(shared.said_by),
        toll: None,
        personal: Personal {
            born: row.born.value().and_then(|d| Interval(d.earliest, d.latest).known()),
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
    }
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
        kind: kind.to_owned(),
        when: date.and_then(|d| Interval(d.earliest, d.latest).known()),
    };
    named.map(act).collect()
}

fn part(role: Role) -> &'static str {
    match role {
        Role::Name => "full",
        other => other.code().strip_suffix("_name").unwrap_or(other.code()),
    }
}
