//! Reads rows by a mapping, remembering what a cell said before.

use crate::mapping::{ActFrom, Column, Mapping, Rows};
use crate::parse::date::plain_day;
use crate::parse::lexicon::{act_words, sex_word};
use crate::parse::{
    AgeNote, AgeRead, DateNote, DateRead, Missing, Order, Precision, missing, parse_age, parse_date,
};
use crate::point::parse_point;
use crate::role::Role;
use crate::row::{Age, FLAGS, Flag, Id, Name, PlaceText, Row, RowAct, RowError, Sex, Stated};
use cairn_read::{BadRow, Record};
use std::collections::HashMap;

mod checks;

/// Turns records into [`Row`]s. Holds what was parsed before, so that a million rows parse each date once.
#[derive(Debug)]
pub struct RowReader<'m> {
    file: String,
    mapping: &'m Mapping,
    /// Per column of the mapping.
    dates: Vec<Memo<DateRead>>,
    ages: Memo<AgeRead>,
    sexes: Memo<Option<Sex>>,
    acts: Memo<Option<&'static str>>,
    /// How many names a row has at most.
    names: usize,
}

/// Raw cell to what it says; bounded, so that a column of free text costs no memory.
type Memo<T> = HashMap<Box<str>, T>;
const REMEMBERED: usize = 1 << 16;

fn recall<T: Copy>(memo: &mut Memo<T>, cell: &str, read: impl FnOnce(&str) -> T) -> T {
    if let Some(known) = memo.get(cell) {
        return *known;
    }
    let value = read(cell);
    if memo.len() < REMEMBERED {
        memo.insert(cell.into(), value);
    }
    value
}

