use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use cairn_work::{Bulletin, Silent};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::documents::{doc_id, language, short, stated};
use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::Result;
use crate::extract::{Json, Path};
use crate::types::{ComparisonOne, Intake, IntakeRequest, Publishers, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(publishers)).routes(routes!(take_in)).routes(routes!(comparison))
}

/// Who has published documents here
#[utoipa::path(get, path = "/publishers", tag = "intake", responses((status = 200, body = Publishers)))]
async fn publishers(State(app): Shared) -> Answer<Publishers> {
    let publishers = app.desk.read(|s| Ok(s.publishers()?)).await?;
    Ok(axum::Json(Publishers { version: V1, publishers: publishers.into_iter().map(Into::into).collect() }))
}

/// Take in a bulletin: its text is preserved, its claims wait, beside what its publisher said last
#[utoipa::path(post, path = "/intake", tag = "intake", request_body = IntakeRequest,
    responses((status = 201, body = Intake)))]
async fn take_in(
    State(app): Shared,
    caller: Caller,
    Json(request): Json<IntakeRequest>,
) -> Result<(StatusCode, axum::Json<Intake>)> {
    let bulletin = Bulletin {
        text: request.text,
        publisher: short("publisher", Some(request.publisher), 500)?.unwrap_or_default(),
        published: request.published,
        title: short("title", stated(request.title), 1000)?,
        lang: language(request.lang)?,
    };
    let taken = app.desk.write(caller.actor, move |s| Ok(s.intake(&bulletin, &mut Silent)?)).await?;
    let intake = Intake {
        version: V1,
        added: taken.added.into(),
        claims: taken.claims.into_iter().map(Into::into).collect(),
        comparison: taken.comparison.into(),
    };
    Ok((StatusCode::CREATED, axum::Json(intake)))
}

/// A document beside its publisher's last one
#[utoipa::path(get, path = "/documents/{doc}/comparison", tag = "intake", params(("doc" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{64}$")), responses((status = 200, body = ComparisonOne)))]
async fn comparison(State(app): Shared, Path(doc): Path<String>) -> Answer<ComparisonOne> {
    let id = doc_id(&doc)?;
    let comparison = app.desk.read(move |s| Ok(s.comparison(id)?)).await?;
    Ok(axum::Json(ComparisonOne { version: V1, comparison: comparison.into() }))
}
