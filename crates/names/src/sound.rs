//! From letters to the sounds that survive a change of script.
//!
//! The skeleton is what abjads write: consonants in classes wide enough that Arabic, Hebrew, Cyrillic and Latin
//! spellings meet (`data/letters.toml`). Vowels go, but what stood in each gap between consonants is kept beside
//! it, because long vowels are what tells some names apart (the same consonants, another name).

use crate::lexicon::lexicon;
use crate::script::{Script, script_of};
use serde::{Deserialize, Serialize};

/// What was written between two consonants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Gap(u8);

impl Gap {
    const A: u8 = 1;
    const I: u8 = 2;
    const U: u8 = 4;
    const VOWELS: u8 = 7;
    const LONG: u8 = 8;
    const ANY: u8 = 16;

    /// 0: could be one sound; 1: a short vowel differs; 2: a long vowel differs.
    pub fn clash(self, other: Self, abjad: (bool, bool)) -> u8 {
        if (self.0 | other.0) & Self::ANY != 0 {
            return 0;
        }
        let (a, b) = (self.0 & Self::VOWELS, other.0 & Self::VOWELS);
        let (long_a, long_b) = (self.0 & Self::LONG != 0, other.0 & Self::LONG != 0);
        match abjad {
            (true, true) => 2 * u8::from(a != b),
            (true, false) | (false, true) => {
                let ((w, w_long), (v, v_long)) =
                    if abjad.0 { ((a, long_a), (b, long_b)) } else { ((b, long_b), (a, long_a)) };
                match (w_long, v_long) {
                    // A long a is also heard and written e.
                    (true, false) if w == Self::A && v == Self::I => 0,
                    (true, _) => 2 * u8::from(w & v == 0),
                    // An abjad that writes no vowel here has a short one or none.
                    (false, true) => 2 * u8::from(v != Self::A),
                    (false, false) => 0,
                }
            }
            (false, false) => {
                if a & b != 0 || a == b {
                    0
                } else if long_a || long_b {
                    2
                } else {
                    u8::from((a | b) & Self::U != 0)
                }
            }
        }
    }
}

/// A word as sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sounds {
    /// Consonant classes; `a` first when the word begins with a vowel.
    pub skeleton: String,
    /// `gaps[i]` stands between consonants `i` and `i + 1`.
    pub gaps: Vec<Gap>,
}

/// The sounds of one folded word.
pub(crate) fn sounds(word: &str) -> Sounds {
    let script = script_of(word);
    let lexicon = lexicon();
    let letters: Vec<char> =
        word.chars().filter(|c| script == Script::Hebrew || c.is_alphanumeric()).take(64).collect();
    let mut stream = String::new();
    let mut at = 0;
    while at < letters.len() {
        let fits = lexicon.letters(script, letters[at]).iter().find(|s| {
            letters[at..].starts_with(&s.letters)
                && (!s.at_start || at == 0)
                && (!s.at_end || at + s.letters.len() == letters.len())
        });
        if let Some(s) = fits {
            stream.push_str(&s.sounds);
            at += s.letters.len();
        } else {
            if letters[at].is_ascii_digit() {
                stream.push(letters[at]);
            }
            at += 1;
        }
    }
    gather(&stream)
}

fn gather(stream: &str) -> Sounds {
    let mut out = Sounds::default();
    let mut gap = Gap::default();
    let mut chars = stream.chars().peekable();
    let mut first = true;
    while let Some(c) = chars.next() {
        let long = if chars.peek() == Some(&':') {
            chars.next();
            Gap::LONG
        } else {
            0
        };
        let vowel = match c {
            'A' => Gap::A | long,
            'I' => Gap::I | long,
            'U' => Gap::U | long,
            '\'' => Gap::ANY,
            'w' if !first => Gap::U | Gap::LONG,
            'y' if !first => Gap::I | Gap::LONG,
            _ => 0,
        };
        if vowel == 0 {
            let last = chars.peek().is_none();
            let repeated =
                out.skeleton.ends_with(c) && out.skeleton.len() > usize::from(out.skeleton.starts_with('a'));
            // A final h is written or not, th and dh may be one sound or two; a doubled consonant is one.
            let silent = c == 'h' && !first && (last || out.skeleton.ends_with(['t', 'd']));
            if !silent && !repeated {
                if !first {
                    out.gaps.push(gap);
                }
                out.skeleton.push(c);
                gap = Gap::default();
            }
        } else if first {
            out.skeleton.push('a');
        } else {
            gap.0 |= vowel;
        }
        first = false;
    }
    out
}

/// The consonant skeleton of one word in any script.
#[must_use]
pub fn skeleton_of_word(word: &str) -> String {
    match lexicon().same(word) {
        Some(n) => format!("={n}"),
        None => sounds(word).skeleton,
    }
}

/// The skeleton of a whole name: one per word, compounds joined, titles left out.
#[must_use]
pub fn skeleton(name: &str) -> String {
    let words: Vec<String> =
        crate::words(name).iter().map(|w| skeleton_of_word(w)).filter(|s| !s.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_skeleton_across_scripts() {
        for forms in [
            &["عبد الرحمن", "Abdel Rahman", "Abdurrahman", "Abd al-Rahman", "عبدالرحمن", "Абдуррахман"][..],
            &["عبد الله", "Abdullah", "Abdallah", "Abd Allah", "عبدالله"],
            &["صلاح الدين", "Salah al-Din", "Salah-ud-din", "Salaheddin"],
            &["خالد", "Khaled", "Khalid", "Халед", "Халид"],
            &["محيسن", "Muhaisan", "Mohaisen", "Mheisen"],
            &["يوسف", "Yousef", "Yusuf", "Youssef", "Юсуф"],
            &["أبو حمد", "Abu Hamd", "Abohamd", "ابوحمد"],
            &["المصري", "Al-Masri", "El Masri", "Almasri"],
            &["מרים", "Miriam", "Мириам"],
            &["عثمان", "Othman", "Osman", "Усман"],
        ] {
            for form in forms {
                assert_eq!(skeleton(form), skeleton(forms[0]), "{form} and {}", forms[0]);
            }
        }
        assert_ne!(skeleton("سالم"), skeleton("سليمان"));
    }
}
