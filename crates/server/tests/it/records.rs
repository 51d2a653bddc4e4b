use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::Site;

fn draft(name: &str) -> Value {
    json!({ "kind": "person", "note": format!("{name}, about 30, was killed in Northport on 17 May 2031."),
        "said_by": "Neighbour", "names": [name], "age": "about 30", "sex": "f", "place": "Northport",
        "when": "17 May 2031", "acts": [{ "type": "killed" }], "status": null, "reason": "told by telephone" })
}

#[tokio::test]
async fn a_person_is_recorded_mended_judged_and_withdrawn() {
    let site = Site::with(&[]);
    let checked = site.post("/records/check", draft("Sena Tamaki")).await.ok();
    assert_eq!(checked["fields"], json!([]));
    assert_eq!(site.get("/overview").await.ok()["accounts"], 0);
    let recorded = site.post("/records", draft("Sena Tamaki")).await;
    assert_eq!(recorded.status, StatusCode::CREATED, "{}", String::from_utf8_lossy(&recorded.bytes));
    let recorded = recorded.ok();
    let first = recorded["accounts"][0].as_str().unwrap().to_owned();
    assert_eq!(site.get("/nearest?name=Sena%20T").await.ok()["nearest"][0]["account"], first);
    let history = site.get("/history?limit=1").await.ok();
    assert_eq!(history["batches"][0]["reason"], "told by telephone");
    let second =
        site.post("/records", draft("Sena Tamaky")).await.ok()["accounts"][0].as_str().unwrap().to_owned();
    let count =
        || async { site.get("/figures?metric=killed").await.ok()["figures"][0]["documented"].clone() };
    assert_eq!(count().await["high"], 2);
    let same =
        json!({ "left": first, "right": second, "verdict": "same", "why": "one woman, two spellings" });
    let judged = site.post("/judgements", same.clone()).await.ok();
    assert_eq!(judged["pairs"][0]["verdict"], "same");
    assert_eq!(count().await["high"], 1);
    assert_eq!(site.get(&format!("/subjects/{second}")).await.ok()["accounts"].as_array().unwrap().len(), 2);
    // Our slip: a new account stands in the place of the old one.
    assert_eq!(site.get(&format!("/accounts/{second}/draft")).await.ok()["draft"]["sex"], "f");
    let wish = json!({ "changes": { "age": "about 40" }, "reason": "misheard", "preview": true });
    let path = format!("/accounts/{second}/amendments");
    let preview = site.post(&path, wish.clone()).await.ok();
    assert_eq!((&preview["batch"], &preview["changed"][0]["is"].is_string()), (&Value::Null, &true));
    let mut wish = wish;
    wish["preview"] = json!(false);
    let mended = site.post(&path, wish).await.ok();
    let now = mended["changed"][0]["now"].as_str().unwrap().to_owned();
    let withdrawal = json!({ "reason": "the neighbour spoke of another" });
    let withdrawn = site.post(&format!("/accounts/{now}/withdrawal"), withdrawal).await.ok();
    assert!(withdrawn["batch"].is_string());
    for (path, body, code) in [
        ("/records", json!({ "kind": "person", "colour": "blue" }), "fields_do_not_fit"),
        ("/records", json!({ "kind": "person", "age": 30 }), "fields_do_not_fit"),
        ("/records", json!({ "kind": "stone", "note": "x" }), "fields_do_not_fit"),
        ("/records", json!([]), "bad_request"),
        (
            "/judgements",
            json!({ "left": first, "right": first, "verdict": "same", "why": "x" }),
            "does_not_fit",
        ),
        ("/judgements", json!({ "left": "x", "right": first, "verdict": "same", "why": "x" }), "unknown_id"),
        ("/accounts/00000000-1/withdrawal", json!({ "reason": "x" }), "unknown_id"),
        (path.as_str(), json!({ "changes": {}, "reason": " " }), "does_not_fit"),
    ] {
        assert_eq!(site.post(path, body.clone()).await.code(), code, "{path} {body}");
    }
    let mut wrong = draft("Sena");
    wrong["age"] = json!("a while");
    let fields = site.post("/records/check", wrong.clone()).await.ok()["fields"].clone();
    assert_eq!(fields[0]["field"], "age");
    let refused = site.post("/records", wrong).await;
    assert_eq!(refused.json()["error"]["fields"], fields);
}
