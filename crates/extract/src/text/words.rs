//! Words as they are shown, where the text broke or contracted them.

/// A word that was broken at the end of a line, whole again: "civil- ian".
pub(crate) fn rejoined(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((head, tail)) = rest.split_once('-') {
        out.push_str(head);
        let joined = tail.trim_start();
        if joined.len() == tail.len() || head.ends_with(char::is_whitespace) {
            out.push('-');
            rest = tail;
        } else {
            rest = joined;
        }
    }
    out.push_str(rest);
    out
}

/// "للمرصد": preposition and article in one; the name has its article alone.
pub(crate) fn contracted(words: &str) -> String {
    words.strip_prefix("لل").map_or_else(|| words.to_owned(), |rest| format!("ال{rest}"))
}

/// Whether every word of `name` stands in `full`, with or without its article: "the ministry", "الوزارة".
pub(crate) fn within(name: &str, full: &str) -> bool {
    let bare = |w: &str| w.strip_prefix("ال").unwrap_or(w).to_owned();
    let full: Vec<String> = cairn_fold::fold(full).split_whitespace().map(bare).collect();
    cairn_fold::fold(name).split_whitespace().map(bare).all(|w| w == "the" || full.contains(&w))
}
