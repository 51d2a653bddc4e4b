//! Every file of `tests/golden` reads as its `.expected` says. `BLESS=1` writes the expectations anew.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_read::{Content, read};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn describe(bytes: &[u8], name: &str) -> String {
    let mut out = String::new();
    match read(bytes, name) {
        Err(e) => writeln!(out, "error: {e}").unwrap(),
        Ok(Content::Text(t)) => {
            writeln!(out, "{} {:?}", t.media.name(), t.encoding).unwrap();
            writeln!(out, "title {:?} lang {:?}", t.title, t.lang).unwrap();
            writeln!(out, "---\n{}", t.text).unwrap();
        }
        Ok(Content::Table(t)) => {
            writeln!(out, "{} {:?}", t.media().name(), t.encoding()).unwrap();
            if let Some(sheet) = t.sheet() {
                writeln!(out, "sheet {sheet:?} of {:?}", t.sheets()).unwrap();
            }
            writeln!(out, "separator {:?} lead {}", char::from(t.delimiter()), t.lead()).unwrap();
            writeln!(out, "header {:?} named {} hxl {:?}", t.header(), t.has_header(), t.hxl()).unwrap();
            let mut rows = t.rows();
            while let Some(row) = rows.next() {
                match row {
                    Ok(r) if r.is_blank() => writeln!(out, "{} blank", r.row()).unwrap(),
                    Ok(r) => {
                        let cells: Vec<_> = r.cells().collect();
                        assert_eq!(t.row(r.row()).unwrap()[..cells.len()], cells);
                        writeln!(out, "{} line {} {cells:?}", r.row(), r.line()).unwrap();
                    }
                    Err(e) => writeln!(out, "bad: {e}").unwrap(),
                }
            }
        }
    }
    out
}

#[test]
fn files_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_none_or(|e| e != "expected"));
    // With the feature on, the same file is refused in other words.
    files.retain(|p| !(cfg!(feature = "pdf") && p.ends_with("paper.pdf")));
    files.sort();
    assert!(files.len() > 20, "the golden folder is there");
    let mut wrong = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let found = describe(&fs::read(&file).unwrap(), &name);
        let expected = folder.join(format!("{name}.expected"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("== {name}\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "read otherwise than expected:\n{}", wrong.join("\n"));
}
