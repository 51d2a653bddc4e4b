//! What each column of a table is, from its header and its cells.
//!
//! A linker needs few roles. `cairn-import` infers the same for accounts; both read headers from data files, and
//! this module is what the linker uses when nobody hands it [`Columns`].

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
        distinct: (column.values.len() - 1) as f64 / all_filled.max(1) as f64,
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

/// Infers the role of each column.
#[must_use]
pub fn infer(table: &Table) -> Columns {
    let rows = table.rows();
    let mut roles: Vec<Role> = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let p = profile(column, rows);
        let taken = |role: Role| roles.contains(&role);
        let said = by_header(&column.name);
        let role = match said {
            _ if p.filled < 0.01 => Role::Ignore,
            Some(Role::Birth | Role::Death) if p.dates < 0.3 && p.digits < 0.5 => Role::Ignore,
            Some(Role::Id) if p.distinct < 0.999 => Role::Ignore,
            Some(Role::Count) if p.digits < 0.5 => Role::Ignore,
            Some(Role::List) if p.distinct > 0.2 => Role::Ignore,
            Some(
                role @ (Role::Id
                | Role::List
                | Role::Sex
                | Role::Age
                | Role::Birth
                | Role::Death
                | Role::Latitude
                | Role::Longitude),
            ) if taken(role) => Role::Ignore,
            Some(role) => role,
            None => by_cells(&p, &taken, rows),
        };
        roles.push(role);
    }
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
