use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use serde_json::{Value, json};

use crate::{LIST, Site, request};

async fn sent(site: &Site, list: &str) -> String {
    let sent = site.file("/imports?name=list.csv", list).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", String::from_utf8_lossy(&sent.bytes));
    sent.ok()["upload"].as_str().unwrap().to_owned()
}

/// The events of a job until its end, and the job as the last one tells it.
async fn followed(site: &Site, job: &Value) -> (Vec<Value>, Value) {
    let path = format!("/jobs/{}/events", job["id"].as_str().unwrap());
    let answer = site.whole(request("GET", &path).body(Body::empty()).unwrap()).await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = String::from_utf8(answer.bytes).unwrap();
    let events: Vec<Value> = text
        .split("\n\n")
        .filter(|event| event.starts_with("event: job"))
        .map(|event| serde_json::from_str(event.split_once("data: ").unwrap().1).unwrap())
        .collect();
    let last = events.last().unwrap().clone();
    assert!(last["ended"].is_string(), "{last}");
    (events, last)
}

async fn run(site: &Site, upload: &str, body: Value) -> Value {
    let started = site.post(&format!("/imports/{upload}/run"), body).await;
    assert_eq!(started.status, StatusCode::ACCEPTED, "{}", String::from_utf8_lossy(&started.bytes));
    followed(site, &started.ok()).await.1
}

#[tokio::test]
async fn a_list_is_looked_at_tried_imported_and_taken_back() {
    let site = Site::with(&[]);
    let upload = sent(&site, LIST).await;
    let held = site.get(&format!("/imports/{upload}")).await.ok();
    let preview = &held["preview"];
    assert_eq!((&preview["rows"], &preview["rows_are"]), (&json!(4), &json!("persons")));
    let column = |preview: &Value, header: &str| {
        preview["columns"].as_array().unwrap().iter().find(|c| c["header"] == header).unwrap().clone()
    };
    assert_eq!(column(preview, "name")["role"], "name");
    assert_eq!(column(preview, "sex")["values"][0]["count"], 2);
    assert_eq!(column(preview, "age")["filled"], 3);
    assert_eq!(preview["accounts"][1]["names"][0]["text"], "Sena Tamaki");
    assert_eq!(preview["accounts"][3]["acts"][0]["when"], "2031-05-18/2031-05-18");
    assert!(preview["roles"].as_array().unwrap().contains(&json!("verbatim")));
    // Columns read otherwise.
    let path = format!("/imports/{upload}/preview");
    let asked = json!({ "roles": { "place": "verbatim" }, "act": "injured", "said_by": "Harbour Hospital" });
    let other = site.post(&path, asked).await.ok()["preview"].clone();
    assert_eq!(column(&other, "place")["role"], "verbatim");
    assert_eq!(other["accounts"][0]["acts"][0]["place"], Value::Null);
    assert_eq!((&other["act_from"], &other["said_by"]), (&json!("mapping"), &json!("Harbour Hospital")));
    let two_ages = json!({ "roles": { "id": "age" } });
    assert_eq!(site.post(&path, two_ages).await.code(), "mapping_does_not_fit");
    assert_eq!(
        site.post(&path, json!({ "roles": { "colour": "age" } })).await.code(),
        "mapping_does_not_fit"
    );
    assert_eq!(site.post(&path, json!({ "roles": { "age": "colour" } })).await.code(), "does_not_fit");
    // Tried: nothing is written.
    let tried = run(&site, &upload, json!({ "dry_run": true, "map": other["map"] })).await;
    assert_eq!((&tried["state"], &tried["kind"]), (&json!("done"), &json!("dry_run")));
    assert_eq!((&tried["result"]["accounts"], &tried["batch"]), (&json!(4), &Value::Null));
    assert_eq!(site.get("/overview").await.ok()["accounts"], 0);
    // Imported as the preview said.
    let body = json!({ "map": other["map"], "publisher": "Harbour Hospital", "published": "2031-06-01" });
    let done = run(&site, &upload, body).await;
    assert_eq!((&done["state"], &done["result"]["added"]), (&json!("done"), &json!(4)));
    assert!(done["steps"].as_array().unwrap().iter().any(|s| s["step"] == "importing rows"), "{done}");
    assert_eq!(site.get(&format!("/imports/{upload}")).await.code(), "unknown_id");
    let figures = site.get("/figures?metric=killed").await.ok();
    assert_eq!(figures["figures"][0]["documented"]["low"], 4);
    assert_eq!(site.get("/documents").await.ok()["documents"][0]["kind"], "table");
    // The page may be loaded anew: the job is still known, and its batch is taken back as one act.
    let job = site.get(&format!("/jobs/{}", done["id"].as_str().unwrap())).await.ok();
    assert_eq!(job, done);
    assert_eq!(site.get("/jobs").await.ok()["jobs"].as_array().unwrap().len(), 2);
    let batch = done["batch"].as_str().unwrap();
    assert_eq!(site.post(&format!("/history/{batch}/undo"), json!({})).await.ok()["accounts"], 4);
    assert_eq!(site.get("/overview").await.ok()["accounts"], 0);
}

