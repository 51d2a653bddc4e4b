//! A table as the linker takes it: columns of dictionary-coded cells.

use rayon::prelude::*;

/// Distinct strings with a number each, in order of first appearance. 0 is the empty string.
#[derive(Clone, Debug)]
pub struct Dictionary {
    text: String,
    ends: Vec<usize>,
    /// Part of the hash and the number, open addressing; number 0 is an empty slot.
    slots: Vec<(u32, u32)>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self { text: String::new(), ends: vec![0], slots: vec![(0, 0); 64] }
    }
}

/// A hash that is the same on every platform and in every run.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut h = 0x9E37_79B9_7F4A_7C15u64 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        h = mix(h ^ u64::from_le_bytes(word));
    }
    mix(h)
}

/// Spreads the bits of `x` (the finaliser of splitmix64).
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

impl Dictionary {
    /// The number of `s`, given one when it is new.
    pub fn code(&mut self, s: &str) -> u32 {
        if s.is_empty() {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let hash = hash_bytes(s.as_bytes());
        let part = (hash >> 32) as u32;
        let mut at = part as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => break,
                (p, n) if p == part && self.get(n) == s => return n,
                _ => at = (at + 1) & mask,
            }
        }
        let n = self.ends.len() as u32;
        self.text.push_str(s);
        self.ends.push(self.text.len());
        self.slots[at] = (part, n);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        n
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![(0, 0); mask + 1];
        // The part of the hash that is kept says where a string belongs: no string is read again.
        for &(part, n) in self.slots.iter().filter(|s| s.1 != 0) {
            let mut at = part as usize & mask;
            while slots[at].1 != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = (part, n);
        }
        self.slots = slots;
    }

    /// The string numbered `n`; empty for a number that was never given.
    #[must_use]
    pub fn get(&self, n: u32) -> &str {
        let n = n as usize;
        match (n.checked_sub(1).and_then(|b| self.ends.get(b)), self.ends.get(n)) {
            (Some(&start), Some(&end)) => &self.text[start..end],
            _ => "",
        }
    }

    /// How many numbers there are, the empty string included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when only the empty string is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.len() <= 1
    }

    /// One value per distinct string, computed in parallel.
    pub(crate) fn map<T: Send>(&self, f: impl Fn(&str) -> T + Sync) -> Vec<T> {
        (0..self.len() as u32).into_par_iter().with_min_len(256).map(|n| f(self.get(n))).collect()
    }
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// Its distinct cells.
    pub values: Dictionary,
    /// The number of each row's cell in `values`.
    pub codes: Vec<u32>,
}

/// A named table; every column has one cell a row.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table is called in outputs, usually its file.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    rows: usize,
}

impl Table {
    /// An empty table with these headers.
    #[must_use]
    pub fn new(name: &str, headers: &[&str]) -> Self {
        let columns = headers.iter().map(|h| Column { name: (*h).to_owned(), ..Column::default() }).collect();
        Self { name: name.to_owned(), columns, rows: 0 }
    }

    /// A table of columns made elsewhere; those that end early are empty from there on.
    #[must_use]
    pub fn from_columns(name: &str, mut columns: Vec<Column>) -> Self {
        let rows = columns.iter().map(|c| c.codes.len()).max().unwrap_or(0);
        columns.iter_mut().for_each(|c| c.codes.resize(rows, 0));
        Self { name: name.to_owned(), columns, rows }
    }

    /// Adds a row. Cells beyond the headers are ignored, missing ones are empty; white space around a cell goes.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let mut cells = cells.into_iter();
        for column in &mut self.columns {
            let code = column.values.code(cells.next().unwrap_or("").trim());
            column.codes.push(code);
        }
        self.rows += 1;
    }

    /// The number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The cell of a row, empty when there is none.
    #[must_use]
    pub fn cell(&self, column: usize, row: usize) -> &str {
        self.columns.get(column).map_or("", |c| c.values.get(c.codes.get(row).copied().unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionary_keeps_strings() {
        let mut d = Dictionary::default();
        let words: Vec<String> = (0..5000).map(|i| format!("w{}", i % 1700)).collect();
        let codes: Vec<u32> = words.iter().map(|w| d.code(w)).collect();
        assert_eq!(d.len(), 1701);
        for (w, c) in words.iter().zip(codes) {
            assert_eq!(d.get(c), w);
        }
        assert_eq!(d.code(""), 0);
        assert_eq!(d.get(99_999), "");
    }
}
