//! Writing and reading the log: batches of blocks.

use cairn_model::{BatchId, ChainId, Entry, EntryId, Opening, Seal, Team};
use rusqlite::{Connection, OptionalExtension, params};

use super::{SqliteStore, damaged};
use crate::block::{BLOCK, Block};
use crate::error::{Error, Result};
use crate::log::{Frontier, Hash, SealedLeaf, chain_of};
use crate::project::{Projected, Projector};
use crate::store::{ForeignChain, Store};

/// A row of `chain`.
pub(crate) struct Chain {
    pub(crate) id: ChainId,
    pub(crate) public: [u8; 32],
    pub(crate) size: u64,
    pub(crate) frontier: Frontier,
    pub(crate) head: String,
}

/// The batch being written.
pub(super) struct OpenBatch {
    id: BatchId,
    next: u64,
    frontier: Frontier,
    projector: Projector,
}

pub(super) fn add_chain(db: &Connection, public: &[u8; 32]) -> Result<()> {
    let sql = "INSERT INTO chain (chain, public, size, frontier, head) VALUES (?, ?, 0, x'', '')";
    db.execute(sql, (chain_of(public).to_string(), public))?;
    Ok(())
}

/// All chains, by id.
pub(crate) fn chains(db: &Connection) -> Result<Vec<Chain>> {
    let mut rows = db.prepare("SELECT chain, public, size, frontier, head FROM chain ORDER BY chain")?;
    let rows = rows.query_map([], |r| {
        Ok((
            r.get::<_, String>(0)?,
            r.get::<_, Vec<u8>>(1)?,
            r.get::<_, u64>(2)?,
            r.get::<_, Vec<u8>>(3)?,
            r.get::<_, String>(4)?,
        ))
    })?;
    let mut out = Vec::new();
    for row in rows {
        let (chain, public, size, frontier, head) = row?;
        let bad = |what: &str| damaged("register.db", &format!("chain {chain}: {what}"));
        let id = chain.parse().map_err(|_| bad("its id is not readable"))?;
        let public: [u8; 32] = public.try_into().map_err(|_| bad("its key is not readable"))?;
        if chain_of(&public) != id {
            return Err(bad("its key is not the one that names it"));
        }
        let frontier = Frontier::from_bytes(size, &frontier).ok_or_else(|| bad("size and tree disagree"))?;
        out.push(Chain { id, public, size, frontier, head });
    }
    Ok(out)
}

/// Calls `each` with every sealed block of a chain, in order; stops at a gap.
pub(crate) fn for_each_block(
    db: &Connection,
    chain: ChainId,
    mut each: impl FnMut(u64, Block) -> Result<()>,
) -> Result<()> {
    let sql = "SELECT b.first, b.count, b.leaves, b.salts, b.bodies FROM block b JOIN chain c USING (chain) \
               WHERE b.chain = ? AND b.first < c.size ORDER BY b.first";
    let mut statement = db.prepare(sql)?;
    let mut rows = statement.query([chain.to_string()])?;
    while let Some(row) = rows.next()? {
        let (first, block) = read_block(row)?;
        each(first, block)?;
    }
    Ok(())
}

pub(super) fn read_block(row: &rusqlite::Row<'_>) -> Result<(u64, Block)> {
    let block = Block { count: row.get(1)?, leaves: row.get(2)?, salts: row.get(3)?, bodies: row.get(4)? };
    Ok((row.get(0)?, block))
}

fn insert_block(db: &Connection, chain: ChainId, first: u64, block: &Block) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO block (chain, first, count, leaves, salts, bodies) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        chain.to_string(),
        first,
        block.count as i64,
        block.leaves,
        block.salts,
        block.bodies
    ])?;
    Ok(())
}

fn insert_projection(db: &Connection, projected: &Projected) -> Result<()> {
    let row = ProjectionRow::of(projected)?;
    db.execute(
        "INSERT OR REPLACE INTO batch (chain, opening, summary, harms, tolls, marks) VALUES (?, ?, ?, ?, ?, ?)",
        params![row.chain, row.opening, row.summary, row.harms, row.tolls, row.marks],
    )?;
    Ok(())
}

/// A row of `batch`: the same entries give the same bytes, so a stored row is checked by making it again.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ProjectionRow {
    pub(crate) chain: String,
    pub(crate) opening: u64,
    pub(crate) summary: String,
    pub(crate) harms: Vec<u8>,
    pub(crate) tolls: Vec<u8>,
    pub(crate) marks: Vec<u8>,
}

