//! Adding documents: the bytes are preserved as they came, texts are read for claims.

use cairn_extract::Claim;
use cairn_model::{BatchId, DocId, Document, Entry};
use cairn_read::Content;
use cairn_register::View;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::proposed::{Proposed, proposals};
use crate::sources::{Draft, Sources};
use crate::template::TemplateUse;
use crate::{Error, Progress, Result, Session};

/// A file on its way in.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// File name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The day it bears.
    pub published: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Title, when the file states none.
    pub title: Option<String>,
    /// Language code; detected when absent.
    pub lang: Option<String>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Added {
    /// File name.
    pub name: String,
    /// The document's id.
    pub doc: DocId,
    /// `text` or `table`.
    pub kind: &'static str,
    /// The batch that added it; `null` when the same bytes were here already.
    pub batch: Option<BatchId>,
    /// Claims proposed and waiting for a decision.
    pub claims: usize,
    /// What the template of its publisher filled in; `null` when there is none.
    pub template: Option<TemplateUse>,
}

/// Somebody outside the engine who reads texts too: a model on this machine. What it says waits like any proposal,
/// marked with its name, and only where its words and numbers stand in the text.
pub trait Suggest {
    /// Claims of a text.
    ///
    /// # Errors
    /// In words, when the work as a whole should not go on.
    fn claims(&mut self, text: &str, published: Option<Date>) -> std::result::Result<Vec<Suggested>, String>;
}

/// A claim from outside the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// The claim.
    pub claim: Claim,
    /// The model's name.
    pub model: String,
}

impl Incoming {
    pub(crate) fn published_date(&self) -> Result<Option<Date>> {
        self.published.as_ref().map(|d| d.parse().map_err(|_| Error::Date(d.clone()))).transpose()
    }
}

impl Session {
    /// Preserves files and proposes the claims read in texts. The same bytes again add nothing.
    ///
    /// # Errors
    /// When a file holds neither text nor a table, or a date is none; then no file is added.
    pub fn add(&mut self, files: &[Incoming], progress: &mut dyn Progress) -> Result<Vec<Added>> {
        self.add_with(files, None, progress)
    }

    /// As [`Session::add`], with proposals from outside the engine beside the engine's own.
    ///
    /// # Errors
    /// As [`Session::add`]; also when the one who suggests fails.
    pub fn add_with(
        &mut self,
        files: &[Incoming],
        mut suggest: Option<&mut dyn Suggest>,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Added>> {
        let view = self.store.view(None)?;
        // Everything is read before anything is written: one bad file adds none.
        let (mut read, mut templates) = (Vec::new(), Vec::new());
        for (i, file) in files.iter().enumerate() {
            progress.at("reading", i as u64, Some(files.len() as u64));
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
            let published = file.published_date()?;
            let mut template = None;
            let (kind, title, lang, claims) = match cairn_read::read(&file.bytes, &file.name)? {
                Content::Table(_) => ("table", None, None, Vec::new()),
                Content::Text(text) => {
                    let doc = DocId(Sha256::digest(&file.bytes).into());
                    let lang = file.lang.as_deref().or(text.lang.as_deref());
                    let mut others = Vec::new();
                    if let Some(publisher) = &file.publisher
                        && !is_here(&view, doc)
                        && let Some((used, filled)) = self.fill_in(&view, publisher, &text.text, published)?
                    {
                        template = Some(used);
                        others.extend(filled);
                    }
                    if let Some(suggest) = suggest.as_deref_mut()
                        && !is_here(&view, doc)
                    {
                        let suggested = suggest.claims(&text.text, published).map_err(Error::Nothing)?;
                        others.extend(suggested.into_iter().map(|s| Proposed {
                            claim: s.claim,
                            by_template: None,
                            by_model: Some(s.model),
                        }));
                    }
                    let claims = proposals(doc, &text.text, published, lang, &others);
                    ("text", text.title, text.lang, claims)
                }
            };
            templates.push(template);
            read.push((kind, title, lang, claims));
        }
        let is_new = |file: &Incoming| !is_here(&view, DocId(Sha256::digest(&file.bytes).into()));
        let batch =
            if files.iter().any(is_new) { Some(self.add_new(files, &read, &view, progress)?) } else { None };
        let waiting = self.claims(None)?;
        let added = files.iter().zip(&read).zip(templates).map(|((file, (kind, ..)), template)| {
            let doc = DocId(Sha256::digest(&file.bytes).into());
            Added {
                name: file.name.clone(),
                doc,
                kind,
                batch: batch.filter(|_| is_new(file)),
                claims: waiting.iter().filter(|c| c.doc == doc && c.is_proposed()).count(),
                template,
            }
        });
        Ok(added.collect())
    }

    #[allow(clippy::type_complexity)]
    fn add_new(
        &mut self,
        files: &[Incoming],
        read: &[(&'static str, Option<String>, Option<String>, Vec<cairn_register::Proposal>)],
        view: &View,
        progress: &mut dyn Progress,
    ) -> Result<BatchId> {
        let mut sources = Sources::of(view);
        let (batch, _) = self.write("add", None, |store| {
            let mut seen: Vec<DocId> = Vec::new();
            let mut draft = Draft::new(store);
            for (i, (file, (kind, title, lang, claims))) in files.iter().zip(read).enumerate() {
                progress.at("preserving", i as u64, Some(files.len() as u64));
                let doc = store.put_blob(&file.bytes)?;
                if seen.contains(&doc) || is_here(view, doc) {
                    continue;
                }
                seen.push(doc);
                let publisher = match &file.publisher {
                    Some(name) => Some(sources.named(&mut draft, name)?),
                    None => None,
                };
                // Proposals first: they stand beside the log and nobody sees them before the document is sealed.
                if *kind == "text" {
                    store.put_proposals(doc, claims)?;
                }
                draft.push(Entry::Document(Document {
                    bytes: file.bytes.len() as u64,
                    doc,
                    lang: file.lang.clone().or_else(|| lang.clone()),
                    name: file.name.clone(),
                    published: file.published.clone(),
                    publisher,
                    title: file.title.clone().or_else(|| title.clone()),
                }));
            }
            Ok(store.append(&draft.entries)?)
        })?;
        Ok(batch)
    }
}

/// Whether a document is on record, in a batch that is not withdrawn.
pub(crate) fn is_here(view: &View, doc: DocId) -> bool {
    view.effective().any(|b| b.documents.iter().any(|d| d.doc == doc))
}
