use axum::body::Body;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{Site, request};

#[tokio::test]
async fn a_claim_is_read_accepted_counted_and_walked_back() {
    let site = Site::new();
    let documents = site.get("/documents").await.ok();
    assert_eq!(documents["total"], 2);
    let doc = documents["documents"][1]["doc"].as_str().unwrap().to_owned();
    assert_eq!(documents["documents"][1]["name"], "first.txt");
    assert_eq!(documents["documents"][1]["publisher"], "Harbour Health Office");
    assert_eq!(documents["documents"][1]["kind"], "text");
    let text = site.get(&format!("/documents/{doc}/text")).await.ok();
    let whole: Vec<char> = text["text"].as_str().unwrap().chars().collect();
    let claims = text["claims"].as_array().unwrap();
    assert!(claims.len() >= 3, "{claims:?}");
    for claim in claims {
        let at = |name: &str| claim[name].as_u64().unwrap() as usize;
        let quote: String = whole[at("start")..at("end")].iter().collect();
        assert_eq!(claim["quote"], quote);
    }
    let killed = claims.iter().find(|c| c["low"] == 12).unwrap();
    let id = killed["id"].as_str().unwrap();
    assert_eq!(site.get(&format!("/claims/{id}")).await.ok()["words"]["quote"], killed["quote"]);
    let body = json!({ "decisions": [{ "claim": id, "verdict": "accept" }], "reason": "it stands there" });
    let decided = site.post("/claims/decisions", body.clone()).await.ok();
    let account = decided["accepted"][0]["account"].as_str().unwrap().to_owned();
    assert_eq!(site.post("/claims/decisions", body).await.code(), "already_decided");
    let figures = site.get("/figures?metric=killed").await.ok();
    let reported: Vec<&Value> = figures["figures"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|f| f["reported"].as_array().unwrap())
        .collect();
    assert_eq!((reported.len(), &reported[0]["low"]), (1, &json!(12)));
    assert_eq!(reported[0]["account"], account);
    let explained = site.get("/explain?metric=killed").await.ok();
    assert_eq!(explained["accounts"][0]["words"]["quote"], killed["quote"]);
    let back = site.get(&format!("/provenance/{account}")).await.ok();
    assert_eq!((&back["is"], &back["document"]["name"]), (&json!("account"), &json!("first.txt")));
    assert_eq!((&back["said_on"], &back["words"]["quote"]), (&json!("2031-05-17"), &killed["quote"]));
    assert_eq!(
        (&back["entry"]["actor"], &back["entry"]["reason"]),
        (&json!("Second Hand"), &json!("it stands there"))
    );
    for id in [id, &doc, back["entry"]["batch"].as_str().unwrap()] {
        assert!(site.get(&format!("/provenance/{id}")).await.ok()["entry"]["time"].is_string(), "{id}");
    }
    let overview = site.get("/overview").await.ok();
    assert_eq!((&overview["documents"], &overview["accounts"]), (&json!(2), &json!(1)));
    assert_eq!(overview["figures"][0]["reported_total"], 1);
    assert_eq!(site.get("/metrics").await.ok()["metrics"], json!(["killed"]));
}

#[tokio::test]
async fn a_claim_is_corrected_where_the_machine_read_wrongly() {
    let site = Site::new();
    let claims = site.waiting().await;
    let of = |n: u64| claims.iter().find(|c| c["low"] == n).unwrap()["id"].clone();
    let corrected = json!({ "high": null, "low": 13, "qualifier": "at_least", "place": "Northport harbour",
        "source": "Mayor of Northport", "resolved_from": "2031-05-13", "resolved_to": "2031-05-13",
        "responsible": "unknown aircraft", "stance": "accuses" });
    let decisions = json!([
        { "claim": of(12), "verdict": "accept", "corrected": corrected },
        { "claim": of(30), "verdict": "reject" },
    ]);
    let decided = site.post("/claims/decisions", json!({ "decisions": decisions })).await.ok();
    assert_eq!(decided["rejected"], json!([of(30)]));
    let answer = site.get("/figures?metric=killed").await.ok();
    let reported = answer["figures"][0]["reported"][0].clone();
    let seen =
        ["low", "high", "qualifier", "place", "said_by", "as_of", "responsible"].map(|f| reported[f].clone());
    assert_eq!(
        json!(seen),
        json!([
            13,
            null,
            "at_least",
            "Northport harbour",
            "Mayor of Northport",
            "2031-05-13",
            "unknown aircraft"
        ])
    );
    assert_eq!(site.get("/claims?state=all&limit=200").await.ok()["counts"]["rejected"], 1);
    // One act, undone as one.
    let batch = decided["batch"].as_str().unwrap();
    let undone = site.post(&format!("/history/{batch}/undo"), json!({})).await.ok();
    assert_eq!(undone["accounts"], 1);
    assert_eq!(site.waiting().await.len(), claims.len());
    assert_eq!(site.post(&format!("/history/{batch}/undo"), json!({})).await.code(), "already_undone");
    // Nothing is decided when one of them does not fit.
    for (wrong, code) in [
        (json!({ "metric": "nothing of the kind" }), "does_not_fit"),
        (json!({ "low": 14, "high": 13 }), "does_not_fit"),
        (json!({ "resolved_from": "2031-02-30" }), "bad_date"),
        (json!({ "resolved_from": "2031-05-14", "resolved_to": "2031-05-13" }), "does_not_fit"),
        (json!({ "low": "many" }), "bad_request"),
        (json!({ "lows": 3 }), "bad_request"),
    ] {
        let decisions = json!([
            { "claim": of(30), "verdict": "accept" },
            { "claim": of(12), "verdict": "accept", "corrected": wrong },
        ]);
        let answer = site.post("/claims/decisions", json!({ "decisions": decisions })).await;
        assert_eq!(answer.code(), code, "{wrong}");
        assert_eq!(site.waiting().await.len(), claims.len());
    }
    let twice = json!([{ "claim": of(12), "verdict": "accept" }, { "claim": of(12), "verdict": "reject" }]);
    assert_eq!(site.post("/claims/decisions", json!({ "decisions": twice })).await.code(), "does_not_fit");
}

