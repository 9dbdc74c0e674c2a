//! A record's history, undo and redo.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::{Name, PersonRef};

/// Everything that happened to a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct History {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
    /// The titles of the records that values refer to.
    pub names: BTreeMap<Uuid, Name>,
}

/// One entry of a history.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct HistoryEntry {
    /// Its number in this file's log.
    pub entry: i64,
    /// The action it belongs to.
    pub batch: Uuid,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
    /// The device.
    pub device: Uuid,
    /// What the action was for.
    pub intent: String,
    /// Field by field.
    pub changes: Vec<FieldChange>,
    /// Where imported values came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceInfo>,
}

/// One field before and after.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Change")]
pub struct FieldChange {
    /// The field; `_deleted` for the recycle bin.
    pub field: String,
    /// Before; null when blank.
    pub old: Json,
    /// After; null when blank.
    pub new: Json,
    /// Whether it can be put back: it stands otherwise now.
    pub can_put_back: bool,
}

/// Where imported values came from.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Source")]
pub struct SourceInfo {
    /// The file's name.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// The cells' raw text by heading.
    #[ts(type = "Values")]
    pub raw: suoji_model::log::Values,
}

/// Puts one field back to what it was before an entry.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutBack {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// The entry.
    pub entry: i64,
    /// The field.
    pub field: String,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct UndoState {
    /// The action that undo would take back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo: Option<Label>,
    /// The action that redo would do again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo: Option<Label>,
}

/// An action in words.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct Label {
    /// What it was for.
    pub intent: String,
    /// The kind of its first record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The title of its first record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The field, when it changed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// How many records it touched besides those in `made`.
    pub count: i64,
    /// What was made with it, so that it could refer to it.
    pub made: Vec<Name>,
}

/// The latest imports.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Imports {
    /// Newest first.
    pub imports: Vec<PastImport>,
}

/// An import that was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PastImport {
    /// The action, for `undo_batch`.
    pub batch: Uuid,
    /// The name of its file.
    pub file: String,
    /// When, RFC 3339.
    pub at: String,
    /// How many records it wrote.
    pub records: u64,
    /// Whether it is taken back as things stand.
    pub undone: bool,
    /// How many records that it made stand although it is taken back: they were
    /// changed or used since, and may go by taking it back again.
    pub left: u64,
}

/// Takes back one action, whatever happened since.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoBatch {
    /// The action, such as an import.
    pub batch: Uuid,
}

/// A finished undo or redo.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Undone {
    /// The new action.
    pub batch: Uuid,
    /// The action it took back or did again.
    pub label: Label,
    /// What stayed because it was changed since.
    pub kept: Vec<KeptInfo>,
    /// The names of the templates that an import kept and that outlive it.
    pub templates: Vec<String>,
}

/// A record that an undo left as it is.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields, rename = "Kept")]
pub struct KeptInfo {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// The field that was changed since.
    pub field: String,
    /// Who changed it.
    pub reason: String,
    /// The title of the record that stays and refers to this one, when that
    /// is why this one stays too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_by: Option<String>,
}
