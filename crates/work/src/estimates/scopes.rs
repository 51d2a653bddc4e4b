//! The lists of a register, what each set out to record, and the gates that follow from it.

use std::collections::{BTreeMap, BTreeSet};

use cairn_estimate::Note;
use cairn_model::{BatchId, Entry, Interval, ListScope};
use cairn_register::View;
use serde::Serialize;

use crate::{Error, Result, Session};

/// A list of the register: a series of versions is one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegisterList {
    /// The name of its series, or the batch that imported it.
    pub(crate) id: String,
    /// As people know it: its series, or its file.
    pub(crate) name: String,
    /// The batches of its rows.
    pub(crate) batches: BTreeSet<BatchId>,
}

/// A list with what it is declared to cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeclaredList {
    /// The list: its series, or the batch that imported it.
    pub list: String,
    /// Its name.
    pub name: String,
    /// Whether anything is declared.
    pub declared: bool,
    /// Where.
    pub place: Option<String>,
    /// From when to when, ISO 8601.
    pub when: Option<String>,
    /// Whom.
    pub whom: Option<String>,
    /// `direct`, `indirect` or `all`.
    pub manner: Option<String>,
    /// Lists that it was made from.
    pub derived_from: Vec<String>,
}

/// What is declared of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScopeOptions {
    /// Where.
    pub place: Option<String>,
    /// The first day, ISO.
    pub from: Option<String>,
    /// The last day, ISO.
    pub until: Option<String>,
    /// Whom.
    pub whom: Option<String>,
    /// `direct`, `indirect` or `all`.
    pub manner: Option<String>,
    /// Lists that it was made from.
    pub derived_from: Vec<String>,
}

/// The lists in the order in which they were first imported.
pub(crate) fn lists(view: &View) -> Vec<RegisterList> {
    let mut out: Vec<RegisterList> = Vec::new();
    for batch in view.effective().filter(|b| b.accounts > 0) {
        let Some((_, list)) = batch.lists.last() else { continue };
        let id = list.series.clone().unwrap_or_else(|| batch.id.to_string());
        if let Some(known) = out.iter_mut().find(|l| l.id == id) {
            known.batches.insert(batch.id);
            continue;
        }
        let file = || view.document(list.doc).map_or_else(|| list.doc.short(), |d| d.name.clone());
        let name = list.series.clone().unwrap_or_else(file);
        out.push(RegisterList { id, name, batches: [batch.id].into() });
    }
    out
}

/// The places of the lists asked for; all when none is.
pub(crate) fn wanted(lists: &[RegisterList], asked: &[String]) -> Result<Vec<usize>> {
    if asked.is_empty() {
        return Ok((0..lists.len()).collect());
    }
    asked.iter().map(|name| find(lists, name)).collect()
}

fn find(lists: &[RegisterList], name: &str) -> Result<usize> {
    let found: Vec<usize> =
        (0..lists.len()).filter(|i| lists[*i].id == name || lists[*i].name == name).collect();
    match found[..] {
        [one] => Ok(one),
        [] => {
            let have: Vec<&str> = lists.iter().map(|l| l.name.as_str()).collect();
            Err(Error::Nothing(format!("no list is called '{name}'; there are: {}", have.join(", "))))
        }
        _ => Err(Error::Ambiguous(name.to_owned())),
    }
}

/// What stands declared of each list: the last word on it.
pub(crate) fn of_lists(view: &View, ids: &[String], names: &[String]) -> Vec<DeclaredList> {
    let mut last: BTreeMap<&str, &ListScope> = BTreeMap::new();
    for (_, scope) in view.effective().flat_map(|b| &b.scopes) {
        last.insert(&scope.list, scope);
    }
    let shown = |(id, name): (&String, &String)| {
        let scope = last.get(id.as_str());
        DeclaredList {
            list: id.clone(),
            name: name.clone(),
            declared: scope.is_some(),
            place: scope.and_then(|s| s.place.clone()),
            when: scope.and_then(|s| s.when).map(|w| w.to_string()),
            whom: scope.and_then(|s| s.whom.clone()),
            manner: scope.and_then(|s| s.manner.clone()),
            derived_from: scope.map(|s| s.derived_from.clone()).unwrap_or_default(),
        }
    };
    ids.iter().zip(names).map(shown).collect()
}

