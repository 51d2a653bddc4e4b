//! Files on the command line, with errors that name them.

use std::io::Read;
use std::path::Path;

use cairn_read::{BadRow, Content, TableSource};

use crate::failure::{Failure, Result};

/// The bytes of a file; `-` is standard input.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let error = |e| Failure::new(format_args!("{}: {e}", path.display()));
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(error)?;
        return Ok(bytes);
    }
    if path.is_dir() {
        return Err(Failure::new(format_args!("{}: this is a folder, name the files in it", path.display())));
    }
    std::fs::read(path).map_err(error)
}

/// The text of a file.
pub fn read_text(path: &Path) -> Result<String> {
    let error = |_| Failure::new(format_args!("{}: this is not UTF-8 text", path.display()));
    String::from_utf8(read(path)?).map_err(error)
}

/// The file's name without folders.
pub fn name(path: &Path) -> String {
    let name = path.file_name().filter(|n| *n != "-");
    name.map_or_else(|| "standard-input".to_owned(), |n| n.to_string_lossy().into_owned())
}

/// Reads a file that must hold a table; `wanted` says in the error what it should have been.
pub fn table<T>(path: &Path, wanted: &str, read_it: impl FnOnce(&TableSource<'_>) -> Result<T>) -> Result<T> {
    let bytes = read(path)?;
    let name = name(path);
    match cairn_read::read(&bytes, &name).map_err(Failure::new)? {
        Content::Table(source) => read_it(&source),
        Content::Text(_) => Err(Failure::new(format_args!("{name}: this is a text, not {wanted}"))),
    }
}

/// Gives the number and the cells of every row; a row that cannot be read ends the work.
pub fn rows(source: &TableSource<'_>, mut each: impl FnMut(u64, Vec<&str>) -> Result<()>) -> Result<()> {
    let mut rows = source.rows();
    while let Some(row) = rows.next() {
        let record = row.map_err(|bad| bad_row(source, &bad))?;
        each(record.row(), record.cells().collect())?;
    }
    Ok(())
}

/// A row that cannot be read.
pub fn bad_row(source: &TableSource<'_>, bad: &BadRow) -> Failure {
    Failure::new(format_args!("{}: row {}: {bad}", source.file(), bad.row))
}
