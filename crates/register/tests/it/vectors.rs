//! The frozen format, as values that another program can make again: `tests/vectors/vectors.json`.
//!
//! `CAIRN_WRITE_VECTORS=1 cargo test -p cairn-register vectors` writes the file anew. A change of it is a change of
//! the format, which needs a new version number: entries that exist must keep their hashes.

mod entries;

use std::collections::BTreeMap;
use std::path::PathBuf;

use cairn_model::{
    BatchId, ChainId, Class, DocId, Document, Entry, EntryId, Interval, Opening, Seal, Team, Undo,
};
use cairn_register::log::{
    DeviceKey, Hash, Position, SealedLeaf, SealedSection, digest, inclusion_proof, leaf_hash, root,
    root_from_proof,
};
use cairn_register::{ForeignChain, Passphrase, Proof, ProofSection, SqliteStore, Store, View};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::tempdir;

const REGISTER: &str = "00112233aabbccdd";
const SECRETS: [[u8; 32]; 2] = [[1; 32], [2; 32]];

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/vectors.json")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::prelude::BASE64_STANDARD.encode(bytes)
}

/// Salts that anybody can make again.
#[derive(Default)]
struct Salts(u32);

impl Salts {
    fn seal(&mut self, entry: &Entry) -> SealedLeaf {
        let section = |(class, text): (Class, String)| {
            self.0 += 1;
            let hash: Hash = Sha256::digest(format!("salt {}", self.0)).into();
            SealedSection { class, salt: *hash.first_chunk().unwrap(), text }
        };
        SealedLeaf { sections: entry.sections().unwrap().into_iter().map(section).collect() }
    }
}

fn sections(leaf: &SealedLeaf) -> Value {
    let section = |s: &SealedSection| json!({"class": s.class.name(), "salt": hex(&s.salt), "text": s.text});
    leaf.sections.iter().map(section).collect()
}

fn doc(words: &str) -> DocId {
    DocId(Sha256::digest(words).into())
}

fn interval(text: &str) -> Option<Interval> {
    Some(text.parse().unwrap())
}

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn opening(act: &str, lamport: u64, parents: &[(ChainId, u64)]) -> Entry {
    Entry::Open(Opening {
        act: act.to_owned(),
        lamport,
        parents: parents.to_vec(),
        time: format!("2031-05-06T07:08:{lamport:02}Z"),
        team: Team::default(),
    })
}

/// A chain written by hand: its entries sealed with salts that anybody can make again.
struct HandMade {
    key: DeviceKey,
    leaves: Vec<SealedLeaf>,
    batches: Vec<(BatchId, u64)>,
}

impl HandMade {
    fn new(secret: &[u8; 32]) -> Self {
        Self { key: DeviceKey::new(secret), leaves: Vec::new(), batches: Vec::new() }
    }

    fn chain(&self) -> ChainId {
        self.key.chain()
    }

    fn batch(&mut self, salts: &mut Salts, opening: Entry, entries: &[Entry]) -> BatchId {
        let id = EntryId { chain: self.chain(), seq: self.leaves.len() as u64 };
        let seal = Entry::Seal(Seal { entries: entries.len() as u64, opening: id.seq });
        let all = std::iter::once(&opening).chain(entries).chain(std::iter::once(&seal));
        self.leaves.extend(all.map(|e| salts.seal(e)));
        self.batches.push((id, self.leaves.len() as u64));
        id
    }

    fn finish(&self) -> ForeignChain {
        let hashes: Vec<Hash> = self.leaves.iter().map(SealedLeaf::hash).collect();
        ForeignChain {
            public: self.key.public(),
            leaves: self.leaves.clone(),
            head: self.key.checkpoint(REGISTER, hashes.len() as u64, root(&hashes)),
        }
    }
}

