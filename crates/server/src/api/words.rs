use std::sync::Arc;

use cairn_model::vocab;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::App;
use crate::error::Failure;
use crate::extract::{Path, Query, given};
use crate::types::{Language, Languages, V1, Vocabularies, Vocabulary, VocabularyCode};

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one)).routes(routes!(languages))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Language of the labels; English when absent, and label by label where the language has none.
    lang: Option<String>,
    /// Also lists whose codes are only mapped to ours and shown to nobody.
    #[serde(default, deserialize_with = "given")]
    all: Option<bool>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OneQuery {
    /// Language of the labels; English when absent, and label by label where the language has none.
    lang: Option<String>,
}

/// The code lists with their labels
#[utoipa::path(get, path = "/vocabularies", tag = "words", params(ListQuery),
    responses((status = 200, body = Vocabularies)))]
async fn list(Query(q): Query<ListQuery>) -> Answer<Vocabularies> {
    let wanted = vocab::all().iter().filter(|v| v.shown || q.all == Some(true));
    let vocabularies = wanted.map(|v| shown(v, q.lang.as_deref())).collect();
    Ok(axum::Json(Vocabularies { version: V1, vocabularies }))
}

/// One code list
#[utoipa::path(get, path = "/vocabularies/{name}", tag = "words", params(("name" = String, Path,
    description = "Its name"), OneQuery), responses((status = 200, body = Vocabularies)))]
async fn one(Path(name): Path<String>, Query(q): Query<OneQuery>) -> Answer<Vocabularies> {
    let found = vocab::get(&name).ok_or_else(|| Failure::unknown(&name))?;
    Ok(axum::Json(Vocabularies { version: V1, vocabularies: vec![shown(found, q.lang.as_deref())] }))
}

/// The languages of labels
#[utoipa::path(get, path = "/languages", tag = "words", responses((status = 200, body = Languages)))]
async fn languages() -> axum::Json<Languages> {
    let language = |l: &vocab::Language| Language {
        code: l.code.clone(),
        name: l.name.clone(),
        dir: if l.direction == vocab::Direction::Rtl { "rtl" } else { "ltr" },
        whole: l.whole,
    };
    axum::Json(Languages { version: V1, languages: vocab::languages().iter().map(language).collect() })
}

fn shown(v: &vocab::Vocabulary, lang: Option<&str>) -> Vocabulary {
    let lang = lang.unwrap_or("en");
    let code = |c: &vocab::Code| VocabularyCode {
        code: c.code.clone(),
        parent: c.parent.clone(),
        label: c.label.or_english(lang).to_owned(),
        note: c.note.clone(),
        applies_to: c.applies_to.clone(),
        deprecated: c.deprecated.clone(),
    };
    Vocabulary {
        name: v.name.clone(),
        title: v.title.or_english(lang).to_owned(),
        version: v.version.clone(),
        publisher: v.publisher.clone(),
        standard: v.standard.clone(),
        codes: v.codes.iter().map(code).collect(),
    }
}
