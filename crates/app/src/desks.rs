//! The file itself: making, opening, sealing, backing up, restoring,
//! verifying, and the user's settings.

use std::path::{Path, PathBuf};

use serde_json::json;
use suoji_model::kinds::PERSON;
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Error, FileState, Verified, Write, look};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{key_store, place, safety, time, titles};

/// The setting that names who works at this desk.
const PERSON_SETTING: &str = "person";

impl App {
    /// Whether a desk stands open, and what of it a window needs to know.
    pub(crate) async fn desk_status(&self, _: Nothing) -> Result<DeskStatus, Fault> {
        let path = self.path().display().to_string();
        let product_version = env!("CARGO_PKG_VERSION").to_owned();
        let status = |state, fault| DeskStatus {
            state,
            path: path.clone(),
            fault,
            encrypted: state == DeskState::Locked,
            empty: true,
            person: None,
            clock_behind: None,
            product_version: product_version.clone(),
        };
        let desk = match self.desk().await {
            Ok(desk) => desk,
            Err(fault) => {
                return Ok(match fault.code {
                    Code::NoDesk => status(DeskState::Absent, None),
                    Code::DeskLocked => status(DeskState::Locked, None),
                    Code::WrongPassphrase => status(DeskState::Locked, Some(fault)),
                    _ => status(DeskState::Unreadable, Some(fault)),
                });
            }
        };
        Ok(DeskStatus {
            encrypted: desk.is_encrypted(),
            empty: is_empty(&desk).await?,
            person: titles::person(&desk, me(&desk).await?).await?,
            clock_behind: clock_behind(&desk).await?,
            ..status(DeskState::Open, None)
        })
    }

    /// Makes a new file with the person who works here in it.
    pub(crate) async fn create_desk(&self, request: CreateDesk) -> Result<DeskStatus, Fault> {
        let passphrase = given(request.passphrase);
        let desk = Desk::create(self.path(), passphrase.as_deref()).await?;
        introduce(&desk).await?;
        self.seat(desk).await;
        self.desk_status(Nothing {}).await
    }

    /// Opens an encrypted file.
    pub(crate) async fn unlock_desk(&self, request: UnlockDesk) -> Result<DeskStatus, Fault> {
        let desk = open(self.path(), Some(&request.passphrase)).await?;
        self.seat(desk).await;
        self.desk_status(Nothing {}).await
    }

    /// Adds, changes or removes the passphrase.
    pub(crate) async fn set_passphrase(&self, request: SetPassphrase) -> Result<DeskStatus, Fault> {
        let (old, new) = (given(request.old), given(request.new));
        // Asked before the file is let go of: a slip of the finger closes nothing.
        if self.desk().await?.passphrase() != old.as_deref() {
            let path = self.path().display().to_string();
            return Err(Fault::new(Code::WrongPassphrase).with("path", path));
        }
        self.reseat(old.as_deref(), async |desk| match desk {
            Some(desk) => desk.set_passphrase(old.as_deref(), new.as_deref()).await,
            None => Desk::open(self.path(), old.as_deref()).await,
        })
        .await?;
        key_store::follow(self.path(), new.as_deref()).await;
        self.desk_status(Nothing {}).await
    }

    /// Writes and verifies a backup.
    pub(crate) async fn backup(&self, request: Backup) -> Result<BackupDone, Fault> {
        let target = match request.path.filter(|path| !path.is_empty()) {
            Some(path) => PathBuf::from(path),
            None => {
                // Several files of one folder share its backups.
                let name = self.path().file_stem().unwrap_or_default();
                let name = format!("{}-{}.db", name.to_string_lossy(), time::stamp());
                place::backup_folder(self.path()).join(name)
            }
        };
        let desk = self.desk().await?;
        let facts = desk.backup(&target).await?;
        safety::remember_backup(&desk, &facts).await?;
        Ok(BackupDone {
            path: facts.path.display().to_string(),
            bytes: facts.bytes,
            records: facts.records,
            entries: facts.entries,
            sha256: facts.sha256,
            files: safety::file_counts(facts.files),
        })
    }

    /// The backups in the backup folder and the last one wherever it was
    /// written, newest first, those of other files last.
    pub(crate) async fn backups(&self, _: Nothing) -> Result<Backups, Fault> {
        let folder = place::backup_folder(self.path());
        // A folder that is not there has no backups in it.
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let named = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "db");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(named).collect();
        if let Ok(desk) = self.desk().await {
            let last = safety::last_backup(&desk).await?.map(PathBuf::from);
            paths.extend(last.filter(|last| !is_among(last, &paths)));
        }
        let own = self
            .path()
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let mut files: Vec<BackupFile> = paths
            .iter()
            .filter_map(|path| backup_file(path, &own))
            .collect();
        files.sort_by(|a, b| (a.other.is_some(), &b.at).cmp(&(b.other.is_some(), &a.at)));
        Ok(Backups { files })
    }

    /// Puts a backup in the file's place.
    pub(crate) async fn restore_backup(
        &self,
        request: RestoreBackup,
    ) -> Result<RestoreDone, Fault> {
        let from = PathBuf::from(request.path);
        if !from.is_file() {
            return Err(Fault::new(Code::NoBackup).with("path", from.display().to_string()));
        }
        let mut safety_copy = None;
        let path = self.path().to_path_buf();
        let kept = match self.desk().await {
            Ok(desk) => desk.passphrase().map(str::to_owned),
            Err(_) => None,
        };
        // Most often a backup has the passphrase of the file it was made of.
        let passphrase = given(request.passphrase).or_else(|| kept.clone());
        self.reseat(kept.as_deref(), async |desk| {
            if let Some(desk) = desk {
                desk.close().await?;
            }
            safety_copy = suoji_store::restore(&from, &path, passphrase.as_deref()).await?;
            Desk::open(&path, passphrase.as_deref()).await
        })
        .await
        .map_err(|fault| fault.of_backup(&from))?;
        let desk = self.desk().await?;
        // What was kept opened the file that stood here before.
        key_store::follow(&path, desk.passphrase()).await;
        if let Some(backup) = backup_file(&from, "") {
            safety::remember_restored(&desk, backup).await?;
        }
        Ok(RestoreDone {
            safety_copy: safety_copy.map(|path| path.display().to_string()),
        })
    }

    /// Checks the file, its log, its rows and its index.
    pub(crate) async fn verify(&self, _: Nothing) -> Result<VerifyReport, Fault> {
        Ok(verify_report(self.desk().await?.verify().await?))
    }

    /// Makes all rows and the search index anew from the log, and checks them.
    pub(crate) async fn rebuild(&self, _: Nothing) -> Result<VerifyReport, Fault> {
        self.desk().await?.rebuild().await?;
        self.verify(Nothing {}).await
    }

    /// The user's settings.
    pub(crate) async fn settings(&self, _: Nothing) -> Result<Settings, Fault> {
        Ok(Settings {
            settings: self.desk().await?.settings().await?,
        })
    }

    /// Keeps a setting.
    pub(crate) async fn save_setting(&self, request: SaveSetting) -> Result<Nothing, Fault> {
        let desk = self.desk().await?;
        desk.save_setting(&request.key, &request.value).await?;
        Ok(Nothing {})
    }
}