/// Two devices that wrote apart, met, and undid each other's work.
fn two_chains() -> [ForeignChain; 2] {
    let salts = &mut Salts(1000);
    let mut a = HandMade::new(&SECRETS[0]);
    let mut b = HandMade::new(&SECRETS[1]);
    let (chain_a, chain_b) = (a.chain(), b.chain());
    let document = |words: &str| {
        Entry::Document(Document {
            bytes: words.len() as u64,
            doc: doc(words),
            lang: None,
            name: format!("{words}.csv"),
            published: None,
            publisher: None,
            title: None,
        })
    };
    let rows = |words: &str, n| -> Vec<Entry> {
        std::iter::once(document(words)).chain((1..=n).map(|row| crate::person(doc(words), row))).collect()
    };
    let undo = |batch| [Entry::Undo(Undo { batch })];
    a.batch(salts, opening("import", 1, &[]), &rows("first list of A", 2));
    let of_a = a.batch(salts, opening("import", 2, &[]), &rows("second list of A", 3));
    b.batch(salts, opening("import", 1, &[]), &rows("list of B", 2));
    // B has seen A's lists and withdraws the second; A, who has not seen that, withdraws it too.
    let undo_b = b.batch(salts, opening("undo", 3, &[(chain_a, a.leaves.len() as u64)]), &undo(of_a));
    let undo_a = a.batch(salts, opening("undo", 3, &[]), &undo(of_a));
    // They meet again: B takes its undo back, which leaves A's; then A takes its own back, and the list stands.
    b.batch(salts, opening("undo", 4, &[(chain_a, a.leaves.len() as u64)]), &undo(undo_b));
    a.batch(salts, opening("undo", 5, &[(chain_b, b.leaves.len() as u64)]), &undo(undo_a));
    [a.finish(), b.finish()]
}

fn merged(chains: &[&ForeignChain]) -> (tempfile::TempDir, SqliteStore) {
    let dir = tempdir().unwrap();
    let mut store = SqliteStore::init_as(&dir.path().join("r"), &Passphrase::Plaintext, REGISTER).unwrap();
    for chain in chains {
        store.merge(chain).unwrap();
    }
    (dir, store)
}

fn effective(view: &View) -> Vec<String> {
    view.effective().map(|b| b.id.to_string()).collect()
}

fn proof(chain: &ForeignChain, index: usize, opened: &[Class]) -> Proof {
    let hashes: Vec<Hash> = chain.leaves.iter().map(SealedLeaf::hash).collect();
    let section = |s: &SealedSection| {
        let open = opened.contains(&s.class);
        ProofSection {
            class: s.class.name().to_owned(),
            digest: hex(&digest(&s.salt, &s.text)),
            salt: open.then(|| hex(&s.salt)),
            text: open.then(|| s.text.clone()),
        }
    };
    let entry = EntryId { chain: chain.head.chain().unwrap(), seq: index as u64 };
    let proof = Proof {
        version: 1,
        entry,
        public_key: base64(&chain.public),
        checkpoint: chain.head.to_string(),
        path: inclusion_proof(&hashes, index).iter().map(|h| base64(h)).collect(),
        sections: chain.leaves[index].sections.iter().map(section).collect(),
    };
    proof.check().unwrap();
    proof
}

fn entries_value() -> Value {
    let mut salts = Salts::default();
    let one = |(name, entry): (&str, Entry)| {
        let leaf = salts.seal(&entry);
        let mut data = "cairn-entry/1\n".to_owned();
        let mut digests = Vec::new();
        for s in &leaf.sections {
            let digest = digest(&s.salt, &s.text);
            data += &format!("{} {}\n", s.class, hex(&digest));
            digests.push((s.class, digest));
        }
        // The data as the document describes it gives the hash that the code gives.
        let hash: Hash = Sha256::new().chain_update([0]).chain_update(&data).finalize().into();
        assert_eq!(hash, leaf.hash());
        assert_eq!(hash, leaf_hash(digests));
        assert_eq!(Entry::from_sections(|c| leaf.text(c)).unwrap(), entry, "{name}");
        json!({
            "name": name,
            "kind": entry.kind(),
            "sections": sections(&leaf),
            "leaf_data": data,
            "leaf_hash": hex(&hash),
        })
    };
    entries::entries().into_iter().map(one).collect()
}

