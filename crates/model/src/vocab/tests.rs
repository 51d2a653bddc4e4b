use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::{AccessLevel, Class, ConsentState, CorrectionStance, Gap, Kind, Measure, Qualifier, Verdict};

/// Characters that turn text around or are not seen.
fn stray(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

fn clean(text: &str) -> bool {
    !text.is_empty() && text == text.trim() && !text.contains("  ") && !text.chars().any(stray)
}

/// The scripts a label may hold: its language's own, with the digits, signs and Latin names that standards use.
fn written_in(language: &str, text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let own = |c: char| match language {
        "ar" => ('\u{600}'..='\u{6ff}').contains(&c),
        "he" => ('\u{590}'..='\u{5ff}').contains(&c),
        "uk" => ('\u{400}'..='\u{4ff}').contains(&c),
        _ => c.is_ascii() || ('\u{c0}'..='\u{17f}').contains(&c),
    };
    let (own, other): (Vec<char>, Vec<char>) = letters.partition(|c| own(*c));
    !own.is_empty() && other.len() <= own.len()
}

#[test]
fn every_file_of_the_folder_is_read_and_named_after_its_list() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("vocab");
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "languages")
        .collect();
    there.sort();
    let named: Vec<&str> = files::LISTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(named, there);
    for (name, text) in files::LISTS {
        assert_eq!(read::<Vocabulary>(text).name, *name);
    }
}

#[test]
fn versions_and_origins_are_stated() {
    for list in all() {
        assert!(list.version.parse::<u32>().is_ok_and(|v| v > 0), "{}: version {}", list.name, list.version);
        assert!(clean(&list.publisher) && clean(&list.standard), "{}", list.name);
        assert!((1980..=2100).contains(&list.year), "{}: {}", list.name, list.year);
        assert!(list.publisher == "Cairn" || !list.page.is_empty(), "{}: no page", list.name);
    }
}

#[test]
fn codes_are_unique_and_parents_exist_without_rings() {
    for list in all() {
        let codes: BTreeSet<&str> = list.codes.iter().map(|c| c.code.as_str()).collect();
        assert_eq!(codes.len(), list.codes.len(), "{}", list.name);
        for code in &list.codes {
            assert!(
                clean(&code.code) && !code.code.contains(char::is_whitespace),
                "{}:{}",
                list.name,
                code.code
            );
            let mut seen = BTreeSet::new();
            let mut at = code;
            while let Some(parent) = &at.parent {
                assert!(seen.insert(parent), "{}:{} is above itself", list.name, code.code);
                at = list
                    .get(parent)
                    .unwrap_or_else(|| panic!("{}:{}: no parent {parent}", list.name, code.code));
            }
        }
    }
}

#[test]
fn what_readers_see_is_there_in_every_whole_language() {
    let whole: Vec<&str> = languages().iter().filter(|l| l.whole).map(|l| l.code.as_str()).collect();
    assert_eq!(whole, ["en", "ar", "he", "uk", "es"]);
    for list in all() {
        let needed: &[&str] = if list.shown || list.publisher == "Cairn" { &whole } else { &["en"] };
        let texts =
            std::iter::once((&list.name, &list.title)).chain(list.codes.iter().map(|c| (&c.code, &c.label)));
        for (code, labels) in texts {
            for language in needed {
                assert!(labels.get(language).is_some(), "{}:{code} has no label in {language}", list.name);
            }
            for (language, text) in labels.iter() {
                assert!(languages().iter().any(|l| l.code == language), "{}:{code}: {language}", list.name);
                assert!(clean(text), "{}:{code}: stray characters in {text:?}", list.name);
                assert!(written_in(language, text), "{}:{code}: {text:?} is not {language}", list.name);
            }
        }
    }
}

#[test]
fn labels_tell_codes_apart() {
    for list in all() {
        for language in languages() {
            let mut seen = BTreeMap::new();
            for code in &list.codes {
                if let Some(text) = code.label.get(&language.code) {
                    let before = seen.insert(text, &code.code);
                    assert_eq!(before, None, "{}: {text:?} stands for {} too", list.name, code.code);
                }
            }
        }
    }
}

#[test]
fn one_word_finds_one_code() {
    for list in all().iter().filter(|l| l.publisher == "Cairn") {
        for code in &list.codes {
            for word in code.words() {
                assert!(clean(word), "{}:{}: {word:?}", list.name, code.code);
                let wanted = word.to_lowercase();
                let found = list.find(|w| w.to_lowercase() == wanted);
                let found: Vec<&str> = found.iter().map(|c| c.code.as_str()).collect();
                assert_eq!(found, [code.code.as_str()], "{}: {word:?}", list.name);
            }
        }
    }
}

