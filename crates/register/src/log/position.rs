//! A moment of the log: how much of every chain is sealed.

use std::fmt;
use std::str::FromStr;

use cairn_model::ChainId;
use sha2::{Digest, Sha256};

use crate::keys::hex;

/// The sealed size of every chain, sorted by chain.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(Vec<(ChainId, u64)>);

/// Why a text is no position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no position: expected CHAIN:SIZE[,CHAIN:SIZE…], such as 3f9c2a1b:42")]
pub struct PositionError(String);

impl Position {
    /// From sizes in any order; empty chains say nothing.
    #[must_use]
    pub fn new(mut sizes: Vec<(ChainId, u64)>) -> Self {
        sizes.retain(|(_, size)| *size > 0);
        sizes.sort_unstable();
        Self(sizes)
    }

    /// The sizes.
    #[must_use]
    pub fn sizes(&self) -> &[(ChainId, u64)] {
        &self.0
    }

    /// How much of `chain` is included.
    #[must_use]
    pub fn size(&self, chain: ChainId) -> u64 {
        self.0.iter().find(|(c, _)| *c == chain).map_or(0, |(_, size)| *size)
    }

    /// The short id: `p` and the first twelve hexadecimal digits of the SHA-256 of the full text.
    #[must_use]
    pub fn short(&self) -> String {
        let hash: [u8; 32] = Sha256::digest(self.to_string()).into();
        format!("p{}", hex(&hash[..6]))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (chain, size)) in self.0.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{chain}:{size}")?;
        }
        Ok(())
    }
}

impl FromStr for Position {
    type Err = PositionError;
    fn from_str(text: &str) -> Result<Self, PositionError> {
        let bad = || PositionError(text.to_owned());
        let part = |part: &str| {
            let (chain, size) = part.split_once(':')?;
            let number: u64 = size.parse().ok()?;
            (number.to_string() == size && number > 0).then_some(())?;
            Some((chain.parse().ok()?, number))
        };
        let sizes: Option<Vec<(ChainId, u64)>> = text.split(',').map(part).collect();
        let sizes = sizes.ok_or_else(bad)?;
        let mut chains: Vec<_> = sizes.iter().map(|(chain, _)| chain).collect();
        chains.sort_unstable();
        chains.dedup();
        if chains.len() == sizes.len() { Ok(Self::new(sizes)) } else { Err(bad()) }
    }
}
