//! How people of one family agree on what is not their name: read off pairs that share father and family, whose given
//! names differ.

use crate::em::{Levels, MAX_LEVELS, hopeful, level_of, normalise};
use crate::encode::Records;
use crate::field::{Field, FieldKind, MAX_FIELDS};
use crate::learn::{SEED_PAIRS, count_patterns, possible_pairs};
use crate::pairs::{Passes, samples};

/// What is known of relatives.
pub(crate) struct Family {
    pub levels: Levels,
    /// Pairs of relatives that taught it.
    pub seen: f64,
}

/// Relatives that the first guess is worth.
const GUESSED: f64 = 30.0;
/// Pairs inside lists from which those across lists are not asked.
const ENOUGH: f64 = 300.0;
/// So many relatives, years apart, tell how alike the given names of a family are, in one script or in two.
const NAMES: f64 = 500.0;
const ROUNDS: usize = 40;

/// Relatives of which nothing was seen: half of them lived and died in one place and on one day.
fn guess(fields: &[Field], chance: &Levels) -> Levels {
    let same = hopeful(fields);
    let mut out = *chance;
    for (f, field) in fields.iter().enumerate() {
        match field.kind {
            FieldKind::Place { .. } | FieldKind::Death { .. } | FieldKind::Point { .. } => {
                for (o, s) in out[f].iter_mut().zip(&same[f]) {
                    *o = 0.5 * (*o + s);
                }
            }
            _ => {}
        }
    }
    out
}

/// Learns how relatives agree. `None` where lists have no chain of names.
pub(crate) fn family(records: &Records, chance: &Levels, largest: u64) -> Option<Family> {
    let fields = &records.fields;
    let name = |want: usize| -> Option<Slot> {
        fields.iter().enumerate().find_map(|(i, f)| match f.kind {
            FieldKind::Name { slot, skeleton, exact } if slot == want => Some((i, skeleton, exact)),
            _ => None,
        })
    };
    let (given, father, last) = (name(0)?, name(1)?, name(3)?);
    let grand = name(2);
    let filled = records.cells.chunks(records.width).take(20_000).filter(|r| r[father.2] != 0).count();
    if filled * 2 < records.len().min(20_000) {
        return None;
    }
    let mask = 1 << father.1 | 1 << last.1;
    let all = Passes::new(records, &[mask], largest, false);
    let counts = count_patterns(&all, &samples(records, &[mask], 3 * SEED_PAIRS, largest));
    let line = |p: u64| grand.is_none_or(|g| matches!(level_of(p, g.0), 0..=2 | 8));
    let apart = |p: u64| matches!(level_of(p, given.0), 6 | 12);
    let relatives = |side: usize| -> Vec<(u64, f64)> {
        let pairs = counts[0].all[side].iter().map(|c| (c.pattern, c.count));
        pairs.filter(|(p, _)| apart(*p) && line(*p)).collect()
    };
    // On one list a person hardly stands twice, so that pairs inside lists show families without the disguise of
    // one person's garbled given name.
    let inside = relatives(1);
    let total = |pairs: &[(u64, f64)]| pairs.iter().map(|p| p.1).sum::<f64>();
    let across = total(&inside) < ENOUGH;
    let pairs = if across { [inside, relatives(0)].concat() } else { inside };
    let said: Vec<usize> =
        (0..fields.len()).filter(|f| !matches!(fields[*f].kind, FieldKind::Name { .. })).collect();
    let possible: f64 = possible_pairs(records)[usize::from(!across)..].iter().sum();
    let namesakes = possible * namesakes(records, chance, [given, father, last], grand);
    let share = (1.0 - namesakes / total(&pairs).max(1.0)).clamp(0.02, 1.0);
    let mut mixed = Mixed { said, chance, levels: guess(fields, chance), share };
    mixed.learn(fields, &pairs);
    let seen = share * total(&pairs);
    let mut levels = mixed.levels;
    // Brothers and sisters for certain: on one list, years apart. How alike are their given names?
    let birth = fields.iter().position(|f| matches!(f.kind, FieldKind::Born { .. }));
    let mut given_names = [0.0; MAX_LEVELS];
    for c in counts[0].all[1].iter().filter(|c| line(c.pattern)) {
        if birth.is_some_and(|b| matches!(level_of(c.pattern, b), 5 | 6 | 10 | 11)) {
            given_names[level_of(c.pattern, given.0)] += c.count * mixed.relatives(c.pattern);
        }
    }
    let mut names = [[0.0; MAX_LEVELS]; MAX_FIELDS];
    names[given.0] = given_names;
    normalise(fields, &mut names);
    levels[given.0] = [0.0; MAX_LEVELS];
    for &(from, to) in fields[given.0].kinds() {
        if given_names[from..to].iter().sum::<f64>() >= NAMES {
            levels[given.0][from..to].copy_from_slice(&names[given.0][from..to]);
        }
    }
    Some(Family { levels, seen })
}

/// A name slot: its field, the column of its sounds and that of its letters.
type Slot = (usize, usize, usize);

/// How probable it is that two strangers are taken for relatives.
fn namesakes(
    records: &Records,
    chance: &Levels,
    [given, father, last]: [Slot; 3],
    grand: Option<Slot>,
) -> f64 {
    let both_say = |slot: Slot| {
        let said = records.cells.iter().skip(slot.2).step_by(records.width).filter(|c| **c != 0).count();
        let share = said as f64 / records.len().max(1) as f64;
        share * share
    };
    let sounds = |slot: Slot| chance[slot.0][1..4].iter().sum::<f64>();
    let line = grand.map_or(1.0, |g| 1.0 - both_say(g) * (1.0 - chance[g.0][1] - chance[g.0][2]));
    let apart = both_say(given) * chance[given.0][6];
    both_say(father) * sounds(father) * both_say(last) * sounds(last) * line * apart
}

/// Relatives among namesakes: in large lists many share a father's and a family name by chance.
struct Mixed<'a> {
    /// Fields that are no names.
    said: Vec<usize>,
    chance: &'a Levels,
    levels: Levels,
    /// Share of relatives, which is known too.
    share: f64,
}

impl Mixed<'_> {
    /// Probability that a pair is of relatives.
    fn relatives(&self, pattern: u64) -> f64 {
        let (mut a, mut b) = (self.share, 1.0 - self.share);
        for &f in &self.said {
            let l = level_of(pattern, f);
            if l != 0 {
                a *= self.levels[f][l];
                b *= self.chance[f][l];
            }
        }
        if a + b > 0.0 { a / (a + b) } else { 0.5 }
    }

    /// Expectation maximisation of two classes of which one is known.
    fn learn(&mut self, fields: &[Field], pairs: &[(u64, f64)]) {
        let guess = self.levels;
        for _ in 0..ROUNDS {
            let mut levels = [[0.0; MAX_LEVELS]; MAX_FIELDS];
            for (pattern, count) in pairs {
                let r = count * self.relatives(*pattern);
                for &f in &self.said {
                    levels[f][level_of(*pattern, f)] += r;
                }
            }
            for &f in &self.said {
                for &(from, to) in fields[f].kinds() {
                    let seen = GUESSED + levels[f][from..to].iter().sum::<f64>();
                    for l in from..to {
                        self.levels[f][l] = (levels[f][l] + GUESSED * guess[f][l]) / seen;
                    }
                }
            }
        }
    }
}
