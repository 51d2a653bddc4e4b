//! Most pairs of a block are two people, and a glance shows it: no evidence that could still come would lift them above
//! the floor. The glance keeps what it needs of a record side by side and asks nothing of the tables of values.

use cairn_names::Outline;

use crate::dates::Written;
use crate::field::{Field, FieldKind, SLOTS, age_level, birth_level, death_level};
use crate::pairs::Pair;
use crate::score::Scorer;

/// A date as written and its day.
type Day = (Written, Option<i32>);

/// What is looked at of one record.
pub(crate) struct Glance {
    names: [Outline; SLOTS],
    birth: Day,
    death: Day,
    /// The letters of the place.
    place: u64,
}

/// Bits of doubt that rounding may cost.
const MARGIN: f32 = 0.01;

/// The weights of a model in the order in which glances ask for them.
#[derive(Default)]
pub(crate) struct Glances {
    /// Columns whose equality is the first level of a field.
    exact: u32,
    /// What agreeing on a value is worth, by column and code.
    worth: Vec<Vec<f32>>,
    /// Exact columns of fields that are not looked into at first, and the most that they can add when unlike.
    later: u32,
    ceiling: [f32; 32],
    names: Vec<Name>,
    birth: Option<(usize, usize, usize)>,
    death: Option<(usize, usize)>,
    sex: Option<(usize, usize)>,
    /// Field, column, column of the area where there is one.
    place: Option<(usize, usize, Option<usize>)>,
}

struct Name {
    slot: usize,
    exact: usize,
    skeleton: usize,
    /// By script, one or two: words that differ, words that may be close, and words that stand elsewhere.
    far: [f32; 2],
    close: [f32; 2],
    moved: [f32; 2],
}

/// The higher of the weights of some levels.
fn best(weights: &[f32; 16], levels: &[usize]) -> f32 {
    levels.iter().map(|l| weights[*l]).fold(f32::MIN, f32::max)
}

impl Glances {
    /// From the fields, the weight of each level, and the rarity of each value of a field's first column.
    pub fn new(
        fields: &[Field],
        weights: &[[f32; 16]],
        exact: &[u8],
        rarity: &dyn Fn(usize) -> Vec<f32>,
    ) -> Self {
        let mut out = Self { worth: vec![Vec::new(); 32], ..Self::default() };
        for (f, field) in fields.iter().enumerate() {
            let (w, column) = (&weights[f], usize::from(exact[f]));
            out.exact |= 1 << column;
            out.worth[column] = rarity(f).into_iter().map(|r| w[1] + r).collect();
            match &field.kind {
                FieldKind::Name { slot, exact, skeleton } => {
                    let name = Name {
                        slot: *slot,
                        exact: *exact,
                        skeleton: *skeleton,
                        far: [w[6], w[12]],
                        close: [best(w, &[4, 5, 6]), best(w, &[10, 11, 12])],
                        moved: [w[7].max(0.0), f32::MIN],
                    };
                    out.later |= 1 << column;
                    out.ceiling[column] = best(w, &[4, 5, 6, 7, 10, 11, 12]);
                    out.names.push(name);
                }
                FieldKind::Born { date, age } => out.birth = Some((f, *date, *age)),
                FieldKind::Death { code } => out.death = Some((f, *code)),
                FieldKind::Sex { code } => out.sex = Some((f, *code)),
                FieldKind::Place { code, area, .. } => {
                    out.place = Some((f, *code, Some(*area).filter(|a| a != code)));
                }
                FieldKind::Text { .. } | FieldKind::Count { .. } | FieldKind::Point { .. } => {
                    out.later |= 1 << column;
                    out.ceiling[column] = best(w, &[2, 3, 4, 5]);
                }
            }
        }
        out
    }
}

#[inline]
fn is(mask: u32, column: usize) -> bool {
    mask >> column & 1 == 1
}

/// Three symbols or more.
#[inline]
fn three(set: u64) -> bool {
    let less = set & set.wrapping_sub(1);
    less & less.wrapping_sub(1) != 0
}

impl Scorer<'_> {
    /// Looks at a record.
    pub fn glance(&self, row: &[u32]) -> Glance {
        let values = &self.records.values;
        let mut out =
            Glance { names: Default::default(), birth: Day::default(), death: Day::default(), place: 0 };
        for field in &self.records.fields {
            match &field.kind {
                FieldKind::Name { slot, exact, .. } => {
                    out.names[*slot] = values.tokens[row[*exact] as usize].outline();
                }
                FieldKind::Born { date, .. } => out.birth = values.births[row[*date] as usize],
                FieldKind::Death { code } => out.death = values.deaths[row[*code] as usize],
                FieldKind::Place { code, texts, .. } => out.place = texts[row[*code] as usize].set(),
                _ => {}
            }
        }
        out
    }

    /// True only where [`Scorer::bits`] finds less than `floor`; false decides nothing.
    #[inline]
    pub fn hopeless(&self, pair: &Pair, x: &Glance, y: &Glance, floor: f32) -> bool {
        let g = &self.glances;
        let (a, b, same, unlike) = (pair.a, pair.b, pair.same, pair.both & !pair.same);
        let mut most = self.prior[usize::from(pair.one_list)].0 + MARGIN;
        let mut equal = same & g.exact;
        while equal != 0 {
            let column = equal.trailing_zeros() as usize;
            most += g.worth[column].get(a[column] as usize).copied().unwrap_or(0.0);
            equal &= equal - 1;
        }
        let mut later = unlike & g.later;
        while later != 0 {
            most += g.ceiling[later.trailing_zeros() as usize];
            later &= later - 1;
        }
        if let Some((f, date, age)) = g.birth {
            if is(unlike, date) {
                most += self.same[f][usize::from(birth_level(x.birth, y.birth))];
            } else if is(pair.both, age) && !is(same, date) {
                most += self.same[f][usize::from(age_level(a[age], b[age]))];
            }
        }
        if let Some((f, code)) = g.death
            && is(unlike, code)
        {
            most += self.same[f][usize::from(death_level(x.death, y.death))];
        }
        if let Some((f, code)) = g.sex
            && is(unlike, code)
        {
            most += self.same[f][2];
        }
        if let Some((f, code, area)) = g.place
            && !is(same, code)
        {
            let said = is(unlike, code);
            let w = &self.same[f];
            let otherwise = match area {
                Some(area) if is(same, area) => w[3],
                Some(area) if said || is(unlike, area) => w[4],
                None if said => w[4],
                _ => 0.0,
            };
            let near = said && !three(x.place & !y.place) && !three(y.place & !x.place);
            most += if near { otherwise.max(w[2]) } else { otherwise };
        }
        if most < floor {
            return !g.names.iter().any(|n| is(same, n.skeleton) && is(unlike, n.exact));
        }
        let mut moved = 0.0;
        for n in &g.names {
            if !is(unlike, n.exact) {
                continue;
            }
            if is(same, n.skeleton) {
                return false;
            }
            let (s, t) = (x.names[n.slot], y.names[n.slot]);
            let two = usize::from(!s.one_script(t));
            let known = if s.differs(t) { n.far[two] } else { n.close[two] };
            most += known - g.ceiling[n.exact];
            moved += (n.moved[two] - known).max(0.0);
        }
        if most >= floor {
            return false;
        }
        if most + moved < floor {
            return true;
        }
        // Is a word of one name anywhere else in the other?
        let crossed = |i: &Name, j: &Name| i.slot != j.slot && a[i.exact] != 0 && a[i.exact] == b[j.exact];
        !g.names.iter().any(|i| g.names.iter().any(|j| crossed(i, j)))
    }
}
