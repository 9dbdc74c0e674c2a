//! How safe the file is: backups, a rehearsed restore, the system's key store.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use suoji_store::{BackupFacts, Desk, FileCounts};

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{desks, key_store, time};

/// The setting that remembers the last backup.
const BACKUP_SETTING: &str = "last_backup";
/// The setting that remembers the last rehearsal that went well.
const REHEARSED_SETTING: &str = "rehearsed_at";

impl App {
    /// How safe the file is.
    pub(crate) async fn safety(&self, _: Nothing) -> Result<Safety, Fault> {
        let desk = self.desk().await?;
        let settings = desk.settings().await?;
        let last_backup = written(&settings).map(|written| LastBackup {
            verified: is_there(&written),
            path: written.path,
            at: written.at,
            bytes: written.bytes,
        });
        Ok(Safety {
            last_backup,
            rehearsed_at: settings.get(REHEARSED_SETTING).cloned(),
            encrypted: desk.is_encrypted(),
            key_store: key_store::look(self.path()).await,
            files: file_counts(desk.file_counts().await?),
        })
    }

    /// Rehearses the restore of a backup: in a folder of its own beside the
    /// file, which goes away again.
    pub(crate) async fn rehearse_restore(
        &self,
        request: RehearseRestore,
    ) -> Result<Rehearsal, Fault> {
        let from = PathBuf::from(&request.path);
        // The file that stands open is no backup of itself.
        let itself = from.canonicalize().ok() == self.path().canonicalize().ok();
        if !from.is_file() || itself {
            return Err(Fault::new(Code::NoBackup).with("path", request.path));
        }
        let desk = self.desk().await?;
        let passphrase = desks::given(request.passphrase);
        let passphrase = passphrase.as_deref().or(desk.passphrase());
        let stage = Stage::beside(self.path())?;
        let rehearsal = rehearse(&from, &stage.0.join("desk.db"), passphrase).await?;
        drop(stage);
        if rehearsal.ok {
            let now = time::rfc3339(time::now_ms());
            desk.save_setting(REHEARSED_SETTING, &now).await?;
        }
        Ok(rehearsal)
    }

    /// Gives the passphrase to the system's key store, when it is the one
    /// that opens this file.
    pub(crate) async fn keep_passphrase(&self, request: KeepPassphrase) -> Result<Nothing, Fault> {
        let desk = self.desk().await?;
        if desk.passphrase() != Some(request.passphrase.as_str()) {
            let path = self.path().display().to_string();
            return Err(Fault::new(Code::WrongPassphrase).with("path", path));
        }
        key_store::keep(self.path(), request.passphrase).await?;
        Ok(Nothing {})
    }

    /// Takes the passphrase out of the system's key store.
    pub(crate) async fn forget_passphrase(&self, _: Nothing) -> Result<Nothing, Fault> {
        key_store::forget(self.path()).await?;
        Ok(Nothing {})
    }
}

/// A backup as the setting remembers it.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    path: String,
    at: String,
    bytes: u64,
}

/// The last backup, as the settings remember it.
fn written(settings: &BTreeMap<String, String>) -> Option<Written> {
    let text = settings.get(BACKUP_SETTING)?;
    serde_json::from_str(text).ok()
}

/// Where the last backup was written.
pub(crate) async fn last_backup(desk: &Desk) -> Result<Option<String>, Fault> {
    Ok(written(&desk.settings().await?).map(|written| written.path))
}

/// Remembers a backup that was written and passed its check.
pub(crate) async fn remember_backup(desk: &Desk, facts: &BackupFacts) -> Result<(), Fault> {
    let written = Written {
        path: facts.path.display().to_string(),
        at: time::rfc3339(time::now_ms()),
        bytes: facts.bytes,
    };
    remember(desk, &written).await
}

/// Remembers the backup that this file was restored from: it cannot know of
/// itself what was written after it.
pub(crate) async fn remember_restored(desk: &Desk, backup: BackupFile) -> Result<(), Fault> {
    let BackupFile {
        path, at, bytes, ..
    } = backup;
    remember(desk, &Written { path, at, bytes }).await
}

async fn remember(desk: &Desk, written: &Written) -> Result<(), Fault> {
    let text = serde_json::to_string(written)
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
    Ok(desk.save_setting(BACKUP_SETTING, &text).await?)
}

/// Whether the backup lies where it was written, as large as it was.
fn is_there(written: &Written) -> bool {
    std::fs::metadata(&written.path).is_ok_and(|file| file.len() == written.bytes)
}

/// How attached files lie, as a window needs it.
pub(crate) fn file_counts(counts: FileCounts) -> AttachedFiles {
    AttachedFiles {
        count: counts.count,
        missing: counts.missing,
        changed: counts.changed,
        lost: counts.lost,
    }
}

async fn rehearse(from: &Path, to: &Path, passphrase: Option<&str>) -> Result<Rehearsal, Fault> {
    let restored = suoji_store::restore(from, to, passphrase).await;
    restored.map_err(|error| Fault::from(error).of_backup(from))?;
    let desk = Desk::open(to, passphrase).await?;
    let verified = desk.verify().await;
    desk.close().await?;
    let report = desks::verify_report(verified?);
    let count = |name: &str| {
        let check = report.checks.iter().find(|check| check.name == name);
        check.map_or(0, |check| check.checked)
    };
    Ok(Rehearsal {
        ok: report.ok,
        records: count("rows"),
        entries: count("log"),
        checks: report.checks,
    })
}

/// A folder for one rehearsal, removed with it.
struct Stage(PathBuf);

impl Stage {
    fn beside(desk: &Path) -> Result<Self, Fault> {
        let mut name = desk.as_os_str().to_owned();
        name.push(".rehearsal");
        let folder = PathBuf::from(name);
        let failed = |error: std::io::Error| {
            Fault::new(Code::Io)
                .with("path", folder.display().to_string())
                .with("detail", error.to_string())
        };
        // One that was cut short may have left its folder.
        match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(failed(error));
            }
            _ => {}
        }
        std::fs::create_dir_all(&folder).map_err(failed)?;
        Ok(Self(folder))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The next rehearsal removes what could not be removed now.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
