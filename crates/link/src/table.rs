//! A table as the linker takes it: columns of dictionary-coded cells.

use rayon::prelude::*;

/// Strings with a number each, in order of first appearance. 0 is the empty string.
#[derive(Clone, Debug)]
pub struct Dictionary {
    text: String,
    ends: Vec<usize>,
    /// Part of the hash and the number, open addressing; number 0 is an empty slot. No slots at all once hardly a cell
    /// repeats another: then every cell has a number of its own.
    slots: Vec<(u32, u32)>,
    /// Cells that said something.
    cells: usize,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self { text: String::new(), ends: vec![0], slots: vec![(0, 0); 64], cells: 0 }
    }
}

/// From so many strings on a column is asked whether its cells repeat.
const ASKED: usize = 1 << 16;
/// Of so many cells one repeats another at most, where strings are not looked up any more.
const REPEATS: usize = 50;

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

/// Where a string is looked up first: quicker than [`hash_bytes`], whose values orders depend on.
fn spread(bytes: &[u8]) -> u32 {
    let eight = |at: usize| bytes[at..].first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
    let four = |at: usize| bytes[at..].first_chunk().map_or(0, |b| u64::from(u32::from_le_bytes(*b)));
    let fold = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let n = bytes.len();
    let mut h = 0x9E37_79B9_7F4A_7C15 ^ n as u64;
    let (a, b) = match n {
        0..4 => (u64::from(bytes[0]) << 16 | u64::from(bytes[n / 2]) << 8 | u64::from(bytes[n - 1]), 0),
        4..8 => (four(0), four(n - 4)),
        _ => {
            let mut at = 0;
            while at + 16 < n {
                h = fold(eight(at) ^ 0xD6E8_FEB8_6659_FD93, eight(at + 8) ^ h);
                at += 16;
            }
            (eight(at.min(n - 8)), eight(n - 8))
        }
    };
    fold(fold(a ^ 0xA076_1D64_78BD_642F, b ^ h), 0xE703_7ED1_A0B4_28DB) as u32
}

