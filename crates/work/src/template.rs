//! Templates of bulletins: learned anew from what was accepted whenever one is asked for, so there is nothing to keep
//! in step with the log.

use std::collections::BTreeMap;

use cairn_extract::template::{Applied, Changed, Example, Template, learn};
use cairn_extract::{Claim, Metric};
use cairn_fold::fold;
use cairn_model::{Account, DocId, Document, Entry, EntryId, Locator};
use cairn_read::Content;
use cairn_register::View;
use jiff::civil::Date;
use serde::de::value::{Error as Unknown, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::proposed::Proposed;
use crate::{Error, Incoming, Result, Session};

/// How many of a publisher's bulletins a template is learned from, the newest ones: forms change.
const EXAMPLES: usize = 5;

/// A publisher whose bulletins have a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TemplateRow {
    /// The publisher.
    pub publisher: String,
    /// Bulletins that it was learned from.
    pub examples: usize,
    /// Its numbers.
    pub slots: usize,
}

/// What a template did for a new document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TemplateUse {
    /// The publisher.
    pub publisher: String,
    /// Numbers that it filled in.
    pub filled: usize,
    /// Its numbers that the text does not have.
    pub missing: Vec<String>,
    /// Its numbers whose lines stand there in other words; nothing is filled in for them.
    pub changed: Vec<Changed>,
    /// The publisher seems to write in another form now.
    pub form_changed: bool,
}

impl Session {
    /// The publishers whose accepted bulletins show a form.
    ///
    /// # Errors
    /// When the store fails.
    pub fn templates(&self) -> Result<Vec<TemplateRow>> {
        let view = self.store.view(None)?;
        let mut out = Vec::new();
        for publisher in publishers(&view) {
            let template = self.learned(&view, &publisher)?;
            if !template.slots.is_empty() {
                out.push(TemplateRow { publisher, examples: template.examples, slots: template.slots.len() });
            }
        }
        Ok(out)
    }

    /// The template of a publisher.
    ///
    /// # Errors
    /// When there is none yet.
    pub fn template(&self, publisher: &str) -> Result<Template> {
        let template = self.learned(&self.store.view(None)?, publisher)?;
        if template.slots.is_empty() {
            return Err(Error::Nothing(format!(
                "there is no template of '{publisher}': it is learned from two documents added with --publisher \
                 '{publisher}' whose claims were accepted"
            )));
        }
        Ok(template)
    }

    /// Lays a publisher's template over a text without adding it.
    ///
    /// # Errors
    /// When there is no template, or the file holds no text.
    pub fn apply_template(&self, publisher: &str, file: &Incoming) -> Result<Applied> {
        let template = self.template(publisher)?;
        let published = file.published_date()?;
        match cairn_read::read(&file.bytes, &file.name)? {
            Content::Text(text) => Ok(template.apply(&text.text, published)),
            Content::Table(_) => {
                Err(Error::WrongKind { file: file.name.clone(), what: "this is a table, not a text" })
            }
        }
    }

    /// What the template of a new document's publisher fills in; nothing where there is none.
    pub(crate) fn fill_in(
        &self,
        view: &View,
        publisher: &str,
        text: &str,
        published: Option<Date>,
    ) -> Result<Option<(TemplateUse, Vec<Proposed>)>> {
        let template = self.learned(view, publisher)?;
        if template.slots.is_empty() {
            return Ok(None);
        }
        let Applied { claims, missing, changed, form_changed } = template.apply(text, published);
        // Of a form that is no longer kept, what still seems to fit is chance.
        let claims = if form_changed { Vec::new() } else { claims };
        let publisher = publisher.trim().to_owned();
        let proposed = |claim| Proposed { claim, by_template: Some(publisher.clone()), by_model: None };
        let proposed: Vec<Proposed> = claims.into_iter().map(proposed).collect();
        let filled = proposed.len();
        Ok(Some((TemplateUse { publisher, filled, missing, changed, form_changed }, proposed)))
    }

