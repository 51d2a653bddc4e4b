//! Bytes to text with positions, or to tables that stream.
//!
//! [`read`] looks at the bytes (and at the file name only as a hint), finds the encoding and the format, and gives
//! either a [`Text`] or a [`TableSource`]. Nothing here touches a disk, a clock or a network, and no bytes make it
//! panic: what cannot be read is a [`ReadError`] that names the file, the place and the mend.
//!
//! Positions are promises. A character position counts Unicode scalar values of [`Text::text`]; a row number counts
//! data rows from 1, below the header. Both stay the same for the same bytes, so an account can point at them.

#[cfg(feature = "documents")]
mod document;
mod encoding;
mod error;
mod format;
mod gzip;
mod html;
mod json;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "sheets")]
mod sheets;
mod table;

pub use encoding::{Encoding, Evidence};
pub use error::ReadError;
pub use format::Media;
pub use table::{BadRow, BadRowKind, Record, Rows, TableSource};

use html::Page;
use std::borrow::Cow;

/// What a file turned out to hold.
#[derive(Debug, Clone)]
pub enum Content<'a> {
    /// Running text.
    Text(Text),
    /// One table.
    Table(TableSource<'a>),
}

/// Text as it is read, the ground on which quotes and spans stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text: no byte order mark, line ends as `\n`, of HTML the visible words only.
    pub text: String,
    /// What the bytes were written in and how we know.
    pub encoding: Encoding,
    /// The format that was read.
    pub media: Media,
    /// The title, where the format states one.
    pub title: Option<String>,
    /// The language tag, where the format states one.
    pub lang: Option<String>,
    /// Where each page begins, in characters of [`Text::text`]; empty for formats without pages.
    pub pages: Vec<usize>,
}

impl Text {
    /// The page, from 1, on which a character position stands; `None` for formats without pages.
    #[must_use]
    pub fn page(&self, position: usize) -> Option<usize> {
        Some(self.pages.partition_point(|start| *start <= position)).filter(|page| *page > 0)
    }

    /// The words between two character positions, or `None` when they lie outside the text.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Option<&str> {
        let mut positions = self.text.char_indices().map(|(i, _)| i).chain([self.text.len()]);
        let from = positions.nth(start)?;
        let to = if end == start { from } else { positions.nth(end.checked_sub(start)?.checked_sub(1)?)? };
        self.text.get(from..to)
    }
}

/// What the caller knows better than the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whether the first row of a table names its columns; `None` looks for itself.
    pub header: Option<bool>,
    /// An encoding label such as `windows-1256`; `None` detects.
    pub encoding: Option<String>,
    /// A cell separator; `None` sniffs.
    pub delimiter: Option<u8>,
    /// Which sheet of a workbook; `None` takes the first that has a cell.
    pub sheet: Option<String>,
    /// The most bytes that a compressed file may unfold to.
    pub max_bytes: u64,
}

impl Options {
    /// Everything detected; compressed files may unfold to 1 GiB.
    pub const DETECT: Self =
        Self { header: None, encoding: None, delimiter: None, sheet: None, max_bytes: 1 << 30 };
}

/// Reads `bytes`, detecting format, compression, encoding, separator and header.
///
/// # Errors
/// When the bytes hold no text or table that this crate reads.
pub fn read<'a>(bytes: &'a [u8], file_name: &str) -> Result<Content<'a>, ReadError> {
    read_with(bytes, file_name, &Options::DETECT)
}

