//! The server as a function from requests to answers, on a small fictional register.

#![allow(missing_docs, clippy::unwrap_used)]

mod browse;
mod contract;
mod door;
mod jobs;
mod records;
mod register;
mod series;
mod together;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use cairn_register::{Passphrase, SqliteStore};
use cairn_server::Options;
use cairn_work::{Incoming, Session, Silent};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

pub const TOKEN: &str = "a token for tests";
pub const HOST: &str = "127.0.0.1:8421";
const TIME: &str = "2031-06-01T10:00:00Z";

/// Two bulletins of one publisher and a list; everything in them is invented.
const FIRST: &str = "Harbour Health Office, 17 May 2031. 12 people were killed and 30 injured in Northport on Tuesday. \
     Since the beginning of the year 140 people have been killed.";
const SECOND: &str = "Harbour Health Office, 24 May 2031. 5 people were killed and 9 injured in Northport on Tuesday. \
     Since the beginning of the year 131 people have been killed.";
pub const LIST: &str = "id,name,sex,age,date of death,place\n\
     1,Ilan Verro,m,34,2031-05-16,Northport\n\
     2,Sena Tamaki,f,29,2031-05-16,Northport\n\
     3,Oru Palmi,m,,2031-05-17,Eastfield\n\
     4,Mira Sand,f,7,2031-05-18,Eastfield\n";

pub struct Site {
    pub router: Router,
    pub folder: tempfile::TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&self.bytes)))
    }

    pub fn ok(&self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, String::from_utf8_lossy(&self.bytes));
        let value = self.json();
        assert_eq!(value["version"], 1);
        value
    }

    /// Its error code.
    pub fn code(&self) -> String {
        assert!(!self.status.is_success(), "{}", String::from_utf8_lossy(&self.bytes));
        let value = self.json();
        assert_eq!(value["version"], 1);
        assert!(!value["error"]["words"].as_str().unwrap().is_empty());
        assert!(!value["error"]["mend"].as_str().unwrap().is_empty());
        value["error"]["code"].as_str().unwrap().to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no header {name}")).to_str().unwrap()
    }
}

impl Site {
    /// With the two bulletins added; their claims wait.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self::with(&[("first.txt", FIRST, "2031-05-17"), ("second.txt", SECOND, "2031-05-24")])
    }

    pub fn with(texts: &[(&str, &str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::init(&folder.path().join("r"), &Passphrase::Plaintext).unwrap();
        let mut session = Session::new(Box::new(store), Some("First Hand".to_owned()), TIME.to_owned());
        for (name, text, published) in texts {
            let file = Incoming {
                name: (*name).to_owned(),
                bytes: text.as_bytes().to_vec(),
                published: Some((*published).to_owned()),
                publisher: Some("Harbour Health Office".to_owned()),
                ..Incoming::default()
            };
            session.add(&[file], &mut Silent).unwrap();
        }
        let options = Options {
            port: 8421,
            token: TOKEN.to_owned(),
            once: Some("once".to_owned()),
            name: "r".to_owned(),
            boundaries: Some(folder.path().join("boundaries")),
            actor: Some("Second Hand".to_owned()),
            readers: 4,
            clock: || TIME.to_owned(),
        };
        Self { router: cairn_server::router(session, &options).unwrap(), folder }
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Sends a request and reads the whole answer.
    pub async fn whole(&self, request: Request<Body>) -> Answer {
        let response = self.send(request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        Answer { status, headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.whole(request("GET", path).body(Body::empty()).unwrap()).await
    }

    pub async fn json(&self, method: &str, path: &str, body: Value) -> Answer {
        let request = request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.whole(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.json("POST", path, body).await
    }

    pub async fn file(&self, path: &str, bytes: &str) -> Answer {
        let request = request("POST", path).header(header::CONTENT_TYPE, "application/octet-stream");
        self.whole(request.body(Body::from(bytes.to_owned())).unwrap()).await
    }

    /// The claims that wait.
    pub async fn waiting(&self) -> Vec<Value> {
        self.get("/claims?limit=200").await.ok()["claims"].as_array().unwrap().clone()
    }

    /// Accepts every claim that waits.
    pub async fn accept_all(&self) -> Value {
        let decisions: Vec<Value> =
            self.waiting().await.iter().map(|c| json!({ "claim": c["id"], "verdict": "accept" })).collect();
        self.post("/claims/decisions", json!({ "decisions": decisions })).await.ok()
    }
}

/// A request with the token; `path` is below `/api/v1`.
pub fn request(method: &str, path: &str) -> axum::http::request::Builder {
    bare(method, &format!("/api/v1{path}")).header(header::AUTHORIZATION, format!("Bearer {TOKEN}"))
}

/// A request of somebody without the token; `path` is the whole path.
pub fn bare(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::HOST, HOST)
}
