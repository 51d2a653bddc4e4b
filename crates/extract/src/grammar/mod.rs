//! What only one kind of language has, where it serves several stages at once: each module names the forms it reads.

pub(crate) mod caseless;
pub(crate) mod dropped;
pub(crate) mod oblique;
pub(crate) mod prefixed;
pub(crate) mod romance;
pub(crate) mod verbal;
