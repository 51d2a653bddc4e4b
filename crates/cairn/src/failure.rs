//! Errors at the edge: words on standard error, an exit code.

use std::fmt;
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Exit 0.
    Done,
    /// Exit 1: the command worked and found something (verify, import with bad rows).
    Findings,
}

impl Outcome {
    /// The exit code.
    pub fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Findings => 1,
        })
    }
}

/// An error that ends the command with exit code 2.
#[derive(Debug)]
pub struct Failure(String);

/// What commands give.
pub type Result<T = Outcome> = std::result::Result<T, Failure>;

impl Failure {
    /// From words.
    pub fn new(words: impl fmt::Display) -> Self {
        Self(words.to_string())
    }

    /// Prints the error and gives the exit code. Programs that asked for JSON get the words as JSON too.
    pub fn report(&self, json: bool) -> ExitCode {
        if json {
            eprintln!("{}", serde_json::json!({ "version": 1, "error": self.0 }));
        } else {
            eprintln!("error: {}", self.0);
        }
        ExitCode::from(2)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<cairn_work::Error> for Failure {
    fn from(e: cairn_work::Error) -> Self {
        Self::new(e)
    }
}

impl From<cairn_register::Error> for Failure {
    fn from(e: cairn_register::Error) -> Self {
        Self::new(e)
    }
}

impl From<cairn_count::RuleError> for Failure {
    fn from(e: cairn_count::RuleError) -> Self {
        Self::new(e)
    }
}

impl From<cairn_count::CountError> for Failure {
    fn from(e: cairn_count::CountError) -> Self {
        Self::new(e)
    }
}

impl From<std::io::Error> for Failure {
    fn from(e: std::io::Error) -> Self {
        Self::new(e)
    }
}
