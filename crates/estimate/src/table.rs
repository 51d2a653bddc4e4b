//! Reading a table of list membership: 0/1 columns, with or without a count and strata.

use std::collections::BTreeMap;
use std::io::Read;

use serde::Serialize;
use thiserror::Error;

use crate::counts::{Counts, MAX_LISTS};

/// More people than there are. Posteriors as narrow as so many would make them fall between the points of a grid.
const MOST_PEOPLE: u64 = 10_000_000_000;
/// Column names taken for a count when none is named.
const COUNT_NAMES: [&str; 6] = ["count", "counts", "n", "freq", "frequency", "persons"];

/// What was wrong with a table, where, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}{}{}: {kind}; {mend}", .row.map(|r| format!(", row {r}")).unwrap_or_default(), .column.as_deref().map(|c| format!(", column {c}")).unwrap_or_default())]
pub struct TableError {
    /// The file as the caller named it.
    pub file: String,
    /// The data row, counted from 1 below the header; none when it is about the whole table.
    pub row: Option<usize>,
    /// The column by its heading.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: TableErrorKind,
    /// What the person can do.
    pub mend: String,
}

/// The ways a table can be unusable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableErrorKind {
    /// The text is not CSV.
    #[error("not readable as CSV ({0})")]
    Csv(String),
    /// A named column does not exist.
    #[error("there is no such column")]
    NoColumn,
    /// A column was named twice, or for two purposes.
    #[error("the column is used twice")]
    Twice,
    /// No column holds 0 and 1.
    #[error("no column holds list membership")]
    NoLists,
    /// More lists than a history can hold.
    #[error("there are {0} list columns")]
    TooManyLists(usize),
    /// A list cell is neither 0 nor 1.
    #[error("\"{0}\" is not 0 or 1")]
    NotMembership(String),
    /// A count cell is not a whole number.
    #[error("\"{0}\" is not a whole number of people")]
    NotCount(String),
    /// The counts do not fit together.
    #[error("the counts add up to more people than there are")]
    TooManyPeople,
    /// No data rows.
    #[error("there are no rows of people on a list")]
    Empty,
    /// Nothing at all, or no row below the header.
    #[error("there are no rows")]
    NoRows,
    /// Some columns say 0 and 1, others true and false: flags beside lists look like that.
    #[error("some columns hold 0 and 1 ({}) and some true and false ({})", .0[0], .0[1])]
    MixedSpelling(Box<[String; 2]>),
    /// The first row is no header.
    #[error("the first row ({0}) looks like data")]
    NoHeader(String),
}

/// Which columns mean what. Everything left empty is inferred.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// List columns, in the order to report them.
    pub lists: Vec<String>,
    /// Columns whose values split the table.
    pub strata: Vec<String>,
    /// The column that says how many people a row stands for.
    pub count: Option<String>,
}

/// The people of one stratum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// The values of the strata columns, in their order.
    pub values: Vec<String>,
    /// Their capture histories.
    pub counts: Counts,
}

/// What was read besides the histories, for the reader of the result to judge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReadNotes {
    /// Data rows read.
    pub rows: usize,
    /// People on none of the lists used: they tell nothing about overlap and are left out.
    pub on_no_list: u64,
    /// List cells left blank, read as "not on the list", per list.
    pub blank_cells: BTreeMap<String, usize>,
    /// Columns not used.
    pub ignored_columns: Vec<String>,
    /// Whether the lists were taken by what their cells say, and not named.
    #[serde(skip)]
    pub inferred: bool,
}

/// Capture histories read from a file, by stratum.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    lists: Vec<String>,
    strata_columns: Vec<String>,
    strata: Vec<Stratum>,
    notes: ReadNotes,
}

impl Table {
    /// A table made in memory, of one stratum.
    pub fn from_counts(lists: Vec<String>, counts: Counts) -> Table {
        let strata = vec![Stratum { values: Vec::new(), counts }];
        Table { lists, strata_columns: Vec::new(), strata, notes: ReadNotes::default() }
    }

    /// A table made in memory, of several strata named by `columns`.
    pub fn from_strata(lists: Vec<String>, columns: Vec<String>, mut strata: Vec<Stratum>) -> Table {
        strata.sort_by(|a, b| a.values.cmp(&b.values));
        Table { lists, strata_columns: columns, strata, notes: ReadNotes::default() }
    }

    /// Reads CSV: one row per person, or per history with a count. `file` is only for messages.
    pub fn from_csv(file: &str, text: impl Read, columns: &Columns) -> Result<Table, TableError> {
        Reader { file, columns }.read(text)
    }

