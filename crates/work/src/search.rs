//! Search in any script: names, identifiers, places, titles and texts of documents, words of figures.
//!
//! What is typed is folded as the index was, so marks, hamza seats, final letters, case and digits make no difference;
//! names are also found by their sound, which survives a change of script. Hits are graded by how they were found
//! and stand in the order of the log within a grade: no statistics of the corpus, so the order is the same everywhere.

use std::collections::BTreeMap;

use cairn_model::{Account, BatchId, DocId, Entry, EntryId, Locator};
use cairn_register::{SearchHit, SearchTerm, View};
use serde::Serialize;

use crate::browse::Sort;
use crate::index::{Indexing, KINDS, folded_words, number, passages, sounds, texts_of};
use crate::names::full_names;
use crate::show::Reader;
use crate::{Error, Result, Session};

/// Words that may hold a part asked for.
const PARTS: usize = 200;
/// Characters shown on each side of what was found in a text.
const AROUND: usize = 60;

/// How a hit was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The words stand together as asked.
    Phrase,
    /// All words stand there.
    Words,
    /// Words begin so.
    Beginning,
    /// Names sound so, in this or another script.
    Sound,
    /// Words hold the letters.
    Part,
}

/// What a search found, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchAnswer {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// Places found.
    pub total: u64,
    /// Of each kind, how many.
    pub kinds: BTreeMap<&'static str, u64>,
    /// The best first.
    pub hits: Vec<Hit>,
    /// How far the index is, while not everything is in it.
    pub indexing: Option<Indexing>,
}

/// One place found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The entry: an account, a document or a source.
    pub id: EntryId,
    /// `document`, `source`, or what the account is about: `person`, `figure`, …
    pub kind: &'static str,
    /// How it was found.
    pub how: How,
    /// A person's names, a document's title or file name, a source's name; of other accounts what they stand on.
    pub title: String,
    /// The document that it is or stands on.
    pub doc: Option<DocId>,
    /// That document's file name.
    pub document: Option<String>,
    /// Where in it: `characters 27-38`, `row 17`.
    pub at: Option<String>,
    /// The words, with what was found in them.
    pub snippet: Snippet,
    /// The batch that holds the entry.
    pub batch: BatchId,
}

/// Some words and what was found in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// Characters from and to of what was found.
    pub marks: Vec<(usize, usize)>,
}

/// A place found, with its grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Graded {
    pub(crate) how: How,
    /// The batch's place in the fold.
    fold: usize,
    pub(crate) owner: u32,
    part: u16,
    kind: u8,
    pub(crate) batch: BatchId,
}

/// What is asked, folded.
struct Asked {
    words: Vec<String>,
    sounds: Vec<String>,
}

impl Asked {
    fn of(text: &str) -> Self {
        let folded = folded_words(text);
        let words = folded.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let heard = cairn_names::words(text);
        let sounds: Vec<String> =
            heard.iter().map(|w| cairn_names::skeleton_of_word(w)).filter(|s| !s.is_empty()).collect();
        Self { words, sounds }
    }

    /// The questions that find the hits of each grade. Each of the first three holds the one before.
    fn terms(
        &self,
        how: How,
        parts: &dyn Fn(&str) -> Result<Vec<String>>,
    ) -> Result<Option<Vec<SearchTerm>>> {
        let each = |term: fn(String) -> SearchTerm| Some(self.words.iter().cloned().map(term).collect());
        Ok(match how {
            How::Phrase => Some(vec![SearchTerm::Word(self.words.join(" "))]),
            How::Words => each(SearchTerm::Word),
            How::Beginning => each(SearchTerm::Prefix),
            How::Sound => {
                // One sound is in half of all names.
                let enough = self.sounds.iter().any(|s| s.len() >= 2);
                enough.then(|| self.sounds.iter().cloned().map(SearchTerm::Sound).collect())
            }
            How::Part => {
                let mut terms = Vec::new();
                for word in &self.words {
                    terms.push(match word.chars().count() {
                        0..3 => SearchTerm::Prefix(word.clone()),
                        _ => SearchTerm::AnyOf(parts(word)?),
                    });
                }
                let long = self.words.iter().any(|w| w.chars().count() >= 3);
                long.then_some(terms)
            }
        })
    }

