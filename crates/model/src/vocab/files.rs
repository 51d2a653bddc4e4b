//! The files, by name. A test compares this list with the folder.

/// The languages of labels.
pub const LANGUAGES: &str = include_str!("../../vocab/languages.toml");

macro_rules! lists {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../vocab/", $name, ".toml")))),*]
    };
}

/// Name and text of each list.
pub const LISTS: &[(&str, &str)] = lists! {
    "access"
    "age_group"
    "amendment"
    "civilian_status"
    "component"
    "consent"
    "consent_state"
    "correction"
    "damage"
    "date_precision"
    "declaration"
    "displacement"
    "essential"
    "evidence"
    "facility"
    "gap"
    "group_kind"
    "holding"
    "judgement"
    "kind"
    "manner"
    "means"
    "metric"
    "place_precision"
    "protection"
    "qualifier"
    "reliability"
    "scope"
    "sex"
    "stance"
    "status"
    "tenure_evidence"
    "tie"
    "unit"
};
