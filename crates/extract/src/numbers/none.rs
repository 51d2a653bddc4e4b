//! None at all in Ukrainian and Russian: "жертв і руйнувань немає", "без погибших и раненых", "погибших среди солдат нет",
//! "эвакуация населения не проводилась", "люди не пострадали".

use crate::bind::Bound;
use crate::bind::metric::metric;
use crate::claim::Metric;
use crate::grammar::oblique;
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// "люди не постраждали": people of whom the verb of harm is denied.
pub(crate) fn unhurt(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let people = |j: usize| {
        let word = doc.words(j, j + 1).to_lowercase();
        ["люди", "людей", "мешканці", "жители"].contains(&word.as_str())
    };
    let hurt = |j: usize| matches!(doc.cue(j), Some((Harm::Injured | Harm::Killed, Role::Free)));
    oblique::here(doc) && i + 2 < s.last && people(i) && doc.is(i + 1, "не") && hurt(i + 2)
}

/// Whether a sentence that has no number says so of anybody.
pub(crate) fn here(doc: &Doc<'_>, s: Sentence) -> bool {
    oblique::here(doc) && (s.first..s.last).any(|j| doc.is(j, "не") && j > s.first && unhurt(doc, s, j - 1))
}

/// What a noun of harm says there is none of.
fn harm_of(doc: &Doc<'_>, j: usize) -> Option<Metric> {
    let noun = |harm: Harm| match harm {
        Harm::Destroyed => Some(Metric::BuildingsDestroyed),
        Harm::Damaged => Some(Metric::BuildingsDamaged),
        // "загиблих і поранених": each by itself.
        Harm::Casualties if !doc.words(j, j + 1).contains(' ') => Some(Metric::OtherCount),
        Harm::Killed | Harm::Injured | Harm::Missing | Harm::Displaced => metric(harm, None),
        _ => None,
    };
    match doc.cue(j) {
        Some((harm, Role::Head | Role::Noun)) => noun(harm),
        // "постраждалих", "жертв": people by their word.
        Some((Harm::Injured, Role::Free)) if doc.has(j, Class::Victim) => Some(Metric::Injured),
        None if doc.has(j, Class::Victim) && doc.words(j, j + 1).to_lowercase().starts_with("жертв") => {
            Some(Metric::Killed)
        }
        _ => None,
    }
}

/// Each of the nouns that one word of none goes with.
pub(crate) fn of_each(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !oblique::here(doc) {
        return;
    }
    let joint = |j: usize| {
        doc.any(j, Classes::of(&[Class::And, Class::Or]))
            || doc.kind(j) == Kind::Comma
            || doc.is(j, "ни")
            || doc.is(j, "ні")
    };
    let mut more: Vec<Bound> = Vec::new();
    for k in 0..bound.len() {
        let b = bound[k];
        if b.figure.form != Form::Zero {
            continue;
        }
        // "тримали без їжі, били": what they lacked counts nobody.
        if b.figure.last < s.last && doc.has(b.figure.last, Class::Essential) {
            bound[k].metric = None;
            continue;
        }
        let mut nouns: Vec<(usize, Metric)> = Vec::new();
        // Behind it: "без жертв и разрушений".
        let mut j = b.figure.last;
        while j < s.last && j < b.figure.last + 9 {
            match harm_of(doc, j) {
                Some(m) => nouns.push((j, m)),
                None if j > b.figure.last && joint(j)
                    || doc.unknown(j)
                        && j > b.figure.last
                        && doc.is_word(j)
                        && !doc.is_name(j)
                        && joint(j - 1) => {}
                None => break,
            }
            j += 1;
        }
        // Before it, with those among whom and where: "погибших среди солдат нет".
        if nouns.is_empty() {
            let mut j = b.figure.first;
            let governs = |k: usize| doc.any(k, Classes::of(&[Class::Among, Class::In]));
            let near =
                (s.first..j).rev().take(6).take_while(|k| doc.is_word(*k) && doc.kind(*k) != Kind::Number);
            if let Some(among) =
                near.clone().find(|k| governs(*k) || harm_of(doc, *k).is_some()).filter(|k| governs(*k))
            {
                j = among;
            }
            let whose = j > s.first + 1
                && (doc.has(j - 1, Class::Plural)
                    || doc.unit(j - 1).is_some()
                    || doc.is(j - 1, "населения")
                    || doc.is(j - 1, "населення"))
                && matches!(doc.cue(j - 2), Some((Harm::Displaced, Role::Noun)));
            j -= usize::from(whose && harm_of(doc, j - 1).is_none());
            while j > s.first {
                match harm_of(doc, j - 1) {
                    Some(m) => nouns.push((j - 1, m)),
                    None if joint(j - 1) && !nouns.is_empty() => {}
                    None => break,
                }
                j -= 1;
            }
            nouns.reverse();
        }
        let taken = |m: Metric, list: &[Bound]| {
            list.iter().any(|o| o.figure.num == b.figure.num && o.metric == Some(m))
        };
        // "уничтожены восемь, потерь нет": what there is none of counts nobody before it.
        for &(c, _) in &nouns {
            let comma = |o: &Bound| (o.figure.last..c).any(|j| doc.kind(j) == Kind::Comma);
            for o in bound
                .iter_mut()
                .filter(|o| o.cue == Some(c) && o.figure.form != Form::Zero && o.figure.last <= c)
            {
                if comma(o) {
                    (o.metric, o.cue) = (None, None);
                }
            }
        }
        for (c, m) in nouns {
            if taken(m, bound) || taken(m, &more) {
                continue;
            }
            if matches!(bound[k].metric, None | Some(Metric::Population)) {
                (bound[k].metric, bound[k].cue, bound[k].excluded, bound[k].rule) =
                    (Some(m), Some(c), false, "none.each");
                continue;
            }
            more.push(Bound { cue: Some(c), metric: Some(m), rule: "none.each", ..bound[k] });
        }
    }
    bound.extend(more);
}
