//! What can be said of a file without opening it as a database, so that a
//! file of a newer release or another program stays untouched.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};
use crate::migrate;

/// Marks a SQLite file as ours: "SUOJ" in ASCII.
pub(crate) const APPLICATION_ID: u32 = u32::from_be_bytes(*b"SUOJ");
/// The page size of every file this program makes.
pub(crate) const PAGE_SIZE: u64 = 4096;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// Nothing, or an empty file.
    Absent,
    /// A plain desk file this program can open.
    Plain,
    /// Perhaps an encrypted desk file; only its passphrase can tell.
    Sealed,
}

/// Reads the head of the file at `path`, which must not be open here.
pub(crate) fn read(path: &Path) -> Result<FileState> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(FileState::Absent),
        Err(error) => return Err(Error::io(path, error)),
    };
    let metadata = file.metadata().map_err(|error| Error::io(path, error))?;
    if metadata.is_dir() {
        return Err(Error::NotADesk(path.to_path_buf()));
    }
    if metadata.len() == 0 {
        return Ok(FileState::Absent);
    }
    let mut head = [0u8; 100];
    if metadata.len() < PAGE_SIZE || file.read_exact(&mut head).is_err() {
        return Err(Error::NotADesk(path.to_path_buf()));
    }
    if &head[..16] != MAGIC {
        return if metadata.len().is_multiple_of(PAGE_SIZE) {
            Ok(FileState::Sealed)
        } else {
            Err(Error::NotADesk(path.to_path_buf()))
        };
    }
    let number =
        |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    accept(path, number(68), number(60))?;
    Ok(FileState::Plain)
}

/// Refuses a database that is not ours or of a newer release.
pub(crate) fn accept(path: &Path, application_id: u32, version: u32) -> Result<()> {
    if application_id != APPLICATION_ID {
        return Err(Error::NotADesk(path.to_path_buf()));
    }
    if version > migrate::LATEST {
        return Err(Error::Newer {
            path: path.to_path_buf(),
            found: version,
            known: migrate::LATEST,
        });
    }
    Ok(())
}
