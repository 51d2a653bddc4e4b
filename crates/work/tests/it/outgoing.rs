use cairn_model::{Account, Act, DocId, Entry, EntryId, Kind, Locator, Name, Source, Team, Withdrawal};
use cairn_work::Outgoing;

use crate::Register;

fn walk(register: &Register, personal: bool) -> (Vec<Outgoing>, cairn_work::PassedBy) {
    let mut found = Vec::new();
    let passed = register
        .session
        .outgoing::<cairn_work::Error>(None, personal, |leaving| {
            found.push(leaving);
            Ok(())
        })
        .unwrap();
    (found, passed)
}

#[test]
fn what_leaves_names_no_protected_source_and_nobody_unasked() {
    let mut register = Register::new();
    let store = register.session.store();
    store.begin("record", "2031-06-01T00:00:00Z", Team { actor: None, reason: None }).unwrap();
    let first = store.next();
    let at = |n: u64| EntryId { seq: first.seq + n, ..first };
    let person = |name: &str| {
        let mut account = Account::new(Kind::Person, DocId([7; 32]), Locator::Whole);
        account.said_by = Some(first);
        account.acts.push(Act::new("killed"));
        account.personal.names.push(Name { part: "full".into(), script: None, text: name.into() });
        Entry::Account(Box::new(account))
    };
    let entries = [
        Entry::Source(Source {
            name: "Witness 7".into(),
            protected: true,
            identity: Some("Nadia Quill".into()),
        }),
        person("Ada Venn"),
        person("Bo Tarn"),
        Entry::Withdrawal(Withdrawal { account: at(2) }),
    ];
    store.append(&entries).unwrap();
    store.seal().unwrap();

    let (open, passed) = walk(&register, false);
    assert_eq!((passed.given, passed.withdrawn, passed.superseded), (1, 1, 0));
    assert!(open[0].withheld && open[0].account.personal.is_empty());
    assert_eq!(open[0].said_by.as_ref().map(|s| s.name.as_str()), Some("Witness 7"));
    let (whole, _) = walk(&register, true);
    assert_eq!(whole[0].account.personal.names[0].text, "Ada Venn");
    for leaving in open.iter().chain(&whole) {
        assert!(!format!("{leaving:?}").contains("Quill"));
    }
    assert!(!format!("{open:?}").contains("Venn"));
}
