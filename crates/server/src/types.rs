//! The shapes of requests and answers, version 1. Members are only ever added.
//!
//! They stand apart from the shapes of the verbs, so that a change inside is not by accident a change of the contract.

mod browse;
mod claims;
mod documents;
mod figures;
mod general;
mod history;
mod imports;
mod intake;
mod jobs;
mod records;
mod remarks;
mod series;

pub use browse::*;
pub use claims::*;
pub use documents::*;
pub use figures::*;
pub use general::*;
pub use history::*;
pub use imports::*;
pub use intake::*;
pub use jobs::*;
pub use records::*;
pub use remarks::*;
pub use series::*;

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// The version of an answer's shape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct V1;

impl Serialize for V1 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(1)
    }
}

impl PartialSchema for V1 {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .enum_values(Some([1]))
            .description(Some("The version of this shape."))
            .into()
    }
}

impl ToSchema for V1 {
    fn name() -> Cow<'static, str> {
        "Version".into()
    }
}

/// The code that an enumeration of a verb serialises to.
pub fn code<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
