use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Remark, V1, code, remarks};

/// A file that was sent and not yet imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UploadRow {
    /// Its id.
    pub upload: String,
    /// File name.
    pub name: String,
    pub bytes: usize,
    /// When it came, UTC.
    pub came: String,
}

/// Files that wait to be imported; they are held in memory and end with the server.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Uploads {
    pub version: V1,
    pub uploads: Vec<UploadRow>,
}

/// A file that was sent, and the list in it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UploadOne {
    pub version: V1,
    #[serde(flatten)]
    pub upload: UploadRow,
    pub preview: Preview,
}

/// What a person says about a list that the file does not.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PreviewRequest {
    /// A mapping as an earlier preview gave it; without one, columns are inferred.
    #[schema(max_length = 500_000)]
    pub map: Option<String>,
    /// Columns to read otherwise: header to the code of a role.
    pub roles: BTreeMap<String, String>,
    /// Code of the vocabulary `metric`: what was done to the people of the list, unless a column tells.
    #[schema(max_length = 100)]
    pub act: Option<String>,
    /// Who says what the rows say, unless a column tells.
    #[schema(max_length = 500)]
    pub said_by: Option<String>,
}

impl From<PreviewRequest> for cairn_work::PreviewOptions {
    fn from(r: PreviewRequest) -> Self {
        Self { map: r.map, roles: r.roles, act: r.act, said_by: r.said_by }
    }
}

/// A list as it would be imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Preview {
    /// Rows in all.
    pub rows: u64,
    /// `persons`, `incidents` or `other`. Only lists of persons are imported.
    pub rows_are: String,
    /// What was done to the people of the list.
    pub act: Option<String>,
    /// `column`, `mapping`, or `default`: nobody said so.
    pub act_from: String,
    pub said_by: Option<String>,
    /// Why the columns are taken so, and what could not be told.
    pub remarks: Vec<Remark>,
    pub columns: Vec<PreviewColumn>,
    /// The first rows as accounts.
    pub accounts: Vec<PreviewRow>,
    /// The mapping as text: send it back with the import.
    pub map: String,
    /// Every role that a column can have.
    pub roles: Vec<String>,
}

/// A column of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PreviewColumn {
    pub header: String,
    /// What it is taken to say: the code of a role.
    pub role: String,
    /// Why, as a code.
    pub because: String,
    /// Why, in English.
    pub reason: String,
    /// How sure that is, in percent.
    pub confidence: u8,
    /// Rows in which it says something, of the first 20,000.
    pub filled: u64,
    /// Different values there.
    pub distinct: u64,
    /// The commonest values.
    pub values: Vec<PreviewValue>,
}

/// A value of a column.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PreviewValue {
    pub value: String,
    /// Rows that say so, of the first 20,000.
    pub count: u64,
    /// The code that it is taken as, where the column holds codes.
    pub taken_as: Option<String>,
}

/// A row as an account.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PreviewRow {
    /// Its number, from 1.
    pub row: u64,
    pub names: Vec<NamePart>,
    pub ids: Vec<Identifier>,
    pub sex: Option<String>,
    /// Completed years, lowest.
    pub age_low: Option<u16>,
    pub age_high: Option<u16>,
    /// ISO 8601 with `..` for an open end.
    pub born: Option<String>,
    pub acts: Vec<PreviewAct>,
    /// What a person should look at; with no names and no acts, why the row is not taken.
    pub flags: Vec<RowFlag>,
}

/// A name or a part of one, as written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NamePart {
    /// `full`, `given`, `father`, `grandfather`, `family`, …
    pub part: String,
    /// ISO 15924.
    pub script: Option<String>,
    pub text: String,
}

/// An identifier in its scheme.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Identifier {
    pub scheme: String,
    pub value: String,
}

/// One harm.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PreviewAct {
    /// Code of the vocabulary `metric`.
    #[serde(rename = "type")]
    pub kind: String,
    /// ISO 8601 with `..` for an open end.
    pub when: Option<String>,
    pub place: Option<String>,
}

/// Something odd about a row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RowFlag {
    pub code: String,
    pub words: String,
}

impl From<cairn_work::PreviewRow> for PreviewRow {
    fn from(r: cairn_work::PreviewRow) -> Self {
        let about = r.account.as_ref().map(|a| &a.about);
        let personal = r.personal.unwrap_or_default();
        let acts = r.account.iter().flat_map(|a| &a.acts).map(|a| PreviewAct {
            kind: a.kind.clone(),
            when: a.when.map(|w| w.to_string()),
            place: a.place.clone(),
        });
        Self {
            row: r.row,
            names: personal
                .names
                .into_iter()
                .map(|n| NamePart { part: n.part, script: n.script, text: n.text })
                .collect(),
            ids: personal.ids.into_iter().map(|i| Identifier { scheme: i.scheme, value: i.value }).collect(),
            sex: about.and_then(|a| a.sex.clone()),
            age_low: about.and_then(|a| a.age).map(|a| a.0),
            age_high: about.and_then(|a| a.age).map(|a| a.1),
            born: personal.born.map(|b| b.to_string()),
            acts: acts.collect(),
            flags: r.flags.into_iter().map(|(code, words)| RowFlag { code, words }).collect(),
        }
    }
}

