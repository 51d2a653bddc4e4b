//! Folded text in tokens, and phrases found in it.

use super::lexicon::{Phrases, lexicon};
use cairn_fold::fold;

/// Folds, drops what stands in brackets and the ordinal signs, and leaves single spaces.
pub(crate) fn normalise(raw: &str) -> String {
    let mut plain = String::with_capacity(raw.len());
    let mut depth = 0usize;
    for c in raw.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            'º' | 'ª' | '°' => {}
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    if plain.trim().is_empty() {
        // "[1977]": all there is stands in brackets.
        plain = raw.replace(['(', ')', '[', ']'], " ");
    }
    let mut out = String::with_capacity(plain.len());
    for word in fold(&plain).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of digits; its value, or `None` when it is longer than any number we read.
    Number(Option<u64>),
    Word,
    Mark(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Cuts normalised text into numbers, words and marks; spaces are the gaps between them.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let glued = out.last().is_some_and(|t| t.end == start);
        let last = if glued { out.last_mut() } else { None };
        match (c, last) {
            (' ', _) => {}
            ('0'..='9', Some(t)) if matches!(t.kind, Kind::Number(_)) => {
                let digit = u64::from(c as u32 - u32::from(b'0'));
                if let Kind::Number(value) = &mut t.kind {
                    *value = value.and_then(|v| v.checked_mul(10)?.checked_add(digit));
                }
                t.end = end;
            }
            ('0'..='9', _) => {
                let value = u64::from(c as u32 - u32::from(b'0'));
                out.push(Token { kind: Kind::Number(Some(value)), start, end });
            }
            (c, Some(t)) if t.kind == Kind::Word && (c.is_alphabetic() || c == '\'' || c == '"') => {
                t.end = end
            }
            (c, _) if c.is_alphabetic() => out.push(Token { kind: Kind::Word, start, end }),
            (c, _) => out.push(Token { kind: Kind::Mark(c), start, end }),
        }
    }
    out
}

/// The longest phrase of up to three words at token `i`, and how many tokens it takes.
///
/// The first word is also looked up without the letters that some languages glue to its front.
pub(crate) fn phrase<T: Copy>(
    map: &Phrases<T>,
    text: &str,
    tokens: &[Token],
    i: usize,
) -> Option<(T, usize)> {
    let first = tokens.get(i).filter(|t| t.kind == Kind::Word)?;
    let mut ends = [first.end; 3];
    let mut words = 1;
    while words < 3
        && let Some(next) = tokens.get(i + words)
        && next.kind == Kind::Word
        && next.start == ends[words - 1] + 1
    {
        ends[words] = next.end;
        words += 1;
    }
    for n in (1..=words).rev() {
        if let Some(value) = map.get(&text[first.start..ends[n - 1]]) {
            return Some((*value, n));
        }
    }
    (1..=words).rev().find_map(|n| {
        let words = &text[first.start..ends[n - 1]];
        lexicon().prefixes.iter().find_map(|prefix| {
            let rest = words.strip_prefix(prefix.as_str())?;
            map.get(rest).map(|value| (*value, n))
        })
    })
}
