use serde_json::Value;

use crate::{Desk, steady};

/// Every JSON shape, as programs read it.
#[test]
fn shapes() {
    let desk = Desk::new();
    let added =
        desk.ok(&["add", "r", "article.txt", "--published", "2031-05-05", "--publisher", "The Orvenna Post"]);
    let listed = desk.ok(&["claims", "r", "list"]);
    let id = serde_json::from_str::<Value>(&listed).unwrap()["claims"][0]["id"].as_str().unwrap().to_owned();
    let rejected = desk.ok(&["claims", "r", "reject", &id, "--why", "no"]);
    let accepted = desk.ok(&["claims", "r", "accept", "--all", "--actor", "A. Reader"]);
    let dry = desk.ok(&["import", "r", "list.csv", "--dry-run"]);
    let imported = desk.ok(&["import", "r", "list.csv"]);
    let again = desk.ok(&["import", "r", "list.csv"]);
    let batch = serde_json::from_str::<Value>(&imported).unwrap()["batch"].as_str().unwrap().to_owned();
    let account = desk.json(&["explain", "r", "killed", "--where", "sex=f,age=child"]);
    let account = account["accounts"][0]["account"].as_str().unwrap().to_owned();
    let document = desk.json(&["add", "r", "list.csv"])["documents"][0]["doc"].as_str().unwrap().to_owned();
    let mut whole = String::new();
    let mut page = |name: &str, text: &str| {
        whole.push_str(&format!("── {name}\n{}\n", steady(text).trim_end()));
    };
    page("add", &added);
    page("claims list", &listed);
    page("claims reject", &rejected);
    page("claims accept", &accepted);
    page("import --dry-run", &dry);
    page("import", &imported);
    page("import again", &again);
    for args in [
        &["count", "r", "killed"][..],
        &["count", "r", "killed", "--by", "month,age"],
        &["count", "r", "injured", "--by", "source"],
        &["explain", "r", "killed", "--limit", "2"],
        &["explain", "r", "killed", "--where", "month=2031-06"],
        &["search", "r", "venn", "orvenna"],
        &["search", "r", "Орвенна", "--kind", "person", "--limit", "1"],
        &["show", "r", &account],
        &["show", "r", &document],
        &["show", "r", &id],
        &["show", "r", &batch],
        &["undo", "r", &batch, "--why", "checking"],
        &["history", "r"],
        &["rebuild", "r"],
        &["verify", "r"],
        &["extract", "article.txt", "--published", "2031-05-05"],
    ] {
        let shown = args.join(" ").replace(&document, "DOCUMENT");
        page(&steady(&shown), &desk.ok(args));
    }
    insta::assert_snapshot!(whole);
}

/// The same for people, at 80 columns.
#[test]
fn tables() {
    let desk = Desk::new();
    desk.filled();
    let mut whole = String::new();
    for args in [
        &["claims", "r", "list", "--decided"][..],
        &["count", "r", "killed"],
        &["count", "r", "killed", "--by", "sex,age"],
        &["count", "r", "killed", "--by", "month"],
        &["explain", "r", "killed", "--where", "sex=f"],
        &["search", "r", "orvenna"],
        &["search", "r", "nobody"],
        &["history", "r"],
        &["verify", "r"],
        &["import", "r", "list.csv"],
    ] {
        let text = desk.ok(&[args, &["--format", "table"]].concat());
        whole.push_str(&format!("$ cairn {}\n{}\n", args.join(" "), steady(&text)));
    }
    let wide: Vec<&str> = whole.lines().filter(|l| l.chars().count() > 80).collect();
    assert!(wide.is_empty(), "wider than 80 columns: {wide:#?}");
    insta::assert_snapshot!(whole);
}

fn answers(desk: &Desk) -> Vec<Value> {
    let questions: [&[&str]; 5] = [
        &["count", "r", "killed"],
        &["count", "r", "killed", "--by", "sex,age,month,place,source"],
        &["count", "r", "injured"],
        &["claims", "r", "list", "--decided"],
        &["explain", "r", "killed", "--limit", "1000"],
    ];
    let answer = |q: &&[&str]| {
        let mut answer = desk.json(q);
        // A position is how long the log is, and the log never gets shorter.
        answer.as_object_mut().unwrap().remove("position");
        answer
    };
    questions.iter().map(answer).collect()
}