impl From<cairn_work::Preview> for Preview {
    fn from(p: cairn_work::Preview) -> Self {
        let value = |v: cairn_work::PreviewValue| PreviewValue {
            value: v.value,
            count: v.count,
            taken_as: v.taken_as,
        };
        let column = |c: cairn_work::PreviewColumn| PreviewColumn {
            header: c.header,
            role: c.role.to_owned(),
            because: c.because.to_owned(),
            reason: c.reason,
            confidence: c.confidence,
            filled: c.filled,
            distinct: c.distinct,
            values: c.values.into_iter().map(value).collect(),
        };
        Self {
            rows: p.rows,
            rows_are: p.rows_are.to_owned(),
            act: p.act,
            act_from: p.act_from.to_owned(),
            said_by: p.said_by,
            remarks: remarks(p.remarks),
            columns: p.columns.into_iter().map(column).collect(),
            accounts: p.accounts.into_iter().map(Into::into).collect(),
            map: p.map,
            roles: cairn_work::roles().into_iter().map(str::to_owned).collect(),
        }
    }
}

/// A preview anew.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PreviewOne {
    pub version: V1,
    pub preview: Preview,
}

/// How a list is imported.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ImportRequest {
    /// Read and report, write nothing.
    pub dry_run: bool,
    /// One bad row stops the import.
    pub strict: bool,
    /// The mapping of the preview; without one, columns are inferred.
    #[schema(max_length = 500_000)]
    pub map: Option<String>,
    /// Who says what the rows say, unless the mapping tells.
    #[schema(max_length = 500)]
    pub said_by: Option<String>,
    /// Code of the vocabulary `metric`.
    #[schema(max_length = 100)]
    pub act: Option<String>,
    /// The list of which this file is a version.
    #[schema(max_length = 500)]
    pub series: Option<String>,
    /// The column that names a person across versions.
    #[schema(max_length = 500)]
    pub key: Option<String>,
    /// Why this version stands in the place of the one before.
    pub because: Option<Because>,
    /// The outlet.
    #[schema(max_length = 500)]
    pub publisher: Option<String>,
    /// The day the list bears.
    #[schema(format = Date)]
    pub published: Option<String>,
    /// Rows to show in the report.
    pub show: Option<ShowRows>,
}

/// Who speaks when a version takes the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The source changed its word.
    NewVersion,
    /// We mend our slip.
    OurCorrection,
}

/// Which rows a report shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShowRows {
    Added,
    Removed,
    Changed,
    CannotTell,
}

impl ImportRequest {
    /// As the verb takes it.
    pub fn options(self) -> cairn_work::ImportOptions {
        cairn_work::ImportOptions {
            map: self.map.map(|text| ("the mapping".to_owned(), text)),
            said_by: self.said_by,
            act: self.act,
            series: self.series,
            key: self.key,
            because: self.because.map(code),
            show: self.show.map(code),
            dry_run: self.dry_run,
            strict: self.strict,
        }
    }
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportReport {
    /// Null in a dry run.
    pub batch: Option<String>,
    pub position: String,
    pub act: Option<String>,
    /// `column`, `mapping`, or `default`: nobody said so.
    pub act_from: String,
    /// Accounts written, or that would be.
    pub accounts: u64,
    pub added: u64,
    /// Rows of an earlier version that this one no longer has.
    pub removed: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub same_without_key: u64,
    pub cannot_tell: u64,
    /// The rows asked for, at most a thousand.
    pub shown: Option<Vec<u64>>,
    /// Oddities, at most two hundred: the row is taken, a person should look.
    pub flags: Vec<RowProblem>,
    pub flags_total: usize,
    /// Rows that were not taken, at most two hundred.
    pub errors: Vec<RowProblem>,
    pub errors_total: usize,
    /// The mapping as applied.
    pub map: String,
}

/// Something about one row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RowProblem {
    /// From 1.
    pub row: u64,
    pub code: String,
    pub words: String,
}

impl From<cairn_work::ImportReport> for ImportReport {
    fn from(r: cairn_work::ImportReport) -> Self {
        let problem =
            |p: cairn_work::Problem| RowProblem { row: p.row, code: p.code.to_owned(), words: p.message };
        Self {
            batch: r.batch.map(|b| b.to_string()),
            position: r.position,
            act: r.act,
            act_from: r.act_from.to_owned(),
            accounts: r.accounts,
            added: r.added,
            removed: r.removed,
            changed: r.changed,
            unchanged: r.unchanged,
            same_without_key: r.same_without_key,
            cannot_tell: r.cannot_tell,
            shown: r.shown.map(|rows| rows.into_iter().take(1000).collect()),
            flags_total: r.flags.len(),
            flags: r.flags.into_iter().take(200).map(problem).collect(),
            errors_total: r.errors.len(),
            errors: r.errors.into_iter().take(200).map(problem).collect(),
            map: r.map,
        }
    }
}
