//! Dates and ages as the sources give them: known to a day, a month, a year, or as a window.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Why a string is no interval.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no interval: expected YYYY-MM-DD/YYYY-MM-DD, '..' for an open end, the earlier first")]
pub struct IntervalError(pub String);

/// Civil days from the earliest to the latest possible, both included; `None` is an open end.
///
/// In entries: `["2023-10-07","2023-10-13"]`, `null` for an open end. In columns and on screen: ISO 8601-2,
/// `2023-10-07/2023-10-13`, `..` for an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval(pub Option<Date>, pub Option<Date>);

impl Interval {
    /// One day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self(Some(date), Some(date))
    }

    /// `Some` when at least one end is known.
    #[must_use]
    pub fn known(self) -> Option<Self> {
        (self.0.is_some() || self.1.is_some()).then_some(self)
    }

    /// Whether the earlier end stands first; open ends always do.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        !matches!(self, Self(Some(a), Some(b)) if a > b)
    }

    /// The interval, when it says anything and its ends are in order.
    #[must_use]
    pub fn sound(self) -> Option<Self> {
        self.known().filter(Self::is_ordered)
    }

    /// Whether every possible day lies in `other`.
    #[must_use]
    pub fn inside(&self, other: &Self) -> bool {
        let after = other.0.is_none_or(|b| self.0.is_some_and(|a| a >= b));
        let before = other.1.is_none_or(|b| self.1.is_some_and(|a| a <= b));
        after && before
    }

    /// Whether some possible day lies in `other`.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts = self.0.is_none_or(|a| other.1.is_none_or(|b| a <= b));
        let ends = self.1.is_none_or(|a| other.0.is_none_or(|b| a >= b));
        starts && ends
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |d: Option<Date>| d.map_or_else(|| "..".to_owned(), |d| d.to_string());
        write!(f, "{}/{}", end(self.0), end(self.1))
    }
}

impl FromStr for Interval {
    type Err = IntervalError;
    fn from_str(s: &str) -> Result<Self, IntervalError> {
        let bad = || IntervalError(s.to_owned());
        let end = |s: &str| match s {
            ".." => Ok(None),
            s => s.parse().map(Some).map_err(|_| bad()),
        };
        let (a, b) = s.split_once('/').ok_or_else(bad)?;
        let it = Self(end(a)?, end(b)?);
        if matches!(it, Self(Some(a), Some(b)) if a > b) { Err(bad()) } else { Ok(it) }
    }
}

/// Age in completed years, lowest and highest possible, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ages(pub u16, pub u16);

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

impl FromStr for Ages {
    type Err = IntervalError;
    fn from_str(s: &str) -> Result<Self, IntervalError> {
        let bad = || IntervalError(s.to_owned());
        let (a, b) = s.split_once('/').ok_or_else(bad)?;
        Ok(Self(a.parse().map_err(|_| bad())?, b.parse().map_err(|_| bad())?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn i(s: &str) -> Interval {
        s.parse().unwrap()
    }

    #[test]
    fn inside_and_overlap_with_open_ends() {
        let october = i("2023-10-01/2023-10-31");
        assert!(i("2023-10-07/2023-10-07").inside(&october));
        assert!(!i("2023-09-30/2023-10-02").inside(&october));
        assert!(i("2023-09-30/2023-10-02").overlaps(&october));
        assert!(!i("../2023-10-02").inside(&october));
        assert!(i("../2023-10-02").overlaps(&october));
        assert!(!i("../2023-09-30").overlaps(&october));
        assert!(i("2023-10-07/..").inside(&i("2023-10-01/..")));
        assert!("2023-10-07/2023-10-06".parse::<Interval>().is_err());
        assert_eq!(serde_json::to_string(&i("../2023-10-02")).unwrap(), r#"[null,"2023-10-02"]"#);
    }
}
