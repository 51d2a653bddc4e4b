//! Mending our slips and withdrawing, one account or many, with a preview.

use std::collections::BTreeSet;

use cairn_model::{Account, Amendment, BatchId, Entry, EntryId, Withdrawal};
use cairn_register::View;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::FieldError;
use super::build::Builder;
use super::draft::Draft;
use crate::bonds::Rulings;
use crate::sources::Draft as Entries;
use crate::{Error, Result, Session};

/// Which accounts: these, those of a batch, those that fit a filter; of what is given, all must hold but for ids, which
/// are added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Selection {
    /// Account ids.
    pub ids: Vec<String>,
    /// A batch.
    pub batch: Option<String>,
    /// `NAME=VALUE`: metric, kind, sex, status, place, said_by, document; empty is "not stated".
    pub filter: Vec<String>,
}

/// What is wished of an amendment: members of a draft, as a JSON merge patch (RFC 7396): null empties a field.
pub type Wish = Value;

/// What a change did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` in a preview.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// Every account that changes.
    pub changed: Vec<Changed>,
    /// Accounts chosen that stay as they are: they say so already.
    pub unchanged: Vec<EntryId>,
    /// Taken, and a person should look.
    pub warnings: Vec<FieldError>,
}

/// One account that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The account.
    pub account: EntryId,
    /// In a few words.
    pub is: String,
    /// The account that stands in its place; `null` in a preview and for a withdrawal.
    pub now: Option<EntryId>,
    /// Every field that differs.
    pub fields: Vec<AmendedField>,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmendedField {
    /// Which member of the draft.
    pub field: String,
    /// Before; `null` where nothing was said.
    pub before: Value,
    /// After.
    pub after: Value,
}

impl Session {
    /// Mends our slip: for each chosen account a new one stands in its place. With `preview`, nothing is written.
    ///
    /// # Errors
    /// [`Error::Fields`] when something does not fit; also when nothing is chosen. Then nothing is written.
    pub fn amend(&mut self, which: &Selection, wish: &Wish, reason: &str, preview: bool) -> Result<Changes> {
        let reason = needed(reason)?;
        let view = self.store.view(None)?;
        let chosen = self.select(which)?;
        let (plan, warnings) = self.plan(&view, &chosen, wish, Entries::nowhere(self.store.as_ref()))?;
        let mut changed: Vec<Changed> = plan.iter().map(|p| p.changed.clone()).collect();
        let touched: BTreeSet<EntryId> = changed.iter().map(|c| c.account).collect();
        let unchanged = chosen.iter().copied().filter(|id| !touched.contains(id)).collect();
        if preview || changed.is_empty() {
            let position = view.position.short();
            return Ok(Changes { version: 1, batch: None, position, changed, unchanged, warnings });
        }
        let mut now = Vec::new();
        let (batch, position) = self.write("amend", Some(reason), |store| {
            let (entries, blobs) = {
                let mut builder = Builder::new(store, &view, Entries::new(store));
                for planned in &plan {
                    let account = builder.account(&planned.draft, Some(&planned.before), &[]);
                    let Some(account) = account.filter(|_| builder.fields.errors.is_empty()) else {
                        return Err(Error::Fields(builder.fields.errors));
                    };
                    let id = builder.entries.push(Entry::Account(Box::new(account)));
                    let of = planned.changed.account;
                    builder.entries.push(Entry::Amendment(Amendment { account: id, of }));
                    now.push(id);
                }
                (builder.entries, builder.blobs)
            };
            for bytes in &blobs {
                store.put_blob(bytes)?;
            }
            Ok(store.append(&entries.entries)?)
        })?;
        for (changed, id) in changed.iter_mut().zip(now) {
            changed.now = Some(id);
        }
        Ok(Changes { version: 1, batch: Some(batch), position, changed, unchanged, warnings })
    }

    fn plan(
        &self,
        view: &View,
        chosen: &[EntryId],
        wish: &Wish,
        entries: Entries,
    ) -> Result<(Vec<Planned>, Vec<FieldError>)> {
        let mut builder = Builder::new(self.store.as_ref(), view, entries);
        let mut plan = Vec::new();
        for id in chosen {
            let Entry::Account(before) = self.store.entry(*id)? else {
                return Err(Error::Unknown(id.to_string()));
            };
            let draft = Draft::of(&before);
            let wished = wished(&draft, wish)?;
            builder.fields.within = if chosen.len() == 1 { String::new() } else { format!("{id}: ") };
            let after = builder.account(&wished, Some(&before), &[]);
            let Some(after) = after else { continue };
            if after == *before {
                continue;
            }
            let changed =
                Changed { account: *id, is: label(&before), now: None, fields: differences(&draft, &wished) };
            plan.push(Planned { before, draft: wished, changed });
        }
        if builder.fields.errors.is_empty() {
            Ok((plan, builder.fields.warnings))
        } else {
            Err(Error::Fields(builder.fields.errors))
        }
    }

