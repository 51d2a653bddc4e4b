//! How entries lie in the database: some hundreds together, their texts compressed, salts and leaf hashes beside.
//!
//! ```text
//! bodies = zstd(per entry: u8 sections, per section: u8 class, u32 LE length, UTF-8 text)
//! salts  = 16 bytes per section, in the same order        leaves = 32 bytes per entry
//! ```

use cairn_model::{Class, Entry};

use crate::error::Result;
use crate::log::{Hash, SALT, SealedLeaf, SealedSection};

/// Entries in a full block: enough for compression to pay, few enough that reading one entry is quick.
pub(crate) const BLOCK: usize = 512;

/// What a block's row holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) count: usize,
    pub(crate) leaves: Vec<u8>,
    pub(crate) salts: Vec<u8>,
    pub(crate) bodies: Vec<u8>,
}

impl Block {
    /// Seals entries with fresh salts.
    pub(crate) fn of_entries(entries: &[Entry]) -> Result<Self> {
        let mut salts = vec![0; entries.len() * 2 * SALT];
        getrandom::fill(&mut salts).map_err(|_| crate::Error::Random)?;
        let mut fresh = salts.as_chunks::<SALT>().0.iter();
        let mut leaves = Vec::with_capacity(entries.len());
        for entry in entries {
            let mut sections = Vec::with_capacity(2);
            for (class, text) in entry.sections()? {
                let salt = *fresh.next().ok_or(crate::Error::Random)?;
                sections.push(SealedSection { class, salt, text });
            }
            leaves.push(SealedLeaf { sections });
        }
        Ok(Self::of_leaves(&leaves))
    }

    /// Packs leaves that are already sealed.
    pub(crate) fn of_leaves(sealed: &[SealedLeaf]) -> Self {
        let mut raw = Vec::with_capacity(sealed.len() * 400);
        let mut salts = Vec::with_capacity(sealed.len() * 2 * SALT);
        let mut leaves = Vec::with_capacity(sealed.len() * 32);
        for leaf in sealed {
            raw.push(leaf.sections.len() as u8);
            for section in &leaf.sections {
                raw.push(class_byte(section.class));
                raw.extend((section.text.len() as u32).to_le_bytes());
                raw.extend(section.text.as_bytes());
                salts.extend(section.salt);
            }
            leaves.extend(leaf.hash());
        }
        // Compressing from memory into memory fails only when memory does.
        let bodies = zstd::bulk::compress(&raw, 1).unwrap_or_default();
        Self { count: sealed.len(), leaves, salts, bodies }
    }

    /// The entries; an error names the first that cannot be read, counted from the block's start.
    pub(crate) fn leaves(&self) -> std::result::Result<Vec<SealedLeaf>, (usize, &'static str)> {
        let raw =
            zstd::stream::decode_all(&self.bodies[..]).map_err(|_| (0, "the block does not decompress"))?;
        let mut salts = self.salts.as_chunks::<SALT>().0.iter();
        let mut rest = &raw[..];
        let mut out = Vec::with_capacity(self.count.min(BLOCK));
        for i in 0..self.count {
            let leaf = read_leaf(&mut rest, &mut salts).ok_or((i, "the block is cut short"))?;
            out.push(leaf);
        }
        let whole = rest.is_empty() && salts.next().is_none() && self.salts.len().is_multiple_of(SALT);
        if whole { Ok(out) } else { Err((self.count, "the block holds more than its entries")) }
    }

    /// The stored leaf hashes; `None` when their number is not that of the entries.
    pub(crate) fn hashes(&self) -> Option<&[Hash]> {
        let (hashes, rest) = self.leaves.as_chunks::<32>();
        (rest.is_empty() && hashes.len() == self.count).then_some(hashes)
    }
}

fn class_byte(class: Class) -> u8 {
    Class::ALL.iter().position(|c| *c == class).unwrap_or_default() as u8
}

fn read_leaf<'a>(rest: &mut &[u8], salts: &mut impl Iterator<Item = &'a [u8; SALT]>) -> Option<SealedLeaf> {
    let sections = *rest.split_off_first()?;
    let mut leaf = SealedLeaf { sections: Vec::with_capacity(sections.into()) };
    for _ in 0..sections {
        let class = *Class::ALL.get(usize::from(*rest.split_off_first()?))?;
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        let (text, after) = after.split_at_checked(length)?;
        *rest = after;
        let text = String::from_utf8(text.to_vec()).ok()?;
        leaf.sections.push(SealedSection { class, salt: *salts.next()?, text });
    }
    Some(leaf)
}
