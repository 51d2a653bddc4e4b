//! One word of a name in a form that compares in tens of nanoseconds.

use crate::lexicon::lexicon;
use crate::script::{Script, script_of};
use crate::sound::{Gap, sounds};
use serde::{Deserialize, Serialize};

const LETTERS: usize = 20;
const SOUNDS: usize = 12;

/// How well two words agree. The order is the order of examination, not of evidence: what each level is worth is
/// learned from the data by the linker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TokenLevel {
    /// The same letters after folding.
    Exact = 1,
    /// Another spelling or another script for the same sounds.
    Variant = 2,
    /// The same consonants, but vowels that belong to another name.
    Skeleton = 3,
    /// A slip of one letter (two in long words).
    Near = 4,
    /// Close: two slips, one consonant, an initial or a shortened form.
    Close = 5,
    /// Different words.
    Different = 6,
}

/// A folded word with everything that comparing it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    letters: [u8; LETTERS],
    skeleton: [u8; SOUNDS],
    gaps: [Gap; SOUNDS],
    letter_set: u32,
    skeleton_set: u32,
    len: u8,
    skeleton_len: u8,
    script: Script,
    same: Option<u16>,
}

impl Token {
    /// Reads one word as [`crate::words`] returns it.
    #[must_use]
    pub fn new(word: &str) -> Self {
        Self::heard(word).0
    }

    /// [`Token::new`], and the word's skeleton as [`crate::skeleton_of_word`] gives it.
    #[must_use]
    pub fn heard(word: &str) -> (Self, String) {
        let script = script_of(word);
        let heard = sounds(word);
        let mut t = Self {
            letters: [0; LETTERS],
            skeleton: [0; SOUNDS],
            gaps: [Gap::default(); SOUNDS],
            letter_set: 0,
            skeleton_set: 0,
            len: 0,
            skeleton_len: 0,
            script,
            same: lexicon().same(word),
        };
        for (slot, c) in t.letters.iter_mut().zip(word.chars().filter(|c| c.is_alphanumeric())) {
            *slot = small(c);
            t.letter_set |= 1 << *slot;
            t.len += 1;
        }
        for (slot, c) in t.skeleton.iter_mut().zip(heard.skeleton.bytes()) {
            *slot = c & 31;
            t.skeleton_set |= 1 << *slot;
            t.skeleton_len += 1;
        }
        for (slot, gap) in t.gaps.iter_mut().zip(heard.gaps) {
            *slot = gap;
        }
        let skeleton = t.same.map_or(heard.skeleton, |n| format!("={n}"));
        (t, skeleton)
    }

    /// Letters that count, at most 20.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// True when the word has no letters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The script of the word.
    #[must_use]
    pub fn script(&self) -> Script {
        self.script
    }

    /// Grades two words. Symmetric.
    #[must_use]
    pub fn compare(&self, other: &Self) -> TokenLevel {
        if self.script == other.script && self.letters == other.letters && self.len == other.len {
            return TokenLevel::Exact;
        }
        if self.same.is_some() && self.same == other.same {
            return TokenLevel::Variant;
        }
        if self.same_skeleton(other) {
            return if self.vowels_clash(other) { TokenLevel::Skeleton } else { TokenLevel::Variant };
        }
        self.compare_unlike(other)
    }

    /// [`Token::compare`] for two words that are known to differ in letters and skeleton.
    #[must_use]
    pub fn compare_unlike(&self, other: &Self) -> TokenLevel {
        let one_script = self.script == other.script;
        let (short, long) = (self.len.min(other.len), self.len.max(other.len));
        if one_script && short == 1 && self.letters[0] == other.letters[0] {
            return TokenLevel::Close;
        }
        if one_script && long == 3 && short >= 2 && apart(self.letter_set, other.letter_set) <= 1 {
            let d = osa(&self.letters[..self.len()], &other.letters[..other.len()]);
            if d <= 1 {
                return TokenLevel::Close;
            }
        }
        if one_script && long >= 4 {
            let reach = 1 + u32::from(long >= 5) + u32::from(long >= 10);
            if apart(self.letter_set, other.letter_set) <= reach && u32::from(long - short) <= reach {
                let d = osa(&self.letters[..self.len()], &other.letters[..other.len()]);
                if d <= 1 || (d == 2 && long >= 8) {
                    return TokenLevel::Near;
                }
                if d <= reach {
                    return TokenLevel::Close;
                }
            }
        }
        let (s, l) = (self.skeleton_len.min(other.skeleton_len), self.skeleton_len.max(other.skeleton_len));
        if s >= 2 && l >= 3 && l - s <= 1 && apart(self.skeleton_set, other.skeleton_set) <= 1 {
            let d = osa(
                &self.skeleton[..usize::from(self.skeleton_len)],
                &other.skeleton[..usize::from(other.skeleton_len)],
            );
            if d <= 1 {
                return if one_script || l < 4 { TokenLevel::Close } else { TokenLevel::Near };
            }
        }
        if one_script
            && short >= 3
            && self.letters[..usize::from(short)] == other.letters[..usize::from(short)]
        {
            return TokenLevel::Close;
        }
        TokenLevel::Different
    }

