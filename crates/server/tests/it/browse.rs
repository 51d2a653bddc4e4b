use serde_json::{Value, json};

use crate::{LIST, Site};

async fn filled() -> Site {
    let site = Site::new();
    site.accept_all().await;
    let sent = site.file("/imports?name=list.csv", LIST).await.ok();
    let path = format!("/imports/{}/run", sent["upload"].as_str().unwrap());
    let job = site.post(&path, json!({})).await.ok();
    let events = site.get(&format!("/jobs/{}/events", job["id"].as_str().unwrap())).await;
    assert!(String::from_utf8(events.bytes).unwrap().contains("\"state\":\"done\""));
    site
}

#[tokio::test]
async fn accounts_are_filtered_counted_and_paged_and_counts_agree_with_rows() {
    let site = filled().await;
    let all = site.get("/accounts?kind=person&facets=sex,place,month&limit=3").await.ok();
    assert_eq!((&all["total"], all["accounts"].as_array().unwrap().len()), (&json!(4), 3));
    let rest = site
        .get(&format!("/accounts?kind=person&limit=3&after={}", all["next"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!((&rest["accounts"][0]["names"][0], &rest["next"]), (&json!("Mira Sand"), &Value::Null));
    for facet in all["facets"].as_array().unwrap() {
        let field = facet["field"].as_str().unwrap();
        for value in facet["values"].as_array().unwrap() {
            let path =
                format!("/accounts?kind=person&{field}={}", value["value"].as_str().unwrap_or_default());
            assert_eq!(site.get(&path).await.ok()["total"], value["count"], "{path}");
        }
    }
    assert_eq!(
        all["facets"][0]["values"][0],
        json!({ "value": "f", "label": null, "count": 2, "selected": false })
    );
    assert_eq!(site.get("/accounts?kind=person&sex=f&sex=m").await.ok()["total"], 4);
    assert_eq!(site.get("/accounts?kind=person&age=&facets=age").await.ok()["total"], 1);
    assert_eq!(
        site.get("/accounts?kind=person&age_to=12").await.ok()["accounts"][0]["names"][0],
        "Mira Sand"
    );
    assert_eq!(site.get("/accounts?kind=person&from=2031-05-18").await.ok()["total"], 1);
    let sorted = site.get("/accounts?kind=person&sort=name&descending=true").await.ok();
    assert_eq!(sorted["accounts"][0]["names"][0], "Sena Tamaki");
    assert_eq!(site.get("/accounts?q=tamaki").await.ok()["total"], 1);
    assert!(site.get("/accounts?kind=figure").await.ok()["total"].as_u64().unwrap() > 3);
    for (path, code) in [
        ("/accounts?facets=colour", "unknown_dimension"),
        ("/accounts?from=soon", "bad_date"),
        ("/accounts?age_from=9&age_to=3", "does_not_fit"),
        ("/accounts?colour=blue", "bad_parameter"),
        ("/accounts?sort=colour", "bad_parameter"),
        ("/accounts?after=none", "unknown_id"),
        ("/accounts?at=never", "unknown_moment"),
    ] {
        assert_eq!(site.get(path).await.code(), code, "{path}");
    }
}

#[tokio::test]
async fn a_name_is_found_in_any_script_and_leads_to_everything_said() {
    let site = filled().await;
    let near = site.get("/nearest?name=Sena%20Tam&kind=person").await.ok();
    let subject = near["nearest"][0]["subject"].as_str().unwrap().to_owned();
    assert_eq!(near["nearest"][0]["names"][0], "Sena Tamaki");
    let page = site.get(&format!("/subjects/{subject}")).await.ok();
    assert_eq!(page["accounts"][0]["words"]["cells"][1], json!({ "header": "name", "cell": "Sena Tamaki" }));
    assert!(page["fields"].as_array().unwrap().iter().any(|f| f["field"] == "age"));
    assert_eq!(page["history"][0]["act"], "import");
    let found = site.get("/search?q=Northport%20Tuesday").await.ok();
    assert!(found["total"].as_u64().unwrap() > 0);
    let hit = &found["hits"][0];
    assert_eq!(hit["is"], "document");
    assert_eq!(
        site.get(&format!("/documents/{}", hit["id"].as_str().unwrap())).await.ok()["document"]["kind"],
        "text"
    );
    let people = site.get("/search?q=verro&kind=person").await.ok();
    assert_eq!(
        (&people["hits"][0]["is"], &people["hits"][0]["title"]),
        (&json!("account"), &json!("Ilan Verro"))
    );
    let back = site.get(&format!("/provenance/{subject}")).await.ok();
    assert_eq!((&back["origin"]["counts"], &back["words"]["at"]), (&json!(true), &json!("row 2")));
    assert_eq!(back["origin"]["leaf"].as_str().unwrap().len(), 64);
    assert_eq!(site.get("/subjects/00000000-1").await.code(), "unknown_id");
    assert_eq!(site.get("/nearest").await.code(), "bad_parameter");
}
