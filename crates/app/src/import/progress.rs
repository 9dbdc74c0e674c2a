//! Telling how far an import is.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::contract::{ImportProgress, ImportStage};
use crate::events::Event;
use crate::jobs::Job;

/// The least time between two events of one stage.
const INTERVAL: Duration = Duration::from_millis(100);

/// How far an import is, told as it goes.
pub(super) struct Progress<'a> {
    app: &'a App,
    job: &'a Job,
    stage: ImportStage,
    done: u64,
    total: u64,
    told: Option<Instant>,
}

impl<'a> Progress<'a> {
    /// An import that begins to read.
    pub(super) fn begin(app: &'a App, job: &'a Job) -> Self {
        let mut progress = Self {
            app,
            job,
            stage: ImportStage::Reading,
            done: 0,
            total: 0,
            told: None,
        };
        progress.tell();
        progress
    }

    /// Comes to a stage, unless it is further.
    pub(super) fn stage(&mut self, stage: ImportStage) {
        if stage > self.stage {
            self.stage = stage;
            self.tell();
        }
    }

    /// Takes in how many rows there are.
    pub(super) fn expects(&mut self, total: u64) {
        self.total = total;
    }

    /// So many rows more are done.
    pub(super) fn did(&mut self, rows: u64) {
        self.done += rows;
        if self.total > 0 {
            self.total = self.total.max(self.done);
        }
        if self.told.is_none_or(|told| told.elapsed() >= INTERVAL) {
            self.tell();
        }
    }

    fn tell(&mut self) {
        let Some(job) = self.job.name() else {
            return;
        };
        self.told = Some(Instant::now());
        self.app.tell(Event::ImportProgress(ImportProgress {
            job: job.to_owned(),
            stage: self.stage,
            done: self.done,
            total: self.total,
        }));
    }
}
