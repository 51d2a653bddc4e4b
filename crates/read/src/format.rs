/// A file format, found from the bytes and, where bytes cannot tell, from the file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// Plain text.
    Plain,
    /// Markdown, read as the text it is.
    Markdown,
    /// HTML, read as its visible words.
    Html,
    /// Comma, semicolon or bar separated values.
    Csv,
    /// Tab separated values.
    Tsv,
    /// JSON: a list of flat objects is a table, anything else is text.
    Json,
    /// A workbook: xlsx, xls, ods.
    Workbook,
    /// A mail.
    Mail,
    /// A word processor document: docx, odt.
    Document,
    /// A PDF, read where the feature `pdf` is on.
    Pdf,
    /// A zip container (office documents among them), recognised and not read.
    Zip,
    /// An old binary office document, recognised and not read.
    OldOffice,
}

impl Media {
    /// The media type.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Csv => "text/csv",
            Self::Tsv => "text/tab-separated-values",
            Self::Json => "application/json",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Mail => "message/rfc822",
            Self::Document => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Zip => "application/zip",
            Self::OldOffice => "application/x-ole-storage",
        }
    }
}

/// The mend for a format that is recognised but not read.
pub(crate) const fn unreadable(media: Media) -> Option<&'static str> {
    match media {
        Media::Workbook if !cfg!(feature = "sheets") => {
            Some("save each sheet as .csv: this build reads no workbooks")
        }
        Media::Document if !cfg!(feature = "documents") => {
            Some("save it as .txt or .html: this build reads no documents")
        }
        Media::Pdf if !cfg!(feature = "pdf") => {
            Some("save its text as .txt, or its tables as .csv, and add both files")
        }
        Media::Zip => {
            Some("save the sheet as .csv or the document as .txt or .html; unpack other archives first")
        }
        Media::OldOffice => Some("save the sheet as .csv or the document as .txt or .html"),
        _ => None,
    }
}

pub(crate) fn guess(bytes: &[u8], name: &str) -> Media {
    if bytes.starts_with(b"%PDF-") {
        return Media::Pdf;
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    if bytes.starts_with(b"PK\x03\x04") {
        return in_container(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return if extension == "xls" { Media::Workbook } else { Media::OldOffice };
    }
    match extension.as_str() {
        "csv" | "psv" => Media::Csv,
        "tsv" | "tab" => Media::Tsv,
        "html" | "htm" | "xhtml" => Media::Html,
        "eml" if cfg!(feature = "mail") => Media::Mail,
        "md" | "markdown" => Media::Markdown,
        "json" | "geojson" | "jsonl" | "ndjson" => Media::Json,
        "txt" | "text" => Media::Plain,
        _ => from_content(bytes),
    }
}

/// The names of the parts stand unpacked in the container: those of its directory at the end.
fn in_container(bytes: &[u8]) -> Media {
    let directory = &bytes[bytes.len().saturating_sub(1 << 16)..];
    let start = &bytes[..bytes.len().min(256)];
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|w| w == part);
    if holds(directory, b"xl/workbook") || holds(start, b"opendocument.spreadsheet") {
        Media::Workbook
    } else if holds(directory, b"word/document.xml") || holds(start, b"opendocument.text") {
        Media::Document
    } else {
        Media::Zip
    }
}

fn from_content(bytes: &[u8]) -> Media {
    let start = &bytes[..bytes.len().min(512)];
    let start =
        String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        Media::Html
    } else if start.starts_with("[{") {
        Media::Json
    } else {
        Media::Plain
    }
}
