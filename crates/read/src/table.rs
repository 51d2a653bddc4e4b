use crate::{Encoding, Media, Options, ReadError};
use csv::StringRecord;
use std::borrow::Cow;

mod shape;

/// One table: its header, and rows that stream without being held in memory.
#[derive(Debug, Clone)]
pub struct TableSource<'a> {
    file: String,
    media: Media,
    encoding: Encoding,
    delimiter: u8,
    data: Cow<'a, str>,
    shape: shape::Shape,
    sheet: Option<String>,
    sheets: Vec<String>,
}

impl<'a> TableSource<'a> {
    pub(crate) fn new(
        file: &str,
        media: Media,
        encoding: Encoding,
        data: Cow<'a, str>,
        options: &Options,
    ) -> Result<Self, ReadError> {
        let delimiter = options.delimiter.unwrap_or_else(|| shape::sniff_delimiter(&data, media));
        let shape = shape::Shape::find(&data, delimiter, options.header)
            .ok_or_else(|| ReadError::NoRows { file: file.to_owned() })?;
        Ok(Self {
            file: file.to_owned(),
            media,
            encoding,
            delimiter,
            data,
            shape,
            sheet: None,
            sheets: Vec::new(),
        })
    }

    #[cfg(feature = "sheets")]
    pub(crate) fn of_sheet(self, sheet: String, sheets: Vec<String>) -> Self {
        Self { sheet: Some(sheet), sheets, ..self }
    }

    /// The sheet of a workbook that this table is.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// All sheets of the workbook, in its order: the others are read with [`Options::sheet`].
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The file name as given to [`crate::read`].
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The format.
    #[must_use]
    pub const fn media(&self) -> Media {
        self.media
    }

    /// What the bytes were written in and how we know.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The cell separator.
    #[must_use]
    pub const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Whether the file names its columns. If not, [`Self::header`] holds `#1`, `#2` and so on.
    #[must_use]
    pub const fn has_header(&self) -> bool {
        self.shape.has_header
    }

    /// The name of each column, trimmed.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.shape.header
    }

    /// The row of HXL hashtags below the header, where there is one.
    #[must_use]
    pub fn hxl(&self) -> Option<&[String]> {
        self.shape.hxl.as_deref()
    }

    /// How many records stand above the first data row: titles, header, hashtags.
    #[must_use]
    pub const fn lead(&self) -> usize {
        self.shape.lead
    }

    /// The data rows, from the first.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        let mut reader = shape::reader(&self.data, self.delimiter);
        let mut record = StringRecord::new();
        for _ in 0..self.shape.lead {
            // A record above the data was read once by `Shape::find`, so it reads again.
            let _ = reader.read_record(&mut record);
        }
        Rows { reader, data: &self.data, record, row: 0, width: self.shape.header.len() }
    }

    /// The verbatim cells of data row `n`, counted from 1; also of a row of the wrong width.
    ///
    /// # Errors
    /// [`ReadError::NoSuchRow`] when the table is shorter.
    pub fn row(&self, n: u64) -> Result<Vec<String>, ReadError> {
        self.pick(&[n])?.pop().ok_or_else(|| ReadError::NoSuchRow {
            file: self.file.clone(),
            row: n,
            rows: 0,
        })
    }

    /// The verbatim cells of several data rows in one pass, in the order asked.
    ///
    /// # Errors
    /// [`ReadError::NoSuchRow`] for the first number that the table does not reach.
    pub fn pick(&self, wanted: &[u64]) -> Result<Vec<Vec<String>>, ReadError> {
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.sort_by_key(|i| wanted[*i]);
        let mut found = vec![Vec::new(); wanted.len()];
        let mut order = order.into_iter().peekable();
        let mut rows = self.rows();
        while let Some(&i) = order.peek() {
            if wanted[i] == rows.row && wanted[i] > 0 {
                found[i] = rows.record.iter().map(str::to_owned).collect();
                order.next();
            } else if wanted[i] < rows.row || rows.next().is_none() {
                let row = wanted[i];
                return Err(ReadError::NoSuchRow { file: self.file.clone(), row, rows: self.len() });
            }
        }
        Ok(found)
    }

    /// How many data rows there are, bad ones and blank ones included. Reads the whole table.
    #[must_use]
    pub fn len(&self) -> u64 {
        let mut rows = self.rows();
        while rows.next().is_some() {}
        rows.row
    }

    /// Whether there is no data row at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }
}

