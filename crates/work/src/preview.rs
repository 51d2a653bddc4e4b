//! Looking at a list before it is imported: what each column is taken to say, its values, the first rows as accounts.

use std::collections::{BTreeMap, HashMap};

use cairn_import::{Flag, Mapping, Role, RowReader, Rows};
use cairn_model::{Account, DocId, Remark};
use cairn_read::{Content, TableSource};
use serde::Serialize;

use crate::import::{RowsOf, account};
use crate::{Error, Incoming, Result};

/// Rows in which values are counted.
const COUNTED: usize = 20_000;
/// Distinct values of a column that are told apart.
const DISTINCT: usize = 10_000;
/// Values shown of a column, and rows shown of a list.
const SHOWN: usize = 20;

/// What a person says about a list that the file does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PreviewOptions {
    /// A mapping as an earlier preview gave it, perhaps edited. Without one, columns are inferred.
    pub map: Option<String>,
    /// Columns to read otherwise: header to the code of a role.
    pub roles: BTreeMap<String, String>,
    /// What was done to the people of the list, unless a column tells.
    pub act: Option<String>,
    /// Who says what the rows say, unless a column tells.
    pub said_by: Option<String>,
}

/// A list as it would be imported.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// Rows in all.
    pub rows: u64,
    /// What a row is taken to be: `persons`, `incidents` or `other`. Only lists of persons are imported.
    pub rows_are: &'static str,
    /// What was done to the people of the list.
    pub act: Option<String>,
    /// `column`, `mapping`, or `default`: nobody said so.
    pub act_from: &'static str,
    /// Who says what the rows say.
    pub said_by: Option<String>,
    /// Why the columns are taken so, and what could not be told.
    pub remarks: Vec<Remark>,
    /// Columns in the order of the table.
    pub columns: Vec<PreviewColumn>,
    /// The first rows as accounts.
    pub accounts: Vec<PreviewRow>,
    /// The mapping as text, for the import.
    pub map: String,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewColumn {
    /// Its name.
    pub header: String,
    /// What it is taken to say: the code of a role.
    pub role: &'static str,
    /// Why, as a code.
    pub because: &'static str,
    /// Why, in English words.
    pub reason: String,
    /// How sure that is, in percent.
    pub confidence: u8,
    /// Rows in which it says something, of those looked at.
    pub filled: u64,
    /// Different values, of those looked at; at most ten thousand are told apart.
    pub distinct: u64,
    /// The commonest values.
    pub values: Vec<PreviewValue>,
}

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewValue {
    /// As written.
    pub value: String,
    /// Rows that say so, of those looked at.
    pub count: u64,
    /// The code that it is taken as, where the column holds codes.
    pub taken_as: Option<String>,
}

/// A row as an account.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewRow {
    /// Its number, from 1.
    pub row: u64,
    /// The account that would come of it; none of a row that cannot be read.
    pub account: Option<Box<Account>>,
    /// Its identifying part.
    pub personal: Option<cairn_model::Personal>,
    /// What a person should look at: code and words.
    pub flags: Vec<(String, String)>,
}

/// Looks at a list. Nothing is written, nothing is asked of a register.
///
/// # Errors
/// When the file is no table, or the mapping does not fit it.
pub fn preview(file: &Incoming, options: &PreviewOptions) -> Result<Preview> {
    let Content::Table(table) = cairn_read::read(&file.bytes, &file.name)? else {
        return Err(Error::WrongKind {
            file: file.name.clone(),
            what: "this is a text, not a table: add it as a document",
        });
    };
    let mapping = chosen(&table, options)?;
    let doc = DocId([0; 32]);
    let shared = RowsOf { doc, said_by: None, published_by: None, speakers: Vec::new() };
    let mut reader = RowReader::new(&mapping, &file.name);
    let mut rows = table.rows();
    let mut accounts = Vec::new();
    while accounts.len() < SHOWN
        && let Some(record) = rows.next()
    {
        let row = match record {
            Ok(record) => reader.read(&record),
            Err(bad) => Err(reader.bad(&bad)),
        };
        accounts.push(match row {
            Ok(row) => {
                let account = account(&row, &shared);
                let flag = |f: &Flag| (f.code.to_owned(), f.message.clone());
                PreviewRow {
                    row: row.row,
                    personal: Some(account.personal.clone()),
                    flags: row.flags.iter().map(flag).collect(),
                    account: Some(Box::new(account)),
                }
            }
            Err(e) => PreviewRow {
                row: e.row,
                account: None,
                personal: None,
                flags: vec![(e.code.to_owned(), e.message)],
            },
        });
    }
    let columns = columns(&table, &mapping);
    Ok(Preview {
        rows: table.len(),
        rows_are: mapping.rows.code(),
        act: mapping.act.clone(),
        act_from: mapping.act_from.code(),
        said_by: mapping.said_by.clone(),
        remarks: mapping.remarks.clone(),
        columns,
        accounts,
        map: mapping.to_toml(),
    })
}

