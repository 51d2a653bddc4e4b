//! The page: files of `web/dist`, from the binary or, in a development build, from the folder.

use std::path::{Component, Path, PathBuf};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use sha2::{Digest, Sha256};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/page.rs"));
}

/// What stands in the place of a page that was not built.
const ABSENT: &str = include_str!("absent.html");

struct Found {
    bytes: Vec<u8>,
    gzip: bool,
}

/// Answers a request for a file of the page; any other path is a state of the page and gets its index.
pub fn answer(path: &str, headers: &HeaderMap) -> Response<Body> {
    let name = path.trim_start_matches('/');
    let zipped = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|e| e.split(';').next().map(str::trim) == Some("gzip")));
    let hashed = name.starts_with("assets/");
    let (name, found) = match file(name, zipped) {
        Some(found) if !name.is_empty() => (name, Some(found)),
        // What looks like a file and is none must not come back as a page.
        None if hashed || name.rsplit('/').next().is_some_and(|last| last.contains('.')) => (name, None),
        _ => ("index.html", file("index.html", zipped)),
    };
    let Some(Found { bytes, gzip }) = found else {
        return match name {
            "index.html" => whole(StatusCode::OK, "text/html; charset=utf-8", ABSENT.into(), headers, false),
            _ => whole(
                StatusCode::NOT_FOUND,
                "text/plain; charset=utf-8",
                b"No such file.\n".to_vec(),
                headers,
                false,
            ),
        };
    };
    let mut response = whole(StatusCode::OK, media(name), bytes, headers, hashed);
    if gzip {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn whole(status: StatusCode, media: &str, bytes: Vec<u8>, asked: &HeaderMap, hashed: bool) -> Response<Body> {
    let digest: [u8; 32] = Sha256::digest(&bytes).into();
    let tag: String = digest[..12].iter().map(|b| format!("{b:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let known = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|v| v == tag);
    let mut response = match known && status == StatusCode::OK {
        true => Response::new(Body::empty()),
        false => Response::new(Body::from(bytes)),
    };
    *response.status_mut() =
        if known && status == StatusCode::OK { StatusCode::NOT_MODIFIED } else { status };
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, value);
    }
    if let Ok(value) = HeaderValue::from_str(media) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    // Names under assets/ carry the hash of their content; everything else is asked for again.
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn file(name: &str, zipped: bool) -> Option<Found> {
    if let Ok(at) = embedded::FILES.binary_search_by(|(n, ..)| (*n).cmp(name)) {
        let (_, bytes, gzip) = embedded::FILES[at];
        return Some(match gzip.filter(|_| zipped) {
            Some(gzip) => Found { bytes: gzip.to_vec(), gzip: true },
            None => Found { bytes: bytes.to_vec(), gzip: false },
        });
    }
    let folder = development()?;
    let plain = Path::new(name).components().all(|c| matches!(c, Component::Normal(_)));
    let bytes = std::fs::read(folder.join(name).canonicalize().ok().filter(|_| plain)?).ok()?;
    Some(Found { bytes, gzip: false })
}

/// The folder that a development build reads.
fn development() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    (cfg!(debug_assertions) && embedded::FILES.is_empty()).then_some(folder).filter(|f| f.is_dir())
}

fn media(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "geojson" => "application/geo+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
