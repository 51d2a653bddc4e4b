//! While a name is typed, those on record like it.

use cairn_work::{Hints, Session};

use crate::{PEOPLE, Register, by};

fn nearest(session: &Session, name: &str, hints: &Hints) -> Vec<String> {
    session.nearest(name, hints, 8).unwrap().nearest.into_iter().map(|n| n.row.names[0].clone()).collect()
}

#[test]
fn a_half_typed_name_finds_its_like_in_any_script() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let session = &register.session;
    for (typed, found) in [
        ("Olena Ostro", "Олена Острозіренко"),
        ("Елена Острозиренко", "Олена Острозіренко"),
        ("Salim Tar", "سَلِيم طارق الأولميري"),
        ("Ahmad Abu Lum", "أحمد أبو لمران"),
        ("Andr", "Andrés Lumrán"),
        ("Noam Ben Lumar", "נועם בן־לומר"),
        ("ابراهيم فؤ", "إبراهيم فؤاد زرمون"),
    ] {
        let got = nearest(session, typed, &Hints::default());
        assert_eq!(got.first().map(String::as_str), Some(found), "{typed}: {got:?}");
    }
    assert!(nearest(session, "Zyx Qwerty", &Hints::default()).is_empty());
    for nothing in ["", " ", "\0", "…"] {
        assert!(nearest(session, nothing, &Hints::default()).is_empty(), "{nothing:?}");
    }
}

#[test]
fn what_else_is_known_orders_equals_and_withdrawn_batches_are_not_offered() {
    let mut register = Register::new();
    let list = "name,sex,age,place\nSalim Tarvisi,m,60,Harvenna\nSalim Tarvisi,m,12,Brackensole\n";
    let batch = register.import("people.csv", list, &by("Clinic"));
    let hints = |age: &str| Hints { age: Some(age.parse().unwrap()), ..Hints::default() };
    let first = |h: &Hints| {
        let near = register.session.nearest("Saleem Tarvisi", h, 1).unwrap().nearest.remove(0);
        (near.row.age.unwrap().0, near.hints)
    };
    assert_eq!(first(&hints("10/14")), (12, vec!["age_fits"]));
    assert_eq!(first(&hints("55/65")), (60, vec!["age_fits"]));
    let place = Hints { place: Some("براكنسول".into()), ..Hints::default() };
    assert_eq!(first(&place), (12, vec!["same_place"]));
    register.session.undo(&batch, None).unwrap();
    assert!(nearest(&register.session, "Salim Tarvisi", &Hints::default()).is_empty());
}

#[test]
fn the_word_itself_comes_before_a_rare_word_like_it() {
    let mut register = Register::new();
    let mut list = String::from("name,age\nSalim Yusuf,40\n");
    for family in ["الأولميري", "زرمون", "أبو لمران", "الحرفيني", "التارفيسي", "الأورفيني"]
    {
        list.push_str(&format!("سلمى {family},40\n"));
    }
    register.import("people.csv", &list, &by("Clinic"));
    let got = nearest(&register.session, "سلمى", &Hints::default());
    assert!(got.first().is_some_and(|name| name.starts_with("سلمى")), "{got:?}");
}
