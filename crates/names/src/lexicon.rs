//! The data files, read once. A word list is looked up by its folded form.

use crate::script::Script;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    honorifics: Vec<String>,
    front_honorifics: Vec<String>,
    suffixes: Vec<String>,
    kunya: Vec<String>,
    glued_kunya: Vec<String>,
    nasab: Vec<String>,
    articles: Vec<String>,
    assimilated: Vec<String>,
    glued_articles: Vec<String>,
    no_article: Vec<String>,
    heads: Vec<String>,
    tails: Vec<String>,
    particles: Vec<String>,
    patronymic: Vec<String>,
    glued_tails: BTreeMap<String, String>,
    rewrite: BTreeMap<String, String>,
    unnamed: Unnamed,
    same: Vec<SameName>,
}

#[derive(Default, Deserialize)]
struct Unnamed {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct SameName {
    forms: Vec<String>,
}

#[derive(Default, Deserialize)]
struct LettersFile {
    latin: BTreeMap<String, String>,
    arabic: BTreeMap<String, String>,
    hebrew: BTreeMap<String, String>,
    cyrillic: BTreeMap<String, String>,
    greek: BTreeMap<String, String>,
}

type Words = BTreeSet<String>;

pub(crate) struct Lexicon {
    honorifics: Words,
    front_honorifics: Words,
    suffixes: Words,
    kunya: Words,
    glued_kunya: Words,
    nasab: Words,
    articles: Words,
    assimilated: Words,
    glued_articles: Vec<String>,
    no_article: Words,
    heads: Words,
    tails: Words,
    particles: Words,
    patronymic: Vec<String>,
    glued_tails: BTreeMap<String, String>,
    rewrite: BTreeMap<String, String>,
    unnamed: Words,
    same: BTreeMap<String, u16>,
    letters: [Vec<Spelling>; 6],
}

/// One line of the letter table.
pub(crate) struct Spelling {
    pub letters: Vec<char>,
    pub sounds: String,
    pub at_start: bool,
    pub at_end: bool,
}

fn folded(words: Vec<String>) -> Words {
    words.iter().map(|w| cairn_fold::fold(w)).collect()
}

fn folded_map(map: BTreeMap<String, String>) -> BTreeMap<String, String> {
    map.into_iter().map(|(k, v)| (cairn_fold::fold(&k), cairn_fold::fold(&v))).collect()
}

fn spellings(table: BTreeMap<String, String>) -> Vec<Spelling> {
    let mut out: Vec<Spelling> = table
        .into_iter()
        .map(|(key, sounds)| {
            let at_start = key.starts_with('^');
            let at_end = key.ends_with('$');
            let letters = key.trim_start_matches('^').trim_end_matches('$').chars().collect();
            Spelling { letters, sounds, at_start, at_end }
        })
        .collect();
    out.sort_by(|a, b| {
        let rank = |s: &Spelling| (s.letters.len(), s.at_start, s.at_end);
        let first = a.letters.first().cmp(&b.letters.first());
        first.then_with(|| rank(b).cmp(&rank(a))).then_with(|| a.letters.cmp(&b.letters))
    });
    out
}

fn load() -> Result<Lexicon, toml::de::Error> {
    let file: LexiconFile = toml::from_str(include_str!("../data/lexicon.toml"))?;
    let letters: LettersFile = toml::from_str(include_str!("../data/letters.toml"))?;
    let mut same = BTreeMap::new();
    for (i, name) in file.same.into_iter().enumerate() {
        for form in name.forms {
            same.insert(cairn_fold::fold(&form), i as u16);
        }
    }
    Ok(Lexicon {
        honorifics: folded(file.honorifics),
        front_honorifics: folded(file.front_honorifics),
        suffixes: folded(file.suffixes),
        kunya: folded(file.kunya),
        glued_kunya: folded(file.glued_kunya),
        nasab: folded(file.nasab),
        articles: folded(file.articles),
        assimilated: folded(file.assimilated),
        glued_articles: file.glued_articles.iter().map(|w| cairn_fold::fold(w)).collect(),
        no_article: folded(file.no_article),
        heads: folded(file.heads),
        tails: folded(file.tails),
        particles: folded(file.particles),
        patronymic: file.patronymic.iter().map(|w| cairn_fold::fold(w)).collect(),
        glued_tails: folded_map(file.glued_tails),
        rewrite: folded_map(file.rewrite),
        unnamed: folded(file.unnamed.words),
        same,
        letters: [
            spellings(letters.latin),
            spellings(letters.arabic),
            spellings(letters.hebrew),
            spellings(letters.cyrillic),
            spellings(letters.greek),
            Vec::new(),
        ],
    })
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The files are compiled in and `the_data_files_are_sound` reads them: this cannot fail in a build that passes.
    load().expect("crates/names/data is well-formed")
});

pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    pub fn honorific(&self, w: &str) -> bool {
        self.honorifics.contains(w)
    }
    pub fn front_honorific(&self, w: &str) -> bool {
        self.front_honorifics.contains(w)
    }
    pub fn suffix(&self, w: &str) -> bool {
        self.suffixes.contains(w)
    }
    pub fn kunya(&self, w: &str) -> bool {
        self.kunya.contains(w)
    }
    pub fn nasab(&self, w: &str) -> bool {
        self.nasab.contains(w)
    }
    pub fn head(&self, w: &str) -> bool {
        self.heads.contains(w)
    }
    pub fn tail(&self, w: &str) -> bool {
        self.tails.contains(w)
    }
    pub fn particle(&self, w: &str) -> bool {
        self.particles.contains(w)
    }
    pub fn patronymic(&self, w: &str) -> bool {
        self.patronymic.iter().any(|end| w.len() > end.len() + 2 && w.ends_with(end.as_str()))
    }
    /// `w` mended where it is a known slip of typing or scanning; heads and kunya stay as they are.
    pub fn rewrite_typo<'a>(&'a self, w: &'a str) -> &'a str {
        if self.head(w) || self.kunya(w) { w } else { self.rewrite(w) }
    }
    pub fn rewrite<'a>(&'a self, w: &'a str) -> &'a str {
        self.rewrite.get(w).map_or(w, String::as_str)
    }
    /// The number of the name that `w` is an established spelling of.
    pub fn same(&self, w: &str) -> Option<u16> {
        self.same.get(w).copied()
    }
    /// The spellings of a script that begin with `first`, in the order in which they are tried.
    pub fn letters(&self, script: Script, first: char) -> &[Spelling] {
        let table = &self.letters[script as usize];
        let rest = &table[table.partition_point(|s| s.letters.first() < Some(&first))..];
        &rest[..rest.partition_point(|s| s.letters.first() == Some(&first))]
    }

    /// True when `w` is the article of the word `next`.
    pub fn article(&self, w: &str, next: &str, hyphen: bool) -> bool {
        if self.articles.contains(w) {
            return true;
        }
        let sun = w.chars().nth(1);
        self.assimilated.contains(w) && (hyphen || (sun.is_some() && sun == next.chars().next()))
    }

    /// `w` without an article written together with it, where enough of a word is left.
    pub fn without_article<'a>(&self, w: &'a str) -> &'a str {
        if self.no_article.contains(w) || self.same.contains_key(w) {
            return w;
        }
        for article in &self.glued_articles {
            let Some(rest) = w.strip_prefix(article.as_str()) else { continue };
            let left = rest.chars().count();
            let needed = match rest.chars().next() {
                Some('a' | 'e' | 'i' | 'o' | 'u' | 'а' | 'е' | 'и' | 'о' | 'у') => 5,
                Some('w' | 'y') => 4,
                _ => 3,
            };
            if left >= needed {
                return rest;
            }
        }
        w
    }

    /// `w` without the article inside a compound written as one word.
    pub fn without_inner_article(&self, w: &str) -> Option<String> {
        self.glued_tails.iter().find_map(|(tail, bare)| {
            let start = w.strip_suffix(tail.as_str()).filter(|s| s.chars().nth(1).is_some())?;
            Some(format!("{start}{bare}"))
        })
    }

    /// True for a word that stands where a name should stand and names nobody.
    pub fn unnamed(&self, w: &str) -> bool {
        self.unnamed.contains(w)
    }

    /// `w` split after a head written together with its name (abd-, abu-), the article of the name removed.
    pub fn split_head<'a>(&'a self, w: &'a str) -> Option<(&'a str, &'a str)> {
        let longest = |set: &'a Words| {
            let fits =
                |h: &&String| w.strip_prefix(h.as_str()).is_some_and(|rest| rest.chars().nth(2).is_some());
            set.iter().filter(fits).max_by_key(|h| h.len())
        };
        let head = longest(&self.heads).or_else(|| longest(&self.glued_kunya))?;
        Some((head, self.without_article(w[head.len()..].trim_start_matches('\''))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_files_are_sound() {
        let lex = load().expect("data files parse");
        for script in [Script::Latin, Script::Arabic, Script::Hebrew, Script::Cyrillic, Script::Greek] {
            for s in &lex.letters[script as usize] {
                assert!(!s.letters.is_empty() && s.letters.len() <= 4);
                assert!(s.sounds.chars().all(|c| "AIU:'abcdfghklmnrstwyz".contains(c)), "{}", s.sounds);
            }
        }
    }
}
