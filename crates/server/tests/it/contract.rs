use std::path::Path;

use axum::body::Body;
use axum::http::StatusCode;
use cairn_server::{Code, OPEN, openapi};
use serde_json::Value;

use crate::{Site, bare};

fn operations() -> Vec<(String, String, Value)> {
    let document: Value = serde_json::from_str(&openapi()).unwrap();
    let mut out = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if ["get", "put", "post", "delete", "patch"].contains(&method.as_str()) {
                out.push((method.to_uppercase(), path.clone(), operation.clone()));
            }
        }
    }
    out
}

/// The contract changes only on purpose: `CAIRN_UPDATE=1 cargo test -p cairn-server` writes it anew.
#[test]
fn the_committed_description_is_the_one_of_the_types() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    if std::env::var_os("CAIRN_UPDATE").is_some() {
        std::fs::write(&file, openapi()).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap();
    assert!(committed == openapi(), "openapi.json is not what the types say: CAIRN_UPDATE=1 writes it anew");
    let document: Value = serde_json::from_str(&committed).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
}

/// Every code that an answer may hold and a page has words for. The page's own tests read the committed list.
#[test]
fn the_committed_codes_are_those_of_the_program() {
    let mut contradictions = cairn_count::Code::ALL.map(cairn_count::Code::code).to_vec();
    contradictions.extend(["cumulative_falls", "part_exceeds_whole"]);
    let remarks: Vec<&str> = cairn_work::REMARKS.into_iter().chain(cairn_import::REMARKS).collect();
    let codes = serde_json::json!({
        "errors": Code::ALL.iter().map(|c| c.name()).collect::<Vec<_>>(),
        "fields": cairn_work::record::FIELD_CODES.to_vec(),
        "rows": cairn_import::FLAGS.to_vec(),
        "remarks": remarks,
        "because": cairn_import::Because::ALL.map(cairn_import::Because::code),
        "contradictions": contradictions,
    });
    let codes = format!("{}\n", serde_json::to_string_pretty(&codes).unwrap());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("codes.json");
    if std::env::var_os("CAIRN_UPDATE").is_some() {
        std::fs::write(&file, &codes).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == codes, "codes.json is not what the program says: CAIRN_UPDATE=1 writes it anew");
}

#[tokio::test]
async fn every_endpoint_refuses_whoever_has_no_token() {
    let site = Site::new();
    let mut refused = 0;
    for (method, path, operation) in operations() {
        let local = path.strip_prefix("/api/v1").unwrap().to_owned();
        let open = OPEN.contains(&(method.as_str(), local.as_str()));
        assert_eq!(
            operation.get("security").is_none(),
            open,
            "{method} {path} says something else than it does"
        );
        if open {
            continue;
        }
        let path = path.replace("{doc}", &"0".repeat(64)).replace(['{', '}'], "");
        for header in [None, Some("Bearer "), Some("Bearer another token"), Some("Basic YTpi")] {
            let mut request = bare(&method, &path).header("content-type", "application/json");
            if let Some(value) = header {
                request = request.header("authorization", value);
            }
            let answer = site.whole(request.body(Body::from("{}")).unwrap()).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path} {header:?}");
            assert_eq!(answer.code(), "unauthorised");
        }
        refused += 1;
    }
    assert!(refused > 20, "only {refused} endpoints are listed");
    // What no endpoint claims is refused as well: nobody learns what is there.
    let answer = site.whole(bare("GET", "/api/v1/nothing").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_open_endpoints_are_those_that_say_so() {
    let site = Site::new();
    for path in ["/api/v1/health", "/api/v1/openapi.json"] {
        let answer = site.whole(bare("GET", path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(
            !String::from_utf8(answer.bytes).unwrap().contains("Harbour"),
            "{path} tells of the register"
        );
    }
}

#[test]
fn every_code_of_an_error_is_explained_and_no_other() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md");
    let text = std::fs::read_to_string(file).unwrap();
    let explained: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .map(|(code, rest)| (code, rest.split(' ').next().unwrap()))
        .collect();
    for code in Code::ALL {
        let status = code.status().to_string();
        assert!(
            explained.contains(&(code.name(), &status)),
            "{} ({status}) is not in docs/errors.md",
            code.name()
        );
    }
    for (code, _) in &explained {
        assert!(Code::ALL.iter().any(|c| c.name() == *code), "docs/errors.md explains {code}, which is none");
    }
}
