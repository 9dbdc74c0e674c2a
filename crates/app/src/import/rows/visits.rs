//! One row of a visit record.

use suoji_exchange::Level;
use suoji_model::kinds::VISIT;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{day, insert, with_references};
use super::links::links;
use super::parties;
use super::{Fate, Reading};

/// What tells two visits to one enterprise apart.
const TELLING: &[&str] = &["resident_office", "visit_type"];

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let own = parties::enterprise(reading);
    let mut values = with_references(reading.planner, reading.row, &VISIT, &[]);
    insert(&mut values, "enterprise", own);
    links(reading, &VISIT, &mut values);
    let says = ["enterprise", "content", "place", "their_people", "result"];
    if !says.iter().any(|field| values.contains_key(*field)) {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    }
    let raw = reading.raw("visit");
    match same(reading, &values) {
        Some(id) => reading.planner.tell(&VISIT, id, values, raw),
        None => {
            reading.planner.create(&VISIT, values, raw);
        }
    }
    Fate::Told
}

/// The visit of that day to that enterprise, or the one that an earlier state
/// of this row made. Two rows of one file are two visits.
fn same(reading: &Reading<'_>, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let enterprise = values.get("enterprise").and_then(|id| id.as_str());
    let visits = match enterprise.and_then(|id| Uuid::parse_str(id).ok()) {
        Some(enterprise) => planner.children("visit", enterprise),
        None => planner.visits_alone(),
    };
    let told = |id: &Uuid, field| planner.value(*id, field) == values.get(field);
    let date = day(values.get("visit_date"));
    let open = |id: &Uuid| !planner.taken.contains(id);
    let is_same = |id: &Uuid| {
        day(planner.value(*id, "visit_date")) == date
            && (enterprise.is_some() || told(id, "place") && told(id, "content"))
            && TELLING.iter().all(|field| {
                let (old, new) = (planner.value(*id, field), values.get(*field));
                old == new || old.is_none() || new.is_none()
            })
    };
    let known = visits.iter().copied().filter(open);
    let same = known.clone().find(is_same);
    same.or_else(|| known.clone().find(|id| reading.made_here(*id)))
}
