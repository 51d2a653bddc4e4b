//! `cairn link` as people meet it: links, review and back, models, evaluation.

use std::fmt::Write;

use crate::Desk;

const GIVEN: [&str; 12] = [
    "Adan", "Belor", "Ciran", "Dovel", "Elmar", "Faron", "Goral", "Hiven", "Ilvar", "Jorin", "Kelan", "Lurem",
];
const FAMILY: [&str; 10] =
    ["Varneth", "Tolmir", "Sandrel", "Quorin", "Pelvas", "Ormund", "Nastrel", "Mirvane", "Lorvek", "Kastrel"];

/// Two lists of the same 240 invented people, the second with a slip in every fifth name, and who is who.
fn lists(desk: &Desk) {
    let mut left = String::from("rec_id,name,sex,age,place\n");
    let mut right = left.clone();
    let mut truth = String::from("record,person\n");
    for i in 0..240usize {
        let (given, father) = (GIVEN[i % 12], GIVEN[(i / 12 + 5 * i) % 12]);
        let family = FAMILY[(i * 7 + i / 12) % 10];
        let (sex, age, place) = (["m", "f"][i % 2], 5 + (i * 37) % 70, FAMILY[(i / 24) % 10]);
        let slip =
            if i % 5 == 0 { given.replacen('o', "u", 1).replacen('a', "aa", 1) } else { given.to_owned() };
        writeln!(left, "L{i},{given} {father} {family},{sex},{age},{place}").unwrap();
        writeln!(right, "R{i},{slip} {father} {family},{sex},{age},{place}").unwrap();
        writeln!(truth, "L{i},P{i}\nR{i},P{i}").unwrap();
    }
    desk.put("left.csv", left);
    desk.put("right.csv", right);
    desk.put("truth.csv", truth);
}

#[test]
fn lists_are_linked_and_measured() {
    let desk = Desk::new();
    lists(&desk);
    desk.ok(&[
        "link",
        "left.csv",
        "right.csv",
        "--across-only",
        "--out",
        "pairs.csv",
        "--clusters",
        "people.csv",
    ]);
    let score = desk.json(&[
        "link",
        "evaluate",
        "pairs.csv",
        "--truth",
        "truth.csv",
        "--records",
        "left.csv",
        "--records",
        "right.csv",
        "--across-only",
        "--by",
        "sex",
    ]);
    assert!(score["all"]["f1"].as_f64().unwrap() > 0.97, "{score}");
    assert_eq!(score["groups"].as_array().unwrap().len(), 2);
    assert!(
        score["worst_group"]["quality"]["f1"].as_f64().unwrap()
            <= score["groups"][0]["quality"]["f1"].as_f64().unwrap()
    );
    assert_eq!(std::fs::read_to_string(desk.path("people.csv")).unwrap().lines().count(), 481);
}

#[test]
fn judgements_go_out_and_come_back() {
    let desk = Desk::new();
    lists(&desk);
    let args = ["link", "left.csv", "right.csv", "--review", "review.csv", "--review-pairs", "20"];
    let first = desk.json(&args);
    let review = std::fs::read_to_string(desk.path("review.csv")).unwrap();
    assert_eq!(review.lines().count(), 21, "{review}");
    assert!(
        review.starts_with("left,right,judgement,note,probability,asked_because,name (left),name (right)")
    );
    // A person says that an accepted sample is two people.
    let sample = review.lines().find(|l| l.contains(",sample,")).unwrap();
    let cells: Vec<&str> = sample.split(',').collect();
    desk.put("judged.csv", format!("left,right,judgement\n{},{},different\n", cells[0], cells[1]));
    let second = desk.json(&["link", "left.csv", "right.csv", "--judged", "judged.csv"]);
    let has = |v: &serde_json::Value| {
        v["pairs"].as_array().unwrap().iter().any(|p| p["left"] == cells[0] && p["right"] == cells[1])
    };
    assert!(has(&first) && !has(&second));
    let wrong = desk.error(&["link", "left.csv", "right.csv", "--judged", "truth.csv"]);
    assert!(wrong.contains("no column 'left'"), "{wrong}");
    desk.put("judged.csv", "left,right,judgement\nL1,nobody,same\n");
    assert!(desk.error(&["link", "left.csv", "right.csv", "--judged", "judged.csv"]).contains("'nobody'"));
    desk.put("judged.csv", "left,right,judgement\nL1,R1,perhaps\n");
    assert!(desk.error(&["link", "left.csv", "right.csv", "--judged", "judged.csv"]).contains("row 1"));
}

