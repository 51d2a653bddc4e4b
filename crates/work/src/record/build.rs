//! From what was typed to entries.

use std::collections::BTreeMap;

use cairn_model::{
    About, Account, Consent, ConsentState, Correction, CorrectionStance, DocId, Document, Entry, EntryId,
    Gap, Kind, Personal, Tie,
};
use cairn_register::{Store, View};
use sha2::{Digest, Sha256};

use super::draft::{ConsentDraft, Draft, MemberDraft};
use super::field::Fields;
use crate::add::is_here;
use crate::sources::{Draft as Entries, Sources};

/// The name under which a typed note is kept.
pub(crate) const NOTE: &str = "note.txt";

/// What a record adds: entries, with the bytes of the documents among them.
pub(crate) struct Builder<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) view: &'a View,
    pub(super) sources: Sources,
    pub(crate) entries: Entries,
    pub(crate) blobs: Vec<Vec<u8>>,
    pub(crate) fields: Fields,
    /// The account of each draft, in their order; none of a draft that does not fit.
    pub(crate) made: Vec<Option<EntryId>>,
    /// Every account, members of groups included.
    pub(crate) accounts: Vec<EntryId>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(store: &'a dyn Store, view: &'a View, entries: Entries) -> Self {
        Self {
            store,
            view,
            sources: Sources::of(view),
            entries,
            blobs: Vec::new(),
            fields: Fields::default(),
            made: Vec::new(),
            accounts: Vec::new(),
        }
    }

    /// Adds a file beside the drafts.
    pub(crate) fn attach(&mut self, name: &str, bytes: &[u8]) -> DocId {
        self.document(name, bytes, None, None, None)
    }

    pub(super) fn document(
        &mut self,
        name: &str,
        bytes: &[u8],
        lang: Option<String>,
        published: Option<String>,
        publisher: Option<EntryId>,
    ) -> DocId {
        let doc = DocId(Sha256::digest(bytes).into());
        let pushed = |e: &Entry| matches!(e, Entry::Document(d) if d.doc == doc);
        if !is_here(self.view, doc) && !self.entries.entries.iter().any(pushed) {
            self.blobs.push(bytes.to_vec());
            let name = name.to_owned();
            let bytes = bytes.len() as u64;
            self.entries.push(Entry::Document(Document {
                bytes,
                doc,
                lang,
                name,
                published,
                publisher,
                title: None,
            }));
        }
        doc
    }

    /// Adds one draft: its document, its account, the members of its group, its consent.
    pub(crate) fn add(&mut self, draft: &Draft, attached: &[DocId]) {
        let Some(account) = self.account(draft, None, attached) else {
            self.made.push(None);
            return;
        };
        let kind = account.about.kind;
        let shared = account.clone();
        let id = self.push(account);
        self.made.push(Some(id));
        if kind != Kind::Group && !draft.members.is_empty() {
            let words = "only a group has members".to_owned();
            self.fields.wrong("members", "wrong_kind", words, "record a group, or tie the persons to it");
        }
        let mut named = Vec::new();
        for (i, member) in draft.members.iter().enumerate() {
            named.push(self.member(&format!("members[{i}]."), member, &shared, id));
        }
        if let Some(consent) = &draft.consent {
            let accounts = std::iter::once(id).chain(named).collect();
            if let Some(consent) = self.consent("consent.", consent, accounts) {
                self.entries.push(Entry::Consent(Box::new(consent)));
            }
        }
    }

    pub(super) fn push(&mut self, account: Account) -> EntryId {
        let id = self.entries.push(Entry::Account(Box::new(account)));
        self.accounts.push(id);
        id
    }

    pub(super) fn member(
        &mut self,
        within: &str,
        member: &MemberDraft,
        group: &Account,
        id: EntryId,
    ) -> EntryId {
        let before = std::mem::take(&mut self.fields.gaps);
        let at = |field: &str| format!("{within}{field}");
        let personal = Personal {
            born: self.fields.date(&at("born"), member.born.as_ref()),
            ids: Vec::new(),
            names: self.names(&at("names"), &member.names),
        };
        let about = About {
            age: self.fields.age(&at("age"), member.age.as_ref()),
            sex: self.sex(&at("sex"), member.sex.as_ref()),
            status: self.fields.code(&at("status"), "civilian_status", member.status.as_ref()),
            ..About::of(Kind::Person)
        };
        let gaps = std::mem::replace(&mut self.fields.gaps, before);
        let tie = Tie {
            evidence: Vec::new(),
            said_by: None,
            share: None,
            to: id,
            kind: "member".to_owned(),
            when: None,
        };
        self.push(Account {
            about,
            acts: group.acts.clone(),
            attributions: group.attributions.clone(),
            derived_from: group.derived_from.clone(),
            published_by: group.published_by,
            said_by: group.said_by,
            ties: vec![tie],
            personal,
            gaps,
            ..Account::new(Kind::Person, group.doc, group.at.clone())
        })
    }

    /// The account that a draft describes; with `base`, as a mended form of that account.
    pub(crate) fn account(
        &mut self,
        draft: &Draft,
        base: Option<&Account>,
        attached: &[DocId],
    ) -> Option<Account> {
        self.fields.gaps = BTreeMap::new();
        if let Some(order) = &draft.date_order {
            match cairn_import::parse::Order::from_code(order.trim()) {
                Some(order) => self.fields.order = order,
                None => {
                    let words = format!("'{order}' is no order of a date");
                    self.fields.wrong("date_order", "code_unknown", words, "take one of: dmy, mdy, ymd");
                }
            }
        }
        let kind = self.kind(draft)?;
        self.misplaced(draft, kind);
        let published_by = self.source("published_by", draft.published_by.as_ref(), None);
        let said_by = self.source("said_by", draft.said_by.as_ref(), draft.identity.as_ref());
        let (doc, at) = self.place_in_document(draft, base, published_by)?;
        let mut files: Vec<DocId> = base.map_or_else(Vec::new, |b| b.files.clone());
        let named: Vec<DocId> = draft
            .files
            .iter()
            .enumerate()
            .filter_map(|(i, f)| self.file(&format!("files[{i}]"), f))
            .collect();
        if base.is_some() {
            files.clear();
        }
        files.extend(named);
        files.extend(attached);
        let derived_from = draft
            .derived_from
            .iter()
            .enumerate()
            .filter_map(|(i, id)| self.other(&format!("derived_from[{i}]"), id))
            .collect();
        let statuses = self.statuses(draft, kind);
        let acts = self.acts(draft, kind);
        let ties = draft.ties.iter().enumerate().filter_map(|(i, t)| self.tie(i, t)).collect();
        let attributions = self.attributions(draft);
        let personal = self.personal(draft, kind);
        let about = self.about(draft, kind);
        let toll = if kind == Kind::Figure { self.toll(draft) } else { None };
        let correction = self.correction(draft, kind, said_by);
        let mut gaps = std::mem::take(&mut self.fields.gaps);
        for (field, why) in &draft.gaps {
            let name = format!("gaps.{field}");
            let known = Gap::FIELDS.contains(&field.as_str());
            match (known, self.fields.choice(&name, "gap", Some(why), Gap::from_code).or(Gap::from_code(why)))
            {
                (true, Some(gap)) => {
                    gaps.insert(field.clone(), gap);
                }
                (false, _) => {
                    let words = format!("'{field}' is no field that can be a gap");
                    let mend = format!("take one of: {}", Gap::FIELDS.join(", "));
                    self.fields.wrong(&name, "code_unknown", words, &mend);
                }
                (true, None) => {}
            }
        }
        let account = Account {
            about,
            acts,
            attributions,
            claim: base.and_then(|b| b.claim.clone()),
            correction,
            derived_from,
            edited: base.map_or_else(Vec::new, |b| b.edited.clone()),
            files,
            gaps,
            published_by,
            said_by,
            statuses,
            ties,
            toll,
            personal,
            ..Account::new(kind, doc, at)
        };
        // The model has the last word: what it refuses is no entry.
        if self.fields.errors.is_empty()
            && let Err(e) = Entry::Account(Box::new(account.clone())).sections()
        {
            self.fields.wrong("", "cannot_be_said", e.to_string(), "look at the gaps and the kind");
        }
        Some(account)
    }

    fn kind(&mut self, draft: &Draft) -> Option<Kind> {
        let has_size = draft.size.is_some() || !draft.members.is_empty();
        let kind = match draft.kind.trim() {
            "custody" if has_size => Some(Kind::Group),
            "custody" => Some(Kind::Person),
            "toll" => Some(Kind::Figure),
            "statement" => Some(Kind::Declaration),
            other => Kind::from_code(other),
        };
        if kind.is_none() {
            let words = match draft.kind.trim() {
                "" => "the kind is missing".to_owned(),
                other => format!("'{other}' is no kind of record"),
            };
            let mend = "take one of: person, group, incident, holding, facility, custody, access, displacement, toll, \
                        statement";
            self.fields.wrong("kind", "code_unknown", words, mend);
        }
        kind
    }

    /// Fields of another kind: what would be dropped without a word is an error instead.
    fn misplaced(&mut self, draft: &Draft, kind: Kind) {
        let people = matches!(kind, Kind::Person | Kind::Group);
        let custody = draft.kind.trim() == "custody";
        let checks: [(&str, bool, bool); 26] = [
            ("age", draft.age.is_some(), people),
            ("sex", draft.sex.is_some(), people),
            ("born", draft.born.is_some(), kind == Kind::Person),
            ("status", draft.status.is_some(), people),
            ("size", draft.size.is_some(), kind == Kind::Group),
            ("parcel", draft.parcel.is_some(), kind == Kind::Holding),
            ("tenure", draft.tenure.is_some(), kind == Kind::Holding),
            ("damage", draft.damage.is_some(), kind == Kind::Holding),
            ("area", draft.area.is_some(), matches!(kind, Kind::Holding | Kind::Access)),
            ("quantity", draft.quantity.is_some(), matches!(kind, Kind::Holding | Kind::Access)),
            ("unit", draft.unit.is_some(), matches!(kind, Kind::Holding | Kind::Figure)),
            ("essential", draft.essential.is_some(), kind == Kind::Access),
            ("level", draft.level.is_some(), kind == Kind::Access),
            ("measure", draft.measure.is_some(), kind == Kind::Displacement),
            ("origin", draft.origin.is_some(), kind == Kind::Displacement),
            ("destination", draft.destination.is_some(), kind == Kind::Displacement),
            ("persons", draft.persons.is_some(), kind == Kind::Displacement),
            ("households", draft.households.is_some(), kind == Kind::Displacement),
            ("metric", draft.metric.is_some(), kind == Kind::Figure),
            ("number", draft.number.is_some(), kind == Kind::Figure),
            ("scope", draft.scope.is_some(), kind == Kind::Figure),
            ("component", draft.component.is_some(), kind == Kind::Figure),
            ("period", draft.period.is_some(), kind == Kind::Figure),
            ("instrument", draft.instrument.is_some(), kind == Kind::Declaration),
            ("by", draft.by.is_some(), custody),
            (
                "as_of",
                draft.as_of.is_some(),
                custody || matches!(kind, Kind::Displacement) || !draft.statuses.is_empty(),
            ),
        ];
        for (field, there, fits) in checks {
            if there && !fits {
                let words = format!("a {} has no {field}", draft.kind.trim());
                self.fields.wrong(field, "wrong_kind", words, "leave it out, or record another kind");
            }
        }
        let undone = draft.acts.is_empty() && draft.statuses.is_empty() && !custody;
        let dangling = |there: bool| people && there && undone;
        for (field, there) in [
            ("when", draft.when.is_some()),
            ("place", draft.place.is_some()),
            ("means", draft.means.is_some()),
        ] {
            if dangling(there) {
                let words = format!("nothing is said to have happened, so {field} is of nothing");
                self.fields.wrong(field, "nothing_done", words, "say what was done, with an act or a status");
            }
        }
    }

    fn correction(&mut self, draft: &Draft, kind: Kind, said_by: Option<EntryId>) -> Option<Correction> {
        let typed = draft.correction.as_ref()?;
        let stance = self.fields.choice("correction.stance", "correction", Some(&typed.stance), stance_of);
        let stance = self.fields.needed("correction.stance", stance, "how the word is changed");
        let of = self.other("correction.of", &typed.of);
        let why = self.fields.words("correction.why", typed.why.as_ref());
        let (stance, of) = (stance?, of?);
        // Of those recorded together nothing can be corrected yet.
        if let Some(earlier) = self.entry_of(of) {
            if earlier.about.kind != kind {
                let words =
                    format!("{of} is about a {}, this about a {}", earlier.about.kind.code(), kind.code());
                self.fields.wrong(
                    "correction.of",
                    "wrong_kind",
                    words,
                    "correct an account of the same kind",
                );
            }
            let own = matches!(stance, CorrectionStance::Corrects | CorrectionStance::Retracts);
            if own && earlier.said_by != said_by {
                let words = format!("{of} is the word of another source");
                let mend =
                    "only a source corrects or retracts its own word: record what this one says, or disputes";
                self.fields.wrong("correction.of", "another_speaker", words, mend);
            }
        }
        Some(Correction { of, stance, why })
    }

    /// A consent for these accounts.
    pub(crate) fn consent(
        &mut self,
        within: &str,
        typed: &ConsentDraft,
        mut accounts: Vec<EntryId>,
    ) -> Option<Consent> {
        let at = |field: &str| format!("{within}{field}");
        let state = match &typed.state {
            Some(_) => self.fields.choice(
                &at("state"),
                "consent_state",
                typed.state.as_ref(),
                ConsentState::from_code,
            ),
            None => Some(ConsentState::Given),
        };
        let mut to = Vec::new();
        for (i, raw) in typed.to.iter().enumerate() {
            to.extend(self.fields.code_of(&at(&format!("to[{i}]")), "consent", raw.trim(), None));
        }
        if typed.to.is_empty() {
            let words = "to what is missing".to_owned();
            let mend = "take one or more of: record, share_named, court, publish_anonymous, publish_name, publish_photo";
            self.fields.wrong(&at("to"), "missing", words, mend);
        }
        let mut share_with: Vec<String> = typed.share_with.iter().map(|b| b.trim().to_owned()).collect();
        for list in [&mut to, &mut share_with] {
            list.sort();
            list.dedup();
        }
        accounts.sort();
        accounts.dedup();
        let basis = self.fields.words(&at("basis"), typed.basis.as_ref());
        if state == Some(ConsentState::PublicList) && basis.is_none() {
            let words = "what the publication rests on is missing".to_owned();
            self.fields.wrong(&at("basis"), "missing", words, "name the law or the body that published it");
        }
        Some(Consent {
            accounts,
            basis,
            given: self.fields.day(&at("given"), typed.given.as_ref()),
            lang: self.fields.words(&at("lang"), typed.lang.as_ref()),
            share_with,
            to,
            until: self.fields.day(&at("until"), typed.until.as_ref()),
            by: self.fields.words(&at("by"), typed.by.as_ref()),
            state: state?,
        })
    }
}

fn stance_of(code: &str) -> Option<CorrectionStance> {
    use CorrectionStance::{Clarifies, Corrects, Disputes, Retracts};
    [Clarifies, Corrects, Disputes, Retracts].into_iter().find(|s| s.code() == code)
}
