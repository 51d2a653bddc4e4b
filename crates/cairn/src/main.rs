//! The command line: thin. It opens registers, calls the verbs and prints their answers.

mod cli;
mod commands;
mod drawing;
mod failure;
mod files;
mod memory;
#[cfg_attr(not(feature = "propose"), path = "no_model.rs")]
mod model;
mod open;
mod output;
mod page;
mod progress;
mod reading;
mod text;
mod walk;

use std::process::ExitCode;

use clap::Parser;

/// Rows of a list are built on one thread and dropped on another, which the system's allocator serialises.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let allowed = memory::huge_pages(false);
    let args = cli::Cli::parse();
    if allowed && args.command.moves_much() {
        memory::huge_pages(true);
    }
    let json = args.global.prints_json();
    match commands::run(args) {
        Ok(outcome) => outcome.code(),
        Err(failure) => failure.report(json),
    }
}