    /// The same from cells that were read already, such as the sheets of a workbook. Row numbers in messages are
    /// places in `rows`.
    pub fn from_rows(
        file: &str,
        header: &[String],
        rows: impl Iterator<Item = Vec<String>>,
        columns: &Columns,
    ) -> Result<Table, TableError> {
        let header: Vec<String> = header.iter().map(|h| h.trim().to_owned()).collect();
        let rows: Vec<csv::StringRecord> =
            rows.map(|row| row.iter().map(|cell| cell.trim()).collect()).collect();
        Reader { file, columns }.tabulate(&header, &rows)
    }

    /// The names of the lists.
    pub fn lists(&self) -> &[String] {
        &self.lists
    }

    /// The names of the strata columns; empty when the table is one stratum.
    pub fn strata_columns(&self) -> &[String] {
        &self.strata_columns
    }

    /// The strata, sorted by their values.
    pub fn strata(&self) -> &[Stratum] {
        &self.strata
    }

    /// What was left out or assumed while reading.
    pub fn notes(&self) -> &ReadNotes {
        &self.notes
    }

    /// All strata together.
    pub fn pooled(&self) -> Counts {
        let mut all = Counts::new(self.lists.len());
        for stratum in &self.strata {
            all.merge(&stratum.counts);
        }
        all
    }
}

/// One reading: the file's name and the wishes, so that errors can say where.
struct Reader<'a> {
    file: &'a str,
    columns: &'a Columns,
}

