//! Accounts on their way out, one after the other: what leaves is cut here and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::Standing;
use cairn_model::columns::Columns;
use cairn_model::{About, Account, BatchId, Document, Entry, EntryId, Personal, Source};
use cairn_register::View;

use crate::marks::walk;
use crate::{Result, Session, versions};

/// An account with names in the place of ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    /// Its id.
    pub id: EntryId,
    /// What is said; without its personal part unless that was asked for.
    pub account: Box<Account>,
    /// Whether a personal part was cut away.
    pub withheld: bool,
    /// The speaker.
    pub said_by: Option<Speaker>,
    /// The outlet.
    pub published_by: Option<Speaker>,
    /// The document that it stands in.
    pub document: Option<Document>,
    /// What the accounts are about to which its ties lead, in the order of the ties.
    pub tied: Vec<Option<About>>,
}

/// A source as everybody may see it: a protected one by its alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The entry that names it.
    pub id: EntryId,
    /// Name or alias.
    pub name: String,
}

/// What a walk over the accounts passed by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassedBy {
    /// The position that was read.
    pub position: String,
    /// Accounts given.
    pub given: usize,
    /// Rows of earlier versions of a list.
    pub superseded: usize,
    /// Accounts withdrawn, mended, or taken back or corrected by their source.
    pub withdrawn: usize,
}

impl Session {
    /// Gives every account that counts at a moment, in the order of the log. Names, identifiers and birth dates are
    /// left out unless `personal`; the identity behind an alias always is.
    ///
    /// # Errors
    /// When the moment is none of this register, something cannot be read, or `each` gives one.
    pub fn outgoing<E: From<crate::Error>>(
        &self,
        at: Option<&str>,
        personal: bool,
        mut each: impl FnMut(Outgoing) -> std::result::Result<(), E>,
    ) -> std::result::Result<PassedBy, E> {
        let view = self.view_at(at)?;
        let sources = view.sources();
        let gone = self.gone(&view)?;
        let superseded = self.superseded(&view)?;
        let mut passed = PassedBy { position: view.position.short(), ..PassedBy::default() };
        for batch in view.effective().filter(|b| b.accounts > 0) {
            for seq in batch.id.seq..batch.end {
                let id = EntryId { chain: batch.id.chain, seq };
                let entry = self.store.entry(id).map_err(crate::Error::from)?;
                let Entry::Account(account) = entry else { continue };
                if gone.contains(&id) {
                    passed.withdrawn += 1;
                } else if superseded.contains(&id) {
                    passed.superseded += 1;
                } else {
                    each(self.leaving(id, account, personal, &view, &sources)?)?;
                    passed.given += 1;
                }
            }
        }
        Ok(passed)
    }

    /// The codes of `metric` that accounts at a moment name, sorted.
    ///
    /// # Errors
    /// When the moment is none of this register, or something cannot be read.
    pub fn metrics(&self, at: Option<&str>) -> Result<Vec<String>> {
        let mut found = BTreeSet::new();
        for batch in self.view_at(at)?.effective().filter(|b| b.accounts > 0) {
            let (harms, tolls) = self.store.columns(batch.id)?;
            for columns in [&harms, &tolls] {
                let words = columns.column("metric").map(|c| c.dictionary.clone()).unwrap_or_default();
                found.extend(words.into_iter().filter(|m| cairn_model::vocab::metric().has(m)));
            }
        }
        Ok(found.into_iter().collect())
    }

    fn leaving(
        &self,
        id: EntryId,
        mut account: Box<Account>,
        personal: bool,
        view: &View,
        sources: &BTreeMap<EntryId, &Source>,
    ) -> Result<Outgoing> {
        let withheld = !personal && !account.personal.is_empty();
        if withheld {
            account.personal = Personal::default();
        }
        let speaker = |id: EntryId| {
            let name = sources.get(&id).map_or_else(|| id.to_string(), |s| s.name.clone());
            Speaker { id, name }
        };
        let mut tied = Vec::new();
        for tie in &account.ties {
            tied.push(match self.store.entry(tie.to) {
                Ok(Entry::Account(other)) => Some(other.about),
                _ => None,
            });
        }
        Ok(Outgoing {
            id,
            withheld,
            said_by: account.said_by.map(speaker),
            published_by: account.published_by.map(speaker),
            document: view.document(account.doc).cloned(),
            tied,
            account,
        })
    }

    /// Accounts that are withdrawn, or that their source or we have replaced.
    fn gone(&self, view: &View) -> Result<BTreeSet<EntryId>> {
        let mut gone = BTreeSet::new();
        walk(self.store.as_ref(), view, |row| {
            let is = row.cell("is");
            let replaced = is == "correction" && matches!(row.cell("says"), "corrects" | "retracts");
            if replaced || matches!(is, "amendment" | "withdrawal") {
                gone.extend(row.entry("a"));
            }
        })?;
        Ok(gone)
    }

    /// Rows of lists that are not of the version that counts, or that its source has since left out.
    fn superseded(&self, view: &View) -> Result<BTreeSet<EntryId>> {
        let mut out = BTreeSet::new();
        for series in versions::series(view) {
            let mut held: Vec<(BatchId, Columns, bool)> = Vec::new();
            for (batch, ours) in series {
                held.push((batch, self.store.columns(batch)?.0, ours));
            }
            let versions: Vec<(&Columns, bool)> = held.iter().map(|(_, c, ours)| (c, *ours)).collect();
            for ((batch, columns, _), standing) in held.iter().zip(versions::standing(&versions)) {
                for (owner, standing) in columns.owners().iter().zip(standing) {
                    if matches!(standing, Standing::Superseded | Standing::Withdrawn) {
                        out.insert(EntryId { chain: batch.chain, seq: batch.seq + u64::from(*owner) });
                    }
                }
            }
        }
        Ok(out)
    }
}
