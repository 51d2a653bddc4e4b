//! Workbooks: each sheet becomes the text of a table, so that one code reads all tables.

use crate::ReadError;
use calamine::{Data, DataRef, ExcelDateTime, Reader, Sheets, open_workbook_auto_from_rs};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More cells than this in one sheet, gaps included, are a bomb or no list.
const MOST_CELLS: usize = 100_000_000;

/// One sheet as comma separated values, and the names of all sheets of the workbook.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) all: Vec<String>,
    pub(crate) csv: String,
}

type Book<'a> = Sheets<Cursor<&'a [u8]>>;
/// Row to its filled cells by column: as sparse as the sheet, whatever dimensions the file claims.
type Cells = BTreeMap<u32, Vec<(u32, String)>>;

/// The sheet called `wanted`, else the first that has a cell.
pub(crate) fn read(bytes: &[u8], file: &str, wanted: Option<&str>, limit: u64) -> Result<Sheet, ReadError> {
    if unfolded_size(bytes) > limit {
        return Err(ReadError::TooLarge { file: file.to_owned(), limit });
    }
    // The parser is another's and the bytes are a stranger's: a panic in it is one more broken file.
    let sheet = catch_unwind(AssertUnwindSafe(|| choose(bytes, file, wanted)));
    sheet.unwrap_or_else(|_| Err(broken(file, "the reader of workbooks gave up")))
}

fn choose(bytes: &[u8], file: &str, wanted: Option<&str>) -> Result<Sheet, ReadError> {
    let mut book: Book<'_> =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(file, &e.to_string()))?;
    let all = book.sheet_names();
    if let Some(wanted) = wanted {
        if !all.iter().any(|n| n == wanted) {
            return Err(ReadError::NoSuchSheet {
                file: file.to_owned(),
                sheet: wanted.to_owned(),
                have: all,
            });
        }
        let cells = cells(&mut book, wanted).map_err(|e| broken(file, &e))?;
        let csv = to_csv(cells, file)?;
        return Ok(Sheet { name: wanted.to_owned(), all, csv });
    }
    for name in &all {
        let cells = cells(&mut book, name).map_err(|e| broken(file, &e))?;
        if !cells.is_empty() {
            let csv = to_csv(cells, file)?;
            return Ok(Sheet { name: name.clone(), csv, all });
        }
    }
    Err(ReadError::NoRows { file: file.to_owned() })
}

fn broken(file: &str, reason: &str) -> ReadError {
    ReadError::Workbook { file: file.to_owned(), reason: reason.to_owned() }
}

/// What the parts of a zip container unfold to, as its directory says.
fn unfolded_size(bytes: &[u8]) -> u64 {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let sizes = bytes
        .windows(28)
        .filter(|w| w.starts_with(ENTRY))
        .map(|w| u64::from(u32::from_le_bytes([w[24], w[25], w[26], w[27]])));
    sizes.sum()
}

fn cells(book: &mut Book<'_>, name: &str) -> Result<Cells, String> {
    let mut out = Cells::new();
    let mut add = |(row, column): (u32, u32), text: String| {
        if !text.is_empty() {
            out.entry(row).or_default().push((column, text));
        }
    };
    if let Sheets::Xlsx(book) = book {
        let mut reader = book.worksheet_cells_reader(name).map_err(|e| e.to_string())?;
        while let Some(cell) = reader.next_cell().map_err(|e| e.to_string())? {
            add(cell.get_position(), text_of(cell.get_value()));
        }
    } else {
        let range = book.worksheet_range(name).map_err(|e| e.to_string())?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = |from: u32, by: usize| from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
            add((at(top, row), at(left, column)), text_of_data(value));
        }
    }
    Ok(out)
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::Bool(b) => b.to_string(),
        DataRef::DateTime(d) => day(*d),
        DataRef::Error(e) => e.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn text_of_data(value: &Data) -> String {
    match value {
        Data::String(s) | Data::DateTimeIso(s) | Data::DurationIso(s) => s.clone(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::Bool(b) => b.to_string(),
        Data::DateTime(d) => day(*d),
        Data::Error(e) => e.to_string(),
        Data::Empty => String::new(),
    }
}

/// A workbook keeps a number; people see a day, and a time where there is one.
fn day(value: ExcelDateTime) -> String {
    if value.is_duration() {
        return value.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

fn to_csv(cells: Cells, file: &str) -> Result<String, ReadError> {
    let width = cells.values().flatten().map(|(column, _)| *column as usize + 1).max().unwrap_or(0);
    let height = cells.keys().next_back().map_or(0, |row| *row as usize + 1);
    if width.saturating_mul(height) > MOST_CELLS {
        let reason = format!(
            "its last cell is in row {height}, column {width}: remove what stands far from the table"
        );
        return Err(broken(file, &reason));
    }
    let mut out = String::new();
    let mut next = 0;
    for (row, cells) in cells {
        // Rows without a cell are rows of the sheet too.
        while next < row {
            push_row(&mut out, &[], width);
            next += 1;
        }
        push_row(&mut out, &cells, width);
        next = row + 1;
    }
    Ok(out)
}

fn push_row(out: &mut String, cells: &[(u32, String)], width: usize) {
    let mut cells = cells.iter().peekable();
    for column in 0..width {
        out.push_str(if column > 0 { ",\"" } else { "\"" });
        while let Some((_, text)) = cells.next_if(|(at, _)| *at as usize <= column) {
            out.push_str(&text.replace('"', "\"\""));
        }
        out.push('"');
    }
    out.push('\n');
}
