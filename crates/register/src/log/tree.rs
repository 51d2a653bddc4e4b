//! The Merkle tree of a chain, as RFC 6962 section 2.1 defines it, over leaf hashes.

use sha2::{Digest, Sha256};

use super::Hash;

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The tree so far, as the roots of its complete subtrees: what a growing log needs to know its root.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    /// The largest subtree first, each half the next power of two or less.
    subtrees: Vec<Hash>,
    size: u64,
}

impl Frontier {
    /// Adds the next leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut top = leaf;
        // As many subtrees join as the size has trailing ones.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                top = node(&left, &top);
            }
        }
        self.subtrees.push(top);
        self.size += 1;
    }

    /// Number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root; of no leaves, the hash of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut rest = self.subtrees.iter().rev().copied();
        let Some(last) = rest.next() else {
            return Sha256::digest([]).into();
        };
        rest.fold(last, |right, left| node(&left, &right))
    }

    /// The subtree roots one after the other, for storage beside the size.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.subtrees.concat()
    }

    /// Reads what [`Frontier::to_bytes`] wrote for a tree of `size`; `None` when the lengths disagree.
    #[must_use]
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Option<Self> {
        let (subtrees, rest) = bytes.as_chunks::<32>();
        let fits = rest.is_empty() && subtrees.len() == size.count_ones() as usize;
        fits.then(|| Self { subtrees: subtrees.to_vec(), size })
    }
}

/// The root over `leaves`.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::default();
    for leaf in leaves {
        frontier.push(*leaf);
    }
    frontier.root()
}

/// The audit path of leaf `index`, from the leaf upward.
///
/// Empty when `index` is beyond the tree or the tree has one leaf.
#[must_use]
pub fn inclusion_proof(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() <= 1 || index >= leaves.len() {
        return Vec::new();
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    let (mut path, sibling) = if index < split {
        (inclusion_proof(left, index), root(right))
    } else {
        (inclusion_proof(right, index - split), root(left))
    };
    path.push(sibling);
    path
}

/// The root that `path` leads to from a leaf (RFC 9162, section 2.1.3.2); `None` when the path has the wrong length.
#[must_use]
pub fn root_from_proof(leaf: Hash, index: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in path {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            hash = node(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaves(n: usize) -> Vec<Hash> {
        (0..n).map(|i| Sha256::digest(i.to_le_bytes()).into()).collect()
    }

    /// The definition itself, for comparison.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            _ => {
                let (l, r) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                node(&by_definition(l), &by_definition(r))
            }
        }
    }

    #[test]
    fn every_leaf_of_every_small_tree_is_proven() {
        for n in 0..70 {
            let leaves = leaves(n);
            let root = root(&leaves);
            assert_eq!(root, by_definition(&leaves), "{n}");
            let mut grown = Frontier::default();
            leaves.iter().for_each(|l| grown.push(*l));
            assert_eq!(Frontier::from_bytes(n as u64, &grown.to_bytes()), Some(grown));
            for i in 0..n {
                let path = inclusion_proof(&leaves, i);
                assert_eq!(root_from_proof(leaves[i], i as u64, n as u64, &path), Some(root), "{i} of {n}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_wrong_leaf_index_or_path_fails(n in 2usize..200, i in 0usize..200, j in 0usize..200, bit in 0usize..256) {
            let leaves = leaves(n);
            let (i, j) = (i % n, j % n);
            prop_assume!(i != j);
            let root = root(&leaves);
            let mut path = inclusion_proof(&leaves, i);
            prop_assert_ne!(root_from_proof(leaves[j], i as u64, n as u64, &path), Some(root));
            prop_assert_ne!(root_from_proof(leaves[i], j as u64, n as u64, &path), Some(root));
            let at = bit % path.len();
            path[at][bit / 8] ^= 1 << (bit % 8);
            prop_assert_ne!(root_from_proof(leaves[i], i as u64, n as u64, &path), Some(root));
        }
    }
}