impl Reader<'_> {
    fn error(
        &self,
        row: Option<usize>,
        column: Option<&str>,
        kind: TableErrorKind,
        mend: &str,
    ) -> TableError {
        let column = column.map(str::to_owned);
        TableError { file: self.file.to_owned(), row, column, kind, mend: mend.to_owned() }
    }

    fn read(&self, text: impl Read) -> Result<Table, TableError> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(false).from_reader(text);
        let broken = |row: Option<usize>, error: &csv::Error| {
            let kind = TableErrorKind::Csv(error.to_string());
            self.error(row, None, kind, "save it as UTF-8 CSV with a header and rows of equal length")
        };
        let header: Vec<String> = reader
            .headers()
            .map_err(|e| broken(None, &e))?
            .iter()
            .map(|h| h.trim_start_matches('\u{feff}').to_owned())
            .collect();
        let mut rows = Vec::new();
        for (i, record) in reader.records().enumerate() {
            rows.push(record.map_err(|e| broken(Some(i + 1), &e))?);
        }
        self.tabulate(&header, &rows)
    }

    fn tabulate(&self, header: &[String], rows: &[csv::StringRecord]) -> Result<Table, TableError> {
        // Read as a header, the people of a first row would be lost without a word.
        if !header.is_empty() && header.iter().all(|h| membership(h).is_some() || h.parse::<f64>().is_ok()) {
            let kind = TableErrorKind::NoHeader(header.join(","));
            return Err(self.error(None, None, kind, "give every column a name in a row above it"));
        }
        if rows.is_empty() {
            let mend = "give a header and below it a row for each person or history";
            return Err(self.error(None, None, TableErrorKind::NoRows, mend));
        }
        let strata = self.find_all(header, &self.columns.strata)?;
        let count = match &self.columns.count {
            Some(name) => Some(self.find(header, name)?),
            None => header
                .iter()
                .position(|h| COUNT_NAMES.contains(&h.to_lowercase().as_str()))
                .filter(|at| !self.columns.lists.contains(&header[*at]) && !strata.contains(at)),
        };
        let lists = if self.columns.lists.is_empty() {
            let free = |at: &usize| Some(*at) != count && !strata.contains(at);
            let found: Vec<usize> =
                (0..header.len()).filter(free).filter(|&at| looks_like_membership(rows, at)).collect();
            self.one_spelling(header, rows, &found)?;
            found
        } else {
            self.find_all(header, &self.columns.lists)?
        };
        self.check_roles(header, &lists, &strata, count)?;

        let mut notes = ReadNotes { rows: rows.len(), ..ReadNotes::default() };
        let used = |at: usize| lists.contains(&at) || strata.contains(&at) || Some(at) == count;
        notes.inferred = self.columns.lists.is_empty();
        notes.ignored_columns =
            (0..header.len()).filter(|&at| !used(at)).map(|at| header[at].clone()).collect();
        let mut groups: BTreeMap<Vec<String>, Counts> = BTreeMap::new();
        let mut total = 0_u64;
        for (i, row) in rows.iter().enumerate() {
            let people = match count {
                Some(at) => self.people(row.get(at).unwrap_or(""), i + 1, &header[at])?,
                None => 1,
            };
            let mut pattern = 0_u64;
            for (bit, &at) in lists.iter().enumerate() {
                let cell = row.get(at).unwrap_or("");
                match membership(cell) {
                    Some(Cell::On) => pattern |= 1 << bit,
                    Some(Cell::Off) => {}
                    Some(Cell::Blank) => *notes.blank_cells.entry(header[at].clone()).or_default() += 1,
                    None => {
                        let kind = TableErrorKind::NotMembership(cell.to_owned());
                        let mend = "write 1 for on the list and 0 for not on it";
                        return Err(self.error(Some(i + 1), Some(&header[at]), kind, mend));
                    }
                }
            }
            if pattern == 0 {
                notes.on_no_list = notes.on_no_list.saturating_add(people);
                continue;
            }
            total = total.saturating_add(people);
            if total > MOST_PEOPLE {
                let mend = "check the count column";
                return Err(self.error(Some(i + 1), None, TableErrorKind::TooManyPeople, mend));
            }
            let values = strata.iter().map(|&at| row.get(at).unwrap_or("").to_owned()).collect();
            groups.entry(values).or_insert_with(|| Counts::new(lists.len())).add(pattern, people);
        }
        if total == 0 {
            return Err(self.error(
                None,
                None,
                TableErrorKind::Empty,
                "give a row for each person or history",
            ));
        }
        Ok(Table {
            lists: lists.iter().map(|&at| header[at].clone()).collect(),
            strata_columns: strata.iter().map(|&at| header[at].clone()).collect(),
            strata: groups.into_iter().map(|(values, counts)| Stratum { values, counts }).collect(),
            notes,
        })
    }

    /// Lists that nobody named are written in one way: a flag written in another is likely something else.
    fn one_spelling(
        &self,
        header: &[String],
        rows: &[csv::StringRecord],
        lists: &[usize],
    ) -> Result<(), TableError> {
        let said = |at: usize| rows.iter().filter_map(move |row| row.get(at)).find(|c| !c.is_empty());
        let digits = |at: &usize| said(*at).is_some_and(|c| c.starts_with(|c: char| c.is_ascii_digit()));
        let (numbers, words): (Vec<usize>, Vec<usize>) = lists.iter().copied().partition(digits);
        if numbers.is_empty() || words.is_empty() {
            return Ok(());
        }
        let named = |of: &[usize]| {
            let shown = of.iter().take(6).map(|at| header[*at].as_str()).collect::<Vec<_>>().join(", ");
            if of.len() > 6 { format!("{shown}, …") } else { shown }
        };
        let kind = TableErrorKind::MixedSpelling(Box::new([named(&numbers), named(&words)]));
        Err(self.error(None, None, kind, "name those that are lists with --lists"))
    }

    fn check_roles(
        &self,
        header: &[String],
        lists: &[usize],
        strata: &[usize],
        count: Option<usize>,
    ) -> Result<(), TableError> {
        if lists.is_empty() {
            let mend = "name the columns with --lists; each cell must be 0 or 1";
            return Err(self.error(None, None, TableErrorKind::NoLists, mend));
        }
        if lists.len() > MAX_LISTS {
            let mend = "name at most 64 with --lists";
            return Err(self.error(None, None, TableErrorKind::TooManyLists(lists.len()), mend));
        }
        let mut roles: Vec<usize> = lists.iter().chain(strata).copied().chain(count).collect();
        roles.sort_unstable();
        if let Some(pair) = roles.windows(2).find(|pair| pair[0] == pair[1]) {
            let mend = "name each column once, as a list, a stratum or the count";
            return Err(self.error(None, Some(&header[pair[0]]), TableErrorKind::Twice, mend));
        }
        let mut names: Vec<&str> = lists.iter().map(|at| header[*at].as_str()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            let mend = "give the columns different headings";
            return Err(self.error(None, Some(pair[0]), TableErrorKind::Twice, mend));
        }
        Ok(())
    }

    fn find(&self, header: &[String], name: &str) -> Result<usize, TableError> {
        let mut at = (0..header.len()).filter(|&i| header[i] == name);
        let mend = || format!("the columns are {}", header.join(", "));
        match (at.next(), at.next()) {
            (Some(at), None) => Ok(at),
            (None, _) => Err(self.error(None, Some(name), TableErrorKind::NoColumn, &mend())),
            (Some(_), Some(_)) => Err(self.error(
                None,
                Some(name),
                TableErrorKind::Twice,
                "give the columns different headings",
            )),
        }
    }

    fn find_all(&self, header: &[String], names: &[String]) -> Result<Vec<usize>, TableError> {
        names.iter().map(|name| self.find(header, name)).collect()
    }

    fn people(&self, cell: &str, row: usize, column: &str) -> Result<u64, TableError> {
        let whole = cell.strip_suffix(".0").unwrap_or(cell);
        whole.parse().map_err(|_| {
            let kind = TableErrorKind::NotCount(cell.to_owned());
            self.error(Some(row), Some(column), kind, "write a whole number, 0 or more")
        })
    }
}

