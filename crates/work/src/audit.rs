//! How often rules of acceptance err: what persons decided about the claims that rules left to them.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::Audit;
use cairn_model::EntryId;
use cairn_register::View;

use crate::{Result, Session};

/// A rule by name and version.
pub(crate) type RuleId = (String, String);

/// Of every rule that a standing batch was accepted by, how its audit stands.
pub(crate) fn audits(view: &View) -> BTreeMap<RuleId, Audit> {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut wrong: BTreeSet<&str> = BTreeSet::new();
    for batch in view.effective() {
        taken.extend(batch.accepted.iter().map(|(claim, _)| claim.as_str()));
        // Rejected or mended: the rule would have taken something that is not so.
        wrong.extend(batch.rejected.iter().map(String::as_str));
        wrong.extend(batch.edits.iter().map(|e| e.claim.as_str()));
    }
    let mut found: BTreeMap<RuleId, (u64, BTreeSet<&str>)> = BTreeMap::new();
    for batch in view.effective() {
        for rule in &batch.rules {
            let at = found.entry((rule.name.clone(), rule.version.clone())).or_default();
            at.0 += batch.accepted.len() as u64;
            at.1.extend(rule.held.iter().map(String::as_str));
        }
    }
    let audit = |((name, version), (accepted, held)): (RuleId, (u64, BTreeSet<&str>))| {
        let errors = held.iter().filter(|c| wrong.contains(*c)).count() as u64;
        let decided = held.iter().filter(|c| wrong.contains(*c) || taken.contains(*c)).count() as u64;
        let audit = Audit::of(&name, &version, (accepted, held.len() as u64), (errors, decided));
        ((name, version), audit)
    };
    found.into_iter().map(audit).collect()
}

/// Claims that a rule left to a person, with the rule's name and version.
pub(crate) fn held(view: &View) -> BTreeMap<&str, String> {
    let rules = view.effective().flat_map(|b| &b.rules);
    rules.flat_map(|r| r.held.iter().map(|c| (c.as_str(), format!("{} {}", r.name, r.version)))).collect()
}

/// The rule that an account was accepted by; `None` when a person decided.
pub(crate) fn rule_of(view: &View, account: EntryId) -> Option<RuleId> {
    let batch = view.batch_of(account)?;
    let rule = batch.rules.first()?;
    Some((rule.name.clone(), rule.version.clone()))
}

impl Session {
    /// How the audit of every rule of acceptance stands.
    ///
    /// # Errors
    /// When the store fails.
    pub fn audits(&self) -> Result<Vec<Audit>> {
        Ok(audits(&self.store.view(None)?).into_values().collect())
    }
}
