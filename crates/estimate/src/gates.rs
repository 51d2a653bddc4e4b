//! When not to estimate: what can be known from the overlaps alone, before any model.

use crate::closed::{self, Family, Mixing};
use crate::counts::Counts;
use crate::diagnostics::{Diagnostics, ListFacts, PairFacts};
use crate::intervals::z_of;
use crate::outcome::Note;

/// A list shorter than this is used with a warning.
const SHORT_LIST: u64 = 10;
/// Fewer people than this on two lists or more carry no estimate.
const LEAST_OVERLAP: u64 = 5;
/// From this many on, overlap is no longer called thin.
const THIN_OVERLAP: u64 = 20;
/// A long list with this share inside another is taken for a version of it.
const CONTAINED: f64 = 0.95;
/// From this share on the automatic choice wants to know why.
const NEARLY_CONTAINED: f64 = 0.9;
/// A list of which at least this share is on the others,
const COMPILED: f64 = 0.9;
/// and whose odds of that are so many times those of any other list, is taken for one made from them.
const COMPILED_ODDS: f64 = 6.0;
/// Pairs are called dependent beyond this odds ratio, when its interval leaves out 1.
const STRONG_ODDS: f64 = 2.0;

/// How far a finding reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// No method can give a figure.
    Refuse,
    /// The automatic choice gives none; a method asked for by name runs, with this as a warning.
    RefuseAuto,
    /// Said beside the figure.
    Warn,
}

/// A finding about the table.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub reach: Reach,
    pub note: Note,
}

fn finding(reach: Reach, code: &str, words: String) -> Finding {
    Finding { reach, note: Note::new(code, words) }
}

/// Describes the lists and their overlaps.
pub(crate) fn describe(counts: &Counts, names: &[String]) -> Diagnostics {
    let lists = counts.lists();
    let facts =
        |j: usize| ListFacts { name: names[j].clone(), size: counts.size(j), alone: counts.exactly(1 << j) };
    let mut pairs = Vec::new();
    for a in 0..lists {
        for b in a + 1..lists {
            let odds = odds_ratio(counts, a, b);
            pairs.push(PairFacts {
                a: names[a].clone(),
                b: names[b].clone(),
                both: counts.on_all(1 << a | 1 << b),
                odds_ratio: odds.map(|o| o[0]),
                odds_ratio_lower: odds.map(|o| o[1]),
                odds_ratio_upper: odds.map(|o| o[2]),
            });
        }
    }
    let groups =
        groups(counts).into_iter().map(|g| g.into_iter().map(|j| names[j].clone()).collect()).collect();
    let unequal_chances = mostly_together(&pairs) || too_many_on_many(counts);
    Diagnostics {
        unequal_chances,
        lists: (0..lists).map(facts).collect(),
        pairs,
        on_exactly: (1..=lists as u32).map(|k| counts.on_exactly(k)).collect(),
        histories_seen: counts.distinct(),
        histories_possible: libm::exp2(lists as f64) - 1.0,
        groups,
        ..Diagnostics::default()
    }
}

/// Odds ratio of two lists among people on some third list, with its 95% interval (Woolf, half a person
/// added to each cell).
fn odds_ratio(counts: &Counts, a: usize, b: usize) -> Option<[f64; 3]> {
    let pair = 1 << a | 1 << b;
    let mut table = [0_u64; 4];
    for (cell, count) in counts.cells().filter(|(cell, _)| cell & !pair != 0) {
        table[(cell >> a & 1 | (cell >> b & 1) << 1) as usize] += count;
    }
    // Below five on either list among these people the ratio would be noise.
    if table.iter().sum::<u64>() < 20 || table[1] + table[3] < 5 || table[2] + table[3] < 5 {
        return None;
    }
    Some(woolf(table))
}

/// Odds ratio of a two-way table (neither, one, other, both) with its 95% interval.
fn woolf(table: [u64; 4]) -> [f64; 3] {
    let [none, only_a, only_b, both] = table.map(|c| c as f64 + 0.5);
    let log = libm::log(none * both / (only_a * only_b));
    let se = libm::sqrt(1.0 / none + 1.0 / only_a + 1.0 / only_b + 1.0 / both);
    let z = z_of(0.95);
    [log, log - z * se, log + z * se].map(libm::exp)
}

