//! Counting rules as data: which accounts count, and how words become ranges.

use serde::{Deserialize, Serialize};

/// A counting rule, printed by name and version with each figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What it is called.
    pub name: String,
    /// Changes whenever the rule does.
    pub version: String,
    /// In one sentence.
    pub description: String,
    /// Kinds of account that are documented harm: `person`, `group`.
    pub kinds: Vec<String>,
    /// Status codes that count; empty means all, stated or not.
    pub statuses: Vec<String>,
    /// How vague words become numbers.
    pub vague: Vague,
    /// Whether feared, presumed and expected numbers are shown.
    pub hypothetical: bool,
    /// Whether denials are shown, as zero.
    pub negated: bool,
    /// Harms that befall a person once: accounts of one person that place it differently are rivals.
    #[serde(default)]
    pub once: Vec<String>,
    /// What does not go together with a harm.
    #[serde(default)]
    pub rivals: Vec<Rivals>,
    /// What holds as of a day.
    #[serde(default)]
    pub stocks: Vec<Stock>,
    /// Age groups in ascending order, in completed years, both ends included.
    pub age_groups: Vec<AgeGroup>,
}

/// How vague words become numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vague {
    /// They do not.
    Words,
    /// The least that the word can mean, marked `by_rule`.
    Floor,
}

/// What does not go together with a harm: somebody of whom both are said is counted in high only, as disputed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rivals {
    /// The harm.
    pub metric: String,
    /// Statuses and acts that do not go together with it when they come later, or when it is not said which is later.
    pub with: Vec<String>,
}

/// What begins and what ends something that holds as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stock {
    /// What holds.
    pub metric: String,
    /// Statuses that say that it holds, and acts with which it may begin.
    pub begins: Vec<String>,
    /// Statuses and acts with which it ends.
    pub ends: Vec<String>,
}

/// One age group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeGroup {
    /// Its code.
    pub code: String,
    /// Youngest.
    pub from: u16,
    /// Oldest.
    pub to: u16,
}

/// Why a rule cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// No rule of that name is built in.
    #[error("no rule is called '{0}'; built in are literal and floor, or give a file that ends in .toml")]
    Unknown(String),
    /// The file does not read as a rule.
    #[error("the rule cannot be read: {0}")]
    Shape(String),
    /// Age groups out of order.
    #[error("age group '{0}' does not start after the one before it ends")]
    AgeGroups(String),
}

impl Rule {
    /// What does not go together with `metric`.
    pub(crate) fn rivals_of(&self, metric: &str) -> Vec<&str> {
        let of = self.rivals.iter().filter(|r| r.metric == metric);
        of.flat_map(|r| r.with.iter().map(String::as_str)).collect()
    }

    /// A rule that is built in.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn built_in(name: &str) -> Result<Self, RuleError> {
        match name {
            "literal" => Self::from_toml(include_str!("../rules/literal.toml")),
            "floor" => Self::from_toml(include_str!("../rules/floor.toml")),
            other => Err(RuleError::Unknown(other.to_owned())),
        }
    }

    /// A rule from the text of a file.
    ///
    /// # Errors
    /// When a member is missing, unknown or of the wrong shape, or age groups overlap.
    pub fn from_toml(text: &str) -> Result<Self, RuleError> {
        let rule: Self = toml::from_str(text).map_err(|e| RuleError::Shape(e.to_string()))?;
        let mut next = 0;
        for group in &rule.age_groups {
            if group.from < next || group.to < group.from {
                return Err(RuleError::AgeGroups(group.code.clone()));
            }
            next = group.to + 1;
        }
        Ok(rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_data_and_checked() {
        for name in ["literal", "floor"] {
            assert_eq!(Rule::built_in(name).unwrap().name, name);
        }
        assert!(matches!(Rule::built_in("x"), Err(RuleError::Unknown(_))));
        let text = include_str!("../rules/literal.toml");
        assert!(matches!(
            Rule::from_toml(&text.replace("from = 18", "from = 17")),
            Err(RuleError::AgeGroups(_))
        ));
        assert!(matches!(Rule::from_toml(&text.replace("vague", "vogue")), Err(RuleError::Shape(_))));
    }
}