    /// True when the consonants are the same.
    #[must_use]
    pub fn same_skeleton(&self, other: &Self) -> bool {
        self.skeleton_len > 0 && self.skeleton_len == other.skeleton_len && self.skeleton == other.skeleton
    }

    /// For words with one skeleton: true when their vowels belong to different names.
    #[must_use]
    pub fn vowels_clash(&self, other: &Self) -> bool {
        let abjad = (self.script.is_abjad(), other.script.is_abjad());
        let between = usize::from(self.skeleton_len).saturating_sub(1);
        let mut clash = 0;
        for (i, (a, b)) in self.gaps[..between].iter().zip(&other.gaps[..between]).enumerate() {
            // In the first gap two letters are often one short vowel (Mounir).
            let worst = if i == 0 && abjad.0 != abjad.1 { 1 } else { 2 };
            clash += a.clash(*b, abjad).min(worst);
        }
        clash >= 2
    }
}

/// What tells most different words apart without looking at their letters one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    letters: u32,
    sounds: u32,
    /// The script, and a bit for a long word.
    tag: u32,
}

/// Set for a word of ten letters or more.
const LONG: u32 = 1 << 8;

impl Token {
    /// The word's outline.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let tag = self.script as u32 | if self.len < 10 { 0 } else { LONG };
        Outline { letters: self.letter_set, sounds: self.skeleton_set, tag }
    }
}

/// The outlines of four words side by side, compared with four others at once: no branch, so that the compiler may use
/// what the processor has for that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlines {
    letters: [u32; 4],
    sounds: [u32; 4],
    tags: [u32; 4],
}

impl Outlines {
    /// Puts a word in one of the four places.
    pub fn set(&mut self, place: usize, word: Outline) {
        (self.letters[place], self.sounds[place], self.tags[place]) = (word.letters, word.sounds, word.tag);
    }

    /// By place: all bits where both words are in one script, else none.
    #[inline]
    #[must_use]
    pub fn one_script(&self, other: &Self) -> [u32; 4] {
        std::array::from_fn(|i| all_bits((self.tags[i] ^ other.tags[i]) & !LONG == 0))
    }

    /// By place: all bits only where [`Token::compare_unlike`] says [`TokenLevel::Different`]; none decides nothing.
    #[inline]
    #[must_use]
    pub fn differ(&self, other: &Self) -> [u32; 4] {
        // Symbols beyond the lowest.
        let less = |set: u32| set & set.wrapping_sub(1);
        std::array::from_fn(|i| {
            let (a, b) = (self.letters[i] & !other.letters[i], other.letters[i] & !self.letters[i]);
            // More letters of their own than any slip makes; and neither is a beginning of the other.
            let (a3, b3) = (less(less(a)), less(less(b)));
            let long = all_bits((self.tags[i] | other.tags[i]) & LONG != 0);
            let far = less(a3) | less(b3) | (a3 | b3) & !long;
            let (s, t) = (self.sounds[i] & !other.sounds[i], other.sounds[i] & !self.sounds[i]);
            let none =
                all_bits(far == 0) | all_bits(a == 0) | all_bits(b == 0) | all_bits(less(s) | less(t) == 0);
            !none
        })
    }
}

#[inline]
fn all_bits(yes: bool) -> u32 {
    u32::from(yes).wrapping_neg()
}

/// Letters of the larger set that the smaller lacks: a lower bound on the edit distance.
fn apart(a: u32, b: u32) -> u32 {
    (a & !b).count_ones().max((b & !a).count_ones())
}

