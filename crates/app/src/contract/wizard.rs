//! What the import's screens ask beyond the import itself: the first rows of
//! a file, what became of single rows, and the records an import wrote.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::{ImportQuestion, ImportTable, Name, ProblemInfo, ProblemLevel, TableMapping};

/// Looks at the first rows of a ledger without reading it whole.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewLedger {
    /// The file's name.
    pub name: String,
    /// Its bytes in base64.
    pub data: Option<String>,
    /// Or where it stands, for a host that shares the file system.
    pub path: Option<String>,
    /// Or what an earlier preview held it under.
    pub held: Option<String>,
    /// The one template to use; absent means whichever recognises a table,
    /// empty means none.
    pub template: Option<String>,
    /// Answers to questions, by key.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Corrections of tables, by the key of the table.
    #[serde(default)]
    pub mappings: BTreeMap<String, TableMapping>,
    /// Reads hidden sheets as well.
    pub hidden_sheets: Option<bool>,
}

/// The first rows of a ledger and what is understood of them.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct LedgerPreview {
    /// What the file is held under until another is: for `held`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<String>,
    /// Its size.
    pub bytes: u64,
    /// Its sheets that hold anything.
    pub sheets: Vec<SheetPreview>,
    /// The tables found, counted as far as they were read.
    pub tables: Vec<ImportTable>,
    /// What holds for sheets as a whole.
    pub problems: Vec<ProblemInfo>,
    /// What the first rows leave open.
    pub questions: Vec<ImportQuestion>,
    /// The ledgers a table may be, with the kinds its columns may tell of.
    pub ledgers: Vec<LedgerInfo>,
    /// The names of the templates that are kept.
    pub templates: Vec<String>,
}

/// The first rows of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetPreview {
    /// The name on its tab.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// How many columns hold anything.
    pub width: u32,
    /// Its first rows that hold anything.
    pub rows: Vec<RawRow>,
    /// Whether there are more.
    pub more: bool,
}

/// A row as it stands in the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RawRow {
    /// The sheet; empty where that is known.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// The text of each cell that holds anything, by the column's letters.
    pub cells: BTreeMap<String, String>,
}

/// A ledger that can be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LedgerInfo {
    /// Its name, such as `signing`.
    pub name: String,
    /// The kinds whose fields its columns may be; its rows are of the first.
    pub kinds: Vec<String>,
}

/// What a try found out about single rows, for screens that show them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportDetail {
    /// Problems that are alike, counted; the report lists some of each.
    pub groups: Vec<ProblemGroup>,
    /// The rows that problems, repetitions and changes are about, as far as
    /// they are kept.
    pub rows: Vec<RawRow>,
    /// What would change in records that stand there already.
    pub changes: Vec<RowChange>,
    /// How many records would change, listed or not.
    pub changed: u64,
    /// What rows say that may repeat a record.
    pub told: Vec<RowTold>,
    /// The titles of records that values refer to.
    pub names: BTreeMap<Uuid, Name>,
}

/// Problems that are alike.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ProblemGroup {
    /// The code.
    pub reason: String,
    /// How much it matters.
    pub level: ProblemLevel,
    /// The sheet.
    pub sheet: String,
    /// The column's letters; empty for whole rows.
    pub column: String,
    /// The field, `kind.field`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// How many there are.
    pub count: u64,
}

/// A record that a row would change.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowChange {
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// The record's kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Field by field.
    pub fields: Vec<FieldPair>,
}

/// A value before and after.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldPair {
    /// The field.
    pub field: String,
    /// Before; null when blank.
    pub old: Json,
    /// After.
    pub new: Json,
}

/// What a row says that may repeat a record, or that another may repeat.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowTold {
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// Its values by `kind.field`; a reference by the name it gives.
    #[ts(type = "Values")]
    pub values: BTreeMap<String, Json>,
}

/// What an import did with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportedPart {
    /// It made it.
    Created,
    /// It changed it.
    Updated,
    /// It made it, and it waits for a decision because it may repeat another.
    Pending,
}

/// Asks which records an import wrote.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportedRequest {
    /// The action.
    pub batch: Uuid,
    /// The kind of which the ids are wanted as well.
    pub kind: Option<String>,
    /// Of that kind, the records of which this is true; those it made when
    /// absent.
    pub part: Option<ImportedPart>,
}

/// The records that an import wrote.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Imported {
    /// By kind, most first.
    pub kinds: Vec<ImportedKind>,
    /// The ids that were asked for.
    pub ids: Vec<Uuid>,
    /// Whether it is taken back as things stand.
    pub undone: bool,
}

/// How many records of one kind an import wrote.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportedKind {
    /// The kind.
    pub kind: String,
    /// Those it made.
    pub created: u64,
    /// Those it changed.
    pub updated: u64,
    /// Those it made that wait for a decision, because they may repeat
    /// another.
    pub pending: u64,
}