/// The mapping that a person gave or the columns suggest, with what was said otherwise.
fn chosen(table: &TableSource<'_>, options: &PreviewOptions) -> Result<Mapping> {
    let file = "the mapping";
    let mut mapping = match &options.map {
        Some(text) => Mapping::from_toml(text, file, table.header())?,
        None => cairn_import::infer(table),
    };
    for (header, code) in &options.roles {
        let role = Role::from_code(code)
            .ok_or_else(|| Error::Nothing(format!("'{code}' is no role: the preview lists them")))?;
        let column = mapping.columns.iter_mut().find(|c| c.header == *header);
        let no_column = || {
            Error::Mapping(cairn_import::MapError::NoSuchColumn {
                file: file.to_owned(),
                header: header.clone(),
                have: table.header().to_vec(),
            })
        };
        let column = column.ok_or_else(no_column)?;
        if column.role != role {
            column.role = role;
            column.values.clear();
            column.reason = "chosen by hand".to_owned();
            column.confidence = 100;
        }
    }
    if options.roles.values().any(|code| Role::from_code(code).is_some_and(Role::is_name)) {
        // Whoever says which column holds names says that the rows are people.
        mapping.rows = Rows::Persons;
    }
    if let Some(act) = &options.act {
        mapping.act = Some(act.clone());
        mapping.act_from = cairn_import::ActFrom::Mapping;
    }
    if let Some(name) = &options.said_by {
        mapping.said_by = Some(name.clone());
    }
    // What two columns may not both be is said by the reader of mapping files.
    Ok(Mapping::from_toml(&mapping.to_toml(), file, table.header()).map(|read| Mapping {
        remarks: mapping.remarks,
        columns: with_reasons(read.columns, &mapping.columns),
        ..read
    })?)
}

/// A mapping file does not keep why a column was taken so.
fn with_reasons(
    mut read: Vec<cairn_import::Column>,
    before: &[cairn_import::Column],
) -> Vec<cairn_import::Column> {
    for (column, before) in read.iter_mut().zip(before) {
        column.because = before.because;
        column.reason.clone_from(&before.reason);
        column.confidence = before.confidence;
    }
    read
}

fn columns(table: &TableSource<'_>, mapping: &Mapping) -> Vec<PreviewColumn> {
    let mut counts: Vec<HashMap<String, u64>> = vec![HashMap::new(); mapping.columns.len()];
    let mut filled = vec![0; mapping.columns.len()];
    let mut rows = table.rows();
    let mut seen = 0;
    while seen < COUNTED
        && let Some(record) = rows.next()
    {
        seen += 1;
        let Ok(record) = record else { continue };
        for (i, column) in mapping.columns.iter().enumerate() {
            let cell = record.cell(column.index).trim();
            if cell.is_empty() {
                continue;
            }
            filled[i] += 1;
            if let Some(n) = counts[i].get_mut(cell) {
                *n += 1;
            } else if counts[i].len() < DISTINCT {
                counts[i].insert(cell.to_owned(), 1);
            }
        }
    }
    let shown = mapping.columns.iter().zip(counts).zip(filled).map(|((column, counts), filled)| {
        let distinct = counts.len() as u64;
        let mut values: Vec<(String, u64)> = counts.into_iter().collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values.truncate(SHOWN);
        let value = |(value, count): (String, u64)| PreviewValue {
            taken_as: column.values.get(&value).cloned(),
            value,
            count,
        };
        PreviewColumn {
            header: column.header.clone(),
            role: column.role.code(),
            because: column.because.code(),
            reason: column.reason.clone(),
            confidence: column.confidence,
            filled,
            distinct,
            values: values.into_iter().map(value).collect(),
        }
    });
    shown.collect()
}

/// Every role that a column can have.
#[must_use]
pub fn roles() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.code()).collect()
}