/// Opens a file in which somebody works.
pub(crate) async fn open(path: &Path, passphrase: Option<&str>) -> Result<Desk, Fault> {
    let desk = Desk::open(path, passphrase).await?;
    match introduce(&desk).await {
        Ok(()) => Ok(desk),
        Err(fault) => {
            // A file that cannot be read further is left as it was found.
            let _ = desk.close().await;
            Err(fault)
        }
    }
}

/// Makes the person who works here, unless there is one: in a new file, or in
/// one whose making was cut short.
async fn introduce(desk: &Desk) -> Result<(), Fault> {
    if me(desk).await?.is_some() {
        return Ok(());
    }
    let name = ["USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "本机用户".to_owned());
    // Whoever makes the desk keeps it.
    let values = Values::from_iter([
        ("name".to_owned(), json!(name)),
        ("role".to_owned(), json!("manager")),
    ]);
    let person = Write::create(&PERSON, values);
    let id = person.record;
    desk.commit(Batch::new(Intent::Setup, Some(id), vec![person]))
        .await?;
    desk.save_setting(PERSON_SETTING, &id.to_string()).await?;
    Ok(())
}

/// Who works at this desk.
pub(crate) async fn me(desk: &Desk) -> Result<Option<Uuid>, Fault> {
    let settings = desk.settings().await?;
    let id = settings.get(PERSON_SETTING);
    Ok(id.and_then(|id| Uuid::parse_str(id).ok()))
}

/// How many minutes the clock stands before the last change, where that is
/// more than two computers differ by.
async fn clock_behind(desk: &Desk) -> Result<Option<i64>, Fault> {
    const ALLOWED: i64 = 10;
    let minutes = desk.written_ahead().await? / 60_000;
    Ok((minutes >= ALLOWED).then_some(minutes))
}

/// Whether the user has put nothing in yet: what the program brought, the
/// starter atlas and the person who works here, is not theirs until they edit
/// it.
async fn is_empty(desk: &Desk) -> Result<bool, Fault> {
    let kinds = suoji_model::kinds::ALL.iter().filter(|kind| !kind.internal);
    for kind in kinds {
        if desk.has_own(kind).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a file lies under one of these paths.
fn is_among(file: &Path, paths: &[PathBuf]) -> bool {
    let own = file.canonicalize().ok();
    own.is_some() && paths.iter().any(|path| path.canonicalize().ok() == own)
}

/// The file that a backup was made of, by the name that [`App::backup`] gives;
/// nothing for another name.
fn made_of(backup: &Path) -> Option<String> {
    let name = backup.file_stem()?.to_str()?;
    let (rest, time) = name.rsplit_once('-')?;
    let (stem, day) = rest.rsplit_once('-')?;
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    (!stem.is_empty() && digits(day, 8) && digits(time, 6)).then(|| stem.to_owned())
}

/// The backup under a path, if there is one; `own` is what this file is called.
fn backup_file(path: &Path, own: &str) -> Option<BackupFile> {
    let metadata = std::fs::metadata(path).ok()?;
    // One of a newer release is ours too; what it needs is told when it is asked for.
    let plain = match look(path) {
        Ok(FileState::Plain) | Err(Error::Newer { .. }) => true,
        Ok(FileState::Sealed) => false,
        _ => return None,
    };
    let at = metadata
        .modified()
        .map(chrono::DateTime::<chrono::Utc>::from);
    Some(BackupFile {
        path: path.display().to_string(),
        at: time::rfc3339(at.map_or(0, |at| at.timestamp_millis())),
        bytes: metadata.len(),
        plain,
        other: made_of(path).filter(|name| name != own),
    })
}

/// Every check as a window needs it.
pub(crate) fn verify_report(verified: Verified) -> VerifyReport {
    let ok = verified.is_whole();
    let check = |check: suoji_store::Check| CheckReport {
        name: check.name.to_owned(),
        ok: check.findings.is_empty(),
        checked: check.checked,
        findings: check.findings,
    };
    VerifyReport {
        ok,
        checks: verified.checks.into_iter().map(check).collect(),
    }
}

/// An empty passphrase is none.
pub(crate) fn given(passphrase: Option<String>) -> Option<String> {
    passphrase.filter(|passphrase| !passphrase.is_empty())
}
