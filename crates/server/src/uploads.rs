//! Files on their way in: held in memory until they are imported or dropped, never written to a disk.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use bytes::Bytes;

use crate::desk::hold;
use crate::error::{Code, Failure, Result};

/// What all uploads may hold together.
const TOGETHER: usize = 1 << 30;

/// A file that was sent and not yet imported.
#[derive(Debug)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// File name.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// When it came.
    pub came: String,
}

/// All uploads.
#[derive(Debug, Default)]
pub struct Uploads(Mutex<BTreeMap<String, Arc<Upload>>>);

impl Uploads {
    /// Holds a file; the same file under the same name is the same upload.
    pub fn hold(&self, upload: Arc<Upload>) -> Result<()> {
        let mut all = hold(&self.0);
        if all.contains_key(&upload.id) {
            return Ok(());
        }
        let held: usize = all.values().map(|u| u.bytes.len()).sum();
        if held + upload.bytes.len() > TOGETHER {
            return Err(Failure::new(
                Code::TooLarge,
                "the files that wait to be imported fill the room for them",
            ));
        }
        all.insert(upload.id.clone(), upload);
        Ok(())
    }

    /// All, by id.
    pub fn list(&self) -> Vec<Arc<Upload>> {
        hold(&self.0).values().cloned().collect()
    }

    /// One.
    pub fn one(&self, id: &str) -> Result<Arc<Upload>> {
        hold(&self.0).get(id).cloned().ok_or_else(|| Failure::unknown(id))
    }

    /// Forgets one.
    pub fn drop(&self, id: &str) -> Result<()> {
        hold(&self.0).remove(id).map(|_| ()).ok_or_else(|| Failure::unknown(id))
    }
}