fn tree_value() -> Value {
    let leaves: Vec<Hash> = (0..20u8)
        .map(|i| leaf_hash([(Class::Open, digest(&[i; 16], &format!("{{\"leaf\":{i}}}")))]))
        .collect();
    let roots: Vec<String> = (0..=20).map(|n| hex(&root(&leaves[..n]))).collect();
    let mut proofs = Vec::new();
    for size in [1, 2, 3, 4, 5, 7, 8, 13, 16, 20] {
        for index in 0..size {
            let path = inclusion_proof(&leaves[..size], index);
            let led = root_from_proof(leaves[index], index as u64, size as u64, &path);
            assert_eq!(led, Some(root(&leaves[..size])));
            let path: Vec<String> = path.iter().map(|h| hex(h)).collect();
            proofs.push(json!({"index": index, "size": size, "path": path}));
        }
    }
    let leaves: Vec<String> = leaves.iter().map(|l| hex(l)).collect();
    json!({"leaves": leaves, "roots": roots, "proofs": proofs})
}

fn checkpoints_value() -> Value {
    let note = |secret: &[u8; 32], size: u64| {
        let key = DeviceKey::new(secret);
        let root: Hash = Sha256::digest(size.to_string()).into();
        let note = key.checkpoint(REGISTER, size, root);
        note.check(&key.public()).unwrap();
        json!({
            "secret": hex(secret),
            "public": base64(&key.public()),
            "chain": key.chain().to_string(),
            "register": REGISTER,
            "size": size,
            "root": hex(&root),
            "note": note.to_string(),
        })
    };
    SECRETS.iter().flat_map(|secret| [0, 1, 42, 1_000_000].map(|size| note(secret, size))).collect()
}

fn positions_value() -> Value {
    let (a, b, c) = (ChainId([0x3f, 0x9c, 0x2a, 0x1b]), ChainId([0; 4]), ChainId([0xff; 4]));
    let one = |sizes: Vec<(ChainId, u64)>| {
        let given: Vec<Value> = sizes.iter().map(|(c, n)| json!([c, n])).collect();
        let position = Position::new(sizes);
        json!({"sizes": given, "text": position.to_string(), "short": position.short()})
    };
    json!([
        one(vec![]),
        one(vec![(a, 42)]),
        one(vec![(c, 1), (a, 42), (b, 9_000_000)]),
        one(vec![(a, 0), (c, 7)])
    ])
}

fn chains_value() -> Value {
    let chains = two_chains();
    let (_dir, store) = merged(&[&chains[0], &chains[1]]);
    let view = store.view(None).unwrap();
    let undone: BTreeMap<String, String> = view
        .batches
        .iter()
        .filter_map(|b| b.undone_by.map(|by| (b.id.to_string(), by.to_string())))
        .collect();
    let moment = |(position, batch): (Position, &cairn_register::BatchView)| {
        let then = store.view(Some(&position)).unwrap();
        json!({
            "batch": batch.id,
            "position": position.to_string(),
            "short": position.short(),
            "effective": effective(&then),
        })
    };
    let moments: Vec<Value> = view.moments().into_iter().map(moment).collect();
    let chain = |c: &ForeignChain| {
        let hashes: Vec<Hash> = c.leaves.iter().map(SealedLeaf::hash).collect();
        json!({
            "chain": c.head.chain(),
            "public": base64(&c.public),
            "leaves": c.leaves.iter().map(sections).collect::<Vec<_>>(),
            "root": hex(&root(&hashes)),
            "head": c.head.to_string(),
        })
    };
    json!({
        "register": REGISTER,
        "chains": chains.iter().map(chain).collect::<Vec<_>>(),
        "fold": view.batches.iter().map(|b| b.id.to_string()).collect::<Vec<_>>(),
        "undone": undone,
        "effective": effective(&view),
        "position": view.position.to_string(),
        "moments": moments,
    })
}

