use serde_json::Value;

use crate::Desk;

/// A register with a text of thirty sure claims and one that no speaker makes.
fn desk() -> Desk {
    let desk = Desk::new();
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let line = |i: usize| {
        let (day, n) = (days[i % 5], i + 11);
        format!("According to the Orvenna Ministry of Health, {n} people were injured in Mirel on {day}.\n\n")
    };
    let mut text: String = (0..30).map(line).collect();
    text.push_str("Nine people were killed.\n");
    desk.put("bulletin.txt", text);
    desk.ok(&["add", "r", "bulletin.txt", "--published", "2031-05-05", "--publisher", "Orvenna Health"]);
    desk
}

fn waiting(desk: &Desk) -> Vec<String> {
    let claims = desk.json(&["claims", "r", "list"]);
    claims["claims"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap().to_owned()).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_rule_leaves_a_part_to_a_person_and_its_error_rate_stands_with_the_figures() {
    let desk = desk();
    assert_eq!(waiting(&desk).len(), 31);
    let done = desk.json(&["claims", "r", "accept", "--rule", "sure"]);
    let held = strings(&done["held"]);
    // 5% of 30, rounded up.
    assert_eq!((done["accounts"].as_array().unwrap().len(), held.len()), (28, 2));
    let left = desk.json(&["claims", "r", "list", "--audit"]);
    let marked: Vec<&str> =
        left["claims"].as_array().unwrap().iter().map(|c| c["audit"].as_str().unwrap()).collect();
    assert_eq!(marked, ["sure 1", "sure 1"]);
    // Neither the rule nor a person who takes everything decides what was left for a look.
    assert!(desk.error(&["claims", "r", "accept", "--rule", "sure"]).contains("chooses none"));
    let all = desk.json(&["claims", "r", "accept", "--all"]);
    assert_eq!(all["accounts"].as_array().unwrap().len(), 1);
    assert!(desk.error(&["claims", "r", "accept", "--all"]).contains("by its id"));
    let audit = |desk: &Desk| desk.json(&["claims", "r", "audit"])["audits"][0].clone();
    assert_eq!((audit(&desk)["decided"].as_u64(), audit(&desk)["high"].as_u64()), (Some(0), Some(1_000_000)));
    desk.ok(&["claims", "r", "accept", &held[0]]);
    let rejected = desk.json(&["claims", "r", "reject", &held[1]]);
    let a = audit(&desk);
    let numbers = ["accepted", "held", "decided", "wrong"].map(|k| a[k].as_u64().unwrap());
    assert_eq!(numbers, [28, 2, 2, 1]);
    // The rate is printed with each number that the rule accepted, and with none that a person did.
    let figures = desk.json(&["count", "r", "injured"]);
    let reported = figures["figures"][0]["reported"].as_array().unwrap();
    assert_eq!(reported.iter().filter(|r| r["audit"] == a).count(), 28);
    assert_eq!(reported.iter().filter(|r| r["audit"].is_null()).count(), 1);
    let killed = desk.json(&["count", "r", "killed"]);
    assert!(killed["figures"][0]["reported"][0]["audit"].is_null());
    let table = desk.ok(&["count", "r", "injured", "--format", "table"]);
    assert!(table.contains("1 of 2 looked at wrong"), "{table}");
    assert!(table.lines().all(|l| l.chars().count() <= 80));
    // Everything is an entry: undone, the audit forgets it; the past stays askable.
    let position = rejected["position"].as_str().unwrap();
    let then = desk.ok(&["count", "r", "injured"]);
    desk.ok(&["undo", "r", rejected["batch"].as_str().unwrap()]);
    assert_eq!(audit(&desk)["decided"], 1);
    assert_eq!(desk.ok(&["count", "r", "injured", "--at", position]), then);
    desk.ok(&["undo", "r", done["batch"].as_str().unwrap()]);
    assert_eq!(desk.json(&["claims", "r", "audit"])["audits"].as_array().unwrap().len(), 0);
    assert_eq!(desk.json(&["verify", "r"])["ok"], true);
    desk.ok(&["rebuild", "r"]);
    assert_eq!(desk.ok(&["count", "r", "injured", "--at", position]), then);
}

#[test]
fn what_is_left_to_a_person_cannot_be_chosen_and_can_be_found_again() {
    let desk = desk();
    let first = desk.json(&["claims", "r", "accept", "--rule", "sure"]);
    desk.ok(&["undo", "r", first["batch"].as_str().unwrap()]);
    let second = desk.json(&["claims", "r", "accept", "--rule", "sure"]);
    // Another batch, another choice of the same claims; but each is a function of register, batch, rule and claim.
    let register =
        std::fs::read_to_string(desk.path("note")).unwrap_or_else(|_| desk.ok(&["checkpoint", "r"]));
    let register = register.lines().next().unwrap().split('/').nth(1).unwrap().to_owned();
    for done in [&first, &second] {
        let (chain, seq) = done["batch"].as_str().unwrap().split_once('-').unwrap();
        let entry = format!("{chain}-{}", seq.parse::<u64>().unwrap() + 1);
        let mut chosen: Vec<String> = done["accounts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a["claim"].as_str().unwrap().to_owned())
            .collect();
        let held = strings(&done["held"]);
        chosen.extend(held.clone());
        let hash = |claim: &String| {
            use sha2::{Digest, Sha256};
            let words = format!("cairn-audit/1\n{register}\n{entry}\nsure\n1\n{claim}\n");
            <[u8; 32]>::from(Sha256::digest(words))
        };
        chosen.sort_by_key(hash);
        let mut want = chosen[..2].to_vec();
        want.sort();
        assert_eq!(want, held);
    }
}

#[test]
fn rules_are_data_and_checked() {
    let desk = desk();
    let rule = "name = \"few\"\nversion = \"3\"\ndescription = \"d\"\nscore_at_least = 90\npublishers = [\"orvenna health\"]\n\
                metrics = [\"killed\"]\naudit_percent = 50\n";
    desk.put("few.toml", rule);
    let done = desk.json(&["claims", "r", "accept", "--rule", "few.toml"]);
    // One claim fits; at least one is left to a person: nothing is accepted without anybody's look.
    assert_eq!(done["accounts"].as_array().unwrap().len(), 0);
    assert_eq!((done["held"].as_array().unwrap().len(), done["rule_version"].as_str()), (1, Some("3")));
    for (from, to, words) in [
        ("audit_percent = 50", "audit_percent = 4", "at least 5 of 100"),
        ("\"killed\"", "\"kiled\"", "'kiled' is no metric"),
        ("version", "edition", "cannot be read"),
        ("orvenna health", "somebody else", "chooses none"),
    ] {
        desk.put("odd.toml", rule.replace(from, to));
        let error = desk.error(&["claims", "r", "accept", "--rule", "odd.toml"]);
        assert!(error.contains(words), "{error}");
    }
    assert!(desk.error(&["claims", "r", "accept", "--rule", "nothing"]).contains("sure and template"));
    assert_eq!(desk.run(&["claims", "r", "accept", "--rule", "sure", "--all"]).status.code(), Some(2));
}

/// What a person mends is recorded as mended, with what the machine had, and counts as the rule's error.
#[test]
fn a_claim_mended_as_it_is_accepted() {
    let desk = desk();
    let done = desk.json(&["claims", "r", "accept", "--rule", "sure"]);
    let held = strings(&done["held"]);
    let words =
        ["--set", "metric=missing", "--set", "low=5", "--set", "high=", "--set", "qualifier=at_least"];
    let mended = desk.json(&[&["claims", "r", "accept", &held[0]][..], &words].concat());
    let account = mended["accounts"][0]["account"].as_str().unwrap();
    let shown = desk.json(&["show", "r", account]);
    let toll = &shown["account"]["toll"];
    assert_eq!(
        (toll["metric"].as_str(), toll["low"].as_i64(), toll["high"].as_i64()),
        (Some("missing"), Some(5), None)
    );
    assert_eq!(shown["account"]["edited"], serde_json::json!(["high", "low", "metric", "qualifier"]));
    assert_eq!(desk.json(&["claims", "r", "audit"])["audits"][0]["wrong"], 1);
    assert_eq!(desk.json(&["count", "r", "missing"])["figures"][0]["reported"][0]["low"], 5);
    assert_eq!(desk.json(&["verify", "r"])["ok"], true);
    let id = &held[1];
    for (set, words) in [
        ("metric=kiled", "not a code"),
        ("low=9999", "above the highest"),
        ("low=some", "cannot be mended"),
        ("shoes=red", "shoes"),
        ("nonsense", "MEMBER=VALUE"),
    ] {
        let error = desk.error(&["claims", "r", "accept", id, "--set", set]);
        assert!(error.contains(words), "{error}");
    }
    // Setting what was read already mends nothing.
    let plain = desk.json(&["claims", "r", "accept", id, "--set", "metric=injured"]);
    let shown = desk.json(&["show", "r", plain["accounts"][0]["account"].as_str().unwrap()]);
    assert!(shown["account"]["edited"].is_null());
    assert_eq!(desk.json(&["claims", "r", "audit"])["audits"][0]["wrong"], 1);
}
