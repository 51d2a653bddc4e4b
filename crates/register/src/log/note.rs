//! Checkpoints as signed notes: C2SP `tlog-checkpoint` in a C2SP `signed-note`, Ed25519, origin
//! `cairn/<register>/<chain>`. A checkpoint is given away; whoever holds it can prove later that history was only
//! added to since.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cairn_model::ChainId;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::Hash;

/// Ed25519 in the signed-note registry of algorithms.
const ED25519: u8 = 1;

/// A device's signing key.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

/// A signed tree head of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// `cairn/<register>/<chain>`.
    pub origin: String,
    /// Number of leaves.
    pub size: u64,
    /// Root over them.
    pub root: Hash,
    /// First bytes of the hash of name and key: tells keys apart before a signature is checked.
    key_hash: [u8; 4],
    signature: [u8; 64],
}

/// Why a text is no checkpoint, or not one of this chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The text has not the five lines of a checkpoint.
    #[error(
        "line {0} is not that of a checkpoint (origin, size, root, an empty line, then a line of signature)"
    )]
    Shape(usize),
    /// Signed by another key than the chain's.
    #[error("the checkpoint of {0} is signed by another key than the chain's")]
    Key(String),
    /// The signature does not fit the text.
    #[error("the signature on the checkpoint of {0} does not fit its text")]
    Signature(String),
}

/// The chain that a public key names: the first four bytes of its SHA-256.
#[must_use]
pub fn chain_of(public: &[u8; 32]) -> ChainId {
    let hash: Hash = Sha256::digest(public).into();
    ChainId([hash[0], hash[1], hash[2], hash[3]])
}

fn key_hash(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let hash: Hash = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519])
        .chain_update(public)
        .finalize()
        .into();
    [hash[0], hash[1], hash[2], hash[3]]
}

impl DeviceKey {
    /// From the 32 secret bytes.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The chain this key writes.
    #[must_use]
    pub fn chain(&self) -> ChainId {
        chain_of(&self.public())
    }

    /// Signs a tree head.
    #[must_use]
    pub fn checkpoint(&self, register: &str, size: u64, root: Hash) -> Checkpoint {
        let origin = format!("cairn/{register}/{}", self.chain());
        let mut note = Checkpoint {
            key_hash: key_hash(&origin, &self.public()),
            origin,
            size,
            root,
            signature: [0; 64],
        };
        note.signature = self.0.sign(note.body().as_bytes()).to_bytes();
        note
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceKey({})", self.chain())
    }
}

impl Checkpoint {
    fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, BASE64_STANDARD.encode(self.root))
    }

    /// The chain that the origin names.
    #[must_use]
    pub fn chain(&self) -> Option<ChainId> {
        self.origin.rsplit('/').next()?.parse().ok()
    }

    /// Checks that the holder of `public` signed this text.
    ///
    /// # Errors
    /// When another key signed, or the signature does not fit.
    pub fn check(&self, public: &[u8; 32]) -> Result<(), NoteError> {
        if self.key_hash != key_hash(&self.origin, public) {
            return Err(NoteError::Key(self.origin.clone()));
        }
        let bad = || NoteError::Signature(self.origin.clone());
        let key = VerifyingKey::from_bytes(public).map_err(|_| bad())?;
        key.verify_strict(self.body().as_bytes(), &Signature::from_bytes(&self.signature)).map_err(|_| bad())
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = [&self.key_hash[..], &self.signature].concat();
        writeln!(f, "{}\n— {} {}", self.body(), self.origin, BASE64_STANDARD.encode(signature))
    }
}

impl FromStr for Checkpoint {
    type Err = NoteError;
    fn from_str(text: &str) -> Result<Self, NoteError> {
        if text.contains('\r') || !text.ends_with('\n') {
            return Err(NoteError::Shape(text.lines().count()));
        }
        let lines: Vec<&str> = text.lines().collect();
        let shape = NoteError::Shape;
        let line = |i: usize| lines.get(i).copied().ok_or(shape(i + 1));
        let origin = line(0)?;
        if !origin.starts_with("cairn/") || origin.split('/').count() != 3 {
            return Err(shape(1));
        }
        let size = line(1)?;
        let size: u64 = size.parse().ok().filter(|n: &u64| n.to_string() == size).ok_or(shape(2))?;
        let root = BASE64_STANDARD.decode(line(2)?).ok().and_then(|b| b.try_into().ok()).ok_or(shape(3))?;
        if !line(3)?.is_empty() {
            return Err(shape(4));
        }
        // Others may add their own signatures to a note (witnesses); ours is the one under our name.
        let ours = format!("— {origin} ");
        let signature = lines.iter().skip(4).find_map(|l| l.strip_prefix(&ours)).ok_or(shape(5))?;
        let bytes = BASE64_STANDARD.decode(signature).map_err(|_| shape(5))?;
        let (key_hash, signature) = bytes.split_first_chunk::<4>().ok_or(shape(5))?;
        let signature = signature.try_into().map_err(|_| shape(5))?;
        Ok(Self { origin: origin.to_owned(), size, root, key_hash: *key_hash, signature })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_reads_back_and_any_change_is_seen() {
        let key = DeviceKey::new(&[7; 32]);
        let note = key.checkpoint("0123456789abcdef", 42, [9; 32]);
        let text = note.to_string();
        assert_eq!(text.parse::<Checkpoint>().unwrap(), note);
        note.check(&key.public()).unwrap();
        for (i, c) in text.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()) {
            let other = if c == 'A' { 'B' } else { 'A' };
            let changed = format!("{}{other}{}", &text[..i], &text[i + 1..]);
            let seen = changed.parse::<Checkpoint>().is_err()
                || changed.parse::<Checkpoint>().is_ok_and(|n| n.check(&key.public()).is_err());
            assert!(seen, "change at byte {i} was not seen");
        }
        assert!(matches!(note.check(&DeviceKey::new(&[8; 32]).public()), Err(NoteError::Key(_))));
    }
}