#[test]
fn enums_of_the_model_are_on_their_lists() {
    let holds = |list: &str, codes: &[&str]| {
        let list = get(list).unwrap();
        for code in codes {
            assert!(list.has(code), "{} lacks {code}", list.name);
        }
    };
    holds("kind", &Kind::ALL.map(Kind::code));
    let levels = [AccessLevel::Denied, AccessLevel::Restricted, AccessLevel::Restored, AccessLevel::Supplied];
    holds("access", &levels.map(AccessLevel::code));
    holds("displacement", &[Measure::Stock, Measure::Flow].map(Measure::code));
    holds("gap", &[Gap::NotApplicable, Gap::Refused, Gap::Unknown].map(Gap::code));
    let stances = [
        CorrectionStance::Clarifies,
        CorrectionStance::Corrects,
        CorrectionStance::Disputes,
        CorrectionStance::Retracts,
    ];
    holds("correction", &stances.map(CorrectionStance::code));
    holds("judgement", &[Verdict::Same, Verdict::Different, Verdict::Unsure].map(Verdict::code));
    let states =
        [ConsentState::Given, ConsentState::PublicList, ConsentState::Refused, ConsentState::Withdrawn];
    holds("consent_state", &states.map(ConsentState::code));
    let all = [Qualifier::Exact, Qualifier::AtLeast, Qualifier::AtMost, Qualifier::About, Qualifier::Vague];
    holds("qualifier", &all.map(Qualifier::code));
    holds("protection", &Class::ALL.map(Class::name));
    for list in super::all() {
        for code in &list.codes {
            holds("kind", &code.applies_to.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

#[test]
fn mappings_lead_somewhere_and_do_not_contradict_each_other() {
    for list in all() {
        for code in &list.codes {
            let mut targets = BTreeSet::new();
            let all = [&code.exact, &code.broader, &code.narrower, &code.related];
            for target in all.into_iter().flatten() {
                let at =
                    CodeRef::parse(target).unwrap_or_else(|| panic!("{}:{}: {target}", list.name, code.code));
                let there = get(at.list).is_some_and(|l| l.has(at.code));
                assert!(there && at.list != list.name, "{}:{}: {target} is not there", list.name, code.code);
                assert!(targets.insert(target), "{}:{}: {target} twice", list.name, code.code);
            }
        }
    }
    let all = mappings();
    let mut pairs = BTreeMap::new();
    for m in &all {
        let before = pairs.insert((m.from, m.to), m.relation);
        assert_eq!(before, None, "{} and {} are compared in two ways", m.from, m.to);
    }
    for ((from, to), relation) in &pairs {
        assert_eq!(pairs.get(&(*to, *from)), Some(&relation.reversed()), "{from} and {to}");
    }
    let mut same = BTreeMap::new();
    for m in all.iter().filter(|m| m.relation == Relation::Exact) {
        let before = same.insert((m.from, m.to.list), m.to.code);
        assert_eq!(before, None, "{} is the same as two codes of {}", m.from, m.to.list);
    }
}

#[test]
fn a_mapping_is_written_once() {
    for list in all() {
        for code in &list.codes {
            for m in crosswalk::written(list, code) {
                let other = get(m.to.list).unwrap();
                let back = crosswalk::written(other, other.get(m.to.code).unwrap());
                assert!(
                    !back.into_iter().any(|b| b.to == m.from),
                    "{} and {} are compared twice",
                    m.from,
                    m.to
                );
            }
        }
    }
}

#[test]
fn a_crosswalk_goes_through_a_third_list_where_that_can_be_said() {
    let found = crosswalk("acled_event", "sdg_cause");
    let line = |code: &str| found.iter().find(|m| m.from.code == code).map(|m| (m.to.code, m.relation));
    assert_eq!(line("remote_explosive"), Some(("planted_explosive", Relation::Exact)));
    assert_eq!(line("protests"), None);
    let direct = crosswalk("sex", "sdg_sex");
    assert!(direct.iter().all(|m| m.via.is_none()) && direct.len() == 3);
    assert_eq!(Relation::Broader.then(Relation::Narrower), None);
    for (from, to) in [("acled_event", "sdg_cause"), ("dtm_damage", "unosat_damage")] {
        let there: BTreeSet<_> =
            crosswalk(from, to).into_iter().map(|m| (m.from, m.to, m.relation)).collect();
        let back = crosswalk(to, from).into_iter().map(|m| (m.to, m.from, m.relation.reversed())).collect();
        assert_eq!(there, back);
    }
}

/// Translations of HURIDOCS list 41 that circulate have these two exchanged.
#[test]
fn likely_and_unlikely_are_not_exchanged() {
    let list = get("huridocs_status").unwrap();
    let words = [
        ("en", "Unlikely", "Possible", "Likely"),
        ("ar", "غير مرجَّح", "ممكن", "مرجَّح"),
        ("he", "לא סביר", "אפשרי", "סביר"),
        ("uk", "Малоймовірно", "Можливо", "Імовірно"),
        ("es", "Improbable", "Posible", "Probable"),
    ];
    for (language, unlikely, possible, likely) in words {
        let label = |code| list.label_in(code, language);
        assert_eq!(label("020000000000"), unlikely);
        assert_eq!(label("030000000000"), possible);
        assert_eq!(label("040000000000"), likely);
    }
    for (language, reliable, unreliable) in [
        ("es", "Probablemente fiable", "Probablemente no fiable"),
        ("uk", "Імовірно надійне", "Імовірно ненадійне"),
    ] {
        let list = get("huridocs_reliability").unwrap();
        assert_eq!(list.label_in("020000000000", language), reliable);
        assert_eq!(list.label_in("040000000000", language), unreliable);
    }
}