#[test]
fn two_judges_are_compared() {
    let desk = Desk::new();
    desk.put("a.csv", "left,right,judgement\nA,B,same\nC,D,different\nE,F,same\nG,H,unsure\n");
    desk.put("b.csv", "left,right,judgement\nB,A,same\nC,D,different\nE,F,different\nX,Y,same\n");
    let answer = desk.json(&["link", "agree", "a.csv", "b.csv"]);
    assert_eq!((answer["judged_by_both"].as_u64(), answer["agreed"].as_u64()), (Some(3), Some(2)));
    assert!((answer["kappa"].as_f64().unwrap() - 0.4).abs() < 1e-9, "{answer}");
    assert_eq!(answer["differ"][0]["left"], "E");
}

#[test]
fn a_saved_model_gives_the_same_links() {
    let desk = Desk::new();
    lists(&desk);
    let learned = desk.json(&["link", "left.csv", "right.csv", "--save-model", "link.toml"]);
    let again = desk.json(&["link", "left.csv", "right.csv", "--model", "link.toml"]);
    let names = |v: &serde_json::Value| {
        let mut pairs: Vec<String> =
            v["pairs"].as_array().unwrap().iter().map(|p| format!("{} {}", p["left"], p["right"])).collect();
        pairs.sort();
        pairs
    };
    assert_eq!(names(&learned), names(&again));
    // A weight that is set decides: a given name that hardly ever agrees by chance, and one that says nothing.
    desk.put(
        "wrong.toml",
        "version = 1\n[[level]]\nfield = \"first name\"\nagreement = \"same\"\nsame = 0.9\n",
    );
    let wrong = desk.error(&["link", "left.csv", "right.csv", "--model", "wrong.toml"]);
    assert!(wrong.contains("given name"), "{wrong}");
    desk.put("roles.toml", "version = 1\n[columns]\nnam = \"name\"\n");
    assert!(desk.error(&["link", "left.csv", "right.csv", "--model", "roles.toml"]).contains("'nam'"));
}

#[test]
fn a_splink_model_is_read() {
    let desk = Desk::new();
    lists(&desk);
    desk.put(
        "model.json",
        r#"{"link_type":"link_only","probability_two_random_records_match":0.004,
        "blocking_rules_to_generate_predictions":[{"blocking_rule":"l.\"place\" = r.\"place\" AND l.\"sex\" = r.\"sex\""},
        {"blocking_rule":"substr(l.name,1,3) = substr(r.name,1,3)"}],
        "comparisons":[{"output_column_name":"sex","comparison_levels":[
        {"sql_condition":"\"sex_l\" IS NULL OR \"sex_r\" IS NULL","is_null_level":true},
        {"sql_condition":"\"sex_l\" = \"sex_r\"","m_probability":0.98,"u_probability":0.5},
        {"sql_condition":"ELSE","m_probability":0.02,"u_probability":0.5}]}]}"#,
    );
    let answer = desk.json(&["link", "left.csv", "right.csv", "--model", "model.json"]);
    assert_eq!(answer["passes"][0]["columns"], serde_json::json!(["sex", "place"]));
    assert!(answer["model_left_out"][0].as_str().unwrap().contains("substr"));
    assert!(answer["links"].as_u64().unwrap() > 200, "{answer}");
}

#[test]
fn evidence_is_shown() {
    let desk = Desk::new();
    lists(&desk);
    let answer = desk.json(&["link", "left.csv", "right.csv", "--explain"]);
    let why = &answer["pairs"][0]["why"];
    assert_eq!(why["bars"][0]["field"], "any two records");
    let sum: f64 = why["bars"].as_array().unwrap().iter().map(|b| b["bits"].as_f64().unwrap()).sum();
    assert!((sum - why["bits"].as_f64().unwrap()).abs() < 1e-6);
    let words = desk.ok(&["link", "left.csv", "right.csv", "--explain", "--format", "table"]);
    assert!(words.contains("family name") && words.contains("probability"), "{words}");
}
