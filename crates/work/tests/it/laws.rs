//! Laws of what is typed by hand: an undo restores every answer, drafts read back, nothing panics on what people type.

use std::collections::BTreeSet;

use cairn_count::{Membership, Query, Rule};
use cairn_model::{EntryId, Verdict};
use cairn_register::{Passphrase, SqliteStore};
use cairn_work::record::{ActDraft, Draft, NameDraft, Selection, StatusDraft};
use cairn_work::{BrowseQuery, Error, Field, Session};
use proptest::prelude::*;
use serde_json::json;

struct Desk {
    _folder: tempfile::TempDir,
    session: Session,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::init(&folder.path().join("r"), &Passphrase::Plaintext).unwrap();
    let session = Session::new(Box::new(store), None, "2031-05-06T07:08:09Z".to_owned());
    Desk { _folder: folder, session }
}

fn person(name: &str, act: &str) -> Draft {
    Draft {
        kind: "person".into(),
        note: Some(format!("{name}, {act}.")),
        names: vec![NameDraft::Text(name.into())],
        acts: vec![ActDraft { kind: act.into(), ..ActDraft::default() }],
        ..Draft::default()
    }
}

impl Desk {
    fn record(&mut self, draft: &Draft) -> EntryId {
        self.session.record(std::slice::from_ref(draft), &[], None).unwrap().accounts[0]
    }

    /// Everything that can be counted.
    fn answers(&self) -> String {
        let rule = Rule::built_in("literal").unwrap();
        let mut out = String::new();
        for metric in ["killed", "injured", "detained", "in_custody"] {
            for by in [&[][..], &["sex".to_owned(), "place".to_owned()]] {
                let query = Query::from_names(metric, by).unwrap();
                let answer = self.session.count(&query, &rule, None).unwrap();
                out += &serde_json::to_string(&(answer.figures, answer.notes)).unwrap();
            }
        }
        out
    }
}

fn ids(ids: &[EntryId]) -> Selection {
    Selection { ids: ids.iter().map(ToString::to_string).collect(), ..Selection::default() }
}

/// What a person can do, in any order.
#[derive(Debug, Clone)]
enum Verb {
    Record(u8),
    Judge(usize, usize, usize),
    Amend(usize, u8),
    Withdraw(usize),
    Retract(usize),
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        any::<u8>().prop_map(Verb::Record),
        (0usize..9, 0usize..9, 0usize..3).prop_map(|(a, b, v)| Verb::Judge(a, b, v)),
        (0usize..9, 0u8..90).prop_map(|(a, age)| Verb::Amend(a, age)),
        (0usize..9).prop_map(Verb::Withdraw),
        (0usize..9).prop_map(Verb::Retract),
    ]
}

