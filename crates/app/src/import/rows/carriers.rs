//! One row of a carrier ledger: a factory unit, and who has it.

use serde_json::json;
use suoji_exchange::Level;
use suoji_model::kinds::{FACTORY_UNIT, LEASE};
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{own, text, with_references};
use super::super::planner::Planner;
use super::{Fate, Reading};

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let mut unit = own(reading.row, &FACTORY_UNIT);
    let mut lease = with_references(reading.planner, reading.row, &LEASE, &["unit"]);
    let parts = ["park", "building", "unit_no"];
    let parts: Vec<String> = parts.iter().filter_map(|part| text(&unit, part)).collect();
    let name = text(&unit, "name").filter(|_| parts.is_empty() || !unit.contains_key("unit_no"));
    let Some(name) = name.or_else(|| (!parts.is_empty()).then(|| parts.join(" "))) else {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    };
    unit.insert("name".to_owned(), json!(name));
    // 已退租 is said of the tenant, not of the unit, which may be let again.
    let vacated = text(&unit, "state").as_deref() == Some("vacated");
    let known = reading.planner.register.find("factory_unit", "name", &name);
    let raw = reading.raw("factory_unit");
    let id = match known {
        Some(id) if vacated => {
            reading.planner.tell(&FACTORY_UNIT, id, Values::new(), raw);
            id
        }
        Some(id) => {
            reading.planner.tell(&FACTORY_UNIT, id, unit, raw);
            id
        }
        None => reading.planner.create(&FACTORY_UNIT, unit, raw),
    };
    for area in ["leased_area", "sold_area"] {
        let none = lease
            .get(area)
            .and_then(|value| value.get("area")?.as_str())
            .is_some_and(|area| area == "0");
        if none {
            lease.remove(area);
        }
    }
    // A stroke where the tenant and the areas of others stand says nothing.
    let says = |field: &str| {
        let value = lease.get(field);
        value.is_some_and(|value| value.get("absent").is_none())
    };
    if !["tenant", "leased_area", "sold_area"].into_iter().any(says) {
        return Fate::Told;
    }
    if !says("tenant") && is_let(reading, id) {
        // How much of it is let, its leases say better.
        return Fate::Told;
    }
    lease.insert("unit".to_owned(), json!(id));
    if vacated {
        lease.insert("ended".to_owned(), json!(true));
    }
    let raw = reading.raw("lease");
    match same(reading, id, &lease) {
        Some(id) => reading.planner.tell(&LEASE, id, lease, raw),
        None => {
            reading.planner.create(&LEASE, lease, raw);
        }
    }
    Fate::Told
}

/// Whether the unit has tenants that other files told of.
fn is_let(reading: &Reading<'_>, unit: Uuid) -> bool {
    let planner = &reading.planner;
    let named = |lease: &Uuid| {
        let over = planner.value(*lease, "ended") == Some(&json!(true));
        !over && !planner.taken.contains(lease) && planner.value(*lease, "tenant").is_some()
    };
    planner.children("lease", unit).iter().any(named)
}

/// The lease of that tenant from that day, or the one that an earlier state
/// of this row made.
fn same(reading: &Reading<'_>, unit: Uuid, lease: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let leases = planner.children("lease", unit);
    let open = leases
        .iter()
        .copied()
        .filter(|id| !planner.taken.contains(id));
    let is_same = |id: &Uuid| {
        let start = planner.value(*id, "start_date");
        let given = lease.get("start_date");
        planner.value(*id, "tenant") == lease.get("tenant")
            && (start == given || start.is_none() || given.is_none())
    };
    // Another sheet of the workbook may list the tenants by floor once more.
    let is_again = |id: &Uuid| {
        ["tenant", "start_date"]
            .iter()
            .all(|field| lease.contains_key(*field))
            && AGAIN
                .iter()
                .all(|field| planner.value(*id, field) == lease.get(*field))
    };
    let same = open.clone().find(is_same);
    same.or_else(|| leases.iter().copied().find(is_again))
        .or_else(|| open.clone().find(|id| reading.made_here(*id)))
}

/// What two rows about one lease have in common.
const AGAIN: &[&str] = &["tenant", "start_date", "leased_area", "sold_area"];

/// A ledger says how things stand: an imported lease of one of its units that
/// it no longer lists is over.
pub(in crate::import) fn close(planner: &mut Planner) {
    for unit in planner.told_of("factory_unit") {
        for lease in planner.children("lease", unit) {
            let over = planner.value(lease, "ended") == Some(&json!(true));
            let imported = planner.origin(lease).is_some();
            if !over && imported && !planner.taken.contains(&lease) {
                let ended = Values::from_iter([("ended".to_owned(), json!(true))]);
                planner.tell(&LEASE, lease, ended, Values::new());
            }
        }
    }
}
