//! The running program without a host: one desk file, open or not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;
use suoji_store::Desk;
use tokio::sync::{Mutex, RwLock, RwLockReadGuard, broadcast};

use crate::chain::Kept;
use crate::events::{Event, Events, Follower};
use crate::fault::{Code, Fault};
use crate::held::Holder;
use crate::jobs::Jobs;
use crate::{command, desks, key_store};

/// Every host works with many small values that one thread makes and another
/// drops: an import takes a fifth less with this than with the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One desk file and what is done with it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    desk: RwLock<Option<Desk>>,
    /// Why the file did not open, when it did not.
    refused: RwLock<Option<Fault>>,
    events: broadcast::Sender<Event>,
    jobs: Jobs,
    chains: Kept,
    holder: Holder,
    follower: Mutex<Option<Follower>>,
}

impl App {
    /// A program over the file at `path`, which need not exist. Opens
    /// nothing.
    pub fn new(path: PathBuf) -> Self {
        let (events, _) = broadcast::channel(crate::events::BACKLOG);
        Self {
            inner: Arc::new(Inner {
                path,
                desk: RwLock::new(None),
                refused: RwLock::new(None),
                events,
                jobs: Jobs::default(),
                chains: Kept::default(),
                holder: Holder::default(),
                follower: Mutex::new(None),
            }),
        }
    }

    /// Opens the file when it exists and needs no passphrase, or when the
    /// system's key store keeps it. What hinders it is told by `desk_status`.
    pub async fn start(&self) {
        let mut opened = desks::open(self.path(), None).await;
        if let Err(fault) = &opened
            && fault.code == Code::DeskLocked
            && let Some(passphrase) = key_store::kept(self.path()).await
            && let Ok(desk) = desks::open(self.path(), Some(&passphrase)).await
        {
            opened = Ok(desk);
        }
        match opened {
            Ok(desk) => self.seat(desk).await,
            Err(fault) => *self.inner.refused.write().await = Some(fault),
        }
    }

    /// Calls the command of that name.
    pub async fn call(&self, name: &str, request: Json) -> Result<Json, Fault> {
        match command::dispatch(self, name, request).await {
            Ok(reply) => Ok(reply),
            Err(fault) => Err(self.name_person(fault).await),
        }
    }

    /// What changes and how far imports are, from now on.
    pub fn events(&self) -> Events {
        Events::new(self.inner.events.subscribe())
    }

    /// Tells every listener; that there is none is no failure.
    pub(crate) fn tell(&self, event: Event) {
        let _ = self.inner.events.send(event);
    }

    /// The ledger that a window looks at.
    pub(crate) fn holder(&self) -> &Holder {
        &self.inner.holder
    }

    /// The imports under way.
    pub(crate) fn jobs(&self) -> &Jobs {
        &self.inner.jobs
    }

    /// What is kept of the maps of industry chains.
    pub(crate) fn kept_chains(&self) -> &Kept {
        &self.inner.chains
    }

    /// Closes the file.
    pub async fn close(&self) {
        self.stop_following().await;
        if let Some(desk) = self.inner.desk.write().await.take() {
            // Every change is on disk already; a failure to fold the
            // write-ahead log in is made good at the next opening.
            let _ = desk.close().await;
        }
    }

    /// Where the desk file is or shall be.
    pub(crate) fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Why the file did not open.
    pub(crate) async fn refused(&self) -> Option<Fault> {
        self.inner.refused.read().await.clone()
    }

    /// The open desk. Fails with the reason why there is none.
    pub(crate) async fn desk(&self) -> Result<RwLockReadGuard<'_, Desk>, Fault> {
        let guard = self.inner.desk.read().await;
        match RwLockReadGuard::try_map(guard, Option::as_ref) {
            Ok(desk) => Ok(desk),
            Err(_) => Err(self.refused().await.unwrap_or_else(|| {
                Fault::new(Code::NoDesk).with("path", self.path().display().to_string())
            })),
        }
    }

    /// Puts an opened desk in place and follows its file.
    pub(crate) async fn seat(&self, desk: Desk) {
        self.inner.chains.forget().await;
        let watch = desk.watch().await;
        *self.inner.refused.write().await = None;
        *self.inner.desk.write().await = Some(desk);
        if let Ok(watch) = watch {
            let follower = Follower::start(watch, self.inner.events.clone());
            *self.inner.follower.lock().await = Some(follower);
        }
    }

    /// Lets go of the connection that follows the file.
    async fn stop_following(&self) {
        if let Some(follower) = self.inner.follower.lock().await.take() {
            follower.stop().await;
        }
    }

    /// Takes the desk out to do something that needs it alone, and seats what
    /// comes back; on failure the file is opened anew with `passphrase`.
    pub(crate) async fn reseat<F>(
        &self,
        passphrase: Option<&str>,
        change: impl FnOnce(Option<Desk>) -> F,
    ) -> Result<(), Fault>
    where
        F: Future<Output = suoji_store::Result<Desk>>,
    {
        self.stop_following().await;
        let mut place = self.inner.desk.write().await;
        let result = change(place.take()).await;
        drop(place);
        match result {
            Ok(desk) => {
                self.seat(desk).await;
                Ok(())
            }
            Err(error) => {
                match Desk::open(self.path(), passphrase).await {
                    Ok(desk) => self.seat(desk).await,
                    Err(refused) => *self.inner.refused.write().await = Some(refused.into()),
                }
                Err(error.into())
            }
        }
    }

    /// Replaces a person's id in a fault by the name.
    async fn name_person(&self, mut fault: Fault) -> Fault {
        let Some(person) = fault.params.get("person") else {
            return fault;
        };
        let name = match uuid::Uuid::parse_str(person) {
            Ok(id) => self.person_name(id).await,
            Err(_) => None,
        };
        fault
            .params
            .insert("person".to_owned(), name.unwrap_or_default());
        fault
    }
}
