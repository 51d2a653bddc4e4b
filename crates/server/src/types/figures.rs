use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::{HistoryRow, Remark, V1, Words, remarks};

/// A rule by name and version.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RuleName {
    pub name: String,
    pub version: String,
}

impl From<cairn_work::RuleName> for RuleName {
    fn from(r: cairn_work::RuleName) -> Self {
        Self { name: r.name, version: r.version }
    }
}

/// A rule applied to one cell: three kinds of figure side by side, never mixed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Figure {
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// The cell: a value per dimension asked for, null where sources do not say.
    pub by: BTreeMap<String, Option<String>>,
    /// Whom; null is not stated. Figures of different scopes are never added up.
    pub scope: Option<String>,
    /// Which part of a count; null is not stated.
    pub component: Option<String>,
    /// Persons and groups on record; null where the cell's scope is one that only numbers have.
    pub documented: Option<Documented>,
    /// What speakers say, each named.
    pub reported: Vec<Reported>,
    /// What models estimate; null until an estimate is made.
    pub estimated: Option<Estimated>,
}

/// Distinct subjects on record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Documented {
    /// Wholly inside the cell.
    pub low: u64,
    /// That overlap it; null when a group's size is open upward.
    pub high: Option<u64>,
    /// What sources have withdrawn since.
    pub withdrawn: u64,
    /// Pairs that may be the same person and were judged unsure.
    pub undecided: u64,
}

/// The last estimate on record that fits, or that it was refused.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Estimated {
    /// Everybody, those on no list included; null when the run was refused.
    pub estimate: Option<u64>,
    /// Lower end of the interval.
    pub low: Option<u64>,
    /// Upper end of the interval.
    pub high: Option<u64>,
    /// What gave the figure.
    pub model: String,
    /// Codes of why there is none (docs/estimation.md).
    pub refused: Vec<String>,
    /// The entry of the run.
    pub run: String,
    /// Which of the runs of this metric it is, refused ones too.
    pub number: u64,
    /// How many there are.
    pub of: u64,
}

/// One speaker's number.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Reported {
    /// Name or alias; null: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// Null when open.
    pub low: Option<i64>,
    /// Null when open.
    pub high: Option<i64>,
    /// Whether an end is open: "1,400 or more".
    pub open: bool,
    /// `exact`, `at_least`, `at_most`, `about` or `vague`.
    pub qualifier: String,
    /// The last day that the statement covers.
    pub as_of: Option<String>,
    /// The account, which opens to document, place and words.
    pub account: String,
    /// The document's id.
    pub doc: String,
    pub place: Option<String>,
    /// The period in the text's words.
    pub period: Option<String>,
    /// The period as dates, ISO 8601 with `..` for an open end.
    pub when: Option<String>,
    /// Of whom, in the text's words.
    pub group: Option<String>,
    pub party: Option<String>,
    /// Who is said to be responsible, in the text's words.
    pub responsible: Option<String>,
    pub unit: Option<String>,
    /// A running total.
    pub cumulative: bool,
    /// The range stands for a vague word.
    pub by_rule: bool,
    /// A denial.
    pub negated: bool,
    /// What it relays, when that is known.
    pub derived_from: Option<String>,
}

impl From<cairn_count::Reported> for Reported {
    fn from(r: cairn_count::Reported) -> Self {
        Self {
            said_by: r.said_by,
            low: r.low,
            high: r.high,
            open: r.open,
            qualifier: r.qualifier,
            as_of: r.as_of,
            account: r.account.to_string(),
            doc: r.doc,
            place: r.place,
            period: r.period,
            when: r.when,
            group: r.group,
            party: r.party,
            responsible: r.responsible,
            unit: r.unit,
            cumulative: r.cumulative,
            by_rule: r.by_rule,
            negated: r.negated,
            derived_from: r.derived_from.map(|id| id.to_string()),
        }
    }
}

impl From<cairn_count::Figure> for Figure {
    fn from(f: cairn_count::Figure) -> Self {
        Self {
            metric: f.metric,
            by: f.by.into_iter().map(|(d, v)| (d.to_owned(), v)).collect(),
            scope: f.scope,
            component: f.component,
            documented: f.documented.map(|d| Documented {
                low: d.low,
                high: d.high,
                withdrawn: d.withdrawn,
                undecided: d.undecided,
            }),
            reported: f.reported.into_iter().map(Into::into).collect(),
            estimated: f.estimated.map(|e| Estimated {
                estimate: e.estimate,
                low: e.low,
                high: e.high,
                model: e.model,
                refused: e.refused,
                run: e.run.to_string(),
                number: e.number,
                of: e.of,
            }),
        }
    }
}

