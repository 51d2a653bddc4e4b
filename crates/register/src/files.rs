//! Files that are there whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// Writes `bytes` beside the place, syncs them, and moves them there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let error = |e| Error::file(path, e);
    let beside = path.with_extension("partial");
    let mut file = File::create(&beside).map_err(error)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(e) = written {
        // The half file must not stay; that it cannot be removed changes nothing about the error.
        let _ = fs::remove_file(&beside);
        return Err(error(e));
    }
    fs::rename(&beside, path).map_err(error)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// Makes new names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|f| f.sync_all()).map_err(|e| Error::file(folder, e))
}

pub(crate) fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|e| Error::Damaged { path: path.to_owned(), what: e.to_string() })?;
    text.push('\n');
    write(path, text.as_bytes())
}

pub(crate) fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read(path).map_err(|e| Error::file(path, e))?;
    serde_json::from_slice(&text).map_err(|e| Error::Damaged { path: path.to_owned(), what: e.to_string() })
}
