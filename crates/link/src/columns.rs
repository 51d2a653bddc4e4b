//! What each column of a table is, from its header and its cells.
//!
//! `cairn-import` finds what columns say; a linker needs fewer roles, and some that accounts have no use for: which
//! column names the record, which numbers identify, which other columns tell records apart.

use crate::dates::{Order, Written};
use crate::table::{Column, Table};
use cairn_names::{Script, script_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a column holds, as far as linking is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The name of the record in outputs.
    Id,
    /// Which list the row comes from, where one file holds several.
    List,
    /// A given name.
    Given,
    /// A father's or middle name.
    Father,
    /// A grandfather's name.
    Grandfather,
    /// A family name.
    Family,
    /// A whole name.
    Name,
    /// Sex.
    Sex,
    /// Age in years.
    Age,
    /// Date of birth.
    Birth,
    /// Date of death or of the event.
    Death,
    /// A place.
    Place,
    /// An area that contains places.
    Area,
    /// How many were harmed in an incident.
    Count,
    /// Degrees of latitude.
    Latitude,
    /// Degrees of longitude.
    Longitude,
    /// An identifying number, possibly with slips.
    Number,
    /// Anything else with few enough values to say something.
    Text,
    /// Not used.
    Ignore,
}

/// The role of every column of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// One role a column.
    pub roles: Vec<Role>,
}

impl Columns {
    /// The columns that have `role`.
    pub fn with(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.roles.iter().enumerate().filter(move |(_, r)| **r == role).map(|(i, _)| i)
    }
}

#[derive(Deserialize)]
struct Headers {
    id: BTreeSet<String>,
    list: BTreeSet<String>,
    given: BTreeSet<String>,
    father: BTreeSet<String>,
    grandfather: BTreeSet<String>,
    family: BTreeSet<String>,
    name: BTreeSet<String>,
    sex: BTreeSet<String>,
    age: BTreeSet<String>,
    birth: BTreeSet<String>,
    death: BTreeSet<String>,
    place: BTreeSet<String>,
    area: BTreeSet<String>,
    number: BTreeSet<String>,
    count: BTreeSet<String>,
    latitude: BTreeSet<String>,
    longitude: BTreeSet<String>,
    ignore: BTreeSet<String>,
    sexes: Sexes,
}

#[derive(Deserialize)]
struct Sexes {
    male: BTreeSet<String>,
    female: BTreeSet<String>,
}

static HEADERS: LazyLock<Headers> = LazyLock::new(|| {
    // Compiled in, and read by the tests of this module.
    toml::from_str(include_str!("../data/headers.toml"))
        .expect("crates/link/data/headers.toml is well-formed")
});

/// 1 male, 2 female, 3 something else that is said, 0 nothing said.
pub(crate) fn read_sex(cell: &str) -> u32 {
    let plain = cairn_fold::fold(cell.trim());
    let s = &HEADERS.sexes;
    match plain.as_str() {
        "" | "u" | "unknown" | "?" | "-" => 0,
        w if s.male.contains(w) => 1,
        w if s.female.contains(w) => 2,
        _ => 3,
    }
}

/// The sex that a cell says: `m`, `f`, `other`, or nothing.
#[must_use]
pub fn sex_of(cell: &str) -> &'static str {
    ["", "m", "f", "other"][read_sex(cell) as usize]
}

/// Whole years; months and days are 0 years. `None` for a sentinel or a word.
pub(crate) fn read_age(cell: &str) -> Option<u8> {
    let plain = cairn_fold::fold(cell.trim());
    let digits: String = plain.chars().take_while(|c| c.is_ascii_digit()).collect();
    let years: u32 = digits.parse().ok()?;
    let unit = plain[digits.len()..].trim();
    let less = ["month", "mes", "day", "dia", "week", "شهر", "اشهر", "يوم", "ايام", "мес", "міс", "дн"];
    if less.iter().any(|w| unit.starts_with(w)) {
        return Some(0);
    }
    u8::try_from(years).ok().filter(|y| *y <= 120)
}

