//! What each fuzz target does with its bytes: it calls a public parser and holds it to its promises.
//!
//! A target fails on a panic and on a broken promise (a quote that is not verbatim, a span outside its text, an entry
//! that does not come back as it was). The tests below run the same bodies on made bytes, without libFuzzer.

use std::hint::black_box;

use cairn_count::Rule;
use cairn_estimate::{Columns, Table};
use cairn_extract::{Request, extract_explained, languages, quantities};
use cairn_import::Mapping;
use cairn_import::parse::{Order, parse_age, parse_date, parse_quantity};
use cairn_link::Settings;
use cairn_model::{Class, Entry};
use cairn_names::{compare, parse_name, skeleton};
use cairn_read::{Content, read};

/// A text, with a language chosen by its first byte.
pub fn text(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let codes = languages();
    let lang = codes.get(*first as usize % (codes.len() + 1)).copied();
    let chars: Vec<char> = text.chars().collect();
    for claim in extract_explained(&Request { text: &text, published: None, lang }) {
        let quote: String = chars[claim.start..claim.end].iter().collect();
        assert_eq!(quote, claim.quote, "a quote is verbatim");
        assert!(claim.low.zip(claim.high).is_none_or(|(low, high)| low <= high), "bounds are in order");
    }
}

/// One cell: a date in each order, an age, a quantity, quantities in words.
pub fn cells(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for order in ["any", "dmy", "mdy", "ymd"].into_iter().filter_map(Order::from_code) {
        if let Some((earliest, latest)) = parse_date(&text, order).interval() {
            assert!(earliest <= latest, "an interval is in order");
        }
    }
    black_box((parse_age(&text), parse_quantity(&text), quantities(&text, None)));
}

/// A file of any kind: text, page, table or workbook, by what its first byte says its name is.
pub fn file(data: &[u8]) {
    const NAMES: [&str; 12] = [
        "a.txt",
        "a.md",
        "a.html",
        "a.csv",
        "a.tsv",
        "a.xlsx",
        "a.ods",
        "a.json",
        "a.geojson",
        "a.eml",
        "a.docx",
        "a.pdf",
    ];
    let Some((first, rest)) = data.split_first() else { return };
    match read(rest, NAMES[*first as usize % NAMES.len()]) {
        Ok(Content::Text(text)) => {
            black_box(text.text);
        }
        Ok(Content::Table(table)) => {
            let mut rows = table.rows();
            while rows.next().is_some() {}
        }
        Err(error) => {
            black_box(error.to_string());
        }
    }
}

/// A mapping for a table.
pub fn mapping(data: &[u8]) {
    let header: Vec<String> = ["name", "age", "date", "place"].map(str::to_owned).to_vec();
    if let Err(error) = Mapping::from_toml(&String::from_utf8_lossy(data), "map.toml", &header) {
        black_box(error.to_string());
    }
}

/// Two names on two lines.
pub fn names(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (a, b) = text.split_once('\n').unwrap_or((&text, ""));
    black_box((parse_name(a), skeleton(a)));
    assert_eq!(compare(a, b).level, compare(b, a).level, "names agree both ways");
}

/// A linkage model: our TOML or the JSON of another program.
pub fn link_model(data: &[u8]) {
    if let Err(error) = Settings::read(&String::from_utf8_lossy(data)) {
        black_box(error.to_string());
    }
}

/// A table of capture histories.
pub fn estimate_table(data: &[u8]) {
    match Table::from_csv("lists.csv", data, &Columns::default()) {
        Ok(table) => {
            black_box(table.pooled());
        }
        Err(error) => {
            black_box(error.to_string());
        }
    }
}

/// An entry of the log, one section a line: what is read is written again as it was read.
pub fn entry(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let lines: Vec<&str> = text.lines().collect();
    let section =
        |class: Class| Class::ALL.iter().position(|c| *c == class).and_then(|i| lines.get(i).copied());
    let Ok(entry) = Entry::from_sections(section) else { return };
    let Ok(written) = entry.sections() else { return };
    let again =
        Entry::from_sections(|class| written.iter().find(|(c, _)| *c == class).map(|(_, s)| s.as_str()));
    assert_eq!(again.ok().as_ref(), Some(&entry), "an entry is read as it was written");
}

/// A counting rule.
pub fn rule(data: &[u8]) {
    if let Err(error) = Rule::from_toml(&String::from_utf8_lossy(data)) {
        black_box(error.to_string());
    }
}

#[cfg(test)]
mod tests {
    /// Bytes of pieces that parsers look for, the same each time.
    fn made(seed: u64) -> Vec<u8> {
        const PIECES: [&str; 40] = [
            "12",
            "killed",
            " ",
            "\n",
            "\t",
            ",",
            "\"",
            "“",
            "”",
            "(",
            ")",
            "قتل 12 شخصا",
            "погибли",
            "נהרגו",
            "\u{202e}",
            "\u{301}",
            "2024-02-30",
            "1 BC",
            "99999999999999999999",
            "-",
            "–",
            "{",
            "}",
            "[",
            "]",
            "=",
            "version = 1",
            "name",
            "\u{0}",
            "said that",
            "according to",
            "murieron",
            "العاصمة",
            ":",
            "list_a,list_b\n1,0\n",
            "{\"v\":1}",
            "ß",
            "Ⅻ",
            "٣٤",
            "PK\u{3}\u{4}",
        ];
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut out = vec![next() as u8];
        for _ in 0..next() % 60 {
            match next() % 8 {
                0 => out.push(next() as u8),
                _ => out.extend(PIECES[(next() % PIECES.len() as u64) as usize].as_bytes()),
            }
        }
        out
    }

    #[test]
    fn every_target_keeps_its_promises_on_made_bytes() {
        for seed in 0..3_000 {
            let data = made(seed);
            for target in [
                super::text,
                super::cells,
                super::file,
                super::mapping,
                super::names,
                super::link_model,
                super::estimate_table,
                super::entry,
                super::rule,
            ] {
                target(&data);
            }
        }
    }
}
