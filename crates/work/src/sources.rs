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

    /// Starts at an id of no batch: to see what would be written.
    pub(crate) fn nowhere(store: &dyn Store) -> Self {
        Self { first: EntryId { chain: store.chain(), seq: 1 << 40 }, entries: Vec::new() }
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
    by_alias: BTreeMap<String, Vec<EntryId>>,
}

impl Sources {
    pub(crate) fn of(view: &View) -> Self {
        let mut by_name = BTreeMap::new();
        let mut by_alias: BTreeMap<String, Vec<EntryId>> = BTreeMap::new();
        for (id, source) in view.sources() {
            let name = fold(source.name.trim());
            if source.protected {
                by_alias.entry(name).or_default().push(id);
            } else {
                by_name.entry(name).or_insert(id);
            }
        }
        Self { by_name, by_alias }
    }

    /// Protected sources of that alias: a person who names one by its alias means one that is there.
    pub(crate) fn aliased(&self, alias: &str) -> Vec<EntryId> {
        self.by_alias.get(&fold(alias.trim())).cloned().unwrap_or_default()
    }

    /// A new protected source.
    pub(crate) fn protect(&mut self, draft: &mut Draft, alias: &str, identity: Option<String>) -> EntryId {
        let source = Source { name: alias.trim().to_owned(), protected: true, identity };
        let id = draft.push(Entry::Source(source));
        self.by_alias.entry(fold(alias.trim())).or_default().push(id);
        id
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
