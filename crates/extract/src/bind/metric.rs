//! Which of the metrics a word of harm and a noun make together.

use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::{Harm, Unit};
use crate::text::doc::Doc;

/// What a cue counts, given what the figure's noun is. `None`: they do not go together.
pub(crate) fn metric(harm: Harm, unit: Option<Unit>) -> Option<Metric> {
    let people = matches!(unit, None | Some(Unit::Person | Unit::Group | Unit::Household | Unit::Body));
    let for_people = |m| people.then_some(m);
    // The dead are not displaced, held or counted among the inhabitants.
    let living = matches!(
        harm,
        Harm::Displaced
            | Harm::Population
            | Harm::AccessDenied
            | Harm::Detained
            | Harm::Injured
            | Harm::Missing
            | Harm::Affected
    );
    if living && unit == Some(Unit::Body) {
        return None;
    }
    match harm {
        Harm::Killed => for_people(Metric::Killed),
        Harm::Injured => for_people(Metric::Injured),
        Harm::Casualties => for_people(Metric::OtherCount),
        Harm::Missing => for_people(Metric::Missing),
        Harm::Detained => for_people(Metric::Detained),
        Harm::Abducted => for_people(Metric::AbductedOrHostage),
        Harm::Tortured => for_people(Metric::TorturedOrAbused),
        Harm::Displaced => for_people(Metric::Displaced),
        Harm::Population => for_people(Metric::Population),
        Harm::AccessDenied => match unit {
            Some(Unit::Building | Unit::Area | Unit::Home) => Some(Metric::AccessDenied),
            _ => for_people(Metric::AccessDenied),
        },
        Harm::Recovered => for_people(Metric::OtherCount),
        Harm::Destroyed => match unit? {
            Unit::Group => Some(Metric::Killed),
            // "12 hogares destruidos"
            Unit::Home | Unit::Household => Some(Metric::HomesDestroyed),
            Unit::Building | Unit::Area => Some(Metric::BuildingsDestroyed),
            Unit::Thing => Some(Metric::OtherCount),
            _ => None,
        },
        Harm::Damaged => match unit? {
            Unit::Home | Unit::Household => Some(Metric::HomesDamaged),
            Unit::Building | Unit::Area => Some(Metric::BuildingsDamaged),
            Unit::Thing => Some(Metric::OtherCount),
            _ => None,
        },
        Harm::Affected => match unit {
            Some(Unit::Home) => Some(Metric::HomesDamaged),
            Some(Unit::Building) => Some(Metric::BuildingsDamaged),
            Some(Unit::Thing | Unit::Area) => Some(Metric::OtherCount),
            None => None,
            _ => for_people(Metric::OtherCount),
        },
        Harm::Uninhabitable => {
            matches!(unit, Some(Unit::Home | Unit::Building)).then_some(Metric::HomesUninhabitable)
        }
        Harm::Attacked => (unit == Some(Unit::Attack)).then_some(Metric::Attacks),
        Harm::Launched => match unit? {
            Unit::Munition => Some(Metric::MunitionsCount),
            Unit::Mass => Some(Metric::MunitionsMass),
            Unit::Attack => Some(Metric::Attacks),
            _ => None,
        },
        Harm::Excluded => None,
    }
}

/// The word for what is counted.
pub(crate) fn unit_words(doc: &Doc<'_>, b: &Bound, metric: Metric) -> Option<String> {
    let words = || b.noun.unit_at.map(|u| doc.words(u, u + 1).to_owned());
    let harm = b.cue.and_then(|c| doc.cue(c)).map(|c| c.0);
    let people = matches!(b.noun.unit, None | Some(Unit::Person | Unit::Group | Unit::Body));
    let word = match harm {
        _ if !people => return words(),
        Some(Harm::Recovered) if metric == Metric::OtherCount => {
            return words().or(Some("bodies".to_owned()));
        }
        None if b.rule == "unsaid.cases" => "cases",
        Some(Harm::AccessDenied | Harm::Affected) => "people",
        _ if metric != Metric::OtherCount => "people",
        _ => "casualties",
    };
    Some(word.to_owned())
}
