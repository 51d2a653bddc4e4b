//! The engine's number grammar by itself, for whoever must know whether a number stands in some words.

use cairn_model::Qualifier;

use crate::lexicon::languages;
use crate::numbers::{self, Form};
use crate::text::doc::Doc;
use crate::time;

/// A quantity in a text, whatever it counts. Offsets count Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// First scalar value of the numeral with its hedge.
    pub start: usize,
    /// First scalar value of the numeral itself.
    pub numeral: usize,
    /// One past the last scalar value.
    pub end: usize,
    /// Lower bound; `None` when open.
    pub low: Option<i64>,
    /// Upper bound; `None` when open.
    pub high: Option<i64>,
    /// The hedge.
    pub qualifier: Qualifier,
    /// The bounds come from a house rule about a vague word.
    pub by_rule: bool,
    /// An article before a noun ("a driver"), which the binder alone can tell from a count of one.
    pub article: bool,
}

/// The quantities of a text, left to right: digits of all scripts, number words, ranges, hedges. Percentages, money,
/// ages, years, dates and identifiers are none.
#[must_use]
pub fn quantities(text: &str, lang: Option<&str>) -> Vec<Quantity> {
    let Some(lex) = languages::lexicon(lang, text) else { return Vec::new() };
    let doc = Doc::read(text, lex);
    let mut out = Vec::new();
    let (mut at, mut count) = (0, 0);
    let mut chars = |byte: usize| {
        // A hedge may begin before the end of the figure before it.
        if byte < at {
            return count - text[byte..at].chars().count();
        }
        count += text[at..byte].chars().count();
        at = byte;
        count
    };
    for index in 0..doc.sentences.len() {
        let s = doc.sentence_of(index);
        if !s.numbered {
            continue;
        }
        let periods = time::periods(&doc, s, None);
        for f in numbers::figures(&doc, s, &periods) {
            let byte = |i: usize| doc.lexemes[i].start as usize;
            let start = chars(byte(f.first));
            let numeral = chars(byte(f.num));
            let end = chars(doc.lexemes[f.last.max(f.num + 1) - 1].end as usize);
            out.push(Quantity {
                start,
                numeral,
                end,
                low: f.low,
                high: f.high,
                qualifier: f.qualifier,
                by_rule: matches!(f.form, Form::Vague),
                article: matches!(f.form, Form::Single),
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, lang: &str) -> Vec<(String, Option<i64>, Option<i64>)> {
        let words = |q: &Quantity| text.chars().skip(q.start).take(q.end - q.start).collect::<String>();
        quantities(text, Some(lang)).iter().map(|q| (words(q), q.low, q.high)).collect()
    }

    #[test]
    fn digits_words_and_hedges_with_their_places() {
        assert_eq!(
            read("At least 1,400 died; twelve were hurt on 3 May 2031.", "en"),
            [("At least 1,400".to_owned(), Some(1400), None), ("twelve".to_owned(), Some(12), Some(12))]
        );
        assert_eq!(read("العدد ٧٣ شخصا", "ar"), [("٧٣".to_owned(), Some(73), Some(73))]);
    }
}
