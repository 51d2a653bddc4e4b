use cairn_model::{Ages, Interval};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Cell, DocumentMeta, V1, Words, code};

/// A page of the register.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Accounts {
    pub version: V1,
    pub position: String,
    /// Accounts found.
    pub total: u64,
    pub accounts: Vec<AccountRow>,
    /// In the order asked for.
    pub facets: Vec<Facet>,
    /// For `after`; null at the end.
    pub next: Option<String>,
    /// While not everything is in the search index, when words were looked for.
    pub indexing: Option<Indexing>,
}

/// How far the search index is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Indexing {
    pub done: u64,
    pub total: u64,
}

impl From<cairn_work::Indexing> for Indexing {
    fn from(i: cairn_work::Indexing) -> Self {
        Self { done: i.done, total: i.total }
    }
}

/// The values of one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Facet {
    pub field: String,
    pub values: Vec<FacetValue>,
    /// Values left out.
    pub more: usize,
}

/// One value of a field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FacetValue {
    /// As filters take it; null: not stated, an empty value in the query.
    pub value: Option<String>,
    /// A source's or document's name.
    pub label: Option<String>,
    /// Accounts that fall under it when all other conditions hold.
    pub count: u64,
    pub selected: bool,
}

/// One account in a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountRow {
    pub account: String,
    /// Code of the vocabulary `kind`.
    pub kind: String,
    /// As written, whole, one per script; empty for the unnamed.
    pub names: Vec<String>,
    pub sex: Option<String>,
    /// Completed years.
    pub age_low: Option<u16>,
    pub age_high: Option<u16>,
    pub status: Option<String>,
    /// Acts and statuses, or what a figure counts.
    pub acts: Vec<AccountAct>,
    /// Null: the text of the document, author not stated.
    pub said_by: Option<String>,
    pub doc: String,
    /// The document's file name.
    pub document: String,
    /// `current`, `cannot_tell` or `withdrawn`.
    pub standing: String,
    pub batch: String,
}

/// One act in a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountAct {
    /// Code of the vocabulary `metric`; empty when the account speaks of no act.
    pub metric: String,
    /// ISO 8601 with `..` for an open end.
    pub when: Option<String>,
    pub place: Option<String>,
    /// Of a figure: of whom, in the source's words.
    pub group: Option<String>,
    /// Of a figure: the lowest; null when open.
    pub low: Option<i64>,
    /// Of a figure: the highest; null when open.
    pub high: Option<i64>,
    /// Of a figure: code of the vocabulary `qualifier`.
    pub qualifier: Option<String>,
}

fn shown(when: Option<Interval>) -> Option<String> {
    when.map(|w| w.to_string())
}

impl From<cairn_work::BrowseRow> for AccountRow {
    fn from(r: cairn_work::BrowseRow) -> Self {
        let act = |a: cairn_work::RowAct| AccountAct {
            metric: a.metric,
            when: shown(a.when),
            place: a.place,
            group: a.group,
            low: a.low,
            high: a.high,
            qualifier: a.qualifier,
        };
        let ages = |pick: fn(Ages) -> u16| r.age.map(pick);
        Self {
            age_low: ages(|a| a.0),
            age_high: ages(|a| a.1),
            account: r.account.to_string(),
            kind: r.kind,
            names: r.names,
            sex: r.sex,
            status: r.status,
            acts: r.acts.into_iter().map(act).collect(),
            said_by: r.said_by,
            doc: r.doc.to_string(),
            document: r.document,
            standing: r.standing,
            batch: r.batch.to_string(),
        }
    }
}

impl From<cairn_work::BrowseAnswer> for Accounts {
    fn from(a: cairn_work::BrowseAnswer) -> Self {
        let value = |v: cairn_work::FacetValue| FacetValue {
            value: v.value,
            label: v.label,
            count: v.count,
            selected: v.selected,
        };
        let facet = |f: cairn_work::Facet| Facet {
            field: f.field.name().to_owned(),
            values: f.values.into_iter().map(value).collect(),
            more: f.more,
        };
        Self {
            version: V1,
            position: a.position,
            total: a.total,
            accounts: a.rows.into_iter().map(Into::into).collect(),
            facets: a.facets.into_iter().map(facet).collect(),
            next: a.next,
            indexing: a.indexing.map(Into::into),
        }
    }
}

