//! A filter over a few words: one look at a bit tells that a word is none of them, and is seldom wrong the other way.

/// Bits by the first, second and last letter and the length of a word, whatever its case.
pub(crate) struct Filter(Box<[u64; 64]>);

/// Where a word stands in every filter: found once, asked of several.
#[derive(Clone, Copy)]
pub(crate) struct Key(Option<(usize, usize)>);

impl Key {
    pub fn of(word: &str) -> Key {
        Key(place(word))
    }
}

impl Filter {
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Filter {
        let mut bits = Box::new([0; 64]);
        for (at, bit) in words.filter_map(place) {
            bits[at] |= 1 << bit;
        }
        Filter(bits)
    }

    /// Whether the word may be one of them.
    pub fn may(&self, word: Key) -> bool {
        word.0.is_some_and(|(at, bit)| self.0[at] >> bit & 1 == 1)
    }
}

fn place(word: &str) -> Option<(usize, usize)> {
    // Letters beyond ASCII have two cases that differ in their bytes: they say nothing here.
    let letter =
        |b: Option<&u8>| b.filter(|b| b.is_ascii()).map_or(1, |b| usize::from(b.to_ascii_lowercase()));
    let bytes = word.as_bytes();
    let first = letter(Some(bytes.first()?));
    let hash = first * 31 + letter(bytes.get(1)) * 137 + letter(bytes.last()) * 17 + bytes.len() * 7;
    Some((hash >> 6 & 63, hash & 63))
}
