//! From agreement to evidence: the weight of a pair in bits, with the frequency of the value agreed upon.

use crate::em::Model;
use crate::encode::Records;
use crate::field::{Field, FieldKind, MAX_FIELDS};
use crate::glance::Glances;
use crate::pairs::same_columns;
use libm::{exp2, exp2f, log2, log2f};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Scores pairs under a fitted model.
pub(crate) struct Scorer<'a> {
    pub records: &'a Records,
    pub model: &'a Model,
    pub(crate) same: [[f32; 16]; MAX_FIELDS],
    family: [[f32; 16]; MAX_FIELDS],
    /// Best weight of a field that is said on both sides but not equal.
    best: [f32; MAX_FIELDS],
    pub(crate) prior: [(f32, f32); 2],
    frequency: Cow<'a, [Frequency]>,
    /// Cheap and telling fields first.
    order: Vec<usize>,
    exact: [u8; MAX_FIELDS],
    /// The column of sounds of a name field, else `u8::MAX`.
    sounds: [u8; MAX_FIELDS],
    /// A bit for every field that is missing when its exact column is.
    plain: u32,
    pub(crate) glances: Glances,
}

/// What agreeing on one value is worth beyond agreeing at all, in bits, by code.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Frequency {
    exact: Vec<f32>,
    sounds: Vec<f32>,
}

/// Evidence of one field in a pair.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evidence {
    pub field: usize,
    pub level: u8,
    pub same: f32,
    pub family: f32,
    pub rarity: f32,
}

/// Log-odds in bits to probability.
pub(crate) fn probability(bits: f32) -> f64 {
    1.0 / (1.0 + exp2(-f64::from(bits)))
}

fn rarity(records: &Records, column: usize, agree: f64) -> Vec<f32> {
    let counts = records.counts(column);
    let said: u64 = counts[1..].iter().map(|c| u64::from(*c)).sum();
    // A value seen once more than it was: the pair at hand is part of the count.
    let worth = |c: &u32| log2(agree * said as f64 / (f64::from(*c) + 1.0)) as f32;
    let mut out: Vec<f32> = counts.iter().map(worth).collect();
    out[0] = log2(agree * said as f64) as f32;
    out
}

/// What agreeing on each value of each field is worth: read off all records once.
pub(crate) fn frequencies(records: &Records, model: &Model) -> Vec<Frequency> {
    let of = |(f, field): (usize, &Field)| {
        let chance = &model.chance[f];
        match field.kind {
            FieldKind::Name { exact, skeleton, .. } => {
                let sounds = rarity(records, skeleton, chance[1] + chance[2] + chance[3]);
                let mut letters = rarity(records, exact, chance[1]);
                // A name that both lists spell alike is as rare as its sounds at least: that one person is spelled alike
                // is then no matter of chance, however seldom other names are.
                let same = &model.same[f];
                let sounding = chance[1] / (chance[1] + chance[2] + chance[3]);
                let alike = log2((same[1] + same[2] + same[3]) / same[1] * sounding) as f32;
                for row in records.cells.chunks(records.width) {
                    let own = &mut letters[row[exact] as usize];
                    *own = own.max(sounds[row[skeleton] as usize] + alike);
                }
                Frequency { exact: letters, sounds }
            }
            FieldKind::Sex { .. } => Frequency::default(),
            _ => Frequency { exact: rarity(records, field.exact(), chance[1]), ..Frequency::default() },
        }
    };
    records.fields.par_iter().enumerate().map(of).collect()
}

impl<'a> Scorer<'a> {
    pub fn new(records: &'a Records, model: &'a Model) -> Self {
        Self::with(records, model, Cow::Owned(frequencies(records, model)))
    }

    /// [`Scorer::new`] with frequencies that were read before.
    pub fn with(records: &'a Records, model: &'a Model, frequency: Cow<'a, [Frequency]>) -> Self {
        let mut out = Self {
            records,
            model,
            same: [[0.0; 16]; MAX_FIELDS],
            family: [[0.0; 16]; MAX_FIELDS],
            best: [0.0; MAX_FIELDS],
            prior: [(0.0, 0.0); 2],
            frequency,
            order: Vec::new(),
            exact: [u8::MAX; MAX_FIELDS],
            sounds: [u8::MAX; MAX_FIELDS],
            plain: 0,
            glances: Glances::default(),
        };
        for (side, (a, b)) in model.prior.iter().enumerate() {
            out.prior[side] = (log2(a / (1.0 - a - b)) as f32, log2(b.max(1e-300) / (1.0 - a - b)) as f32);
        }
        for (f, field) in records.fields.iter().enumerate() {
            let n = field.levels();
            for l in 1..n {
                out.same[f][l] = log2(model.same[f][l] / model.chance[f][l]) as f32;
                out.family[f][l] = log2(model.family[f][l] / model.chance[f][l]) as f32;
            }
            // Names of the same sounds are looked at before the bound is asked.
            let name = matches!(field.kind, FieldKind::Name { .. });
            let unlike = (2..n).filter(|l| !name || !matches!(l, 2 | 3 | 8 | 9));
            out.best[f] = unlike.map(|l| out.same[f][l]).fold(0.0, f32::max);
            if let FieldKind::Name { skeleton, .. } = field.kind {
                out.sounds[f] = skeleton as u8;
                // The rarity of sounds is told beside how often two names of one script sound the same by chance.
                let chance = &model.chance[f];
                let scripts = log2((chance[8] + chance[9]) / (chance[1] + chance[2] + chance[3])) as f32;
                for l in [8, 9] {
                    out.same[f][l] += scripts;
                    out.family[f][l] += scripts;
                }
            }
            let two_columns = match field.kind {
                FieldKind::Born { .. } => true,
                FieldKind::Place { code, area, .. } => code != area,
                _ => false,
            };
            out.plain |= u32::from(!two_columns) << f;
            out.exact[f] = field.exact() as u8;
        }
        let cost = |f: usize| match records.fields[f].kind {
            FieldKind::Sex { .. } => 0,
            FieldKind::Born { .. } => 1,
            FieldKind::Death { .. } => 2,
            FieldKind::Name { slot: 3, .. } => 3,
            FieldKind::Name { slot: 0, .. } => 4,
            FieldKind::Name { .. } => 5,
            FieldKind::Place { .. } => 6,
            FieldKind::Text { .. } => 7,
            FieldKind::Count { .. } | FieldKind::Point { .. } => 2,
        };
        out.order = (0..records.fields.len()).collect();
        out.order.sort_by_key(|f| (cost(*f), *f));
        out.glances = Glances::new(&records.fields, &records.values, &out.same, &out.exact);
        out
    }

