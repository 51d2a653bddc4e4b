//! Progress of long work, and the wish to stop it.

/// Hears how far a piece of work is and says whether it should go on.
pub trait Progress {
    /// `done` of `total` (when that is known) in the step called `step`.
    fn at(&mut self, step: &str, done: u64, total: Option<u64>);
    /// Whether to stop. Work that stops leaves nothing half done.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Hears nothing.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn at(&mut self, _: &str, _: u64, _: Option<u64>) {}
}