/// What a list cell says.
enum Cell {
    On,
    Off,
    Blank,
}

fn membership(cell: &str) -> Option<Cell> {
    match cell.to_lowercase().as_str() {
        "1" | "1.0" | "true" | "yes" => Some(Cell::On),
        "0" | "0.0" | "false" | "no" => Some(Cell::Off),
        "" | "na" | "n/a" => Some(Cell::Blank),
        _ => None,
    }
}

/// A column is taken for a list when it says yes or no in more than half of its rows, so that one
/// mistyped cell is an error in a list and not a list silently ignored.
fn looks_like_membership(rows: &[csv::StringRecord], at: usize) -> bool {
    let (mut said, mut other) = (0_usize, 0_usize);
    for row in rows {
        match membership(row.get(at).unwrap_or("")) {
            Some(Cell::On | Cell::Off) => said += 1,
            Some(Cell::Blank) => {}
            None => other += 1,
        }
    }
    said > other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, columns: &Columns) -> Result<Table, TableError> {
        Table::from_csv("t.csv", text.as_bytes(), columns)
    }

    #[test]
    fn histories_and_individuals_agree() {
        let counted = read("a,b,count\n1,0,2\n1,1,1\n0,0,4\n", &Columns::default()).unwrap();
        let single = read("id,a,b\nx,1,0\ny,1,0\nz,1,1\n", &Columns::default()).unwrap();
        assert_eq!(counted.pooled(), single.pooled());
        assert_eq!(counted.notes().on_no_list, 4);
        assert_eq!(single.notes().ignored_columns, ["id"]);
    }

    #[test]
    fn strata_are_sorted_and_kept_apart() {
        let columns = Columns { strata: vec!["where".into()], ..Columns::default() };
        let table = read("where,a,b\nnorth,1,0\neast,1,1\nnorth,0,1\n", &columns).unwrap();
        let names: Vec<_> = table.strata().iter().map(|s| s.values[0].as_str()).collect();
        assert_eq!(names, ["east", "north"]);
        assert_eq!(table.strata()[1].counts.observed(), 2);
    }

    #[test]
    fn errors_name_row_column_and_mend() {
        let error = read("a,b,count\n1,0,2\n1,2,1\n0,1,1\n", &Columns::default()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "t.csv, row 2, column b: \"2\" is not 0 or 1; write 1 for on the list and 0 for not on it"
        );
        let error = read("a,b,count\n1,0,-3\n", &Columns::default()).unwrap_err();
        assert_eq!((error.row, error.kind), (Some(1), TableErrorKind::NotCount("-3".into())));
        let columns = Columns { lists: vec!["c".into()], ..Columns::default() };
        assert_eq!(read("a,b\n1,0\n", &columns).unwrap_err().kind, TableErrorKind::NoColumn);
        assert_eq!(read("a,b\n0,0\n", &Columns::default()).unwrap_err().kind, TableErrorKind::Empty);
        assert_eq!(read("a\nx\n", &Columns::default()).unwrap_err().kind, TableErrorKind::NoLists);
        assert_eq!(read("", &Columns::default()).unwrap_err().kind, TableErrorKind::NoRows);
        assert_eq!(read("a,b\n", &Columns::default()).unwrap_err().kind, TableErrorKind::NoRows);
        let flagged = read("a,b,guessed\n1,0,FALSE\n0,1,TRUE\n", &Columns::default()).unwrap_err();
        assert_eq!(flagged.kind, TableErrorKind::MixedSpelling(Box::new(["a, b".into(), "guessed".into()])));
        let named = Columns { lists: vec!["a".into(), "b".into()], ..Columns::default() };
        assert!(read("a,b,guessed\n1,0,FALSE\n0,1,TRUE\n", &named).is_ok_and(|t| !t.notes().inferred));
        let error = read("1,0,5\n1,1,4\n0,1,3\n", &Columns::default()).unwrap_err();
        assert_eq!(error.kind, TableErrorKind::NoHeader("1,0,5".into()));
        let error = read("a,b,a,n\n1,0,1,4\n", &Columns::default()).unwrap_err();
        assert_eq!((error.kind, error.column), (TableErrorKind::Twice, Some("a".into())));
    }
}