#[tokio::test]
async fn documents_come_in_once_and_go_out_as_they_came() {
    let site = Site::with(&[]);
    let path =
        "/documents?name=folder%2Fnotiz+%D7%90.txt&published=2031-05-20&publisher=Relief+Desk&title=Note";
    let text = "Relief Desk: 3 people were wounded in Eastfield on Monday.";
    let added = site.file(path, text).await;
    assert_eq!(added.status, StatusCode::CREATED);
    let added = added.ok()["added"].clone();
    assert_eq!((&added["name"], &added["kind"]), (&json!("notiz א.txt"), &json!("text")));
    assert!(added["batch"].is_string());
    assert_eq!(site.file(path, text).await.ok()["added"]["batch"], Value::Null);
    let doc = added["doc"].as_str().unwrap();
    let row = site.get(&format!("/documents/{doc}")).await.ok()["document"].clone();
    assert_eq!((&row["publisher"], &row["published"]), (&json!("Relief Desk"), &json!("2031-05-20")));
    assert_eq!(row["added_by"], "Second Hand");
    let original = site.get(&format!("/documents/{doc}/original")).await;
    assert_eq!(original.bytes, text.as_bytes());
    assert_eq!(original.header("content-type"), "application/octet-stream");
    assert_eq!(original.header("content-disposition"), "attachment; filename*=UTF-8''notiz%20%D7%90.txt");
    assert_eq!(site.get(&format!("/documents/{doc}/table")).await.code(), "wrong_kind_of_file");
    let stretch = site.get(&format!("/documents/{doc}/text?from=13&length=8")).await.ok();
    assert_eq!((&stretch["text"], &stretch["length"]), (&json!("3 people"), &json!(text.chars().count())));
    let table = site.file("/documents?name=list.csv", crate::LIST).await.ok()["added"].clone();
    assert_eq!(table["kind"], "table");
    let rows =
        site.get(&format!("/documents/{}/table?from=3&limit=1", table["doc"].as_str().unwrap())).await.ok();
    assert_eq!(rows["rows"][0]["row"], 3);
    assert_eq!((&rows["rows"][0]["cells"][1], &rows["total"]), (&json!("Oru Palmi"), &json!(4)));
    assert_eq!(site.get("/documents?kind=table").await.ok()["total"], 1);
    assert_eq!(site.get("/documents?waiting=true").await.ok()["documents"][0]["doc"], doc);
    for (path, code) in [
        ("/documents?name=x.txt&published=yesterday", "bad_date"),
        ("/documents?name=", "does_not_fit"),
        ("/documents", "bad_parameter"),
        ("/documents?name=x.txt&colour=blue", "bad_parameter"),
    ] {
        assert_eq!(site.file(path, text).await.code(), code, "{path}");
    }
    assert_eq!(site.file("/documents?name=x.txt", "").await.code(), "unreadable_file");
    let unknown = format!("/documents/{}/text", "0".repeat(64));
    assert_eq!(site.get(&unknown).await.code(), "unknown_id");
}

#[tokio::test]
async fn answers_are_old_when_something_was_written_and_only_then() {
    let site = Site::new();
    let first = site.get("/claims").await;
    let tag = first.header("etag").to_owned();
    let again =
        |tag: String| request("GET", "/claims").header("if-none-match", tag).body(Body::empty()).unwrap();
    let known = site.whole(again(tag.clone())).await;
    assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(known.header("etag"), tag);
    site.json("PUT", "/drafts/x", json!({ "typed": "a" })).await.ok();
    assert_eq!(site.whole(again(tag.clone())).await.status, StatusCode::NOT_MODIFIED);
    site.accept_all().await;
    let changed = site.whole(again(tag.clone())).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.header("etag"), tag);
    assert_eq!(changed.ok()["claims"], json!([]));
    // Drafts and jobs change beside the register, so they have no tag; errors have none either.
    for path in ["/drafts", "/jobs", "/session", "/history/none"] {
        assert!(site.get(path).await.headers.get("etag").is_none(), "{path}");
    }
}

