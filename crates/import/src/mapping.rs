//! What each column of a table says, as a file that people read and edit.

use crate::parse::Order;
use crate::role::Role;
use cairn_model::Remark;
use std::collections::BTreeMap;

mod toml_file;

pub(crate) use toml_file::verbatim;

/// How a table is read. Found by [`crate::infer()`], edited by people, kept beside the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What one row is.
    pub rows: Rows,
    /// What was done to the people of the list, unless a column says it.
    pub act: Option<String>,
    /// Where [`Mapping::act`] comes from.
    pub act_from: ActFrom,
    /// In which order the table writes numeric dates.
    pub date_order: Order,
    /// Who says what the rows say; `None` where the document is its own narrator.
    pub said_by: Option<String>,
    /// Whom the list covers, in the words of its maker.
    pub scope: Option<String>,
    /// The box, in millionths of a degree, in which nearly all points of the table lie.
    pub area: Option<Area>,
    /// Every column, in the order of the table.
    pub columns: Vec<Column>,
    /// Why, for people: one line each on what was found and what could not be told.
    pub remarks: Vec<Remark>,
}

/// What one row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One person, named or not.
    Persons,
    /// One incident, with or without numbers of people.
    Incidents,
    /// Something else: figures by day, places, codes.
    Other,
}

impl Rows {
    /// The code in mapping files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Incidents => "incidents",
            Self::Other => "other",
        }
    }
}

/// Where the act of a row comes from: an assumption is never shown as a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActFrom {
    /// Nobody said it: a list of persons is most often a list of the killed.
    Default,
    /// A person wrote it into the mapping.
    Mapping,
    /// A column says it, row by row.
    Column,
}

impl ActFrom {
    /// The code in mapping files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Mapping => "mapping",
            Self::Column => "column",
        }
    }
}

/// A box of latitudes and longitudes, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The southern edge.
    pub south: i32,
    /// The northern edge.
    pub north: i32,
    /// The western edge.
    pub west: i32,
    /// The eastern edge.
    pub east: i32,
}

/// Why a column has its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Its header says so.
    Header,
    /// Its cells look like it.
    Values,
    /// Somebody wrote it into the mapping.
    Mapping,
    /// It looks like a role that another column has.
    Taken,
    /// A date of something that the header does not say in known words.
    UnknownDate,
    /// The whole date is read from another column.
    PartOfDate,
    /// An identifier, but the rows are not persons.
    NotPersons,
    /// Nothing tells what it says.
    Unknown,
}

impl Because {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Header,
        Self::Values,
        Self::Mapping,
        Self::Taken,
        Self::UnknownDate,
        Self::PartOfDate,
        Self::NotPersons,
        Self::Unknown,
    ];

    /// The code used in answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Values => "values",
            Self::Mapping => "mapping",
            Self::Taken => "taken",
            Self::UnknownDate => "unknown_date",
            Self::PartOfDate => "part_of_date",
            Self::NotPersons => "not_persons",
            Self::Unknown => "unknown",
        }
    }
}

/// Codes of the remarks on a mapping.
pub const REMARKS: [&str; 8] = [
    "names_backwards",
    "act_by_row",
    "act_from_column",
    "act_killed_assumed",
    "date_orders_mixed",
    "date_order_unknown",
    "date_order_by_column",
    "date_order_by_language",
];

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header, or `#n` where the file names no columns.
    pub header: String,
    /// Its place in the table, from 0.
    pub index: usize,
    /// What it says.
    pub role: Role,
    /// Why it has this role, as a code.
    pub because: Because,
    /// Why it has this role, in English words.
    pub reason: String,
    /// How sure that is, in percent.
    pub confidence: u8,
    /// The language or script of its names, as an ISO 15924 code or a language tag.
    pub lang: Option<String>,
    /// The act that its date or place belongs to, where it is not the act of the row.
    pub act: Option<String>,
    /// The order of its dates, where it is not the order of the table.
    pub date_order: Option<Order>,
    /// Cell text to code, for sex, act and source.
    pub values: BTreeMap<String, String>,
}

/// Why a mapping file does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// The file is not TOML, or has keys that no mapping has.
    #[error("{file}: {reason}; compare with the file that --dry-run prints")]
    Syntax {
        /// The mapping file.
        file: String,
        /// What the parser says, with the line.
        reason: String,
    },
    /// A code that is not known.
    #[error("{file}: {key} = {found:?} is none of {}", known.join(", "))]
    Code {
        /// The mapping file.
        file: String,
        /// The key.
        key: String,
        /// What stands there.
        found: String,
        /// What could.
        known: Vec<&'static str>,
    },
    /// A column that the table does not have.
    #[error("{file}: the table has no column {header:?}; it has {}", have.join(", "))]
    NoSuchColumn {
        /// The mapping file.
        file: String,
        /// The column asked for.
        header: String,
        /// The columns there are.
        have: Vec<String>,
    },
    /// Two columns of one role that a row has once.
    #[error("{file}: {first:?} and {second:?} are both {role}; a row has one: make the other verbatim")]
    Twice {
        /// The mapping file.
        file: String,
        /// The role.
        role: &'static str,
        /// One column.
        first: String,
        /// The other.
        second: String,
    },
}

impl Mapping {
    /// The columns with a role, in the order of the table.
    pub fn with(&self, role: Role) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |c| c.role == role)
    }

    /// The order of the dates of a column.
    #[must_use]
    pub fn order_of(&self, column: &Column) -> Order {
        column.date_order.unwrap_or(self.date_order)
    }
}