    /// What of `text` was found: characters from and to.
    fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        let heard: Vec<String> = sounds(&[&self.words.join(" ")]).split(' ').map(str::to_owned).collect();
        let found = |word: &str| {
            let folded = folded_words(word);
            let by_letters = folded.split(' ').any(|f| self.words.iter().any(|w| f.starts_with(w.as_str())));
            let part = || self.words.iter().any(|w| w.chars().count() >= 3 && folded.contains(w.as_str()));
            let sound = || {
                let skeleton = cairn_names::skeleton_of_word(&folded);
                skeleton.len() >= 2 && (heard.contains(&skeleton) || self.sounds.contains(&skeleton))
            };
            !folded.is_empty() && (by_letters || part() || sound())
        };
        let mut marks = Vec::new();
        let mut word = String::new();
        let mut start = 0;
        for (i, c) in text.chars().chain([' ']).enumerate() {
            if c.is_whitespace() {
                if !word.is_empty() && found(&word) {
                    marks.push((start, i));
                }
                word.clear();
            } else {
                if word.is_empty() {
                    start = i;
                }
                word.push(c);
            }
        }
        marks
    }
}

impl Session {
    /// Looks for words.
    ///
    /// # Errors
    /// When a kind or the moment is unknown, or the store fails.
    pub fn search(
        &self,
        text: &str,
        kinds: &[String],
        limit: usize,
        at: Option<&str>,
    ) -> Result<SearchAnswer> {
        let wanted: Vec<u8> = kinds.iter().map(|k| kind_number(k)).collect::<Result<_>>()?;
        let view = self.view_at(at)?;
        let mut found = self.search_hits(text, &view)?;
        let ready = self.on_shelf(&view, Sort::Entry)?;
        let rows = &ready.held.rows;
        // What a version of a list has replaced, or what was withdrawn, is found no more than it counts.
        found.retain(|h| {
            h.is_account()
                .then(|| rows.find(h.batch, h.owner))
                .is_none_or(|a| a.is_some_and(|a| ready.found(a)))
        });
        let mut answer = SearchAnswer {
            version: 1,
            position: view.position.short(),
            total: 0,
            kinds: BTreeMap::new(),
            hits: Vec::new(),
            indexing: Some(self.indexing()?).filter(|i| !i.is_whole()),
        };
        for hit in &found {
            *answer.kinds.entry(KINDS[usize::from(hit.kind)]).or_default() += 1;
        }
        if !wanted.is_empty() {
            found.retain(|h| wanted.contains(&h.kind));
        }
        answer.total = found.len() as u64;
        let asked = Asked::of(text);
        let mut reader = Reader::new(self.store.as_ref(), &view);
        for hit in found.into_iter().take(limit) {
            answer.hits.push(self.opened(&hit, &asked, &view, &mut reader)?);
        }
        Ok(answer)
    }

    /// All places where `text` stands in batches that are not withdrawn, by grade, then in the order of the log.
    pub(crate) fn search_hits(&self, text: &str, view: &View) -> Result<Vec<Graded>> {
        let asked = Asked::of(text);
        let folds: BTreeMap<BatchId, usize> = view.effective().enumerate().map(|(i, b)| (b.id, i)).collect();
        let mut out: Vec<Graded> = Vec::new();
        let parts = |part: &str| Ok(self.store.words_with(part, PARTS)?);
        if asked.words.is_empty() {
            return Ok(out);
        }
        for how in [How::Phrase, How::Words, How::Beginning, How::Sound, How::Part] {
            if how == How::Words && asked.words.len() == 1 {
                continue;
            }
            let Some(terms) = asked.terms(how, &parts)? else { continue };
            let mut last: Option<(BatchId, Option<usize>)> = None;
            self.store.find(&terms, &mut |hit: SearchHit| {
                let fold = match last {
                    Some((batch, fold)) if batch == hit.batch => fold,
                    _ => folds.get(&hit.batch).copied(),
                };
                last = Some((hit.batch, fold));
                if let Some(fold) = fold {
                    let SearchHit { batch, owner, kind, part } = hit;
                    out.push(Graded { how, fold, owner, part, kind, batch });
                }
                true
            })?;
        }
        out.sort_unstable_by_key(|h| (h.fold, h.owner, h.part, h.how));
        out.dedup_by_key(|h| (h.fold, h.owner, h.part));
        out.sort_unstable();
        Ok(out)
    }

