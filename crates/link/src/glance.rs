//! Most pairs of a block are two people, and a glance shows it: no evidence that could still come would lift them above
//! the floor. The glance keeps what it needs of a record side by side, asks nothing of the tables of values, and hardly
//! branches: which way a pair goes is what a processor cannot guess.

use cairn_names::{Outline, Outlines};

use crate::dates::Written;
use crate::field::{Field, FieldKind, MAX_FIELDS, SLOTS, Values};
use crate::pairs::Pair;
use crate::score::Scorer;

/// What is looked at of one record.
#[derive(Clone, Copy)]
pub(crate) struct Glance {
    words: Outlines,
    /// Codes of the words.
    codes: [u32; SLOTS],
    birth: Day,
    death: Day,
    age: u32,
    /// The letters of the place.
    place: u64,
    /// What agreeing on its value is worth, by field.
    worth: [f32; MAX_FIELDS],
}

/// A date: its digits, four bits each, and its day.
#[derive(Clone, Copy, Default)]
struct Day {
    digits: u32,
    day: i32,
}

/// For the day of a date that no calendar has.
const NO_DAY: i32 = i32::MIN;

/// Bits of doubt that rounding may cost.
const MARGIN: f32 = 0.01;

/// The values and weights of a model in the order in which glances ask for them. Everything is worth as much as it could
/// be at most, given what a glance sees.
#[derive(Default)]
pub(crate) struct Glances {
    /// A bit for the first column of each field, whose equality is the best level.
    exact: [u32; MAX_FIELDS],
    /// Four fields at a time.
    fours: usize,
    /// The most that a field adds when its columns are unlike, where no closer look is taken.
    unlike: [f32; MAX_FIELDS],
    words: Words,
    birth: Birth,
    death: Death,
    place: Place,
    outlines: Vec<Outline>,
    births: Vec<Day>,
    deaths: Vec<Day>,
    places: Vec<u64>,
}

/// Weights of name slots.
#[derive(Default)]
struct Words {
    /// Bits of their columns.
    exact: [u32; SLOTS],
    sounds: [u32; SLOTS],
    column: [usize; SLOTS],
    /// In one script, in two: words that differ, words that may be close; and what standing elsewhere adds at most.
    far: [[f32; SLOTS]; 2],
    close: [[f32; SLOTS]; 2],
    moved: [f32; SLOTS],
}

#[derive(Default)]
struct Birth {
    date: u32,
    age: u32,
    column: Option<(usize, usize)>,
    /// Days apart by up to a year, by up to ten, by more; something of the year the same or no day; a slip.
    days: [f32; 5],
    ages: [f32; 12],
}

#[derive(Default)]
struct Death {
    date: u32,
    column: Option<usize>,
    /// Within three days, a month, a year, more; no day.
    days: [f32; 5],
}

#[derive(Default)]
struct Place {
    code: u32,
    area: u32,
    column: Option<usize>,
    near: f32,
    /// By whether the area is the same, the area is unlike, the place is unlike.
    otherwise: [f32; 8],
}

/// The highest of the weights of some levels.
fn best(weights: &[f32; 16], levels: &[usize]) -> f32 {
    levels.iter().map(|l| weights[*l]).fold(f32::MIN, f32::max)
}

