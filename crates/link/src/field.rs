//! What is compared, and the level at which two records agree on it.

use crate::dates::Written;
use crate::measure::{count_level, point_level};
use crate::text::Text;
use cairn_names::{Token, TokenLevel};
use serde::{Deserialize, Serialize};

/// Levels are small numbers; 0 means that one side says nothing.
pub(crate) const MISSING: u8 = 0;
/// Level of a name that stands in another place of the other name.
pub(crate) const MOVED: u8 = 7;
/// Added to a level of names that are in different scripts, where equality of letters cannot be.
pub(crate) const ACROSS: u8 = 6;
/// Four bits a field in a packed pattern.
pub(crate) const MAX_FIELDS: usize = 16;
/// Slots of a name: given, father, grandfather, family.
pub(crate) const SLOTS: usize = 4;

/// A field of the comparison and the columns of the coded row that it reads.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Field {
    pub name: String,
    pub kind: FieldKind,
}

/// The kinds of comparison.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum FieldKind {
    Name { slot: usize, exact: usize, skeleton: usize },
    Born { date: usize, age: usize },
    Sex { code: usize },
    Place { code: usize, area: usize, texts: Vec<Text> },
    Death { code: usize },
    Text { code: usize, texts: Vec<Text> },
    Count { code: usize },
    Point { code: usize, at: Vec<(f32, f32)> },
}

/// Values behind the codes, shared by fields.
#[derive(Default, Debug, Serialize, Deserialize)]
pub(crate) struct Values {
    pub tokens: Vec<Token>,
    pub births: Vec<(Written, Option<i32>)>,
    pub deaths: Vec<(Written, Option<i32>)>,
    /// Columns of the row that hold the name slots, in slot order; `usize::MAX` for a slot that no table has.
    pub slots: [usize; SLOTS],
}

impl Field {
    /// How many levels the field has, the missing one included.
    pub fn levels(&self) -> usize {
        match self.kind {
            FieldKind::Name { .. } => 13,
            FieldKind::Born { .. } => 12,
            FieldKind::Sex { .. } => 3,
            FieldKind::Place { .. } | FieldKind::Text { .. } => 5,
            FieldKind::Death { .. } | FieldKind::Count { .. } | FieldKind::Point { .. } => 6,
        }
    }

    /// The column whose equality is the best level.
    pub fn exact(&self) -> usize {
        match self.kind {
            FieldKind::Name { exact, .. } => exact,
            FieldKind::Born { date, .. } => date,
            FieldKind::Sex { code }
            | FieldKind::Place { code, .. }
            | FieldKind::Death { code }
            | FieldKind::Text { code, .. }
            | FieldKind::Count { code }
            | FieldKind::Point { code, .. } => code,
        }
    }

