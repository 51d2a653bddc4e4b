use crate::Desk;

#[test]
fn lists_one_list_and_a_crosswalk() {
    let desk = Desk::new();
    let all = desk.json(&["vocabulary"]);
    let names: Vec<&str> =
        all["lists"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert!(names.len() > 70 && names.contains(&"status") && names.contains(&"huridocs_status"), "{names:?}");
    insta::assert_json_snapshot!("one_list", desk.json(&["vocabulary", "judgement", "--lang", "he"]));
    insta::assert_json_snapshot!("crosswalk", desk.json(&["vocabulary", "--map", "sdg_age", "age_group"]));
    insta::assert_snapshot!(
        "list_in_words",
        desk.ok(&["vocabulary", "scope", "--lang", "ar", "--format", "table"])
    );
    insta::assert_snapshot!(
        "crosswalk_in_words",
        desk.ok(&["vocabulary", "--map", "dtm_damage", "unosat_damage", "--format", "table"])
    );
    let csv = desk.ok(&["vocabulary", "sex", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 5);
    let wide = desk.ok(&["vocabulary", "--format", "table"]);
    assert!(wide.lines().all(|l| l.chars().count() <= 80), "{wide}");
}

#[test]
fn what_is_not_there_is_said_with_the_mend() {
    let desk = Desk::new();
    let near = desk.error(&["vocabulary", "stat"]);
    assert!(near.contains("no list stat (did you mean") && near.contains("civilian_status"), "{near}");
    let language = desk.error(&["vocabulary", "sex", "--lang", "xx"]);
    assert!(language.contains("no labels in xx: choose en, ar, he, uk, es"), "{language}");
}
