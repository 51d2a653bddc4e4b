//! What is typed by a person: recorded, mended where we slipped, withdrawn.
//!
//! The typed note becomes the preserved document; everything typed is read by the parsers that imports use, and every
//! field that does not fit is named with what to do. Nothing is written unless everything fits.

mod build;
mod change;
mod draft;
mod field;
mod items;
mod refs;
mod unbuild;

use cairn_model::{BatchId, Entry, EntryId};
use serde::Serialize;

pub(crate) use change::label;
pub use change::{AmendedField, Changed, Changes, Selection, Wish};
pub use draft::{
    ActDraft, AttributionDraft, ConsentDraft, CorrectionDraft, Draft, IdDraft, MemberDraft, NameDraft,
    StatusDraft, TieDraft,
};
pub use field::{FIELD_CODES, FieldError};

use build::Builder;

use crate::sources::Draft as Entries;
use crate::{Error, Result, Session};

/// A file kept beside what is recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    /// File name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a record added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recorded {
    /// Shape of this value.
    pub version: u32,
    /// The batch; `null` when nothing was to be written.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// The account of each draft, in their order.
    pub accounts: Vec<EntryId>,
    /// Every account, named members of groups included.
    pub all: Vec<EntryId>,
    /// Taken, and a person should look.
    pub warnings: Vec<FieldError>,
}

impl Session {
    /// Records what was typed: one batch for all of it.
    ///
    /// # Errors
    /// [`Error::Fields`] when something does not fit; then nothing is written.
    pub fn record(
        &mut self,
        drafts: &[Draft],
        attachments: &[Attachment],
        reason: Option<String>,
    ) -> Result<Recorded> {
        self.check_record(drafts)?;
        let view = self.store.view(None)?;
        let mut made = (Vec::new(), Vec::new(), Vec::new());
        let (batch, position) = self.write("record", reason, |store| {
            let (entries, blobs) = {
                let mut builder = Builder::new(store, &view, Entries::new(store));
                all(&mut builder, drafts, attachments);
                if !builder.fields.errors.is_empty() {
                    return Err(Error::Fields(builder.fields.errors));
                }
                made =
                    (builder.made.into_iter().flatten().collect(), builder.accounts, builder.fields.warnings);
                (builder.entries, builder.blobs)
            };
            for bytes in &blobs {
                store.put_blob(bytes)?;
            }
            Ok(store.append(&entries.entries)?)
        })?;
        let (accounts, all, warnings) = made;
        Ok(Recorded { version: 1, batch: Some(batch), position, accounts, all, warnings })
    }

    /// Whether drafts can be recorded, without writing anything; gives what a person should look at.
    ///
    /// # Errors
    /// [`Error::Fields`] when something does not fit.
    pub fn check_record(&self, drafts: &[Draft]) -> Result<Vec<FieldError>> {
        if drafts.is_empty() {
            return Err(Error::Nothing("there is nothing to record: give at least one draft".to_owned()));
        }
        let view = self.store.view(None)?;
        let mut builder = Builder::new(self.store.as_ref(), &view, Entries::nowhere(self.store.as_ref()));
        all(&mut builder, drafts, &[]);
        if builder.fields.errors.is_empty() {
            Ok(builder.fields.warnings)
        } else {
            Err(Error::Fields(builder.fields.errors))
        }
    }

    /// The account as a person would have typed it, to be mended.
    ///
    /// # Errors
    /// When the id names no account.
    pub fn draft_of(&self, account: EntryId) -> Result<Draft> {
        match self.store.entry(account)? {
            Entry::Account(account) => Ok(Draft::of(&account)),
            _ => Err(Error::Unknown(account.to_string())),
        }
    }

    /// Says what may be done with the chosen accounts: leave given, refused or taken back.
    ///
    /// # Errors
    /// [`Error::Fields`] when something does not fit, or the accounts are unknown.
    pub fn consent(
        &mut self,
        which: &Selection,
        consent: &ConsentDraft,
        reason: Option<String>,
    ) -> Result<Recorded> {
        let accounts = self.select(which)?;
        let view = self.store.view(None)?;
        let entry = {
            let mut builder = Builder::new(self.store.as_ref(), &view, Entries::nowhere(self.store.as_ref()));
            let entry = builder.consent("", consent, accounts.clone());
            match entry {
                Some(entry) if builder.fields.errors.is_empty() => entry,
                _ => return Err(Error::Fields(builder.fields.errors)),
            }
        };
        let (batch, position) =
            self.write("consent", reason, |store| Ok(store.append(&[Entry::Consent(Box::new(entry))])?))?;
        let all = accounts.clone();
        Ok(Recorded { version: 1, batch: Some(batch), position, accounts, all, warnings: Vec::new() })
    }
}

fn all(builder: &mut Builder<'_>, drafts: &[Draft], attachments: &[Attachment]) {
    let attached: Vec<_> = attachments.iter().map(|a| builder.attach(&a.name, &a.bytes)).collect();
    for (i, draft) in drafts.iter().enumerate() {
        builder.fields.within = if drafts.len() == 1 { String::new() } else { format!("[{i}].") };
        builder.add(draft, &attached);
    }
}