impl Glances {
    /// From the fields, their values and the weight of each level.
    pub fn new(fields: &[Field], values: &Values, weights: &[[f32; 16]], exact: &[u8]) -> Self {
        let outlines = values.tokens.iter().map(cairn_names::Token::outline).collect();
        let day = |d: &(Written, Option<i32>)| Day {
            digits: d.0.digits().iter().fold(0, |all, digit| all << 4 | u32::from(*digit)),
            day: d.1.unwrap_or(NO_DAY),
        };
        let mut out = Self {
            fours: fields.len().div_ceil(4),
            outlines,
            births: values.births.iter().map(day).collect(),
            deaths: values.deaths.iter().map(day).collect(),
            ..Self::default()
        };
        for (f, field) in fields.iter().enumerate() {
            let w = &weights[f];
            let bit = 1 << exact[f];
            out.exact[f] = bit;
            match &field.kind {
                FieldKind::Name { slot, exact, skeleton } => {
                    let (s, words) = (*slot, &mut out.words);
                    (words.exact[s], words.sounds[s], words.column[s]) = (bit, 1 << skeleton, *exact);
                    words.far[0][s] = w[6];
                    words.far[1][s] = w[12];
                    words.close[0][s] = best(w, &[4, 5, 6]);
                    words.close[1][s] = best(w, &[10, 11, 12]);
                    // Of two words that are exchanged the second is no evidence.
                    words.moved[s] = w[7].max(0.0);
                }
                FieldKind::Born { date, age } => {
                    let days = [w[4], w[5], w[6], best(w, &[2, 3, 4, 5, 6]), best(w, &[2, 4, 5, 6])];
                    let mut ages = [w[11]; 12];
                    (ages[0], ages[1]) = (w[7], w[8]);
                    ages[2..4].fill(w[9]);
                    ages[4..11].fill(w[10]);
                    out.birth = Birth { date: bit, age: 1 << age, column: Some((*date, *age)), days, ages };
                }
                FieldKind::Death { code } => {
                    let days = [best(w, &[2, 3]), w[3], w[4], w[5], best(w, &[4, 5])];
                    out.death = Death { date: bit, column: Some(*code), days };
                }
                FieldKind::Sex { .. } => out.unlike[f] = w[2],
                FieldKind::Place { code, area, texts } => {
                    out.places = texts.iter().map(crate::text::Text::set).collect();
                    let mut otherwise = [0.0; 8];
                    for (seen, weight) in otherwise.iter_mut().enumerate() {
                        *weight = match (seen & 1, seen >> 1) {
                            (1, _) => w[3],
                            (_, 0) => 0.0,
                            _ => w[4],
                        };
                    }
                    let area = if area == code { 0 } else { 1 << area };
                    out.place = Place { code: bit, area, column: Some(*code), near: w[2], otherwise };
                }
                FieldKind::Text { .. } | FieldKind::Count { .. } | FieldKind::Point { .. } => {
                    out.unlike[f] = best(w, &[2, 3, 4, 5]);
                }
            }
        }
        out
    }
}

/// All bits or none.
#[inline]
fn lane(yes: bool) -> u32 {
    u32::from(yes).wrapping_neg()
}

/// `weight` where the lane has all bits, else nothing.
#[inline]
fn of(weight: f32, lane: u32) -> f32 {
    f32::from_bits(weight.to_bits() & lane)
}

/// The first where the lane has all bits, else the second.
#[inline]
fn pick(lane: u32, yes: f32, no: f32) -> f32 {
    f32::from_bits(yes.to_bits() & lane | no.to_bits() & !lane)
}

/// Fewer than three symbols.
#[inline]
fn few(set: u64) -> bool {
    let less = set & set.wrapping_sub(1);
    less & less.wrapping_sub(1) == 0
}

impl Birth {
    #[inline]
    fn most(&self, x: Day, y: Day) -> f32 {
        let apart = x.day.abs_diff(y.day);
        // Digits that differ: in one place or two neighbouring ones, or is the year the same?
        let digits = x.digits ^ y.digits;
        let first = (digits | 1 << 31).trailing_zeros() / 4 * 4;
        let slip = digits >> first < 1 << 8;
        let none = (x.day == NO_DAY) | (y.day == NO_DAY) | (digits >> 16 == 0);
        let by_day = usize::from(apart > 366) + usize::from(apart > 3653);
        let at = if slip { 4 } else { by_day };
        self.days[if none { 3 } else { at }]
    }
}

impl Death {
    #[inline]
    fn most(&self, x: Day, y: Day) -> f32 {
        let apart = x.day.abs_diff(y.day);
        let by_day = usize::from(apart > 3) + usize::from(apart > 31) + usize::from(apart > 366);
        let none = (x.day == NO_DAY) | (y.day == NO_DAY);
        self.days[if none { 4 } else { by_day }]
    }
}

