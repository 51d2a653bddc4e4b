//! Finding or naming sources.

use std::collections::BTreeMap;

use cairn_fold::fold;
use cairn_model::{Entry, EntryId, Source};
use cairn_register::{Store, View};

use crate::{Error, Result};

/// Entries that will be appended together, with the ids they will have.
pub(crate) struct Draft {
    first: EntryId,
    pub(crate) entries: Vec<Entry>,
}

impl Draft {
    /// Starts where the open batch stands.
    pub(crate) fn new(store: &dyn Store) -> Self {
        Self { first: store.next(), entries: Vec::new() }
    }

    /// Adds an entry and gives its id.
    pub(crate) fn push(&mut self, entry: Entry) -> EntryId {
        let id = EntryId { seq: self.first.seq + self.entries.len() as u64, ..self.first };
        self.entries.push(entry);
        id
    }
}

/// Sources by folded name, growing as new ones are named within a batch. Protected sources are never found by name:
/// that the alias is the same word is no sign that it is the same person.
pub(crate) struct Sources {
    by_name: BTreeMap<String, EntryId>,
}

impl Sources {
    pub(crate) fn of(view: &View) -> Self {
        let open = view.sources().into_iter().filter(|(_, s)| !s.protected);
        let mut by_name = BTreeMap::new();
        for (id, source) in open {
            by_name.entry(fold(source.name.trim())).or_insert(id);
        }
        Self { by_name }
    }

    /// The source of that name; a new one is added to the draft.
    pub(crate) fn named(&mut self, draft: &mut Draft, name: &str) -> Result<EntryId> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::Nothing(
                "the name of a source is empty: leave the option out instead".to_owned(),
            ));
        }
        let key = fold(name);
        if let Some(id) = self.by_name.get(&key) {
            return Ok(*id);
        }
        let id =
            draft.push(Entry::Source(Source { name: name.to_owned(), protected: false, identity: None }));
        self.by_name.insert(key, id);
        Ok(id)
    }
}
