//! Whom a figure counts, where its noun does not say: "eight, the number of students kidnapped", "four commuters were
//! killed", "three detainees died".

use super::Reader;
use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::{Harm, Role, Unit};

impl Reader<'_, '_> {
    /// "eight, the number of students kidnapped": whom, between the figure and its cue.
    pub(super) fn group_between(&self, b: &Bound) -> Option<(usize, usize)> {
        let cue = b.cue.filter(|_| b.noun.unit.is_none())?;
        let labelled = matches!(self.doc.cue(cue), Some((_, Role::Noun)));
        let gap = match (cue > b.figure.last, labelled) {
            (true, _) => b.figure.last..cue,
            (false, true) => cue + 1..b.figure.first.max(cue + 1),
            (false, false) => return None,
        };
        gap.clone().find(|j| self.doc.unit(*j) == Some(Unit::Group)).map(|j| (j, j + 1))
    }

    /// "four commuters were killed": a noun the lexicon does not know says whom.
    pub(super) fn role(&self, b: &Bound, metric: Metric) -> Option<(usize, usize)> {
        let harmed = matches!(
            metric,
            Metric::Killed
                | Metric::Injured
                | Metric::Detained
                | Metric::AbductedOrHostage
                | Metric::TorturedOrAbused
                | Metric::Missing
        );
        let at = b.figure.last;
        let plain = b.noun.strange && b.noun.last == at + 1 && self.doc.is_word(at) && self.doc.unknown(at);
        (harmed && plain && !self.doc.is_name(at)).then_some((at, at + 1))
    }

    /// "three detainees died": what they were before it happened says whom.
    pub(super) fn described(&self, b: &Bound) -> Option<(usize, usize)> {
        let was = b.noun.cue.filter(|c| b.cue != Some(*c))?;
        let state = matches!(
            self.doc.cue(was),
            Some((Harm::Detained | Harm::Abducted | Harm::Displaced | Harm::Missing, Role::Head))
        );
        state.then_some((was, was + 1))
    }
}
