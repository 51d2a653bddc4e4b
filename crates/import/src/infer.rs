//! Finds what each column of a table says: by the words of its header, then by its values.
//!
//! Deterministic, and independent of the order of rows: everything is decided from how often each value occurs.

mod area;
mod heading;
mod order;
mod profile;

use crate::mapping::{ActFrom, Because, Column, Mapping, Rows, verbatim};
use crate::parse::lexicon;
use crate::role::Role;
use cairn_model::Remark;
use cairn_read::TableSource;
use heading::{Guess, Heading};
use profile::Facts;
pub use profile::Profiler;

/// How many rows of a table are looked at.
pub const SAMPLE: usize = 20_000;

/// Finds the mapping of a table from its header, its hashtags and its first [`SAMPLE`] rows.
#[must_use]
pub fn infer(table: &TableSource<'_>) -> Mapping {
    let mut profiler = Profiler::new(table.header(), table.has_header(), table.hxl());
    let mut rows = table.rows();
    let mut seen = 0;
    while seen < SAMPLE
        && let Some(row) = rows.next()
    {
        if let Ok(record) = row
            && !record.is_blank()
        {
            profiler.add(record.cells());
            seen += 1;
        }
    }
    profiler.infer()
}

impl Profiler {
    /// Decides from what was added.
    #[must_use]
    pub fn infer(&self) -> Mapping {
        let facts: Vec<Facts> = self.facts();
        let guesses: Vec<Option<Guess>> = self.guesses(&facts);
        let mut columns = assign(&self.header, guesses);
        name_by_values(&mut columns, &facts);
        drop_parts_of_dates(&mut columns);
        given_beside_family(&mut columns);
        drop_unknown_dates(&mut columns);
        let mut remarks = Vec::new();
        let date_order = self.orders(&mut columns, &mut remarks);
        for (column, facts) in columns.iter_mut().zip(&facts) {
            fill_values(column, facts);
            if column.role.is_name() && facts.looks_mirrored() {
                let words = format!(
                    "{:?}: the names seem to be written backwards, as from a broken PDF: their words begin with letters \
                     that only end words",
                    column.header
                );
                let header = column.header.as_str().into();
                remarks.push(Remark::new("names_backwards", [("column", header)], words));
            }
        }
        let rows = rows_of(&columns);
        settle_ids(rows, &mut columns);
        let (act, act_from) = act_of(rows, &columns, &mut remarks);
        let area = self.area(&columns);
        Mapping { rows, act, act_from, date_order, said_by: None, scope: None, area, columns, remarks }
    }

    fn guesses(&self, facts: &[Facts]) -> Vec<Option<Guess>> {
        let mut guesses = Vec::with_capacity(facts.len());
        for (i, facts) in facts.iter().enumerate() {
            let by_words = |text: &str| {
                let heading = Heading::read(text);
                heading.guess().and_then(|guess| facts.supports(guess, &heading))
            };
            // What the header rules out, a hashtag does not bring back: "Contact Person" under #name.
            let refused = |i: usize| Heading::read(&self.header[i]).is_of_others();
            let guess = if self.has_header {
                by_words(&self.header[i]).or_else(|| {
                    self.hxl.as_ref().filter(|_| !refused(i)).and_then(|tags| by_words(tags.get(i)?))
                })
            } else {
                facts.guess_by_values()
            };
            guesses.push(guess);
        }
        guesses
    }
}

/// Gives each role to its surest column; a row has one age, but may have several names.
fn assign(header: &[String], guesses: Vec<Option<Guess>>) -> Vec<Column> {
    let mut columns: Vec<Column> = header.iter().enumerate().map(|(i, h)| verbatim(i, h)).collect();
    let mut order: Vec<usize> = (0..guesses.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(guesses[*i].as_ref().map_or(0, |g| g.confidence)), *i));
    let mut taken: Vec<(Role, Option<String>, String)> = Vec::new();
    for i in order {
        let Some(guess) = &guesses[i] else { continue };
        let act = guess.act.map(str::to_owned);
        let first = taken.iter().find(|(role, a, _)| *role == guess.role && *a == act);
        if let Some((_, _, first)) = first
            && !guess.role.may_repeat()
        {
            columns[i].because = Because::Taken;
            columns[i].reason =
                format!("also looks like {}, which is read from {first:?}", guess.role.code());
            continue;
        }
        taken.push((guess.role, act.clone(), header[i].clone()));
        columns[i] = Column {
            role: guess.role,
            because: guess.because,
            reason: guess.reason.clone(),
            confidence: guess.confidence,
            lang: guess.lang.clone(),
            act,
            ..verbatim(i, &header[i])
        };
    }
    columns
}

/// A list of persons whose name column has a header that no file knows.
fn name_by_values(columns: &mut [Column], facts: &[Facts]) {
    let persons = columns.iter().any(|c| matches!(c.role, Role::Sex | Role::Age | Role::BirthDate));
    if !persons || columns.iter().any(|c| c.role.is_name()) {
        return;
    }
    let unread = |c: &Column| c.role == Role::Verbatim;
    let found = columns.iter_mut().zip(facts).find(|(c, f)| unread(c) && f.reads_like_names());
    if let Some((column, facts)) = found {
        column.role = Role::Name;
        column.confidence = 55;
        column.because = Because::Values;
        column.lang = facts.script().map(str::to_owned);
        "no header says name; the cells are several words, hardly ever the same"
            .clone_into(&mut column.reason);
    }
}

