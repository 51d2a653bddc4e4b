use std::path::PathBuf;

use cairn_register::{SqliteStore, Store};
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::{open, output};

/// Make a register in a new folder
///
/// The register is encrypted with a passphrase: there is no way to read it without. --plaintext makes one that
/// everybody who has the folder can read: for tests and for lists that are public.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder to make; it may exist when it is empty
    dir: PathBuf,
    /// Do not encrypt
    #[arg(long)]
    plaintext: bool,
}

#[derive(Serialize)]
struct Made {
    register: String,
    chain: String,
    public_key: String,
    encrypted: bool,
    folder: String,
}

impl Init {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let passphrase = open::new_passphrase(global, self.plaintext)?;
        let store = SqliteStore::init(&self.dir, &passphrase)?;
        let made = Made {
            register: store.id().to_owned(),
            chain: store.chain().to_string(),
            public_key: store.public_key(),
            encrypted: store.encrypted(),
            folder: self.dir.display().to_string(),
        };
        output::print(global.format(), &made, None, |m| {
            let lock = if m.encrypted {
                "Encrypted: keep the passphrase, nothing opens the register without it."
            } else {
                "Not encrypted: whoever has the folder can read everything in it."
            };
            format!(
                "Register {} made in {}.\n{lock}\nIts checkpoints are signed by {}\nNext: cairn add {} FILE\n",
                m.register, m.folder, m.public_key, m.folder
            )
        })?;
        Ok(Outcome::Done)
    }
}
