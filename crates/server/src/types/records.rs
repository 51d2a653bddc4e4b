use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Object, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::{FieldError, V1};
use crate::error::{Code, Failure};

/// What a person types, as `cairn record` takes it, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct DraftRequest(pub Map<String, Value>);

/// Members of a draft that are words as people write them.
const WORDS: [&str; 44] = [
    "kind",
    "note",
    "document",
    "at",
    "published",
    "lang",
    "said_by",
    "identity",
    "published_by",
    "born",
    "age",
    "sex",
    "status",
    "size",
    "type",
    "when",
    "as_of",
    "place",
    "means",
    "by",
    "parcel",
    "area",
    "unit",
    "quantity",
    "tenure",
    "damage",
    "essential",
    "level",
    "measure",
    "origin",
    "destination",
    "persons",
    "households",
    "metric",
    "number",
    "qualifier",
    "scope",
    "component",
    "of_group",
    "of_party",
    "period",
    "instrument",
    "date_order",
    "reason",
];

impl PartialSchema for DraftRequest {
    fn schema() -> RefOr<Schema> {
        let text = || Object::with_type(Type::String);
        let object = || ObjectBuilder::new().schema_type(Type::Object);
        // A form sends null for what is empty, and is checked while it is half filled: nothing is required by shape.
        let or_null =
            |of: Type| ObjectBuilder::new().schema_type(SchemaType::from_iter([of, Type::Null])).build();
        let list = |of: Schema| {
            let types = SchemaType::from_iter([Type::Array, Type::Null]);
            ArrayBuilder::new().schema_type(types).items(RefOr::T(of))
        };
        let mut draft = object()
            .description(Some(
                "One source's word on one thing, as typed: dates, ages and numbers as people write them. The kinds and \
                 their members are those of 'cairn record'.",
            ))
            .additional_properties(Some(AdditionalProperties::FreeForm(false)));
        for name in WORDS {
            draft = draft.property(name, or_null(Type::String));
        }
        for name in ["by_rule", "cumulative", "hypothetical", "negated"] {
            draft = draft.property(name, or_null(Type::Boolean));
        }
        for name in ["files", "derived_from"] {
            draft = draft.property(name, list(Schema::Object(text())));
        }
        for name in ["names", "ids", "members", "acts", "statuses", "ties", "attributions"] {
            // A name may also be a bare string.
            let item = if name == "names" {
                let types = SchemaType::from_iter([Type::String, Type::Object]);
                Schema::Object(ObjectBuilder::new().schema_type(types).build())
            } else {
                Schema::Object(object().build())
            };
            draft = draft.property(name, list(item));
        }
        for name in ["correction", "consent", "gaps"] {
            draft = draft.property(name, or_null(Type::Object));
        }
        draft.into()
    }
}

impl ToSchema for DraftRequest {
    fn name() -> Cow<'static, str> {
        "DraftRequest".into()
    }
}

impl DraftRequest {
    /// The draft and the reason.
    pub fn read(mut self) -> Result<(cairn_work::record::Draft, Option<String>), Failure> {
        let reason = match self.0.remove("reason") {
            None | Some(Value::Null) => None,
            Some(Value::String(reason)) => Some(reason),
            Some(_) => return Err(slip("reason", "the reason is not in words".to_owned())),
        };
        // A form sends null for what is empty.
        self.0.retain(|_, value| !value.is_null());
        let draft = serde_path_to_error::deserialize(Value::Object(self.0)).map_err(|e| {
            let field = e.path().to_string();
            slip(if field == "." { "" } else { &field }, e.inner().to_string())
        })?;
        Ok((draft, reason))
    }
}

fn slip(field: &str, words: String) -> Failure {
    Failure::fields(vec![FieldError { field: field.to_owned(), code: "shape".to_owned(), words }])
}

impl From<cairn_work::record::FieldError> for FieldError {
    fn from(e: cairn_work::record::FieldError) -> Self {
        Self { field: e.field, code: e.code.to_owned(), words: format!("{}; {}", e.words, e.mend) }
    }
}

/// What a record added.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Recorded {
    pub version: V1,
    /// Undoing it takes everything back.
    pub batch: Option<String>,
    pub position: String,
    /// The account of the draft.
    pub accounts: Vec<String>,
    /// Every account, named members of groups included.
    pub all: Vec<String>,
    /// Taken, and a person should look.
    pub warnings: Vec<FieldError>,
}

