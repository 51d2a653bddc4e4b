//! Preserved documents: one file each, sealed with a key of its own, named so that the name tells nothing.

use std::collections::BTreeSet;

use cairn_model::DocId;
use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::{SqliteStore, damaged};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::{files, keys};

impl SqliteStore {
    pub(super) fn write_blob(&mut self, bytes: &[u8]) -> Result<DocId> {
        let doc = DocId(Sha256::digest(bytes).into());
        if self.blob_row(doc)?.is_some() && self.read_blob(doc).is_ok() {
            return Ok(doc);
        }
        // A keyed hash, so that a folder listing cannot be compared with known documents.
        let (name, key, stored) = match &self.master {
            Some(master) => {
                let key: [u8; 32] = keys::random()?;
                let name = keys::hex(&master.derive("cairn blob name", &doc.0));
                (name, key.to_vec(), keys::seal(&key, bytes)?)
            }
            None => (doc.to_string(), Vec::new(), bytes.to_vec()),
        };
        files::write(&self.folder.join("blobs").join(&name), &stored)?;
        self.db.execute(
            "INSERT OR REPLACE INTO blob (doc, name, key, bytes) VALUES (?, ?, ?, ?)",
            (doc.to_string(), name, key, bytes.len() as i64),
        )?;
        Ok(doc)
    }

    /// Removes what an import that was never sealed left in `blobs/`: bytes that no entry names would stay unseen.
    pub(super) fn sweep_blobs(&mut self) -> Result<()> {
        let mut rows = self.db.prepare("SELECT doc, name FROM blob")?;
        let rows: Vec<(String, String)> =
            rows.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let view = self.view(None)?;
        let named: BTreeSet<String> =
            view.batches.iter().flat_map(|b| &b.documents).map(|d| d.doc.to_string()).collect();
        let (kept, loose): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(doc, _)| named.contains(doc));
        for (doc, _) in &loose {
            self.db.execute("DELETE FROM blob WHERE doc = ?", [doc])?;
        }
        let folder = self.folder.join("blobs");
        let files = std::fs::read_dir(&folder).map_err(|e| Error::file(&folder, e))?;
        for file in files.filter_map(std::result::Result::ok) {
            let name = file.file_name();
            if !kept.iter().any(|(_, kept)| name == kept.as_str()) {
                std::fs::remove_file(file.path()).map_err(|e| Error::file(&file.path(), e))?;
            }
        }
        Ok(())
    }

    fn blob_row(&self, doc: DocId) -> Result<Option<(String, Vec<u8>)>> {
        let sql = "SELECT name, key FROM blob WHERE doc = ?";
        Ok(self.db.query_row(sql, [doc.to_string()], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }

    pub(super) fn read_blob(&self, doc: DocId) -> Result<Vec<u8>> {
        let (name, key) = self.blob_row(doc)?.ok_or(Error::NoDocument(doc))?;
        let file = format!("blobs/{name}");
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(damaged("register.db", &format!("document {doc} has no file name")));
        }
        let path = self.folder.join("blobs").join(&name);
        let stored = std::fs::read(&path).map_err(|e| Error::file(&path, e))?;
        let bytes = match &self.master {
            Some(_) => {
                let key = key.try_into().map_err(|_| damaged("register.db", "a document's key is absent"))?;
                keys::open(&key, &stored).ok_or_else(|| damaged(&file, "it does not open with its key"))?
            }
            None => stored,
        };
        if Sha256::digest(&bytes).as_slice() == doc.0 {
            Ok(bytes)
        } else {
            Err(damaged(&file, "its bytes are not those that were added"))
        }
    }
}
