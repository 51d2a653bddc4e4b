//! The format of the log: leaf, tree, checkpoint, position. Frozen; described byte by byte in `docs/format.md`,
//! with test vectors in `tests/vectors` that an independent implementation checks.

mod leaf;
mod note;
mod position;
mod tree;

pub use leaf::{Hash, SALT, Salt, SealedLeaf, SealedSection, digest, leaf_hash};
pub use note::{Checkpoint, DeviceKey, NoteError, chain_of};
pub use position::{Position, PositionError};
pub use tree::{Frontier, inclusion_proof, root, root_from_proof};
