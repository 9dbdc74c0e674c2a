//! The figures of a period, each with its rule, its rows and its other readings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the figures of a year, or of its first months.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FiguresRequest {
    /// The year.
    pub year: i32,
    /// The last month that counts, 1 to 12; absent means all of the year.
    pub through: Option<u32>,
    /// Readings for this once, by setting; the others are those kept.
    pub rule: Option<BTreeMap<String, String>>,
    /// Only the figures: no breakdowns and no other readings.
    pub plain: Option<bool>,
}

/// The figures of a year, or of its first months.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Figures {
    /// The year.
    pub year: i32,
    /// The last month that counts, 1 to 12.
    pub through: u32,
    /// The last day that counts, ISO 8601.
    pub cutoff: String,
    /// The rules they were counted by.
    pub rule: RuleInfo,
    /// F1 to F11, F16 to F18, F23, then leads, visits, payments and parcels.
    pub figures: Vec<Figure>,
    /// The signed projects and their amount by one thing each; so are leads,
    /// visits and payments.
    pub breakdowns: Vec<Breakdown>,
}

/// Counting rules (口径).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleInfo {
    /// Their name.
    pub name: String,
    /// Their version.
    pub version: u32,
    /// The reading of every setting.
    pub settings: BTreeMap<String, String>,
    /// The settings that do not have the reading that is kept.
    pub changed: Vec<String>,
    /// The settings that do not have their usual reading.
    #[serde(default)]
    pub unusual: Vec<String>,
}

/// A figure that knows its rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Figure {
    /// `F1`, `F2` and so on as the domain notes number them, or a name. Its
    /// words stand under `figure.<id>`.
    pub id: String,
    /// How much.
    pub value: FigureValue,
    /// The unit of `display`, under `unit.<unit>`.
    pub unit: String,
    /// What it is about.
    pub group: Group,
    /// Of the period, or at the cut-off.
    pub nature: Nature,
    /// The kind of the rows.
    pub kind: String,
    /// The rows behind it.
    pub ids: Vec<Uuid>,
    /// Of those, the ones with an approximate amount.
    pub approximate: Vec<Uuid>,
    /// Of those, the ones so roughly dated that they may lie behind the
    /// cut-off.
    pub rough: Vec<Uuid>,
    /// Rows without an amount in yuan: those that add nothing to a sum, and
    /// those of which nobody can say whether they are over the line.
    pub missing: Vec<Uuid>,
    /// Rows exactly on the figure's threshold.
    pub on_the_line: Vec<Uuid>,
    /// Leases left out because they are over, though the state of their unit
    /// still says that it is let.
    pub lapsed: Vec<Uuid>,
    /// Rows that would count, but that they may repeat others, which nobody
    /// decided yet.
    pub undecided: Vec<Uuid>,
    /// What it consists of, such as levels.
    pub parts: Vec<FigurePart>,
    /// The settings that bear on it.
    pub settings: Vec<String>,
    /// What it would be under another reading of one setting.
    pub other_readings: Vec<OtherReading>,
    /// The amount of each row in fen, in the order of `ids`; a freeze keeps
    /// them.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) amounts: Vec<Option<i64>>,
}

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Signed agreements.
    Signing,
    /// Leads and visits.
    Leads,
    /// Key projects.
    KeyProjects,
    /// Factories and land.
    Sites,
    /// Paid-in capital.
    Capital,
}

/// Whether a figure is of a period or of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 当年
    Flow,
    /// 时点
    Stock,
}

/// A figure's value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FigureValue {
    /// A number of things.
    Count {
        /// How many.
        count: u64,
        /// The same as text.
        display: String,
    },
    /// An amount of yuan.
    Money {
        /// In yuan with two decimals, not rounded.
        yuan: String,
        /// In the figure's unit, rounded once; `—` where none of the rows has an
        /// amount.
        display: String,
    },
    /// An area.
    Area {
        /// In square metres, not rounded.
        sqm: String,
        /// In the figure's unit, rounded once.
        display: String,
    },
    /// A share of a whole.
    Rate {
        /// The part: things, yuan or square metres.
        part: String,
        /// The whole.
        whole: String,
        /// In percent with two decimals, rounded once; `—` of nothing, and where
        /// nobody knows the part.
        display: String,
    },
    /// A change of a rate.
    Change {
        /// The rate now, in percent.
        now: String,
        /// The rate before, in percent.
        before: String,
        /// The change in the figure's unit; `—` when there is no rate before.
        display: String,
    },
}

impl FigureValue {
    /// The value as it is shown, in the figure's unit.
    pub fn display(&self) -> &str {
        match self {
            Self::Count { display, .. }
            | Self::Money { display, .. }
            | Self::Area { display, .. }
            | Self::Rate { display, .. }
            | Self::Change { display, .. } => display,
        }
    }
}

/// A part of a figure or a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields)]
pub struct FigurePart {
    /// What it is the part of: a month, a choice, a record's id, a text; null
    /// when nothing was entered.
    pub key: Option<String>,
    /// The title of the record that `key` names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// How many rows.
    pub count: u64,
    /// Their amount in yuan, where the figure has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yuan: Option<String>,
    /// The same in the figure's unit, rounded once; a share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The rows.
    pub ids: Vec<Uuid>,
}

/// A figure under another reading of one setting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OtherReading {
    /// The setting.
    pub setting: String,
    /// The other reading.
    pub value: String,
    /// What the figure would show.
    pub display: String,
    /// The unit of `display`: a reading may have its own.
    pub unit: String,
    /// Whether it is what the setting reads when nobody chose.
    pub usual: bool,
}

/// What a breakdown goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Under construction or planned.
    LedgerKind,
    /// Continuing or new, under construction or planned.
    NatureAndLedger,
    /// The light.
    RagStatus,
    /// The month of the date.
    Month,
    /// The industry chain.
    Chain,
    /// Where the money comes from.
    SourceRegion,
    /// How it was won.
    PromotionMethod,
    /// The resident office.
    ResidentOffice,
    /// Who brought it.
    Partner,
    /// The band of its amount.
    Band,
    /// The channel of a lead.
    LeadSource,
    /// The unit that reported a lead.
    ReportingUnit,
    /// The type of a visit.
    VisitType,
    /// The kind of funds.
    FundKind,
}

/// Rows of one figure in exclusive parts that together are all of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Breakdown {
    /// The figure whose rows they are: `F1`, `F5`, `visits` or `payments`.
    pub figure: String,
    /// The kind of the rows.
    pub kind: String,
    /// What it goes by.
    pub by: By,
    /// The parts; months and bands in their order, others from the largest.
    pub parts: Vec<FigurePart>,
}

/// The rules that are kept, and everything that may be chosen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RuleBook {
    /// Their version.
    pub version: u32,
    /// Every setting.
    pub settings: Vec<SettingInfo>,
}

/// One ambiguity and its readings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingInfo {
    /// Its name; words stand under `rule.<name>`.
    pub name: String,
    /// The figures it bears on.
    pub figures: Vec<String>,
    /// What it may read, under `reading.<name>.<reading>`; empty for an amount
    /// in whole yuan.
    pub readings: Vec<String>,
    /// What it reads when nobody chose.
    pub default: String,
    /// What it reads.
    pub reading: String,
}

/// Keeps other readings.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRules {
    /// Readings by setting; settings not named stay.
    pub rule: BTreeMap<String, String>,
}

/// The years that have figures.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Years {
    /// Newest first.
    pub years: Vec<i32>,
}
