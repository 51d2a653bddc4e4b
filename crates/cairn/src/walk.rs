//! Files and folders named on the command line, as a stream in a settled order.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// A file to read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where it is; `-` for standard input.
    pub path: PathBuf,
    /// Named itself, rather than found in a folder: what cannot be read then is an error, not something to pass over.
    pub named: bool,
    /// Why it is not read, for a folder that does not open.
    pub refused: Option<String>,
}

/// Opens folders as it goes, so that it holds the names of one folder a level and not those of all files.
#[derive(Debug)]
pub struct Walk {
    next: Vec<Found>,
}

impl Walk {
    /// Starts at `paths`, in that order. Within a folder files and folders come by name; hidden ones are left out and
    /// links to folders are not followed.
    ///
    /// # Errors
    /// When a path that was named does not exist.
    pub fn new(paths: &[PathBuf]) -> Result<Self> {
        for path in paths.iter().filter(|p| *p != Path::new("-")) {
            fs::metadata(path).map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))?;
        }
        let named = |p: &PathBuf| Found { path: p.clone(), named: true, refused: None };
        Ok(Self { next: paths.iter().rev().map(named).collect() })
    }

    fn open(&mut self, folder: &Path) -> std::io::Result<()> {
        let mut names: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let linked_folder = entry.file_type()?.is_symlink() && entry.path().is_dir();
            if !hidden && !linked_folder {
                names.push(entry.path());
            }
        }
        names.sort();
        self.next.extend(names.into_iter().rev().map(|path| Found { path, named: false, refused: None }));
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let mut found = self.next.pop()?;
            if found.path == Path::new("-") || !found.path.is_dir() {
                // A pipe or device met in a folder could keep us waiting for ever.
                if !found.named && !found.path.is_file() {
                    found.refused = Some("this is neither a file nor a folder".to_owned());
                }
                return Some(found);
            }
            let folder = found.path.clone();
            if let Err(e) = self.open(&folder) {
                found.refused = Some(e.to_string());
                return Some(found);
            }
        }
    }
}
