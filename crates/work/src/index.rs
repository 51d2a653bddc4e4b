//! Filling the search index: what of each entry is found by which words.
//!
//! A step of its own after a batch is sealed, in chunks that each stand when they are written: a step that was killed
//! goes on where it stopped, and running it again when all is done does nothing.

use std::collections::BTreeMap;

use cairn_fold::fold;
use cairn_model::{Account, BatchId, DocId, Entry, EntryId, Locator};
use cairn_read::Content;
use cairn_register::log::SealedLeaf;
use cairn_register::{BatchView, MOST_PARTS, SearchRow, Store, View};
use serde::Serialize;

use crate::names::{Names, full_names};
use crate::{Error, Progress, Result, Session};

/// Entries indexed and written together.
const CHUNK: usize = 16 * 1024;
/// Characters of a passage of a text, at least.
const PASSAGE: usize = 1000;
/// A batch of at most so many entries is indexed by the verb that writes it.
pub(crate) const SMALL: u64 = 2_000;

/// Kinds of hit, numbered by their place here for ever; what is not named is the last.
pub(crate) const KINDS: [&str; 16] = [
    "document",
    "person",
    "group",
    "incident",
    "figure",
    "declaration",
    "source",
    "holding",
    "facility",
    "access",
    "displacement",
    "place",
    "",
    "",
    "",
    "other",
];

/// How far the search index is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Indexing {
    /// Entries indexed.
    pub done: u64,
    /// Entries there are.
    pub total: u64,
}

impl Indexing {
    /// Whether everything is found.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.done == self.total
    }
}

impl Session {
    /// How far the search index is.
    ///
    /// # Errors
    /// When the store fails.
    pub fn indexing(&self) -> Result<Indexing> {
        let view = self.store.view(None)?;
        let known: BTreeMap<BatchId, u64> =
            self.store.indexed()?.into_iter().map(|i| (i.batch, i.entries)).collect();
        let total = view.batches.iter().map(length).sum();
        let done = view.batches.iter().map(|b| known.get(&b.id).copied().unwrap_or(0).min(length(b))).sum();
        Ok(Indexing { done, total })
    }

    /// Fills the search index with what is not in it yet.
    ///
    /// # Errors
    /// When the store fails, or the work is stopped: what is written by then stands.
    pub fn index(&mut self, progress: &mut dyn Progress) -> Result<Indexing> {
        self.index_batches(progress, u64::MAX)
    }

    /// Indexes what is short; what is long waits for [`Session::index`].
    pub(crate) fn index_small(&mut self) -> Result<Indexing> {
        self.index_batches(&mut crate::Silent, SMALL)
    }

    fn index_batches(&mut self, progress: &mut dyn Progress, most: u64) -> Result<Indexing> {
        let view = self.store.view(None)?;
        let known: BTreeMap<BatchId, (u64, bool)> =
            self.store.indexed()?.into_iter().map(|i| (i.batch, (i.entries, i.whole))).collect();
        let total: u64 = view.batches.iter().map(length).sum();
        let mut done: u64 =
            view.batches.iter().map(|b| known.get(&b.id).map_or(0, |k| k.0.min(length(b)))).sum();
        for batch in &view.batches {
            let (from, whole) = known.get(&batch.id).copied().unwrap_or_default();
            if whole || length(batch) - from.min(length(batch)) > most {
                continue;
            }
            // The names of a batch are written with its last rows: what was folded before a stop is folded again.
            let mut names = fold_names(self.store.as_ref(), batch, from)?;
            let mut at = from;
            loop {
                let most = (CHUNK as u64).min(length(batch) - at) as usize;
                let first = EntryId { seq: batch.id.seq + at, ..batch.id };
                let leaves = self.store.leaves(first, most)?;
                let (rows, folded) = rows_of(self.store.as_ref(), &view, at as u32, &leaves)?;
                names.append(&folded);
                at += leaves.len() as u64;
                done += leaves.len() as u64;
                let last = at >= length(batch) || leaves.is_empty();
                let bytes = last.then(|| names.to_bytes());
                self.store.index(batch.id, &rows, at, bytes.as_deref())?;
                progress.at("indexing for search", done, Some(total));
                if last {
                    break;
                }
                if progress.cancelled() {
                    return Err(Error::Cancelled);
                }
            }
        }
        Ok(Indexing { done, total })
    }
}

/// Entries of a batch, opening and seal included.
pub(crate) fn length(batch: &BatchView) -> u64 {
    batch.end - batch.id.seq
}