impl Desk {
    /// Does it where it can be done; gives the batch.
    fn apply(&mut self, verb: &Verb, known: &mut Vec<EntryId>) -> Option<EntryId> {
        let at = |i: usize| known.get(i % known.len().max(1)).copied();
        match verb {
            Verb::Record(n) => {
                let mut draft = person(&format!("Ada {n}"), ["killed", "injured"][usize::from(n % 2)]);
                draft.sex = [None, Some("f".into()), Some("m".into())][usize::from(n % 3)].clone();
                let done = self.session.record(&[draft], &[], None).unwrap();
                known.push(done.accounts[0]);
                done.batch
            }
            Verb::Judge(a, b, v) => {
                let verdict = [Verdict::Same, Verdict::Different, Verdict::Unsure][*v];
                self.session.judge(&ids(&[at(*a)?, at(*b)?]), verdict, "why", false).ok()?.batch
            }
            Verb::Amend(a, age) => {
                let wish = json!({"age": age.to_string()});
                let done = self.session.amend(&ids(&[at(*a)?]), &wish, "why", false).ok()?;
                known.extend(done.changed.iter().filter_map(|c| c.now));
                done.batch
            }
            Verb::Withdraw(a) => self.session.withdraw(&ids(&[at(*a)?]), "why", false).ok()?.batch,
            Verb::Retract(a) => {
                let mut draft = Draft { acts: vec![], ..person("Ada", "killed") };
                draft.correction = Some(cairn_work::record::CorrectionDraft {
                    of: at(*a)?.to_string(),
                    stance: "retracts".into(),
                    why: None,
                });
                let done = self.session.record(&[draft], &[], None).ok()?;
                known.push(done.accounts[0]);
                done.batch
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Undoing a verb restores every answer, and undoing the undo brings its answers back.
    #[test]
    fn undo_restores_every_answer(verbs in prop::collection::vec(verb(), 1..9), last in verb()) {
        let mut desk = desk();
        let mut known = Vec::new();
        for verb in &verbs { desk.apply(verb, &mut known); }
        let before = desk.answers();
        if let Some(batch) = desk.apply(&last, &mut known) {
            let after = desk.answers();
            let undone = desk.session.undo(&batch.to_string(), None).unwrap();
            prop_assert_eq!(&desk.answers(), &before);
            desk.session.undo(&undone.batch.to_string(), None).unwrap();
            prop_assert_eq!(&desk.answers(), &after);
        }
    }

    /// The accounts behind a figure are the rows that the register lists for it, those withdrawn apart.
    #[test]
    fn figures_and_rows_agree(verbs in prop::collection::vec(verb(), 1..12)) {
        let mut desk = desk();
        let mut known = Vec::new();
        for verb in &verbs { desk.apply(verb, &mut known); }
        let rule = Rule::built_in("literal").unwrap();
        for metric in ["killed", "injured"] {
            let behind = desk.session.explain(metric, &[], &rule, None, (0, 100)).unwrap().accounts;
            for withdrawn in [false, true] {
                let of = |m: Membership| (m == Membership::Withdrawn) == withdrawn;
                let counted: BTreeSet<EntryId> =
                    behind.iter().filter(|b| of(b.membership)).map(|b| b.account).collect();
                let mut query = BrowseQuery { limit: 100, ..BrowseQuery::default() };
                query.filters.insert(Field::Metric, vec![Some(metric.to_owned())]);
                if withdrawn {
                    query.filters.insert(Field::Standing, vec![Some("withdrawn".to_owned())]);
                } else {
                    let still = ["current", "cannot_tell"].map(|s| Some(s.to_owned()));
                    query.filters.insert(Field::Standing, still.to_vec());
                }
                let rows = desk.session.browse(&query).unwrap().rows;
                let listed: BTreeSet<EntryId> = rows.iter().map(|r| r.account).collect();
                prop_assert_eq!(listed, counted, "{} withdrawn {}", metric, withdrawn);
            }
        }
    }

    /// Whatever is typed is taken or refused with the names of fields, and what is taken reads back as the same draft.
    #[test]
    fn anything_typed_is_taken_or_refused(
        kind in prop::sample::select(&["person", "group", "incident", "holding", "facility", "custody", "access",
            "displacement", "toll", "statement", "x"][..]),
        when in "[0-9./ -]{0,12}|May 2031|unknown|soon|.{0,6}",
        age in "[0-9]{0,4}|about 40|unknown|.{0,6}",
        number in "[0-9]{0,20}|dozens|at least 4|3\\.\\.5|.{0,6}",
        words in ".{0,12}",
    ) {
        let mut desk = desk();
        let some = |s: &String| Some(s.clone());
        let people = kind == "person" || kind == "group";
        let draft = Draft {
            kind: kind.into(),
            note: some(&format!("note {words}")),
            names: vec![NameDraft::Text(words.clone())],
            age: some(&age).filter(|_| people),
            size: some(&number).filter(|_| kind == "group"),
            when: some(&when),
            place: some(&words),
            acts: if people { vec![ActDraft { kind: "killed".into(), ..ActDraft::default() }] } else { vec![] },
            statuses: if kind == "custody" { vec![StatusDraft { kind: "released".into(), when: some(&when), ..StatusDraft::default() }] } else { vec![] },
            metric: Some("killed".into()).filter(|_| kind == "toll"),
            number: some(&number).filter(|_| kind == "toll"),
            persons: some(&number).filter(|_| kind == "displacement"),
            measure: Some("flow".into()).filter(|_| kind == "displacement"),
            essential: Some("water".into()).filter(|_| kind == "access"),
            level: Some("denied".into()).filter(|_| kind == "access"),
            ..Draft::default()
        };
        match desk.session.record(&[draft], &[], None) {
            Ok(done) => {
                let id = done.accounts[0];
                let again = desk.session.draft_of(id).unwrap();
                // A wish that wishes nothing changes nothing: the draft of an account gives the account again.
                let changes = desk.session.amend(&ids(&[id]), &json!({}), "why", true).unwrap();
                prop_assert!(changes.changed.is_empty(), "{:?}", changes.changed);
                prop_assert!(!again.kind.is_empty());
            }
            Err(Error::Fields(fields)) => {
                prop_assert!(fields.iter().all(|f| !f.words.is_empty() && !f.mend.is_empty()));
            }
            Err(e) => prop_assert!(false, "{e}"),
        }
    }
}

#[test]
fn mended_twice_the_last_stands_and_the_first_leads_to_it() {
    let mut desk = desk();
    let id = desk.record(&person("Ada Venn", "killed"));
    let amend = |desk: &mut Desk, id, age: &str| {
        desk.session.amend(&ids(&[id]), &json!({"age": age}), "slip", false).unwrap().changed[0].now.unwrap()
    };
    let second = amend(&mut desk, id, "30");
    let third = amend(&mut desk, second, "31");
    assert!(desk.session.amend(&ids(&[id]), &json!({"age": "32"}), "slip", false).is_err());
    let draft = desk.session.draft_of(third).unwrap();
    assert_eq!(draft.age.as_deref(), Some("31"));
    let rule = Rule::built_in("literal").unwrap();
    let query = Query::from_names("killed", &[]).unwrap();
    let figures = desk.session.count(&query, &rule, None).unwrap().figures;
    let documented = figures[0].documented.as_ref().unwrap();
    assert_eq!((documented.low, documented.high, documented.withdrawn), (1, Some(1), 0));
}

#[test]
fn a_preview_writes_nothing_and_bulk_takes_a_batch_or_a_filter() {
    let mut desk = desk();
    let drafts: Vec<Draft> = (0..4).map(|n| person(&format!("Ada {n}"), "killed")).collect();
    let batch = desk.session.record(&drafts, &[], None).unwrap().batch.unwrap();
    desk.record(&person("Bo", "injured"));
    let of_batch = Selection { batch: Some(batch.to_string()), ..Selection::default() };
    let killed = Selection { filter: vec!["metric=killed".into()], ..Selection::default() };
    let before = desk.session.history().unwrap().len();
    for which in [&of_batch, &killed] {
        let look = desk
            .session
            .amend(which, &json!({"place": null, "acts[0].place": "Mirel"}), "why", true)
            .unwrap();
        assert_eq!((look.changed.len(), look.batch), (4, None));
        assert_eq!(look.changed[0].fields[0].field, "acts");
        assert_eq!(desk.session.withdraw(which, "why", true).unwrap().changed.len(), 4);
    }
    assert_eq!(desk.session.history().unwrap().len(), before);
    desk.session.withdraw(&killed, "why", false).unwrap();
    assert!(desk.session.withdraw(&killed, "why", true).is_err(), "nothing is left to withdraw");
    assert!(desk.session.withdraw(&of_batch, " ", true).is_err(), "a reason is needed");
}

#[test]
fn everything_that_does_not_fit_is_named_at_once() {
    let desk = desk();
    let draft = Draft {
        kind: "person".into(),
        age: Some("old".into()),
        scope: Some("all".into()),
        acts: vec![ActDraft { kind: "hugged".into(), when: Some("soon".into()), ..ActDraft::default() }],
        ..Draft::default()
    };
    let Err(Error::Fields(fields)) = desk.session.check_record(&[draft.clone(), draft]) else { panic!() };
    let names: Vec<&str> = fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(
        names,
        [
            "[0].scope",
            "[0].acts[0].type",
            "[0].acts[0].when",
            "[0].age",
            "[1].scope",
            "[1].acts[0].type",
            "[1].acts[0].when",
            "[1].age"
        ]
    );
}