fn by_header(header: &str) -> Option<Role> {
    let folded = cairn_fold::fold(header);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    let h = words.join(" ");
    let lists = &*HEADERS;
    let table: [(&BTreeSet<String>, Role); 18] = [
        (&lists.id, Role::Id),
        (&lists.list, Role::List),
        (&lists.ignore, Role::Ignore),
        (&lists.given, Role::Given),
        (&lists.father, Role::Father),
        (&lists.grandfather, Role::Grandfather),
        (&lists.family, Role::Family),
        (&lists.name, Role::Name),
        (&lists.sex, Role::Sex),
        (&lists.age, Role::Age),
        (&lists.birth, Role::Birth),
        (&lists.death, Role::Death),
        (&lists.place, Role::Place),
        (&lists.area, Role::Area),
        (&lists.number, Role::Number),
        (&lists.count, Role::Count),
        (&lists.latitude, Role::Latitude),
        (&lists.longitude, Role::Longitude),
    ];
    table.iter().find(|(set, _)| set.contains(&h)).map(|(_, role)| *role)
}

/// Whether a column of this header numbers the rows of its own list, which says nothing about another list's.
#[must_use]
pub fn numbers_rows(header: &str) -> bool {
    by_header(header) == Some(Role::Id)
}

struct Profile {
    filled: f64,
    distinct: f64,
    dates: f64,
    ages: f64,
    sexes: f64,
    digits: f64,
    letters: f64,
    two_words: f64,
    length: f64,
}

fn profile(column: &Column, rows: usize) -> Profile {
    let step = (rows / 5000).max(1);
    let cells: Vec<&str> = column.codes.iter().step_by(step).map(|c| column.values.get(*c)).collect();
    let filled: Vec<&str> = cells.iter().copied().filter(|c| !c.is_empty()).collect();
    let n = filled.len().max(1) as f64;
    let share = |f: &dyn Fn(&str) -> bool| filled.iter().filter(|c| f(c)).count() as f64 / n;
    let all_filled = column.codes.iter().filter(|c| **c != 0).count();
    Profile {
        filled: all_filled as f64 / rows.max(1) as f64,
        distinct: column.values.distinct() as f64 / all_filled.max(1) as f64,
        dates: share(&|c| {
            c.len() >= 8 && Written::read(c, Order::DayFirst).is_some_and(|w| (1000..2200).contains(&w.year))
        }),
        ages: share(&|c| read_age(c).is_some()),
        sexes: share(&|c| matches!(read_sex(c), 1 | 2)),
        digits: share(&|c| c.chars().filter(char::is_ascii_digit).count() * 2 > c.chars().count()),
        letters: share(&|c| script_of(c) != Script::Other),
        two_words: share(&|c| c.split_whitespace().nth(1).is_some()),
        length: filled.iter().map(|c| c.chars().count() as f64).sum::<f64>() / n,
    }
}

/// Roles that a table has one column of.
const ONCE: [Role; 8] =
    [Role::Id, Role::List, Role::Sex, Role::Age, Role::Birth, Role::Death, Role::Latitude, Role::Longitude];

/// What `cairn-import` finds, in the linker's roles.
fn imported(table: &Table, profiles: &[Profile]) -> Vec<Option<Role>> {
    use cairn_import::Role as Said;
    let header: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
    let mut profiler = cairn_import::Profiler::new(&header, true, None);
    let step = (table.rows() / SAMPLE).max(1);
    for row in (0..table.rows()).step_by(step) {
        profiler.add((0..table.columns.len()).map(|c| table.cell(c, row)));
    }
    let mapping = profiler.infer();
    let has = |role: Said| mapping.columns.iter().any(|c| c.role == role);
    // Of several dates of what happened, the one that most rows have.
    let dates = || mapping.columns.iter().filter(|c| matches!(c.role, Said::Date | Said::StartDate));
    let dated = dates()
        .max_by(|a, b| {
            profiles[a.index].filled.total_cmp(&profiles[b.index].filled).then(b.index.cmp(&a.index))
        })
        .map(|c| c.index);
    mapping
        .columns
        .iter()
        .map(|c| {
            Some(match c.role {
                Said::Name => Role::Name,
                Said::GivenName => Role::Given,
                Said::FatherName => Role::Father,
                Said::GrandfatherName => Role::Grandfather,
                Said::FamilyName => Role::Family,
                Said::Sex => Role::Sex,
                Said::Age => Role::Age,
                Said::BirthDate => Role::Birth,
                Said::BirthYear if !has(Said::BirthDate) => Role::Birth,
                Said::Date | Said::StartDate if dated == Some(c.index) => Role::Death,
                Said::Place | Said::Residence => Role::Place,
                Said::Admin1 | Said::Admin2 | Said::Admin3 => Role::Area,
                Said::Latitude => Role::Latitude,
                Said::Longitude => Role::Longitude,
                Said::PersonId => Role::Number,
                Said::Date | Said::StartDate | Said::EndDate | Said::ReportDate | Said::BirthYear => {
                    Role::Ignore
                }
                Said::Row | Said::Notes | Said::Year | Said::Month | Said::Day => Role::Ignore,
                _ => return None,
            })
        })
        .collect()
}

