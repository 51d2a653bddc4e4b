//! Identifiers. An id once shown always resolves, so all of them derive from the log or from bytes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a string is no identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not eight lowercase hexadecimal digits.
    #[error("'{0}' is no chain id: expected eight hexadecimal digits")]
    Chain(String),
    /// Not CHAIN-SEQUENCE.
    #[error("'{0}' is no entry id: expected CHAIN-NUMBER, such as 3f9c2a1b-42")]
    Entry(String),
    /// Not 64 lowercase hexadecimal digits.
    #[error("'{0}' is no document id: expected 64 hexadecimal digits (SHA-256)")]
    Doc(String),
}

/// A device's chain: the first four bytes of the SHA-256 of its Ed25519 public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainId(pub [u8; 4]);

/// One entry of the log: its chain, and its sequence there counted from 0 (the leaf index in the chain's tree).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The chain.
    pub chain: ChainId,
    /// Leaf index, from 0.
    pub seq: u64,
}

/// A document: the SHA-256 of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub [u8; 32]);

impl DocId {
    /// The first twelve digits, for tables that people read.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string()[..12].to_owned()
    }
}

fn write_hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [0u8; 64];
    for (i, b) in bytes.iter().enumerate() {
        text[2 * i] = DIGITS[usize::from(b >> 4)];
        text[2 * i + 1] = DIGITS[usize::from(b & 15)];
    }
    f.write_str(std::str::from_utf8(&text[..2 * bytes.len()]).unwrap_or_default())
}

/// Reads exactly `N` bytes of lowercase hexadecimal; null on anything else.
fn read_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.as_bytes();
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    if text.len() != 2 * N {
        return None;
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(out)
}

impl fmt::Display for ChainId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl FromStr for ChainId {
    type Err = IdError;
    fn from_str(s: &str) -> Result<Self, IdError> {
        read_hex(s).map(Self).ok_or_else(|| IdError::Chain(s.to_owned()))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.chain, self.seq)
    }
}

impl FromStr for EntryId {
    type Err = IdError;
    fn from_str(s: &str) -> Result<Self, IdError> {
        let bad = || IdError::Entry(s.to_owned());
        let (chain, seq) = s.split_once('-').ok_or_else(bad)?;
        if seq.is_empty()
            || !seq.bytes().all(|b| b.is_ascii_digit())
            || (seq.len() > 1 && seq.starts_with('0'))
        {
            return Err(bad());
        }
        Ok(Self { chain: chain.parse().map_err(|_| bad())?, seq: seq.parse().map_err(|_| bad())? })
    }
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl FromStr for DocId {
    type Err = IdError;
    fn from_str(s: &str) -> Result<Self, IdError> {
        read_hex(s).map(Self).ok_or_else(|| IdError::Doc(s.to_owned()))
    }
}

macro_rules! as_text {
    ($($t:ty),*) => {$(
        impl fmt::Debug for $t {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }
        impl Serialize for $t {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }
        impl<'de> Deserialize<'de> for $t {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}
as_text!(ChainId, EntryId, DocId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_round_trip_and_reject_lookalikes() {
        let id: EntryId = "3f9c2a1b-42".parse().unwrap();
        assert_eq!(id.to_string(), "3f9c2a1b-42");
        for bad in ["", "3f9c2a1b", "3f9c2a1b-", "3f9c2a1b-042", "3F9C2A1B-1", "3f9c2a1b-+1", "3f9c2a1b--1"] {
            assert!(bad.parse::<EntryId>().is_err(), "{bad}");
        }
        assert_eq!(DocId([0xab; 32]).to_string().parse::<DocId>().unwrap(), DocId([0xab; 32]));
    }
}
