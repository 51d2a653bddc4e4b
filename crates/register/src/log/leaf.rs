//! One entry as a leaf of its chain's tree.
//!
//! ```text
//! digest(class) = SHA-256(salt ‖ section)          section: canonical JSON in UTF-8, salt: 16 random bytes
//! leaf data     = "cairn-entry/1\n" then per class present, ascending: NAME " " HEX(digest) "\n"
//! leaf hash     = SHA-256(0x00 ‖ leaf data)        RFC 6962, section 2.1
//! ```
//!
//! The salts keep a leaf from being a fingerprint of guessable fields; one salt per class lets a proof open, or an
//! erasure destroy, one class alone.

use cairn_model::Class;
use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// Bytes in a salt.
pub const SALT: usize = 16;

/// What keeps a digest from being guessed.
pub type Salt = [u8; SALT];

/// One class of one entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSection {
    /// The protection class.
    pub class: Class,
    /// The salt that went into the digest.
    pub salt: Salt,
    /// Canonical JSON.
    pub text: String,
}

/// One entry as stored: its sections in ascending order of class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedLeaf {
    /// The sections present.
    pub sections: Vec<SealedSection>,
}

/// The digest of one section.
#[must_use]
pub fn digest(salt: &Salt, section: &str) -> Hash {
    Sha256::new().chain_update(salt).chain_update(section).finalize().into()
}

/// The leaf hash over (class, digest) in ascending order of class.
#[must_use]
pub fn leaf_hash(digests: impl IntoIterator<Item = (Class, Hash)>) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(b"\0cairn-entry/1\n");
    for (class, digest) in digests {
        let mut hex = [0; 65];
        hex[64] = b'\n';
        for (i, b) in digest.iter().enumerate() {
            hex[2 * i] = b"0123456789abcdef"[usize::from(b >> 4)];
            hex[2 * i + 1] = b"0123456789abcdef"[usize::from(b & 15)];
        }
        hasher.update(class.name());
        hasher.update(b" ");
        hasher.update(hex);
    }
    hasher.finalize().into()
}

impl SealedLeaf {
    /// The leaf hash.
    #[must_use]
    pub fn hash(&self) -> Hash {
        leaf_hash(self.sections.iter().map(|s| (s.class, digest(&s.salt, &s.text))))
    }

    /// The text of one class, when present.
    #[must_use]
    pub fn text(&self, class: Class) -> Option<&str> {
        self.sections.iter().find(|s| s.class == class).map(|s| s.text.as_str())
    }
}
