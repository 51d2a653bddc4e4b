//! The persons of a register by list, as tables for the linker: what linking and estimation start from.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::Standing;
use cairn_link::{Column, Columns, RecordRef, Role, Table, numbers_rows};
use cairn_model::{Account, BatchId, Entry, EntryId, Interval, Kind};
use cairn_names::{Script, script_of};
use cairn_register::View;

use crate::bonds::Rulings;
use crate::figures::Loaded;
use crate::incidents::{Harmed, told_by};
use crate::index::length;
use crate::linking::What;
use crate::names::full_names;
use crate::{Error, Progress, Result, Session};

/// Entries read together.
const CHUNK: u64 = 16 * 1024;

/// A list: a series of versions, a document with a list, or everything that was recorded one by one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ListName {
    /// A series, by its name.
    Series(String),
    /// A list of one version, by the name of its file and the batch that imported it.
    File(String, BatchId),
    /// What one source tells of incidents, by its name (a protected one by its alias) and its id.
    Source(String, EntryId),
    /// Accounts that stand on no list.
    OneByOne,
}

impl ListName {
    /// As people read it.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Series(name) | Self::File(name, _) | Self::Source(name, _) => name.clone(),
            Self::OneByOne => "recorded one by one".to_owned(),
        }
    }
}

/// The list of every batch that holds accounts.
pub(crate) fn lists(view: &View) -> BTreeMap<BatchId, ListName> {
    let of = |batch: &cairn_register::BatchView| match batch.lists.last() {
        None => ListName::OneByOne,
        Some((_, list)) => match &list.series {
            Some(series) => ListName::Series(series.clone()),
            None => {
                let name = view.document(list.doc).map_or_else(|| list.doc.short(), |d| d.name.clone());
                ListName::File(name, batch.id)
            }
        },
    };
    view.effective().filter(|b| b.accounts > 0).map(|b| (b.id, of(b))).collect()
}

/// Persons that count at a moment, list by list, as tables for the linker. No table holds an id: results depend on what
/// is said, not on the order in which it was imported.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// The lists, in their order.
    pub(crate) lists: Vec<ListName>,
    /// One a list.
    pub(crate) tables: Vec<Table>,
    /// What their columns are.
    pub(crate) roles: Vec<Columns>,
    /// The account of every row.
    pub(crate) accounts: Vec<Vec<EntryId>>,
    /// Table and row of every account.
    pub(crate) place: BTreeMap<EntryId, RecordRef>,
    /// Persons by list who have neither a name nor a birth date nor a number: nothing can link them.
    pub(crate) unnamed: BTreeMap<ListName, u64>,
}

impl Session {
    /// Reads the persons that count.
    pub(crate) fn people(
        &self,
        view: &View,
        loaded: &Loaded,
        rulings: &Rulings,
        progress: &mut dyn Progress,
    ) -> Result<People> {
        self.all(What::Persons, view, loaded, rulings, progress)
    }

    /// Reads the persons or the incidents that count.
    pub(crate) fn all(
        &self,
        what: What,
        view: &View,
        loaded: &Loaded,
        rulings: &Rulings,
        progress: &mut dyn Progress,
    ) -> Result<People> {
        let lists = lists(view);
        // What we mended stands on the list where the slip stood.
        let slips: BTreeMap<EntryId, EntryId> =
            rulings.amended.iter().flat_map(|(of, now)| now.iter().map(|now| (*now, *of))).collect();
        let mut found: BTreeMap<ListName, Rows> = BTreeMap::new();
        let mut unnamed = BTreeMap::new();
        let wanted = loaded.of_kind(what.kind());
        let incidents = what == What::Incidents;
        let harmed = if incidents { self.harmed(rulings)? } else { Harmed::default() };
        let sources: BTreeMap<EntryId, String> =
            view.sources().into_iter().map(|(id, s)| (id, s.name.clone())).collect();
        let total = wanted.values().map(|w| w.len() as u64).sum();
        let mut done = 0;
        for batch in view.effective().filter(|b| b.accounts > 0) {
            let (Some(list), Some(wanted)) = (lists.get(&batch.id), wanted.get(&batch.id)) else { continue };
            let mut at = 0;
            while at < length(batch) {
                let most = CHUNK.min(length(batch) - at);
                if wanted.range(at as u32..(at + most) as u32).next().is_none() {
                    at += most;
                    continue;
                }
                let from = EntryId { seq: batch.id.seq + at, ..batch.id };
                for (seq, leaf) in (at..).zip(self.store.leaves(from, most as usize)?) {
                    if !wanted.contains(&(seq as u32)) {
                        continue;
                    }
                    done += 1;
                    let id = EntryId { seq: batch.id.seq + seq, ..batch.id };
                    let list = match slips.get(&id) {
                        None => list,
                        Some(_) => {
                            let mut first = id;
                            // As many steps as there are slips: a ring of them must not hang us.
                            for _ in 0..slips.len() {
                                first = slips.get(&first).copied().unwrap_or(first);
                            }
                            view.batch_of(first).and_then(|b| lists.get(&b.id)).unwrap_or(list)
                        }
                    };
                    // An entry that does not read is a finding of `verify`.
                    let Ok(Entry::Account(account)) = Entry::from_sections(|c| leaf.text(c)) else {
                        continue;
                    };
                    let list = if incidents { told_by(list, &account, &sources) } else { list.clone() };
                    let said = if incidents {
                        found.entry(list.clone()).or_default().push_incident(id, &account, &harmed)
                    } else if account.personal.is_empty() {
                        false
                    } else {
                        found.entry(list.clone()).or_default().push(id, &account);
                        true
                    };
                    if !said {
                        *unnamed.entry(list).or_default() += 1;
                    }
                }
                at += most;
                progress.at(
                    if incidents { "reading incidents" } else { "reading persons" },
                    done,
                    Some(total),
                );
                if progress.cancelled() {
                    return Err(Error::Cancelled);
                }
            }
        }
        let mut people = People { unnamed, ..People::default() };
        for (list, rows) in found.into_iter().filter(|(_, rows)| !rows.accounts.is_empty()) {
            people.add(list, rows);
        }
        Ok(people)
    }
}

