//! The three lists, with what real lists are like: unnamed rows, dates in many spellings, ages in words, slips.

use std::io::{self, Write};

use jiff::civil::Date;

use crate::people::{PLACES, Person, after};
use crate::random::Random;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// In a list that a spreadsheet wrote.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Of every four hundred rows of the hospital, these have a cell that cannot be right.
const SLIPS: [(usize, Cell, &str); 4] = [
    (57, Cell::Age, "غ/م"),
    (113, Cell::Died, "31/04/2031"),
    (201, Cell::Died, "2013-04-07"),
    (299, Cell::Age, "250"),
];

#[derive(PartialEq, Eq, Clone, Copy)]
enum Cell {
    Age,
    Died,
}

fn slip(row: usize, cell: Cell) -> Option<&'static str> {
    SLIPS.iter().find(|(at, c, _)| row % 400 == *at && *c == cell).map(|(_, _, text)| *text)
}

pub(crate) fn hospital(seed: u64, rows: usize) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    // Writing into memory does not fail.
    let _ = write_hospital(&mut out, rows, seed);
    out
}

pub(crate) fn write_hospital(out: &mut impl Write, rows: usize, seed: u64) -> io::Result<()> {
    writeln!(out, "الرقم,الاسم,الجنس,العمر,تاريخ الوفاة,المكان")?;
    for row in 0..rows {
        let person = Person::new(seed, row);
        let mut random = Random::of(seed, 2, row);
        let unnamed = random.percent(3);
        let name = match (unnamed, random.percent(40)) {
            (true, true) => format!("مجهول الهوية {}", row + 1),
            (true, false) => "مجهول الهوية".to_owned(),
            (false, _) => hospital_name(&person, &mut random),
        };
        let sex = match (random.below(100), person.woman) {
            (0..3, _) => "",
            (3..6, true) => "f",
            (3..6, false) => "m",
            (_, true) => "أنثى",
            (_, false) => "ذكر",
        };
        let age = slip(row, Cell::Age)
            .map_or_else(|| hospital_age(&person, unnamed, &mut random), ToOwned::to_owned);
        let died =
            slip(row, Cell::Died).map_or_else(|| hospital_date(person.died, &mut random), ToOwned::to_owned);
        let place = if random.percent(4) { "" } else { PLACES[person.place].1 };
        writeln!(out, "{},{},{sex},{age},{died},{place}", row + 1, quoted(&name))?;
    }
    Ok(())
}

fn hospital_name(person: &Person, random: &mut Random) -> String {
    let name = person.name.native();
    match random.below(100) {
        0..3 => name.replacen(' ', "  ", 1),
        3..5 => format!("{name} "),
        5..7 => format!("د. {name}"),
        _ => name,
    }
}

fn hospital_age(person: &Person, unnamed: bool, random: &mut Random) -> String {
    let years = person.age;
    if unnamed {
        let ten = years / 10 * 10;
        return if random.percent(50) { String::new() } else { format!("{ten}-{}", ten + 9) };
    }
    if years == 0 {
        return match person.months() {
            0 => "أقل من شهر".to_owned(),
            months => format!("{months} أشهر"),
        };
    }
    match random.below(100) {
        0..3 => String::new(),
        3..8 => arabic_digits(&years.to_string()),
        8 => format!("{years} سنة"),
        _ => years.to_string(),
    }
}

fn hospital_date(died: Date, random: &mut Random) -> String {
    let (y, m, d) = (died.year(), died.month(), died.day());
    match random.below(100) {
        0..3 => String::new(),
        3..5 => "غير معروف".to_owned(),
        5..8 => format!("{y}-{m:02}"),
        8..16 => format!("{d:02}/{m:02}/{y}"),
        16..20 => arabic_digits(&format!("{d}/{m}/{y}")),
        20..22 => format!("{d}.{m}.{y}"),
        _ => died.to_string(),
    }
}

fn arabic_digits(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32('\u{660}' as u32 + d)).unwrap_or(c);
    text.chars().map(digit).collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The people behind the rows of the monitor's list, in its order.
pub(crate) fn monitor_persons(seed: u64, hospital_rows: usize) -> Vec<usize> {
    let rows = hospital_rows * 5 / 8;
    let shared = rows * 7 / 10;
    // One person in eighty stands twice, under two romanisations.
    let doubled = (rows / 80).min(shared);
    let alone = rows - shared - doubled;
    let mut random = Random::of(seed, 3, hospital_rows);
    let mut people: Vec<usize> = (0..hospital_rows).collect();
    shuffle(&mut people, &mut random);
    people.truncate(shared);
    let twice: Vec<usize> = people[..doubled].to_vec();
    people.extend(hospital_rows..hospital_rows + alone);
    people.extend(twice);
    shuffle(&mut people, &mut random);
    people
}

