use cairn_register::{Error, Passphrase, SqliteStore, Store};
use tempfile::tempdir;

use crate::{everything, fill, plain, undo};

/// Two laptops write the same register apart, then meet without a server.
#[test]
fn chains_merge_in_both_orders_to_the_same_register() {
    let dir = tempdir().unwrap();
    let mut one = plain(&dir.path().join("one"));
    let id = one.id().to_owned();
    let other =
        |name: &str| SqliteStore::init_as(&dir.path().join(name), &Passphrase::Plaintext, &id).unwrap();
    let mut two = other("two");
    fill(&mut one, "list one", 700);
    let batch = fill(&mut two, "list two", 20);
    undo(&mut two, batch);
    fill(&mut two, "list three", 5);
    let (chain_one, chain_two) = (one.export_chain().unwrap(), two.export_chain().unwrap());

    let mut reader = other("reader");
    reader.merge(&chain_one).unwrap();
    reader.merge(&chain_two).unwrap();
    let mut mirrored = other("mirrored");
    mirrored.merge(&chain_two).unwrap();
    mirrored.merge(&chain_one).unwrap();
    assert_eq!(everything(&reader), everything(&mirrored));
    assert_eq!(reader.view(None).unwrap().position, mirrored.view(None).unwrap().position);
    assert!(reader.verify(&mut |_, _| {}).unwrap().findings.iter().all(|f| f.code == "document"));

    // Merging again changes nothing; merging what was added since adds just that.
    let before = everything(&reader);
    reader.merge(&chain_one).unwrap();
    assert_eq!(everything(&reader), before);
    fill(&mut one, "list four", 3);
    reader.merge(&one.export_chain().unwrap()).unwrap();
    assert_eq!(reader.view(None).unwrap().batches.len(), 5);
    // A batch written after a merge folds after everything seen, and names what it saw.
    fill(&mut reader, "list five", 1);
    let view = reader.view(None).unwrap();
    let last = view.batches.last().unwrap();
    assert_eq!((last.id.chain, last.opening.parents.len()), (reader.chain(), 2));
}

#[test]
fn a_chain_that_tells_another_past_is_refused() {
    let dir = tempdir().unwrap();
    let mut one = plain(&dir.path().join("one"));
    let id = one.id().to_owned();
    let mut two = SqliteStore::init_as(&dir.path().join("two"), &Passphrase::Plaintext, &id).unwrap();
    fill(&mut one, "list", 5);
    let honest = one.export_chain().unwrap();
    two.merge(&honest).unwrap();
    fill(&mut one, "more", 5);
    let longer = one.export_chain().unwrap();

    let mut changed = longer.clone();
    changed.leaves[3].sections[0].text = changed.leaves[3].sections[0].text.replace("killed", "injured");
    let mut short = longer.clone();
    short.leaves.pop();
    let mut foreign = longer.clone();
    foreign.public = two.export_chain().unwrap().public;
    for (what, chain) in [("changed", &changed), ("short", &short), ("foreign", &foreign)] {
        let before = everything(&two);
        assert!(matches!(two.merge(chain), Err(Error::Merge { .. })), "{what}");
        assert_eq!(everything(&two), before, "{what}");
    }
    two.merge(&longer).unwrap();
    let stranger = plain(&dir.path().join("stranger")).export_chain().unwrap();
    assert!(matches!(two.merge(&stranger), Err(Error::Merge { .. })), "another register");
}
