//! Ledgers in, lists out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{ExportDone, ImportDetail, ProblemGroup};

/// Imports a ledger.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportLedger {
    /// The file's name.
    pub name: String,
    /// Its bytes in base64.
    pub data: Option<String>,
    /// Or where it stands, for a host that shares the file system.
    pub path: Option<String>,
    /// What its caller calls this import, to hear how far it is and to cancel
    /// it.
    pub job: Option<String>,
    /// Or what a preview held it under.
    pub held: Option<String>,
    /// Only says what would happen.
    pub dry_run: Option<bool>,
    /// The ledger that every table is, such as `signing` or `lead`; absent
    /// means as found out.
    pub ledger: Option<String>,
    /// The one template to use; absent means whichever recognises a table,
    /// empty means none.
    pub template: Option<String>,
    /// Keeps what was said here under this name, for the next file like it.
    pub save_template: Option<String>,
    /// Answers to questions of an earlier report, by key.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Corrections of tables, by the key of the table.
    #[serde(default)]
    pub mappings: BTreeMap<String, TableMapping>,
    /// Texts put in place of what cells hold: by the key of the table, the row
    /// as the spreadsheet counts it, and the column's letters.
    #[serde(default)]
    pub corrections: BTreeMap<String, BTreeMap<u32, BTreeMap<String, String>>>,
    /// Reads hidden sheets as well.
    pub hidden_sheets: Option<bool>,
    /// Tells of single rows as well, and lists only some of problems that are
    /// alike.
    pub detail: Option<bool>,
    /// Tells of single rows no more than what they change in records that
    /// stand there already.
    pub changes: Option<bool>,
    /// How many problems to pass over before those that are listed: a report
    /// of very many lists them in parts.
    pub problems_from: Option<u64>,
    /// What to do with rows that may repeat a record; absent means `ask`.
    pub on_duplicate: Option<OnDuplicate>,
    /// What to do with single rows, whatever is done with the others.
    #[serde(default)]
    pub decisions: Vec<RowDecision>,
}

/// How one table is to be read, where that differs from what was found out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct TableMapping {
    /// The ledger it is.
    pub ledger: Option<String>,
    /// The first and the last heading row; both 0 where it has none, and its
    /// columns are called by their letters.
    pub header_rows: Option<(u32, u32)>,
    /// What columns mean.
    pub columns: Vec<ColumnPick>,
    /// What every row says in a field that no column is, by `kind.field`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub constants: BTreeMap<String, String>,
    /// Leaves the table out.
    pub skip: bool,
    /// What rows are, by the row as the spreadsheet counts it, where that
    /// differs from what was found out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<u32, RowMark>>", optional)]
    pub rows: BTreeMap<u32, RowMark>,
}

/// What a person says a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowMark {
    /// A record.
    Data,
    /// The heading of a section, which the rows below stand in.
    Section,
    /// A sum of the rows of a part.
    Subtotal,
    /// A sum of all rows.
    Total,
    /// Words about the table.
    Note,
    /// Nothing of use.
    Filler,
}

/// What one column means.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ColumnPick {
    /// Its letters, or its heading.
    pub column: String,
    /// `kind.field`; empty to leave the column out.
    pub field: Option<String>,
    /// The unit of its numbers, such as 万元.
    pub unit: Option<String>,
}

/// What to do with a row that may repeat a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OnDuplicate {
    /// Keep it for review, linked to what it may repeat; it is not counted
    /// until somebody decides.
    #[default]
    Ask,
    /// Leave it out.
    Skip,
    /// It is the same record: bring its values into that.
    Update,
    /// It is another record.
    New,
}

/// What to do with one row.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowDecision {
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// What to do.
    pub decision: OnDuplicate,
}

/// What an import read, wrote and refused.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
    /// The tables found.
    pub tables: Vec<ImportTable>,
    /// What to look at, in the order of the file; of very many the first.
    pub problems: Vec<ProblemInfo>,
    /// Rows that made a new record of the table's kind.
    pub created: u64,
    /// Rows that changed one.
    pub updated: u64,
    /// Rows that stand there already.
    pub unchanged: u64,
    /// Rows that were not imported.
    pub rejected: u64,
    /// Rows left out because they may repeat a record.
    pub skipped: u64,
    /// The rows that may repeat a record; of very many the first.
    pub duplicates: Vec<DuplicateInfo>,
    /// How many more there are of both; absent when all are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<ImportMore>,
    /// What the file does not say, asked once for all its rows.
    pub questions: Vec<ImportQuestion>,
    /// The rejected rows as a file that can be imported again; absent when
    /// there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected_file: Option<ExportDone>,
    /// The action, for undo; absent when nothing was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<Uuid>,
    /// What was found out about single rows, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<ImportDetail>,
}

