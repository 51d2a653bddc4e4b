//! The fields that a register is browsed by, and the keys under which stored values fall.

use std::collections::BTreeMap;

use cairn_count::{Dimension, Rule};
use serde::{Deserialize, Serialize};

use super::rows::{Rows, column};

/// What rows are filtered and counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Person, group, incident, figure, …
    Kind,
    /// The act or status, or what a figure counts.
    Metric,
    /// Codes of the vocabulary `sex`.
    Sex,
    /// Age groups of the default rule; a range that touches two groups falls under both.
    Age,
    /// `YYYY`; a window that touches two years falls under both.
    Year,
    /// `YYYY-MM`; as for years.
    Month,
    /// In the source's words.
    Place,
    /// The speaker's id.
    Source,
    /// The outlet of the document, an id.
    Publisher,
    /// The document or list, an id.
    Document,
    /// Civilian status as the source says it.
    Status,
    /// Whether the account gives a name: `named` or `unnamed`.
    Named,
    /// `current`, `cannot_tell` (of the current version of a list, but whether it is somebody new cannot be told),
    /// `withdrawn` (no longer on the list). Unless asked for, withdrawn rows are left out.
    Standing,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::Metric,
        Self::Sex,
        Self::Age,
        Self::Year,
        Self::Month,
        Self::Place,
        Self::Source,
        Self::Publisher,
        Self::Document,
        Self::Status,
        Self::Named,
        Self::Standing,
    ];

    /// The name used in questions and answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Metric => "metric",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Year => "year",
            Self::Month => "month",
            Self::Place => "place",
            Self::Source => "source",
            Self::Publisher => "publisher",
            Self::Document => "document",
            Self::Status => "status",
            Self::Named => "named",
            Self::Standing => "standing",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }

    /// Whether its values have an order of their own, which is then theirs in answers.
    pub(crate) fn is_ordered(self) -> bool {
        matches!(self, Self::Age | Self::Year | Self::Month | Self::Named | Self::Standing)
    }

    /// The column it reads; none for the standing, which is no column.
    pub(crate) fn column(self) -> Option<usize> {
        let name = match self {
            Self::Kind => "kind",
            Self::Metric => "metric",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Year | Self::Month => "when",
            Self::Place => "place",
            Self::Source => "said_by",
            Self::Publisher | Self::Document => "doc",
            Self::Status => "status",
            Self::Named => "named",
            Self::Standing => return None,
        };
        Some(column(name))
    }

    fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Age => Some(Dimension::Age),
            Self::Year => Some(Dimension::Year),
            Self::Month => Some(Dimension::Month),
            _ => None,
        }
    }
}

/// How a row stands at a position: a byte per row. Hidden rows count nowhere.
pub(crate) mod state {
    pub(crate) const HIDDEN: u8 = 0;
    pub(crate) const CURRENT: u8 = 1;
    pub(crate) const CANNOT_TELL: u8 = 2;
    pub(crate) const WITHDRAWN: u8 = 3;
    /// The names of the bytes.
    pub(crate) const NAMES: [&str; 4] = ["", "current", "cannot_tell", "withdrawn"];
}

/// The keys of one field, and under which of them each code of its column falls.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    pub(crate) keys: Vec<Option<String>>,
    numbers: BTreeMap<Option<String>, u32>,
    /// Of most codes, one key.
    pub(crate) of_code: Vec<Vec<u32>>,
}

impl Keys {
    fn number(&mut self, key: Option<String>) -> u32 {
        let keys = &mut self.keys;
        *self.numbers.entry(key.clone()).or_insert_with(|| {
            keys.push(key);
            keys.len() as u32 - 1
        })
    }

    pub(crate) fn find(&self, key: &Option<String>) -> Option<u32> {
        self.numbers.get(key).copied()
    }
}

/// The keys of all fields, in the order of [`Field::ALL`].
#[derive(Debug)]
pub(crate) struct AllKeys {
    of: Vec<Keys>,
    rule: Rule,
}

impl AllKeys {
    pub(crate) fn new() -> Result<Self, cairn_count::RuleError> {
        let mut of: Vec<Keys> = Field::ALL.iter().map(|_| Keys::default()).collect();
        let standing = &mut of[Field::Standing as usize];
        for name in state::NAMES {
            let number = standing.number(Some(name.to_owned()));
            standing.of_code.push(vec![number]);
        }
        Ok(Self { of, rule: Rule::built_in("literal")? })
    }

    pub(crate) fn of(&self, field: Field) -> &Keys {
        &self.of[field as usize]
    }

    /// Where a value stands among those of its field, when it is neither a number nor a word that says it.
    pub(crate) fn rank(&self, field: Field, value: Option<&str>) -> usize {
        let place = |code: &str| match field {
            Field::Age => self.rule.age_groups.iter().position(|g| g.code == code),
            Field::Standing => state::NAMES.iter().position(|name| *name == code),
            _ => None,
        };
        value.and_then(place).unwrap_or_default()
    }

    /// Takes in the values that have come since; `publisher` finds the outlet of a document.
    pub(crate) fn extend(&mut self, rows: &Rows, publisher: &dyn Fn(&str) -> Option<String>) {
        for field in Field::ALL {
            let Some(column) = field.column() else { continue };
            let dictionary = &rows.columns[column].dictionary;
            let keys = &mut self.of[field as usize];
            for value in &dictionary[keys.of_code.len()..] {
                let stated = Some(value.clone()).filter(|v| !v.is_empty());
                let found = match field {
                    Field::Publisher => vec![publisher(value)],
                    Field::Named => vec![Some(if value == "1" { "named" } else { "unnamed" }.to_owned())],
                    // A value that cannot be read is not stated: `verify` is who names it.
                    field => match field.dimension().map(|d| d.places(value, &self.rule)) {
                        Some(places) => places.unwrap_or_default().into_iter().map(|(key, _)| key).collect(),
                        None => vec![stated],
                    },
                };
                let found = if found.is_empty() { vec![None] } else { found };
                let mut numbers: Vec<u32> = found.into_iter().map(|key| keys.number(key)).collect();
                numbers.dedup();
                keys.of_code.push(numbers);
            }
        }
    }
}
