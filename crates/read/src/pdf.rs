//! Text of PDF pages, with right-to-left lines put back into reading order.
//!
//! A PDF says where glyphs stand, not what is read first. Right-to-left lines come out as they are seen, from the
//! left, in presentation forms. Turning such a line around turns its numbers around too: 35 becomes 53, and no error
//! shows it. So a line goes through the bidirectional algorithm as it is, and only then are its forms resolved.
//! Even so: a number from a right-to-left PDF wants a look at the page.

use crate::ReadError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use unicode_bidi::BidiInfo;
use unicode_normalization::UnicodeNormalization;

/// The text of all pages, and where each begins in it, in characters.
pub(crate) fn read(bytes: &[u8], file: &str) -> Result<(String, Vec<usize>), ReadError> {
    let broken = |reason: String| ReadError::Pdf { file: file.to_owned(), reason };
    // The parser is another's and the bytes are a stranger's: a panic in it is one more broken file.
    let pages = catch_unwind(AssertUnwindSafe(|| pdf_extract::extract_text_from_mem_by_pages(bytes)))
        .map_err(|_| broken("the reader of PDFs gave up".to_owned()))?
        .map_err(|e| broken(e.to_string()))?;
    let mut out = String::new();
    let (mut starts, mut length) = (Vec::with_capacity(pages.len()), 0);
    for page in &pages {
        starts.push(length);
        let page = page_text(page);
        length += page.chars().count();
        out.push_str(&page);
    }
    if out.trim().is_empty() {
        return Err(ReadError::NoText { file: file.to_owned(), pages: pages.len() });
    }
    Ok((out, starts))
}

/// Lines in reading order; runs of empty lines become one; a blank line ends the page.
fn page_text(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut empty = true;
    for line in page.lines().map(str::trim) {
        if !(line.is_empty() && empty) {
            out.push_str(&logical(line));
            out.push('\n');
        }
        empty = line.is_empty();
    }
    if !empty {
        out.push('\n');
    }
    out
}

fn logical(line: &str) -> String {
    let info = BidiInfo::new(line, None);
    let ordered = if info.has_rtl() {
        let mut ordered = String::with_capacity(line.len());
        for paragraph in &info.paragraphs {
            let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                if levels[run.start].is_rtl() {
                    ordered.extend(line[run].chars().rev().map(mirrored));
                } else {
                    ordered.push_str(&line[run]);
                }
            }
        }
        ordered
    } else {
        line.to_owned()
    };
    resolve_forms(&ordered)
}

const fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

/// Presentation forms and ligatures as the letters they show. Nothing else: "10²" must not become "102".
fn resolve_forms(line: &str) -> String {
    let is_form = |c: char| matches!(c, '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    if !line.contains(is_form) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if is_form(c) {
            out.extend(std::iter::once(c).nfkc());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line as a PDF shows it: each letter where it is seen, from the left.
    fn seen(line: &str) -> String {
        let info = BidiInfo::new(line, None);
        let paragraph = &info.paragraphs[0];
        info.reorder_line(paragraph, paragraph.range.clone()).into_owned()
    }

    #[test]
    fn numbers_keep_their_digits() {
        for line in [
            "قتل 35 شخصا في 12 هجوما",
            "نقل ١٬٠٠٠ شخص إلى المستشفى",
            "35 נפצעו ב-12 אירועים",
            "أصيب 1,115 بينهم 7 أطفال",
            "Two of 35 people",
        ] {
            assert_eq!(logical(&seen(line)), line);
        }
    }

    #[test]
    fn forms_become_letters_and_powers_stay() {
        assert_eq!(logical("\u{FEFB}\u{FEE3}\u{FECB}"), "عملا");
        assert_eq!(logical("ﬁve killed, 10² m"), "five killed, 10² m");
    }
}