#[tokio::test]
async fn what_is_no_list_is_refused() {
    let site = Site::with(&[]);
    let text = "The harbour was quiet on Tuesday, said the mayor. Nobody was hurt.";
    assert_eq!(site.file("/imports?name=text.txt", text).await.code(), "wrong_kind_of_file");
    assert_eq!(site.file("/imports?name=empty.csv", "").await.code(), "unreadable_file");
    assert_eq!(site.get("/imports").await.ok()["uploads"], json!([]));
    let upload = sent(&site, LIST).await;
    assert_eq!(sent(&site, LIST).await, upload);
    // What the import refuses is told by the job.
    let failed = run(&site, &upload, json!({ "act": "nothing of the kind" })).await;
    assert_eq!((&failed["state"], &failed["error"]["code"]), (&json!("failed"), &json!("unknown_metric")));
    assert!(failed["error"]["mend"].is_string());
    let soon = site.post(&format!("/imports/{upload}/run"), json!({ "published": "soon" })).await;
    assert_eq!(soon.code(), "bad_date");
    let dropped = site.json("DELETE", &format!("/imports/{upload}"), json!({})).await;
    assert_eq!(dropped.status, StatusCode::NO_CONTENT);
    assert_eq!(site.post(&format!("/imports/{upload}/run"), json!({})).await.code(), "unknown_id");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_import_is_heard_of_answered_beside_and_stopped() {
    let site = Site::with(&[]);
    let mut list = String::from("id,name,sex,age,date of death\n");
    let parts = ["Ila", "Sen", "Oru", "Mir", "Tama", "Vero", "Pal", "Sand"];
    (0..60_000usize).for_each(|n| {
        let (a, b, c) = (parts[n % 8], parts[n / 8 % 8], parts[n / 64 % 8]);
        list.push_str(&format!("{n},{a}na {b}ri {c}mi,f,{},2031-05-{:02}\n", n % 90, n % 28 + 1));
    });
    let upload = sent(&site, &list).await;
    let mut events = site.send(request("GET", "/events").body(Body::empty()).unwrap()).await.into_body();
    let started = site.post(&format!("/imports/{upload}/run"), json!({})).await.ok();
    let id = started["id"].as_str().unwrap().to_owned();
    let mut heard = String::new();
    while !heard.contains("importing rows") {
        let frame =
            tokio::time::timeout(Duration::from_secs(60), events.frame()).await.unwrap().unwrap().unwrap();
        heard.push_str(&String::from_utf8_lossy(frame.data_ref().unwrap()));
    }
    // While it is written: questions are answered, and what is typed is kept.
    assert_eq!(site.get(&format!("/jobs/{id}")).await.ok()["state"], "running");
    assert_eq!(site.get("/overview").await.ok()["accounts"], 0);
    site.json("PUT", "/drafts/meanwhile", json!({ "typed": "x" })).await.ok();
    assert_eq!(site.get(&format!("/jobs/{id}")).await.ok()["state"], "running");
    let cancelled = site.post(&format!("/jobs/{id}/cancel"), json!({})).await;
    assert_eq!(cancelled.status, StatusCode::ACCEPTED);
    let (_, last) = followed(&site, &started).await;
    assert_eq!((&last["state"], &last["error"]["code"]), (&json!("cancelled"), &json!("stopped")));
    let overview = site.get("/overview").await.ok();
    assert_eq!((&overview["accounts"], &overview["documents"]), (&json!(0), &json!(0)));
    // Its upload is still there, and what follows is not in its way.
    assert_eq!(site.get("/imports").await.ok()["uploads"][0]["upload"], upload);
    site.file("/documents?name=x.txt", "3 people were killed in Northport.").await.ok();
}

#[tokio::test]
async fn a_bulletin_is_laid_beside_the_last_one_before_anything_counts() {
    let site = Site::with(&[("first.txt", crate::FIRST, "2031-05-17")]);
    let publishers = site.get("/publishers").await.ok();
    assert_eq!(publishers["publishers"][0]["name"], "Harbour Health Office");
    assert_eq!(publishers["publishers"][0]["last"]["published"], "2031-05-17");
    let body =
        json!({ "text": crate::SECOND, "publisher": "Harbour Health Office", "published": "2031-05-24" });
    let taken = site.post("/intake", body.clone()).await;
    assert_eq!(taken.status, StatusCode::CREATED);
    let taken = taken.ok();
    assert!(taken["claims"].as_array().unwrap().iter().all(|c| c["state"] == "proposed"));
    let comparison = &taken["comparison"];
    assert_eq!(comparison["previous"]["name"], "first.txt");
    let rows = comparison["rows"].as_array().unwrap();
    let row = |metric: &str, cumulative: bool| {
        rows.iter().find(|r| r["metric"] == metric && r["cumulative"] == cumulative).unwrap()
    };
    assert_eq!(
        (&row("killed", false)["change"], &row("killed", false)["difference"]),
        (&json!("falls"), &json!(-7))
    );
    assert_eq!(row("injured", false)["before"]["low"], 30);
    assert_eq!(row("killed", true)["difference"], -9);
    assert_eq!(comparison["contradictions"][0]["code"], "cumulative_falls");
    assert_eq!(site.get("/overview").await.ok()["accounts"], 0);
    let doc = taken["added"]["doc"].as_str().unwrap();
    assert_eq!(site.get(&format!("/documents/{doc}/comparison")).await.ok()["comparison"], *comparison);
    // Again: nothing new. What a person corrects is what is compared.
    assert_eq!(site.post("/intake", body).await.ok()["added"]["batch"], Value::Null);
    let total = taken["claims"].as_array().unwrap().iter().find(|c| c["cumulative"] == true).unwrap();
    let decisions =
        json!([{ "claim": total["id"], "verdict": "accept", "corrected": { "low": 151, "high": 151 } }]);
    site.post("/claims/decisions", json!({ "decisions": decisions })).await.ok();
    let after = site.get(&format!("/documents/{doc}/comparison")).await.ok()["comparison"].clone();
    assert_eq!(after["contradictions"], json!([]));
    let first = site.get("/documents").await.ok()["documents"][1]["doc"].as_str().unwrap().to_owned();
    let alone = site.get(&format!("/documents/{first}/comparison")).await.ok()["comparison"].clone();
    assert_eq!((&alone["previous"], &alone["rows"][0]["change"]), (&Value::Null, &json!("new")));
    for (field, code) in [("publisher", "does_not_fit"), ("text", "does_not_fit"), ("published", "bad_date")]
    {
        let mut body = json!({ "text": "x", "publisher": "x", "published": "2031-05-24" });
        body[field] = json!(" ");
        assert_eq!(site.post("/intake", body).await.code(), code, "{field}");
    }
}
