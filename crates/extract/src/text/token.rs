//! Text to raw tokens: words with their folded form, numbers with their value, marks by kind.
//!
//! Nothing is rewritten: a token is a byte range of the text as given, so every quote is verbatim.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Word,
    /// A number in digits.
    Number,
    /// Letters and digits together, long digit runs, addresses: never a figure.
    Code,
    /// English possessive ending.
    Possessive,
    Comma,
    Semicolon,
    Colon,
    Stop,
    Open,
    Close,
    Quote,
    Dash,
    Slash,
    Plus,
    Percent,
    Currency,
    Mark,
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Caps {
    None,
    First,
    All,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    fold_start: u32,
    fold_end: u32,
    pub kind: Kind,
    pub caps: Caps,
    /// No space before it.
    pub glued: bool,
    /// Thousandths, so that "2.3 million" stays an integer.
    pub milli: i64,
}

impl Token {
    /// The word in two, behind so many bytes of its folded form; none where the text is written with marks.
    pub fn cut(&self, text: &str, bytes: usize) -> Option<[Token; 2]> {
        let (mut head, mut rest) = (*self, *self);
        let at = self.start + u32::try_from(bytes).ok()?;
        if at >= self.end || !text.is_char_boundary(at as usize) {
            return None;
        }
        (head.end, rest.start) = (at, at);
        head.fold_end = self.fold_start + (at - self.start);
        rest.fold_start = head.fold_end;
        rest.glued = true;
        (cairn_fold::fold(&text[head.start as usize..at as usize]).len() == bytes).then_some([head, rest])
    }
}

/// Tokens of one stretch of text. Reused between stretches to save allocations.
#[derive(Default)]
pub(crate) struct Tokens {
    pub list: Vec<Token>,
    folds: String,
}

impl Tokens {
    pub fn fold(&self, token: &Token) -> &str {
        &self.folds[token.fold_start as usize..token.fold_end as usize]
    }

    /// Reads the tokens of `text[from..to]`.
    pub fn read(&mut self, text: &str, from: usize, to: usize) {
        self.list.clear();
        self.folds.clear();
        let bytes = &text.as_bytes()[..to];
        let mut at = from;
        let mut spaced = true;
        while at < to {
            let b = bytes[at];
            if b == b' ' || b == b'\n' || b == b'\t' || b == b'\r' {
                at += 1;
                spaced = true;
                continue;
            }
            let c = if b < 128 { char::from(b) } else { first_char(text, at) };
            if !b.is_ascii_alphanumeric() && (c.is_whitespace() || cairn_fold::is_ignorable(c)) {
                spaced |= c.is_whitespace();
                at += c.len_utf8();
                continue;
            }
            if c == '['
                && !spaced
                && let Some(end) = note_mark(text, at, to)
            {
                at = end;
                continue;
            }
            let start = at;
            let glued = !spaced;
            spaced = false;
            let digit = b.is_ascii_digit() || b >= 128 && cairn_fold::digit_value(c).is_some();
            let (kind, end) = if digit {
                let (milli, end, kind) = number(text, at, to);
                self.push(start, end, kind, glued);
                if let Some(t) = self.list.last_mut() {
                    t.milli = milli;
                }
                at = end;
                continue;
            } else if c.is_alphabetic() {
                self.word(text, at, to, glued);
                at = self.list.last().map_or(to, |t| t.end as usize);
                continue;
            } else {
                (mark(c), at + c.len_utf8())
            };
            at = end;
            let next = text[end..to].chars().next().unwrap_or(' ');
            let last = self.list.last();
            // A Hebrew or Arabic prefix is hyphenated to its number.
            let prefix = last.is_some_and(|t| t.kind == Kind::Word && is_uncased(text, t.start as usize))
                && next.is_ascii_digit();
            let word =
                last.is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number)) && next.is_alphabetic();
            // A long dash parts the words on its sides, also where it is written onto them.
            if kind == Kind::Dash && glued && c != '—' && (word || prefix) {
                continue;
            }
            self.push(start, end, kind, glued);
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, glued: bool) {
        let at = self.folds.len() as u32;
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            fold_start: at,
            fold_end: at,
            kind,
            caps: Caps::None,
            glued,
            milli: 0,
        });
    }

    fn word(&mut self, text: &str, start: usize, to: usize, glued: bool) {
        let bytes = text.as_bytes();
        let mut end = start;
        let mut ascii = true;
        let (mut upper, mut lower) = (0u32, 0u32);
        while end < to {
            let b = bytes[end];
            if b.is_ascii_alphabetic() {
                if b.is_ascii_uppercase() {
                    upper += 1;
                } else {
                    lower += 1;
                }
                end += 1;
                continue;
            }
            let c = if b < 128 { char::from(b) } else { first_char(text, end) };
            let inside = if c.is_alphabetic() {
                if c.is_uppercase() {
                    upper += 1;
                } else {
                    lower += 1;
                }
                true
            } else {
                is_joining(c)
                    || c == '"' && hebrew(text, end, to)
                    || is_apostrophe(c)
                        && text[end + c.len_utf8()..to].chars().next().is_some_and(char::is_alphabetic)
                        && !possessive(text, end, to)
            };
            if !inside {
                break;
            }
            ascii &= c.is_ascii();
            end += c.len_utf8();
        }
        let kind = self.code_tail(text, start, &mut end, to);
        self.push(start, end, kind, glued);
        let fold_start = self.folds.len();
        if ascii && kind == Kind::Word {
            self.folds.push_str(&text[start..end]);
            self.folds[fold_start..].make_ascii_lowercase();
        } else if kind == Kind::Word {
            let folded = cairn_fold::fold(&text[start..end]);
            match twin_letters(&folded) {
                true => self.folds.extend(folded.chars().map(cyrillic_twin)),
                false => self.folds.push_str(&folded),
            }
        }
        let first_upper = first_char(text, start).is_uppercase();
        let fold_end = self.folds.len();
        if let Some(t) = self.list.last_mut() {
            t.fold_start = fold_start as u32;
            t.fold_end = fold_end as u32;
            t.caps = match (first_upper, lower, upper) {
                (true, 0, 2..) => Caps::All,
                (true, ..) => Caps::First,
                _ => Caps::None,
            };
        }
        if kind == Kind::Word && possessive(text, end, to) {
            let len = first_char(text, end).len_utf8() + 1;
            self.push(end, end + len, Kind::Possessive, true);
        }
    }

    /// Swallows what makes a word a code: digits in "A320" and "F-16", the rest of an address.
    fn code_tail(&self, text: &str, start: usize, end: &mut usize, to: usize) -> Kind {
        let rest = &text[*end..to];
        if rest.starts_with("://") || text[start..*end].eq_ignore_ascii_case("www") && rest.starts_with('.') {
            *end +=
                rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>')).unwrap_or(rest.len());
            return Kind::Code;
        }
        let cased = first_char(text, start).is_lowercase() || first_char(text, start).is_uppercase();
        let digits = rest.strip_prefix(['-', '‑', '–']).unwrap_or(rest);
        let dash = rest.len() - digits.len();
        if cased && digits.starts_with(|c: char| c.is_ascii_digit()) && (dash == 0 || !rest.starts_with('–'))
        {
            let run = digits
                .find(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '-'))
                .unwrap_or(digits.len());
            *end += dash + run;
            return Kind::Code;
        }
        Kind::Word
    }
}

