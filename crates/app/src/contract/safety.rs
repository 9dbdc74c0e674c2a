//! How safe the file is: backups, a rehearsed restore, the system's key store.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CheckReport;

/// How safe the file is.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct Safety {
    /// The newest backup that this desk wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_backup: Option<LastBackup>,
    /// When a restore was last rehearsed and went well, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rehearsed_at: Option<String>,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// What the system's key store offers.
    pub key_store: KeyStore,
    /// The attached files.
    pub files: AttachedFiles,
}

/// The newest backup that this desk wrote.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LastBackup {
    /// Where it was written to.
    pub path: String,
    /// When, RFC 3339.
    pub at: String,
    /// Its size.
    pub bytes: u64,
    /// Whether it passed its check when it was written and lies there still.
    pub verified: bool,
}

/// What the system's key store offers.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct KeyStore {
    /// Whether there is one.
    pub available: bool,
    /// Whether it keeps this file's passphrase.
    pub kept: bool,
    /// What the system says when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The attached files as they lie beside the desk file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachedFiles {
    /// How many there should be.
    pub count: u64,
    /// Of those, how many are gone.
    pub missing: u64,
    /// Of those, how many have another size than they should.
    pub changed: u64,
    /// What the first few of those are called that are gone or changed.
    pub lost: Vec<String>,
}

/// Rehearses the restore of a backup.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RehearseRestore {
    /// The backup.
    pub path: String,
    /// Its passphrase, when it has another than this file.
    pub passphrase: Option<String>,
}

/// What a rehearsed restore came to. Nothing of it stays.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rehearsal {
    /// Whether the backup can be restored whole.
    pub ok: bool,
    /// Rows of all kinds in it.
    pub records: u64,
    /// Entries of its log.
    pub entries: u64,
    /// Every check.
    pub checks: Vec<CheckReport>,
}

/// Gives the passphrase to the system's key store.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepPassphrase {
    /// The file's passphrase.
    pub passphrase: String,
}
