//! Tables of list membership from any file that holds a table: also gzipped, also the sheets of a workbook, also with
//! other separators and encodings than comma and UTF-8.

use cairn_estimate::{Columns, Table};
use cairn_read::{Content, TableSource};

use super::RecordFile;
use crate::{Error, Result};

/// The column that names the sheet of a workbook, for strata.
const SHEET: &str = "sheet";

/// Reads a table with a column of 0 and 1 for each list. Of a workbook all sheets are one table, with a column `sheet`.
///
/// # Errors
/// When the file holds no such table, or its sheets have different columns.
pub fn membership_table(file: &RecordFile, columns: &Columns) -> Result<Table> {
    if plain(&file.bytes) {
        let table = Table::from_csv(&file.name, &file.bytes[..], columns);
        return table.map_err(|e| Error::Nothing(e.to_string()));
    }
    let open = |sheet: Option<String>| {
        let options = cairn_read::Options { sheet, ..cairn_read::Options::DETECT };
        match cairn_read::read_with(&file.bytes, &file.name, &options)? {
            Content::Table(source) => Ok(source),
            Content::Text(_) => Err(Error::WrongKind {
                file: file.name.clone(),
                what: "this is a text, not a table of lists",
            }),
        }
    };
    let first = open(None)?;
    let mut header = first.header().to_vec();
    let mut rows = cells(&first)?;
    if first.sheets().len() > 1 {
        rows.clear();
        for name in first.sheets().to_vec() {
            let sheet = open(Some(name.clone()))?;
            if sheet.header() != header {
                return Err(Error::Nothing(format!(
                    "{}: the sheet '{name}' has other columns than the first: save the sheet to use as a file of \
                     its own",
                    file.name
                )));
            }
            rows.extend(cells(&sheet)?.into_iter().map(|mut row| {
                row.push(name.clone());
                row
            }));
        }
        header.push(SHEET.to_owned());
    }
    let table = Table::from_rows(&file.name, &header, rows.into_iter(), columns);
    table.map_err(|e| Error::Nothing(e.to_string()))
}

/// Whether this is CSV in UTF-8 with commas, whose errors can name the row as it stands in the file.
fn plain(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let header = text.lines().next().unwrap_or_default();
    header.contains(',') || !header.contains([';', '\t', '|']) && !bytes.starts_with(b"PK")
}

fn cells(source: &TableSource<'_>) -> Result<Vec<Vec<String>>> {
    let mut out = Vec::new();
    let mut rows = source.rows();
    while let Some(row) = rows.next() {
        let row = row.map_err(|bad| Error::Nothing(format!("{}: row {}: {bad}", source.file(), bad.row)))?;
        if !row.is_blank() {
            out.push(row.cells().map(str::to_owned).collect());
        }
    }
    Ok(out)
}
