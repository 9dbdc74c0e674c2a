//! One row of a carrier ledger: a factory unit, and who has it.

use serde_json::{Value as Json, json};
use suoji_exchange::{LedgerRow, Level};
use suoji_model::kinds::{FACTORY_UNIT, LEASE};
use suoji_model::log::Values;
use suoji_model::{AreaUnit, Cell, Shape, Value};
use uuid::Uuid;

use super::super::called;
use super::super::cells::{cell_text, day, own, text, with_references};
use super::super::likeness;
use super::super::planner::Planner;
use super::{Fate, Reading};

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let Some((unit, name)) = unit(reading) else {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    };
    let mut lease = with_references(reading.planner, reading.row, &LEASE, &["unit"]);
    let none = none_taken(&mut lease);
    // A stroke where the tenant and the areas of others stand says nothing.
    let says = |field: &str| {
        let value = lease.get(field);
        value.is_some_and(|value| value.get("absent").is_none())
    };
    if !["tenant", "leased_area", "sold_area"].into_iter().any(says) {
        return Fate::Told;
    }
    let is_unnamed = !says("tenant");
    let standing = is_unnamed.then(|| named_leases(reading, unit));
    if let Some(standing) = standing.filter(|standing| !standing.is_empty()) {
        // How much of it is let, its leases say better, and none of them is over.
        for lease in standing {
            let nothing = Values::new();
            reading.planner.tell(&LEASE, lease, nothing, Values::new());
        }
        return Fate::Told;
    }
    keep_floor(reading, unit, &mut lease);
    lease.insert("unit".to_owned(), json!(unit));
    let vacated = is_vacated(reading);
    if vacated {
        lease.insert("ended".to_owned(), json!(true));
    }
    let lease = tell_lease(reading, unit, lease, &none);
    if !vacated && exceed(reading, unit, lease) {
        reading.report("leases_exceed_unit", Level::Should, name);
    }
    Fate::Told
}

/// The row's unit and what it is called; nothing where the row names none.
fn unit(reading: &mut Reading<'_>) -> Option<(Uuid, String)> {
    let mut unit = own(reading.row, &FACTORY_UNIT);
    let parts = ["park", "building", "unit_no"];
    let parts: Vec<String> = parts.iter().filter_map(|part| text(&unit, part)).collect();
    let name = text(&unit, "name").filter(|_| parts.is_empty() || !unit.contains_key("unit_no"));
    let name = name.or_else(|| (!parts.is_empty()).then(|| parts.join(" ")))?;
    let known = known(reading, &unit, &name).or_else(|| building(reading, &unit));
    let is_taken = known.is_none() && called(reading.planner, &name).is_some();
    let name = match text(&unit, "park").filter(|_| is_taken) {
        Some(park) => format!("{park} {name}"),
        None => name,
    };
    let raw = reading.raw("factory_unit");
    let Some(id) = known else {
        if is_list_of_leases(reading) && reading.planner.register.has_measured_units {
            reading.report("unit_not_listed", Level::Should, name.as_str());
        }
        unit.insert("name".to_owned(), json!(name));
        return Some((reading.planner.create(&FACTORY_UNIT, unit, raw), name));
    };
    // It keeps its name and its number where they are only written otherwise.
    unit.remove("name");
    if is_part(reading, id) {
        unit.remove("unit_no");
    }
    for part in ["building", "unit_no"] {
        let of = |text: &str| called::unit(text);
        let there = reading.planner.text(id, part).map(of);
        if there.is_some() && there == text(&unit, part).as_deref().map(of) {
            unit.remove(part);
        }
    }
    if is_vacated(reading) {
        unit.clear();
    }
    reading.planner.tell(&FACTORY_UNIT, id, unit, raw);
    Some((id, name))
}

/// Whether the row says 已退租: that is said of the tenant, and not of the unit,
/// which may be let again.
fn is_vacated(reading: &Reading<'_>) -> bool {
    cell_text(reading.row, "factory_unit", "state") == Some("vacated")
}

/// Takes out of a lease the areas that are zero, and names them.
fn none_taken(lease: &mut Values) -> Vec<&'static str> {
    let is_none = |area: &&str| {
        let area = lease
            .get(*area)
            .and_then(|value| value.get("area")?.as_str());
        area == Some("0")
    };
    let none: Vec<&str> = AREAS.iter().copied().filter(is_none).collect();
    for area in &none {
        lease.remove(*area);
    }
    none
}

