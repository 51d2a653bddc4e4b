//! What an estimation answers: the shape of the contract, field for field.

use serde::Serialize;

use crate::diagnostics::Diagnostics;

/// The answer to one estimation, refused or not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Version of this shape.
    pub version: u32,
    /// The method that gave the figure.
    pub method: String,
    /// Distinct people on at least one list.
    pub observed: u64,
    /// The estimated total, those on no list included; none when refused.
    pub estimate: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// The interval's level, such as 0.95.
    pub level: f64,
    /// Every model that was run.
    pub models: Vec<ModelRow>,
    /// The strata, when the table has any.
    pub strata: Vec<StratumOutcome>,
    /// What the data look like and how the methods behaved.
    pub diagnostics: Diagnostics,
    /// What a reader must know beside the figure.
    pub warnings: Vec<Note>,
    /// Why there is no figure; empty when there is one.
    pub refused: Vec<Note>,
}

/// One stratum's answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StratumOutcome {
    /// Value of each strata column.
    pub stratum: Vec<String>,
    /// The method that gave the figure.
    pub method: String,
    /// Distinct people on at least one list.
    pub observed: u64,
    /// The estimated total, or none when this stratum is refused.
    pub estimate: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// Every model that was run.
    pub models: Vec<ModelRow>,
    /// What the data look like and how the methods behaved.
    pub diagnostics: Diagnostics,
    /// What a reader must know beside the figure.
    pub warnings: Vec<Note>,
    /// Why there is no figure.
    pub refused: Vec<Note>,
}

/// One model's answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelRow {
    /// Its name, which `Method` also understands.
    pub name: String,
    /// What it assumes: generators such as `[12,23]` for log-linear models.
    pub formula: String,
    /// Estimated total.
    pub n_hat: Option<f64>,
    /// Standard error, or posterior standard deviation.
    pub se: Option<f64>,
    /// Deviance, for models fitted by likelihood.
    pub deviance: Option<f64>,
    /// Akaike's criterion.
    pub aic: Option<f64>,
    /// Schwarz's criterion.
    pub bic: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// 0 sound; 1 no maximum likelihood exists; 2 not identifiable; 3 both. With a code other than 0,
    /// `n_hat` is no estimate even where the algebra gives a value.
    pub code: u8,
}

impl ModelRow {
    /// A row with a name and nothing else yet.
    pub(crate) fn named(name: impl Into<String>) -> ModelRow {
        ModelRow {
            name: name.into(),
            formula: String::new(),
            n_hat: None,
            se: None,
            deviance: None,
            aic: None,
            bic: None,
            lower: None,
            upper: None,
            code: 0,
        }
    }
}

/// A finding: a code for machines, words for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Stable code, such as `too_few_lists`.
    pub code: String,
    /// A sentence a journalist understands.
    pub words: String,
}

impl Note {
    pub(crate) fn new(code: &str, words: impl Into<String>) -> Note {
        Note { code: code.to_owned(), words: words.into() }
    }
}
