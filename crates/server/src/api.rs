//! The endpoints. Each module holds those of one part; here they are put together and described.

mod browse;
mod claims;
mod documents;
mod drafts;
mod figures;
mod history;
mod imports;
mod intake;
mod jobs;
mod records;
mod series;
mod session;
mod words;

use std::sync::Arc;

use axum::Router;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, ResponseBuilder, SecurityRequirement,
};
use utoipa_axum::router::OpenApiRouter;

use crate::App;
use crate::error::Failure;
use crate::guard::{API, OPEN};
use crate::types::Problem;

/// What handlers share.
pub type Shared = axum::extract::State<Arc<App>>;

/// What handlers answer.
pub type Answer<T> = Result<axum::Json<T>, Failure>;

/// The endpoints under `/api/v1`, and their description.
pub fn described() -> (Router<Arc<App>>, OpenApi) {
    let parts = OpenApiRouter::new()
        .merge(session::router())
        .merge(documents::router())
        .merge(claims::router())
        .merge(browse::router())
        .merge(intake::router())
        .merge(imports::router())
        .merge(figures::router())
        .merge(series::router())
        .merge(records::router())
        .merge(history::router())
        .merge(words::router())
        .merge(drafts::router())
        .merge(jobs::router());
    let info = InfoBuilder::new()
        .title("Cairn")
        .version("1")
        .description(Some(
            "The register of one folder, on this machine. Members are only ever added to answers; codes of errors are \
             explained in docs/errors.md.",
        ))
        .license(Some(utoipa::openapi::License::new("MIT OR Apache-2.0")))
        .build();
    let start = OpenApiBuilder::new().info(info).build();
    let (router, mut api) = OpenApiRouter::with_openapi(start).nest(API, parts).split_for_parts();
    finish(&mut api);
    (router, api)
}

/// What holds for every endpoint is said once: how errors look, and who may ask.
fn finish(api: &mut OpenApi) {
    let components = api.components.get_or_insert_default();
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description(
        "cairn_PORT",
        "Set by POST /session; the port of the server stands in its name.",
    ));
    components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
    let bearer =
        HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("The launch token.")).build();
    components.add_security_scheme("token", SecurityScheme::Http(bearer));
    let (name, schema) =
        (<Problem as utoipa::ToSchema>::name(), <Problem as utoipa::PartialSchema>::schema());
    components.schemas.insert(name.into_owned(), schema);
    let mut more = Vec::new();
    <Problem as utoipa::ToSchema>::schemas(&mut more);
    components.schemas.extend(more);
    for (name, schema) in &mut components.schemas {
        always_there(name, schema);
    }
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let failed = ResponseBuilder::new()
        .description("What is wrong, and the mend.")
        .content("application/json", content)
        .build();
    // The router matches whole parts of a path; what such a part ends in is said here.
    let whole = |path: String| match path.strip_prefix(API) {
        Some("/charts/{kind}") => format!("{path}.svg"),
        Some("/maps/{name}") => format!("{path}.geojson"),
        _ => path,
    };
    let paths = std::mem::take(&mut api.paths.paths);
    api.paths.paths = paths.into_iter().map(|(path, item)| (whole(path), item)).collect();
    for (path, item) in &mut api.paths.paths {
        let local = path.strip_prefix(API).unwrap_or(path).to_owned();
        let operations = [
            ("GET", &mut item.get),
            ("PUT", &mut item.put),
            ("POST", &mut item.post),
            ("DELETE", &mut item.delete),
        ];
        for (method, operation) in operations {
            let Some(operation) = operation else { continue };
            for status in ["4XX", "5XX"] {
                operation.responses.responses.insert(status.to_owned(), RefOr::T(failed.clone()));
            }
            if !OPEN.contains(&(method, &local)) {
                let none: [String; 0] = [];
                operation.security = Some(vec![
                    SecurityRequirement::new("session", none.clone()),
                    SecurityRequirement::new("token", none),
                ]);
            }
        }
    }
}

/// Answers carry every member, null where there is nothing; requests and errors may leave members out.
fn always_there(name: &str, schema: &mut RefOr<utoipa::openapi::Schema>) {
    use utoipa::openapi::Schema;
    if name.ends_with("Request") || name == "ErrorBody" {
        return;
    }
    let RefOr::T(schema) = schema else { return };
    match schema {
        Schema::Object(object) => object.required = object.properties.keys().cloned().collect(),
        Schema::AllOf(all) => {
            for item in &mut all.items {
                always_there(name, item);
            }
        }
        _ => {}
    }
}
