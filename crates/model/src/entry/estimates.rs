//! Entries about estimates: what a list covers, and every run, refused ones too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Interval;

/// What a list set out to record: overlaps of lists that set out to record other things estimate nothing. A later
/// declaration about the same list takes the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListScope {
    /// Other lists that it was made from or fed, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
    /// The list: the name of its series, or the batch that imported it.
    pub list: String,
    /// How those it records came to harm: `direct`, `indirect`, or `all`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// From when to when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Interval>,
    /// Whom: `all`, `civilians`, `fighters`, children, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<String>,
}

/// One run of an estimation on the register, whether it gave a figure or was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EstimateRun {
    /// The figure, in whole people; absent when refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<RunFigure>,
    /// The lists, in their order.
    pub lists: Vec<RunList>,
    /// The method asked for.
    pub method: String,
    /// What was counted.
    pub metric: String,
    /// What gave the figure.
    pub model: String,
    /// People on at least one list.
    pub observed: u64,
    /// How it was run: `seed`, `level`, `draws`, …, as text.
    pub options: BTreeMap<String, String>,
    /// The position of the log that was read, in full.
    pub position: String,
    /// Codes of why there is no figure, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// SHA-256 of the whole answer as canonical JSON text, hexadecimal.
    pub result: String,
    /// The counting rule, name and version.
    pub rule: String,
    /// The strata, when the people were split.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strata: Vec<RunStratum>,
    /// What they were split by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strata_by: Vec<String>,
}

/// A figure in whole people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunFigure {
    /// The estimated total.
    pub estimate: u64,
    /// Upper end of the interval.
    pub high: u64,
    /// Lower end of the interval.
    pub low: u64,
}

/// A list in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunList {
    /// The list, as [`ListScope::list`] names it.
    pub list: String,
    /// Its name.
    pub name: String,
    /// Its records of what was counted.
    pub records: u64,
    /// Those left out because nobody could be recognised by them.
    pub unlinkable: u64,
}

/// A stratum in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunStratum {
    /// The figure; absent when refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<RunFigure>,
    /// People on at least one list.
    pub observed: u64,
    /// Codes of why there is no figure, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// Its values, one for each member of `strata_by`; empty for not stated.
    pub values: Vec<String>,
}

/// What no such entry says.
pub(super) fn wrong_scope(s: &ListScope) -> Option<&'static str> {
    if !s.derived_from.is_sorted_by(|a, b| a < b) {
        return Some("the lists that a list is made from are not sorted");
    }
    if s.manner.as_deref().is_some_and(|m| !["all", "direct", "indirect"].contains(&m)) {
        return Some("the manner of a list is none of all, direct and indirect");
    }
    s.when.filter(|w| !w.is_ordered()).map(|_| "an end stands before its beginning")
}

/// See [`wrong_scope`].
pub(super) fn wrong_run(r: &EstimateRun) -> Option<&'static str> {
    let most = crate::canonical::MAX_INTEGER as u64;
    let sound = |f: &RunFigure| f.low <= f.estimate && f.estimate <= f.high && f.high <= most;
    let sorted = |codes: &[String]| codes.is_sorted_by(|a, b| a < b);
    let counts = r.lists.iter().flat_map(|l| [l.records, l.unlinkable]);
    let counts = counts.chain(r.strata.iter().map(|s| s.observed)).chain([r.observed]);
    let figures = || r.figure.iter().chain(r.strata.iter().filter_map(|s| s.figure.as_ref()));
    if !figures().all(sound) {
        return Some("a figure lies outside its interval");
    }
    if r.figure.is_some() == r.refused.is_empty()
        && counts.into_iter().all(|n| n <= most)
        && sorted(&r.refused)
        && r.strata.iter().all(|s| sorted(&s.refused) && s.values.len() == r.strata_by.len())
    {
        return None;
    }
    Some("a run has neither a figure nor reasons for having none, or its codes are not sorted")
}
