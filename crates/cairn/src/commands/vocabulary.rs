use std::collections::BTreeMap;

use cairn_model::vocab::{self, Code, CodeRef, Mapping, Relation, Vocabulary};
use cairn_publish::{ftm, hxl};
use clap::Args;
use serde::Serialize;

use crate::cli::{Format, Global};
use crate::failure::{Failure, Outcome, Result};
use crate::output;
use crate::text::{entry, foreign, indented, table};

/// Read the code lists: what can be said, in which words, and how lists compare
///
/// Without a name, all lists. With a name, its codes with label, definition, and what HXL and FollowTheMoney have
/// for each. The lists are part of the program; docs/vocabularies.md says how to add to them.
#[derive(Debug, Args)]
pub struct ReadVocabulary {
    /// The list, such as status or acled_event
    name: Option<String>,
    /// Language of labels: en, ar, he, uk, es
    #[arg(long, value_name = "xx", default_value = "en")]
    lang: String,
    /// Show how the codes of one list compare with those of another
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], conflicts_with = "name")]
    map: Option<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct Lists<'a> {
    lists: Vec<Line<'a>>,
    languages: &'a [vocab::Language],
}

/// One list among all.
#[derive(Debug, Serialize)]
struct Line<'a> {
    name: &'a str,
    version: &'a str,
    codes: usize,
    title: &'a str,
    publisher: &'a str,
    standard: &'a str,
    year: u16,
}

/// One list with its codes.
#[derive(Debug, Serialize)]
struct Whole<'a> {
    name: &'a str,
    list_version: &'a str,
    title: &'a str,
    publisher: &'a str,
    standard: &'a str,
    year: u16,
    #[serde(skip_serializing_if = "str::is_empty")]
    page: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    notes: &'a str,
    codes: Vec<Row<'a>>,
}

/// One code.
#[derive(Debug, Serialize)]
struct Row<'a> {
    code: &'a str,
    parent: Option<&'a str>,
    label: &'a str,
    labels: &'a vocab::Labels,
    note: &'a str,
    aliases: &'a [String],
    applies_to: &'a [String],
    hxl: Option<String>,
    ftm: Option<String>,
    same_as: Vec<String>,
    deprecated: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Crosswalk<'a> {
    from: &'a str,
    to: &'a str,
    mappings: Vec<Mapping<'static>>,
    /// Codes of the first list that have nothing to do with any of the second, as far as the files say.
    unmapped: Vec<&'a str>,
}

