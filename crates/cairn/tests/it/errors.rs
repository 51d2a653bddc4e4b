use crate::Desk;

/// Bad input: exit code 2, words that name the place and the mend, and a register that stays as it was.
#[test]
fn bad_input_is_told_and_changes_nothing() {
    let desk = Desk::new();
    desk.filled();
    desk.put("empty.csv", "");
    desk.put("bytes.bin", (0..=255u8).cycle().take(2000).collect::<Vec<_>>());
    desk.put("map.toml", "nonsense = 1\n");
    let history = desk.ok(&["history", "r"]);
    let cases: [(&[&str], &str); 16] = [
        (&["history", "nowhere"], "cairn init"),
        (&["init", "r", "--plaintext"], "not empty"),
        (&["add", "r", "missing.txt"], "missing.txt"),
        (&["add", "r", "empty.csv"], "empty"),
        (&["add", "r", "bytes.bin"], "bytes.bin"),
        (&["add", "r", "article.txt", "--published", "yesterday"], "YYYY-MM-DD"),
        (&["import", "r", "article.txt"], "cairn add"),
        (&["import", "r", "list.csv", "--map", "map.toml"], "map.toml"),
        (&["import", "r", "list.csv", "--act", "wished"], "wished"),
        (&["claims", "r", "accept", "nothing"], "nothing"),
        (&["claims", "r", "accept", "--all"], "cairn add"),
        (&["count", "r", "wishes"], "killed"),
        (&["count", "r", "killed", "--by", "colour"], "sex"),
        (&["count", "r", "killed", "--at", "p000000000000"], "cairn history"),
        (&["undo", "r", "00000000-1"], "cairn history"),
        (&["explain", "r", "killed", "--where", "sex"], "DIMENSION=VALUE"),
    ];
    for (args, words) in cases {
        let error = desk.error(args);
        assert!(error.contains(words), "{args:?}: {error}");
        assert_eq!(desk.ok(&["history", "r"]), history, "{args:?}");
    }
    let as_json = desk.run(&["history", "nowhere", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_slice(&as_json.stderr).unwrap();
    assert_eq!(error["version"], 1);
}

/// Flags that would be without effect are errors, not silence.
#[test]
fn an_estimate_takes_no_flag_that_means_nothing() {
    let desk = Desk::new();
    desk.filled();
    desk.put("lists.csv", "a,b,c,n\n1,0,0,40\n0,1,0,30\n0,0,1,30\n1,1,0,12\n1,0,1,9\n0,1,1,8\n1,1,1,4\n");
    let cases: [(&[&str], &str); 11] = [
        (&["lists.csv", "--method", "magic"], "lcmcr"),
        (&["lists.csv", "--chains", "1"], "from 2 on"),
        (&["lists.csv", "--iterations", "0"], "from 1000 on"),
        (&["lists.csv", "--level", "95"], "0.95"),
        (&["lists.csv", "--lists", "a,a,b"], "name each column once"),
        (&["lists.csv", "--lists", "a,z"], "the columns are a, b, c, n"),
        (&["lists.csv", "--dry-run"], "--dry-run is of a register"),
        (&["lists.csv", "--at", "2031-05-02"], "--at is of a register"),
        (&["lists.csv", "--draws", "5"], "--link"),
        (&["r", "killed", "--link"], "--link is of files"),
        (&["r", "killed", "--count", "n"], "--count is of files"),
    ];
    for (args, words) in cases {
        let error = desk.error(&[&["estimate"], args].concat());
        assert!(error.contains(words), "{args:?}: {error}");
    }
}

#[test]
fn a_bad_row_is_named_and_left_out_or_stops_the_import() {
    let desk = Desk::new();
    desk.put(
        "ragged.csv",
        "name,sex,age,date of death\nAda Venn,f,34,2031-05-02\nBo Tarn,m\nCy Orlo,m,40,2031-05-03\n",
    );
    let strict = desk.run(&["import", "r", "ragged.csv", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(desk.json(&["count", "r", "killed"])["figures"][0]["documented"]["high"], 0);
    let lax = desk.run(&["import", "r", "ragged.csv"]);
    assert_eq!(lax.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&lax.stdout).unwrap();
    assert_eq!(report["accounts"], 2);
    assert_eq!(report["errors"][0]["row"], 2);
    assert_eq!(desk.json(&["count", "r", "killed"])["figures"][0]["documented"]["high"], 2);
}

#[test]
fn undoing_twice_and_deciding_twice_are_told() {
    let desk = Desk::new();
    let batch = desk.filled();
    desk.ok(&["undo", "r", &batch]);
    assert!(desk.error(&["undo", "r", &batch]).contains("already undone"));
    let decided = desk.json(&["claims", "r", "list", "--decided"]);
    let id = decided["claims"][0]["id"].as_str().unwrap().to_owned();
    assert!(desk.error(&["claims", "r", "reject", &id]).contains("already accepted"));
}

/// Rows of one file never count twice by accident, and a slip in a question is no zero.
#[test]
fn one_file_counts_once_and_unknown_values_are_told() {
    let desk = Desk::new();
    desk.filled();
    for args in [
        &["import", "r", "list.csv", "--said-by", "A Clerk"][..],
        &["import", "r", "list.csv", "--act", "injured"],
    ] {
        assert!(desk.error(args).contains("count twice"), "{args:?}");
    }
    desk.put("other.csv", "name,sex\nEli Sund,m\n");
    assert!(desk.error(&["import", "r", "other.csv", "--said-by", " "]).contains("empty"));
    assert!(desk.error(&["import", "r", "list.csv", "--published", "2031-02-30"]).contains("YYYY-MM-DD"));
    desk.put("header.csv", "name,sex,age\n");
    desk.error(&["import", "r", "header.csv"]);
    let none = desk.json(&["explain", "r", "killed", "--where", "sex=female"]);
    assert!(none["notes"][0]["words"].as_str().unwrap().contains("there are: f, m"), "{none}");
}

/// Proposals stand beside the log: one that was altered there never becomes an account.
#[test]
fn an_altered_proposal_is_read_anew() {
    let desk = Desk::new();
    desk.ok(&["add", "r", "article.txt", "--published", "2031-05-05"]);
    let db = rusqlite::Connection::open(desk.path("r/register.db")).unwrap();
    let sql = "UPDATE proposal SET body = replace(body, '\"low\":95', '\"low\":9500')";
    assert!(db.execute(sql, []).unwrap() > 0);
    drop(db);
    assert!(desk.error(&["claims", "r", "accept", "--all"]).contains("read anew"));
    desk.ok(&["claims", "r", "accept", "--all"]);
    let injured = desk.json(&["count", "r", "injured"]);
    assert_eq!(injured["figures"][0]["reported"][0]["low"], 95);
}

/// Values may hold commas of their own.
#[test]
fn a_cell_with_a_comma_opens() {
    let desk = Desk::new();
    desk.put("places.csv", "name,sex,age,date of death,place\nAda Venn,f,34,2031-05-02,\"Mirel, North\"\n");
    desk.ok(&["import", "r", "places.csv", "--said-by", "Clinic, of Mirel"]);
    for cell in ["place=Mirel, North,sex=f", "source=Clinic, of Mirel"] {
        assert_eq!(desk.json(&["explain", "r", "killed", "--where", cell])["inside"], 1, "{cell}");
    }
}