#[test]
fn undo_restores_every_answer_and_the_past_stays_askable() {
    let desk = Desk::new();
    desk.ok(&["add", "r", "article.txt", "--published", "2031-05-05"]);
    let before = answers(&desk);
    let accepted = desk.json(&["claims", "r", "accept", "--all"]);
    let with_claims = answers(&desk);
    let position = accepted["position"].as_str().unwrap();
    let then = desk.ok(&["count", "r", "killed"]);
    let imported = desk.json(&["import", "r", "list.csv"]);
    assert_eq!(imported["accounts"], 5);
    assert_ne!(answers(&desk), with_claims);
    desk.ok(&["undo", "r", imported["batch"].as_str().unwrap()]);
    assert_eq!(answers(&desk), with_claims);
    desk.ok(&["undo", "r", accepted["batch"].as_str().unwrap()]);
    assert_eq!(answers(&desk), before);
    // Asked at its position, the old answer comes byte for byte.
    assert_eq!(desk.ok(&["count", "r", "killed", "--at", position]), then);
    // An import that was undone can be made anew.
    assert_eq!(desk.json(&["import", "r", "list.csv"])["accounts"], 5);
    assert_eq!(desk.json(&["import", "r", "list.csv"])["accounts"], 0);
}

#[test]
fn every_figure_opens_to_as_many_accounts_as_it_counts() {
    let desk = Desk::new();
    desk.filled();
    let answer = desk.json(&["count", "r", "killed", "--by", "sex,month"]);
    let figures = answer["figures"].as_array().unwrap();
    assert!(figures.len() >= 4);
    for figure in figures {
        let filters: Vec<String> = figure["by"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(d, v)| format!("{d}={}", v.as_str().unwrap_or_default()))
            .collect();
        let opened = desk.json(&["explain", "r", "killed", "--limit", "1000", "--where", &filters.join(",")]);
        let inside = opened["inside"].as_u64().unwrap();
        let overlaps = opened["overlaps"].as_u64().unwrap();
        assert_eq!(figure["documented"]["low"], inside, "{filters:?}");
        assert_eq!(figure["documented"]["high"], inside + overlaps, "{filters:?}");
        assert_eq!(figure["reported"].as_array().unwrap().len() as u64, opened["reported"]);
        for account in opened["accounts"].as_array().unwrap() {
            let words = account["quote"].is_string() || account["cells"].is_array();
            assert!(words, "an account without its words");
        }
    }
}

#[test]
fn a_checkpoint_given_away_and_a_proof_hold() {
    let desk = Desk::new();
    let batch = desk.filled();
    let note = desk.ok(&["checkpoint", "r"]);
    desk.put("note", &note);
    desk.ok(&["undo", "r", &batch]);
    assert_eq!(desk.json(&["verify", "r", "--against", "note"])["ok"], true);
    let account =
        desk.json(&["explain", "r", "killed"])["accounts"][0]["account"].as_str().unwrap().to_owned();
    desk.put("proof", desk.ok(&["prove", "r", &account]));
    assert!(desk.ok(&["prove", "--check", "proof"]).contains("The proof holds"));
    let forged = std::fs::read_to_string(desk.path("proof")).unwrap().replacen("killed", "injured", 1);
    desk.put("proof", forged);
    assert_eq!(desk.run(&["prove", "--check", "proof"]).status.code(), Some(1));
    desk.put("note", note.replacen("\n\n", "\n", 1));
    assert!(desk.error(&["verify", "r", "--against", "note"]).contains("line 4"));
}