/// Connected groups of lists; an edge is anybody on both.
fn groups(counts: &Counts) -> Vec<Vec<usize>> {
    let lists = counts.lists();
    let mut reach: Vec<u64> = (0..lists).map(|j| 1 << j).collect();
    for (cell, _) in counts.cells() {
        for (j, set) in reach.iter_mut().enumerate() {
            if cell >> j & 1 == 1 {
                *set |= cell;
            }
        }
    }
    let mut left: u64 = counts.full();
    let mut out = Vec::new();
    while left != 0 {
        let mut group = 1_u64 << left.trailing_zeros();
        loop {
            let wider = (0..lists).filter(|&j| group >> j & 1 == 1).fold(group, |g, j| g | reach[j]);
            if wider == group {
                break;
            }
            group = wider;
        }
        left &= !group;
        out.push((0..lists).filter(|&j| group >> j & 1 == 1).collect());
    }
    out
}

/// A list of things for a sentence: the first six, and how many more there are.
fn some(things: &[String]) -> String {
    const SHOWN: usize = 6;
    let shown = things.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("; ");
    if things.len() > SHOWN { format!("{shown}; and {} more", things.len() - SHOWN) } else { shown }
}

/// Every finding, gravest first.
pub(crate) fn findings(counts: &Counts, names: &[String], facts: &Diagnostics) -> Vec<Finding> {
    let mut out = Vec::new();
    structure(counts, names, facts, &mut out);
    contained(counts, names, &mut out);
    compiled(counts, names, &mut out);
    dependence(facts, &mut out);
    let short =
        facts.lists.iter().filter(|l| l.size < SHORT_LIST).map(|l| format!("{} ({})", l.name, l.size));
    let short: Vec<String> = short.collect();
    if !short.is_empty() {
        let words = format!("These lists are so short that chance decides much: {}.", some(&short));
        out.push(finding(Reach::Warn, "short_list", words));
    }
    out.sort_by_key(|f| f.reach as u8);
    out
}

fn structure(counts: &Counts, names: &[String], facts: &Diagnostics, out: &mut Vec<Finding>) {
    let lists = counts.lists();
    let overlap = counts.observed() - counts.on_exactly(1);
    if lists < 2 {
        let words = "One list alone has no overlap, and only overlaps say how many are missing.";
        out.push(finding(Reach::Refuse, "too_few_lists", words.into()));
        return;
    }
    if lists == 2 {
        let words = "Two lists give an estimate only if being on one made nobody more or less likely to be on \
                     the other, and with two lists nothing in the data can test that. At least three lists are \
                     needed for a figure that can be checked.";
        out.push(finding(Reach::RefuseAuto, "too_few_lists", words.into()));
    }
    if overlap == 0 {
        let words = "Nobody is on two lists. Without overlap the number missing can be anything.";
        out.push(finding(Reach::Refuse, "no_overlap", words.into()));
        return;
    }
    if overlap < LEAST_OVERLAP {
        let people = if overlap == 1 { "person is" } else { "people are" };
        let words = format!("Only {overlap} {people} on more than one list; that is too few to learn from.");
        out.push(finding(Reach::RefuseAuto, "too_little_overlap", words));
    } else if overlap < THIN_OVERLAP {
        let words =
            format!("Only {overlap} people are on more than one list; the estimate hangs on these few.");
        out.push(finding(Reach::Warn, "thin_overlap", words));
    }
    let big: Vec<&Vec<String>> = facts.groups.iter().filter(|g| g.len() > 1).collect();
    if big.len() > 1 {
        let groups: Vec<String> = big.iter().map(|g| g.join(", ")).collect();
        let words = format!(
            "The lists fall into groups that share nobody ({}). Each group may describe other people; no \
             estimate over all of them is possible.",
            groups.join(" | ")
        );
        out.push(finding(Reach::Refuse, "islands", words));
    }
    for alone in facts.groups.iter().filter(|g| g.len() == 1 && lists > 1) {
        let size = facts.lists.iter().find(|l| l.name == alone[0]).map_or(0, |l| l.size);
        // A handful of people may miss all other lists by chance; a long list does not.
        let reach = if size < SHORT_LIST { Reach::Warn } else { Reach::RefuseAuto };
        let words = format!(
            "Nobody on the list {} ({size} people) is on any other list. It may record other people, or the \
             matching failed; leave it out or check it before estimating.",
            alone[0]
        );
        out.push(finding(reach, "isolated_list", words));
    }
    for (j, name) in names.iter().enumerate().filter(|&(j, _)| counts.size(j) == counts.observed()) {
        let words = format!(
            "Everybody is on the list {name} ({} people). A list with everyone says nothing about who is missing.",
            counts.size(j)
        );
        out.push(finding(Reach::RefuseAuto, "list_with_everyone", words));
    }
    if counts.on_exactly(1) == 0 {
        let words = "Everybody is on at least two lists, which no honest set of separate lists shows; the lists \
                     were probably made from each other.";
        out.push(finding(Reach::RefuseAuto, "no_one_on_one_list", words.into()));
    }
}

