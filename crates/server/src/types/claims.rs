use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClaimCounts, V1, code};
use crate::error::{Code, Failure};

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// Waits for a decision.
    Proposed,
    /// An account came of it.
    Accepted,
    /// It was not taken.
    Rejected,
}

impl From<cairn_work::ClaimState> for ClaimState {
    fn from(s: cairn_work::ClaimState) -> Self {
        match s {
            cairn_work::ClaimState::Proposed => Self::Proposed,
            cairn_work::ClaimState::Accepted => Self::Accepted,
            cairn_work::ClaimState::Rejected => Self::Rejected,
        }
    }
}

/// What the machine read in a text: it counts for nothing until a person accepts it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClaimRow {
    pub id: String,
    /// The document.
    pub doc: String,
    /// The document's file name.
    pub document: String,
    pub state: ClaimState,
    /// The account that came of it.
    pub account: Option<String>,
    /// `count`, `presence`, `named` or `declaration`.
    pub kind: String,
    /// The words, verbatim.
    pub quote: String,
    /// Where they begin, in Unicode scalar values of the text.
    pub start: usize,
    /// One past where they end.
    pub end: usize,
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// Null when open.
    pub low: Option<i64>,
    /// Null when open.
    pub high: Option<i64>,
    /// What is counted, as written.
    pub unit: Option<String>,
    /// `exact`, `at_least`, `at_most`, `about` or `vague`.
    pub qualifier: String,
    /// The range stands for a vague word; it is not the speaker's number.
    pub by_rule: bool,
    /// A running total, not a period's count.
    pub cumulative: bool,
    /// Of whom, as written.
    pub group: Option<String>,
    /// Nation, side or community of those counted, as written.
    pub party_affected: Option<String>,
    pub place: Option<String>,
    /// The period, as written.
    pub period: Option<String>,
    /// Its first day, where text and document date settle it.
    pub resolved_from: Option<String>,
    pub resolved_to: Option<String>,
    /// Who says it; null: the text itself, or unclear.
    pub source: Option<String>,
    /// Possible speakers where the text leaves it open.
    pub source_candidates: Vec<String>,
    /// Who is said to have done it.
    pub responsible: Option<String>,
    pub responsible_said_by: Option<String>,
    /// `accuses`, `claims`, `admits` or `denies`.
    pub stance: Option<String>,
    /// Denied, or zero.
    pub negated: bool,
    /// Feared, expected, conditional.
    pub hypothetical: bool,
    /// How sure the rules are, 0 to 100.
    pub score: u8,
}

impl From<cairn_work::ClaimRow> for ClaimRow {
    fn from(r: cairn_work::ClaimRow) -> Self {
        let c = r.claim;
        Self {
            id: r.id,
            doc: r.doc.to_string(),
            document: r.document,
            state: r.state.into(),
            account: r.account.map(|a| a.to_string()),
            kind: code(c.kind),
            quote: c.quote,
            start: c.start,
            end: c.end,
            metric: c.metric.code().to_owned(),
            low: c.low,
            high: c.high,
            unit: c.unit,
            qualifier: c.qualifier.code().to_owned(),
            by_rule: c.by_rule,
            cumulative: c.cumulative,
            group: c.group,
            party_affected: c.party_affected,
            place: c.place,
            period: c.period,
            resolved_from: c.resolved_from.map(|d| d.to_string()),
            resolved_to: c.resolved_to.map(|d| d.to_string()),
            source: c.source,
            source_candidates: c.source_candidates,
            responsible: c.responsible,
            responsible_said_by: c.responsible_said_by,
            stance: c.stance.map(code),
            negated: c.negated,
            hypothetical: c.hypothetical,
            score: c.score,
        }
    }
}

/// Claims in document order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Claims {
    pub version: V1,
    pub claims: Vec<ClaimRow>,
    /// Of all claims, or of the document's.
    pub counts: ClaimCounts,
    /// Claims in the state asked for.
    pub total: usize,
    /// For `after`; null at the end.
    pub next: Option<String>,
}

/// One claim and the words it stands on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClaimOne {
    pub version: V1,
    pub claim: ClaimRow,
    pub words: Words,
}

/// The words that something stands on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Words {
    /// Where: `characters 27-38`, `row 17`.
    pub at: String,
    /// The exact words, of a text.
    pub quote: Option<String>,
    /// What stands around them.
    pub around: Option<Around>,
    /// The verbatim cells, of a table.
    pub cells: Option<Vec<Cell>>,
}

/// What stands around a quote.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Around {
    pub before: String,
    pub after: String,
}

/// One cell of a table.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Cell {
    pub header: String,
    pub cell: String,
}

impl From<cairn_work::Words> for Words {
    fn from(w: cairn_work::Words) -> Self {
        Self {
            at: w.at,
            quote: w.quote,
            around: w.around.map(|(before, after)| Around { before, after }),
            cells: w.cells.map(|c| c.into_iter().map(|(header, cell)| Cell { header, cell }).collect()),
        }
    }
}

/// Decisions on claims, taken as one act.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionsRequest {
    #[schema(min_items = 1, max_items = 1000)]
    pub decisions: Vec<DecisionRequest>,
    /// For the log.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub reason: Option<String>,
}

/// What is decided about one claim.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionRequest {
    /// The claim's id.
    pub claim: String,
    pub verdict: Verdict,
    /// What the machine read wrongly, when the claim is taken.
    #[serde(default)]
    pub corrected: Option<CorrectionsRequest>,
}

