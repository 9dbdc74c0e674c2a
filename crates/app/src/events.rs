//! Telling windows what changed, whoever changed it, and how far an import is.

use std::time::Duration;

use serde::Serialize;
use suoji_model::kinds;
use suoji_store::{Gained, Watch};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::contract::ImportProgress;

/// How many changes a slow listener may fall behind before it is told that
/// everything may have changed.
pub(crate) const BACKLOG: usize = 256;
/// How long a follower waits after it could not read.
const PAUSE: Duration = Duration::from_secs(1);

/// What the log gained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The last entry's number; 0 when some changes were missed.
    pub seq: i64,
    /// The kinds touched.
    pub kinds: Vec<String>,
    /// The records touched; empty when any of the kinds may be.
    pub ids: Vec<Uuid>,
}

impl Changed {
    fn of(gained: Gained) -> Self {
        Self {
            seq: gained.seq,
            kinds: gained.kinds,
            ids: gained.records,
        }
    }

    /// What to say when changes were missed.
    fn everything() -> Self {
        Self {
            seq: 0,
            kinds: kinds::ALL.iter().map(|kind| kind.name.to_owned()).collect(),
            ids: Vec::new(),
        }
    }
}

/// What a host passes on to its windows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// The log gained something.
    Changed(Changed),
    /// An import has come this far.
    ImportProgress(ImportProgress),
}

impl Event {
    /// The name that windows listen to.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::ImportProgress(_) => "import_progress",
        }
    }
}

/// What one listener hears.
#[derive(Debug)]
pub struct Events {
    receiver: broadcast::Receiver<Event>,
}

impl Events {
    pub(crate) fn new(receiver: broadcast::Receiver<Event>) -> Self {
        Self { receiver }
    }

    /// The next event; `None` when the program ends.
    pub async fn next(&mut self) -> Option<Event> {
        match self.receiver.recv().await {
            Ok(event) => Some(event),
            Err(RecvError::Lagged(_)) => Some(Event::Changed(Changed::everything())),
            Err(RecvError::Closed) => None,
        }
    }
}

/// Follows a file's log on a connection of its own, until it is stopped.
#[derive(Debug)]
pub(crate) struct Follower {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Follower {
    /// Passes on what this and other programs write.
    pub(crate) fn start(mut watch: Watch, events: broadcast::Sender<Event>) -> Self {
        let (stop, mut stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            loop {
                tokio::select! {
                    next = watch.next() => match next {
                        // Nobody listening is no failure.
                        Ok(gained) => {
                            drop(events.send(Event::Changed(Changed::of(gained))));
                        }
                        // Another program may hold the file for a moment.
                        Err(_) => tokio::time::sleep(PAUSE).await,
                    },
                    _ = &mut stopped => break,
                }
            }
            watch.close().await;
        });
        Self { stop, task }
    }

    /// Ends when the connection is closed.
    pub(crate) async fn stop(self) {
        // A task that has ended on its own has closed it already.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}
