//! An account opens to everything behind it.

use cairn_work::{Agree, BrowseQuery};

use crate::{PEOPLE, Register, by};

#[test]
fn an_account_is_walked_back_to_its_row_and_entry() {
    let mut register = Register::new();
    let batch = register.import("people.csv", PEOPLE, &by("Clinic"));
    let rows = register.session.browse(&BrowseQuery { limit: 3, ..BrowseQuery::default() }).unwrap().rows;
    let id = rows[2].account;
    let p = register.session.provenance(&id.to_string()).unwrap();
    let origin = p.account.unwrap();
    assert_eq!((p.said_by.as_deref(), p.published_by.as_deref()), (Some("Clinic"), Some("Harvenna Courier")));
    assert_eq!((p.said_on.as_deref(), p.document.unwrap().name.as_str()), (Some("2031-05-01"), "people.csv"));
    let words = p.words.unwrap();
    assert_eq!(words.at, "row 3");
    assert!(words.cells.unwrap().contains(&("name".into(), "Олена Острозіренко".into())));
    assert_eq!((origin.entry, origin.batch.to_string(), origin.counts), (id, batch.clone(), true));
    assert_eq!(origin.leaf.len(), 64);
    let subject = register.session.subject(&id.to_string(), None).unwrap();
    assert_eq!((subject.subject, subject.accounts.len(), subject.disagreements), (id, 1, 0));
    let age = subject.fields.iter().find(|f| f.field == "age").unwrap();
    assert_eq!((age.agree, age.values[0].value.as_str()), (Agree::Alone, "41/41"));
    assert_eq!(age.values[0].said[0].verbatim, [(Some("age".to_owned()), "41".to_owned())]);
    assert_eq!(subject.history[0].act, "import");
    register.session.undo(&batch, Some("a test".into())).unwrap();
    let p = register.session.provenance(&id.to_string()).unwrap();
    assert_eq!((p.account.unwrap().counts, p.batch.unwrap().undone_by.is_some()), (false, true));
    for nothing in ["x", "", "00000000-1"] {
        assert!(register.session.provenance(nothing).is_err(), "{nothing}");
    }
}
