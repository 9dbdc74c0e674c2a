//! One action on many records: pasting, filling, clearing, changing all that
//! match, deleting.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use suoji_model::log::Values;
use ts_rs::TS;
use uuid::Uuid;

use super::Filter;
use crate::fault::Fault;

/// What an action on many records is for; undo calls it by this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WriteIntent {
    /// Cells pasted.
    Paste,
    /// Cells filled from their neighbours.
    Fill,
    /// One change to many records.
    BulkEdit,
    /// Cells cleared.
    Clear,
}

/// Writes many records of one kind in one transaction and one undo.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WriteRecords {
    /// The kind.
    pub kind: String,
    /// What for.
    pub intent: WriteIntent,
    /// What to write, 50,000 rows at the most.
    pub rows: Vec<WriteRow>,
    /// Only says what would happen.
    pub dry_run: Option<bool>,
    /// Writes the rows that are accepted although others are refused;
    /// otherwise one refusal means that nothing is written.
    pub skip_refused: Option<bool>,
}

/// What to write to one record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WriteRow {
    /// The record; absent makes a new one.
    pub id: Option<Uuid>,
    /// The version when it was last seen; every row with an id has it.
    pub seen: Option<i64>,
    /// The fields to set; null clears.
    #[ts(type = "Values")]
    pub values: Values,
    /// By reference field, a record to be made that the field then refers to;
    /// rows that name the same one share it.
    #[ts(optional, type = "Record<string, Values>")]
    pub create: Option<BTreeMap<String, Values>>,
}

/// Sets the same fields of every record that is named or matches.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BulkEdit {
    /// The kind.
    pub kind: String,
    /// These records; without them, all that match.
    pub ids: Option<Vec<Uuid>>,
    /// Every one must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only what a search for this finds.
    pub text: Option<String>,
    /// The fields to set; null clears.
    #[ts(type = "Values")]
    pub values: Values,
    /// Records that are made for fields to refer to, by field; not of a dry
    /// run, which makes nothing.
    #[ts(type = "Record<string, Values>", optional)]
    pub create: Option<BTreeMap<String, Values>>,
    /// Only says what would happen.
    pub dry_run: Option<bool>,
    /// Writes the records that are accepted although others are refused.
    pub skip_refused: Option<bool>,
}

/// Moves many records of one kind into the recycle bin.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeleteRecords {
    /// The kind.
    pub kind: String,
    /// The records.
    pub rows: Vec<SeenRow>,
}

/// A record and the version at which it was last seen.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SeenRow {
    /// The record.
    pub id: Uuid,
    /// The version.
    pub seen: i64,
}

/// What an action on many records came to, or would come to.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct WriteDone {
    /// The action, for undo; absent when nothing was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<Uuid>,
    /// The records as they stand now, by the row that wrote them; of a dry
    /// run, none.
    pub saved: Vec<SavedRow>,
    /// Records made.
    pub created: u64,
    /// Records changed.
    pub changed: u64,
    /// Records that had these values already.
    pub unchanged: u64,
    /// What is not accepted, in the order of the rows.
    pub refused: Vec<RefusedRow>,
}

/// A record that a row wrote or left as it was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedRow {
    /// The row of the request, from 0.
    pub row: u32,
    /// The record.
    pub id: Uuid,
    /// Its version now.
    pub version: i64,
}

/// A value or a row that is not accepted.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct RefusedRow {
    /// The row of the request, from 0.
    pub row: u32,
    /// The record, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// The field, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Why.
    pub fault: Fault,
}
