//! What the page hears without asking.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::Sse;
use axum::response::sse::{Event as Sent, KeepAlive};
use futures_util::Stream;
use serde::Serialize;
use tokio::sync::broadcast;

use crate::types::Job;

/// Something happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A job went on.
    Job(Box<Job>),
    /// Something was written: answers with another tag are old.
    Changed {
        /// The new tag.
        etag: String,
    },
}

#[derive(Serialize)]
struct Changed<'a> {
    version: u32,
    etag: &'a str,
}

impl Event {
    fn sent(&self) -> Sent {
        let (name, data) = match self {
            Self::Job(job) => ("job", serde_json::to_string(job)),
            Self::Changed { etag } => ("changed", serde_json::to_string(&Changed { version: 1, etag })),
        };
        Sent::default().event(name).data(data.unwrap_or_default())
    }
}

/// Events as a stream: `first` at once, then those that `wanted` keeps, until it says that one was the last.
pub fn stream(
    first: Option<Event>,
    events: broadcast::Receiver<Event>,
    wanted: impl Fn(&Event) -> Wanted + Send + 'static,
) -> Sse<impl Stream<Item = std::result::Result<Sent, Infallible>>> {
    let start = (first, Some(events), wanted);
    let stream = futures_util::stream::unfold(start, |(first, events, wanted)| async move {
        let mut events = events?;
        if let Some(event) = first {
            let rest = (wanted(&event) != Wanted::Last).then_some(events);
            return Some((Ok(event.sent()), (None, rest, wanted)));
        }
        loop {
            match events.recv().await {
                Ok(event) => match wanted(&event) {
                    Wanted::No => {}
                    Wanted::Yes => return Some((Ok(event.sent()), (None, Some(events), wanted))),
                    Wanted::Last => return Some((Ok(event.sent()), (None, None, wanted))),
                },
                // Whoever is too slow misses steps in between, never the state: each event is whole.
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// Whether a listener wants an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// It is not for this listener.
    No,
    /// Send it.
    Yes,
    /// Send it and end.
    Last,
}