impl Loaded {
    /// Accounts of a kind that count, by batch, as places in it: superseded and withdrawn ones are left out.
    pub(crate) fn of_kind(&self, kind: Kind) -> BTreeMap<BatchId, BTreeSet<u32>> {
        let mut out = BTreeMap::new();
        for batch in self.batches() {
            let Some(kinds) = batch.harms.column("kind") else { continue };
            let mut here = BTreeSet::new();
            for (row, owner) in batch.harms.owners().iter().enumerate() {
                let id = EntryId { seq: batch.id.seq + u64::from(*owner), ..batch.id };
                let own = self.bonds.standing.get(&id).copied();
                let standing = own.or_else(|| batch.standing?.get(row).copied());
                let counts = !matches!(standing, Some(Standing::Superseded | Standing::Withdrawn));
                if counts && kinds.value(row) == kind.code() {
                    here.insert(*owner);
                }
            }
            out.insert(batch.id, here);
        }
        out
    }

    /// The same as ids.
    pub(crate) fn ids_of(&self, kind: Kind) -> BTreeSet<EntryId> {
        let of = |(batch, owners): (BatchId, BTreeSet<u32>)| {
            owners.into_iter().map(move |o| EntryId { seq: batch.seq + u64::from(o), ..batch })
        };
        self.of_kind(kind).into_iter().flat_map(of).collect()
    }
}

impl People {
    fn add(&mut self, list: ListName, rows: Rows) {
        let (accounts, table, roles) = rows.finish(&list.words());
        for (row, id) in accounts.iter().enumerate() {
            self.place.insert(*id, RecordRef { table: self.tables.len() as u16, row: row as u32 });
        }
        self.lists.push(list);
        self.tables.push(table);
        self.roles.push(Columns { roles });
        self.accounts.push(accounts);
    }

    /// The account of a record.
    pub(crate) fn account(&self, record: RecordRef) -> Option<EntryId> {
        self.accounts.get(usize::from(record.table))?.get(record.row as usize).copied()
    }

    /// The accounts of a pair, the smaller first.
    pub(crate) fn pair(&self, left: RecordRef, right: RecordRef) -> Option<(EntryId, EntryId)> {
        let (a, b) = (self.account(left)?, self.account(right)?);
        Some((a.min(b), a.max(b)))
    }

    /// How many persons there are to compare.
    pub(crate) fn len(&self) -> usize {
        self.place.len()
    }
}

/// The rows of a list while they are read.
#[derive(Default)]
pub(crate) struct Rows {
    /// By role and header; a column ends where nothing more was said.
    columns: BTreeMap<(Role, String), Column>,
    accounts: Vec<EntryId>,
    /// Rows with a name, and those with its parts.
    named: u64,
    parted: u64,
}

impl Rows {
    /// Begins a row; what is [`put`](Self::put) then belongs to it.
    pub(crate) fn begin(&mut self, id: EntryId) {
        self.accounts.push(id);
    }

