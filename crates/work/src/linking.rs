//! Linking the persons or the incidents of a register: a model judges which accounts speak of one person, and people's judgements bind
//! it.
//!
//! What the model finds stands in the log as judgements with its name and each pair's own probability: for people of
//! several accounts a tree of their strongest links, for doubtful pairs `unsure`, which widens the range of a figure.
//! A later linkage compares only pairs with somebody new, weighs again what it had judged, and clusters everything
//! anew, so the order in which lists came hardly matters; what changed is written, the rest stays as it stands.

mod basis;
mod decisions;
mod explain;
mod run;
mod verdicts;

use std::collections::BTreeMap;

use cairn_link::{Options, RecordRef, Settings, Why};
use cairn_model::{BatchId, Entry, EntryId, Kind};
use serde::Serialize;

pub(crate) use basis::Basis;
pub(crate) use decisions::Decisions;
pub use explain::LinkExplained;
pub(crate) use run::run;
use verdicts::{Standing, Wanted, entries};

use crate::bonds::Rulings;
use crate::people::People;
use crate::{Error, Progress, Result, Session};

/// What the model of this program is called in judgements: its name and the version of its method.
pub(crate) const MODEL: &str = "cairn-link 1";
/// Pairs from this probability on are judged the same, unless the caller says otherwise: what is less sure widens the
/// range of a figure instead.
const SURE: f64 = 0.95;
/// Pairs from this probability on are held to be unsure.
const UNSURE: f64 = 0.5;

/// What is linked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Accounts of persons.
    #[default]
    Persons,
    /// Accounts of incidents.
    Incidents,
}

impl What {
    pub(crate) fn kind(self) -> Kind {
        match self {
            Self::Persons => Kind::Person,
            Self::Incidents => Kind::Incident,
        }
    }

    /// The verb of the batches: linkages of persons and of incidents do not replace each other.
    pub(crate) fn act(self) -> &'static str {
        match self {
            Self::Persons => "link",
            Self::Incidents => "link_incidents",
        }
    }

    fn too_few(self) -> &'static str {
        match self {
            Self::Persons => {
                "there are not two persons with a name, a birth date or a number to compare: import a list first"
            }
            Self::Incidents => {
                "there are not two incidents with a date, a place or a name to compare: record them first (cairn record DIR incident)"
            }
        }
    }
}

/// How to link.
#[derive(Debug, Clone, Default)]
pub struct Linking {
    /// Persons or incidents.
    pub what: What,
    /// Pairs from this probability on are judged the same; 0.95 when absent.
    pub threshold: Option<f64>,
    /// Pairs from this probability on, and below the threshold, are held to be unsure; 0.5 when absent.
    pub unsure: Option<f64>,
    /// Roles, blocking and weights.
    pub settings: Option<Settings>,
    /// Seed of everything random.
    pub seed: Option<u64>,
    /// How many pairs to choose for people to judge.
    pub review: usize,
    /// Compare everybody with everybody, also those who were compared before.
    pub anew: bool,
    /// Write nothing.
    pub preview: bool,
}

/// What a linkage did, or would do. Version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Linked {
    /// Shape of this value.
    pub version: u32,
    /// What was linked; where it is incidents, read incidents for persons and people below.
    pub what: What,
    /// The batch of judgements; `null` in a preview, and when nothing changed.
    pub batch: Option<BatchId>,
    /// The position after it, in short form.
    pub position: String,
    /// Lists, and how many persons of each were compared.
    pub lists: Vec<ListOf>,
    /// Persons compared.
    pub persons: u64,
    /// Of whom nobody had been compared before.
    pub new: u64,
    /// Pairs compared: each has somebody new.
    pub compared: u64,
    /// Pairs judged before that were weighed again with what is known now.
    pub weighed_again: u64,
    /// What stands afterwards.
    pub stands: Tally,
    /// What this linkage changes.
    pub changes: Changes,
    /// How many people the accounts stand for; `null` when nothing was compared.
    pub people: Option<PeopleFound>,
    /// Pairs from here on are judged the same.
    pub threshold: f64,
    /// Pairs from here on are held to be unsure.
    pub unsure: f64,
    /// Estimated precision and recall of what is judged the same; `null` when nothing was compared.
    pub precision: Option<f64>,
    /// See `precision`.
    pub recall: Option<f64>,
    /// Pairs for people to judge, most telling first.
    pub review: Vec<ReviewPair>,
    /// What a reader must know.
    pub warnings: Vec<String>,
}

