//! Running the engine: it works on its own thread, so that progress is heard and the wish to stop is passed on.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use cairn_link::{Fitted, Linkage, Options, Step, Table, link_and_keep};

use crate::{Progress, Result};

/// How often the wish to stop is asked for.
const ASK: Duration = Duration::from_millis(50);

/// Links tables.
pub(crate) fn run(
    tables: &[Table],
    options: &Options,
    progress: &mut dyn Progress,
) -> Result<(Linkage, Fitted)> {
    let stop = AtomicBool::new(progress.cancelled());
    std::thread::scope(|scope| {
        let (tell, hear) = channel::<Step>();
        let stop = &stop;
        let work = scope.spawn(move || {
            let step = |s: Step| {
                // Nobody listens any more only when this thread is being joined.
                let _ = tell.send(s);
            };
            link_and_keep(tables, options, &step, stop)
        });
        loop {
            match hear.recv_timeout(ASK) {
                Ok(s) => progress.at(s.name, s.done, Some(s.total).filter(|t| *t > 0)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if progress.cancelled() {
                stop.store(true, Ordering::Relaxed);
            }
        }
        match work.join() {
            Ok(found) => Ok(found?),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
