use serde_json::Value;

use crate::{ARTICLE, Desk};

fn folder(desk: &Desk) {
    std::fs::create_dir_all(desk.path("texts/later")).unwrap();
    desk.put("texts/b.txt", ARTICLE);
    desk.put("texts/a.txt", "Nine people were killed in Mirel on Friday, officials said.\n");
    desk.put("texts/later/a.txt", "The council of Mirel said 14 homes were destroyed.\n");
    desk.put("texts/list.csv", crate::LIST);
    desk.put("texts/noise.bin", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.put("texts/.hidden.txt", "Eight people were killed.\n");
}

#[test]
fn a_folder_is_read_by_name_and_what_is_no_text_is_passed_over() {
    let desk = Desk::new();
    folder(&desk);
    let out = desk.run(&["extract", "texts", "article.txt", "--published", "2031-05-05"]);
    assert_eq!(out.status.code(), Some(0));
    let claims: Vec<Value> = serde_json::from_slice(&out.stdout).unwrap();
    let mut files: Vec<&str> = claims.iter().map(|c| c["file"].as_str().unwrap()).collect();
    files.dedup();
    assert_eq!(files, ["texts/a.txt", "texts/b.txt", "texts/later/a.txt", "article.txt"]);
    let words = String::from_utf8(out.stderr).unwrap();
    assert!(words.contains("passed over: texts/list.csv: this is a table"), "{words}");
    assert!(words.contains("passed over: texts/noise.bin: "), "{words}");
    // Named itself, the same table is an error, and nothing is printed as an answer.
    assert!(desk.error(&["extract", "texts/list.csv"]).contains("this is a table"));
    assert!(desk.error(&["extract", "texts/a.txt", "nowhere.txt"]).contains("nowhere.txt"));
}

#[test]
fn every_format_gives_the_same_claims_and_an_empty_answer_is_whole() {
    let desk = Desk::new();
    folder(&desk);
    let claims: Vec<Value> = serde_json::from_str(&desk.ok(&["extract", "texts"])).unwrap();
    let csv = desk.ok(&["extract", "texts", "--format", "csv"]);
    let header = csv.lines().next().unwrap();
    assert!(header.starts_with("file,kind,quote,start,end,metric,low,high,unit"));
    assert!(!header.ends_with("reasons"));
    let quoted = csv.lines().skip(1).filter(|l| l.starts_with("texts/")).count();
    assert_eq!(quoted, claims.len());
    let explained = desk.ok(&["extract", "texts", "--format", "csv", "--explain"]);
    assert!(explained.lines().next().unwrap().ends_with(",score,reasons"));
    assert!(explained.contains("cue."), "{explained}");
    desk.put("quiet.txt", "The market opened again.\n");
    assert_eq!(desk.ok(&["extract", "quiet.txt"]), "[]\n");
    assert_eq!(desk.ok(&["extract", "quiet.txt", "--format", "csv"]).lines().count(), 1);
}

#[test]
fn passages_keep_their_order_and_their_language() {
    let desk = Desk::new();
    let passage = |i: usize| format!(r#"{{"id":"p{i}","text":"{i} people were killed.","lang":"en"}}"#);
    let passages: Vec<String> = (2..700).map(passage).collect();
    desk.put("p.json", format!(r#"{{"passages":[{}]}}"#, passages.join(",")));
    let read: Vec<Value> = serde_json::from_str(&desk.ok(&["extract", "--passages", "p.json"])).unwrap();
    for (i, p) in read.iter().enumerate() {
        assert_eq!(p["id"], format!("p{}", i + 2));
        assert_eq!(p["claims"][0]["low"], i + 2, "{p}");
    }
    assert_eq!(read.len(), 698);
}

#[test]
fn pages_need_nothing_beside_them() {
    let desk = Desk::new();
    folder(&desk);
    let answer = desk.json(&["extract", "texts", "--html", "one.html", "--explain"]);
    assert_eq!((answer["texts"].as_u64(), answer["passed_over"].as_u64()), (Some(3), Some(2)));
    let page = std::fs::read_to_string(desk.path("one.html")).unwrap();
    assert_eq!(page.matches("<section ").count(), 3);
    for outside in ["<script", "src=", "http:", "https:", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    let links: Vec<&str> = page.split("href=\"#").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert!(links.len() as u64 >= 2 * answer["claims"].as_u64().unwrap());
    assert!(links.iter().all(|l| ids.contains(l)));
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    // A folder of pages: an index and one page a text.
    desk.ok(&["extract", "texts", "--html", "pages"]);
    let index = std::fs::read_to_string(desk.path("pages/index.html")).unwrap();
    for name in ["0001.html", "0002.html", "0003.html"] {
        assert!(index.contains(name) && desk.path("pages").join(name).is_file());
    }
    assert!(desk.error(&["extract", "texts", "--html", "texts/pages"]).contains("outside texts"));
}

#[cfg(unix)]
#[test]
fn stopped_by_a_signal_it_says_so_and_closes_no_answer() {
    use std::io::Read;
    use std::process::{Command, Stdio};

    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("many")).unwrap();
    for i in 0..2000 {
        desk.put(&format!("many/{i:04}.txt"), ARTICLE);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_cairn"))
        .args(["extract", "many", "--format", "json"])
        .current_dir(desk.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The pipe holds less than the answer: once some was read, the rest is still to come.
    let mut out = child.stdout.take().unwrap();
    let mut begun = [0; 1024];
    out.read_exact(&mut begun).unwrap();
    let signal = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signal.success());
    let mut rest = Vec::new();
    out.read_to_end(&mut rest).unwrap();
    let mut words = String::new();
    child.stderr.take().unwrap().read_to_string(&mut words).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert!(words.contains("the answer is not whole"), "{words}");
    let all = [&begun[..], &rest].concat();
    assert!(serde_json::from_slice::<Value>(&all).is_err());
}

#[cfg(not(feature = "propose"))]
#[test]
fn a_build_without_a_proposer_says_how_to_get_one() {
    let desk = Desk::new();
    let words = desk.error(&["extract", "article.txt", "--propose", "http://127.0.0.1:1", "--model", "m"]);
    assert!(words.contains("this build has no proposer: build with --features propose"), "{words}");
}
