//! The year's figures.

use serde::{Deserialize, Serialize};
use suoji_model::rule::SigningRule;
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the figures of a year.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FiguresRequest {
    /// The year.
    pub year: i32,
}

/// The figures of a year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Figures {
    /// The year.
    pub year: i32,
    /// The last day that counts, ISO 8601.
    pub cutoff: String,
    /// The rule they were counted by.
    pub rule: RuleInfo,
    /// F1 to F4.
    pub figures: Vec<Figure>,
    /// F1 and F2 month by month; agreements whose month is unknown are in
    /// none.
    pub by_month: Vec<Month>,
}

/// A counting rule.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RuleInfo {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// Its settings.
    #[ts(type = "Values")]
    pub settings: SigningRule,
}

/// A figure that knows its rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Figure {
    /// `F1` to `F4`.
    pub id: String,
    /// How much.
    pub value: FigureValue,
    /// `count` or `yi_yuan`.
    pub unit: String,
    /// The agreements behind it.
    pub ids: Vec<Uuid>,
    /// Of those, the ones with an approximate amount.
    pub approximate: Vec<Uuid>,
    /// Of those, the ones without an amount in yuan.
    pub missing: Vec<Uuid>,
    /// Agreements exactly on the figure's threshold.
    pub on_the_line: Vec<Uuid>,
}

/// A figure's value.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FigureValue {
    /// A number of things.
    Count {
        /// How many.
        count: u64,
    },
    /// An amount of yuan.
    Money {
        /// In yuan with two decimals, not rounded.
        yuan: String,
        /// In the figure's unit, rounded once.
        display: String,
    },
}

/// A month of the year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Month {
    /// 1 to 12.
    pub month: u32,
    /// Projects signed.
    pub count: u64,
    /// Their amount in yuan.
    pub yuan: String,
    /// The same in 亿元, rounded once.
    pub display: String,
    /// The agreements.
    pub ids: Vec<Uuid>,
}

/// The years that have signed agreements.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Years {
    /// Newest first.
    pub years: Vec<i32>,
}
