//! Runs the Markdown suites in `tests/suite`: see the README there for how to write one.

use std::fmt::Write as _;
use std::path::Path;

use cairn_extract::{Claim, Kind, Request, extract};

#[test]
fn every_suite_reads_as_written() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut wrong = String::new();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "md") && !f.ends_with("README.md"))
    {
        let text = std::fs::read_to_string(file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy();
        if std::env::var_os("CAIRN_SUITE_WRITE").is_some() {
            std::fs::write(file, rewritten(&text, &name)).unwrap();
            continue;
        }
        let mut figures = 0;
        for case in cases(&text, &name) {
            figures += case.expected.len();
            check(&case, &name, &mut wrong);
        }
        assert!(figures >= 60, "{name} holds {figures} figures; a language needs at least 60");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

struct Case {
    line: usize,
    lang: String,
    date: Option<jiff::civil::Date>,
    text: String,
    expected: Vec<String>,
}

fn cases(markdown: &str, file: &str) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    let mut fence: Option<String> = None;
    for (n, line) in markdown.lines().enumerate() {
        match (&fence, line.strip_prefix("```")) {
            (Some(_), Some("")) => fence = None,
            // Else a lost fence would swallow a case.
            (Some(_), Some(_)) => panic!("{file}:{}: a block opens inside a block", n + 1),
            (None, Some(info)) => {
                let mut words = info.split_whitespace();
                let kind = words.next().unwrap_or("").to_owned();
                if kind == "text" {
                    let lang =
                        words.next().unwrap_or_else(|| panic!("{file}:{}: no language", n + 1)).to_owned();
                    let date =
                        words.next().map(|d| d.parse().unwrap_or_else(|e| panic!("{file}:{}: {e}", n + 1)));
                    out.push(Case { line: n + 1, lang, date, text: String::new(), expected: Vec::new() });
                }
                fence = Some(kind);
            }
            (Some(kind), _) => {
                let case =
                    out.last_mut().unwrap_or_else(|| panic!("{file}:{}: claims before any text", n + 1));
                match kind.as_str() {
                    "text" => {
                        case.text.push_str(line);
                        case.text.push('\n');
                    }
                    "claims" if !line.trim().is_empty() => case.expected.push(line.trim().to_owned()),
                    _ => {}
                }
            }
            (None, None) => {}
        }
    }
    out
}

fn check(case: &Case, file: &str, wrong: &mut String) {
    let text = case.text.trim_end();
    let request = Request { text, published: case.date, lang: Some(&case.lang) };
    let got: Vec<String> = extract(&request).iter().map(line).collect();
    if got != case.expected {
        let _ = writeln!(wrong, "{file}:{}\n{text}", case.line);
        for l in case.expected.iter().filter(|l| !got.contains(l)) {
            let _ = writeln!(wrong, "  expected  {l}");
        }
        for l in got.iter().filter(|l| !case.expected.contains(l)) {
            let _ = writeln!(wrong, "  got       {l}");
        }
    }
    assert_eq!(cairn_extract::detect(text).unwrap_or(""), case.lang, "{file}:{}: language", case.line);
}

/// The file with what the engine reads now in each claims block; look at the difference before keeping it.
fn rewritten(markdown: &str, file: &str) -> String {
    let mut cases = cases(markdown, file).into_iter();
    let (mut out, mut skipping) = (String::new(), false);
    for l in markdown.lines() {
        if skipping && l != "```" {
            continue;
        }
        skipping = false;
        out.push_str(l);
        out.push('\n');
        if l == "```claims" {
            let case = cases.next().expect("a claims block has a text block before it");
            let request =
                Request { text: case.text.trim_end(), published: case.date, lang: Some(&case.lang) };
            extract(&request).iter().for_each(|c| {
                out.push_str(&line(c));
                out.push('\n');
            });
            skipping = true;
        }
    }
    out
}

/// A claim in one line, as the suites write it.
fn line(c: &Claim) -> String {
    let number = match (c.low, c.high) {
        (None, None) => "?".to_owned(),
        (Some(low), None) => format!("{low}+"),
        (None, Some(high)) => format!("-{high}"),
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low}..{high}"),
    };
    let quote = c.quote.replace('\n', " ");
    let mut out = format!("{} | {number} | {} | {quote}", name(&c.metric), name(&c.qualifier));
    let mut more = Vec::new();
    let unit = c.unit.clone().filter(|u| u != "people");
    let stance = c.stance.map(|s| name(&s));
    let fields = [
        ("unit", &unit),
        ("group", &c.group),
        ("party_affected", &c.party_affected),
        ("place", &c.place),
        ("period", &c.period),
        ("source", &c.source),
        ("responsible", &c.responsible),
        ("stance", &stance),
    ];
    more.extend(fields.iter().filter_map(|(k, v)| v.as_ref().map(|v| format!("{k}={v}"))));
    if c.period.is_some() {
        let day = |d: Option<jiff::civil::Date>| d.map_or(String::new(), |d| d.to_string());
        more.push(format!("days={}..{}", day(c.resolved_from), day(c.resolved_to)));
    }
    if !c.source_candidates.is_empty() {
        more.push(format!("candidates={}", c.source_candidates.join(" / ")));
    }
    more.extend(c.part_of.map(|p| format!("part_of={}", p + 1)));
    let flags = [("negated", c.negated), ("hypothetical", c.hypothetical), ("cumulative", c.cumulative)];
    more.extend(flags.iter().filter(|f| f.1).map(|f| f.0.to_owned()));
    if c.kind != Kind::Count {
        more.push(format!("kind={}", name(&c.kind)));
    }
    if !more.is_empty() {
        out.push_str(" | ");
        out.push_str(&more.join("; "));
    }
    out
}

fn name<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).expect("names serialise");
    value.as_str().expect("as text").to_owned()
}
