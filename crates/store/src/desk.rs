//! Opening, making and closing a desk file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection, SqlitePool};
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use crate::backup::{export, set_aside};
use crate::error::{Error, Result};
use crate::header::{self, FileState};
use crate::held::{self, Held};
use crate::open::OpenLists;
use crate::undo::Described;
use crate::{dictionary, migrate, renew, setting};

/// How long a statement waits for another program's transaction.
const PATIENCE: Duration = Duration::from_secs(5);
/// Rows that SQLite's thread may read ahead of who asked for them.
const ROWS_AHEAD: usize = 1_000;
/// Pages that the writing connection keeps in memory: 64 MiB of them.
const WRITER_CACHE: &str = "-65536";
/// Connections that read; one more writes.
const READERS: u32 = 2;

/// An open desk file: one connection that writes, few that read.
#[derive(Debug)]
pub struct Desk {
    pub(crate) path: PathBuf,
    pub(crate) passphrase: Option<String>,
    pub(crate) device: Uuid,
    writer: Arc<Mutex<SqliteConnection>>,
    readers: SqlitePool,
    pub(crate) lists: OpenLists,
    pub(crate) described: Described,
    /// Goes after the connections.
    pub(crate) held: Option<Arc<Held>>,
}

impl Desk {
    /// Makes a new file, encrypted when a passphrase is given.
    ///
    /// The file is made beside its place and moved there when whole.
    /// Errors: [`Error::Exists`], or what the file system says.
    pub async fn create(path: &Path, passphrase: Option<&str>) -> Result<Self> {
        if held::look(path).ok() != Some(FileState::Absent) {
            return Err(Error::Exists(path.to_path_buf()));
        }
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        }
        let draft = path.with_extension("new");
        remove_database(&draft).map_err(|error| error.at(path))?;
        if let Err(error) = draw_up(&draft, path, passphrase).await {
            // What could not be finished must not take up room; that it could
            // not be is the failure to tell.
            let _ = remove_database(&draft);
            return Err(error);
        }
        // SQLite would read the write-ahead log of a file that is gone into
        // the new one.
        set_aside(path, "before-new")?;
        std::fs::rename(&draft, path).map_err(|error| Error::io(path, error))?;
        Self::open(path, passphrase).await
    }

    /// Opens a file, migrating one of an older release after copying it.
    ///
    /// Errors: [`Error::Missing`], [`Error::Locked`],
    /// [`Error::WrongPassphrase`], [`Error::NotADesk`], [`Error::Newer`], or
    /// what SQLite says; the file is untouched then.
    pub async fn open(path: &Path, passphrase: Option<&str>) -> Result<Self> {
        let (state, held) = Held::take(path)?;
        let passphrase = match state {
            FileState::Absent => return Err(Error::Missing(path.to_path_buf())),
            FileState::Plain => None,
            FileState::Sealed if passphrase.is_none() => {
                return Err(Error::Locked(path.to_path_buf()));
            }
            FileState::Sealed => passphrase,
        };
        let of = |error| match Error::of(path, error) {
            Error::Damaged(path) if passphrase.is_some() => Error::WrongPassphrase(path),
            other => other,
        };
        let mut writer = writing(path, passphrase).connect().await.map_err(of)?;
        let device = match make_ready(&mut writer, path, passphrase).await {
            Ok(device) => device,
            Err(error) => {
                // The refusal is what there is to tell.
                let _ = writer.close().await;
                return Err(error);
            }
        };
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .before_acquire(|reader, _| Box::pin(async { Ok(!is_stuck(reader).await) }))
            .connect_lazy_with(options(path, passphrase).pragma("query_only", "ON"));
        let desk = Self {
            path: path.to_path_buf(),
            passphrase: passphrase.map(str::to_owned),
            device,
            writer: Arc::new(Mutex::new(writer)),
            readers,
            lists: OpenLists::default(),
            described: Described::default(),
            held: held.map(Arc::new),
        };
        desk.settle_files().await?;
        Ok(desk)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.passphrase.is_some()
    }

    /// What the file is encrypted with.
    pub fn passphrase(&self) -> Option<&str> {
        self.passphrase.as_deref()
    }

    /// The device's id in the change log.
    pub fn device(&self) -> Uuid {
        self.device
    }

    /// Closes all connections; the last one folds the write-ahead log in.
    pub async fn close(self) -> Result<()> {
        self.readers.close().await;
        let path = self.path;
        let mut writer = self.writer;
        let writer = loop {
            // An action that was dropped may be about to let go of it.
            drop(writer.lock().await);
            match Arc::try_unwrap(writer) {
                Ok(writer) => break writer.into_inner(),
                Err(shared) => writer = shared,
            }
            tokio::task::yield_now().await;
        };
        let closed = writer.close().await;
        closed.map_err(|error| Error::of(&path, error))
    }

    /// The connections that read.
    pub(crate) fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The connection that writes, held until the guard goes.
    pub(crate) async fn writer(&self) -> OwnedMutexGuard<SqliteConnection> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        if is_stuck(&mut writer).await {
            let options = writing(&self.path, self.passphrase.as_deref());
            // Without a new connection, beginning on the old one tells why.
            if let Ok(fresh) = options.connect().await {
                *writer = fresh;
            }
        }
        writer
    }

    /// Names an error of this file's database.
    pub(crate) fn failed(&self, error: sqlx::Error) -> Error {
        Error::of(&self.path, error)
    }
}

