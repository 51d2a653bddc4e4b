//! Linking within a register, on invented lists.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cairn_count::{Query, Rule};
use cairn_model::{EntryId, Verdict};
use cairn_work::record::Selection;
use cairn_work::{Error, ImportOptions, Linked, Linking, Progress, Silent};

use crate::{Register, by};

const GIVEN: [&str; 16] = [
    "Adan", "Belor", "Ciran", "Dovel", "Elmar", "Faron", "Goral", "Hiven", "Ilvar", "Jorin", "Kelan",
    "Lurem", "Mirel", "Nadov", "Orsin", "Pelam",
];
const FAMILY: [&str; 14] = [
    "Varneth", "Tolmir", "Sandrel", "Quorin", "Pelvas", "Ormund", "Nastrel", "Mirvane", "Lorvek", "Kastrel",
    "Jendral", "Hospov", "Grelin", "Fasteren",
];

/// A number below `most` that depends on person, trait and nothing else.
fn pick(n: usize, trait_of: u64, most: usize) -> usize {
    let mut x = (n as u64) << 8 | trait_of;
    for k in [0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB_u64] {
        x = (x ^ (x >> 30)).wrapping_add(0x9E37_79B9_7F4A_7C15).wrapping_mul(k);
    }
    ((x ^ (x >> 31)) % most as u64) as usize
}

/// Invented person `n`, as list `l` writes them: every fifth is the brother or sister of the one before.
pub fn row(n: usize, l: usize) -> String {
    let house = if n % 5 == 4 { n - 1 } else { n };
    // Brothers and sisters have different names.
    let given = GIVEN[(pick(house, 1, 16) + 5 * (n - house)) % 16];
    let (father, family, second) =
        (GIVEN[pick(house, 2, 16)], FAMILY[pick(house, 3, 14)], FAMILY[pick(house, 4, 14)]);
    let slip = pick(n, 10 + l as u64, 9) == 0;
    let given = if slip { given.replacen('o', "u", 1).replacen('a', "aa", 1) } else { given.to_owned() };
    let sex = ["m", "f"][pick(n, 5, 2)];
    let age = if pick(n, 20 + l as u64, 8) == 0 { String::new() } else { (1 + pick(n, 6, 80)).to_string() };
    let (month, day) = (1 + pick(n, 7, 12), 1 + pick(n, 8, 28));
    let place = FAMILY[pick(house, 9, 14)];
    format!("{given} {father} {family} {second},{sex},{age},2031-{month:02}-{day:02},{place}")
}

/// A list of these people, with a key of its own.
pub fn list(people: impl Iterator<Item = usize>, l: usize) -> String {
    let mut out = "id,name,sex,age,date of death,place\n".to_owned();
    for n in people {
        writeln!(out, "L{l}-{n},{}", row(n, l)).unwrap();
    }
    out
}

fn killed(register: &Register) -> (u64, u64) {
    let rule = Rule::built_in("literal").unwrap();
    let answer = register.session.count(&Query::from_names("killed", &[]).unwrap(), &rule, None).unwrap();
    let documented = answer.figures[0].documented.as_ref().unwrap();
    (documented.low, documented.high.unwrap())
}

fn link(register: &mut Register) -> Linked {
    register.session.link(&Linking::default(), &mut Silent).unwrap()
}

/// Every account that counts, with the key of its row and its subject.
fn everybody(register: &Register) -> Vec<(EntryId, String, EntryId)> {
    let rule = Rule::built_in("literal").unwrap();
    let behind = register.session.explain("killed", &[], &rule, None, (0, 10_000)).unwrap();
    let row = |r: cairn_work::BehindRow| (r.account, r.words.cells.unwrap()[0].1.clone(), r.subject);
    behind.accounts.into_iter().map(row).collect()
}

/// Who is one person, by the keys of their rows.
fn bonds(register: &Register) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<EntryId, Vec<String>> = BTreeMap::new();
    for (_, key, subject) in everybody(register) {
        groups.entry(subject).or_default().push(key);
    }
    let mut out: Vec<Vec<String>> = groups.into_values().filter(|g| g.len() > 1).collect();
    out.iter_mut().for_each(|g| g.sort());
    out.sort();
    out
}

fn person(name: &str) -> &str {
    name.split_once('-').unwrap().1
}

fn find(register: &Register, key: &str) -> EntryId {
    everybody(register).into_iter().find(|(_, name, _)| name == key).unwrap().0
}

fn judge(register: &mut Register, a: EntryId, b: EntryId, verdict: Verdict) {
    let which = Selection { ids: vec![a.to_string(), b.to_string()], ..Selection::default() };
    register.session.judge(&which, verdict, "seen", false).unwrap();
}

fn two_lists() -> Register {
    let mut register = Register::new();
    register.import("a.csv", &list(0..120, 1), &by("Clinic"));
    register.import("b.csv", &list(60..150, 2), &by("Monitor"));
    register
}

