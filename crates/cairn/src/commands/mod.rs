//! One file per command: its grammar, its call, its words.

pub mod add;
mod ask;
pub mod change;
pub mod check;
pub mod checkpoint;
pub mod claims;
pub mod contradictions;
pub mod count;
pub mod demo;
pub mod estimate;
pub mod explain;
pub mod export;
pub mod extract;
pub mod history;
pub mod import;
pub mod init;
pub mod link;
pub mod parse;
pub mod prove;
pub mod rebuild;
pub mod record;
mod said;
pub mod scope;
pub mod search;
pub mod series;
pub mod serve;
pub mod show;
pub mod template;
pub mod undo;
pub mod verify;
pub mod vocabulary;

use crate::cli::{Cli, Command};
use crate::failure::Result;
use crate::text::foreign;

/// Runs a command.
pub fn run(cli: Cli) -> Result {
    let global = &cli.global;
    match cli.command {
        Command::Init(c) => c.run(global),
        Command::Add(c) => c.run(global),
        Command::Import(c) => c.run(global),
        Command::Parse(c) => c.run(global),
        Command::Link(c) => c.run(global),
        Command::Estimate(c) => c.run(global),
        Command::Demo(c) => c.run(global),
        Command::Claims(c) => c.run(global),
        Command::Record(c) => c.run(global),
        Command::Judge(c) => c.run(global),
        Command::Amend(c) => c.run(global),
        Command::Withdraw(c) => c.run(global),
        Command::Consent(c) => c.run(global),
        Command::Count(c) => c.run(global),
        Command::Explain(c) => c.run(global),
        Command::Series(c) => c.run(global),
        Command::Contradictions(c) => c.run(global),
        Command::Export(c) => c.run(global),
        Command::Serve(c) => c.run(global),
        Command::Show(c) => c.run(global),
        Command::History(c) => c.run(global),
        Command::Template(c) => c.run(global),
        Command::Undo(c) => c.run(global),
        Command::Check(c) => c.run(global),
        Command::Checkpoint(c) => c.run(global),
        Command::Verify(c) => c.run(global),
        Command::Vocabulary(c) => c.run(global),
        Command::Prove(c) => c.run(global),
        Command::Rebuild(c) => c.run(global),
        Command::Scope(c) => c.run(global),
        Command::Search(c) => c.run(global),
        Command::Index(c) => c.run(global),
        Command::Extract(c) => c.run(global),
    }
}

/// The speaker in words. A text that names nobody is not given an author.
pub fn speaker(said_by: Option<&str>, document: &str) -> String {
    match said_by {
        Some(name) => foreign(name),
        None => format!("text of {}, author not stated", foreign(document)),
    }
}
