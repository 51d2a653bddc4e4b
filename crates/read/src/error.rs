/// Why a file could not be read. Every message names the file, the place where there is one, and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes at all.
    #[error("{file}: the file is empty; add the file again from where it came")]
    Empty {
        /// The file.
        file: String,
    },
    /// Compressed data that does not unfold.
    #[error("{file}: the gzip data breaks off or is damaged after {good} bytes; fetch the file again")]
    Gzip {
        /// The file.
        file: String,
        /// How many bytes unfolded before the damage.
        good: u64,
    },
    /// Compressed data that unfolds to more than the limit.
    #[error(
        "{file}: unfolds to more than {limit} bytes; unpack it yourself, or raise the limit, if you trust it"
    )]
    TooLarge {
        /// The file.
        file: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// Bytes that are neither text nor a format that is read here.
    #[error(
        "{file}: byte {at} is not text in any encoding; add a text, a page, a table, a workbook or a document"
    )]
    Binary {
        /// The file.
        file: String,
        /// Where the first byte that no text holds stands, from 0.
        at: usize,
    },
    /// A format that is recognised but not read.
    #[error("{file}: {media} is not read; {mend}")]
    Unsupported {
        /// The file.
        file: String,
        /// The format.
        media: &'static str,
        /// What to do instead.
        mend: &'static str,
    },
    /// An encoding label that nobody knows.
    #[error("{file}: no encoding is called {label:?}; write for example utf-8, windows-1256 or iso-8859-8")]
    UnknownEncoding {
        /// The file.
        file: String,
        /// The label as given.
        label: String,
    },
    /// JSON that does not parse.
    #[error("{file}: line {line}, character {column}: not valid JSON ({reason}); mend that place")]
    Json {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// A workbook that does not open.
    #[error(
        "{file}: the workbook does not open ({reason}); open it in a spreadsheet program and save it anew, or as .csv"
    )]
    Workbook {
        /// The file.
        file: String,
        /// What the parser says.
        reason: String,
    },
    /// A document that does not open.
    #[error(
        "{file}: the document does not open ({reason}); open it in a word processor and save it anew, or as .txt"
    )]
    Document {
        /// The file.
        file: String,
        /// What the parser says.
        reason: String,
    },
    /// A mail without a single header.
    #[error("{file}: not a mail as mail programs save it (.eml); save it again, or its text as .txt")]
    Mail {
        /// The file.
        file: String,
    },
    /// A PDF that does not open.
    #[error("{file}: the PDF does not open ({reason}); print it to a new PDF, or save its text as .txt")]
    Pdf {
        /// The file.
        file: String,
        /// What the parser says.
        reason: String,
    },
    /// A PDF of pictures.
    #[error(
        "{file}: the {pages} pages hold pictures and no text; type or recognise the text and add it as .txt"
    )]
    NoText {
        /// The file.
        file: String,
        /// How many pages there are.
        pages: usize,
    },
    /// A sheet that the workbook does not have.
    #[error("{file}: there is no sheet {sheet:?}; the workbook has {}", have.join(", "))]
    NoSuchSheet {
        /// The file.
        file: String,
        /// The sheet asked for.
        sheet: String,
        /// The sheets there are.
        have: Vec<String>,
    },
    /// Markup nested so deep that no reader writes it.
    #[error("{file}: tags are nested more than {limit} deep; save the text of the page as .txt")]
    TooDeep {
        /// The file.
        file: String,
        /// The limit.
        limit: usize,
    },
    /// A table without a single cell.
    #[error("{file}: the table has no cells at all; check that it was exported whole")]
    NoRows {
        /// The file.
        file: String,
    },
    /// A row was asked for in something that has none.
    #[error("{file}: {media} has no rows; name a character position instead")]
    NotATable {
        /// The file.
        file: String,
        /// The format.
        media: &'static str,
    },
    /// A row number beyond the end.
    #[error("{file}: there is no row {row}; the table has {rows} data rows, counted from 1 below the header")]
    NoSuchRow {
        /// The file.
        file: String,
        /// The row that was asked for.
        row: u64,
        /// How many there are.
        rows: u64,
    },
}
