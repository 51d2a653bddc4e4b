//! Reading requests, with errors in our shape.

use std::fmt::Display;
use std::ops::RangeInclusive;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::door;
use crate::error::{Code, Failure, Result};

/// JSON bodies.
const JSON: usize = 1 << 20;
/// Documents.
pub const DOCUMENT: usize = 64 << 20;
/// Tables.
pub const TABLE: usize = 256 << 20;

/// Query parameters; one that the endpoint does not know is refused, so that a slip is not silently ignored.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let query = parts.uri.query().unwrap_or_default();
        serde_html_form::from_str(query)
            .map(Self)
            .map_err(|e| Failure::new(Code::BadParameter, format!("the parameters do not read: {e}")))
    }
}

/// A part of the path.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value))
            .map_err(|_| Failure::new(Code::UnknownId, "the path names nothing that can be here"))
    }
}

/// A JSON body.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        typed(request.headers(), "application/json")?;
        let bytes = body(request.into_body(), JSON).await?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|e| {
            let field = e.path().to_string();
            let failure = Failure::new(Code::BadRequest, format!("the body does not read: {}", e.inner()));
            if field == "." { failure } else { failure.of(field) }
        })?;
        reader.end().map_err(|e| Failure::new(Code::BadRequest, format!("the body does not end: {e}")))?;
        Ok(Self(value))
    }
}

/// A file as it is.
pub struct File<const LIMIT: usize>(pub Bytes);

impl<const LIMIT: usize, S: Send + Sync> FromRequest<S> for File<LIMIT> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        typed(request.headers(), "application/octet-stream")?;
        Ok(Self(body(request.into_body(), LIMIT).await?))
    }
}

/// Other types are refused: a form of another site can send only a few, and none of these.
fn typed(headers: &HeaderMap, wanted: &str) -> Result<()> {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let media = sent.split(';').next().unwrap_or_default().trim();
    if media.eq_ignore_ascii_case(wanted) {
        return Ok(());
    }
    Err(Failure::new(Code::WrongMediaType, format!("the body is not sent as {wanted}")))
}

async fn body(body: Body, limit: usize) -> Result<Bytes> {
    to_bytes(body, limit).await.map_err(|e| {
        let too_large = std::error::Error::source(&e).is_some_and(|e| e.to_string().contains("length limit"));
        match too_large {
            true => Failure::new(Code::TooLarge, format!("the body is larger than {limit} bytes")),
            false => Failure::new(Code::BadRequest, "the body broke off"),
        }
    })
}

/// Who asks, as the guard found.
impl<S: Send + Sync> FromRequestParts<S> for door::Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let caller = parts.extensions.get::<Self>().cloned();
        caller.ok_or_else(|| Failure::new(Code::Unauthorised, "this server answers only who has its token"))
    }
}

/// A parameter that is given says something: an empty one is no value of its kind, and not an absent one.
pub fn given<'de, T, D>(d: D) -> std::result::Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(d).map(Some)
}

/// A question of at least one letter and at most so many characters.
pub fn asked(field: &str, text: String, most: usize) -> Result<String> {
    match text.chars().count() {
        0 => Err(Failure::new(Code::BadParameter, format!("{field} is empty")).of(field)),
        n if n > most => {
            let words = format!("{field} is longer than {most} characters");
            Err(Failure::new(Code::BadParameter, words).of(field))
        }
        _ => Ok(text),
    }
}

/// A number as the description bounds it.
pub fn within<T: Copy + PartialOrd + Display>(
    field: &str,
    asked: Option<T>,
    range: RangeInclusive<T>,
) -> Result<Option<T>> {
    match asked {
        Some(n) if !range.contains(&n) => {
            let words = format!("{field} is {n}: expected {} to {}", range.start(), range.end());
            Err(Failure::new(Code::BadParameter, words).of(field))
        }
        asked => Ok(asked),
    }
}

/// The furthest row or character that can be asked for.
pub const FURTHEST: u64 = 1_000_000_000;

/// How many rows an answer holds.
pub fn limit(asked: Option<u16>, usual: u16, most: u16) -> Result<usize> {
    Ok(usize::from(within("limit", asked, 1..=most)?.unwrap_or(usual)))
}

/// The rows after `after`, at most `limit` of those that are wanted, and the key of the last when more follow.
///
/// The row that `after` names is looked for among all rows: it may no longer be one that is wanted.
pub fn page<T: Clone>(
    rows: &[T],
    after: Option<&str>,
    limit: usize,
    key: impl Fn(&T) -> String,
    wanted: impl Fn(&T) -> bool,
) -> Result<(Vec<T>, Option<String>)> {
    let from = match after {
        None => 0,
        Some(after) => match rows.iter().position(|row| key(row) == after) {
            Some(at) => at + 1,
            None => return Err(Failure::unknown(after).of("after")),
        },
    };
    let mut rest = rows[from..].iter().filter(|row| wanted(row));
    let page: Vec<T> = rest.by_ref().take(limit).cloned().collect();
    let next = rest.next().and(page.last()).map(key);
    Ok((page, next))
}
