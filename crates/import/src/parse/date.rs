//! Dates as the field writes them, to the interval of days that the words allow.

use super::fields::{Fields, Item, Part, Sep, end, full_year, plain};
use super::lexicon::{Sense, lexicon};
use super::missing::{Missing, missing};
use super::token::{Kind, Token, normalise, phrase, tokens};
use jiff::civil::Date;

/// In which order a source writes the numbers of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Not declared: `05/10/2022` may be two days, and reads as the span of both.
    #[default]
    Any,
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl Order {
    /// The code in mapping files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }

    /// The order with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Any, Self::Dmy, Self::Mdy, Self::Ymd].into_iter().find(|o| o.code() == code)
    }
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// One day.
    Day,
    /// From one day, month or year to another.
    Range,
    /// One month.
    Month,
    /// One year.
    Year,
    /// Nothing that can be placed.
    Unknown,
}

impl Precision {
    /// The code in answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Range => "range",
            Self::Month => "month",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }
}

/// What a reader should know beside the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateNote {
    /// No date is given, in one of four ways.
    Missing(Missing),
    /// The words are not a date that we read.
    Unreadable,
    /// A day without a year, or a month alone.
    NoYear,
    /// No calendar has this day.
    NoSuchDay,
    /// A date of a calendar that is not converted.
    OtherCalendar,
    /// The century of a two-digit year was assumed.
    CenturyAssumed,
    /// Day and month could be either way round; the interval spans both.
    OrderAmbiguous,
    /// The only possible reading is not the declared order.
    OrderContradicted,
    /// The end stood before the start.
    Reversed,
    /// The source says that it is not exact.
    Approximate,
}

impl DateNote {
    /// A stable code for flags.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing(m) => m.code(),
            Self::Unreadable => "date_unreadable",
            Self::NoYear => "date_without_year",
            Self::NoSuchDay => "date_does_not_exist",
            Self::OtherCalendar => "date_other_calendar",
            Self::CenturyAssumed => "date_century_assumed",
            Self::OrderAmbiguous => "date_order_ambiguous",
            Self::OrderContradicted => "date_order_contradicted",
            Self::Reversed => "date_range_reversed",
            Self::Approximate => "date_approximate",
        }
    }
}

/// What a string says about a date. `None` at one end is open or unknowable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRead {
    /// The first day that the words allow.
    pub earliest: Option<Date>,
    /// The last day that the words allow.
    pub latest: Option<Date>,
    /// How finely the words say it.
    pub precision: Precision,
    /// What else there is to know.
    pub note: Option<DateNote>,
}

impl DateRead {
    const fn none(note: DateNote) -> Self {
        Self { earliest: None, latest: None, precision: Precision::Unknown, note: Some(note) }
    }

    const fn day(date: Date) -> Self {
        Self { earliest: Some(date), latest: Some(date), precision: Precision::Day, note: None }
    }

    /// Both ends, where both are known.
    #[must_use]
    pub fn interval(&self) -> Option<(Date, Date)> {
        self.earliest.zip(self.latest)
    }
}

/// The years that lists of harm speak of; other four-digit numbers are not years.
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2100;

/// `YYYY-MM-DD` and nothing else, cheaper than remembering it.
pub(crate) fn plain_day(raw: &str) -> Option<DateRead> {
    iso(raw.as_bytes()).map(DateRead::day)
}

/// Reads one date. Never a confident wrong year: what is not certain is wider, or nothing.
#[must_use]
pub fn parse_date(raw: &str, order: Order) -> DateRead {
    if let Some(date) = iso(raw.as_bytes()) {
        return DateRead::day(date);
    }
    if let Some(kind) = missing(raw) {
        return DateRead::none(DateNote::Missing(kind));
    }
    if raw.contains('|') {
        return split_columns(raw);
    }
    let text = normalise(raw);
    let text = without_time(&text);
    read_items(text, order)
}

