//! What can go wrong with a register, each with the mend.

use std::io;
use std::path::{Path, PathBuf};

use cairn_model::canonical::CanonicalError;
use cairn_model::columns::ColumnsError;
use cairn_model::{BatchId, DocId, EntryId};

/// The result of a verb on a register.
pub type Result<T> = std::result::Result<T, Error>;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No register in this folder.
    #[error("{0} is no register: it has no register.db (make one with 'cairn init {0}')")]
    NoRegister(PathBuf),
    /// The folder is not empty.
    #[error("{0} is not empty: a register is made in a new or empty folder")]
    NotEmpty(PathBuf),
    /// Made by a newer program.
    #[error("the register has format version {found}, this program knows {known}: use a newer program")]
    Version {
        /// As stored.
        found: String,
        /// As known.
        known: u32,
    },
    /// Encrypted, and no passphrase was given.
    #[error(
        "the register is encrypted: give its passphrase with --passphrase-file FILE (or - for standard input) \
         or in the file that CAIRN_PASSPHRASE_FILE names; only a register made with --plaintext needs none"
    )]
    Locked,
    /// The passphrase does not open the key.
    #[error("the passphrase does not open this register (or keys/master.json is damaged)")]
    WrongPassphrase,
    /// Another process is writing.
    #[error(
        "another process is writing to this register: wait until it has ended, then run the command again"
    )]
    Busy,
    /// The folder cannot be written.
    #[error("the register cannot be written: its folder or disk is read-only")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full: nothing of this command became visible; make room and run it again")]
    DiskFull,
    /// A file cannot be read or written.
    #[error("{path}: {source}", path = .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Stored bytes are not what was written.
    #[error("{path} is damaged: {what} (run 'cairn verify', then restore from a backup)", path = .path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// An entry is not readable.
    #[error("entry {id} cannot be read: {source}")]
    Entry {
        /// Which.
        id: EntryId,
        /// Why.
        source: CanonicalError,
    },
    /// A value has no canonical form.
    #[error("the entry cannot be written: {0}")]
    Canonical(#[from] CanonicalError),
    /// Stored columns are damaged.
    #[error("the columns of batch {batch} are damaged ({source}): run 'cairn rebuild'")]
    Columns {
        /// Which batch.
        batch: BatchId,
        /// Where.
        source: ColumnsError,
    },
    /// No such entry.
    #[error("the register has no entry {0}")]
    NoEntry(EntryId),
    /// No such document.
    #[error("the register has no document {0}")]
    NoDocument(DocId),
    /// The position is not one of this register's sealed moments.
    #[error("{0} is no moment of this register: 'cairn history' lists them")]
    NoPosition(String),
    /// Foreign entries that do not continue what is here.
    #[error("the chain {chain} cannot be merged: {what}")]
    Merge {
        /// Whose.
        chain: cairn_model::ChainId,
        /// Why.
        what: String,
    },
    /// More batches, or entries in one batch, than the search index numbers.
    #[error("the search index is full: it numbers 524,287 batches of 268 million entries each")]
    SearchFull,
    /// The system gives no random bytes.
    #[error("the system gives no random bytes, which keys and salts need")]
    Random,
    /// The database engine.
    #[error("the database says: {0}")]
    Database(rusqlite::Error),
}

impl Error {
    pub(crate) fn file(path: &Path, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::StorageFull {
            Self::DiskFull
        } else {
            Self::File { path: path.to_owned(), source }
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match e.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            // Too full even for the few bytes that readers and writers share about the log of pages.
            Some(Code::SystemIoFailure)
                if e.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) =>
            {
                Self::DiskFull
            }
            Some(Code::ReadOnly | Code::CannotOpen) => Self::ReadOnly,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => Self::Damaged {
                path: "register.db".into(),
                what: "a page is not what was written".to_owned(),
            },
            _ => Self::Database(e),
        }
    }
}
