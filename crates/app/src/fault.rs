//! The failures a screen can act on: one closed list. Everything below is
//! translated into it here, and shown by code in the user's language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use suoji_exchange::{ReadError, WriteError};
use suoji_model::words::{self, Language};
use suoji_store::Error;
use ts_rs::TS;
use uuid::Uuid;

/// What went wrong, by code; each has a sentence under `fault.<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FaultCode")]
pub enum Code {
    /// No file at the path.
    NoDesk,
    /// A file stands where one was to be made.
    DeskExists,
    /// The file waits for its passphrase.
    DeskLocked,
    /// The passphrase does not open the file.
    WrongPassphrase,
    /// Some other file.
    NotADesk,
    /// A file of a newer release.
    NewerFile,
    /// A damaged file.
    Damaged,
    /// No permission to write.
    ReadOnly,
    /// No room left.
    DiskFull,
    /// Another program holds the file.
    Busy,
    /// Another failure of the file system.
    Io,
    /// No such kind of record.
    NoSuchKind,
    /// No such record.
    NoSuchRecord,
    /// The record lies in the recycle bin.
    InBin,
    /// The record is not in the recycle bin.
    NotInBin,
    /// A value is not accepted.
    Invalid,
    /// Somebody changed the same field since.
    Stale,
    /// A reference leads nowhere.
    ReferenceMissing,
    /// Nothing left to undo.
    NothingToUndo,
    /// Nothing left to redo.
    NothingToRedo,
    /// A past change no longer fits.
    NoLongerFits,
    /// No such change in the history.
    NoSuchEntry,
    /// A ledger cannot be read.
    FileUnreadable,
    /// A ledger holds not one byte.
    FileEmpty,
    /// A ledger is not there, or no longer.
    FileMissing,
    /// A ledger became another while it was read.
    FileChanged,
    /// A ledger that was looked at is not held any more.
    FileLetGo,
    /// A ledger is protected by a password.
    FileEncrypted,
    /// A ledger is too large.
    FileTooLarge,
    /// A ledger is a file of another kind.
    FileForeign,
    /// A ledger is a web page under the name of a spreadsheet.
    FilePage,
    /// A ledger is text in no encoding, or in two.
    FileEncodings,
    /// A ledger unpacks to far more than one holds.
    FileSwells,
    /// A ledger has more columns than a spreadsheet.
    FileTooWide,
    /// A ledger is there and cannot be opened.
    FileNoAccess,
    /// An import was cancelled before anything was written.
    ImportCancelled,
    /// No ledger heading was recognised.
    NothingRecognised,
    /// No list of companies was found in a file of them.
    NoFirms,
    /// No backup at the path.
    NoBackup,
    /// A backup did not pass its check.
    BackupFailed,
    /// A backup that was to be restored is damaged.
    BackupDamaged,
    /// The person at the desk has no right to that.
    NoRight,
    /// Another view of the list is called so.
    NameTaken,
    /// A query names what is not there.
    BadQuery,
    /// A malformed request.
    BadRequest,
    /// More rows than one action takes.
    TooManyRows,
    /// An attachment is too large.
    AttachmentTooLarge,
    /// An attachment has no usable name.
    BadFileName,
    /// The file of an attachment is gone.
    AttachmentMissing,
    /// The file of an attachment is another one.
    AttachmentChanged,
    /// The system has no key store.
    NoKeyStore,
    /// A counting rule has no such setting, or it no such reading.
    NoSuchRule,
    /// No import template of that name.
    NoSuchTemplate,
    /// No such industry chain.
    NoSuchChain,
    /// A segment would lie in itself.
    ChainCycle,
    /// No such command.
    NoSuchCommand,
    /// A failure inside the program.
    Internal,
}

/// A failure that a screen can act on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields)]
pub struct Fault {
    /// What went wrong.
    pub code: Code,
    /// The kind of the record it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The record it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    /// The field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the sentence names.
    pub params: BTreeMap<String, String>,
}

