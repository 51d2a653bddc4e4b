//! The store in one SQLite file, encrypted page by page with SQLCipher unless the register is plaintext.

mod blobs;
mod drafts;
pub(crate) mod log;
mod search;

use std::cell::RefCell;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cairn_model::columns::Columns;
use cairn_model::{BatchId, ChainId, Class, DocId, Entry, EntryId, Team};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use crate::error::{Error, Result};
use crate::keys::{self, Master};
use crate::log::{Checkpoint, DeviceKey, Position, SealedLeaf};
use crate::store::{Draft, ForeignChain, Proposal, Store};
use crate::{BatchView, Proof, Verification, View, prove, verify};

use log::OpenBatch;
pub use search::{Indexed, MOST_PARTS, SearchHit, SearchRow, SearchTerm};

/// Format of the folder.
const FORMAT: u32 = 1;

/// How a register is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// For questions.
    Read,
    /// For changes: one process at a time. Drops what a killed process left unsealed.
    Write,
}

/// What protects a register on the disk.
#[derive(Clone)]
pub enum Passphrase {
    /// Nothing: the register lies open.
    Plaintext,
    /// These bytes.
    Bytes(Vec<u8>),
}

/// A register folder.
pub struct SqliteStore {
    pub(crate) folder: PathBuf,
    pub(crate) db: Connection,
    pub(crate) master: Option<Master>,
    pub(crate) device: DeviceKey,
    id: String,
    batch: Option<OpenBatch>,
    /// The block read last: neighbours are asked for together.
    last_block: RefCell<Option<(ChainId, u64, Vec<SealedLeaf>)>>,
    /// Held while this value lives; the system releases it with the process.
    _writing: Option<File>,
}

impl SqliteStore {
    /// Makes a register in a new or empty folder.
    ///
    /// # Errors
    /// When the folder holds anything, or cannot be written.
    pub fn init(folder: &Path, passphrase: &Passphrase) -> Result<Self> {
        let id: [u8; 8] = keys::random()?;
        Self::init_as(folder, passphrase, &keys::hex(&id))
    }