/// Tells of the lease of a unit that is there, or makes a new one; of what is
/// `none` there was something before.
fn tell_lease(
    reading: &mut Reading<'_>,
    unit: Uuid,
    mut lease: Values,
    none: &[&'static str],
) -> Uuid {
    let raw = reading.raw("lease");
    let Some(known) = same(reading, unit, &lease) else {
        return reading.planner.create(&LEASE, lease, raw);
    };
    // What a ledger of units left out and lists again is not over.
    let over = reading.planner.value(known, "ended") == Some(&json!(true));
    if over && !is_vacated(reading) && !is_list_of_leases(reading) {
        lease.insert("ended".to_owned(), json!(false));
    }
    for area in none {
        // What was let is sold now.
        if reading.planner.value(known, area).is_some() {
            lease.insert((*area).to_owned(), Json::Null);
        }
    }
    for field in ["start_date", "end_date"] {
        // A month says no more of a lease than the day in it.
        let (stands, given) = (reading.planner.value(known, field), lease.get(field));
        if is_longer(stands, given) {
            lease.remove(field);
        }
    }
    reading.planner.tell(&LEASE, known, lease, raw);
    known
}

/// What of a unit somebody has.
const AREAS: [&str; 2] = ["leased_area", "sold_area"];

fn is_list_of_leases(reading: &Reading<'_>) -> bool {
    reading.sheet.table.kind == "lease"
}

/// The unit that is called so; one of a park that the row does not name, where
/// no other park has one.
fn known(reading: &Reading<'_>, unit: &Values, name: &str) -> Option<Uuid> {
    let planner = &reading.planner;
    let alike = planner.register.alike("factory_unit", name);
    let park = text(unit, "park");
    let only = || match (alike, &park) {
        ([only], None) => Some(*only),
        _ => None,
    };
    let here = || {
        let park = park.as_deref()?;
        let mut here = alike.iter().copied();
        here.find(|id| is_of_park(reading, *id, park) == Some(true))
    };
    called(planner, name)
        .filter(|id| {
            let park = park.as_deref();
            park.is_none_or(|park| is_of_park(reading, *id, park) != Some(false))
        })
        .or_else(only)
        .or_else(here)
}

/// The building in which a list of leases lets a floor, where only the building
/// is listed as a unit: `A1 | 1层` beside `A1`.
fn building(reading: &Reading<'_>, unit: &Values) -> Option<Uuid> {
    let name = building_of(reading.row).filter(|_| is_list_of_leases(reading))?;
    let planner = &reading.planner;
    let id = known(reading, unit, &name)?;
    let is_measured = planner.value(id, "floor_area").is_some();
    (is_measured && planner.text(id, "unit_no").is_none()).then_some(id)
}

/// What the building is called of which a row names a floor.
pub(in crate::import) fn building_of(row: &LedgerRow) -> Option<String> {
    let [park, building, floor] =
        ["park", "building", "unit_no"].map(|field| cell_text(row, "factory_unit", field));
    floor?;
    let parts: Vec<&str> = [park, Some(building?)].into_iter().flatten().collect();
    Some(parts.join(" "))
}

/// Whether the row is about a floor of this unit, which is the whole building.
fn is_part(reading: &Reading<'_>, unit: Uuid) -> bool {
    let floor = cell_text(reading.row, "factory_unit", "unit_no");
    let is_whole = reading.planner.text(unit, "unit_no").is_none();
    is_list_of_leases(reading) && floor.is_some() && is_whole
}

/// Keeps in the note of a lease which floor of the building it is of.
fn keep_floor(reading: &Reading<'_>, unit: Uuid, lease: &mut Values) {
    let floor = cell_text(reading.row, "factory_unit", "unit_no");
    let Some(floor) = floor.filter(|_| is_part(reading, unit)) else {
        return;
    };
    let note = text(lease, "note");
    let note = note.map_or_else(|| floor.to_owned(), |note| format!("{floor}\n{note}"));
    lease.insert("note".to_owned(), json!(note));
}

fn called(planner: &Planner, name: &str) -> Option<Uuid> {
    planner.register.find("factory_unit", "name", name)
}

/// Whether a unit is of this park, as every park has a 1号厂房; `None` where its
/// own is not known. One list of units calls a park by one name.
fn is_of_park(reading: &Reading<'_>, id: Uuid, park: &str) -> Option<bool> {
    let planner = &reading.planner;
    let own = planner.text(id, "park")?;
    let is_listed = !is_list_of_leases(reading) && planner.taken.contains(&id);
    Some(match is_listed {
        true => likeness::fold(own) == likeness::fold(park),
        false => is_one_park(own, park),
    })
}

/// Whether two parks may be one that is called shorter or longer.
fn is_one_park(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| {
        let name = likeness::fold(name);
        let end = PARKS.iter().find_map(|end| name.strip_suffix(end));
        end.map_or(name.clone(), str::to_owned)
    });
    one.contains(&other) || other.contains(&one)
}