/// A reader over data rows that lends one [`Record`] at a time and reuses its buffer.
#[derive(Debug)]
pub struct Rows<'t> {
    reader: csv::Reader<&'t [u8]>,
    data: &'t str,
    record: StringRecord,
    row: u64,
    width: usize,
}

impl Rows<'_> {
    /// The next row, or `None` at the end. A bad row does not end the table.
    // Not `Iterator`: the record is lent, so that a million rows cost one buffer.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<Result<Record<'_>, BadRow>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            // The data is valid UTF-8 and lengths are flexible, so the only errors left end the table.
            Err(_) => return None,
            Ok(true) => self.row += 1,
        }
        let line = self.record.position().map_or(0, |at| {
            // The parser counts from where it stopped: before the `\n` of a `\r\n`, before skipped empty lines.
            let rest = self.data.as_bytes().get(at.byte() as usize..).unwrap_or(&[]);
            let skipped =
                rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
            at.line() + skipped as u64
        });
        let found = self.record.len();
        let bad = |kind| Some(Err(BadRow { row: self.row, line, found, expected: self.width, kind }));
        if found != self.width {
            let spare = self.record.iter().skip(self.width);
            if found < self.width {
                return bad(BadRowKind::TooFewCells);
            }
            if spare.clone().any(|cell| !cell.trim().is_empty()) {
                return bad(BadRowKind::TooManyCells);
            }
        }
        if self.record.as_slice().len() > shape::LONGEST_ROW
            && self.record.iter().any(|c| c.bytes().filter(|b| *b == b'\n').count() > shape::MOST_LINES)
        {
            return bad(BadRowKind::UnclosedQuote);
        }
        Some(Ok(Record { row: self.row, line, width: self.width, cells: &self.record }))
    }
}

/// One data row, lent by [`Rows::next`].
#[derive(Debug, Clone, Copy)]
pub struct Record<'r> {
    row: u64,
    line: u64,
    width: usize,
    cells: &'r StringRecord,
}

impl<'r> Record<'r> {
    /// The number of the row, from 1 for the first below the header.
    #[must_use]
    pub const fn row(&self) -> u64 {
        self.row
    }

    /// The line of the file on which the row starts, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The verbatim cell in column `i` (from 0); empty beyond the last.
    #[must_use]
    pub fn cell(&self, i: usize) -> &'r str {
        self.cells.get(i).unwrap_or("")
    }

    /// All cells, verbatim.
    pub fn cells(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        self.cells.iter().take(self.width)
    }

    /// Whether every cell is empty, as in the tail of many spreadsheet exports.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|c| c.trim().is_empty())
    }
}

/// A row whose cells cannot be told apart; its verbatim cells are at [`TableSource::row`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row} (line {line}): {kind}: {found} cells where the header has {expected}; {}", kind.mend())]
pub struct BadRow {
    /// The number of the row, from 1.
    pub row: u64,
    /// The line of the file on which it starts, from 1.
    pub line: u64,
    /// How many cells it has.
    pub found: usize,
    /// How many the header has.
    pub expected: usize,
    /// What is wrong.
    pub kind: BadRowKind,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRowKind {
    /// Fewer cells than columns.
    #[error("too few cells")]
    TooFewCells,
    /// More cells than columns, and the spare ones are not empty.
    #[error("too many cells")]
    TooManyCells,
    /// A quotation mark that opens a cell and is closed only far below.
    #[error("a quotation mark is never closed")]
    UnclosedQuote,
}

impl BadRowKind {
    /// A stable code for reports.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFewCells => "too_few_cells",
            Self::TooManyCells => "too_many_cells",
            Self::UnclosedQuote => "unclosed_quote",
        }
    }

    const fn mend(self) -> &'static str {
        match self {
            Self::TooFewCells => "add the missing separators, or remove a line break inside a cell",
            Self::TooManyCells => "put quotation marks around the cell that holds the separator",
            Self::UnclosedQuote => "close the quotation mark, or double it",
        }
    }
}
