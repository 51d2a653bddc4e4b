use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cairn_model::DocId;
use cairn_work::{Incoming, Silent};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::{Code, Failure, Result};
use crate::extract::{DOCUMENT, FURTHEST, File, Path, Query, given, limit, page, within};
use crate::types::{DocumentAdded, DocumentOne, DocumentRow, DocumentTable, DocumentText, Documents, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(one))
        .routes(routes!(text))
        .routes(routes!(table))
        .routes(routes!(original))
}

/// A document's id as a path gives it.
pub fn doc_id(id: &str) -> Result<DocId> {
    id.parse().map_err(|_| Failure::unknown(id))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only texts or only tables.
    #[serde(default, deserialize_with = "given")]
    #[param(inline)]
    kind: Option<Kind>,
    /// Only those with claims that wait for a decision.
    #[serde(default, deserialize_with = "given")]
    waiting: Option<bool>,
    /// The `next` of the answer before.
    after: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Text,
    Table,
}

/// Documents, the newest first
#[utoipa::path(get, path = "/documents", tag = "documents", params(ListQuery),
    responses((status = 200, body = Documents)))]
async fn list(State(app): Shared, Query(q): Query<ListQuery>) -> Answer<Documents> {
    let limit = limit(q.limit, 50, 200)?;
    let rows = app.desk.read(|s| Ok(s.documents()?)).await?;
    let kind = q.kind.map(|k| if k == Kind::Text { "text" } else { "table" });
    let wanted = |r: &cairn_work::DocumentRow| {
        kind.is_none_or(|k| r.kind == k) && q.waiting.is_none_or(|w| (r.claims.proposed > 0) == w)
    };
    let total = rows.iter().filter(|r| wanted(r)).count();
    let (rows, next) = page(&rows, q.after.as_deref(), limit, |r| r.document.doc.to_string(), wanted)?;
    let documents = rows.into_iter().map(DocumentRow::from).collect();
    Ok(axum::Json(Documents { version: V1, documents, total, next }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AddQuery {
    /// File name, without folders.
    #[param(min_length = 1, max_length = 255)]
    name: String,
    /// The day it bears.
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    published: Option<String>,
    /// The outlet.
    #[param(max_length = 500)]
    publisher: Option<String>,
    /// Title, when the file states none.
    #[param(max_length = 1000)]
    title: Option<String>,
    /// Language code; detected when absent.
    #[serde(default, deserialize_with = "given")]
    #[param(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    lang: Option<String>,
}

/// Preserve a file; claims are read in a text and wait
#[utoipa::path(post, path = "/documents", tag = "documents", params(AddQuery),
    request_body(content_type = "application/octet-stream", content = Vec<u8>),
    responses((status = 201, body = DocumentAdded)))]
async fn add(
    State(app): Shared,
    caller: Caller,
    Query(q): Query<AddQuery>,
    File(bytes): File<DOCUMENT>,
) -> Result<(StatusCode, axum::Json<DocumentAdded>)> {
    let file = Incoming {
        name: file_name(&q.name)?,
        bytes: bytes.to_vec(),
        published: q.published,
        publisher: short("publisher", stated(q.publisher), 500)?,
        title: short("title", stated(q.title), 1000)?,
        lang: language(q.lang)?,
    };
    let added = app.desk.write(caller.actor, move |s| Ok(s.add(&[file], &mut Silent)?)).await?;
    let added = added.into_iter().next().ok_or_else(|| Failure::internal("one file, no answer"))?;
    Ok((StatusCode::CREATED, axum::Json(DocumentAdded { version: V1, added: added.into() })))
}

/// What says nothing is not stated.
pub fn stated(text: Option<String>) -> Option<String> {
    text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty())
}

/// Words of at most so many characters.
pub fn short(field: &str, text: Option<String>, most: usize) -> Result<Option<String>> {
    match &text {
        Some(t) if t.chars().count() > most => {
            let words = format!("{field} is longer than {most} characters");
            Err(Failure::new(Code::BadRequest, words).of(field))
        }
        _ => Ok(text),
    }
}