/// "Name" beside "family name" is the given name.
fn given_beside_family(columns: &mut [Column]) {
    let family = columns.iter().find(|c| c.role == Role::FamilyName).map(|c| c.header.clone());
    let (Some(family), false) = (family, columns.iter().any(|c| c.role == Role::GivenName)) else { return };
    let mut names = columns.iter_mut().filter(|c| c.role == Role::Name);
    if let (Some(column), None) = (names.next(), names.next()) {
        column.role = Role::GivenName;
        column.reason.push_str(&format!("; the family name stands in {family:?}"));
    }
}

/// A date of something that no word file knows is not the date of the row, where another column has that.
fn drop_unknown_dates(columns: &mut [Column]) {
    let other = columns.iter().any(|c| c.role == Role::Date && c.act.is_some());
    for column in columns.iter_mut().filter(|c| c.role == Role::Date && c.act.is_none() && c.confidence < 80)
    {
        if other {
            let reason = "a date of something that the header does not say in known words".to_owned();
            let because = Because::UnknownDate;
            *column = Column { because, reason, ..verbatim(column.index, &column.header) };
        }
    }
}

/// Year, month and day columns are read only where no column has the whole date.
fn drop_parts_of_dates(columns: &mut [Column]) {
    let whole =
        columns.iter().find(|c| matches!(c.role, Role::Date | Role::StartDate)).map(|c| c.header.clone());
    let Some(whole) = whole else { return };
    for column in columns.iter_mut().filter(|c| matches!(c.role, Role::Year | Role::Month | Role::Day)) {
        *column = Column {
            because: Because::PartOfDate,
            reason: format!("the whole date is read from {whole:?}"),
            ..verbatim(column.index, &column.header)
        };
    }
}

/// Which codes stand for what, for people to check and mend.
fn fill_values(column: &mut Column, facts: &Facts) {
    match column.role {
        Role::Sex => {
            for value in facts.frequent() {
                if let Some(sex) = lexicon::sex_word(value) {
                    column.values.insert(value.clone(), sex.to_owned());
                } else if let Some(sex) = heading::indicator(&column.header, value) {
                    column.values.insert(value.clone(), sex.to_owned());
                }
            }
        }
        Role::Act => {
            for value in facts.frequent() {
                if let Some(act) = lexicon::act_words(value) {
                    column.values.insert(value.clone(), act.to_owned());
                }
            }
        }
        _ => {}
    }
}

/// An `id` column names what a row is.
fn settle_ids(rows: Rows, columns: &mut [Column]) {
    let shared = columns.iter().any(|c| c.role == Role::IncidentId);
    for column in columns.iter_mut().filter(|c| c.role == Role::PersonId) {
        match rows {
            Rows::Persons => {}
            Rows::Incidents if !shared => column.role = Role::IncidentId,
            _ => {
                column.role = Role::Verbatim;
                column.because = Because::NotPersons;
                "an identifier, but the rows are not persons".clone_into(&mut column.reason);
            }
        }
    }
}

fn rows_of(columns: &[Column]) -> Rows {
    let has = |roles: &[Role]| columns.iter().any(|c| roles.contains(&c.role));
    let named = has(&[Role::Name, Role::GivenName, Role::FamilyName]);
    let about_one = has(&[Role::Sex, Role::Age, Role::BirthDate, Role::BirthYear]);
    let happened = has(&[Role::Date, Role::StartDate, Role::Act, Role::Place]) && !has(&[Role::PlaceCode]);
    let one_of = has(&[Role::PersonId, Role::IncidentId, Role::Act, Role::Date, Role::Year]);
    // One name in two scripts: nobody writes places or things so, beside nothing else.
    let scripts: std::collections::BTreeSet<_> =
        columns.iter().filter(|c| c.role == Role::Name).map(|c| &c.lang).collect();
    let transliterated = scripts.len() > 1 && !has(&[Role::Latitude, Role::PlaceCode, Role::Country]);
    let persons = has(&[Role::Sex]) && has(&[Role::Age])
        || about_one && (named || one_of)
        || named && happened
        || transliterated;
    if persons {
        Rows::Persons
    } else if has(&[Role::Date, Role::StartDate, Role::Year])
        && has(&[Role::Place, Role::Latitude, Role::IncidentId, Role::Admin1, Role::Admin2])
    {
        Rows::Incidents
    } else {
        Rows::Other
    }
}

fn act_of(rows: Rows, columns: &[Column], remarks: &mut Vec<Remark>) -> (Option<String>, ActFrom) {
    if let Some(column) = columns.iter().find(|c| c.role == Role::Act) {
        let words = format!("what was done is read from the column {:?}, row by row", column.header);
        remarks.push(Remark::new("act_by_row", [("column", column.header.as_str().into())], words));
        return (None, ActFrom::Column);
    }
    if let Some(column) = columns.iter().find(|c| c.role.is_date() && c.act.is_some()) {
        let act = column.act.clone();
        let words = format!("act: the column {:?} names it", column.header);
        remarks.push(Remark::new("act_from_column", [("column", column.header.as_str().into())], words));
        return (act, ActFrom::Mapping);
    }
    if rows == Rows::Persons {
        let words = "act: nothing in the table says what was done; \"killed\" is assumed, as in most lists of \
                     persons: write another act if it is wrong";
        remarks.push(Remark::new("act_killed_assumed", [], words.to_owned()));
        return (Some("killed".to_owned()), ActFrom::Default);
    }
    (None, ActFrom::Default)
}
