//! Taking a name apart: titles, kunya, given name, chain of fathers, family name; compounds joined, articles off.

use crate::lexicon::{Lexicon, lexicon};
use crate::script::{Script, script_of};
use serde::Serialize;

/// What a part of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A title or form of address.
    Honorific,
    /// "Father of", "mother of" in front of the name.
    Kunya,
    /// The person's own name.
    Given,
    /// A name between given and family name: a father's or grandfather's, or a second given name.
    Middle,
    /// A father's name after "son of" or "daughter of".
    Nasab,
    /// A patronymic by its ending.
    Patronymic,
    /// The last name.
    Family,
    /// "Junior" and the like.
    Suffix,
}

/// One part, as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// The words of the source.
    pub text: String,
    /// The folded word that stands for it in comparisons.
    #[serde(skip)]
    pub word: String,
}

/// A name taken apart; serialises to the contract of `cairn parse name`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParsedName {
    /// The string as it came.
    pub raw: String,
    /// Its script; absent when it has no letters.
    pub script: Option<Script>,
    /// Its parts in the order of the source.
    pub parts: Vec<Part>,
    /// The consonant skeleton; absent when nothing names anybody.
    pub skeleton: Option<String>,
}

struct Piece {
    text: String,
    word: String,
    /// A hyphen or apostrophe ties it to the next piece.
    tied: bool,
}

fn pieces(raw: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut text = String::new();
    let finish = |text: &mut String, tied: bool, out: &mut Vec<Piece>| {
        let word: String =
            cairn_fold::fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '\'').collect();
        let word = word.trim_matches('\'');
        if word.chars().any(char::is_alphanumeric) {
            out.push(Piece {
                text: std::mem::take(text),
                word: lexicon().rewrite_typo(word).to_owned(),
                tied,
            });
        }
        text.clear();
    };
    for c in raw.chars().take(crate::MAX_CHARS) {
        let hyphen = matches!(c, '-' | '‐' | '‑' | '–' | '־');
        if c.is_whitespace()
            || hyphen
            || matches!(c, '.' | ',' | '،' | '/' | '_' | '(' | ')' | '[' | ']' | ';')
        {
            finish(&mut text, hyphen, &mut out);
        } else {
            text.push(c);
        }
    }
    finish(&mut text, false, &mut out);
    mended(out)
}

/// Puts letters back that broken text extraction tore off their word: in abjads a single letter is no word.
fn mended(pieces: Vec<Piece>) -> Vec<Piece> {
    let torn = |p: &Piece| {
        let mut letters = p.word.chars();
        let (first, second, third) = (letters.next(), letters.next(), letters.next());
        let abjad = first.and_then(Script::of_char).is_some_and(Script::is_abjad);
        (abjad && second.is_none(), abjad && first == second && third.is_none())
    };
    if pieces.len() < 3 || !pieces.iter().any(|p| torn(p).0 || torn(p).1) {
        return pieces;
    }
    let mut out: Vec<Piece> = Vec::new();
    for p in pieces {
        match (torn(&p), out.last_mut()) {
            // The same letter twice is debris.
            ((_, true), _) => {}
            ((true, _), Some(before)) => {
                before.text = format!("{} {}", before.text, p.text);
                before.word.push_str(&p.word);
            }
            _ => out.push(p),
        }
    }
    out
}

/// "Family, Given" becomes "Given Family".
fn uninverted(raw: &str) -> Option<String> {
    let (family, given) = raw.split_once([',', '،'])?;
    let named = |s: &str| s.chars().any(char::is_alphabetic);
    let suffix = lexicon().suffix(cairn_fold::fold(given.trim()).trim_matches('.'));
    (named(family) && named(given) && !given.contains([',', '،']) && !suffix)
        .then(|| format!("{} {}", given.trim(), family.trim()))
}

/// Takes a name apart.
#[must_use]
pub fn parse_name(raw: &str) -> ParsedName {
    let script = Some(script_of(raw)).filter(|s| *s != Script::Other || raw.chars().any(char::is_alphabetic));
    let turned = uninverted(raw);
    let parts = parts(turned.as_deref().unwrap_or(raw));
    let skeletons: Vec<String> =
        named(&parts).map(|p| crate::skeleton_of_word(&p.word)).filter(|s| !s.is_empty()).collect();
    let skeleton = (!skeletons.is_empty()).then(|| skeletons.join(" "));
    ParsedName { raw: raw.to_owned(), script, parts, skeleton }
}

