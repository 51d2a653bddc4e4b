//! A text as a form: lines of words and numbers, each under its heading.

use std::ops::Range;

use cairn_fold::{digit_value, fold};

use crate::numbers::quantity::Quantity;
use crate::{check, quantities};

/// Stands for another number than the slot's own.
const NUMBER: &str = "#";

/// How much a word counts by its distance from the number: the nearest says most.
const WEIGHTS: [u32; 8] = [100, 80, 64, 51, 41, 33, 26, 21];

/// Headings that agree less than this, of a thousand, are different headings.
const STRANGE: u32 = 400;

/// A text cut up.
pub(super) struct Form {
    chars: Vec<char>,
    lines: Vec<Line>,
    pub numbers: Vec<Number>,
}

struct Line {
    at: Range<usize>,
    tokens: Vec<Token>,
    /// The line that it stands under.
    heading: Option<usize>,
}

struct Token {
    at: Range<usize>,
    word: String,
}

/// A number of the form.
pub(super) struct Number {
    pub quantity: Quantity,
    line: usize,
    token: usize,
}

/// The words around a number.
pub(super) struct Context {
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub heading: Vec<String>,
}

impl Form {
    pub fn read(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut found: Vec<Quantity> = Vec::new();
        for (start, part) in check::parts(text) {
            found.extend(quantities(part, None).into_iter().filter(|q| !q.article).map(|q| Quantity {
                start: q.start + start,
                numeral: q.numeral + start,
                end: q.end + start,
                ..q
            }));
        }
        let mut form = Self { lines: Vec::new(), numbers: Vec::new(), chars };
        let mut quantities = found.into_iter().peekable();
        let mut heading = None;
        for at in form.line_ranges() {
            let index = form.lines.len();
            let (tokens, numbers) = form.tokens(&at, index, &mut quantities);
            let words = tokens.iter().filter(|t| t.word != NUMBER).count();
            let plain = numbers.is_empty() && words >= 2;
            form.numbers.extend(numbers);
            form.lines.push(Line { at, tokens, heading });
            if plain {
                heading = Some(index);
            }
        }
        form
    }

    /// Lines that say something; a number alone belongs to the label above it.
    fn line_ranges(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for end in (0..=self.chars.len()).filter(|i| self.chars.get(*i).is_none_or(|c| *c == '\n')) {
            let line = &self.chars[start..end];
            if line.iter().any(|c| c.is_alphanumeric()) {
                let bare = !line.iter().any(|c| c.is_alphabetic());
                let label = out.last().is_some_and(|last| {
                    let trimmed = self.chars[last.clone()].iter().rev().find(|c| !c.is_whitespace());
                    trimmed == Some(&':')
                });
                match out.last_mut() {
                    Some(last) if bare && label => last.end = end,
                    _ => out.push(start..end),
                }
            }
            start = end + 1;
        }
        out
    }

    fn tokens(
        &self,
        line: &Range<usize>,
        index: usize,
        quantities: &mut std::iter::Peekable<impl Iterator<Item = Quantity>>,
    ) -> (Vec<Token>, Vec<Number>) {
        let (mut tokens, mut numbers): (Vec<Token>, Vec<Number>) = (Vec::new(), Vec::new());
        while quantities.next_if(|q| q.numeral < line.start).is_some() {}
        let mut i = line.start;
        while i < line.end {
            if let Some(quantity) = quantities.next_if(|q| q.numeral <= i && q.end > i) {
                let at = quantity.numeral..quantity.end.min(line.end);
                i = at.end.max(i + 1);
                numbers.push(Number { quantity, line: index, token: tokens.len() });
                tokens.push(Token { at, word: NUMBER.to_owned() });
                continue;
            }
            let c = self.chars[i];
            let digit = digit_value(c).is_some();
            if !digit && !c.is_alphabetic() {
                i += 1;
                continue;
            }
            let start = i;
            let next = quantities.peek().map_or(line.end, |q| q.numeral.max(start + 1));
            while i < line.end.min(next) && self.belongs(i, digit) {
                i += 1;
            }
            let word = if digit { NUMBER.to_owned() } else { fold(&self.words(start, i)) };
            if !word.is_empty() {
                tokens.push(Token { at: start..i, word });
            }
        }
        (tokens, numbers)
    }

