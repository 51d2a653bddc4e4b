//! Numbers of people and things as texts and lists write them.
//!
//! No interval is invented: "more than 700" is 700 and an open end, "about 50" is 50 and the word "about".

use super::lexicon::{Sense, lexicon};
use super::token::{Kind, Token, normalise, phrase, tokens};
use cairn_model::Qualifier;

/// What a string says about a number. `None` at one end is open or unknowable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuantityRead {
    /// The least.
    pub low: Option<u64>,
    /// The most.
    pub high: Option<u64>,
    /// The hedge; `None` where no quantity was found.
    pub qualifier: Option<Qualifier>,
}

impl QuantityRead {
    const NONE: Self = Self { low: None, high: None, qualifier: None };

    const fn exact(low: u64, high: u64) -> Self {
        Self { low: Some(low), high: Some(high), qualifier: Some(Qualifier::Exact) }
    }
}

/// Reads one quantity: "1,400", "at least 12", "between 3 and 5", "عشرات", "двоє", "dozens".
#[must_use]
pub fn parse_quantity(raw: &str) -> QuantityRead {
    let trimmed = raw.trim();
    if !trimmed.is_empty() && trimmed.len() < 16 && trimmed.bytes().all(|b| b.is_ascii_digit()) {
        return trimmed.parse().map_or(QuantityRead::NONE, |n| QuantityRead::exact(n, n));
    }
    let text = normalise(trimmed);
    // "None" and "no one" answer a question of number, so they are zeros here and not silence.
    let tokens = tokens(&text);
    let mut found = Found::default();
    let mut i = 0;
    while i < tokens.len() {
        match found.take(&text, &tokens, i) {
            Some(n) => i += n.max(1),
            None => return QuantityRead::NONE,
        }
    }
    found.resolve().unwrap_or(if found.zero { QuantityRead::exact(0, 0) } else { QuantityRead::NONE })
}

#[derive(Debug, Default)]
struct Found {
    numbers: Vec<u64>,
    /// After how many numbers a range sign stands.
    split: Option<usize>,
    between: bool,
    /// The thing counted was named after the last number: "3 killed and 5 injured" is no range.
    named: bool,
    at_least: bool,
    at_most: bool,
    about: bool,
    zero: bool,
    open: bool,
    vague: Option<u64>,
}

impl Found {
    /// Reads at token `i`: how many tokens were taken, `None` when this is no single quantity.
    fn take(&mut self, text: &str, tokens: &[Token], i: usize) -> Option<usize> {
        match tokens[i].kind {
            Kind::Number(_) => {
                let (value, taken) = digits(tokens, i)?;
                let (value, more) = multiplied(value, text, tokens, i + taken)?;
                self.push(value);
                Some(taken + more)
            }
            Kind::Mark('-') if i == 0 => None,
            Kind::Mark('-') if self.numbers.is_empty() || self.named => Some(1),
            Kind::Mark('-') => {
                self.split = self.split.or(Some(self.numbers.len()));
                Some(1)
            }
            Kind::Mark('+' | '>' | '≥') => {
                self.at_least = true;
                Some(1)
            }
            Kind::Mark('<' | '≤') => {
                self.at_most = true;
                Some(1)
            }
            Kind::Mark('~' | '≈') => {
                self.about = true;
                Some(1)
            }
            // A share is not a number of people.
            Kind::Mark('%') => None,
            Kind::Mark(_) => Some(1),
            Kind::Word => self.word(text, tokens, i),
        }
    }

    fn word(&mut self, text: &str, tokens: &[Token], i: usize) -> Option<usize> {
        let sense = phrase(&lexicon().quantity, text, tokens, i);
        let vague = phrase(&lexicon().vague, text, tokens, i);
        if let Some((floor, n)) = vague {
            if self.numbers.is_empty() {
                self.vague = Some(self.vague.unwrap_or(0).max(floor));
            }
            return Some(n);
        }
        if let Some((value, n)) = number_words(text, tokens, i)
            && sense.is_none_or(|(_, longer)| longer <= n)
        {
            self.push(value);
            return Some(n);
        }
        // A word that says nothing about numbers is the thing counted.
        let Some((sense, n)) = sense else {
            self.named = true;
            return Some(1);
        };
        let number_next = self.number_follows(text, tokens, i + n);
        if sense.has(Sense::TO) && !self.numbers.is_empty() && !self.named && number_next {
            self.split = self.split.or(Some(self.numbers.len()));
        } else if sense.has(Sense::MORE) {
            self.at_least = true;
        } else if sense.has(Sense::MOST) && (number_next || !self.numbers.is_empty()) {
            self.at_most = true;
        } else if sense.has(Sense::ABOUT) {
            self.about = true;
        } else if sense.has(Sense::BETWEEN) && number_next {
            self.between = true;
        } else if sense.has(Sense::ZERO) {
            self.zero = true;
        } else if sense.has(Sense::OPEN) {
            self.open = true;
        }
        Some(n)
    }