    fn opened(&self, hit: &Graded, asked: &Asked, view: &View, reader: &mut Reader<'_>) -> Result<Hit> {
        let id = EntryId { seq: hit.batch.seq + u64::from(hit.owner), ..hit.batch };
        let marked = |text: String| Snippet { marks: asked.marks(&text), text };
        let mut out = Hit {
            id,
            kind: KINDS[usize::from(hit.kind)],
            how: hit.how,
            title: String::new(),
            doc: None,
            document: None,
            at: None,
            snippet: Snippet::default(),
            batch: hit.batch,
        };
        match self.store.entry(id)? {
            Entry::Account(account) => {
                out.doc = Some(account.doc);
                out.document = view.document(account.doc).map(|d| d.name.clone());
                let names = full_names(&account.personal).join(" · ");
                out.snippet = match account.at {
                    // The words of a table's row are its cells, which hold the names: no need to read the table.
                    Locator::Row(row) => {
                        out.at = Some(format!("row {row}"));
                        marked(spoken(&account, asked))
                    }
                    _ => {
                        let words = reader.words(account.doc, &account.at)?;
                        out.at = Some(words.at);
                        let quote = words.quote.unwrap_or_default();
                        out.title.clone_from(&quote);
                        let snippet = marked(quote);
                        if snippet.marks.is_empty() { marked(spoken(&account, asked)) } else { snippet }
                    }
                };
                if !names.is_empty() {
                    out.title = names;
                } else if out.title.is_empty() {
                    out.title.clone_from(&out.snippet.text);
                }
            }
            Entry::Document(document) => {
                out.doc = Some(document.doc);
                out.document = Some(document.name.clone());
                out.title = document.title.clone().unwrap_or(document.name);
                let passage = match (hit.part, reader.text(document.doc)?) {
                    (1.., Some(text)) => passages(&text.text).into_iter().nth(usize::from(hit.part) - 1),
                    _ => None,
                };
                match passage {
                    None => out.snippet = marked(out.title.clone()),
                    Some(passage) => {
                        let marks = asked.marks(&passage.text);
                        let chars: Vec<char> = passage.text.chars().collect();
                        let first = marks.first().copied().unwrap_or((0, 0));
                        let from = first.0.saturating_sub(AROUND);
                        let to = (first.1 + AROUND).min(chars.len());
                        let (start, end) = (passage.start + first.0, passage.start + first.1);
                        out.at = Some(format!("characters {start}-{end}"));
                        out.snippet = marked(chars[from..to].iter().collect::<String>());
                    }
                }
            }
            Entry::Source(source) => {
                out.title = source.name.clone();
                out.snippet = marked(source.name);
            }
            other => return Err(Error::Unknown(format!("{id} ({})", other.kind()))),
        }
        Ok(out)
    }
}

impl Graded {
    fn is_account(&self) -> bool {
        self.kind != number("document") && self.kind != number("source")
    }
}

fn kind_number(kind: &str) -> Result<u8> {
    let known = KINDS.iter().filter(|k| !k.is_empty()).position(|k| *k == kind);
    let names = || KINDS.iter().filter(|k| !k.is_empty()).copied().collect::<Vec<_>>().join(", ");
    match known {
        Some(_) => Ok(number(kind)),
        None => Err(Error::Nothing(format!("'{kind}' is no kind to look for; there are {}", names()))),
    }
}

/// The texts by which an account was found, those with what was asked before the others.
fn spoken(account: &Account, asked: &Asked) -> String {
    let mut texts = texts_of(account).found;
    texts.retain(|t| !t.is_empty());
    texts.sort_by_key(|t| asked.marks(t).is_empty());
    let shown = texts.iter().take_while(|t| !asked.marks(t).is_empty()).count().max(1);
    texts.truncate(shown);
    texts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_on_what_was_found() {
        let marks = |asked: &str, text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            Asked::of(asked).marks(text).into_iter().map(|(a, b)| chars[a..b].iter().collect()).collect()
        };
        assert_eq!(marks("sal", "Adel Salim, Sálem"), ["Salim,", "Sálem"]);
        assert_eq!(marks("سليم", "Tarek Saleem Bahri"), ["Saleem"]);
        assert_eq!(marks("محمد", "قال مُحَمَّد اليوم"), ["مُحَمَّد"]);
        assert_eq!(marks("vest", "Tarvesti fell"), ["Tarvesti"]);
        assert!(marks("", "anything").is_empty());
    }
}
