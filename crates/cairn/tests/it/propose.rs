//! A model beside the engine, played by a server of this test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::Desk;

/// The rules read the first number; the model alone says what the second is of.
const TEXT: &str = "Officials in Orvenna said 12 people were killed on Friday. The ledger has 31 entries for the ward \
of Mirel.\n";

/// Answers every question with `content`; gives its address and how often it was asked.
fn model(content: String, status: &'static str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://127.0.0.1:{}/v1", listener.local_addr().unwrap().port());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut line, mut length) = (String::new(), 0);
            while reader.read_line(&mut line).unwrap_or(0) > 0 && line != "\r\n" {
                if let Some(n) = line.to_lowercase().strip_prefix("content-length:") {
                    length = n.trim().parse().unwrap();
                }
                line.clear();
            }
            let mut question = vec![0; length];
            if reader.read_exact(&mut question).is_err() {
                continue;
            }
            count.fetch_add(1, Ordering::SeqCst);
            let body = json!({ "choices": [{ "message": { "content": content } }] }).to_string();
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close", body.len());
            let _ = write!(stream, "{head}\r\n\r\n{body}");
        }
    });
    (url, asked)
}

fn answer() -> String {
    let claim =
        |quote: &str, metric: &str, n: i64| json!({ "quote": quote, "metric": metric, "low": n, "high": n });
    let items = [
        claim("31 entries for the ward", "injured", 31),
        // The rules speak of this number already.
        claim("12 people", "killed", 12),
        claim("31 entries for the hospital", "injured", 31),
        claim("31 entries", "injured", 13),
        claim("31 entries", "ledgers", 31),
    ];
    json!({ "claims": items }).to_string()
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("ward.txt", TEXT);
    desk
}

const DROPPED: &str = "dropped 1 whose words are not in the text, 1 whose number is not in its words, 1 that counts \
nothing known";

#[test]
fn extract_marks_what_the_model_proposes_and_counts_what_is_dropped() {
    let desk = desk();
    let (url, asked) = model(answer(), "200 OK");
    let plain: Vec<Value> = serde_json::from_str(&desk.ok(&["extract", "ward.txt"])).unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    let with = ["extract", "ward.txt", "--propose", &url, "--model", "small-reader"];
    let out = desk.run(&with);
    let words = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(0), "{words}");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    assert!(words.contains("model small-reader: 2 of its proposals stand in the text"), "{words}");
    assert!(words.contains(DROPPED), "{words}");
    let claims: Vec<Value> = serde_json::from_slice(&out.stdout).unwrap();
    let marked = |c: &&Value| c["reasons"] == json!([{ "rule": "model", "words": "small-reader" }]);
    let own: Vec<&Value> = claims.iter().filter(marked).collect();
    assert_eq!(own.len(), 1, "{claims:#?}");
    let (start, end) = (own[0]["start"].as_u64().unwrap(), own[0]["end"].as_u64().unwrap());
    let stretch: String = TEXT.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!((stretch.as_str(), &own[0]["low"]), ("31 entries for the ward", &json!(31)));
    // What the rules read stays as it is.
    let rest: Vec<Value> = claims.iter().filter(|c| !marked(c)).cloned().collect();
    assert_eq!(rest, plain);
    assert!(plain.iter().any(|c| c["low"] == 12), "{plain:#?}");
    // The mark stands in every format.
    for format in ["csv", "table"] {
        let out = desk.ok(&[&with[..], &["--format", format]].concat());
        assert!(out.contains("small-reader"), "{out}");
    }
    desk.ok(&[&with[..], &["--html", "page.html"]].concat());
    assert!(std::fs::read_to_string(desk.path("page.html")).unwrap().contains("small-reader"));
    let passages = json!({ "passages": [{ "id": "p", "text": TEXT }] });
    desk.put("p.json", passages.to_string());
    let out = desk.ok(&["extract", "--passages", "p.json", "--propose", &url, "--model", "small-reader"]);
    assert!(out.contains("small-reader"), "{out}");
}

#[test]
fn what_is_proposed_for_a_register_waits_under_the_name_of_the_model() {
    let desk = desk();
    let (url, asked) = model(answer(), "200 OK");
    let with = ["add", "r", "ward.txt", "--propose", &url, "--model", "small-reader"];
    let out = desk.run(&with);
    let words = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(0), "{words}");
    assert!(words.contains("small-reader: 2 of its") && words.contains(DROPPED), "{words}");
    let list = desk.ok(&["claims", "r", "list", "--format", "table"]);
    assert_eq!(list.matches("proposed by model small-reader").count(), 1, "{list}");
    // A document that is here already is not asked about again.
    desk.ok(&with);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    // A person decides, as on any claim.
    desk.ok(&["claims", "r", "accept", "--all", "--actor", "A. Reader", "--why", "read"]);
    desk.ok(&["verify", "r"]);
}

#[test]
fn an_answer_that_cannot_be_read_costs_its_claims_and_no_more() {
    let desk = desk();
    let (url, _) = model("I would rather not.".to_owned(), "200 OK");
    let plain = desk.ok(&["extract", "ward.txt", "--explain"]);
    let out = desk.run(&["extract", "ward.txt", "--explain", "--propose", &url, "--model", "m"]);
    assert_eq!((out.status.code(), String::from_utf8(out.stdout).unwrap()), (Some(0), plain));
    let words = String::from_utf8(out.stderr).unwrap();
    assert!(words.contains("1 of its answers could not be read: "), "{words}");
}

#[test]
fn a_server_that_refuses_or_is_silent_is_an_error_and_nothing_is_added() {
    let desk = desk();
    let before = desk.ok(&["history", "r"]);
    let (refusing, _) = model(answer(), "500 Oops");
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let silent = format!("http://127.0.0.1:{closed}");
    for (url, why) in [(&refusing, "status 500"), (&silent, "is the model's server running?")] {
        let ask = ["--propose", url, "--model", "m"];
        let words = desk.error(&[&["add", "r", "ward.txt"], &ask[..]].concat());
        assert!(words.contains(why), "{words}");
        let words = desk.error(&[&["extract", "ward.txt"], &ask[..]].concat());
        assert!(words.contains(why), "{words}");
    }
    assert_eq!(desk.ok(&["history", "r"]), before);
    let away = format!("{}://192.0.2.7:8080", "http");
    let words = desk.error(&["extract", "ward.txt", "--propose", &away, "--model", "m"]);
    assert!(words.contains("not an address of this machine"), "{words}");
    assert!(desk.error(&["extract", "ward.txt", "--propose", &away]).contains("--model"));
}

#[test]
fn the_options_to_propose_are_explained() {
    for command in ["extract", "add"] {
        let page = Desk::new().ok(&[command, "--help"]);
        assert!(page.contains("--propose <URL>") && page.contains("--model <NAME>"), "{page}");
        assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    }
}
