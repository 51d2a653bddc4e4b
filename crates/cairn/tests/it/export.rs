use crate::Desk;

#[test]
fn accounts_leave_without_names_unless_asked_for() {
    let desk = Desk::new();
    desk.filled();
    for notation in ["hxl", "ftm", "statements"] {
        let open = desk.ok(&["export", "r", "--as", notation]);
        assert!(!open.contains("Venn") && !open.contains("Orlo"), "{open}");
        let whole = desk.ok(&["export", "r", "--as", notation, "--personal"]);
        assert!(whole.contains("Ada Venn") && whole.contains("Cy Orlo"), "{whole}");
    }
    // The first cell is an id, which differs from register to register.
    let table = desk.ok(&["export", "r", "--as", "hxl"]);
    let rows: Vec<&str> =
        table.lines().take(4).filter_map(|l| l.split_once(',')).map(|(_, rest)| rest).collect();
    insta::assert_snapshot!("hxl", rows.join("\n"));
    let ftm = desk.ok(&["export", "r", "--as", "ftm"]);
    let lines: Vec<serde_json::Value> = ftm.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.iter().filter(|e| e["schema"] == "Person").count(), 5);
    assert!(lines.iter().any(|e| e["properties"]["name"][0] == "Person, name withheld"));
    let statements = desk.ok(&["export", "r", "--as", "statements", "--dataset", "orvenna"]);
    assert!(statements.starts_with("canonical_id,entity_id,prop,"));
    assert!(statements.lines().skip(1).all(|l| l.contains(",orvenna,")), "{statements}");
}

#[test]
fn the_past_and_what_is_undone() {
    let desk = Desk::new();
    let batch = desk.filled();
    let people = |at: &[&str]| {
        let lines = desk.ok(&[&["export", "r", "--as", "ftm"], at].concat());
        lines.lines().filter(|l| l.contains("\"schema\":\"Person\"")).count()
    };
    assert_eq!(people(&[]), 5);
    desk.ok(&["undo", "r", &batch, "--why", "test"]);
    assert_eq!(people(&[]), 0);
    assert_eq!(people(&["--at", &batch]), 5);
}