    fn push(&mut self, value: u64) {
        self.numbers.push(value);
        self.named = false;
    }

    fn number_follows(&self, text: &str, tokens: &[Token], i: usize) -> bool {
        match tokens.get(i).map(|t| t.kind) {
            Some(Kind::Number(_)) => true,
            Some(Kind::Word) => number_words(text, tokens, i).is_some(),
            Some(Kind::Mark('-')) => self.number_follows(text, tokens, i + 1),
            _ => false,
        }
    }

    fn resolve(&self) -> Option<QuantityRead> {
        let hedge = if self.about { Qualifier::About } else { Qualifier::Exact };
        match self.numbers[..] {
            [] => {
                let low = self.vague;
                (low.is_some() || self.open).then_some(QuantityRead {
                    low,
                    high: None,
                    qualifier: Some(Qualifier::Vague),
                })
            }
            [n] if self.at_least => {
                Some(QuantityRead { low: Some(n), high: None, qualifier: Some(Qualifier::AtLeast) })
            }
            [n] if self.at_most => {
                Some(QuantityRead { low: None, high: Some(n), qualifier: Some(Qualifier::AtMost) })
            }
            [n] => Some(QuantityRead { low: Some(n), high: Some(n), qualifier: Some(hedge) }),
            [low, high] if (self.split == Some(1) || self.between) && low <= high => {
                Some(QuantityRead { low: Some(low), high: Some(high), qualifier: Some(hedge) })
            }
            _ => None,
        }
    }
}

/// The number at `i` with its thousands: "1,400", "1 400", "1.400", "١٬٤٠٠".
fn digits(tokens: &[Token], i: usize) -> Option<(u64, usize)> {
    let Kind::Number(value) = tokens[i].kind else { return None };
    let mut value = value?;
    let mut taken = 1;
    if tokens[i].end - tokens[i].start <= 3 && value > 0 {
        while let Some((group, n)) = thousands(tokens, i + taken) {
            value = value.checked_mul(1000)?.checked_add(group)?;
            taken += n;
        }
    }
    Some((value, taken))
}

fn thousands(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let end = tokens[at - 1].end;
    let next = tokens.get(at)?;
    let group = |t: &Token| match t.kind {
        Kind::Number(value) if t.end - t.start == 3 => value,
        _ => None,
    };
    match next.kind {
        Kind::Number(_) if next.start == end + 1 => group(next).map(|g| (g, 1)),
        Kind::Mark(',' | '.' | '\'' | '٬' | '،') if next.start == end => {
            let after = tokens.get(at + 1).filter(|t| t.start == next.end)?;
            group(after).map(|g| (g, 2))
        }
        _ => None,
    }
}

/// "3 thousand", "1.5 million" is not read: half people do not exist, and a wrong number is worse than none.
fn multiplied(value: u64, text: &str, tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    match phrase(&lexicon().numbers, text, tokens, at) {
        Some((by @ (12 | 100 | 1000 | 1_000_000), n)) => Some((value.checked_mul(by)?, n)),
        _ => Some((value, 0)),
    }
}

/// A number in words: "twenty five", "two hundred and three", "خمسة وعشرون", "двоє".
fn number_words(text: &str, tokens: &[Token], from: usize) -> Option<(u64, usize)> {
    let (mut total, mut current, mut i) = (0u64, 0u64, from);
    let mut last = u64::MAX;
    loop {
        let mut at = i;
        // "and" goes on with a number only inside one that ends in a round part.
        if at > from && phrase(&lexicon().numbers, text, tokens, at).is_none() {
            let (sense, n) = match phrase(&lexicon().quantity, text, tokens, at) {
                Some(found) => found,
                None => break,
            };
            if !sense.has(Sense::TO) || last < 20 || !last.is_multiple_of(10) {
                break;
            }
            at += n;
        }
        let Some((value, n)) = phrase(&lexicon().numbers, text, tokens, at) else { break };
        match value {
            100 if (1..100).contains(&current) => current *= value,
            12 if (1..10).contains(&current) => current *= value,
            1000 | 1_000_000 => {
                total = total.checked_add(current.max(1).checked_mul(value)?)?;
                current = 0;
            }
            // Units and tens may stand in either order, but each only once.
            _ if at == from
                || (last >= 100 && value < 100)
                || (last.is_multiple_of(10) && value < 10)
                || (last < 10 && value < 100 && value.is_multiple_of(10) && at == i) =>
            {
                current = current.checked_add(value)?;
            }
            _ => break,
        }
        last = value;
        i = at + n;
    }
    (i > from).then_some((total + current, i - from))
}
