//! Forms half filled: beside the log, under the same key, read by no figure.

use rusqlite::params;

use super::SqliteStore;
use crate::error::Result;
use crate::store::Draft;

/// Registers made before drafts were kept get the table when they are next written to.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS draft \
     (key TEXT PRIMARY KEY, changed TEXT NOT NULL, body TEXT NOT NULL) STRICT;";

impl SqliteStore {
    pub(super) fn all_drafts(&self) -> Result<Vec<Draft>> {
        let mut rows = self.db.prepare("SELECT key, changed, body FROM draft ORDER BY key")?;
        let rows =
            rows.query_map([], |r| Ok(Draft { key: r.get(0)?, changed: r.get(1)?, body: r.get(2)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub(super) fn write_draft(&mut self, draft: &Draft) -> Result<()> {
        self.db.execute(
            "INSERT OR REPLACE INTO draft (key, changed, body) VALUES (?, ?, ?)",
            params![draft.key, draft.changed, draft.body],
        )?;
        Ok(())
    }

    pub(super) fn remove_draft(&mut self, key: &str) -> Result<bool> {
        Ok(self.db.execute("DELETE FROM draft WHERE key = ?", [key])? > 0)
    }
}
