//! Backup to one file, proved by opening it; restore with a safety copy.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};

use crate::desk::{self, Desk};
use crate::error::{Error, Result};
use crate::files::{FileCounts, Shelf};
use crate::header::FileState;
use crate::held;
use crate::migrate;

/// What a backup holds, read back from the finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFacts {
    /// Where it lies.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Rows of all kinds.
    pub records: u64,
    /// Entries of its log.
    pub entries: u64,
    /// The attached files beside it. One that was gone or changed already is
    /// no reason to go without a backup.
    pub files: FileCounts,
}

impl Desk {
    /// Writes a backup to `target`, with the same passphrase as the file.
    ///
    /// It is written beside its place, opened, verified against the file's
    /// log, and only then moved there. Errors: [`Error::Exists`],
    /// [`Error::BackupFailed`], or what the file system says.
    pub async fn backup(&self, target: &Path) -> Result<BackupFacts> {
        if target.exists() {
            return Err(Error::Exists(target.to_path_buf()));
        }
        if let Some(folder) = target
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        }
        let draft = target.with_extension("part");
        desk::remove_database(&draft).map_err(|error| error.at(target))?;
        let written = self.write_backup(&draft, target).await;
        let facts = match written {
            Ok(facts) => facts,
            Err(error) => {
                // Why there is no backup is the failure to tell.
                let _ = desk::remove_database(&draft);
                return Err(error);
            }
        };
        // The files first: a backup that stands in its place is all there.
        let files = self.copy_files(target).await?;
        std::fs::rename(&draft, target).map_err(|error| Error::io(target, error))?;
        Ok(BackupFacts { files, ..facts })
    }

    async fn write_backup(&self, draft: &Path, target: &Path) -> Result<BackupFacts> {
        let entries = {
            let mut writer = self.writer().await;
            export(&mut writer, draft, self.passphrase.as_deref())
                .await
                .map_err(|error| Error::of(target, error))?
        };
        let facts = prove(draft, self.passphrase.as_deref(), target).await?;
        if facts.entries == entries {
            Ok(facts)
        } else {
            Err(Error::BackupFailed(target.to_path_buf()))
        }
    }
}

/// Copies the open database to a new file under `passphrase` (`None` for a
/// plain file), as it stands at one moment. Returns how many log entries the
/// original had then.
pub(crate) async fn export(
    connection: &mut SqliteConnection,
    target: &Path,
    passphrase: Option<&str>,
) -> Result<u64, sqlx::Error> {
    // Connections never make files; an empty one is attached as a new one.
    std::fs::File::create_new(target)?;
    sqlx::query("ATTACH DATABASE ? AS copy KEY ?")
        .bind(target.to_string_lossy().into_owned())
        .bind(passphrase.unwrap_or(""))
        .execute(&mut *connection)
        .await?;
    let copied = copy_into(connection).await;
    sqlx::query("DETACH DATABASE copy")
        .execute(&mut *connection)
        .await?;
    copied
}

async fn copy_into(connection: &mut SqliteConnection) -> Result<u64, sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let row = sqlx::query(
        "SELECT application_id, user_version, (SELECT count(*) FROM log) AS entries \
         FROM pragma_application_id, pragma_user_version",
    )
    .fetch_one(&mut *transaction)
    .await?;
    let (application_id, version): (i64, i64) = (row.get(0), row.get(1));
    sqlx::query("SELECT sqlcipher_export('copy')")
        .fetch_optional(&mut *transaction)
        .await?;
    sqlx::raw_sql(AssertSqlSafe(format!(
        "PRAGMA copy.application_id = {application_id}; PRAGMA copy.user_version = {version}"
    )))
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(row.get::<i64, _>("entries").unsigned_abs())
}

/// Opens a finished copy, verifies it whole, and says what it holds.
pub(crate) async fn prove(
    path: &Path,
    passphrase: Option<&str>,
    named: &Path,
) -> Result<BackupFacts> {
    let failed = || Error::BackupFailed(named.to_path_buf());
    let copy = Desk::open(path, passphrase).await.map_err(|_| failed())?;
    let verified = copy.verify_database().await?;
    let entries = verified.checks.iter().find(|check| check.name == "log");
    let records = verified.checks.iter().find(|check| check.name == "rows");
    let counts = entries.zip(records).map(|(e, r)| (e.checked, r.checked));
    let whole = verified.is_whole();
    copy.close().await?;
    let (entries, records) = counts.filter(|_| whole).ok_or_else(failed)?;
    let data = std::fs::read(path).map_err(|error| Error::io(named, error))?;
    // Windows lets only those who may write ask for this.
    std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::io(named, error))?;
    Ok(BackupFacts {
        path: named.to_path_buf(),
        bytes: data.len() as u64,
        sha256: Sha256::digest(&data)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        records,
        entries,
        files: FileCounts::default(),
    })
}

