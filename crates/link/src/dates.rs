//! Dates of birth and death as they stand in lists: whole, partial, or with a slip that makes them impossible.

use serde::{Deserialize, Serialize};

/// A date as written. A part that is missing is 0; parts need not form a day of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

/// The order of day and month where a column does not say the year first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

impl Written {
    /// Reads what [`Self::plain`] reads, and what `cairn-import` reads of words and ranges, as far as its first and last
    /// day agree.
    pub fn read(text: &str, order: Order) -> Option<Self> {
        Self::plain(text, order).or_else(|| {
            let order = match order {
                Order::DayFirst => cairn_import::parse::Order::Dmy,
                Order::MonthFirst => cairn_import::parse::Order::Mdy,
            };
            let read = cairn_import::parse::parse_date(text, order);
            let (from, to) = (read.earliest?, read.latest?);
            let year = u16::try_from(from.year()).ok().filter(|_| from.year() == to.year())?;
            let month = if from.month() == to.month() { from.month() as u8 } else { 0 };
            let day = if month != 0 && from.day() == to.day() { from.day() as u8 } else { 0 };
            Some(Self { year, month, day })
        })
    }

    /// Reads ISO dates, digits run together, `D/M/Y` and `M/D/Y`, years, and year-months.
    fn plain(text: &str, order: Order) -> Option<Self> {
        if text.len() > 40 {
            return None;
        }
        let plain = cairn_fold::fold(text);
        let head = plain.split(['t', ' ']).next().unwrap_or("");
        let runs: Vec<&str> =
            head.split(|c: char| !c.is_ascii_digit()).filter(|s| !s.is_empty() && s.len() <= 8).collect();
        let n = |s: &str| s.parse::<u32>().ok();
        let (y, m, d) = match runs[..] {
            [all] if all.len() == 8 => (n(&all[..4])?, n(&all[4..6])?, n(&all[6..])?),
            [y] if y.len() == 4 => (n(y)?, 0, 0),
            [y, m] if y.len() == 4 => (n(y)?, n(m)?, 0),
            [m, y] if y.len() == 4 => (n(y)?, n(m)?, 0),
            [y, m, d, ..] if y.len() == 4 => (n(y)?, n(m)?, n(d)?),
            [a, b, y, ..] if y.len() == 4 => match order {
                Order::DayFirst => (n(y)?, n(b)?, n(a)?),
                Order::MonthFirst => (n(y)?, n(a)?, n(b)?),
            },
            _ => return None,
        };
        let w =
            Self { year: u16::try_from(y).ok()?, month: u8::try_from(m).ok()?, day: u8::try_from(d).ok()? };
        (w.year > 0).then_some(w)
    }

    /// True when no more than the year is meant: nothing else stands there, or the first of January does.
    pub fn year_only(self) -> bool {
        self.month == 0 || (self.month == 1 && self.day <= 1)
    }

    /// True when the day is missing or is the first, which lists write for "some day of the month".
    pub fn month_only(self) -> bool {
        self.day <= 1
    }

    /// Days since 1970-01-01, missing parts taken as the middle; `None` for a day that no calendar has.
    pub fn days(self) -> Option<i32> {
        let (m, d) = match (self.month, self.day) {
            (0, _) => (7, 1),
            (m, 0) => (m, 15),
            (m, d) => (m, d),
        };
        if m > 12 || d > 31 {
            return None;
        }
        // Days from civil, after Howard Hinnant, "chrono-compatible low-level date algorithms".
        let y = i32::from(self.year) - i32::from(m <= 2);
        let era = y.div_euclid(400);
        let of_era = y - era * 400;
        let of_year = (153 * ((i32::from(m) + 9) % 12) + 2) / 5 + i32::from(d) - 1;
        Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// The eight digits.
    pub fn digits(self) -> [u8; 8] {
        let (y, m, d) = (self.year, self.month, self.day);
        let digit = |n: u16, place: u16| (n / place % 10) as u8;
        let (m, d) = (u16::from(m), u16::from(d));
        [
            digit(y, 1000),
            digit(y, 100),
            digit(y, 10),
            digit(y, 1),
            digit(m, 10),
            digit(m, 1),
            digit(d, 10),
            digit(d, 1),
        ]
    }

    /// True when one slip of the pen turns one date into the other: one digit, two neighbouring digits exchanged,
    /// or day and month exchanged.
    pub fn slip(self, other: Self) -> bool {
        if self.year == other.year && self.month == other.day && self.day == other.month {
            return true;
        }
        // Year, month and day all other: three digits at least.
        if self.year != other.year && self.month != other.month && self.day != other.day {
            return false;
        }
        let (a, b) = (self.digits(), other.digits());
        let mut differ = (0..8).filter(|i| a[*i] != b[*i]);
        match (differ.next(), differ.next(), differ.next()) {
            (Some(_), None, _) => true,
            (Some(i), Some(j), None) => j == i + 1 && a[i] == b[j] && a[j] == b[i],
            _ => false,
        }
    }
}

/// Years between two days, for ages.
pub(crate) fn years_between(born: i32, day: i32) -> i32 {
    (f64::from(day - born) / 365.2425) as i32
}

/// The order that more cells of a column can be read in.
pub(crate) fn guess_order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let mut month_first = 0i32;
    for cell in cells {
        let runs: Vec<u32> =
            cell.split(|c: char| !c.is_ascii_digit()).filter_map(|s| s.parse().ok()).collect();
        if let [a, b, y, ..] = runs[..]
            && y > 999
        {
            month_first += i32::from(b > 12 && a <= 12) - i32::from(a > 12 && b <= 12);
        }
    }
    if month_first > 0 { Order::MonthFirst } else { Order::DayFirst }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_compares() {
        let r = |s: &str| Written::read(s, Order::DayFirst);
        assert_eq!(r("1970-01-01").unwrap().days(), Some(0));
        assert_eq!(r("19700102").unwrap().days(), Some(1));
        assert_eq!(r("02/01/1970").unwrap().days(), Some(1));
        assert_eq!(r("١٩٧٠-٠١-٠٢").unwrap().days(), Some(1));
        assert_eq!(r("1970-81-02").unwrap().days(), None);
        assert!(r("1970").unwrap().year_only());
        assert_eq!(r("soon"), None);
        assert!(r("1970-03-04").unwrap().slip(r("1970-04-03").unwrap()));
        assert!(r("1970-03-04").unwrap().slip(r("1907-03-04").unwrap()));
        assert!(!r("1970-03-04").unwrap().slip(r("1970-12-25").unwrap()));
        assert_eq!(guess_order(["01/31/1999", "02/03/1999"].into_iter()), Order::MonthFirst);
    }
}
