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
fn hostile_lists_end_soon_and_what_was_capped_is_said() {
    let desk = Desk::new();
    let codes = |answer: &serde_json::Value| -> Vec<String> {
        let all = answer["warnings"].as_array().unwrap().iter();
        all.map(|w| w["code"].as_str().unwrap().to_owned()).collect()
    };
    let mut one = String::from("rec_id,name,sex,age\n");
    for i in 0..200_000 {
        writeln!(one, "{i},Adan Belor Varneth,m,{}", if i % 2 == 0 { i % 90 } else { 40 }).unwrap();
    }
    desk.put("one.csv", one);
    let answer = desk.json(&["link", "one.csv"]);
    assert!(codes(&answer).contains(&"one_name".to_owned()), "{answer}");
    assert!(answer["candidate_pairs"].as_u64().unwrap() < 200_000_000, "{answer}");

    let mut rest = String::from("rec_id,name,sex,age\n");
    (0..300).for_each(|i| writeln!(rest, "{i},,,").unwrap());
    (300..340).for_each(|i| writeln!(rest, "{i},{} {},m,{i}", GIVEN[i % 12], FAMILY[i % 10]).unwrap());
    writeln!(rest, "long,{},m,30", "Adan ".repeat(200_000)).unwrap();
    writeln!(rest, "wide,{},m,30", "a".repeat(1_000_000)).unwrap();
    desk.put("rest.csv", rest);
    let answer = desk.json(&["link", "rest.csv"]);
    let codes = codes(&answer);
    assert!(["empty_records", "long_name"].iter().all(|c| codes.contains(&(*c).to_owned())), "{answer}");

    desk.put("empty.csv", "rec_id,name,sex,age\n1,,,\n2,,,\n");
    assert!(desk.error(&["link", "empty.csv"]).contains("name the columns"));
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
        {"blocking_rule":"substr(l.name,1,3) = substr(r.name,1,3)"},
        {"blocking_rule":"levenshtein(l.name, r.name) < 3"}],
        "comparisons":[{"output_column_name":"sex","comparison_levels":[
        {"sql_condition":"\"sex_l\" IS NULL OR \"sex_r\" IS NULL","is_null_level":true},
        {"sql_condition":"\"sex_l\" = \"sex_r\"","m_probability":0.98,"u_probability":0.5},
        {"sql_condition":"ELSE","m_probability":0.02,"u_probability":0.5}]}]}"#,
    );
    let answer = desk.json(&["link", "left.csv", "right.csv", "--model", "model.json"]);
    assert_eq!(answer["passes"][0]["columns"], serde_json::json!(["sex", "place"]));
    assert_eq!(answer["passes"][1]["columns"], serde_json::json!(["first 3 letters of given name"]));
    assert!(answer["model_left_out"][0].as_str().unwrap().contains("levenshtein"));
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

/// The two lists in the register `r`.
fn imported(desk: &Desk) {
    lists(desk);
    for (file, who) in [("left.csv", "Clinic"), ("right.csv", "Monitor")] {
        desk.ok(&["import", "r", file, "--said-by", who, "--act", "killed"]);
    }
}

fn documented(desk: &Desk) -> (u64, u64) {
    let d = desk.json(&["count", "r", "killed"])["figures"][0]["documented"].clone();
    (d["low"].as_u64().unwrap(), d["high"].as_u64().unwrap())
}

#[test]
fn a_register_is_linked_shown_and_undone() {
    let desk = Desk::new();
    imported(&desk);
    assert_eq!(documented(&desk), (480, 480));
    let dry = desk.json(&["link", "r", "--dry-run"]);
    assert_eq!((dry["batch"].is_null(), documented(&desk)), (true, (480, 480)));
    let done = desk.json(&["link", "r", "--actor", "B. Analyst"]);
    assert_eq!(done["stands"], dry["stands"]);
    let (low, high) = documented(&desk);
    assert!(low <= high && high <= 260, "{low} to {high}: {done}");
    let same = done["stands"]["same"].as_u64().unwrap();
    assert_eq!(480 - high, same);
    let again = desk.ok(&["link", "r", "--format", "table"]);
    assert!(again.contains("Nothing has changed"), "{again}");
    // One pair, from the register to the picture of its evidence.
    let batch = done["batch"].as_str().unwrap();
    let behind = desk.json(&["explain", "r", "killed", "--limit", "480"]);
    let rows = behind["accounts"].as_array().unwrap();
    let linked = rows.iter().find(|r| r["account"] != r["subject"]).unwrap();
    let (a, b) = (linked["subject"].as_str().unwrap(), linked["account"].as_str().unwrap());
    let shown = desk.ok(&["show", "r", b, "--format", "table"]);
    assert!(
        shown.contains("by cairn-link 1, probability")
            && !shown.contains("1.000")
            && shown.contains("from 0.95"),
        "{shown}"
    );
    let why = desk.json(&["link", "explain", "r", "--pair", a, b]);
    assert_eq!(why["one_person"], true);
    assert!(why["why"]["bars"].as_array().unwrap().len() > 3, "{why}");
    desk.ok(&["link", "explain", "r", "--pair", a, b, "--svg", "why.svg", "--lang", "ar"]);
    let svg = std::fs::read_to_string(desk.path("why.svg")).unwrap();
    assert!(svg.contains("<title>") && svg.contains("direction=\"rtl\"") && svg.contains("given name"));
    let table = std::fs::read_to_string(desk.path("why.csv")).unwrap();
    assert_eq!(table.lines().count(), 1 + why["why"]["bars"].as_array().unwrap().len());
    desk.ok(&["undo", "r", batch]);
    assert_eq!(documented(&desk), (480, 480));
    desk.ok(&["verify", "r"]);
}

