use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::Site;

const BOUNDARIES: &str = r#"{"type":"FeatureCollection","source":"Survey of the Coast","date":"2029-01-01",
    "licence":"public domain","features":[
    {"type":"Feature","properties":{"pcode":"C01","name":"Northport"},"geometry":{"type":"Polygon",
        "coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
    {"type":"Feature","properties":{"pcode":"C02","name":"Eastfield"},"geometry":{"type":"Polygon",
        "coordinates":[[[2,0],[4,0],[4,2],[2,2],[2,0]]]}}]}"#;

async fn with_list(site: &Site) {
    let sent = site.file("/imports?name=list.csv", crate::LIST).await.ok();
    let path = format!("/imports/{}/run", sent["upload"].as_str().unwrap());
    let job = site.post(&path, json!({})).await.ok();
    site.get(&format!("/jobs/{}/events", job["id"].as_str().unwrap())).await;
}

#[tokio::test]
async fn a_running_total_that_falls_is_said_and_not_repaired() {
    let site = Site::new();
    site.accept_all().await;
    let series = site.get("/series?metric=killed").await.ok();
    let totals: Vec<&Value> =
        series["series"].as_array().unwrap().iter().flat_map(|s| s["totals"].as_array().unwrap()).collect();
    let lows: Vec<i64> = totals.iter().filter_map(|t| t["low"].as_i64()).collect();
    assert_eq!(lows, [140, 131]);
    let found = site.get("/contradictions?metric=killed").await.ok();
    let falls = found["contradictions"].as_array().unwrap();
    let fall =
        falls.iter().find(|c| c["accounts"].as_array().unwrap().contains(&totals[1]["account"])).unwrap();
    assert!(fall["words"].as_str().unwrap().contains("131"), "{fall}");
    assert_eq!(fall["statements"].as_array().unwrap().len(), fall["accounts"].as_array().unwrap().len());
    assert!(site.get("/contradictions").await.ok()["statements"].as_u64().unwrap() > 3);
    assert_eq!(site.get("/series?metric=nothing").await.code(), "unknown_metric");
    assert_eq!(site.get("/series?metric=killed&from=soon").await.code(), "bad_date");
}

#[tokio::test]
async fn charts_are_pictures_with_words_of_the_language_asked_for() {
    let site = Site::new();
    site.accept_all().await;
    with_list(&site).await;
    std::fs::create_dir(site.folder.path().join("boundaries")).unwrap();
    std::fs::write(site.folder.path().join("boundaries/coast.geojson"), BOUNDARIES).unwrap();
    std::fs::write(site.folder.path().join("boundaries/unsourced.geojson"), "{}").unwrap();
    for kind in ["series", "dots", "bars", "map"] {
        for lang in ["en", "ar"] {
            let path = format!("/charts/{kind}.svg?metric=killed&by=sex&lang={lang}&theme=light&width=640");
            let chart = site.get(&path).await;
            assert_eq!(chart.status, StatusCode::OK, "{path}: {}", String::from_utf8_lossy(&chart.bytes));
            assert_eq!(chart.header("content-type"), "image/svg+xml");
            let svg = String::from_utf8(chart.bytes).unwrap();
            assert!(svg.starts_with("<svg") && svg.contains("<title"), "{path}");
        }
    }
    for (path, code) in [
        ("/charts/pie.svg?metric=killed", "unknown_id"),
        ("/charts/bars.svg?metric=nothing", "unknown_metric"),
        ("/charts/bars.svg?metric=killed&lang=xx", "does_not_fit"),
        ("/charts/bars.svg?metric=killed&width=10", "bad_parameter"),
        ("/charts/map.svg?metric=killed&map=none", "unknown_id"),
    ] {
        assert_eq!(site.get(path).await.code(), code, "{path}");
    }
    let maps = site.get("/maps").await.ok();
    assert_eq!(
        maps["maps"],
        json!([{ "name": "coast", "source": "Survey of the Coast", "date": "2029-01-01",
            "licence": "public domain", "areas": 2 }])
    );
    let areas = site.get("/maps/coast.geojson?metric=killed").await;
    assert_eq!(areas.header("content-type"), "application/geo+json");
    let areas = areas.json();
    assert_eq!(
        areas["features"][1]["properties"],
        json!({ "name": "Eastfield", "pcode": "C02",
        "documented": { "low": 2, "high": 2 } })
    );
    assert_eq!(site.get("/maps/none.geojson?metric=killed").await.code(), "unknown_id");
}