/// What a report counts and does not list.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportMore {
    /// Problems.
    pub problems: u64,
    /// Rows that may repeat a record. Those written wait for review in the
    /// desk, linked to what they may repeat.
    pub duplicates: u64,
    /// These problems, alike ones together.
    pub groups: Vec<ProblemGroup>,
}

/// A table of a ledger.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ImportTable {
    /// Names the table in corrections.
    pub key: String,
    /// Its sheet.
    pub sheet: String,
    /// The ledger it was read as, such as `signing`.
    pub ledger: String,
    /// The kind of record a row makes.
    pub kind: String,
    /// The template that recognised it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// The year it is of, when the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The rows of its heading; empty where it was told to have none.
    pub header_rows: Vec<u32>,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// Rows read.
    pub read: u64,
    /// Rows that made a record.
    pub created: u64,
    /// Rows that changed one.
    pub updated: u64,
    /// Rows that stand there already.
    pub unchanged: u64,
    /// Rows not imported.
    pub rejected: u64,
    /// Rows left out because they may repeat a record.
    pub left_out: u64,
    /// Rows that may repeat a record.
    pub suspects: u64,
    /// The rows that are no records: titles, sections, totals, notes.
    pub skipped: Vec<SkippedRow>,
    /// What its own total rows claim, against what was read.
    pub subtotals: Vec<SubtotalInfo>,
    /// Letters of the columns that the file hides.
    pub hidden_columns: Vec<String>,
    /// First and last row of long gaps between records.
    pub gaps: Vec<(u32, u32)>,
}

/// One figure that a sheet's own total row claims.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct SubtotalInfo {
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// What the row calls itself.
    pub label: String,
    /// The column's letters.
    pub column: String,
    /// The field that the column was read as, `kind.field`.
    pub field: String,
    /// The figure in the file, in the column's unit.
    pub claimed: String,
    /// The sum of what was read.
    pub read: String,
    /// The sum without rows that the sheet itself does not count.
    pub counted: String,
    /// The claim less the nearer sum.
    pub difference: String,
    /// Which sum the claim is: `all`, `counted`, `incomplete` when cells
    /// without a value may hold what is missing; absent when it is neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agrees: Option<String>,
}

/// What the file does not say and a person can.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ImportQuestion {
    /// What an answer is given under.
    pub key: String,
    /// What is asked, as the code of a problem.
    pub reason: String,
    /// The sheet.
    pub sheet: String,
    /// The column's letters; empty when the table is meant.
    pub column: String,
    /// The column's heading.
    pub head: String,
    /// The answers that can be given; empty when any word may.
    pub choices: Vec<String>,
    /// The answer that was supposed meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supposed: Option<String>,
    /// How many rows wait for it.
    pub rows: u64,
    /// Texts that raised it.
    pub examples: Vec<String>,
}

/// A row that is no record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SkippedRow {
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// `title`, `section`, `subtotal`, `total`, `note`, `header` or `filler`.
    pub kind: String,
    /// Its first text.
    pub text: String,
}

/// A row that may repeat a record.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct DuplicateInfo {
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it.
    pub row: u32,
    /// The kind of both.
    pub kind: String,
    /// What it may repeat; absent when that is no record of the same kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Uuid>,
    /// Where that came from: file, sheet and row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<(String, String, u32)>,
    /// Whether that is another row of this import, and no record yet.
    pub of_this_file: bool,
    /// How that was noticed: `L1`, the same code; `L2`, the same enterprise in
    /// the same place; `L3`, a like name; `L4`, the same telephone or group.
    pub level: String,
    /// Why, as the code of a problem.
    pub reason: String,
    /// What was done; absent when there is nothing to decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<OnDuplicate>,
}

/// A column of a ledger.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ImportColumn {
    /// Its letter.
    pub letter: String,
    /// Its heading.
    pub head: String,
    /// The field it goes to, `kind.field`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The unit its heading names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How sure, 0 to 100.
    pub confidence: u8,
    /// Why.
    pub reason: String,
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemLevel {
    /// Somebody must look at it.
    Must,
    /// Somebody should.
    Should,
    /// Handled; good to know.
    Info,
}

/// Something about a cell or a row.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields, rename = "Problem")]
pub struct ProblemInfo {
    /// The sheet.
    pub sheet: String,
    /// The row as the spreadsheet counts it; 0 for the whole sheet.
    pub row: u32,
    /// The column's letter; empty for a whole row.
    pub column: String,
    /// The field, `kind.field`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The code, with a sentence in the words.
    pub reason: String,
    /// How much it matters.
    pub level: ProblemLevel,
    /// The cell's raw text.
    pub raw: String,
}
