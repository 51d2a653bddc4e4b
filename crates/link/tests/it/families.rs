//! Lists of whole families: brothers and sisters share all names but one, and are many people, not one.

use crate::common::{Dice, run};
use cairn_link::{Linkage, Options, Table};

const GIVEN: [&str; 16] = [
    "Adan", "Belor", "Ciran", "Dovel", "Elmar", "Faron", "Goral", "Hiven", "Ilvar", "Jorin", "Kelan",
    "Lurem", "Mirel", "Nadov", "Orsin", "Pelam",
];
const FAMILY: [&str; 14] = [
    "Varneth", "Tolmir", "Sandrel", "Quorin", "Pelvas", "Ormund", "Nastrel", "Mirvane", "Lorvek", "Kastrel",
    "Jendral", "Hospov", "Grelin", "Fasteren",
];

struct Person {
    name: String,
    sex: &'static str,
    age: usize,
    died: String,
    place: &'static str,
}

/// People in families of three: one father, one family name, one place, and when `together` one day.
fn people(n: usize, together: bool, dice: &mut Dice) -> Vec<Person> {
    let mut out = Vec::new();
    while out.len() < n {
        let (father, grand) = (GIVEN[dice.roll(16)], GIVEN[dice.roll(16)]);
        let (family, place) = (FAMILY[dice.roll(14)], FAMILY[dice.roll(14)]);
        let (first, day) = (dice.roll(16), (1 + dice.roll(12), 1 + dice.roll(28)));
        for child in 0..3 {
            let own = if together { day } else { (1 + dice.roll(12), 1 + dice.roll(28)) };
            out.push(Person {
                name: format!("{} {father} {grand} {family}", GIVEN[(first + 5 * child) % 16]),
                sex: ["m", "f"][dice.roll(2)],
                age: 1 + dice.roll(80),
                died: format!("2031-{:02}-{:02}", own.0, own.1),
                place,
            });
        }
    }
    out.truncate(n);
    out
}

/// A list of some of them, with a slip in every ninth given name.
fn list(people: &[Person], dice: &mut Dice) -> Table {
    let mut t = Table::new("list.csv", &["id", "name", "sex", "age", "date of death", "place"]);
    for p in people {
        let slip = dice.roll(9) == 0;
        let name = if slip { p.name.replacen('o', "u", 1).replacen('a', "aa", 1) } else { p.name.clone() };
        let age = if dice.roll(8) == 0 { String::new() } else { p.age.to_string() };
        t.push_row(["", &name, p.sex, &age, &p.died, p.place]);
    }
    t
}

fn linked(n: usize, first: usize, second: usize, together: bool, seed: u64) -> Linkage {
    let mut dice = Dice::new(seed);
    let people = people(n, together, &mut dice);
    let tables = [list(&people[..first], &mut dice), list(&people[second..], &mut dice)];
    run(&tables, &Options::default())
}

#[test]
fn brothers_and_sisters_of_small_lists_are_many_people() {
    for seed in 1..=10 {
        for together in [false, true] {
            let found = linked(150, 120, 60, together, seed);
            let p = found.people;
            println!("together {together}, seed {seed}: {p:?}");
            assert!(p.clusters.abs_diff(150) <= 6, "150 people, {p:?}");
            assert!((p.lower - 0.5..=p.upper + 0.5).contains(&150.0), "150 people, {p:?}");
        }
    }
}

#[test]
fn what_is_assumed_of_relatives_is_said() {
    let said = |found: &Linkage| found.warnings.iter().any(|w| w.code == "few_relatives");
    assert!(said(&linked(20, 15, 5, true, 1)));
    assert!(!said(&linked(900, 700, 300, true, 1)));
}
