//! Invented lists: people with families on several lists, noised.

use cairn_link::{Linkage, Options, RecordNames, Step, Table, infer, link};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// A small deterministic generator.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

pub const HEADERS: [&str; 7] = ["rec_id", "list", "name", "sex", "dob", "place", "dod"];

fn word(dice: &mut Dice) -> String {
    let c = ["b", "t", "j", "k", "d", "r", "z", "s", "sh", "f", "l", "m", "n"];
    let v = ["a", "i", "u", "e", "o"];
    (0..2 + dice.roll(2)).map(|_| format!("{}{}", c[dice.roll(c.len())], v[dice.roll(v.len())])).collect()
}

/// Rows of `people` people on up to three lists, with the person of each record.
pub fn rows(people: usize, seed: u64) -> (Vec<[String; 7]>, BTreeMap<String, usize>) {
    let mut dice = Dice::new(seed);
    let names: Vec<String> = (0..300).map(|_| word(&mut dice)).collect();
    let places: Vec<String> = (0..40).map(|_| word(&mut dice)).collect();
    let pick = |d: &mut Dice| names[d.roll(names.len())].clone();
    let (mut out, mut truth) = (Vec::new(), BTreeMap::new());
    let (mut father, mut grand, mut family, mut place) = Default::default();
    for person in 0..people {
        if person % 3 == 0 {
            (father, grand, family) = (pick(&mut dice), pick(&mut dice), pick(&mut dice) + &pick(&mut dice));
            place = places[dice.roll(places.len())].clone();
        }
        let given = pick(&mut dice);
        let dob = format!("{}-{:02}-{:02}", 1940 + dice.roll(70), 1 + dice.roll(12), 1 + dice.roll(28));
        let dod = format!("2031-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28));
        let sex = ["m", "f"][dice.roll(2)];
        for list in 0..3 {
            if dice.roll(2) == 0 {
                continue;
            }
            let given = if dice.roll(12) == 0 { given.replacen('a', "aa", 1) } else { given.clone() };
            let name = if dice.roll(8) == 0 {
                format!("{given} {father} {family}")
            } else {
                format!("{given} {father} {grand} {family}")
            };
            let id = format!("R{:06}", out.len());
            truth.insert(id.clone(), person);
            let dob = if dice.roll(6) == 0 { String::new() } else { dob.clone() };
            out.push([id, format!("L{list}"), name, sex.to_owned(), dob, place.clone(), dod.clone()]);
        }
    }
    (out, truth)
}

pub fn table(rows: &[[String; 7]]) -> Table {
    let mut t = Table::new("invented.csv", &HEADERS);
    for r in rows {
        t.push_row(r.iter().map(String::as_str));
    }
    t
}

pub fn run(tables: &[Table], options: &Options) -> Linkage {
    link(tables, options, &|_: Step| {}, &AtomicBool::new(false)).expect("invented lists link")
}

/// Two names and a probability.
pub type NamedLink = (String, String, String);

/// Links by name, sorted, and clusters as sorted sets of names.
pub fn by_name(tables: &[Table], found: &Linkage) -> (Vec<NamedLink>, Vec<Vec<String>>) {
    let roles: Vec<_> = tables.iter().map(infer).collect();
    let names = RecordNames::new(tables, &roles);
    let mut links: Vec<NamedLink> = found
        .pairs
        .iter()
        .map(|l| {
            let (a, b) = (names.name(l.left), names.name(l.right));
            (a.clone().min(b.clone()), a.max(b), format!("{:.12}", l.probability))
        })
        .collect();
    links.sort();
    let mut groups: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (record, cluster) in &found.clusters {
        groups.entry(*cluster).or_default().push(names.name(*record));
    }
    let mut clusters: Vec<Vec<String>> = groups
        .into_values()
        .map(|mut g| {
            g.sort();
            g
        })
        .collect();
    clusters.sort();
    (links, clusters)
}