/// What the cells of one row say before they are put together.
#[derive(Default)]
struct Cells<'r> {
    latitude: Option<(usize, &'r str)>,
    longitude: Option<(usize, &'r str)>,
    start: Option<(usize, Stated<DateRead>)>,
    end: Option<(usize, Stated<DateRead>)>,
    ymd: [Option<(usize, &'r str)>; 3],
    birth_year: Option<(usize, &'r str)>,
    born_column: usize,
    age_column: usize,
    said: bool,
}

impl<'m> RowReader<'m> {
    /// A reader for the rows of `file` under `mapping`.
    #[must_use]
    pub fn new(mapping: &'m Mapping, file: &str) -> Self {
        Self {
            file: file.to_owned(),
            mapping,
            dates: vec![Memo::new(); mapping.columns.len()],
            ages: Memo::new(),
            sexes: Memo::new(),
            acts: Memo::new(),
            names: mapping.columns.iter().filter(|c| c.role.is_name()).count(),
        }
    }

    /// A row whose cells could not be told apart, as an error of this import.
    #[must_use]
    pub fn bad(&self, bad: &BadRow) -> RowError {
        RowError { file: self.file.clone(), row: bad.row, code: bad.kind.code(), message: bad.to_string() }
    }

    /// Reads one record. A cell that cannot be read is a flag; only a row without any content is an error.
    ///
    /// # Errors
    /// When the row is blank, or says nothing in any column that the mapping reads.
    pub fn read<'r>(&mut self, record: &Record<'r>) -> Result<Row<'r, 'm>, RowError> {
        let mut row = Row {
            row: record.row(),
            names: Vec::with_capacity(self.names),
            unnamed: None,
            ids: Vec::new(),
            sex: Stated::NOTHING,
            age: Stated::NOTHING,
            born: Stated::NOTHING,
            acts: vec![RowAct {
                act: self.mapping.act.as_deref(),
                from: self.mapping.act_from,
                date: Stated::NOTHING,
            }],
            event: Stated::NOTHING,
            places: Vec::new(),
            point: None,
            reported: Stated::NOTHING,
            source: None,
            source_name: None,
            notes: Vec::new(),
            flags: Vec::new(),
        };
        let mut cells = Cells::default();
        let mapping = self.mapping;
        for column in &mapping.columns {
            if column.role != Role::Verbatim {
                self.cell(column, record.cell(column.index).trim(), &mut row, &mut cells);
            }
        }
        self.put_together(&cells, &mut row);
        debug_assert!(
            row.flags.iter().all(|f| FLAGS.contains(&f.code)),
            "{:?} is not among FLAGS",
            row.flags
        );
        if !row.names.is_empty() {
            row.unnamed = None;
        }
        if !cells.said && !says_something(&row) {
            let (code, message) = if record.is_blank() {
                ("blank_row", "every cell is empty; remove the row")
            } else {
                (
                    "nothing_said",
                    "no column that the mapping reads says anything; map another column or remove the row",
                )
            };
            let message = message.to_owned();
            return Err(RowError { file: self.file.clone(), row: row.row, code, message });
        }
        Ok(row)
    }

    fn cell<'r>(&mut self, column: &'m Column, cell: &'r str, row: &mut Row<'r, 'm>, cells: &mut Cells<'r>) {
        let text = match column.role {
            Role::Row
            | Role::Sex
            | Role::Age
            | Role::BirthDate
            | Role::Date
            | Role::StartDate
            | Role::EndDate
            | Role::ReportDate
            | Role::Act => None,
            _ => {
                let nothing = missing(cell);
                // "Unknown" is a statement: the unidentified are people of the list too.
                cells.said |= nothing != Some(Missing::NotStated);
                if column.role.is_name() && row.unnamed.is_none() {
                    row.unnamed = nothing;
                }
                if nothing.is_none() { Some(cell) } else { None }
            }
        };
        match column.role {
            Role::Row | Role::Verbatim => {}
            role if role.is_name() => {
                row.names.extend(text.map(|text| Name { text, part: role, lang: column.lang.as_deref() }));
            }
            Role::PersonId | Role::IncidentId => {
                row.ids.extend(text.map(|value| Id { of: column.role, scheme: &column.header, value }));
            }
            Role::Sex => row.sex = self.sex(column, cell, &mut row.flags),
            Role::Age => {
                cells.age_column = column.index;
                row.age = self.age(column, cell, &mut row.flags);
            }
            Role::BirthDate => {
                cells.born_column = column.index;
                row.born = self.date(column, cell, &mut row.flags);
            }
            Role::BirthYear => cells.birth_year = text.map(|t| (column.index, t)),
            Role::Date => self.dated(column, cell, row),
            Role::StartDate => cells.start = Some((column.index, self.date(column, cell, &mut row.flags))),
            Role::EndDate => cells.end = Some((column.index, self.date(column, cell, &mut row.flags))),
            Role::ReportDate => row.reported = self.date(column, cell, &mut row.flags),
            Role::Year => cells.ymd[0] = text.map(|t| (column.index, t)),
            Role::Month => cells.ymd[1] = text.map(|t| (column.index, t)),
            Role::Day => cells.ymd[2] = text.map(|t| (column.index, t)),
            Role::Latitude => cells.latitude = Some((column.index, cell)),
            Role::Longitude => cells.longitude = Some((column.index, cell)),
            Role::Act => self.act(column, cell, row),
            Role::Source => {
                row.source = text;
                row.source_name = text.and_then(|t| column.values.get(t)).map(String::as_str);
            }
            Role::Notes => row.notes.extend(text),
            level => {
                row.places.extend(text.map(|text| PlaceText { level, act: column.act.as_deref(), text }));
            }
        }
    }

    fn sex(&mut self, column: &Column, cell: &str, flags: &mut Vec<Flag>) -> Stated<Sex> {
        let code = |code: &str| match code {
            "male" => Some(Sex::Male),
            "female" => Some(Sex::Female),
            "other" => Some(Sex::Other),
            _ => None,
        };
        let read = recall(&mut self.sexes, cell, |cell| {
            column.values.get(cell).map(String::as_str).or_else(|| sex_word(cell)).and_then(code)
        });
        if let Some(sex) = read {
            return Stated::Is(sex);
        }
        if let Some(kind) = missing(cell) {
            return Stated::Not(kind);
        }
        let said = column.values.get(cell).map(String::as_str).or_else(|| sex_word(cell));
        if said == Some("unknown") {
            return Stated::Not(Missing::Unknown);
        }
        flag(flags, column, "sex_unmapped", "no known word for a sex: add it to the values of the column");
        Stated::Unread
    }

    fn age(&mut self, column: &Column, cell: &str, flags: &mut Vec<Flag>) -> Stated<Age> {
        // Two digits are read faster than remembered.
        let read = if cell.len() < 4 { parse_age(cell) } else { recall(&mut self.ages, cell, parse_age) };
        match read.note {
            Some(AgeNote::Missing(kind)) => Stated::Not(kind),
            Some(AgeNote::Negative) => {
                flag(
                    flags,
                    column,
                    "age_negative",
                    "a negative age, which some lists write for \"not known\"",
                );
                Stated::Not(Missing::NotStated)
            }
            Some(note) if read.low.is_none() && read.high.is_none() => {
                let message = match note {
                    AgeNote::LooksLikeYear(year) => format!("{year} is no age: perhaps the year of birth"),
                    AgeNote::Implausible => "older than anyone has been".to_owned(),
                    _ => "not an age in words or figures that are read".to_owned(),
                };
                flags.push(Flag { code: note.code(), column: column.index, message });
                Stated::Unread
            }
            _ => Stated::Is(Age { low: read.low, high: read.high }),
        }
    }

    fn date(&mut self, column: &Column, cell: &str, flags: &mut Vec<Flag>) -> Stated<DateRead> {
        if let Some(day) = plain_day(cell) {
            return Stated::Is(day);
        }
        let order = self.mapping.order_of(column);
        let read = recall(&mut self.dates[column.index], cell, |cell| parse_date(cell, order));
        dated(read, column.index, flags)
    }

    /// A date column: of the act of the row, or of an act of its own.
    fn dated<'r>(&mut self, column: &'m Column, cell: &'r str, row: &mut Row<'r, 'm>) {
        let date = self.date(column, cell, &mut row.flags);
        let own = column.act.as_deref().filter(|act| Some(*act) != self.mapping.act.as_deref());
        match own {
            // An empty cell under "date of release" does not say that anyone was released.
            Some(_) if matches!(date, Stated::Not(_)) => {}
            Some(act) => row.acts.push(RowAct { act: Some(act), from: ActFrom::Column, date }),
            // The column that names the act says its day; one that does not says that of the event.
            None if column.act.is_some() => row.acts[0].date = date,
            None => row.event = date,
        }
    }

    fn act<'r>(&mut self, column: &'m Column, cell: &'r str, row: &mut Row<'r, 'm>) {
        let act = match column.values.get(cell) {
            Some(code) => Some(code.as_str()),
            None => recall(&mut self.acts, cell, act_words),
        };
        if act.is_none() && missing(cell).is_none() {
            flag(
                &mut row.flags,
                column,
                "act_unmapped",
                "names no known act: add it to the values of the column",
            );
        }
        row.acts[0].act = act;
        row.acts[0].from = ActFrom::Column;
    }

    fn put_together<'r>(&mut self, cells: &Cells<'r>, row: &mut Row<'r, 'm>) {
        if let (Some((column, latitude)), Some((_, longitude))) = (cells.latitude, cells.longitude) {
            let (point, note) = parse_point(latitude, longitude, self.mapping.area);
            row.point = point;
            if let Some(note) = note {
                row.flags.push(Flag { code: note.code(), column, message: note.words().to_owned() });
            }
        }
        if let Some(span) = checks::span(cells.start, cells.end, &mut row.flags) {
            row.acts[0].date = span;
        }
        if let [Some((column, _)), ..] = cells.ymd {
            let [year, month, day] = cells.ymd.map(|c| c.map_or("", |(_, text)| text));
            let joined = format!("{year}|{month}|{day}");
            let memo = &mut self.dates[column];
            let read = recall(memo, &joined, |joined| parse_date(joined, Order::Ymd));
            row.acts[0].date = dated(read, column, &mut row.flags);
        }
        if let Some((column, year)) = cells.birth_year
            && !matches!(row.born, Stated::Is(_))
        {
            let year = year.strip_suffix(".0").unwrap_or(year);
            let read = recall(&mut self.dates[column], year, |year| parse_date(year, Order::Any));
            row.born = dated(read, column, &mut row.flags);
        }
        if row.acts.len() > 1 {
            checks::merge_acts(row);
        }
        if checks::event(row)
            && let Some(column) = self.mapping.with(Role::Date).find(|c| c.act.is_some())
        {
            flag(&mut row.flags, column, "act_before_event", "dated before the event that it followed");
        }
        if self.mapping.rows == Rows::Persons {
            checks::birth(row, cells.born_column, cells.age_column);
        }
    }
}