/// Checks whose database it is and brings it to this release; returns its device.
async fn make_ready(
    writer: &mut SqliteConnection,
    path: &Path,
    passphrase: Option<&str>,
) -> Result<Uuid> {
    let of = |error| Error::of(path, error);
    let version = accept(writer, path).await?;
    if version < migrate::LATEST {
        // Folded into the file first, so that the copy is whole without its
        // write-ahead log.
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&mut *writer)
            .await
            .map_err(of)?;
        // Not a copy of the file's bytes: part of it may stand in the
        // write-ahead log.
        let copy = migrate::copy_path(path, version);
        remove_database(&copy)?;
        export(writer, &copy, passphrase)
            .await
            .map_err(|error| Error::of(&copy, error))?;
        migrate::run(writer, path, version..migrate::LATEST).await?;
    }
    renew::renew(writer).await.map_err(of)?;
    device(writer, path).await
}

/// Makes a new database at `draft`, to stand at `path`.
async fn draw_up(draft: &Path, path: &Path, passphrase: Option<&str>) -> Result<()> {
    let of = |error| Error::of(path, error);
    let options = options(draft, passphrase).create_if_missing(true);
    let mut connection = options.connect().await.map_err(of)?;
    let mut made = migrate::run(&mut connection, path, 0..migrate::LATEST).await;
    if made.is_ok() {
        let device = Uuid::now_v7().to_string();
        let named = setting::put(&mut connection, setting::DEVICE, &device).await;
        made = named.map_err(of);
    }
    if made.is_ok() {
        made = renew::renew(&mut connection).await.map_err(of);
    }
    let closed = connection.close().await.map_err(of);
    made.and(closed)
}

/// Whether a connection still counts on a transaction that SQLite ended by
/// itself, as it does when the disk is full: it could never begin another.
async fn is_stuck(connection: &mut SqliteConnection) -> bool {
    if !connection.is_in_transaction() {
        return false;
    }
    // A transaction that was let go may only wait for its turn to roll back.
    let _ = connection.ping().await;
    connection.is_in_transaction()
}

/// How every connection to a desk file is set up.
pub(crate) fn options(path: &Path, passphrase: Option<&str>) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .row_buffer_size(ROWS_AHEAD)
        .collation(dictionary::COLLATION, dictionary::compare)
        .disable_statement_logging();
    match passphrase {
        // SQLCipher would write to standard error itself, beside our sentence.
        // The key comes first of all, and this must come right after it.
        Some(passphrase) => options.pragma(
            "key",
            format!("{}; PRAGMA cipher_log_level = NONE", quoted(passphrase)),
        ),
        None => options,
    }
}

/// How the connection that writes is set up. What a batch changes is scattered
/// over many indexes; a page that has no room is written to be read again.
fn writing(path: &Path, passphrase: Option<&str>) -> SqliteConnectOptions {
    options(path, passphrase).pragma("cache_size", WRITER_CACHE)
}

/// A passphrase as a SQL string.
pub(crate) fn quoted(passphrase: &str) -> String {
    format!("'{}'", passphrase.replace('\'', "''"))
}

/// Checks whose database it is; returns its version.
pub(crate) async fn accept(connection: &mut SqliteConnection, path: &Path) -> Result<u32> {
    let row = sqlx::query(
        "SELECT (SELECT application_id FROM pragma_application_id) AS application_id, \
         (SELECT user_version FROM pragma_user_version) AS user_version",
    )
    .fetch_one(connection)
    .await
    .map_err(|error| Error::of(path, error))?;
    let version: u32 = row.get("user_version");
    header::accept(path, row.get("application_id"), version)?;
    Ok(version)
}

async fn device(connection: &mut SqliteConnection, path: &Path) -> Result<Uuid> {
    let stored = setting::get(&mut *connection, setting::DEVICE)
        .await
        .map_err(|error| Error::of(path, error))?;
    stored
        .and_then(|text| Uuid::parse_str(&text).ok())
        .ok_or_else(|| Error::Damaged(path.to_path_buf()))
}

/// Removes a database this program left half made, with its side files.
pub(crate) fn remove_database(path: &Path) -> Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::io(path, error)),
        }
    }
    Ok(())
}