/// The folded words of a name in the order given, chain, family: titles and kunya left out, compounds joined,
/// articles off. A kunya stands in where there is nothing else. Empty for a string that names nobody.
#[must_use]
pub fn words(raw: &str) -> Vec<String> {
    let turned = uninverted(raw);
    let parts = parts(turned.as_deref().unwrap_or(raw));
    let mut words: Vec<String> = named(&parts).map(|p| p.word.clone()).collect();
    if words.is_empty() {
        words = parts.iter().filter(|p| p.kind == Kind::Kunya).map(|p| p.word.clone()).collect();
    }
    if words.iter().any(|w| lexicon().unnamed(w)) { Vec::new() } else { words }
}

fn named(parts: &[Part]) -> impl Iterator<Item = &Part> {
    // Family, given, patronymic: the order of official lists in Cyrillic.
    let own: Vec<&Part> =
        parts.iter().filter(|p| !matches!(p.kind, Kind::Honorific | Kind::Kunya | Kind::Suffix)).collect();
    let own = match own.as_slice() {
        [family, given, patronymic]
            if family.kind == Kind::Family
                && given.kind == Kind::Given
                && patronymic.kind == Kind::Patronymic =>
        {
            vec![*given, *patronymic, *family]
        }
        _ => own,
    };
    own.into_iter()
}

fn parts(raw: &str) -> Vec<Part> {
    let lex = lexicon();
    let mut left: std::collections::VecDeque<Piece> = pieces(raw).into();
    let mut out = Vec::new();
    let total = left.len();
    while let Some(p) = left.front() {
        let title =
            lex.honorific(&p.word) || (total >= 3 && left.len() == total && lex.front_honorific(&p.word));
        if !title || left.len() < 2 {
            break;
        }
        if let Some(p) = left.pop_front() {
            out.push(Part { kind: Kind::Honorific, text: p.text, word: p.word });
        }
    }
    let mut suffixes = Vec::new();
    while left.len() > 2 && left.back().is_some_and(|p| lex.suffix(&p.word)) {
        if let Some(p) = left.pop_back() {
            suffixes.push(Part { kind: Kind::Suffix, text: p.text, word: p.word });
        }
    }
    let start = out.len();
    let mut after_nasab = false;
    while let Some(p) = left.pop_front() {
        let first = out.len() == start;
        if lex.nasab(&p.word) && !first && !left.is_empty() {
            after_nasab = true;
            continue;
        }
        let own_name = lex.kunya(&p.word) && first && left.len() >= 3;
        let tail = !first && lex.tail(&p.word);
        let mut part = join(p, &mut left, lex);
        if (tail || (!first && lex.tail(&part.word)))
            && let Some(before) = out.last_mut().filter(|b| b.kind != Kind::Kunya)
        {
            before.text = format!("{} {}", before.text, part.text);
            before.word.push_str(lex.without_article(&part.word));
            continue;
        }
        if own_name {
            part.kind = Kind::Kunya;
        } else if after_nasab {
            part.kind = Kind::Nasab;
        } else if lex.patronymic(&part.word) {
            part.kind = Kind::Patronymic;
        }
        after_nasab = false;
        out.push(part);
    }
    name_kinds(&mut out);
    suffixes.reverse();
    out.extend(suffixes);
    out
}

