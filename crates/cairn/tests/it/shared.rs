//! The same chain on real inputs, where they are present. No name of a real person is printed.

use std::collections::BTreeMap;
use std::io::Read;
use std::process::Command;

use crate::{Desk, shared};

#[test]
fn the_article_is_read_with_the_right_speakers() {
    let Some(shared) = shared() else { return };
    let bench = shared.join("bench/extraction");
    let gold: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bench.join("seed_gold.json")).unwrap()).unwrap();
    let desk = Desk::new();
    desk.put("passages.json", gold.to_string());
    desk.put("claims.json", desk.ok(&["extract", "--passages", "passages.json"]));
    let out = Command::new("python3")
        .arg(bench.join("score.py"))
        .arg(bench.join("seed_gold.json"))
        .arg(desk.path("claims.json"))
        .arg("--json")
        .output();
    let Ok(out) = out else {
        eprintln!("skipped: the scorer needs python3");
        return;
    };
    let score: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let score = &score["overall"];
    assert!(score["attributed"]["recall"].as_f64().unwrap() >= 11.0 / 13.0, "{score}");
    assert_eq!(score["attributed"]["precision"], 1.0, "{score}");
    assert_eq!(score["put_in_mouth"], 0.0, "{score}");
    assert!(score["presence"]["f1"].as_f64().unwrap() >= 0.8, "{score}");
}

#[test]
fn a_hospital_list_imports_by_itself_and_every_cell_is_reachable() {
    let Some(shared) = shared() else { return };
    let list = shared.join("data/moh-lists/list_2024-08-08.csv.gz");
    let desk = Desk::new();
    let report = desk.json(&["import", "r", list.to_str().unwrap()]);
    assert_eq!(report["accounts"], 24_672);
    let mut text = String::new();
    let unpacked = Command::new("gzip").arg("-dc").arg(&list).output().unwrap().stdout;
    unpacked.as_slice().read_to_string(&mut text).unwrap();
    let rows: Vec<Vec<String>> = text.lines().skip(1).map(cells).collect();
    let sex = text.lines().next().unwrap().split(',').position(|h| h == "sex").unwrap();
    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    rows.iter().for_each(|r| *expected.entry(r[sex].clone()).or_default() += 1);
    let by_sex = desk.json(&["count", "r", "killed", "--by", "sex"]);
    for figure in by_sex["figures"].as_array().unwrap() {
        let code = figure["by"]["sex"].as_str().unwrap();
        assert_eq!(figure["documented"]["low"], expected[code]);
        assert_eq!(figure["documented"]["high"], expected[code]);
    }
    let by_month = desk.json(&["count", "r", "killed", "--by", "month"]);
    assert_eq!(by_month["figures"].as_array().unwrap().len(), 1);
    assert!(by_month["figures"][0]["by"]["month"].is_null());
    let opened = desk.json(&["explain", "r", "killed", "--limit", "100000"]);
    let accounts = opened["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), rows.len());
    for (account, row) in accounts.iter().zip(&rows) {
        let cells: Vec<&str> =
            account["cells"].as_array().unwrap().iter().map(|c| c[1].as_str().unwrap()).collect();
        assert!(cells == *row, "the cells of {} differ", account["at"]);
    }
}

/// A second reading of a line, apart from the one under test: quotes as RFC 4180 has them.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cells.last_mut().unwrap().extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

#[test]
fn versions_of_a_hospital_list() {
    let Some(shared) = shared() else { return };
    let desk = Desk::new();
    let mut seen = Vec::new();
    for (file, why) in
        [("2024-08-08", None), ("2024-09-21", Some("new-version")), ("2025-03-23", Some("new-version"))]
    {
        let list = shared.join(format!("data/moh-lists/list_{file}.csv.gz"));
        let mut args = vec!["import", "r", list.to_str().unwrap(), "--series", "s", "--key", "person_key"];
        args.extend(why.iter().flat_map(|w| ["--as", *w]));
        let report = desk.json(&args);
        let of = |name: &str| report[name].as_u64().unwrap();
        seen.push([of("added"), of("removed"), of("changed"), of("unchanged"), of("cannot_tell")]);
    }
    assert_eq!(seen[1..], [[7405, 1472, 19426, 1242, 100], [24210, 2268, 25639, 166, 5]]);
    let figure = desk.json(&["count", "r", "killed"])["figures"][0]["documented"].clone();
    assert_eq!((figure["low"].as_u64(), figure["high"].as_u64()), (Some(50_015), Some(50_020)));
}
