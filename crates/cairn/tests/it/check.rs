use serde_json::Value;

use crate::Desk;

const REPORT: &str = "Daily report of the Orvenna Health Office, 5 May 2031\n\nIn the past 24 hours:\n• Number of killed: \
8\n• Number of injured: 23, including 5 children.\n\nCumulative figures since the beginning of the fighting:\n• \
Cumulative number of killed: 1,402\n";

/// The answer as programs read it and as people read it; exit code 1 for a slip.
#[test]
fn figures_beside_their_text() {
    let desk = Desk::new();
    desk.put("report.txt", REPORT);
    desk.put(
        "typed.csv",
        "report_date,killed,killed_cum,injured,injured_children,detained,note\n2031-05-04,1,1394,2,,,\n\
         2031-05-05,8,1402,21,5,,typed by hand\n2031-05-06,-,x,-2,,,\n",
    );
    let args = ["check", "report.txt", "typed.csv", "--published", "2031-05-05"];
    let out = desk.run(&args);
    assert_eq!(out.status.code(), Some(1));
    let json = String::from_utf8(out.stdout).unwrap();
    let table = desk.run(&[&args[..], &["--format", "table", "--all"]].concat());
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.lines().all(|l| l.chars().count() <= 80), "{table}");
    insta::assert_snapshot!(format!("{json}\n{table}"));
    // A row a figure, in another format; all stand.
    desk.put(
        "long.json",
        r#"[{"indicator":"killed","value":8,"type_of_count":""},{"indicator":"injured children","value":"5"},
            {"indicator":"killed, cumulative","value":"1,402"}]"#,
    );
    let answer = desk.json(&["check", "report.txt", "long.json"]);
    assert_eq!(answer["stands"], 3, "{answer:#}");
}

#[test]
fn rows_that_hold_their_own_text() {
    let desk = Desk::new();
    desk.put(
        "bulletins.csv",
        format!(
            "date,bulletin,killed,killed_cum\n2031-05-05,\"{REPORT}\",8,1402\n2031-05-06,\"{}\",8,1402\n",
            REPORT.replace(": 8", ": 9")
        ),
    );
    let out = desk.run(&["check", "bulletins.csv", "--text", "bulletin"]);
    let answer: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(out.status.code(), Some(1));
    let verdicts: Vec<&str> =
        answer["items"].as_array().unwrap().iter().map(|i| i["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["stands", "stands", "differs", "stands"]);
    assert_eq!(answer["items"][2]["passages"][0]["low"], 9);
}

#[test]
fn errors_say_what_to_do() {
    let desk = Desk::new();
    desk.put("report.txt", REPORT);
    desk.put("odd.csv", "name,age\nA,1\n");
    assert!(desk.error(&["check", "report.txt"]).contains("--text COLUMN"));
    assert!(desk.error(&["check", "report.txt", "odd.csv"]).contains("name columns such as killed"));
    assert!(desk.error(&["check", "odd.csv", "--text", "body"]).contains("there are name, age"));
    assert!(desk.error(&["check", "odd.csv", "odd.csv"]).contains("--text"));
    assert!(desk.error(&["check", "report.txt", "report.txt"]).contains("not a table"));
}
