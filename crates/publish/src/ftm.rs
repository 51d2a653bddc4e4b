//! FollowTheMoney: entities of a schema with properties.
//!
//! A code is a schema (`Event`), a property with a value (`Person:gender=female`), or a value `list:code` of the
//! property that its list names (`Event:keywords=metric:killed`).

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use cairn_model::vocab::{Code, CodeRef, Equivalent, Vocabulary};
use serde::Deserialize;
use thiserror::Error;

/// A schema, a property of it, a value of that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The schema.
    pub schema: String,
    /// The property; none when the schema alone says it.
    pub property: Option<String>,
    /// The value; none when any value may stand there.
    pub value: Option<String>,
}

/// What is no place in FollowTheMoney.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FtmError {
    /// Not `Schema`, `Schema:property` or `Schema:property=value`.
    #[error("\"{0}\": write Schema, Schema:property or Schema:property=value")]
    Shape(String),
    /// A schema that the model does not have.
    #[error("\"{0}\": FollowTheMoney has no schema {1} that is used here")]
    Schema(String, String),
    /// A property that the schema does not have.
    #[error("\"{0}\": {1} has no property {2} that is used here")]
    Property(String, String, String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.schema)?;
        if let Some(property) = &self.property {
            write!(f, ":{property}")?;
        }
        self.value.iter().try_for_each(|v| write!(f, "={v}"))
    }
}

impl FromStr for Place {
    type Err = FtmError;

    fn from_str(text: &str) -> Result<Self, FtmError> {
        let (names, value) = match text.split_once('=') {
            Some((names, value)) => (names, Some(value.to_owned())),
            None => (text, None),
        };
        let (schema, property) = match names.split_once(':') {
            Some((schema, property)) => (schema, Some(property.to_owned())),
            None => (names, None),
        };
        let word = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_alphanumeric());
        let whole = word(schema)
            && property.as_deref().is_none_or(word)
            && value.as_deref().is_none_or(|v| !v.is_empty() && property.is_some());
        if !whole {
            return Err(FtmError::Shape(text.to_owned()));
        }
        if !schemata().contains_key(schema) {
            return Err(FtmError::Schema(text.to_owned(), schema.to_owned()));
        }
        if let Some(p) = property.as_deref().filter(|p| !has(schema, p)) {
            return Err(FtmError::Property(text.to_owned(), schema.to_owned(), p.to_owned()));
        }
        Ok(Self { schema: schema.to_owned(), property, value })
    }
}

/// Where a code stands; none when its list says that FollowTheMoney has nothing for it.
pub fn of(list: &Vocabulary, code: &Code) -> Result<Option<Place>, FtmError> {
    match (&code.ftm, &list.ftm) {
        (Some(own), _) => own.text().map(str::parse).transpose(),
        (None, Some(Equivalent::As(property))) => {
            let value = CodeRef { list: &list.name, code: &code.code }.to_string();
            Ok(Some(Place { value: Some(value), ..property.parse()? }))
        }
        (None, _) => Ok(None),
    }
}

/// The code of `list` that stands there; none when no code of the list does.
pub fn read<'a>(list: &'a Vocabulary, place: &Place) -> Result<Option<&'a Code>, FtmError> {
    for code in list.codes.iter().filter(|c| c.ftm_returns.is_none()) {
        if of(list, code)?.as_ref() == Some(place) {
            return Ok(Some(code));
        }
    }
    Ok(None)
}

/// A schema: what it extends and the properties of its own that are used here.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Schemata whose properties it has too.
    #[serde(default)]
    pub extends: Vec<String>,
    /// Its own properties, as far as they are used here.
    #[serde(default)]
    pub properties: Vec<String>,
    /// The properties without which the model refuses an entity.
    #[serde(default)]
    pub required: Vec<String>,
}

/// The part of the model that is used here, by schema.
pub fn schemata() -> &'static BTreeMap<String, Schema> {
    static SCHEMATA: OnceLock<BTreeMap<String, Schema>> = OnceLock::new();
    SCHEMATA.get_or_init(model)
}

/// The file is part of the binary and every test of this module reads it.
#[allow(clippy::expect_used)]
fn model() -> BTreeMap<String, Schema> {
    toml::from_str(include_str!("../data/ftm.toml")).expect("the file of schemata is tested")
}

/// Whether a schema has a property, its own or of what it extends.
#[must_use]
pub fn has(schema: &str, property: &str) -> bool {
    schemata().get(schema).is_some_and(|s| {
        s.properties.iter().any(|p| p == property) || s.extends.iter().any(|above| has(above, property))
    })
}
