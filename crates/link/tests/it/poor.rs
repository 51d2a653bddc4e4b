//! Lists that say little about many people: what is shown as certain must be so, however little is found.

use crate::common::{Dice, run};
use crate::scripts::{HEBREW, MEN};
use cairn_link::{Linkage, Options, RecordNames, Table, evaluate, infer};
use std::collections::BTreeMap;

struct Lists {
    tables: Vec<Table>,
    truth: BTreeMap<String, String>,
}

impl Lists {
    fn new(headers: &[&[&str]]) -> Self {
        let table = |(i, h): (usize, &&[&str])| Table::new(&format!("{i}.csv"), h);
        Self { tables: headers.iter().enumerate().map(table).collect(), truth: BTreeMap::new() }
    }

    fn add(&mut self, list: usize, person: usize, cells: &[&str]) {
        let id = format!("{list}-{person}");
        self.tables[list].push_row([id.as_str()].iter().chain(cells).copied());
        self.truth.insert(id, person.to_string());
    }

    /// F1, precision and number of the links shown at 0.95.
    fn quality(&self) -> (f64, f64, usize, Linkage) {
        let found = run(&self.tables, &Options::default());
        let roles: Vec<_> = self.tables.iter().map(infer).collect();
        let names = RecordNames::new(&self.tables, &roles);
        let quality = |least: f64| {
            let shown = found.pairs.iter().filter(|l| l.probability >= least);
            let pairs: Vec<(String, String)> =
                shown.map(|l| (names.name(l.left), names.name(l.right))).collect();
            evaluate(pairs.iter().map(|p| (p.0.as_str(), p.1.as_str())), &self.truth, None)
        };
        let (all, sure) = (quality(0.0), quality(0.95));
        println!("F1 {:.3}, {} links at 0.95: {:.3}", all.f1, sure.judged, sure.precision);
        (all.f1, sure.precision, sure.judged as usize, found)
    }
}

/// Each list spells in its own way, so that strangers of two lists hardly ever share a spelling.
#[test]
fn three_spellings_and_a_year() {
    let mut dice = Dice::new(31);
    let mut lists = Lists::new(&[
        &["id", "ПІБ", "рік народження"],
        &["id", "Фамилия", "Имя", "Отчество", "Год рождения"],
        &["id", "name", "age in 2031"],
    ]);
    let starts = ["Дор", "Кал", "Бер", "Стец", "Вол", "Гор", "Зах", "Мат", "Сив", "Лут"];
    let ends = ["ошенко", "ковець", "емчук", "ицький", "нюк", "иленко", "ійчук"];
    for person in 0..5000 {
        let (given, father) = (MEN[dice.roll(16)], MEN[dice.roll(16)]);
        let family = format!("{}{}", starts[dice.roll(10)], ends[dice.roll(7)]);
        let year = 1970 + dice.roll(33);
        let (in_year, age) = (year.to_string(), (2031 - year - dice.roll(2)).to_string());
        let said = |d: &mut Dice| d.roll(5) > 0;
        if dice.roll(2) == 0 {
            let name = format!("{family} {} {}", given[0], father[2]);
            lists.add(0, person, &[&name, if said(&mut dice) { &in_year } else { "" }]);
        }
        if dice.roll(5) < 2 {
            let ru = family.replace('и', "ы").replace('і', "и");
            let father = if dice.roll(10) < 7 { father[4] } else { "" };
            lists.add(1, person, &[&ru, given[1], father, if said(&mut dice) { &in_year } else { "" }]);
        }
        if dice.roll(10) < 3 {
            let name = format!("{} {}", latin(given[0]), latin(&family));
            lists.add(2, person, &[&name, if said(&mut dice) { &age } else { "" }]);
        }
    }
    let (f1, sure, shown, _) = lists.quality();
    assert!(f1 >= 0.6 && sure >= 0.99 && shown > 300, "{f1} {sure} {shown}");
}

fn latin(word: &str) -> String {
    let letter = |c: char| match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'з' => "z",
        'и' | 'й' => "y",
        'і' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    };
    let low: String = word.to_lowercase().chars().map(letter).collect();
    low[..1].to_uppercase() + &low[1..]
}

/// Places that only look different: no pair of two lists agrees on one, all pairs inside a list may.
#[test]
fn places_in_two_scripts() {
    let mut dice = Dice::new(32);
    let mut lists =
        Lists::new(&[&["id", "שם פרטי", "שם משפחה", "גיל", "עיר"], &["id", "name", "age", "town"]]);
    let towns = [
        ("נווה אור", "Neve Or"),
        ("גן דקל", "Gan Dekel"),
        ("רמת תמר", "Ramat Tamar"),
        ("בית שקמה", "Beit Shikma"),
    ];
    for person in 0..3000 {
        let (given, family) = (HEBREW[dice.roll(24)], HEBREW[dice.roll(24)]);
        let (town, age) = (towns[dice.roll(4)], (1 + dice.roll(84)).to_string());
        if dice.roll(2) == 0 {
            lists.add(0, person, &[given[0], family[0], &age, town.0]);
        }
        if dice.roll(2) == 0 {
            let name = format!("{} {}", given[1 + dice.roll(2)], family[1 + dice.roll(2)]);
            lists.add(1, person, &[&name, &age, town.1]);
        }
    }
    let (f1, sure, _, found) = lists.quality();
    assert!(f1 >= 0.6 && sure >= 0.95, "{f1} {sure}");
    assert!(found.people.estimate > 2000.0, "{:?}", found.people);
}