impl ReadVocabulary {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        if !vocab::languages().iter().any(|l| l.code == self.lang) {
            let known: Vec<&str> = vocab::languages().iter().map(|l| l.code.as_str()).collect();
            return Err(Failure::new(format_args!(
                "no labels in {}: choose {}",
                self.lang,
                known.join(", ")
            )));
        }
        let format = global.format();
        match (&self.map, &self.name) {
            (Some(pair), _) => self.crosswalk(format, &pair[0], &pair[1]),
            (None, Some(name)) => self.one(format, list(name)?),
            (None, None) => self.all(format),
        }
    }

    fn all(&self, format: Format) -> Result {
        let lists = vocab::all();
        let line = |l: &'static Vocabulary| Line {
            name: &l.name,
            version: &l.version,
            codes: l.codes.len(),
            title: l.title.or_english(&self.lang),
            publisher: &l.publisher,
            standard: &l.standard,
            year: l.year,
        };
        let answer = Lists { lists: lists.iter().map(line).collect(), languages: vocab::languages() };
        output::print(format, &answer, Some("lists"), |a| {
            let line = |l: &Line| entry(&format!("{:<25}{:>4}", l.name, l.codes), &foreign(l.title), 31);
            let part = |own: bool| {
                let lines = a.lists.iter().filter(|l| (l.publisher == "Cairn") == own);
                lines.map(line).collect::<String>()
            };
            format!("Cairn's own lists\n\n{}\nLists of others\n\n{}", part(true), part(false))
        })?;
        Ok(Outcome::Done)
    }

    fn one(&self, format: Format, list: &'static Vocabulary) -> Result {
        let answer = Whole {
            name: &list.name,
            list_version: &list.version,
            title: list.title.or_english(&self.lang),
            publisher: &list.publisher,
            standard: &list.standard,
            year: list.year,
            page: &list.page,
            notes: &list.notes,
            codes: list.codes.iter().map(|code| self.row(list, code)).collect::<Result<_>>()?,
        };
        output::print(format, &answer, Some("codes"), |a| words(a, list))?;
        Ok(Outcome::Done)
    }

    fn row<'a>(&self, list: &'static Vocabulary, code: &'a Code) -> Result<Row<'a>> {
        let own = CodeRef { list: &list.name, code: &code.code };
        let same = |m: &Mapping| m.from == own && m.relation == Relation::Exact;
        Ok(Row {
            code: &code.code,
            parent: code.parent.as_deref(),
            label: code.label.or_english(&self.lang),
            labels: &code.label,
            note: &code.note,
            aliases: &code.aliases,
            applies_to: &code.applies_to,
            hxl: hxl::of(list, code).map_err(Failure::new)?.map(|h| h.to_string()),
            ftm: ftm::of(list, code).map_err(Failure::new)?.map(|f| f.to_string()),
            same_as: vocab::mappings().into_iter().filter(same).map(|m| m.to.to_string()).collect(),
            deprecated: code.deprecated.as_deref(),
        })
    }

    fn crosswalk(&self, format: Format, from: &str, to: &str) -> Result {
        let (first, second) = (list(from)?, list(to)?);
        let mappings = vocab::crosswalk(&first.name, &second.name);
        let codes = first.codes.iter().map(|c| c.code.as_str());
        let unmapped = codes.filter(|c| !mappings.iter().any(|m| m.from.code == *c)).collect();
        let answer = Crosswalk { from: &first.name, to: &second.name, mappings, unmapped };
        output::print(format, &answer, Some("mappings"), |a| {
            let row = |m: &Mapping| {
                let via = m.via.map(|v| v.to_string()).unwrap_or_default();
                vec![m.from.code.to_owned(), m.relation.code().to_owned(), m.to.code.to_owned(), via]
            };
            let rows: Vec<_> = a.mappings.iter().map(row).collect();
            let mut out = table(&[a.from, "is", a.to, "compared through"], &rows, &[]);
            if rows.is_empty() {
                out = format!("Nothing compares {} with {}.\n", a.from, a.to);
            }
            if !a.unmapped.is_empty() {
                out.push_str(&indented(
                    &format!("\nNothing there compares with: {}.", a.unmapped.join(", ")),
                    0,
                ));
            }
            out
        })?;
        Ok(Outcome::Done)
    }
}

fn words(answer: &Whole, list: &'static Vocabulary) -> String {
    let mut out =
        format!("{} (list {}, version {})\n", foreign(answer.title), answer.name, answer.list_version);
    let publisher =
        if answer.publisher == "Cairn" { String::new() } else { format!("{}: ", answer.publisher) };
    out.push_str(&indented(&format!("{publisher}{}, {}.", answer.standard, answer.year), 0));
    if !answer.notes.is_empty() {
        out.push_str(&indented(answer.notes, 0));
    }
    let depths: BTreeMap<&str, usize> =
        list.codes.iter().map(|c| (c.code.as_str(), list.line(c).count() - 1)).collect();
    for row in &answer.codes {
        let depth = 2 * depths.get(row.code).copied().unwrap_or(0);
        let pad = " ".repeat(depth);
        out.push_str(&format!("\n{pad}{}  {}\n", row.code, foreign(row.label)));
        let mut say = |term: &str, words: &str| {
            if !words.is_empty() {
                let block = entry(term, words, 9);
                block.lines().for_each(|line| out.push_str(&format!("{pad}  {line}\n")));
            }
        };
        say("", row.note);
        say("HXL", row.hxl.as_deref().unwrap_or_default());
        say("FtM", row.ftm.as_deref().unwrap_or_default());
        say("same as", &row.same_as.join(", "));
        say("no more", row.deprecated.unwrap_or_default());
    }
    out
}

fn list(name: &str) -> Result<&'static Vocabulary> {
    vocab::get(name).ok_or_else(|| {
        let near: Vec<&str> = vocab::all()
            .iter()
            .map(|l| l.name.as_str())
            .filter(|n| n.contains(name) || name.contains(n))
            .collect();
        let hint =
            if near.is_empty() { String::new() } else { format!(" (did you mean {}?)", near.join(", ")) };
        Failure::new(format_args!("no list {name}{hint}: cairn vocabulary names them all"))
    })
}
