//! Personal names in Arabic, Hebrew, Cyrillic, Greek and Latin letters, and across them.
//!
//! One question: could these two spellings be one name, and why? [`parse_name`] takes a name apart (honorifics,
//! kunya, given name, chain of fathers, family name), [`skeleton`] gives the consonants that survive a change of
//! script, [`compare`] grades two whole names with a reason, [`Token`] grades two words fast enough for linkage.
//!
//! What belongs to a language is in `data/*.toml`, not in code. Everything here is pure and total: any string has
//! an answer, and the work is bounded by the first [`MAX_CHARS`] characters of it.

mod compare;
mod lexicon;
mod script;
mod segment;
mod sound;
mod token;

pub use compare::{Agreement, Comparison, compare};
pub use script::{Script, mirrored_score, script_of, unmirror};
pub use segment::{Kind, ParsedName, Part, parse_name, words};
pub use sound::{skeleton, skeleton_of_word};
pub use token::{Outline, Outlines, Token, TokenLevel};

/// Characters of a name that are looked at; what follows is ignored.
pub const MAX_CHARS: usize = 256;
