//! The register as its users meet it: made, written, damaged, merged, asked about the past.
#![allow(missing_docs, clippy::unwrap_used)]

mod damage;
mod life;
mod merge;
mod vectors;

use cairn_model::{
    About, Account, Act, Ages, BatchId, DocId, Entry, Kind, Locator, Name, Personal, Source, Team, Undo,
};
use cairn_register::{Access, Passphrase, SqliteStore, Store};
use std::path::Path;

pub const TIME: &str = "2024-05-06T07:08:09Z";

pub fn plain(folder: &Path) -> SqliteStore {
    SqliteStore::init(folder, &Passphrase::Plaintext).unwrap()
}

pub fn reopen(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder, None, Access::Write).unwrap()
}

pub fn person(doc: DocId, row: u64) -> Entry {
    Entry::Account(Box::new(Account {
        about: About {
            age: Some(Ages(row as u16 % 90, row as u16 % 90)),
            sex: Some(if row.is_multiple_of(3) { "f" } else { "m" }.to_owned()),
            ..About::of(Kind::Person)
        },
        acts: vec![Act::new("killed")],
        personal: Personal {
            names: vec![Name { part: "full".into(), script: None, text: format!("Person {row}") }],
            ..Personal::default()
        },
        ..Account::new(Kind::Person, doc, Locator::Row(row))
    }))
}

/// A batch of a document, a protected source and `rows` persons.
pub fn fill(store: &mut SqliteStore, name: &str, rows: u64) -> BatchId {
    let doc = store.put_blob(name.as_bytes()).unwrap();
    let team = Team { actor: Some("someone of the team".into()), reason: None };
    let batch = store.begin("import", TIME, team).unwrap();
    let document = cairn_model::Document {
        bytes: name.len() as u64,
        doc,
        lang: None,
        name: name.to_owned(),
        published: None,
        publisher: None,
        title: None,
    };
    let source = Source {
        name: "witness A".into(),
        protected: true,
        identity: Some("the witness's real name".into()),
    };
    store.append(&[Entry::Document(document), Entry::Source(source)]).unwrap();
    let rows: Vec<Entry> = (1..=rows).map(|row| person(doc, row)).collect();
    store.append(&rows).unwrap();
    store.seal().unwrap();
    batch
}

pub fn undo(store: &mut SqliteStore, batch: BatchId) -> BatchId {
    let id = store.begin("undo", TIME, Team::default()).unwrap();
    store.append(&[Entry::Undo(Undo { batch })]).unwrap();
    store.seal().unwrap();
    id
}

/// Everything that readers can ask, as one comparable value.
pub fn everything(store: &SqliteStore) -> String {
    let view = store.view(None).unwrap();
    let columns: Vec<_> = view.effective().map(|b| store.columns(b.id).unwrap()).collect();
    format!("{:?} {:?}", view.batches, columns)
}
