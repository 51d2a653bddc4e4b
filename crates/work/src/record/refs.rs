//! What a draft refers to: sources, other accounts, documents and places in them.

use cairn_model::{Account, DocId, Entry, EntryId, Locator};
use cairn_read::Content;

use super::build::{Builder, NOTE};
use super::draft::Draft;
use super::field::Fields;

impl Builder<'_> {
    /// A source: by id, by alias, by name.
    pub(super) fn source(
        &mut self,
        field: &str,
        raw: Option<&String>,
        identity: Option<&String>,
    ) -> Option<EntryId> {
        let unused = |fields: &mut Fields, words: &str| {
            if identity.is_some() {
                fields.wrong("identity", "no_alias", words.to_owned(), "give said_by as alias:WORDS");
            }
        };
        let Some(raw) = self.fields.words(field, raw) else {
            unused(&mut self.fields, "there is no alias for this identity");
            return None;
        };
        if let Some(alias) = raw.strip_prefix("alias:") {
            let alias = alias.trim();
            if alias.is_empty() {
                self.fields.wrong(field, "missing", "the alias is empty".to_owned(), "write alias:WORDS");
                return None;
            }
            let known = self.sources.aliased(alias);
            if let [one] = known[..] {
                unused(&mut self.fields, "this alias is on record already");
                return Some(one);
            }
            if !known.is_empty() {
                let words = format!("several protected sources have the alias '{alias}'");
                self.fields.wrong(field, "ambiguous", words, "give the id of the source");
                return None;
            }
            return Some(self.sources.protect(&mut self.entries, alias, identity.cloned()));
        }
        unused(&mut self.fields, "an identity is kept only behind an alias");
        if let Ok(id) = raw.parse::<EntryId>() {
            if self.view.sources().contains_key(&id) {
                return Some(id);
            }
            let words = format!("no source has the id {id}");
            self.fields.wrong(field, "unknown_id", words, "give a name, or alias:WORDS");
            return None;
        }
        match self.sources.named(&mut self.entries, &raw) {
            Ok(id) => Some(id),
            Err(e) => {
                self.fields.wrong(field, "missing", e.to_string(), "leave it out");
                None
            }
        }
    }

    /// Another account: by id, or by its place among those recorded together.
    pub(super) fn other(&mut self, field: &str, raw: &str) -> Option<EntryId> {
        let raw = raw.trim();
        if let Some(n) = raw.strip_prefix('#') {
            let place = n.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            let found = place.and_then(|i| self.made.get(i)).copied();
            if found == Some(None) {
                return None; // That draft does not fit, which is said already.
            }
            let found = found.flatten();
            if found.is_none() {
                let words = format!("'{raw}' names nothing recorded before this");
                self.fields.wrong(field, "unknown_id", words, "#1 is the first of those recorded together");
            }
            return found;
        }
        match raw.parse::<EntryId>() {
            Ok(id) if self.entry_of(id).is_some() => Some(id),
            _ => {
                let words = format!("'{raw}' is no account on record");
                self.fields.wrong(
                    field,
                    "unknown_id",
                    words,
                    "give the id of an account, such as 3f9c2a1b-42",
                );
                None
            }
        }
    }

    pub(super) fn entry_of(&self, id: EntryId) -> Option<Box<Account>> {
        let batch = self.view.batch_of(id)?;
        if batch.undone_by.is_some() {
            return None;
        }
        match self.store.entry(id).ok()? {
            Entry::Account(account) => Some(account),
            _ => None,
        }
    }

    pub(super) fn file(&mut self, field: &str, raw: &str) -> Option<DocId> {
        let raw = raw.trim();
        let found: Vec<DocId> = self
            .view
            .documents()
            .into_iter()
            .filter(|d| d.name == raw || (raw.len() >= 8 && d.doc.to_string().starts_with(raw)))
            .map(|d| d.doc)
            .collect();
        match found[..] {
            [one] => Some(one),
            [] => {
                let words = format!("no document on record is called '{raw}'");
                self.fields.wrong(field, "unknown_id", words, "add it first, or give its id");
                None
            }
            _ => {
                let words = format!("several documents are called '{raw}'");
                self.fields.wrong(field, "ambiguous", words, "give the id of the document");
                None
            }
        }
    }

    pub(super) fn place_in_document(
        &mut self,
        draft: &Draft,
        base: Option<&Account>,
        publisher: Option<EntryId>,
    ) -> Option<(DocId, Locator)> {
        if let Some(named) = &draft.document {
            if draft.note.is_some() {
                let words = "there is a note and a document: what is said stands in one of them".to_owned();
                self.fields.wrong("note", "two_documents", words, "leave one out");
                return None;
            }
            let doc = self.file("document", named)?;
            let at = match &draft.at {
                Some(at) => self.locator(doc, at)?,
                None => base.filter(|b| b.doc == doc).map_or(Locator::Whole, |b| b.at.clone()),
            };
            return Some((doc, at));
        }
        if draft.at.is_some() {
            let words = "a place needs a document".to_owned();
            self.fields.wrong("at", "no_document", words, "name the document, or leave the place out");
        }
        if let (Some(base), None) = (base, &draft.note) {
            return Some((base.doc, base.at.clone()));
        }
        let note = draft.note.clone().filter(|n| !n.trim().is_empty()).unwrap_or_else(|| as_note(draft));
        let published = self.fields.day("published", draft.published.as_ref());
        let length = match cairn_read::read(note.as_bytes(), NOTE) {
            Ok(Content::Text(text)) => text.text.chars().count() as u64,
            // Words that look like a table are still a note.
            _ => {
                return Some((
                    self.document(NOTE, note.as_bytes(), None, published, publisher),
                    Locator::Whole,
                ));
            }
        };
        let doc = self.document(NOTE, note.as_bytes(), draft.lang.clone(), published, publisher);
        Some((doc, Locator::Chars(0, length)))
    }

    /// `chars 12-40`, `row 7`, `page 3`, or words that stand in the text once.
    pub(super) fn locator(&mut self, doc: DocId, raw: &str) -> Option<Locator> {
        let raw = raw.trim();
        let mend = "write chars 12-40, row 7, page 3, or words that stand in it once";
        let number = |t: &str| t.trim().parse::<u64>().ok();
        if raw == "whole" {
            return Some(Locator::Whole);
        }
        if let Some(n) = raw.strip_prefix("row ").and_then(number) {
            return Some(Locator::Row(n));
        }
        if let Some(n) = raw.strip_prefix("page ").and_then(number) {
            return Some(Locator::Page(n));
        }
        let name = self.view.document(doc).map_or_else(String::new, |d| d.name.clone());
        let bytes = self.store.blob(doc).unwrap_or_default();
        let text = match cairn_read::read(&bytes, &name) {
            Ok(Content::Text(text)) => text.text,
            _ => {
                let words = format!("'{raw}' cannot be looked for: {name} is no text");
                self.fields.wrong("at", "not_found", words, "write row 7 or page 3");
                return None;
            }
        };
        let span = raw.strip_prefix("chars ").and_then(|t| t.split_once('-'));
        if let Some((start, end)) = span.and_then(|(a, b)| number(a).zip(number(b))) {
            let length = text.chars().count() as u64;
            if start <= end && end <= length {
                return Some(Locator::Chars(start, end));
            }
            let words = format!("the text has {length} characters");
            self.fields.wrong("at", "not_found", words, mend);
            return None;
        }
        let mut found = text.match_indices(raw);
        match (found.next(), found.next()) {
            (Some((byte, _)), None) => {
                let start = text[..byte].chars().count() as u64;
                Some(Locator::Chars(start, start + raw.chars().count() as u64))
            }
            (first, _) => {
                let times = if first.is_none() { "nowhere" } else { "more than once" };
                self.fields.wrong("at", "not_found", format!("'{raw}' stands {times} in {name}"), mend);
                None
            }
        }
    }
}

/// Without a note, what was typed is the note, field by field; the identity behind an alias is not.
fn as_note(draft: &Draft) -> String {
    let shown = Draft { identity: None, consent: None, ..draft.clone() };
    let Ok(serde_json::Value::Object(members)) = serde_json::to_value(&shown) else { return String::new() };
    let line = |(name, value): (&String, &serde_json::Value)| match value {
        serde_json::Value::String(text) => format!("{name}: {text}\n"),
        other => format!("{name}: {other}\n"),
    };
    members.iter().map(line).collect()
}