impl From<cairn_work::record::Recorded> for Recorded {
    fn from(r: cairn_work::record::Recorded) -> Self {
        Self {
            version: V1,
            batch: r.batch.map(|b| b.to_string()),
            position: r.position,
            accounts: r.accounts.iter().map(ToString::to_string).collect(),
            all: r.all.iter().map(ToString::to_string).collect(),
            warnings: r.warnings.into_iter().map(Into::into).collect(),
        }
    }
}

/// Whether a draft fits.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Checked {
    pub version: V1,
    /// What does not fit; empty when it can be recorded.
    pub fields: Vec<FieldError>,
    /// What is taken, and a person should look at.
    pub warnings: Vec<FieldError>,
}

/// An account as a person would have typed it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountDraft {
    pub version: V1,
    pub account: String,
    #[schema(value_type = Object)]
    pub draft: Value,
}

/// Our slip, mended: members of the draft as they should be, null for what should be empty.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendmentRequest {
    #[schema(value_type = Object)]
    pub changes: Map<String, Value>,
    /// For the log.
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
    /// Only show what would change.
    #[serde(default)]
    pub preview: bool,
}

/// An account withdrawn: it stays readable and counts no more.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalRequest {
    /// For the log.
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
    /// Only show what would change.
    #[serde(default)]
    pub preview: bool,
}

/// What a change did, or would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Changes {
    pub version: V1,
    /// Null in a preview.
    pub batch: Option<String>,
    pub position: String,
    pub changed: Vec<Changed>,
    /// Accounts that say so already.
    pub unchanged: Vec<String>,
    pub warnings: Vec<FieldError>,
}

/// One account that changes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Changed {
    pub account: String,
    /// In a few words.
    pub is: String,
    /// The account that stands in its place.
    pub now: Option<String>,
    pub fields: Vec<ChangedField>,
}

/// A field that differs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangedField {
    pub field: String,
    #[schema(value_type = Object)]
    pub before: Value,
    #[schema(value_type = Object)]
    pub after: Value,
}

impl From<cairn_work::record::Changes> for Changes {
    fn from(c: cairn_work::record::Changes) -> Self {
        let field = |f: cairn_work::record::AmendedField| ChangedField {
            field: f.field,
            before: f.before,
            after: f.after,
        };
        let changed = |c: cairn_work::record::Changed| Changed {
            account: c.account.to_string(),
            is: c.is,
            now: c.now.map(|id| id.to_string()),
            fields: c.fields.into_iter().map(field).collect(),
        };
        Self {
            version: V1,
            batch: c.batch.map(|b| b.to_string()),
            position: c.position,
            changed: c.changed.into_iter().map(changed).collect(),
            unchanged: c.unchanged.iter().map(ToString::to_string).collect(),
            warnings: c.warnings.into_iter().map(Into::into).collect(),
        }
    }
}

/// Whether two accounts are about the same.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgementRequest {
    /// An account.
    pub left: String,
    /// Another.
    pub right: String,
    pub verdict: Sameness,
    /// For the log.
    #[schema(min_length = 1, max_length = 2000)]
    pub why: String,
}

/// About the same, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sameness {
    Same,
    Different,
    /// It cannot be told.
    Unsure,
}

/// What a judgement did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Judged {
    pub version: V1,
    pub batch: Option<String>,
    pub position: String,
    pub pairs: Vec<JudgedPair>,
}

/// A pair judged.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JudgedPair {
    pub left: String,
    /// In a few words.
    pub left_is: String,
    pub right: String,
    pub right_is: String,
    /// `same`, `different` or `unsure`.
    pub verdict: String,
    /// Decisions until now, which this one replaces.
    pub instead_of: Vec<String>,
}

impl From<cairn_work::Judged> for Judged {
    fn from(j: cairn_work::Judged) -> Self {
        let pair = |p: cairn_work::JudgedPair| JudgedPair {
            left: p.a.to_string(),
            left_is: p.a_is,
            right: p.b.to_string(),
            right_is: p.b_is,
            verdict: p.verdict.code().to_owned(),
            instead_of: p.instead_of.iter().map(|v| v.code().to_owned()).collect(),
        };
        Self {
            version: V1,
            batch: j.batch.map(|b| b.to_string()),
            position: j.position,
            pairs: j.pairs.into_iter().map(pair).collect(),
        }
    }
}

/// Words that are needed.
pub fn needed(field: &str, text: String) -> Result<String, Failure> {
    match text.trim().chars().count() {
        1..=2000 => Ok(text),
        0 => {
            Err(Failure::new(Code::DoesNotFit, format!("{field} is empty: say why, in a few words"))
                .of(field))
        }
        _ => Err(Failure::new(Code::DoesNotFit, format!("{field} is longer than 2000 characters")).of(field)),
    }
}
