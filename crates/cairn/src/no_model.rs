//! Built without the feature `propose`: there is no model, and who asks for one is told so.

use std::sync::Arc;

use cairn_extract::Claim;
use cairn_work::{Suggest, Suggested};
use clap::Args;
use jiff::civil::Date;

use crate::failure::{Failure, Result};

/// The options of the other build, known by name so that they can be answered.
#[derive(Debug, Clone, Args)]
pub struct Ask {
    #[arg(long, value_name = "URL", hide = true)]
    propose: Option<String>,
    #[arg(long, value_name = "NAME", hide = true)]
    model: Option<String>,
}

/// None exists.
#[derive(Debug)]
pub enum Model {}

impl Ask {
    /// None; asking for one is an error that says what to do.
    pub fn model(&self) -> Result<Option<Arc<Model>>> {
        if self.propose.is_some() || self.model.is_some() {
            return Err(Failure::new(
                "this build has no proposer: build with --features propose, or leave out --propose and --model",
            ));
        }
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
