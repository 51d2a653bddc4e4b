//! Progress on standard error; Ctrl-C asks the work to stop and leave nothing half done.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cairn_work::Progress;

static STOP: AtomicBool = AtomicBool::new(false);

/// Set by Ctrl-C, for engines that look at a flag.
pub fn stop_flag() -> &'static AtomicBool {
    &STOP
}

/// One line on a terminal that rewrites itself; without a terminal, a line per step.
pub struct Line {
    quiet: bool,
    terminal: bool,
    last: Option<Instant>,
    step: String,
}

impl Line {
    /// Starts to listen for Ctrl-C.
    pub fn new(quiet: bool) -> Self {
        // A second handler is refused when one stands already, which is as good.
        let _ = ctrlc::set_handler(|| {
            if STOP.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
        });
        Self { quiet, terminal: std::io::stderr().is_terminal(), last: None, step: String::new() }
    }

    /// Says something that stays, also when progress is quiet: it is about the answer, not about the wait.
    pub fn say(&mut self, words: &str) {
        let clear = if self.terminal && !self.quiet && self.last.is_some() { "\r\x1b[K" } else { "" };
        let _ = writeln!(std::io::stderr(), "{clear}{words}");
    }
}

impl Progress for Line {
    fn at(&mut self, step: &str, done: u64, total: Option<u64>) {
        if self.quiet {
            return;
        }
        let new = self.step != step;
        let due = self.last.is_none_or(|l| l.elapsed() > Duration::from_millis(100));
        if !(new || self.terminal && due) {
            return;
        }
        self.step = step.to_owned();
        self.last = Some(Instant::now());
        let of = total.map(|t| format!(" of {t}")).unwrap_or_default();
        // Progress that cannot be printed is no reason to stop the work.
        let _ = if self.terminal {
            write!(std::io::stderr(), "\r\x1b[K{step}: {done}{of}")
        } else {
            writeln!(std::io::stderr(), "{step}")
        };
    }

    fn cancelled(&self) -> bool {
        STOP.load(Ordering::SeqCst)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.terminal && !self.quiet && self.last.is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
