//! Which script a string is in, and whether a right-to-left string arrived back to front.

use crate::lexicon::lexicon;
use serde::{Deserialize, Serialize};

/// The writing system of most letters of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Arabic letters, Persian and Urdu forms included.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Another script, or no letters at all.
    Other,
}

impl Script {
    pub(crate) const ALL: [Self; 6] =
        [Self::Latin, Self::Arabic, Self::Hebrew, Self::Cyrillic, Self::Greek, Self::Other];

    /// True where short vowels are not written.
    #[must_use]
    pub fn is_abjad(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }

    pub(crate) fn of_char(c: char) -> Option<Self> {
        match u32::from(c) {
            0x41..=0x5A | 0x61..=0x7A | 0xAA | 0xBA | 0xC0..=0x24F | 0x1E00..=0x1EFF | 0xFF21..=0xFF5A => {
                Some(Self::Latin)
            }
            0x620..=0x64A
            | 0x66E..=0x6D3
            | 0x6FA..=0x6FF
            | 0x750..=0x77F
            | 0xFB50..=0xFDFF
            | 0xFE70..=0xFEFC => Some(Self::Arabic),
            0x5D0..=0x5EA | 0xFB1D..=0xFB4F => Some(Self::Hebrew),
            0x400..=0x52F => Some(Self::Cyrillic),
            0x370..=0x3FF | 0x1F00..=0x1FFF => Some(Self::Greek),
            _ if c.is_alphabetic() => Some(Self::Other),
            _ => None,
        }
    }
}

/// The script that most letters of `text` belong to; the earlier variant of [`Script`] wins a tie.
#[must_use]
pub fn script_of(text: &str) -> Script {
    let mut seen = [0u32; Script::ALL.len()];
    for c in text.chars().take(crate::MAX_CHARS) {
        if let Some(s) = Script::of_char(c) {
            seen[s as usize] += 1;
        }
    }
    let most = seen.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Script::Other;
    }
    Script::ALL.into_iter().find(|s| seen[*s as usize] == most).unwrap_or(Script::Other)
}

/// How much an Arabic string looks as if its letters stood in reverse order, as broken text extraction leaves
/// them: positive for mirrored, negative for sound, 0 when it does not show. Letters that only end a word
/// (ta marbuta, alef maqsura) and the article that only begins one give it away. Sum it over a column to decide.
#[must_use]
pub fn mirrored_score(text: &str) -> i32 {
    let lex = lexicon();
    let mut score = 0;
    // Letters of other scripts do not come mirrored, and a Latin word read backwards may begin like an article.
    let arabic = |w: &&str| w.chars().any(|c| Script::of_char(c) == Some(Script::Arabic));
    for word in text.split_whitespace().filter(arabic).take(16) {
        let mut letters = word.chars().filter(|c| Script::of_char(*c).is_some());
        let (Some(first), Some(last)) = (letters.next(), letters.next_back()) else { continue };
        if matches!(first, 'ة' | 'ى') {
            score += 2;
        }
        if matches!(last, 'ة' | 'ى') {
            score -= 2;
        }
        let plain = cairn_fold::fold(word);
        let back: String = plain.chars().rev().collect();
        let begins = |w: &str| w.starts_with("ال") || lex.kunya(w) || lex.head(w);
        score += i32::from(begins(&back)) - i32::from(begins(&plain));
    }
    score
}

/// The string with its characters in reverse order, for use when [`mirrored_score`] says so.
#[must_use]
pub fn unmirror(text: &str) -> String {
    text.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_arabic_is_ever_mirrored() {
        assert!(mirrored_score(&unmirror("الحسن عبد الله")) > 0 && mirrored_score("الحسن عبد الله") < 0);
        for text in ["Adela Uba", "Neb Ed", "ledba meluba", "Ла Ед", "Zoe Rimba"] {
            assert_eq!(mirrored_score(text), 0, "{text}");
            assert_eq!(mirrored_score(&unmirror(text)), 0, "{text} backwards");
        }
    }

    #[test]
    fn scripts() {
        for (text, script) in [
            ("Samira Nowak", Script::Latin),
            ("سميرة نواك", Script::Arabic),
            ("סמירה", Script::Hebrew),
            ("Самира", Script::Cyrillic),
            ("Σαμίρα", Script::Greek),
            ("12 / 7", Script::Other),
            ("", Script::Other),
        ] {
            assert_eq!(script_of(text), script, "{text}");
        }
    }

    #[test]
    fn mirrored() {
        let sound = "سميرة عبد القادر البحري";
        let back = unmirror(sound);
        assert!(mirrored_score(sound) < 0, "{}", mirrored_score(sound));
        assert!(mirrored_score(&back) > 0, "{}", mirrored_score(&back));
        assert_eq!(mirrored_score("Samira"), 0);
    }
}