    /// Takes accounts out of every figure; they stay readable. With `preview`, nothing is written.
    ///
    /// # Errors
    /// When nothing is chosen or the reason is empty.
    pub fn withdraw(&mut self, which: &Selection, reason: &str, preview: bool) -> Result<Changes> {
        let reason = needed(reason)?;
        let chosen = self.select(which)?;
        let mut changed = Vec::new();
        for id in &chosen {
            let Entry::Account(account) = self.store.entry(*id)? else {
                return Err(Error::Unknown(id.to_string()));
            };
            changed.push(Changed { account: *id, is: label(&account), now: None, fields: Vec::new() });
        }
        let (unchanged, warnings) = (Vec::new(), Vec::new());
        if preview {
            let position = self.store.view(None)?.position.short();
            return Ok(Changes { version: 1, batch: None, position, changed, unchanged, warnings });
        }
        let (batch, position) = self.write("withdraw", Some(reason), |store| {
            let entry = |id: &EntryId| Entry::Withdrawal(Withdrawal { account: *id });
            let entries: Vec<Entry> = chosen.iter().map(entry).collect();
            Ok(store.append(&entries)?)
        })?;
        Ok(Changes { version: 1, batch: Some(batch), position, changed, unchanged, warnings })
    }

    /// The accounts chosen, in ascending order: those in force.
    pub(crate) fn select(&self, which: &Selection) -> Result<Vec<EntryId>> {
        let view = self.store.view(None)?;
        let marks = Rulings::of(self.store.as_ref(), &view)?;
        let mut chosen = BTreeSet::new();
        for raw in &which.ids {
            let id: EntryId = raw.trim().parse().map_err(|_| Error::Unknown(raw.clone()))?;
            let batch = view.batch_of(id).ok_or_else(|| Error::Unknown(raw.clone()))?;
            if let Some(by) = batch.undone_by {
                return Err(Error::AlreadyUndone(batch.id, by));
            }
            if !matches!(self.store.entry(id)?, Entry::Account(_)) {
                return Err(Error::Unknown(raw.clone()));
            }
            if let Some(why) = marks.out_of_force(id) {
                let now = marks.current(id);
                let mend = if now == id { String::new() } else { format!(": {now} stands in its place") };
                return Err(Error::Nothing(format!("account {id} is {why} already{mend}")));
            }
            chosen.insert(id);
        }
        if which.batch.is_some() || !which.filter.is_empty() {
            for (id, fits) in self.fitting(&view, which)? {
                if fits && marks.out_of_force(id).is_none() {
                    chosen.insert(id);
                }
            }
        }
        if chosen.is_empty() {
            return Err(Error::Nothing(
                "no account is chosen: give ids, a batch, or a filter that some account fits".to_owned(),
            ));
        }
        Ok(chosen.into_iter().collect())
    }

    fn fitting(&self, view: &View, which: &Selection) -> Result<Vec<(EntryId, bool)>> {
        let batch = match &which.batch {
            Some(raw) => {
                let id: BatchId = raw.trim().parse().map_err(|_| Error::Unknown(raw.clone()))?;
                if !view.effective().any(|b| b.id == id) {
                    return Err(Error::Unknown(raw.clone()));
                }
                Some(id)
            }
            None => None,
        };
        let mut wanted: Vec<(&str, Vec<String>)> = Vec::new();
        for filter in &which.filter {
            let (name, value) = filter.split_once('=').ok_or_else(|| Error::Filter(filter.clone()))?;
            let value = value.trim();
            wanted.push(match name.trim() {
                name @ ("metric" | "kind" | "sex" | "status" | "place") => (name, vec![value.to_owned()]),
                "said_by" | "source" => {
                    let named = view
                        .sources()
                        .into_iter()
                        .filter(|(id, s)| s.name == value || id.to_string() == value);
                    let mut ids: Vec<String> = named.map(|(id, _)| id.to_string()).collect();
                    if value.is_empty() {
                        ids.push(String::new());
                    }
                    ("said_by", ids)
                }
                "document" | "doc" => {
                    let all = view.batches.iter().flat_map(|b| &b.documents);
                    let fits = |d: &&cairn_model::Document| {
                        d.name == value || (value.len() >= 8 && d.doc.to_string().starts_with(value))
                    };
                    ("doc", all.filter(fits).map(|d| d.doc.to_string()).collect())
                }
                _ => return Err(Error::Filter(filter.clone())),
            });
        }
        let mut out = Vec::new();
        for view in view.effective().filter(|b| b.accounts > 0 && batch.is_none_or(|id| id == b.id)) {
            let (harms, tolls) = self.store.columns(view.id)?;
            for columns in [harms, tolls] {
                for (row, owner) in columns.owners().iter().enumerate() {
                    let fits = wanted.iter().all(|(name, values)| {
                        let value = columns.column(name).map_or("", |c| c.value(row));
                        values.iter().any(|v| v == value)
                    });
                    let id = EntryId { chain: view.id.chain, seq: view.id.seq + u64::from(*owner) };
                    out.push((id, fits));
                }
            }
        }
        Ok(out)
    }
}

