//! Ages beside birth dates: on which day were the ages true?

use std::collections::BTreeMap;

use crate::dates::years_between;
use crate::encode::Records;
use crate::field::FieldKind;
use rayon::prelude::*;

/// Records that are looked at: the first so many, which are a random sample.
const LOOKED_AT: usize = 50_000;
/// Namesakes that are compared, on each side.
const NAMESAKES: usize = 20;
/// So many namesakes, and so many times more than in other years, show the year of the ages.
const LEAST: u32 = 10;
const CLEARLY: u32 = 3;

/// Gives an age to records that have a birth date only, as of their date of death or the usual day of the data, so
/// that they can be compared with records that have an age only.
pub(crate) fn fill_ages(records: &mut Records, date: usize, age: usize, death: Option<usize>) {
    let born = |row: &[u32]| records.values.births.get(row[date] as usize).and_then(|b| b.1);
    let width = records.width;
    let mut days: Vec<i32> = records
        .cells
        .chunks(width)
        .take(50_000)
        .filter(|row| row[age] > 0 && row[date] > 0)
        .filter_map(|row| Some(born(row)? + ((row[age] as f64 - 0.5) * 365.2425) as i32))
        .collect();
    days.sort_unstable();
    let usual = days.get(days.len() / 2).copied().or_else(|| namesakes_day(records, date, age));
    let values = &records.values;
    records.cells.par_chunks_mut(width).with_min_len(4096).for_each(|row| {
        if row[age] != 0 {
            return;
        }
        let born = values.births.get(row[date] as usize).and_then(|b| b.1);
        let died = death.and_then(|d| values.deaths.get(row[d] as usize)?.1);
        if let (Some(born), Some(died)) = (born, died.or(usual)) {
            let years = years_between(born, died);
            if (0..=120).contains(&years) {
                row[age] = years as u32 + 1;
            }
        }
    });
}

/// The day of the ages where no record has both: namesakes of whom one has a birth date and one an age are often one
/// person, so that birth date and age add up to one day far more often than to others.
fn namesakes_day(records: &Records, date: usize, age: usize) -> Option<i32> {
    let sounds = |want: usize| {
        records.fields.iter().find_map(|f| match f.kind {
            FieldKind::Name { slot, skeleton, .. } if slot == want => Some(skeleton),
            _ => None,
        })
    };
    let (given, family) = (sounds(0)?, sounds(3)?);
    let mut groups: BTreeMap<(u32, u32), [Vec<i32>; 2]> = BTreeMap::new();
    for row in records.cells.chunks(records.width).take(LOOKED_AT) {
        let key = (row[given], row[family]);
        if key.0 == 0 || key.1 == 0 || (row[date] == 0) == (row[age] == 0) {
            continue;
        }
        let born = records.values.births.get(row[date] as usize).and_then(|b| b.1);
        let lived = ((f64::from(row[age]) - 0.5) * 365.2425) as i32;
        let (side, days) = if row[age] > 0 { (1, lived) } else { (0, born.unwrap_or(i32::MIN)) };
        if days > i32::MIN {
            groups.entry(key).or_default()[side].push(days);
        }
    }
    let mut sums: Vec<i32> = Vec::new();
    for [born, lived] in groups.values_mut() {
        born.truncate(NAMESAKES);
        lived.truncate(NAMESAKES);
        sums.extend(born.iter().flat_map(|b| lived.iter().map(move |l| b + l)));
    }
    sums.sort_unstable();
    let mut years: BTreeMap<i32, u32> = BTreeMap::new();
    sums.iter().for_each(|s| *years.entry(s.div_euclid(365)).or_default() += 1);
    let (best, most) = years.iter().map(|(y, n)| (*y, *n)).max_by_key(|(y, n)| (*n, -y))?;
    let (mut others, mut count) = (0, 0);
    for year in best - 12..=best + 12 {
        if year.abs_diff(best) > 1 {
            others += years.get(&year).copied().unwrap_or(0);
            count += 1;
        }
    }
    if most < LEAST || most * count < CLEARLY * others {
        return None;
    }
    let near: Vec<i32> = sums.into_iter().filter(|s| s.div_euclid(365).abs_diff(best) <= 1).collect();
    near.get(near.len() / 2).copied()
}