/// The names of the first `until` entries of a batch.
pub(crate) fn fold_names(store: &dyn Store, batch: &BatchView, until: u64) -> Result<Names> {
    let mut names = Names::default();
    let mut at = 0;
    while at < until {
        let most = (CHUNK as u64).min(until - at) as usize;
        let leaves = store.leaves(EntryId { seq: batch.id.seq + at, ..batch.id }, most)?;
        if leaves.is_empty() {
            break;
        }
        names.append(&Names::of_leaves(at as u32, &leaves));
        at += leaves.len() as u64;
    }
    Ok(names)
}

/// The rows and names of some entries of a batch; `first` is the place of the first in it.
pub(crate) fn rows_of(
    store: &dyn Store,
    view: &View,
    first: u32,
    leaves: &[SealedLeaf],
) -> Result<(Vec<SearchRow>, Names)> {
    // Reading entries and folding names takes most of the time: one thread for each half.
    let (front, back) = leaves.split_at(leaves.len() / 2);
    let (front, back) = std::thread::scope(|scope| {
        let front = scope.spawn(|| read(first, front));
        let back = read(first + (leaves.len() / 2) as u32, back);
        match front.join() {
            Ok(front) => (front, back),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    });
    let mut texts = Texts { store, view, held: BTreeMap::new() };
    let mut rows = Vec::with_capacity(leaves.len());
    let mut names = front.1;
    names.append(&back.1);
    for (owner, item) in front.0.into_iter().chain(back.0) {
        match item {
            Item::Ready(row) => rows.push(row),
            Item::Quoted(mut row, doc, start, end) => {
                if let Some(text) = texts.of(doc)? {
                    join(&mut row.words, &folded_words(text.slice(start, end).unwrap_or_default()));
                }
                rows.push(row);
            }
            Item::Document(row, doc) => {
                rows.push(row);
                if let Some(text) = texts.of(doc)? {
                    for (part, passage) in passages(&text.text).into_iter().enumerate() {
                        let words = folded_words(&passage.text);
                        let part = part as u16 + 1;
                        rows.push(SearchRow { owner, kind: 0, part, words, sounds: String::new() });
                    }
                }
            }
        }
    }
    rows.retain(|r| !r.words.is_empty() || !r.sounds.is_empty());
    Ok((rows, names))
}

enum Item {
    Ready(SearchRow),
    /// Its words stand in a document.
    Quoted(SearchRow, DocId, usize, usize),
    /// Its text is indexed passage by passage.
    Document(SearchRow, DocId),
}

fn read(first: u32, leaves: &[SealedLeaf]) -> (Vec<(u32, Item)>, Names) {
    let mut items = Vec::with_capacity(leaves.len());
    let mut names = Names::default();
    for (i, leaf) in leaves.iter().enumerate() {
        let owner = first + i as u32;
        // An entry that does not read is a finding of `verify`, and is found by no word.
        match Entry::from_sections(|c| leaf.text(c)) {
            Ok(Entry::Account(a)) => {
                names.push(owner, &a.personal);
                let row = account_row(owner, &a);
                items.push((
                    owner,
                    match a.at {
                        Locator::Chars(start, end) => Item::Quoted(row, a.doc, start as usize, end as usize),
                        _ => Item::Ready(row),
                    },
                ));
            }
            Ok(Entry::Document(d)) => {
                let title = d.title.clone().unwrap_or_default();
                let mut words = folded_words(&title);
                join(&mut words, &folded_words(&d.name));
                let row = SearchRow { owner, kind: 0, part: 0, words, sounds: sounds(&[&title]) };
                items.push((owner, Item::Document(row, d.doc)));
            }
            Ok(Entry::Source(s)) => {
                let row = SearchRow {
                    owner,
                    kind: number("source"),
                    part: 0,
                    words: folded_words(&s.name),
                    sounds: sounds(&[&s.name]),
                };
                items.push((owner, Item::Ready(row)));
            }
            _ => {}
        }
    }
    (items, names)
}

pub(crate) fn number(kind: &str) -> u8 {
    KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len() - 1) as u8
}

fn account_row(owner: u32, account: &Account) -> SearchRow {
    let texts = texts_of(account);
    let mut words = String::new();
    for text in &texts.found {
        join(&mut words, &folded_words(text));
    }
    let heard: Vec<&str> = texts.heard.iter().map(String::as_str).collect();
    SearchRow { owner, kind: number(account.about.kind.code()), part: 0, words, sounds: sounds(&heard) }
}

