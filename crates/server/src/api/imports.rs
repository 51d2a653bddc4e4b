use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use cairn_work::{Incoming, PreviewOptions};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::browse::day;
use super::documents::{file_name, short, stated};
use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::{Failure, Result};
use crate::extract::{File, Json, Path, Query, TABLE};
use crate::jobs::Access;
use crate::types::{
    ImportReport, ImportRequest, Job, Preview, PreviewOne, PreviewRequest, UploadOne, UploadRow, Uploads, V1,
};
use crate::uploads::Upload;

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, send))
        .routes(routes!(one, forget))
        .routes(routes!(preview))
        .routes(routes!(run))
}

impl Upload {
    fn row(&self) -> UploadRow {
        UploadRow {
            upload: self.id.clone(),
            name: self.name.clone(),
            bytes: self.bytes.len(),
            came: self.came.clone(),
        }
    }

    fn incoming(&self) -> Incoming {
        Incoming { name: self.name.clone(), bytes: self.bytes.to_vec(), ..Incoming::default() }
    }
}

/// Looks at a list away from the threads that answer.
async fn look(upload: Arc<Upload>, options: PreviewOptions) -> Result<Preview> {
    let looked = tokio::task::spawn_blocking(move || cairn_work::preview(&upload.incoming(), &options));
    Ok(looked.await.map_err(Failure::internal)??.into())
}

/// Files that wait to be imported
#[utoipa::path(get, path = "/imports", tag = "imports", responses((status = 200, body = Uploads)))]
async fn list(State(app): Shared) -> axum::Json<Uploads> {
    let uploads = app.uploads.list().iter().map(|u| u.row()).collect();
    axum::Json(Uploads { version: V1, uploads })
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SendQuery {
    /// File name, without folders.
    #[param(min_length = 1, max_length = 255)]
    name: String,
}

/// Send a list; nothing is imported yet
#[utoipa::path(post, path = "/imports", tag = "imports", params(SendQuery),
    request_body(content_type = "application/octet-stream", content = Vec<u8>),
    responses((status = 201, body = UploadOne)))]
async fn send(
    State(app): Shared,
    Query(q): Query<SendQuery>,
    File(bytes): File<TABLE>,
) -> Result<(StatusCode, axum::Json<UploadOne>)> {
    let name = file_name(&q.name)?;
    let digest: [u8; 32] =
        Sha256::new_with_prefix(name.as_bytes()).chain_update([0]).chain_update(&bytes).finalize().into();
    let id: String = digest[..8].iter().map(|b| format!("{b:02x}")).collect();
    let upload = Arc::new(Upload { id, name, bytes, came: app.desk.now() });
    // What is no list is refused before it takes room.
    let preview = look(Arc::clone(&upload), PreviewOptions::default()).await?;
    app.uploads.hold(Arc::clone(&upload))?;
    Ok((StatusCode::CREATED, axum::Json(UploadOne { version: V1, upload: upload.row(), preview })))
}

/// A list that waits, as it would be imported
#[utoipa::path(get, path = "/imports/{upload}", tag = "imports", params(("upload" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{16}$")), responses((status = 200, body = UploadOne)))]
async fn one(State(app): Shared, Path(id): Path<String>) -> Answer<UploadOne> {
    let upload = app.uploads.one(&id)?;
    let preview = look(Arc::clone(&upload), PreviewOptions::default()).await?;
    Ok(axum::Json(UploadOne { version: V1, upload: upload.row(), preview }))
}

/// Drop a list that waits
#[utoipa::path(delete, path = "/imports/{upload}", tag = "imports", params(("upload" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{16}$")), responses((status = 204, description = "It is gone.")))]
async fn forget(State(app): Shared, Path(id): Path<String>) -> Result<StatusCode> {
    app.uploads.drop(&id)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The list again, columns read otherwise
#[utoipa::path(post, path = "/imports/{upload}/preview", tag = "imports", params(("upload" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{16}$")), request_body = PreviewRequest,
    responses((status = 200, body = PreviewOne)))]
async fn preview(
    State(app): Shared,
    Path(id): Path<String>,
    Json(request): Json<PreviewRequest>,
) -> Answer<PreviewOne> {
    short("map", request.map.clone(), 500_000)?;
    short("act", request.act.clone(), 100)?;
    short("said_by", request.said_by.clone(), 500)?;
    let preview = look(app.uploads.one(&id)?, request.into()).await?;
    Ok(axum::Json(PreviewOne { version: V1, preview }))
}

/// Import the list, or find out what that would do: a job
#[utoipa::path(post, path = "/imports/{upload}/run", tag = "imports", params(("upload" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{16}$")), request_body = ImportRequest,
    responses((status = 202, body = Job)))]
async fn run(
    State(app): Shared,
    caller: Caller,
    Path(id): Path<String>,
    Json(request): Json<ImportRequest>,
) -> Result<(StatusCode, axum::Json<Job>)> {
    short("map", request.map.clone(), 500_000)?;
    short("act", request.act.clone(), 100)?;
    let words = [("said_by", &request.said_by), ("series", &request.series), ("key", &request.key)];
    for (field, text) in words.into_iter().chain([("publisher", &request.publisher)]) {
        short(field, text.clone(), 500)?;
    }
    // Said at once rather than by a job that fails.
    day("published", stated(request.published.clone()))?;
    let upload = app.uploads.one(&id)?;
    let (kind, access) = match request.dry_run {
        true => ("dry_run", Access::Read),
        false => ("import", Access::Write),
    };
    let uploads = Arc::clone(&app);
    let title = (kind, upload.name.clone());
    let job = app.jobs.start(&app.desk, title, access, caller.actor, move |session, progress| {
        let file = Incoming {
            publisher: stated(request.publisher.clone()),
            published: stated(request.published.clone()),
            ..upload.incoming()
        };
        let report = session.import(&file, &request.options(), progress)?;
        let report = ImportReport::from(report);
        if access == Access::Write && report.batch.is_some() {
            // It may have been dropped by hand meanwhile.
            let _ = uploads.uploads.drop(&upload.id);
            // The list counts already; only its words are not found yet, and what is left out now is done at the next
            // start.
            let _ = session.index(progress);
        }
        Ok(Some(report))
    })?;
    Ok((StatusCode::ACCEPTED, axum::Json(job)))
}
