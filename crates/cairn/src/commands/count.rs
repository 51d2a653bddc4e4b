use std::path::PathBuf;

use cairn_count::{Estimated, Figure, Query, Reported, Rule};
use cairn_register::Access;
use cairn_work::{Answer, SeriesOptions, Session, charts};
use clap::Args;
use serde_json::{Value, json};

use super::claims::audit_in_words;
use super::speaker;
use crate::cli::{Format, Global};
use crate::drawing::{self, Drawn};
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign, indented, number, range, table};
use crate::{files, open, output};

/// Say how many: documented and reported, side by side
///
/// Documented counts persons and groups on record: low are those that certainly lie in the cell, high those that
/// may. Reported are the numbers that speakers give, each named; they are never added up or averaged. Every figure
/// names the rule and the position of the log, and the same three give the same figure forever.
#[derive(Debug, Args)]
pub struct Count {
    /// The register
    dir: PathBuf,
    /// What to count: killed, injured, missing, detained, displaced, homes_destroyed, …
    metric: String,
    /// Dimensions of the cells: sex, age, place, month, year, source, document, kind, status
    #[arg(long, value_name = "DIMENSION", value_delimiter = ',')]
    by: Vec<String>,
    /// The register as it was: a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE")]
    at: Option<String>,
    /// Of what holds (in_custody, held_hostage, missing, displaced, occupied): as of that day
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// The counting rule: literal, floor, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", default_value = "literal")]
    rule: String,
    /// With --by place and --svg: areas to draw a map of, GeoJSON that says its source and date
    #[arg(long, value_name = "FILE", requires = "svg", help_heading = "Drawing")]
    boundaries: Option<PathBuf>,
    #[command(flatten)]
    drawn: Drawn,
}

/// A rule by name, or from a file.
pub fn rule(name: &str) -> Result<Rule> {
    if name.ends_with(".toml") {
        let text = files::read_text(name.as_ref())?;
        return Rule::from_toml(&text).map_err(|e| Failure::new(format_args!("{name}: {e}")));
    }
    Ok(Rule::built_in(name)?)
}

impl Count {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let query = Query::from_names(&self.metric, &self.by)?;
        let rule = rule(&self.rule)?;
        let session = open::session(&self.dir, global, Access::Read)?;
        let answer = match &self.as_of {
            Some(day) => session.count_as_of(&query, day, &rule, self.at.as_deref())?,
            None => session.count(&query, &rule, self.at.as_deref())?,
        };
        if self.drawn.wanted() {
            return drawing::write(&self.chart(&session, &answer)?, &self.drawn, global);
        }
        if global.format() == Format::Csv {
            output::write(&output::csv(&rows(&answer)))?;
            return Ok(Outcome::Done);
        }
        let documents = session.view_at(self.at.as_deref())?;
        let name = |doc: &str| {
            let id = doc.parse().ok();
            id.and_then(|id| documents.document(id)).map_or_else(|| doc.to_owned(), |d| d.name.clone())
        };
        let dir = self.dir.display().to_string();
        output::print(global.format(), &answer, None, |a| self.words(a, &name, &dir))?;
        Ok(Outcome::Done)
    }

    /// Undivided: what each speaker says last, as dots and whiskers. By place with boundaries: a map. Otherwise bars.
    fn chart(&self, session: &Session, answer: &Answer) -> Result<cairn_chart::Chart> {
        let lang = &self.drawn.shape.lang;
        if let Some(path) = &self.boundaries {
            let boundaries = charts::BoundarySet::read(&files::read_text(path)?)
                .map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))?;
            return Ok(charts::map_chart(answer, &boundaries, lang)?);
        }
        if self.by.is_empty() {
            let options = SeriesOptions { metric: Some(self.metric.clone()), ..SeriesOptions::default() };
            let said = session.series(&options, &rule(&self.rule)?, self.at.as_deref())?;
            let on_record = answer.figures.iter().find(|f| f.scope.is_none() && f.component.is_none());
            return Ok(charts::dots_chart(&said, on_record, lang));
        }
        Ok(charts::bars_chart(answer, lang))
    }

    fn words(&self, a: &Answer, name: &dyn Fn(&str) -> String, dir: &str) -> String {
        let mut out = format!(
            "{}, by rule {} {}, at position {}\n\n",
            self.metric, a.rule.name, a.rule.version, a.position
        );
        if self.by.is_empty() {
            a.figures.iter().for_each(|f| out.push_str(&one(f, name)));
        } else {
            out.push_str(&cells(a, name));
        }
        a.notes.iter().for_each(|n| out.push_str(&indented(&format!("Note: {n}."), 0)));
        out.push_str(&format!("\nOpen it: cairn explain {dir} {}\n", self.metric));
        out
    }
}

fn documented(f: &Figure) -> Option<String> {
    let d = f.documented.as_ref()?;
    let low = i64::try_from(d.low).ok();
    Some(range(low, d.high.and_then(|h| i64::try_from(h).ok())))
}

/// A figure that is not cut into cells.
fn one(f: &Figure, name: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    if let Some(scope) = &f.scope {
        out.push_str(&format!("scope {scope}\n"));
    }
    if let Some(d) = documented(f) {
        let withdrawn = f.documented.as_ref().map_or(0, |d| d.withdrawn);
        let withdrawn = match withdrawn {
            0 => String::new(),
            n => format!("; {} more were on record and their source has withdrawn them", number(n)),
        };
        out.push_str(&entry("documented", &format!("{d} on record{withdrawn}"), 13));
    }
    if f.reported.is_empty() {
        out.push_str(&entry("reported", "nobody on record gives a number", 13));
    }
    for (i, r) in f.reported.iter().enumerate() {
        let head = if i == 0 { "reported" } else { "" };
        out.push_str(&reported(r, head, name));
    }
    let estimated = f.estimated.as_ref().map_or_else(|| "no estimate was made".to_owned(), estimated);
    out.push_str(&entry("estimated", &estimated, 13));
    out
}

