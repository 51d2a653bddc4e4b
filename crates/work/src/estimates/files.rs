//! Lists as files: read, link, tabulate, estimate.

use std::collections::BTreeMap;

use cairn_estimate::{Note, Records, Watch};
use cairn_link::{Columns, Linkage, Role, Step, Table, infer};
use cairn_read::{Content, TableSource};

use super::{EstimateOptions, LinkedBy, LinkedRecords, ListUsed, ListsEstimate, NEVER, estimate_linked};
use crate::{Error, Result};

/// A file of records of people.
#[derive(Debug, Clone)]
pub struct RecordFile {
    /// Its name without folders.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Links the records of several lists and estimates from their overlaps. A list is a file, a sheet of a workbook, or,
/// where a file has a column that says which list a row is of, a value of that column.
///
/// # Errors
/// When a file is no table, a list or column is not there, or nothing can be linked.
pub fn estimate_files(
    files: &[RecordFile],
    options: &EstimateOptions,
    watch: &Watch,
) -> Result<ListsEstimate> {
    let mut tables = Vec::new();
    for file in files {
        tables.extend(read(file)?);
    }
    let roles: Vec<Columns> = tables.iter().map(infer).collect();
    let mut prepared = Prepared::new(&tables, &roles, options)?;
    let kept = prepared.kept_tables(&tables);
    let linkage = run(&kept, &roles, options, watch)?;
    // The tables kept their order and rows theirs, so a record's place in the linkage is its place here.
    let place: BTreeMap<_, u32> = linkage.clusters.iter().zip(0..).map(|((r, _), i)| (*r, i)).collect();
    let fixed = linkage.clusters.iter().map(|(_, of)| place.get(of).copied().unwrap_or(0)).collect();
    let by = LinkedBy {
        how: "linked",
        threshold: Some(linkage.thresholds.accept),
        precision: Some(linkage.thresholds.precision),
        recall: Some(linkage.thresholds.recall),
        missed_by_blocking: Some(linkage.people.missed_by_blocking),
    };
    let notes = prepared.notes(&linkage);
    let lists = std::mem::take(&mut prepared.lists);
    let linked = LinkedRecords { records: prepared.records, fixed, draws: linkage.draws, lists, by };
    estimate_linked(linked, &options.estimate, watch, notes)
}

fn run(kept: &[Table], roles: &[Columns], options: &EstimateOptions, watch: &Watch) -> Result<Linkage> {
    let how = cairn_link::Options {
        roles: Some(roles.to_vec()),
        threshold: options.threshold,
        across_only: options.across_only,
        draws: options.draws,
        seed: options.estimate.seed,
        ..cairn_link::Options::default()
    };
    let say = |step: Step| {
        if let Some(progress) = watch.progress {
            progress(step.name, step.done as f64 / step.total.max(1) as f64);
        }
    };
    Ok(cairn_link::link(kept, &how, &say, watch.cancel.unwrap_or(&NEVER))?)
}

/// A file as tables: one, or one a sheet.
fn read(file: &RecordFile) -> Result<Vec<Table>> {
    let open = |sheet: Option<String>| {
        let options = cairn_read::Options { sheet, ..cairn_read::Options::DETECT };
        match cairn_read::read_with(&file.bytes, &file.name, &options)? {
            Content::Table(source) => Ok(source),
            Content::Text(_) => Err(Error::WrongKind {
                file: file.name.clone(),
                what: "this is a text, not a list of people",
            }),
        }
    };
    let first = open(None)?;
    if first.sheets().len() < 2 {
        return Ok(vec![table(&file.name, &first)?]);
    }
    let mut out = Vec::new();
    for sheet in first.sheets().to_vec() {
        // A sheet without a cell is no list.
        match open(Some(sheet.clone())) {
            Ok(source) => out.push(table(&sheet, &source)?),
            Err(Error::Read(cairn_read::ReadError::NoRows { .. })) => {}
            Err(e) => return Err(e),
        }
    }
    Ok(out)
}

fn table(name: &str, source: &TableSource<'_>) -> Result<Table> {
    let headers: Vec<&str> = source.header().iter().map(String::as_str).collect();
    let mut out = Table::new(name, &headers);
    let mut rows = source.rows();
    while let Some(row) = rows.next() {
        let row = row.map_err(|bad| Error::Nothing(format!("{}: row {}: {bad}", source.file(), bad.row)))?;
        if !row.is_blank() {
            out.push_row(row.cells());
        }
    }
    Ok(out)
}

/// Which rows take part, on which list, in which stratum.
struct Prepared {
    lists: Vec<ListUsed>,
    records: Records,
    /// For each table, its rows that take part.
    kept: Vec<Vec<usize>>,
}

impl Prepared {
    fn new(tables: &[Table], roles: &[Columns], options: &EstimateOptions) -> Result<Self> {
        let mut names: Vec<String> = Vec::new();
        let mut list_of: Vec<Vec<usize>> = Vec::new();
        for (table, roles) in tables.iter().zip(roles) {
            let column = roles.with(Role::List).next();
            let mut of = Vec::new();
            for row in 0..table.rows() {
                let name = column.map_or(table.name.as_str(), |c| table.cell(c, row));
                let at = names.iter().position(|n| n == name).unwrap_or_else(|| {
                    names.push(name.to_owned());
                    names.len() - 1
                });
                of.push(at);
            }
            list_of.push(of);
        }
        let wanted = wanted(&names, &options.lists)?;
        let lists = wanted.iter().map(|at| ListUsed {
            name: names[*at].clone(),
            records: 0,
            unlinkable: 0,
            people: 0,
        });
        let mut out = Self {
            lists: lists.collect(),
            records: Records {
                lists: wanted.iter().map(|at| names[*at].clone()).collect(),
                strata_columns: options.strata.clone(),
                records: Vec::new(),
            },
            kept: Vec::new(),
        };
        for ((table, roles), of) in tables.iter().zip(roles).zip(&list_of) {
            let strata = strata_columns(table, roles, &options.strata)?;
            let mut kept = Vec::new();
            for (row, list) in of.iter().enumerate() {
                let Some(list) = wanted.iter().position(|w| w == list) else { continue };
                out.lists[list].records += 1;
                if !linkable(table, roles, row) {
                    out.lists[list].unlinkable += 1;
                    continue;
                }
                let values =
                    strata.iter().map(|c| c.map_or_else(String::new, |c| value(table, roles, c, row)));
                out.records.records.push((list, values.collect()));
                kept.push(row);
            }
            out.kept.push(kept);
        }
        Ok(out)
    }

