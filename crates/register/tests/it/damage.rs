use std::path::Path;

use cairn_register::log::Checkpoint;
use cairn_register::{Access, Passphrase, SqliteStore, Store};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::tempdir;

use crate::{fill, plain, reopen, undo};

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn changed(value: &Value) -> Value {
    match value {
        Value::Integer(i) => Value::Integer(i + 1_000_003),
        Value::Text(t) => {
            // The last letter or digit, so that the change is one of content.
            let at = t.rfind(|c: char| c.is_ascii_alphanumeric()).unwrap_or(0);
            let other = if t.as_bytes().get(at) == Some(&b'a') { "b" } else { "a" };
            Value::Text(format!("{}{other}{}", &t[..at], t.get(at + 1..).unwrap_or("")))
        }
        Value::Blob(b) => {
            let mut b = b.clone();
            match b.len() {
                0 => b.push(1),
                n => b[n / 2] ^= 1,
            }
            Value::Blob(b)
        }
        other => other.clone(),
    }
}

/// Every cell of every table that verification answers for, changed one at a time.
#[test]
fn any_changed_stored_value_is_named() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = plain(&folder);
    let batch = fill(&mut store, "a list", 20);
    store.checkpoint().unwrap();
    fill(&mut store, "another", 3);
    undo(&mut store, batch);
    store.checkpoint().unwrap();
    drop(store);
    let mut tried = 0;
    for table in ["chain", "block", "batch", "blob", "checkpoint", "meta"] {
        let db = Connection::open(folder.join("register.db")).unwrap();
        let columns: Vec<String> = db
            .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
            .unwrap()
            .query_map([], |r| r.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let rows: Vec<i64> = db
            .prepare(&format!("SELECT rowid FROM {table}"))
            .unwrap()
            .query_map([], |r| r.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        drop(db);
        for row in rows {
            for column in &columns {
                let spoilt = dir.path().join("spoilt");
                copy(&folder, &spoilt);
                let db = Connection::open(spoilt.join("register.db")).unwrap();
                let sql = format!("SELECT {column} FROM {table} WHERE rowid = ?");
                let value: Value = db.query_row(&sql, [row], |r| r.get(0)).unwrap();
                let sql = format!("UPDATE {table} SET {column} = ? WHERE rowid = ?");
                db.execute(&sql, (changed(&value), row)).unwrap();
                drop(db);
                let seen = match SqliteStore::open(&spoilt, None, Access::Read) {
                    Err(_) => true,
                    Ok(s) => s.verify(&mut |_, _| {}).map_or(true, |v| !v.findings.is_empty()),
                };
                assert!(seen, "{table}.{column} of row {row} was changed unseen");
                tried += 1;
                std::fs::remove_dir_all(&spoilt).unwrap();
            }
        }
    }
    assert!(tried > 60, "{tried}");
    let blob = std::fs::read_dir(folder.join("blobs")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(blob, "other bytes").unwrap();
    let v = reopen(&folder).verify(&mut |_, _| {}).unwrap();
    assert_eq!(v.findings.len(), 1, "{:?}", v.findings);
    assert_eq!(v.findings[0].code, "document");
}

#[test]
fn a_missing_or_doubled_row_is_named() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = plain(&folder);
    fill(&mut store, "a list", 1500);
    drop(store);
    for sql in [
        "DELETE FROM block WHERE first = (SELECT max(first) FROM block)",
        "DELETE FROM block WHERE first = (SELECT first FROM block ORDER BY first LIMIT 1 OFFSET 3)",
        "DELETE FROM batch",
        "DELETE FROM blob",
        "INSERT INTO batch SELECT chain, opening + 1, summary, harms, tolls, marks FROM batch",
    ] {
        let spoilt = dir.path().join("spoilt");
        copy(&folder, &spoilt);
        let changed = Connection::open(spoilt.join("register.db")).unwrap().execute(sql, []).unwrap();
        assert!(changed > 0, "{sql}");
        let v = SqliteStore::open(&spoilt, None, Access::Read).unwrap().verify(&mut |_, _| {}).unwrap();
        assert!(!v.findings.is_empty(), "{sql}");
        std::fs::remove_dir_all(&spoilt).unwrap();
    }
}

/// The owner of the keys rewrites the past consistently: only a checkpoint given away earlier can tell.
#[test]
fn a_past_rewritten_by_its_owner_fails_every_earlier_checkpoint() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = plain(&folder);
    let id = store.id().to_owned();
    fill(&mut store, "a list", 12);
    let mut given: Vec<Checkpoint> = vec![store.checkpoint().unwrap()];
    fill(&mut store, "another", 3);
    given.push(store.checkpoint().unwrap());
    for note in &given {
        let read: Checkpoint = note.to_string().parse().unwrap();
        assert!(store.verify_against(&read).unwrap().findings.is_empty());
    }
    drop(store);
    // The same folder, keys and register id, with one row more in the first list.
    let forged = dir.path().join("forged");
    drop(SqliteStore::init_as(&forged, &Passphrase::Plaintext, &id).unwrap());
    std::fs::copy(folder.join("keys/device.json"), forged.join("keys/device.json")).unwrap();
    let db = Connection::open(forged.join("register.db")).unwrap();
    let honest = Connection::open(folder.join("register.db")).unwrap();
    let (chain, public): (String, Vec<u8>) =
        honest.query_row("SELECT chain, public FROM chain", [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    db.execute("UPDATE chain SET chain = ?, public = ?", (chain, public)).unwrap();
    drop(db);
    let mut store = reopen(&forged);
    fill(&mut store, "a list", 13);
    fill(&mut store, "another", 3);
    store.rebuild(&mut |_, _| {}).unwrap();
    assert!(store.verify(&mut |_, _| {}).unwrap().findings.is_empty(), "consistent in itself");
    for note in &given {
        let v = store.verify_against(note).unwrap();
        assert_eq!(v.findings.len(), 1);
        assert_eq!(v.findings[0].code, "checkpoint");
    }
    // A register cut back to an earlier state, and one of another register.
    let mut short = plain(&dir.path().join("short"));
    fill(&mut short, "a list", 2);
    assert!(!short.verify_against(&given[0]).unwrap().findings.is_empty());
}

#[test]
fn any_flipped_byte_of_an_encrypted_register_is_seen() {
    let dir = tempdir().unwrap();
    let folder = dir.path().join("r");
    let mut store = SqliteStore::init(&folder, &Passphrase::Bytes(b"pass".to_vec())).unwrap();
    fill(&mut store, "a list", 40);
    drop(store);
    let file = folder.join("register.db");
    let whole = std::fs::read(&file).unwrap();
    // Spread over every page and all places within a page; each try stretches the passphrase, so not all bytes.
    for i in 0..40 {
        let at = (i * (whole.len() / 40 + 1) + i * 97) % whole.len();
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (i % 8);
        std::fs::write(&file, &bytes).unwrap();
        let seen = match SqliteStore::open(&folder, Some(b"pass"), Access::Read) {
            Err(_) => true,
            Ok(s) => s.verify(&mut |_, _| {}).map_or(true, |v| !v.findings.is_empty()),
        };
        assert!(seen, "byte {at} of {} was flipped unseen", whole.len());
    }
}