/// A language tag, such as `ar` or `pt-BR`.
pub fn language(lang: Option<String>) -> Result<Option<String>> {
    let fits = |lang: &String| {
        let mut parts = lang.split('-');
        let first = parts.next().is_some_and(|p| (2..=3).contains(&p.len()));
        let plain = lang.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let letters = lang.split('-').next().is_some_and(|p| p.chars().all(|c| c.is_ascii_alphabetic()));
        first && plain && letters && parts.all(|p| (2..=8).contains(&p.len()))
    };
    match &lang {
        Some(l) if !fits(l) => {
            let words = format!("'{}' is no language code: expected one such as ar", l.escape_debug());
            Err(Failure::new(Code::BadRequest, words).of("lang"))
        }
        _ => Ok(lang),
    }
}

/// The last part of a file's name; a name is not a path.
pub fn file_name(name: &str) -> Result<String> {
    let long = name.chars().count() > 255;
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    if name.is_empty() || long || name.chars().any(char::is_control) {
        return Err(Failure::new(Code::DoesNotFit, "the file has no name that can be kept").of("name"));
    }
    Ok(name.to_owned())
}

/// One document
#[utoipa::path(get, path = "/documents/{doc}", tag = "documents", params(("doc" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{64}$")), responses((status = 200, body = DocumentOne)))]
async fn one(State(app): Shared, Path(doc): Path<String>) -> Answer<DocumentOne> {
    let id = doc_id(&doc)?;
    let rows = app.desk.read(|s| Ok(s.documents()?)).await?;
    let row = rows.into_iter().find(|r| r.document.doc == id).ok_or_else(|| Failure::unknown(&doc))?;
    Ok(axum::Json(DocumentOne { version: V1, document: row.into() }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TextQuery {
    /// The first character, counted in Unicode scalar values from 0.
    #[serde(default, deserialize_with = "given")]
    #[param(maximum = 1_000_000_000)]
    from: Option<u64>,
    /// Characters.
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200_000)]
    length: Option<u64>,
}

/// A stretch of a text with the claims read in it
#[utoipa::path(get, path = "/documents/{doc}/text", tag = "documents", params(("doc" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{64}$"), TextQuery), responses((status = 200, body = DocumentText)))]
async fn text(
    State(app): Shared,
    Path(doc): Path<String>,
    Query(q): Query<TextQuery>,
) -> Answer<DocumentText> {
    let id = doc_id(&doc)?;
    let length = within("length", q.length, 1..=200_000)?.unwrap_or(50_000);
    let from = within("from", q.from, 0..=FURTHEST)?.unwrap_or(0);
    let text = app.desk.read(move |s| Ok(s.document_text(id, from, length)?)).await?;
    Ok(axum::Json(text.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TableQuery {
    /// The first row, counted from 1.
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 1_000_000_000)]
    from: Option<u64>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// Rows of a table as they stand there
#[utoipa::path(get, path = "/documents/{doc}/table", tag = "documents", params(("doc" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{64}$"), TableQuery), responses((status = 200, body = DocumentTable)))]
async fn table(
    State(app): Shared,
    Path(doc): Path<String>,
    Query(q): Query<TableQuery>,
) -> Answer<DocumentTable> {
    let (id, limit) = (doc_id(&doc)?, limit(q.limit, 50, 200)?);
    let from = within("from", q.from, 1..=FURTHEST)?.unwrap_or(1);
    let table = app.desk.read(move |s| Ok(s.document_table(id, from, limit as u64)?)).await?;
    Ok(axum::Json(table.into()))
}

/// The bytes as they came, to be saved and never shown
#[utoipa::path(get, path = "/documents/{doc}/original", tag = "documents", params(("doc" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{64}$")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn original(State(app): Shared, Path(doc): Path<String>) -> Result<Response> {
    let id = doc_id(&doc)?;
    let (document, bytes) = app.desk.read(move |s| Ok(s.original(id)?)).await?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    let disposition = format!("attachment; filename*=UTF-8''{}", escaped(&document.name));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// RFC 8187: everything but plain letters and digits as octets.
fn escaped(name: &str) -> String {
    let octet = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    };
    name.bytes().map(octet).collect()
}
