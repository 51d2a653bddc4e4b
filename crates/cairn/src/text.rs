//! Text for people at 80 columns: tables, wrapped lines, numbers, foreign words in their own direction.

use unicode_width::UnicodeWidthStr;

/// Columns of a line.
pub const WIDTH: usize = 80;

/// A number with thousands apart: `24,672`.
pub fn number(n: impl Into<i128>) -> String {
    let n: i128 = n.into();
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    if n < 0 { format!("-{out}") } else { out }
}

/// A range: `24,672`, `50,015–50,020`, `1,400 or more`, `up to 9`, `number not stated`.
pub fn range(low: Option<i64>, high: Option<i64>) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b => number(a),
        (Some(a), Some(b)) => format!("{}–{}", number(a), number(b)),
        (Some(a), None) => format!("{} or more", number(a)),
        (None, Some(b)) => format!("up to {}", number(b)),
        (None, None) => "number not stated".to_owned(),
    }
}

/// Foreign words, isolated so that their direction does not disturb the line, and freed of control characters that
/// could steer the terminal.
pub fn foreign(words: &str) -> String {
    let clean: String = words
        .chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect();
    if clean.is_ascii() || !clean.chars().any(is_rtl) { clean } else { format!("\u{2068}{clean}\u{2069}") }
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Breaks `text` into lines of at most `width` columns, at spaces where possible.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for piece in pieces(word, width) {
            let line = lines.last().map_or(0, |l| l.width());
            let fits = line == 0 || line + 1 + piece.width() <= width;
            match lines.last_mut() {
                Some(last) if fits => {
                    if line > 0 {
                        last.push(' ');
                    }
                    last.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// A word too long for a line, cut.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    for c in word.chars() {
        let mut utf8 = [0; 4];
        let wide = out.last().map_or(0, |p| p.width()) + c.encode_utf8(&mut utf8).width() > width;
        if wide {
            out.push(String::new());
        }
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

/// `text` wrapped behind an indent.
pub fn indented(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    wrap(text, WIDTH.saturating_sub(indent).max(20)).iter().map(|line| format!("{pad}{line}\n")).collect()
}

/// A term, and its words wrapped beside it.
pub fn entry(term: &str, words: &str, indent: usize) -> String {
    let lines = wrap(words, WIDTH.saturating_sub(indent).max(20));
    let mut out = String::new();
    let long = term.width() + 1 > indent;
    if long {
        out.push_str(term);
        out.push('\n');
    }
    for (i, line) in lines.iter().enumerate() {
        let head = if i == 0 && !long { term } else { "" };
        out.push_str(&format!("{head}{}{line}\n", " ".repeat(indent.saturating_sub(head.width()))));
    }
    out
}

/// Columns of text; those named in `right` are flush right. A table too wide for the line is printed as blocks.
pub fn table(header: &[&str], rows: &[Vec<String>], right: &[usize]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|h| h.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let total = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    if total > WIDTH {
        return blocks(header, rows);
    }
    let line = |cells: &[String]| {
        let mut out = String::new();
        for (i, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            let gap = if i == 0 { "" } else { "  " };
            out.push_str(gap);
            out.push_str(&if right.contains(&i) { format!("{pad}{cell}") } else { format!("{cell}{pad}") });
        }
        format!("{}\n", out.trim_end())
    };
    let mut out = line(&header.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
    out.push_str(&line(&widths.iter().map(|w| "─".repeat(*w)).collect::<Vec<_>>()));
    out.extend(rows.iter().map(|row| line(row)));
    out
}

fn blocks(header: &[&str], rows: &[Vec<String>]) -> String {
    let indent = header.iter().map(|h| h.width()).max().unwrap_or(0) + 2;
    let block = |row: &Vec<String>| {
        let filled = header.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        filled.map(|(name, cell)| entry(name, cell, indent)).collect::<String>()
    };
    rows.iter().map(block).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_in_words() {
        assert_eq!(number(24672), "24,672");
        assert_eq!(number(-1000), "-1,000");
        assert_eq!(range(Some(1400), None), "1,400 or more");
        assert_eq!(range(Some(50015), Some(50020)), "50,015–50,020");
        assert_eq!(range(None, None), "number not stated");
    }

    #[test]
    fn foreign_words_cannot_steer_the_terminal_or_the_line() {
        assert_eq!(foreign("a\x1b[31m\u{202E}b"), "a [31mb");
        assert_eq!(foreign("قرية"), "\u{2068}قرية\u{2069}");
    }

    #[test]
    fn lines_hold_eighty_columns() {
        let long = "word ".repeat(40) + &"x".repeat(200);
        assert!(indented(&long, 10).lines().all(|l| l.width() <= WIDTH));
        assert!(entry("term", &long, 12).lines().all(|l| l.width() <= WIDTH));
        let rows = vec![vec!["a".repeat(70), "b".repeat(70)]];
        assert!(table(&["one", "two"], &rows, &[]).lines().all(|l| l.width() <= WIDTH));
    }
}
