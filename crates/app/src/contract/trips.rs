//! Trips: planned journeys to firms worth a call, and what to know before one.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::{ChainReason, ChainRef, Given, LocalOutlet};

/// The trips of the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trips {
    /// The one that leaves last first; those without a day before all others.
    pub trips: Vec<TripInfo>,
}

/// A trip in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TripInfo {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The office that goes.
    pub office: Option<ChainRef>,
    /// Who leads it.
    pub leader: Option<ChainRef>,
    /// The day it leaves, ISO 8601.
    pub start_date: Option<String>,
    /// The day it is back.
    pub end_date: Option<String>,
    /// Where it goes.
    pub place: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
    /// How many firms are on it.
    pub stops: u32,
    /// How many of them were visited.
    pub visited: u32,
}

/// Names a trip.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TripRequest {
    /// The trip.
    pub trip: Uuid,
}

/// A trip with its stops.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trip {
    /// The trip.
    pub trip: TripInfo,
    /// In their order.
    pub stops: Vec<TripStop>,
}

/// A firm on a trip.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TripStop {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// `not_asked`, `arranged`, `moved`, `cancelled` or `visited`.
    #[ts(type = "'not_asked' | 'arranged' | 'moved' | 'cancelled' | 'visited'")]
    pub appointment: String,
    /// The appointed day.
    pub day: Option<String>,
    /// Whom we meet.
    pub met: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The record of the visit.
    pub visit: Option<Uuid>,
    /// What to know before.
    pub brief: Brief,
}

/// Asks what to know before a firm is called.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BriefRequest {
    /// The firm.
    pub enterprise: Uuid,
    /// The gap it is called for; its best one when absent.
    pub segment: Option<Uuid>,
}

/// What to know before a firm is called.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Brief {
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
    /// How far that is.
    pub distance_km: Option<f64>,
    /// The office that covers the place.
    pub office: Option<ChainRef>,
    /// The lead that is worked on.
    pub lead: Option<Uuid>,
    /// Facts on record, by field of an enterprise; none is left out that has a value.
    pub facts: Vec<BriefFact>,
    /// The gap it fits; null where it fits none.
    pub gap: Option<BriefGap>,
    /// 0 to 100; null where evidence is too little.
    pub score: Option<f64>,
    /// What speaks for it.
    pub reasons: Vec<ChainReason>,
    /// Firms of ours that take what it makes.
    pub serves: Vec<LocalOutlet>,
    /// What came before, the latest first.
    pub contacts: Vec<BriefContact>,
    /// What to ask; sentences under `chain.question.<code>`.
    pub questions: Vec<ChainReason>,
}

/// A field of an enterprise that says something.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefFact {
    /// Which.
    pub field: String,
    /// What it says.
    pub value: Json,
}

/// The gap a firm is called for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefGap {
    /// The code of its chain.
    pub chain: String,
    /// The name of that.
    pub chain_name: String,
    /// The English name of that.
    pub chain_name_en: Option<String>,
    /// The segment.
    pub segment: Uuid,
    /// From the first level down, itself last.
    pub path: Vec<String>,
    /// The same in English, where there are such names.
    pub path_en: Vec<String>,
    /// How it stands.
    #[ts(type = "'strong' | 'weak' | 'missing' | 'extend' | 'unknown'")]
    pub state: String,
    /// 0 to 100.
    pub score: Option<f64>,
    /// Its place among the gaps.
    pub rank: Option<u32>,
    /// Why it is one.
    pub why: Vec<ChainReason>,
}

/// Something that came before: a visit or a lead.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BriefContact {
    /// `visit` or `lead`.
    #[ts(type = "'visit' | 'lead'")]
    pub kind: String,
    /// The record.
    pub id: Uuid,
    /// When.
    pub date: Option<String>,
    /// Who was there, or what the lead is called.
    pub title: Option<String>,
    /// What came of it.
    pub text: Option<String>,
}

/// Puts firms on a trip; those that are on it already are left alone.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlanStops {
    /// The trip; a new one when absent.
    pub trip: Option<Uuid>,
    /// What a new one is called.
    pub name: Option<String>,
    /// Who goes on a new one.
    pub office: Option<Uuid>,
    /// Where a new one goes.
    pub place: Option<String>,
    /// The firms.
    #[serde(default)]
    pub stops: Vec<PlanStop>,
}

/// A firm to put on a trip.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlanStop {
    /// The firm.
    pub enterprise: Uuid,
    /// The gap it is called for.
    pub segment: Option<Uuid>,
}

/// What became of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StopsPlanned {
    /// The action, for undo; null when nothing was written.
    pub batch: Option<Uuid>,
    /// The trip.
    pub trip: Uuid,
    /// Its name.
    pub name: String,
    /// Firms put on it.
    pub added: u32,
    /// Firms that were on it already.
    pub there: u32,
}

/// Moves a stop.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MoveStop {
    /// The stop.
    pub stop: Uuid,
    /// The version when it was last seen.
    pub seen: i64,
    /// The stop before it; null for the first place; last when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Option<Uuid>>")]
    pub after: Given<Uuid>,
}

/// Says that a firm was visited: the record of the visit is made, with what the stop knows.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FinishStop {
    /// The stop.
    pub stop: Uuid,
    /// The version when it was last seen.
    pub seen: i64,
    /// The day of the visit; the appointed day, or today, when absent.
    pub day: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// What comes next.
    pub follow_up: Option<String>,
}

/// A visit that was made a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StopFinished {
    /// The record of the visit.
    pub visit: Uuid,
    /// Whether it was made now.
    pub created: bool,
}
