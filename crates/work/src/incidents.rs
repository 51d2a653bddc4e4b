//! The incidents of a register, told by several sources, as tables for the linker: what was recorded one by one is
//! put beside what others told, a table a speaker.

use std::collections::BTreeMap;

use cairn_link::{Role, numbers_rows};
use cairn_model::{Account, Entry, EntryId, Kind};

use crate::bonds::Rulings;
use crate::people::{ListName, Rows, date};
use crate::{Result, Session};

/// How many are said to have been harmed in an incident, by metric.
pub(crate) type Harmed = BTreeMap<EntryId, BTreeMap<String, i64>>;

impl Session {
    /// Numbers that sources tie to incidents: members of groups, persons, tolls.
    pub(crate) fn harmed(&self, rulings: &Rulings) -> Result<Harmed> {
        let mut out = Harmed::new();
        for (own, to, kind) in &rulings.ties {
            if kind != "in_incident" || rulings.out_of_force(*own).is_some() {
                continue;
            }
            for leaf in self.store.leaves(*own, 1)? {
                // An entry that does not read is a finding of `verify`.
                if let Ok(Entry::Account(account)) = Entry::from_sections(|c| leaf.text(c)) {
                    add(out.entry(rulings.current(*to)).or_default(), &account);
                }
            }
        }
        Ok(out)
    }
}

/// Adds what an account counts.
fn add(harmed: &mut BTreeMap<String, i64>, account: &Account) {
    let size = account.about.size.and_then(|s| s.0.or(s.1));
    let of_acts = match account.about.kind {
        Kind::Person => Some(1),
        Kind::Group => size,
        _ => None,
    };
    for act in account.acts.iter().filter(|a| !a.negated) {
        *harmed.entry(act.kind.clone()).or_default() += of_acts.unwrap_or(0);
    }
    if let Some(toll) = account.toll.as_ref().filter(|t| !t.negated && !t.hypothetical) {
        *harmed.entry(toll.metric.clone()).or_default() += toll.low.or(toll.high).unwrap_or(0);
    }
}

/// The list of an incident that stands on none: all that one source tells.
pub(crate) fn told_by(list: &ListName, account: &Account, sources: &BTreeMap<EntryId, String>) -> ListName {
    let source = account.said_by.or(account.published_by).filter(|_| *list == ListName::OneByOne);
    match source {
        Some(id) => {
            let name = sources.get(&id).cloned().unwrap_or_else(|| id.to_string());
            ListName::Source(name, id)
        }
        None => list.clone(),
    }
}

impl Rows {
    /// Adds an incident; false when it says neither when nor where nor what it is called.
    pub(crate) fn push_incident(&mut self, id: EntryId, account: &Account, harmed: &Harmed) -> bool {
        let said = account.about.incident.clone().unwrap_or_default();
        let act = account.acts.iter().find(|a| !a.negated);
        let when = said.when.or_else(|| act.and_then(|a| a.when)).map(date).unwrap_or_default();
        let place = said.place.or_else(|| act.and_then(|a| a.place.clone())).unwrap_or_default();
        let name = said.name.unwrap_or_default();
        if when.is_empty() && place.trim().is_empty() && name.trim().is_empty() {
            return false;
        }
        self.begin(id);
        self.put(Role::Death, "date", &when);
        self.put(Role::Place, "place", &place);
        self.put(Role::Text, "called", &name);
        self.put(Role::Text, "type", said.kind.as_deref().unwrap_or_default());
        self.put(Role::Text, "means", said.means.as_deref().unwrap_or_default());
        // Who is said to have done it; a denial names nobody.
        let mut parties: Vec<&str> = (account.attributions.iter())
            .filter(|a| a.stance.as_deref() != Some("denies"))
            .map(|a| a.actor.trim())
            .collect();
        parties.sort_unstable();
        parties.dedup();
        self.put(Role::Text, "responsible", &parties.join("; "));
        for id in account.personal.ids.iter().filter(|id| !numbers_rows(&id.scheme)) {
            self.put(Role::Number, &id.scheme, &id.value);
        }
        let mut own = harmed.get(&id).cloned().unwrap_or_default();
        if account.toll.is_some() {
            add(&mut own, account);
        }
        for (metric, number) in own.iter().filter(|(_, n)| **n >= 0) {
            self.put(Role::Count, metric, &number.to_string());
        }
        true
    }
}