/// The answer to a question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Figures {
    pub version: V1,
    /// The moment, in short form: `at` takes it.
    pub position: String,
    pub rule: RuleName,
    /// One per cell and scope.
    pub figures: Vec<Figure>,
    /// What a reader must know beside the figures.
    pub notes: Vec<Remark>,
}

impl From<cairn_work::Answer> for Figures {
    fn from(a: cairn_work::Answer) -> Self {
        Self {
            version: V1,
            position: a.position,
            rule: a.rule.into(),
            figures: a.figures.into_iter().map(Into::into).collect(),
            notes: remarks(a.notes),
        }
    }
}

/// The accounts behind a cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Explanation {
    pub version: V1,
    pub position: String,
    pub rule: RuleName,
    pub metric: String,
    /// The cell.
    pub by: BTreeMap<String, Option<String>>,
    /// Accounts wholly inside the cell.
    pub inside: usize,
    /// Accounts that overlap it, or of which cannot be told whether they are somebody new.
    pub overlaps: usize,
    pub withdrawn: usize,
    /// Numbers that speakers give.
    pub reported: usize,
    pub accounts: Vec<BehindRow>,
    pub notes: Vec<Remark>,
}

/// One account behind a figure, opened to its words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BehindRow {
    pub account: String,
    /// `inside`, `overlaps`, `withdrawn` or `reported`.
    pub membership: String,
    /// Null: the text of the document, author not stated.
    pub said_by: Option<String>,
    pub published_by: Option<String>,
    pub doc: String,
    /// The document's file name.
    pub document: String,
    pub words: Words,
}

impl From<cairn_work::Explanation> for Explanation {
    fn from(e: cairn_work::Explanation) -> Self {
        let row = |b: cairn_work::BehindRow| BehindRow {
            account: b.account.to_string(),
            membership: super::code(b.membership),
            said_by: b.said_by,
            published_by: b.published_by,
            doc: b.doc.to_string(),
            document: b.document,
            words: b.words.into(),
        };
        Self {
            version: V1,
            position: e.position,
            rule: e.rule.into(),
            metric: e.metric,
            by: e.by.into_iter().map(|(d, v)| (d.to_owned(), v)).collect(),
            inside: e.inside,
            overlaps: e.overlaps,
            withdrawn: e.withdrawn,
            reported: e.reported,
            accounts: e.accounts.into_iter().map(row).collect(),
            notes: remarks(e.notes),
        }
    }
}

/// What can be asked about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Metrics {
    pub version: V1,
    /// Codes of the vocabulary `metric` that are on record, in its order.
    pub metrics: Vec<String>,
}

/// The register at a glance.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Overview {
    pub version: V1,
    pub position: String,
    pub documents: u64,
    pub accounts: u64,
    pub sources: u64,
    pub waiting: Waiting,
    pub rule: RuleName,
    /// What is on record, undivided.
    pub figures: Vec<OverviewFigure>,
    pub notes: Vec<Remark>,
    /// What was done last, the latest first.
    pub recent: Vec<HistoryRow>,
}

/// What waits for a decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Waiting {
    /// Claims in all.
    pub claims: u64,
    /// Where, most first.
    pub documents: Vec<WaitingIn>,
}

/// A document whose claims wait.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WaitingIn {
    pub doc: String,
    pub name: String,
    pub claims: u64,
}

/// A figure, its `reported` cut to the latest of each speaker.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OverviewFigure {
    #[serde(flatten)]
    pub figure: Figure,
    /// Numbers that speakers give in all.
    pub reported_total: u64,
}

impl From<cairn_work::Overview> for Overview {
    fn from(o: cairn_work::Overview) -> Self {
        let figure = |f: cairn_work::OverviewFigure| OverviewFigure {
            figure: f.figure.into(),
            reported_total: f.reported_total,
        };
        let waits =
            |w: cairn_work::WaitingIn| WaitingIn { doc: w.doc.to_string(), name: w.name, claims: w.claims };
        Self {
            version: V1,
            position: o.position,
            documents: o.documents,
            accounts: o.accounts,
            sources: o.sources,
            waiting: Waiting { claims: o.waiting, documents: o.waiting_in.into_iter().map(waits).collect() },
            rule: o.rule.into(),
            figures: o.figures.into_iter().map(figure).collect(),
            notes: remarks(o.notes),
            recent: o.recent.into_iter().map(Into::into).collect(),
        }
    }
}
