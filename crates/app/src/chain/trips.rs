//! Trips: which firms an office calls on next, in which order, and what came of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use suoji_chain::order;
use suoji_model::kinds::{TRIP, TRIP_STOP};
use suoji_model::log::{Intent, Values};
use suoji_model::words::{Language, sentence};
use suoji_store::{Desk, Query, Record};
use uuid::Uuid;

use super::book::text;
use super::briefing::Known;
use super::edit::{bin, create, done, edit};
use super::told;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{time, titles};

/// What a stop is while nobody says otherwise.
const NOT_ASKED: &str = "not_asked";
const VISITED: &str = "visited";
/// The most firms one trip can hold: a trip of more is a list, and no journey.
const MOST_STOPS: usize = 200;

impl App {
    /// The trips of the desk.
    pub(crate) async fn trips(&self, _: Nothing) -> Result<Trips, Fault> {
        let desk = self.desk().await?;
        let stops = all(&desk, &TRIP_STOP).await?;
        let mut trips = Vec::new();
        for record in all(&desk, &TRIP).await? {
            let own: Vec<&Record> = stops.iter().filter(|stop| on(stop, record.id)).collect();
            trips.push(info(&desk, &record, &own).await?);
        }
        trips.sort_by(|a, b| {
            let day = |trip: &TripInfo| (trip.start_date.is_none(), trip.start_date.clone());
            day(b).cmp(&day(a)).then(b.id.cmp(&a.id))
        });
        Ok(Trips { trips })
    }

    /// A trip with its stops, and what to know before each.
    pub(crate) async fn trip(&self, request: TripRequest) -> Result<Trip, Fault> {
        let desk = self.desk().await?;
        let record = desk.record(&TRIP, request.trip).await?;
        let stops = stops(&desk, request.trip).await?;
        let own: Vec<&Record> = stops.iter().collect();
        let trip = info(&desk, &record, &own).await?;
        let known = Known::read(self, &desk).await?;
        let mut told = Vec::new();
        for stop in &stops {
            let Some(firm) = id(&stop.values, "enterprise") else {
                continue;
            };
            let brief = known
                .brief(&desk, firm, id(&stop.values, "segment"))
                .await?;
            told.push(TripStop {
                id: stop.id,
                version: stop.version,
                appointment: appointment(stop).to_owned(),
                day: day(&stop.values, "visit_date"),
                met: some(&stop.values, "met"),
                note: some(&stop.values, "note"),
                visit: id(&stop.values, "visit"),
                brief,
            });
        }
        Ok(Trip { trip, stops: told })
    }

    /// Puts firms on a trip.
    pub(crate) async fn plan_stops(&self, request: PlanStops) -> Result<StopsPlanned, Fault> {
        let desk = self.desk().await?;
        let mut writes = Vec::new();
        let (trip, name, there) = match request.trip {
            Some(trip) => {
                let record = desk.record(&TRIP, trip).await?;
                let name = text(&record.values, "name").to_owned();
                (trip, name, stops(&desk, trip).await?)
            }
            None => {
                let named = request.name.filter(|name| !name.trim().is_empty());
                let day = [("day", time::today())];
                let day = day.iter().map(|(name, value)| (*name, value.as_str()));
                let name =
                    named.unwrap_or_else(|| sentence(Language::Chinese, "chain.trip_of", day));
                let values = json!({
                    "name": name, "resident_office": request.office, "place": request.place,
                });
                let write = create("trip", values)?;
                let id = write.record;
                writes.push(write);
                (id, name, Vec::new())
            }
        };
        let mut firms: BTreeSet<Uuid> = there
            .iter()
            .filter_map(|stop| id(&stop.values, "enterprise"))
            .collect();
        let mut last = there.last().map(|stop| key(stop).to_owned());
        let (mut added, mut known) = (0, 0);
        for stop in request.stops {
            if !firms.insert(stop.enterprise) {
                known += 1;
                continue;
            }
            let key = order::between(last.as_deref(), None);
            writes.push(create(
                "trip_stop",
                json!({
                    "trip": trip, "enterprise": stop.enterprise, "segment": stop.segment,
                    "order_key": key, "appointment": NOT_ASKED,
                }),
            )?);
            added += 1;
            last = Some(key);
        }
        if firms.len() > MOST_STOPS {
            return Err(Fault::new(Code::BadRequest).with("detail", format!("{MOST_STOPS}")));
        }
        let intent = match writes.len() {
            0 | 1 => Intent::Create,
            _ => Intent::BulkEdit,
        };
        let done = done(&desk, intent, writes, Vec::new()).await?;
        Ok(StopsPlanned {
            batch: done.batch,
            trip,
            name,
            added,
            there: known,
        })
    }

