//! Imports under way, by what their callers call them: each is cancelled
//! before its commit begins, or not at all.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

/// Names that were cancelled before their import came, kept until it does.
const MOST_EARLY: usize = 16;

/// What may still be decided about a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Cancelled,
    Sealed,
}

/// Every job under way.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    running: HashMap<String, watch::Sender<State>>,
    early: VecDeque<String>,
}

/// One job, known by its name as long as it lives.
#[derive(Debug)]
pub(crate) struct Job {
    name: Option<String>,
    state: watch::Sender<State>,
    known: Arc<Mutex<Known>>,
}

fn locked(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    // Nothing in here can be left half done.
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Jobs {
    /// Begins a job; one without a name cannot be cancelled.
    pub(crate) fn begin(&self, name: Option<String>) -> Job {
        let (state, _) = watch::channel(State::Open);
        if let Some(name) = &name {
            let mut known = locked(&self.0);
            if let Some(at) = known.early.iter().position(|early| early == name) {
                known.early.remove(at);
                state.send_replace(State::Cancelled);
            }
            known.running.insert(name.clone(), state.clone());
        }
        Job {
            name,
            state,
            known: self.0.clone(),
        }
    }

    /// Cancels the job of that name, or the one that is yet to come.
    pub(crate) fn cancel(&self, name: String) {
        let mut known = locked(&self.0);
        match known.running.get(&name) {
            Some(state) => {
                state.send_if_modified(|state| step(state, State::Cancelled));
            }
            None => {
                known.early.push_back(name);
                if known.early.len() > MOST_EARLY {
                    known.early.pop_front();
                }
            }
        }
    }
}

fn step(state: &mut State, to: State) -> bool {
    let open = *state == State::Open;
    if open {
        *state = to;
    }
    open
}

impl Job {
    /// What its caller calls it.
    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Waits until it is cancelled, for ever if it never is.
    pub(crate) async fn cancelled(&self) {
        let mut state = self.state.subscribe();
        if state
            .wait_for(|state| *state == State::Cancelled)
            .await
            .is_err()
        {
            std::future::pending().await
        }
    }

    /// From here on it cannot be cancelled; `false` when it was.
    pub(crate) fn seal(&self) -> bool {
        self.state
            .send_if_modified(|state| step(state, State::Sealed))
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            locked(&self.known).running.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_job_is_cancelled_or_sealed_and_never_both() {
        let jobs = Jobs::default();
        let job = jobs.begin(Some("one".to_owned()));
        jobs.cancel("one".to_owned());
        job.cancelled().await;
        assert!(!job.seal());
        drop(job);
        let job = jobs.begin(Some("one".to_owned()));
        assert!(job.seal());
        jobs.cancel("one".to_owned());
        let soon = std::time::Duration::from_millis(20);
        assert!(tokio::time::timeout(soon, job.cancelled()).await.is_err());
    }

    #[tokio::test]
    async fn a_job_may_be_cancelled_before_it_comes() {
        let jobs = Jobs::default();
        jobs.cancel("late".to_owned());
        assert!(!jobs.begin(Some("late".to_owned())).seal());
        assert!(jobs.begin(Some("late".to_owned())).seal());
    }
}
