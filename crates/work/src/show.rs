//! Opening an id to what stands behind it, down to the words of the document.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use cairn_model::{Account, BatchId, DocId, Document, Entry, EntryId, Locator, Source, Verdict};
use cairn_read::Content;
use cairn_register::{Store, View};
use serde::Serialize;

use crate::claims::ClaimRow;
use crate::history::HistoryRow;
use crate::{Error, Result, Session};

/// Characters of context shown on each side of a quote.
const CONTEXT: usize = 120;

/// The words that an account stands on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Where: `characters 27-38`, `row 17`.
    pub at: String,
    /// The exact words, of a text.
    pub quote: Option<String>,
    /// What stands around them: before and after.
    pub around: Option<(String, String)>,
    /// The verbatim cells, of a table: header and cell, in the order of the columns.
    pub cells: Option<Vec<(String, String)>>,
}

/// What an id names.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Shown {
    /// One source's word on one thing.
    Account {
        /// Its id.
        id: EntryId,
        /// The speaker; `null`: the text of the document, author not stated.
        said_by: Option<String>,
        /// The outlet.
        published_by: Option<String>,
        /// The document's file name.
        document: String,
        /// The words.
        words: Words,
        /// The open part as stored.
        account: Box<Account>,
        /// Names, identifiers and birth date.
        personal: cairn_model::Personal,
        /// The batch that holds it: when, who, whether withdrawn.
        batch: Box<HistoryRow>,
        /// What others say of it, and what stands in its place.
        #[serde(flatten)]
        bound: Box<Bound>,
    },
    /// A preserved document.
    Document {
        /// As stored.
        document: Document,
        /// The outlet's name.
        publisher: Option<String>,
        /// Claims read in it.
        claims: usize,
        /// Accounts that stand on it, in batches that are not withdrawn.
        accounts: usize,
    },
    /// A source, by name or alias.
    Source {
        /// Its id.
        id: EntryId,
        /// As everybody may see it.
        source: Source,
    },
    /// A proposal.
    Claim {
        /// As listed.
        claim: Box<ClaimRow>,
        /// The words.
        words: Words,
    },
    /// A batch.
    Batch {
        /// In words.
        batch: Box<HistoryRow>,
    },
}

impl Session {
    /// Opens an id: of an account, document (or eight digits and more of it), source, claim or batch.
    ///
    /// # Errors
    /// When it names nothing, or more than one thing.
    pub fn show(&self, id: &str) -> Result<Shown> {
        let view = self.store.view(None)?;
        if let Ok(entry) = id.parse::<EntryId>() {
            return self.show_entry(&view, entry);
        }
        if let Some(row) = self.claims(None)?.into_iter().find(|row| row.id == id) {
            let at = Locator::Chars(row.claim.start as u64, row.claim.end as u64);
            let words = Reader::new(self.store.as_ref(), &view).words(row.doc, &at)?;
            return Ok(Shown::Claim { claim: Box::new(row), words });
        }
        let mut found: Vec<&Document> = view.batches.iter().flat_map(|b| &b.documents).collect();
        found.retain(|d| d.name == id || (id.len() >= 8 && d.doc.to_string().starts_with(id)));
        found.sort_by_key(|d| d.doc);
        found.dedup_by_key(|d| d.doc);
        match found[..] {
            [] => Err(Error::Unknown(id.to_owned())),
            [document] => self.show_document(&view, document),
            _ => Err(Error::Ambiguous(id.to_owned())),
        }
    }

    fn show_document(&self, view: &View, document: &Document) -> Result<Shown> {
        let doc = document.doc.to_string();
        let mut accounts = 0;
        for batch in view.effective().filter(|b| b.accounts > 0) {
            let (harms, tolls) = self.store.columns(batch.id)?;
            for columns in [harms, tolls] {
                let Some(column) = columns.column("doc") else { continue };
                let code = column.dictionary.iter().position(|d| *d == doc);
                let mut owners: Vec<u32> = Vec::new();
                owners.extend(
                    columns
                        .owners()
                        .iter()
                        .zip(&column.codes)
                        .filter(|(_, c)| Some(**c as usize) == code)
                        .map(|(o, _)| *o),
                );
                owners.dedup();
                accounts += owners.len();
            }
        }
        Ok(Shown::Document {
            publisher: document.publisher.and_then(|id| view.sources().get(&id).map(|s| s.name.clone())),
            claims: self.claims(Some(document.doc))?.len(),
            accounts,
            document: document.clone(),
        })
    }

