//! Declarations, lists, records and their edits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use suoji_model::log::Values;
use ts_rs::TS;
use uuid::Uuid;

use super::SumInfo;

/// Every kind as declared, with the users' extra fields.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Kinds {
    /// In the order a window offers them.
    pub kinds: Vec<KindInfo>,
}

/// A record kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindInfo {
    /// Its name.
    pub name: String,
    /// The field that names a record.
    pub title_field: String,
    /// Whether it only serves the other kinds and has no list of its own.
    pub internal: bool,
    /// The columns a list shows at first.
    pub list_columns: Vec<String>,
    /// Its fields, in the order of a form.
    pub fields: Vec<FieldInfo>,
}

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShapeName {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// An official code.
    Code,
    /// One of several choices.
    Choice,
    /// Yes or no.
    Flag,
    /// A record of another kind.
    Ref,
    /// Several short texts.
    List,
    /// Money.
    Money,
    /// A number.
    Number,
    /// An area.
    Area,
    /// A date.
    Date,
}

/// What texts may be places in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TreeName {
    /// The places of China.
    Region,
    /// The classes of industry of GB/T 4754.
    Industry,
}

/// A field of a kind.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FieldInfo {
    /// Its name; `extra.<id>` for an extra field.
    pub name: String,
    /// What it holds.
    pub shape: ShapeName,
    /// Whether a record cannot be without it.
    pub required: bool,
    /// The group it changes with.
    pub group: String,
    /// The names of its choices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<String>>,
    /// The kind it refers to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Digits after the point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// Whether it holds personal data.
    pub personal: bool,
    /// The kind whose records its texts name by their `code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes_of: Option<String>,
    /// What its texts are places in; `within` finds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tree: Option<TreeName>,
    /// The label of an extra field; declared fields have theirs in the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilterOp {
    /// Equal.
    Is,
    /// Not equal, or blank.
    Not,
    /// Equal to one of a list of values; null among them stands for blank.
    Any,
    /// Names the place or class of industry in the value, or something in
    /// it; for fields with a `tree`.
    Within,
    /// Contains the text.
    Contains,
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Nothing entered.
    Blank,
    /// Something entered.
    Filled,
}

/// One condition on one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The field's name.
    pub field: String,
    /// How to compare.
    pub op: FilterOp,
    /// What with; not needed for blank and filled.
    #[serde(default)]
    #[ts(optional, as = "Option<Json>")]
    pub value: Json,
}

/// One level of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// The field's name.
    pub field: String,
    /// From the highest down.
    pub descending: bool,
}

/// Asks for a page of rows.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecordsRequest {
    /// The kind.
    pub kind: String,
    /// Every one must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only what a search for this finds.
    pub text: Option<String>,
    /// The order; ids break ties.
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// Rows to skip.
    #[serde(default)]
    pub offset: u32,
    /// Rows to return, 1,000 at the most.
    pub limit: u32,
    /// Only these.
    pub ids: Option<Vec<Uuid>>,
    /// The recycle bin instead.
    pub deleted: Option<bool>,
}

/// A page of rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many rows match in all.
    pub total: u64,
    /// Of those, rows that wait until somebody decides whether they repeat
    /// others: they count in no figure.
    pub undecided: u64,
    /// Of those, rows of a project in the bin: they count in no figure either.
    pub orphaned: u64,
    /// The titles of the records that the rows refer to.
    pub names: BTreeMap<Uuid, Name>,
    /// Sums of the fields that add up, over all matching rows.
    pub sums: BTreeMap<String, SumInfo>,
}

/// A row of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Row {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Whether it lies in the bin.
    pub deleted: bool,
    /// Its values; blank ones are left out.
    #[ts(type = "Values")]
    pub values: Values,
    /// Why it counts in no figure, in a page of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub aside: Option<Aside>,
}

/// Why a row counts in no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// It, or the project that it is of, may repeat another, and nobody decided
    /// yet.
    Undecided,
    /// The project that it is of lies in the bin.
    Orphaned,
}

impl From<suoji_store::Aside> for Aside {
    fn from(why: suoji_store::Aside) -> Self {
        match why {
            suoji_store::Aside::Undecided => Self::Undecided,
            suoji_store::Aside::Orphaned => Self::Orphaned,
        }
    }
}

/// A record's kind and title.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Name {
    /// The kind.
    pub kind: String,
    /// The title.
    pub title: String,
}

/// Names a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordRequest {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
}

/// A record in full.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecordView {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: i64,
    /// Whether it lies in the bin.
    pub deleted: bool,
    /// Its values; blank ones are left out.
    #[ts(type = "Values")]
    pub values: Values,
    /// The titles of the records it refers to.
    pub names: BTreeMap<Uuid, Name>,
    /// Why it counts in no figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub aside: Option<Aside>,
}

/// Makes a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateRecord {
    /// The kind.
    pub kind: String,
    /// Its values.
    #[ts(type = "Values")]
    pub values: Values,
    /// Records that are made for fields to refer to, by field: one undo takes all back.
    #[ts(type = "Record<string, Values>", optional)]
    pub create: Option<BTreeMap<String, Values>>,
}

/// Changes fields of a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditRecord {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// The version when the form was opened.
    pub seen: i64,
    /// The fields to set; null clears.
    #[ts(type = "Values")]
    pub values: Values,
    /// Records that are made for fields to refer to, by field: one undo takes all back.
    #[ts(type = "Record<string, Values>", optional)]
    pub create: Option<BTreeMap<String, Values>>,
}

/// Moves a record into the recycle bin.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeleteRecord {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// The version when it was last seen.
    pub seen: i64,
}

/// A finished write.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Saved {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its version now.
    pub version: i64,
    /// The action, for undo.
    pub batch: Uuid,
    /// What to look at again.
    pub warnings: Vec<Warning>,
}

/// Something to look at again; nothing was refused.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Warning {
    /// The field.
    pub field: String,
    /// The code, with a sentence in the words.
    pub code: String,
}

/// Asks for the recycle bin.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BinRequest {
    /// Also records of internal kinds: views, notes, attachments.
    pub internal: Option<bool>,
}

/// The recycle bin.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Bin {
    /// Newest first.
    pub rows: Vec<BinRow>,
}

/// A record in the recycle bin.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct BinRow {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// When it was put there, RFC 3339.
    pub deleted_at: String,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<super::PersonRef>,
}
