//! Why two records were linked, or were not: the evidence of every field in bits, in the order it adds up.

use crate::columns::Columns;
use crate::error::LinkError;
use crate::link::{Fitted, RecordRef};
use crate::score::{Scorer, probability};
use serde::Serialize;

/// One bar of a waterfall.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The field, or what else moves the weight.
    pub field: String,
    /// At which level the two sides agree.
    pub agreement: String,
    /// What that is worth, in bits: one more doubles the odds.
    pub bits: f64,
    /// Of which for the rarity of the value agreed upon.
    pub rarity: f64,
    /// The weight so far.
    pub so_far: f64,
}

/// The waterfall of a pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waterfall {
    /// Bars in order: prior, fields, the alternative of two relatives.
    pub bars: Vec<Bar>,
    /// The final weight in bits.
    pub bits: f64,
    /// The same as a probability, before clustering.
    pub probability: f64,
}

impl Waterfall {
    /// For a terminal: one line a bar.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        for b in &self.bars {
            let line = format!("{:<24}{:>8.2}  {:>8.2}  {}\n", b.field, b.bits, b.so_far, b.agreement);
            out.push_str(&line);
        }
        out.push_str(&format!("{:<24}{:>8.2}  probability {:.4}\n", "weight", self.bits, self.probability));
        out
    }
}

impl Fitted {
    /// The waterfall of two records.
    ///
    /// # Errors
    ///
    /// When a record is not there.
    pub fn explain(&self, left: RecordRef, right: RecordRef) -> Result<Waterfall, LinkError> {
        let (i, j) = (self.find(left)?, self.find(right)?);
        let scorer = Scorer::new(&self.records, &self.model);
        let (prior, evidence, relatives) = scorer.explain(i.min(j), i.max(j));
        let mut so_far = f64::from(prior);
        let mut bars = vec![Bar {
            field: "any two records".to_owned(),
            agreement: "before looking".to_owned(),
            bits: so_far,
            rarity: 0.0,
            so_far,
        }];
        for e in evidence {
            let field = &self.records.fields[e.field];
            let bits = f64::from(e.same + e.rarity);
            so_far += bits;
            bars.push(Bar {
                field: field.name.clone(),
                agreement: field.wording(e.level).to_owned(),
                bits,
                rarity: f64::from(e.rarity),
                so_far,
            });
        }
        if relatives > 0.0 {
            so_far -= f64::from(relatives);
            bars.push(Bar {
                field: "two relatives".to_owned(),
                agreement: "could be another of the family".to_owned(),
                bits: -f64::from(relatives),
                rarity: 0.0,
                so_far,
            });
        }
        Ok(Waterfall { bars, bits: so_far, probability: probability(so_far as f32) })
    }

    /// The roles that the columns were given.
    #[must_use]
    pub fn roles(&self) -> &[Columns] {
        &self.roles
    }
}