fn shuffle(items: &mut [usize], random: &mut Random) {
    for i in (1..items.len()).rev() {
        items.swap(i, random.below(i + 1));
    }
}

pub(crate) fn monitor(seed: u64, hospital_rows: usize) -> Vec<u8> {
    let mut out = "id,full name,sex,date of birth,date of death,place\n".to_owned();
    for (row, number) in monitor_persons(seed, hospital_rows).into_iter().enumerate() {
        let person = Person::new(seed, number);
        let mut random = Random::of(seed, 4, row);
        let name = if random.percent(2) { "Unknown".to_owned() } else { person.name.romanised(&mut random) };
        let sex = match (random.below(100), person.woman) {
            (0..5, _) => "",
            (5..20, true) => "Female",
            (5..20, false) => "Male",
            (_, true) => "F",
            (_, false) => "M",
        };
        let born = monitor_birth(person.born, &mut random);
        let died = monitor_death(person.died, &mut random);
        let place = if random.percent(6) { "" } else { PLACES[person.place].0 };
        out += &format!("LM-{:04},{},{sex},{born},{died},{place}\n", row + 1, quoted(&name));
    }
    out.into_bytes()
}

fn month(date: Date) -> &'static str {
    MONTHS[date.month().unsigned_abs() as usize - 1]
}

fn monitor_birth(born: Date, random: &mut Random) -> String {
    let year = born.year();
    match random.below(100) {
        0..10 => String::new(),
        10..22 => year.to_string(),
        22..27 => format!("{} {year}", month(born)),
        27..32 => format!("c. {year}"),
        32..45 => format!("{} {} {year}", born.day(), month(born)),
        _ => born.to_string(),
    }
}

fn monitor_death(died: Date, random: &mut Random) -> String {
    match random.below(100) {
        0..4 => String::new(),
        4..8 => format!("{} {}", month(died), died.year()),
        8..20 => format!("{} {} {}", died.day(), month(died), died.year()),
        20..23 => format!("{} .. {}", after(died, -1), after(died, 1)),
        // The day on which the monitor heard of it.
        23..28 => after(died, 1).to_string(),
        _ => died.to_string(),
    }
}

/// Of a hundred people who were killed, the families' circle hears of so many, whoever else lists them.
const FAMILIES_HEAR_OF: usize = 38;

/// How many were killed in all: the hospital lists seven in ten, whoever they are, and seven in ten of the monitor's are
/// the hospital's too, so neither list depends on the other.
pub(crate) fn killed(hospital_rows: usize) -> usize {
    hospital_rows * 10 / 7
}

/// The people behind the rows of the families' list, in its order.
pub(crate) fn families_persons(seed: u64, hospital_rows: usize) -> Vec<usize> {
    let heard = |n: &usize| Random::of(seed, 5, *n).percent(FAMILIES_HEAR_OF);
    let mut people: Vec<usize> = (0..killed(hospital_rows)).filter(heard).collect();
    shuffle(&mut people, &mut Random::of(seed, 6, hospital_rows));
    people
}

/// Families write half of the names in their own script.
pub(crate) fn families(seed: u64, hospital_rows: usize) -> Vec<u8> {
    let mut out = "nº,nombre completo,sexo,edad,fecha de muerte,lugar\n".to_owned();
    for (row, number) in families_persons(seed, hospital_rows).into_iter().enumerate() {
        let person = Person::new(seed, number);
        let mut random = Random::of(seed, 9, number);
        let native = random.percent(50);
        let name = if native { person.name.native() } else { person.name.romanised(&mut random) };
        let sex = match (random.below(100), person.woman) {
            (0..3, _) => "",
            (_, true) => "mujer",
            (_, false) => "hombre",
        };
        let age = match random.below(100) {
            0..5 => String::new(),
            // Relatives round, or count the year begun.
            5..15 => (person.age + 1).to_string(),
            _ => person.age.to_string(),
        };
        let died = families_date(person.died, &mut random);
        let place = if random.percent(5) { "" } else { PLACES[person.place].0 };
        out += &format!("{},{},{sex},{age},{died},{place}\n", row + 1, quoted(&name));
    }
    out.into_bytes()
}

fn families_date(died: Date, random: &mut Random) -> String {
    let (y, m, d) = (died.year(), died.month(), died.day());
    match random.below(100) {
        0..5 => String::new(),
        5..10 => format!("{y}-{m:02}"),
        10..14 => after(died, 1).to_string(),
        14..40 => format!("{d:02}/{m:02}/{y}"),
        _ => died.to_string(),
    }
}