/// A letter of any script as one of 32 symbols, distinct inside its script.
fn small(c: char) -> u8 {
    let u = u32::from(c);
    let n = match u {
        0x61..=0x7A => u - 0x60,
        0x627..=0x63A => u - 0x626,
        0x641..=0x64A => u - 0x641 + 21,
        0x5D0..=0x5EA => u - 0x5CF,
        0x430..=0x44F => u - 0x430,
        0x30..=0x39 => 27 + (u - 0x30) % 5,
        _ => u & 31,
    };
    n as u8
}

/// Optimal string alignment distance (insertions, deletions, substitutions, neighbouring transpositions) of two
/// strings of at most 64 symbols below 32, bit-parallel after Hyyrö, "A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
fn osa(a: &[u8], b: &[u8]) -> u32 {
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len()) as u32;
    }
    let mut places = [0u32; 32];
    for (i, c) in a.iter().enumerate() {
        places[usize::from(c & 31)] |= 1 << i;
    }
    let top = 1u32 << (a.len() - 1);
    let (mut vp, mut vn, mut d0, mut before) = (u32::MAX, 0u32, 0u32, 0u32);
    let mut distance = a.len() as u32;
    for c in b {
        let here = places[usize::from(c & 31)];
        let swap = ((!d0 & here) << 1) & before;
        d0 = ((here & vp).wrapping_add(vp) ^ vp) | here | vn | swap;
        let hp = vn | !(d0 | vp);
        let hn = d0 & vp;
        distance = distance + u32::from(hp & top != 0) - u32::from(hn & top != 0);
        let hp = (hp << 1) | 1;
        vp = (hn << 1) | !(d0 | hp);
        vn = hp & d0;
        before = here;
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn level(a: &str, b: &str) -> TokenLevel {
        Token::new(a).compare(&Token::new(b))
    }

    #[test]
    fn levels() {
        use TokenLevel::*;
        for (a, b, want) in [
            ("سالم", "سالم", Exact),
            ("muhammad", "mohamed", Variant),
            ("محمد", "mohammed", Variant),
            ("محمود", "mahmoud", Variant),
            ("محمود", "mohammed", Skeleton),
            ("محمد", "محمود", Skeleton),
            ("حسن", "حسين", Skeleton),
            ("samira", "samoura", Skeleton),
            ("samira", "samila", Near),
            ("j", "john", Close),
            ("rob", "robert", Close),
            ("ali", "ari", Close),
            ("samira", "tobias", Different),
            ("osman", "عثمان", Variant),
        ] {
            assert_eq!(level(a, b), want, "{a} {b}");
            assert_eq!(level(b, a), want, "{b} {a}");
        }
    }

    /// The textbook recurrence.
    fn slow(a: &[u8], b: &[u8]) -> u32 {
        let mut d = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    (i + j) as u32
                } else {
                    let cost = u32::from(a[i - 1] != b[j - 1]);
                    let mut best = (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(d[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn osa_is_the_textbook_distance(a in proptest::collection::vec(0u8..5, 0..20), b in proptest::collection::vec(0u8..5, 0..20)) {
            prop_assert_eq!(osa(&a, &b), slow(&a, &b));
        }

        #[test]
        fn outlines_never_hide_a_likeness(words in proptest::collection::vec(("[a-eمحدسن]{0,12}", "[a-kمحدسنلق]{0,12}"), 4)) {
            let (mut left, mut right) = (Outlines::default(), Outlines::default());
            let words: Vec<_> = words.iter().map(|(a, b)| (Token::new(a), Token::new(b))).collect();
            for (i, (a, b)) in words.iter().enumerate() {
                left.set(i, a.outline());
                right.set(i, b.outline());
            }
            prop_assert_eq!(left.differ(&right), right.differ(&left));
            for (i, (a, b)) in words.iter().enumerate() {
                prop_assert_eq!(left.one_script(&right)[i] != 0, a.script() == b.script());
                if left.differ(&right)[i] != 0 {
                    prop_assert_eq!(a.compare_unlike(b), TokenLevel::Different);
                }
            }
        }

        #[test]
        fn comparing_is_symmetric(a in "\\PC{0,12}", b in "\\PC{0,12}") {
            prop_assert_eq!(level(&a, &b), level(&b, &a));
        }
    }
}
