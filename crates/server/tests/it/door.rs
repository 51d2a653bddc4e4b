use axum::body::Body;
use axum::http::StatusCode;
use serde_json::json;

use crate::{HOST, Site, bare, request};

#[tokio::test]
async fn a_browser_exchanges_the_token_for_a_cookie() {
    let site = Site::new();
    let enter = |token: &str| {
        bare("POST", "/api/v1/session")
            .header("content-type", "application/json")
            .header("origin", ["http://", HOST].concat())
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(json!({ "token": token, "actor": "Third Hand" }).to_string()))
            .unwrap()
    };
    assert_eq!(site.whole(enter("wrong")).await.code(), "unauthorised");
    let entered = site.whole(enter(crate::TOKEN)).await;
    assert_eq!(entered.status, StatusCode::NO_CONTENT);
    let cookie = entered.header("set-cookie").to_owned();
    for part in ["cairn_8421=", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let with = |method: &str, path: &str, body: Body| {
        bare(method, path)
            .header("cookie", &cookie)
            .header("content-type", "application/json")
            .body(body)
            .unwrap()
    };
    let who = site.whole(with("GET", "/api/v1/session", Body::empty())).await.ok();
    assert_eq!(who["actor"], "Third Hand");
    assert_eq!(who["register"]["name"], "r");
    let renamed = with("PUT", "/api/v1/session", Body::from(json!({ "actor": "Fourth Hand" }).to_string()));
    assert_eq!(site.whole(renamed).await.status, StatusCode::NO_CONTENT);
    let who = site.whole(with("GET", "/api/v1/session", Body::empty())).await.ok();
    assert_eq!(who["actor"], "Fourth Hand");
    // What is written is written as whoever acts in that session.
    let claim = site.waiting().await[0]["id"].clone();
    let body = json!({ "decisions": [{ "claim": claim, "verdict": "reject" }] }).to_string();
    site.whole(with("POST", "/api/v1/claims/decisions", Body::from(body))).await.ok();
    assert_eq!(site.get("/history?limit=1").await.ok()["batches"][0]["actor"], "Fourth Hand");
    let left = site.whole(with("DELETE", "/api/v1/session", Body::empty())).await;
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(site.whole(with("GET", "/api/v1/session", Body::empty())).await.code(), "unauthorised");
    // The token that the browser was started with opens once.
    assert_eq!(site.whole(enter("once")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(site.whole(enter("once")).await.code(), "unauthorised");
}

#[tokio::test]
async fn a_name_that_is_not_this_servers_is_refused() {
    let site = Site::new();
    for host in
        ["example.org", "example.org:8421", "127.0.0.1:8422", "127.0.0.1", "localhost:8421.example.org", ""]
    {
        for path in ["/", "/api/v1/health", "/api/v1/overview"] {
            let request = axum::http::Request::builder()
                .uri(path)
                .header("host", host)
                .header("authorization", format!("Bearer {}", crate::TOKEN));
            let answer = site.whole(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host} {path}");
        }
    }
    for host in [HOST, "localhost:8421", "[::1]:8421"] {
        let request = axum::http::Request::builder().uri("/api/v1/health").header("host", host);
        assert_eq!(site.whole(request.body(Body::empty()).unwrap()).await.status, StatusCode::OK, "{host}");
    }
    let none = axum::http::Request::builder().uri("/api/v1/health").body(Body::empty()).unwrap();
    assert_eq!(site.whole(none).await.code(), "wrong_host");
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let site = Site::new();
    let send = |header: &'static str, value: &'static str| {
        request("PUT", "/drafts/x")
            .header("content-type", "application/json")
            .header(header, value)
            .body(Body::from("{}"))
            .unwrap()
    };
    for origin in
        ["http://example.org", "null", "http://127.0.0.1:8422", "https://127.0.0.1:8421", "http://127.0.0.1"]
    {
        assert_eq!(site.whole(send("origin", origin)).await.code(), "wrong_origin", "{origin}");
    }
    for from in ["cross-site", "same-site"] {
        assert_eq!(site.whole(send("sec-fetch-site", from)).await.code(), "wrong_origin", "{from}");
    }
    assert_eq!(site.whole(send("origin", "http://127.0.0.1:8421")).await.status, StatusCode::OK);
    assert_eq!(site.whole(send("sec-fetch-site", "same-origin")).await.status, StatusCode::OK);
    // No other site may embed an answer either; a link to the page works.
    let embedded =
        bare("GET", "/").header("sec-fetch-site", "cross-site").header("sec-fetch-mode", "no-cors");
    assert_eq!(site.whole(embedded.body(Body::empty()).unwrap()).await.code(), "wrong_origin");
    let link = bare("GET", "/").header("sec-fetch-site", "cross-site").header("sec-fetch-mode", "navigate");
    assert_eq!(site.whole(link.body(Body::empty()).unwrap()).await.status, StatusCode::OK);
    // A form of another site can send only simple types.
    let form =
        request("PUT", "/drafts/x").header("content-type", "text/plain").body(Body::from("{}")).unwrap();
    assert_eq!(site.whole(form).await.code(), "wrong_media_type");
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_it() {
    let site = Site::new();
    let unauthorised = bare("GET", "/api/v1/overview").body(Body::empty()).unwrap();
    for answer in [site.get("/overview").await, site.get("/nothing").await, site.whole(unauthorised).await] {
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
    }
    let page = site.whole(bare("GET", "/register").body(Body::empty()).unwrap()).await;
    assert_eq!((page.status, page.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'self'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("cache-control"), "no-cache");
    let again = bare("GET", "/").header("if-none-match", page.header("etag")).body(Body::empty()).unwrap();
    assert_eq!(site.whole(again).await.status, StatusCode::NOT_MODIFIED);
    for path in ["/assets/none.js", "/none.png", "/assets/../../../Cargo.toml", "/..%2f..%2fCargo.toml"] {
        let answer = site.whole(bare("GET", path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn bodies_have_limits() {
    let site = Site::new();
    let large = "x".repeat((1 << 20) + 1);
    let answer = site.post("/claims/decisions", json!({ "decisions": [], "reason": large })).await;
    assert_eq!(answer.code(), "too_large");
    let answer = site.json("PUT", "/drafts/large", json!({ "text": "x".repeat(300 << 10) })).await;
    assert_eq!(answer.code(), "too_large");
}
