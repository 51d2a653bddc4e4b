//! Forms half filled: kept beside the log, so that nothing typed is lost when a program or a machine stops.

use serde::Serialize;
use serde_json::Value;

use crate::{Error, Result, Session};

/// A form half filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptDraft {
    /// Chosen by the form.
    pub key: String,
    /// When it was kept, UTC.
    pub changed: String,
    /// What the form holds.
    pub state: Value,
}

impl Session {
    /// All drafts, by key.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drafts(&self) -> Result<Vec<KeptDraft>> {
        // What no longer reads is no draft: a form starts empty rather than not at all.
        let kept = self.store.drafts()?.into_iter().filter_map(|d| {
            let state = serde_json::from_str(&d.body).ok()?;
            Some(KeptDraft { key: d.key, changed: d.changed, state })
        });
        Ok(kept.collect())
    }

    /// Keeps a draft in the place of one with its key; it is durable when this returns.
    ///
    /// # Errors
    /// When the key is not 1 to 64 of a-z, 0-9 and `-`, or the store fails.
    pub fn keep_draft(&mut self, key: &str, state: &Value) -> Result<KeptDraft> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if key.is_empty() || key.len() > 64 || !key.chars().all(fits) {
            return Err(Error::Nothing(format!("'{key}' names no draft: take 1 to 64 of a-z, 0-9 and -")));
        }
        let changed = self.now.clone();
        let body = state.to_string();
        self.store.put_draft(&cairn_register::Draft {
            key: key.to_owned(),
            changed: changed.clone(),
            body,
        })?;
        Ok(KeptDraft { key: key.to_owned(), changed, state: state.clone() })
    }

    /// Forgets a draft; says whether there was one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drop_draft(&mut self, key: &str) -> Result<bool> {
        Ok(self.store.drop_draft(key)?)
    }
}
