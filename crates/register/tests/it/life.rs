use cairn_model::{Class, EntryId};
use cairn_register::{Access, Draft, Error, Passphrase, SqliteStore, Store};
use tempfile::tempdir;

use crate::{everything, fill, person, plain, reopen, undo};

#[test]
fn what_goes_in_comes_out_also_after_reopening_and_rebuilding() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = plain(&folder);
    let batch = fill(&mut store, "a list", 1200);
    let doc = store.view(None).unwrap().documents()[0].doc;
    let before = everything(&store);
    for seq in [3, 514, 1202] {
        let id = EntryId { seq: batch.seq + seq, ..batch };
        assert_eq!(store.entry(id).unwrap(), person(doc, seq - 2));
    }
    drop(store);
    let mut store = reopen(&folder);
    assert_eq!(everything(&store), before);
    store.rebuild(&mut |_, _| {}).unwrap();
    assert_eq!(everything(&store), before);
    assert_eq!(store.blob(doc).unwrap(), b"a list");
    let v = store.verify(&mut |_, _| {}).unwrap();
    assert_eq!((v.findings.as_slice(), v.entries, v.documents), (&[][..], 1204, 1));
    assert!(matches!(store.entry(EntryId { seq: 5000, ..batch }), Err(Error::NoEntry(_))));
}

#[test]
fn a_batch_is_seen_wholly_or_not_at_all() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = plain(&folder);
    fill(&mut store, "a list", 10);
    let before = everything(&store);
    let doc = store.view(None).unwrap().documents()[0].doc;
    let batch = store.begin("import", crate::TIME, Default::default()).unwrap();
    let rows: Vec<_> = (1..2000).map(|row| person(doc, row)).collect();
    store.append(&rows).unwrap();
    assert_eq!(everything(&store), before, "an unsealed batch is seen");
    assert!(matches!(store.entry(EntryId { seq: batch.seq + 1, ..batch }), Err(Error::NoEntry(_))));
    drop(store);
    let store = reopen(&folder);
    assert_eq!(everything(&store), before);
    assert!(store.verify(&mut |_, _| {}).unwrap().findings.is_empty());
}

#[test]
fn undo_and_undoing_the_undo() {
    let dir = tempdir().unwrap();
    let mut store = plain(&dir.path().join("r"));
    fill(&mut store, "first", 3);
    let batch = fill(&mut store, "second", 4);
    let count = |s: &SqliteStore| s.view(None).unwrap().effective().map(|b| b.accounts).sum::<u64>();
    assert_eq!(count(&store), 7);
    let first_undo = undo(&mut store, batch);
    assert_eq!(count(&store), 3);
    let second_undo = undo(&mut store, first_undo);
    assert_eq!(count(&store), 7);
    undo(&mut store, second_undo);
    assert_eq!(count(&store), 3);
    // The document of a withdrawn batch still resolves, but is no longer listed.
    let view = store.view(None).unwrap();
    assert_eq!(view.documents().len(), 1);
    assert!(view.batches.iter().flat_map(|b| &b.documents).all(|d| view.document(d.doc).is_some()));
}

#[test]
fn the_past_is_asked_by_position() {
    let dir = tempdir().unwrap();
    let mut store = plain(&dir.path().join("r"));
    let batch = fill(&mut store, "first", 3);
    let then = store.view(None).unwrap();
    undo(&mut store, batch);
    fill(&mut store, "second", 4);
    let again = store.view(Some(&then.position)).unwrap();
    assert_eq!(again, then);
    let moments: Vec<_> = store.view(None).unwrap().moments().into_iter().map(|(p, _)| p).collect();
    assert_eq!(moments.len(), 3);
    assert_eq!(moments[0], then.position);
    assert_eq!(then.position.to_string().parse(), Ok(then.position.clone()));
    let between = "00000000:2".parse().unwrap();
    assert!(matches!(store.view(Some(&between)), Err(Error::NoPosition(_))));
}

