//! What an expert knows about the lists: roles of columns, blocking, weights. Read from `link.toml`, or from the model
//! that Splink saves as JSON.
//!
//! Everything is optional; what is not set is learned. A fitted model can be written back as `link.toml`
//! ([`Settings::to_toml`]), so that a run can be repeated with frozen weights, or weights be changed by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::columns::{Columns, Role};
use crate::encode::{SLOT_NAMES, first_letters};
use crate::error::LinkError;
use crate::link::{Diagnostics, Options};
use crate::table::Table;

/// Version of the file format, its member `version`.
const VERSION: u32 = 1;

/// The settings of a run, as `link.toml` states them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Version of this format: 1.
    pub version: u32,
    /// Leave out pairs inside one list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub across_only: Option<bool>,
    /// Accept links from this probability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    /// Candidate pairs that may be looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pairs: Option<u64>,
    /// Seed of everything random.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Prior probability that two random records are one person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prior: Option<f64>,
    /// Role of a column by its header, in whichever table has it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, Role>,
    /// Blocking passes. None: chosen from the data.
    #[serde(rename = "block", skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// Fixed weights.
    #[serde(rename = "level", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<FixedLevel>,
}

/// One blocking pass: records are compared when all of these columns are equal and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Headers, or the labels that `--explain` prints, such as "sounds of given name". Of a part of a name the
    /// beginning can be asked for: "first 3 letters of surname".
    pub columns: Vec<String>,
}

/// A level of agreement whose probabilities are set, not learned. An absent one stays learned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedLevel {
    /// The field, as explanations name it: "given name", "birth", …
    pub field: String,
    /// The level, as explanations word it: "same", "close", …
    pub agreement: String,
    /// Probability among records of the same person (Fellegi and Sunter's m).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same: Option<f64>,
    /// Probability among two of one family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<f64>,
    /// Probability among strangers (u).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<f64>,
}

/// Settings as they were read, with what could not be taken over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What was understood.
    pub settings: Settings,
    /// What was not, in full sentences.
    pub left_out: Vec<String>,
}

impl Settings {
    /// Reads `link.toml` or, when the text begins with a brace, a model saved by Splink 3 to 5.
    ///
    /// # Errors
    ///
    /// When the text is neither, names the line where TOML broke, and when a probability is not one.
    pub fn read(text: &str) -> Result<Read, LinkError> {
        if text.trim_start().starts_with('{') {
            return splink(text);
        }
        let settings: Self = toml::from_str(text).map_err(|e| LinkError::Model(e.to_string()))?;
        if settings.version != VERSION {
            return Err(LinkError::Model(format!(
                "version = {} is not known: put 'version = {VERSION}' at the top",
                settings.version
            )));
        }
        settings.check()?;
        Ok(Read { settings, left_out: Vec::new() })
    }

    fn check(&self) -> Result<(), LinkError> {
        let levels = self.levels.iter().flat_map(|l| {
            let named = move |p: Option<f64>, what: &str| {
                p.map(|p| (p, format!("{what} of \"{}\", \"{}\"", l.field, l.agreement)))
            };
            [named(l.same, "same"), named(l.family, "family"), named(l.chance, "chance")]
        });
        let all = levels.chain([
            self.threshold.map(|p| (p, "threshold".to_owned())),
            self.prior.map(|p| (p, "prior".to_owned())),
        ]);
        for (p, what) in all.flatten() {
            if !(0.0..=1.0).contains(&p) {
                return Err(LinkError::Model(format!("{what} is {p}: a probability lies between 0 and 1")));
            }
        }
        Ok(())
    }

    /// Puts the settings into `options`, which keep what is not set here. `options.roles` must hold the inferred roles.
    ///
    /// # Errors
    ///
    /// When no table has a column that is named.
    pub fn apply(&self, tables: &[Table], options: &mut Options) -> Result<(), LinkError> {
        options.across_only = self.across_only.unwrap_or(options.across_only);
        options.threshold = options.threshold.or(self.threshold);
        options.budget = options.budget.or(self.pairs);
        options.seed = self.seed.unwrap_or(options.seed);
        options.prior = options.prior.or(self.prior);
        let roles = options.roles.get_or_insert_with(|| tables.iter().map(crate::columns::infer).collect());
        for (header, role) in &self.columns {
            let mut found = false;
            for (table, roles) in tables.iter().zip(roles.iter_mut()) {
                for (column, slot) in table.columns.iter().zip(&mut roles.roles) {
                    if column.name == *header {
                        found = true;
                        *slot = *role;
                    }
                }
            }
            if !found {
                let known: Vec<&str> =
                    tables.iter().flat_map(|t| &t.columns).map(|c| c.name.as_str()).collect();
                return Err(LinkError::Unknown(format!(
                    "[columns]: no table has a column '{header}'; there are: {}",
                    known.join(", ")
                )));
            }
        }
        if !self.blocks.is_empty() {
            options.passes = Some(self.blocks.iter().map(|b| labels(b, tables, roles)).collect());
        }
        options.fixed.extend(self.levels.iter().map(|l| {
            FixedLevel {
                field: role_of(&l.field, tables, roles)
                    .and_then(field_of)
                    .map_or_else(|| l.field.clone(), str::to_owned),
                ..l.clone()
            }
        }));
        Ok(())
    }