#[tokio::test]
async fn pages_follow_each_other_also_when_rows_leave_the_list() {
    let site = Site::new();
    let all: Vec<Value> = site.waiting().await.iter().map(|c| c["id"].clone()).collect();
    let first = site.get("/claims?limit=2").await.ok();
    let next = first["next"].as_str().unwrap().to_owned();
    // The claim that the cursor names is decided meanwhile.
    site.post("/claims/decisions", json!({ "decisions": [{ "claim": next, "verdict": "reject" }] }))
        .await
        .ok();
    let second = site.get(&format!("/claims?limit=200&after={next}")).await.ok();
    let mut seen: Vec<Value> = first["claims"].as_array().unwrap().iter().map(|c| c["id"].clone()).collect();
    seen.extend(second["claims"].as_array().unwrap().iter().map(|c| c["id"].clone()));
    assert_eq!(seen, all);
    assert_eq!(second["next"], Value::Null);
    let history = site.get("/history?limit=1").await.ok();
    assert_eq!((&history["batches"][0]["act"], &history["total"]), (&json!("reject"), &json!(3)));
    let rest = site.get(&format!("/history?after={}", history["next"].as_str().unwrap())).await.ok();
    assert_eq!(rest["batches"].as_array().unwrap().len(), 2);
    assert_eq!(site.get("/history?act=add").await.ok()["total"], 2);
    let batch = rest["batches"][0]["batch"].as_str().unwrap();
    assert_eq!(site.get(&format!("/history/{batch}")).await.ok()["batch"], rest["batches"][0]);
    for path in
        ["/claims?limit=0", "/claims?limit=201", "/claims?limit=x", "/claims?state=none", "/claims?lim=1"]
    {
        assert_eq!(site.get(path).await.code(), "bad_parameter", "{path}");
    }
    assert_eq!(site.get("/claims?after=none").await.code(), "unknown_id");
}

#[tokio::test]
async fn figures_refuse_what_they_do_not_know() {
    let site = Site::new();
    site.accept_all().await;
    let before =
        site.get("/history?limit=1").await.ok()["batches"][0]["position"].as_str().unwrap().to_owned();
    for (path, code) in [
        ("/figures?metric=nothing", "unknown_metric"),
        ("/figures?metric=killed&by=colour", "unknown_dimension"),
        ("/figures?metric=killed&rule=mine", "unknown_rule"),
        ("/figures?metric=killed&at=never", "unknown_moment"),
        ("/figures", "bad_parameter"),
        ("/explain?metric=killed&filter=colour", "bad_filter"),
        ("/explain?metric=killed&filter=colour%3Dblue", "unknown_dimension"),
        ("/provenance/none", "unknown_id"),
        ("/provenance/00000000-7", "unknown_id"),
        ("/vocabularies/none", "unknown_id"),
        ("/jobs/none", "unknown_id"),
        ("/none", "unknown_path"),
    ] {
        assert_eq!(site.get(path).await.code(), code, "{path}");
    }
    let answer = site.json("DELETE", "/figures", json!({})).await;
    assert_eq!(
        (answer.status, answer.code()),
        (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed".to_owned())
    );
    let by = site.get(&format!("/figures?metric=killed&by=place,month&at={before}")).await.ok();
    assert!(by["figures"].as_array().unwrap().len() > 1);
    assert_eq!(site.get("/rules").await.ok()["rules"][0]["name"], "literal");
    let sexes = site.get("/vocabularies/sex?lang=ar").await.ok();
    let label = sexes["vocabularies"][0]["codes"][0]["label"].as_str().unwrap().to_owned();
    assert!(label.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)), "{label}");
    assert!(site.get("/vocabularies").await.ok()["vocabularies"].as_array().unwrap().len() > 5);
    assert_eq!(site.get("/languages").await.ok()["languages"][1]["dir"], "rtl");
}

#[tokio::test]
async fn nothing_typed_is_lost() {
    let site = Site::new();
    let state = json!({ "name": "Ilan V", "fields": { "age": "3" } });
    let kept = site.json("PUT", "/drafts/record-person", state.clone()).await.ok();
    assert_eq!(kept["state"], state);
    assert_eq!(site.get("/drafts").await.ok()["drafts"][0]["key"], "record-person");
    assert_eq!(site.get("/drafts/record-person").await.ok()["state"], state);
    assert_eq!(site.json("PUT", "/drafts/Upper", json!({})).await.code(), "does_not_fit");
    assert_eq!(site.json("PUT", "/drafts/x", json!(["no form"])).await.code(), "bad_request");
    for _ in 0..2 {
        assert_eq!(
            site.json("DELETE", "/drafts/record-person", json!({})).await.status,
            StatusCode::NO_CONTENT
        );
    }
    assert_eq!(site.get("/drafts/record-person").await.code(), "unknown_id");
}
