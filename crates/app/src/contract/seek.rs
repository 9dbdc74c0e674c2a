//! From a map to work: gaps, targets, parks, what was and what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{ChainParts, ChainReason, ChainRef, ChainShare};

/// Asks for the open gaps.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainGapsRequest {
    /// The chain, by code or id.
    pub chain: String,
    /// Only inside this one.
    pub segment: Option<Uuid>,
    /// How many at the most.
    pub limit: Option<u32>,
}

/// The open gaps.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainGaps {
    /// The heaviest first.
    pub gaps: Vec<ChainGap>,
}

/// An open gap.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainGap {
    /// The segment.
    pub segment: Uuid,
    /// The firms behind it, local ones first.
    pub ids: Vec<Uuid>,
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// The names on the way to it.
    pub path: Vec<String>,
    /// The same in English, where there are such names.
    pub path_en: Vec<String>,
    /// Its layer.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'")]
    pub layer: String,
    /// Its state.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub state: String,
    /// 0 to 100.
    pub score: f64,
    /// From 1.
    pub rank: u32,
    /// The best place of nine draws in ten.
    pub rank_low: u32,
    /// The worst of these.
    pub rank_high: u32,
    /// How many gaps have the same score, itself among them.
    pub equal: u32,
    /// The parts.
    pub parts: ChainParts,
    /// What is covered.
    pub coverage: Option<f64>,
    /// Local firms.
    pub local: u32,
    /// Firms elsewhere.
    pub target: u32,
}

/// Asks whom to call.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainTargetsRequest {
    /// The chain, by code or id.
    pub chain: String,
    /// For this one; without it, for all open gaps.
    pub segment: Option<Uuid>,
    /// How many at the most; 50 when absent.
    pub limit: Option<u32>,
}

/// Whom to call.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainTargets {
    /// For what.
    pub segment: Option<Uuid>,
    /// The best first; those without enough evidence last.
    pub targets: Vec<ChainTarget>,
    /// How many there are.
    pub total: u32,
}

/// A firm to call.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainTarget {
    /// The firm.
    pub enterprise: Uuid,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<String>,
    /// Where it is.
    pub region: Option<String>,
    /// The park it sits in.
    pub park: Option<ChainRef>,
    /// The segment it is for.
    pub segment: Uuid,
    /// 0 to 100; null where evidence is too little.
    pub score: Option<f64>,
    /// How far the evidence may be trusted.
    pub confidence: f64,
    /// The parts.
    pub parts: TargetParts,
    /// What speaks for it.
    pub reasons: Vec<ChainReason>,
    /// How far its park is.
    pub distance_km: Option<f64>,
    /// The office that covers it.
    pub office: Option<ChainRef>,
    /// The lead there is.
    pub lead: Option<Uuid>,
    /// The office that claims it.
    pub claimed_by: Option<String>,
    /// When it was last visited.
    pub last_visit: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// The parts of a target's score, each 0 to 1; null where nothing is known.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TargetParts {
    /// How well its products fit.
    pub fit: Option<f64>,
    /// How much of the unmet need it could make.
    pub capacity: Option<f64>,
    /// How likely it is to build.
    pub propensity: Option<f64>,
    /// Local firms to sell to or buy from.
    pub linkage: Option<f64>,
    /// How crowded its park is.
    pub transfer: Option<f64>,
    /// Its standing.
    pub quality: Option<f64>,
}

/// Asks what a firm of ours brings along.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChainLocalRequest {
    /// The firm.
    pub enterprise: Uuid,
}

/// What a firm of ours lacks, and whom it could supply (以商招商).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainLocal {
    /// The firm.
    pub enterprise: Uuid,
    /// Its name.
    pub name: String,
    /// What it lacks, the heaviest gap first.
    pub needs: Vec<LocalNeed>,
    /// Who takes what it makes.
    pub outlets: Vec<LocalOutlet>,
}

/// What a firm of ours lacks.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LocalNeed {
    /// The segment.
    pub segment: Uuid,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The code of its chain.
    pub chain: String,
    /// Its state.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub state: String,
    /// The gap.
    pub gap: Option<f64>,
    /// The best five.
    pub targets: Vec<ChainTarget>,
}

/// Who takes what a firm of ours makes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LocalOutlet {
    /// The segment.
    pub segment: Uuid,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The code of its chain.
    pub chain: String,
    /// The firms.
    pub firms: Vec<ChainRef>,
}

/// Asks which park to visit.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainParksRequest {
    /// For this chain; all when absent.
    pub chain: Option<String>,
    /// Only for gaps inside this one.
    pub segment: Option<Uuid>,
    /// How many at the most; 20 when absent.
    pub limit: Option<u32>,
}

