use std::sync::Arc;

use axum::extract::State;
use cairn_model::{Ages, Interval};
use cairn_work::{BrowseQuery, Field, Hints, Sort};
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::documents::stated;
use super::{Answer, Shared};
use crate::App;
use crate::error::{Code, Failure, Result};
use crate::extract::{Path, Query, asked, given, limit, within};
use crate::types::{Accounts, Found, NearestNames, Subject};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(accounts))
        .routes(routes!(subject))
        .routes(routes!(search))
        .routes(routes!(nearest))
}

/// Filters: a parameter that repeats means any of its values, different ones narrow each other, an empty value means
/// not stated.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AccountsQuery {
    #[serde(default)]
    kind: Vec<String>,
    #[serde(default)]
    metric: Vec<String>,
    #[serde(default)]
    sex: Vec<String>,
    #[serde(default)]
    age: Vec<String>,
    #[serde(default)]
    year: Vec<String>,
    #[serde(default)]
    month: Vec<String>,
    #[serde(default)]
    place: Vec<String>,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    publisher: Vec<String>,
    #[serde(default)]
    document: Vec<String>,
    #[serde(default)]
    status: Vec<String>,
    #[serde(default)]
    named: Vec<String>,
    #[serde(default)]
    standing: Vec<String>,
    /// Ages that may reach this many completed years.
    #[serde(default, deserialize_with = "given")]
    #[param(maximum = 200)]
    age_from: Option<u16>,
    #[serde(default, deserialize_with = "given")]
    #[param(maximum = 200)]
    age_to: Option<u16>,
    /// Acts that may lie on this day or later.
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    from: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(format = Date)]
    to: Option<String>,
    /// Words, in any script.
    #[param(max_length = 500)]
    q: Option<String>,
    /// Default: entry, the order in which accounts entered the register.
    #[serde(default, deserialize_with = "given")]
    #[param(inline)]
    sort: Option<Order>,
    /// The other way round.
    #[serde(default, deserialize_with = "given")]
    descending: Option<bool>,
    /// Fields whose values are counted, between commas.
    facets: Option<String>,
    /// Values listed per field.
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 1000)]
    values: Option<u16>,
    /// The `next` of the answer before.
    after: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Order {
    Entry,
    Date,
    Name,
    Place,
}

/// The greatest age in completed years.
const OLDEST: u16 = 200;

impl AccountsQuery {
    fn question(self) -> Result<BrowseQuery> {
        let limit = limit(self.limit, 50, 200)?;
        let text = self.q.filter(|q| !q.is_empty()).map(|q| asked("q", q, 500)).transpose()?;
        let values = usize::from(within("values", self.values, 1..=1000)?.unwrap_or(0));
        let facets = self.facets.as_deref().unwrap_or_default().split(',').map(str::trim);
        let facets = facets.filter(|name| !name.is_empty()).map(|name| {
            Field::from_name(name).ok_or_else(|| {
                let words = format!("'{}' is no field that can be counted", name.escape_debug());
                Failure::new(Code::UnknownDimension, words).of("facets")
            })
        });
        let facets = facets.collect::<Result<Vec<Field>>>()?;
        let oldest = 0..=OLDEST;
        let from = within("age_from", self.age_from, oldest.clone())?;
        let ages = match (from, within("age_to", self.age_to, oldest)?) {
            (None, None) => None,
            (from, to) => Some(Ages(from.unwrap_or(0), to.unwrap_or(OLDEST))),
        };
        let when = Interval(day("from", self.from)?, day("to", self.to)?);
        if ages.is_some_and(|a| a.0 > a.1) || !when.is_ordered() {
            return Err(Failure::new(Code::DoesNotFit, "a range ends before it begins"));
        }
        let given = [
            (Field::Kind, self.kind),
            (Field::Metric, self.metric),
            (Field::Sex, self.sex),
            (Field::Age, self.age),
            (Field::Year, self.year),
            (Field::Month, self.month),
            (Field::Place, self.place),
            (Field::Source, self.source),
            (Field::Publisher, self.publisher),
            (Field::Document, self.document),
            (Field::Status, self.status),
            (Field::Named, self.named),
            (Field::Standing, self.standing),
        ];
        let wanted = given.into_iter().filter(|(_, values)| !values.is_empty());
        let stated = |v: String| Some(v).filter(|v| !v.is_empty());
        Ok(BrowseQuery {
            filters: wanted.map(|(f, values)| (f, values.into_iter().map(stated).collect())).collect(),
            ages,
            when: when.known(),
            text: text.and_then(|q| stated(q.trim().to_owned())),
            sort: match self.sort.unwrap_or(Order::Entry) {
                Order::Entry => Sort::Entry,
                Order::Date => Sort::Date,
                Order::Name => Sort::Name,
                Order::Place => Sort::Place,
            },
            descending: self.descending.unwrap_or(false),
            facets,
            values,
            limit,
            after: self.after,
            at: self.at,
        })
    }
}

