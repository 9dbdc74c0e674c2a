//! Frozen periods, and two periods side by side.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FigureValue, RuleInfo};

/// Freezes the figures of a year, or of its first months, as they stand.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Freeze {
    /// The year.
    pub year: i32,
    /// The last month that counts, 1 to 12; absent means all of the year.
    pub through: Option<u32>,
    /// What the period is called, such as 2023年度.
    pub name: String,
    /// Readings for this once, as for the figures.
    pub rule: Option<BTreeMap<String, String>>,
    /// A remark.
    pub note: Option<String>,
}

/// Asks for the frozen periods.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FrozenRequest {
    /// Only of this year.
    pub year: Option<i32>,
}

/// The frozen periods, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Frozen {
    /// The periods.
    pub periods: Vec<FrozenPeriod>,
}

/// A frozen period.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FrozenPeriod {
    /// The `snapshot` record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The year.
    pub year: i32,
    /// The last month that counts, 1 to 12.
    pub through: u32,
    /// When it was frozen, RFC 3339; the day alone where no more is known.
    pub frozen_at: String,
    /// The remark that was made with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The rules it was counted by.
    pub rule: RuleInfo,
    /// The figures as they were.
    pub figures: Vec<FrozenFigure>,
}

/// A figure as it was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FrozenFigure {
    /// The figure.
    pub id: String,
    /// What it showed.
    pub display: String,
    /// Its unit.
    pub unit: String,
    /// How many rows it had.
    pub rows: u64,
    /// What it consisted of, such as levels; none of a period that was frozen
    /// before they were kept.
    pub parts: Vec<FrozenPart>,
}

/// A part of a figure as it was.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FrozenPart {
    /// What its rows have in common, as in a figure's part; absent when
    /// nothing was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// How many rows it had.
    pub count: u64,
    /// What it showed besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
}

/// Asks what changed since a freeze.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FrozenChangesRequest {
    /// The `snapshot` record.
    pub id: Uuid,
}

/// What changed since a freeze, counted by the rules of the freeze.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FrozenChanges {
    /// The figures that are not as they were, and those whose rows are not.
    pub figures: Vec<FrozenChange>,
}

/// A figure against what was frozen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FrozenChange {
    /// The figure.
    pub id: String,
    /// The kind of its rows.
    pub kind: String,
    /// Its unit.
    pub unit: String,
    /// What it showed.
    pub was: String,
    /// What it shows.
    pub now: String,
    /// Rows that came in since (补报).
    pub late: Vec<Uuid>,
    /// Rows that count no longer (更正).
    pub withdrawn: Vec<Uuid>,
    /// Rows that count with another amount or in another part (更正).
    pub corrected: Vec<Correction>,
}

/// A row whose amount or part is another than was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields)]
pub struct Correction {
    /// The row.
    pub id: Uuid,
    /// The amount that was frozen, in yuan; empty when there was none.
    pub was: String,
    /// The amount now.
    pub now: String,
    /// The part of the figure that it was in, such as a level, when it is in
    /// another now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was_part: Option<String>,
    /// The part that it is in now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now_part: Option<String>,
}

/// Asks for the same months of two years side by side.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CompareRequest {
    /// The later year.
    pub year: i32,
    /// The earlier; absent means the year before.
    pub with: Option<i32>,
    /// The last month that counts in both, 1 to 12; absent means all of each.
    pub through: Option<u32>,
    /// Readings for this once, as for the figures.
    pub rule: Option<BTreeMap<String, String>>,
}

/// The same months of two years side by side.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct Comparison {
    /// The later year.
    pub year: i32,
    /// The last month that counts in both, 1 to 12.
    pub through: u32,
    /// The earlier.
    pub with: i32,
    /// The frozen period that the earlier figures are of; absent when they
    /// were counted now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Uuid>,
    /// The settings that the frozen period was counted by in another reading
    /// than the later year.
    pub read_otherwise: Vec<String>,
    /// The figures of both.
    pub figures: Vec<Compared>,
}

/// Why a figure is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// Its records tell what is there now, and it was not frozen when the
    /// earlier period was reported.
    NotKept,
}

/// A figure of two years.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct Compared {
    /// The figure.
    pub id: String,
    /// Its unit.
    pub unit: String,
    /// The later value.
    pub now: FigureValue,
    /// The earlier value as shown; absent when it was not frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Why the earlier value is not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
    /// The change: percent with two decimals for amounts and counts,
    /// percentage points for rates; `—` when there is nothing to compare with.
    pub change: String,
    /// `percent` or `points`.
    pub change_unit: String,
}
