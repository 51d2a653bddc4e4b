use std::sync::Arc;

use axum::extract::State;
use cairn_count::{Dimension, Query as Question, Rule};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Answer, Shared};
use crate::App;
use crate::error::Result;
use crate::extract::{FURTHEST, Query, given, limit, within};
use crate::types::{Explanation, Figures, Metrics, Overview, RuleRow, Rules, V1};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(overview))
        .routes(routes!(metrics))
        .routes(routes!(figures))
        .routes(routes!(explain))
        .routes(routes!(rules))
}

/// The rule of that name, `literal` when none is given.
pub fn rule(name: Option<&str>) -> Result<Rule> {
    Ok(Rule::built_in(name.unwrap_or("literal"))?)
}

/// Dimensions between commas.
pub fn dimensions(by: Option<&str>) -> Result<Vec<Dimension>> {
    let names = by.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty());
    Ok(names.map(Dimension::from_name).collect::<std::result::Result<_, _>>()?)
}

/// The register at a glance
#[utoipa::path(get, path = "/overview", tag = "figures", responses((status = 200, body = Overview)))]
async fn overview(State(app): Shared) -> Answer<Overview> {
    let rule = rule(None)?;
    let overview = app.desk.read(move |s| Ok(s.overview(&rule)?)).await?;
    Ok(axum::Json(overview.into()))
}

/// What can be asked about
#[utoipa::path(get, path = "/metrics", tag = "figures", responses((status = 200, body = Metrics)))]
async fn metrics(State(app): Shared) -> Answer<Metrics> {
    let metrics = app.desk.read(|s| Ok(s.metrics_on_record()?)).await?;
    Ok(axum::Json(Metrics { version: V1, metrics }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct FiguresQuery {
    /// Code of the vocabulary `metric`.
    metric: String,
    /// Dimensions of a cell, between commas: sex, age, place, month, year, source, document, kind, status.
    by: Option<String>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
}

/// A rule applied at a moment: documented and reported side by side
#[utoipa::path(get, path = "/figures", tag = "figures", params(FiguresQuery),
    responses((status = 200, body = Figures)))]
async fn figures(State(app): Shared, Query(q): Query<FiguresQuery>) -> Answer<Figures> {
    let rule = rule(q.rule.as_deref())?;
    let question = Question { metric: q.metric, by: dimensions(q.by.as_deref())? };
    let answer = app.desk.read(move |s| Ok(s.count(&question, &rule, q.at.as_deref())?)).await?;
    Ok(axum::Json(answer.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ExplainQuery {
    /// Code of the vocabulary `metric`.
    metric: String,
    /// The cell: DIMENSION=VALUE, repeated; an empty value means not stated.
    #[serde(default)]
    filter: Vec<String>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
    /// Name of the rule; literal when absent.
    rule: Option<String>,
    /// Accounts passed over.
    #[serde(default, deserialize_with = "given")]
    #[param(maximum = 1_000_000_000)]
    skip: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// The accounts behind a figure, opened to their words
#[utoipa::path(get, path = "/explain", tag = "figures", params(ExplainQuery),
    responses((status = 200, body = Explanation)))]
async fn explain(State(app): Shared, Query(q): Query<ExplainQuery>) -> Answer<Explanation> {
    let (rule, limit) = (rule(q.rule.as_deref())?, limit(q.limit, 50, 200)?);
    let skip = within("skip", q.skip.map(u64::from), 0..=FURTHEST)?.unwrap_or(0);
    let stretch = (skip as usize, limit);
    let found =
        app.desk.read(move |s| Ok(s.explain(&q.metric, &q.filter, &rule, q.at.as_deref(), stretch)?)).await?;
    Ok(axum::Json(found.into()))
}

/// The counting rules that are built in
#[utoipa::path(get, path = "/rules", tag = "figures", responses((status = 200, body = Rules)))]
async fn rules() -> Answer<Rules> {
    let mut rules = Vec::new();
    for name in ["literal", "floor"] {
        let rule = rule(Some(name))?;
        rules.push(RuleRow { name: rule.name, version: rule.version, description: rule.description });
    }
    Ok(axum::Json(Rules { version: V1, rules }))
}