    fn learned(&self, view: &View, publisher: &str) -> Result<Template> {
        let sources = view.sources();
        let wanted = fold(publisher.trim());
        let by_publisher = |d: &&Document| {
            let source = d.publisher.and_then(|id| sources.get(&id));
            source.is_some_and(|s| !s.protected && fold(s.name.trim()) == wanted)
        };
        let mut documents: Vec<&Document> = view.documents().into_iter().filter(by_publisher).collect();
        documents.sort_by(|a, b| a.published.cmp(&b.published));
        let mut accepted: BTreeMap<DocId, Vec<Account>> = BTreeMap::new();
        for (claim, id) in view.effective().flat_map(|b| &b.accepted) {
            // A claim's id begins as its document's does: entries of other documents need not be read.
            let of = |d: &&Document| claim.starts_with(&d.doc.to_string()[..8]);
            if !documents.iter().any(of) {
                continue;
            }
            if let Entry::Account(account) = self.store.entry(*id)? {
                accepted.entry(account.doc).or_default().push(*account);
            }
        }
        documents.retain(|d| accepted.contains_key(&d.doc));
        let first = documents.len().saturating_sub(EXAMPLES);
        let mut examples = Vec::new();
        for document in &documents[first..] {
            let bytes = self.store.blob(document.doc)?;
            let Content::Text(text) = cairn_read::read(&bytes, &document.name)? else { continue };
            let name = |id: EntryId| sources.get(&id).map(|s| s.name.clone());
            let accounts = accepted.get(&document.doc).map(Vec::as_slice).unwrap_or_default();
            let claims = accounts.iter().filter_map(|a| claim(a, &text.text, &name)).collect();
            let published = document.published.as_ref().and_then(|d| d.parse().ok());
            examples.push(Example { text: text.text, published, claims });
        }
        Ok(learn(&examples))
    }
}

/// Publishers that are not protected, each once, by name.
fn publishers(view: &View) -> Vec<String> {
    let sources = view.sources();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    for id in view.documents().into_iter().filter_map(|d| d.publisher) {
        if let Some(source) = sources.get(&id).filter(|s| !s.protected) {
            out.entry(fold(source.name.trim())).or_insert_with(|| source.name.clone());
        }
    }
    out.into_values().collect()
}

/// An accepted account as the claim that it came of, with what persons mended.
fn claim(account: &Account, text: &str, name: &dyn Fn(EntryId) -> Option<String>) -> Option<Claim> {
    let toll = account.toll.as_ref().filter(|t| !t.by_rule && !t.hypothetical)?;
    let Locator::Chars(start, end) = account.at else { return None };
    let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
    let metric = Metric::deserialize(StrDeserializer::<Unknown>::new(&toll.metric)).ok()?;
    let attribution = account.attributions.first();
    let stance = attribution.and_then(|a| a.stance.as_deref());
    let stance = stance.and_then(|s| Deserialize::deserialize(StrDeserializer::<Unknown>::new(s)).ok());
    let when = toll.when;
    Some(Claim {
        kind: cairn_extract::Kind::Count,
        quote: text.chars().skip(start).take(end.checked_sub(start)?).collect(),
        start,
        end,
        metric,
        low: toll.low,
        high: toll.high,
        unit: toll.unit.clone(),
        qualifier: toll.qualifier,
        by_rule: false,
        cumulative: toll.cumulative,
        group: toll.group.clone(),
        party_affected: toll.party.clone(),
        place: toll.place.clone(),
        period: toll.period.clone(),
        resolved_from: when.and_then(|w| w.0),
        resolved_to: when.and_then(|w| w.1),
        source: account.said_by.and_then(name),
        source_candidates: Vec::new(),
        responsible: attribution.map(|a| a.actor.clone()),
        responsible_said_by: attribution.and_then(|a| a.said_by.clone()),
        stance,
        negated: toll.negated,
        hypothetical: false,
        part_of: None,
        score: 100,
        reasons: Vec::new(),
    })
}
