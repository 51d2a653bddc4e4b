//! Work spread over threads without the answer depending on how many there are: tasks are numbered,
//! carry their own seeds, and come back in order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Told a stage's name and its share done, 0 to 1; from any thread.
pub type Progress<'a> = dyn Fn(&str, f64) + Sync + 'a;

/// How far a long estimation has come, and whether anybody still wants it.
#[derive(Clone, Copy, Default)]
pub struct Watch<'a> {
    /// Called as stages advance.
    pub progress: Option<&'a Progress<'a>>,
    /// Set to true by the caller to stop early; the outcome then is refused as cancelled.
    pub cancel: Option<&'a AtomicBool>,
}

impl Watch<'_> {
    pub(crate) fn cancelled(&self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    pub(crate) fn report(&self, stage: &str, share: f64) {
        if let Some(progress) = self.progress {
            progress(stage, share);
        }
    }
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("cancelled", &self.cancelled()).finish_non_exhaustive()
    }
}

/// `threads`, or one per core of the machine when 0.
pub(crate) fn thread_count(threads: usize) -> usize {
    match threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    }
}

/// The results of tasks 0..count in order. Tasks skipped after a cancellation are absent from the end.
pub(crate) fn map<T: Send>(
    count: usize,
    threads: usize,
    watch: &Watch,
    stage: &str,
    task: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let worker = || {
        let mut own = Vec::new();
        while !watch.cancelled() {
            let i = next.fetch_add(1, Ordering::Relaxed);
            if i >= count {
                break;
            }
            own.push((i, task(i)));
            let finished = done.fetch_add(1, Ordering::Relaxed) + 1;
            if finished * 20 / count != (finished - 1) * 20 / count {
                watch.report(stage, finished as f64 / count as f64);
            }
        }
        results.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).extend(own);
    };
    let threads = thread_count(threads).min(count);
    if threads <= 1 {
        worker();
    } else {
        std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(worker))));
    }
    let mut results = results.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    results.sort_by_key(|(i, _)| *i);
    results.into_iter().map(|(_, value)| value).collect()
}
