//! Two family names at the end of a whole name, where nothing but the words tells: in most of the Spanish-speaking world
//! the first of the two is the one that stays when a list has only one.

use std::collections::{BTreeMap, BTreeSet};

use cairn_names::skeleton_of_word;

use crate::order::Named;

/// Names looked at in each list.
const LOOKED_AT: usize = 20_000;
/// A word is a family's if it stands at the end so many times more often than at the beginning.
const CLEARLY: u32 = 3;
/// Share of the names of a list that have two family names, at least.
const MANY: f64 = 0.3;
/// Names that stand elsewhere without their last word, at least, and so many times more often than without the one before.
const LEAST: usize = 5;
const TIMES: usize = 2;

/// How often a sound stands first and in the family's place.
type Ends = BTreeMap<String, [u32; 2]>;

fn some(names: &[Named]) -> impl Iterator<Item = &Named> {
    names.iter().step_by((names.len() / LOOKED_AT).max(1))
}

/// Parts family names from given names in lists of whole names where many have two. `in_parts` are the names of lists
/// with a column for each.
pub(crate) fn part_families(lists: &mut [Vec<Named>], in_parts: &[Vec<Named>]) {
    let mut ends = Ends::new();
    for name in lists.iter().chain(in_parts).flat_map(|l| some(l)) {
        if let Some((first, families)) = name.first_and_families() {
            ends.entry(skeleton_of_word(first)).or_default()[0] += 1;
            families.iter().for_each(|w| ends.entry(skeleton_of_word(w)).or_default()[1] += 1);
        }
    }
    let is_family = |word: &str| {
        ends.get(&skeleton_of_word(word)).is_some_and(|[first, last]| *last > 1 && *last >= CLEARLY * *first)
    };
    let share = |names: &[Named], two: &dyn Fn(&Named) -> bool| {
        let (all, with) = some(names)
            .filter(|n| n.count() > 1)
            .fold((0u32, 0u32), |(all, with), n| (all + 1, with + u32::from(two(n))));
        f64::from(with) / f64::from(all.max(1))
    };
    let many: Vec<bool> = lists.iter().map(|l| share(l, &|n| n.has_two(&is_family)) >= MANY).collect();
    if !many.contains(&true) {
        return;
    }
    // A list that parts its names itself has the first family name in the family's place already.
    let two_said = |n: &Named| n.parted_after().is_some_and(|at| n.count() > at + 1);
    let said = lists.iter().chain(in_parts).any(|l| share(l, &two_said) >= MANY);
    if !said && !first_stays(lists, &is_family) {
        return;
    }
    for list in lists.iter_mut().zip(many).filter(|l| l.1).map(|l| l.0) {
        list.iter_mut().filter(|n| n.has_two(&is_family)).for_each(Named::part_two);
    }
}

/// Whether names of two family names stand elsewhere without the last word more often than without the one before.
fn first_stays(lists: &[Vec<Named>], is_family: &impl Fn(&str) -> bool) -> bool {
    let all: BTreeSet<Vec<&str>> = lists.iter().flat_map(|l| some(l)).map(|n| n.without(0)).collect();
    let (mut last, mut before) = (0, 0);
    for name in lists.iter().flat_map(|l| some(l)).filter(|n| n.has_two(is_family)) {
        last += usize::from(all.contains(&name.without(1)));
        before += usize::from(all.contains(&name.without(2)));
    }
    last >= LEAST && last >= TIMES * before
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIVEN: [&str; 5] = ["ana", "eva", "luis", "marco", "tomas"];
    const FAMILY: [&str; 7] = ["soler", "quinto", "peralta", "bruno", "cortes", "delmar", "ferrer"];

    /// Two given names and two family names, on the second list with one of them only.
    fn lists(kept: usize) -> [Vec<Named>; 2] {
        let mut out: [Vec<Named>; 2] = Default::default();
        for i in 0..35 {
            let words = [GIVEN[i % 5], GIVEN[(i + i / 5) % 5], FAMILY[i % 7], FAMILY[(i + 1 + i / 7) % 7]];
            out[0].push(Named::plain(&words.join(" ")));
            out[1].push(Named::plain(&[words[0], words[1], words[kept]].join(" ")));
        }
        out
    }

    fn first_cell(lists: [Vec<Named>; 2]) -> String {
        lists
            .into_iter()
            .next()
            .and_then(|l| l.into_iter().nth(1))
            .map(Named::into_words)
            .unwrap_or_default()
            .join(" ")
    }

    #[test]
    fn the_first_family_name_goes_last_where_lists_keep_it() {
        let mut kept = lists(2);
        part_families(&mut kept, &[]);
        assert_eq!(first_cell(kept), "eva eva peralta quinto");
    }

    #[test]
    fn where_lists_keep_the_last_nothing_moves() {
        let mut kept = lists(3);
        part_families(&mut kept, &[]);
        assert_eq!(first_cell(kept), "eva eva quinto peralta");
    }

    #[test]
    fn a_list_in_columns_tells() {
        let [whole, _] = lists(2);
        let parts = whole.iter().map(|n| n.without(0).iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        let parts = parts.map(|w| Named::parts([&w[..2].join(" "), "", "", &w[2..].join(" ")])).collect();
        let mut lists = [whole, Vec::new()];
        part_families(&mut lists, &[parts]);
        assert_eq!(first_cell(lists), "eva eva peralta quinto");
    }
}
