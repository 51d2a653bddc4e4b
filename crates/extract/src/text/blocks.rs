//! The blocks of a text: paragraphs, wrapped or not, headings and items of lists.

use crate::lexicon::Profile;
use crate::text::doc::{BlockKind, mostly_upper};

/// Lines of at least this many characters mean that the paragraph was wrapped, not listed.
const WRAPPED: usize = 55;

/// Lines of this many characters are paragraphs, not lines of one that was wrapped.
const LONG: usize = 100;

/// Cuts the text into blocks at empty lines, list marks, and the ends of short lines.
pub(crate) fn blocks(text: &str, profile: &Profile) -> Vec<(usize, usize, BlockKind)> {
    let upper = profile.capitals && mostly_upper(text);
    let flags = flagged(text);
    let mut out: Vec<(usize, usize, BlockKind)> = Vec::new();
    let mut open: Option<(usize, usize, bool)> = None;
    let mut at = 0;
    let mut longest = 0;
    let mut ticker = false;
    for raw in text.split_inclusive('\n') {
        let from = at + (raw.len() - raw.trim_start().len());
        let line = raw.trim();
        at += raw.len();
        // A row of a table is a statement of its own; a last column of marks is no part of it.
        if flags {
            flush(text, &mut out, &mut open);
            let row = line.rsplit_once('\t').map_or(line, |r| r.0.trim_end());
            if !row.is_empty() {
                out.push((from, from + row.len(), BlockKind::Paragraph));
            }
            continue;
        }
        if line.is_empty() || line.chars().all(cairn_fold::is_ignorable) {
            flush(text, &mut out, &mut open);
            longest = 0;
            continue;
        }
        if open.is_none() {
            ticker = is_ticker(&text[from..]);
        }
        let item = is_item(line);
        let length = line.chars().take(WRAPPED).count();
        let listed = longest < WRAPPED && length < WRAPPED;
        let after_colon = open.is_some_and(|(f, t, _)| text[f..t].trim_end().ends_with(':'));
        // A form: one field a line, each with its label, however long.
        let fields = is_field(line) && open.is_some_and(|(f, t, _)| is_field(&text[f..t]));
        // A short line above a long one is its headline, or the end of what stood before.
        let headline = open.is_some_and(|(f, t, _)| !text[f..t].contains('\n'))
            && longest < WRAPPED
            && line.chars().take(LONG).count() == LONG;
        let titled =
            open.is_some_and(|(f, t, i)| !i && profile.capitals && !upper && is_title(&text[f..t], line));
        let apart = after_colon || fields || headline || titled;
        if ticker && open.is_some() || item || apart || open.is_some() && listed {
            flush(text, &mut out, &mut open);
            longest = 0;
        }
        // A sentence broken by a page: it goes on in small letters, or broke off at a little word.
        if open.is_none()
            && !item
            && let Some((f, t, BlockKind::Paragraph)) = out.last().copied()
            && text[f..t].chars().take(LONG).count() == LONG
            && text[f..t].ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && (line.starts_with(char::is_lowercase)
                || upper && line.starts_with(char::is_uppercase)
                || broken_off(&text[f..t], profile))
        {
            out.pop();
            open = Some((f, t, false));
        }
        longest = longest.max(length);
        let to = from + line.len();
        open = Some(open.map_or((from, to, item), |(f, _, i)| (f, to, i)));
    }
    flush(text, &mut out, &mut open);
    out
}

/// "… had risen to at least": no sentence ends in such a word.
fn broken_off(text: &str, profile: &Profile) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    profile.bare_plurals && last.len() <= 5 && profile.function_words.iter().any(|w| w == last)
}

