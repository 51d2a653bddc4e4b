//! The text cut up: tokens, blocks, sentences, lexemes.

pub(crate) mod blocks;
pub(crate) mod doc;
pub(crate) mod token;
pub(crate) mod words;