/// A mended account on its way.
struct Planned {
    before: Box<Account>,
    draft: Draft,
    changed: Changed,
}

/// The draft with the wish laid over it.
fn wished(draft: &Draft, wish: &Wish) -> Result<Draft> {
    let bad = |e: serde_json::Error| {
        Error::Fields(vec![FieldError {
            field: String::new(),
            code: "shape",
            words: e.to_string(),
            mend: "give members of a record, such as {\"age\": \"34\"}; null empties one".to_owned(),
        }])
    };
    let mut value = serde_json::to_value(draft).map_err(bad)?;
    let sets = |name: &str| wish.get(name).is_some();
    // A number typed anew brings its own hedge.
    if sets("number")
        && !sets("qualifier")
        && let Some(members) = value.as_object_mut()
    {
        members.remove("qualifier");
        members.remove("by_rule");
    }
    // A field that is now said is no gap any more.
    if let (Some(said), Some(gaps)) = (wish.as_object(), value.get_mut("gaps").and_then(Value::as_object_mut))
    {
        gaps.retain(|field, _| said.get(field).is_none_or(Value::is_null));
    }
    match wish {
        Value::Object(members) => {
            for (name, to) in members {
                match path(name) {
                    Some((list, i, field)) => {
                        let item = value.get_mut(list).and_then(|l| l.get_mut(i));
                        let Some(item) = item else {
                            return Err(Error::Fields(vec![FieldError {
                                field: name.clone(),
                                code: "not_found",
                                words: format!("there is no {list}[{i}]"),
                                mend: "'cairn show' lists what there is, counted from 0".to_owned(),
                            }]));
                        };
                        let patch = serde_json::json!({ field: to });
                        merge(item, &patch);
                    }
                    None => merge(&mut value, &serde_json::json!({ name.as_str(): to })),
                }
            }
        }
        other => merge(&mut value, other),
    }
    serde_json::from_value(value).map_err(bad)
}

/// `acts[0].when` as its parts.
fn path(name: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = name.split_once('[')?;
    let (i, field) = rest.split_once("].")?;
    Some((list, i.parse().ok()?, field))
}

/// RFC 7396.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(members) = target {
        for (name, value) in patch {
            if value.is_null() {
                members.remove(name);
            } else {
                merge(members.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
    }
}

fn differences(before: &Draft, after: &Draft) -> Vec<AmendedField> {
    let members = |draft: &Draft| match serde_json::to_value(draft) {
        Ok(Value::Object(members)) => members,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (members(before), members(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value =
        |of: &serde_json::Map<String, Value>, name: &String| of.get(name).cloned().unwrap_or_default();
    names
        .into_iter()
        .map(|name| AmendedField {
            field: name.clone(),
            before: value(&before, name),
            after: value(&after, name),
        })
        .filter(|f| f.before != f.after)
        .collect()
}

/// An account in a few words, for lists.
pub(crate) fn label(account: &Account) -> String {
    let about = &account.about;
    let names: Vec<&str> = account.personal.names.iter().map(|n| n.text.as_str()).collect();
    let who = if names.is_empty() { String::new() } else { format!(" {}", names.join(" ")) };
    let acts: Vec<&str> = account.acts.iter().map(|a| a.kind.as_str()).collect();
    let what = match &account.toll {
        Some(toll) => toll.metric.clone(),
        None => acts.join(", "),
    };
    let statuses: Vec<&str> = account.statuses.iter().map(|s| s.kind.as_str()).collect();
    let parts = [format!("{}{who}", about.kind.code()), what, statuses.join(", ")];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(": ")
}

fn needed(reason: &str) -> Result<String> {
    match reason.trim() {
        "" => Err(Error::Nothing("the reason is empty: say why, in a few words".to_owned())),
        reason => Ok(reason.to_owned()),
    }
}
