//! Incidents on several lists: no names, but a day, a place, a point, counts and a party.

use crate::common::{Dice, run};
use cairn_link::{Options, RecordNames, Table, evaluate, infer};
use std::collections::BTreeMap;

const HEADERS: [&str; 8] =
    ["id", "event date", "place", "latitude", "longitude", "killed", "injured", "actor"];

/// `n` incidents, each on list A, two in three also on list B with a day's slip, another point and other counts.
fn lists(n: usize, seed: u64) -> ([Table; 2], BTreeMap<String, String>) {
    let mut dice = Dice::new(seed);
    let mut tables = [Table::new("a.csv", &HEADERS), Table::new("b.csv", &HEADERS)];
    let mut truth = BTreeMap::new();
    for i in 0..n {
        let town = dice.roll(60);
        let (lat, lon) = (10.0 + (town % 8) as f64 * 0.21, 20.0 + (town / 8) as f64 * 0.19);
        let day = dice.roll(300);
        let (killed, injured) = (dice.roll(dice_size(i)), dice.roll(20));
        let actor = ["north", "south", "not stated"][dice.roll(3)];
        for (side, table) in tables.iter_mut().enumerate() {
            if side == 1 && i % 3 == 0 {
                continue;
            }
            let id = format!("{}{i}", ["A", "B"][side]);
            truth.insert(id.clone(), format!("I{i}"));
            let slip = if side == 1 { dice.roll(5) / 4 } else { 0 };
            let day = day + slip;
            let date = format!("2031-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
            let off = |d: &mut Dice| if side == 1 { (d.roll(40) as f64 - 20.0) / 2000.0 } else { 0.0 };
            let (lat, lon) = (lat + off(&mut dice), lon + off(&mut dice));
            let killed = if side == 1 && dice.roll(4) == 0 { killed + 1 } else { killed };
            let injured = if side == 1 { injured + dice.roll(3) } else { injured };
            let place = if side == 1 && dice.roll(6) == 0 { String::new() } else { format!("Town {town}") };
            table.push_row([
                id.as_str(),
                &date,
                &place,
                &format!("{lat:.4}"),
                &format!("{lon:.4}"),
                &killed.to_string(),
                &injured.to_string(),
                actor,
            ]);
        }
    }
    (tables, truth)
}

fn dice_size(i: usize) -> usize {
    [3, 6, 12, 40][i % 4]
}

#[test]
fn incidents_are_linked_without_names() {
    let (tables, truth) = lists(900, 11);
    let found = run(&tables, &Options { across_only: true, ..Options::default() });
    let roles: Vec<_> = tables.iter().map(infer).collect();
    let names = RecordNames::new(&tables, &roles);
    let pairs: Vec<(String, String)> =
        found.pairs.iter().map(|l| (names.name(l.left), names.name(l.right))).collect();
    let quality = evaluate(pairs.iter().map(|p| (p.0.as_str(), p.1.as_str())), &truth, None);
    assert!(quality.f1 > 0.93, "{quality:?}");
}
