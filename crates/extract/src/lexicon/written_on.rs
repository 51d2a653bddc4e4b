//! Phrases of the lexicon that end in a preposition which the script writes onto the next word: "פגעו ב" in "פגעו בחנות".

use crate::lexicon::Lexicon;
use crate::text::token::{Kind, Token, Tokens};

/// Prepositions that are written onto any word.
const PREPOSITIONS: [&str; 3] = ["ב", "ל", "מ"];
/// Of what is left of the word, in bytes.
const LEAST: usize = 6;

impl Lexicon {
    /// Where the longest phrase that begins with the first of `words` ends within a word: which, and behind how many bytes.
    fn ends_within<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<(usize, usize)> {
        let mut node = 0;
        let mut found = None;
        for (k, word) in words.enumerate() {
            if k > 0 && self.step(node, word).is_none() {
                let onto = |p: &&&str| {
                    word.len() >= p.len() + LEAST && word.starts_with(**p) && self.ends_at(node, p)
                };
                found = PREPOSITIONS.iter().find(onto).map(|p| (k, p.len())).or(found);
            }
            let Some(next) = self.step(node, word) else { break };
            node = next;
            if self.ends(node) {
                found = None;
            }
        }
        found
    }
}

/// Cuts the words that begin with the last letter of a phrase, where they are no words of the lexicon as they stand.
pub(crate) fn cut(text: &str, tokens: &mut Tokens, lex: &Lexicon) {
    if lex.profile.place_prefixes.is_empty() {
        return;
    }
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for i in 0..tokens.list.len() {
        if tokens.list[i].kind != Kind::Word {
            continue;
        }
        let word = tokens.fold(&tokens.list[i]);
        let rest =
            || tokens.list[i + 1..].iter().take_while(|t| t.kind == Kind::Word).map(|t| tokens.fold(t));
        let from = |first| lex.ends_within(std::iter::once(first).chain(rest()));
        let found = from(word).or_else(|| lex.proclitics(word).find_map(|c| from(&word[c..])));
        let Some((k, bytes)) = found else { continue };
        // A word that opens a phrase is one of its own: "מניין ההרוגים".
        let known = lex.step(0, tokens.fold(&tokens.list[i + k])).is_some();
        if !known && cuts.last().is_none_or(|(at, _)| *at < i + k) {
            cuts.push((i + k, bytes));
        }
    }
    if cuts.is_empty() {
        return;
    }
    let mut list: Vec<Token> = Vec::with_capacity(tokens.list.len() + cuts.len());
    let mut cuts = cuts.into_iter().peekable();
    for (i, t) in tokens.list.iter().enumerate() {
        match cuts.next_if(|(at, _)| *at == i).and_then(|(_, bytes)| t.cut(text, bytes)) {
            Some(parts) => list.extend(parts),
            None => list.push(*t),
        }
    }
    tokens.list = list;
}
