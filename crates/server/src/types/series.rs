use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::{Param, Remark, RuleName, V1, params, remarks};

/// What is said over time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesAnswer {
    pub version: V1,
    pub position: String,
    pub rule: RuleName,
    pub metric: String,
    /// One per speaker and thing. Only those of one thing compare.
    pub series: Vec<Series>,
    /// File names of the documents, by id.
    pub documents: BTreeMap<String, String>,
    pub notes: Vec<Remark>,
}

/// What a series is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesOf {
    pub metric: String,
    pub scope: Option<String>,
    pub component: Option<String>,
    /// Null: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// Where no speaker is stated, the outlet or the document.
    pub text_of: Option<String>,
    pub place: Option<String>,
    pub group: Option<String>,
    pub party: Option<String>,
    pub unit: Option<String>,
}

/// One speaker's statements on one thing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Series {
    pub of: SeriesOf,
    /// Running totals, by the day as of which they hold.
    pub totals: Vec<SeriesStatement>,
    /// Counts of a period, by its last day.
    pub periods: Vec<SeriesStatement>,
    /// Between totals that follow each other: computed, nobody's statement.
    pub differences: Vec<SeriesDifference>,
    /// Days that nothing speaks of.
    pub gaps: Vec<SeriesGap>,
    /// Statements without a day.
    pub undated: Vec<SeriesStatement>,
}

/// One statement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesStatement {
    pub account: String,
    pub doc: String,
    pub published_by: Option<String>,
    pub derived_from: Option<String>,
    /// A running total.
    pub cumulative: bool,
    pub from: Option<String>,
    /// Of a total: the day as of which it holds.
    pub to: Option<String>,
    /// Whether the source states that day.
    pub to_stated: bool,
    pub reported_on: Option<String>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    /// `exact`, `at_least`, `at_most`, `about` or `vague`.
    pub qualifier: String,
    /// The later statement about the same days that stands instead.
    pub replaced_by: Option<String>,
    /// The earlier statement that says the same.
    pub repeats: Option<String>,
}

/// What lies between two totals.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesDifference {
    pub from: String,
    pub to: String,
    pub low: Option<i64>,
    pub high: Option<i64>,
    /// The two totals.
    pub between: Vec<String>,
}

/// Days of which a speaker says nothing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesGap {
    pub from: String,
    pub to: String,
}

/// What does not fit together.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Contradictions {
    pub version: V1,
    pub position: String,
    pub rule: RuleName,
    /// Statements looked at.
    pub statements: usize,
    /// How many of each sort.
    pub counts: BTreeMap<String, usize>,
    pub contradictions: Vec<Contradiction>,
}

/// Statements that cannot all be so. Nothing is repaired.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Contradiction {
    /// Which sort: `cumulative_falls`, `part_exceeds_whole`, …
    pub code: String,
    pub of: SeriesOf,
    /// The first day that it is about.
    pub from: String,
    pub to: String,
    /// By how much, where that is one number.
    pub by: Option<i64>,
    /// The accounts, in the order in which the words name them.
    pub accounts: Vec<String>,
    /// In English.
    pub words: String,
    /// What the words fill in.
    pub params: BTreeMap<String, Param>,
    /// The statements with their words.
    pub statements: Vec<ContradictionStatement>,
}

/// A statement with its words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContradictionStatement {
    pub account: String,
    pub said_by: Option<String>,
    pub published_by: Option<String>,
    pub doc: String,
    /// The document's file name.
    pub document: String,
    /// Where in it.
    pub at: String,
    pub quote: Option<String>,
    pub cumulative: bool,
    pub from: Option<String>,
    pub to: Option<String>,
    pub reported_on: Option<String>,
    pub low: Option<i64>,
    pub high: Option<i64>,
}

/// The sets of boundaries that lie beside the register.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Maps {
    pub version: V1,
    pub maps: Vec<MapRow>,
}

/// A set of boundaries: a claim of whoever drew them; showing them endorses nothing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MapRow {
    /// The file's name without its ending.
    pub name: String,
    /// Who made them.
    pub source: String,
    /// As of when.
    pub date: String,
    pub licence: Option<String>,
    pub areas: usize,
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|v| v.to_string())
}

impl From<cairn_count::Of> for SeriesOf {
    fn from(o: cairn_count::Of) -> Self {
        Self {
            metric: o.metric,
            scope: o.scope,
            component: o.component,
            said_by: o.said_by,
            text_of: o.text_of,
            place: o.place,
            group: o.group,
            party: o.party,
            unit: o.unit,
        }
    }
}

impl From<cairn_count::Statement> for SeriesStatement {
    fn from(s: cairn_count::Statement) -> Self {
        Self {
            account: s.account.to_string(),
            doc: s.doc,
            published_by: s.published_by,
            derived_from: text(s.derived_from),
            cumulative: s.cumulative,
            from: text(s.from),
            to: text(s.to),
            to_stated: s.to_stated,
            reported_on: text(s.reported_on),
            low: s.low,
            high: s.high,
            qualifier: s.qualifier,
            replaced_by: text(s.replaced_by),
            repeats: text(s.repeats),
        }
    }
}

impl From<cairn_work::SeriesAnswer> for SeriesAnswer {
    fn from(a: cairn_work::SeriesAnswer) -> Self {
        let all = |s: Vec<cairn_count::Statement>| s.into_iter().map(SeriesStatement::from).collect();
        let one = |s: cairn_work::Spoken| Series {
            of: s.series.of.into(),
            totals: all(s.series.totals),
            periods: all(s.series.periods),
            differences: s
                .series
                .differences
                .into_iter()
                .map(|d| SeriesDifference {
                    from: d.from.to_string(),
                    to: d.to.to_string(),
                    low: d.low,
                    high: d.high,
                    between: d.between.iter().map(ToString::to_string).collect(),
                })
                .collect(),
            gaps: s
                .series
                .gaps
                .into_iter()
                .map(|g| SeriesGap { from: g.from.to_string(), to: g.to.to_string() })
                .collect(),
            undated: all(s.series.undated),
        };
        Self {
            version: V1,
            position: a.position,
            rule: a.rule.into(),
            metric: a.metric,
            series: a.series.into_iter().map(one).collect(),
            documents: a.documents,
            notes: remarks(a.notes),
        }
    }
}

impl From<cairn_work::ContradictionsAnswer> for Contradictions {
    fn from(a: cairn_work::ContradictionsAnswer) -> Self {
        let one = |o: cairn_work::Opened| Contradiction {
            code: o.contradiction.code.code().to_owned(),
            of: o.contradiction.of.into(),
            from: o.contradiction.from.to_string(),
            to: o.contradiction.to.to_string(),
            by: o.contradiction.by,
            accounts: o.contradiction.accounts.iter().map(ToString::to_string).collect(),
            words: o.contradiction.words,
            params: params(o.contradiction.params),
            statements: o
                .statements
                .into_iter()
                .map(|s| ContradictionStatement {
                    account: s.account.to_string(),
                    said_by: s.said_by,
                    published_by: s.published_by,
                    doc: s.doc,
                    document: s.document,
                    at: s.at,
                    quote: s.quote,
                    cumulative: s.cumulative,
                    from: text(s.from),
                    to: text(s.to),
                    reported_on: text(s.reported_on),
                    low: s.low,
                    high: s.high,
                })
                .collect(),
        };
        Self {
            version: V1,
            position: a.position,
            rule: a.rule.into(),
            statements: a.statements,
            counts: a.counts.into_iter().map(|(code, n)| (code.to_owned(), n)).collect(),
            contradictions: a.contradictions.into_iter().map(one).collect(),
        }
    }
}