fn proofs_value() -> Value {
    let chains = two_chains();
    let closed = proof(&chains[0], 2, &[Class::Open]);
    let opened = proof(&chains[1], 2, &Class::ALL);
    json!([closed, opened])
}

/// Texts that a reader of entries must refuse, and why.
fn refused_value() -> Value {
    let refused = [
        ("members are not sorted", r#"{"v":1,"entry":"undo","batch":"3f9c2a1b-7"}"#),
        ("a space", r#"{"batch":"3f9c2a1b-7", "entry":"undo","v":1}"#),
        ("an escape that is not needed", r#"{"claim":"\/","entry":"rejection","v":1}"#),
        ("a letter escaped that stands for itself", r#"{"claim":"\u00e9","entry":"rejection","v":1}"#),
        ("a doubled member", r#"{"claim":"a","claim":"b","entry":"rejection","v":1}"#),
        ("a fraction", r#"{"entries":1.5,"entry":"seal","opening":0,"v":1}"#),
        ("an exponent", r#"{"entries":1e0,"entry":"seal","opening":0,"v":1}"#),
        ("an integer beyond 2^53 - 1", r#"{"entries":9007199254740992,"entry":"seal","opening":0,"v":1}"#),
        ("an unknown version", r#"{"batch":"3f9c2a1b-7","entry":"undo","v":2}"#),
        ("no version", r#"{"batch":"3f9c2a1b-7","entry":"undo"}"#),
        ("an unknown kind", r#"{"entry":"miracle","v":1}"#),
        ("an unknown member", r#"{"batch":"3f9c2a1b-7","entry":"undo","v":1,"why":"x"}"#),
        ("a missing member", r#"{"entry":"undo","v":1}"#),
        (
            "the greater account first",
            r#"{"a":"3f9c2a1b-8","b":"3f9c2a1b-7","entry":"judgement","v":1,"verdict":"same"}"#,
        ),
        (
            "accounts not sorted",
            r#"{"accounts":["3f9c2a1b-10","3f9c2a1b-9"],"entry":"consent","to":[],"v":1}"#,
        ),
    ];
    for (why, text) in refused {
        assert!(Entry::from_sections(|c| (c == Class::Open).then_some(text)).is_err(), "{why}: {text}");
    }
    refused.iter().map(|(why, text)| json!({"why": why, "text": text})).collect()
}

#[test]
fn the_committed_vectors_are_what_the_code_makes() {
    let made = json!({
        "version": 1,
        "entries": entries_value(),
        "refused": refused_value(),
        "tree": tree_value(),
        "checkpoints": checkpoints_value(),
        "positions": positions_value(),
        "two_chains": chains_value(),
        "proofs": proofs_value(),
    });
    let made = serde_json::to_string_pretty(&made).unwrap() + "\n";
    if std::env::var_os("CAIRN_WRITE_VECTORS").is_some() {
        std::fs::write(file(), &made).unwrap();
    }
    let committed = std::fs::read_to_string(file()).unwrap();
    let differing = made.lines().zip(committed.lines()).position(|(a, b)| a != b);
    assert!(
        made == committed,
        "the format changed: line {:?} of vectors.json differs",
        differing.map(|l| l + 1)
    );
}

#[test]
fn hand_made_chains_fold_to_the_same_view_in_both_orders() {
    let [a, b] = &two_chains();
    let (_one, first) = merged(&[a, b]);
    let (_two, second) = merged(&[b, a]);
    assert_eq!(crate::everything(&first), crate::everything(&second));
    let (one, two) = (first.view(None).unwrap(), second.view(None).unwrap());
    assert_eq!(one, two);
    assert_eq!(one.effective().count(), 5);
    for (position, _) in one.moments() {
        assert_eq!(first.view(Some(&position)).unwrap(), second.view(Some(&position)).unwrap());
    }
}