    fn show_entry(&self, view: &View, id: EntryId) -> Result<Shown> {
        let batch = view.batch_of(id).ok_or_else(|| Error::Unknown(id.to_string()))?.id;
        let row = || self.history().map(|rows| rows.into_iter().find(|r| r.batch == batch));
        let batch = Box::new(row()?.ok_or_else(|| Error::Unknown(id.to_string()))?);
        let mut reader = Reader::new(self.store.as_ref(), view);
        match self.store.entry(id)? {
            Entry::Account(account) => Ok(Shown::Account {
                id,
                said_by: account.said_by.map(|id| reader.source(id)),
                published_by: account.published_by.map(|id| reader.source(id)),
                document: view.document(account.doc).map_or_else(String::new, |d| d.name.clone()),
                words: reader.words(account.doc, &account.at)?,
                personal: account.personal.clone(),
                account,
                batch,
                bound: Box::new(self.bound(view, id)?),
            }),
            Entry::Document(document) => self.show_document(view, &document),
            Entry::Source(source) => {
                // The identity of a protected source is not shown, by any verb.
                Ok(Shown::Source { id, source: Source { identity: None, ..source } })
            }
            _ => Ok(Shown::Batch { batch }),
        }
    }
}

/// What other entries have to do with an account.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Bound {
    /// The subject: the smallest account judged the same.
    pub subject: Option<EntryId>,
    /// All accounts of the subject, when there are others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<EntryId>,
    /// Accounts that may be about the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsure_of: Vec<EntryId>,
    /// What was judged of it beside others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judged: Vec<JudgedBeside>,
    /// Why it counts no more, where we mended or withdrew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<OutOfForce>,
    /// Where its source, or another, changed, doubted or took back this word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed_by: Vec<ChangedBy>,
    /// Accounts that say what they are to this.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tied: Vec<TiedTo>,
    /// What may be done with it, in the order in which it was said; the last word on a purpose holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consent: Vec<cairn_model::Consent>,
}

/// A judgement on an account and another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgedBeside {
    /// The other account.
    pub with: EntryId,
    /// The decision.
    pub verdict: Verdict,
    /// Who of the team, when a person decided and is named.
    pub by: Option<String>,
    /// The model, when no person did.
    pub model: Option<String>,
    /// The model's probability that the two are one, of the pair by itself.
    pub probability: Option<f64>,
    /// Why.
    pub reason: Option<String>,
    /// The batch.
    pub batch: BatchId,
}

/// Why an account counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutOfForce {
    /// `amended`, `withdrawn`.
    pub is: &'static str,
    /// What stands in its place.
    pub now: Option<EntryId>,
}

/// A later word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedBy {
    /// The later account.
    pub account: EntryId,
    /// `corrects`, `retracts`, `disputes`, `clarifies`.
    pub how: String,
}

/// A tie from another account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TiedTo {
    /// The other account.
    pub account: EntryId,
    /// What it is to this one.
    #[serde(rename = "type")]
    pub kind: String,
}

impl Session {
    pub(crate) fn bound(&self, view: &View, id: EntryId) -> Result<Bound> {
        let marks = crate::bonds::Rulings::of(self.store.as_ref(), view)?;
        let clusters = marks.bonds().clusters;
        let members = clusters.members(id);
        let unsure = clusters.unsure.iter().filter_map(|(a, b)| match (*a == id, *b == id) {
            (true, _) => Some(*b),
            (_, true) => Some(*a),
            _ => None,
        });
        let now = Some(marks.current(id)).filter(|now| *now != id);
        let changed =
            marks.corrections.iter().filter(|(own, of, _)| *of == id && marks.out_of_force(*own).is_none());
        let tied = marks.ties.iter().filter(|(own, to, _)| *to == id && marks.out_of_force(*own).is_none());
        let mut consent = Vec::new();
        for (entry, ..) in marks.consents.iter().filter(|(_, account, ..)| *account == id) {
            if let Entry::Consent(c) = self.store.entry(*entry)? {
                consent.push(*c);
            }
        }
        let mut judged = Vec::new();
        for j in marks.judgements.iter().filter(|j| j.judged.a == id || j.judged.b == id) {
            let Some(batch) = view.batch_of(j.id) else { continue };
            let model = match j.judged.score.map(|_| self.store.entry(j.id)).transpose()? {
                Some(Entry::Judgement(own)) => own.model,
                _ => None,
            };
            judged.push(JudgedBeside {
                with: if j.judged.a == id { j.judged.b } else { j.judged.a },
                verdict: j.judged.verdict,
                by: batch.team.actor.clone().filter(|_| model.is_none()),
                model,
                probability: j.judged.score.map(|s| f64::from(s) / 1e6),
                reason: batch.team.reason.clone(),
                batch: batch.id,
            });
        }
        Ok(Bound {
            judged,
            subject: Some(clusters.subject_of(id)),
            unsure_of: unsure.collect(),
            same_as: members.into_iter().filter(|m| *m != id).collect(),
            standing: marks.out_of_force(id).map(|is| OutOfForce { is, now }),
            changed_by: changed.map(|(own, _, how)| ChangedBy { account: *own, how: how.clone() }).collect(),
            tied: tied.map(|(own, _, kind)| TiedTo { account: *own, kind: kind.clone() }).collect(),
            consent,
        })
    }
}

