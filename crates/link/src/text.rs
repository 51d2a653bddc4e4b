//! Short strings other than names (places, occupations, numbers), compared letter by letter.

use serde::{Deserialize, Serialize};

const WIDTH: usize = 24;

/// The first 24 bytes of a folded string, with the set of symbols in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Text {
    bytes: [u8; WIDTH],
    len: u8,
    set: u64,
}

impl Text {
    pub fn new(cell: &str) -> Self {
        let folded = cairn_fold::fold(cell);
        let mut t = Self { bytes: [0; WIDTH], len: 0, set: 0 };
        for (slot, c) in t.bytes.iter_mut().zip(folded.chars().filter(|c| c.is_alphanumeric())) {
            // One byte a letter: distinct inside every alphabet that we meet.
            *slot = (u32::from(c) & 0xFF) as u8;
            t.set |= 1 << (*slot & 63);
            t.len += 1;
        }
        t
    }

    /// The set of symbols in it.
    pub fn set(&self) -> u64 {
        self.set
    }

    /// Slips between two strings (optimal string alignment), 3 meaning three or more.
    pub fn slips(&self, other: &Self) -> u8 {
        let (a, b) = (usize::from(self.len), usize::from(other.len));
        let apart = (self.set & !other.set).count_ones().max((other.set & !self.set).count_ones());
        if apart > 2 || a.abs_diff(b) > 2 {
            return 3;
        }
        // Three rows of the table; only cells within two of the diagonal can matter.
        let mut rows = [[9u8; WIDTH + 1]; 3];
        for (j, cell) in rows[0].iter_mut().enumerate().take(3) {
            *cell = j as u8;
        }
        for i in 1..=a {
            let (now, before, twice) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            rows[now] = [9; WIDTH + 1];
            if i <= 2 {
                rows[now][0] = i as u8;
            }
            for j in i.saturating_sub(2).max(1)..=(i + 2).min(b) {
                let differ = u8::from(self.bytes[i - 1] != other.bytes[j - 1]);
                let mut best =
                    (rows[before][j - 1] + differ).min(rows[before][j] + 1).min(rows[now][j - 1] + 1);
                let swapped = i > 1
                    && j > 1
                    && self.bytes[i - 1] == other.bytes[j - 2]
                    && self.bytes[i - 2] == other.bytes[j - 1];
                if swapped {
                    best = best.min(rows[twice][j - 2] + 1);
                }
                rows[now][j] = best.min(9);
            }
        }
        rows[a % 3][b].min(3)
    }

    /// True for a slip of the pen given the length of the strings.
    pub fn near(&self, other: &Self) -> bool {
        match self.len.min(other.len) {
            0..=3 => false,
            4..=5 => self.slips(other) <= 1,
            _ => self.slips(other) <= 2,
        }
    }

    /// True when the strings begin alike, as codes of one area do.
    pub fn begins_alike(&self, other: &Self) -> bool {
        let same = self.bytes.iter().zip(&other.bytes).take_while(|(a, b)| a == b && **a != 0).count();
        same >= 3 && same * 5 >= usize::from(self.len.max(other.len)) * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slips(a: &str, b: &str) -> u8 {
        Text::new(a).slips(&Text::new(b))
    }

    #[test]
    fn counts_slips() {
        for (a, b, n) in [
            ("6951593", "6951593", 0),
            ("6951593", "6951539", 1),
            ("6951593", "695159", 1),
            ("a1b2", "zz99", 3),
            ("", "ab", 2),
        ] {
            assert_eq!(slips(a, b), n, "{a} {b}");
        }
        assert!(Text::new("ex17 4pa").begins_alike(&Text::new("ex17 5bs")));
        assert!(!Text::new("ex17 4pa").begins_alike(&Text::new("ab17 5bs")));
    }

    proptest! {
        #[test]
        fn symmetric(a in "[a-d]{0,9}", b in "[a-d]{0,9}") {
            prop_assert_eq!(slips(&a, &b), slips(&b, &a));
        }
    }
}