#[test]
fn encrypted_by_default_and_the_actor_is_kept_apart() {
    let desk = Desk::new();
    desk.put("pass", "four words make it\n");
    desk.put("other", "some other words\n");
    let no_way = desk.error(&["init", "e"]);
    for way in ["--passphrase-file", "CAIRN_PASSPHRASE_FILE", "--plaintext"] {
        assert!(no_way.contains(way), "{no_way}");
    }
    desk.ok(&["init", "e", "--passphrase-file", "pass"]);
    assert!(desk.error(&["history", "e"]).contains("--passphrase-file"));
    assert!(desk.error(&["history", "e", "--passphrase-file", "other"]).contains("does not open"));
    desk.ok(&["import", "e", "list.csv", "--passphrase-file", "pass", "--actor", "Quiet Clerk"]);
    let history = desk.ok(&["history", "e", "--passphrase-file", "pass"]);
    assert!(history.contains("Quiet Clerk"));
    let count = desk.json(&["count", "e", "killed", "--passphrase-file", "pass"]);
    assert_eq!(count["figures"][0]["documented"]["low"], 5);
    let account = "explain e killed --passphrase-file pass".split(' ').collect::<Vec<_>>();
    let account = desk.json(&account)["accounts"][0]["account"].as_str().unwrap().to_owned();
    let proof = desk.ok(&["prove", "e", &account, "--passphrase-file", "pass"]);
    assert!(!proof.contains("Ada") && !proof.contains("Quiet Clerk"));
}

/// Only the current version of a list counts; who left it is withdrawn; undoing a version in the middle gives what
/// the others alone give.
#[test]
fn versions_of_a_list() {
    let desk = Desk::new();
    let row = |key: &str, name: &str, age: u8| format!("{key},{name},f,{age},2031-05-02\n");
    let list = |rows: &[(&str, &str, u8)]| {
        let rows: String = rows.iter().map(|(k, n, a)| row(k, n, *a)).collect();
        format!("person id,name,sex,age,date of death\n{rows}")
    };
    desk.put("one.csv", list(&[("K1", "Ada Venn", 30), ("K2", "Bea Tarn", 31), ("", "Cy Orlo", 40)]));
    desk.put("two.csv", list(&[("K1", "Ada Venn", 31), ("K3", "Di Marr", 9), ("", "Cy Orlo", 40)]));
    desk.put("three.csv", list(&[("K1", "Ada Venn", 31), ("K3", "Di Marr", 9), ("", "Eve Sund", 2)]));
    let import = |desk: &Desk, file: &str, first: bool| {
        let args = ["import", "r", file, "--series", "list", "--key", "person id"];
        desk.json(&[&args[..], if first { &[] } else { &["--as", "new-version"] }].concat())
    };
    let documented = |desk: &Desk| {
        let d = desk.json(&["count", "r", "killed"])["figures"][0]["documented"].clone();
        (d["low"].as_u64().unwrap(), d["high"].as_u64().unwrap(), d["withdrawn"].as_u64().unwrap())
    };
    import(&desk, "one.csv", true);
    assert_eq!(documented(&desk), (3, 3, 0));
    assert!(
        desk.error(&["import", "r", "two.csv", "--series", "list", "--key", "person id"]).contains("--as")
    );
    let two = import(&desk, "two.csv", false);
    let changes = ["added", "removed", "changed", "unchanged", "same_without_key", "cannot_tell"];
    let numbers = |report: &Value| changes.map(|c| report[c].as_u64().unwrap());
    assert_eq!(numbers(&two), [1, 1, 1, 0, 1, 0]);
    assert_eq!(documented(&desk), (3, 3, 1));
    let three = import(&desk, "three.csv", false);
    assert_eq!(numbers(&three), [0, 0, 0, 2, 0, 1]);
    assert_eq!(documented(&desk), (2, 3, 1));
    let opened = desk.json(&["explain", "r", "killed"]);
    assert_eq!((opened["inside"].as_u64(), opened["withdrawn"].as_u64()), (Some(2), Some(1)));
    // The middle version undone: as if only the outer two had been imported.
    desk.ok(&["undo", "r", two["batch"].as_str().unwrap()]);
    let other = Desk::new();
    for (file, first) in [("one.csv", true), ("three.csv", false)] {
        other.put(file, std::fs::read(desk.path(file)).unwrap());
        import(&other, file, first);
    }
    let figures = |desk: &Desk| desk.json(&["count", "r", "killed", "--by", "age,sex"])["figures"].clone();
    assert_eq!(figures(&desk), figures(&other));
    assert_eq!(documented(&desk), (2, 3, 1));
}
