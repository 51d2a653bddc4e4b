//! Where requests meet the register: one session writes, a few read, and no reader waits for a writer.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use cairn_work::Session;
use tokio::sync::{OwnedMutexGuard, Semaphore, broadcast};

use crate::error::{Code, Failure, Result};
use crate::events::Event;

/// How long a short write waits for a long one.
const PATIENCE: Duration = Duration::from_secs(20);

/// Tells the time: UTC, RFC 3339 to the second. The program gives it, so that nothing here reads a clock.
pub type Clock = fn() -> String;

/// The open register.
pub struct Desk {
    writer: Arc<tokio::sync::Mutex<Session>>,
    /// Readers that nobody uses now; more are opened from `origin` as they are needed.
    idle: Mutex<Vec<Session>>,
    origin: Mutex<Session>,
    places: Arc<Semaphore>,
    /// Keeps drafts: a reader of its own, so that typing never waits for an import.
    typing: Arc<tokio::sync::Mutex<Session>>,
    clock: Clock,
    /// Counts what was written; with `start` it makes the ETag.
    writes: AtomicU64,
    start: String,
    events: broadcast::Sender<Event>,
}

impl Desk {
    /// Takes a session opened for writing; `readers` may ask at a time.
    pub fn new(
        session: Session,
        readers: usize,
        clock: Clock,
        start: String,
        events: broadcast::Sender<Event>,
    ) -> cairn_work::Result<Self> {
        Ok(Self {
            idle: Mutex::new(vec![session.reader()?]),
            origin: Mutex::new(session.reader()?),
            typing: Arc::new(tokio::sync::Mutex::new(session.reader()?)),
            writer: Arc::new(tokio::sync::Mutex::new(session)),
            places: Arc::new(Semaphore::new(readers)),
            clock,
            writes: AtomicU64::new(0),
            start,
            events,
        })
    }

    /// Now.
    pub fn now(&self) -> String {
        (self.clock)()
    }

    /// Changes with every write: equal tags mean equal answers.
    pub fn etag(&self) -> String {
        format!("\"{}-{}\"", self.start, self.writes.load(Ordering::SeqCst))
    }

    /// Asks a question. Several are answered at once, also while somebody writes.
    pub async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(Failure::internal)?;
        let desk = Arc::clone(self);
        let asked = tokio::task::spawn_blocking(move || {
            let idle = hold(&desk.idle).pop();
            let mut session = match idle {
                Some(session) => session,
                None => hold(&desk.origin).reader()?,
            };
            session.acting(None, desk.now());
            let answer = question(&mut session);
            hold(&desk.idle).push(session);
            drop(place);
            answer
        });
        asked.await.map_err(Failure::internal)?
    }

    /// Writes, as soon as nobody else does; gives up after a while, because a form cannot wait for a long import.
    pub async fn write<T: Send + 'static>(
        self: &Arc<Self>,
        who: Option<String>,
        act: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mut turn = std::pin::pin!(self.wait());
        // A queue that moves is waited for: only one long piece of work is not.
        let session = loop {
            let before = self.writes.load(Ordering::SeqCst);
            match tokio::time::timeout(PATIENCE, &mut turn).await {
                Ok(session) => break session,
                Err(_) if self.writes.load(Ordering::SeqCst) != before => {}
                Err(_) => {
                    let words = "a long piece of work is being written, such as an import";
                    return Err(Failure::new(Code::Busy, words));
                }
            }
        };
        self.act(session, who, act).await
    }

    /// Waits for the writer, however long.
    pub async fn wait(self: &Arc<Self>) -> OwnedMutexGuard<Session> {
        Arc::clone(&self.writer).lock_owned().await
    }

    /// Writes with the writer in hand.
    pub async fn act<T: Send + 'static>(
        self: &Arc<Self>,
        mut session: OwnedMutexGuard<Session>,
        who: Option<String>,
        act: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let now = self.now();
        let done = tokio::task::spawn_blocking(move || {
            let result =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| act(session.acting(who, now))));
            result.unwrap_or_else(|_| {
                // What a defect left unsealed must not be in the way of the next.
                let _ = session.store().abandon();
                Err(Failure::new(Code::Internal, "the work ended unexpectedly; nothing of it became visible"))
            })
        });
        let result = done.await.map_err(Failure::internal)?;
        // Also after a failure: proposals read anew are a change that no batch shows.
        self.writes.fetch_add(1, Ordering::SeqCst);
        // Nobody listening is no failure.
        let _ = self.events.send(Event::Changed { etag: self.etag() });
        result
    }

    /// Keeps or forgets drafts.
    pub async fn draft<T: Send + 'static>(
        self: &Arc<Self>,
        keep: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mut session = Arc::clone(&self.typing).lock_owned().await;
        let now = self.now();
        let done = tokio::task::spawn_blocking(move || keep(session.acting(None, now)));
        done.await.map_err(Failure::internal)?
    }
}

/// A lock that a panic cannot spoil: what it guards is whole at every moment.
pub fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
