//! What the last linkage had before it.

use std::collections::BTreeSet;

use cairn_model::{EntryId, Verdict};
use cairn_register::log::Position;
use cairn_register::{BatchView, View};

use super::What;
use crate::bonds::Rulings;
use crate::figures::Loaded;
use crate::{Result, Session};

/// What the last linkage had before it: whom it compared with each other, and what bound it.
pub(crate) struct Basis {
    /// The persons, or the incidents, that counted.
    pub(crate) persons: BTreeSet<EntryId>,
    bound: Bound,
}

/// What binds a linkage beside the persons: judgements of people, mended accounts, corrections, versions.
type Bound = (BTreeSet<(EntryId, EntryId, EntryId, Verdict)>, BTreeSet<(EntryId, EntryId)>);

fn bound(rulings: &Rulings) -> Bound {
    let by_people = rulings.judgements.iter().filter(|j| j.judged.score.is_none());
    let by_people = by_people.map(|j| (j.id, j.judged.a, j.judged.b, j.judged.verdict)).collect();
    (by_people, rulings.alike().into_iter().collect())
}

impl Basis {
    /// Whether a linkage would find what the last one found.
    pub(crate) fn unchanged(&self, what: What, loaded: &Loaded, rulings: &Rulings) -> bool {
        bound(rulings) == self.bound && loaded.ids_of(what.kind()) == self.persons
    }
}

/// The last linkage that holds. None when a person has undone an earlier one since: then nobody knows any more which
/// pairs were judged.
fn last(what: What, view: &View) -> Option<&BatchView> {
    let links: Vec<(usize, &BatchView)> =
        view.batches.iter().enumerate().filter(|(_, b)| b.opening.act == what.act()).collect();
    let (place, last) = links.iter().rev().find(|(_, b)| b.undone_by.is_none())?;
    let torn = links.iter().filter(|(at, _)| at < place).any(|(_, b)| {
        let by = view.batches.iter().enumerate().find(|(_, u)| Some(u.id) == b.undone_by);
        by.is_some_and(|(at, by)| by.opening.act != what.act() && at > *place)
    });
    (!torn).then_some(*last)
}

impl Session {
    pub(crate) fn basis(&self, what: What, view: &View) -> Result<Option<Basis>> {
        let Some(last) = last(what, view) else { return Ok(None) };
        let mut sizes = last.opening.parents.clone();
        sizes.retain(|(chain, _)| *chain != last.id.chain);
        sizes.push((last.id.chain, last.id.seq));
        let then = self.store.view(Some(&Position::new(sizes)))?;
        let rulings = Rulings::of(self.store.as_ref(), &then)?;
        let loaded = self.load(&then)?;
        Ok(Some(Basis { persons: loaded.ids_of(what.kind()), bound: bound(&rulings) }))
    }
}
