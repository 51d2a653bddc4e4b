//! What the engine answers: proposed claims, each with the words it stands on.

use cairn_model::Qualifier;
use serde::{Deserialize, Serialize};

/// What sort of statement a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A quantity is asserted or denied.
    Count,
    /// Harm is asserted without a figure ("the dead included children").
    Presence,
    /// The victims are only named.
    Named,
    /// Something declared, or a legal instrument cited; no harm is counted.
    Declaration,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Metric {
    Killed,
    Injured,
    Missing,
    Detained,
    AbductedOrHostage,
    TorturedOrAbused,
    Displaced,
    HomesDamaged,
    HomesDestroyed,
    HomesUninhabitable,
    BuildingsDamaged,
    BuildingsDestroyed,
    Attacks,
    MunitionsCount,
    MunitionsMass,
    Population,
    AccessDenied,
    OtherCount,
    Declaration,
}

impl Metric {
    /// The metric's name as it is serialised.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Metric::Killed => "killed",
            Metric::Injured => "injured",
            Metric::Missing => "missing",
            Metric::Detained => "detained",
            Metric::AbductedOrHostage => "abducted_or_hostage",
            Metric::TorturedOrAbused => "tortured_or_abused",
            Metric::Displaced => "displaced",
            Metric::HomesDamaged => "homes_damaged",
            Metric::HomesDestroyed => "homes_destroyed",
            Metric::HomesUninhabitable => "homes_uninhabitable",
            Metric::BuildingsDamaged => "buildings_damaged",
            Metric::BuildingsDestroyed => "buildings_destroyed",
            Metric::Attacks => "attacks",
            Metric::MunitionsCount => "munitions_count",
            Metric::MunitionsMass => "munitions_mass",
            Metric::Population => "population",
            Metric::AccessDenied => "access_denied",
            Metric::OtherCount => "other_count",
            Metric::Declaration => "declaration",
        }
    }
}

/// How the one who names a culprit stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says that somebody else did it.
    Accuses,
    /// Says that they themselves did it, as an achievement.
    Claims,
    /// Concedes that they did it.
    Admits,
    /// Says that they did not do it.
    Denies,
}

/// One step of the explanation: a rule that fired and the words it fired on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Stable name of the rule, e.g. `cue.killed.part`.
    pub rule: String,
    /// The words of the text that it fired on; empty when the rule is about their absence.
    pub words: String,
}

/// One proposed claim. Offsets count Unicode scalar values; `quote == text[start..end]` always.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Figure, presence without figure, named victim, or declaration.
    pub kind: Kind,
    /// The shortest stretch of text that holds the figure and its head or cue, verbatim.
    pub quote: String,
    /// First scalar value of the quote.
    pub start: usize,
    /// One past the last scalar value of the quote.
    pub end: usize,
    /// What is counted.
    pub metric: Metric,
    /// Lower bound; `None` when open.
    pub low: Option<i64>,
    /// Upper bound; `None` when open.
    pub high: Option<i64>,
    /// What one unit of the count is: people, households, homes, …; where access is denied without a figure, to what.
    pub unit: Option<String>,
    /// The hedge on the number.
    pub qualifier: Qualifier,
    /// The bounds come from a house rule about a vague word, not from the speaker.
    pub by_rule: bool,
    /// A running total rather than the flow of one period.
    pub cumulative: bool,
    /// Status, age, sex or role of those counted, as written.
    pub group: Option<String>,
    /// Nation, side or community of those counted, as written.
    pub party_affected: Option<String>,
    /// Place as written.
    pub place: Option<String>,
    /// Period as written.
    pub period: Option<String>,
    /// First day of the period, where text and document date settle it.
    pub resolved_from: Option<jiff::civil::Date>,
    /// Last day of the period, where text and document date settle it.
    pub resolved_to: Option<jiff::civil::Date>,
    /// Who is said to say it; `None` when the text is its own narrator or the speaker is unclear.
    pub source: Option<String>,
    /// Possible speakers when the text leaves it open.
    pub source_candidates: Vec<String>,
    /// Who the text says did it.
    pub responsible: Option<String>,
    /// Who names the one responsible; `None` when the narrator does.
    pub responsible_said_by: Option<String>,
    /// How the speaker stands to the responsibility.
    pub stance: Option<Stance>,
    /// The text denies the harm, or counts zero.
    pub negated: bool,
    /// Feared, expected, conditional.
    pub hypothetical: bool,
    /// Index, in the same answer, of the total that this figure is a part of.
    pub part_of: Option<usize>,
    /// How sure the rules are, 0 to 100.
    pub score: u8,
    /// The chain of rules that led here; filled by [`crate::extract_explained`] only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
}
