//! Where a table starts: its separator, its titles, its header, its hashtags.

use crate::Media;
use csv::StringRecord;

/// A record longer than this is looked at for a quotation mark that was never closed.
pub(super) const LONGEST_ROW: usize = 1 << 16;
/// No honest cell has more lines.
pub(super) const MOST_LINES: usize = 400;

/// How many records are read to find the shape.
const SAMPLE: usize = 200;
/// Titles and notes above a header end within this many records.
const DEEPEST_HEADER: usize = 25;

#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) header: Vec<String>,
    pub(super) has_header: bool,
    pub(super) hxl: Option<Vec<String>>,
    pub(super) lead: usize,
}

pub(super) fn reader(data: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(data.as_bytes())
}

fn sample(data: &str, delimiter: u8, most: usize) -> Vec<StringRecord> {
    reader(data, delimiter).into_records().map_while(Result::ok).take(most).collect()
}

/// The separator under which most records have the same, and more than one, number of cells.
pub(super) fn sniff_delimiter(data: &str, media: Media) -> u8 {
    let candidates = if media == Media::Tsv { [b'\t', b',', b';', b'|'] } else { [b',', b';', b'\t', b'|'] };
    let mut best = (candidates[0], (0, 0));
    for delimiter in candidates {
        let widths: Vec<usize> = sample(data, delimiter, 60).iter().map(StringRecord::len).collect();
        let width = usual(&widths);
        if width < 2 {
            continue;
        }
        let agree = widths.iter().filter(|w| **w == width).count() * 100 / widths.len();
        // Agreement in steps of ten: one ragged row must not let a rarer separator win.
        if (agree / 10, width) > best.1 {
            best = (delimiter, (agree / 10, width));
        }
    }
    best.0
}

/// The most frequent number; among equals the largest.
fn usual(widths: &[usize]) -> usize {
    let count = |w: usize| widths.iter().filter(|x| **x == w).count();
    widths.iter().copied().max_by_key(|w| (count(*w), *w)).unwrap_or(0)
}

impl Shape {
    /// `None` when there is not one record.
    pub(super) fn find(data: &str, delimiter: u8, header: Option<bool>) -> Option<Self> {
        let records = sample(data, delimiter, SAMPLE);
        let widths: Vec<usize> = records.iter().map(StringRecord::len).collect();
        let width = usual(&widths);
        let tags = records.iter().take(DEEPEST_HEADER).position(is_hashtags);
        let top = match (tags, header) {
            (Some(at), None | Some(true)) => at.saturating_sub(1),
            (_, Some(false)) => 0,
            _ => records.iter().take(DEEPEST_HEADER).position(|r| !is_title(r, width)).unwrap_or(0),
        };
        let first = records.get(top)?;
        let has_header = header.unwrap_or_else(|| tags.is_some() || !looks_like_data(&records, top));
        if !has_header {
            let width = width.max(1);
            let header = (1..=width).map(|i| format!("#{i}")).collect();
            return Some(Self { header, has_header, hxl: None, lead: top });
        }
        let trimmed = |r: &StringRecord| r.iter().map(|c| c.trim().to_owned()).collect::<Vec<_>>();
        let hxl = records.get(top + 1).filter(|r| is_hashtags(r)).map(trimmed);
        let mut names = trimmed(first);
        // A header that is itself the row of hashtags has no other names.
        let lead = top + 1 + usize::from(hxl.is_some());
        for (i, name) in names.iter_mut().enumerate() {
            if name.is_empty() {
                *name = format!("#{}", i + 1);
            }
        }
        Some(Self { header: names, has_header, hxl, lead })
    }
}

/// Every cell that is not empty is a hashtag: the second row of HXL tables.
fn is_hashtags(record: &StringRecord) -> bool {
    let mut some = false;
    for cell in record.iter().map(str::trim).filter(|c| !c.is_empty()) {
        let mut chars = cell.chars();
        if chars.next() != Some('#') || !chars.next().is_some_and(char::is_alphabetic) || cell.contains(' ') {
            return false;
        }
        some = true;
    }
    some
}

/// A title, a note or a blank line above the header: one cell at most, in a table of more.
fn is_title(record: &StringRecord, width: usize) -> bool {
    width > 2 && record.iter().filter(|c| !c.trim().is_empty()).count() < 2
}

/// Whether the record at `top` reads like those below it: then the file has no header.
///
/// Only numbers and dates tell: words stand in headers and in cells alike. A year stands in both too.
fn looks_like_data(records: &[StringRecord], top: usize) -> bool {
    let Some(first) = records.get(top) else { return false };
    let below = &records[top + 1..];
    first.iter().enumerate().any(|(column, cell)| {
        let kind = kind(cell);
        if matches!(kind, Kind::Words | Kind::Empty | Kind::Year) {
            return false;
        }
        let filled = below.iter().filter_map(|r| r.get(column)).filter(|c| !c.trim().is_empty());
        let (mut same, mut all) = (0, 0);
        for cell in filled {
            all += 1;
            same += usize::from(self::kind(cell) == kind);
        }
        all > 0 && same * 10 >= all * 6
    })
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Empty,
    Words,
    Number,
    Year,
    Date,
}

fn kind(cell: &str) -> Kind {
    let cell = cell.trim();
    if cell.is_empty() {
        return Kind::Empty;
    }
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    let separators = cell.chars().filter(|c| matches!(c, '/' | '-' | '.')).count();
    if digits == 0
        || cell.chars().any(|c| !c.is_numeric() && !matches!(c, '/' | '-' | '.' | ',' | '+' | ':' | ' '))
    {
        return Kind::Words;
    }
    if separators == 2 && digits >= 4 && !cell.starts_with('-') {
        return Kind::Date;
    }
    if digits == 4 && cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) {
        return Kind::Year;
    }
    Kind::Number
}
