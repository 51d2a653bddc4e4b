//! The field's code lists, as data files of this crate (`vocab/*.toml`), and Cairn's own.
//!
//! A list is parsed once. Codes never change their meaning and are never removed: one that is no longer to be used is
//! `deprecated`. Labels are kept in the languages of `vocab/languages.toml`. How codes of different lists compare is
//! written once, in either file, and read both ways ([`crosswalk`]).

mod crosswalk;
mod files;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize};

pub use crosswalk::{CodeRef, Mapping, Relation, crosswalk, mappings};

/// One code list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// What it is called, such as `metric`.
    pub name: String,
    /// Version of our file.
    pub version: String,
    /// Who keeps the list.
    pub publisher: String,
    /// Where the codes come from.
    pub standard: String,
    /// Year of the edition; where its publisher dates none, the year in which the list was read.
    pub year: u16,
    /// Its page, for people: host and title, without a scheme, since nothing is asked of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// What to know before using it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Its labels are shown to readers, so they exist in every whole language.
    pub shown: bool,
    /// The Humanitarian Exchange Language: the column that holds codes of this list, or that there is none; absent
    /// when each code says so by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hxl: Option<Equivalent>,
    /// FollowTheMoney: the property that holds codes of this list, or that there is none; absent when each code says
    /// so by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ftm: Option<Equivalent>,
    /// What it is called by readers.
    pub title: Labels,
    /// The codes in their own order.
    pub codes: Vec<Code>,
}

/// One code.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code itself, stable.
    pub code: String,
    /// The code above it in the same list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What is counted or meant, where the label does not say; in our words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Kinds of thing (vocabulary `kind`) it is said of; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applies_to: Vec<String>,
    /// What people write for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Codes of other lists (`list:code`) that mean the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<String>,
    /// Codes of other lists that mean more than this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<String>,
    /// Codes of other lists that mean less than this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narrower: Vec<String>,
    /// Codes of other lists that touch on this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Why it is no longer to be used, and what instead. It is still read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// Its own hashtag and attributes, or that there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hxl: Option<Equivalent>,
    /// The code that is read back where another code has the same hashtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hxl_returns: Option<String>,
    /// Its own schema, property and value, or that there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ftm: Option<Equivalent>,
    /// The code that is read back where another code has the same value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ftm_returns: Option<String>,
    /// What readers see.
    pub label: Labels,
}

/// A text in several languages, by language code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    /// The text in one language, where there is one.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The text in one language, else in English.
    #[must_use]
    pub fn or_english(&self, language: &str) -> &str {
        self.get(language).or_else(|| self.get("en")).unwrap_or_default()
    }

    /// Every language and text, by language code.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

/// What another standard has for a code. In the file, `false` says that it has nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Equivalent {
    /// Looked for and not there.
    Nothing,
    /// The standard's own notation.
    As(String),
}

impl Equivalent {
    /// The notation, where there is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::As(text) => Some(text),
        }
    }
}

impl<'de> Deserialize<'de> for Equivalent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Flag(bool),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Flag(false) => Ok(Self::Nothing),
            Written::Flag(true) => Err(serde::de::Error::custom("say what it is, or false")),
            Written::Text(text) => Ok(Self::As(text)),
        }
    }
}

impl Serialize for Equivalent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_bool(false),
            Self::As(text) => serializer.serialize_str(text),
        }
    }
}

impl Vocabulary {
    /// One code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|c| c.code == code)
    }

    /// Whether `code` is on the list.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.get(code).is_some()
    }

    /// The English label, or the code itself when it is unknown.
    #[must_use]
    pub fn label<'a>(&'a self, code: &'a str) -> &'a str {
        self.label_in(code, "en")
    }

    /// The label in one language, else in English, else the code itself.
    #[must_use]
    pub fn label_in<'a>(&'a self, code: &'a str, language: &str) -> &'a str {
        self.get(code).map_or(code, |c| c.label.or_english(language))
    }

    /// The codes that people write so: as the code, as a label in any language, or as an alias. The caller says when
    /// two spellings are one, for example by folding both.
    pub fn find(&self, mut same: impl FnMut(&str) -> bool) -> Vec<&Code> {
        self.codes.iter().filter(|c| c.words().any(&mut same)).collect()
    }

    /// The code and everything below it in the list.
    #[must_use]
    pub fn within(&self, code: &str) -> Vec<&Code> {
        self.codes.iter().filter(|c| self.line(c).any(|above| above == code)).collect()
    }

    /// A code, its parent, its parent's parent and so on. Files are tested to have no rings.
    pub fn line<'a>(&'a self, code: &'a Code) -> impl Iterator<Item = &'a str> {
        std::iter::successors(Some(code), |c| c.parent.as_deref().and_then(|p| self.get(p)))
            .map(|c| c.code.as_str())
    }
}

impl Code {
    /// Everything that people write for it: code, labels, aliases.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.code.as_str())
            .chain(self.label.iter().map(|(_, text)| text))
            .chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether it is said of things of a kind (a code of the vocabulary `kind`).
    #[must_use]
    pub fn applies_to(&self, kind: &str) -> bool {
        self.applies_to.is_empty() || self.applies_to.iter().any(|k| k == kind)
    }
}

/// A language that labels are written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: String,
    /// What it calls itself.
    pub name: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Every label that readers see exists in it.
    pub whole: bool,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Every list, by name.
pub fn all() -> &'static [Vocabulary] {
    static LISTS: OnceLock<Vec<Vocabulary>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists: Vec<Vocabulary> = files::LISTS.iter().map(|(_, text)| read(text)).collect();
        lists.sort_by(|a, b| a.name.cmp(&b.name));
        lists
    })
}

/// One list.
#[must_use]
pub fn get(name: &str) -> Option<&'static Vocabulary> {
    let lists = all();
    lists.binary_search_by(|l| l.name.as_str().cmp(name)).ok().map(|i| &lists[i])
}

/// The languages of labels.
pub fn languages() -> &'static [Language] {
    #[derive(Deserialize)]
    struct File {
        languages: Vec<Language>,
    }
    static LANGUAGES: OnceLock<Vec<Language>> = OnceLock::new();
    LANGUAGES.get_or_init(|| read::<File>(files::LANGUAGES).languages)
}

/// What can be counted.
pub fn metric() -> &'static Vocabulary {
    named("metric")
}

/// Sex as recorded (SDG 16.1.2).
pub fn sex() -> &'static Vocabulary {
    named("sex")
}

/// Whom a figure is about and how sure its source is.
pub fn scope() -> &'static Vocabulary {
    named("scope")
}

/// A list that code names; that it exists is tested.
#[allow(clippy::expect_used)]
fn named(name: &str) -> &'static Vocabulary {
    get(name).expect("the lists that code names are tested")
}

/// The files are part of the binary and a test reads each: a failure here is a defect of the build.
#[allow(clippy::expect_used)]
fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the vocabulary files are tested")
}
