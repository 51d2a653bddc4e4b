//! Canonical JSON (RFC 8785) for values made of strings, integers, booleans, null, arrays and objects.
//!
//! Entries are hashed, so one value has one spelling: members sorted by name, no spaces, minimal escapes.
//! Fractions are refused: a number that matters is an integer or the source's own words.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The largest integer that every JSON reader keeps exactly (RFC 8785, section 3.2.2.3): 2^53 − 1.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// Why a value has no canonical form, or a text is not in it.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// The text is not JSON, or not of the expected shape.
    #[error("not the expected JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A fraction or an integer beyond 2^53 − 1.
    #[error("{0} is no integer between -(2^53-1) and 2^53-1")]
    Number(serde_json::Number),
    /// Valid JSON, but spelled in another way than RFC 8785 asks.
    #[error("the text is JSON but not its canonical form (RFC 8785)")]
    Spelling,
    /// A member name outside ASCII, whose sort order RFC 8785 and a byte sort could disagree on.
    #[error("member name '{0}' is not ASCII")]
    Name(String),
}

/// The canonical text of `value`.
///
/// # Errors
/// When `value` holds a fraction, an integer beyond 2^53 − 1, or a member name outside ASCII.
pub fn to_string<T: Serialize>(value: &T) -> Result<String, CanonicalError> {
    // serde_json's map is a BTreeMap and its escapes are those of RFC 8785.
    let value = serde_json::to_value(value)?;
    check(&value)?;
    Ok(serde_json::to_string(&value)?)
}

/// Reads a canonical text back.
///
/// # Errors
/// When the text is not JSON, not canonical, or not a `T`.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, CanonicalError> {
    let value: Value = serde_json::from_str(text)?;
    check(&value)?;
    if serde_json::to_string(&value)? != text {
        return Err(CanonicalError::Spelling);
    }
    Ok(serde_json::from_value(value)?)
}

fn check(value: &Value) -> Result<(), CanonicalError> {
    match value {
        Value::Number(n) => match n.as_i64() {
            Some(i) if i.abs() <= MAX_INTEGER => Ok(()),
            _ => Err(CanonicalError::Number(n.clone())),
        },
        Value::Array(items) => items.iter().try_for_each(check),
        Value::Object(members) => members.iter().try_for_each(|(name, value)| {
            if !name.is_ascii() {
                return Err(CanonicalError::Name(name.clone()));
            }
            check(value)
        }),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_one_spelling() {
        let v: Value = serde_json::from_str(r#"{"b":[1,null],"a":"é\u0007\/\u2028"}"#).unwrap();
        let text = to_string(&v).unwrap();
        assert_eq!(text, "{\"a\":\"é\\u0007/\u{2028}\",\"b\":[1,null]}");
        assert_eq!(from_str::<Value>(&text).unwrap(), v);
        assert!(matches!(from_str::<Value>(r#"{"b":1,"a":2}"#), Err(CanonicalError::Spelling)));
        assert!(matches!(from_str::<Value>(r#"{"a":1,"a":1}"#), Err(CanonicalError::Spelling)));
        assert!(matches!(to_string(&1.5), Err(CanonicalError::Number(_))));
        assert!(matches!(to_string(&(1i64 << 53)), Err(CanonicalError::Number(_))));
        assert!(matches!(to_string(&serde_json::json!({"ключ":1})), Err(CanonicalError::Name(_))));
    }
}