/// Reads `bytes` with what the caller knows better.
///
/// # Errors
/// As [`read`]; also for an encoding label that nobody knows.
pub fn read_with<'a>(bytes: &'a [u8], file_name: &str, options: &Options) -> Result<Content<'a>, ReadError> {
    let (bytes, inner_name) = gzip::unfold(bytes, file_name, options.max_bytes)?;
    let file = || file_name.to_owned();
    if bytes.is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    let media = format::guess(&bytes, inner_name);
    if let Some(mend) = format::unreadable(media) {
        return Err(ReadError::Unsupported { file: file(), media: media.name(), mend });
    }
    if let Some(content) = packed(&bytes, file_name, media, options)? {
        return Ok(content);
    }
    let html = media == Media::Html;
    let (decoded, encoding) = encoding::decode(bytes, file_name, options.encoding.as_deref(), html)?;
    match media {
        Media::Html => {
            if html::is_too_deep(&decoded) {
                return Err(ReadError::TooDeep { file: file(), limit: html::DEEPEST });
            }
            let (Page { text, title, lang }, pages) = (html::visible(&decoded), Vec::new());
            Ok(Content::Text(Text { text, encoding, media, title, lang, pages }))
        }
        Media::Csv | Media::Tsv => {
            Ok(Content::Table(TableSource::new(file_name, media, encoding, decoded, options)?))
        }
        Media::Json => match json::table(&decoded, file_name)? {
            Some(csv) => {
                let options = Options { header: Some(true), delimiter: Some(b','), ..options.clone() };
                Ok(Content::Table(TableSource::new(file_name, media, encoding, Cow::Owned(csv), &options)?))
            }
            None => Ok(Content::Text(plain(decoded, encoding, media))),
        },
        _ => Ok(Content::Text(plain(decoded, encoding, media))),
    }
}

/// What a format that says itself how it is written was written in.
#[cfg(any(feature = "sheets", feature = "documents", feature = "mail", feature = "pdf"))]
fn declared(text: &str) -> Encoding {
    Encoding { name: "UTF-8", evidence: Evidence::Declared, replaced: text.contains('\u{fffd}') }
}

/// Formats that hold their words in parts of their own.
#[cfg_attr(not(feature = "sheets"), allow(unused_variables, reason = "what is left needs less"))]
fn packed(
    bytes: &[u8],
    file: &str,
    media: Media,
    options: &Options,
) -> Result<Option<Content<'static>>, ReadError> {
    match media {
        #[cfg(feature = "sheets")]
        Media::Workbook => {
            let sheet = sheets::read(bytes, file, options.sheet.as_deref(), options.max_bytes)?;
            let (encoding, csv) = (declared(&sheet.csv), Cow::Owned(sheet.csv));
            let options = Options { delimiter: Some(b','), ..options.clone() };
            let table = TableSource::new(file, media, encoding, csv, &options)?;
            Ok(Some(Content::Table(table.of_sheet(sheet.name, sheet.all))))
        }
        #[cfg(feature = "documents")]
        Media::Document => {
            let text = document::read(bytes, file, options.max_bytes)?;
            let encoding = declared(&text);
            Ok(Some(Content::Text(plain(Cow::Owned(text), encoding, media))))
        }
        #[cfg(feature = "mail")]
        Media::Mail => {
            let (text, title) = mail::read(bytes, file)?;
            let encoding = declared(&text);
            Ok(Some(Content::Text(Text { title, ..plain(Cow::Owned(text), encoding, media) })))
        }
        #[cfg(feature = "pdf")]
        Media::Pdf => {
            let (text, pages) = pdf::read(bytes, file)?;
            let encoding = declared(&text);
            Ok(Some(Content::Text(Text { pages, ..plain(Cow::Owned(text), encoding, media) })))
        }
        _ => Ok(None),
    }
}

fn plain(decoded: Cow<'_, str>, encoding: Encoding, media: Media) -> Text {
    let text = if decoded.contains('\r') {
        decoded.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        decoded.into_owned()
    };
    Text { text, encoding, media, title: None, lang: None, pages: Vec::new() }
}

/// The verbatim cells of data row `n` (from 1) of the table in `bytes`.
///
/// # Errors
/// As [`read`]; also when the bytes hold no table or fewer rows.
pub fn row(bytes: &[u8], file_name: &str, n: u64) -> Result<Vec<String>, ReadError> {
    match read(bytes, file_name)? {
        Content::Table(table) => table.row(n),
        Content::Text(text) => {
            Err(ReadError::NotATable { file: file_name.to_owned(), media: text.media.name() })
        }
    }
}
