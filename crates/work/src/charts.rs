//! Answers as charts. The same functions serve the command line and the server, so both draw the same picture.

use std::collections::BTreeMap;

use cairn_chart::{
    Area, AreaFigure, Bar, Bars, Boundaries, Chart, GeoError, Head, Look, Map, Mark, Point, Row, Series,
    Speaker, Whiskers,
};
use cairn_count::{Figure, Of, Statement};
use cairn_fold::fold;
use cairn_model::vocab;
use jiff::civil::Date;

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

fn subtitle(rule: &crate::RuleName, position: &str) -> String {
    format!("{} {} · {position}", rule.name, rule.version)
}

/// What stands together in one chart: everything but the speaker.
fn thing(of: &Of) -> Of {
    Of { said_by: None, text_of: None, ..of.clone() }
}

/// Statements over time: of one thing, all speakers side by side. Of several things the one with most statements,
/// rather the whole than a part, is drawn, and a note says how many others there are.
#[must_use]
pub fn series_chart(answer: &SeriesAnswer, findings: Option<&ContradictionsAnswer>, lang: &str) -> Chart {
    let mut things: BTreeMap<Of, usize> = BTreeMap::new();
    for s in &answer.series {
        let drawn = s.series.totals.len() + s.series.periods.len();
        *things.entry(thing(&s.series.of)).or_default() += drawn;
    }
    let chosen = things.iter().filter(|(_, n)| **n > 0).max_by(|(a, n), (b, m)| {
        let whole = |of: &Of| of.group.is_none();
        (whole(a), n).cmp(&(whole(b), m)).then_with(|| b.cmp(a))
    });
    let mut head = Head { subtitle: subtitle(&answer.rule, &answer.position), ..Head::default() };
    let metric = metric_label(&answer.metric, lang);
    head.title.clone_from(&metric);
    let Some((of, _)) = chosen else { return Chart::Series(Series { head, ..Series::default() }) };
    let parts = [&of.group, &of.party, &of.place, &of.scope, &of.component, &of.unit];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    if !parts.is_empty() {
        head.title = format!("{metric} · {}", parts.join(" · "));
    }
    if things.len() > 1 {
        head.notes.push(format!("+{} (group, place, scope)", things.len() - 1));
    }
    let here = || answer.series.iter().filter(|s| thing(&s.series.of) == *of);
    let totals: usize = here().map(|s| s.series.totals.len()).sum();
    let periods: usize = here().map(|s| s.series.periods.len()).sum();
    let running_total = totals >= 2 || totals >= periods;
    let finding = |st: &Statement| {
        let about = |c: &&crate::Opened| c.contradiction.accounts.contains(&st.account);
        findings.and_then(|f| f.contradictions.iter().find(about)).map(|c| c.contradiction.words.clone())
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
        let name = s.series.of.said_by.clone().or_else(|| s.series.of.text_of.clone()).unwrap_or_default();
        Speaker { name, points }
    };
    let mut speakers: Vec<Speaker> = here().map(speaker).filter(|s| !s.points.is_empty()).collect();
    // Those who speak most stand first, so that a crowd of single statements does not push them out.
    speakers.sort_by(|a, b| b.points.len().cmp(&a.points.len()).then_with(|| a.name.cmp(&b.name)));
    Chart::Series(Series { axis: metric, head, running_total, gap_days: None, speakers })
}

/// What speakers say, as dots and whiskers, beside what is on record. A cell at a time: the first figure of an answer
/// that has numbers of speakers.
#[must_use]
pub fn dots_chart(answer: &Answer, lang: &str) -> Chart {
    let figure = answer.figures.iter().find(|f| !f.reported.is_empty()).or(answer.figures.first());
    let mut head = Head { subtitle: subtitle(&answer.rule, &answer.position), ..Head::default() };
    head.notes.clone_from(&answer.notes);
    let Some(figure) = figure else { return Chart::Whiskers(Whiskers { head, ..Whiskers::default() }) };
    head.title = title(figure, lang);
    let rows = figure.reported.iter().map(|r| {
        let details = [&r.group, &r.party, &r.place, &r.as_of];
        let details: Vec<&str> = details.into_iter().flatten().map(String::as_str).collect();
        Row {
            label: r.said_by.clone().unwrap_or_else(|| r.doc.chars().take(8).collect()),
            detail: details.join(" · "),
            low: r.low.map(|n| n as f64),
            high: r.high.map(|n| n as f64),
            account: r.account.to_string(),
            ..Row::default()
        }
    });
    let rows: Vec<Row> = rows.collect();
    let documented =
        figure.documented.as_ref().map(|d| Mark { value: d.low as f64, label: d.low.to_string() });
    let axis = metric_label(&figure.metric, lang);
    Chart::Whiskers(Whiskers { head, axis, from_zero: true, mark: documented, rows })
}

fn title(figure: &Figure, lang: &str) -> String {
    let cell: Vec<&str> = figure.by.values().flatten().map(String::as_str).collect();
    let scope = figure.scope.as_deref().map(|s| vocab::scope().label_in(s, lang));
    let parts: Vec<&str> = cell.into_iter().chain(scope).collect();
    let metric = metric_label(&figure.metric, lang);
    if parts.is_empty() { metric } else { format!("{metric} · {}", parts.join(" · ")) }
}

/// What is on record, a bar per cell. With several dimensions the first heads the groups.
#[must_use]
pub fn bars_chart(answer: &Answer, lang: &str) -> Chart {
    let metric = answer.figures.first().map_or(String::new(), |f| metric_label(&f.metric, lang));
    let mut head =
        Head { title: metric.clone(), subtitle: subtitle(&answer.rule, &answer.position), notes: vec![] };
    head.notes.clone_from(&answer.notes);
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
    let head =
        Head { title, subtitle: subtitle(&answer.rule, &answer.position), notes: answer.notes.clone() };
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
pub fn look(lang: &str, width: u32, theme: cairn_chart::Theme) -> Result<Look> {
    Ok(Look::new(lang, width)?.themed(theme))
}

/// The days between which an answer speaks, for a caption.
#[must_use]
pub fn span(answer: &SeriesAnswer) -> Option<(Date, Date)> {
    let days = || answer.series.iter().flat_map(|s| s.series.statements()).filter_map(|s| s.to);
    days().min().zip(days().max())
}