#[test]
fn people_review_the_pairs_of_a_register() {
    let desk = Desk::new();
    imported(&desk);
    desk.ok(&["link", "r"]);
    desk.ok(&["link", "review", "r", "--to", "ask.csv", "--pairs", "12"]);
    let asked = std::fs::read_to_string(desk.path("ask.csv")).unwrap();
    assert!(
        asked.starts_with("left,right,judgement,note,probability,asked_because,name (left),name (right)"),
        "{asked}"
    );
    let n = asked.lines().count() - 1;
    assert!((2..=12).contains(&n), "{asked}");
    let fill = |file: &str, said: &dyn Fn(usize) -> &'static str| {
        let mut out = String::new();
        for (i, line) in asked.lines().enumerate() {
            let mut cells = line.splitn(4, ',');
            let (a, b) = (cells.next().unwrap(), cells.next().unwrap());
            let said = if i == 0 { "judgement" } else { said(i) };
            writeln!(out, "{a},{b},{said}").unwrap();
        }
        desk.put(file, out);
    };
    fill("first.csv", &|_| "different");
    fill("second.csv", &|i| if i == 1 { "same" } else { "different" });
    let nobody = desk.error(&["link", "review", "r", "--from", "first.csv"]);
    assert!(nobody.contains("--actor"), "{nobody}");
    let first = desk.json(&["link", "review", "r", "--from", "first.csv", "--actor", "A. Reader"]);
    assert_eq!((first["different"].as_u64(), first["agreement"].is_null()), (Some(n as u64), true));
    let second = desk.json(&["link", "review", "r", "--from", "second.csv", "--actor", "B. Reader"]);
    assert_eq!(second["held_back"].as_array().unwrap().len(), 1);
    assert_eq!(
        (second["agreement"]["agreed"].as_u64(), second["agreement"]["judged_by_both"].as_u64()),
        (Some(n as u64 - 1), Some(n as u64))
    );
    assert!(second["batch"].is_null());
    let next = desk.json(&["link", "r"]);
    assert_eq!(next["stands"]["by_people"].as_u64(), Some(n as u64));
    // Asked again, these pairs are not among them.
    let again = desk.json(&["link", "review", "r", "--to", "again.csv", "--pairs", "12"]);
    let first_pair: Vec<&str> = asked.lines().nth(1).unwrap().split(',').take(2).collect();
    assert!(
        again["pairs"].as_array().unwrap().iter().all(|p| p["a"] != first_pair[0] || p["b"] != first_pair[1])
    );
}

#[test]
fn what_goes_with_files_does_not_go_with_a_register() {
    let desk = Desk::new();
    imported(&desk);
    let out = desk.error(&["link", "r", "--out", "pairs.csv"]);
    assert!(out.contains("--out goes with lists in files"), "{out}");
    let anew = desk.error(&["link", "left.csv", "right.csv", "--anew"]);
    assert!(anew.contains("go with a register"), "{anew}");
    let none = desk.error(&["link", "explain", "left.csv", "right.csv", "--pair", "L1", "nobody"]);
    assert!(none.contains("'nobody'"), "{none}");
    let why = desk.json(&["link", "explain", "left.csv", "right.csv", "--pair", "L1", "R1"]);
    assert!(why["why"]["probability"].as_f64().unwrap() > 0.9, "{why}");
}

/// Events told by two sources, day and place alike, the kind of event on one side only for some.
#[test]
fn incidents_that_two_sources_tell_are_one() {
    let desk = Desk::new();
    let none = desk.error(&["link", "r", "--what", "incidents"]);
    assert!(none.contains("cairn record DIR incident"), "{none}");
    for (file, who) in [("first.json", "Monitor"), ("second.json", "Observatory")] {
        let mut drafts = Vec::new();
        for i in 0..60usize {
            let (month, day, place) = (1 + i % 12, 1 + (i * 11) % 28, FAMILY[(i * 7) % 10]);
            let kind = ["shelling", "raid", "airstrike"][i % 3];
            let party = ["northern side", "southern side"][i / 3 % 2];
            drafts.push(serde_json::json!({
                "kind": "incident", "note": format!("{who}, {i}"), "said_by": who, "place": place, "type": kind,
                "when": format!("2031-{month:02}-{day:02}"), "acts": [{ "type": "attacks" }],
                "attributions": [{ "actor": party, "stance": "accuses" }],
            }));
        }
        desk.put(file, serde_json::Value::from(drafts).to_string());
        desk.ok(&["record", "r", "--json", file]);
    }
    let attacks = || {
        let d = desk.json(&["count", "r", "attacks"])["figures"][0]["documented"].clone();
        (d["low"].as_u64().unwrap(), d["high"].as_u64().unwrap())
    };
    assert_eq!(attacks(), (120, 120));
    let done = desk.json(&["link", "r", "--what", "incidents"]);
    assert_eq!(done["lists"].as_array().unwrap().len(), 2, "{done}");
    let (low, high) = attacks();
    assert!(low == 60 && high < 70, "{low} to {high}: {done}");
    let again = desk.json(&["link", "r", "--what", "incidents"]);
    assert!(again["batch"].is_null(), "{again}");
    // Persons are another matter: there are none.
    let persons = desk.error(&["link", "r"]);
    assert!(persons.contains("not two persons"), "{persons}");
    desk.ok(&["undo", "r", done["batch"].as_str().unwrap()]);
    assert_eq!(attacks(), (120, 120));
}
