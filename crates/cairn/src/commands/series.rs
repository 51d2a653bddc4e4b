use std::path::PathBuf;

use cairn_count::Statement;
use cairn_register::Access;
use cairn_work::{SeriesAnswer, SeriesOptions, Spoken};
use clap::Args;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::count::rule;
use super::speaker;
use crate::cli::{Format, Global};
use crate::drawing::{self, Drawn};
use crate::failure::{Failure, Outcome, Result};
use crate::text::{foreign, indented, number, range, table};
use crate::{open, output};

/// Say who said what as of when, and what lies between
///
/// Running totals and counts of periods stand beside each other, by speaker and by what they count. A later word about
/// the same days stands instead of the earlier one, and both are kept. What lies between two totals is computed and is
/// nobody's statement. Nothing is repaired: 'cairn contradictions' lists what does not fit.
#[derive(Debug, Args)]
pub struct SeriesOf {
    /// The register
    dir: PathBuf,
    /// What to count: killed, injured, missing, detained, displaced, homes_destroyed, …
    metric: String,
    #[command(flatten)]
    which: Which,
    /// Months too: the last total, the difference, the counts of periods
    #[arg(long, value_name = "DIMENSION", value_parser = ["month"])]
    by: Option<String>,
    /// The register as it was: a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE")]
    at: Option<String>,
    /// The counting rule: literal, floor, or a file that ends in .toml
    #[arg(long, value_name = "NAME|FILE", default_value = "literal")]
    rule: String,
    #[command(flatten)]
    drawn: Drawn,
}

/// Which statements are wanted.
#[derive(Debug, Clone, Args)]
pub struct Which {
    /// Only this place, in the source's words
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Only of these people: women, children, … or the source's words; empty for the whole
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// Only of this scope: verified, flash, civilians, …; empty for "not stated"
    #[arg(long, value_name = "SCOPE")]
    scope: Option<String>,
    /// Only of this speaker
    #[arg(long, value_name = "NAME")]
    said_by: Option<String>,
    /// From this day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    from: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    to: Option<Date>,
}

fn day(text: &str) -> std::result::Result<Date, String> {
    text.parse().map_err(|_| "expected YYYY-MM-DD, such as 2031-05-17".to_owned())
}

impl Which {
    /// As the verb takes it.
    pub fn options(&self, metric: Option<&str>, by_month: bool) -> SeriesOptions {
        SeriesOptions {
            metric: metric.map(str::to_owned),
            place: self.place.clone(),
            group: self.group.clone(),
            scope: self.scope.clone(),
            said_by: self.said_by.clone(),
            from: self.from,
            to: self.to,
            by_month,
        }
    }
}

impl SeriesOf {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let rule = rule(&self.rule)?;
        let session = open::session(&self.dir, global, Access::Read)?;
        let at = self.at.as_deref();
        let options = self.which.options(Some(&self.metric), self.by.is_some());
        let answer = session.series(&options, &rule, at)?;
        if self.drawn.wanted() {
            let findings = session.contradictions(&options, &rule, at)?;
            let chart = cairn_work::charts::series_chart(&answer, Some(&findings), &self.drawn.shape.lang);
            return drawing::write(&chart, &self.drawn, global);
        }
        if global.format() == Format::Csv {
            output::write(&output::csv(&rows(&answer)?))?;
        } else {
            output::print(global.format(), &answer, None, words)?;
        }
        Ok(Outcome::Done)
    }
}

/// What a series is of, beside its speaker.
pub fn thing(of: &cairn_count::Of) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |head: &str, value: &Option<String>| {
        parts.extend(value.iter().map(|v| format!("{head}{}", foreign(v))));
    };
    add("of ", &of.group);
    add("", &of.party);
    add("", &of.place);
    add("scope ", &of.scope);
    add("", &of.component);
    add("in ", &of.unit);
    parts.join(" · ")
}

/// The speaker of a series.
pub fn said(of: &cairn_count::Of) -> String {
    speaker(of.said_by.as_deref(), of.text_of.as_deref().unwrap_or("a document"))
}

fn words(a: &SeriesAnswer) -> String {
    let mut out =
        format!("{}, by rule {} {}, at position {}\n", a.metric, a.rule.name, a.rule.version, a.position);
    if a.series.is_empty() {
        out.push_str("\nNobody on record gives a number.\n");
    }
    for s in &a.series {
        let thing = thing(&s.series.of);
        let thing = if thing.is_empty() { String::new() } else { format!(" · {thing}") };
        out.push_str(&format!("\n{}", indented(&format!("{}{thing}", said(&s.series.of)), 0)));
        out.push_str(&statements(s));
        if let Some(months) = &s.months {
            out.push_str(&by_month(months));
        }
    }
    for note in &a.notes {
        out.push_str(&format!("\n{}", indented(&format!("Note: {note}."), 0)));
    }
    out
}

