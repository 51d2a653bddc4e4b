//! What can go wrong with a verb.

/// The result of a verb.
pub type Result<T> = std::result::Result<T, Error>;

/// An error of a verb, in words for the person who gave the command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Of the store.
    #[error(transparent)]
    Register(#[from] cairn_register::Error),
    /// Of a file's bytes.
    #[error(transparent)]
    Read(#[from] cairn_read::ReadError),
    /// Of a mapping or its file.
    #[error(transparent)]
    Mapping(#[from] cairn_import::MapError),
    /// Of a question.
    #[error(transparent)]
    Count(#[from] cairn_count::CountError),
    /// Of a chart.
    #[error(transparent)]
    Chart(#[from] crate::charts::ChartError),
    /// A language without words for charts.
    #[error(transparent)]
    Language(#[from] cairn_chart::UnknownLanguage),
    /// Of a counting rule.
    #[error(transparent)]
    Rule(#[from] cairn_count::RuleError),
    /// Of linking.
    #[error(transparent)]
    Link(cairn_link::LinkError),
    /// Of a rule of acceptance.
    #[error("{0}")]
    AcceptRule(String),
    /// A date that is none.
    #[error("'{0}' is no date: expected YYYY-MM-DD, such as 2031-05-17")]
    Date(String),
    /// The file holds a table where text is needed, or the other way round.
    #[error("{file}: {what}")]
    WrongKind {
        /// Which file.
        file: String,
        /// What it is and what to do.
        what: &'static str,
    },
    /// A column that the file has not.
    #[error("{file}: there is no column '{column}' for --key")]
    NoColumn {
        /// Which file.
        file: String,
        /// As asked for.
        column: String,
    },
    /// The same file counts already, read in another way.
    #[error(
        "{0} is imported already, in batch {1}, with another mapping or speaker: its rows would count twice. Undo that \
         batch first, or, for a version of a series, mend it with --as our-correction"
    )]
    ImportedOtherwise(String, cairn_model::BatchId),
    /// Stored proposals are not what the text gives.
    #[error(
        "the claims of {0} were not what is read in it now, so they have been read anew: look at them again with \
         'cairn claims DIR list'"
    )]
    ReadAnew(String),
    /// A page that follows no page of this question.
    #[error("'{0}' is no place to go on from in this question: begin with its first page")]
    Cursor(String),
    /// An id that names nothing.
    #[error(
        "nothing is called '{0}' here: 'cairn claims DIR list', 'cairn explain' and 'cairn history' show ids"
    )]
    Unknown(String),
    /// A prefix that names several.
    #[error("'{0}' names more than one thing: give more digits")]
    Ambiguous(String),
    /// A proposal already decided.
    #[error("claim {0} is already {1}: undo that batch first")]
    Decided(String, &'static str),
    /// Nothing to do.
    #[error("{0}")]
    Nothing(String),
    /// A batch that is already withdrawn.
    #[error("batch {0} is already undone by {1}: undo that to bring it back")]
    AlreadyUndone(cairn_model::BatchId, cairn_model::BatchId),
    /// A stored proposal that does not read.
    #[error("proposal {id} cannot be read: {source}")]
    Proposal {
        /// Which.
        id: String,
        /// Why.
        source: serde_json::Error,
    },
    /// Work was stopped on request.
    #[error("stopped: nothing of this command became visible")]
    Cancelled,
    /// A filter without a value.
    #[error(
        "'{0}' is no filter: expected DIMENSION=VALUE, such as sex=f or month=2031-05; empty means not stated"
    )]
    Filter(String),
    /// Fields that do not fit what was typed into them.
    #[error("{}", fields_in_words(.0))]
    Fields(Vec<crate::record::FieldError>),
}

impl From<cairn_link::LinkError> for Error {
    fn from(e: cairn_link::LinkError) -> Self {
        match e {
            cairn_link::LinkError::Cancelled => Self::Cancelled,
            other => Self::Link(other),
        }
    }
}

fn fields_in_words(fields: &[crate::record::FieldError]) -> String {
    let line = |f: &crate::record::FieldError| {
        let name = if f.field.is_empty() { String::new() } else { format!("{}: ", f.field) };
        format!("{name}{}; {}", f.words, f.mend)
    };
    fields.iter().map(line).collect::<Vec<_>>().join("\n")
}