/// Reads accounts and their words, each document once.
pub(crate) struct Reader<'a> {
    store: &'a dyn Store,
    view: &'a View,
    sources: BTreeMap<EntryId, &'a Source>,
    documents: BTreeMap<DocId, Held>,
}

/// What has been read of a document.
enum Held {
    Text(cairn_read::Text),
    Table { name: String, bytes: Vec<u8>, rows: BTreeMap<u64, Vec<(String, String)>> },
}

impl<'a> Reader<'a> {
    pub(crate) fn new(store: &'a dyn Store, view: &'a View) -> Self {
        Self { store, view, sources: view.sources(), documents: BTreeMap::new() }
    }

    pub(crate) fn account(&self, id: EntryId) -> Result<Box<Account>> {
        match self.store.entry(id)? {
            Entry::Account(account) => Ok(account),
            _ => Err(Error::Unknown(id.to_string())),
        }
    }

    /// The name, or the alias of a protected source.
    pub(crate) fn source(&self, id: EntryId) -> String {
        self.sources.get(&id).map_or_else(|| id.to_string(), |s| s.name.clone())
    }

    /// Reads the rows of a table in one pass, so that [`Reader::words`] finds them.
    pub(crate) fn rows(&mut self, doc: DocId, wanted: &[u64]) -> Result<()> {
        let Held::Table { name, bytes, rows } = self.held(doc)? else { return Ok(()) };
        let missing: Vec<u64> = wanted.iter().filter(|r| !rows.contains_key(r)).copied().collect();
        if missing.is_empty() {
            return Ok(());
        }
        let Content::Table(table) = cairn_read::read(bytes, name)? else { return Ok(()) };
        let header = table.header();
        for (row, cells) in missing.iter().zip(table.pick(&missing)?) {
            let names = header.iter().cloned().chain(std::iter::repeat(String::new()));
            rows.insert(*row, names.zip(cells).collect());
        }
        Ok(())
    }

    /// The text of a document; none of a table.
    pub(crate) fn text(&mut self, doc: DocId) -> Result<Option<&cairn_read::Text>> {
        Ok(match self.held(doc)? {
            Held::Text(text) => Some(text),
            Held::Table { .. } => None,
        })
    }

    pub(crate) fn words(&mut self, doc: DocId, at: &Locator) -> Result<Words> {
        if let Locator::Row(row) = at {
            self.rows(doc, &[*row])?;
        }
        match (self.held(doc)?, at) {
            (Held::Text(text), Locator::Chars(start, end)) => {
                let (start, end) = (*start as usize, *end as usize);
                let slice = |a: usize, b: usize| text.slice(a, b).map(str::to_owned);
                let length = text.text.chars().count();
                let before = slice(start.saturating_sub(CONTEXT), start).unwrap_or_default();
                let after = slice(end, (end + CONTEXT).min(length)).unwrap_or_default();
                Ok(Words {
                    at: format!("characters {start}-{end}"),
                    quote: slice(start, end),
                    around: Some((before, after)),
                    cells: None,
                })
            }
            (Held::Table { rows, .. }, Locator::Row(row)) => {
                Ok(Words { at: format!("row {row}"), cells: rows.get(row).cloned(), ..Words::default() })
            }
            _ => Ok(Words { at: "the whole document".to_owned(), ..Words::default() }),
        }
    }

    fn held(&mut self, doc: DocId) -> Result<&mut Held> {
        match self.documents.entry(doc) {
            Slot::Occupied(e) => Ok(e.into_mut()),
            Slot::Vacant(e) => {
                let name = self.view.document(doc).map_or_else(|| doc.short(), |d| d.name.clone());
                let bytes = self.store.blob(doc)?;
                let text = match cairn_read::read(&bytes, &name)? {
                    Content::Text(text) => Some(text),
                    Content::Table(_) => None,
                };
                Ok(e.insert(match text {
                    Some(text) => Held::Text(text),
                    None => Held::Table { name, bytes, rows: BTreeMap::new() },
                }))
            }
        }
    }
}
