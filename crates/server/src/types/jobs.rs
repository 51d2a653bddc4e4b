use serde::Serialize;
use utoipa::ToSchema;

use super::{ErrorBody, ImportReport, V1};
use crate::error::{Code, Failure};

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// For the writer to be free.
    Waiting,
    Running,
    Done,
    Failed,
    /// Nothing of it became visible.
    Cancelled,
}

impl JobState {
    /// Whether nothing more will happen.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// A step of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobStep {
    /// In words.
    pub step: String,
    pub done: u64,
    /// Null when it is not known.
    pub total: Option<u64>,
}

/// Long work.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Job {
    pub version: V1,
    pub id: String,
    /// `import`, `dry_run` or `index`.
    pub kind: String,
    /// What it works on.
    pub title: String,
    pub state: JobState,
    /// In order; the last is the one at work.
    pub steps: Vec<JobStep>,
    /// When it was asked for, UTC.
    pub started: String,
    pub ended: Option<String>,
    /// The batch it made: undoing it takes everything back.
    pub batch: Option<String>,
    /// What an import did, or would do.
    pub result: Option<ImportReport>,
    pub error: Option<ErrorBody>,
}

impl Job {
    /// A job that was asked for.
    pub fn waiting(id: String, kind: &str, title: String, now: String) -> Self {
        Self {
            version: V1,
            id,
            kind: kind.to_owned(),
            title,
            state: JobState::Waiting,
            steps: Vec::new(),
            started: now,
            ended: None,
            batch: None,
            result: None,
            error: None,
        }
    }

    /// Ends it.
    pub fn end(&mut self, now: String, outcome: Result<Option<ImportReport>, Failure>) {
        self.ended = Some(now);
        match outcome {
            Ok(report) => {
                self.state = JobState::Done;
                self.batch = report.as_ref().and_then(|r| r.batch.clone());
                self.result = report;
            }
            Err(failure) => {
                self.state =
                    if failure.code() == Code::Stopped { JobState::Cancelled } else { JobState::Failed };
                self.error = Some(failure.body());
            }
        }
    }
}

/// Jobs since the server started, the newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Jobs {
    pub version: V1,
    pub jobs: Vec<Job>,
}