impl Place {
    #[inline]
    fn most(&self, same: u32, unlike: u32, x: u64, y: u64) -> f32 {
        let said = unlike & self.code != 0;
        let seen = usize::from(same & self.area != 0)
            | usize::from(unlike & self.area != 0) << 1
            | usize::from(said) << 2;
        let otherwise = self.otherwise[seen];
        let near = said & few(x & !y) & few(y & !x);
        let most = if near { otherwise.max(self.near) } else { otherwise };
        of(most, lane(same & self.code == 0))
    }
}

impl Scorer<'_> {
    /// Looks at a record.
    pub fn glance(&self, row: &[u32]) -> Glance {
        let g = &self.glances;
        let mut out = Glance {
            words: Outlines::default(),
            codes: [0; SLOTS],
            birth: Day::default(),
            death: Day::default(),
            age: 0,
            place: 0,
            worth: [0.0; MAX_FIELDS],
        };
        for (s, column) in g.words.column.iter().enumerate().filter(|s| g.words.exact[s.0] != 0) {
            out.codes[s] = row[*column];
            out.words.set(s, g.outlines[row[*column] as usize]);
        }
        if let Some((date, age)) = g.birth.column {
            (out.birth, out.age) = (g.births[row[date] as usize], row[age]);
        }
        if let Some(date) = g.death.column {
            out.death = g.deaths[row[date] as usize];
        }
        if let Some(place) = g.place.column {
            out.place = g.places[row[place] as usize];
        }
        for (f, worth) in out.worth.iter_mut().enumerate().take(self.records.fields.len()) {
            *worth = self.worth(f, row);
        }
        out
    }

    /// True only where [`Scorer::bits`] finds less than `floor`; false decides nothing.
    #[inline]
    pub fn hopeless(&self, pair: &Pair, x: &Glance, y: &Glance, floor: f32) -> bool {
        let g = &self.glances;
        let (same, unlike) = (pair.same, pair.both & !pair.same);
        // What is the same, and what nothing more is asked of.
        let mut sums = [0.0f32; 4];
        for at in (0..g.fours).map(|k| 4 * k) {
            for (i, sum) in sums.iter_mut().enumerate() {
                let bit = g.exact[at + i];
                *sum += of(x.worth[at + i], lane(same & bit != 0))
                    + of(g.unlike[at + i], lane(unlike & bit != 0));
            }
        }
        // Words that differ; standing elsewhere asks for a word of one that is somewhere else in the other.
        let w = &g.words;
        let (one, differ) = (x.words.one_script(&y.words), x.words.differ(&y.words));
        let (mut sound, mut crossed, mut moved) = ([0u32; SLOTS], [0u32; SLOTS], [0.0f32; SLOTS]);
        for i in 0..SLOTS {
            let here = lane(unlike & w.exact[i] != 0);
            sound[i] = here & lane(same & w.sounds[i] != 0);
            let far = pick(one[i], w.far[0][i], w.far[1][i]);
            let close = pick(one[i], w.close[0][i], w.close[1][i]);
            let known = pick(differ[i], far, close);
            sums[i] += of(known, here);
            moved[i] = of((w.moved[i] - known).max(0.0), here & one[i]);
            let meets = |k: usize| lane(x.codes[i] == y.codes[(i + k) % SLOTS]);
            crossed[i] = (meets(1) | meets(2) | meets(3)) & lane(x.codes[i] != 0);
        }
        let any = |lanes: [u32; SLOTS]| (lanes[0] | lanes[1]) | (lanes[2] | lanes[3]);
        let sum = |lanes: [f32; SLOTS]| (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        let mut most = self.prior[usize::from(pair.one_list)].0 + MARGIN + sum(sums);
        most += of(sum(moved), lane(any(crossed) != 0));
        let dates = lane(unlike & g.birth.date != 0);
        most += of(g.birth.most(x.birth, y.birth), dates);
        let ages = lane(pair.both & g.birth.age != 0) & lane(same & g.birth.date == 0) & !dates;
        most += of(g.birth.ages[x.age.abs_diff(y.age).min(11) as usize], ages);
        most += of(g.death.most(x.death, y.death), lane(unlike & g.death.date != 0));
        most += g.place.most(same, unlike, x.place, y.place);
        (most < floor) & (any(sound) == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::same_columns;
    use crate::stages::Prepared;
    use crate::table::{Table, mix};
    use crate::{Options, prepare};
    use std::sync::atomic::AtomicBool;

    const HEADERS: [&str; 10] =
        ["given", "father", "grandfather", "family", "sex", "dob", "age", "dod", "place", "district"];

    /// Records of few names, often garbled, in two scripts, with dates whole, partial and impossible.
    fn lists() -> Table {
        let words = [
            "samira",
            "samir",
            "samera",
            "سمير",
            "سميرة",
            "karim",
            "kareem",
            "كريم",
            "adelinatorre",
            "adelinatore",
        ];
        let more = ["", "j", "omar", "عمر", "amro", "ziad", "zeyad", "torre", "torres", "ali"];
        let dates =
            ["1970-03-04", "1970-04-03", "1970-03-05", "1970-01-01", "1970", "1970-83-04", "1907-03-04"];
        let later = ["1984-11-23", "1984-12-23", "1985-11-23", "1994-11", "", "1983-11-22", "2001-09-30"];
        let places = ["northgate", "nortgate", "northgate east", "southgate", "hill", "hall", ""];
        let mut table = Table::new("list", &HEADERS);
        for i in 0..400u64 {
            let pick = |k: u64, of: &[&'static str], others: &[&'static str]| {
                let r = mix(i << 8 | k) >> 8;
                let all = of.len() + others.len();
                let at = (r % all as u64) as usize;
                if at < of.len() { of[at] } else { others[at - of.len()] }
            };
            let age = (mix(i << 8 | 200) >> 8) % 40;
            let age = if age < 10 { String::new() } else { age.to_string() };
            let name = |k: u64| pick(k, &words, &more);
            let row = [
                name(0),
                name(1),
                name(2),
                name(3),
                pick(4, &["m", "f"], &[""]),
                pick(5, &dates, &later),
                &age,
                pick(6, &later, &dates),
                pick(7, &places, &[]),
                pick(8, &["north", "south"], &[""]),
            ];
            table.push_row(row);
        }
        table
    }

    #[test]
    fn a_glance_never_hides_a_pair() {
        let tables = [lists()];
        let options = Options::default();
        let prepared: Prepared = prepare(&tables, &options, &|_| (), &AtomicBool::new(false)).unwrap();
        let records = &prepared.records;
        assert_eq!(records.fields.len(), 8);
        let scorer = Scorer::new(records, &prepared.model);
        let (mut hidden, mut all) = (0, 0);
        for i in 0..records.len() {
            for j in 0..i {
                let (a, b) = (records.row(i), records.row(j));
                let (same, both) = (same_columns(a, b), records.said(i) & records.said(j));
                let (left, right) = (j as u32, i as u32);
                for one_list in [false, true] {
                    let pair = Pair { left, right, a, b, same, both, one_list, at: (0, 0) };
                    let bits = scorer.bits(a, b, same, one_list, f32::MIN).unwrap();
                    // At its own weight nothing may be hidden; a little above it what is unlike mostly should be.
                    for floor in [bits, bits + 6.0] {
                        let hopeless = scorer.hopeless(&pair, &scorer.glance(a), &scorer.glance(b), floor);
                        assert!(!hopeless || bits < floor, "{i} {j}");
                        (hidden, all) = (hidden + u32::from(hopeless), all + 1);
                    }
                }
            }
        }
        assert!(hidden > all / 15, "{hidden} of {all}");
    }
}