/// Lists inside other lists: successive versions, or one made from the other.
fn contained(counts: &Counts, names: &[String], out: &mut Vec<Finding>) {
    // Lists joined by containment, by the smallest of each group.
    let mut group: Vec<usize> = (0..counts.lists()).collect();
    for a in 0..counts.lists() {
        for b in a + 1..counts.lists() {
            let Some((small, large, inside, elsewhere)) = inside(counts, a, b) else { continue };
            let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
            group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            // Of three versions or more, the middle ones hide how little of other people each has.
            if elsewhere > 0.8 * inside {
                continue;
            }
            let (share, both) = (100.0 * inside, counts.on_all(1 << a | 1 << b));
            let long = counts.size(small) as f64 >= (0.15 * counts.observed() as f64).max(50.0);
            let (reach, code) = match inside {
                x if x >= CONTAINED && long => (Reach::Refuse, "versions_of_one_list"),
                x if x >= NEARLY_CONTAINED && both >= 30 => (Reach::RefuseAuto, "list_inside_another"),
                _ => (Reach::Warn, "list_drawn_from_another"),
            };
            let words = format!(
                "{share:.0}% of the list {} is also on {}, far more than of other people: they are versions of one \
                 list, or one drew on the other. Copies are not independent witnesses; use only one of them, or join \
                 the two into one list.",
                names[small], names[large]
            );
            out.push(finding(reach, code, words));
        }
    }
    let joined = counts.lists() >= 3 && group.iter().all(|g| *g == 0);
    if joined && out.iter().all(|f| f.reach == Reach::Warn || f.note.code != "list_inside_another") {
        let words = "Each of these lists is mostly inside another: together they are hardly more than one list, and one \
                     list says nothing about who is missing.";
        out.push(finding(Reach::RefuseAuto, "list_inside_another", words.into()));
    }
}

/// The shorter of two lists, the longer, and the shares of the shorter and of other people that are on the longer, where
/// the first is large and the more so of the two.
fn inside(counts: &Counts, a: usize, b: usize) -> Option<(usize, usize, f64, f64)> {
    let both = counts.on_all(1 << a | 1 << b) as f64;
    let (small, large) = if counts.size(a) <= counts.size(b) { (a, b) } else { (b, a) };
    let inside = both / counts.size(small) as f64;
    // How much of everybody else the larger list has: where it has nearly all, containment is what independence would
    // give too.
    let others = counts.observed() as f64 - counts.size(small) as f64;
    let elsewhere = (counts.size(large) as f64 - both) / others.max(1.0);
    (both >= 10.0 && inside >= 0.85 && elsewhere <= 0.9 * inside).then_some((small, large, inside, elsewhere))
}

