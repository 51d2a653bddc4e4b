//! Answers as charts. The same functions serve the command line and the server, so both draw the same picture.

use std::collections::BTreeMap;

pub use cairn_chart::Theme;
use cairn_chart::{
    Area, AreaFigure, Bar, Bars, Boundaries, Chart, GeoError, Head, Look, Map, Mark, Point, Row, Series,
    Speaker, Waterfall, WaterfallStep, Whiskers,
};
use cairn_count::{Code, Figure, Of, Statement};
use cairn_fold::fold;
use cairn_model::vocab;
use jiff::civil::Date;

use crate::remarks::drawn as drawn_remarks;
use crate::{Answer, ContradictionsAnswer, Error, Result, SeriesAnswer};

/// Why an answer cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// The boundaries do not read.
    #[error(transparent)]
    Boundaries(#[from] GeoError),
    /// The boundaries do not say whose they are.
    #[error(
        "the boundaries do not say whose they are: add \"source\" and \"date\" beside \"features\" in the file"
    )]
    Unsourced,
    /// A map shows figures by place.
    #[error("a map shows figures by place alone: ask with --by place")]
    NotByPlace,
}

/// The label of a metric in the reader's language.
fn metric_label(metric: &str, lang: &str) -> String {
    vocab::metric().label_in(metric, lang).to_owned()
}

fn subtitle(rule: &crate::RuleName, position: &str, lang: &str) -> String {
    format!("{} · {position}", cairn_chart::rule_name(lang, &rule.name, &rule.version))
}

/// What stands together in one chart: everything but the speaker.
fn thing(of: &Of) -> Of {
    Of { said_by: None, text_of: None, ..of.clone() }
}

/// The thing that is drawn of several: rather the whole than a part, then the one with most statements; and how many
/// other series there are.
fn drawn(answer: &SeriesAnswer) -> Option<(Of, usize)> {
    let mut things: BTreeMap<Of, (usize, usize)> = BTreeMap::new();
    for s in &answer.series {
        let (series, statements) = things.entry(thing(&s.series.of)).or_default();
        *series += 1;
        *statements += s.series.totals.len() + s.series.periods.len();
    }
    let merit = |of: &Of, statements: usize| (of.group.is_none(), statements);
    let chosen = things.iter().filter(|(_, (_, n))| *n > 0);
    let (of, (series, _)) =
        chosen.max_by(|(a, (_, n)), (b, (_, m))| merit(a, *n).cmp(&merit(b, *m)).then_with(|| b.cmp(a)))?;
    Some((of.clone(), answer.series.len() - series))
}

fn heading(answer: &SeriesAnswer, of: Option<&Of>, lang: &str) -> Head {
    let metric = metric_label(&answer.metric, lang);
    let parts = of.map(|of| [&of.group, &of.party, &of.place, &of.scope, &of.component, &of.unit]);
    let parts: Vec<&str> = parts.into_iter().flatten().flatten().map(String::as_str).collect();
    let title = if parts.is_empty() { metric } else { format!("{metric} · {}", parts.join(" · ")) };
    Head {
        title,
        subtitle: subtitle(&answer.rule, &answer.position, lang),
        notes: drawn_remarks(&answer.notes, lang),
    }
}

fn name(of: &Of) -> String {
    of.said_by.clone().or_else(|| of.text_of.clone()).unwrap_or_default()
}

/// What a finding says: the whole sentence in English, its sort in another language.
fn finding_words(c: &crate::Opened, lang: &str) -> String {
    let sort = || Look::new(lang, 0).ok()?.said(c.contradiction.code.code(), 0.0);
    sort().unwrap_or_else(|| c.contradiction.words.clone())
}

