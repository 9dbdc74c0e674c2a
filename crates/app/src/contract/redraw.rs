//! Redrawing a map, placing firms on it, and carrying it out and in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::Given;

/// What an action on a map came to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainDone {
    /// The action, for undo; null when nothing was written.
    pub batch: Option<Uuid>,
    /// Records made.
    pub created: u32,
    /// Records changed.
    pub changed: u32,
    /// Records put in the bin.
    pub deleted: u32,
    /// Segments made or kept.
    pub segments: Vec<Uuid>,
}

/// Adds a segment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddSegment {
    /// The chain, by code or id.
    pub chain: String,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The segment it is part of.
    pub parent: Option<Uuid>,
    /// Its layer; its parent's when absent.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'", optional)]
    pub layer: Option<String>,
    /// The sibling before it; last when absent.
    pub after: Option<Uuid>,
}

/// Moves a segment with everything in it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MoveSegment {
    /// The segment.
    pub segment: Uuid,
    /// The version when it was last seen.
    pub seen: i64,
    /// The segment it becomes part of; null for the first level; as it is when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Option<Uuid>>")]
    pub parent: Given<Uuid>,
    /// Its layer.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'", optional)]
    pub layer: Option<String>,
    /// The sibling before it; null for the first place; last when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Option<Uuid>>")]
    pub after: Given<Uuid>,
}

/// Makes one segment of several.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeSegments {
    /// The one that stays.
    pub into: Uuid,
    /// The ones that go.
    #[serde(default)]
    pub segments: Vec<Uuid>,
}

/// Parts a segment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitSegment {
    /// The segment.
    pub segment: Uuid,
    /// What it is parted into.
    #[serde(default)]
    pub parts: Vec<SplitPart>,
}

/// A part of a segment that is parted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SplitPart {
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The links that go with it.
    #[serde(default)]
    pub links: Vec<Uuid>,
}

/// Puts a segment in the bin with everything in it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveSegment {
    /// The segment.
    pub segment: Uuid,
}

/// Adds segments from lines of text; indentation nests.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PasteSegments {
    /// The chain, by code or id.
    pub chain: String,
    /// The segment they become part of.
    pub parent: Option<Uuid>,
    /// Their layer, at the first level.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'", optional)]
    pub layer: Option<String>,
    /// A line each: the name, and after a tab the English name.
    pub text: String,
}

/// Asks where firms belong: a sheet of firms, or texts.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainPlace {
    /// The name of the sheet.
    pub file_name: Option<String>,
    /// Its bytes, base64.
    pub data: Option<String>,
    /// Texts instead.
    #[serde(default)]
    pub scopes: Vec<ScopeText>,
    /// Only in this chain.
    pub chain: Option<String>,
}

/// A firm and its business scope.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScopeText {
    /// Its name.
    pub name: String,
    /// Its business scope.
    pub text: String,
}

/// Where firms belong.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainPlaced {
    /// In the order of the sheet.
    pub rows: Vec<PlacedRow>,
    /// Rows that need no second look.
    pub placed: u32,
    /// Rows that a person should look at.
    pub review: u32,
    /// Rows that belong nowhere.
    pub unplaced: u32,
    /// What could not be read.
    pub problems: Vec<ChainProblem>,
}

/// Where a firm belongs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlacedRow {
    /// Its row in the sheet.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// Its code.
    pub uscc: Option<String>,
    /// Where it is.
    pub region: Option<String>,
    /// Its business scope.
    pub scope: String,
    /// The enterprise it is, when there is one.
    pub enterprise: Option<Uuid>,
    /// The likeliest first.
    pub segments: Vec<PlacedSegment>,
    /// Words of what it only sells.
    pub excluded: Vec<String>,
    /// Whether a person should look.
    pub review: bool,
}

/// A segment that a firm may belong to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlacedSegment {
    /// The segment.
    pub segment: Uuid,
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name_en: Option<String>,
    /// How sure that is, 0 to 1.
    pub score: f64,
    /// The words that say so.
    pub words: Vec<String>,
}

/// Puts firms on the map.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePlaces {
    /// The firms.
    #[serde(default)]
    pub rows: Vec<SavePlace>,
}

/// A firm to put on the map.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SavePlace {
    /// Its name.
    pub name: String,
    /// Its code.
    pub uscc: Option<String>,
    /// Where it is.
    pub region: Option<String>,
    /// Its business scope.
    pub scope: Option<String>,
    /// The enterprise it is.
    pub enterprise: Option<Uuid>,
    /// Where it belongs.
    #[serde(default)]
    pub segments: Vec<MatchedSegment>,
    /// Where it does not.
    #[serde(default)]
    pub rejected: Vec<MatchedSegment>,
}

/// A segment with the words that pointed to it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatchedSegment {
    /// The segment.
    pub segment: Uuid,
    /// The words.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Asks for a chain as files.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainExport {
    /// The chain, by code or id; `all` for all of them.
    pub chain: String,
    /// Only this one with everything in it.
    pub segment: Option<Uuid>,
    /// Which.
    pub format: ChainFormat,
}

/// How a chain is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChainFormat {
    /// One JSON file, which can be imported again.
    Json,
    /// One workbook, which can be imported again.
    Xlsx,
    /// Four text files.
    Csv,
}

/// A chain as files.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainFiles {
    /// The files.
    pub files: Vec<ChainFile>,
}

/// A file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainFile {
    /// Its name.
    pub name: String,
    /// Its bytes, base64.
    pub data: String,
}

/// Brings a chain in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainImport {
    /// The name of the file.
    pub file_name: String,
    /// Its bytes, base64.
    pub data: String,
    /// Only says what would happen.
    pub dry_run: Option<bool>,
}

/// What came in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainImported {
    /// The action, for undo; null when nothing was written.
    pub batch: Option<Uuid>,
    /// Records made.
    pub created: u32,
    /// Records changed.
    pub changed: u32,
    /// Records that had these values already.
    pub unchanged: u32,
    /// What is wrong; any error means that nothing was written.
    pub problems: Vec<ChainProblem>,
}

/// Something wrong with a row; its sentence stands under `chain.problem.<code>`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainProblem {
    /// The sheet or list.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: Option<u32>,
    /// Which.
    pub code: String,
    /// What the sentence names.
    pub params: BTreeMap<String, String>,
    /// Whether nothing can be written because of it.
    pub error: bool,
}

/// What a newer starter atlas has that the desk has not.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AtlasChanges {
    /// Its version.
    pub version: i64,
    /// The differences.
    pub changes: Vec<AtlasChange>,
}

/// A difference from the starter atlas.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AtlasChange {
    /// Names it for `apply_atlas_changes`.
    pub id: String,
    /// The kind of the record.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// `new`, `changed`, or `gone` from the atlas.
    #[ts(type = "'new' | 'changed' | 'gone'")]
    pub change: String,
    /// What differs.
    pub fields: Vec<AtlasField>,
}

/// A field that differs from the starter atlas.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AtlasField {
    /// The field.
    pub field: String,
    /// What the desk has.
    pub ours: Json,
    /// What the atlas has.
    pub atlas: Json,
    /// Whether a person wrote what the desk has. A record that is gone from the
    /// atlas tells here what people wrote in it; what they did not is left out.
    pub edited: bool,
}

/// Takes differences over.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApplyAtlasChanges {
    /// Which.
    #[serde(default)]
    pub ids: Vec<String>,
    /// Of records that changed, the fields that stay as they are here, by the record's id.
    #[serde(default)]
    pub without: BTreeMap<String, Vec<String>>,
}
