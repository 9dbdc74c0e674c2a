//! What stands around a record: records that refer to it, notes, attachments,
//! and the records opened last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Name, PersonRef, Row};

/// The records that refer to a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Related {
    /// By kind and field; only those that have rows.
    pub groups: Vec<RelatedGroup>,
    /// The titles of the records that the rows refer to.
    pub names: BTreeMap<Uuid, Name>,
}

/// Records of one kind that refer to a record in one field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RelatedGroup {
    /// Their kind.
    pub kind: String,
    /// The field.
    pub field: String,
    /// How many there are.
    pub total: u64,
    /// The newest 20.
    pub rows: Vec<Row>,
}

/// Names records of one kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReferringRequest {
    /// Their kind.
    pub kind: String,
    /// The records.
    pub ids: Vec<Uuid>,
}

/// How many records refer to some, which are not counted themselves.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Referring {
    /// By kind and field; only those that there are.
    pub groups: Vec<ReferringGroup>,
}

/// How many records of one kind refer to some in one field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReferringGroup {
    /// Their kind.
    pub kind: String,
    /// The field.
    pub field: String,
    /// How many there are.
    pub total: u64,
}

/// The notes about a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Notes {
    /// Newest first.
    pub notes: Vec<NoteView>,
    /// The people they mention.
    pub names: BTreeMap<Uuid, Name>,
}

/// A note about a record.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct NoteView {
    /// The record that keeps it.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// When it was written, RFC 3339.
    pub at: String,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
    /// What it says.
    pub text: String,
    /// The people it mentions.
    pub mentions: Vec<Uuid>,
    /// Whether it was changed since.
    pub edited: bool,
}

/// Writes a note about a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddNote {
    /// The record's kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// What it says.
    pub text: String,
    /// The people it mentions.
    #[serde(default)]
    pub mentions: Vec<Uuid>,
}

/// The files attached to a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Attachments {
    /// Newest first.
    pub files: Vec<AttachmentView>,
}

/// Whether the bytes of an attachment lie where they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentState {
    /// They do.
    Present,
    /// The file is gone.
    Missing,
    /// The file is another one.
    Changed,
}

/// A file attached to a record.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct AttachmentView {
    /// The record that keeps it.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its name.
    pub file_name: String,
    /// Its type, such as `image/png`.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// When it was attached, RFC 3339.
    pub at: String,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
    /// Whether its bytes lie where they should.
    pub state: AttachmentState,
}

/// Attaches a file to a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Attach {
    /// The record's kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// The file's name; a folder before it is left out.
    pub file_name: String,
    /// Its bytes in base64.
    pub data: String,
}

/// Names an attachment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRequest {
    /// The attachment.
    pub id: Uuid,
}

/// The bytes of an attachment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachmentData {
    /// Its name.
    pub file_name: String,
    /// Its type.
    pub media_type: String,
    /// Its bytes in base64.
    pub data: String,
}

/// The records opened last.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Recent {
    /// Latest first, ten at the most; what is gone is left out.
    pub items: Vec<RecentItem>,
}

/// A record that was opened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentItem {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// When it was opened, RFC 3339.
    pub at: String,
}
