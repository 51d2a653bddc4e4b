//! Lists that say one thing in different columns.

use crate::common::{Dice, run};
use cairn_link::{Linkage, Options, Quality, RecordNames, Table, evaluate, infer};
use std::collections::BTreeMap;

const GIVEN: [&str; 24] = [
    "Adan", "Belor", "Ciran", "Dovel", "Elmar", "Faron", "Goral", "Hiven", "Ilvar", "Jorin", "Kelan",
    "Lurem", "Mirel", "Nadov", "Orsin", "Pelam", "Quelo", "Rosam", "Selvi", "Tamor", "Ulgen", "Vendra",
    "Wimel", "Yoran",
];
const STARTS: [&str; 9] = ["Var", "Tol", "San", "Quor", "Pel", "Orm", "Nas", "Lor", "Kas"];
const ENDS: [&str; 8] = ["neth", "mir", "drel", "vane", "vas", "und", "bok", "tiss"];

fn family(dice: &mut Dice) -> String {
    format!("{}{}", STARTS[dice.roll(9)], ENDS[dice.roll(8)])
}

/// Links across two lists whose ids end in the number of the person.
fn quality(tables: &[Table]) -> (Quality, Linkage) {
    let found = run(tables, &Options { across_only: true, ..Options::default() });
    let names = RecordNames::new(tables, &tables.iter().map(infer).collect::<Vec<_>>());
    let truth: BTreeMap<String, String> = (tables.iter().enumerate())
        .flat_map(|(t, table)| (0..table.rows()).map(move |row| (t, row)))
        .map(|(t, row)| cairn_link::RecordRef { table: t as u16, row: row as u32 })
        .map(|r| (names.name(r), names.name(r)[1..].to_owned()))
        .collect();
    let pairs: Vec<(String, String)> =
        found.pairs.iter().map(|l| (names.name(l.left), names.name(l.right))).collect();
    let side = |r: &str| u32::from(r.starts_with('R'));
    (evaluate(pairs.iter().map(|p| (p.0.as_str(), p.1.as_str())), &truth, Some(&side)), found)
}

#[test]
fn given_names_and_families_in_columns_beside_whole_names() {
    let mut dice = Dice::new(5);
    let mut left = Table::new("left.csv", &["id", "given names", "family names", "age", "place"]);
    let mut right = Table::new("right.csv", &["id", "full name", "age", "place"]);
    for i in 0..900 {
        let given = [GIVEN[dice.roll(24)], GIVEN[dice.roll(24)]];
        let families = [family(&mut dice), family(&mut dice)];
        let (age, place) = ((1 + dice.roll(80)).to_string(), format!("Place {}", dice.roll(12)));
        let both = dice.roll(2) == 0;
        let said = if both { given.join(" ") } else { given[0].to_owned() };
        if dice.roll(3) > 0 {
            left.push_row([format!("L{i}").as_str(), &said, &families.join(" "), &age, &place]);
        }
        if dice.roll(3) > 0 {
            // The second given name is often left out, the second family name sometimes.
            let given = if both && dice.roll(3) > 0 { &said } else { given[0] };
            let families = if dice.roll(4) == 0 { families[0].clone() } else { families.join(" ") };
            right.push_row([format!("R{i}").as_str(), &format!("{families}, {given}"), &age, &place]);
        }
    }
    let (quality, _) = quality(&[left, right]);
    assert!(quality.f1 >= 0.97, "{quality:?}");
}

#[test]
fn birth_dates_on_one_list_and_ages_on_the_other() {
    let mut dice = Dice::new(6);
    let mut left = Table::new("left.csv", &["id", "name", "date of birth"]);
    let mut right = Table::new("right.csv", &["id", "name", "age"]);
    for i in 0..1500 {
        let name = format!("{} {}", GIVEN[dice.roll(24)], family(&mut dice));
        let (year, month, day) = (1950 + dice.roll(80), 1 + dice.roll(12), 1 + dice.roll(28));
        // As of the middle of 2031.
        let age = 2030 - year + usize::from(month < 7);
        if dice.roll(2) == 0 {
            left.push_row([format!("L{i}").as_str(), &name, &format!("{year}-{month:02}-{day:02}")]);
        }
        if dice.roll(2) == 0 {
            right.push_row([format!("R{i}").as_str(), &name, &age.to_string()]);
        }
    }
    let (quality, found) = quality(&[left, right]);
    let same_age = found.diagnostics.levels.iter().find(|l| l.1 == "same age").unwrap();
    assert!(same_age.2 > 0.6, "{same_age:?}");
    assert!(quality.f1 >= 0.9, "{quality:?}");
}
