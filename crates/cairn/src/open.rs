//! Opening a register for a command.

use std::io::IsTerminal;
use std::path::Path;

use cairn_register::{Access, Passphrase, SqliteStore};
use cairn_work::Session;

use crate::cli::Global;
use crate::failure::{Failure, Result};
use crate::files;

/// The shortest passphrase that a new register takes.
const SHORTEST: usize = 8;

/// Now, UTC, to the second.
pub fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The register in `folder`, ready for a verb.
pub fn session(folder: &Path, global: &Global, access: Access) -> Result<Session> {
    let passphrase = if SqliteStore::is_encrypted(folder)? { passphrase(global)? } else { None };
    let store = SqliteStore::open(folder, passphrase.as_deref(), access)?;
    Ok(Session::new(Box::new(store), global.actor.clone(), now()))
}

/// The passphrase of an existing register: from the file named, or asked for on a terminal.
fn passphrase(global: &Global) -> Result<Option<Vec<u8>>> {
    if let Some(path) = &global.passphrase_file {
        return Ok(Some(from_file(path)?));
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    Ok(Some(rpassword::prompt_password("Passphrase: ")?.into_bytes()))
}

/// What protects a new register.
pub fn new_passphrase(global: &Global, plaintext: bool) -> Result<Passphrase> {
    if plaintext {
        return Ok(Passphrase::Plaintext);
    }
    let passphrase = match &global.passphrase_file {
        Some(path) => from_file(path)?,
        None if std::io::stdin().is_terminal() => {
            let first = rpassword::prompt_password("New passphrase (there is no way back without it): ")?;
            if first != rpassword::prompt_password("The same again: ")? {
                return Err(Failure::new("the two passphrases differ: nothing was made"));
            }
            first.into_bytes()
        }
        None => {
            return Err(Failure::new(
                "a register is encrypted: give a passphrase with --passphrase-file FILE (or - for standard \
                 input) or in the file that CAIRN_PASSPHRASE_FILE names, or make it readable for everybody \
                 with --plaintext",
            ));
        }
    };
    if passphrase.len() < SHORTEST {
        return Err(Failure::new(format_args!(
            "the passphrase is shorter than {SHORTEST} bytes: take a longer one, such as four words"
        )));
    }
    Ok(Passphrase::Bytes(passphrase))
}

/// The file's first line.
fn from_file(path: &Path) -> Result<Vec<u8>> {
    let bytes = files::read(path)?;
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Err(Failure::new(format_args!("{}: the passphrase file is empty", path.display())));
    }
    Ok(line.to_vec())
}
