//! What a person types, before it is read: the same shape for a form, a file and the command line.
//!
//! Dates, ages and numbers are strings as people write them ("March 2031", "about 40"). A code is the code itself or
//! any of its labels. "unknown", "refused" and "not applicable" are answers too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One thing said by one source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// `person`, `group`, `incident`, `holding`, `facility`, `custody`, `access`, `displacement`, `toll`, `statement`.
    pub kind: String,

    /// What the source says, in its own words: kept as the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Or the document on record in which it says so: its id, eight digits of it, or its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where in that document: `chars 12-40`, `row 7`, `page 3`, or the words themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Documents on record that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// The day that the note bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The language of the note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,

    /// Who says so: a name, the id of a source, or `alias:` and the alias of a protected source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// Who stands behind a new alias: kept in a protection class of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_by: Option<String>,
    /// The accounts that it relays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
    /// The earlier account on which the source changes its word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionDraft>,
    /// What may be done with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<ConsentDraft>,

    /// Names as written. Of an incident or a facility, what it is called.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameDraft>,
    /// Identifiers, with the scheme that gave them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<IdDraft>,
    /// Birth date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// Age at the time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// Civilian status, as the source says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Of a group: how many, its named members included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// Of a group: its named members. Each becomes a person with the acts of the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberDraft>,

    /// Which kind of group, incident, holding, facility, movement or statement; of custody, which status.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub subtype: Option<String>,
    /// When; of the acts that do not say it themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Of custody and of stocks: the day that the statement is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Where; of the acts that do not say it themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// With what; of the acts that do not say it themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// Of custody: who holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,

    /// Harms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<ActDraft>,
    /// What is said to hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<StatusDraft>,
    /// How it belongs to other accounts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<TieDraft>,
    /// Who is said to have done it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributions: Vec<AttributionDraft>,

    /// Of a holding: the number of the parcel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parcel: Option<String>,
    /// Of a holding: its area, in the source's words. Of access: to whom or where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Of a holding: what is counted. Of a toll: what is counted, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Of a holding: how many units. Of access: how much, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// Of a holding: how it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenure: Option<String>,
    /// Of a holding: the damage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub damage: Option<String>,

    /// Of access: which essential.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub essential: Option<String>,
    /// Of access: `denied`, `restricted`, `supplied`, `restored`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,

    /// Of a displacement: `stock` or `flow`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Of a displacement: where from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Of a displacement: where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// Of a displacement: how many people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persons: Option<String>,
    /// Of a displacement: how many households.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<String>,

    /// Of a toll: what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// Of a toll: the number, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Of a toll: how exactly, when `number` is bare.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// Of a toll: the range stands for a vague word.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_rule: bool,
    /// Of a toll: a running total.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cumulative: bool,
    /// Of a toll: feared or expected.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hypothetical: bool,
    /// Of a toll: the source denies it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Of a toll: whom and how sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Of a toll: which part of a count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Of a toll: of whom, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_group: Option<String>,
    /// Of a toll: nation, side or community of those counted, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_party: Option<String>,
    /// Of a toll: the period, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,

    /// Of a statement: the legal instrument, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,

    /// By the name of a field, why it has no value: `unknown`, `refused`, `not_applicable`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub gaps: BTreeMap<String, String>,
    /// The order in which dates are written in numbers: `dmy`, `mdy`, `ymd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
}

/// A name as written, or as written with its part and script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NameDraft {
    /// As written.
    Text(String),
    /// With what else is known of it.
    Full {
        /// `full`, `given`, `father`, …
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<String>,
        /// ISO 15924.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        script: Option<String>,
        /// As written.
        text: String,
    },
}

/// An identifier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdDraft {
    /// Which list or authority numbers so.
    pub scheme: String,
    /// As written.
    pub value: String,
}

/// A named member of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MemberDraft {
    /// Names as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameDraft>,
    /// Age at the time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// Birth date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// Civilian status, as the source says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// One harm.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ActDraft {
    /// What was done.
    #[serde(rename = "type")]
    pub kind: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// With what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// How it came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// What the speaker rests it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Who says so, when it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The source denies it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
}

/// What is said to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StatusDraft {
    /// What holds.
    #[serde(rename = "type")]
    pub kind: String,
    /// The day that the statement is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// From when to when it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who holds, treats or occupies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Who says so, when it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The source denies it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
}

/// How it belongs to another account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TieDraft {
    /// What this is to the other.
    #[serde(rename = "type")]
    pub kind: String,
    /// The other account, or `#2` for the second of those recorded together.
    pub to: String,
    /// The share, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// From when to when it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What it rests on: a kind, or a kind, `@` and a document on record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// Who says so, when it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
}

/// Who is said to have done it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AttributionDraft {
    /// Who, in the source's words.
    pub actor: String,
    /// `accuses`, `claims`, `admits`, `denies`, `other_cause`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Who says so, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
}

/// The source changes its word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CorrectionDraft {
    /// The earlier account.
    pub of: String,
    /// `corrects`, `retracts`, `disputes`, `clarifies`.
    pub stance: String,
    /// Why, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What may be done with an account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConsentDraft {
    /// To what: `record`, `share_named`, `court`, `publish_anonymous`, `publish_name`, `publish_photo`.
    pub to: Vec<String>,
    /// `given` unless said otherwise; `refused`, `withdrawn`, `public_list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Who gave, refused or took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// In which language it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Until when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// With which bodies may be shared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub share_with: Vec<String>,
    /// Of a public list: what its publication rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}
