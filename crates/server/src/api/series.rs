use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use cairn_count::{Dimension, Query as Question};
use cairn_work::SeriesOptions;
use cairn_work::charts::{BoundarySet, Theme};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::browse::day;
use super::documents::stated;
use super::figures::{dimensions, rule};
use super::{Answer, Shared};
use crate::App;
use crate::error::{Code, Failure, Result};
use crate::extract::{Path, Query, given, within};
use crate::types::{Contradictions, MapRow, Maps, SeriesAnswer, V1};

/// A set of boundaries larger than this is not read.
const LARGEST: u64 = 64 << 20;

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(series))
        .routes(routes!(contradictions))
        .routes(routes!(chart))
        .routes(routes!(maps))
        .routes(routes!(areas))
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SeriesParameters {
    /// Code of the vocabulary `metric`.
    metric: String,
    /// In the source's words.
    place: Option<String>,
    /// Of whom: a code such as women, or the text's words; empty for the whole alone.
    group: Option<String>,
    /// Code of the vocabulary `scope`; empty for not stated.
    scope: Option<String>,
    /// The speaker's name or id.
    source: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    from: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    to: Option<String>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ContradictionsParameters {
    /// Code of the vocabulary `metric`; all when absent.
    metric: Option<String>,
    /// In the source's words.
    place: Option<String>,
    /// Of whom: a code such as women, or the text's words; empty for the whole alone.
    group: Option<String>,
    /// Code of the vocabulary `scope`; empty for not stated.
    scope: Option<String>,
    /// The speaker's name or id.
    source: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    from: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    to: Option<String>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
}

/// What is said over time, each speaker apart
#[utoipa::path(get, path = "/series", tag = "figures", params(SeriesParameters),
    responses((status = 200, body = SeriesAnswer)))]
async fn series(State(app): Shared, Query(q): Query<SeriesParameters>) -> Answer<SeriesAnswer> {
    let rule = rule(q.rule.as_deref())?;
    let options = SeriesOptions {
        metric: Some(q.metric),
        place: q.place,
        group: q.group,
        scope: q.scope,
        said_by: stated(q.source),
        from: day("from", q.from)?,
        to: day("to", q.to)?,
        by_month: false,
    };
    let found = app.desk.read(move |s| Ok(s.series(&options, &rule, q.at.as_deref())?)).await?;
    Ok(axum::Json(found.into()))
}

/// What does not fit together in what is said; nothing is repaired
#[utoipa::path(get, path = "/contradictions", tag = "figures", params(ContradictionsParameters),
    responses((status = 200, body = Contradictions)))]
async fn contradictions(
    State(app): Shared,
    Query(q): Query<ContradictionsParameters>,
) -> Answer<Contradictions> {
    let rule = rule(q.rule.as_deref())?;
    let options = SeriesOptions {
        metric: stated(q.metric),
        place: q.place,
        group: q.group,
        scope: q.scope,
        said_by: stated(q.source),
        from: day("from", q.from)?,
        to: day("to", q.to)?,
        by_month: false,
    };
    let found = app.desk.read(move |s| Ok(s.contradictions(&options, &rule, q.at.as_deref())?)).await?;
    Ok(axum::Json(found.into()))
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ChartParameters {
    /// Code of the vocabulary `metric`.
    metric: String,
    /// Of bars: dimensions of a cell, between commas.
    by: Option<String>,
    /// Of series and dots: in the source's words.
    place: Option<String>,
    /// Of series and dots: of whom; empty for the whole alone.
    group: Option<String>,
    /// Of series and dots: code of the vocabulary `scope`; empty for not stated.
    scope: Option<String>,
    /// Of series and dots: the speaker's name or id.
    source: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    from: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    to: Option<String>,
    /// Of a map: the name of the boundaries; the first when absent.
    map: Option<String>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
    /// Language of the words: en, ar, he, uk, es.
    lang: Option<String>,
    /// Direction; that of the language when absent.
    #[param(inline)]
    dir: Option<Direction>,
    #[param(inline)]
    theme: Option<Shade>,
    /// In pixels.
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 280, maximum = 2400)]
    width: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Direction {
    Ltr,
    Rtl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Shade {
    Auto,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Series,
    Dots,
    Bars,
    Map,
}

/// A chart: over time, speakers side by side, what is on record in bars, or on a map
#[utoipa::path(get, path = "/charts/{kind}", tag = "figures", params(("kind" = inline(Kind), Path,
    description = "Which sort of chart"), ChartParameters),
    responses((status = 200, body = String, content_type = "image/svg+xml")))]
