//! Two whole names, graded with a reason.

use crate::script::{mirrored_score, unmirror};
use crate::segment::words;
use crate::token::{Token, TokenLevel};
use serde::Serialize;

/// How well two names agree, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The same words.
    Same,
    /// The same words in another spelling or script.
    Variant,
    /// One name is the other with parts left out.
    Partial,
    /// The same words in another order.
    Reordered,
    /// The same but for slips of the pen.
    Similar,
    /// The chain agrees, the given name does not: relatives rather than one person.
    SameFamily,
    /// Different names.
    Different,
    /// At least one side names nobody.
    Unknown,
}

/// A grade and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The grade.
    pub level: Agreement,
    /// What was found, word by word.
    pub reason: String,
}

/// Compares two names in any scripts. Symmetric in its level.
#[must_use]
pub fn compare(a: &str, b: &str) -> Comparison {
    let grade = compare_words(&words(a), &words(b));
    if grade.level < Agreement::SameFamily {
        return grade;
    }
    for (x, y, side) in [(a, b, "first"), (b, a, "second")] {
        if mirrored_score(x) > 0 {
            let turned = compare_words(&words(&unmirror(x)), &words(y));
            if turned.level < grade.level {
                let reason = format!("{}; the {side} name is written back to front", turned.reason);
                return Comparison { level: turned.level, reason };
            }
        }
    }
    grade
}

fn compare_words(a: &[String], b: &[String]) -> Comparison {
    if a.is_empty() || b.is_empty() {
        return Comparison { level: Agreement::Unknown, reason: "one side names nobody".to_owned() };
    }
    let (ta, tb) = (tokens(a), tokens(b));
    let pairs = align(&ta, &tb);
    let mut found = Vec::new();
    let (mut agree, mut worst) = (0, TokenLevel::Exact);
    for &(i, j, level) in &pairs {
        agree += usize::from(agrees(level));
        worst = worst.max(level);
        if level != TokenLevel::Exact {
            found.push(format!("{} / {}: {}", a[i], b[j], wording(level)));
        }
    }
    let left_out = |n: usize, side: fn(&(usize, usize, TokenLevel)) -> usize| -> Vec<usize> {
        (0..n).filter(|i| !pairs.iter().any(|p| side(p) == *i)).collect()
    };
    let (only_a, only_b) = (left_out(a.len(), |p| p.0), left_out(b.len(), |p| p.1));
    for (missing, from) in [(&only_a, a), (&only_b, b)] {
        for i in missing {
            found.push(format!("{}: only on one side", from[*i]));
        }
    }
    let level = grade(&pairs, (a.len(), b.len()), agree, worst, &ta, &tb);
    if level == Agreement::Reordered {
        found = vec!["the same words in another order".to_owned()];
    }
    let reason = if found.is_empty() { "the same words".to_owned() } else { found.join("; ") };
    Comparison { level, reason }
}

fn grade(
    pairs: &[(usize, usize, TokenLevel)],
    (la, lb): (usize, usize),
    agree: usize,
    worst: TokenLevel,
    ta: &[Token],
    tb: &[Token],
) -> Agreement {
    let all = pairs.len() == la && la == lb;
    let given = pairs.iter().any(|p| p.0 == 0 && p.1 == 0 && agrees(p.2));
    if all && worst == TokenLevel::Exact {
        Agreement::Same
    } else if all && worst <= TokenLevel::Variant {
        Agreement::Variant
    } else if reordered(ta, tb) {
        Agreement::Reordered
    } else if given
        && worst <= TokenLevel::Variant
        && pairs.len() == la.min(lb)
        && (pairs.len() > 1 || la.min(lb) == 1)
    {
        Agreement::Partial
    } else if given && agree == pairs.len() && pairs.len() + 1 >= la.min(lb) && pairs.len() > la.max(lb) / 2 {
        Agreement::Similar
    } else if !given && agree >= 2 && agree + 1 >= la.min(lb) {
        Agreement::SameFamily
    } else {
        Agreement::Different
    }
}

fn reordered(a: &[Token], b: &[Token]) -> bool {
    if a.len() != b.len() || a.len() < 2 {
        return false;
    }
    let mut free: Vec<&Token> = b.iter().collect();
    a.iter().all(|t| {
        let found = free.iter().position(|u| t.compare(u) <= TokenLevel::Variant);
        found.map(|i| free.swap_remove(i)).is_some()
    })
}

fn tokens(words: &[String]) -> Vec<Token> {
    words.iter().take(12).map(|w| Token::new(w)).collect()
}

fn agrees(level: TokenLevel) -> bool {
    matches!(level, TokenLevel::Exact | TokenLevel::Variant | TokenLevel::Near | TokenLevel::Close)
}

fn wording(level: TokenLevel) -> &'static str {
    match level {
        TokenLevel::Exact => "the same",
        TokenLevel::Variant => "another spelling of the same sounds",
        TokenLevel::Skeleton => "the same consonants, other vowels",
        TokenLevel::Near => "a slip of the pen apart",
        TokenLevel::Close => "close",
        TokenLevel::Different => "different",
    }
}

fn gain(level: TokenLevel) -> i32 {
    match level {
        TokenLevel::Exact => 12,
        TokenLevel::Variant => 10,
        TokenLevel::Near => 6,
        TokenLevel::Close => 4,
        TokenLevel::Skeleton => 3,
        TokenLevel::Different => 0,
    }
}

/// The in-order pairing of words that gains most; given names and family names pull towards their own ends.
fn align(a: &[Token], b: &[Token]) -> Vec<(usize, usize, TokenLevel)> {
    let mut best = vec![vec![0i32; b.len() + 1]; a.len() + 1];
    let level = |i: usize, j: usize| a[i].compare(&b[j]);
    let ends = |i: usize, j: usize| {
        i32::from((i == 0) == (j == 0)) + i32::from((i + 1 == a.len()) == (j + 1 == b.len()))
    };
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let both = best[i + 1][j + 1] + gain(level(i, j)) + ends(i, j);
            best[i][j] = both.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if best[i][j] == best[i + 1][j + 1] + gain(level(i, j)) + ends(i, j) {
            out.push((i, j, level(i, j)));
            i += 1;
            j += 1;
        } else if best[i][j] == best[i + 1][j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades() {
        use Agreement::*;
        for (a, b, want) in [
            ("سالم عادل منير البحري", "سالم عادل منير البحري", Same),
            ("سالم عادل منير البحري", "Salem Adel Mounir Al-Bahri", Variant),
            ("سالم عبدالله البحري", "سالم عبد الله البحري", Same),
            ("Dr Salim Adel Munir Bahri", "Salim Adel Bahri", Partial),
            ("Salim Bahri", "Bahri Salim", Reordered),
            ("Salim Adel Munir Bahri", "Samira Adel Munir Bahri", SameFamily),
            ("Salim Adel Munir Bahri", "Salim Adel Munir Bahro", Variant),
            ("Salim Adel Munir Bahri", "Salim Adel Munir Bahril", Similar),
            ("Salim Adel", "Tobias Nowak", Different),
            ("unknown", "Tobias Nowak", Unknown),
            ("يرحبلا ملاس", "سالم البحري", Same),
            ("Олена Ковальчук", "Елена Ковальчук", Variant),
            ("יוסף כהן", "Yosef Kohen", Variant),
        ] {
            assert_eq!(compare(a, b).level, want, "{a} and {b}: {}", compare(a, b).reason);
            assert_eq!(compare(b, a).level, want, "{b} and {a}");
        }
    }
}