/// Statements over time: of one thing, all speakers side by side.
#[must_use]
pub fn series_chart(answer: &SeriesAnswer, findings: Option<&ContradictionsAnswer>, lang: &str) -> Chart {
    let chosen = drawn(answer);
    let head = heading(answer, chosen.as_ref().map(|c| &c.0), lang);
    let Some((of, others)) = chosen else { return Chart::Series(Series { head, ..Series::default() }) };
    let here = || answer.series.iter().filter(|s| thing(&s.series.of) == of);
    let totals: usize = here().map(|s| s.series.totals.len()).sum();
    let periods: usize = here().map(|s| s.series.periods.len()).sum();
    let running_total = totals >= 2 || totals >= periods;
    // The flag stands at the statement at which something first does not fit: the second that a finding names. What is
    // restated is seen as such already.
    let seen = [Code::Restated, Code::AsOfShift];
    let finding = |st: &Statement| {
        let about = |c: &&crate::Opened| {
            c.contradiction.accounts.get(1) == Some(&st.account) && !seen.contains(&c.contradiction.code)
        };
        findings.and_then(|f| f.contradictions.iter().find(about)).map(|c| finding_words(c, lang))
    };
    let point = |st: &Statement| {
        let to = st.to?;
        let from = if running_total { to } else { st.from? };
        Some(Point {
            from,
            to,
            low: st.low.map(|n| n as f64),
            high: st.high.map(|n| n as f64),
            replaced: st.replaced_by.is_some(),
            finding: finding(st),
            account: st.account.to_string(),
        })
    };
    let speaker = |s: &crate::Spoken| {
        let statements = if running_total { &s.series.totals } else { &s.series.periods };
        let points = statements.iter().filter(|st| st.repeats.is_none()).filter_map(point).collect();
        Speaker { name: name(&s.series.of), points }
    };
    let mut speakers: Vec<Speaker> = here().map(speaker).filter(|s| !s.points.is_empty()).collect();
    // Those who speak most stand first, so that a crowd of single statements does not push them out.
    speakers.sort_by(|a, b| b.points.len().cmp(&a.points.len()).then_with(|| a.name.cmp(&b.name)));
    Chart::Series(Series { axis: String::new(), head, running_total, gap_days: None, others, speakers })
}

/// What each speaker says last, as dots and whiskers, beside what is on record: totals where there are any, else the
/// last counts of a period. Give the figure of the same thing for what is on record.
#[must_use]
pub fn dots_chart(answer: &SeriesAnswer, on_record: Option<&Figure>, lang: &str) -> Chart {
    let chosen = drawn(answer);
    let head = heading(answer, chosen.as_ref().map(|c| &c.0), lang);
    let Some((of, _)) = chosen else { return Chart::Whiskers(Whiskers { head, ..Whiskers::default() }) };
    let here = || answer.series.iter().map(|s| &s.series).filter(|s| thing(&s.of) == of);
    let totals = here().any(|s| !s.totals.is_empty());
    let look = Look::new(lang, 0).ok();
    let in_words = |day: Date| look.as_ref().map_or_else(|| day.to_string(), |l| l.date(day));
    let mut rows = Vec::new();
    for s in here() {
        let last = if totals { s.standing_totals().last() } else { s.standing_periods().last() };
        let Some(st) = last else { continue };
        let days = [st.from.filter(|f| !totals && st.to != Some(*f)), st.to];
        let days: Vec<String> = days.into_iter().flatten().map(&in_words).collect();
        let row = Row {
            label: name(&s.of),
            detail: days.join(" – "),
            low: st.low.map(|n| n as f64),
            high: st.high.map(|n| n as f64),
            account: st.account.to_string(),
            ..Row::default()
        };
        rows.push((st.to, row));
    }
    rows.sort_by(|(a, row), (b, other)| b.cmp(a).then_with(|| row.label.cmp(&other.label)));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    let documented = on_record.and_then(|f| f.documented.as_ref());
    let mark = documented.map(|d| {
        let (value, high) = (d.low as f64, d.high.map(|h| h as f64));
        Mark { value, high, label: cairn_chart::on_record(lang, value, high) }
    });
    Chart::Whiskers(Whiskers { head, from_zero: true, mark, rows, ..Whiskers::default() })
}

