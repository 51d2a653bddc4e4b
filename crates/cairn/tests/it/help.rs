use crate::Desk;

/// The whole help, one page after the other: the reference of the command line.
#[test]
#[cfg_attr(feature = "propose", ignore = "the reference is of the program as it is built by default")]
fn whole_help() {
    let desk = Desk::new();
    let top = desk.ok(&["--help"]);
    let mut whole = format!("$ cairn --help\n{top}");
    let listed = top.split("Commands:\n").nth(1).unwrap();
    let names: Vec<&str> = listed
        .lines()
        .take_while(|l| !l.trim().is_empty())
        .filter(|l| l.starts_with("  ") && !l.starts_with("   "))
        .filter_map(|l| l.split_whitespace().next())
        .collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        whole.push_str(&format!("\n$ cairn {name} --help\n{}", desk.ok(&[name, "--help"])));
    }
    for verb in ["list", "accept", "reject", "audit"] {
        let page = desk.ok(&["claims", "r", verb, "--help"]);
        whole.push_str(&format!("\n$ cairn claims DIR {verb} --help\n{page}"));
    }
    for verb in ["list", "show", "apply"] {
        let page = desk.ok(&["template", "r", verb, "--help"]);
        whole.push_str(&format!("\n$ cairn template DIR {verb} --help\n{page}"));
    }
    let wide: Vec<&str> = whole.lines().filter(|l| l.chars().count() > 80).collect();
    assert!(wide.is_empty(), "wider than 80 columns: {wide:#?}");
    insta::assert_snapshot!(whole);
}
