//! Which desk files this process has open.
//!
//! On Unix, closing a file drops every lock that the process has on it, those
//! of SQLite's connections too. Another program that ends would then take the
//! write-ahead log for nobody's and remove it, and with it what is written
//! from there on. So a file that is open here is never opened another way.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::header::{self, FileState};

type Open = HashMap<PathBuf, (FileState, usize)>;

static OPEN: LazyLock<Mutex<Open>> = LazyLock::new(Mutex::default);

fn open() -> MutexGuard<'static, Open> {
    // Nothing in here can be left half done.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Says that a desk file is open here, as long as it lives.
#[derive(Debug)]
pub(crate) struct Held {
    name: PathBuf,
}

impl Held {
    /// Looks at the file at `path` and holds it, if it may be a desk that
    /// can be written.
    pub(crate) fn take(path: &Path) -> Result<(FileState, Option<Self>)> {
        let (mut open, name) = (open(), name(path));
        if let Some((state, count)) = open.get_mut(&name) {
            *count += 1;
            return Ok((*state, Some(Self { name })));
        }
        let state = header::read(path)?;
        if state == FileState::Absent {
            return Ok((state, None));
        }
        // SQLite opens a file it may not write, and fails later, less clearly.
        std::fs::OpenOptions::new()
            .write(true)
            .open(path)
            .map_err(|error| Error::io(path, error))?;
        open.insert(name.clone(), (state, 1));
        Ok((state, Some(Self { name })))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut open = open();
        if let Some((_, count)) = open.get_mut(&self.name) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.name);
            }
        }
    }
}

/// Looks at the head of the file at `path`.
///
/// Errors: [`Error::NotADesk`], [`Error::Newer`], or a failure to read.
pub fn look(path: &Path) -> Result<FileState> {
    let open = open();
    match open.get(&name(path)) {
        Some((state, _)) => Ok(*state),
        None => header::read(path),
    }
}