/// What the names of parks end in.
const PARKS: &[&str] = &["标准厂房", "产业园区", "产业园", "工业园", "园区", "园"];

/// Whether what is let and sold of a unit at the time of a lease is more than
/// all of it.
fn exceed(reading: &Reading<'_>, unit: Uuid, lease: Uuid) -> bool {
    let planner = &reading.planner;
    let sqm = |id: Uuid, field: &str| {
        let json = planner.value(id, field)?;
        match Cell::read(&Shape::Area, json).ok()? {
            Cell::Known(Value::Area(area), _) => Some(i128::from(area.scaled_in(AreaUnit::Sqm))),
            _ => None,
        }
    };
    let Some(whole) = sqm(unit, "floor_area").filter(|whole| *whole > 0) else {
        return false;
    };
    let date = |id: Uuid, field: &str| day(planner.value(id, field));
    let before = |one: Uuid, other: Uuid| {
        let (end, start) = (date(one, "end_date"), date(other, "start_date"));
        end.zip(start).is_some_and(|(end, start)| end < start)
    };
    let stands = |other: &Uuid| {
        let over = planner.value(*other, "ended") == Some(&json!(true));
        // Those that a ledger of units leaves out are over at its end.
        let listed = is_list_of_leases(reading) || planner.taken.contains(other);
        *other == lease || listed && !over && !before(*other, lease) && !before(lease, *other)
    };
    let leases = planner.children("lease", unit).into_iter().filter(stands);
    let areas = leases.map(|one| {
        let areas = AREAS.map(|field| sqm(one, field));
        areas.into_iter().flatten().sum::<i128>()
    });
    areas.sum::<i128>() > whole + whole / 50
}

/// The leases of the unit's tenants that other files told of.
fn named_leases(reading: &Reading<'_>, unit: Uuid) -> Vec<Uuid> {
    let planner = &reading.planner;
    let named = |lease: &Uuid| {
        let over = planner.value(*lease, "ended") == Some(&json!(true));
        !over && !planner.taken.contains(lease) && planner.value(*lease, "tenant").is_some()
    };
    let leases = planner.children("lease", unit).into_iter();
    leases.filter(named).collect()
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
        planner.value(*id, "tenant") == lease.get("tenant") && is_one_time(start, given)
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
    // What a list of units says is let, of nobody, is said better by name.
    let is_unnamed = |id: &Uuid| {
        let over = planner.value(*id, "ended") == Some(&json!(true));
        let names = is_list_of_leases(reading) && lease.contains_key("tenant");
        names && !over && planner.value(*id, "tenant").is_none()
    };
    let same = open.clone().find(is_same);
    same.or_else(|| leases.iter().copied().find(is_again))
        .or_else(|| open.clone().find(|id| reading.made_here(*id)))
        .or_else(|| leases.iter().copied().find(is_unnamed))
}

/// Whether two days may be one: one of them is not known, or only by its month.
fn is_one_time(one: Option<&Json>, other: Option<&Json>) -> bool {
    let is_known = one.is_some() && other.is_some();
    !is_known || one == other || is_longer(one, other) || is_longer(other, one)
}

/// Whether a date is known better than another one, as a day of its month is.
fn is_longer(one: Option<&Json>, other: Option<&Json>) -> bool {
    let text = |value: Option<&Json>| Some(value?.get("date")?.as_str()?.to_owned());
    let both = text(one).zip(text(other));
    both.is_some_and(|(one, other)| one.len() > other.len() && one.starts_with(&other))
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