/// What a search found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Found {
    pub version: V1,
    pub position: String,
    /// Places found.
    pub total: u64,
    /// Of each kind, how many.
    pub kinds: std::collections::BTreeMap<String, u64>,
    /// The best first.
    pub hits: Vec<Hit>,
    pub indexing: Option<Indexing>,
}

/// One place found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Hit {
    /// `account`, `document` or `source`.
    pub is: String,
    /// What opens it: of a document its hash, else the entry's id.
    pub id: String,
    /// `document`, `source`, or what the account is about.
    pub kind: String,
    /// `phrase`, `words`, `beginning`, `sound` or `part`.
    pub how: String,
    pub title: String,
    /// The document that it is or stands on.
    pub doc: Option<String>,
    pub document: Option<String>,
    /// Where in it.
    pub at: Option<String>,
    /// The words.
    pub snippet: Option<String>,
    /// What was found in them: characters from and to.
    pub marks: Vec<Mark>,
    pub batch: String,
}

/// A stretch of words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Mark {
    pub from: usize,
    pub to: usize,
}

impl From<cairn_work::SearchAnswer> for Found {
    fn from(a: cairn_work::SearchAnswer) -> Self {
        let hit = |h: cairn_work::Hit| {
            let is = match h.kind {
                "document" | "source" => h.kind,
                _ => "account",
            };
            let doc = h.doc.map(|d| d.to_string());
            Hit {
                is: is.to_owned(),
                id: doc.clone().filter(|_| is == "document").unwrap_or_else(|| h.id.to_string()),
                kind: h.kind.to_owned(),
                how: code(h.how),
                title: h.title,
                doc,
                document: h.document,
                at: h.at,
                snippet: Some(h.snippet.text).filter(|t| !t.is_empty()),
                marks: h.snippet.marks.into_iter().map(|(from, to)| Mark { from, to }).collect(),
                batch: h.batch.to_string(),
            }
        };
        Self {
            version: V1,
            position: a.position,
            total: a.total,
            kinds: a.kinds.into_iter().map(|(kind, n)| (kind.to_owned(), n)).collect(),
            hits: a.hits.into_iter().map(hit).collect(),
            indexing: a.indexing.map(Into::into),
        }
    }
}

/// The nearest names on record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NearestNames {
    pub version: V1,
    pub position: String,
    /// As typed.
    pub name: String,
    /// The best first.
    pub nearest: Vec<Near>,
}

/// Somebody of that name, or one like it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Near {
    /// The subject that the account is judged to be about.
    pub subject: String,
    #[serde(flatten)]
    pub row: AccountRow,
    /// `same`, `variant`, `partial`, `reordered`, `similar`, `same_family`, …
    pub grade: String,
    /// What was found, word by word.
    pub why: String,
    /// `same_sex`, `other_sex`, `age_fits`, `age_differs`, `same_place` or `other_place`.
    pub hints: Vec<String>,
}

impl From<cairn_work::Nearest> for NearestNames {
    fn from(n: cairn_work::Nearest) -> Self {
        let near = |n: cairn_work::Near| Near {
            subject: n.subject.to_string(),
            row: n.row.into(),
            grade: code(n.grade),
            why: n.why,
            hints: n.hints.into_iter().map(str::to_owned).collect(),
        };
        Self {
            version: V1,
            position: n.position,
            name: n.name,
            nearest: n.nearest.into_iter().map(near).collect(),
        }
    }
}

/// Everything said about one subject, side by side.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Subject {
    pub version: V1,
    pub position: String,
    /// The smallest of its accounts' ids; any of them leads here.
    pub subject: String,
    pub kind: String,
    /// In the order of the log.
    pub accounts: Vec<SubjectAccount>,
    /// Field by field all values said, with who says each.
    pub fields: Vec<FieldValues>,
    /// Fields in which accounts contradict each other.
    pub disagreements: usize,
    /// What was done about it, in the order of the log.
    pub history: Vec<Happened>,
}