impl ProjectionRow {
    /// Whether both hold the same values; how a version of the compressor packed them does not matter.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let same = |a: &[u8], b: &[u8]| {
            a == b
                || match (zstd::stream::decode_all(a), zstd::stream::decode_all(b)) {
                    (Ok(a), Ok(b)) => a == b,
                    _ => false,
                }
        };
        self.summary == other.summary
            && same(&self.harms, &other.harms)
            && same(&self.tolls, &other.tolls)
            && same(&self.marks, &other.marks)
    }

    pub(crate) fn of(p: &Projected) -> Result<Self> {
        let id = p.view.id;
        let summary = serde_json::to_string(&p.view)
            .map_err(|e| Error::Entry { id, source: cairn_model::canonical::CanonicalError::Json(e) })?;
        let pack = |columns: &cairn_model::columns::Columns| {
            // Compressing from memory into memory fails only when memory does.
            zstd::bulk::compress(&columns.to_bytes(), 1).unwrap_or_default()
        };
        Ok(Self {
            chain: id.chain.to_string(),
            opening: id.seq,
            summary,
            harms: pack(&p.harms),
            tolls: pack(&p.tolls),
            marks: pack(&p.marks),
        })
    }
}

/// Folds the entries of a chain into batches and checks its grammar: opening, entries, seal.
#[derive(Default)]
pub(crate) struct Folder {
    open: Option<(EntryId, Projector)>,
}

impl Folder {
    /// Takes the next entry; gives a batch when this seals one.
    pub(crate) fn push(
        &mut self,
        id: EntryId,
        entry: &Entry,
    ) -> std::result::Result<Option<Projected>, String> {
        match (entry, &mut self.open) {
            (Entry::Open(opening), None) => {
                self.open = Some((id, Projector::new(id, opening.clone())));
                Ok(None)
            }
            (Entry::Open(_), Some((open, _))) => Err(format!("a batch opens inside batch {open}")),
            (_, None) => Err(format!("a '{}' stands outside any batch", entry.kind())),
            (Entry::Seal(seal), Some((open, _))) => {
                if seal.opening != open.seq || seal.entries + 1 != id.seq - open.seq {
                    return Err(format!("the seal does not fit batch {open}"));
                }
                Ok(self.open.take().map(|(_, projector)| projector.finish(id.seq + 1)))
            }
            (_, Some((_, projector))) => {
                projector.push(id, entry);
                Ok(None)
            }
        }
    }

    /// Whether every batch was sealed.
    pub(crate) fn is_whole(&self) -> bool {
        self.open.is_none()
    }
}

impl SqliteStore {
    pub(super) fn own_chain(&self) -> Result<Chain> {
        let own = self.device.chain();
        let chain = chains(&self.db)?.into_iter().find(|c| c.id == own);
        chain.ok_or_else(|| damaged("register.db", "this device's chain is absent"))
    }

    pub(super) fn begin_batch(&mut self, act: &str, time: &str, team: Team) -> Result<BatchId> {
        self.drop_unsealed()?;
        let view = self.view(None)?;
        let own = self.own_chain()?;
        let lamport = view.batches.iter().map(|b| b.opening.lamport).max().unwrap_or(0) + 1;
        let parents = view.position.sizes().iter().filter(|(chain, _)| *chain != own.id).copied().collect();
        let opening = Opening { act: act.to_owned(), lamport, parents, time: time.to_owned(), team };
        let id = EntryId { chain: own.id, seq: own.size };
        let projector = Projector::new(id, opening.clone());
        self.batch = Some(OpenBatch { id, next: own.size, frontier: own.frontier, projector });
        self.append_entries(&[Entry::Open(opening)])?;
        Ok(id)
    }

    pub(super) fn next_entry(&self) -> EntryId {
        let seq = self.batch.as_ref().map_or(0, |b| b.next);
        EntryId { chain: self.device.chain(), seq }
    }

    pub(super) fn append_entries(&mut self, entries: &[Entry]) -> Result<()> {
        let chain = self.device.chain();
        let batch = self.batch.as_mut().ok_or_else(no_batch)?;
        let first = batch.next;
        // Sealing (hashing, compressing) takes most of the time, projecting the rest: one thread each.
        let blocks = std::thread::scope(|scope| {
            let sealing =
                scope.spawn(|| entries.chunks(BLOCK).map(Block::of_entries).collect::<Result<Vec<_>>>());
            for (i, entry) in entries.iter().enumerate() {
                batch.projector.push(EntryId { chain, seq: first + i as u64 }, entry);
            }
            sealing.join().map_err(|_| Error::Random)?
        })?;
        let tx = self.db.transaction()?;
        for block in &blocks {
            insert_block(&tx, chain, batch.next, block)?;
            for hash in block.hashes().unwrap_or_default() {
                batch.frontier.push(*hash);
            }
            batch.next += block.count as u64;
        }
        Ok(tx.commit()?)
    }

