//! The fictional conflict: the same bytes every time, the numbers that are promised, and nothing real in it.
#![allow(missing_docs, clippy::unwrap_used)]

use cairn_demo::{DemoDocument, boundaries, documents, gazetteer, said, tables, truth, write_list};
use std::collections::HashSet;

const SEED: u64 = 7;

fn text(document: &DemoDocument) -> String {
    String::from_utf8(document.bytes.clone()).unwrap()
}

fn rows(document: &DemoDocument) -> Vec<String> {
    text(document).lines().skip(1).map(ToOwned::to_owned).collect()
}

/// FNV-1a: enough to see that bytes are the same on another machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(documents(SEED, 400), documents(SEED, 400));
    assert_ne!(documents(SEED, 400), documents(SEED + 1, 400));
    let all: Vec<u8> = documents(SEED, 400).into_iter().flat_map(|d| d.bytes).collect();
    assert_eq!(
        fingerprint(&all),
        FINGERPRINT,
        "the demo changed: say so in the changelog and set the new value"
    );
}

const FINGERPRINT: u64 = 13_395_029_349_137_111_917;

#[test]
fn three_texts_and_three_lists_of_the_promised_size() {
    let documents = documents(SEED, 400);
    let shape: Vec<(bool, &str)> =
        documents.iter().map(|d| (d.is_list, d.published.as_deref().unwrap())).collect();
    assert_eq!(
        shape,
        [
            (false, "2031-04-20"),
            (false, "2031-04-21"),
            (false, "2031-05-02"),
            (true, "2031-05-01"),
            (true, "2031-05-02"),
            (true, "2031-05-03")
        ]
    );
    assert!(documents.iter().all(|d| d.publisher.is_some()));
    assert_eq!((rows(&documents[3]).len(), rows(&documents[4]).len()), (400, 250));
    let truth = truth(SEED, 400);
    assert_eq!((truth.hospital.len(), truth.monitor.len()), (400, 250));
    let monitor: HashSet<_> = truth.monitor.iter().collect();
    assert_eq!(monitor.len(), 247, "three people stand twice in the monitor's list");
    assert_eq!(truth.pairs().len(), 178, "175 people of both lists, three of them twice");
    let mut people: HashSet<_> = truth.hospital.iter().chain(&truth.monitor).collect();
    assert_eq!(people.len(), 400 + 247 - 175);
    assert_eq!(rows(&documents[5]).len(), truth.families.len());
    people.extend(&truth.families);
    assert_eq!(truth.distinct(), people.len());
    assert!(people.len() < truth.killed, "some stand on no list");
}

#[test]
fn the_lists_do_not_depend_on_each_other() {
    // A list's share of those on another is its share of all, within four standard errors.
    let truth = truth(SEED, 20_000);
    let set = |rows: &[usize]| rows.iter().copied().collect::<HashSet<usize>>();
    let lists = [set(&truth.hospital), set(&truth.monitor), set(&truth.families)];
    for (i, a) in lists.iter().enumerate() {
        for b in &lists[i + 1..] {
            let expected = a.len() as f64 * b.len() as f64 / truth.killed as f64;
            let both = a.intersection(b).count() as f64;
            assert!((both - expected).abs() < 4.0 * expected.sqrt(), "{both} on both, {expected} expected");
        }
    }
}

#[test]
fn every_number_stands_once_in_its_text() {
    let documents = documents(SEED, 400);
    for said in said(SEED, 400) {
        let document = documents.iter().find(|d| d.name == said.document).unwrap();
        let found = text(document).matches(&said.quote).count();
        assert_eq!(found, 1, "'{}' stands {found} times in {}", said.quote, said.document);
        if let Some(speaker) = said.speaker {
            assert!(text(document).contains(speaker), "{speaker} is not in {}", said.document);
        }
    }
    let market: HashSet<_> = said(SEED, 400).iter().filter(|s| s.metric == "killed").map(|s| s.low).collect();
    assert!(market.contains(&Some(31)) && market.contains(&Some(19)), "rivals contradict each other");
}

#[test]
fn the_lists_are_as_messy_as_real_ones() {
    let documents = documents(SEED, 400);
    let (hospital, monitor) = (rows(&documents[3]), rows(&documents[4]));
    assert!(text(&documents[3]).starts_with('\u{feff}'));
    let with = |rows: &[String], what: &dyn Fn(&str) -> bool| rows.iter().filter(|r| what(r)).count();
    let scripts: [&dyn Fn(char) -> bool; 4] = [
        &|c| ('\u{600}'..'\u{700}').contains(&c),
        &|c| ('\u{590}'..'\u{600}').contains(&c),
        &|c| ('\u{400}'..'\u{500}').contains(&c),
        &|c| c.is_ascii_alphabetic(),
    ];
    for script in scripts {
        let named = hospital.iter().filter(|r| r.split(',').nth(1).unwrap().chars().any(script)).count();
        assert!(named > 20, "{named}");
    }
    assert!(monitor.iter().all(|r| r.split(',').nth(1).unwrap().chars().all(|c| (c as u32) < 0x250)));
    assert!((5..25).contains(&with(&hospital, &|r| r.contains("مجهول"))), "unnamed rows");
    assert_eq!(with(&hospital, &|r| r.contains("31/04/2031")), 1, "a day that does not exist");
    assert_eq!(with(&hospital, &|r| r.contains(",250,")), 1, "an age that cannot be");
    assert!(with(&hospital, &|r| r.contains("أشهر")) > 0, "ages in months");
    assert!(with(&monitor, &|r| r.contains("c. ")) > 0, "birth years that are guesses");
    let cells = |r: &String| r.matches(',').count();
    assert!(hospital.iter().chain(&monitor).all(|r| cells(r) == 5), "every row has its six cells");
}

