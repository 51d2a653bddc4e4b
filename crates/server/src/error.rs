//! What can go wrong with a request: a code that `docs/errors.md` explains, words, and the mend.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cairn_work::Error;

use crate::types::{ErrorBody, FieldError, Problem, V1};

/// The result of handling a request.
pub type Result<T> = std::result::Result<T, Failure>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:ident, $mend:literal;)*) => {
        /// Stable codes of errors. Each stands in `docs/errors.md`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// As answers name it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The HTTP status that goes with it.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => StatusCode::$status.as_u16(),)* }
            }

            const fn mend(self) -> &'static str {
                match self { $(Self::$name => $mend,)* }
            }
        }
    };
}

codes! {
    /// The body is not what the endpoint takes.
    BadRequest = "bad_request", BAD_REQUEST, "Compare the request with /api/v1/openapi.json.";
    /// A parameter is not what the endpoint takes.
    BadParameter = "bad_parameter", BAD_REQUEST, "Compare the parameters with /api/v1/openapi.json.";
    /// No token, or one that is not this server's.
    Unauthorised = "unauthorised", UNAUTHORIZED, "Open the address that 'cairn serve' printed when it started.";
    /// Sent by another site.
    WrongOrigin = "wrong_origin", FORBIDDEN, "Use the page at the address that 'cairn serve' printed; no other site may act here.";
    /// Nothing lives at this path.
    UnknownPath = "unknown_path", NOT_FOUND, "The paths are listed in /api/v1/openapi.json.";
    /// Nothing has this id.
    UnknownId = "unknown_id", NOT_FOUND, "Look for it in the lists: it may have been decided, undone or mistyped.";
    /// No such moment.
    UnknownMoment = "unknown_moment", NOT_FOUND, "The activity lists the moments; a date such as 2031-05-17 works too.";
    /// No such metric.
    UnknownMetric = "unknown_metric", NOT_FOUND, "The vocabulary 'metric' lists what can be counted.";
    /// No such dimension.
    UnknownDimension = "unknown_dimension", NOT_FOUND, "Divide by one of the dimensions that the error names.";
    /// No such rule.
    UnknownRule = "unknown_rule", NOT_FOUND, "The rules are listed at /api/v1/rules.";
    /// The path knows other methods.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "The methods of each path are listed in /api/v1/openapi.json.";
    /// The answer took too long, or the request did.
    TimedOut = "timed_out", REQUEST_TIMEOUT, "Ask for less at once, then try again.";
    /// A claim has a decision already.
    AlreadyDecided = "already_decided", CONFLICT, "Undo the batch that decided it first.";
    /// A batch is withdrawn already.
    AlreadyUndone = "already_undone", CONFLICT, "Undo the undo to bring it back.";
    /// The same file counts already, read otherwise.
    ImportedOtherwise = "imported_otherwise", CONFLICT, "Undo the first import, or import it as a correction of ours.";
    /// The document was read anew.
    ReadAnew = "read_anew", CONFLICT, "Look at its claims again, then decide.";
    /// More than one thing has this id.
    AmbiguousId = "ambiguous_id", CONFLICT, "Give more digits.";
    /// The work was stopped on request.
    Stopped = "stopped", CONFLICT, "Nothing of it became visible: start it again when you wish.";
    /// The body is larger than the endpoint takes.
    TooLarge = "too_large", PAYLOAD_TOO_LARGE, "Send less: docs/errors.md names the limits.";
    /// The body is of another type.
    WrongMediaType = "wrong_media_type", UNSUPPORTED_MEDIA_TYPE, "Send JSON as application/json, files as application/octet-stream.";
    /// The Host header names another machine.
    WrongHost = "wrong_host", MISDIRECTED_REQUEST, "Use the address that 'cairn serve' printed.";
    /// Fields of a form do not fit.
    FieldsDoNotFit = "fields_do_not_fit", UNPROCESSABLE_ENTITY, "Mend the fields that the error lists.";
    /// What was asked for cannot be done.
    DoesNotFit = "does_not_fit", UNPROCESSABLE_ENTITY, "The words say what is in the way.";
    /// A filter that is none.
    BadFilter = "bad_filter", UNPROCESSABLE_ENTITY, "Write DIMENSION=VALUE, such as sex=f; an empty value means not stated.";
    /// A date that is none.
    BadDate = "bad_date", UNPROCESSABLE_ENTITY, "Write dates as YYYY-MM-DD.";
    /// The question makes too many cells.
    TooManyCells = "too_many_cells", UNPROCESSABLE_ENTITY, "Divide by fewer dimensions.";
    /// The file cannot be read.
    UnreadableFile = "unreadable_file", UNPROCESSABLE_ENTITY, "The words say what is wrong with the file; mend it and send it again.";
    /// A text where a table is needed, or the other way round.
    WrongKindOfFile = "wrong_kind_of_file", UNPROCESSABLE_ENTITY, "Texts are added as documents, tables are imported.";
    /// A mapping that does not fit its table.
    MappingDoesNotFit = "mapping_does_not_fit", UNPROCESSABLE_ENTITY, "Compare the mapping with the one that the preview gives.";
    /// Too many jobs wait.
    TooManyJobs = "too_many_jobs", TOO_MANY_REQUESTS, "Wait until one has ended, or cancel one.";
    /// A defect.
    Internal = "internal", INTERNAL_SERVER_ERROR, "This is a defect of the program: please report what you did.";
    /// The register is damaged.
    Damaged = "damaged", INTERNAL_SERVER_ERROR, "Run 'cairn verify', then restore from a backup.";
    /// Somebody else writes for longer than a form can wait.
    Busy = "busy", SERVICE_UNAVAILABLE, "Try again when the job has ended; what you typed is kept.";
    /// The register lies on read-only media.
    ReadOnly = "read_only", SERVICE_UNAVAILABLE, "Copy the folder to a disk that can be written, then start again.";
    /// No room.
    DiskFull = "disk_full", INSUFFICIENT_STORAGE, "Make room on the disk, then do it again: nothing of it became visible.";
}