    /// Whether a character goes on with the word or the digits that it stands in.
    fn belongs(&self, i: usize, digits: bool) -> bool {
        let c = self.chars[i];
        let digit = |c: char| digit_value(c).is_some();
        if digits {
            let grouped = matches!(c, ',' | '.' | '،' | '٬' | '\u{A0}' | '\u{202F}');
            return digit(c) || grouped && self.chars.get(i + 1).is_some_and(|c| digit(*c));
        }
        c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\'' | '’' | 'ـ')
    }

    pub fn words(&self, start: usize, end: usize) -> String {
        self.chars[start..end].iter().collect()
    }

    /// Whether the text has these words.
    pub fn has(&self, words: &str) -> bool {
        let words: Vec<char> = words.chars().collect();
        !words.is_empty() && self.chars.windows(words.len()).any(|w| w == words)
    }

    pub fn line_of(&self, number: &Number) -> String {
        self.words(self.lines[number.line].at.start, self.lines[number.line].at.end).trim().to_owned()
    }

    /// The number that a quote gives: of those in it, the one with these bounds.
    pub fn number_in(&self, quote: Range<usize>, low: Option<i64>, high: Option<i64>) -> Option<&Number> {
        let inside = |n: &&Number| n.quantity.numeral >= quote.start && n.quantity.numeral < quote.end;
        self.numbers.iter().filter(inside).find(|n| (n.quantity.low, n.quantity.high) == (low, high))
    }

    pub fn context(&self, number: &Number) -> Context {
        let line = &self.lines[number.line];
        let word = |t: &Token| t.word.clone();
        let first = number.token.saturating_sub(WEIGHTS.len());
        let last = line.tokens.len().min(number.token + 1 + WEIGHTS.len());
        Context {
            before: line.tokens[first..number.token].iter().map(word).collect(),
            after: line.tokens[number.token + 1..last].iter().map(word).collect(),
            heading: line
                .heading
                .map(|h| self.lines[h].tokens.iter().map(word).collect())
                .unwrap_or_default(),
        }
    }

    /// How many words before and after its number a quote takes in.
    pub fn extent(&self, number: &Number, quote: &Range<usize>) -> (usize, usize) {
        let tokens = &self.lines[number.line].tokens;
        let inside = |t: &&Token| t.at.start >= quote.start && t.at.end <= quote.end;
        let before = tokens[..number.token].iter().rev().take_while(inside).count();
        (before, tokens[number.token + 1..].iter().take_while(inside).count())
    }

    /// The quote of a number: so many words before and after it on its line.
    pub fn quote(&self, number: &Number, extent: (usize, usize)) -> (usize, usize) {
        let tokens = &self.lines[number.line].tokens;
        let first = number.token.saturating_sub(extent.0);
        let last = (number.token + extent.1).min(tokens.len() - 1);
        let start = tokens[first].at.start.min(number.quantity.start);
        (start, tokens[last].at.end.max(number.quantity.end))
    }
}

impl Context {
    /// How well a slot's words agree with these, of a thousand: the line three quarters, the heading one.
    pub fn agreement(&self, before: &[String], after: &[String], heading: &[String]) -> u32 {
        let reversed = |words: &[String]| words.iter().rev().cloned().collect::<Vec<_>>();
        let (slot_before, here_before) = (reversed(before), reversed(&self.before));
        let matched = common_weight(&slot_before, &here_before) + common_weight(after, &self.after);
        let all = weight(&slot_before) + weight(&here_before) + weight(after) + weight(&self.after);
        let line = (2000 * matched).checked_div(all).unwrap_or(0);
        let under = if heading.is_empty() && self.heading.is_empty() {
            1000
        } else {
            let shared = common(heading, &self.heading).len() as u32;
            2000 * shared / (heading.len() + self.heading.len()) as u32
        };
        let score = (3 * line + under) / 4;
        // The same words under another heading count something else: today's injured, or all since the spring.
        if under < STRANGE { score.min(super::FILLS - 1) } else { score }
    }
}

fn weight(words: &[String]) -> u32 {
    WEIGHTS.iter().take(words.len()).sum()
}

/// Words that stand in both sequences in the same order: as many as can be, the earliest such.
pub(super) fn common(a: &[String], b: &[String]) -> Vec<String> {
    let mut best = vec![vec![0u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let skip = best[i + 1][j].max(best[i][j + 1]);
            best[i][j] = if alike(&a[i], &b[j]) { skip.max(best[i + 1][j + 1] + 1) } else { skip };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < a.len() && j < b.len() {
        if alike(&a[i], &b[j]) && best[i][j] == best[i + 1][j + 1] + 1 {
            out.push(a[i].clone());
            i += 1;
            j += 1;
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// The weight of what two sequences share in order, both read away from the number.
fn common_weight(a: &[String], b: &[String]) -> u32 {
    let (n, m) = (a.len().min(WEIGHTS.len()), b.len().min(WEIGHTS.len()));
    let mut best = vec![vec![0u32; m + 1]; n + 1];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let skip = best[i + 1][j].max(best[i][j + 1]);
            let pair = WEIGHTS[i].min(WEIGHTS[j]);
            best[i][j] = if alike(&a[i], &b[j]) { skip.max(best[i + 1][j + 1] + pair) } else { skip };
        }
    }
    best[0][0]
}

/// The same word, or one of another ending: "martyr" and "martyrs".
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (n, m) = (a.chars().count(), b.chars().count());
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    shared >= 4 && n.max(m) - shared <= 2
}
