//! What an account is about.

use serde::{Deserialize, Serialize};

use crate::{Ages, Interval};

/// What an account is about. The member named like the kind says what only that kind has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Essentials denied or supplied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Completed years at the time of the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Ages>,
    /// What an actor declared, or which legal instrument applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<Declaration>,
    /// Movement of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub displacement: Option<Displacement>,
    /// A place with a function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<Facility>,
    /// Which kind of group: `family`, `household`, `unnamed`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What people own or use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holding: Option<Holding>,
    /// An event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
    /// Which kind of thing.
    pub kind: Kind,
    /// Sex code of the vocabulary `sex`; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// For a group: how many, its named members included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    /// Civilian status as the source says it, code of the vocabulary `civilian_status`; null is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

impl About {
    /// Something of this kind, of which nothing is said.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self {
            access: None,
            age: None,
            declaration: None,
            displacement: None,
            facility: None,
            group: None,
            holding: None,
            incident: None,
            kind,
            sex: None,
            size: None,
            status: None,
        }
    }
}

/// What accounts can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An individual, named or not.
    Person,
    /// A family, household or set of unnamed people.
    Group,
    /// An event.
    Incident,
    /// A number that a source gives.
    Figure,
    /// What an actor declared, or which legal instrument the source says applies: no number.
    Declaration,
    /// A home, parcel, building, well, orchard, boat or livestock.
    Holding,
    /// A place of detention, hospital, school, camp, crossing.
    Facility,
    /// Denial or supply of essentials.
    Access,
    /// Movement of people.
    Displacement,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Group,
        Self::Incident,
        Self::Figure,
        Self::Declaration,
        Self::Holding,
        Self::Facility,
        Self::Access,
        Self::Displacement,
    ];

    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Incident => "incident",
            Self::Figure => "figure",
            Self::Declaration => "declaration",
            Self::Holding => "holding",
            Self::Facility => "facility",
            Self::Access => "access",
            Self::Displacement => "displacement",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// How many; an open end is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size(pub Option<i64>, pub Option<i64>);

/// Denial or supply of essentials, to an area over an interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// To whom or where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// `food`, `water`, `medicine`, `fuel`, `power`, `aid`, `movement`, …
    pub essential: String,
    /// How much of it came through.
    pub level: AccessLevel,
    /// How much, in the source's words ("forty lorries").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// From when to when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

/// How much of an essential came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessLevel {
    /// None.
    Denied,
    /// Less than is needed.
    Restricted,
    /// It came again after it had not.
    Restored,
    /// It was supplied.
    Supplied,
}

impl AccessLevel {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Restored => "restored",
            Self::Restricted => "restricted",
            Self::Supplied => "supplied",
        }
    }
}

/// Words that do something: an order, a warning, a ceasefire, a legal instrument said to apply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The legal instrument, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Where it applies, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// `legal_instrument`, `ceasefire`, `evacuation_order`, …
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// From when to when it is said to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

/// Movement of people. A stock is how many are displaced as of a day, a flow how many moved over an interval: the two
/// are never added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Displacement {
    /// Where to, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// How many households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<Size>,
    /// Stock or flow.
    pub measure: Measure,
    /// Where from, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// How many persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persons: Option<Size>,
    /// Which kind of movement or of displaced people: `evacuation`, `return`, `refugees`, …
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Of a flow, the days over which they moved; of a stock, the day as of which they are displaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}

/// Whether a number stands at a day or ran up over an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// As of a day.
    Stock,
    /// Over an interval.
    Flow,
}

impl Measure {
    /// The code used in entries and columns.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Flow => "flow",
        }
    }
}

/// A place with a function.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facility {
    /// What it is called, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// `detention`, `hospital`, `school`, `camp`, `crossing`, …
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// What people own or use. A parcel number leads to its owner: it is an identifier of the scheme `parcel`, in the
/// protection class of persons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// Its area, in the source's words ("3 dunams").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Damage, in the source's words or as the code of a scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<String>,
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Size>,
    /// How it is held: `owned`, `rented`, `customary`, `shared`, `inherited`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenure: Option<String>,
    /// `home`, `parcel`, `building`, `well`, `orchard`, `boat`, `livestock`, …
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What is counted: `housing_unit`, `building`, `dunam`, `head`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// An event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// With what, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// What it is called, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Which kind of event, in the source's words or as a code.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When: at some time between the two days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
}