/// A request that failed.
#[derive(Debug, Clone)]
pub struct Failure {
    code: Code,
    words: String,
    field: Option<String>,
    fields: Vec<FieldError>,
}

impl Failure {
    /// In these words.
    pub fn new(code: Code, words: impl Into<String>) -> Self {
        Self { code, words: words.into(), field: None, fields: Vec::new() }
    }

    /// About this field or parameter.
    pub fn of(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    /// A form with these slips.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        let words = match &fields[..] {
            [one] => format!("{}: {}", one.field, one.words),
            many => format!("{} fields do not fit", many.len()),
        };
        let field = fields.first().map(|f| f.field.clone());
        Self { code: Code::FieldsDoNotFit, words, field, fields }
    }

    /// Nothing has this id.
    pub fn unknown(id: &str) -> Self {
        Self::new(Code::UnknownId, format!("nothing is called '{}' here", shortened(id)))
    }

    /// A defect. Its words may hold content, so they are not printed anywhere.
    pub fn internal(_: impl std::fmt::Display) -> Self {
        Self::new(Code::Internal, "the work ended unexpectedly")
    }

    /// As answers and jobs carry it.
    pub fn body(&self) -> ErrorBody {
        ErrorBody {
            code: self.code.name().to_owned(),
            words: self.words.clone(),
            mend: self.code.mend().to_owned(),
            field: self.field.clone(),
            fields: self.fields.clone(),
        }
    }

    /// Its code.
    pub fn code(&self) -> Code {
        self.code
    }
}

/// What a caller sent, short enough to say back.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(Problem { version: V1, error: self.body() })).into_response();
        if self.code == Code::Busy {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}

impl From<Error> for Failure {
    fn from(e: Error) -> Self {
        let code = match &e {
            Error::Register(e) => of_register(e),
            Error::Read(_) => Code::UnreadableFile,
            Error::Mapping(_) | Error::NoColumn { .. } => Code::MappingDoesNotFit,
            Error::Count(e) => of_count(e),
            Error::Rule(_) | Error::AcceptRule(_) => Code::UnknownRule,
            Error::Date(_) => Code::BadDate,
            Error::WrongKind { .. } => Code::WrongKindOfFile,
            Error::ImportedOtherwise(..) => Code::ImportedOtherwise,
            Error::ReadAnew(_) => Code::ReadAnew,
            Error::Unknown(id) => return Self::unknown(id),
            Error::Ambiguous(_) => Code::AmbiguousId,
            Error::Decided(..) => Code::AlreadyDecided,
            Error::Nothing(_) | Error::Chart(_) | Error::Language(_) | Error::Link(_) => Code::DoesNotFit,
            Error::AlreadyUndone(..) => Code::AlreadyUndone,
            Error::Proposal { .. } => Code::Damaged,
            Error::Cancelled => Code::Stopped,
            Error::Filter(_) => Code::BadFilter,
            Error::Fields(fields) => {
                let field = |f: &cairn_work::record::FieldError| FieldError {
                    field: f.field.clone(),
                    code: f.code.to_owned(),
                    words: format!("{}; {}", f.words, f.mend),
                };
                return Self::fields(fields.iter().map(field).collect());
            }
            Error::Cursor(_) => return Self::new(Code::UnknownId, e.to_string()).of("after"),
        };
        Self::new(code, e.to_string())
    }
}

fn of_register(e: &cairn_register::Error) -> Code {
    use cairn_register::Error as E;
    match e {
        E::NoEntry(_) | E::NoDocument(_) => Code::UnknownId,
        E::NoPosition(_) => Code::UnknownMoment,
        E::Busy => Code::Busy,
        E::ReadOnly => Code::ReadOnly,
        E::DiskFull => Code::DiskFull,
        E::Damaged { .. } | E::Entry { .. } | E::Columns { .. } => Code::Damaged,
        E::Canonical(_) => Code::DoesNotFit,
        _ => Code::Internal,
    }
}

fn of_count(e: &cairn_count::CountError) -> Code {
    use cairn_count::CountError as E;
    match e {
        E::Metric(..) | E::NoStock(..) => Code::UnknownMetric,
        E::Dimension(_) => Code::UnknownDimension,
        E::Cells(_) => Code::TooManyCells,
        E::Column { .. } => Code::Damaged,
    }
}

impl From<cairn_register::Error> for Failure {
    fn from(e: cairn_register::Error) -> Self {
        Self::new(of_register(&e), e.to_string())
    }
}

impl From<cairn_count::CountError> for Failure {
    fn from(e: cairn_count::CountError) -> Self {
        Self::new(of_count(&e), e.to_string())
    }
}

impl From<cairn_count::RuleError> for Failure {
    fn from(e: cairn_count::RuleError) -> Self {
        Self::new(Code::UnknownRule, e.to_string())
    }
}