    /// Makes another device's copy of the register `id`: its own chain, ready to merge.
    ///
    /// # Errors
    /// As [`SqliteStore::init`].
    pub fn init_as(folder: &Path, passphrase: &Passphrase, id: &str) -> Result<Self> {
        let error = |e| Error::file(folder, e);
        match fs::read_dir(folder) {
            Ok(entries) => {
                let names: Vec<_> = entries.filter_map(|e| Some(e.ok()?.file_name())).collect();
                // What a killed init leaves is ours to begin again with.
                let ours = ["keys", "blobs", "register.db.partial"];
                if !names.iter().all(|n| ours.iter().any(|o| n == o)) {
                    return Err(Error::NotEmpty(folder.to_owned()));
                }
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
            Err(e) => return Err(error(e)),
        }
        for sub in ["keys", "blobs"] {
            fs::create_dir_all(folder.join(sub)).map_err(error)?;
        }
        private(folder)?;
        let keys = folder.join("keys");
        let master = match passphrase {
            Passphrase::Plaintext => None,
            Passphrase::Bytes(p) => Some(Master::create(&keys, p)?),
        };
        let device = keys::create_device(&keys, master.as_ref())?;
        // Made beside its place and moved there last: a folder with register.db is a whole register.
        let making = folder.join("register.db.partial");
        if making.exists() {
            fs::remove_file(&making).map_err(error)?;
        }
        let db = connect(&making, master.as_ref(), OpenFlags::default())?;
        db.execute_batch(include_str!("schema.sql"))?;
        db.execute_batch(include_str!("search.sql"))?;
        for (key, value) in [("format", FORMAT.to_string().as_str()), ("register", id)] {
            db.execute("INSERT INTO meta VALUES (?, ?)", (key, value))?;
        }
        log::add_chain(&db, &device.public())?;
        db.close().map_err(|(_, e)| Error::from(e))?;
        fs::rename(&making, folder.join("register.db")).map_err(error)?;
        crate::files::sync_folder(folder)?;
        Self::open(folder, passphrase_again(passphrase), Access::Write)
    }

    /// Whether the register in `folder` needs a passphrase.
    ///
    /// # Errors
    /// When there is no register.
    pub fn is_encrypted(folder: &Path) -> Result<bool> {
        if !folder.join("register.db").is_file() {
            return Err(Error::NoRegister(folder.to_owned()));
        }
        Ok(Master::exists(&folder.join("keys")))
    }

    /// Opens a register.
    ///
    /// # Errors
    /// When there is none, the passphrase does not fit, another process writes (for [`Access::Write`]), or what is
    /// stored is damaged.
    pub fn open(folder: &Path, passphrase: Option<&[u8]>, access: Access) -> Result<Self> {
        let master = match (Self::is_encrypted(folder)?, passphrase) {
            (false, _) => None,
            (true, None) => return Err(Error::Locked),
            (true, Some(p)) => Some(Master::unlock(&folder.join("keys"), p)?),
        };
        Self::open_unlocked(folder, master, access)
    }

    fn open_unlocked(folder: &Path, master: Option<Master>, access: Access) -> Result<Self> {
        let device = keys::read_device(&folder.join("keys"), master.as_ref())?;
        let writing = match access {
            Access::Read => None,
            Access::Write => Some(lock(folder)?),
        };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let file = folder.join("register.db");
        let db = match connect(&file, master.as_ref(), flags) {
            // A register on read-only media is still evidence: nobody can write there, so no lock is needed.
            Err(Error::ReadOnly) if access == Access::Read => connect_fixed(&file, master.as_ref())?,
            other => other?,
        };
        let meta = |key: &str| -> Result<String> {
            let value =
                db.query_row("SELECT value FROM meta WHERE key = ?", [key], |r| r.get(0)).optional()?;
            value.ok_or_else(|| damaged("register.db", &format!("meta.{key} is absent")))
        };
        let format = meta("format")?;
        if format != FORMAT.to_string() {
            return Err(Error::Version { found: format, known: FORMAT });
        }
        let id = meta("register")?;
        let mut store = Self {
            folder: folder.to_owned(),
            db,
            master,
            device,
            id,
            batch: None,
            last_block: RefCell::new(None),
            _writing: writing,
        };
        if access == Access::Write {
            store.db.execute_batch(include_str!("search.sql"))?;
            store.db.execute_batch(drafts::TABLE)?;
            store.drop_unsealed()?;
            store.sweep_blobs()?;
        }
        Ok(store)
    }

    /// What is sealed now, read from the chains alone.
    fn position(&self) -> Result<Position> {
        let sizes = log::chains(&self.db)?.iter().map(|chain| (chain.id, chain.size)).collect();
        Ok(Position::new(sizes))
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Columns as [`log::ProjectionRow`] packs them.
fn unpack(batch: BatchId, bytes: &[u8]) -> Result<Columns> {
    let bytes = zstd::stream::decode_all(bytes)
        .map_err(|_| Error::Columns { batch, source: cairn_model::columns::ColumnsError(0) })?;
    Columns::from_bytes(&bytes).map_err(|source| Error::Columns { batch, source })
}

fn passphrase_again(passphrase: &Passphrase) -> Option<&[u8]> {
    match passphrase {
        Passphrase::Plaintext => None,
        Passphrase::Bytes(p) => Some(p),
    }
}

pub(crate) fn damaged(file: &str, what: &str) -> Error {
    Error::Damaged { path: file.into(), what: what.to_owned() }
}

/// Only the owner may look into the folder.
fn private(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(|e| Error::file(folder, e))?;
    }
    Ok(())
}

fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).map_err(|e| Error::file(&path, e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Busy),
        Err(TryLockError::Error(e)) => Err(Error::file(&path, e)),
    }
}

/// Opens a file that nobody can change while it is read.
fn connect_fixed(path: &Path, master: Option<&Master>) -> Result<Connection> {
    let text = path.to_str().ok_or_else(|| damaged("register.db", "its path is not readable as text"))?;
    let mut uri = String::from("file:");
    for c in text.chars() {
        match c {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            c => uri.push(c),
        }
    }
    uri.push_str("?immutable=1");
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let db = Connection::open_with_flags(uri, flags)?;
    unlock(&db, master)?;
    db.execute_batch("PRAGMA temp_store = MEMORY;")?;
    Ok(db)
}