/// The last estimate on record, as run N of M.
fn estimated(e: &Estimated) -> String {
    let run = format!("run {} of {}, {}", e.number, e.of, e.run);
    let whole = |n: u64| number(n as i64);
    match (e.estimate, e.low, e.high) {
        (Some(estimate), Some(low), Some(high)) => {
            format!(
                "about {} in all ({} to {}, {}) · {run}",
                whole(estimate),
                whole(low),
                whole(high),
                e.model
            )
        }
        _ => format!("the last run was refused: {} · {run}", e.refused.join(", ")),
    }
}

fn reported(r: &Reported, head: &str, name: &dyn Fn(&str) -> String) -> String {
    let value = match (r.negated, r.by_rule) {
        (true, _) => "none".to_owned(),
        (_, true) if r.low.is_none() && r.high.is_none() => "a number only in words".to_owned(),
        (_, by_rule) => {
            let words = if r.qualifier == "about" { "about " } else { "" };
            let rule = if by_rule { " (by the rule, not the speaker's number)" } else { "" };
            format!("{words}{}{rule}", range(r.low, r.high))
        }
    };
    let mut about = Vec::new();
    if let Some(group) = &r.group {
        about.push(format!("of {}", foreign(group)));
    }
    if let Some(party) = &r.party {
        about.push(foreign(party));
    }
    if let Some(place) = &r.place {
        about.push(foreign(place));
    }
    match (&r.period, &r.when) {
        (Some(period), Some(when)) => about.push(format!("{} ({when})", foreign(period))),
        (Some(words), None) | (None, Some(words)) => about.push(foreign(words)),
        (None, None) => {}
    }
    if r.cumulative {
        about.push("running total".to_owned());
    }
    let about = if about.is_empty() { String::new() } else { format!(" · {}", about.join(" · ")) };
    let said = format!("— {} · {}", speaker(r.said_by.as_deref(), &name(&r.doc)), r.account);
    let audit = r.audit.as_ref().map(|a| {
        let words = format!("accepted by rule {} {}: {}", a.rule, a.rule_version, audit_in_words(a));
        entry("", &words, 15)
    });
    format!(
        "{}{}{}",
        entry(head, &format!("{value}{about}"), 13),
        entry("", &said, 15),
        audit.unwrap_or_default()
    )
}

/// One line per cell: documented, and how many speakers give a number; then the numbers themselves.
fn cells(a: &Answer, name: &dyn Fn(&str) -> String) -> String {
    let mut header: Vec<&str> = a.figures.first().map(|f| f.by.keys().copied().collect()).unwrap_or_default();
    let dimensions = header.len();
    let with_scope = a.figures.iter().any(|f| f.scope.is_some());
    if with_scope {
        header.push("scope");
    }
    header.extend(["documented", "reported"]);
    let with_estimate = a.figures.iter().any(|f| f.estimated.is_some());
    if with_estimate {
        header.push("estimated");
    }
    let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "not stated".to_owned(), foreign);
    let mut rows = Vec::new();
    for f in &a.figures {
        let mut row: Vec<String> = f.by.values().map(shown).collect();
        if with_scope {
            row.push(shown(&f.scope));
        }
        row.push(documented(f).unwrap_or_default());
        row.push(match f.reported.len() {
            0 => String::new(),
            n => format!("{} below", number(n as i64)),
        });
        if with_estimate {
            row.push(f.estimated.as_ref().map_or_else(String::new, |e| {
                let whole = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
                if e.low.is_some() { range(whole(e.low), whole(e.high)) } else { "refused".to_owned() }
            }));
        }
        rows.push(row);
    }
    if rows.is_empty() {
        return "Nothing is on record.\n".to_owned();
    }
    let at = dimensions + usize::from(with_scope);
    let mut out = table(&header, &rows, &[at, at + 1]);
    for f in a.figures.iter().filter(|f| !f.reported.is_empty()) {
        let cell: Vec<String> = f.by.iter().map(|(d, v)| format!("{d} {}", shown(v))).collect();
        out.push_str(&format!("\n{}", indented(&cell.join(", "), 0)));
        f.reported.iter().for_each(|r| out.push_str(&reported(r, "", name)));
    }
    out
}

/// One row per documented value and per speaker's number.
fn rows(a: &Answer) -> Vec<Value> {
    let mut out = Vec::new();
    for f in &a.figures {
        let mut base = serde_json::Map::new();
        base.insert("metric".into(), json!(f.metric));
        f.by.iter().for_each(|(d, v)| drop(base.insert((*d).into(), json!(v))));
        base.insert("scope".into(), json!(f.scope));
        base.insert("component".into(), json!(f.component));
        let mut push = |kind: &str, values: Value| {
            let mut row = base.clone();
            row.insert("kind".into(), json!(kind));
            if let Value::Object(values) = values {
                row.extend(values);
            }
            row.insert("rule".into(), json!(format!("{} {}", a.rule.name, a.rule.version)));
            row.insert("position".into(), json!(a.position));
            out.push(Value::Object(row));
        };
        if let Some(d) = &f.documented {
            push("documented", json!({ "low": d.low, "high": d.high, "withdrawn": d.withdrawn }));
        }
        if let Some(e) = &f.estimated {
            push("estimated", json!(e));
        }
        for r in &f.reported {
            push("reported", json!(r));
        }
    }
    out
}