/// The texts by which an account is found.
pub(crate) struct AccountTexts {
    /// Names, identifiers, places, parties, groups.
    pub(crate) found: Vec<String>,
    /// Those that are also found by their sound: names and places.
    pub(crate) heard: Vec<String>,
}

pub(crate) fn texts_of(account: &Account) -> AccountTexts {
    let mut heard = full_names(&account.personal);
    let mut places: Vec<&str> = account.acts.iter().filter_map(|a| a.place.as_deref()).collect();
    places.extend(account.toll.as_ref().and_then(|t| t.place.as_deref()));
    places.sort_unstable();
    places.dedup();
    heard.extend(places.into_iter().map(str::to_owned));
    let mut found = heard.clone();
    found.extend(account.personal.ids.iter().map(|id| id.value.clone()));
    found.extend(account.attributions.iter().map(|a| a.actor.clone()));
    if let Some(toll) = &account.toll {
        found.extend([&toll.party, &toll.group, &toll.unit].into_iter().flatten().cloned());
    }
    AccountTexts { found, heard }
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// The words of a text as the index holds them: folded, divided where no letter or digit stands, apostrophes left out.
pub(crate) fn folded_words(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The skeletons of names: of each as taken apart, and of each word as written.
pub(crate) fn sounds(names: &[&str]) -> String {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let taken_apart = cairn_names::words(name);
        let written = folded_words(name);
        for word in taken_apart.iter().map(String::as_str).chain(written.split(' ')) {
            let heard = cairn_names::skeleton_of_word(word);
            if !heard.is_empty() && !out.contains(&heard) {
                out.push(heard);
            }
        }
    }
    out.join(" ")
}

/// A part of a text.
pub(crate) struct Passage {
    /// Its first character.
    pub(crate) start: usize,
    pub(crate) text: String,
}

/// A text cut into passages, at ends of lines or words.
pub(crate) fn passages(text: &str) -> Vec<Passage> {
    let chars: Vec<char> = text.chars().collect();
    let length = PASSAGE.max(chars.len().div_ceil(usize::from(MOST_PARTS) / 2));
    let mut out = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let end = (start + length).min(chars.len());
        let cut = |stop: fn(&char) -> bool| {
            let half = start + length / 2;
            chars.get(half..end).and_then(|c| c.iter().rposition(stop)).map(|i| half + i + 1)
        };
        let end = if end == chars.len() {
            end
        } else {
            cut(|c| *c == '\n').or_else(|| cut(|c| c.is_whitespace())).unwrap_or(end)
        };
        out.push(Passage { start, text: chars[start..end].iter().collect() });
        start = end;
    }
    out
}

/// Texts of documents, each read once.
struct Texts<'a> {
    store: &'a dyn Store,
    view: &'a View,
    held: BTreeMap<DocId, Option<cairn_read::Text>>,
}

impl Texts<'_> {
    /// The text of a document; none of a table, nor of a file that cannot be read any more.
    fn of(&mut self, doc: DocId) -> Result<Option<&cairn_read::Text>> {
        if !self.held.contains_key(&doc) {
            let name = self.view.document(doc).map_or_else(|| doc.short(), |d| d.name.clone());
            let bytes = self.store.blob(doc)?;
            let text = match cairn_read::read(&bytes, &name) {
                Ok(Content::Text(text)) => Some(text),
                Ok(Content::Table(_)) | Err(_) => None,
            };
            self.held.insert(doc, text);
        }
        Ok(self.held.get(&doc).and_then(Option::as_ref))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_divided() {
        assert_eq!(folded_words("  O’Neil, مُحَمَّد-١٢ (Straße) "), "oneil محمد 12 strasse");
        assert_eq!(folded_words("«» …"), "");
    }

    #[test]
    fn sounds_of_a_name_meet_across_scripts() {
        let (arabic, latin) = (sounds(&["عبد الرحمن سليم"]), sounds(&["Abdel-Rahman Saleem"]));
        for heard in ["abdrhmn", "slm"] {
            let has = |sounds: &str| sounds.split(' ').any(|s| s == heard);
            assert!(has(&arabic) && has(&latin), "{heard} in {arabic} and in {latin}");
        }
    }

    #[test]
    fn passages_cover_a_text_and_are_few() {
        let text = "word ".repeat(1000) + "\n" + &"x".repeat(3000);
        let cut = passages(&text);
        assert!(cut.windows(2).all(|w| w[0].start + w[0].text.chars().count() == w[1].start));
        assert_eq!(cut.iter().map(|p| p.text.as_str()).collect::<String>(), text);
        assert!(passages(&"a ".repeat(5_000_000)).len() < usize::from(MOST_PARTS));
    }
}
