//! The languages that are built in, and which of them a text is in.

use std::sync::OnceLock;

use crate::lexicon::Lexicon;

/// Code and text of every file in `lang`, collected by the build script.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

fn all() -> &'static [Lexicon] {
    static ALL: OnceLock<Vec<Lexicon>> = OnceLock::new();
    // The files are compiled in and a test parses each of them: one that fails here is left out.
    ALL.get_or_init(|| FILES.iter().filter_map(|(_, text)| Lexicon::parse(text).ok()).collect())
}

/// The codes of the languages that the engine reads.
#[must_use]
pub fn languages() -> &'static [&'static str] {
    static CODES: OnceLock<Vec<&'static str>> = OnceLock::new();
    CODES.get_or_init(|| all().iter().map(|l| l.profile.code.as_str()).collect())
}

/// The lexicon asked for, or the one of the language that the text seems to be in.
pub(crate) fn lexicon(code: Option<&str>, text: &str) -> Option<&'static Lexicon> {
    let asked = code.map(|c| c.split(['-', '_']).next().unwrap_or(c));
    all().iter().find(|l| Some(l.profile.code.as_str()) == asked).or_else(|| guess(text))
}

/// The code of the language that the text seems to be in, by its most frequent little words.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    guess(text).map(|l| l.profile.code.as_str())
}

/// How many words are looked at.
const SAMPLE: usize = 400;

fn guess(text: &str) -> Option<&'static Lexicon> {
    let mut counts = vec![0usize; all().len()];
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|w| !w.is_empty());
    for word in words.take(SAMPLE).filter(|w| w.len() < 24) {
        let raw = word;
        let word = cairn_fold::fold(word);
        for (i, lex) in all().iter().enumerate() {
            let known = lex.longest(&word, std::iter::empty()).is_some();
            counts[i] += 2 * usize::from(lex.is_function_word(&word)) + usize::from(known);
            counts[i] += 2 * usize::from(raw.chars().any(|c| lex.profile.own_letters.contains(c)));
        }
    }
    let best = (0..counts.len()).max_by_key(|i| (counts[*i], std::cmp::Reverse(*i)))?;
    if counts[best] > 0 { all().get(best) } else { by_script(text) }
}

/// Too short for little words: the script decides.
fn by_script(text: &str) -> Option<&'static Lexicon> {
    let score = |lex: &Lexicon| text.chars().take(2000).filter(|c| lex.has_letter(*c)).count();
    let scored: Vec<usize> = all().iter().map(score).collect();
    let best = (0..scored.len()).max_by_key(|i| (scored[*i], std::cmp::Reverse(*i)))?;
    (scored[best] > 0).then(|| &all()[best])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_file_parses() {
        let failures: Vec<String> = FILES
            .iter()
            .filter_map(|(code, text)| Lexicon::parse(text).err().map(|e| format!("{code}: {e}")))
            .collect();
        assert_eq!(failures, Vec::<String>::new());
        let codes: Vec<&str> = FILES.iter().map(|(code, _)| *code).collect();
        assert_eq!(languages(), codes);
    }
}
