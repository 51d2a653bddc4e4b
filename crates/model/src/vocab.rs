//! The field's code lists, as data files of this crate (`vocab/*.toml`).

use std::sync::OnceLock;

use serde::Deserialize;

/// One code list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// What it is called, such as `metric`.
    pub name: String,
    /// Version of our file.
    pub version: String,
    /// Where the codes come from.
    pub standard: String,
    /// The codes in their own order.
    pub codes: Vec<Code>,
}

/// One code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code itself, stable.
    pub code: String,
    /// English label.
    pub en: String,
    /// What is counted or meant, where the label does not say.
    #[serde(default)]
    pub note: String,
}

impl Vocabulary {
    /// Whether `code` is on the list.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.codes.iter().any(|c| c.code == code)
    }

    /// The English label, or the code itself when it is unknown.
    #[must_use]
    pub fn label<'a>(&'a self, code: &'a str) -> &'a str {
        self.codes.iter().find(|c| c.code == code).map_or(code, |c| &c.en)
    }
}

/// What can be counted.
pub fn metric() -> &'static Vocabulary {
    static LIST: OnceLock<Vocabulary> = OnceLock::new();
    LIST.get_or_init(|| read(include_str!("../vocab/metric.toml")))
}

/// Sex as recorded (SDG 16.1.2).
pub fn sex() -> &'static Vocabulary {
    static LIST: OnceLock<Vocabulary> = OnceLock::new();
    LIST.get_or_init(|| read(include_str!("../vocab/sex.toml")))
}

/// Whom a figure is about and how sure its source is.
pub fn scope() -> &'static Vocabulary {
    static LIST: OnceLock<Vocabulary> = OnceLock::new();
    LIST.get_or_init(|| read(include_str!("../vocab/scope.toml")))
}

/// The files are part of the binary and a test reads each: a failure here is a defect of the build.
#[allow(clippy::expect_used)]
fn read(text: &str) -> Vocabulary {
    toml::from_str(text).expect("the vocabulary files are tested")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_reads_and_has_distinct_codes() {
        for list in [metric(), sex(), scope()] {
            let mut codes: Vec<_> = list.codes.iter().map(|c| &c.code).collect();
            codes.sort();
            codes.dedup();
            assert_eq!(codes.len(), list.codes.len(), "{}", list.name);
            assert!(list.codes.iter().all(|c| !c.en.is_empty()), "{}", list.name);
        }
    }
}
