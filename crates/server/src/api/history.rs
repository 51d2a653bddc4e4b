use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::documents::short;
use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::Failure;
use crate::extract::{Json, Path, Query, given, limit, page};
use crate::types::{History, HistoryOne, HistoryRow, Provenance, ReasonRequest, Undone, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(one))
        .routes(routes!(undo))
        .routes(routes!(provenance))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only this verb: add, import, accept, reject, undo, …
    act: Option<String>,
    /// Only what this person did.
    actor: Option<String>,
    /// The `next` of the answer before.
    after: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// What was done, the latest first
#[utoipa::path(get, path = "/history", tag = "activity", params(ListQuery), responses((status = 200, body = History)))]
async fn list(State(app): Shared, Query(q): Query<ListQuery>) -> Answer<History> {
    let limit = limit(q.limit, 50, 200)?;
    let mut rows = app.desk.read(|s| Ok(s.history()?)).await?;
    rows.reverse();
    let wanted = |r: &cairn_work::HistoryRow| {
        q.act.as_ref().is_none_or(|act| r.act == *act)
            && q.actor.as_ref().is_none_or(|who| r.actor.as_ref() == Some(who))
    };
    let total = rows.iter().filter(|r| wanted(r)).count();
    let (rows, next) = page(&rows, q.after.as_deref(), limit, |r| r.batch.to_string(), wanted)?;
    let batches = rows.into_iter().map(HistoryRow::from).collect();
    Ok(axum::Json(History { version: V1, batches, total, next }))
}

/// One act
#[utoipa::path(get, path = "/history/{batch}", tag = "activity", params(("batch" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$")), responses((status = 200, body = HistoryOne)))]
async fn one(State(app): Shared, Path(batch): Path<String>) -> Answer<HistoryOne> {
    let rows = app.desk.read(|s| Ok(s.history()?)).await?;
    let row = rows.into_iter().find(|r| r.batch.to_string() == batch);
    let row = row.ok_or_else(|| Failure::unknown(&batch))?;
    Ok(axum::Json(HistoryOne { version: V1, batch: row.into() }))
}

/// Withdraw an act; undoing an undo brings it back
#[utoipa::path(post, path = "/history/{batch}/undo", tag = "activity", params(("batch" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$")), request_body = ReasonRequest,
    responses((status = 200, body = Undone)))]
async fn undo(
    State(app): Shared,
    caller: Caller,
    Path(batch): Path<String>,
    Json(request): Json<ReasonRequest>,
) -> Answer<Undone> {
    let reason = short("reason", request.reason, 2000)?;
    let undone = app.desk.write(caller.actor, move |s| Ok(s.undo(&batch, reason)?)).await?;
    Ok(axum::Json(undone.into()))
}

/// Walk an id back to who said it, when, where and in what words
#[utoipa::path(get, path = "/provenance/{id}", tag = "activity", params(("id" = String, Path,
    description = "Of an account, claim, document, source or batch", min_length = 1, max_length = 100)),
    responses((status = 200, body = Provenance)))]
async fn provenance(State(app): Shared, Path(id): Path<String>) -> Answer<Provenance> {
    let found = app.desk.read(move |s| Ok(s.provenance(&id)?)).await?;
    Ok(axum::Json(found.into()))
}
