//! An account opens to everything behind it.

use cairn_model::{Amendment, Entry, EntryId, Judgement, Team, Verdict, Withdrawal};
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

fn write(register: &mut Register, act: &str, entry: Entry) {
    let store = register.session.store();
    store.begin(act, "2031-06-03T00:00:00Z", Team { actor: Some("B. Judge".into()), reason: None }).unwrap();
    store.append(&[entry]).unwrap();
    store.seal().unwrap();
}

fn judgement(pair: (EntryId, EntryId), instead_of: Vec<EntryId>, verdict: Verdict) -> Entry {
    let (a, b) = (pair.0.min(pair.1), pair.0.max(pair.1));
    Entry::Judgement(Judgement { a, b, instead_of, model: None, score: None, verdict })
}

fn found(register: &Register, text: &str) -> EntryId {
    register.session.search(text, &["person".into()], 1, None).unwrap().hits[0].id
}

#[test]
fn accounts_judged_to_be_about_one_person_stand_side_by_side_with_what_they_disagree_in() {
    let mut register = Register::new();
    register.import("clinic.csv", PEOPLE, &by("Clinic"));
    let other =
        "name,sex,age,date of death\nOlena Ostrozirenko,f,43,2031-03-05\nOlena Lumran,f,20,2031-03-06\n";
    register.import("monitor.csv", other, &by("Monitor"));
    let (first, second) = (found(&register, "Олена"), found(&register, "Olena Ostrozirenko"));
    write(&mut register, "judge", judgement((first, second), vec![], Verdict::Same));
    let subject = register.session.subject(&second.to_string(), None).unwrap();
    assert_eq!((subject.subject, subject.accounts.len(), subject.disagreements), (first, 2, 1));
    let field = |name: &str| subject.fields.iter().find(|f| f.field == name).unwrap();
    assert_eq!((field("names").agree, field("sex").agree), (Agree::Compatible, Agree::Same));
    let ages: Vec<(&str, Option<&str>)> =
        field("age").values.iter().map(|v| (v.value.as_str(), v.said[0].said_by.as_deref())).collect();
    assert_eq!(
        (field("age").agree, ages),
        (Agree::Different, vec![("41/41", Some("Clinic")), ("43/43", Some("Monitor"))])
    );
    assert_eq!(field("acts.killed.when").agree, Agree::Same);
    let happened: Vec<&str> = subject.history.iter().map(|h| h.what.as_str()).collect();
    assert_eq!(happened, ["account", "account", "judgement"]);
    let judged = subject.history[2].clone();
    assert_eq!((judged.says.as_deref(), judged.actor.as_deref()), (Some("same"), Some("B. Judge")));
    let near = register.session.nearest("Olena Ostrozirenko", &cairn_work::Hints::default(), 1).unwrap();
    assert_eq!((near.nearest[0].subject, near.nearest[0].row.account), (first, second));

    // A judgement that is replaced holds nobody together; one that is mended is shown in its new words only.
    write(&mut register, "judge", judgement((first, second), vec![judged.id], Verdict::Different));
    assert_eq!(register.session.subject(&second.to_string(), None).unwrap().accounts.len(), 1);
    let mended = found(&register, "Olena Lumran");
    write(&mut register, "amend", Entry::Amendment(Amendment { account: mended, of: second }));
    let subject = register.session.subject(&mended.to_string(), None).unwrap();
    let counts: Vec<(EntryId, bool)> = subject.accounts.iter().map(|a| (a.account, a.counts)).collect();
    assert_eq!(counts, [(second, false), (mended, true)]);
    let everybody = register.session.browse(&BrowseQuery::default()).unwrap();
    assert_eq!(everybody.total, 11, "who is mended counts once");
}

#[test]
fn a_withdrawn_account_stays_on_its_page_and_counts_no_more() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let id = found(&register, "Олена");
    let counts = |r: &Register| {
        let subject = r.session.subject(&id.to_string(), None).unwrap();
        let origin = r.session.provenance(&id.to_string()).unwrap().account.unwrap();
        (subject.accounts.len(), subject.accounts[0].counts, origin.counts)
    };
    assert_eq!(counts(&register), (1, true, true));
    write(&mut register, "withdraw", Entry::Withdrawal(Withdrawal { account: id }));
    assert_eq!(counts(&register), (1, false, false));
    assert_eq!(found(&register, "Олена"), id, "it is still found");
}