    pub(super) fn seal_batch(&mut self) -> Result<()> {
        let mut batch = self.batch.take().ok_or_else(no_batch)?;
        let id = batch.id;
        let seal = Entry::Seal(Seal { entries: batch.next - id.seq - 1, opening: id.seq });
        let block = Block::of_entries(std::slice::from_ref(&seal))?;
        batch.frontier.push(block.hashes().and_then(|h| h.first().copied()).unwrap_or_default());
        let size = batch.next + 1;
        let projected = batch.projector.finish(size);
        let head = self.device.checkpoint(self.id(), size, batch.frontier.root()).to_string();
        let tx = self.db.transaction()?;
        insert_block(&tx, id.chain, batch.next, &block)?;
        insert_projection(&tx, &projected)?;
        set_head(&tx, id.chain, &batch.frontier, &head)?;
        Ok(tx.commit()?)
    }

    pub(super) fn drop_unsealed(&mut self) -> Result<()> {
        self.batch = None;
        self.last_block.take();
        self.db.execute(
            "DELETE FROM block WHERE first >= (SELECT size FROM chain WHERE chain.chain = block.chain)",
            [],
        )?;
        Ok(())
    }

    pub(super) fn stored_leaf(&self, id: EntryId) -> Result<SealedLeaf> {
        if let Some((chain, first, leaves)) = &*self.last_block.borrow()
            && *chain == id.chain
            && let Some(leaf) = id.seq.checked_sub(*first).and_then(|i| leaves.get(i as usize))
        {
            return Ok(leaf.clone());
        }
        let sql = "SELECT b.first, b.count, b.leaves, b.salts, b.bodies FROM block b JOIN chain c USING (chain) \
                   WHERE b.chain = ?1 AND b.first <= ?2 AND ?2 < c.size ORDER BY b.first DESC LIMIT 1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query(params![id.chain.to_string(), id.seq])?;
        let Some(row) = rows.next()? else { return Err(Error::NoEntry(id)) };
        let (first, block) = read_block(row)?;
        let leaves = block.leaves().map_err(|(i, what)| {
            let at = EntryId { chain: id.chain, seq: first + i as u64 };
            damaged("register.db", &format!("entry {at}: {what}"))
        })?;
        let leaf = leaves.get((id.seq - first) as usize).cloned().ok_or(Error::NoEntry(id))?;
        *self.last_block.borrow_mut() = Some((id.chain, first, leaves));
        Ok(leaf)
    }

    /// The stored leaf hashes of a chain's sealed entries.
    pub(crate) fn leaf_hashes(&self, chain: ChainId) -> Result<Vec<Hash>> {
        let mut out = Vec::new();
        for_each_block(&self.db, chain, |first, block| {
            let at = EntryId { chain, seq: first };
            let bad = || damaged("register.db", &format!("the leaf hashes from entry {at} on are cut short"));
            out.extend_from_slice(block.hashes().ok_or_else(bad)?);
            Ok(())
        })?;
        Ok(out)
    }

    /// Calls `each` with every sealed entry of a chain, in order.
    pub(crate) fn for_each_leaf(
        &self,
        chain: ChainId,
        mut each: impl FnMut(EntryId, SealedLeaf) -> Result<()>,
    ) -> Result<()> {
        for_each_block(&self.db, chain, |first, block| {
            let leaves = block.leaves().map_err(|(i, what)| {
                let at = EntryId { chain, seq: first + i as u64 };
                damaged("register.db", &format!("entry {at}: {what}"))
            })?;
            for (i, leaf) in leaves.into_iter().enumerate() {
                each(EntryId { chain, seq: first + i as u64 }, leaf)?;
            }
            Ok(())
        })
    }

