use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::{Failure, Result};
use crate::extract::Json;
use crate::types::{ActorRequest, EnterRequest, Health, Session, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(health))
        .routes(routes!(description))
        .routes(routes!(who, enter, rename, leave))
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Whether the server is up
#[utoipa::path(get, path = "/health", tag = "session", responses((status = 200, body = Health)))]
async fn health() -> axum::Json<Health> {
    axum::Json(Health { version: V1, status: "ok", cairn: VERSION })
}

/// This document
#[utoipa::path(get, path = "/openapi.json", tag = "session",
    responses((status = 200, body = Object, content_type = "application/json")))]
async fn description() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], crate::openapi()).into_response()
}

/// Who acts, in which register, at which moment
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = Session)))]
async fn who(State(app): Shared, caller: Caller) -> Answer<Session> {
    let position = app.desk.read(|s| Ok(s.view_at(None)?.position.short())).await?;
    let register = app.register.clone();
    Ok(axum::Json(Session { version: V1, register, actor: caller.actor, position, cairn: VERSION }))
}

/// Exchange the launch token for a cookie
#[utoipa::path(post, path = "/session", tag = "session", request_body = EnterRequest,
    responses((status = 204, description = "The cookie is set.")))]
async fn enter(State(app): Shared, Json(request): Json<EnterRequest>) -> Result<Response> {
    let cookie = app.door.enter(&request.token, named(request.actor)?)?;
    with_cookie(&cookie)
}

/// Say who acts from now on in this session
#[utoipa::path(put, path = "/session", tag = "session", request_body = ActorRequest,
    responses((status = 204, description = "From now on.")))]
async fn rename(State(app): Shared, caller: Caller, Json(request): Json<ActorRequest>) -> Result<StatusCode> {
    app.door.rename(&caller, named(request.actor)?);
    Ok(StatusCode::NO_CONTENT)
}

/// End this session
#[utoipa::path(delete, path = "/session", tag = "session",
    responses((status = 204, description = "The cookie is gone.")))]
async fn leave(State(app): Shared, caller: Caller) -> Result<Response> {
    with_cookie(&app.door.leave(&caller))
}

fn with_cookie(cookie: &str) -> Result<Response> {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let value = HeaderValue::from_str(cookie).map_err(Failure::internal)?;
    response.headers_mut().insert(header::SET_COOKIE, value);
    Ok(response)
}

/// A name of nobody is nobody.
fn named(actor: Option<String>) -> Result<Option<String>> {
    let actor = actor.map(|a| a.trim().to_owned()).filter(|a| !a.is_empty());
    match &actor {
        Some(name) if name.chars().count() > 200 => {
            let words = "the name is longer than 200 characters";
            Err(Failure::new(crate::error::Code::BadRequest, words).of("actor"))
        }
        _ => Ok(actor),
    }
}