    fn kept_tables(&self, tables: &[Table]) -> Vec<Table> {
        let part = |(table, rows): (&Table, &Vec<usize>)| {
            let headers: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
            let mut out = Table::new(&table.name, &headers);
            rows.iter().for_each(|row| out.push_row((0..headers.len()).map(|c| table.cell(c, *row))));
            out
        };
        tables.iter().zip(&self.kept).map(part).collect()
    }

    fn notes(&self, linkage: &Linkage) -> Vec<Note> {
        let mut out: Vec<Note> = Vec::new();
        let left: Vec<String> = self
            .lists
            .iter()
            .filter(|l| l.unlinkable > 0)
            .map(|l| format!("{} ({} of {})", l.name, l.unlinkable, l.records))
            .collect();
        if !left.is_empty() {
            out.push(unlinkable(&left));
        }
        let words = |w: &cairn_link::Warning| Note { code: w.code.to_owned(), words: w.words.clone() };
        out.extend(linkage.warnings.iter().map(words));
        out
    }
}

/// What is said of records that nobody could recognise.
pub(crate) fn unlinkable(lists: &[String]) -> Note {
    let words = format!(
        "Records without a name or number cannot be recognised on another list and were left out: {}. People known \
         only by such records are in no figure here, and the total is too low by those of them.",
        lists.join(", ")
    );
    Note { code: "unlinkable".to_owned(), words }
}

/// The lists asked for, in that order.
fn wanted(names: &[String], asked: &[String]) -> Result<Vec<usize>> {
    if asked.is_empty() {
        return Ok((0..names.len()).collect());
    }
    let find = |name: &String| {
        let stem = |n: &str| n.rsplit_once('.').map_or(n.to_owned(), |(stem, _)| stem.to_owned());
        let at = names.iter().position(|n| n == name || stem(n) == *name);
        at.ok_or_else(|| {
            Error::Nothing(format!("no list is called '{name}'; there are: {}", names.join(", ")))
        })
    };
    asked.iter().map(find).collect()
}

const NAMES: [Role; 5] = [Role::Given, Role::Father, Role::Grandfather, Role::Family, Role::Name];

/// Whether anybody could be recognised by this row: it has a name or a number, or, in lists without such columns,
/// anything to compare at all.
fn linkable(table: &Table, roles: &Columns, row: usize) -> bool {
    let telling = |r: &Role| NAMES.contains(r) || *r == Role::Number;
    let has = |wanted: &dyn Fn(&Role) -> bool| roles.roles.iter().any(wanted);
    let says = |wanted: &dyn Fn(&Role) -> bool| {
        roles.roles.iter().enumerate().any(|(c, r)| wanted(r) && !table.cell(c, row).is_empty())
    };
    if has(&telling) {
        return says(&telling);
    }
    says(&|r| !matches!(r, Role::Id | Role::List | Role::Ignore))
}

/// The column of each stratum in one table: by its header, else by what it is. A table may lack it; not all may.
fn strata_columns(table: &Table, roles: &Columns, strata: &[String]) -> Result<Vec<Option<usize>>> {
    let find = |name: &String| {
        let header = table.columns.iter().position(|c| c.name == *name);
        let role = roles.roles.iter().position(|r| format!("{r:?}").eq_ignore_ascii_case(name));
        header.or(role).map_or_else(
            || {
                let have: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
                Err(Error::Nothing(format!(
                    "{}: there is no column '{name}' for --strata; there are: {}",
                    table.name,
                    have.join(", ")
                )))
            },
            |c| Ok(Some(c)),
        )
    };
    strata.iter().map(find).collect()
}

/// What a row says in a column, as lists compare it: two spellings of one sex, or of one word, are one value.
fn value(table: &Table, roles: &Columns, column: usize, row: usize) -> String {
    let cell = table.cell(column, row);
    match roles.roles[column] {
        Role::Sex => cairn_link::sex_of(cell).to_owned(),
        _ => cairn_fold::fold(cell),
    }
}
