//! Cells: where an account lies in the dimensions asked for.

use std::collections::BTreeMap;

use cairn_model::columns::Columns;
use cairn_model::{Ages, BatchId, Interval};
use jiff::civil::Date;

use crate::{CountError, Rule};

/// Months or years beyond which a window places nothing: such an account stands in the cell `null`.
const WIDEST: usize = 600;

/// A dimension of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Codes of the vocabulary `sex`.
    Sex,
    /// The rule's age groups.
    Age,
    /// In the source's words.
    Place,
    /// `YYYY-MM`.
    Month,
    /// `YYYY`.
    Year,
    /// The speaker.
    Source,
    /// The document.
    Document,
    /// `person`, `group`.
    Kind,
    /// Codes of the vocabulary `status`.
    Status,
    /// Codes of the vocabulary `manner`: direct, hunger, disease, …
    Manner,
    /// Codes of the vocabulary `evidence`.
    Evidence,
}

impl Dimension {
    /// Reads the name used in `--by`.
    ///
    /// # Errors
    /// When there is no such dimension.
    pub fn from_name(name: &str) -> Result<Self, CountError> {
        Ok(match name {
            "sex" => Self::Sex,
            "age" | "age_group" | "age-group" => Self::Age,
            "place" => Self::Place,
            "month" => Self::Month,
            "year" => Self::Year,
            "source" | "said_by" => Self::Source,
            "document" | "doc" | "list" => Self::Document,
            "kind" => Self::Kind,
            "status" => Self::Status,
            "manner" => Self::Manner,
            "evidence" => Self::Evidence,
            other => return Err(CountError::Dimension(other.to_owned())),
        })
    }

    /// The name used as a key in answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Place => "place",
            Self::Month => "month",
            Self::Year => "year",
            Self::Source => "source",
            Self::Document => "document",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Manner => "manner",
            Self::Evidence => "evidence",
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Place => "place",
            Self::Month | Self::Year => "when",
            Self::Source => "said_by",
            Self::Document => "doc",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Manner => "manner",
            Self::Evidence => "evidence",
        }
    }

    /// The keys under which one stored value falls, each with whether it lies wholly inside; `None` when the value is
    /// none that this dimension stores.
    #[must_use]
    pub fn places(self, value: &str, rule: &Rule) -> Option<Vec<(Option<String>, bool)>> {
        let nowhere = || Some(vec![(None, true)]);
        if value.is_empty() {
            return nowhere();
        }
        match self {
            Self::Age => {
                let Ages(low, high) = value.parse().ok()?;
                let groups: Vec<_> = rule
                    .age_groups
                    .iter()
                    .filter(|g| g.from <= high && low <= g.to)
                    .map(|g| (Some(g.code.clone()), g.from <= low && high <= g.to))
                    .collect();
                if groups.is_empty() { nowhere() } else { Some(groups) }
            }
            Self::Month | Self::Year => {
                let Interval(Some(from), Some(to)) = value.parse().ok()? else { return nowhere() };
                let keys = spans(from, to, self == Self::Month);
                if keys.is_empty() || keys.len() > WIDEST {
                    return nowhere();
                }
                let inside = keys.len() == 1;
                Some(keys.into_iter().map(|key| (Some(key), inside)).collect())
            }
            _ => Some(vec![(Some(value.to_owned()), true)]),
        }
    }
}

/// The months (or years) that a window touches, ISO; more than [`WIDEST`] are cut off.
fn spans(from: Date, to: Date, months: bool) -> Vec<String> {
    let mut keys = Vec::new();
    let (mut year, mut month) = (from.year(), if months { from.month() } else { 1 });
    let last = (to.year(), if months { to.month() } else { 1 });
    while (year, month) <= last && keys.len() <= WIDEST {
        keys.push(if months { format!("{year:04}-{month:02}") } else { format!("{year:04}") });
        if months && month < 12 {
            month += 1;
        } else {
            year += 1;
            month = 1;
        }
    }
    keys
}

/// A value that one dimension must have, or `null`.
pub type Filter = (Dimension, Option<String>);

/// The key of a cell, one value per dimension asked for.
pub(crate) type Key = Vec<Option<String>>;

/// Where the rows of one column set lie: per dimension, per dictionary code, the keys.
pub(crate) struct Places {
    dimensions: Vec<DimensionPlaces>,
}

struct DimensionPlaces {
    column: Option<usize>,
    /// Indexed by dictionary code: (number of the key in this dimension, wholly inside).
    of_code: Vec<Vec<(u32, bool)>>,
}

/// The keys of each dimension in the order in which they were met.
#[derive(Default)]
pub(crate) struct Keys {
    of_dimension: Vec<DimensionKeys>,
}

