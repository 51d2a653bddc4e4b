//! Invented lists of the dead at any size: `lists RECORDS FOLDER [SEED]` writes `records.csv` and `truth_entities.csv`
//! (the person behind each record). Households share names, place and often the day; five lists name some of the
//! people each, with other spellings, slips, gaps and vague dates. The words are syllables: nobody is meant.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// A small deterministic generator (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn roll(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.roll(of.len())]
    }

    /// One of 1, 2, … with these weights.
    fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut at = self.unit() * weights.iter().sum::<f64>();
        for (i, w) in weights.iter().enumerate() {
            at -= w;
            if at < 0.0 {
                return i + 1;
            }
        }
        weights.len()
    }
}

/// Words of which the first are common and the last rare (Zipf and Mandelbrot: (rank + shift)^-slope).
struct Words {
    words: Vec<String>,
    sums: Vec<f64>,
}

impl Words {
    fn new(dice: &mut Dice, n: usize, syllables: usize, family: bool, slope: f64, shift: f64) -> Self {
        let (mut seen, mut words) = (BTreeSet::new(), Vec::new());
        while words.len() < n {
            let root = word(dice, syllables);
            let word = match dice.roll(5) {
                0 if family => format!("abu {root}"),
                1 | 2 if family => format!("al-{root}"),
                _ => root,
            };
            if seen.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0.0;
        let sums = (1..=n)
            .map(|rank| {
                sum += libm::pow(rank as f64 + shift, -slope);
                sum
            })
            .collect();
        Self { words, sums }
    }

    fn draw(&self, dice: &mut Dice) -> &str {
        let at = dice.unit() * self.sums.last().copied().unwrap_or(1.0);
        let i = self.sums.partition_point(|s| *s < at);
        &self.words[i.min(self.words.len() - 1)]
    }
}

const STARTS: [&str; 20] =
    ["b", "t", "th", "j", "kh", "d", "r", "z", "s", "sh", "gh", "f", "q", "k", "l", "m", "n", "h", "w", "y"];
const VOWELS: [&str; 8] = ["a", "a", "i", "u", "e", "aa", "ou", "ee"];

fn word(dice: &mut Dice, syllables: usize) -> String {
    let mut out = String::new();
    for _ in 0..1 + dice.roll(syllables) {
        out.push_str(dice.pick(&STARTS));
        out.push_str(dice.pick(&VOWELS));
    }
    if out.len() < 4 || dice.chance(0.5) {
        out.push_str(dice.pick(&STARTS));
    }
    out
}

/// Another hand's spelling of the same word.
fn respelled(dice: &mut Dice, word: &str) -> String {
    let swaps = [
        ("ou", "u"),
        ("ee", "i"),
        ("aa", "a"),
        ("kh", "h"),
        ("gh", "g"),
        ("th", "t"),
        ("q", "k"),
        ("e", "i"),
        ("u", "o"),
        ("al-", "al "),
        ("abu ", "abo "),
        ("al-", ""),
    ];
    let (from, to) = swaps[dice.roll(swaps.len())];
    word.replacen(from, to, 1)
}

/// One slip of the pen: a letter lost, doubled, wrong, or exchanged with its neighbour.
fn slipped(dice: &mut Dice, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        return word.to_owned();
    }
    let at = dice.roll(letters.len() - 1);
    match dice.roll(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = char::from(b'a' + dice.roll(26) as u8),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

fn written(dice: &mut Dice, word: &str, missing: f64) -> String {
    if dice.chance(missing) {
        return String::new();
    }
    let word = if dice.chance(0.15) { respelled(dice, word) } else { word.to_owned() };
    if dice.chance(0.06) { slipped(dice, &word) } else { word }
}

/// A day as year, month and day, of months with 28 days.
type Day = (i32, usize, usize);

fn day(dice: &mut Dice, year: i32) -> Day {
    (year, 1 + dice.roll(12), 1 + dice.roll(28))
}

fn iso((y, m, d): Day) -> String {
    format!("{y}-{m:02}-{d:02}")
}

/// A birth date as lists have it.
fn born(dice: &mut Dice, (y, m, d): Day) -> String {
    match dice.unit() {
        x if x < 0.35 => String::new(),
        x if x < 0.39 => iso((y, 1, 1)),
        x if x < 0.40 && d <= 12 => iso((y, d, m)),
        x if x < 0.42 => iso((y + 1 - 2 * dice.roll(2) as i32, m, d)),
        x if x < 0.44 => iso((y, m, d % 28 + 1)),
        _ => iso((y, m, d)),
    }
}

/// The day of death, or one close to it, or the month, or nothing.
fn died(dice: &mut Dice, (y, m, d): Day) -> String {
    match dice.unit() {
        x if x < 0.15 => String::new(),
        x if x < 0.30 => iso((y, m, (d + 1 + dice.roll(3)).min(28))),
        x if x < 0.33 => iso((y, m, 1)),
        _ => iso((y, m, d)),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [records, folder, seed @ ..] = &args[..] else {
        return Err("use: lists RECORDS FOLDER [SEED]".into());
    };
    let records: usize = records.parse()?;
    let mut dice = Dice(seed.first().map_or(Ok(1), |s| s.parse())?);
    let families = (3_000.0 * libm::pow(records as f64 / 50_000.0, 0.55)) as usize + 1_000;
    let men = Words::new(&mut dice, 1_000, 3, false, 1.85, 20.0);
    let women = Words::new(&mut dice, 1_200, 3, false, 1.95, 80.0);
    let family_names = Words::new(&mut dice, families, 3, true, 1.15, 80.0);
    let places = Words::new(&mut dice, 400, 3, false, 1.1, 8.0);
    let mut rows: Vec<(u64, u32, Box<str>)> = Vec::with_capacity(records);
    let mut person = 0;
    let mut line = String::new();
    while rows.len() < records {
        let (father, grandfather) = (men.draw(&mut dice).to_owned(), men.draw(&mut dice).to_owned());
        let (family, home) = (family_names.draw(&mut dice).to_owned(), places.draw(&mut dice).to_owned());
        let year = 2031 + dice.roll(2) as i32;
        let together = day(&mut dice, year);
        let generation = 1945 + dice.roll(75) as i32;
        let mut used = BTreeSet::new();
        for _ in 0..dice.weighted(&[0.58, 0.17, 0.11, 0.07, 0.04, 0.03]) {
            let man = dice.chance(0.67);
            let mut given = String::new();
            for _ in 0..6 {
                given = if man { &men } else { &women }.draw(&mut dice).to_owned();
                if used.insert(given.clone()) {
                    break;
                }
            }
            let birth = generation + dice.roll(19) as i32 - 9;
            let birth = day(&mut dice, birth.min(2030));
            let place = if dice.chance(0.8) { home.as_str() } else { places.draw(&mut dice) };
            let death = if dice.chance(0.7) { together } else { day(&mut dice, year) };
            let age = (death.0 - birth.0 - i32::from((death.1, death.2) < (birth.1, birth.2))).max(0);
            let mut lists = [1, 2, 3, 4, 5];
            for list in 0..dice.weighted(&[0.55, 0.25, 0.12, 0.06, 0.02]) {
                let other = list + dice.roll(5 - list);
                lists.swap(list, other);
                let mut names =
                    [(given.as_str(), 0.01), (&father, 0.06), (&grandfather, 0.15), (&family, 0.03)]
                        .map(|(word, missing)| written(&mut dice, word, missing));
                match dice.roll(100) {
                    0 => names.swap(0, 3),
                    1 => names.swap(1, 2),
                    _ => {}
                }
                let sex = match dice.unit() {
                    x if x < 0.03 => "",
                    x if (x < 0.035) != man => "m",
                    _ => "f",
                };
                let age = match dice.unit() {
                    x if x < 0.10 => String::new(),
                    x if x < 0.25 => (age + 1 - 2 * dice.roll(2) as i32).max(0).to_string(),
                    x if x < 0.28 => (age + dice.roll(7) as i32 - 3).max(0).to_string(),
                    _ => age.to_string(),
                };
                let place = if dice.chance(0.1) { places.draw(&mut dice) } else { place };
                let district = places.words.iter().position(|p| p == place).unwrap_or(0) % 25;
                let (place, district) = match dice.unit() {
                    x if x < 0.05 => (String::new(), String::new()),
                    x if x < 0.10 => (String::new(), format!("D{district:02}")),
                    _ => (written(&mut dice, place, 0.0), format!("D{district:02}")),
                };
                let (dob, dod) = (born(&mut dice, birth), died(&mut dice, death));
                line.clear();
                write!(
                    line,
                    "L{},{},{sex},{dob},{age},{place},{district},{dod}",
                    lists[list],
                    names.join(",")
                )?;
                rows.push((dice.next(), person, line.as_str().into()));
            }
            person += 1;
        }
    }
    rows.truncate(records);
    rows.sort_unstable();
    std::fs::create_dir_all(folder)?;
    let file = |name: &str| std::fs::File::create(Path::new(folder).join(name)).map(BufWriter::new);
    let (mut out, mut truth) = (file("records.csv")?, file("truth_entities.csv")?);
    writeln!(out, "rec_id,list,given,father,grandfather,family,sex,dob,age,place,district,dod")?;
    writeln!(truth, "rec_id,entity")?;
    for (i, (_, person, row)) in rows.iter().enumerate() {
        writeln!(out, "{i},{row}")?;
        writeln!(truth, "{i},{person}")?;
    }
    out.flush()?;
    truth.flush()?;
    println!("{} records, {person} people drawn", rows.len());
    Ok(())
}
