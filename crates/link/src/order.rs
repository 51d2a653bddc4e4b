//! In which order a list writes names: a comma says it; two spaces in every cell part family and given names without
//! saying which is which; and the other lists tell, whose first words its last words then are. A list with a column for
//! each is heard first.

use std::collections::BTreeMap;

use cairn_names::{skeleton_of_word, words};

use crate::table::Dictionary;

/// Names looked at in each list.
const LOOKED_AT: usize = 20_000;
/// Turned words must fit so many times better before a list is turned.
const CLEARLY: f64 = 1.25;

/// The words of a name, and where its second part begins if it shows two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    words: Vec<String>,
    split: Option<usize>,
}

impl Named {
    /// One part.
    pub fn plain(cell: &str) -> Self {
        Self { words: words(cell), split: None }
    }

    /// Cells of a list that has a column for each part: given names, fathers, then the family.
    pub fn parts(cells: [&str; 4]) -> Self {
        let family = words(cells[3]);
        let before: Vec<String> = cells[..3].iter().flat_map(|cell| words(cell)).collect();
        let split = Some(before.len()).filter(|n| *n > 0 && !family.is_empty());
        Self { words: [before, family].concat(), split }
    }

    /// Given names before the family: as a comma says, or as the cell has them. `parted`: two spaces part a name.
    pub fn read(cell: &str, parted: bool) -> Self {
        let two = |first: &str, second: &str| {
            let (first, second) = (words(first), words(second));
            let split = Some(first.len()).filter(|n| *n > 0 && !second.is_empty());
            Self { words: [first, second].concat(), split }
        };
        match (cell.split_once(','), cell.split_once("  ")) {
            // "Family, Given", but not "Name, Jr" and not a list of things.
            (Some((family, given)), _) if !given.contains(',') && words(given).len() < 5 => {
                two(given, family)
            }
            (_, Some((first, second))) if parted => two(first, second),
            _ => Self::plain(cell),
        }
    }

    /// Given names, a second family name, the first family name: where a list has one family name only, it is the first
    /// (in Spanish the father's).
    pub fn into_words(self) -> Vec<String> {
        let Some(split) = self.split else { return self.words };
        let mut words = self.words;
        words[split..].rotate_left(1);
        words
    }

    /// The first word of a name and the word that stands for its family.
    fn ends(&self) -> Option<[&String; 2]> {
        let last = self.split.map_or(self.words.last(), |s| self.words.get(s));
        (self.words.len() > 1).then_some([self.words.first()?, last?])
    }

    /// What was taken for the given name is the family, of two words where the second is one by `is_family`.
    fn turn(&mut self, is_family: &impl Fn(&str) -> bool) {
        let n = self.words.len();
        if n < 2 {
            return;
        }
        if self.split.is_none() && n > 2 && is_family(&self.words[1]) {
            self.split = Some(2);
        }
        self.words.rotate_left(self.split.unwrap_or(1));
        self.split = self.split.map(|s| n - s);
    }

    /// Where nothing parts a name: its last two words are family names.
    pub(crate) fn has_two(&self, is_family: &impl Fn(&str) -> bool) -> bool {
        let n = self.words.len();
        self.split.is_none() && n > 2 && is_family(&self.words[n - 2])
    }

    /// Parts the last two words from those before.
    pub(crate) fn part_two(&mut self) {
        self.split = Some(self.words.len().saturating_sub(2));
    }

    /// The name without its last word, or without the last but one.
    pub(crate) fn without(&self, from_end: usize) -> Vec<&str> {
        let gone = self.words.len().wrapping_sub(from_end);
        self.words.iter().enumerate().filter(|(i, _)| *i != gone).map(|(_, w)| w.as_str()).collect()
    }

    /// The first word, and the words that may be a family's.
    pub(crate) fn first_and_families(&self) -> Option<(&str, &[String])> {
        let n = self.words.len();
        let from = self.split.unwrap_or(n.saturating_sub(1));
        (n > 1).then(|| (self.words[0].as_str(), &self.words[from..]))
    }

    /// Whether something parts the name, and after how many words.
    pub(crate) fn parted_after(&self) -> Option<usize> {
        self.split
    }

    pub(crate) fn count(&self) -> usize {
        self.words.len()
    }
}

/// Whether nearly every cell has two spaces in one place.
pub(crate) fn parted(cells: &Dictionary) -> bool {
    let n = cells.len().min(2000) as u32;
    let with = (1..n).filter(|n| cells.get(*n).matches("  ").count() == 1).count();
    n > 1 && with * 10 >= (n as usize - 1) * 9
}

/// How common each sound of a word is, as a share.
type Shares = BTreeMap<String, f64>;

/// First and last words of the first list that has names.
#[derive(Default)]
pub(crate) struct NameOrder {
    ends: Option<[Shares; 2]>,
}