    /// The model of a run as settings: roles, passes and every learned probability.
    #[must_use]
    pub fn of_run(diagnostics: &Diagnostics, options: &Options, threshold: f64) -> Self {
        let levels = diagnostics.levels.iter().map(|(field, agreement, same, family, chance)| FixedLevel {
            field: field.clone(),
            agreement: agreement.clone(),
            same: Some(*same),
            family: Some(*family),
            chance: Some(*chance),
        });
        Self {
            version: VERSION,
            across_only: options.across_only.then_some(true),
            threshold: Some(threshold),
            seed: Some(options.seed),
            prior: Some(diagnostics.prior[0]),
            pairs: options.budget,
            columns: BTreeMap::new(),
            blocks: diagnostics.passes.iter().map(|p| Block { columns: p.columns.clone() }).collect(),
            levels: levels.collect(),
        }
    }

    /// As `link.toml`.
    ///
    /// # Errors
    ///
    /// When a value cannot be written as TOML.
    pub fn to_toml(&self) -> Result<String, LinkError> {
        toml::to_string(self).map_err(|e| LinkError::Model(e.to_string()))
    }
}

fn role_of(header: &str, tables: &[Table], roles: &[Columns]) -> Option<Role> {
    tables.iter().zip(roles).find_map(|(t, r)| {
        let at = t.columns.iter().position(|c| c.name == header)?;
        r.roles.get(at).copied()
    })
}

/// The field that a column of this role is compared in; none for whole names, which become several.
fn field_of(role: Role) -> Option<&'static str> {
    match role {
        Role::Given => Some("given name"),
        Role::Father => Some("father's name"),
        Role::Grandfather => Some("grandfather's name"),
        Role::Family => Some("family name"),
        Role::Birth | Role::Age => Some("birth"),
        Role::Death => Some("date of death"),
        Role::Sex => Some("sex"),
        Role::Place | Role::Area => Some("place"),
        _ => None,
    }
}

fn beginning(letters: usize, of: &str) -> String {
    format!("first {letters} letters of {of}")
}

/// A header as the label of the coded column that its role becomes; a label stays.
fn labels(block: &Block, tables: &[Table], roles: &[Columns]) -> Vec<String> {
    let label = |name: &str| {
        let role = role_of(name, tables, roles);
        match role {
            Some(Role::Name) => "all name words in any order".to_owned(),
            Some(Role::Birth) => "birth date".to_owned(),
            Some(Role::Age) => "age".to_owned(),
            Some(Role::Area) => "area".to_owned(),
            Some(Role::Number | Role::Text) => cairn_fold::fold(name).replace(['_', '-', '.'], " "),
            _ => role.and_then(field_of).map_or_else(|| name.to_owned(), str::to_owned),
        }
    };
    let label = |name: &String| match first_letters(name) {
        // A whole name is taken apart: what it begins with is the given name, also where the family name was written first.
        Some((n, of)) if role_of(of, tables, roles) == Some(Role::Name) => beginning(n, SLOT_NAMES[0]),
        Some((n, of)) => beginning(n, &label(of)),
        None => label(name),
    };
    block.columns.iter().map(label).collect()
}

/// Splink's model: blocking rules that ask for equal columns, the prior, and per comparison the m and u of its exact
/// level and of its last one. Its middle levels are cut elsewhere than ours and stay learned.
fn splink(text: &str) -> Result<Read, LinkError> {
    let model: Value =
        serde_json::from_str(text).map_err(|e| LinkError::Model(format!("the model is not JSON: {e}")))?;
    let comparisons = model.get("comparisons").and_then(Value::as_array).ok_or_else(|| {
        LinkError::Model(
            "the model has no member \"comparisons\": save it with Splink's save_model_to_json".to_owned(),
        )
    })?;
    let mut out =
        Read { settings: Settings { version: VERSION, ..Settings::default() }, left_out: Vec::new() };
    out.settings.prior = model.get("probability_two_random_records_match").and_then(Value::as_f64);
    out.settings.across_only =
        (model.get("link_type").and_then(Value::as_str) == Some("link_only")).then_some(true);
    let rules = model.get("blocking_rules_to_generate_predictions").and_then(Value::as_array);
    for rule in rules.into_iter().flatten() {
        let sql = rule.as_str().or_else(|| rule.get("blocking_rule")?.as_str()).unwrap_or_default();
        match equal_columns(sql) {
            Some(columns) => out.settings.blocks.push(Block { columns }),
            None => out.left_out.push(format!("blocking rule not taken: {sql}")),
        }
    }
    for comparison in comparisons {
        let name = comparison.get("output_column_name").and_then(Value::as_str).unwrap_or_default();
        let levels: Vec<&Value> =
            comparison.get("comparison_levels").and_then(Value::as_array).into_iter().flatten().collect();
        let said: Vec<&&Value> = levels.iter().filter(|l| !is_null_level(l)).collect();
        let number = |l: &Value, key: &str| l.get(key).and_then(Value::as_f64);
        let mut take = |level: Option<&&Value>, agreement: &str| {
            let Some(level) = level else { return false };
            let (same, chance) = (number(level, "m_probability"), number(level, "u_probability"));
            if same.is_none() && chance.is_none() {
                return false;
            }
            out.settings.levels.push(FixedLevel {
                field: name.to_owned(),
                agreement: agreement.to_owned(),
                same,
                family: None,
                chance,
            });
            true
        };
        let exact = said.iter().find(|l| {
            let sql = l.get("sql_condition").and_then(Value::as_str).unwrap_or_default();
            equal_columns(sql).is_some_and(|c| c == [name])
        });
        if !take(exact.copied(), EXACT) {
            out.left_out.push(format!("comparison '{name}': no level of equal values with m and u"));
        }
        take(said.last().filter(|_| said.len() > 1).copied(), LAST);
        if said.len() > 2 {
            let middle = said.len() - 2;
            out.left_out.push(format!("comparison '{name}': {middle} levels between stay learned"));
        }
    }
    out.settings.check()?;
    Ok(out)
}

