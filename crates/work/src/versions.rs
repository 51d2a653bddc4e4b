//! Versions of a list: which rows count, which the source has withdrawn, and what changed between two versions.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::Standing;
use cairn_model::columns::Columns;
use cairn_model::{BatchId, EntryId, ListVersion};
use cairn_register::View;

/// `our-correction`: the version before was our slip and is nobody's word.
pub(crate) const OUR_CORRECTION: &str = "our-correction";
/// `new-version`: the source changed its word.
pub(crate) const NEW_VERSION: &str = "new-version";

/// The effective versions of every series, the oldest first: batch, and whether it corrects our slip.
pub(crate) fn series(view: &View) -> Vec<Vec<(BatchId, bool)>> {
    let mut found: BTreeMap<&str, Vec<(BatchId, bool)>> = BTreeMap::new();
    for batch in view.effective() {
        for (_, list) in &batch.lists {
            if let Some(name) = &list.series {
                let ours = list.because.as_deref() == Some(OUR_CORRECTION);
                found.entry(name).or_default().push((batch.id, ours));
            }
        }
    }
    found.into_values().collect()
}

/// The current version of a series.
pub(crate) fn current<'a>(view: &'a View, name: &str) -> Option<(EntryId, &'a ListVersion)> {
    let lists = view.effective().flat_map(|b| &b.lists);
    lists.filter(|(_, l)| l.series.as_deref() == Some(name)).last().map(|(id, list)| (*id, list))
}

/// How every row of every version stands. Versions come oldest first, each with whether it corrects our slip.
///
/// Only the last version counts. A person of an earlier one is withdrawn when the last has not its key; whoever stood
/// on a version that was our slip was never said. A row without a key counts for certain only when it stood, word for
/// word, on the version before or when there was none.
pub(crate) fn standing(versions: &[(&Columns, bool)]) -> Vec<Vec<Standing>> {
    let keys = |columns: &Columns| -> BTreeSet<String> {
        columns.column("key").map(|c| c.dictionary.iter().skip(1).cloned().collect()).unwrap_or_default()
    };
    let Some(((last, _), earlier)) = versions.split_last() else { return Vec::new() };
    // What the source did say before: a version replaced by our correction drops out.
    let said: Vec<bool> = (0..earlier.len()).map(|i| !versions[i + 1].1).collect();
    let before =
        earlier.iter().zip(&said).rev().find(|(_, said)| **said).map(|((columns, _), _)| keys(columns));
    let mut settled = keys(last);
    let mut out: Vec<Vec<Standing>> = Vec::new();
    out.push(rows(last, |key| match &before {
        Some(before) if key.starts_with("=:") && !before.contains(key) => Standing::CannotTell,
        _ => Standing::Current,
    }));
    for ((columns, _), said) in earlier.iter().zip(&said).rev() {
        let gone = |key: &str| *said && key.starts_with("k:") && !settled.contains(key);
        out.push(rows(columns, |key| if gone(key) { Standing::Withdrawn } else { Standing::Superseded }));
        if *said {
            settled.extend(keys(columns));
        }
    }
    out.reverse();
    out
}

fn rows(columns: &Columns, standing: impl Fn(&str) -> Standing) -> Vec<Standing> {
    let Some(column) = columns.column("key") else { return Vec::new() };
    let of_code: Vec<Standing> = column.dictionary.iter().map(|key| standing(key)).collect();
    column.codes.iter().map(|code| of_code[*code as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_model::columns::Builder;

    fn version(keys: &[&str]) -> Columns {
        let mut b = Builder::new(&["key"]);
        for (i, key) in keys.iter().enumerate() {
            b.row(i as u32, &[key]);
        }
        b.finish()
    }

    #[test]
    fn only_the_last_version_counts_and_who_left_is_withdrawn_once() {
        use Standing::{CannotTell, Current, Superseded, Withdrawn};
        let (a, b) = (version(&["k:1", "k:2", "=:x"]), version(&["k:1", "k:3", "=:x", "=:y"]));
        let c = version(&["k:1", "=:y", "=:z"]);
        assert_eq!(standing(&[(&a, false)]), [[Current; 3]]);
        assert_eq!(
            standing(&[(&a, false), (&b, false), (&c, false)]),
            [
                vec![Superseded, Withdrawn, Superseded],
                vec![Superseded, Withdrawn, Superseded, Superseded],
                vec![Current, Current, CannotTell]
            ]
        );
        // The middle version was our slip: nobody ever said person 3.
        assert_eq!(
            standing(&[(&a, false), (&b, false), (&c, true)]),
            [
                vec![Superseded, Withdrawn, Superseded],
                vec![Superseded; 4],
                vec![Current, CannotTell, CannotTell]
            ]
        );
    }
}