/// Takes the piece and those that belong to it: article and word, head and name, particle and family name.
fn join(p: Piece, left: &mut std::collections::VecDeque<Piece>, lex: &Lexicon) -> Part {
    let Piece { mut text, word, tied } = p;
    let next = left.front().map(|n| n.word.clone()).unwrap_or_default();
    let heads = lex.head(&word) || lex.kunya(&word);
    let bound = !next.is_empty()
        && ((heads && !(lex.head(&word) && lex.kunya(&next)))
            || lex.particle(&word)
            || lex.article(&word, &next, tied));
    // One letter before the last word is an initial, not a particle.
    let initial = !heads && !tied && left.len() == 1 && word.chars().count() == 1;
    let Some(mut follower) = (bound && !initial).then(|| left.pop_front()).flatten() else {
        return Part { kind: Kind::Middle, word: plain(&word, lex), text };
    };
    text.push(if tied { '-' } else { ' ' });
    text.push_str(&follower.text);
    // An article or particle between: abd al-…, de la ….
    while let Some(after) = left.front().map(|n| n.word.clone()) {
        let between = lex.article(&follower.word, &after, follower.tied) || lex.particle(&follower.word);
        if !between || (heads && lex.tail(&follower.word)) {
            break;
        }
        let Some(next) = left.pop_front() else { break };
        text.push(if follower.tied { '-' } else { ' ' });
        text.push_str(&next.text);
        follower = next;
    }
    let rest = lex.without_article(&follower.word);
    let word = if heads { format!("{}{rest}", lex.rewrite(&word)) } else { plain(rest, lex) };
    Part { kind: Kind::Middle, word, text }
}

/// One written word without what is stuck to it.
fn plain(word: &str, lex: &Lexicon) -> String {
    let bare = lex.without_article(word);
    if let Some(joined) = lex.without_inner_article(bare) {
        return joined;
    }
    match lex.split_head(bare) {
        Some((head, rest)) => format!("{}{rest}", lex.rewrite(head)),
        None if lex.head(bare) => lex.rewrite(bare).to_owned(),
        None => bare.to_owned(),
    }
}

fn name_kinds(parts: &mut [Part]) {
    let own: Vec<usize> =
        (0..parts.len()).filter(|i| !matches!(parts[*i].kind, Kind::Honorific | Kind::Kunya)).collect();
    let (Some(&first), Some(&last)) = (own.first(), own.last()) else { return };
    if let [a, b, c] = own[..]
        && parts[c].kind == Kind::Patronymic
    {
        parts[a].kind = Kind::Family;
        parts[b].kind = Kind::Given;
        return;
    }
    parts[first].kind = Kind::Given;
    if first != last && matches!(parts[last].kind, Kind::Middle) {
        parts[last].kind = Kind::Family;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_names() {
        use Kind::*;
        let cases: &[(&str, &[(Kind, &str)])] = &[
            ("Dr. Samira Bahri", &[(Honorific, "Dr"), (Given, "Samira"), (Family, "Bahri")]),
            (
                "Abu Tarek Salim Adel Al-Bahri",
                &[(Kunya, "Abu Tarek"), (Given, "Salim"), (Middle, "Adel"), (Family, "Al-Bahri")],
            ),
            ("Salim bin Adel al-Bahri", &[(Given, "Salim"), (Nasab, "Adel"), (Family, "al-Bahri")]),
            ("Bahri, Salim", &[(Given, "Salim"), (Family, "Bahri")]),
            ("سالم عبد الرحمن أبو ليل", &[(Given, "سالم"), (Middle, "عبد الرحمن"), (Family, "أبو ليل")]),
            ("Ковач Марта Ивановна", &[(Family, "Ковач"), (Given, "Марта"), (Patronymic, "Ивановна")]),
            ("Marta Ivanovna Kovach", &[(Given, "Marta"), (Patronymic, "Ivanovna"), (Family, "Kovach")]),
            ("Juan de la Vega", &[(Given, "Juan"), (Family, "de la Vega")]),
            ("", &[]),
        ];
        for (raw, want) in cases {
            let got: Vec<(Kind, String)> =
                parse_name(raw).parts.into_iter().map(|p| (p.kind, p.text)).collect();
            let want: Vec<(Kind, String)> = want.iter().map(|(k, t)| (*k, (*t).to_owned())).collect();
            assert_eq!(got, want, "{raw}");
        }
    }

    #[test]
    fn words_for_comparing() {
        for (raw, want) in [
            ("Salah-ud-din Abdul-qader", "salahdin abdqader"),
            ("صلاح الدين عبدالقادر", "صلاحدين عبدقادر"),
            ("Umm Salim", "umsalim"),
            ("unknown", ""),
            ("Ковач Марта Ивановна", "марта ивановна ковач"),
        ] {
            assert_eq!(words(raw).join(" "), want, "{raw}");
        }
    }
}