    pub(super) fn rebuild_projections(&mut self, step: &mut dyn FnMut(u64, u64)) -> Result<()> {
        let chains = chains(&self.db)?;
        let total: u64 = chains.iter().map(|c| c.size).sum();
        let tx = self.db.unchecked_transaction()?;
        tx.execute("DELETE FROM batch", [])?;
        let mut done = 0;
        for chain in &chains {
            let mut folder = Folder::default();
            self.for_each_leaf(chain.id, |id, leaf| {
                let entry =
                    Entry::from_sections(|c| leaf.text(c)).map_err(|source| Error::Entry { id, source })?;
                let grammar = |what| damaged("register.db", &format!("entry {id}: {what}"));
                if let Some(projected) = folder.push(id, &entry).map_err(grammar)? {
                    insert_projection(&tx, &projected)?;
                }
                done += 1;
                step(done, total);
                Ok(())
            })?;
        }
        Ok(tx.commit()?)
    }

    pub(super) fn chain_to_travel(&self) -> Result<ForeignChain> {
        let own = self.own_chain()?;
        let mut leaves = Vec::new();
        self.for_each_leaf(own.id, |_, leaf| {
            leaves.push(leaf);
            Ok(())
        })?;
        let head = self.device.checkpoint(self.id(), own.size, own.frontier.root());
        Ok(ForeignChain { public: own.public, leaves, head })
    }

    pub(super) fn merge_chain(&mut self, foreign: &ForeignChain) -> Result<()> {
        let chain = chain_of(&foreign.public);
        let refuse = |what: String| Error::Merge { chain, what };
        if chain == self.device.chain() {
            return Err(refuse("it is this device's own".to_owned()));
        }
        foreign.head.check(&foreign.public).map_err(|e| refuse(e.to_string()))?;
        let origin = format!("cairn/{}/{chain}", self.id());
        if foreign.head.origin != origin {
            return Err(refuse(format!("it belongs to {}, not to this register", foreign.head.origin)));
        }
        let known = chains(&self.db)?.into_iter().find(|c| c.id == chain);
        if known.as_ref().is_some_and(|k| k.public != foreign.public) {
            return Err(refuse("another key already has this chain's id".to_owned()));
        }
        let mut frontier = Frontier::default();
        let mut folder = Folder::default();
        let mut batches = Vec::new();
        let size = known.as_ref().map_or(0, |k| k.size);
        for (seq, leaf) in foreign.leaves.iter().enumerate() {
            let id = EntryId { chain, seq: seq as u64 };
            let at_known = known.as_ref().filter(|_| id.seq == size);
            if at_known.is_some_and(|k| k.frontier != frontier) {
                return Err(refuse("it tells another past than the one already merged".to_owned()));
            }
            frontier.push(leaf.hash());
            let entry =
                Entry::from_sections(|c| leaf.text(c)).map_err(|source| Error::Entry { id, source })?;
            if let Some(p) = folder.push(id, &entry).map_err(|what| refuse(format!("entry {id}: {what}")))? {
                batches.push(p);
            }
        }
        if !folder.is_whole() || frontier.size() < size {
            return Err(refuse("it is cut short".to_owned()));
        }
        if frontier.size() == size && known.is_some_and(|k| k.frontier != frontier) {
            return Err(refuse("it tells another past than the one already merged".to_owned()));
        }
        if foreign.head.size != frontier.size() || foreign.head.root != frontier.root() {
            return Err(refuse("its entries are not those that its device signed".to_owned()));
        }
        let tx = self.db.transaction()?;
        let exists: Option<i64> = tx
            .query_row("SELECT 1 FROM chain WHERE chain = ?", [chain.to_string()], |r| r.get(0))
            .optional()?;
        if exists.is_none() {
            add_chain(&tx, &foreign.public)?;
        }
        for (i, leaves) in foreign.leaves[size as usize..].chunks(BLOCK).enumerate() {
            insert_block(&tx, chain, size + (i * BLOCK) as u64, &Block::of_leaves(leaves))?;
        }
        for projected in batches.iter().filter(|p| p.view.id.seq >= size) {
            insert_projection(&tx, projected)?;
        }
        set_head(&tx, chain, &frontier, &foreign.head.to_string())?;
        Ok(tx.commit()?)
    }
}

fn set_head(db: &Connection, chain: ChainId, frontier: &Frontier, head: &str) -> Result<()> {
    db.execute(
        "UPDATE chain SET size = ?, frontier = ?, head = ? WHERE chain = ?",
        params![frontier.size(), frontier.to_bytes(), head, chain.to_string()],
    )?;
    Ok(())
}

fn no_batch() -> Error {
    damaged("register.db", "no batch is open (a defect of the program)")
}
