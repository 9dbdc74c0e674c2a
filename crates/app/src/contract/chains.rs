//! The maps of industry chains: what a window draws.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What part of some segments the zone covers (链完整度).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainShare {
    /// 0 to 1; null when nothing is assessed.
    pub value: Option<f64>,
    /// The part of the weight that rests on real capacity.
    pub measured: Option<f64>,
    /// Leaves that are assessed.
    pub known: u32,
    /// All leaves.
    pub leaves: u32,
}

/// An industry chain in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainInfo {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The version of the starter atlas it came from.
    pub atlas_version: Option<i64>,
    /// Segments.
    pub segments: u32,
    /// Segments without parts.
    pub leaves: u32,
    /// Relations.
    pub relations: u32,
    /// Local firms that make something of it.
    pub local: u32,
    /// Firms elsewhere that do.
    pub target: u32,
    /// Open gaps.
    pub gaps: u32,
    /// How complete it is.
    pub completeness: ChainShare,
}

/// The chains of the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Chains {
    /// In their order.
    pub chains: Vec<ChainInfo>,
}

/// Asks for a map.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainMapRequest {
    /// The chain, by code or id.
    pub chain: String,
    /// As it stood on this day, ISO 8601; now when absent.
    pub at: Option<String>,
}

/// A chain worked out, in one piece.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainMap {
    /// The chain.
    pub chain: ChainInfo,
    /// The day it is told of; null for now.
    pub at: Option<String>,
    /// Of a past day: the first day that people's records tell of the chain; null where
    /// none does. An earlier day shows what the chain began with.
    pub since: Option<String>,
    /// The version of weights and thresholds.
    pub formula: u32,
    /// The weights of the four parts.
    pub weights: ChainParts,
    /// The layers that have segments, in order.
    pub layers: Vec<ChainLayer>,
    /// A segment before its parts, siblings in their order.
    pub segments: Vec<SegmentInfo>,
    /// What flows between them.
    pub relations: Vec<RelationInfo>,
}

/// A layer of a chain.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainLayer {
    /// Which.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'")]
    pub layer: String,
    /// How complete it is.
    pub completeness: ChainShare,
}

/// The four parts of a gap, or their weights; null where nothing is known.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainParts {
    /// How much local firms downstream hang on it.
    pub importance: Option<f64>,
    /// How near it is to what the zone can do.
    pub feasibility: Option<f64>,
    /// How many good targets there are.
    pub availability: Option<f64>,
    /// How much policy wants it.
    pub policy: Option<f64>,
}

/// Firms and work in a segment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SegmentCounts {
    /// Local firms that make it.
    pub local: u32,
    /// Firms elsewhere that make it.
    pub target: u32,
    /// Local firms that plan it.
    pub plan: u32,
    /// Local firms that need it.
    pub need: u32,
    /// Leads that are worked on.
    pub lead: u32,
    /// Projects.
    pub project: u32,
    /// Contract capital signed, in yuan with two decimals.
    pub signed_yuan: String,
}

/// A person's judgement that holds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StateOverride {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The state.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub state: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub person: Option<super::PersonRef>,
    /// The last day it holds.
    pub expires_at: Option<String>,
}

/// A segment of a map.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SegmentInfo {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its code.
    pub code: Option<String>,
    /// The segment it is part of.
    pub parent: Option<Uuid>,
    /// Its layer.
    #[ts(type = "'upstream' | 'midstream' | 'downstream' | 'support'")]
    pub layer: String,
    /// Its place among its siblings.
    pub order_key: String,
    /// 0 at the first level.
    pub depth: u32,
    /// Whether it has no parts.
    pub leaf: bool,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Words that point to it.
    pub keywords: Vec<String>,
    /// Classes of GB/T 4754.
    pub gbt4754_codes: Vec<String>,
    /// What it is.
    pub description: Option<String>,
    /// Whether the chain cannot do without it.
    pub must_have: bool,
    /// Whether few can make it.
    pub chokepoint: bool,
    /// How much policy wants it.
    pub policy_priority: Option<String>,
    /// How far the row may be trusted.
    #[ts(type = "'high' | 'medium' | 'low' | null")]
    pub confidence: Option<String>,
    /// Where it is from.
    pub source: Option<String>,
    /// The state that holds; a person's judgement goes first.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub state: String,
    /// What the formula says.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub computed: String,
    /// The judgement.
    #[serde(rename = "override")]
    pub judged: Option<StateOverride>,
    /// 0 to 100; null for groups and what is not assessed.
    pub gap: Option<f64>,
    /// Its place among the open gaps, from 1.
    pub rank: Option<u32>,
    /// The best place of nine draws of the weights in ten.
    pub rank_low: Option<u32>,
    /// The worst place of these.
    pub rank_high: Option<u32>,
    /// The parts of the gap, each 0 to 1.
    pub parts: Option<ChainParts>,
    /// What part of the need is covered, 0 to 1.
    pub coverage: Option<f64>,
    /// Whether that rests on capacity; otherwise firms are counted.
    pub capacity_known: bool,
    /// The shrunk location quotient.
    pub lq: Option<f64>,
    /// How concentrated local makers are, 0 to 1.
    pub hhi: Option<f64>,
    /// Whether what is strong hangs on one firm.
    pub single_supplier: bool,
    /// Of a group: its leaves by state.
    pub states: Option<BTreeMap<String, u32>>,
    /// What is linked to the segment itself.
    pub direct: SegmentCounts,
    /// With everything in it; firms count once.
    pub total: SegmentCounts,
    /// How often people wrote about it in twelve months.
    pub changed: u32,
}

