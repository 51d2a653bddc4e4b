//! Measures looking through a register of many fictional persons: `scale PERSONS [FOLDER]`.
//!
//! Prints wall times: the import, the search index beside it, the first page of a session that holds nothing yet, two
//! hundred combinations of filters with all counts and a page, searches, and names being typed. With FOLDER the register
//! is kept there and, when it is there already, measured as it is.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use cairn_register::{Access, Passphrase, SqliteStore};
use cairn_work::{BrowseQuery, Error, Field, Hints, ImportOptions, Incoming, Session, Silent, Sort};

const PASSPHRASE: &[u8] = b"five words only for tests";
const TIME: &str = "2031-06-01T00:00:00Z";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let persons = args.first().and_then(|n| n.parse().ok());
    let Some(persons) = persons else {
        eprintln!("use: scale PERSONS [FOLDER]");
        return ExitCode::from(2);
    };
    let scratch = std::env::temp_dir().join(format!("cairn-scale-{}", std::process::id()));
    let kept = args.get(1).map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(|| scratch.clone());
    let measured = measure(persons, &folder);
    if kept.is_none() {
        // What is left of a scratch folder does no harm.
        let _ = std::fs::remove_dir_all(&scratch);
    }
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("scale: {e}");
            ExitCode::from(2)
        }
    }
}

fn session(store: SqliteStore) -> Session {
    Session::new(Box::new(store), None, TIME.to_owned())
}

fn measure(persons: usize, folder: &Path) -> Result<(), Error> {
    println!("{persons} persons, {} cores", std::thread::available_parallelism().map_or(0, usize::from));
    let there = folder.join("register.db").exists();
    if !there {
        let mut list = Vec::new();
        cairn_demo::write_list(&mut list, persons, 7).map_err(|e| Error::Nothing(e.to_string()))?;
        let bytes = list.len();
        let store = SqliteStore::init(folder, &Passphrase::Bytes(PASSPHRASE.to_vec()))?;
        let mut session = session(store);
        let file = Incoming {
            name: "list.csv".to_owned(),
            bytes: list,
            published: None,
            publisher: None,
            title: None,
            lang: None,
        };
        let options = ImportOptions { said_by: Some("Clinic".to_owned()), ..ImportOptions::default() };
        let (imported, _) = timed(|| session.import(&file, &options, &mut Silent))?;
        drop(session);
        let before = size(folder);
        let store = SqliteStore::open(folder, Some(PASSPHRASE), Access::Write)?;
        let mut session = self::session(store);
        let (indexed, _) = timed(|| session.index(&mut Silent))?;
        drop(session);
        let after = size(folder);
        println!(
            "list {} MB, register {} MB, search index {} MB",
            mb(bytes as u64),
            mb(before),
            mb(after - before)
        );
        println!(
            "import {imported:.2?}, index {indexed:.2?}: {:.2} times the import",
            indexed.as_secs_f64() / imported.as_secs_f64()
        );
    }
    let store = SqliteStore::open(folder, Some(PASSPHRASE), Access::Read)?;
    let session = session(store);
    let facets = Field::ALL.to_vec();
    let page = BrowseQuery { limit: 50, facets: facets.clone(), ..BrowseQuery::default() };
    let (cold, first) = timed(|| session.browse(&page))?;
    println!("first page cold, with all counts: {cold:.2?} ({} accounts)", first.total);
    for sort in [Sort::Date, Sort::Place, Sort::Name] {
        let (first, _) = timed(|| session.browse(&BrowseQuery { sort, ..page.clone() }))?;
        println!("first page by {sort:?}: {first:.2?}");
    }

    let values: Vec<(Field, Vec<Option<String>>)> = first
        .facets
        .iter()
        .map(|f| (f.field, f.values.iter().map(|v| v.value.clone()).collect()))
        .filter(|(_, values): &(Field, Vec<_>)| values.len() > 1)
        .collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |n: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % n.max(1) as u64) as usize
    };
    let sorts = [Sort::Entry, Sort::Date, Sort::Place, Sort::Name];
    let mut times = Vec::new();
    let mut pages = Vec::new();
    for _ in 0..200 {
        let mut query = BrowseQuery { sort: sorts[below(4)], descending: below(2) == 1, ..page.clone() };
        for _ in 0..1 + below(3) {
            let (field, values) = &values[below(values.len())];
            query.filters.insert(*field, vec![values[below(values.len())].clone()]);
        }
        let (time, answer) = timed(|| session.browse(&query))?;
        times.push(time);
        if answer.next.is_some() {
            let next = BrowseQuery { after: answer.next, facets: Vec::new(), ..query };
            pages.push(timed(|| session.browse(&next))?.0);
        }
    }
    report("filters, all counts and a page", times);
    report("the next page", pages);

    let words = [
        "سليم",
        "Salim",
        "Layla al-Harvini",
        "олена",
        "Тарвесюк",
        "noam",
        "Brisolde",
        "H-00012",
        "vesi",
        "harv",
        "عبد الرحيم",
        "Geoffrey Lumran",
        "begona",
        "ostrozir",
        "nobody of that name",
    ];
    let mut times = Vec::new();
    for text in words {
        let (time, found) = timed(|| session.search(text, &[], 20, None))?;
        println!("  search {text}: {} found in {time:.2?}", found.total);
        times.push(time);
    }
    report("searches", times);
    let mut times = Vec::new();
    for text in ["سليم", "Layla", "олена"] {
        let query = BrowseQuery { text: Some(text.to_owned()), ..page.clone() };
        times.push(timed(|| session.browse(&query))?.0);
    }
    report("a page of those found by words, with all counts", times);

    let (first, _) = timed(|| session.nearest("Salim", &Hints::default(), 8))?;
    println!("nearest, the first time: {first:.2?}");
    let mut times = Vec::new();
    for name in [
        "Salim Karim al-Ulmiri",
        "Олена Тарвесюк",
        "נועם אורובני",
        "عبد الرحيم سمير أبو لمران",
        "Walter Brackensole",
    ] {
        let letters: Vec<char> = name.chars().collect();
        for typed in 1..=letters.len() {
            let typed: String = letters[..typed].iter().collect();
            times.push(timed(|| session.nearest(&typed, &Hints::default(), 8))?.0);
        }
    }
    report("nearest, letter by letter", times);
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<(Duration, T), Error> {
    let start = Instant::now();
    let done = work()?;
    Ok((start.elapsed(), done))
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| {
        times.get((times.len() * share / 100).min(times.len() - 1)).copied().unwrap_or_default()
    };
    println!(
        "{what}: {} times, median {:.2?}, p95 {:.2?}, longest {:.2?}",
        times.len(),
        at(50),
        at(95),
        at(100)
    );
}

fn size(folder: &Path) -> u64 {
    let files = ["register.db", "register.db-wal"];
    files.iter().filter_map(|f| std::fs::metadata(folder.join(f)).ok()).map(|m| m.len()).sum()
}

fn mb(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
