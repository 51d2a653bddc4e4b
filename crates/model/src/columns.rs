//! The column set that counts and facets read: one dictionary per column, one small code per row.
//!
//! Every column has the same shape, so a new attribute is a new column and no new format. A cell that says
//! nothing is code 0, the empty string.

use std::collections::HashMap;

/// One attribute of many rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What the attribute is called.
    pub name: String,
    /// Distinct values in the order of first appearance; `dictionary[0]` is the empty string.
    pub dictionary: Vec<String>,
    /// One index into the dictionary per row.
    pub codes: Vec<u32>,
}

/// Rows as columns. All columns have the same number of rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    owners: Vec<u32>,
    columns: Vec<Column>,
}

/// Why bytes are no column set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored columns are damaged at byte {0}")]
pub struct ColumnsError(pub usize);

/// Builds a column set row by row.
#[derive(Debug)]
pub struct Builder {
    owners: Vec<u32>,
    columns: Vec<Column>,
    codes: Vec<HashMap<String, u32>>,
    last: Vec<u32>,
}

impl Builder {
    /// A builder for these columns.
    #[must_use]
    pub fn new(names: &[&str]) -> Self {
        let column = |name: &&str| Column {
            name: (*name).to_owned(),
            dictionary: vec![String::new()],
            codes: Vec::new(),
        };
        Self {
            owners: Vec::new(),
            columns: names.iter().map(column).collect(),
            codes: vec![HashMap::from([(String::new(), 0)]); names.len()],
            last: vec![0; names.len()],
        }
    }

    /// Adds a row: a cell per column, in the order of the names given to [`Builder::new`] (cells left out say
    /// nothing), and whose it is: a number of the caller's, such as the place of an account in its batch.
    pub fn row(&mut self, owner: u32, cells: &[&str]) {
        self.owners.push(owner);
        for (i, value) in cells.iter().enumerate().take(self.columns.len()) {
            self.set(i, value);
        }
        for column in &mut self.columns {
            column.codes.resize(self.owners.len(), 0);
        }
    }

    fn set(&mut self, i: usize, value: &str) {
        let column = &mut self.columns[i];
        // Lists repeat themselves: the last value is often this one.
        let last = self.last[i];
        let code = if column.dictionary[last as usize] == value {
            last
        } else if let Some(code) = self.codes[i].get(value) {
            *code
        } else {
            let code = column.dictionary.len() as u32;
            column.dictionary.push(value.to_owned());
            self.codes[i].insert(value.to_owned(), code);
            code
        };
        self.last[i] = code;
        column.codes.push(code);
    }

    /// The finished set.
    #[must_use]
    pub fn finish(self) -> Columns {
        Columns { owners: self.owners, columns: self.columns }
    }
}

impl Columns {
    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.owners.len()
    }

    /// The column of that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// Whose each row is.
    #[must_use]
    pub fn owners(&self) -> &[u32] {
        &self.owners
    }

    /// All columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Bytes for storage: per column its name, its dictionary and its codes at 1, 2 or 4 bytes each.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let number = |out: &mut Vec<u8>, n: usize| out.extend((n as u32).to_le_bytes());
        let text = |out: &mut Vec<u8>, s: &str| {
            out.extend((s.len() as u32).to_le_bytes());
            out.extend(s.as_bytes());
        };
        number(&mut out, self.owners.len());
        for owner in &self.owners {
            out.extend(owner.to_le_bytes());
        }
        number(&mut out, self.columns.len());
        for column in &self.columns {
            text(&mut out, &column.name);
            number(&mut out, column.dictionary.len());
            for value in &column.dictionary {
                text(&mut out, value);
            }
            let width = width(column.dictionary.len());
            for code in &column.codes {
                out.extend(&code.to_le_bytes()[..width]);
            }
        }
        out
    }

    /// Reads what [`Columns::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are cut short, or a code has no dictionary value.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ColumnsError> {
        let mut reader = Reader { bytes, at: 0 };
        let rows = reader.number()?;
        let owners = reader.codes(rows, 4)?;
        let mut columns = Vec::new();
        for _ in 0..reader.number()? {
            let name = reader.text()?;
            let mut dictionary = Vec::new();
            for _ in 0..reader.number()? {
                dictionary.push(reader.text()?);
            }
            let start = reader.at;
            let codes = reader.codes(rows, width(dictionary.len()))?;
            if codes.iter().any(|c| *c as usize >= dictionary.len()) {
                return Err(ColumnsError(start));
            }
            columns.push(Column { name, dictionary, codes });
        }
        if reader.at == bytes.len() { Ok(Self { owners, columns }) } else { Err(ColumnsError(reader.at)) }
    }
}

impl Column {
    /// The value in row `i`; the empty string says nothing.
    #[must_use]
    pub fn value(&self, i: usize) -> &str {
        &self.dictionary[self.codes[i] as usize]
    }
}

fn width(values: usize) -> usize {
    match values {
        0..=0x100 => 1,
        0x101..=0x1_0000 => 2,
        _ => 4,
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], ColumnsError> {
        let end = self.at.checked_add(n).ok_or(ColumnsError(self.at))?;
        let taken = self.bytes.get(self.at..end).ok_or(ColumnsError(self.at))?;
        self.at = end;
        Ok(taken)
    }

    fn codes(&mut self, rows: usize, width: usize) -> Result<Vec<u32>, ColumnsError> {
        let cells = self.take(rows.checked_mul(width).ok_or(ColumnsError(self.at))?)?;
        Ok(cells.chunks_exact(width).map(|c| c.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b))).collect())
    }

    fn number(&mut self) -> Result<usize, ColumnsError> {
        let b = self.take(4)?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    }

    fn text(&mut self) -> Result<String, ColumnsError> {
        let n = self.number()?;
        let at = self.at;
        String::from_utf8(self.take(n)?.to_vec()).map_err(|_| ColumnsError(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unset_cells_say_nothing() {
        let mut b = Builder::new(&["sex", "age"]);
        b.row(1, &["f"]);
        b.row(2, &["", "3/3"]);
        let c = b.finish();
        assert_eq!(
            (c.rows(), c.column("sex").unwrap().value(1), c.column("age").unwrap().value(0)),
            (2, "", "")
        );
    }

    proptest! {
        #[test]
        fn round_trip(cells in prop::collection::vec((".{0,3}", 0u32..700), 0..900)) {
            let mut b = Builder::new(&["a", "b"]);
            for (a, n) in &cells { b.row(*n, &[a, &n.to_string()]); }
            let c = b.finish();
            prop_assert_eq!(Columns::from_bytes(&c.to_bytes()).unwrap(), c);
        }

        #[test]
        fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Columns::from_bytes(&bytes);
        }
    }
}