/// What flows between two segments.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RelationInfo {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// From where.
    pub from: Uuid,
    /// To where.
    pub to: Uuid,
    /// How.
    #[ts(type = "'supplies' | 'equips' | 'tests' | 'recycles' | 'serves'")]
    pub kind: String,
    /// What.
    pub what: Option<String>,
    /// How much one unit takes.
    pub coefficient: Option<f64>,
    /// What part of the need it is.
    pub share: Option<f64>,
    /// Whether the receiver stands still without it.
    pub critical: bool,
    /// How far the row may be trusted.
    #[ts(type = "'high' | 'medium' | 'low' | null")]
    pub confidence: Option<String>,
    /// Where it is from.
    pub source: Option<String>,
}

/// Asks for one segment in full.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChainSegmentRequest {
    /// The segment.
    pub segment: Uuid,
    /// As it stood on this day.
    pub at: Option<String>,
}

/// A segment in full.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainSegment {
    /// The segment.
    pub segment: SegmentInfo,
    /// Its chain.
    pub chain: Uuid,
    /// The way from the first level, itself last.
    pub path: Vec<Uuid>,
    /// Local ones first, then targets by score; each once.
    pub firms: Vec<SegmentFirm>,
    /// What it takes, also through groups it lies in.
    pub incoming: Vec<RelationInfo>,
    /// Where it goes, also through groups it lies in.
    pub outgoing: Vec<RelationInfo>,
    /// Why it stands as it does.
    pub why: Vec<ChainReason>,
    /// Its leads.
    pub leads: Vec<SegmentLead>,
    /// Its projects.
    pub projects: Vec<SegmentProject>,
}

/// A firm in a segment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SegmentFirm {
    /// The record that says so.
    pub link: Uuid,
    /// Its version.
    pub link_version: i64,
    /// The segment it is linked to.
    pub segment: Uuid,
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
    /// Whether it is ours.
    pub local: bool,
    /// What it has to do with it.
    #[ts(type = "'makes' | 'needs' | 'plans'")]
    pub role: String,
    /// The product.
    pub product: Option<String>,
    /// How much it can make.
    pub capacity: Option<f64>,
    /// In which unit.
    pub capacity_unit: Option<String>,
    /// What that rests on.
    pub evidence: Option<String>,
    /// When that was.
    pub evidence_date: Option<String>,
    /// How far the row may be trusted.
    #[ts(type = "'high' | 'medium' | 'low' | null")]
    pub confidence: Option<String>,
    /// Where it is from.
    pub source: Option<String>,
    /// Whether a person confirmed it.
    pub confirmed: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// Of targets: the score.
    pub score: Option<f64>,
    /// The lead there is.
    pub lead: Option<Uuid>,
    /// The office that claims it.
    pub claimed_by: Option<String>,
    /// When it was last visited.
    pub last_visit: Option<String>,
}

/// A record by id and title.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainRef {
    /// The record.
    pub id: Uuid,
    /// Its title.
    pub title: String,
}

/// Something that speaks for it; its sentence stands under `chain.reason.<code>`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChainReason {
    /// Which.
    pub code: String,
    /// What the sentence names.
    pub params: BTreeMap<String, String>,
}

/// A lead in a segment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SegmentLead {
    /// The lead.
    pub id: Uuid,
    /// The firm.
    pub enterprise: Option<Uuid>,
    /// What it is called.
    pub name: String,
    /// Whether it is worked on.
    pub open: bool,
}

/// A project in a segment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SegmentProject {
    /// The project.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its stage.
    pub stage: Option<String>,
    /// Contract capital signed, in yuan.
    pub signed_yuan: String,
}