/// Headlines one below another: every line begins like a sentence, few end like one, and none fills its column.
fn is_ticker(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).take_while(|l| !l.is_empty()).take(40);
    if lines().nth(2).is_none() {
        return false;
    }
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    // A script without capitals shows no beginnings: there the lines must be as uneven as only headlines are.
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(caseless) {
        let lengths: Vec<usize> = lines().map(|l| l.chars().count()).collect();
        let ended = lines().filter(|l| l.ends_with(['.', ',', ';', ':', '،', '؛', '؟', '?'])).count();
        let column = lengths.iter().copied().max().unwrap_or(0);
        // A wrapped line ends within a word of its column.
        let short = lengths.iter().rev().skip(1).filter(|n| **n + 16 < column).count();
        // Lines none of which ends a sentence, within or at its end, are no wrapped paragraph.
        let whole = ended == 0 && lines().all(|l| !l.contains(". "));
        return lengths.len() >= 4
            && ended * 4 <= lengths.len()
            && (short >= 2 || whole)
            && column < LONG * 2;
    }
    let begins = |l: &str| l.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let lengths = || lines().map(|l| l.chars().take(LONG * 2).count());
    let (count, ended) = (lines().count(), lines().filter(|l| l.ends_with(['.', ',', ';', ':'])).count());
    let spread = lengths().max().unwrap_or(0) - lengths().min().unwrap_or(0);
    let mixed = lines().all(|l| l.chars().filter(|c| c.is_lowercase()).count() * 2 > l.chars().count());
    mixed && count >= 3 && ended * 3 <= count && spread > 8 && lines().all(begins)
}

/// A line without an end above one that is longer than any column: "Названо число погибших" above its report. Or one in
/// capitals above one that is not.
fn is_title(above: &str, line: &str) -> bool {
    let end = |c: char| c.is_alphanumeric() || matches!(c, '"' | '»' | '”' | ')' | '?' | '!' | '…');
    let begins =
        line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
    if above.contains('\n') || !above.trim_end().ends_with(end) || !begins {
        return false;
    }
    let length = |l: &str| l.chars().take(LONG * 4).count();
    let small = |l: &str| l.chars().any(char::is_lowercase);
    let shouted =
        !small(above) && above.split_whitespace().count() >= 3 && small(line) && !mostly_upper(line);
    shouted || length(line) >= length(above) + 30 && length(above) >= WRAPPED / 2
}

/// "Killed: four, by the hospital's word": a short label, a colon and its value.
fn is_field(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else { return false };
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    let short = label.chars().count() <= 28 && label.split_whitespace().count() <= 4;
    short
        && !value.trim().is_empty()
        && label.ends_with(char::is_alphabetic)
        && !label.contains(['.', ',', '،', '"', '«'])
}

/// Whether every line of the text ends in a column of zeros and ones: marks of a data set, not counts.
fn flagged(text: &str) -> bool {
    let mut rows = text.lines().filter(|l| !l.trim().is_empty());
    let marked = |l: &str| matches!(l.trim_end().rsplit_once('\t'), Some((_, "0" | "1")));
    text.contains('\t') && rows.all(marked) && text.lines().count() > 1
}

fn flush(text: &str, out: &mut Vec<(usize, usize, BlockKind)>, open: &mut Option<(usize, usize, bool)>) {
    let Some((from, to, item)) = open.take() else { return };
    let body = text[from..to].trim_end();
    // "Total injuries:" and its number on the next line are one statement.
    if let Some(last) = out.last_mut()
        && text[last.0..last.1].trim_end().ends_with(':')
        && body.len() < 20
        && body.chars().all(|c| cairn_fold::digit_value(c).is_some() || ",.،٬ \u{A0}".contains(c))
    {
        last.1 = to;
        last.2 = BlockKind::Item;
        return;
    }
    let has_end = body.ends_with(['.', '!', '?', '؟', '…', ';', ',', '،']);
    let kind = if body.ends_with(':') || body.len() < 160 && !item && !has_end && !body.contains(". ") {
        BlockKind::Heading
    } else if item {
        BlockKind::Item
    } else {
        BlockKind::Paragraph
    };
    out.push((from, to, kind));
}

/// A line that begins with a list mark, a pictogram or a number with a full stop or bracket.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    if matches!(
        first,
        '•' | '*' | '·' | '‣' | '▪' | '◦' | '–' | '—' | '-' | '\\' | '#' | '○' | '●' | '→' | '✓'
    ) || (first as u32) >= 0x2190
        && !first.is_alphanumeric()
        && !first.is_whitespace()
        && (first as u32) < 0x3000
        || (0x1F000..0x20000).contains(&(first as u32))
    {
        return true;
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits) && line[digits..].starts_with(['.', ')']) && line[digits + 1..].starts_with(' ')
}