    /// What agreeing on its value of field `f` is worth to a record.
    #[inline]
    pub(crate) fn worth(&self, f: usize, row: &[u32]) -> f32 {
        let code = row[usize::from(self.exact[f])] as usize;
        self.same[f][1] + self.frequency[f].exact.get(code).copied().unwrap_or(0.0)
    }

    #[inline]
    fn rarity(&self, f: usize, level: u8, a: &[u32]) -> f32 {
        let fr = &self.frequency[f];
        match (level, &self.records.fields[f].kind) {
            (1, _) => fr.exact.get(a[usize::from(self.exact[f])] as usize).copied().unwrap_or(0.0),
            (2 | 3 | 8 | 9, FieldKind::Name { skeleton, .. }) => {
                fr.sounds.get(a[*skeleton] as usize).copied().unwrap_or(0.0)
            }
            _ => 0.0,
        }
    }

    /// The weight in bits, or `None` as soon as it cannot reach `floor`.
    #[inline]
    pub fn bits(&self, a: &[u32], b: &[u32], same: u32, one_list: bool, floor: f32) -> Option<f32> {
        let (to_same, to_family) = self.prior[usize::from(one_list)];
        let (mut w, mut fam, mut bound) = (to_same, to_family, 0.0f32);
        let mut todo = [0u8; MAX_FIELDS];
        let mut n = 0;
        for &f in &self.order {
            let column = usize::from(self.exact[f]);
            if same >> column & 1 == 1 {
                let r = self.frequency[f].exact.get(a[column] as usize).copied().unwrap_or(0.0);
                w += self.same[f][1] + r;
                fam += self.family[f][1] + r;
            } else if self.plain >> f & 1 == 1 && (a[column] == 0 || b[column] == 0) {
                // Not said: no evidence.
            } else if self.sounds[f] != u8::MAX && same >> self.sounds[f] & 1 == 1 {
                let level = self.records.fields[f].level(&self.records.values, a, b, same);
                let r = self.rarity(f, level, a);
                w += self.same[f][usize::from(level)] + r;
                fam += self.family[f][usize::from(level)] + r;
            } else {
                todo[n] = f as u8;
                n += 1;
                bound += self.best[f];
            }
        }
        for &f in &todo[..n] {
            if w + bound < floor {
                return None;
            }
            let f = usize::from(f);
            let level = self.records.fields[f].level(&self.records.values, a, b, same);
            let r = self.rarity(f, level, a);
            w += self.same[f][usize::from(level)] + r;
            fam += self.family[f][usize::from(level)] + r;
            bound -= self.best[f];
        }
        if w < floor {
            return None;
        }
        Some(if self.model.families { w - log2f(1.0 + exp2f(fam.min(100.0))) } else { w })
    }

    /// What a second record of one list costs beyond a first of another, in bits; 0 where there is one list only.
    pub fn repeat_cost(&self) -> f32 {
        if self.records.list_names.len() < 2 { 0.0 } else { (self.prior[1].0 - self.prior[0].0).min(0.0) }
    }

    /// The weight of two records as if they were on different lists.
    pub fn pair_apart(&self, i: u32, j: u32) -> f32 {
        let (a, b) = (self.records.row(i as usize), self.records.row(j as usize));
        let one_list = self.records.list_names.len() < 2;
        self.bits(a, b, same_columns(a, b), one_list, f32::MIN).unwrap_or(f32::MIN)
    }

    /// The weight of any two records.
    pub fn pair(&self, i: u32, j: u32) -> f32 {
        let (a, b) = (self.records.row(i as usize), self.records.row(j as usize));
        let one_list = self.records.lists[i as usize] == self.records.lists[j as usize];
        self.bits(a, b, same_columns(a, b), one_list, f32::MIN).unwrap_or(f32::MIN)
    }

    /// The weight of two records taken apart: prior, fields, and what the family alternative takes off.
    pub fn explain(&self, i: u32, j: u32) -> (f32, Vec<Evidence>, f32) {
        let (a, b) = (self.records.row(i as usize), self.records.row(j as usize));
        let same = same_columns(a, b);
        let one_list = self.records.lists[i as usize] == self.records.lists[j as usize];
        let (to_same, to_family) = self.prior[usize::from(one_list)];
        let mut fam = to_family;
        let mut evidence = Vec::new();
        for f in 0..self.records.fields.len() {
            let level = self.records.fields[f].level(&self.records.values, a, b, same);
            let rarity = self.rarity(f, level, a);
            let e = Evidence {
                field: f,
                level,
                same: self.same[f][usize::from(level)],
                family: self.family[f][usize::from(level)],
                rarity,
            };
            fam += e.family + e.rarity;
            evidence.push(e);
        }
        let off = if self.model.families { log2f(1.0 + exp2f(fam.min(100.0))) } else { 0.0 };
        (to_same, evidence, off)
    }
}