async fn chart(
    State(app): Shared,
    Path(file): Path<String>,
    Query(q): Query<ChartParameters>,
) -> Result<Response> {
    let kind = match file.strip_suffix(".svg") {
        Some("series") => Kind::Series,
        Some("dots") => Kind::Dots,
        Some("bars") => Kind::Bars,
        Some("map") => Kind::Map,
        _ => return Err(Failure::unknown(&file)),
    };
    let width = within("width", q.width, 280..=2400)?.unwrap_or(1040);
    let lang = q.lang.clone().unwrap_or_else(|| "en".to_owned());
    let theme = match q.theme.unwrap_or(Shade::Auto) {
        Shade::Auto => Theme::Auto,
        Shade::Light => Theme::Light,
        Shade::Dark => Theme::Dark,
    };
    let mut look = cairn_work::charts::look(&lang, width, theme)?;
    if let Some(dir) = q.dir {
        look.rtl = dir == Direction::Rtl;
    }
    let by = dimensions(q.by.as_deref())?;
    let rule = rule(q.rule.as_deref())?;
    let options = SeriesOptions {
        metric: Some(q.metric.clone()),
        place: q.place,
        group: q.group,
        scope: q.scope,
        said_by: stated(q.source),
        from: day("from", q.from)?,
        to: day("to", q.to)?,
        by_month: false,
    };
    let boundaries = match kind {
        Kind::Map => Some(chosen(&app, q.map.as_deref())?),
        _ => None,
    };
    let drawing = app.desk.read(move |s| {
        let at = q.at.as_deref();
        let figures = |by: Vec<Dimension>| s.count(&Question { metric: q.metric.clone(), by }, &rule, at);
        let chart = match kind {
            Kind::Series => {
                let findings = s.contradictions(&options, &rule, at)?;
                cairn_work::charts::series_chart(&s.series(&options, &rule, at)?, Some(&findings), &lang)
            }
            Kind::Dots => {
                // What is on record stands beside what is said of the same: undivided, or nothing.
                let whole = options.place.is_none() && options.group.is_none() && options.from.is_none();
                let figure = match whole && options.to.is_none() {
                    true => figures(Vec::new())?.figures.into_iter().find(|f| f.documented.is_some()),
                    false => None,
                };
                cairn_work::charts::dots_chart(&s.series(&options, &rule, at)?, figure.as_ref(), &lang)
            }
            Kind::Bars => cairn_work::charts::bars_chart(&figures(by)?, &lang),
            Kind::Map => {
                let (_, set) = boundaries.ok_or_else(|| Failure::unknown("map"))?;
                cairn_work::charts::map_chart(&figures(vec![Dimension::Place])?, &set, &lang)?
            }
        };
        Ok(cairn_work::charts::draw(&chart, &look)?)
    });
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], drawing.await?.svg).into_response())
}

/// The sets of boundaries that lie beside the register
#[utoipa::path(get, path = "/maps", tag = "figures", responses((status = 200, body = Maps)))]
async fn maps(State(app): Shared) -> Answer<Maps> {
    let maps = sets(&app)?.into_iter().map(|(name, text, set)| MapRow {
        name,
        licence: member(&text, "licence").or_else(|| member(&text, "license")),
        areas: set.areas().len(),
        source: set.source,
        date: set.date,
    });
    Ok(axum::Json(Maps { version: V1, maps: maps.collect() }))
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AreasParameters {
    /// Code of the vocabulary `metric`.
    metric: String,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
}

/// A set of boundaries, each area with what is on record there
#[utoipa::path(get, path = "/maps/{name}", tag = "figures", params(("name" = String, Path,
    description = "Its name"), AreasParameters),
    responses((status = 200, body = Object, content_type = "application/geo+json")))]
async fn areas(
    State(app): Shared,
    Path(file): Path<String>,
    Query(q): Query<AreasParameters>,
) -> Result<Response> {
    let name = file.strip_suffix(".geojson").ok_or_else(|| Failure::unknown(&file))?;
    let (text, set) = chosen(&app, Some(name))?;
    let rule = rule(q.rule.as_deref())?;
    let question = Question { metric: q.metric, by: vec![Dimension::Place] };
    let answer = app.desk.read(move |s| Ok(s.count(&question, &rule, q.at.as_deref())?)).await?;
    let figures = cairn_work::charts::by_area(&answer, &set);
    let mut map: Value = serde_json::from_str(&text).map_err(Failure::internal)?;
    let features = map.get_mut("features").and_then(Value::as_array_mut);
    for (feature, area) in features.into_iter().flatten().zip(set.areas()) {
        let documented =
            figures.get(area.code.as_str()).map(|(low, high)| json!({ "low": low, "high": high }));
        feature["properties"] = json!({ "name": area.name, "pcode": area.code, "documented": documented });
    }
    map["position"] = json!(answer.position);
    map["notes"] = json!(answer.notes);
    Ok(([(header::CONTENT_TYPE, "application/geo+json")], map.to_string()).into_response())
}

/// The set of that name, or the first.
fn chosen(app: &App, name: Option<&str>) -> Result<(String, BoundarySet)> {
    let found = sets(app)?.into_iter().find(|(n, ..)| name.is_none_or(|name| name == n));
    let found = found.ok_or_else(|| {
        let words = "no boundaries lie in the folder 'boundaries' of the register under that name";
        Failure::new(Code::UnknownId, words)
    })?;
    Ok((found.1, found.2))
}

/// Every file of the folder that says whose it is, by name; another is no set of boundaries.
fn sets(app: &App) -> Result<Vec<(String, String, BoundarySet)>> {
    let Some(folder) = &app.boundaries else { return Ok(Vec::new()) };
    let Ok(files) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for file in files.filter_map(std::result::Result::ok) {
        let path = file.path();
        let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let right = path.extension().is_some_and(|e| e == "geojson")
            && file.metadata().is_ok_and(|m| m.is_file() && m.len() <= LARGEST);
        if let Some(text) = std::fs::read_to_string(&path).ok().filter(|_| right)
            && let Ok(set) = BoundarySet::read(&text)
        {
            found.push((name, text, set));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

fn member(text: &str, key: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    Some(value.get(key)?.as_str()?.to_owned())
}