/// Lists made from all the others: hardly anybody on them is on them alone, as for no other list, and the others seem to
/// avoid each other there, because one of them is enough. That such a list finds nobody new is taken by methods for a
/// sign that nobody is missing.
fn compiled(counts: &Counts, names: &[String], out: &mut Vec<Finding>) {
    let lists = counts.lists();
    // Odds of being on another list too, with half a person added on both sides.
    let odds = |counts: &Counts, j: usize| {
        let alone = counts.exactly(1 << j) as f64;
        (counts.size(j) as f64 - alone + 0.5) / (alone + 0.5)
    };
    for (j, name) in names.iter().enumerate().filter(|_| lists >= 3) {
        let (size, alone) = (counts.size(j), counts.exactly(1 << j));
        let share = 1.0 - alone as f64 / size.max(1) as f64;
        let named_already = (0..lists).any(|k| k != j && inside(counts, j.min(k), j.max(k)).is_some());
        if size < 50 || size == counts.observed() || share < COMPILED || named_already {
            continue;
        }
        let keep: Vec<usize> = (0..lists).filter(|&k| k != j).collect();
        let rest = counts.project(&keep);
        let usual = (0..rest.lists())
            .filter(|&k| rest.size(k) >= SHORT_LIST)
            .map(|k| odds(&rest, k))
            .fold(0.0, f64::max);
        if usual == 0.0 || odds(counts, j) <= COMPILED_ODDS * usual || !divided(counts, j) {
            continue;
        }
        let words = format!(
            "Of the {size} people on the list {name} only {alone} are on no other list, far fewer than the other lists \
             lead one to expect: it seems to have been made from them. A list that finds nobody new makes it look as if \
             nobody were missing; leave it out, or check how it was made."
        );
        out.push(finding(Reach::RefuseAuto, "list_from_the_others", words));
    }
}

/// Whether among the people of one list two others avoid each other.
fn divided(counts: &Counts, list: usize) -> bool {
    let others = || (0..counts.lists()).filter(move |&j| j != list);
    others().any(|a| {
        others().filter(|&b| b > a).any(|b| {
            let mut table = [0_u64; 4];
            for (cell, count) in counts.cells().filter(|(cell, _)| cell >> list & 1 == 1) {
                table[(cell >> a & 1 | (cell >> b & 1) << 1) as usize] += count;
            }
            woolf(table)[2] < 1.0
        })
    })
}

/// Whether most pairs of lists go together among people a third list has.
fn mostly_together(pairs: &[PairFacts]) -> bool {
    let known = pairs.iter().filter(|p| p.odds_ratio.is_some()).count();
    let together = pairs.iter().filter(|p| p.odds_ratio_lower.is_some_and(|l| l > 1.0)).count();
    known >= 3 && together * 2 > known
}

/// Whether clearly more people are on several lists than lists alone explain: Chao's model, which lets
/// people differ, fits far better and finds more unseen than the model in which they do not.
fn too_many_on_many(counts: &Counts) -> bool {
    /// The 95th percentile of χ² with one degree of freedom: a false alarm only asks for caution.
    const CLEAR: f64 = 3.84;
    if !(3..=closed::MOST_LISTS).contains(&counts.lists()) || counts.on_exactly(1) == counts.observed() {
        return false;
    }
    let [plain, mixed] =
        [Family::Mt, Family::Mth(Mixing::Chao)].map(|family| closed::row(family, counts, 0.95));
    let better = plain.deviance.zip(mixed.deviance).is_some_and(|(plain, mixed)| plain - mixed > CLEAR);
    better && plain.n_hat.zip(mixed.n_hat).is_some_and(|(plain, mixed)| mixed > 1.02 * plain)
}

/// Whether being on one list goes with not being on the other.
pub(crate) fn avoid(pair: &PairFacts) -> bool {
    pair.odds_ratio_upper.is_some_and(|u| u < 1.0) && pair.odds_ratio.is_some_and(|o| o < 1.0 / STRONG_ODDS)
}