    /// Moves a stop within its trip.
    pub(crate) async fn move_stop(&self, request: MoveStop) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let record = desk.record(&TRIP_STOP, request.stop).await?;
        let trip = id(&record.values, "trip");
        let trip = trip.ok_or_else(|| missing("trip_stop", request.stop))?;
        let mut others = stops(&desk, trip).await?;
        others.retain(|stop| stop.id != request.stop);
        let at = match request.after.0 {
            None => others.len(),
            Some(None) => 0,
            Some(Some(after)) => {
                let before = others.iter().position(|stop| stop.id == after);
                before.ok_or_else(|| missing("trip_stop", after))? + 1
            }
        };
        let before = at.checked_sub(1).and_then(|at| others.get(at)).map(key);
        let key = order::between(before, others.get(at).map(key));
        let write = edit(
            "trip_stop",
            request.stop,
            request.seen,
            json!({ "order_key": key }),
        )?;
        done(&desk, Intent::Edit, vec![write], Vec::new()).await
    }

    /// Makes the record of a visit out of a stop.
    pub(crate) async fn finish_stop(&self, request: FinishStop) -> Result<StopFinished, Fault> {
        let desk = self.desk().await?;
        let stop = desk.record(&TRIP_STOP, request.stop).await?;
        if let Some(visit) = id(&stop.values, "visit") {
            return Ok(StopFinished {
                visit,
                created: false,
            });
        }
        let trip = id(&stop.values, "trip");
        let trip = desk
            .record(
                &TRIP,
                trip.ok_or_else(|| missing("trip_stop", request.stop))?,
            )
            .await?;
        let firm = id(&stop.values, "enterprise");
        let firm = firm.ok_or_else(|| missing("trip_stop", request.stop))?;
        let known = Known::read(self, &desk).await?;
        let brief = known
            .brief(&desk, firm, id(&stop.values, "segment"))
            .await?;
        let planned = day(&stop.values, "visit_date");
        let day = request.day.or(planned).unwrap_or_else(time::today);
        let gap = brief.gap.as_ref().map(|gap| gap.path.join("›"));
        let visit = create(
            "visit",
            json!({
                "enterprise": firm,
                "visit_date": { "date": day },
                "visit_type": "visit_out",
                "resident_office": trip.values.get("resident_office"),
                "leader": trip.values.get("leader"),
                "city": brief.region,
                "place": brief.park.map(|park| park.title),
                "their_people": some(&stop.values, "met"),
                "industry": gap,
                "lead": brief.lead,
                "visit_no": text(&trip.values, "name"),
                "result": request.result.filter(|text| !text.trim().is_empty()),
                "follow_up": request.follow_up.filter(|text| !text.trim().is_empty()),
            }),
        )?;
        let made = visit.record;
        let set = json!({
            "appointment": VISITED, "visit_date": { "date": day }, "visit": made,
        });
        let edited = edit("trip_stop", request.stop, request.seen, set)?;
        done(&desk, Intent::BulkEdit, vec![visit, edited], Vec::new()).await?;
        Ok(StopFinished {
            visit: made,
            created: true,
        })
    }

    /// Puts a trip into the bin with its stops; records of visits stay.
    pub(crate) async fn remove_trip(&self, request: TripRequest) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let record = desk.record(&TRIP, request.trip).await?;
        let mut writes = Vec::new();
        for stop in stops(&desk, request.trip).await? {
            writes.push(bin("trip_stop", stop.id, stop.version)?);
        }
        writes.push(bin("trip", record.id, record.version)?);
        done(&desk, Intent::BulkEdit, writes, Vec::new()).await
    }
}

fn missing(kind: &str, id: Uuid) -> Fault {
    Fault::new(Code::NoSuchRecord).about(kind, id)
}

/// Every living record of a kind.
async fn all(desk: &Desk, kind: &'static suoji_model::Kind) -> Result<Vec<Record>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    Ok(desk.select(kind, &query).await?.rows)
}

/// The stops of a trip, in their order.
async fn stops(desk: &Desk, trip: Uuid) -> Result<Vec<Record>, Fault> {
    let mut stops = all(desk, &TRIP_STOP).await?;
    stops.retain(|stop| on(stop, trip));
    stops.sort_by(|a, b| key(a).cmp(key(b)).then(a.id.cmp(&b.id)));
    Ok(stops)
}

fn on(stop: &Record, trip: Uuid) -> bool {
    id(&stop.values, "trip") == Some(trip)
}

fn key(stop: &Record) -> &str {
    text(&stop.values, "order_key")
}

fn appointment(stop: &Record) -> &str {
    match text(&stop.values, "appointment") {
        "" => NOT_ASKED,
        told => told,
    }
}

/// The record a field refers to.
pub(super) fn id(values: &Values, field: &str) -> Option<Uuid> {
    Uuid::parse_str(values.get(field)?.as_str()?).ok()
}

/// A day as a record has it.
pub(super) fn day(values: &Values, field: &str) -> Option<String> {
    let day = values.get(field)?.get("date").and_then(Json::as_str)?;
    Some(day.to_owned())
}

/// A text that says something.
pub(super) fn some(values: &Values, field: &str) -> Option<String> {
    Some(text(values, field).to_owned()).filter(|text| !text.is_empty())
}

async fn info(desk: &Desk, trip: &Record, stops: &[&Record]) -> Result<TripInfo, Fault> {
    let names = titles::names_of(desk, &TRIP, [&trip.values]).await?;
    let named = |field: &str| {
        let id = id(&trip.values, field)?;
        let title = names.get(&id)?.title.clone();
        Some(ChainRef { id, title })
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for stop in stops {
        *counts.entry(appointment(stop)).or_default() += 1;
    }
    Ok(TripInfo {
        id: trip.id,
        version: trip.version,
        name: text(&trip.values, "name").to_owned(),
        office: named("resident_office"),
        leader: named("leader"),
        start_date: day(&trip.values, "start_date"),
        end_date: day(&trip.values, "end_date"),
        place: some(&trip.values, "place"),
        note: some(&trip.values, "note"),
        stops: told::number(stops.len()),
        visited: told::number(counts.get(VISITED).copied().unwrap_or_default()),
    })
}