/// Agreement of a field's first and last level, whatever the field calls them.
pub(crate) const EXACT: &str = "(first level)";
/// See [`EXACT`].
pub(crate) const LAST: &str = "(last level)";

fn is_null_level(level: &Value) -> bool {
    level.get("is_null_level").and_then(Value::as_bool).unwrap_or(false)
}

/// The columns of `l."a" = r."a" AND …` or `"a_l" = "a_r"`, also of their first letters
/// (`substr(l."a",1,3) = …`); none when anything else is asked.
fn equal_columns(sql: &str) -> Option<Vec<String>> {
    let plain = sql.replace(['(', ')'], " ");
    let mut out = Vec::new();
    // AND in any case, between white space.
    let words: Vec<&str> = plain.split_whitespace().collect();
    for part in words.split(|w| w.eq_ignore_ascii_case("and")) {
        let joined = part.join(" ");
        let (left, right) = joined.split_once('=')?;
        let (left, right) = (side(left, 'l')?, side(right, 'r')?);
        if left != right {
            return None;
        }
        out.push(left);
    }
    (!out.is_empty()).then_some(out)
}

fn side(text: &str, which: char) -> Option<String> {
    let plain: String = text.trim().chars().filter(|c| !matches!(c, '"' | '`' | '[' | ']')).collect();
    if let Some((function, rest)) = plain.split_once(' ')
        && ["substr", "substring"].iter().any(|f| function.eq_ignore_ascii_case(f))
    {
        let [column, "1", letters] = rest.split(',').map(str::trim).collect::<Vec<_>>()[..] else {
            return None;
        };
        let letters = letters.parse().ok().filter(|n| (1..=9).contains(n))?;
        return side(column, which).map(|column| beginning(letters, &column));
    }
    let name =
        plain.strip_prefix(&format!("{which}.")).or_else(|| plain.strip_suffix(&format!("_{which}")))?;
    (!name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '-')))
        .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_reads_back() {
        let text = "version = 1\nthreshold = 0.9\n[columns]\nfull = \"name\"\n[[block]]\ncolumns = [\"a\", \"b\"]\n[[level]]\nfield = \"sex\"\nagreement = \"same\"\nsame = 0.97\n";
        let read = Settings::read(text).unwrap().settings;
        assert_eq!(read.columns["full"], Role::Name);
        assert_eq!(Settings::read(&read.to_toml().unwrap()).unwrap().settings, read);
    }

    #[test]
    fn mistakes_are_named() {
        let message = |text: &str| Settings::read(text).unwrap_err().to_string();
        assert!(message("version = 2").contains("version"));
        assert!(message("version = 1\nthreshold = 1.5").contains("threshold is 1.5"));
        assert!(message("version = 1\nthresold = 0.5").contains("thresold"));
        assert!(message("{\"a\": 1}").contains("comparisons"));
        assert!(message("{").contains("not JSON"));
    }

    #[test]
    fn equal_columns_of_rules() {
        assert_eq!(equal_columns("l.\"dob\" = r.\"dob\" AND (l.sex = r.sex)").unwrap(), ["dob", "sex"]);
        assert_eq!(equal_columns("\"first_name_l\" = \"first_name_r\"").unwrap(), ["first_name"]);
        let begins = "SUBSTR(l.\"a\", 1, 3) = substr(r.a,1,3) and l.b = r.b";
        assert_eq!(equal_columns(begins).unwrap(), ["first 3 letters of a", "b"]);
        for other in [
            "substr(l.a,2,2) = substr(r.a,2,2)",
            "substr(l.a,1,2) = substr(r.a,1,3)",
            "l.a = r.b",
            "ELSE",
            "",
            "l.a = r.a OR l.b = r.b",
        ] {
            assert_eq!(equal_columns(other), None, "{other}");
        }
    }
}