fn dependence(facts: &Diagnostics, out: &mut Vec<Finding>) {
    let empty: Vec<String> =
        facts.pairs.iter().filter(|p| p.both == 0).map(|p| format!("{} and {}", p.a, p.b)).collect();
    if !empty.is_empty() && facts.groups.len() == 1 {
        let words = format!(
            "Nobody is on both of these lists: {}. They may cover different places, times or people.",
            some(&empty)
        );
        out.push(finding(Reach::Warn, "empty_overlap", words));
    }
    let together: Vec<&PairFacts> =
        facts.pairs.iter().filter(|p| p.odds_ratio_lower.is_some_and(|l| l > 1.0)).collect();
    let list = |pairs: &[&PairFacts]| {
        let one = |p: &&PairFacts| format!("{} and {} ({:.1})", p.a, p.b, p.odds_ratio.unwrap_or(1.0));
        some(&pairs.iter().map(one).collect::<Vec<_>>())
    };
    let strong: Vec<&PairFacts> =
        together.iter().copied().filter(|p| p.odds_ratio.is_some_and(|o| o > STRONG_ODDS)).collect();
    if !strong.is_empty() {
        let words = format!(
            "Being on one of these lists goes with being on the other (odds ratio among people on a third list): \
             {}. Methods that ignore this give too low a figure.",
            list(&strong)
        );
        out.push(finding(Reach::Warn, "dependent_lists", words));
    }
    let apart: Vec<&PairFacts> = facts.pairs.iter().filter(|p| avoid(p)).collect();
    if !apart.is_empty() {
        let words = format!(
            "Being on one of these lists goes with not being on the other: {}. Methods that ignore this give too \
             high a figure; ask whether the lists divide the work between them.",
            list(&apart)
        );
        out.push(finding(Reach::Warn, "avoiding_lists", words));
    }
    if facts.unequal_chances {
        let words = "The lists have more people in common than chance would give. Some people seem easier to record \
                     than others, so those hardest to record are underestimated: read the figure as a lower bound.";
        out.push(finding(Reach::Warn, "unequal_chances", words.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(lists: usize, cells: &[(u64, u64)]) -> Vec<String> {
        let mut counts = Counts::new(lists);
        cells.iter().for_each(|&(cell, people)| counts.add(cell, people));
        let names: Vec<String> = (0..lists).map(|j| format!("L{}", j + 1)).collect();
        let facts = describe(&counts, &names);
        findings(&counts, &names, &facts).into_iter().map(|f| f.note.code).collect()
    }

    #[test]
    fn structures_are_recognised() {
        assert_eq!(codes(1, &[(1, 40)]), ["too_few_lists"]);
        assert_eq!(codes(3, &[(1, 40), (2, 30), (4, 50)]), ["no_overlap"]);
        let islands = codes(4, &[(1, 40), (2, 30), (4, 50), (8, 20), (0b0011, 12), (0b1100, 15)]);
        assert_eq!(islands[0], "islands");
        let isolated = codes(3, &[(1, 40), (2, 30), (4, 50), (0b011, 12)]);
        assert!(isolated.contains(&"isolated_list".to_owned()));
        let versions =
            codes(3, &[(0b001, 60), (0b011, 90), (0b010, 2), (0b100, 60), (0b111, 20), (0b101, 10)]);
        assert_eq!(versions[0], "versions_of_one_list");
    }

    #[test]
    fn versions_that_keep_less_are_one_list_together() {
        // Each version keeps 88% of the one before and adds 15% of the rest, of 2,000 people.
        let kept = [(1, 63), (2, 26), (3, 65), (4, 182), (5, 11), (6, 184), (7, 462)];
        assert_eq!(codes(3, &kept)[0], "list_inside_another");
        // One pair of them and an independent list still are two lists.
        let two = [(1, 63), (2, 130), (3, 420), (4, 220), (5, 16), (6, 32), (7, 105)];
        let found = codes(3, &two);
        assert!(found.contains(&"list_drawn_from_another".to_owned()), "{found:?}");
        assert!(!found.contains(&"list_inside_another".to_owned()), "{found:?}");
    }

    #[test]
    fn a_list_made_from_the_others_is_named() {
        // Three independent lists and a fourth that copied half of everybody on them.
        let lists = [(1, 360), (2, 280), (4, 210), (3, 120), (5, 90), (6, 70), (7, 30)];
        let mut cells: Vec<(u64, u64)> =
            lists.iter().flat_map(|&(h, n)| [(h, n / 2), (h | 8, n / 2)]).collect();
        assert_eq!(codes(4, &cells)[0], "list_from_the_others");
        // A tenth of its people its own do not change that; a list that finds as others do is none.
        cells.push((8, 60));
        assert_eq!(codes(4, &cells)[0], "list_from_the_others");
        cells.push((8, 500));
        assert!(!codes(4, &cells).contains(&"list_from_the_others".to_owned()));
    }

    #[test]
    fn a_dependent_pair_is_named() {
        let cells = [(1, 60), (2, 60), (3, 40), (4, 300), (5, 20), (6, 20), (7, 25)];
        assert!(codes(3, &cells).contains(&"dependent_lists".to_owned()));
    }
}