#[test]
fn encrypted_by_passphrase_and_nothing_readable_on_disk() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = SqliteStore::init(&folder, &Passphrase::Bytes(b"right".to_vec())).unwrap();
    fill(&mut store, "a document about Person 77", 200);
    drop(store);
    let open = |p: Option<&[u8]>| SqliteStore::open(&folder, p, Access::Read);
    assert!(matches!(open(None), Err(Error::Locked)));
    assert!(matches!(open(Some(b"wrong")), Err(Error::WrongPassphrase)));
    let store = open(Some(b"right")).unwrap();
    assert!(store.verify(&mut |_, _| {}).unwrap().findings.is_empty());
    let mut files = 0;
    for sub in ["", "blobs", "keys"] {
        for file in std::fs::read_dir(folder.join(sub)).unwrap().map(|f| f.unwrap().path()) {
            if !file.is_file() {
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&file).unwrap();
            for secret in ["Person 77", "witness", "someone of the team", "CREATE TABLE"] {
                let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
                assert!(!found, "{secret} stands in {}", file.display());
            }
        }
    }
    assert!(files >= 4);
}

#[test]
fn one_writer_many_readers() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let store = plain(&folder);
    assert!(matches!(SqliteStore::open(&folder, None, Access::Write), Err(Error::Busy)));
    assert!(SqliteStore::open(&folder, None, Access::Read).is_ok());
    drop(store);
    assert!(SqliteStore::open(&folder, None, Access::Write).is_ok());
    assert!(matches!(SqliteStore::init(&folder, &Passphrase::Plaintext), Err(Error::NotEmpty(_))));
    assert!(matches!(SqliteStore::open(dir.path(), None, Access::Read), Err(Error::NoRegister(_))));
}

#[test]
fn a_proof_opens_only_what_it_is_asked_to() {
    let dir = tempdir().unwrap();
    let mut store = plain(&dir.path().join("r"));
    let batch = fill(&mut store, "a list", 30);
    fill(&mut store, "another", 30);
    let id = EntryId { seq: batch.seq + 7, ..batch };
    let proof = store.prove(id, &[Class::Open]).unwrap();
    proof.check().unwrap();
    let text = serde_json::to_string(&proof).unwrap();
    assert!(text.contains("killed") && !text.contains("Person 5"));
    let mut forged = proof.clone();
    forged.sections[0].text = forged.sections[0].text.as_ref().map(|t| t.replace("killed", "injured"));
    assert!(forged.check().is_err());
    let mut moved = proof.clone();
    moved.entry.seq += 1;
    assert!(moved.check().is_err());
    let opened = store.prove(id, &Class::ALL).unwrap();
    opened.check().unwrap();
    assert!(serde_json::to_string(&opened).unwrap().contains("Person 5"));
}

#[test]
fn a_reader_sees_what_is_sealed_and_keeps_drafts_while_somebody_writes() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    drop(SqliteStore::init(&folder, &Passphrase::Bytes(b"four words make it".to_vec())).unwrap());
    let mut store = SqliteStore::open(&folder, Some(b"four words make it"), Access::Write).unwrap();
    fill(&mut store, "a list", 10);
    let mut reader = store.reader().unwrap();
    let doc = store.view(None).unwrap().documents()[0].doc;
    store.begin("import", crate::TIME, Default::default()).unwrap();
    store.append(&(1..2000).map(|row| person(doc, row)).collect::<Vec<_>>()).unwrap();
    // In the middle of a batch: readers go on, and what is typed is kept.
    assert_eq!(reader.view(None).unwrap().batches.len(), 1);
    let draft =
        Draft { key: "record-person".into(), changed: crate::TIME.into(), body: "{\"name\":1}".into() };
    reader.put_draft(&draft).unwrap();
    store.seal().unwrap();
    assert_eq!(reader.view(None).unwrap().batches.len(), 2);
    store.rebuild(&mut |_, _| {}).unwrap();
    drop((store, reader));
    let mut store = SqliteStore::open(&folder, Some(b"four words make it"), Access::Write).unwrap();
    assert_eq!(store.drafts().unwrap(), [draft]);
    assert!(store.drop_draft("record-person").unwrap() && !store.drop_draft("record-person").unwrap());
}
