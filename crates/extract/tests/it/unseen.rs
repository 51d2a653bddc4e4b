//! Scores the rounds in `tests/unseen`, whose first runs `docs/extraction.md` reports; see the README there.

use std::collections::BTreeMap;
use std::path::Path;

use cairn_extract::{Claim, Kind, Request, extract};

/// A claim that a person wrote: metric, number, hedge and quote, then fields with their alternatives.
struct Gold {
    head: [String; 4],
    required: bool,
    fields: BTreeMap<String, Vec<String>>,
}

#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    strict: usize,
    attributed: usize,
    mouth: usize,
}

#[test]
fn rounds_keep_what_they_reached() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unseen");
    let mut total = Tally::default();
    for round in 1..=10 {
        score(&std::fs::read_to_string(dir.join(format!("round{round}.md"))).unwrap(), &mut total);
    }
    let f1 = |hits: usize| 2.0 * hits as f64 / (total.gold + total.found) as f64;
    let (strict, attributed) = (f1(total.strict), f1(total.attributed));
    assert!(total.gold > 600, "{} figures", total.gold);
    assert!(strict >= 0.96, "strict F1 {strict:.3}");
    assert!(attributed >= 0.92, "attributed F1 {attributed:.3}");
    assert!(total.mouth * 100 <= total.strict, "{} of {} in a wrong mouth", total.mouth, total.strict);
}

fn score(markdown: &str, total: &mut Tally) {
    let mut blocks = markdown.split("```").skip(1).step_by(2);
    while let (Some(text), Some(claims)) = (blocks.next(), blocks.next()) {
        let (info, text) = text.split_once('\n').expect("a text behind its language");
        let mut info = info.split_whitespace().skip(1);
        let lang = info.next();
        let published = info.next().map(|d| d.parse().expect("a day"));
        let mut got: Vec<Option<Claim>> =
            extract(&Request { text: text.trim_end(), published, lang }).into_iter().map(Some).collect();
        for gold in claims.lines().skip(1).filter(|l| !l.is_empty()).map(gold) {
            total.gold += usize::from(gold.required);
            let hit = got.iter_mut().find(|c| c.as_ref().is_some_and(|c| matches(&gold, c)));
            let Some(claim) = hit.and_then(Option::take).filter(|_| gold.required) else { continue };
            total.found += 1;
            total.strict += 1;
            let says = right(&gold, "source", claim.source.as_deref());
            let does = right(&gold, "responsible", claim.responsible.as_deref());
            total.attributed += usize::from(says && does);
            let none = |f: &str| gold.fields.get(f).is_none_or(|v| v.iter().all(|x| x == "-"));
            let invented = claim.source.is_some() && none("source")
                || claim.responsible.is_some() && none("responsible");
            total.mouth += usize::from(invented);
        }
        total.found += got.iter().flatten().filter(|c| c.kind == Kind::Count).count();
    }
}

fn gold(line: &str) -> Gold {
    let mut parts = line.splitn(5, " | ").map(str::to_owned);
    let head = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let mut fields = BTreeMap::new();
    for field in parts.next().unwrap_or_default().split(';').filter_map(|f| f.trim().split_once('=')) {
        fields.insert(field.0.to_owned(), field.1.split(" / ").map(|v| v.trim().to_owned()).collect());
    }
    Gold { head, required: !fields.contains_key("kind"), fields }
}

fn matches(gold: &Gold, c: &Claim) -> bool {
    let name = |v: serde_json::Value| v.as_str().unwrap_or("").to_owned();
    let number = match (c.low, c.high) {
        (None, None) => "?".to_owned(),
        (Some(low), None) => format!("{low}+"),
        (None, Some(high)) => format!("-{high}"),
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low}..{high}"),
    };
    let metric = c.metric.code();
    let metrics = gold.fields.get("metric").is_some_and(|m| m.iter().any(|m| m == metric));
    let hedge = name(serde_json::to_value(c.qualifier).expect("a word"));
    let quotes = |a: &str, b: &str| words(a).iter().any(|w| words(b).contains(w));
    (metric == gold.head[0] || metrics)
        && number == gold.head[1]
        && gold.head[2].split(" / ").any(|q| q == hedge)
        && quotes(&gold.head[3], &c.quote)
}

fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    split.map(str::to_lowercase).filter(|w| !["the", "a", "el", "la"].contains(&w.as_str())).collect()
}

/// Half of the words are the same, or both are nobody.
fn right(gold: &Gold, field: &str, got: Option<&str>) -> bool {
    let Some(accepted) = gold.fields.get(field) else { return got.is_none() };
    accepted.iter().any(|want| match (want.as_str(), got) {
        ("-", None) => true,
        ("-", _) | (_, None) => false,
        (want, Some(got)) => {
            let (a, b) = (words(want), words(got));
            let same = a.iter().filter(|w| b.contains(w)).count();
            4 * same >= a.len() + b.len()
        }
    })
}