/// A list in a linkage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListOf {
    /// Series or file.
    pub list: String,
    /// Persons compared.
    pub persons: u64,
    /// Of these, who were never compared before.
    pub new: u64,
    /// Persons who have neither a name nor a birth date nor a number, and stand alone.
    pub unnamed: u64,
}

/// Judgements of the model that stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Pairs judged the same: one fewer than a person has accounts.
    pub same: u64,
    /// Pairs held to be unsure.
    pub unsure: u64,
    /// Pairs that people judged: they bind the model.
    pub by_people: u64,
}

/// What a linkage changes in the judgements of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Pairs judged that were not before.
    pub added: u64,
    /// Pairs judged otherwise than before.
    pub revised: u64,
    /// Earlier linkages that this one takes the place of: they are undone in its batch.
    pub instead_of: Vec<BatchId>,
}

/// The number of people with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PeopleFound {
    /// Best estimate.
    pub estimate: f64,
    /// Lower end of a nominal 95% interval.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// A pair for a person to judge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReviewPair {
    /// The smaller account.
    pub a: EntryId,
    /// The greater.
    pub b: EntryId,
    /// Probability that they are one person.
    pub probability: f64,
    /// Why it is asked: `unsure`, `suppressed`, or `sample`.
    pub because: Why,
    /// What both say, field by field.
    pub fields: Vec<ReviewField>,
}

/// What two accounts say of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewField {
    /// The field.
    pub field: String,
    /// The smaller account's word; empty when it says nothing.
    pub a: String,
    /// The greater's.
    pub b: String,
}

impl Session {
    /// Links the persons that count now and judges as a model: pairs it is sure of the same, doubtful ones unsure.
    /// Persons whom an earlier linkage compared are not compared with each other again. Judgements of people bind.
    ///
    /// # Errors
    /// When there are not two persons to compare, when the settings name what is not there, and when stopped.
    pub fn link(&mut self, how: &Linking, progress: &mut dyn Progress) -> Result<Linked> {
        let view = self.store.view(None)?;
        let loaded = self.load(&view)?;
        let rulings = Rulings::of(self.store.as_ref(), &view)?;
        let basis = if how.anew { None } else { self.basis(how.what, &view)? };
        let (threshold, unsure) = bounds(how)?;
        let standing = Standing::of(how.what, &rulings, &view);
        let mut out = Linked {
            version: 1,
            what: how.what,
            batch: None,
            position: view.position.short(),
            lists: Vec::new(),
            persons: 0,
            new: 0,
            compared: 0,
            weighed_again: 0,
            stands: standing.tally(),
            changes: Changes::default(),
            people: None,
            threshold,
            unsure,
            precision: None,
            recall: None,
            review: Vec::new(),
            warnings: Vec::new(),
        };
        let as_before = how.threshold.is_none() && how.unsure.is_none() && how.seed.is_none();
        let as_before = as_before && how.settings.is_none() && how.review == 0;
        if let Some(basis) = basis.as_ref().filter(|b| as_before && b.unchanged(how.what, &loaded, &rulings))
        {
            out.persons = basis.persons.len() as u64;
            return Ok(out);
        }
        let people = self.all(how.what, &view, &loaded, &rulings, progress)?;
        if people.len() < 2 {
            return Err(Error::Nothing(how.what.too_few().to_owned()));
        }
        let decisions = Decisions::of(&people, &rulings, &loaded, &view);
        let settled: Vec<RecordRef> = match &basis {
            None => Vec::new(),
            Some(basis) => {
                people.place.iter().filter(|(id, _)| basis.persons.contains(id)).map(|(_, r)| *r).collect()
            }
        };
        let known = |pairs: &mut dyn Iterator<Item = (EntryId, EntryId)>| -> Vec<(RecordRef, RecordRef)> {
            pairs.filter_map(|(a, b)| Some((*people.place.get(&a)?, *people.place.get(&b)?))).collect()
        };
        let judged = if how.anew { Vec::new() } else { known(&mut standing.pairs()) };
        let mut options = Options {
            roles: Some(people.roles.clone()),
            threshold: Some(threshold),
            same: decisions.same.clone(),
            different: decisions.different.clone(),
            settled,
            known: judged.iter().copied().chain(known(&mut decisions.carried())).collect(),
            all_pairs: true,
            // Pairs that people have judged are left out afterwards.
            review: if how.review == 0 { 0 } else { how.review + decisions.decided.len() },
            ..Options::default()
        };
        if let Some(settings) = &how.settings {
            settings.apply(&people.tables, &mut options)?;
            options.threshold = Some(how.threshold.or(options.threshold).unwrap_or(threshold));
        }
        options.seed = how.seed.unwrap_or(options.seed);
        out.threshold = options.threshold.unwrap_or(threshold);
        let (found, _) = run(&people.tables, &options, progress)?;
        let wanted = Wanted::of(&people, &found, &decisions, (out.threshold, unsure));
        let change = entries(&wanted, &standing, &rulings, how.anew);
        out.persons = people.len() as u64;
        out.new = out.persons - options.settled.len() as u64;
        out.lists = people.lists_of(basis.as_ref());
        out.compared = found.diagnostics.pairs;
        out.weighed_again = judged.len() as u64;
        out.stands = change.tally(decisions.by_people);
        out.changes = change.summary();
        out.people = Some(PeopleFound {
            estimate: found.people.estimate,
            lower: found.people.lower,
            upper: found.people.upper,
        });
        (out.precision, out.recall) = (Some(found.thresholds.precision), Some(found.thresholds.recall));
        out.review = people.review(&found, &decisions);
        out.review.truncate(how.review);
        out.warnings.extend(found.warnings.iter().map(|w| w.words.clone()));
        if how.preview || change.entries.is_empty() {
            return Ok(out);
        }
        let mut all: Vec<Entry> = change.entries;
        let why = format!(
            "pairs from {} on are the same, from {} on unsure; seed {}",
            out.threshold, out.unsure, options.seed
        );
        let (batch, position) = self.write(how.what.act(), Some(why), |store| {
            for chunk in all.chunks_mut(4096) {
                if progress.cancelled() {
                    return Err(Error::Cancelled);
                }
                store.append(chunk)?;
            }
            Ok(())
        })?;
        (out.batch, out.position) = (Some(batch), position);
        Ok(out)
    }
}

