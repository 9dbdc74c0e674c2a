//! What is true of whole lists: sums, groups, neighbours; and search.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::{Filter, Name, Sort};

/// What a sum is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SumUnit {
    /// Yuan.
    Yuan,
    /// Square metres.
    Sqm,
    /// Nothing but a number.
    Number,
}

/// The sum of a field.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Sum", optional_fields)]
pub struct SumInfo {
    /// What it is a number of.
    pub unit: SumUnit,
    /// Of money: yuan with two decimals, foreign amounts at their record's
    /// rate. Empty for other sums.
    pub yuan: String,
    /// Of areas and numbers: the sum, without trailing zeros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Rows in the sum.
    pub counted: u64,
    /// Of those, rows with an approximate value.
    pub approximate: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Rows with a foreign amount and no rate: not in the sum.
    pub foreign: u64,
    /// Rows with a value that may repeat others and wait for a decision: they
    /// count in no figure.
    pub undecided: u64,
}

/// How far dates are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GroupStep {
    /// Years.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
}

/// Asks for the rows of a list in groups.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GroupsRequest {
    /// The kind.
    pub kind: String,
    /// Every one must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only what a search for this finds.
    pub text: Option<String>,
    /// The field that rows of a group share.
    pub by: String,
    /// How far dates are put together; days when absent.
    pub step: Option<GroupStep>,
    /// `count`, a field with a sum, or the field of the groups, by which they
    /// ascend when absent.
    pub sort: Option<Sort>,
}

/// The rows of a list in groups.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Groups {
    /// In order; blank last unless sorted by size.
    pub groups: Vec<GroupInfo>,
    /// Whether there are more than are told.
    pub more: bool,
    /// The titles of records that the groups share.
    pub names: BTreeMap<Uuid, Name>,
}

/// Rows that are alike in one field.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "RowGroup")]
pub struct GroupInfo {
    /// What the field holds, as a cell's value; null for blank.
    pub key: Json,
    /// With these added, the list is the group's.
    pub filters: Vec<Filter>,
    /// How many rows it has.
    pub count: u64,
    /// Their sums.
    pub sums: BTreeMap<String, SumInfo>,
}

/// Asks where a record stands in a list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct NeighboursRequest {
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
    /// Only these.
    pub ids: Option<Vec<Uuid>>,
    /// The record.
    pub id: Uuid,
}

/// Where a record stands in a list.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct Neighbours {
    /// The record before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Uuid>,
    /// The record after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Uuid>,
    /// Its place, from 1; 0 when it is not in the list.
    pub position: u64,
    /// How many records the list has.
    pub total: u64,
}

/// Asks where a jump leads in one column of a list, as with Ctrl and an arrow
/// in a spreadsheet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BorderRequest {
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
    /// Only these.
    pub ids: Option<Vec<Uuid>>,
    /// The field of the column.
    pub field: String,
    /// The place from which one jumps, from 0.
    pub from: u64,
    /// Towards the list's beginning.
    pub back: bool,
}

/// Where a jump leads.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Border {
    /// The place, from 0.
    pub at: u64,
}

/// Looks for text in all records.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SearchRequest {
    /// What to look for.
    pub text: String,
    /// How many hits at the most, up to 100.
    pub limit: u32,
    /// Only records of these kinds.
    pub kinds: Option<Vec<String>>,
}

/// What a search found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchHits {
    /// Best first.
    pub hits: Vec<SearchHit>,
}

/// A record that a search found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchHit {
    /// The kind.
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Where the text stands in the title, in UTF-16 units: start and end.
    pub title_marks: Vec<(u32, u32)>,
    /// The field in which the text stands.
    pub matched_field: String,
    /// What stands there, shortened around the text; empty for the title.
    pub snippet: String,
    /// Where the text stands in the snippet, in UTF-16 units.
    pub snippet_marks: Vec<(u32, u32)>,
}
