//! The file itself: opening, safety, settings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::fault::Fault;

/// Whether a desk file stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// No file at the path.
    Absent,
    /// Encrypted; waits for the passphrase.
    Locked,
    /// Open.
    Open,
    /// Cannot be opened; the fault says why.
    Unreadable,
}

/// The desk file as a window needs to know it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct DeskStatus {
    /// Whether it stands open.
    pub state: DeskState,
    /// Where it lies.
    pub path: String,
    /// Why it cannot be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it holds no records of the user yet.
    pub empty: bool,
    /// Who works here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
    /// By how many minutes this computer's clock stands before the last change
    /// of the file, which was right or is wrong as well; absent when it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock_behind: Option<i64>,
    /// The program's version.
    pub product_version: String,
}

/// A person by id and name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonRef {
    /// The `person` record.
    pub id: Uuid,
    /// The name.
    pub title: String,
}

/// Makes a new desk file.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CreateDesk {
    /// Encrypts it.
    pub passphrase: Option<String>,
}

/// Opens an encrypted desk file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockDesk {
    /// Its passphrase.
    pub passphrase: String,
}

/// Adds, changes or removes the passphrase.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetPassphrase {
    /// The present one, when there is one.
    pub old: Option<String>,
    /// The new one; absent removes it.
    pub new: Option<String>,
}

/// Writes a backup.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Backup {
    /// Where to; a dated name in the backup folder when absent.
    pub path: Option<String>,
}

/// A finished and verified backup.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupDone {
    /// Where it lies.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Rows of all kinds in it.
    pub records: u64,
    /// Entries of its log.
    pub entries: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// The attached files copied beside it; those missing or changed were so
    /// already.
    pub files: super::AttachedFiles,
}

/// Puts a backup in the file's place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RestoreBackup {
    /// The backup.
    pub path: String,
    /// Its passphrase, when it has another than this file.
    pub passphrase: Option<String>,
}

/// A backup put in place.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct RestoreDone {
    /// Where the file that stood there before was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safety_copy: Option<String>,
}

/// The backups in the backup folder, newest first, those of other files last.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backups {
    /// The files.
    pub files: Vec<BackupFile>,
}

/// One backup.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct BackupFile {
    /// Where it lies.
    pub path: String,
    /// When it was written, RFC 3339.
    pub at: String,
    /// Its size.
    pub bytes: u64,
    /// Whether anybody who has it can read it: it has no passphrase.
    pub plain: bool,
    /// The other file that it was made of, by its name; absent where it is
    /// this one, or where the name does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

/// What verification found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyReport {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// Every check.
    pub checks: Vec<CheckReport>,
}

/// One check of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckReport {
    /// `file`, `log`, `rows`, `index` or `files`.
    pub name: String,
    /// Whether nothing is wrong.
    pub ok: bool,
    /// How many pages, entries, rows or documents it looked at.
    pub checked: u64,
    /// What is wrong.
    pub findings: Vec<String>,
}

/// Settings by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Settings {
    /// All that were saved.
    pub settings: BTreeMap<String, String>,
}

/// Saves one setting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSetting {
    /// The name, such as `language`.
    pub key: String,
    /// The value; an empty one removes the setting.
    pub value: String,
}
