//! The HTTP interface of a register, described by an OpenAPI document that is made from the types, and the page.
//!
//! It binds the loopback only, answers only who has its launch token, and calls the verbs of `work` and nothing else.
//! Nothing that is asked or answered is written to a log.

mod api;
mod assets;
mod desk;
mod door;
mod error;
mod events;
mod extract;
mod guard;
mod jobs;
mod serve;
mod types;
mod uploads;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use axum::response::IntoResponse;
use cairn_work::Session;

pub use desk::Clock;
pub use door::secret;
pub use error::Code;
pub use guard::OPEN;
pub use serve::{ServeError, Stop, run};

use desk::Desk;
use door::Door;
use error::Failure;
use jobs::Jobs;
use uploads::Uploads;

/// How a register is served.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port of the loopback.
    pub port: u16,
    /// The launch token.
    pub token: String,
    /// A token that opens once: for a browser that the program starts, whose command line others may see.
    pub once: Option<String>,
    /// The register's name for people: that of its folder.
    pub name: String,
    /// Where sets of boundaries lie, GeoJSON files that say whose they are.
    pub boundaries: Option<std::path::PathBuf>,
    /// Who acts, unless a browser's session says otherwise.
    pub actor: Option<String>,
    /// Questions answered at a time.
    pub readers: usize,
    /// Tells the time.
    pub clock: Clock,
}

/// What every handler knows.
struct App {
    desk: Arc<Desk>,
    door: Door,
    jobs: Arc<Jobs>,
    uploads: Uploads,
    register: types::RegisterName,
    boundaries: Option<std::path::PathBuf>,
}

/// The whole server as a function from requests to answers.
///
/// # Errors
/// When the register cannot be opened for readers, or the system gives no random bytes.
pub fn router(session: Session, options: &Options) -> cairn_work::Result<Router> {
    Ok(assembled(session, options)?.0)
}

/// Fills the search index where an earlier run left it.
fn index_the_rest(app: &Arc<App>) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let whole = app.desk.read(|s| Ok(s.indexing()?.is_whole())).await;
        if matches!(whole, Ok(false)) {
            let work = |session: &mut Session, progress: &mut dyn cairn_work::Progress| {
                session.index(progress)?;
                Ok(None)
            };
            // When too many jobs wait already, the next start goes on.
            let _ = app.jobs.start(&app.desk, ("index", String::new()), jobs::Access::Write, None, work);
        }
    });
}

fn assembled(mut session: Session, options: &Options) -> cairn_work::Result<(Router, Arc<Jobs>)> {
    let (events, _) = tokio::sync::broadcast::channel(1024);
    let register = types::RegisterName {
        id: session.store().id().to_owned(),
        name: options.name.clone(),
        encrypted: session.store().encrypted(),
    };
    let start = door::secret().map_err(|_| cairn_register::Error::Random)?;
    let start = start[..12].to_owned();
    let app = Arc::new(App {
        desk: Arc::new(Desk::new(session, options.readers, options.clock, start, events.clone())?),
        door: Door::new(&options.token, options.once.as_deref(), options.port, options.actor.clone()),
        jobs: Arc::new(Jobs::new(events)),
        uploads: Uploads::default(),
        register,
        boundaries: options.boundaries.clone(),
    });
    let jobs = Arc::clone(&app.jobs);
    if tokio::runtime::Handle::try_current().is_ok() {
        index_the_rest(&app);
    }
    let (api, _) = api::described();
    let router = api
        .method_not_allowed_fallback(|| async {
            Failure::new(Code::MethodNotAllowed, "the path takes other methods")
        })
        .fallback(page)
        .with_state(Arc::clone(&app))
        .layer(axum::middleware::from_fn_with_state(app, guard::guard));
    Ok((router, jobs))
}

/// The OpenAPI document, as committed in `openapi.json`.
#[must_use]
pub fn openapi() -> String {
    let mut text = api::described().1.to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}

/// Whatever is no endpoint is a state of the page or one of its files.
async fn page(request: Request) -> axum::response::Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return Failure::new(Code::UnknownPath, "nothing lives at this path").into_response();
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Failure::new(Code::MethodNotAllowed, "the page is only read").into_response();
    }
    assets::answer(path, request.headers())
}