fn first_char(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

fn is_uncased(text: &str, at: usize) -> bool {
    let c = first_char(text, at);
    !c.is_lowercase() && !c.is_uppercase()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '״' | '׳')
}

/// The double quotation mark inside a Hebrew acronym.
fn hebrew(text: &str, at: usize, to: usize) -> bool {
    let letter = |c: char| matches!(c, 'א'..='ת');
    text[..at].chars().next_back().is_some_and(letter) && text[at + 1..to].chars().next().is_some_and(letter)
}

/// Marks that belong to the word around them.
fn is_joining(c: char) -> bool {
    !c.is_ascii()
        && (cairn_fold::is_ignorable(c) && !matches!(c, '\u{200B}')
            || matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}'..='\u{05C7}' | '\u{0610}'..='\u{061A}'
                | '\u{064B}'..='\u{065F}' | '\u{0670}'))
}

/// The end of a mark of a note written onto a word: "1,300[77] homes", "damaged.[a][citation needed]".
fn note_mark(text: &str, open: usize, to: usize) -> Option<usize> {
    let inside = &text[open + 1..to];
    let inside = &inside[..inside.bytes().take(24).position(|b| b == b']')?];
    let number = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let letter = inside.len() == 1 && inside.starts_with(|c: char| c.is_ascii_lowercase());
    let note = letter
        || number(inside)
        || inside.strip_prefix("note ").is_some_and(number)
        || inside.ends_with(" needed");
    note.then_some(open + inside.len() + 2)
}

fn possessive(text: &str, at: usize, to: usize) -> bool {
    let mut rest = text[at..to].chars();
    rest.next().is_some_and(|c| matches!(c, '\'' | '’' | 'ʼ'))
        && rest.next().is_some_and(|c| c == 's' || c == 'S')
        && !rest.next().is_some_and(char::is_alphanumeric)
}

fn mark(c: char) -> Kind {
    match c {
        ',' | '،' | '、' => Kind::Comma,
        ';' | '؛' => Kind::Semicolon,
        ':' => Kind::Colon,
        '.' | '!' | '?' | '؟' | '…' | '。' | '۔' => Kind::Stop,
        '(' | '[' | '{' => Kind::Open,
        ')' | ']' | '}' => Kind::Close,
        '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' => Kind::Quote,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '־' => Kind::Dash,
        '/' => Kind::Slash,
        '+' => Kind::Plus,
        '%' | '٪' | '‰' => Kind::Percent,
        '$' | '€' | '£' | '¥' | '₪' | '₴' | '₽' | '₺' | '₹' => Kind::Currency,
        _ => Kind::Mark,
    }
}