/// What is on record, a bar per cell. With several dimensions the first heads the groups.
#[must_use]
pub fn bars_chart(answer: &Answer, lang: &str) -> Chart {
    let metric = answer.figures.first().map_or(String::new(), |f| metric_label(&f.metric, lang));
    let mut head = Head {
        title: metric.clone(),
        subtitle: subtitle(&answer.rule, &answer.position, lang),
        notes: vec![],
    };
    head.notes = drawn_remarks(&answer.notes, lang);
    let bar = |f: &Figure| {
        let d = f.documented.as_ref()?;
        let label = |(dimension, value): (&&str, &Option<String>)| {
            let value = value.as_deref()?;
            let vocabulary = vocab::get(dimension).or_else(|| vocab::get(&format!("{dimension}_group")));
            Some(vocabulary.map_or_else(|| value.to_owned(), |v| v.label_in(value, lang).to_owned()))
        };
        let mut labels: Vec<Option<String>> = f.by.iter().map(label).collect();
        let group = if labels.len() > 1 { labels.remove(0).unwrap_or_default() } else { String::new() };
        let rest: Vec<String> = labels.into_iter().flatten().collect();
        Some(Bar { group, label: rest.join(" · "), low: d.low as f64, high: d.high.map(|h| h as f64) })
    };
    Chart::Bars(Bars { head, axis: metric, bars: answer.figures.iter().filter_map(bar).collect() })
}

/// A set of boundaries, read once: its areas with every name that it gives them, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundarySet {
    geojson: String,
    areas: Vec<Area>,
    /// Who made them.
    pub source: String,
    /// As of when.
    pub date: String,
}

impl BoundarySet {
    /// Reads a GeoJSON feature collection with the members `source` and `date` beside its features, and the
    /// properties `pcode` and `name` (and further names) in each.
    ///
    /// # Errors
    /// When it is none, or does not say whose the boundaries are.
    pub fn read(geojson: &str) -> Result<Self> {
        let areas = cairn_chart::areas(geojson, "pcode", "name").map_err(ChartError::from)?;
        let value: serde_json::Value =
            serde_json::from_str(geojson).map_err(|e| ChartError::from(GeoError::Json(e.to_string())))?;
        let member = |key: &str| Some(value.get(key)?.as_str()?.trim().to_owned()).filter(|v| !v.is_empty());
        let (Some(source), Some(date)) = (member("source"), member("date")) else {
            return Err(Error::Chart(ChartError::Unsourced));
        };
        Ok(Self { geojson: geojson.to_owned(), areas, source, date })
    }

    /// The areas, in the order of the file.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The code of the area that a place's words name: by its code or any of its names, whatever the spelling.
    #[must_use]
    pub fn code_of(&self, place: &str) -> Option<&str> {
        let wanted = fold(place.trim());
        let named = |a: &&Area| fold(&a.code) == wanted || a.names.iter().any(|n| fold(n) == wanted);
        self.areas.iter().find(named).map(|a| a.code.as_str())
    }
}