    /// Where the levels fall into kinds of comparison: what is probable is asked inside a kind, because which kind a
    /// pair allows (two scripts or one, two birth dates or only ages) is no evidence.
    pub fn kinds(&self) -> &'static [(usize, usize)] {
        match self.kind {
            FieldKind::Name { .. } => &[(1, 8), (8, 13)],
            FieldKind::Born { .. } => &[(1, 7), (7, 12)],
            FieldKind::Sex { .. } => &[(1, 3)],
            FieldKind::Place { .. } | FieldKind::Text { .. } => &[(1, 5)],
            FieldKind::Death { .. } | FieldKind::Count { .. } | FieldKind::Point { .. } => &[(1, 6)],
        }
    }

    /// In words, for explanations.
    pub fn wording(&self, level: u8) -> &'static str {
        let words: &[&str] = match self.kind {
            FieldKind::Name { .. } => &[
                "not said",
                "same",
                "same sounds, other spelling or script",
                "same consonants, other vowels",
                "one slip apart",
                "close",
                "different",
                "stands elsewhere in the name",
                "same sounds in another script",
                "same consonants in another script, other vowels",
                "another script, nearly the same consonants",
                "another script, close",
                "another script, different",
            ],
            FieldKind::Born { .. } => &[
                "not said",
                "same birth date",
                "birth dates one slip apart",
                "same month, or same year and no day",
                "birth dates within a year",
                "birth dates within ten years",
                "birth dates apart",
                "same age",
                "ages one year apart",
                "ages within three years",
                "ages within ten years",
                "ages apart",
            ],
            FieldKind::Sex { .. } => &["not said", "same", "different"],
            FieldKind::Place { .. } => {
                &["not said", "same place", "one slip apart", "same area", "elsewhere"]
            }
            FieldKind::Death { .. } => &[
                "not said",
                "same day",
                "within three days",
                "within a month, or same month and no day",
                "within a year",
                "apart",
            ],
            FieldKind::Count { .. } => &[
                "not said",
                "same number",
                "within one or a tenth",
                "up to half as many again",
                "up to three times",
                "apart",
            ],
            FieldKind::Point { .. } => {
                &["not said", "same point", "within 1 km", "within 5 km", "within 25 km", "apart"]
            }
            FieldKind::Text { .. } => &["not said", "same", "one slip apart", "begins alike", "different"],
        };
        words.get(usize::from(level)).copied().unwrap_or("")
    }

    /// The level of agreement of two coded rows; `same` has a bit for every column that is equal and said.
    #[inline]
    pub fn level(&self, values: &Values, a: &[u32], b: &[u32], same: u32) -> u8 {
        let equal = |column: usize| same >> column & 1 == 1;
        match &self.kind {
            FieldKind::Name { slot, exact, skeleton } => {
                if equal(*exact) {
                    return TokenLevel::Exact as u8;
                }
                let (x, y) = (a[*exact], b[*exact]);
                if x == 0 || y == 0 {
                    return MISSING;
                }
                let (s, t) = (&values.tokens[x as usize], &values.tokens[y as usize]);
                let across = if s.script() == t.script() { 0 } else { ACROSS };
                if equal(*skeleton) {
                    let level = if s.vowels_clash(t) { TokenLevel::Skeleton } else { TokenLevel::Variant };
                    return level as u8 + across;
                }
                if across == 0
                    && let Some(level) = moved(*slot, &values.slots, a, b)
                {
                    return level;
                }
                s.compare_unlike(t) as u8 + across
            }
            FieldKind::Born { date, age } => {
                if equal(*date) {
                    return 1;
                }
                let (x, y) = (a[*date], b[*date]);
                if x != 0 && y != 0 {
                    return birth_level(values.births[x as usize], values.births[y as usize]);
                }
                let (x, y) = (a[*age], b[*age]);
                if x == 0 || y == 0 {
                    return MISSING;
                }
                age_level(x, y)
            }
            FieldKind::Sex { code } => two_sided(a[*code], b[*code], equal(*code), || 2),
            FieldKind::Place { code, area, texts } => {
                if equal(*code) {
                    return 1;
                }
                let (x, y) = (a[*code], b[*code]);
                let finest = x != 0 && y != 0;
                if finest && texts[x as usize].near(&texts[y as usize]) {
                    2
                } else if equal(*area) && area != code {
                    3
                } else if finest || (area != code && a[*area] != 0 && b[*area] != 0) {
                    4
                } else {
                    MISSING
                }
            }
            FieldKind::Death { code } => two_sided(a[*code], b[*code], equal(*code), || {
                death_level(values.deaths[a[*code] as usize], values.deaths[b[*code] as usize])
            }),
            FieldKind::Count { code } => {
                two_sided(a[*code], b[*code], equal(*code), || count_level(a[*code], b[*code]))
            }
            FieldKind::Point { code, at } => two_sided(a[*code], b[*code], equal(*code), || {
                point_level(at[a[*code] as usize], at[b[*code] as usize])
            }),
            FieldKind::Text { code, texts } => two_sided(a[*code], b[*code], equal(*code), || {
                let (x, y) = (&texts[a[*code] as usize], &texts[b[*code] as usize]);
                if x.near(y) {
                    2
                } else if x.begins_alike(y) {
                    3
                } else {
                    4
                }
            }),
        }
    }
}

