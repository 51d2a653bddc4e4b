//! Long work: named steps, progress that survives a reload of the page, cancel.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use cairn_work::{Progress, Session};
use tokio::sync::broadcast;

use crate::desk::{Desk, hold};
use crate::door;
use crate::error::{Code, Failure, Result};
use crate::events::Event;
use crate::types::{ImportReport, Job, JobState, JobStep};

/// Jobs that may wait or run at a time.
const WAITING: usize = 8;
/// Ended jobs that are remembered.
const REMEMBERED: usize = 50;
/// Listeners hear of progress at most so often.
const BEAT: Duration = Duration::from_millis(100);

/// Every job since the server started.
pub struct Jobs {
    all: Mutex<BTreeMap<String, Arc<Running>>>,
    events: broadcast::Sender<Event>,
}

struct Running {
    job: Mutex<Job>,
    stop: AtomicBool,
    order: Instant,
}

/// What a job needs of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only to look: it runs beside whoever writes.
    Read,
    /// To write: it waits for its turn.
    Write,
}

impl Jobs {
    pub fn new(events: broadcast::Sender<Event>) -> Self {
        Self { all: Mutex::default(), events }
    }

    /// All jobs, the newest first.
    pub fn list(&self) -> Vec<Job> {
        let mut all: Vec<Arc<Running>> = hold(&self.all).values().cloned().collect();
        all.sort_by_key(|r| std::cmp::Reverse(r.order));
        all.iter().map(|r| hold(&r.job).clone()).collect()
    }

    /// One job.
    pub fn one(&self, id: &str) -> Result<Job> {
        self.running(id).map(|r| hold(&r.job).clone())
    }

    fn running(&self, id: &str) -> Result<Arc<Running>> {
        hold(&self.all).get(id).cloned().ok_or_else(|| Failure::unknown(id))
    }

    /// Asks a job to stop; it leaves nothing half done.
    pub fn cancel(&self, id: &str) -> Result<Job> {
        let running = self.running(id)?;
        running.stop.store(true, Ordering::SeqCst);
        Ok(hold(&running.job).clone())
    }

    /// Asks all to stop.
    pub fn cancel_all(&self) {
        hold(&self.all).values().for_each(|r| r.stop.store(true, Ordering::SeqCst));
    }

    /// Hears of every job.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Starts a job; its steps and its end are told.
    pub fn start(
        self: &Arc<Self>,
        desk: &Arc<Desk>,
        (kind, title): (&str, String),
        access: Access,
        who: Option<String>,
        work: impl FnOnce(&mut Session, &mut dyn Progress) -> Result<Option<ImportReport>> + Send + 'static,
    ) -> Result<Job> {
        let secret = door::secret().map_err(Failure::internal)?;
        let id = secret[..16].to_owned();
        let job = Job::waiting(id.clone(), kind, title, desk.now());
        let running =
            Arc::new(Running { job: Mutex::new(job), stop: AtomicBool::new(false), order: Instant::now() });
        {
            let mut all = hold(&self.all);
            if all.values().filter(|r| !hold(&r.job).state.is_ended()).count() >= WAITING {
                return Err(Failure::new(Code::TooManyJobs, format!("{WAITING} jobs wait or run already")));
            }
            let mut ended: Vec<(Instant, String)> = all
                .iter()
                .filter(|(_, r)| hold(&r.job).state.is_ended())
                .map(|(id, r)| (r.order, id.clone()))
                .collect();
            ended.sort();
            while ended.len() >= REMEMBERED {
                all.remove(&ended.remove(0).1);
            }
            all.insert(id.clone(), Arc::clone(&running));
        }
        let (jobs, desk) = (Arc::clone(self), Arc::clone(desk));
        tokio::spawn(async move {
            let writer = match access {
                Access::Write => Some(desk.wait().await),
                Access::Read => None,
            };
            let mut hears = Hears { jobs: Arc::clone(&jobs), running: Arc::clone(&running), last: None };
            let done = match running.stop.load(Ordering::SeqCst) {
                true => Err(Failure::new(Code::Stopped, "stopped before it began")),
                false => {
                    jobs.change(&running, |job| job.state = JobState::Running);
                    let work = move |session: &mut Session| work(session, &mut hears);
                    match writer {
                        Some(writer) => desk.act(writer, who, work).await,
                        None => desk.read(work).await,
                    }
                }
            };
            let now = desk.now();
            jobs.change(&running, |job| job.end(now, done));
        });
        self.one(&id)
    }

    fn change(&self, running: &Running, change: impl FnOnce(&mut Job)) {
        let job = {
            let mut job = hold(&running.job);
            change(&mut job);
            job.clone()
        };
        // Nobody listening is no failure.
        let _ = self.events.send(Event::Job(Box::new(job)));
    }
}

/// Hears the progress of one job.
struct Hears {
    jobs: Arc<Jobs>,
    running: Arc<Running>,
    last: Option<Instant>,
}

impl Progress for Hears {
    fn at(&mut self, step: &str, done: u64, total: Option<u64>) {
        let new = hold(&self.running.job).steps.last().is_none_or(|s| s.step != step);
        if !new && self.last.is_some_and(|last| last.elapsed() < BEAT) {
            return;
        }
        self.last = Some(Instant::now());
        self.jobs.change(&self.running, |job| {
            let at = JobStep { step: step.to_owned(), done, total };
            if new {
                job.steps.push(at);
            } else if let Some(last) = job.steps.last_mut() {
                *last = at;
            }
        });
    }

    fn cancelled(&self) -> bool {
        self.running.stop.load(Ordering::SeqCst)
    }
}
