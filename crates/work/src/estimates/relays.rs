//! Lists joined by what they relay: an account that repeats another is no second witness.

use std::collections::{BTreeMap, BTreeSet};

use cairn_estimate::Note;
use cairn_model::{Entry, EntryId};

use crate::bonds::Rulings;
use crate::{Result, Session};

/// What an account was mended or corrected from: such an account stands on the list where the first one stood.
pub(crate) struct Firsts(BTreeMap<EntryId, EntryId>);

impl Firsts {
    pub(crate) fn of(rulings: &Rulings) -> Self {
        let mended = rulings.amended.iter().flat_map(|(of, now)| now.iter().map(|now| (*now, *of)));
        let corrects = rulings.corrections.iter().filter(|(.., how)| how == "corrects");
        Self(mended.chain(corrects.map(|(own, of, _)| (*own, *of))).collect())
    }

    /// The account as it was first imported; itself where nothing was mended.
    pub(crate) fn first(&self, id: EntryId) -> EntryId {
        let mut at = id;
        for _ in 0..=self.0.len() {
            match self.0.get(&at) {
                Some(before) => at = *before,
                None => break,
            }
        }
        at
    }

    /// Whether the account was mended or corrected: rows as imported relay nothing.
    fn changed(&self, id: EntryId) -> bool {
        self.0.contains_key(&id)
    }
}

/// Persons of one list whose accounts relay those of another, and of both that relay the same.
#[derive(Debug, Default)]
pub(crate) struct Relayed {
    /// (The list that relays, the list relayed) → how many.
    from: BTreeMap<(usize, usize), u64>,
    /// (One list, another) → accounts that both relay.
    alike: BTreeMap<(usize, usize), u64>,
}

impl Relayed {
    /// Why these lists do not estimate together.
    pub(crate) fn gates(&self, names: &[String]) -> Vec<Note> {
        let note = |words: String| Note {
            code: "derived_list".to_owned(),
            words: format!(
                "{words}: what they share says nothing about who was missed. Leave one of the lists out with --lists, or \
                 withdraw what was relayed."
            ),
        };
        let from = self.from.iter().map(|((list, of), n)| {
            note(format!("{n} of the persons on {} are relayed from {}", names[*list], names[*of]))
        });
        let alike = self.alike.iter().map(|((one, other), n)| {
            note(format!("{} and {} relay the same {n} accounts", names[*one], names[*other]))
        });
        from.chain(alike).collect()
    }
}

impl Session {
    /// Looks through the persons of each list for what they are derived from, however many hands it went through.
    pub(crate) fn relayed(
        &self,
        accounts: &[(usize, EntryId)],
        firsts: &Firsts,
        list_of: &dyn Fn(EntryId) -> Option<usize>,
    ) -> Result<Relayed> {
        let mut out = Relayed::default();
        let mut outside: BTreeMap<EntryId, BTreeSet<usize>> = BTreeMap::new();
        for (list, account) in accounts.iter().filter(|(_, id)| firsts.changed(*id)) {
            let (mut todo, mut seen) = (self.derived_from(*account)?, BTreeSet::new());
            let mut lists = BTreeSet::new();
            while let Some(id) = todo.pop() {
                if !seen.insert(firsts.first(id)) {
                    continue;
                }
                match list_of(firsts.first(id)) {
                    Some(of) if of != *list => drop(lists.insert(of)),
                    Some(_) => {}
                    None => drop(outside.entry(firsts.first(id)).or_default().insert(*list)),
                }
                todo.extend(self.derived_from(id)?);
            }
            lists.into_iter().for_each(|of| *out.from.entry((*list, of)).or_default() += 1);
        }
        for lists in outside.values() {
            for one in lists {
                for other in lists.range(one + 1..) {
                    *out.alike.entry((*one, *other)).or_default() += 1;
                }
            }
        }
        Ok(out)
    }

    fn derived_from(&self, id: EntryId) -> Result<Vec<EntryId>> {
        Ok(match self.store.entry(id)? {
            Entry::Account(account) => account.derived_from,
            _ => Vec::new(),
        })
    }
}