/// `YYYY-MM-DD`, also with a time after it, without looking at words.
fn iso(bytes: &[u8]) -> Option<Date> {
    let date = bytes.get(..10)?;
    if date[4] != b'-' || date[7] != b'-' || !matches!(bytes.get(10), None | Some(b'T' | b' ')) {
        return None;
    }
    // After the day only a time may stand: another date would make it a range.
    if bytes.len() > 10
        && !(bytes.len() >= 13
            && bytes[11].is_ascii_digit()
            && bytes[12].is_ascii_digit()
            && matches!(bytes.get(13), None | Some(b':')))
    {
        return None;
    }
    let number = |from: usize, to: usize| {
        date[from..to].iter().try_fold(0i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if !YEARS.contains(&u64::try_from(year).ok()?) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `Y|M|D` of three columns, with gaps.
fn split_columns(raw: &str) -> DateRead {
    let mut cells = raw.split('|').map(str::trim);
    let number = |s: &str| s.trim_end_matches(".0").parse::<u16>().ok();
    let (Some(year), month, day) = (cells.next(), cells.next(), cells.next()) else {
        return DateRead::none(DateNote::Unreadable);
    };
    let Some(year) = number(year).filter(|y| YEARS.contains(&u64::from(*y))) else {
        return DateRead::none(DateNote::NoYear);
    };
    let month = month.filter(|m| missing(m).is_none());
    let day = day.filter(|d| missing(d).is_none());
    let month_number = month.and_then(|m| {
        number(m).and_then(|n| u8::try_from(n).ok()).or_else(|| lexicon().months.get(&normalise(m)).copied())
    });
    let day_number = day.and_then(number).and_then(|d| u8::try_from(d).ok());
    if month.is_some() && month_number.is_none() || day.is_some() && day_number.is_none() {
        return DateRead::none(DateNote::Unreadable);
    }
    // A day without its month places nothing more finely than the year.
    let day = day_number.filter(|_| month_number.is_some());
    let fields = Fields { year: i16::try_from(year).ok(), month: month_number, day, ..Fields::default() };
    single(fields).unwrap_or(DateRead::none(DateNote::NoSuchDay))
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() == colon {
        return text;
    }
    let before = before.trim_end();
    match before.strip_suffix('t') {
        Some(cut) if cut.ends_with(|c: char| c.is_ascii_digit()) => cut,
        _ => before.trim_end_matches(',').trim_end(),
    }
}

/// Everything that was in the string, sorted by what it is.
#[derive(Default)]
struct Words {
    items: Vec<Item>,
    half: Option<u8>,
    open: Option<Sense>,
    years: bool,
    about: bool,
    /// Early, mid, late: kept as the whole month or year, for nobody says where "early" ends.
    part: bool,
}

fn read_items(text: &str, order: Order) -> DateRead {
    let words = match collect(text) {
        Ok(words) => words,
        Err(note) => return DateRead::none(note),
    };
    let read = if let Some(half) = words.half {
        half_of(&words.items, half, order)
    } else {
        one(&words, order).or_else(|| range(&words.items, order))
    };
    let Some(mut read) = read else {
        let complete = words.items.iter().any(|i| matches!(i.part, Part::Year(_) | Part::Whole(_)));
        let note = if complete { DateNote::NoSuchDay } else { DateNote::NoYear };
        return DateRead::none(if words.items.is_empty() { DateNote::Unreadable } else { note });
    };
    if words.about && read.note.is_none() {
        read.note = Some(DateNote::Approximate);
    }
    match words.open {
        Some(Sense::BEFORE) => DateRead { earliest: None, precision: Precision::Range, ..read },
        Some(Sense::AFTER) if read.precision != Precision::Range => {
            DateRead { latest: None, precision: Precision::Range, ..read }
        }
        _ => read,
    }
}

fn collect(text: &str) -> Result<Words, DateNote> {
    let tokens = tokens(text);
    let mut words = Words::default();
    let mut sep = Sep::None;
    let mut ordinal = None;
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let spaced = i > 0 && tokens[i - 1].end < token.start;
        if spaced {
            sep = sep.max(Sep::Space);
        }
        let mut taken = 1;
        let part = match token.kind {
            Kind::Number(value) => Some(number(value, token)?),
            Kind::Word => {
                if let Some((month, n)) = phrase(&lexicon().months, text, &tokens, i) {
                    taken = n;
                    Some(Part::Month(month))
                } else {
                    let (sense, n) = phrase(&lexicon().date, text, &tokens, i).ok_or(DateNote::Unreadable)?;
                    taken = n;
                    let ordinal_sign = i > 0 && !spaced && sense.has(Sense::TO) && sep < Sep::Space;
                    if !ordinal_sign {
                        words.sense(sense, &mut sep, &mut ordinal)?;
                    }
                    None
                }
            }
            Kind::Mark(mark) => {
                words.about |= matches!(mark, '?' | '~');
                let spaced_after = tokens.get(i + 1).is_none_or(|t| t.start > token.end);
                sep = sep.max(separator(mark, spaced && spaced_after, sep)?);
                None
            }
        };
        if let Some(part) = part {
            let sep = std::mem::replace(&mut sep, Sep::None);
            words.items.push(Item { part, sep: if words.items.is_empty() { Sep::None } else { sep } });
        }
        i += taken;
    }
    if words.half.is_some() {
        words.half = words.take_half(ordinal);
        if words.half.is_none() {
            return Err(DateNote::Unreadable);
        }
    }
    Ok(words)
}

fn number(value: Option<u64>, token: &Token) -> Result<Part, DateNote> {
    let value = value.ok_or(DateNote::Unreadable)?;
    match token.end - token.start {
        1 | 2 => Ok(Part::Small(u8::try_from(value).map_err(|_| DateNote::Unreadable)?)),
        4 if YEARS.contains(&value) => {
            Ok(Part::Year(i16::try_from(value).map_err(|_| DateNote::Unreadable)?))
        }
        8 if YEARS.contains(&(value / 10_000)) => {
            let field = |n: u64| i8::try_from(n % 100).map_err(|_| DateNote::Unreadable);
            let year = i16::try_from(value / 10_000).map_err(|_| DateNote::Unreadable)?;
            Date::new(year, field(value / 100)?, field(value)?)
                .map(Part::Whole)
                .map_err(|_| DateNote::NoSuchDay)
        }
        _ => Err(DateNote::Unreadable),
    }
}

fn separator(mark: char, spaced: bool, before: Sep) -> Result<Sep, DateNote> {
    Ok(match mark {
        '-' if spaced => Sep::Dash,
        '-' => Sep::Hyphen,
        '/' | '\\' => Sep::Slash,
        '.' if before == Sep::Dot => Sep::To,
        '&' => Sep::To,
        '.' => Sep::Dot,
        ',' | '،' | ';' => Sep::Space,
        '~' | '?' | '*' | '\'' | '"' => Sep::Space,
        _ => return Err(DateNote::Unreadable),
    })
}

impl Words {
    fn sense(&mut self, sense: Sense, sep: &mut Sep, ordinal: &mut Option<u8>) -> Result<(), DateNote> {
        if sense.has(Sense::OTHER_CALENDAR) {
            return Err(DateNote::OtherCalendar);
        }
        if sense.has(Sense::HALF) {
            // Which half is found at the end: the ordinal may stand on either side.
            self.half = Some(0);
        } else if sense.has(Sense::FIRST) {
            *ordinal = Some(1);
        } else if sense.has(Sense::SECOND) {
            *ordinal = Some(2);
        } else if sense.has(Sense::YEAR) {
            self.years = true;
        } else if sense.has(Sense::PART) {
            self.part = true;
        } else if sense.has(Sense::TO) && !self.items.is_empty() {
            *sep = Sep::To;
        } else if (sense.has(Sense::BEFORE) || sense.has(Sense::AFTER)) && self.items.is_empty() {
            self.open = Some(if sense.has(Sense::BEFORE) { Sense::BEFORE } else { Sense::AFTER });
        } else if sense.has(Sense::ABOUT) {
            self.about = true;
        }
        Ok(())
    }

    /// "2ª quinc/11/1976": the number before the word is the half, not a day.
    fn take_half(&mut self, ordinal: Option<u8>) -> Option<u8> {
        if ordinal.is_some() {
            return ordinal;
        }
        match self.items.first() {
            Some(Item { part: Part::Small(half @ (1 | 2)), .. }) => {
                let half = *half;
                self.items.remove(0);
                Some(half)
            }
            _ => None,
        }
    }
}

fn half_of(items: &[Item], half: u8, order: Order) -> Option<DateRead> {
    let fields = *plain(items, order).first()?;
    let (first, last) = fields.span()?;
    let (earliest, latest) = match (fields.finest(), half) {
        (2, 1) => (first, Date::new(first.year(), first.month(), 15).ok()?),
        (2, _) => (Date::new(first.year(), first.month(), 16).ok()?, last),
        (1, 1) => (first, Date::new(first.year(), 6, 30).ok()?),
        (1, _) => (Date::new(first.year(), 7, 1).ok()?, last),
        _ => return None,
    };
    Some(DateRead { earliest: Some(earliest), latest: Some(latest), precision: Precision::Range, note: None })
}

/// The whole string as one date.
fn one(words: &Words, order: Order) -> Option<DateRead> {
    let between_years = words.years
        && matches!(words.items[..], [Item { part: Part::Year(_), .. }, Item { part: Part::Small(_), .. }]);
    // A range sign is believed before any other reading: "10 - 11" is never the tenth of November.
    if between_years || words.items.iter().any(|i| i.sep == Sep::To) {
        return None;
    }
    if let ([Item { part: Part::Small(n), .. }], true) = (&words.items[..], words.years) {
        let fields = Fields { year: Some(full_year(*n)), short_year: true, ..Fields::default() };
        return single(fields);
    }
    let readings = plain(&words.items, order);
    match readings[..] {
        [] => None,
        [fields] => single(fields),
        [a, b, ..] => {
            let ((a, _), (b, _)) = (a.span()?, b.span()?);
            Some(DateRead {
                earliest: Some(a.min(b)),
                latest: Some(a.max(b)),
                precision: Precision::Range,
                note: Some(DateNote::OrderAmbiguous),
            })
        }
    }
}

fn single(fields: Fields) -> Option<DateRead> {
    let (earliest, latest) = fields.span()?;
    let precision = match (fields.month.filter(|m| *m > 0), fields.day.filter(|d| *d > 0)) {
        (None, _) => Precision::Year,
        (Some(_), None) => Precision::Month,
        _ => Precision::Day,
    };
    Some(DateRead { earliest: Some(earliest), latest: Some(latest), precision, note: note(fields) })
}

const fn note(fields: Fields) -> Option<DateNote> {
    if fields.contradicts {
        Some(DateNote::OrderContradicted)
    } else if fields.short_year {
        Some(DateNote::CenturyAssumed)
    } else {
        None
    }
}

/// The string as two dates, one of which may leave out what the other says.
fn range(items: &[Item], order: Order) -> Option<DateRead> {
    if order != Order::Any {
        return ordered_range(items, order);
    }
    // Both ends of one string are in one order, whichever it is.
    let honest = |order| ordered_range(items, order).filter(|r| r.note != Some(DateNote::OrderContradicted));
    match (honest(Order::Dmy), honest(Order::Mdy)) {
        (Some(a), Some(b)) if (a.earliest, a.latest) != (b.earliest, b.latest) => Some(DateRead {
            earliest: a.earliest.min(b.earliest),
            latest: a.latest.max(b.latest),
            precision: Precision::Range,
            note: Some(DateNote::OrderAmbiguous),
        }),
        (a, b) => a.or(b),
    }
}

fn ordered_range(items: &[Item], order: Order) -> Option<DateRead> {
    // With hyphens about, a slash joins the parts of one date, unless whole dates stand on both sides of it.
    let hyphens = items.iter().any(|i| i.sep >= Sep::Hyphen);
    for sep in [Sep::To, Sep::Dash, Sep::Hyphen, Sep::Slash] {
        for at in (1..items.len()).filter(|i| items[*i].sep == sep) {
            let (left, right) = items.split_at(at);
            let whole = |side| plain(side, order).first().is_some_and(|f| f.finest() == 3);
            let day = matches!(right, [Item { part: Part::Small(_), .. }]);
            if sep == Sep::Slash && hyphens && !(whole(left) && (day || whole(right))) {
                continue;
            }
            if let Some(read) = between(left, right, order) {
                return Some(read);
            }
        }
    }
    None
}

fn between(left: &[Item], right: &[Item], order: Order) -> Option<DateRead> {
    // Each end is read in the light of the other, so the fuller one goes first.
    let right_alone = end(right, order, None).first().copied();
    if let ([Item { part: Part::Small(_), .. }], Some(1)) = (left, right_alone.map(Fields::finest)) {
        // "45/1999": a number before a year is not a year.
        return None;
    }
    let left_alone = end(left, order, right_alone).first().copied();
    let a = left_alone?;
    let b = end(right, order, Some(a)).first().copied()?;
    if a.contradicts || b.contradicts || a.short_year != b.short_year && a.year.is_some() && b.year.is_some()
    {
        // "2021-03-27/28" is not from 2021 to 2028: what fits only by force is not what was meant.
        return None;
    }
    let mut start = a.inherit(b);
    let stop = b.inherit(a);
    if a.year.is_none() && b.year.is_some() && a.month.is_some() && start.span()?.0 > stop.span()?.1 {
        // "December–January 1977": the year belongs to the end that carries it.
        start.year = start.year.map(|y| y - 1);
    }
    let ((earliest, _), (_, latest)) = (start.span()?, stop.span()?);
    if earliest > latest {
        // Only two full dates may be swapped; anything else is not understood.
        let full = a.year.is_some() && b.year.is_some() && a.finest() == b.finest();
        let ((last, _), (_, first)) = (stop.span()?, start.span()?);
        return full.then_some(DateRead {
            earliest: Some(last),
            latest: Some(first),
            precision: Precision::Range,
            note: Some(DateNote::Reversed),
        });
    }
    let note = note(start).or(note(stop));
    Some(DateRead { earliest: Some(earliest), latest: Some(latest), precision: Precision::Range, note })
}
