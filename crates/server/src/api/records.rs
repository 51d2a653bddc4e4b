use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use cairn_model::{EntryId, Verdict};
use cairn_work::Error;
use cairn_work::record::Selection;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::{Failure, Result};
use crate::extract::{Json, Path};
use crate::types::{
    AccountDraft, AmendmentRequest, Changes, Checked, DraftRequest, Judged, JudgementRequest, Recorded,
    Sameness, V1, WithdrawalRequest, needed,
};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(record))
        .routes(routes!(check))
        .routes(routes!(draft))
        .routes(routes!(amend))
        .routes(routes!(withdraw))
        .routes(routes!(judge))
}

/// Record what a person types: one batch for all of it
#[utoipa::path(post, path = "/records", tag = "records", request_body = DraftRequest,
    responses((status = 201, body = Recorded)))]
async fn record(
    State(app): Shared,
    caller: Caller,
    Json(request): Json<DraftRequest>,
) -> Result<(StatusCode, axum::Json<Recorded>)> {
    let (draft, reason) = request.read()?;
    let done = app.desk.write(caller.actor, move |s| Ok(s.record(&[draft], &[], reason)?)).await?;
    Ok((StatusCode::CREATED, axum::Json(done.into())))
}

/// Whether a draft could be recorded; nothing is written
#[utoipa::path(post, path = "/records/check", tag = "records", request_body = DraftRequest,
    responses((status = 200, body = Checked)))]
async fn check(State(app): Shared, Json(request): Json<DraftRequest>) -> Answer<Checked> {
    let (draft, _) = request.read()?;
    let checked = app.desk.read(move |s| match s.check_record(&[draft]) {
        Ok(warnings) => Ok((Vec::new(), warnings)),
        Err(Error::Fields(fields)) => Ok((fields, Vec::new())),
        Err(e) => Err(e.into()),
    });
    let (fields, warnings) = checked.await?;
    Ok(axum::Json(Checked {
        version: V1,
        fields: fields.into_iter().map(Into::into).collect(),
        warnings: warnings.into_iter().map(Into::into).collect(),
    }))
}

fn entry(id: &str) -> Result<EntryId> {
    id.parse().map_err(|_| Failure::unknown(id))
}

fn only(id: EntryId) -> Selection {
    Selection { ids: vec![id.to_string()], ..Selection::default() }
}

/// An account as a person would have typed it, to be mended
#[utoipa::path(get, path = "/accounts/{id}/draft", tag = "records", params(("id" = String, Path,
    description = "Of an account", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$")), responses((status = 200, body = AccountDraft)))]
async fn draft(State(app): Shared, Path(id): Path<String>) -> Answer<AccountDraft> {
    let account = entry(&id)?;
    let draft = app.desk.read(move |s| Ok(s.draft_of(account)?)).await?;
    let draft = serde_json::to_value(&draft).map_err(Failure::internal)?;
    Ok(axum::Json(AccountDraft { version: V1, account: id, draft }))
}

/// Mend our slip: a new account stands in the place of this one
#[utoipa::path(post, path = "/accounts/{id}/amendments", tag = "records", params(("id" = String, Path,
    description = "Of an account", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$")), request_body = AmendmentRequest,
    responses((status = 200, body = Changes)))]
async fn amend(
    State(app): Shared,
    caller: Caller,
    Path(id): Path<String>,
    Json(request): Json<AmendmentRequest>,
) -> Answer<Changes> {
    let (which, reason) = (only(entry(&id)?), needed("reason", request.reason)?);
    let wish = Value::Object(request.changes);
    let act = move |s: &mut cairn_work::Session| Ok(s.amend(&which, &wish, &reason, request.preview)?);
    Ok(axum::Json(app.desk.write(caller.actor, act).await?.into()))
}

/// Withdraw an account: it stays readable and counts no more
#[utoipa::path(post, path = "/accounts/{id}/withdrawal", tag = "records", params(("id" = String, Path,
    description = "Of an account", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$")), request_body = WithdrawalRequest,
    responses((status = 200, body = Changes)))]
async fn withdraw(
    State(app): Shared,
    caller: Caller,
    Path(id): Path<String>,
    Json(request): Json<WithdrawalRequest>,
) -> Answer<Changes> {
    let (which, reason) = (only(entry(&id)?), needed("reason", request.reason)?);
    let act = move |s: &mut cairn_work::Session| Ok(s.withdraw(&which, &reason, request.preview)?);
    Ok(axum::Json(app.desk.write(caller.actor, act).await?.into()))
}

/// Judge whether two accounts are about the same; nothing is merged
#[utoipa::path(post, path = "/judgements", tag = "records", request_body = JudgementRequest,
    responses((status = 200, body = Judged)))]
async fn judge(State(app): Shared, caller: Caller, Json(request): Json<JudgementRequest>) -> Answer<Judged> {
    let pair = [(entry(&request.left)?, entry(&request.right)?)];
    let why = needed("why", request.why)?;
    let verdict = match request.verdict {
        Sameness::Same => Verdict::Same,
        Sameness::Different => Verdict::Different,
        Sameness::Unsure => Verdict::Unsure,
    };
    let act = move |s: &mut cairn_work::Session| Ok(s.judge_pairs(&pair, verdict, &why, false)?);
    Ok(axum::Json(app.desk.write(caller.actor, act).await?.into()))
}
