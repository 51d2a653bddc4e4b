//! Parts of a date that stand together, and what they say about each other.

use super::date::Order;
use jiff::civil::Date;

/// What stands between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sep {
    None,
    Space,
    Dot,
    Slash,
    Hyphen,
    /// A hyphen with spaces around it.
    Dash,
    /// Two dots or a word such as "to".
    To,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// One or two digits.
    Small(u8),
    /// Four digits in the span of years that lists speak of.
    Year(i16),
    Month(u8),
    /// Eight digits that are a date run together.
    Whole(Date),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) part: Part,
    /// What stands before it.
    pub(crate) sep: Sep,
}

/// Year, month, day, each where it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fields {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// The year had two digits.
    pub(crate) short_year: bool,
    /// The only reading was not the declared order.
    pub(crate) contradicts: bool,
}

/// Two-digit years below this are of the 2000s.
const PIVOT: u8 = 40;

pub(crate) fn full_year(short: u8) -> i16 {
    i16::from(short) + if short < PIVOT { 2000 } else { 1900 }
}

impl Fields {
    const fn ymd(year: i16, month: u8, day: u8) -> Self {
        Self { year: Some(year), month: Some(month), day: Some(day), short_year: false, contradicts: false }
    }

    fn short(self) -> Self {
        Self { short_year: true, ..self }
    }

    /// 1 for a year, 2 for a month, 3 for a day: how fine the finest part is.
    pub(crate) const fn finest(self) -> u8 {
        if self.day.is_some() {
            3
        } else if self.month.is_some() {
            2
        } else {
            1
        }
    }

    /// Takes from the other end of a range the coarser parts that this end leaves out.
    pub(crate) fn inherit(mut self, from: Self) -> Self {
        let finest = self.finest();
        if self.year.is_none() {
            self.year = from.year;
            self.short_year |= from.short_year;
        }
        if self.month.is_none() && finest > 2 {
            self.month = from.month;
        }
        self
    }

    /// The first and last day that these parts allow; a zero month or day is a gap.
    pub(crate) fn span(self) -> Option<(Date, Date)> {
        let year = self.year?;
        match (self.month.filter(|m| *m > 0), self.day.filter(|d| *d > 0)) {
            (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
            (Some(month), None) => {
                let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            (Some(month), Some(day)) => {
                let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
                Some((date, date))
            }
        }
    }
}

/// The readings of parts that name one date, by falling plausibility; several only where the order is not declared.
pub(crate) fn plain(items: &[Item], order: Order) -> Vec<Fields> {
    use Part::{Month, Small, Whole, Year};
    let parts: Vec<Part> = items.iter().map(|i| i.part).collect();
    let tight = items.iter().skip(1).all(|i| matches!(i.sep, Sep::Slash | Sep::Hyphen | Sep::Dot));
    let found = match parts[..] {
        [Whole(d)] => vec![Fields::ymd(d.year(), d.month() as u8, d.day() as u8)],
        [Year(y)] => vec![Fields { year: Some(y), ..Fields::default() }],
        [Month(m), Year(y)] | [Year(y), Month(m)] => {
            vec![Fields { year: Some(y), month: Some(m), ..Fields::default() }]
        }
        [Small(m), Year(y)] | [Year(y), Small(m)] if tight && m <= 12 => {
            vec![Fields { year: Some(y), month: Some(m), ..Fields::default() }]
        }
        [Small(d), Month(m), Year(y)] | [Month(m), Small(d), Year(y)] | [Year(y), Month(m), Small(d)] => {
            vec![Fields::ymd(y, m, d)]
        }
        [Small(a), Month(m), Small(b)] => {
            let (day, year) = if order == Order::Ymd { (b, a) } else { (a, b) };
            vec![Fields::ymd(full_year(year), m, day).short()]
        }
        [Month(m), Small(d), Small(y)] => vec![Fields::ymd(full_year(y), m, d).short()],
        // Nobody writes the month first with dots.
        [Small(a), Small(b), Year(y)]
            if order == Order::Any && items[1..].iter().all(|i| i.sep == Sep::Dot) =>
        {
            day_and_month(a, b, y, Order::Dmy)
        }
        [Small(a), Small(b), Year(y)] => day_and_month(a, b, y, order),
        [Year(y), Small(a), Small(b)] => {
            let swapped = Fields { contradicts: true, ..Fields::ymd(y, b, a) };
            if a <= 12 { vec![Fields::ymd(y, a, b)] } else { vec![swapped] }
        }
        [Small(a), Small(b), Small(c)] => match order {
            Order::Ymd => vec![Fields::ymd(full_year(a), b, c).short()],
            Order::Any => Vec::new(),
            _ => day_and_month(a, b, full_year(c), order).into_iter().map(Fields::short).collect(),
        },
        _ => Vec::new(),
    };
    found.into_iter().filter(|f| f.span().is_some()).collect()
}

fn day_and_month(a: u8, b: u8, year: i16, order: Order) -> Vec<Fields> {
    let day_first = Fields::ymd(year, b, a);
    let month_first = Fields::ymd(year, a, b);
    let possible = |f: Fields| f.month.is_some_and(|m| (1..=12).contains(&m));
    let contradicts = |f: Fields| vec![Fields { contradicts: true, ..f }];
    match order {
        Order::Dmy | Order::Ymd if possible(day_first) => vec![day_first],
        Order::Dmy | Order::Ymd => contradicts(month_first),
        Order::Mdy if possible(month_first) => vec![month_first],
        Order::Mdy => contradicts(day_first),
        Order::Any if a == b => vec![day_first],
        Order::Any => [day_first, month_first].into_iter().filter(|f| possible(*f)).collect(),
    }
}

/// The readings of one end of a range, which may leave out what the other end says.
///
/// `other_finest` is how fine the other end is: a bare number is then of the same kind.
pub(crate) fn end(items: &[Item], order: Order, other: Option<Fields>) -> Vec<Fields> {
    use Part::{Month, Small, Year};
    let whole = plain(items, order);
    if !whole.is_empty() {
        let day_and_year = match (items, other) {
            // "October 10–11, 2023": beside a day, a number before the year is a day.
            ([Item { part: Small(d), .. }, Item { part: Year(y), sep }], Some(o))
                if o.finest() == 3 && o.year.is_none() && *sep <= Sep::Space =>
            {
                Some(Fields { year: Some(*y), day: Some(*d), ..Fields::default() })
            }
            _ => None,
        };
        return day_and_year.map_or(whole, |f| vec![f]);
    }
    let parts: Vec<Part> = items.iter().map(|i| i.part).collect();
    let of = |month: Option<u8>, day: Option<u8>| Fields { month, day, ..Fields::default() };
    match parts[..] {
        [Month(m)] => vec![of(Some(m), None)],
        [Small(d), Month(m)] | [Month(m), Small(d)] => vec![of(Some(m), Some(d))],
        [Small(d), Year(y)] => vec![Fields { year: Some(y), day: Some(d), ..Fields::default() }],
        [Small(a), Small(b)] => match order {
            Order::Mdy => vec![of(Some(a), Some(b))],
            _ => vec![of(Some(b), Some(a))],
        },
        [Small(n)] => match other.map(|o| (o.finest(), o.year)) {
            Some((3, _)) => vec![of(None, Some(n))],
            Some((2, _)) => vec![of(Some(n), None)],
            Some((_, Some(year))) => {
                let year = year - year.rem_euclid(100) + i16::from(n);
                vec![Fields { year: Some(year), ..Fields::default() }]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
