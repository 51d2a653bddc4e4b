use serde_json::Value;

use crate::Desk;

fn bulletin(killed: u32, injured: u32, total: u32) -> String {
    format!(
        "Daily report of the Mirel Health Office\n\nIn the past 24 hours:\n• Number of killed: {killed}\n• Number of \
         injured: {injured}\n\nSince the beginning of the fighting:\n• Cumulative number of killed: {total}\n"
    )
}

fn add(desk: &Desk, day: &str, text: &str) -> Value {
    let file = format!("{day}.txt");
    desk.put(&file, text);
    desk.json(&["add", "r", &file, "--published", day, "--publisher", "Mirel Health Office"])["documents"][0]
        .clone()
}

/// Two bulletins accepted, one of their claims mended each time; the third is filled in as a person would have it.
#[test]
fn the_third_bulletin_is_filled_in_from_two_that_were_accepted() {
    let desk = Desk::new();
    assert!(desk.error(&["template", "r", "show", "Mirel Health Office"]).contains("two documents"));
    for (day, text) in [("2031-05-05", bulletin(8, 23, 1402)), ("2031-05-06", bulletin(3, 9, 1405))] {
        assert!(add(&desk, day, &text)["template"].is_null());
        let claims = desk.json(&["claims", "r", "list"]);
        let injured = claims["claims"].as_array().unwrap().iter().find(|c| c["metric"] == "injured").unwrap();
        let id = injured["id"].as_str().unwrap();
        desk.ok(&[
            "claims",
            "r",
            "accept",
            id,
            "--set",
            "place=Mirel",
            "--set",
            "source=Mirel Health Office",
        ]);
        desk.ok(&["claims", "r", "accept", "--all"]);
    }
    let listed = desk.json(&["template", "r", "list"]);
    assert_eq!(
        listed["templates"][0],
        serde_json::json!({"publisher":"Mirel Health Office","examples":2,"slots":3})
    );
    let added = add(&desk, "2031-05-09", &bulletin(5, 41, 1417));
    assert_eq!(
        (added["claims"].as_u64(), added["template"]["filled"].as_u64()),
        (Some(3), Some(3)),
        "{added:#}"
    );
    let claims = desk.json(&["claims", "r", "list"]);
    let claims = claims["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 3);
    assert!(claims.iter().all(|c| c["by_template"] == "Mirel Health Office"));
    let injured = claims.iter().find(|c| c["metric"] == "injured").unwrap();
    assert_eq!((injured["low"].as_i64(), injured["place"].as_str()), (Some(41), Some("Mirel")));
    assert_eq!(injured["source"], "Mirel Health Office");
    assert!(injured["quote"].as_str().unwrap().contains("41"));
    // The rule made for it takes them, and leaves one to a person.
    let done = desk.json(&["claims", "r", "accept", "--rule", "template"]);
    assert_eq!((done["accounts"].as_array().unwrap().len(), done["held"].as_array().unwrap().len()), (2, 1));
    assert_eq!(desk.json(&["verify", "r"])["ok"], true);
}

#[test]
fn a_missing_line_and_another_form_are_told() {
    let desk = Desk::new();
    for (day, text) in [("2031-05-05", bulletin(8, 23, 1402)), ("2031-05-06", bulletin(3, 9, 1405))] {
        add(&desk, day, &text);
        desk.ok(&["claims", "r", "accept", "--all"]);
    }
    let text = bulletin(5, 41, 1417).replace("• Number of injured: 41\n", "");
    let added = add(&desk, "2031-05-09", &text);
    let template = &added["template"];
    assert_eq!((template["filled"].as_u64(), template["form_changed"].as_bool()), (Some(2), Some(false)));
    assert_eq!(
        template["missing"].as_array().unwrap().len() + template["changed"].as_array().unwrap().len(),
        1
    );
    desk.put(
        "other.txt",
        "The office regrets that 41 people were injured and 5 people were killed in Mirel.\n",
    );
    let applied = desk.json(&["template", "r", "apply", "Mirel Health Office", "other.txt"]);
    assert_eq!(applied["form_changed"], true);
    assert_eq!(applied["claims"].as_array().unwrap().len(), 0);
    let table = desk.ok(&["template", "r", "apply", "Mirel Health Office", "other.txt", "--format", "table"]);
    assert!(table.contains("seems to have changed"));
    let table = desk.ok(&["template", "r", "show", "Mirel Health Office", "--format", "table"]);
    assert!(table.contains("number of injured") && table.lines().all(|l| l.chars().count() <= 80), "{table}");
}

/// What a hand changes in a proposal of a template never becomes an account.
#[test]
fn an_altered_proposal_of_a_template_is_dropped() {
    let desk = Desk::new();
    for (day, text) in [("2031-05-05", bulletin(8, 23, 1402)), ("2031-05-06", bulletin(3, 9, 1405))] {
        add(&desk, day, &text);
        desk.ok(&["claims", "r", "accept", "--all"]);
    }
    add(&desk, "2031-05-09", &bulletin(5, 41, 1417));
    let db = rusqlite::Connection::open(desk.path("r/register.db")).unwrap();
    let changed = db
        .execute(
            "UPDATE proposal SET body = replace(body, '\"low\":41,\"high\":41', '\"low\":4100,\"high\":4100') \
             WHERE body LIKE '%by_template%'",
            [],
        )
        .unwrap();
    drop(db);
    assert!(changed >= 1);
    assert!(desk.error(&["claims", "r", "accept", "--all"]).contains("read anew"));
    let claims = desk.json(&["claims", "r", "list"]);
    let lows: Vec<i64> =
        claims["claims"].as_array().unwrap().iter().filter_map(|c| c["low"].as_i64()).collect();
    assert!(!lows.contains(&4100) && lows.contains(&41), "{lows:?}");
}