/// Which park to visit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainParks {
    /// The best first.
    pub parks: Vec<ChainPark>,
}

/// A park as a journey's goal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainPark {
    /// The park.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub region: Option<String>,
    /// Its rank.
    pub level: Option<String>,
    /// Degrees, WGS-84.
    pub longitude: Option<f64>,
    /// Degrees, WGS-84.
    pub latitude: Option<f64>,
    /// How far it is from ours.
    pub distance_km: Option<f64>,
    /// The office that covers it.
    pub office: Option<ChainRef>,
    /// What its best targets add up to.
    pub score: f64,
    /// The gaps one visit serves.
    pub gaps: Vec<ParkGap>,
    /// The targets there, twenty at the most.
    pub targets: Vec<ParkTarget>,
}

/// A gap that a visit serves.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ParkGap {
    /// The segment.
    pub segment: Uuid,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Targets there.
    pub targets: u32,
    /// The best score.
    pub best: f64,
}

/// A target in a park.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ParkTarget {
    /// The firm.
    pub enterprise: Uuid,
    /// Its name.
    pub name: String,
    /// The gap it fits best.
    pub segment: Uuid,
    /// The score.
    pub score: f64,
    /// What part of that counts for the park: 1 for a firm known to sit there;
    /// of a firm of which only the city is known, half is shared by the city's
    /// parks.
    pub share: f64,
}

/// Makes a lead of a target.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MakeLead {
    /// For what.
    pub segment: Uuid,
    /// Whom to call.
    pub enterprise: Uuid,
}

/// The lead of a target.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeadMade {
    /// The lead.
    pub lead: Uuid,
    /// Its version.
    pub version: i64,
    /// Whether there was none before.
    pub created: bool,
}

/// Asks how a chain grew.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainHistoryRequest {
    /// The chain, by code or id.
    pub chain: String,
    /// How far back, 12 when absent.
    pub months: Option<u32>,
}

/// How a chain grew.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainHistory {
    /// The first day people's records tell of; before it there is only what
    /// the program brought. Null without any.
    pub since: Option<String>,
    /// A month each, the oldest first.
    pub points: Vec<ChainPoint>,
    /// Segments whose state changed between the first and the last.
    pub closed: Vec<StateChange>,
}

/// A chain at the end of a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainPoint {
    /// The day.
    pub at: String,
    /// How complete it was.
    pub completeness: ChainShare,
    /// Its layers.
    pub layers: Vec<super::ChainLayer>,
    /// Leaves by state.
    pub states: BTreeMap<String, u32>,
}

/// A segment whose state changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StateChange {
    /// The segment.
    pub segment: Uuid,
    /// Its name.
    pub name: String,
    /// What it was.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub from: String,
    /// What it is.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub to: String,
    /// The end of the month in which it changed.
    pub at: String,
}

/// Asks what came of what was ranked high.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainBacktestRequest {
    /// The chain, by code or id.
    pub chain: String,
    /// The day of the ranking; a year ago when absent.
    pub at: Option<String>,
}

/// What came of what was ranked high.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainBacktest {
    /// The first day people's records tell of; before it there is only what
    /// the program brought. Null without any.
    pub since: Option<String>,
    /// The day of the ranking.
    pub at: String,
    /// The ten gaps ranked highest.
    pub segments: Vec<BacktestSegment>,
    /// The ten targets ranked highest.
    pub targets: Vec<BacktestTarget>,
    /// The part of these gaps in which something landed.
    pub segment_precision: Option<f64>,
    /// The part of these targets that landed.
    pub target_precision: Option<f64>,
}

/// A gap that was ranked high.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BacktestSegment {
    /// The segment.
    pub segment: Uuid,
    /// Its name.
    pub name: String,
    /// Its rank then.
    pub rank: u32,
    /// Whether something landed since.
    pub landed: bool,
}

/// A target that was ranked high.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BacktestTarget {
    /// The firm.
    pub enterprise: Uuid,
    /// Its name.
    pub name: String,
    /// What for.
    pub segment: Uuid,
    /// Its rank then.
    pub rank: u32,
    /// Whether it landed since.
    pub landed: bool,
}

/// Weights and thresholds of the formula.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainRules {
    /// Grows with every change.
    pub version: u32,
    /// Every one.
    pub settings: Vec<ChainSetting>,
}

/// A number of the formula.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainSetting {
    /// Its name; words under `chain.rule.<name>`.
    pub name: String,
    /// What holds.
    pub value: f64,
    /// When nobody chose.
    pub default: f64,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

/// Chooses other numbers.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveChainRules {
    /// By name.
    #[serde(default)]
    pub values: BTreeMap<String, f64>,
}