/// Taken or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Accept,
    Reject,
}

/// Fields put right: absent keeps what was read, null says that the text does not state it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CorrectionsRequest {
    /// Code of the vocabulary `metric`.
    #[schema(nullable = false)]
    pub metric: Option<String>,
    #[schema(nullable = false)]
    pub qualifier: Option<Qualifier>,
    #[schema(nullable = false)]
    pub cumulative: Option<bool>,
    #[schema(nullable = false)]
    pub negated: Option<bool>,
    #[schema(nullable = false)]
    pub hypothetical: Option<bool>,
    #[serde(deserialize_with = "whole")]
    #[schema(value_type = Option<i64>, minimum = 0)]
    pub low: Option<Option<i64>>,
    #[serde(deserialize_with = "whole")]
    #[schema(value_type = Option<i64>, minimum = 0)]
    pub high: Option<Option<i64>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub unit: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub group: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub party_affected: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub place: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub period: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, format = Date)]
    pub resolved_from: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, format = Date)]
    pub resolved_to: Option<Option<String>>,
    /// The speaker.
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub source: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub responsible: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub responsible_said_by: Option<Option<String>>,
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<Stance>)]
    pub stance: Option<Option<Stance>>,
    /// Code of the vocabulary `scope`.
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub scope: Option<Option<String>>,
    /// Code of the vocabulary `component`.
    #[serde(deserialize_with = "stated")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub component: Option<Option<String>>,
}

/// Tells null from absent.
fn stated<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(
    d: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(d).map(Some)
}

/// A whole number, also when it is written with a fraction of zero, as JSON may.
fn whole<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Option<i64>>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(d)? else { return Ok(Some(None)) };
    // Beyond 2^53 a fraction of zero says nothing any more.
    let written = number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15);
    let whole = number.as_i64().or(written.map(|n| n as i64));
    whole
        .map(|n| Some(Some(n)))
        .ok_or_else(|| serde::de::Error::custom(format!("{number} is no whole number")))
}

/// How exactly a source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    Exact,
    AtLeast,
    AtMost,
    About,
    Vague,
}

/// How the one who names a culprit stands to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    Accuses,
    Claims,
    Admits,
    Denies,
    OtherCause,
}

impl TryFrom<DecisionRequest> for cairn_work::Decision {
    type Error = Failure;

    fn try_from(d: DecisionRequest) -> Result<Self, Failure> {
        Ok(Self {
            claim: d.claim,
            verdict: match d.verdict {
                Verdict::Accept => cairn_work::Verdict::Accept,
                Verdict::Reject => cairn_work::Verdict::Reject,
            },
            corrected: d.corrected.map(TryInto::try_into).transpose()?,
        })
    }
}

impl TryFrom<CorrectionsRequest> for cairn_work::Corrections {
    type Error = Failure;

    fn try_from(c: CorrectionsRequest) -> Result<Self, Failure> {
        use cairn_model::Qualifier as Q;
        let words = [
            ("unit", &c.unit),
            ("group", &c.group),
            ("party_affected", &c.party_affected),
            ("place", &c.place),
            ("period", &c.period),
            ("source", &c.source),
            ("responsible", &c.responsible),
            ("responsible_said_by", &c.responsible_said_by),
        ];
        for (field, text) in words {
            if text.iter().flatten().any(|t| t.chars().count() > 2000) {
                let words = format!("{field} is longer than 2000 characters");
                return Err(Failure::new(Code::BadRequest, words).of(format!("corrected.{field}")));
            }
        }
        let day = |field: &str, day: Option<Option<String>>| match day {
            Some(Some(text)) => match text.parse() {
                Ok(day) => Ok(Some(Some(day))),
                Err(_) => {
                    let words = format!("'{text}' is no date: expected YYYY-MM-DD");
                    Err(Failure::new(Code::BadDate, words).of(format!("corrected.{field}")))
                }
            },
            other => Ok(other.map(|_| None)),
        };
        Ok(Self {
            metric: c.metric,
            low: c.low,
            high: c.high,
            unit: c.unit,
            qualifier: c.qualifier.map(|q| match q {
                Qualifier::Exact => Q::Exact,
                Qualifier::AtLeast => Q::AtLeast,
                Qualifier::AtMost => Q::AtMost,
                Qualifier::About => Q::About,
                Qualifier::Vague => Q::Vague,
            }),
            cumulative: c.cumulative,
            group: c.group,
            party_affected: c.party_affected,
            place: c.place,
            period: c.period,
            resolved_from: day("resolved_from", c.resolved_from)?,
            resolved_to: day("resolved_to", c.resolved_to)?,
            source: c.source,
            responsible: c.responsible,
            responsible_said_by: c.responsible_said_by,
            stance: c.stance.map(|s| s.map(code)),
            negated: c.negated,
            hypothetical: c.hypothetical,
            scope: c.scope,
            component: c.component,
        })
    }
}

/// What the decisions did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Decided {
    pub version: V1,
    /// Undoing it takes all of them back.
    pub batch: String,
    pub position: String,
    pub accepted: Vec<AcceptedClaim>,
    /// Ids of claims.
    pub rejected: Vec<String>,
}

/// A claim and the account that came of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AcceptedClaim {
    pub claim: String,
    pub account: String,
}