#[test]
fn lists_are_linked_and_undo_brings_back_what_was() {
    let mut register = two_lists();
    assert_eq!(killed(&register), (210, 210));
    let preview = Linking { preview: true, ..Linking::default() };
    let would = register.session.link(&preview, &mut Silent).unwrap();
    assert_eq!((would.batch, killed(&register)), (None, (210, 210)));
    let done = link(&mut register);
    assert_eq!(Linked { batch: None, position: would.position.clone(), ..done.clone() }, would);
    let (low, high) = killed(&register);
    assert!((150 - low.min(150)) <= 4 && high.abs_diff(150) <= 4, "150 people, counted as {low} to {high}");
    assert_eq!(210 - high, done.stands.same);
    let bonds = bonds(&register);
    let wrong = bonds.iter().filter(|g| g.iter().any(|m| person(m) != person(&g[0]))).count();
    assert!(wrong <= 1 && bonds.len() > 55, "{wrong} of {} are mistaken: {bonds:?}", bonds.len());
    let undone = register.session.undo(&done.batch.unwrap().to_string(), None).unwrap();
    assert_eq!((killed(&register), undone.brought_back), ((210, 210), false));
    register.session.undo(&undone.batch.to_string(), None).unwrap();
    assert_eq!(killed(&register), (low, high));
    // A link shows on the page of its subject, with the model and the weight of the pair itself.
    let id = find(&register, &bonds[0][0]);
    let subject = register.session.subject(&id.to_string(), None).unwrap();
    let link = subject.history.iter().find(|h| h.what == "judgement").unwrap();
    assert_eq!((link.act.as_str(), link.model.as_deref()), ("link", Some("cairn-link 1")));
    assert!(link.score.unwrap() >= 0.95 && link.reason.as_ref().unwrap().contains("from 0.95"), "{link:?}");
}

#[test]
fn linking_twice_writes_nothing() {
    let mut register = two_lists();
    let first = link(&mut register);
    let again = link(&mut register);
    assert_eq!((again.batch, again.new, again.compared), (None, 0, 0));
    assert_eq!((again.stands, again.position), (first.stands, first.position));
    // Also when everything is weighed or compared anew.
    for how in [
        Linking { seed: Some(0), ..Linking::default() },
        Linking { anew: true, ..Linking::default() },
        Linking { review: 10, ..Linking::default() },
    ] {
        let again = register.session.link(&how, &mut Silent).unwrap();
        assert_eq!((again.batch, again.stands), (None, first.stands), "{how:?}");
    }
}

#[test]
fn a_new_list_is_compared_with_the_others_and_nobody_else_is() {
    let lists = [list(0..120, 1), list(60..150, 2), list((30..90).chain(140..170), 3)];
    let mut at_once = Register::new();
    let mut by_and_by = Register::new();
    for (n, text) in lists.iter().enumerate() {
        at_once.import(&format!("{n}.csv"), text, &by("Clinic"));
        by_and_by.import(&format!("{n}.csv"), text, &by("Clinic"));
        if n > 0 {
            link(&mut by_and_by);
        }
    }
    let whole = link(&mut at_once);
    let history = by_and_by.session.history().unwrap();
    assert_eq!(history.iter().filter(|h| h.act == "link" && h.undone_by.is_none()).count(), 2);
    assert_eq!(bonds(&by_and_by), bonds(&at_once));
    assert_eq!(killed(&by_and_by), killed(&at_once));
    // The last list alone was new.
    by_and_by.session.undo(&history.last().unwrap().batch.to_string(), None).unwrap();
    let last = link(&mut by_and_by);
    assert_eq!((last.persons, last.new), (300, 90));
    assert!(last.compared < whole.compared && last.weighed_again > 0, "{last:?}");
    assert_eq!(last.lists.iter().map(|l| l.new).collect::<Vec<_>>(), [0, 0, 90]);
}

#[test]
fn people_have_the_last_word() {
    let mut register = two_lists();
    let done = link(&mut register);
    let joined = bonds(&register)[3].clone();
    let (a, b) = (find(&register, &joined[0]), find(&register, &joined[1]));
    judge(&mut register, a, b, Verdict::Different);
    let (c, d) = (find(&register, "L1-0"), find(&register, "L2-149"));
    judge(&mut register, c, d, Verdict::Same);
    let subject = |r: &Register, id: EntryId| r.session.subject(&id.to_string(), None).unwrap().subject;
    for anew in [false, true, false] {
        let again = register.session.link(&Linking { anew, ..Linking::default() }, &mut Silent).unwrap();
        assert_eq!(again.stands.by_people, 2);
        assert_ne!(subject(&register, a), subject(&register, b));
        assert_eq!(subject(&register, c), subject(&register, d));
    }
    // What people said is theirs: the linkage undone, it still holds.
    for row in register.session.history().unwrap().iter().filter(|h| h.act == "link" && h.undone_by.is_none())
    {
        register.session.undo(&row.batch.to_string(), None).unwrap();
    }
    assert_eq!(subject(&register, c), subject(&register, d));
    assert_eq!(bonds(&register).len(), 1);
    assert!(done.batch.is_some());
}