#[test]
fn a_list_of_any_size_streams() {
    struct Count(usize, usize);
    impl std::io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.iter().filter(|b| **b == b'\n').count();
            self.1 = self.1.max(bytes.len());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0, 0);
    write_list(&mut count, 20_000, SEED).unwrap();
    assert_eq!(count.0, 20_001);
    assert!(count.1 < 1000, "the list is written row by row");
    let mut short = Vec::new();
    write_list(&mut short, 400, SEED).unwrap();
    assert_eq!(short, documents(SEED, 400)[3].bytes[3..], "the hospital's list without its byte order mark");
    for persons in [0, 1, 2, 7, 1000] {
        let documents = documents(SEED, persons);
        assert_eq!(rows(&documents[3]).len(), persons);
        assert_eq!(rows(&documents[4]).len(), persons * 5 / 8);
    }
}

#[test]
fn figures_over_time_have_what_real_ones_have() {
    let tables = tables(SEED, 400);
    assert_eq!(tables, cairn_demo::tables(SEED, 400));
    let rows: Vec<Vec<String>> = String::from_utf8(tables[0].bytes.clone())
        .unwrap()
        .lines()
        .skip(1)
        .map(|l| l.split(',').map(str::to_owned).collect())
        .collect();
    assert_eq!(rows.len(), 57, "two of 59 days are missing");
    let number = |row: usize, column: usize| rows[row][column].parse::<i64>().unwrap();
    let totals: Vec<i64> = (0..rows.len()).map(|r| number(r, 3)).collect();
    assert_eq!(totals.windows(2).filter(|w| w[1] < w[0]).count(), 1, "the total falls once");
    let women: Vec<i64> = (0..rows.len()).map(|r| number(r, 5)).collect();
    assert_eq!(women.windows(2).filter(|w| w[1] < w[0]).count(), 1, "so does that of women");
    assert!((0..rows.len()).all(|r| number(r, 2) >= 0), "nobody reports fewer than none killed");
    assert_eq!(rows.iter().filter(|r| r[1] == "72").count(), 1);
    for table in &tables {
        assert!(table.bytes.is_ascii() && !table.said_by.is_empty());
    }
}

#[test]
fn the_land_is_whole_and_says_whose_boundaries_it_shows() {
    let text = boundaries(SEED);
    assert_eq!(text, boundaries(SEED));
    let land: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(land["source"].as_str().unwrap().contains("fiction") && land["date"] == "2030-01");
    let features = land["features"].as_array().unwrap();
    assert_eq!(features.len(), 9);
    let mut edges: HashSet<String> = HashSet::new();
    let mut shared = 0;
    for f in features {
        let ring = f["geometry"]["coordinates"][0].as_array().unwrap();
        assert_eq!(ring.first(), ring.last(), "rings close");
        for pair in ring.windows(2) {
            edges.insert(format!("{}{}", pair[0], pair[1]));
            shared += usize::from(edges.contains(&format!("{}{}", pair[1], pair[0])));
        }
    }
    assert_eq!(shared, 12 * 16, "neighbours share their borders point by point");
    let places = gazetteer(SEED);
    assert_eq!(places.lines().count(), 10);
    // Every place that the lists name is an area.
    for (list, column) in [(3, 5), (4, 5), (5, 5)] {
        for row in rows(&documents(SEED, 100)[list]) {
            let place = row.split(',').nth(column).unwrap();
            assert!(text.contains(place), "{place}");
        }
    }
}

/// The words of real conflicts that code and demo must not name.
#[test]
fn nothing_in_it_is_real() {
    let words = include_str!("../../../../tests/tidy/real-names.txt");
    let words: Vec<&str> = words.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    assert!(words.len() > 50);
    for document in documents(SEED, 2000) {
        let text = text(&document).to_lowercase();
        for word in &words {
            assert!(
                !boundaries(SEED).to_lowercase().contains(&word.to_lowercase()),
                "{word} stands in the boundaries"
            );
            assert!(!text.contains(&word.to_lowercase()), "{word} stands in {}", document.name);
        }
    }
}