/// Puts the backup at `from` in the place of the file at `path`, which must
/// be closed. Returns where the present file was set aside, if there was one.
///
/// The backup is opened and verified first; the present file is moved, never
/// overwritten.
pub async fn restore(
    from: &Path,
    path: &Path,
    passphrase: Option<&str>,
) -> Result<Option<PathBuf>> {
    match held::look(from)? {
        FileState::Absent => return Err(Error::Missing(from.to_path_buf())),
        FileState::Sealed if passphrase.is_none() => return Err(Error::Locked(from.to_path_buf())),
        FileState::Plain | FileState::Sealed => {}
    }
    let draft = beside(path, ".restoring");
    desk::remove_database(&draft)?;
    let drawn = draw_up(from, &draft, path, passphrase).await;
    // What a migration keeps of the draft is the backup, which lies where it was.
    for version in 0..migrate::LATEST {
        desk::remove_database(&migrate::copy_path(&draft, version))?;
    }
    if let Err(error) = drawn {
        // Why the backup was not taken is the failure to tell.
        let _ = desk::remove_database(&draft);
        return Err(error);
    }
    // Files are added and never replaced: those of the present file stay for
    // its safety copy.
    Shelf::of(path, None).take_from(&Shelf::of(from, None))?;
    let aside = set_aside(path, "before-restore")?;
    std::fs::rename(&draft, path).map_err(|error| Error::io(path, error))?;
    Ok(aside)
}

/// Copies the backup to `draft`, to stand at `path`, and proves it.
async fn draw_up(from: &Path, draft: &Path, path: &Path, passphrase: Option<&str>) -> Result<()> {
    // A killed program leaves its latest changes in the write-ahead log.
    for suffix in ["", "-wal"] {
        match copy_bytes(&beside(from, suffix), &beside(draft, suffix)) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::io(path, error)),
        }
    }
    let named = |error: Error| match error {
        Error::DiskFull(_) | Error::ReadOnly(_) => error.at(path),
        other => other.at(from),
    };
    let copy = Desk::open(draft, passphrase).await.map_err(named)?;
    let renewed = copy.renew_device().await;
    let closed = copy.close().await;
    renewed.and(closed).map_err(named)?;
    prove(draft, passphrase, from).await.map_err(named)?;
    Ok(())
}

/// Copies what a file holds and not how it is guarded: a backup may come from
/// a place where nothing can be written, a desk must not.
fn copy_bytes(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut from = std::fs::File::open(from)?;
    std::io::copy(&mut from, &mut std::fs::File::create(to)?)?;
    Ok(())
}

/// The file itself or one of SQLite's files beside it.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Keeps the file and its side files, as far as there are any, under a fresh
/// name beside it, before another file is moved to its place. Returns that
/// name, if there was a file.
pub(crate) fn set_aside(path: &Path, why: &str) -> Result<Option<PathBuf>> {
    let named = |stamp: i64| path.with_extension(format!("{why}-{stamp}.db"));
    let mut stamp = crate::watch::now_ms();
    // A clock that was set back comes by the same moment again.
    while named(stamp).exists() {
        stamp += 1;
    }
    let aside = named(stamp);
    let mut moved = false;
    for suffix in ["-wal", "-shm", ""] {
        let (from, to) = (beside(path, suffix), beside(&aside, suffix));
        // Under both names, where the disk can, until another file takes its
        // place: whoever is killed in between still has a desk.
        let kept = match suffix {
            "" => std::fs::hard_link(&from, &to).or_else(|_| std::fs::rename(&from, &to)),
            _ => std::fs::rename(&from, &to),
        };
        match kept {
            Ok(()) => moved = suffix.is_empty(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::io(path, error)),
        }
    }
    Ok(moved.then_some(aside))
}

impl Desk {
    /// Gives the file a new device id: a restored copy must not count on
    /// where the original may have gone on counting.
    async fn renew_device(&self) -> Result<()> {
        let mut writer = self.writer().await;
        let id = uuid::Uuid::now_v7().to_string();
        crate::setting::put(&mut writer, crate::setting::DEVICE, &id)
            .await
            .map_err(|error| self.failed(error))?;
        writer.ping().await.map_err(|error| self.failed(error))
    }
}