fn two_sided(a: u32, b: u32, equal: bool, unlike: impl FnOnce() -> u8) -> u8 {
    if equal {
        1
    } else if a == 0 || b == 0 {
        MISSING
    } else {
        unlike()
    }
}

/// The word of this slot stands in another slot on the other side, and that slot's word here or nothing there:
/// parts exchanged, or the chain shifted by a missing part. Two parts that are exchanged are one piece of evidence, told
/// at the first of them.
fn moved(slot: usize, slots: &[usize; SLOTS], a: &[u32], b: &[u32]) -> Option<u8> {
    let here = slots[slot];
    slots.iter().enumerate().find_map(|(k, &other)| {
        if other == here || other == usize::MAX {
            return None;
        }
        match (a[here] == b[other], b[here] == a[other]) {
            (true, true) => Some(if k < slot { MISSING } else { MOVED }),
            (true, false) if a[other] == 0 => Some(MOVED),
            (false, true) if b[other] == 0 => Some(MOVED),
            _ => None,
        }
    })
}

pub(crate) fn age_level(a: u32, b: u32) -> u8 {
    match a.abs_diff(b) {
        0 => 7,
        1 => 8,
        2..=3 => 9,
        4..=10 => 10,
        _ => 11,
    }
}

pub(crate) fn birth_level(a: (Written, Option<i32>), b: (Written, Option<i32>)) -> u8 {
    let (x, y) = (a.0, b.0);
    if x.year == y.year && (x.month == y.month || x.year_only() || y.year_only()) {
        return if x.slip(y) && !x.year_only() && !y.year_only() { 2 } else { 3 };
    }
    if x.slip(y) {
        return 2;
    }
    match (a.1, b.1) {
        (Some(p), Some(q)) if p.abs_diff(q) <= 366 => 4,
        (Some(p), Some(q)) if p.abs_diff(q) <= 3653 => 5,
        (Some(_), Some(_)) => 6,
        _ if x.year.abs_diff(y.year) <= 1 => 4,
        _ if x.year.abs_diff(y.year) <= 10 => 5,
        _ => 6,
    }
}

pub(crate) fn death_level(a: (Written, Option<i32>), b: (Written, Option<i32>)) -> u8 {
    let (Some(p), Some(q)) = (a.1, b.1) else {
        return if a.0.year == b.0.year { 4 } else { 5 };
    };
    let vague_month =
        a.0.year == b.0.year && a.0.month == b.0.month && (a.0.month_only() || b.0.month_only());
    match p.abs_diff(q) {
        0..=3 if !vague_month => 2,
        _ if vague_month => 3,
        4..=31 => 3,
        32..=366 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Order;

    #[test]
    fn dates_agree_by_degrees() {
        let d = |s: &str| {
            let w = Written::read(s, Order::DayFirst).unwrap();
            (w, w.days())
        };
        for (a, b, birth, death) in [
            ("1970-03-04", "1970-04-03", 2, 3),
            ("1970-03-04", "1970-03-05", 2, 2),
            ("1970-03-14", "1970-01-01", 3, 4),
            ("1970-03-14", "1970-12-25", 4, 4),
            ("1970-03-14", "1975-12-25", 5, 5),
            ("1970-03-14", "1999-12-25", 6, 5),
            ("1970-03-14", "1970-83-14", 2, 4),
        ] {
            assert_eq!(birth_level(d(a), d(b)), birth, "{a} {b}");
            assert_eq!(birth_level(d(b), d(a)), birth, "{a} {b}");
            assert_eq!(death_level(d(a), d(b)), death, "{a} {b}");
        }
    }
}
