//! One row of a table as typed values.

use crate::mapping::ActFrom;
use crate::parse::{DateRead, Missing};
use crate::point::Point;
use crate::role::Role;

/// A value, or which of the ways it is not there. The ways are different statements and are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated<T> {
    /// The source says this.
    Is(T),
    /// The source says that there is no value, in one of four ways; an absent column is "not stated".
    Not(Missing),
    /// The cell says something that was not read: a flag tells why, the cell stays verbatim.
    Unread,
}

impl<T> Stated<T> {
    /// Nothing was said.
    pub const NOTHING: Self = Self::Not(Missing::NotStated);

    /// The value, where there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }
}

/// The sex that a source states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
    /// Another.
    Other,
}

impl Sex {
    /// The code in mapping files and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
            Self::Other => "other",
        }
    }
}

/// An age in completed years; an end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// The fewest years.
    pub low: Option<u16>,
    /// The most years.
    pub high: Option<u16>,
}

/// A name or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'r, 'm> {
    /// The words of the cell, trimmed.
    pub text: &'r str,
    /// Which part: [`Role::Name`] is a whole name.
    pub part: Role,
    /// The language or script of the column, where the mapping knows it.
    pub lang: Option<&'m str>,
}

/// An identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id<'r, 'm> {
    /// What it identifies: [`Role::PersonId`] or [`Role::IncidentId`].
    pub of: Role,
    /// The scheme: the name of its column.
    pub scheme: &'m str,
    /// The identifier.
    pub value: &'r str,
}

/// A place in words or as a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceText<'r, 'm> {
    /// [`Role::Place`], an admin level, [`Role::BirthPlace`], [`Role::Residence`] or [`Role::PlaceCode`].
    pub level: Role,
    /// The act that happened there, where it is not the act of the row.
    pub act: Option<&'m str>,
    /// The words of the cell, trimmed.
    pub text: &'r str,
}

/// One harm that the row speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowAct<'m> {
    /// The code of the act; `None` where the cell names none that is known.
    pub act: Option<&'m str>,
    /// Whether the source said so, or the mapping, or nobody.
    pub from: ActFrom,
    /// When.
    pub date: Stated<DateRead>,
}

/// Codes of what can be odd about a row, or why it was not read.
pub const FLAGS: [&str; 33] = [
    "act_before_event",
    "act_unmapped",
    "age_approximate",
    "age_implausible",
    "age_looks_like_year",
    "age_negative",
    "age_not_by_birth",
    "age_unreadable",
    "blank_row",
    "born_after_event",
    "date_approximate",
    "date_century_assumed",
    "date_does_not_exist",
    "date_order_ambiguous",
    "date_order_contradicted",
    "date_other_calendar",
    "date_range_reversed",
    "date_unreadable",
    "date_without_year",
    "nothing_said",
    "point_far_from_others",
    "point_half",
    "point_latitude_copied",
    "point_outside_earth",
    "point_perhaps_copied",
    "point_perhaps_swapped",
    "point_swapped",
    "point_unreadable",
    "point_zero",
    "sex_unmapped",
    "too_few_cells",
    "too_many_cells",
    "unclosed_quote",
];

/// Something odd about a row: the row is kept, a person should look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// A stable code.
    pub code: &'static str,
    /// The column, from 0.
    pub column: usize,
    /// What is odd, in words, without the words of the cell.
    pub message: String,
}

/// Why a row was not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: row {row}: {message}")]
pub struct RowError {
    /// The file.
    pub file: String,
    /// The row, from 1.
    pub row: u64,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong and the mend, in words.
    pub message: String,
}

/// One row as typed values, borrowed from the record and the mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'r, 'm> {
    /// The number of the row, from 1.
    pub row: u64,
    /// Names and parts of names, in the order of the columns.
    pub names: Vec<Name<'r, 'm>>,
    /// Why there is no name, where no column has one: "unknown" is not the same as an empty cell.
    pub unnamed: Option<Missing>,
    /// Identifiers.
    pub ids: Vec<Id<'r, 'm>>,
    /// The sex.
    pub sex: Stated<Sex>,
    /// The age.
    pub age: Stated<Age>,
    /// The date of birth.
    pub born: Stated<DateRead>,
    /// What was done and when; the first is the act of the row.
    pub acts: Vec<RowAct<'m>>,
    /// When the event was, where the table keeps it apart from the day of the act: people die of wounds later.
    pub event: Stated<DateRead>,
    /// Places, of the act, of birth and of residence.
    pub places: Vec<PlaceText<'r, 'm>>,
    /// Where, in degrees.
    pub point: Option<Point>,
    /// When it was reported.
    pub reported: Stated<DateRead>,
    /// Who says it, by the source column and its value map.
    pub source: Option<&'r str>,
    /// Who says it, where the value map of the mapping names them.
    pub source_name: Option<&'m str>,
    /// Remarks.
    pub notes: Vec<&'r str>,
    /// What a person should look at.
    pub flags: Vec<Flag>,
}
