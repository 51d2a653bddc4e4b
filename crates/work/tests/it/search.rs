//! One word, whatever its marks, forms of letters or script; any text is a question; the step can stop and go on.

use cairn_work::{Error, How, Progress, Session, Silent};
use proptest::prelude::*;

use crate::{PEOPLE, Register, by};

const BULLETIN: &str = "Bulletin of the hospital\n\nوقال الطبيب مُحَمَّد إنّ ٣٥ شخصاً قُتلوا في قرية حرفينا.\n\
    At least 12 people were killed near Brackensole, the governor said. The doctor שלום עליכם waited.\n";

fn titles(session: &Session, text: &str) -> Vec<String> {
    session.search(text, &[], 50, None).unwrap().hits.into_iter().map(|h| h.title).collect()
}

#[test]
fn spellings_and_scripts_of_one_name_meet() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let session = &register.session;
    for (asked, found) in [
        ("سليم", "سَلِيم طارق الأولميري"),
        ("سَلِيم", "سَلِيم طارق الأولميري"),
        ("احمد", "أحمد أبو لمران"),
        ("أحمد ابو", "أحمد أبو لمران"),
        ("ابراهيم", "إبراهيم فؤاد زرمون"),
        ("Ibrahim", "إبراهيم فؤاد زرمون"),
        ("נועמ", "נועם בן־לומר"),
        ("Noam", "נועם בן־לומר"),
        ("Olena", "Олена Острозіренко"),
        ("Ostrozirenko", "Олена Острозіренко"),
        ("ОЛЕНА", "Олена Острозіренко"),
        ("Андрес", "Andrés Lumrán"),
        ("andres", "Andrés Lumrán"),
        ("olumran", "Rose O'Lumran"),
        ("strozir", "Олена Острозіренко"),
        ("T-4", "נועם בן־לומר"),
    ] {
        assert!(titles(session, asked).contains(&found.to_owned()), "{asked}: {:?}", titles(session, asked));
    }
    let answer = session.search("salim", &[], 10, None).unwrap();
    let how: Vec<(How, &str)> = answer.hits.iter().map(|h| (h.how, h.title.as_str())).collect();
    assert_eq!(how, [(How::Phrase, "Tarek Salim Ulmiri"), (How::Sound, "سَلِيم طارق الأولميري")]);
    assert_eq!(answer.hits[0].snippet.marks, [(6, 11)]);
    assert_eq!((answer.total, answer.kinds["person"], answer.indexing), (2, 2, None));
    assert_eq!(answer.hits[0].at.as_deref(), Some("row 2"));
}

#[test]
fn texts_are_found_at_their_place() {
    let mut register = Register::new();
    register.add("bulletin.txt", BULLETIN);
    for (asked, word) in [("محمد", "مُحَمَّد"), ("35", "٣٥"), ("שלומ", "שלום"), ("BRACKENSOLE", "Brackensole,")]
    {
        let answer = register.session.search(asked, &["document".into()], 10, None).unwrap();
        let hit = answer.hits.first().unwrap_or_else(|| panic!("{asked}"));
        let chars: Vec<char> = hit.snippet.text.chars().collect();
        let (from, to) = hit.snippet.marks[0];
        assert_eq!(chars[from..to].iter().collect::<String>(), word);
        let at: Vec<usize> =
            hit.at.as_ref().unwrap()["characters ".len()..].split('-').map(|n| n.parse().unwrap()).collect();
        let text: Vec<char> = BULLETIN.chars().collect();
        assert_eq!(text[at[0]..at[1]].iter().collect::<String>(), word);
    }
    assert!(register.session.search("x", &["nonsense".into()], 1, None).is_err());
}

#[test]
fn what_is_undone_is_not_found_and_found_again_when_it_is_brought_back() {
    let mut register = Register::new();
    let batch = register.import("people.csv", PEOPLE, &by("Clinic"));
    assert_eq!(titles(&register.session, "Olena").len(), 1);
    let undone = register.session.undo(&batch, None).unwrap();
    assert!(titles(&register.session, "Olena").is_empty());
    register.session.undo(&undone.batch.to_string(), None).unwrap();
    assert_eq!(titles(&register.session, "Olena").len(), 1);
}

/// Stops after the first chunk.
struct Stop(bool);