impl Dictionary {
    /// The number of `s`, given one when it is new.
    pub fn code(&mut self, s: &str) -> u32 {
        if s.is_empty() {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let part = spread(s.as_bytes());
        let mut at = part as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => break,
                (p, n) if p == part && self.get(n) == s => return n,
                _ => at = (at + 1) & mask,
            }
        }
        let n = self.add(s);
        self.slots[at] = (part, n);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        n
    }

    fn add(&mut self, s: &str) -> u32 {
        self.text.push_str(s);
        self.ends.push(self.text.len());
        self.ends.len() as u32 - 1
    }

    /// The number of the cell of one more row. Where hardly a cell repeats another, as in a column of identifiers, equal
    /// cells may have several numbers: looking each up would cost more than it saves.
    fn cell(&mut self, s: &str) -> u32 {
        if s.is_empty() {
            return 0;
        }
        self.cells += 1;
        if self.slots.is_empty() {
            return self.add(s);
        }
        let n = self.code(s);
        if self.ends.len() == ASKED && self.cells + 1 - self.ends.len() < self.cells / REPEATS {
            self.slots = Vec::new();
        }
        n
    }

    /// How many different strings there are, the empty one left out.
    pub(crate) fn distinct(&self) -> usize {
        if !self.slots.is_empty() {
            return self.len() - 1;
        }
        let mut hashes = self.map(|s| hash_bytes(s.as_bytes()));
        hashes[1..].par_sort_unstable();
        hashes[1..].chunk_by(|a, b| a == b).count()
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

/// Some rows on their way into a table.
#[derive(Debug, Default)]
pub struct Cells {
    text: String,
    /// Where each cell ends, row after row.
    ends: Vec<usize>,
    width: usize,
    rows: usize,
}

/// Rows and bytes that are handed over in one go: they stay in the cache.
const HANDED: (usize, usize) = (4096, 1 << 20);

impl Cells {
    /// Adds a row. Cells beyond the headers are ignored, missing ones are empty.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for cell in cells.into_iter().take(self.width) {
            self.text.push_str(cell);
            self.ends.push(self.text.len());
        }
        self.rows += 1;
        self.ends.resize(self.rows * self.width, self.text.len());
    }

    fn get(&self, row: usize, column: usize) -> &str {
        let at = row * self.width + column;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.rows = 0;
    }

    /// Whether there may be more.
    fn fill<E>(&mut self, next: &mut impl FnMut(&mut Self) -> Result<bool, E>) -> Result<bool, E> {
        while self.rows < HANDED.0 && self.text.len() < HANDED.1 {
            if !next(self)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// Its cells, each different one once (nearly: see [`Table::push_row`]).
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

    /// Adds a row. Cells beyond the headers are ignored, missing ones are empty; white space around a cell goes. Once a
    /// column has many cells of which hardly one repeats another, equal ones get numbers of their own.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let mut cells = cells.into_iter();
        for column in &mut self.columns {
            let code = column.values.cell(cells.next().unwrap_or("").trim());
            column.codes.push(code);
        }
        self.rows += 1;
    }

    /// Adds rows until `next`, which hands over one row at a time, says that there is none. Some rows are coded column by
    /// column while the next are being read: the same table as [`push_row`](Self::push_row) makes, sooner.
    ///
    /// # Errors
    ///
    /// The first of `next`; rows before it stay.
    pub fn read<E: Send>(
        &mut self,
        mut next: impl FnMut(&mut Cells) -> Result<bool, E> + Send,
    ) -> Result<(), E> {
        let empty = || Cells { width: self.columns.len(), ..Cells::default() };
        let (mut coming, mut here) = (empty(), empty());
        loop {
            let (more, ()) = rayon::join(|| coming.fill(&mut next), || self.extend(&here));
            here.clear();
            std::mem::swap(&mut coming, &mut here);
            if !more? {
                self.extend(&here);
                return Ok(());
            }
        }
    }

    fn extend(&mut self, cells: &Cells) {
        self.columns.par_iter_mut().enumerate().for_each(|(c, column)| {
            let codes = (0..cells.rows).map(|row| column.values.cell(cells.get(row, c).trim()));
            column.codes.extend(codes);
        });
        self.rows += cells.rows;
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

    /// Some rows with identifiers, of which one comes again; the last cells are missing in some.
    fn rows() -> Vec<Vec<String>> {
        let id = |i: usize| format!("no {}", if i == 80_000 { 7 } else { i });
        (0..90_000).map(|i| vec![id(i), format!(" name {} ", i % 300), "x".to_owned()]).collect()
    }

    fn table() -> Table {
        Table::new("t", &["id", "name", "more", "none"])
    }

    #[test]
    fn rows_read_while_others_are_coded_are_the_rows_pushed() {
        let rows = rows();
        let cells = |i: usize| rows[i].iter().map(String::as_str).take(1 + i % 5);
        let (mut pushed, mut read) = (table(), table());
        (0..rows.len()).for_each(|i| pushed.push_row(cells(i)));
        let mut at = 0..rows.len();
        let next = |out: &mut Cells| {
            let next = at.next();
            next.into_iter().for_each(|i| out.push_row(cells(i)));
            Ok::<_, ()>(next.is_some())
        };
        assert_eq!(read.read(next), Ok(()));
        assert_eq!((pushed.rows(), read.rows()), (90_000, 90_000));
        for (a, b) in pushed.columns.iter().zip(&read.columns) {
            assert_eq!(a.codes, b.codes);
            assert_eq!((a.values.len(), a.values.distinct()), (b.values.len(), b.values.distinct()));
        }
        assert_eq!((read.cell(1, 301), read.cell(0, 80_000), read.cell(3, 5)), ("name 1", "no 7", ""));
        assert_eq!(read.read(|_| Err("bad row")), Err("bad row"));
    }

    #[test]
    fn identifiers_are_counted_though_they_are_not_looked_up() {
        let mut t = table();
        rows().iter().for_each(|row| t.push_row(row.iter().map(String::as_str)));
        let [id, name] = [&t.columns[0].values, &t.columns[1].values];
        assert_eq!((id.len(), id.distinct()), (90_001, 89_999));
        assert_eq!((name.len(), name.distinct()), (301, 300));
        assert!(id.slots.is_empty() && !name.slots.is_empty());
    }
}
