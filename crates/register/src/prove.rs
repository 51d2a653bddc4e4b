//! A proof that one entry stands in the log, which opens only the classes asked for.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cairn_model::{Class, EntryId};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::keys::{hex, unhex};
use crate::log::{
    Checkpoint, Hash, NoteError, chain_of, digest, inclusion_proof, leaf_hash, root_from_proof,
};
use crate::sqlite::SqliteStore;
use crate::store::Store;

/// What a third party needs, and nothing else. Version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Shape of this value.
    pub version: u32,
    /// Which entry.
    pub entry: EntryId,
    /// The device's Ed25519 public key, base64. Compare it with one that you trust.
    pub public_key: String,
    /// The signed note that the path leads to.
    pub checkpoint: String,
    /// Hashes from the leaf upward, base64.
    pub path: Vec<String>,
    /// Every class of the entry, opened or closed, in the order of the leaf.
    pub sections: Vec<ProofSection>,
}

/// One class of the entry: opened (salt and text) or closed (digest only).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofSection {
    /// The protection class.
    pub class: String,
    /// SHA-256 of salt and text, hexadecimal.
    pub digest: String,
    /// Hexadecimal, when opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// Canonical JSON, when opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// Not of the expected shape.
    #[error("the proof's {0} is not readable")]
    Shape(&'static str),
    /// The opened text is not what the digest was made of.
    #[error("the opened class '{0}' is not what was hashed")]
    Section(String),
    /// The path does not lead to the checkpoint.
    #[error("the path does not lead from this entry to the checkpoint's root")]
    Path,
    /// The checkpoint is not signed by the key given.
    #[error(transparent)]
    Note(#[from] NoteError),
}

pub(crate) fn prove(store: &SqliteStore, id: EntryId, classes: &[Class]) -> Result<Proof> {
    let leaf = store.leaf(id)?;
    let hashes = store.leaf_hashes(id.chain)?;
    let chains = crate::sqlite::log::chains(&store.db)?;
    let chain = chains.iter().find(|c| c.id == id.chain).ok_or(crate::Error::NoEntry(id))?;
    let path = inclusion_proof(&hashes, id.seq as usize);
    let sections = leaf.sections.iter().map(|s| {
        let open = classes.contains(&s.class);
        ProofSection {
            class: s.class.name().to_owned(),
            digest: hex(&digest(&s.salt, &s.text)),
            salt: open.then(|| hex(&s.salt)),
            text: open.then(|| s.text.clone()),
        }
    });
    Ok(Proof {
        version: 1,
        entry: id,
        public_key: BASE64_STANDARD.encode(chain.public),
        checkpoint: chain.head.clone(),
        path: path.iter().map(|h| BASE64_STANDARD.encode(h)).collect(),
        sections: sections.collect(),
    })
}

impl Proof {
    /// Checks the proof alone, without a register.
    ///
    /// # Errors
    /// When any part does not fit the others. That `public_key` belongs to whom you think is yours to know.
    pub fn check(&self) -> std::result::Result<(), ProofError> {
        let shape = ProofError::Shape;
        let bytes = |text: &str| -> Option<Hash> { BASE64_STANDARD.decode(text).ok()?.try_into().ok() };
        let mut digests = Vec::new();
        for s in &self.sections {
            let class = Class::from_name(&s.class).ok_or(shape("class"))?;
            let stated: Hash = unhex(&s.digest).and_then(|d| d.try_into().ok()).ok_or(shape("digest"))?;
            if let (Some(salt), Some(text)) = (&s.salt, &s.text) {
                let salt = unhex(salt).and_then(|s| s.try_into().ok()).ok_or(shape("salt"))?;
                if digest(&salt, text) != stated {
                    return Err(ProofError::Section(s.class.clone()));
                }
            }
            digests.push((class, stated));
        }
        if !digests.is_sorted_by(|a, b| a.0 < b.0)
            || self.sections.iter().any(|s| s.salt.is_some() != s.text.is_some())
        {
            return Err(shape("order of classes"));
        }
        let note: Checkpoint = self.checkpoint.parse()?;
        let public = bytes(&self.public_key).ok_or(shape("public key"))?;
        note.check(&public)?;
        let path: Option<Vec<Hash>> = self.path.iter().map(|h| bytes(h)).collect();
        let path = path.ok_or(shape("path"))?;
        // The key names the chain: another key cannot speak for it.
        let right_chain = note.chain() == Some(self.entry.chain) && chain_of(&public) == self.entry.chain;
        let root = root_from_proof(leaf_hash(digests), self.entry.seq, note.size, &path);
        if right_chain && root == Some(note.root) { Ok(()) } else { Err(ProofError::Path) }
    }
}