#[derive(Default, Clone)]
struct DimensionKeys {
    keys: Vec<Option<String>>,
    numbers: BTreeMap<Option<String>, u32>,
}

impl Keys {
    pub(crate) fn new(dimensions: usize) -> Self {
        Self { of_dimension: vec![DimensionKeys::default(); dimensions] }
    }

    fn number(&mut self, dimension: usize, key: Option<String>) -> u32 {
        let DimensionKeys { keys, numbers } = &mut self.of_dimension[dimension];
        *numbers.entry(key.clone()).or_insert_with(|| {
            keys.push(key);
            keys.len() as u32 - 1
        })
    }

    /// The number of "not stated" in each dimension.
    pub(crate) fn silent(&mut self) -> Vec<u32> {
        (0..self.of_dimension.len()).map(|d| self.number(d, None)).collect()
    }

    pub(crate) fn key(&self, cell: &[u32]) -> Key {
        cell.iter().zip(&self.of_dimension).map(|(n, d)| d.keys[*n as usize].clone()).collect()
    }
}

impl Places {
    /// Places every distinct value of the columns asked for.
    pub(crate) fn new(
        batch: BatchId,
        columns: &Columns,
        by: &[Dimension],
        rule: &Rule,
        keys: &mut Keys,
    ) -> Result<Self, CountError> {
        let mut dimensions = Vec::new();
        for (i, dimension) in by.iter().enumerate() {
            let name = dimension.column();
            let column = columns.columns().iter().position(|c| c.name == name);
            let values = column.map_or(&[][..], |c| &columns.columns()[c].dictionary);
            let mut of_code = Vec::with_capacity(values.len());
            for value in values {
                let places = dimension.places(value, rule).ok_or_else(|| CountError::Column {
                    batch,
                    column: name,
                    value: value.clone(),
                })?;
                of_code.push(places.into_iter().map(|(k, inside)| (keys.number(i, k), inside)).collect());
            }
            if column.is_none() {
                // Tolls have no sex, age or kind of their own: they are never placed there.
                of_code.push(vec![(keys.number(i, None), true)]);
            }
            dimensions.push(DimensionPlaces { column, of_code });
        }
        Ok(Self { dimensions })
    }

    /// Calls `each` with every cell that row `i` falls in and whether it lies wholly inside.
    pub(crate) fn of_row(&self, columns: &Columns, i: usize, each: &mut dyn FnMut(&[u32], bool)) {
        let mut cell = Vec::with_capacity(self.dimensions.len());
        self.descend(columns, i, &mut cell, true, each);
    }

    /// Per dimension, the keys of row `i` and whether it lies wholly inside.
    pub(crate) fn by_dimension(&self, columns: &Columns, i: usize) -> Vec<Vec<(u32, bool)>> {
        let code = |d: &DimensionPlaces| d.column.map_or(0, |c| columns.columns()[c].codes[i]);
        self.dimensions.iter().map(|d| d.of_code[code(d) as usize].clone()).collect()
    }

    fn descend(
        &self,
        columns: &Columns,
        i: usize,
        cell: &mut Vec<u32>,
        inside: bool,
        each: &mut dyn FnMut(&[u32], bool),
    ) {
        let Some(dimension) = self.dimensions.get(cell.len()) else {
            each(cell, inside);
            return;
        };
        let code = dimension.column.map_or(0, |c| columns.columns()[c].codes[i]);
        for (key, wholly) in &dimension.of_code[code as usize] {
            cell.push(*key);
            self.descend(columns, i, cell, inside && *wholly, each);
            cell.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> Rule {
        Rule::built_in("literal").unwrap()
    }

    fn places(d: Dimension, value: &str) -> Vec<(Option<String>, bool)> {
        d.places(value, &rule()).unwrap()
    }

    #[test]
    fn a_window_overlaps_every_month_it_touches_and_lies_in_none() {
        let some = |s: &str| Some(s.to_owned());
        assert_eq!(places(Dimension::Month, "2023-10-07/2023-10-09"), [(some("2023-10"), true)]);
        assert_eq!(
            places(Dimension::Month, "2023-12-31/2024-01-01"),
            [(some("2023-12"), false), (some("2024-01"), false)]
        );
        assert_eq!(places(Dimension::Year, "2023-12-31/2024-01-01").len(), 2);
        for nowhere in ["", "../2024-01-01", "2024-01-01/..", "1900-01-01/2024-01-01"] {
            assert_eq!(places(Dimension::Month, nowhere), [(None, true)], "{nowhere}");
        }
        assert_eq!(places(Dimension::Age, "17/18"), [(some("child"), false), (some("adult"), false)]);
        assert_eq!(places(Dimension::Age, "0/0"), [(some("child"), true)]);
        assert!(Dimension::Age.places("x", &rule()).is_none());
    }
}
