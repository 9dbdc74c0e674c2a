//! What can go wrong with a desk file, each as one closed case that a screen
//! can act on.

use std::path::{Path, PathBuf};

use suoji_model::Refusal;
use suoji_model::log::Values;
use uuid::Uuid;

/// The result of everything in this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A write that was based on a version somebody has changed since.
#[derive(Debug, Clone, PartialEq)]
pub struct Stale {
    /// The record's kind.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// The first field that both changed.
    pub field: String,
    /// What the refused write would have set, field by field of the group.
    pub yours: Values,
    /// What stands there now.
    pub theirs: Values,
    /// Who wrote that, as a `person` record.
    pub person: Option<Uuid>,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No file at the path.
    #[error("no desk file at {0}")]
    Missing(PathBuf),
    /// A file stands where a new one was to be made.
    #[error("a file already stands at {0}")]
    Exists(PathBuf),
    /// An encrypted file, and no passphrase was given.
    #[error("{0} is encrypted")]
    Locked(PathBuf),
    /// The passphrase does not open the file.
    #[error("the passphrase does not open {0}")]
    WrongPassphrase(PathBuf),
    /// Some other file.
    #[error("{0} is not a desk file")]
    NotADesk(PathBuf),
    /// A file of a newer release.
    #[error("{path} has version {found}, this program knows up to {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// SQLite found the file malformed.
    #[error("{0} is damaged")]
    Damaged(PathBuf),
    /// The file or its folder cannot be written.
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    /// No room left.
    #[error("the disk of {0} is full")]
    DiskFull(PathBuf),
    /// Another program holds the file.
    #[error("{0} is held by another program")]
    Busy(PathBuf),
    /// Another failure of the file system.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A backup that did not pass its check.
    #[error("the backup {0} does not verify")]
    BackupFailed(PathBuf),
    /// No such record.
    #[error("no {kind} {record}")]
    NoSuchRecord {
        /// The kind looked in.
        kind: String,
        /// The id looked for.
        record: Uuid,
    },
    /// A write to a record in the recycle bin.
    #[error("{kind} {record} lies in the recycle bin")]
    InBin {
        /// The kind.
        kind: String,
        /// The record.
        record: Uuid,
    },
    /// A restore of a record that is not in the recycle bin.
    #[error("{kind} {record} is not in the recycle bin")]
    NotInBin {
        /// The kind.
        kind: String,
        /// The record.
        record: Uuid,
    },
    /// A value that is not accepted.
    #[error("{kind}: {refusal}")]
    Invalid {
        /// The kind.
        kind: String,
        /// The record, where it exists.
        record: Uuid,
        /// Which field and why.
        refusal: Refusal,
    },
    /// A reference to a record that is not there.
    #[error("{kind}.{field} points to nothing")]
    ReferenceMissing {
        /// The kind.
        kind: String,
        /// The record that refers.
        record: Uuid,
        /// The field.
        field: String,
    },
    /// A write based on a stale version.
    #[error("{}.{} was changed since", .0.kind, .0.field)]
    Stale(Box<Stale>),
    /// Nothing left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing left to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// A past change that no longer fits what stands there now.
    #[error("{}.{} was changed later", .0.kind, .0.field)]
    NoLongerFits(Box<Kept>),
    /// No such log entry.
    #[error("no log entry {0}")]
    NoSuchEntry(i64),
    /// A query that names what the kind does not have.
    #[error("bad query: {0}")]
    BadQuery(String),
    /// SQLite said something that no case above covers.
    #[error("database: {0}")]
    Database(sqlx::Error),
}

use crate::undo::Kept;

/// The primary result codes of SQLite that have a case of their own.
mod code {
    pub(super) const PERM: i32 = 3;
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READONLY: i32 = 8;
    pub(super) const IOERR: i32 = 10;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const NOTADB: i32 = 26;
    /// A short write, which a full disk answers when a file cannot grow.
    pub(super) const IOERR_WRITE: i32 = 10 | (3 << 8);
    /// The shared-memory file cannot grow.
    pub(super) const IOERR_SHMSIZE: i32 = 10 | (19 << 8);
}

impl Error {
    /// Whether it is about what was asked for, not about the file.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NoSuchRecord { .. }
                | Self::InBin { .. }
                | Self::NotInBin { .. }
                | Self::Invalid { .. }
                | Self::ReferenceMissing { .. }
                | Self::Stale(_)
        )
    }

    /// The field it is about.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Invalid { refusal, .. } => Some(&refusal.field),
            Self::ReferenceMissing { field, .. } => Some(field),
            Self::Stale(stale) => Some(&stale.field),
            _ => None,
        }
    }

    /// Names what SQLite said about the file at `path`.
    pub(crate) fn of(path: &Path, error: sqlx::Error) -> Self {
        let path = path.to_path_buf();
        let error = match error {
            sqlx::Error::Io(source) => return Self::io(&path, source),
            // Only what this program wrote stands in the file: a stored value
            // that cannot be read was changed by something else.
            sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. } => {
                return Self::Damaged(path);
            }
            error => error,
        };
        let extended = error
            .as_database_error()
            .and_then(|database| database.code()?.parse::<i32>().ok());
        let Some(extended) = extended else {
            return Self::Database(error);
        };
        match extended & 0xff {
            code::BUSY | code::LOCKED => Self::Busy(path),
            code::READONLY | code::PERM | code::CANTOPEN => Self::ReadOnly(path),
            code::CORRUPT | code::NOTADB => Self::Damaged(path),
            code::FULL => Self::DiskFull(path),
            code::IOERR if matches!(extended, code::IOERR_WRITE | code::IOERR_SHMSIZE) => {
                Self::DiskFull(path)
            }
            code::IOERR => Self::Io {
                path,
                source: std::io::Error::other(error.to_string()),
            },
            _ => Self::Database(error),
        }
    }

    /// The same failure of a file that the user knows as `path`.
    pub(crate) fn at(self, path: &Path) -> Self {
        let path = path.to_path_buf();
        match self {
            Self::Missing(_) => Self::Missing(path),
            Self::Exists(_) => Self::Exists(path),
            Self::Locked(_) => Self::Locked(path),
            Self::WrongPassphrase(_) => Self::WrongPassphrase(path),
            Self::NotADesk(_) => Self::NotADesk(path),
            Self::Newer { found, known, .. } => Self::Newer { path, found, known },
            Self::Damaged(_) => Self::Damaged(path),
            Self::ReadOnly(_) => Self::ReadOnly(path),
            Self::DiskFull(_) => Self::DiskFull(path),
            Self::Busy(_) => Self::Busy(path),
            Self::BackupFailed(_) => Self::BackupFailed(path),
            Self::Io { source, .. } => Self::Io { path, source },
            other => other,
        }
    }

    /// Names what the file system said about `path`.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_path_buf();
        match source.kind() {
            ErrorKind::NotFound => Self::Missing(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path),
            _ => Self::Io { path, source },
        }
    }
}
