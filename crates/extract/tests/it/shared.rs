//! Real texts, where they are at hand: `CAIRN_SHARED`, else `../shared` beside the workspace. Nothing of them is printed.

use std::path::PathBuf;

use cairn_extract::template::{Example, learn};
use cairn_extract::{Claim, Request, extract};
use serde_json::Value;

fn file(name: &str) -> Option<String> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("CAIRN_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let text = std::fs::read_to_string(folder.join(name)).ok();
    if text.is_none() {
        eprintln!("skipped: no real inputs in {} (set CAIRN_SHARED)", folder.display());
    }
    text
}

fn read(text: &str, date: Option<&str>, lang: Option<&str>) -> Vec<Claim> {
    extract(&Request { text, published: date.and_then(|d| d.parse().ok()), lang })
}

/// The sides of each passage, by what its gold says whose they are, begin with another letter: the answers do too, and
/// differ in nothing else.
#[test]
fn other_sides_change_nothing_but_their_names() {
    let Some(text) = file("bench/extraction/dev.json") else { return };
    let dev: Value = serde_json::from_str(&text).expect("JSON");
    let mut renamed = 0;
    for p in dev["passages"].as_array().expect("passages") {
        let mut stems: Vec<String> = p["claims"]
            .as_array()
            .expect("claims")
            .iter()
            .flat_map(|c| [&c["party_affected"], &c["responsible"]])
            .filter_map(Value::as_str)
            .flat_map(str::split_whitespace)
            .filter(|w| w.chars().count() >= 5 && w.starts_with(|c: char| c.is_uppercase()))
            .map(|w| w.chars().take(5).collect())
            .collect();
        stems.sort();
        stems.dedup();
        let other = |s: &str| format!("X{}", s.chars().skip(1).collect::<String>());
        let rename = |t: &str| stems.iter().fold(t.to_owned(), |t, s| t.replace(s.as_str(), &other(s)));
        let text = p["text"].as_str().expect("a text");
        let json = |t: &str| {
            serde_json::to_string(&read(t, p["document_date"].as_str(), p["lang"].as_str())).expect("JSON")
        };
        if rename(text) == text || common_words(&stems) {
            continue;
        }
        assert!(rename(&json(text)) == json(&rename(text)), "{} reads otherwise with other names", p["id"]);
        renamed += 1;
    }
    assert!(renamed >= 5, "only {renamed} passages name a side");
}

/// Offices and forces are words of the language, not names.
fn common_words(stems: &[String]) -> bool {
    let known =
        ["Minis", "Offic", "Force", "Armed", "Army", "Gover", "Autho", "Polic", "Milit", "Front", "Briga"];
    stems.iter().any(|s| known.contains(&s.as_str()))
}

/// Two or three bulletins accepted by a person fill in the rest.
#[test]
fn bulletins_fill_in_the_next_ones() {
    let Some(text) = file("data/messy/gaza_bulletins.jsonl") else { return };
    let rows: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let gold = |row: &Value| -> Vec<(&'static str, bool, i64)> {
        [("killed", false), ("injured", false), ("killed", true), ("injured", true)]
            .into_iter()
            .filter_map(|(metric, total)| {
                let key = format!("{metric}{}", if total { "_cum" } else { "" });
                let absent = row["not_literally_in_text"].as_array()?.iter().any(|k| k == key.as_str());
                Some((metric, total, row["gold"][&key].as_i64().filter(|_| !absent)?))
            })
            .collect()
    };
    let is = |c: &Claim, g: &(&str, bool, i64)| {
        (c.metric.code(), c.cumulative, c.low, c.high) == (g.0, g.1, Some(g.2), Some(g.2))
    };
    // A person shows bulletins that give all four.
    let (whole, broken): (Vec<Value>, Vec<Value>) = rows.into_iter().partition(|r| gold(r).len() == 4);
    let rows: Vec<Value> = whole.into_iter().chain(broken).collect();
    for examples in [2, 3] {
        // What a person accepts: of what the rules read, that which is so.
        let example = |row: &Value| {
            let text = row["text"].as_str().expect("a text").to_owned();
            let date = row["gold"]["report_date"].as_str();
            let gold = gold(row);
            let claims: Vec<Claim> =
                read(&text, date, None).into_iter().filter(|c| gold.iter().any(|g| is(c, g))).collect();
            Example { text, published: date.and_then(|d| d.parse().ok()), claims }
        };
        let template = learn(&rows[..examples].iter().map(example).collect::<Vec<_>>());
        let (mut right, mut wrong, mut all, mut unfilled) = (0, 0, 0, 0);
        for row in &rows[examples..] {
            let date = row["gold"]["report_date"].as_str().and_then(|d| d.parse().ok());
            let applied = template.apply(row["text"].as_str().expect("a text"), date);
            let gold = gold(row);
            all += gold.len();
            right += gold.iter().filter(|g| applied.claims.iter().any(|c| is(c, g))).count();
            unfilled += usize::from(applied.form_changed);
            let sort = |c: &Claim| gold.iter().any(|g| (g.0, g.1) == (c.metric.code(), c.cumulative));
            wrong += applied.claims.iter().filter(|c| sort(c) && !gold.iter().any(|g| is(c, g))).count();
        }
        eprintln!(
            "{examples} accepted: {right} of {all} figures of {} bulletins filled in right, {wrong} wrong, {unfilled} forms changed",
            rows.len() - examples
        );
        assert!(
            right * 100 >= all * 80 && wrong * 100 <= all * 2,
            "{right} right and {wrong} wrong of {all}"
        );
    }
}
