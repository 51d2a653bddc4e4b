//! What speakers say over time, from a table to findings and pictures.

use crate::{Desk, steady};

const DAILY: &str = "report_date,hours,killed,killed_cum,killed_women_cum,ext_killed_cum\n\
    2031-05-02,24,10,100,40,100\n2031-05-03,24,12,112,38,112\n2031-05-04,24,9,112,,112\n2031-05-05,24,8,129,41,129\n\
    2031-05-08,72,21,150,44,150\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("daily.csv", DAILY);
    let line = ["import", "r", "daily.csv", "--figures", "--said-by", "Orvenna Ministry of Health"];
    let report = desk.json(&[&line[..], &["--place", "Orvenna", "--published", "2031-05-09"]].concat());
    assert_eq!(report["accounts"], 14);
    assert!(report["map"].as_str().unwrap().contains("left_out = [\"ext_killed_cum\"]"));
    let again = desk.json(&[&line[..], &["--place", "Orvenna", "--published", "2031-05-09"]].concat());
    assert_eq!((&again["accounts"], &again["unchanged"]), (&0.into(), &14.into()));
    desk
}

#[test]
fn shapes_of_series_and_contradictions() {
    let desk = desk();
    let all = desk.ok(&["series", "r", "killed", "--group", "", "--by", "month", "--format", "json"]);
    insta::assert_snapshot!("series", steady(&all));
    insta::assert_snapshot!(
        "series_table",
        steady(&desk.ok(&["series", "r", "killed", "--group", "", "--format", "table"]))
    );
    let found = desk.run(&["contradictions", "r", "--format", "json"]);
    assert_eq!(found.status.code(), Some(1), "findings are exit code 1");
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let counts = serde_json::json!({"late_addition": 1, "period_not_difference": 1, "total_falls": 1});
    assert_eq!(found["counts"], counts);
    let fall = &found["contradictions"][0];
    assert_eq!(
        (&fall["code"], &fall["group"], &fall["by"]),
        (&"total_falls".into(), &"women".into(), &2.into())
    );
    let quotes: Vec<&str> =
        fall["statements"].as_array().unwrap().iter().map(|s| s["quote"].as_str().unwrap()).collect();
    assert_eq!(quotes, ["killed_women_cum: 40", "killed_women_cum: 38"]);
    for s in fall["statements"].as_array().unwrap() {
        assert_eq!(
            (&s["document"], &s["said_by"]),
            (&"daily.csv".into(), &"Orvenna Ministry of Health".into())
        );
        desk.ok(&["show", "r", s["account"].as_str().unwrap()]);
    }
    let none = desk.run(&["contradictions", "r", "injured"]);
    assert_eq!(none.status.code(), Some(0));
    let words = desk.run(&["contradictions", "r", "killed", "--format", "table"]);
    insta::assert_snapshot!("contradictions_table", steady(&String::from_utf8(words.stdout).unwrap()));
}

#[test]
fn drawings_with_their_tables() {
    let desk = desk();
    desk.ok(&["import", "r", "list.csv"]);
    desk.ok(&["series", "r", "killed", "--svg", "s.svg", "--lang", "ar", "--width", "358"]);
    let svg = std::fs::read_to_string(desk.path("s.svg")).unwrap();
    assert!(svg.contains("direction=\"rtl\"") && svg.contains("Orvenna Ministry of Health"));
    let table = std::fs::read_to_string(desk.path("s.csv")).unwrap();
    assert!(table.contains("Orvenna Ministry of Health,2031-05-08,2031-05-08,150,150,"), "{table}");
    desk.ok(&["count", "r", "killed", "--by", "sex,age", "--svg", "b.svg", "--theme", "dark"]);
    assert!(!std::fs::read_to_string(desk.path("b.svg")).unwrap().contains("<style>"));
    desk.ok(&["count", "r", "killed", "--svg", "d.svg"]);
    let area = |source: &str| {
        format!(
            "{{\"type\":\"FeatureCollection\",{source}\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"pcode\":\"O1\",\
             \"name\":\"Orvenna\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[-30,30],[-29,30],[-29,31],[-30,30]]]}}}}]}}"
        )
    };
    desk.put("land.geojson", area("\"source\":\"Survey\",\"date\":\"2030\","));
    desk.ok(&["count", "r", "killed", "--by", "place", "--boundaries", "land.geojson", "--svg", "m.svg"]);
    let map = std::fs::read_to_string(desk.path("m.svg")).unwrap();
    assert!(map.contains("Survey") && map.contains("2030"));
    desk.put("bare.geojson", area(""));
    let words = desk.error(&[
        "count",
        "r",
        "killed",
        "--by",
        "place",
        "--boundaries",
        "bare.geojson",
        "--svg",
        "m.svg",
    ]);
    assert!(words.contains("do not say whose they are"), "{words}");
}

#[test]
fn a_table_of_figures_that_cannot_be_read_says_why() {
    let desk = Desk::new();
    desk.put("odd.csv", "report_date,ext_killed\n2031-05-02,5\n");
    assert!(desk.error(&["import", "r", "odd.csv", "--figures"]).contains("no head says what is counted"));
    desk.put("undated.csv", "killed,injured\n5,6\n7,8\n");
    assert!(desk.error(&["import", "r", "undated.csv", "--figures"]).contains("no column gives the day"));
    desk.put("bad.csv", "date,killed\n2031-05-02,some\n2031-05-03,7\n");
    let out = desk.run(&["import", "r", "bad.csv", "--figures", "--format", "table"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8(out.stdout).unwrap().contains("row 1: 'some' in 'killed' is no number"));
}

#[test]
fn an_estimate_with_its_plots() {
    let desk = Desk::new();
    desk.put("lists.csv", "a,b,c,n\n1,0,0,60\n0,1,0,52\n0,0,1,41\n1,1,0,25\n1,0,1,22\n0,1,1,18\n1,1,1,11\n");
    desk.run(&["estimate", "lists.csv", "--count", "n", "--method", "dga", "--plots", "plots"]);
    for name in ["overlap", "models", "posterior-dga"] {
        let svg = std::fs::read_to_string(desk.path(&format!("plots/{name}.svg"))).unwrap();
        assert!(svg.starts_with("<svg") && !svg.contains("NaN"), "{name}");
        assert!(
            std::fs::read_to_string(desk.path(&format!("plots/{name}.csv"))).unwrap().lines().count() > 3
        );
    }
}

#[test]
fn what_was_withdrawn_or_corrected_does_not_stand_in_a_series() {
    let desk = Desk::new();
    let toll = |low: &str| {
        let line = ["record", "r", "toll", "--metric", "killed", "--number", low, "--when", "2031-05-02"];
        desk.json(&[&line[..], &["--said-by", "The Post"]].concat())["accounts"][0]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (first, second) = (toll("12"), toll("15"));
    let numbers = || -> Vec<(String, bool)> {
        let all = desk.json(&["series", "r", "killed"]);
        let statements =
            all["series"].as_array().unwrap().iter().flat_map(|s| s["periods"].as_array().unwrap().clone());
        statements.map(|s| (s["account"].as_str().unwrap().to_owned(), s["replaced_by"].is_null())).collect()
    };
    assert_eq!(numbers(), [(first.clone(), false), (second.clone(), true)]);
    desk.ok(&["withdraw", "r", &second, "--why", "taken from the wrong page"]);
    assert_eq!(numbers(), [(first, true)]);
}
