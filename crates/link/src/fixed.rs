//! Probabilities that an expert sets, in the place of those that were learned.

use crate::em::{MAX_LEVELS, Model};
use crate::encode::Records;
use crate::error::LinkError;
use crate::field::MAX_FIELDS;
use crate::link::Options;
use crate::settings::{EXACT, LAST};

/// Puts the probabilities that were set in the place of the learned ones; the others of their kind share what is left.
pub(crate) fn fix(records: &Records, model: &mut Model, options: &Options) -> Result<(), LinkError> {
    if let Some(p) = options.prior {
        model.prior.iter_mut().for_each(|prior| prior.0 = p.clamp(1e-14, 0.5));
    }
    let mut set = [[[None; MAX_LEVELS]; MAX_FIELDS]; 3];
    for fixed in &options.fixed {
        let known = || records.fields.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ");
        let f = records.fields.iter().position(|f| f.name == fixed.field).ok_or_else(|| {
            LinkError::Unknown(format!("no field is called {:?} here; there are: {}", fixed.field, known()))
        })?;
        let field = &records.fields[f];
        let words = || (1..field.levels()).map(|l| field.wording(l as u8)).collect::<Vec<_>>().join("; ");
        let level = match fixed.agreement.as_str() {
            EXACT => Some(1),
            LAST => field.kinds().first().map(|k| k.1 - 1),
            wording => (1..field.levels()).find(|l| field.wording(*l as u8) == wording),
        };
        let level = level.ok_or_else(|| {
            LinkError::Unknown(format!(
                "{:?} has no level {:?}; it has: {}",
                field.name,
                fixed.agreement,
                words()
            ))
        })?;
        for (k, p) in [fixed.same, fixed.family, fixed.chance].into_iter().enumerate() {
            if let Some(p) = p {
                set[k][f][level] = Some(p.clamp(1e-9, 1.0));
            }
        }
    }
    for (levels, set) in [&mut model.same, &mut model.family, &mut model.chance].into_iter().zip(&set) {
        for (f, field) in records.fields.iter().enumerate() {
            for &(from, to) in field.kinds() {
                share(&mut levels[f][from..to], &set[f][from..to]);
            }
        }
    }
    Ok(())
}

/// Sets what is set and scales the rest to what is left.
fn share(levels: &mut [f64], set: &[Option<f64>]) {
    let given: f64 = set.iter().flatten().sum();
    if set.iter().all(Option::is_none) {
        return;
    }
    let others: f64 = levels.iter().zip(set).filter(|(_, s)| s.is_none()).map(|(l, _)| l).sum();
    for (level, set) in levels.iter_mut().zip(set) {
        *level = set.unwrap_or(*level * (1.0 - given).max(1e-9) / others.max(1e-12));
    }
}
