use std::sync::Arc;

use cairn_model::vocab;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::App;
use crate::error::Failure;
use crate::extract::{Path, Query};
use crate::types::{V1, Vocabularies, Vocabulary, VocabularyCode};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one))
}

fn all() -> Vec<&'static vocab::Vocabulary> {
    vec![vocab::metric(), vocab::scope(), vocab::sex()]
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct LangQuery {
    /// Language of the labels: en, ar, he, uk, es; English when absent or where a list has none.
    lang: Option<String>,
}

/// The code lists with their labels
#[utoipa::path(get, path = "/vocabularies", tag = "words", params(LangQuery),
    responses((status = 200, body = Vocabularies)))]
async fn list(Query(q): Query<LangQuery>) -> Answer<Vocabularies> {
    let vocabularies = all().into_iter().map(|v| shown(v, q.lang.as_deref())).collect();
    Ok(axum::Json(Vocabularies { version: V1, vocabularies }))
}

/// One code list
#[utoipa::path(get, path = "/vocabularies/{name}", tag = "words", params(("name" = String, Path,
    description = "Its name"), LangQuery), responses((status = 200, body = Vocabularies)))]
async fn one(Path(name): Path<String>, Query(q): Query<LangQuery>) -> Answer<Vocabularies> {
    let found = all().into_iter().find(|v| v.name == name).ok_or_else(|| Failure::unknown(&name))?;
    Ok(axum::Json(Vocabularies { version: V1, vocabularies: vec![shown(found, q.lang.as_deref())] }))
}

fn shown(v: &vocab::Vocabulary, _lang: Option<&str>) -> Vocabulary {
    let code = |c: &vocab::Code| VocabularyCode {
        code: c.code.clone(),
        label: c.en.clone(),
        note: c.note.clone(),
    };
    Vocabulary {
        name: v.name.clone(),
        version: v.version.clone(),
        standard: v.standard.clone(),
        codes: v.codes.iter().map(code).collect(),
    }
}
