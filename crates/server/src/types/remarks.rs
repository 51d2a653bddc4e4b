use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// What is said beside an answer: a code with what is filled in, and the sentence in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Remark {
    /// Stable code.
    pub code: String,
    /// What is filled in, by name.
    pub params: BTreeMap<String, Param>,
    /// In English.
    pub words: String,
}

/// What is filled into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Param {
    Number(i64),
    Range(Range),
    /// A code, a day as `2031-05-17`, or words of others.
    Words(String),
    Parts(Vec<Part>),
}

/// A number within limits; an end that is open is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Range {
    pub low: Option<i64>,
    pub high: Option<i64>,
}

/// One of several things, with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Part {
    pub name: String,
    pub low: Option<i64>,
    pub high: Option<i64>,
}

/// What is filled in, as the interface writes it.
pub fn params(params: cairn_model::Params) -> BTreeMap<String, Param> {
    let part = |p: cairn_model::Part| Part { name: p.name, low: p.low, high: p.high };
    let param = |p: cairn_model::Param| match p {
        cairn_model::Param::Number(n) => Param::Number(n),
        cairn_model::Param::Range { low, high } => Param::Range(Range { low, high }),
        cairn_model::Param::Words(words) => Param::Words(words),
        cairn_model::Param::Parts(parts) => Param::Parts(parts.into_iter().map(part).collect()),
    };
    params.into_iter().map(|(name, p)| (name.to_owned(), param(p))).collect()
}

impl From<cairn_model::Remark> for Remark {
    fn from(r: cairn_model::Remark) -> Self {
        Self { code: r.code.to_owned(), params: params(r.params), words: r.words }
    }
}

/// Every remark of a list.
pub fn remarks(list: Vec<cairn_model::Remark>) -> Vec<Remark> {
    list.into_iter().map(Into::into).collect()
}
