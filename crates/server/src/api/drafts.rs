use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::error::{Code, Failure, Result};
use crate::extract::{Json, Path};
use crate::types::{Draft, DraftRow, Drafts, V1};

/// What a form may hold.
const LARGEST: usize = 256 << 10;

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one, keep, forget))
}

/// Forms half filled
#[utoipa::path(get, path = "/drafts", tag = "drafts", responses((status = 200, body = Drafts)))]
async fn list(State(app): Shared) -> Answer<Drafts> {
    let drafts = app.desk.draft(|s| Ok(s.drafts()?)).await?;
    let drafts = drafts.into_iter().map(|d| DraftRow { key: d.key, changed: d.changed }).collect();
    Ok(axum::Json(Drafts { version: V1, drafts }))
}

/// A form half filled
#[utoipa::path(get, path = "/drafts/{key}", tag = "drafts", params(("key" = String, Path,
    description = "Chosen by the form", pattern = "^[a-z0-9-]{1,64}$")), responses((status = 200, body = Draft)))]
async fn one(State(app): Shared, Path(key): Path<String>) -> Answer<Draft> {
    let drafts = app.desk.draft(|s| Ok(s.drafts()?)).await?;
    let found = drafts.into_iter().find(|d| d.key == key).ok_or_else(|| Failure::unknown(&key))?;
    Ok(axum::Json(Draft { version: V1, key: found.key, changed: found.changed, state: found.state }))
}

/// Keep a form; it is durable when the answer comes
#[utoipa::path(put, path = "/drafts/{key}", tag = "drafts", params(("key" = String, Path,
    description = "Chosen by the form", pattern = "^[a-z0-9-]{1,64}$")), request_body = Object,
    responses((status = 200, body = Draft)))]
async fn keep(
    State(app): Shared,
    Path(key): Path<String>,
    Json(state): Json<serde_json::Map<String, serde_json::Value>>,
) -> Answer<Draft> {
    let state = serde_json::Value::Object(state);
    if state.to_string().len() > LARGEST {
        return Err(Failure::new(Code::TooLarge, format!("the form holds more than {LARGEST} bytes")));
    }
    let kept = app.desk.draft(move |s| Ok(s.keep_draft(&key, &state)?)).await?;
    Ok(axum::Json(Draft { version: V1, key: kept.key, changed: kept.changed, state: kept.state }))
}

/// Forget a form
#[utoipa::path(delete, path = "/drafts/{key}", tag = "drafts", params(("key" = String, Path,
    description = "Chosen by the form", pattern = "^[a-z0-9-]{1,64}$")),
    responses((status = 204, description = "Whether there was one or not.")))]
async fn forget(State(app): Shared, Path(key): Path<String>) -> Result<StatusCode> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if key.is_empty() || key.len() > 64 || !key.chars().all(fits) {
        return Err(Failure::unknown(&key));
    }
    app.desk.draft(move |s| Ok(s.drop_draft(&key)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}
