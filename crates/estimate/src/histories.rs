//! From records of lists and who is one person to capture histories.

use std::collections::BTreeMap;

use crate::counts::{Counts, MAX_LISTS};
use crate::table::{Stratum, Table, TableError, TableErrorKind};

/// Records of several lists, before it is settled which of them are one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// The lists by name.
    pub lists: Vec<String>,
    /// What splits the people.
    pub strata_columns: Vec<String>,
    /// For each record its list, and what it says in each of those columns; empty for nothing.
    pub records: Vec<(usize, Vec<String>)>,
}

impl Records {
    /// Tabulates with `person` naming the person of each record.
    ///
    /// A person is in the stratum that most of their records say; where as many say another, in the one that the
    /// earlier list says. Where none says it, the stratum is empty: not stated.
    ///
    /// # Errors
    /// When there are more lists than a history holds, or nobody is on any.
    pub fn table(&self, person: &[u32]) -> Result<Table, TableError> {
        let wrong = |kind, mend: &str| TableError {
            file: "the lists".to_owned(),
            row: None,
            column: None,
            kind,
            mend: mend.to_owned(),
        };
        if self.lists.len() > MAX_LISTS {
            let kind = TableErrorKind::TooManyLists(self.lists.len());
            return Err(wrong(kind, "name at most 64 with --lists"));
        }
        let mut of: Vec<(u32, usize)> = person.iter().copied().zip(0..self.records.len()).collect();
        of.sort_unstable();
        let mut strata: BTreeMap<Vec<String>, Counts> = BTreeMap::new();
        for group in of.chunk_by(|a, b| a.0 == b.0) {
            let mut records: Vec<&(usize, Vec<String>)> =
                group.iter().map(|(_, r)| &self.records[*r]).collect();
            records.sort_by_key(|r| r.0);
            let pattern = records.iter().fold(0u64, |bits, r| bits | 1 << r.0);
            let values = (0..self.strata_columns.len()).map(|c| most_said(&records, c)).collect();
            strata.entry(values).or_insert_with(|| Counts::new(self.lists.len())).add(pattern, 1);
        }
        if strata.is_empty() {
            return Err(wrong(TableErrorKind::Empty, "give lists that have records"));
        }
        let strata = strata.into_iter().map(|(values, counts)| Stratum { values, counts }).collect();
        Ok(Table::from_strata(self.lists.clone(), self.strata_columns.clone(), strata))
    }
}

/// The value that most records say, of equals the one of the earlier list.
fn most_said(records: &[&(usize, Vec<String>)], column: usize) -> String {
    let said = |r: &&(usize, Vec<String>)| r.1.get(column).filter(|v| !v.is_empty()).cloned();
    let values: Vec<String> = records.iter().filter_map(said).collect();
    let count = |v: &String| values.iter().filter(|w| *w == v).count();
    let most = values.iter().map(count).max().unwrap_or(0);
    values.iter().find(|v| count(v) == most).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_become_histories_by_stratum() {
        let record = |list: usize, sex: &str| (list, vec![sex.to_owned()]);
        let records = Records {
            lists: ["a", "b", "c"].map(str::to_owned).to_vec(),
            strata_columns: vec!["sex".to_owned()],
            records: vec![
                record(0, "f"),
                record(1, "f"),
                record(2, "m"),
                record(1, "m"),
                record(0, "m"),
                record(2, "f"),
                record(0, ""),
                record(1, "m"),
                record(1, "m"),
            ],
        };
        // f f m: f; m and m beside one another; f after a tie? 4 and 5 differ, the earlier list says m; nothing said;
        // one person twice on one list.
        let table = records.table(&[0, 0, 0, 3, 4, 4, 6, 7, 7]).unwrap();
        let cells: Vec<(Vec<String>, Vec<(u64, u64)>)> =
            table.strata().iter().map(|s| (s.values.clone(), s.counts.cells().collect())).collect();
        let stratum = |v: &str, cells: &[(u64, u64)]| (vec![v.to_owned()], cells.to_vec());
        assert_eq!(
            cells,
            [
                stratum("", &[(0b001, 1)]),
                stratum("f", &[(0b111, 1)]),
                stratum("m", &[(0b010, 2), (0b101, 1)])
            ]
        );
        assert!(Records::default().table(&[]).is_err());
    }
}
