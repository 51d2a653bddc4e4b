//! A fake server beside the client: good answers, inventions, and every way of answering badly.
#![allow(missing_docs, clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use cairn_model::Qualifier;
use cairn_propose::{Bounds, Endpoint, Error, Kept, Limits, Proposer, keep};

const TEXT: &str = "The council of Orvenna said that 23 people were injured on Friday. «Nobody counts them», it said; 1,402 \
people have been killed since March.";

/// Answers every question with `reply`, after `wait`; gives its address and the questions that it got.
fn server(reply: String, wait: Duration) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
    let (send, questions) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let mut head = String::new();
            let mut length = 0;
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                    break;
                }
                if let Some(n) = line.to_lowercase().strip_prefix("content-length:") {
                    length = n.trim().parse().unwrap();
                }
                head.push_str(&line);
            }
            let mut body = vec![0; length];
            if reader.read_exact(&mut body).is_err() {
                continue;
            }
            let _ = send.send(format!("{head}\n{}", String::from_utf8_lossy(&body)));
            std::thread::sleep(wait);
            let _ = stream.write_all(reply.as_bytes());
        }
    });
    (url, questions)
}

fn http(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn says(content: &str) -> String {
    http("200 OK", &serde_json::json!({ "choices": [{ "message": { "content": content } }] }).to_string())
}

fn limits() -> Limits {
    Limits { time: Duration::from_millis(1500), bytes: 20_000, chars: 8_000 }
}

fn ask(reply: String) -> Result<Kept, Error> {
    let (url, _questions) = server(reply, Duration::ZERO);
    let drafts = Endpoint::new(&url, "m", limits())?.propose(TEXT, None)?;
    Ok(keep(TEXT, drafts, &numbers))
}

/// Digits, as a stand-in for the engine's grammar.
fn numbers(words: &str) -> Vec<Bounds> {
    let plain = words.replace(',', "");
    let runs = plain.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
    runs.map(|n| Bounds { low: Some(n), high: Some(n), qualifier: Qualifier::Exact, by_rule: false })
        .collect()
}

fn claim(quote: &str, metric: &str, n: i64) -> serde_json::Value {
    serde_json::json!({ "quote": quote, "metric": metric, "low": n, "high": n, "source": "The council of Orvenna",
        "place": "Harvenna" })
}

#[test]
fn what_stands_is_kept_and_what_does_not_is_counted() {
    let items = [
        claim("23 people were injured", "injured", 23),
        claim("1,402 people have been killed", "killed", 1402),
        claim("23 people were injured", "injured", 23),
        claim("24 people were injured", "injured", 24),
        claim("1,402 people have been killed", "killed", 1400),
        claim("23 people were injured", "hurt", 23),
        serde_json::json!({ "metric": "killed" }),
        serde_json::json!("killed"),
    ];
    let content = format!("Here it is:\n```json\n{}\n```", serde_json::json!({ "claims": items }));
    let kept = ask(says(&content)).unwrap();
    let quotes: Vec<&str> = kept.placed.iter().map(|p| p.draft.quote.as_str()).collect();
    assert_eq!(quotes, ["23 people were injured", "1,402 people have been killed"]);
    for p in &kept.placed {
        let words: String = TEXT.chars().skip(p.start).take(p.end - p.start).collect();
        assert_eq!(words, p.draft.quote);
        // The speaker stands in the text; the place does not, so it is nobody's.
        assert_eq!(
            (p.draft.source.as_deref(), p.draft.place.as_deref()),
            (Some("The council of Orvenna"), None)
        );
    }
    let d = kept.dropped;
    assert_eq!((d.not_in_text, d.not_in_quote, d.no_metric, d.unreadable, d.twice), (1, 1, 1, 2, 1));
    assert!(d.words().contains("1 whose words are not in the text"));
    // A bare list is an answer too.
    let kept =
        ask(says(&serde_json::json!([claim("23 people were injured", "injured", 23)]).to_string())).unwrap();
    assert_eq!(kept.placed.len(), 1);
}

#[test]
fn the_question_is_bounded_and_asks_for_no_chance() {
    let (url, questions) = server(says(r#"{"claims":[]}"#), Duration::ZERO);
    let limits = Limits { chars: 60, ..limits() };
    let model = Endpoint::new(&format!("{url}/v1/"), "a-model", limits).unwrap();
    assert!(model.propose(TEXT, Some("2031-05-05")).unwrap().drafts.is_empty());
    let asked: Vec<String> = questions.try_iter().collect();
    assert_eq!(asked.len(), TEXT.chars().count().div_ceil(60).max(3));
    for question in asked {
        assert!(question.starts_with("POST /v1/chat/completions HTTP/1.1"), "{question}");
        let body: serde_json::Value =
            serde_json::from_str(question.split_once("\n\n").map_or("", |q| q.1)).unwrap();
        assert_eq!((body["temperature"].as_i64(), body["model"].as_str()), (Some(0), Some("a-model")));
        assert!(body["messages"][1]["content"].as_str().unwrap().contains("2031-05-05"));
    }
}

#[test]
fn bad_answers_are_told_apart_and_none_is_believed() {
    for broken in ["{\"claims\": [", "no JSON at all", "{\"claims\": 3}", "[[[", "7"] {
        assert!(matches!(ask(says(broken)), Err(Error::Answer(_))), "{broken}");
    }
    for body in ["not json", "{}", r#"{"choices":[]}"#, r#"{"choices":[{"message":{"content":null}}]}"#] {
        assert!(matches!(ask(http("200 OK", body)), Err(Error::Answer(_))), "{body}");
    }
    let huge = says(&"x".repeat(50_000));
    assert!(matches!(ask(huge), Err(Error::Long(20_000))));
    let redirect =
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:9/v1\r\ncontent-length: 0\r\n\r\n";
    for reply in [redirect.to_owned(), http("500 Oops", "{}"), http("404 Not Found", "{}")] {
        let error = ask(reply).unwrap_err();
        assert!(matches!(error, Error::Refused { .. }) && error.is_lasting(), "{error}");
    }
    assert!(ask("nonsense\r\n\r\n".to_owned()).is_err());
}

#[test]
fn nobody_is_waited_for_longer_than_asked() {
    let (url, _questions) = server(says("{}"), Duration::from_secs(20));
    let limits = Limits { time: Duration::from_millis(300), ..limits() };
    let begun = Instant::now();
    let error = Endpoint::new(&url, "m", limits).unwrap().propose(TEXT, None).unwrap_err();
    assert!(matches!(error, Error::Silent { .. }), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(10));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = Endpoint::new(&format!("http://127.0.0.1:{closed}"), "m", limits)
        .unwrap()
        .propose(TEXT, None)
        .unwrap_err();
    assert!(error.to_string().contains("is the model's server running?"), "{error}");
}

#[test]
fn only_this_machine_is_asked() {
    let http = |host: &str| format!("{}://{host}", "http");
    for host in
        ["192.0.2.7:8080", "[2001:db8::1]:80/v1", "0.0.0.0:80", "models.example:80", "", "127.0.0.1.example"]
    {
        assert!(matches!(Endpoint::new(&http(host), "m", limits()), Err(Error::Address { .. })), "{host}");
    }
    let error = Endpoint::new(&http("192.0.2.7:8080"), "m", limits()).unwrap_err();
    assert!(error.to_string().contains("would leave it"), "{error}");
    for url in ["https://127.0.0.1:80", "127.0.0.1:80", "file:///etc/passwd", ""] {
        assert!(matches!(Endpoint::new(url, "m", limits()), Err(Error::Address { .. })), "{url}");
    }
    for host in ["127.0.0.1:1", "[::1]:1", "localhost:1"] {
        assert!(Endpoint::new(&http(host), "m", limits()).is_ok(), "{host}");
    }
}
