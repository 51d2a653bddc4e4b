//! A gazetteer: names and codes of places, loaded from tables.

use crate::parse::lexicon::Sense;
use crate::parse::place::name_key;
use crate::point::{Point, parse_point};
use cairn_read::{Record, TableSource};
use std::collections::{BTreeSet, HashMap};

/// How finely a place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A country.
    Country,
    /// An area of the first level.
    Admin1,
    /// An area of the second level.
    Admin2,
    /// An area of the third level or below.
    Admin3,
    /// A town, village, camp or quarter.
    Settlement,
}

impl Level {
    /// The code in answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Admin1 => "admin1",
            Self::Admin2 => "admin2",
            Self::Admin3 => "admin3",
            Self::Settlement => "settlement",
        }
    }

    pub(crate) const fn sense(self) -> Sense {
        match self {
            Self::Country | Self::Admin1 => Sense::ADMIN1,
            Self::Admin2 | Self::Admin3 => Sense::ADMIN2,
            Self::Settlement => Sense::SETTLEMENT,
        }
    }
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name as the gazetteer writes it.
    pub name: String,
    /// Its p-code, or the identifier of its gazetteer.
    pub code: String,
    /// The code of the area that holds it, where the gazetteer says.
    pub parent: Option<String>,
    /// The code of its country, where the gazetteer says.
    pub country: Option<String>,
    /// How finely it is known.
    pub level: Level,
    /// Where it is.
    pub point: Option<Point>,
    /// How many people live there, where the gazetteer says; else 0.
    pub population: u64,
    /// From when the code is valid, as the gazetteer writes it: codes are renewed, and old lists use the old ones.
    pub valid_from: Option<String>,
}

/// Names and codes of places, in any number of versions.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    codes: HashMap<String, usize>,
    names: HashMap<String, Vec<usize>>,
    sounds: HashMap<String, Vec<usize>>,
}

/// Why a table is no gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// A column is missing.
    #[error("{file}: a gazetteer needs a column for the {what}; the table has {}", have.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// Which column.
        what: &'static str,
        /// The columns there are.
        have: Vec<String>,
    },
}

/// Where the columns of a gazetteer stand.
struct Columns {
    name: usize,
    code: usize,
    other_names: Option<usize>,
    level: Option<usize>,
    parent: Option<usize>,
    country: Option<usize>,
    latitude: Option<usize>,
    longitude: Option<usize>,
    population: Option<usize>,
    valid_from: Option<usize>,
    /// The level of all rows, where the name of the name column tells it.
    level_of_all: Option<Level>,
}

impl Columns {
    fn find(table: &TableSource<'_>) -> Result<Self, GazetteerError> {
        let header: Vec<String> =
            table.header().iter().map(|h| h.to_lowercase().replace(['-', '_', ' '], "")).collect();
        let at = |names: &[&str]| names.iter().find_map(|n| header.iter().position(|h| h == n));
        let missing = |what| GazetteerError::NoColumn {
            file: table.file().to_owned(),
            what,
            have: table.header().to_vec(),
        };
        let levels = [
            (["adm3en", "adm3pcode", "adm2pcode"], Level::Admin3),
            (["adm2en", "adm2pcode", "adm1pcode"], Level::Admin2),
            (["adm1en", "adm1pcode", "adm0pcode"], Level::Admin1),
        ];
        let by_level = levels.iter().find_map(|([name, code, parent], level)| {
            Some((at(&[name])?, at(&[code])?, at(&[parent]), *level))
        });
        let (name, code, parent, level_of_all) = match by_level {
            Some((name, code, parent, level)) => (name, code, parent, Some(level)),
            None => (
                at(&["name", "placename", "asciiname"]).ok_or_else(|| missing("name"))?,
                at(&["pcode", "code", "geonameid", "id"]).ok_or_else(|| missing("code"))?,
                at(&["parentpcode", "parent"]),
                None,
            ),
        };
        Ok(Self {
            name,
            code,
            parent,
            level_of_all,
            other_names: at(&["alternatenames", "othernames"]),
            level: at(&["adminlevel", "level"]),
            country: at(&["location", "country", "countrycode", "adm0pcode"]),
            latitude: at(&["lat", "latitude"]),
            longitude: at(&["lon", "lng", "longitude"]),
            population: at(&["population"]),
            valid_from: at(&["validfromdate", "validfrom", "date"]),
        })
    }

