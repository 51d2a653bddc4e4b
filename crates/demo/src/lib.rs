//! A small fictional conflict, made from a seed: three texts in which rivals give their numbers, and three lists of the
//! people killed which overlap, with the truth behind them; figures over time that contradict each other, and the land.
//!
//! Tarvessa, its towns, its parties, its newspaper and its dead are invented. Given names are common ones of several
//! languages; family names are made from the invented places. The year is 2031. The same seed gives the same bytes
//! on every machine: nothing here reads a clock, a locale or the system's random source.

mod land;
mod lists;
mod names;
mod people;
mod random;
mod tables;
mod texts;

use std::io;

pub use land::{boundaries, gazetteer};
pub use tables::tables;
pub use texts::{MONITOR, Said, said};

/// One document of the conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoDocument {
    /// File name.
    pub name: String,
    /// The file, UTF-8.
    pub bytes: Vec<u8>,
    /// The day it bears, ISO.
    pub published: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// A list of people rather than a text.
    pub is_list: bool,
}

/// A table of figures over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoTable {
    /// File name.
    pub name: String,
    /// The file, UTF-8.
    pub bytes: Vec<u8>,
    /// The day it bears, ISO.
    pub published: String,
    /// Who publishes it.
    pub publisher: String,
    /// Who says what its cells say.
    pub said_by: String,
    /// What they are about.
    pub place: String,
}

/// The truth behind the lists: which person stands behind each data row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truth {
    /// Rows of the hospital's list.
    pub hospital: Vec<usize>,
    /// Rows of the monitor's list. A person that it entered twice stands here twice.
    pub monitor: Vec<usize>,
    /// Rows of the families' list.
    pub families: Vec<usize>,
    /// How many were killed in all, those on no list included.
    pub killed: usize,
}

impl Truth {
    /// How many people stand in at least one of the lists.
    #[must_use]
    pub fn distinct(&self) -> usize {
        let lists = self.hospital.iter().chain(&self.monitor).chain(&self.families);
        let mut all: Vec<usize> = lists.copied().collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    }

    /// Rows of hospital and monitor that are the same person, data rows counted from 1.
    #[must_use]
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        // The hospital's row of a person is the person's number: it lists people in the order of their numbers.
        let pair = |(row, person): (usize, &usize)| {
            self.hospital.get(*person).filter(|p| *p == person).map(|_| (*person + 1, row + 1))
        };
        let mut pairs: Vec<_> = self.monitor.iter().enumerate().filter_map(pair).collect();
        pairs.sort_unstable();
        pairs
    }
}

/// The documents of a conflict in which the hospital lists `persons` people: three texts, then three lists. The monitor
/// lists five for every eight of the hospital's, and seven in ten of them are the hospital's too. The families' circle
/// hears of 38 in a hundred of those killed. No list depends on another.
#[must_use]
pub fn documents(seed: u64, persons: usize) -> Vec<DemoDocument> {
    let mut documents = texts::documents(seed, persons);
    documents.push(DemoDocument {
        name: "hospital-list.csv".to_owned(),
        bytes: lists::hospital(seed, persons),
        published: Some("2031-05-01".to_owned()),
        publisher: Some(texts::HOSPITAL.to_owned()),
        is_list: true,
    });
    documents.push(DemoDocument {
        name: "monitor-list.csv".to_owned(),
        bytes: lists::monitor(seed, persons),
        published: Some("2031-05-02".to_owned()),
        publisher: Some(texts::MONITOR.to_owned()),
        is_list: true,
    });
    documents.push(DemoDocument {
        name: "families-list.csv".to_owned(),
        bytes: lists::families(seed, persons),
        published: Some("2031-05-03".to_owned()),
        publisher: Some(texts::FAMILIES.to_owned()),
        is_list: true,
    });
    documents
}

/// Who stands behind the rows of the lists that [`documents`] gives for the same seed and number.
#[must_use]
pub fn truth(seed: u64, persons: usize) -> Truth {
    Truth {
        hospital: (0..persons).collect(),
        monitor: lists::monitor_persons(seed, persons),
        families: lists::families_persons(seed, persons),
        killed: lists::killed(persons),
    }
}

/// Writes a hospital's list of `rows` people, row by row: memory does not grow with the list.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_list(out: &mut impl io::Write, rows: usize, seed: u64) -> io::Result<()> {
    lists::write_hospital(out, rows, seed)
}
