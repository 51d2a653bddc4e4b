//! Words in any script: cleaned, isolated, measured without a font, cut to fit.

/// First strong isolate and its end: a foreign word keeps its own direction and does not disturb its line's.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Words without control characters and without those that steer direction.
pub(crate) fn clean(words: &str) -> String {
    let plain = |c: char| match c {
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => Some(' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => None,
        '\u{FFFE}' | '\u{FFFF}' => None,
        c => Some(c),
    };
    words.chars().filter_map(plain).collect()
}

/// Words in an isolate of their own; those of one direction that need none stay as they are.
pub(crate) fn isolate(words: &str) -> String {
    if words.is_ascii() && !words.chars().any(|c| c.is_ascii_alphabetic()) {
        return words.to_owned();
    }
    format!("{}{words}{}", ISOLATE.0, ISOLATE.1)
}

/// About how wide words are at this size. Fonts differ; this errs on the wide side for Latin letters.
pub(crate) fn measure(words: &str, size: f64) -> f64 {
    words.chars().map(|c| em(c) * size).sum()
}

/// Widths of characters in hundredths of an em, of a common sans serif face.
fn em(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' => 0.0,
        '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.40,
        'm' | 'w' | 'M' | 'W' | '…' => 0.92,
        'A'..='Z' => 0.68,
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => 0.58,
        '\u{5D0}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => 0.58,
        '\u{400}'..='\u{52F}' => 0.64,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{1F000}'.. => 1.05,
        _ => 0.58,
    }
}

/// Words cut with an ellipsis where they would be wider than `room`.
pub(crate) fn truncate(words: &str, size: f64, room: f64) -> String {
    if measure(words, size) <= room {
        return words.to_owned();
    }
    let room = room - em('…') * size;
    let (mut width, mut out) = (0.0, String::new());
    for c in words.chars() {
        width += em(c) * size;
        if width > room {
            break;
        }
        out.push(c);
    }
    let kept = out.trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// Words in lines no wider than `room`.
pub(crate) fn wrap(words: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let word = truncate(word, size, room);
        match lines.last_mut() {
            Some(line) if measure(line, size) + measure(&word, size) + 0.3 * size <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_and_marks_have_no_width() {
        assert_eq!(truncate("The Lantern Monitor", 12.0, 1000.0), "The Lantern Monitor");
        let cut = truncate("The Lantern Monitor", 12.0, 60.0);
        assert!(cut.ends_with('…') && measure(&cut, 12.0) <= 60.0, "{cut}");
        assert_eq!(truncate("word", 12.0, 1.0), "");
        assert!((measure("قَ", 10.0) - measure("ق", 10.0)).abs() < 1e-9);
    }

    #[test]
    fn steering_characters_are_dropped_and_foreign_words_isolated() {
        assert_eq!(clean("a\u{202E}b\u{0}c"), "ab c");
        assert_eq!(isolate("12,345"), "12,345");
        assert_eq!(isolate("حرفينا"), "\u{2068}حرفينا\u{2069}");
    }

    #[test]
    fn lines_hold_their_room() {
        assert!(wrap("one two three four five six", 12.0, 60.0).iter().all(|l| measure(l, 12.0) <= 60.0));
    }
}