/// Words as they are compared: folded, with single spaces.
fn words(text: &str) -> String {
    cairn_fold::fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why these lists do not estimate together.
pub(crate) fn gates(lists: &[DeclaredList]) -> Vec<Note> {
    let mut out = Vec::new();
    let mut refuse = |code: &str, words: String| out.push(Note { code: code.to_owned(), words });
    let complete =
        |l: &&DeclaredList| l.place.is_some() && l.when.is_some() && l.whom.is_some() && l.manner.is_some();
    let silent: Vec<&str> = lists.iter().filter(|l| !complete(l)).map(|l| l.name.as_str()).collect();
    if !silent.is_empty() {
        refuse(
            "scope_undeclared",
            format!(
                "It is not declared which place and time {} set out to cover, whom, and whether direct or indirect \
                 harm. People outside a list's scope look like people it missed. Declare it with 'cairn scope DIR \
                 LIST --place … --from … --until … --whom … --manner …'.",
                silent.join(", ")
            ),
        );
    }
    type Says = fn(&DeclaredList) -> Option<String>;
    let fields: [(&str, Says); 4] = [
        ("places", |l| l.place.as_deref().map(words)),
        ("times", |l| l.when.clone()),
        ("people", |l| l.whom.as_deref().map(words)),
        ("manners of harm", |l| l.manner.clone()),
    ];
    for (what, says) in fields {
        let values: BTreeSet<String> = lists.iter().filter_map(says).collect();
        if values.len() > 1 {
            let each: Vec<String> =
                lists.iter().filter_map(|l| Some(format!("{} ({})", l.name, says(l)?))).collect();
            refuse(
                "scope_unequal",
                format!(
                    "The lists set out to cover different {what}: {}. Use lists of one scope with --lists, or import \
                     the part of each that all of them cover.",
                    each.join(", ")
                ),
            );
        }
    }
    out
}

/// Lists that were made from one another, or from the same third list, used here or not.
pub(crate) fn made_alike(view: &View, used: &[DeclaredList]) -> Vec<Note> {
    let all = lists(view);
    let ids: Vec<String> = all.iter().map(|l| l.id.clone()).collect();
    let names: Vec<String> = all.iter().map(|l| l.name.clone()).collect();
    let declared = of_lists(view, &ids, &names);
    let made_from: BTreeMap<&str, &[String]> =
        declared.iter().map(|l| (l.list.as_str(), l.derived_from.as_slice())).collect();
    let ancestors = |list: &str| {
        let (mut todo, mut seen) = (vec![list.to_owned()], BTreeSet::new());
        while let Some(at) = todo.pop() {
            let from = made_from.get(at.as_str()).copied().unwrap_or_default();
            todo.extend(from.iter().filter(|l| seen.insert((*l).clone())).cloned());
        }
        seen
    };
    let name =
        |id: &String| ids.iter().position(|l| l == id).map_or_else(|| id.clone(), |at| names[at].clone());
    let of: Vec<BTreeSet<String>> = used.iter().map(|l| ancestors(&l.list)).collect();
    let mut out = Vec::new();
    for (a, one) in used.iter().enumerate() {
        for (b, other) in used.iter().enumerate().skip(a + 1) {
            let said = if of[a].contains(&other.list) {
                format!("{} was made from {}", one.name, other.name)
            } else if of[b].contains(&one.list) {
                format!("{} was made from {}", other.name, one.name)
            } else if let Some(third) = of[a].intersection(&of[b]).next() {
                format!("{} and {} were both made from {}", one.name, other.name, name(third))
            } else {
                continue;
            };
            let words = format!(
                "{said}: what they share says nothing about who was missed. Leave one of them out with --lists."
            );
            out.push(Note { code: "derived_list".to_owned(), words });
        }
    }
    out
}

impl Session {
    /// The lists of the register with what is declared of each.
    ///
    /// # Errors
    /// When the store fails.
    pub fn scopes(&self) -> Result<Vec<DeclaredList>> {
        let view = self.store.view(None)?;
        let lists = lists(&view);
        let ids: Vec<String> = lists.iter().map(|l| l.id.clone()).collect();
        let names: Vec<String> = lists.iter().map(|l| l.name.clone()).collect();
        Ok(of_lists(&view, &ids, &names))
    }

    /// Declares what a list set out to record, in the place of what was declared before.
    ///
    /// # Errors
    /// When there is no such list, or a day or the manner is none.
    pub fn declare_scope(
        &mut self,
        list: &str,
        scope: &ScopeOptions,
        reason: Option<String>,
    ) -> Result<DeclaredList> {
        let view = self.store.view(None)?;
        let all = lists(&view);
        let list = &all[find(&all, list)?];
        let day = |text: &Option<String>| match text {
            None => Ok(None),
            Some(t) => t.parse().map(Some).map_err(|_| Error::Date(t.clone())),
        };
        let (from, until) = (day(&scope.from)?, day(&scope.until)?);
        if let (Some(first), Some(last)) = (&from, &until)
            && last < first
        {
            return Err(Error::Nothing(format!(
                "the scope of '{}': its last day ({last}) is before its first ({first}): change --from or --until",
                list.name
            )));
        }
        let mut derived_from = Vec::new();
        for name in &scope.derived_from {
            derived_from.push(all[find(&all, name)?].id.clone());
        }
        derived_from.sort();
        derived_from.dedup();
        let entry = Entry::Scope(ListScope {
            derived_from,
            list: list.id.clone(),
            manner: scope.manner.clone(),
            place: scope.place.clone(),
            when: (from.is_some() || until.is_some()).then_some(Interval(from, until)),
            whom: scope.whom.clone(),
        });
        if let Err(e) = entry.sections() {
            return Err(Error::Nothing(format!("the scope of '{}': {e}", list.name)));
        }
        let (id, name) = (list.id.clone(), list.name.clone());
        self.write("scope", reason, |store| Ok(store.append(&[entry])?))?;
        let now = self.store.view(None)?;
        let mut found = of_lists(&now, &[id], &[name]);
        found.pop().ok_or_else(|| Error::Nothing("the declaration was not found again".to_owned()))
    }
}