/// Rows that are looked at.
const SAMPLE: usize = 5_000;

/// Infers the role of each column.
#[must_use]
pub fn infer(table: &Table) -> Columns {
    let rows = table.rows();
    let profiles: Vec<Profile> = table.columns.iter().map(|c| profile(c, rows)).collect();
    let imported = imported(table, &profiles);
    let mut roles: Vec<Option<Role>> = vec![None; table.columns.len()];
    for (i, (column, p)) in table.columns.iter().zip(&profiles).enumerate() {
        let taken = |role: Role| roles.contains(&Some(role));
        roles[i] = match by_header(&column.name).or(imported[i]) {
            _ if p.filled < 0.01 => Some(Role::Ignore),
            Some(Role::Birth | Role::Death) if p.dates < 0.3 && p.digits < 0.5 => Some(Role::Ignore),
            Some(Role::Id) if p.distinct < 0.999 => Some(Role::Ignore),
            Some(Role::Count) if p.digits < 0.5 => Some(Role::Ignore),
            Some(Role::List) if p.distinct > 0.2 => Some(Role::Ignore),
            Some(role) if ONCE.contains(&role) && taken(role) => Some(Role::Ignore),
            said => said,
        };
    }
    for (i, p) in profiles.iter().enumerate() {
        if roles[i].is_none() {
            let taken = |role: Role| roles.contains(&Some(role));
            roles[i] = Some(by_cells(p, &taken, rows));
        }
    }
    let mut roles: Vec<Role> = roles.into_iter().map(|r| r.unwrap_or(Role::Ignore)).collect();
    // Parts of a name say more than the same name in one cell.
    if roles.contains(&Role::Given) && roles.contains(&Role::Family) {
        for role in &mut roles {
            if *role == Role::Name {
                *role = Role::Ignore;
            }
        }
    }
    Columns { roles }
}

fn by_cells(p: &Profile, taken: &dyn Fn(Role) -> bool, rows: usize) -> Role {
    let few = p.distinct * p.filled * rows as f64;
    if few < 2.0 || p.filled < 0.03 {
        Role::Ignore
    } else if p.sexes > 0.95 && few <= 6.0 && !taken(Role::Sex) {
        Role::Sex
    } else if p.dates > 0.8 {
        // A date column without a telling header could be of anything.
        Role::Ignore
    } else if p.digits > 0.9 && p.distinct > 0.4 && p.length >= 6.0 {
        Role::Number
    } else if p.letters > 0.9
        && p.two_words > 0.8
        && p.distinct > 0.5
        && !taken(Role::Name)
        && !taken(Role::Family)
    {
        Role::Name
    } else if p.ages > 0.97
        && p.digits > 0.97
        && p.length <= 3.0
        && few <= 130.0
        && !taken(Role::Age)
        && few > 40.0
    {
        Role::Age
    } else if p.length <= 60.0 && (p.distinct < 0.9 || p.letters < 0.5) {
        Role::Text
    } else {
        Role::Ignore
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_from_headers_and_cells() {
        let mut t = Table::new("t", &["rec_id", "Full Name", "الجنس", "Age", "dob", "job", "blank"]);
        for i in 0..100 {
            let (id, name) = (format!("R{i}"), format!("Samira Nowak{i}"));
            let (age, dob) = (format!("{}", 20 + i % 50), format!("19{:02}-03-04", 40 + i % 50));
            t.push_row([
                id.as_str(),
                &name,
                if i % 2 == 0 { "ذكر" } else { "انثى" },
                &age,
                &dob,
                ["a", "b", "c"][i % 3],
                "",
            ]);
        }
        use Role::*;
        assert_eq!(infer(&t).roles, [Id, Name, Sex, Age, Birth, Text, Ignore]);
    }

    #[test]
    fn cells() {
        assert_eq!(read_age("2 months"), Some(0));
        assert_eq!(read_age("٣٤"), Some(34));
        assert_eq!(read_age("-1"), None);
        assert_eq!(read_sex("أنثى"), 2);
        assert_eq!(read_sex("M"), 1);
        assert_eq!(read_sex(""), 0);
    }
}