/// A day of a question.
pub fn day(field: &str, text: Option<String>) -> Result<Option<Date>> {
    let read = |text: String| {
        text.parse().map_err(|_| {
            let words = format!("'{}' is no date: expected YYYY-MM-DD", text.escape_debug());
            Failure::new(Code::BadDate, words).of(field)
        })
    };
    text.map(read).transpose()
}

/// Accounts by filters, with counts per value
#[utoipa::path(get, path = "/accounts", tag = "register", params(AccountsQuery),
    responses((status = 200, body = Accounts)))]
async fn accounts(State(app): Shared, Query(q): Query<AccountsQuery>) -> Answer<Accounts> {
    let question = q.question()?;
    let found = app.desk.read(move |s| Ok(s.browse(&question)?)).await?;
    Ok(axum::Json(found.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AtQuery {
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
}

/// Everything said about one subject, account beside account
#[utoipa::path(get, path = "/subjects/{id}", tag = "register", params(("id" = String, Path,
    description = "Of any of its accounts", pattern = "^[0-9a-f]{8}-[0-9]{1,18}$"), AtQuery),
    responses((status = 200, body = Subject)))]
async fn subject(State(app): Shared, Path(id): Path<String>, Query(q): Query<AtQuery>) -> Answer<Subject> {
    let found = app.desk.read(move |s| Ok(s.subject(&id, q.at.as_deref())?)).await?;
    Ok(axum::Json(found.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SearchQuery {
    /// Words, in any script.
    #[param(min_length = 1, max_length = 500)]
    q: String,
    /// Only hits of this kind: document, source, person, figure, …; may repeat.
    #[serde(default)]
    kind: Vec<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The moment: a position, a batch or a date; now when absent.
    at: Option<String>,
}

/// Look for words in documents, accounts and names of sources
#[utoipa::path(get, path = "/search", tag = "register", params(SearchQuery),
    responses((status = 200, body = Found)))]
async fn search(State(app): Shared, Query(q): Query<SearchQuery>) -> Answer<Found> {
    let (text, limit) = (asked("q", q.q, 500)?, limit(q.limit, 20, 200)?);
    let found = app.desk.read(move |s| Ok(s.search(&text, &q.kind, limit, q.at.as_deref())?)).await?;
    Ok(axum::Json(found.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NearestQuery {
    /// As far as it is typed.
    #[param(min_length = 1, max_length = 500)]
    name: String,
    /// Only accounts of this kind.
    kind: Option<String>,
    /// Code of the vocabulary `sex`.
    sex: Option<String>,
    /// Completed years.
    #[serde(default, deserialize_with = "given")]
    #[param(maximum = 200)]
    age: Option<u16>,
    place: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 50)]
    limit: Option<u16>,
}

/// The nearest names on record while one is typed
#[utoipa::path(get, path = "/nearest", tag = "register", params(NearestQuery),
    responses((status = 200, body = NearestNames)))]
async fn nearest(State(app): Shared, Query(q): Query<NearestQuery>) -> Answer<NearestNames> {
    let (name, limit) = (asked("name", q.name, 500)?, limit(q.limit, 8, 50)?);
    let hints = Hints {
        kind: stated(q.kind),
        sex: stated(q.sex),
        age: within("age", q.age, 0..=OLDEST)?.map(|years| Ages(years, years)),
        place: stated(q.place),
    };
    let found = app.desk.read(move |s| Ok(s.nearest(&name, &hints, limit)?)).await?;
    Ok(axum::Json(found.into()))
}
