//! What holds for every request: whence it may come, who may ask, how long it may take, what a browser may do with
//! the answer.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::App;
use crate::error::{Code, Failure, Result};

/// Where the interface lives.
pub const API: &str = "/api/v1";

/// Endpoints that answer anybody: nothing of the register is in them.
pub const OPEN: [(&str, &str); 3] = [("GET", "/health"), ("GET", "/openapi.json"), ("POST", "/session")];

const PATIENCE: Duration = Duration::from_secs(60);
const UPLOADING: Duration = Duration::from_secs(600);

/// The page loads nothing from elsewhere and runs no script that is not one of its files.
const PAGE: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";
/// Data opened by itself runs nothing; pictures may carry their own style.
const DATA: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// Stands before every handler.
pub async fn guard(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let api = path == "/api" || path.starts_with("/api/");
    let method = request.method().clone();
    let mut response = match admit(&app, &mut request, api) {
        Err(refused) => refused.into_response(),
        Ok(()) => {
            // The tag is taken before the answer is made: what is written meanwhile makes it old, never too new.
            let tag = has_tag(&method, &path).then(|| app.desk.etag());
            match &tag {
                Some(tag) if knows(request.headers(), tag) => not_modified(tag),
                _ => {
                    let mut response = within(&method, &path, next.run(request)).await;
                    if let Some(value) = tag.and_then(|tag| HeaderValue::from_str(&tag).ok())
                        && response.status() == StatusCode::OK
                    {
                        response.headers_mut().insert(header::ETAG, value);
                    }
                    response
                }
            }
        }
    };
    protect(response.headers_mut(), api);
    response
}

fn admit(app: &App, request: &mut Request, api: bool) -> Result<()> {
    app.door.host(request.headers())?;
    app.door.origin(request.method(), request.headers())?;
    let local = request.uri().path().strip_prefix(API).unwrap_or_default();
    let open = OPEN.iter().any(|(m, p)| request.method().as_str() == *m && local == *p);
    if api && !open {
        let caller = app.door.caller(request.headers())?;
        request.extensions_mut().insert(caller);
    }
    Ok(())
}

async fn within(method: &Method, path: &str, answer: impl Future<Output = Response>) -> Response {
    let upload = method == Method::POST
        && (path.ends_with("/documents") || path.ends_with("/imports") || path.ends_with("/preview"));
    let limit = if upload { UPLOADING } else { PATIENCE };
    tokio::time::timeout(limit, answer).await.unwrap_or_else(|_| {
        let words = format!("no answer within {} seconds", limit.as_secs());
        Failure::new(Code::TimedOut, words).into_response()
    })
}

/// Answers that follow from the register alone carry a tag; sessions, drafts, jobs and uploads change beside it.
fn has_tag(method: &Method, path: &str) -> bool {
    let Some(path) = path.strip_prefix(API) else { return false };
    let beside = ["/health", "/openapi.json", "/session", "/drafts", "/jobs", "/events", "/imports"];
    let is = |p: &&str| path.strip_prefix(*p).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    (method == Method::GET || method == Method::HEAD) && !beside.iter().any(is)
}

fn knows(headers: &HeaderMap, tag: &str) -> bool {
    let sent = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    sent.flat_map(|v| v.split(',')).any(|t| t.trim().trim_start_matches("W/") == tag)
}

fn not_modified(tag: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    if let Ok(value) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

fn protect(headers: &mut HeaderMap, api: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, if api { DATA } else { PAGE });
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-embedder-policy"), "require-corp");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    if api {
        // Nothing of a register stays in a browser's cache on a disk.
        set(header::CACHE_CONTROL, "no-store");
    }
}
