//! The grammar of the command line. Its help is snapshotted: a change here is a visible change.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::commands::{
    add, change, check, checkpoint, claims, contradictions, count, demo, estimate, explain, export, extract,
    history, import, init, link, parse, prove, rebuild, record, scope, search, series, serve, show, template,
    undo, verify, vocabulary,
};

/// A register of harm to people in armed conflict in which every number can be walked back to who said it
///
/// Documents go in, accounts come out of them (one source's word on one thing), figures are counted from accounts,
/// and every figure opens again to the row or sentence behind it. Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "cairn", version, max_term_width = 80, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// For every command.
    #[command(flatten)]
    pub global: Global,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// How to print the answer [default: table on a terminal, else json]
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub format: Option<Format>,
    /// Print no progress
    #[arg(long, short, global = true, help_heading = "Everywhere")]
    pub quiet: bool,
    /// File that holds the register's passphrase, - for standard input
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "CAIRN_PASSPHRASE_FILE",
        help_heading = "Everywhere"
    )]
    pub passphrase_file: Option<PathBuf>,
    /// Who acts: kept in the log, in a protection class of its own
    #[arg(long, global = true, value_name = "NAME", env = "CAIRN_ACTOR", help_heading = "Everywhere")]
    pub actor: Option<String>,
}

/// How answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, at 80 columns
    Table,
    /// One documented shape, "version": 1
    Json,
    /// One row per item
    Csv,
}

impl Global {
    /// The format asked for, or the one that fits where the answer goes.
    pub fn format(&self) -> Format {
        self.format.unwrap_or(if std::io::stdout().is_terminal() { Format::Table } else { Format::Json })
    }

    /// Whether errors too are read by a program.
    pub fn prints_json(&self) -> bool {
        self.format == Some(Format::Json)
    }
}

/// The verbs. Their help is the doc comment of their arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Init),
    Add(add::Add),
    Claims(claims::Claims),
    Template(template::Template),
    Import(import::Import),
    Record(Box<record::Record>),
    Judge(change::Judge),
    Amend(change::Amend),
    Withdraw(change::Withdraw),
    Consent(change::Consent),
    Count(count::Count),
    Explain(explain::Explain),
    Scope(scope::Scope),
    Series(series::SeriesOf),
    Contradictions(contradictions::Contradictions),
    Export(export::Export),
    Search(search::Search),
    Show(show::Show),
    History(history::History),
    Undo(undo::Undo),
    Checkpoint(checkpoint::Checkpoint),
    Verify(verify::Verify),
    Prove(prove::Prove),
    Rebuild(rebuild::Rebuild),
    Index(search::Index),
    Serve(serve::Serve),
    Extract(extract::Extract),
    Check(check::Check),
    Parse(parse::Parse),
    Vocabulary(vocabulary::ReadVocabulary),
    Link(link::Run),
    Estimate(estimate::Run),
    Demo(demo::Demo),
}

impl Command {
    /// Whether it may go through millions of records, so that memory in large pieces is worth it.
    pub fn moves_much(&self) -> bool {
        match self {
            Self::Estimate(estimate) => estimate.links(),
            Self::Parse(_) | Self::Vocabulary(_) | Self::Init(_) => false,
            _ => true,
        }
    }
}