    fn entry(&self, record: &Record<'_>) -> Option<Entry> {
        let cell = |column: usize| record.cell(column).trim();
        let text = |column: Option<usize>| column.map(cell).filter(|c| !c.is_empty());
        let point =
            self.latitude.zip(self.longitude).and_then(|(a, b)| parse_point(cell(a), cell(b), None).0);
        let level = self.level_of_all.or_else(|| {
            Some(match text(self.level)? {
                "0" => Level::Country,
                "1" => Level::Admin1,
                "2" => Level::Admin2,
                _ => Level::Admin3,
            })
        });
        let (name, code) = (cell(self.name), cell(self.code));
        (!name.is_empty() && !code.is_empty()).then(|| Entry {
            name: name.to_owned(),
            code: code.to_owned(),
            parent: text(self.parent).map(str::to_owned),
            country: text(self.country).map(str::to_owned),
            level: level.unwrap_or(Level::Settlement),
            point,
            population: text(self.population).and_then(|p| p.parse().ok()).unwrap_or(0),
            valid_from: text(self.valid_from).map(str::to_owned),
        })
    }
}

impl Gazetteer {
    /// Adds the places of a table; how many. A place that is there already under the same code and name is left.
    ///
    /// # Errors
    /// When the table has no column for names or codes.
    pub fn add(&mut self, table: &TableSource<'_>) -> Result<usize, GazetteerError> {
        let columns = Columns::find(table)?;
        let before = self.entries.len();
        let mut rows = table.rows();
        while let Some(record) = rows.next() {
            let Ok(record) = record else { continue };
            let Some(entry) = columns.entry(&record) else { continue };
            let others = columns.other_names.map_or("", |column| record.cell(column));
            self.insert(entry, others);
        }
        Ok(self.entries.len() - before)
    }

    fn insert(&mut self, entry: Entry, others: &str) {
        let known = self.codes.get(&entry.code).map(|i| &self.entries[*i]);
        if known.is_some_and(|k| k.name == entry.name) {
            return;
        }
        let at = self.entries.len();
        let names = std::iter::once(entry.name.as_str()).chain(others.split('|'));
        let keys: BTreeSet<(String, String)> = names.map(name_key).collect();
        for (key, sound) in keys {
            push(&mut self.names, key, at);
            push(&mut self.sounds, sound, at);
        }
        self.codes.entry(entry.code.clone()).or_insert(at);
        self.entries.push(entry);
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no table was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The place with this code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Entry> {
        self.codes.get(code).map(|i| &self.entries[*i])
    }

    pub(crate) fn by_name(&self, key: &str) -> Vec<&Entry> {
        self.listed(self.names.get(key))
    }

    pub(crate) fn by_sound(&self, sound: &str) -> Vec<&Entry> {
        self.listed(self.sounds.get(sound))
    }

    fn listed(&self, found: Option<&Vec<usize>>) -> Vec<&Entry> {
        found.into_iter().flatten().map(|i| &self.entries[*i]).collect()
    }

    /// Whether an area above the place, or its country, has one of these names.
    pub(crate) fn is_within(&self, place: &Entry, names: &BTreeSet<&str>) -> bool {
        let mut above = place.parent.as_deref().or(place.country.as_deref());
        // Areas above areas: four levels, and never in a circle.
        for _ in 0..4 {
            let Some(area) = above.and_then(|code| self.by_code(code)) else { return false };
            if names.contains(name_key(&area.name).0.as_str()) {
                return true;
            }
            above = area.parent.as_deref();
        }
        false
    }
}

fn push(index: &mut HashMap<String, Vec<usize>>, key: String, at: usize) {
    if !key.is_empty() {
        let places = index.entry(key).or_default();
        if places.last() != Some(&at) {
            places.push(at);
        }
    }
}
