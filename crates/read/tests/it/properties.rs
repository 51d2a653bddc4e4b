//! What holds for any bytes.
#![allow(clippy::unwrap_used, reason = "a failed helper fails its test")]

use cairn_read::{Content, Options, ReadError, read, read_with, row};
use proptest::prelude::*;
use std::io::Write as _;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{0,3}\\.(csv|tsv|html|json|txt|md|gz|bin|eml|xlsx|docx|odt)") {
        let _ = read(&bytes, &name);
        let _ = row(&bytes, &name, 2);
    }

    #[test]
    fn no_table_text_panics(text in "[a-c#,;|\t\"\n\r 0-9/]{0,300}", header in any::<Option<bool>>()) {
        let options = Options { header, ..Options::DETECT };
        if let Ok(Content::Table(table)) = read_with(text.as_bytes(), "x.csv", &options) {
            let (mut rows, mut n) = (table.rows(), 0);
            while let Some(r) = rows.next() {
                n += 1;
                let number = r.map_or_else(|e| e.row, |r| r.row());
                assert_eq!(number, n);
            }
            assert_eq!(table.len(), n);
            for i in 1..=n {
                table.row(i).unwrap();
            }
            assert!(matches!(table.row(n + 1), Err(ReadError::NoSuchRow { .. })), "past the end");
            assert!(table.row(0).is_err());
        }
    }

    #[test]
    fn html_never_shows_scripts(words in "[a-z <>/&;\"=]{0,200}") {
        let page = format!("<script>hidden4711</script>{words}");
        if let Ok(Content::Text(text)) = read(page.as_bytes(), "x.html") {
            assert!(!text.text.contains("hidden4711"));
        }
    }

    #[test]
    fn written_tables_read_back(cells in prop::collection::vec(prop::collection::vec("[\\PC\n\"]{1,12}", 3), 2..8)) {
        let mut csv = String::from("name,note,other\n");
        for r in &cells {
            let quoted: Vec<_> = r.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
            csv.push_str(&quoted.join(","));
            csv.push('\n');
        }
        let options = Options { header: Some(true), delimiter: Some(b','), encoding: Some("utf-8".into()), ..Options::DETECT };
        let Ok(Content::Table(table)) = read_with(csv.as_bytes(), "x.csv", &options) else { panic!("a table") };
        if table.hxl().is_none() {
            for (i, r) in cells.iter().enumerate() {
                assert_eq!(&table.row(i as u64 + 1).unwrap(), r);
            }
        }
    }
}

#[test]
fn damaged_workbooks_are_errors_or_tables() {
    let whole = include_bytes!("../golden/book.xlsx");
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0x41;
        let _ = read(&bytes, "x.xlsx");
        let _ = read(&whole[..at], "x.xlsx");
    }
    let options = Options { sheet: Some("notes".to_owned()), ..Options::DETECT };
    assert!(
        matches!(read_with(whole, "x.xlsx", &options), Ok(Content::Table(t)) if t.sheet() == Some("notes"))
    );
    let options = Options { sheet: Some("none".to_owned()), ..Options::DETECT };
    assert!(matches!(read_with(whole, "x.xlsx", &options), Err(ReadError::NoSuchSheet { .. })));
}

#[test]
fn a_bomb_is_refused() {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gz.write_all(&vec![b'a'; 3_000_000]).unwrap();
    let bytes = gz.finish().unwrap();
    let options = Options { max_bytes: 1_000_000, ..Options::DETECT };
    assert!(matches!(read_with(&bytes, "x.csv.gz", &options), Err(ReadError::TooLarge { .. })));
}

#[test]
fn deep_markup_is_survived() {
    let page = "<div>".repeat(20_000) + "words";
    assert!(matches!(read(page.as_bytes(), "x.html"), Err(ReadError::TooDeep { .. })));
    let page = "<div>".repeat(1_000) + "words";
    assert!(matches!(read(page.as_bytes(), "x.html"), Ok(Content::Text(t)) if t.text == "words"));
    let json = "[".repeat(100_000);
    assert!(matches!(read(json.as_bytes(), "x.json"), Err(ReadError::Json { .. })));
}

#[test]
fn slices_count_characters() {
    let Ok(Content::Text(text)) = read("aéب\nz".as_bytes(), "x.txt") else { panic!("text") };
    assert_eq!(text.slice(1, 3), Some("éب"));
    assert_eq!(text.slice(0, 5), Some("aéب\nz"));
    assert_eq!(text.slice(5, 5), Some(""));
    assert_eq!(text.slice(3, 6), None);
    assert_eq!(text.slice(3, 2), None);
}

#[cfg(feature = "pdf")]
#[test]
fn pages_of_a_pdf() {
    let whole = include_bytes!("../pages.pdf");
    let Ok(Content::Text(text)) = read(whole, "x.pdf") else { panic!("text") };
    assert_eq!(
        text.text.trim(),
        "Two people were hurt\nin the north, said a clerk.\n\nA second page: 12 injured."
    );
    let at = text.text.find("12 injured").unwrap();
    assert_eq!((text.page(0), text.page(at)), (Some(1), Some(2)));
    for at in (0..whole.len()).step_by(11) {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0x41;
        let _ = read(&bytes, "x.pdf");
        let _ = read(&whole[..at], "x.pdf");
    }
}