#[test]
fn who_counts_no_more_takes_no_part() {
    let mut register = two_lists();
    let third = register.import("c.csv", &list(0..40, 3), &by("Elder"));
    register.session.undo(&third, None).unwrap();
    let (mended, gone) = (find(&register, "L1-70"), find(&register, "L1-80"));
    let one = |id: EntryId| Selection { ids: vec![id.to_string()], ..Selection::default() };
    register.session.withdraw(&one(gone), "a slip", false).unwrap();
    let now =
        register.session.amend(&one(mended), &serde_json::json!({"sex": null}), "a slip", false).unwrap();
    let done = link(&mut register);
    assert_eq!((done.persons, done.lists.len()), (209, 2));
    let of = |id: EntryId| register.session.subject(&id.to_string(), None).unwrap().accounts.len();
    assert_eq!(of(gone), 1);
    assert_eq!(of(now.changed[0].now.unwrap()), 3, "the slip, what stands for it, and the monitor's row");
    // A list that is brought back is new.
    let history = register.session.history().unwrap();
    let undo = history.iter().find(|h| h.undoes.iter().any(|b| b.to_string() == third)).unwrap();
    register.session.undo(&undo.batch.to_string(), None).unwrap();
    let done = link(&mut register);
    assert_eq!((done.persons, done.new), (249, 40));
    assert!(done.changes.added >= 35, "{done:?}");
}

#[test]
fn versions_of_one_list_are_one_list_and_decisions_follow_its_keys() {
    let version = |because: Option<&str>| ImportOptions {
        series: Some("clinic".into()),
        key: Some("id".into()),
        because: because.map(str::to_owned),
        ..by("Clinic")
    };
    let mut register = Register::new();
    register.import("1.csv", &list(0..120, 1), &version(None));
    register.import("b.csv", &list(60..150, 2), &by("Monitor"));
    link(&mut register);
    let joined = bonds(&register)[0].clone();
    let (a, b) = (find(&register, &joined[0]), find(&register, &joined[1]));
    judge(&mut register, a, b, Verdict::Different);
    let (c, d) = (find(&register, "L1-3"), find(&register, "L2-149"));
    judge(&mut register, c, d, Verdict::Same);
    let before = killed(&register);
    register.import("2.csv", &list(0..125, 1), &version(Some("new-version")));
    let done = link(&mut register);
    assert_eq!((done.persons, done.new), (215, 125));
    let now = everybody(&register);
    assert!(now.iter().all(|(id, ..)| *id != a && *id != c), "rows of the first version count no more");
    let subject = |id: EntryId| register.session.subject(&id.to_string(), None).unwrap().subject;
    let (a, c) = (find(&register, &joined[0]), find(&register, "L1-3"));
    assert_ne!(subject(a), subject(b));
    assert_eq!(subject(c), subject(d));
    let (low, high) = killed(&register);
    assert!(low.abs_diff(before.0) <= 6 && high.abs_diff(before.1) <= 6, "{before:?}, then {low} to {high}");
    assert_eq!(link(&mut register).batch, None);
}

#[test]
fn the_order_of_rows_and_of_lists_does_not_matter() {
    let turned = |text: &str| {
        let (header, rows) = text.split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        rows.rotate_left(17);
        format!("{header}\n{}\n", rows.join("\n"))
    };
    let (a, b) = (list(0..120, 1), list(60..150, 2));
    let mut register = Register::new();
    register.import("b.csv", &turned(&b), &by("Monitor"));
    register.import("a.csv", &turned(&a), &by("Clinic"));
    let (mut straight, mut other) = (two_lists(), register);
    let (one, two) = (link(&mut straight), link(&mut other));
    assert_eq!((bonds(&straight), killed(&straight)), (bonds(&other), killed(&other)));
    assert_eq!((one.stands, one.people, one.precision), (two.stands, two.people, two.precision));
}

/// Says stop after so many steps.
struct Stops(u32);

impl Progress for Stops {
    fn at(&mut self, _: &str, _: u64, _: Option<u64>) {
        self.0 = self.0.saturating_sub(1);
    }

    fn cancelled(&self) -> bool {
        self.0 == 0
    }
}

#[test]
fn stopped_at_any_step_nothing_is_written() {
    let mut register = two_lists();
    let before = register.session.history().unwrap();
    let mut stopped = 0;
    for steps in 0..30 {
        match register.session.link(&Linking::default(), &mut Stops(steps)) {
            Err(Error::Cancelled) => {
                stopped += 1;
                assert_eq!(register.session.history().unwrap(), before, "after {steps} steps");
            }
            Ok(done) => {
                assert!(done.batch.is_some() && stopped > 3, "stopped {stopped} times");
                return;
            }
            Err(e) => panic!("{e}"),
        }
    }
    panic!("never done");
}

#[test]
fn what_cannot_be_linked_is_said() {
    let mut register = Register::new();
    let empty = register.session.link(&Linking::default(), &mut Silent);
    assert!(matches!(empty, Err(Error::Nothing(words)) if words.contains("two persons")));
    let wrong = Linking { threshold: Some(0.4), unsure: Some(0.9), ..Linking::default() };
    assert!(two_lists().session.link(&wrong, &mut Silent).is_err());
}