fn unlock(db: &Connection, master: Option<&Master>) -> Result<()> {
    if let Some(master) = master {
        // Without this SQLCipher writes its own words about damage to standard error.
        db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
        let key = keys::hex(&master.derive("cairn database", b""));
        db.pragma_update(None, "key", format!("x'{key}'"))?;
    }
    Ok(())
}

fn connect(path: &Path, master: Option<&Master>, flags: OpenFlags) -> Result<Connection> {
    let db = Connection::open_with_flags(path, flags)?;
    unlock(&db, master)?;
    db.busy_timeout(Duration::from_secs(10))?;
    // Nothing of the content may be written outside the database: sorting stays in memory.
    db.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -65536;",
    )?;
    Ok(db)
}

impl Store for SqliteStore {
    fn id(&self) -> &str {
        &self.id
    }

    fn chain(&self) -> ChainId {
        self.device.chain()
    }

    fn public_key(&self) -> String {
        BASE64_STANDARD.encode(self.device.public())
    }

    fn encrypted(&self) -> bool {
        self.master.is_some()
    }

    fn view(&self, at: Option<&Position>) -> Result<View> {
        let now = self.position()?;
        let mut rows = self.db.prepare("SELECT chain, opening, summary FROM batch")?;
        let rows = rows
            .query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, u64>(1)?, r.get::<_, String>(2)?)))?;
        let mut batches = Vec::new();
        for row in rows {
            let (chain, opening, summary) = row?;
            let batch: BatchView = serde_json::from_str(&summary).map_err(|e| {
                damaged(
                    "register.db",
                    &format!("the summary of batch {chain}-{opening} is not readable: {e}"),
                )
            })?;
            batches.push(batch);
        }
        let Some(at) = at else {
            // A batch may have been sealed since the position was read: both speak of one moment.
            batches.retain(|b| b.end <= now.size(b.id.chain));
            return Ok(View::new(now, batches));
        };
        // A moment is a place between two batches on every chain it names.
        for (chain, size) in at.sizes() {
            if !batches.iter().any(|b| b.id.chain == *chain && b.end == *size) {
                return Err(Error::NoPosition(at.to_string()));
            }
        }
        batches.retain(|b| b.end <= at.size(b.id.chain));
        Ok(View::new(at.clone(), batches))
    }

    fn columns(&self, batch: BatchId) -> Result<(Columns, Columns)> {
        let sql = "SELECT harms, tolls FROM batch WHERE chain = ? AND opening = ?";
        let blobs: Option<(Vec<u8>, Vec<u8>)> = self
            .db
            .query_row(sql, (batch.chain.to_string(), batch.seq), |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        let (harms, tolls) = blobs.ok_or(Error::NoEntry(batch))?;
        Ok((unpack(batch, &harms)?, unpack(batch, &tolls)?))
    }

    fn marks(&self, batch: BatchId) -> Result<Columns> {
        let sql = "SELECT marks FROM batch WHERE chain = ? AND opening = ?";
        let key = (batch.chain.to_string(), batch.seq);
        let blob: Option<Vec<u8>> = self.db.query_row(sql, key, |r| r.get(0)).optional()?;
        unpack(batch, &blob.ok_or(Error::NoEntry(batch))?)
    }

    fn entry(&self, id: EntryId) -> Result<Entry> {
        let leaf = self.leaf(id)?;
        Entry::from_sections(|class| leaf.text(class)).map_err(|source| Error::Entry { id, source })
    }

    fn leaf(&self, id: EntryId) -> Result<SealedLeaf> {
        self.stored_leaf(id)
    }

    fn blob(&self, doc: DocId) -> Result<Vec<u8>> {
        self.read_blob(doc)
    }

    fn proposals(&self) -> Result<Vec<Proposal>> {
        let mut rows = self.db.prepare("SELECT doc, id, body FROM proposal ORDER BY doc, place")?;
        let rows = rows.query_map([], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
        })?;
        let mut out = Vec::new();
        for row in rows {
            let (doc, id, body) = row?;
            let doc = doc.parse().map_err(|_| damaged("register.db", "a proposal names no document"))?;
            out.push(Proposal { id, doc, body });
        }
        Ok(out)
    }

    fn reader(&self) -> Result<Box<dyn Store>> {
        Ok(Box::new(Self::open_unlocked(&self.folder, self.master.clone(), Access::Read)?))
    }

    fn drafts(&self) -> Result<Vec<Draft>> {
        self.all_drafts()
    }

    fn put_draft(&mut self, draft: &Draft) -> Result<()> {
        self.write_draft(draft)
    }

    fn drop_draft(&mut self, key: &str) -> Result<bool> {
        self.remove_draft(key)
    }

    fn begin(&mut self, act: &str, time: &str, team: Team) -> Result<BatchId> {
        self.begin_batch(act, time, team)
    }

    fn next(&self) -> EntryId {
        self.next_entry()
    }

    fn append(&mut self, entries: &[Entry]) -> Result<()> {
        self.append_entries(entries)
    }

    fn seal(&mut self) -> Result<Position> {
        self.seal_batch()?;
        self.position()
    }

    fn abandon(&mut self) -> Result<()> {
        self.drop_unsealed()
    }

    fn put_blob(&mut self, bytes: &[u8]) -> Result<DocId> {
        self.write_blob(bytes)
    }

    fn put_proposals(&mut self, doc: DocId, proposals: &[Proposal]) -> Result<()> {
        let tx = self.db.transaction()?;
        let doc = doc.to_string();
        tx.execute("DELETE FROM proposal WHERE doc = ?", [&doc])?;
        {
            let mut insert = tx.prepare("INSERT INTO proposal (doc, place, id, body) VALUES (?, ?, ?, ?)")?;
            for (place, p) in proposals.iter().enumerate() {
                insert.execute(params![doc, place as i64, p.id, p.body])?;
            }
        }
        Ok(tx.commit()?)
    }

    fn checkpoint(&mut self) -> Result<Checkpoint> {
        let own = self.own_chain()?;
        let note = self.device.checkpoint(&self.id, own.size, own.frontier.root());
        self.db.execute("INSERT INTO checkpoint (note) VALUES (?)", [note.to_string()])?;
        Ok(note)
    }

    fn verify(&self, step: &mut dyn FnMut(u64, u64)) -> Result<Verification> {
        verify::verify(self, step)
    }

    fn verify_against(&self, note: &Checkpoint) -> Result<Verification> {
        verify::against(self, note)
    }

    fn prove(&self, id: EntryId, classes: &[Class]) -> Result<Proof> {
        prove::prove(self, id, classes)
    }

    fn rebuild(&mut self, step: &mut dyn FnMut(u64, u64)) -> Result<()> {
        self.rebuild_projections(step)?;
        self.search_clear()
    }

    fn leaves(&self, from: EntryId, most: usize) -> Result<Vec<SealedLeaf>> {
        self.some_leaves(from, most)
    }

    fn indexed(&self) -> Result<Vec<Indexed>> {
        self.search_state()
    }

    fn index(
        &mut self,
        batch: BatchId,
        rows: &[SearchRow],
        entries: u64,
        names: Option<&[u8]>,
    ) -> Result<()> {
        self.search_add(batch, rows, entries, names)
    }

    fn names(&self, batch: BatchId) -> Result<Option<Vec<u8>>> {
        self.search_names(batch)
    }

    fn find(&self, terms: &[SearchTerm], each: &mut dyn FnMut(SearchHit) -> bool) -> Result<()> {
        self.search_find(terms, each)
    }

    fn words_with(&self, part: &str, most: usize) -> Result<Vec<String>> {
        self.search_words(part, most)
    }

    fn index_words(&self, each: &mut dyn FnMut(SearchHit, bool, u64, &str)) -> Result<()> {
        self.search_instances(each)
    }

    fn forget_words(&mut self, id: EntryId, words: &[String]) -> Result<()> {
        self.search_forget(id, words)
    }

    fn export_chain(&self) -> Result<ForeignChain> {
        self.chain_to_travel()
    }

    fn merge(&mut self, chain: &ForeignChain) -> Result<Position> {
        self.merge_chain(chain)?;
        self.position()
    }
}
