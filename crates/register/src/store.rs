//! The verbs of a store. One implementation today ([`crate::SqliteStore`]); a team server's will stand beside it.

use cairn_model::columns::Columns;
use cairn_model::{BatchId, ChainId, Class, DocId, Entry, EntryId, Team};

use crate::error::Result;
use crate::log::{Checkpoint, Position, SealedLeaf};
use crate::sqlite::{Indexed, SearchHit, SearchRow, SearchTerm};
use crate::{Proof, Verification, View};

/// A proposal of a machine: kept beside the log until a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Stable id.
    pub id: String,
    /// The document it was read in.
    pub doc: DocId,
    /// JSON, of a shape that the engine knows.
    pub body: String,
}

/// A form half filled, kept beside the log so that nothing typed is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Chosen by whoever keeps it.
    pub key: String,
    /// When it was kept, UTC.
    pub changed: String,
    /// JSON, of a shape that only the form knows.
    pub body: String,
}

/// A chain of another device, as it travels.
#[derive(Debug, Clone)]
pub struct ForeignChain {
    /// The device's public key.
    pub public: [u8; 32],
    /// All its sealed leaves.
    pub leaves: Vec<SealedLeaf>,
    /// Its signature over them.
    pub head: Checkpoint,
}

/// What can be done with a register's log, documents and proposals. Synchronous, one writer.
pub trait Store: Send {
    /// The register's random id.
    fn id(&self) -> &str;
    /// The chain that this device writes.
    fn chain(&self) -> ChainId;
    /// The key that signs this device's checkpoints, base64: whoever keeps checkpoints should have it too.
    fn public_key(&self) -> String;
    /// Whether what lies on the disk is encrypted.
    fn encrypted(&self) -> bool;

    /// Everything sealed, or everything sealed up to a position.
    ///
    /// # Errors
    /// When the position is none of this register's.
    fn view(&self, at: Option<&Position>) -> Result<View>;
    /// The columns of a batch: harms, then tolls.
    fn columns(&self, batch: BatchId) -> Result<(Columns, Columns)>;
    /// What bears on how accounts count, of a batch: judgements, amendments, withdrawals, corrections, ties, consents.
    fn marks(&self, batch: BatchId) -> Result<Columns>;
    /// One entry with all its classes.
    fn entry(&self, id: EntryId) -> Result<Entry>;
    /// One entry as hashed.
    fn leaf(&self, id: EntryId) -> Result<SealedLeaf>;
    /// The bytes of a document.
    fn blob(&self, doc: DocId) -> Result<Vec<u8>>;
    /// All proposals, in document order.
    fn proposals(&self) -> Result<Vec<Proposal>>;

    /// The same register once more, for questions: what is sealed meanwhile is seen, and a long import is not waited for.
    ///
    /// # Errors
    /// When the folder cannot be read any more.
    fn reader(&self) -> Result<Box<dyn Store>>;

    /// Drafts, by key.
    fn drafts(&self) -> Result<Vec<Draft>>;
    /// Keeps a draft, durably, in the place of one with its key. A reader may: drafts are not of the log.
    fn put_draft(&mut self, draft: &Draft) -> Result<()>;
    /// Forgets a draft; says whether there was one.
    fn drop_draft(&mut self, key: &str) -> Result<bool>;

    /// Opens a batch. What is appended stays unseen until [`Store::seal`].
    fn begin(&mut self, act: &str, time: &str, team: Team) -> Result<BatchId>;
    /// The id that the next appended entry will have.
    fn next(&self) -> EntryId;
    /// Adds entries to the open batch.
    fn append(&mut self, entries: &[Entry]) -> Result<()>;
    /// Makes the open batch visible, wholly or not at all, and durable.
    fn seal(&mut self) -> Result<Position>;
    /// Forgets the open batch.
    fn abandon(&mut self) -> Result<()>;
    /// Preserves a document's bytes, durably. Preserving the same bytes again does nothing.
    fn put_blob(&mut self, bytes: &[u8]) -> Result<DocId>;
    /// Replaces the proposals of a document.
    fn put_proposals(&mut self, doc: DocId, proposals: &[Proposal]) -> Result<()>;

    /// Signs the head of this device's chain and remembers that it was given away.
    fn checkpoint(&mut self) -> Result<Checkpoint>;
    /// Reads everything and compares it with what the log says. `step` hears (done, total) entries.
    fn verify(&self, step: &mut dyn FnMut(u64, u64)) -> Result<Verification>;
    /// Checks that history was only added to since `note` was given away.
    fn verify_against(&self, note: &Checkpoint) -> Result<Verification>;
    /// Proves that an entry stands in the log, opening only `classes`.
    fn prove(&self, id: EntryId, classes: &[Class]) -> Result<Proof>;
    /// Folds every projection anew.
    fn rebuild(&mut self, step: &mut dyn FnMut(u64, u64)) -> Result<()>;
    /// Sealed entries of a chain from `from` on, as hashed: at most `most`, fewer at the chain's end.
    fn leaves(&self, from: EntryId, most: usize) -> Result<Vec<SealedLeaf>>;
    /// How far the search index is, by batch; batches without a line are not begun.
    fn indexed(&self) -> Result<Vec<Indexed>>;
    /// Adds to the search index of a batch, which is then read up to `entries` entries; `names`, what the caller keeps
    /// of its people, closes it. All or nothing.
    fn index(&mut self, batch: BatchId, rows: &[SearchRow], entries: u64, names: Option<&[u8]>)
    -> Result<()>;
    /// What was kept of a batch's people, once it is indexed whole.
    fn names(&self, batch: BatchId) -> Result<Option<Vec<u8>>>;
    /// Calls `each` with every place where all terms stand, in the order of indexing, until it says no.
    fn find(&self, terms: &[SearchTerm], each: &mut dyn FnMut(SearchHit) -> bool) -> Result<()>;
    /// Words of the index that hold `part`, three characters or more.
    fn words_with(&self, part: &str, most: usize) -> Result<Vec<String>>;
    /// Calls `each` with every word of the index, where it stands, whether it is a sound and its place there.
    fn index_words(&self, each: &mut dyn FnMut(SearchHit, bool, u64, &str)) -> Result<()>;
    /// Forgets what was indexed of an entry, and those of `words` that no other entry holds.
    fn forget_words(&mut self, id: EntryId, words: &[String]) -> Result<()>;
    /// This device's chain as it travels.
    fn export_chain(&self) -> Result<ForeignChain>;
    /// Takes in another device's chain, or what it has added since.
    fn merge(&mut self, chain: &ForeignChain) -> Result<Position>;
}
