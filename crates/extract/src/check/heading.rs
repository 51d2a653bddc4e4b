//! What the head of a column says its figures count. The words are data (`data/headings.toml`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use cairn_fold::fold;
use serde::{Deserialize, Serialize};

use crate::Metric;

/// What a column of figures is about, as far as its head says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// What is counted.
    pub metric: Option<Metric>,
    /// A running total (`true`), the flow of a period (`false`), or not said.
    pub cumulative: Option<bool>,
    /// Which people alone: `children`, `women`, …
    pub people: Option<String>,
    /// `households` or `persons`.
    pub unit: Option<String>,
    /// Another use of the column: `metric`, `value`, `low`, `high`, `date`, `place`, `group`.
    pub role: Option<String>,
    /// Words that are not known: the column may be about less than its metric.
    pub rest: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    metrics: BTreeMap<Metric, Vec<String>>,
    things: BTreeMap<String, Vec<String>>,
    harms: BTreeMap<String, Vec<String>>,
    people: BTreeMap<String, Vec<String>>,
    units: BTreeMap<String, Vec<String>>,
    spans: BTreeMap<String, Vec<String>>,
    roles: BTreeMap<String, Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum List {
    Metric,
    Thing,
    Harm,
    People,
    Unit,
    Span,
    Role,
}

/// A word of the file: its list and code.
type Meaning = (List, String);

#[derive(Default)]
struct Words {
    whole: BTreeMap<String, Vec<Meaning>>,
    /// Those with any ending, by their stem.
    stems: BTreeMap<String, Vec<Meaning>>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // The file is compiled in and a test parses it.
    WORDS.get_or_init(|| parse(include_str!("../../data/headings.toml")).unwrap_or_default())
}

fn parse(text: &str) -> Result<Words, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let mut out = Words::default();
    let mut add = |list: List, code: &str, words: &[String]| {
        for word in words {
            let meaning = (list, code.to_owned());
            match word.strip_suffix('*') {
                Some(stem) => out.stems.entry(fold(stem)).or_default().push(meaning),
                None => out.whole.entry(fold(word)).or_default().push(meaning),
            }
        }
    };
    file.metrics.iter().for_each(|(m, w)| add(List::Metric, m.code(), w));
    for (list, entries) in [
        (List::Thing, &file.things),
        (List::Harm, &file.harms),
        (List::People, &file.people),
        (List::Unit, &file.units),
        (List::Span, &file.spans),
        (List::Role, &file.roles),
    ] {
        entries.iter().for_each(|(code, w)| add(list, code, w));
    }
    Ok(out)
}

/// What a folded word may mean; the longest stem wins over shorter ones, a whole word over any stem.
fn meanings(word: &str) -> &'static [Meaning] {
    let words = words();
    if let Some(found) = words.whole.get(word) {
        return found;
    }
    let ends = word.char_indices().map(|(i, c)| i + c.len_utf8()).rev();
    ends.filter_map(|end| words.stems.get(&word[..end])).next().map_or(&[], Vec::as_slice)
}

/// Which people the words of a group are about, when they are of a kind that is a part of the whole: `children`, …
pub(crate) fn people(words: &str) -> Option<String> {
    let of = |list: List, word: &str| {
        meanings(word).iter().find(|(l, _)| *l == list).map(|(_, code)| code.clone())
    };
    pieces(words).iter().find_map(|w| of(List::People, w))
}

/// `households` or `persons`, when the words of a unit say so.
pub(crate) fn unit(words: &str) -> Option<String> {
    let of =
        |word: &String| meanings(word).iter().find(|(l, _)| *l == List::Unit).map(|(_, code)| code.clone());
    pieces(words).iter().find_map(of)
}

/// Reads the head of a column, or the name of a metric in a cell.
#[must_use]
pub fn heading(text: &str) -> Heading {
    let mut out = Heading::default();
    let (mut thing, mut harm) = (None, None);
    let pieces = pieces(text);
    for word in &pieces {
        let found = meanings(word);
        if found.is_empty() {
            if word.chars().any(char::is_alphabetic) {
                out.rest.push(word.clone());
            }
            continue;
        }
        for (list, code) in found {
            match list {
                List::Metric => out.metric = out.metric.or_else(|| metric(code)),
                List::Thing => thing = thing.or(Some(code.as_str())),
                List::Harm => harm = harm.or(Some(code.as_str())),
                List::People => out.people = out.people.take().or_else(|| Some(code.clone())),
                List::Unit => out.unit = out.unit.take().or_else(|| Some(code.clone())),
                List::Span => out.cumulative = out.cumulative.or(Some(code == "cumulative")),
                // A role is the whole of a heading, but for what says of what: "report date", "total number".
                List::Role => out.role = out.role.take().or_else(|| Some(code.clone())),
            }
        }
    }
    if let (Some(thing), Some(harm)) = (thing, harm) {
        out.metric = metric(&format!("{thing}_{harm}"));
        // "families displaced by demolitions" is about the families.
    } else if thing.is_some() && out.metric.is_none() && harm.is_none() {
        out.rest.extend(thing.map(str::to_owned));
    }
    if out.metric.is_some() && out.role.as_deref() != Some("date") {
        out.role = None;
    }
    out
}

fn metric(code: &str) -> Option<Metric> {
    Metric::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(code)).ok()
}

/// Folded words: cut at what is neither letter nor digit, and where a capital follows a small letter.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in text.chars().chain([' ']) {
        let cut = !c.is_alphanumeric() && !is_mark(c) || small && c.is_uppercase();
        if cut && !word.is_empty() {
            out.push(fold(&std::mem::take(&mut word)));
        }
        if c.is_alphanumeric() || is_mark(c) {
            word.push(c);
        }
        small = c.is_lowercase();
    }
    out.retain(|w| !w.is_empty());
    out
}

/// A mark that stands upon a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{05B0}'..='\u{05C7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_parses() {
        assert!(parse(include_str!("../../data/headings.toml")).map(|w| w.whole.len() > 50).unwrap_or(false));
    }

    fn read(text: &str) -> (Option<&'static str>, Option<bool>, Option<String>, Option<String>, usize) {
        let h = heading(text);
        (h.metric.map(Metric::code), h.cumulative, h.people, h.unit, h.rest.len())
    }

    #[test]
    fn headings_as_people_write_them() {
        let people = |p: &str| Some(p.to_owned());
        for (text, want) in [
            ("killed", (Some("killed"), None, None, None, 0)),
            ("killed_children_cum", (Some("killed"), Some(true), people("children"), None, 0)),
            ("injuredCum", (Some("injured"), Some(true), None, None, 0)),
            ("displaced_households", (Some("displaced"), None, None, people("households"), 0)),
            ("Homes destroyed (total)", (Some("homes_destroyed"), Some(true), None, None, 0)),
            ("killed_recovered", (Some("killed"), None, None, None, 1)),
            ("عدد الجرحى", (Some("injured"), None, None, None, 0)),
            ("Поранено дітей", (Some("injured"), None, people("children"), None, 0)),
            ("report_source", (None, None, None, None, 2)),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
        assert_eq!(heading("report_date").role.as_deref(), Some("date"));
        assert_eq!(heading("value").role.as_deref(), Some("value"));
    }
}