/// One account of a subject.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SubjectAccount {
    pub account: String,
    /// Null: the text of the document, author not stated.
    pub said_by: Option<String>,
    pub published_by: Option<String>,
    pub document: DocumentMeta,
    pub words: Words,
    pub names: Vec<String>,
    /// Whether it counts at the moment.
    pub counts: bool,
    /// The open part as stored.
    #[schema(value_type = Object)]
    pub body: serde_json::Value,
    /// Names, identifiers and birth date as stored.
    #[schema(value_type = Object)]
    pub personal: serde_json::Value,
}

/// All values of one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldValues {
    /// `names`, `sex`, `age`, `acts.TYPE.when`, …
    pub field: String,
    /// `alone`, `same`, `compatible` or `different`.
    pub agree: String,
    pub values: Vec<Attributed>,
}

/// A value and who says it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Attributed {
    pub value: String,
    pub said: Vec<SaidHere>,
}

/// One account's word on one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SaidHere {
    pub account: String,
    pub said_by: Option<String>,
    pub document: String,
    /// Where in it.
    pub at: String,
    /// The cells of the row that hold it; of a text the quote, without a header.
    pub verbatim: Vec<Cell>,
}

/// Something that was done about a subject.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Happened {
    /// The entry.
    pub id: String,
    /// `account`, `judgement`, `amendment`, `withdrawal`, `correction`, `tie` or `consent`.
    pub what: String,
    pub accounts: Vec<String>,
    /// A verdict, a stance, the type of a tie.
    pub says: Option<String>,
    /// Of a judgement that no person made: the model.
    pub model: Option<String>,
    /// The model's probability that the two are one, of the pair by itself.
    pub score: Option<f64>,
    pub batch: String,
    /// The verb.
    pub act: String,
    /// When, UTC.
    pub time: String,
    pub actor: Option<String>,
    pub reason: Option<String>,
    /// The batch that withdraws it.
    pub undone_by: Option<String>,
}

impl From<cairn_work::Subject> for Subject {
    fn from(s: cairn_work::Subject) -> Self {
        let json = |value: Result<serde_json::Value, serde_json::Error>| value.unwrap_or_default();
        let account = |a: cairn_work::Said| SubjectAccount {
            account: a.account.to_string(),
            said_by: a.said_by,
            published_by: a.published_by,
            document: a.document.into(),
            words: a.words.into(),
            names: a.names,
            counts: a.counts,
            body: json(serde_json::to_value(&a.body)),
            personal: json(serde_json::to_value(&a.personal)),
        };
        let said = |s: cairn_work::SaidHere| SaidHere {
            account: s.account.to_string(),
            said_by: s.said_by,
            document: s.document,
            at: s.at,
            verbatim: s
                .verbatim
                .into_iter()
                .map(|(header, cell)| Cell { header: header.unwrap_or_default(), cell })
                .collect(),
        };
        let value = |v: cairn_work::Attributed| Attributed {
            value: v.value,
            said: v.said.into_iter().map(said).collect(),
        };
        let field = |f: cairn_work::FieldValues| FieldValues {
            field: f.field,
            agree: code(f.agree),
            values: f.values.into_iter().map(value).collect(),
        };
        let happened = |h: cairn_work::Happened| Happened {
            id: h.id.to_string(),
            what: h.what,
            accounts: h.accounts.iter().map(ToString::to_string).collect(),
            says: h.says,
            model: h.model,
            score: h.score,
            batch: h.batch.to_string(),
            act: h.act,
            time: h.time,
            actor: h.actor,
            reason: h.reason,
            undone_by: h.undone_by.map(|b| b.to_string()),
        };
        Self {
            version: V1,
            position: s.position,
            subject: s.subject.to_string(),
            kind: s.kind,
            accounts: s.accounts.into_iter().map(account).collect(),
            fields: s.fields.into_iter().map(field).collect(),
            disagreements: s.disagreements,
            history: s.history.into_iter().map(happened).collect(),
        }
    }
}