impl NameOrder {
    /// A list says by its columns which are given names (or nothing) and which are families.
    pub fn know(&mut self, given: &[String], family: &[String]) {
        let shares = |words: &[String]| {
            let mut out = Shares::new();
            let step = (words.len() / LOOKED_AT).max(1);
            let some: Vec<&String> = words.iter().step_by(step).filter(|w| !w.is_empty()).collect();
            let share = 1.0 / some.len().max(1) as f64;
            some.iter().for_each(|w| *out.entry(skeleton_of_word(w)).or_default() += share);
            out
        };
        self.ends.get_or_insert_with(|| [shares(given), shares(family)]);
    }

    /// Turns the names of a list where they fit the list before it better with the first word last.
    pub fn align(&mut self, names: &mut [Named]) {
        let mine = ends(names);
        let Some(theirs) = &self.ends else {
            self.ends = Some(mine);
            return;
        };
        let straight = common(&mine[0], &theirs[0]) + common(&mine[1], &theirs[1]);
        let crossed = common(&mine[0], &theirs[1]) + common(&mine[1], &theirs[0]);
        // A little on the straight side, so that lists with nothing in common stay as they are.
        if crossed > CLEARLY * straight + 0.02 {
            let share = |of: &Shares, sound: &str| of.get(sound).copied().unwrap_or(0.0);
            let is_family = |word: &str| {
                let sound = skeleton_of_word(word);
                share(&theirs[1], &sound) > 3.0 * share(&theirs[0], &sound)
            };
            names.iter_mut().for_each(|n| n.turn(&is_family));
        }
    }
}

fn ends(names: &[Named]) -> [Shares; 2] {
    let mut out: [Shares; 2] = Default::default();
    let step = (names.len() / LOOKED_AT).max(1);
    let several: Vec<[&String; 2]> = names.iter().step_by(step).filter_map(Named::ends).collect();
    let share = 1.0 / several.len().max(1) as f64;
    for ends in several {
        for (shares, word) in out.iter_mut().zip(ends) {
            *shares.entry(skeleton_of_word(word)).or_default() += share;
        }
    }
    out
}

fn common(a: &Shares, b: &Shares) -> f64 {
    a.iter().map(|(word, share)| b.get(word).map_or(0.0, |other| share.min(*other))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str], parted: bool) -> Vec<Named> {
        cells.iter().map(|c| Named::read(c, parted)).collect()
    }

    fn plain(names: &[Named]) -> Vec<String> {
        names.iter().map(|n| n.clone().into_words().join(" ")).collect()
    }

    #[test]
    fn a_comma_says_the_order_and_the_first_family_name_goes_last() {
        let names = read(&["Soler Quinto, Ana Maria", "Peralta, Luis", "Eva Soler"], false);
        assert_eq!(plain(&names), ["ana maria quinto soler", "luis peralta", "eva soler"]);
    }

    #[test]
    fn the_other_list_tells_where_the_family_stands() {
        let mut order = NameOrder::default();
        let mut first = read(&["Soler, Ana", "Peralta, Luis", "Quinto, Ana Maria", "Soler, Eva"], false);
        order.align(&mut first);
        let mut turned = read(&["soler ana", "peralta luis", "quinto ana maria", "soler eva"], false);
        order.align(&mut turned);
        assert_eq!(plain(&turned), plain(&first));
        let mut straight = read(&["ana soler", "luis peralta"], false);
        order.align(&mut straight);
        assert_eq!(plain(&straight), ["ana soler", "luis peralta"]);
    }

    #[test]
    fn columns_tell_where_the_family_stands() {
        let mut order = NameOrder::default();
        let column = |words: &[&str]| -> Vec<String> { words.iter().map(|w| (*w).to_owned()).collect() };
        order.know(&column(&["ana", "luis", "eva"]), &column(&["soler", "peralta", "soler"]));
        let mut turned = read(&["soler ana", "peralta luis", "soler eva"], false);
        order.align(&mut turned);
        assert_eq!(plain(&turned), ["ana soler", "luis peralta", "eva soler"]);
    }

    #[test]
    fn two_spaces_part_a_name() {
        let mut cells = Dictionary::default();
        for c in ["SOLER QUINTO  ANA", "PERALTA  LUIS MARIA"] {
            cells.code(c);
        }
        assert!(parted(&cells));
        let mut order = NameOrder::default();
        order.align(&mut read(&["Soler, Ana", "Peralta, Luis"], false));
        let mut names = read(&["SOLER QUINTO  ANA", "PERALTA  LUIS MARIA"], true);
        order.align(&mut names);
        assert_eq!(plain(&names), ["ana quinto soler", "luis maria peralta"]);
    }
}
