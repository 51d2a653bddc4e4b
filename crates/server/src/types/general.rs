use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::V1;

/// What went wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    pub version: V1,
    pub error: ErrorBody,
}

/// An error: a code that docs/errors.md explains, words, and the mend.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ErrorBody {
    /// Stable code.
    pub code: String,
    /// What is wrong, in words.
    pub words: String,
    /// What to do about it.
    pub mend: String,
    /// The field or parameter it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Every slip of a form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
}

/// A slip in one field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// The field, as a path in the request: `acts[0].when`.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// What is wrong and the mend, in words.
    pub words: String,
}

/// The server is up.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Health {
    pub version: V1,
    /// Always `ok`.
    pub status: &'static str,
    /// The program's version.
    pub cairn: &'static str,
}

/// The launch token, exchanged for a cookie.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterRequest {
    /// From the address that `cairn serve` printed.
    #[schema(max_length = 200)]
    pub token: String,
    /// Who acts, as the log keeps it; absent: as the server was started.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub actor: Option<String>,
}

/// Who acts from now on.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActorRequest {
    /// A name, or null for nobody in particular.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true, max_length = 200)]
    pub actor: Option<String>,
}

/// Where one is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    pub version: V1,
    pub register: RegisterName,
    /// Who acts.
    pub actor: Option<String>,
    /// The moment, in short form.
    pub position: String,
    /// The program's version.
    pub cairn: &'static str,
}

/// A register.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RegisterName {
    /// Its random id.
    pub id: String,
    /// The name of its folder.
    pub name: String,
    /// Whether what lies on the disk is encrypted.
    pub encrypted: bool,
}

/// A form half filled, as kept.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Draft {
    pub version: V1,
    /// Chosen by the form.
    pub key: String,
    /// When it was kept, UTC.
    pub changed: String,
    /// What the form holds.
    #[schema(value_type = Object)]
    pub state: serde_json::Value,
}

/// All drafts, by key.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Drafts {
    pub version: V1,
    pub drafts: Vec<DraftRow>,
}

/// A draft without its content.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DraftRow {
    pub key: String,
    /// When it was kept, UTC.
    pub changed: String,
}

/// The code lists.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Vocabularies {
    pub version: V1,
    pub vocabularies: Vec<Vocabulary>,
}

/// One code list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Vocabulary {
    pub name: String,
    /// What it is called by readers, in the language asked for.
    pub title: String,
    /// Version of the list.
    pub version: String,
    /// Who keeps the list.
    pub publisher: String,
    /// Where the codes come from.
    pub standard: String,
    pub codes: Vec<VocabularyCode>,
}

/// One code.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VocabularyCode {
    pub code: String,
    /// The code above it in the same list.
    pub parent: Option<String>,
    /// In the language asked for; English where that has none.
    pub label: String,
    /// What is counted or meant, where the label does not say.
    pub note: String,
    /// Kinds of thing it is said of; empty means any.
    pub applies_to: Vec<String>,
    /// Why it is no longer to be used, and what instead.
    pub deprecated: Option<String>,
}

/// The languages of labels.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Languages {
    pub version: V1,
    pub languages: Vec<Language>,
}

/// A language.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Language {
    /// ISO 639-1.
    pub code: String,
    /// What it calls itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Every label exists in it.
    pub whole: bool,
}

/// The counting rules that are built in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rules {
    pub version: V1,
    pub rules: Vec<RuleRow>,
}

/// One counting rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RuleRow {
    pub name: String,
    /// Version of the rule.
    pub version: String,
    /// In one sentence.
    pub description: String,
}
