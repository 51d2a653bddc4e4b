//! Why two accounts are, or are not, held to be one person.

use cairn_link::{Options, Waterfall};
use cairn_model::{EntryId, Kind};
use serde::Serialize;

use super::{Decisions, Linking, ReviewField, What, run};
use crate::bonds::Rulings;
use crate::{Error, JudgedBeside, Progress, Result, Session};

/// The evidence on a pair, weighed with everything known now. Version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkExplained {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// The smaller account.
    pub a: EntryId,
    /// The greater.
    pub b: EntryId,
    /// What both say, field by field.
    pub fields: Vec<ReviewField>,
    /// The evidence, field by field.
    pub why: Waterfall,
    /// What is judged of this pair, by people and by models.
    pub judged: Vec<JudgedBeside>,
    /// Whether they are held to be one person, by these judgements or through others.
    pub one_person: bool,
}

impl Session {
    /// Weighs a pair of persons, or of incidents, that count as a linkage would now.
    ///
    /// # Errors
    /// When one of the two is no person that counts and says something to compare.
    pub fn explain_link(
        &self,
        a: &str,
        b: &str,
        how: &Linking,
        progress: &mut dyn Progress,
    ) -> Result<LinkExplained> {
        let view = self.store.view(None)?;
        let rulings = Rulings::of(self.store.as_ref(), &view)?;
        let read = |text: &str| -> Result<EntryId> {
            let id: EntryId = text.parse().map_err(|_| Error::Unknown(text.to_owned()))?;
            view.batch_of(id).ok_or_else(|| Error::Unknown(text.to_owned()))?;
            Ok(rulings.current(id))
        };
        let (a, b) = (read(a)?, read(b)?);
        let (a, b) = (a.min(b), a.max(b));
        if a == b {
            return Err(Error::Nothing(format!("{a} is one account: name two")));
        }
        let loaded = self.load(&view)?;
        let incident = loaded.ids_of(Kind::Incident).contains(&a);
        let what = if incident { What::Incidents } else { What::Persons };
        let people = self.all(what, &view, &loaded, &rulings, progress)?;
        let at = |id: EntryId| {
            people.place.get(&id).copied().ok_or_else(|| {
                Error::Nothing(format!(
                    "{id} is no {} to weigh beside the other",
                    match what {
                        What::Persons => "person that counts and has a name, a birth date or a number",
                        What::Incidents => "incident that counts and has a date, a place or a name",
                    }
                ))
            })
        };
        let (left, right) = (at(a)?, at(b)?);
        let decisions = Decisions::of(&people, &rulings, &loaded, &view);
        let mut options = Options {
            roles: Some(people.roles.clone()),
            same: decisions.same,
            different: decisions.different,
            // Weights are learned from everybody; pairs need not be compared for that.
            settled: people.place.values().copied().collect(),
            seed: how.seed.unwrap_or_default(),
            ..Options::default()
        };
        if let Some(settings) = &how.settings {
            settings.apply(&people.tables, &mut options)?;
        }
        let (_, fitted) = run(&people.tables, &options, progress)?;
        let (bound, clusters) = (self.bound(&view, a)?, rulings.bonds().clusters);
        Ok(LinkExplained {
            version: 1,
            position: view.position.short(),
            a,
            b,
            fields: people.side_by_side(a, b),
            why: fitted.explain(left, right)?,
            judged: bound.judged.into_iter().filter(|j| j.with == b).collect(),
            one_person: clusters.subject_of(a) == clusters.subject_of(b),
        })
    }
}
