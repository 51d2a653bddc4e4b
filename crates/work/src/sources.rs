//! Finding or naming sources.

use std::collections::BTreeMap;

use cairn_fold::fold;
use cairn_model::{Entry, EntryId, Source};
use cairn_register::{Store, View};

use crate::Result;

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

    /// The source of that name; a new one is added to the open batch.
    pub(crate) fn named(&mut self, store: &mut dyn Store, name: &str) -> Result<EntryId> {
        let name = name.trim();
        if let Some(id) = self.by_name.get(&fold(name)) {
            return Ok(*id);
        }
        let id = store.next();
        let source = Source { name: name.to_owned(), protected: false, identity: None };
        store.append(&[Entry::Source(source)])?;
        self.by_name.insert(fold(name), id);
        Ok(id)
    }
}
