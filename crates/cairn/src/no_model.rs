//! Built without the feature `propose`: no option asks a model, and there is none.

use std::sync::Arc;

use cairn_extract::Claim;
use cairn_work::{Suggest, Suggested};
use clap::Args;
use jiff::civil::Date;

use crate::failure::Result;

/// No options.
#[derive(Debug, Clone, Args)]
pub struct Ask {}

/// None exists.
#[derive(Debug)]
pub enum Model {}

impl Ask {
    /// None.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps)]
    pub fn model(&self) -> Result<Option<Arc<Model>>> {
        Ok(None)
    }
}

impl Model {
    pub fn join(&self, _: &mut Vec<Claim>, _: &str, _: Option<Date>) -> Result<()> {
        match *self {}
    }

    pub fn report(&self) {
        match *self {}
    }
}

impl Suggest for &Model {
    fn claims(&mut self, _: &str, _: Option<Date>) -> std::result::Result<Vec<Suggested>, String> {
        match **self {}
    }
}
