use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Added, ClaimRow, DocumentMeta, Param, V1, code, params};

/// A bulletin as pasted.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeRequest {
    #[schema(min_length = 1)]
    pub text: String,
    /// Who publishes it.
    #[schema(min_length = 1, max_length = 500)]
    pub publisher: String,
    /// The day it bears: what it says is as of that day.
    #[schema(format = Date)]
    pub published: String,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub title: Option<String>,
    /// Detected when absent.
    #[serde(default)]
    #[schema(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    pub lang: Option<String>,
}

/// What became of a bulletin: nothing counts before its claims are accepted.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Intake {
    pub version: V1,
    pub added: Added,
    pub claims: Vec<ClaimRow>,
    pub comparison: Comparison,
}

/// A document beside its publisher's last one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparisonOne {
    pub version: V1,
    pub comparison: Comparison,
}

/// What is said now beside what was said last.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Comparison {
    pub doc: String,
    /// The publisher's last document of an earlier day that has claims.
    pub previous: Option<DocumentMeta>,
    pub rows: Vec<ComparisonRow>,
    /// What cannot all be so: misread, misprinted, or corrected by its publisher.
    pub contradictions: Vec<Clash>,
}

/// One thing said in one or both.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparisonRow {
    /// Code of the vocabulary `metric`.
    pub metric: String,
    pub group: Option<String>,
    pub party: Option<String>,
    pub place: Option<String>,
    /// A running total.
    pub cumulative: bool,
    pub now: Option<Statement>,
    pub before: Option<Statement>,
    /// `new`, `gone`, `same`, `rises`, `falls` or `differs`.
    pub change: String,
    /// Where both give an exact number.
    pub difference: Option<i64>,
}

/// One number of a bulletin.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Statement {
    pub claim: String,
    /// The account that came of it.
    pub account: Option<String>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    /// `exact`, `at_least`, `at_most`, `about` or `vague`.
    pub qualifier: String,
    pub quote: String,
}

/// Two numbers that cannot both be so.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Clash {
    /// `cumulative_falls` or `part_exceeds_whole`.
    pub code: String,
    /// In English.
    pub words: String,
    /// What the words fill in.
    pub params: BTreeMap<String, Param>,
    /// Claims, of which one may be misread or misprinted.
    pub claims: Vec<String>,
}

/// Who has published documents here, by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Publishers {
    pub version: V1,
    pub publishers: Vec<Publisher>,
}

/// Somebody who has published documents.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Publisher {
    /// The source.
    pub id: String,
    pub name: String,
    pub documents: u64,
    /// The document of the latest day.
    pub last: Option<DocumentMeta>,
}

impl From<cairn_work::Statement> for Statement {
    fn from(s: cairn_work::Statement) -> Self {
        Self {
            claim: s.claim,
            account: s.account.map(|a| a.to_string()),
            low: s.low,
            high: s.high,
            qualifier: s.qualifier.code().to_owned(),
            quote: s.quote,
        }
    }
}

impl From<cairn_work::Comparison> for Comparison {
    fn from(c: cairn_work::Comparison) -> Self {
        let row = |r: cairn_work::ComparisonRow| ComparisonRow {
            metric: r.metric,
            group: r.group,
            party: r.party,
            place: r.place,
            cumulative: r.cumulative,
            now: r.now.map(Into::into),
            before: r.before.map(Into::into),
            change: code(r.change),
            difference: r.difference,
        };
        let clash = |c: cairn_work::Clash| Clash {
            code: c.code.to_owned(),
            words: c.words,
            params: params(c.params),
            claims: c.claims,
        };
        Self {
            doc: c.doc.to_string(),
            previous: c.previous.map(Into::into),
            rows: c.rows.into_iter().map(row).collect(),
            contradictions: c.contradictions.into_iter().map(clash).collect(),
        }
    }
}

impl From<cairn_work::Publisher> for Publisher {
    fn from(p: cairn_work::Publisher) -> Self {
        Self { id: p.id.to_string(), name: p.name, documents: p.documents, last: p.last.map(Into::into) }
    }
}