/// The most lines of one series on a terminal; JSON and CSV have them all.
const SHOWN: usize = 20;

fn statements(s: &Spoken) -> String {
    let series = &s.series;
    let shown = |d: Option<Date>| d.map_or_else(String::new, |d| d.to_string());
    let mut lines: Vec<(Option<Date>, Vec<String>)> = Vec::new();
    let all = series.totals.iter().chain(&series.periods).chain(&series.undated);
    for st in all.filter(|st| st.repeats.is_none()) {
        let difference = series.differences.iter().find(|d| d.between[1] == st.account);
        let between = difference.map_or_else(String::new, |d| signed(d.low, d.high));
        let (total, period) = if st.cumulative {
            (range(st.low, st.high), String::new())
        } else {
            (String::new(), range(st.low, st.high))
        };
        let replaced = if st.replaced_by.is_some() { "replaced" } else { "" };
        let from = if st.cumulative { String::new() } else { shown(st.from.filter(|f| st.to != Some(*f))) };
        lines.push((
            st.to,
            vec![from, shown(st.to), period, total, between, replaced.to_owned(), st.account.to_string()],
        ));
    }
    lines.sort_by_key(|line| line.0);
    let hidden = lines.len().saturating_sub(SHOWN);
    let rows: Vec<Vec<String>> = lines.into_iter().skip(hidden).map(|l| l.1).collect();
    let mut out = if hidden > 0 {
        format!("({} earlier lines are in --format csv)\n", number(hidden as i64))
    } else {
        String::new()
    };
    let header = ["from", "as of", "period", "total", "computed", "", "account"];
    out.push_str(&table(&header, &rows, &[2, 3, 4]));
    // A weekly voice is silent between its weeks: only silence that is out of the ordinary is told here.
    if !series.gaps.is_empty() && 4 * series.gaps.len() <= series.totals.len() + series.periods.len() {
        let days = |g: &cairn_count::Gap| {
            if g.from == g.to { g.from.to_string() } else { format!("{} to {}", g.from, g.to) }
        };
        let gaps: Vec<String> = series.gaps.iter().take(6).map(days).collect();
        let more = series.gaps.len().saturating_sub(6);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        out.push_str(&indented(&format!("No word on {}{more}.", gaps.join(", ")), 0));
    }
    out
}

/// What lies between two totals, with its sign.
fn signed(low: Option<i64>, high: Option<i64>) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b && a > 0 => format!("+{}", number(a)),
        (Some(a), Some(b)) if a == b => number(a),
        (None, None) => String::new(),
        _ => range(low, high),
    }
}

fn by_month(months: &[cairn_work::Month]) -> String {
    let row = |m: &cairn_work::Month| {
        let total = m.total.as_ref().map_or_else(String::new, |t| range(t.low, t.high));
        let between = m.difference.as_ref().map_or_else(String::new, |d| signed(d.low, d.high));
        let periods = m
            .periods
            .as_ref()
            .map_or_else(String::new, |p| format!("{} in {} days", range(p.low, p.high), p.days));
        vec![m.month.clone(), total, between, periods]
    };
    let rows: Vec<Vec<String>> = months.iter().map(row).collect();
    table(&["month", "last total", "computed", "counts of periods"], &rows, &[1, 2, 3])
}

/// One row per statement.
fn rows(a: &SeriesAnswer) -> Result<Vec<Value>> {
    let mut out = Vec::new();
    for s in &a.series {
        let Value::Object(of) = serde_json::to_value(&s.series.of).map_err(Failure::new)? else { continue };
        let row = |st: &Statement| -> Result<Value> {
            let mut row = of.clone();
            let Value::Object(members) = serde_json::to_value(st).map_err(Failure::new)? else {
                return Ok(Value::Null);
            };
            row.extend(members);
            let difference = s.series.differences.iter().find(|d| d.between[1] == st.account);
            row.insert("difference_low".into(), json!(difference.and_then(|d| d.low)));
            row.insert("difference_high".into(), json!(difference.and_then(|d| d.high)));
            row.insert("document".into(), json!(a.documents.get(&st.doc)));
            Ok(Value::Object(row))
        };
        for st in s.series.statements() {
            out.push(row(st)?);
        }
    }
    Ok(out)
}
