use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::error::Result;
use crate::events::{Event, Wanted, stream};
use crate::extract::Path;
use crate::types::{Job, Jobs, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(one))
        .routes(routes!(cancel))
        .routes(routes!(follow))
        .routes(routes!(events))
}

/// Jobs since the server started, the newest first
#[utoipa::path(get, path = "/jobs", tag = "jobs", responses((status = 200, body = Jobs)))]
async fn list(State(app): Shared) -> axum::Json<Jobs> {
    axum::Json(Jobs { version: V1, jobs: app.jobs.list() })
}

/// One job
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs", params(("id" = String, Path, description = "Its id",
    pattern = "^[0-9a-f]{16}$")), responses((status = 200, body = Job)))]
async fn one(State(app): Shared, Path(id): Path<String>) -> Answer<Job> {
    Ok(axum::Json(app.jobs.one(&id)?))
}

/// Ask a job to stop; it leaves nothing half done
#[utoipa::path(post, path = "/jobs/{id}/cancel", tag = "jobs", params(("id" = String, Path, description = "Its id",
    pattern = "^[0-9a-f]{16}$")), responses((status = 202, body = Job)))]
async fn cancel(State(app): Shared, Path(id): Path<String>) -> Result<(StatusCode, axum::Json<Job>)> {
    Ok((StatusCode::ACCEPTED, axum::Json(app.jobs.cancel(&id)?)))
}

/// A job as it goes on: events `job`, until it ends
#[utoipa::path(get, path = "/jobs/{id}/events", tag = "jobs", params(("id" = String, Path, description = "Its id",
    pattern = "^[0-9a-f]{16}$")), responses((status = 200, description = "Events, data of each a Job", content_type = "text/event-stream")))]
async fn follow(State(app): Shared, Path(id): Path<String>) -> Result<Response> {
    // Listening begins before the look, so that no step falls between.
    let events = app.jobs.events();
    let job = app.jobs.one(&id)?;
    let wanted = move |event: &Event| match event {
        Event::Job(job) if job.id == id && job.state.is_ended() => Wanted::Last,
        Event::Job(job) if job.id == id => Wanted::Yes,
        _ => Wanted::No,
    };
    Ok(stream(Some(Event::Job(Box::new(job))), events, wanted).into_response())
}

/// Everything that goes on: events `job`, and `changed` when something was written
#[utoipa::path(get, path = "/events", tag = "jobs",
    responses((status = 200, description = "Events, data of `job` a Job", content_type = "text/event-stream")))]
async fn events(State(app): Shared) -> Response {
    let events = app.jobs.events();
    let now = Event::Changed { etag: app.desk.etag() };
    stream(Some(now), events, |_| Wanted::Yes).into_response()
}