/// What is on record, on a map. What no area is named by stands below the map as not placed.
///
/// # Errors
/// When the answer is not by place alone.
pub fn map_chart(answer: &Answer, boundaries: &BoundarySet, lang: &str) -> Result<Chart> {
    let mut figures: BTreeMap<&str, (u64, Option<u64>)> = BTreeMap::new();
    let mut unplaced: Option<(u64, Option<u64>)> = None;
    let add = |(low, high): (u64, Option<u64>), d: &cairn_count::Documented| {
        (low.saturating_add(d.low), high.zip(d.high).map(|(a, b)| a.saturating_add(b)))
    };
    for f in &answer.figures {
        if f.by.len() != 1 || !f.by.contains_key("place") {
            return Err(Error::Chart(ChartError::NotByPlace));
        }
        let Some(d) = &f.documented else { continue };
        match f.by.get("place").and_then(Option::as_ref).and_then(|p| boundaries.code_of(p)) {
            Some(code) => {
                let cell = figures.entry(code).or_insert((0, Some(0)));
                *cell = add(*cell, d);
            }
            None => unplaced = Some(add(unplaced.unwrap_or((0, Some(0))), d)),
        }
    }
    let number = |n: u64| n as f64;
    let title = answer.figures.first().map_or(String::new(), |f| metric_label(&f.metric, lang));
    let head = Head {
        title,
        subtitle: subtitle(&answer.rule, &answer.position, lang),
        notes: drawn_remarks(&answer.notes, lang),
    };
    let area = |(code, (low, high)): (&str, (u64, Option<u64>))| AreaFigure {
        code: code.to_owned(),
        low: Some(number(low)),
        high: high.map(number),
    };
    Ok(Chart::Map(Map {
        head,
        boundaries: Boundaries {
            geojson: boundaries.geojson.clone(),
            code: "pcode".to_owned(),
            name: "name".to_owned(),
            source: boundaries.source.clone(),
            date: boundaries.date.clone(),
        },
        figures: figures.into_iter().map(area).collect(),
        unplaced: unplaced.map(|(low, high)| (Some(number(low)), high.map(number))),
    }))
}

/// What is on record by the code of the area that each place's words name.
#[must_use]
pub fn by_area(answer: &Answer, boundaries: &BoundarySet) -> BTreeMap<String, (u64, Option<u64>)> {
    let mut figures: BTreeMap<String, (u64, Option<u64>)> = BTreeMap::new();
    for f in &answer.figures {
        let place = f.by.get("place").and_then(Option::as_ref);
        let (Some(d), Some(code)) = (&f.documented, place.and_then(|p| boundaries.code_of(p))) else {
            continue;
        };
        let cell = figures.entry(code.to_owned()).or_insert((0, Some(0)));
        *cell = (cell.0.saturating_add(d.low), cell.1.zip(d.high).map(|(a, b)| a.saturating_add(b)));
    }
    figures
}

/// Draws a chart.
///
/// # Errors
/// When the boundaries of a map cannot be read.
pub fn draw(chart: &Chart, look: &Look) -> Result<cairn_chart::Drawing> {
    Ok(cairn_chart::draw(chart, look).map_err(ChartError::from)?)
}

/// A look from the words of a request: language, width, direction and theme.
///
/// # Errors
/// When there are no words in that language.
pub fn look(lang: &str, width: u32, theme: Theme) -> Result<Look> {
    Ok(Look::new(lang, width)?.themed(theme))
}

/// The days between which an answer speaks, for a caption.
#[must_use]
pub fn span(answer: &SeriesAnswer) -> Option<(Date, Date)> {
    let days = || answer.series.iter().flat_map(|s| s.series.statements()).filter_map(|s| s.to);
    days().min().zip(days().max())
}

/// How the evidence on a pair of records adds up.
#[must_use]
pub fn waterfall_chart(why: &cairn_link::Waterfall, (left, right): (&str, &str)) -> Chart {
    let step = |b: &cairn_link::Bar| WaterfallStep {
        label: b.field.clone(),
        detail: b.agreement.clone(),
        value: b.bits,
    };
    let head = Head {
        title: "Are they one person? How the evidence adds up".to_owned(),
        subtitle: format!("{left} · {right}"),
        notes: vec![format!(
            "One bit more doubles the odds. The pair by itself: probability {:.4}; what the rest of a cluster lends it \
             is not in it.",
            why.probability
        )],
    };
    Chart::Waterfall(Waterfall {
        head,
        axis: "Evidence in bits".to_owned(),
        steps: why.bars.iter().map(step).collect(),
        sum: "weight of the pair".to_owned(),
    })
}