impl Progress for Stop {
    fn at(&mut self, _: &str, _: u64, _: Option<u64>) {
        self.0 = true;
    }
    fn cancelled(&self) -> bool {
        self.0
    }
}

/// A name of its own for each number.
fn letters(i: usize) -> String {
    let digit = |n: usize| char::from(b'a' + (n % 10) as u8);
    format!("Bo{}{}{}{}{}", digit(i), digit(i / 10), digit(i / 100), digit(i / 1000), digit(i / 10_000))
}

fn words(register: &mut Register) -> Vec<String> {
    let mut out = Vec::new();
    let store = register.session.store();
    store
        .index_words(&mut |hit, sound, at, word| {
            out.push(format!("{} {} {} {sound} {at} {word}", hit.owner, hit.part, hit.kind));
        })
        .unwrap();
    out.sort();
    out
}

#[test]
fn the_step_goes_on_where_it_stopped() {
    let mut list = String::from("name,sex,age,date of death\n");
    for i in 0..20_000 {
        list.push_str(&format!("Salim {} Tarvisi,m,{},2031-03-04\n", letters(i), i % 90));
    }
    let (mut whole, mut stopped) = (Register::new(), Register::new());
    for register in [&mut whole, &mut stopped] {
        register.import("long.csv", &list, &by("Clinic"));
    }
    assert_eq!(stopped.session.indexing().unwrap().done, 0, "a long list is indexed in a step of its own");
    whole.session.index(&mut Silent).unwrap();
    assert!(matches!(stopped.session.index(&mut Stop(false)), Err(Error::Cancelled)));
    let half = stopped.session.indexing().unwrap();
    assert!(half.done > 0 && half.done < half.total);
    let answer = stopped.session.search(&letters(19_999), &[], 1, None).unwrap();
    assert!(answer.hits.iter().all(|h| h.how > How::Words));
    assert_eq!(answer.indexing, Some(half), "it says that not everything is found yet");
    let mut stopped = stopped.reopened();
    assert!(stopped.session.index(&mut Silent).unwrap().is_whole());
    assert_eq!(titles(&stopped.session, &letters(19_999))[0], format!("Salim {} Tarvisi", letters(19_999)));
    assert_eq!(words(&mut whole), words(&mut stopped));
    assert!(stopped.session.verify_search(&mut Silent).unwrap().is_empty());
}

#[test]
fn any_text_is_a_question() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    register.add("bulletin.txt", BULLETIN);
    let session = &register.session;
    for text in [
        "",
        " ",
        "\"",
        "'",
        "*",
        "a*",
        "NEAR(a b)",
        "words : x",
        "AND",
        "a AND",
        "NOT a",
        "{words}:a",
        "(",
        "^a",
        "a\0b",
        "\u{202e}",
        "-",
        "=1",
        "a OR b",
        "%_",
        "\u{fdfa}",
        "𝕊𝕒𝕝",
        "ﷺﷺ",
        "''''",
        "\\",
    ] {
        let answer = session.search(text, &[], 5, None).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        assert!(answer.total <= 30, "{text:?}");
    }
    proptest!(ProptestConfig::with_cases(64), |(bytes in prop::collection::vec(any::<u8>(), 0..40), words in ".{0,30}")| {
        session.search(&String::from_utf8_lossy(&bytes), &[], 5, None).unwrap();
        session.search(&words, &[], 5, None).unwrap();
    });
}

#[test]
fn an_entry_is_forgotten_with_the_words_that_only_it_held() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let hit = register.session.search("Andrés", &[], 1, None).unwrap().hits.remove(0);
    register.session.store().forget_words(hit.id, &["andres".into(), "lumran".into()]).unwrap();
    assert!(titles(&register.session, "Andres").is_empty());
    assert!(!words(&mut register).iter().any(|w| w.ends_with("andres")));
    assert!(register.session.store().words_with("andr", 9).unwrap().is_empty());
}

#[test]
fn verification_names_a_batch_whose_words_are_not_those_of_its_entries() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    assert!(register.session.verify_search(&mut Silent).unwrap().is_empty());
    let hit = register.session.search("Andrés", &[], 1, None).unwrap().hits.remove(0);
    register.session.store().forget_words(hit.id, &[]).unwrap();
    let findings = register.session.verify_search(&mut Silent).unwrap();
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].code, findings[0].at.clone()), ("search", format!("batch {}", hit.batch)));
}