/// "27,00,000": digits by twos, and the last three.
fn lakhs(text: &str, at: usize, to: usize) -> Option<(i64, usize)> {
    let (mut value, digits, mut end) = digit_run(text, at, to);
    let mut twos = 0;
    while digits <= 2 && text[end..to].starts_with(',') {
        let (part, n, part_end) = digit_run(text, end + 1, to);
        let scale = match n {
            2 if twos < 5 => 100,
            3 if twos > 0 => 1000,
            _ => return None,
        };
        value = value.saturating_mul(scale).saturating_add(part);
        end = part_end;
        if n == 3 {
            let more =
                text[end..to].strip_prefix(',').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
            return (!more).then_some((value, end));
        }
        twos += 1;
    }
    None
}

/// Reads a number in digits at `at`: its value in thousandths, its end, and whether it can be a figure at all.
fn number(text: &str, at: usize, to: usize) -> (i64, usize, Kind) {
    let (mut value, mut digits, mut end) = digit_run(text, at, to);
    let first_digits = digits;
    if let Some(end) = dashed_day(text, first_digits, end, to) {
        return (0, end, Kind::Code);
    }
    if let Some((value, mut end)) = lakhs(text, at, to) {
        let kind = tail(text, &mut end, to);
        return (value.saturating_mul(1000), end, kind);
    }
    let mut kind = Kind::Number;
    let mut grouped = false;
    while let Some(sep) = text[end..to].chars().next() {
        if !matches!(sep, ',' | '.' | '٬' | '،' | '٫' | ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’')
        {
            break;
        }
        let next = end + sep.len_utf8();
        let (part, n, part_end) = digit_run(text, next, to);
        if n == 0 || sep == '.' && part_end < to && text[part_end..to].starts_with(['/', ':']) {
            break;
        }
        if n == 3 && (first_digits <= 3) && (grouped || digits <= 3) && sep != '٫' {
            value = value.saturating_mul(1000).saturating_add(part);
            digits += 3;
            end = part_end;
            grouped = true;
        } else if matches!(sep, ',' | '.' | '٫') && !grouped | (sep != ',') {
            let mut fraction = part;
            for _ in n..3 {
                fraction *= 10;
            }
            for _ in 3..n.min(18) {
                fraction /= 10;
            }
            end = part_end;
            let again =
                text[end..to].strip_prefix('.').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
            if again || digits > 12 || n > 18 {
                return (0, end, Kind::Code);
            }
            return (value * 1000 + fraction.min(999), end, tail(text, &mut end, to));
        } else {
            break;
        }
    }
    if digits > 12 {
        kind = Kind::Code;
    } else if kind == Kind::Number {
        kind = tail(text, &mut end, to);
    }
    (value.saturating_mul(1000), end, kind)
}

/// The rest of a day written with dashes, behind its first number: "22-04-2017", "2017-04-22".
fn dashed_day(text: &str, first: usize, end: usize, to: usize) -> Option<usize> {
    let part = |at: usize| {
        let (_, n, end) = digit_run(text, at, to);
        (text[at..to].starts_with(|c| cairn_fold::digit_value(c).is_some())).then_some((n, end))
    };
    let (second, middle) = text[end..to].strip_prefix('-').and_then(|_| part(end + 1))?;
    let (third, last) = text[middle..to].strip_prefix('-').and_then(|_| part(middle + 1))?;
    let day = matches!((first, second, third), (1 | 2, 1 | 2, 2 | 4) | (4, 1 | 2, 1 | 2));
    (day && !text[last..to].starts_with('-')).then_some(last)
}

/// Letters glued to a number make it an ordinal, a measure or a code: "6th", "12mm", "3D".
fn tail(text: &str, end: &mut usize, to: usize) -> Kind {
    let rest = &text[*end..to];
    if rest.starts_with(|c: char| c.is_lowercase() || c.is_uppercase()) {
        *end += rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        return Kind::Code;
    }
    let mut chars = rest.chars();
    if let Some(mark @ (':' | '/')) = chars.next()
        && chars.next().is_some_and(|c| c.is_ascii_digit())
    {
        let run = rest.find(|c: char| !c.is_ascii_digit() && c != mark).unwrap_or(rest.len());
        *end += run;
        return Kind::Code;
    }
    Kind::Number
}

fn digit_run(text: &str, at: usize, to: usize) -> (i64, usize, usize) {
    let (mut value, mut n, mut end) = (0i64, 0, at);
    for c in text[at..to].chars() {
        if let Some(d) = cairn_fold::digit_value(c) {
            value = value.saturating_mul(10).saturating_add(i64::from(d));
            n += 1;
        } else if !(n > 0 && cairn_fold::is_ignorable(c)) {
            break;
        }
        end += c.len_utf8();
    }
    (value, n, end)
}

/// "гiрник" with a Latin i, as old keyboards wrote it: Cyrillic and Latin twins in one word without a hyphen.
fn twin_letters(word: &str) -> bool {
    let cyrillic = |c: char| ('\u{0400}'..='\u{04FF}').contains(&c);
    word.bytes().any(|b| b.is_ascii_alphabetic())
        && word.chars().any(cyrillic)
        && word.chars().all(|c| cyrillic(c) || cyrillic_twin(c) != c || c == '\'')
}

fn cyrillic_twin(c: char) -> char {
    match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        c => c,
    }
}