    /// Says something of the row that was begun last; of what is said twice the first stands.
    pub(crate) fn put(&mut self, role: Role, header: &str, text: &str) {
        let (row, text) = (self.accounts.len().saturating_sub(1), text.trim());
        if text.is_empty() {
            return;
        }
        let column = self.columns.entry((role, header.to_owned())).or_default();
        if column.codes.len() <= row {
            column.codes.resize(row, 0);
            column.codes.push(column.values.code(text));
        }
    }

    fn push(&mut self, id: EntryId, account: &Account) {
        self.begin(id);
        let mut put = |role: Role, header: &str, text: &str| self.put(role, header, text);
        let names = full_names(&account.personal);
        for name in &names {
            put(Role::Name, script(name), name);
        }
        let mut has_parts = false;
        for name in &account.personal.names {
            let (role, header) = match name.part.as_str() {
                "given" => (Role::Given, "given name"),
                "father" => (Role::Father, "father's name"),
                "grandfather" => (Role::Grandfather, "grandfather's name"),
                "family" => (Role::Family, "family name"),
                "mother" => (Role::Text, "mother's name"),
                _ => continue,
            };
            has_parts |= matches!(role, Role::Given | Role::Family);
            put(role, header, &name.text);
        }
        for id in account.personal.ids.iter().filter(|id| !numbers_rows(&id.scheme)) {
            put(Role::Number, &id.scheme, &id.value);
        }
        let about = &account.about;
        put(Role::Sex, "sex", about.sex.as_deref().unwrap_or_default());
        if let Some(age) = about.age.filter(|a| a.0 == a.1) {
            put(Role::Age, "age", &age.0.to_string());
        }
        put(Role::Birth, "date of birth", &account.personal.born.map(date).unwrap_or_default());
        for act in account.acts.iter().filter(|a| !a.negated) {
            let when = act.when.map(date).unwrap_or_default();
            match act.kind.as_str() {
                "killed" => put(Role::Death, "date of death", &when),
                // A person can be hurt and taken more than once: the day of one harm is no evidence on that of another.
                other => put(Role::Text, &format!("date: {other}"), &when),
            }
            put(Role::Place, "place", act.place.as_deref().unwrap_or_default());
        }
        self.named += u64::from(!names.is_empty());
        self.parted += u64::from(has_parts);
    }

    /// The accounts in row order, the table and the roles of its columns.
    fn finish(mut self, list: &str) -> (Vec<EntryId>, Table, Vec<Role>) {
        let rows = self.accounts.len();
        let parts = self.parted == self.named;
        self.columns.retain(|(role, _), _| match role {
            Role::Name => !parts,
            Role::Given | Role::Father | Role::Grandfather | Role::Family => parts,
            _ => true,
        });
        let mut columns: Vec<((Role, String), Column)> = self.columns.into_iter().collect();
        columns.iter_mut().for_each(|((_, header), c)| {
            c.codes.resize(rows, 0);
            c.name.clone_from(header);
        });
        // The linker reads one script of a list: who is written in another only is read in that.
        let names: Vec<usize> = (0..columns.len()).filter(|c| columns[*c].0.0 == Role::Name).collect();
        for row in 0..rows {
            let said = names.iter().find(|c| columns[**c].1.codes[row] != 0);
            let Some(text) = said.map(|c| columns[*c].1.values.get(columns[*c].1.codes[row]).to_owned())
            else {
                continue;
            };
            for c in &names {
                let column = &mut columns[*c].1;
                if column.codes[row] == 0 {
                    column.codes[row] = column.values.code(&text);
                }
            }
        }
        let roles = columns.iter().map(|((role, _), _)| *role).collect();
        let mut columns: Vec<Column> = columns.into_iter().map(|(_, c)| c).collect();
        if columns.is_empty() {
            columns.push(Column { codes: vec![0; rows], ..Column::default() });
            return (self.accounts, Table::from_columns(list, columns), vec![Role::Ignore]);
        }
        (self.accounts, Table::from_columns(list, columns), roles)
    }
}

/// The column of a name, by its script; the linker prefers an original to what is romanised by itself.
fn script(name: &str) -> &'static str {
    match script_of(name) {
        Script::Arabic => "name, Arabic script",
        Script::Hebrew => "name, Hebrew script",
        Script::Cyrillic => "name, Cyrillic script",
        Script::Greek => "name, Greek script",
        _ => "name",
    }
}

/// As precise as both ends allow.
pub(crate) fn date(when: Interval) -> String {
    let Interval(Some(from), Some(to)) = when else { return String::new() };
    if from == to {
        from.to_string()
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{:04}-{:02}", from.year(), from.month())
    } else if from.year() == to.year() {
        format!("{:04}", from.year())
    } else {
        String::new()
    }
}