/// Where pairs are the same and where they are unsure.
fn bounds(how: &Linking) -> Result<(f64, f64)> {
    let threshold = how.threshold.unwrap_or(SURE);
    let unsure = how.unsure.unwrap_or(UNSURE.min(threshold));
    if unsure > threshold {
        return Err(Error::Nothing(format!(
            "pairs are unsure from {unsure} on and the same from {threshold} on: the first must not be the greater"
        )));
    }
    Ok((threshold, unsure))
}

impl People {
    fn lists_of(&self, basis: Option<&Basis>) -> Vec<ListOf> {
        let is_new = |id: &&EntryId| basis.is_none_or(|b| !b.persons.contains(id));
        let named = self.lists.iter().zip(&self.accounts).map(|(list, accounts)| ListOf {
            list: list.words(),
            persons: accounts.len() as u64,
            new: accounts.iter().filter(is_new).count() as u64,
            unnamed: self.unnamed.get(list).copied().unwrap_or(0),
        });
        let rest = self.unnamed.iter().filter(|(list, _)| !self.lists.contains(list));
        let rest = rest.map(|(list, n)| ListOf { list: list.words(), persons: 0, new: 0, unnamed: *n });
        named.chain(rest).collect()
    }

    /// The pairs to ask, those left out that people have judged.
    fn review(&self, found: &cairn_link::Linkage, decisions: &Decisions) -> Vec<ReviewPair> {
        let ask = |asked: &cairn_link::Asked| {
            let (a, b) = self.pair(asked.link.left, asked.link.right)?;
            let fields = self.side_by_side(a, b);
            let (probability, because) = (asked.link.probability, asked.why);
            (!decisions.decided.contains(&(a, b))).then_some(ReviewPair {
                a,
                b,
                probability,
                because,
                fields,
            })
        };
        found.review.iter().filter_map(ask).collect()
    }

    /// What two accounts say, field by field.
    pub(crate) fn side_by_side(&self, a: EntryId, b: EntryId) -> Vec<ReviewField> {
        let mut fields: BTreeMap<(cairn_link::Role, String), [String; 2]> = BTreeMap::new();
        for (side, id) in [a, b].into_iter().enumerate() {
            let Some(at) = self.place.get(&id) else { continue };
            let (table, roles) = (&self.tables[usize::from(at.table)], &self.roles[usize::from(at.table)]);
            for (c, (column, role)) in table.columns.iter().zip(&roles.roles).enumerate() {
                let cell = table.cell(c, at.row as usize);
                if !cell.is_empty() {
                    cell.clone_into(&mut fields.entry((*role, column.name.clone())).or_default()[side]);
                }
            }
        }
        fields.into_iter().map(|((_, field), [a, b])| ReviewField { field, a, b }).collect()
    }
}
