//! An import on its way: how far it is, and stopping it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks an import to stop. One that has begun to commit is done.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelImport {
    /// What its caller called it.
    pub job: String,
}

/// What an import does at the moment; it only goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportStage {
    /// It opens the file.
    Reading,
    /// It looks at rows, of which none is to be written.
    Checking,
    /// It learns what the desk holds that rows may repeat.
    Matching,
    /// It writes rows.
    Writing,
    /// It commits; from here on it cannot be cancelled.
    Sealing,
}

/// How far an import is; sent as event `import_progress`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    /// What its caller called it.
    pub job: String,
    /// What it does.
    pub stage: ImportStage,
    /// Rows done.
    pub done: u64,
    /// Rows in all, nearly; 0 when that is not known.
    pub total: u64,
}
