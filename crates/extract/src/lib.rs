//! Reads text and proposes attributed figures: who says how many of what, where and when, how sure.
//!
//! Pure and offline: text and document date in, claims out, the same claims every time. Languages are data files
//! (`lang/*.toml`); no party, country or conflict is named in code or in data.
//!
//! The stages, a folder each: `text` cuts the text, `lexicon` says what its words can be, `time`, `numbers` and `place` find
//! what is named in a sentence, `bind` ties each figure to what it counts and what happened, `attribute` finds who says so
//! and `agent` who is said to have done it, `presence` finds harm without figures, `assemble` puts claims together. `grammar`
//! holds what only one kind of language has.

mod agent;
mod assemble;
mod attribute;
mod bind;
pub mod check;
mod claim;
mod grammar;
mod lexicon;
mod mark;
mod numbers;
mod place;
mod presence;
pub mod template;
mod text;
mod time;

pub use cairn_model::Qualifier;
pub use check::heading::{Heading, heading};
pub use check::layout::{Layout, Slot};
pub use claim::{Claim, Kind, Metric, Reason, Stance};
pub use lexicon::languages::{detect, languages};
pub use mark::{Stretch, stretches};
pub use numbers::quantity::{Quantity, quantities};

/// A text to read.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The text, as read from its document.
    pub text: &'a str,
    /// The document's day, against which "Thursday" and "last week" are resolved.
    pub published: Option<jiff::civil::Date>,
    /// Language code; detected when absent or not known to [`languages`].
    pub lang: Option<&'a str>,
}

/// Proposes the claims of a text, in the order of the text.
#[must_use]
pub fn extract(request: &Request<'_>) -> Vec<Claim> {
    assemble::claims(request, false)
}

/// As [`extract`], with the chain of rules that led to each claim.
#[must_use]
pub fn extract_explained(request: &Request<'_>) -> Vec<Claim> {
    assemble::claims(request, true)
}