impl Fault {
    /// A failure with nothing more to say.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            kind: None,
            record: None,
            field: None,
            params: BTreeMap::new(),
        }
    }

    /// The same failure, naming one thing more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// The same failure, where `backup` was read: what is told of a damaged
    /// desk would send the user to the very backup that failed.
    #[must_use]
    pub(crate) fn of_backup(mut self, backup: &Path) -> Self {
        let named = self.params.get("path").map(Path::new);
        if matches!(self.code, Code::Damaged | Code::BackupFailed) && named == Some(backup) {
            self.code = Code::BackupDamaged;
        }
        self
    }

    /// There is no template of that name; those there are are named.
    pub fn no_such_template<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let known = if names.is_empty() {
            "—".to_owned()
        } else {
            names.join(", ")
        };
        Self::new(Code::NoSuchTemplate)
            .with("name", wanted)
            .with("known", known)
    }

    /// The code as text.
    pub fn code(&self) -> String {
        match serde_json::to_value(self.code) {
            Ok(serde_json::Value::String(code)) => code,
            _ => String::new(),
        }
    }

    /// What went wrong, where, and what to do, in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let mut params = self.params.clone();
        if let Some(kind) = &self.kind {
            let label = words::word(language, &format!("kind.{kind}")).to_owned();
            params.entry("kind".to_owned()).or_insert(label);
            if let Some(field) = &self.field {
                let label = words::word(language, &words::field_key(kind, field)).to_owned();
                params.insert("field".to_owned(), label);
            }
        }
        if let Some(why) = params.get_mut("why") {
            *why = words::word(language, &format!("why.{why}")).to_owned();
        }
        let pairs = params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        words::sentence(language, &format!("fault.{}", self.code()), pairs)
    }

    /// The same failure, about a record.
    pub(crate) fn about(mut self, kind: impl Into<String>, record: Uuid) -> Self {
        self.kind = Some(kind.into());
        self.record = Some(record);
        self
    }

    fn in_field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let at = |code, path: std::path::PathBuf| {
            Self::new(code).with("path", path.display().to_string())
        };
        match error {
            Error::Missing(path) => at(Code::NoDesk, path),
            Error::Exists(path) => at(Code::DeskExists, path),
            Error::Locked(path) => at(Code::DeskLocked, path),
            Error::WrongPassphrase(path) => at(Code::WrongPassphrase, path),
            Error::NotADesk(path) => at(Code::NotADesk, path),
            Error::Newer { path, .. } => at(Code::NewerFile, path),
            Error::Damaged(path) => at(Code::Damaged, path),
            Error::ReadOnly(path) => at(Code::ReadOnly, path),
            Error::DiskFull(path) => at(Code::DiskFull, path),
            Error::Busy(path) => at(Code::Busy, path),
            Error::BackupFailed(path) => at(Code::BackupFailed, path),
            Error::Io { path, source } => at(Code::Io, path).with("detail", source.to_string()),
            Error::NoSuchRecord { kind, record } => {
                Self::new(Code::NoSuchRecord).about(kind, record)
            }
            Error::InBin { kind, record } => Self::new(Code::InBin).about(kind, record),
            Error::NotInBin { kind, record } => Self::new(Code::NotInBin).about(kind, record),
            Error::Invalid {
                kind,
                record,
                refusal,
            } => Self::new(Code::Invalid)
                .about(kind, record)
                .in_field(refusal.field)
                .with("why", refusal.why.code()),
            Error::ReferenceMissing {
                kind,
                record,
                field,
            } => Self::new(Code::ReferenceMissing)
                .about(kind, record)
                .in_field(field),
            Error::Stale(stale) => Self::new(Code::Stale)
                .with("yours", value_text(stale.yours.get(&stale.field)))
                .with("theirs", value_text(stale.theirs.get(&stale.field)))
                .with(
                    "person",
                    stale.person.map(|id| id.to_string()).unwrap_or_default(),
                )
                .with("at", crate::time::rfc3339(stale.at_ms))
                .about(stale.kind, stale.record)
                .in_field(stale.field),
            Error::NoLongerFits(kept) => Self::new(Code::NoLongerFits)
                .with(
                    "person",
                    kept.person.map(|id| id.to_string()).unwrap_or_default(),
                )
                .about(kept.kind, kept.record)
                .in_field(kept.field),
            Error::NothingToUndo => Self::new(Code::NothingToUndo),
            Error::NothingToRedo => Self::new(Code::NothingToRedo),
            Error::NoSuchEntry(_) => Self::new(Code::NoSuchEntry),
            Error::BadQuery(detail) => Self::new(Code::BadQuery).with("detail", detail),
            Error::Database(error) => Self::new(Code::Internal).with("detail", error.to_string()),
        }
    }
}

/// A value's JSON text; `null` for a blank field.
fn value_text(value: Option<&serde_json::Value>) -> String {
    value.map_or_else(|| "null".to_owned(), ToString::to_string)
}

impl Fault {
    /// A ledger that cannot be read.
    pub(crate) fn of_reading(file: &str, error: &ReadError) -> Self {
        let code = match error {
            ReadError::Encrypted => Code::FileEncrypted,
            ReadError::Empty => Code::FileEmpty,
            ReadError::TooLarge { .. } => Code::FileTooLarge,
            ReadError::Foreign { .. } => Code::FileForeign,
            ReadError::Page => Code::FilePage,
            ReadError::Encodings => Code::FileEncodings,
            ReadError::Swells { .. } => Code::FileSwells,
            ReadError::TooWide { .. } => Code::FileTooWide,
            ReadError::Io { .. } => Code::FileNoAccess,
            ReadError::Unreadable { .. } | ReadError::Stopped => Code::FileUnreadable,
        };
        let fault = Self::new(code)
            .with("file", file)
            .with("detail", error.to_string());
        match error {
            ReadError::Swells { part, bytes } => fault
                .with("part", part.as_str())
                .with("size", format!("{} MB", bytes >> 20)),
            ReadError::TooWide { columns } => fault.with("columns", columns.to_string()),
            _ => fault,
        }
    }
}

impl From<WriteError> for Fault {
    fn from(error: WriteError) -> Self {
        Self::new(Code::Internal).with("detail", error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use suoji_model::log::DELETED;

    use super::*;

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        for language in [Language::Chinese, Language::English] {
            let codes = Code::inline(&ts_rs::Config::new());
            for code in codes
                .split('"')
                .filter(|code| code.contains(char::is_alphabetic))
            {
                let key = format!("fault.{code}");
                assert_ne!(words::word(language, &key), key, "{language:?}");
            }
        }
    }
    #[test]
    fn what_no_longer_fits_in_the_bin_has_a_name() {
        let fault = Fault::new(Code::NoLongerFits)
            .about("agreement", Uuid::nil())
            .in_field(DELETED.to_owned());
        let sentence = fault.sentence(Language::Chinese);
        assert!(sentence.contains("在回收站"), "{sentence}");
    }
}