/// Whether anything was said, be it that it is not known.
fn says_something(row: &Row<'_, '_>) -> bool {
    let dated = |d: &Stated<DateRead>| *d != Stated::NOTHING;
    row.sex != Stated::NOTHING
        || row.age != Stated::NOTHING
        || dated(&row.born)
        || dated(&row.reported)
        || dated(&row.event)
        || row.acts.iter().any(|a| dated(&a.date) || a.from == ActFrom::Column && a.act.is_some())
        || !row.flags.is_empty()
}

/// What a reading means for its field, and whether a person should look.
fn dated(read: DateRead, column: usize, flags: &mut Vec<Flag>) -> Stated<DateRead> {
    let Some(note) = read.note else { return Stated::Is(read) };
    if let DateNote::Missing(kind) = note {
        return Stated::Not(kind);
    }
    let message = match note {
        DateNote::Missing(_) | DateNote::Approximate => "",
        DateNote::Unreadable => "not a date in words or figures that are read",
        DateNote::NoYear => "no year, or not enough to place it",
        DateNote::NoSuchDay => "no calendar has this day",
        DateNote::OtherCalendar => "a date of a calendar that is not converted",
        DateNote::CenturyAssumed => "the century of a two-digit year was assumed",
        DateNote::OrderAmbiguous => "day and month could be either way round: both are kept",
        DateNote::OrderContradicted => "can only be read against the date order of the mapping",
        DateNote::Reversed => "the end stood before the start",
    };
    if !message.is_empty() {
        flags.push(Flag { code: note.code(), column, message: message.to_owned() });
    }
    if read.precision == Precision::Unknown { Stated::Unread } else { Stated::Is(read) }
}

fn flag(flags: &mut Vec<Flag>, column: &Column, code: &'static str, message: &str) {
    flags.push(Flag { code, column: column.index, message: message.to_owned() });
}
