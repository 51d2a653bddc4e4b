//! Reads text and proposes attributed figures: who says how many of what, where and when, how sure.
//!
//! Pure and offline: text and document date in, claims out, the same claims every time. Languages are data files
//! (`lang/*.toml`); no party, country or conflict is named in code or in data.
//!
//! The stages, one module each: `token` and `doc` cut the text, `time`, `numbers` and `place` find what
//! is named in a sentence, `noun`, `bind`, `list` and `own` tie each figure to what it counts and what happened,
//! `attribute`, `frame`, `speaker`, `agent`, `clause`, `owner` and `accuse` find who says so and who is said to have done it, `presence` and `named` find harm
//! without figures, `assemble` puts claims together.

mod according;
mod accuse;
mod agent;
mod assemble;
mod attribute;
mod bare;
mod befell;
mod bind;
mod blocks;
mod bystander;
mod captive;
mod case;
mod caseless;
mod change;
pub mod check;
mod claim;
mod class;
mod clause;
mod condition;
mod cost;
mod cutoff;
mod date;
mod declare;
mod deed;
mod deeds;
mod doc;
mod doer;
mod dropped;
mod elapsed;
mod exposed;
mod form;
mod frame;
mod harmed;
mod harmless;
mod heading;
mod issue;
mod issued;
mod joined;
mod languages;
mod layout;
mod lexicon;
mod list;
mod mark;
mod metric;
mod named;
mod no_count;
mod nominative;
mod none;
mod noun;
mod numbers;
mod oblique;
mod outlet;
mod own;
mod owner;
mod phrase;
mod place;
mod plurals;
mod portion;
mod prefixed;
mod prefixed_doer;
mod prefixed_told;
mod presence;
mod quantity;
mod quotation;
mod range;
mod reported;
mod romance;
mod roster;
mod said;
mod says;
mod scope;
mod setting;
mod share;
mod span;
mod spare;
mod speaker;
mod state;
mod stretch;
mod striker;
mod suffered;
pub mod template;
mod time;
mod token;
mod told;
mod toll;
mod uncounted;
mod unsaid;
mod verbal;
mod voice;
mod words;
mod written_on;

pub use cairn_model::Qualifier;
pub use claim::{Claim, Kind, Metric, Reason, Stance};
pub use heading::{Heading, heading};
pub use languages::{detect, languages};
pub use layout::{Layout, Slot};
pub use mark::{Stretch, stretches};
pub use quantity::{Quantity, quantities};

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
