//! One row of a visit record.

use serde_json::{Value as Json, json};
use suoji_exchange::Level;
use suoji_model::kinds::VISIT;
use suoji_model::log::Values;
use suoji_model::{PartialDate, Precision};
use uuid::Uuid;

use super::super::cells::{day, insert, with_references};
use super::super::likeness;
use super::links::links;
use super::parties;
use super::{Fate, Reading};
use crate::contract::OnDuplicate;

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
    match same(reading, &values).or_else(|| reading.in_place(&VISIT, &values)) {
        Some(id) => reading.planner.tell(&VISIT, id, values, raw),
        None => {
            let like = || Some((of_like_firm(reading, &values)?, "duplicate_enterprise"));
            let of_month = of_month(reading, &values).map(|other| (other, "visit_of_month"));
            match of_month.or_else(like) {
                Some((other, reason)) => return beside(reading, other, reason, values, raw),
                None => _ = reading.planner.create(&VISIT, values, raw),
            }
        }
    }
    Fate::Told
}

/// Plans a visit that may be another one, for this reason.
fn beside(
    reading: &mut Reading<'_>,
    other: Uuid,
    reason: &'static str,
    mut values: Values,
    raw: Values,
) -> Fate {
    let about = (reason, Level::Should);
    let verdict = match reading.suspect("visit", other, "L3", about) {
        OnDuplicate::Skip => return Fate::Skipped,
        OnDuplicate::Update => {
            reading.planner.tell(&VISIT, other, values, raw);
            return Fate::Told;
        }
        OnDuplicate::New => "different",
        OnDuplicate::Ask => "pending",
    };
    values.insert("suspected_same_as".to_owned(), json!(other));
    values.insert("same_verdict".to_owned(), json!(verdict));
    reading.planner.create(&VISIT, values, raw);
    Fate::Told
}

/// The visit of another file on the same day, of which the same is told, to an
/// enterprise that is called like this one.
fn of_like_firm(reading: &Reading<'_>, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let date = day(values.get("visit_date"))?;
    let is_same = |id: &Uuid| {
        !planner.makes(*id)
            && !planner.taken.contains(id)
            && day(planner.value(*id, "visit_date")).as_ref() == Some(&date)
            && tells_same(reading, *id, values)
    };
    let firms = parties::alike(reading, "visit");
    let mut visits = firms
        .into_iter()
        .flat_map(|firm| planner.children("visit", firm));
    visits.find(is_same)
}

/// Whether both tell the same of what was talked about.
fn tells_same(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let there = reading.planner.text(id, "content").map(likeness::fold);
    let here = values.get("content").and_then(Json::as_str);
    there.is_some() && there == here.map(likeness::fold)
}

/// The visit of another file to the same enterprise by the same office in the
/// same month, where one of the two says no day: no other visit may be it yet.
fn of_month(reading: &Reading<'_>, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let enterprise = Uuid::parse_str(values.get("enterprise")?.as_str()?).ok()?;
    let own = date(values.get("visit_date"))?;
    let visits = planner.children("visit", enterprise);
    let may_be = |id: &Uuid| {
        let date = date(planner.value(*id, "visit_date"));
        let is_one_of_month = date.is_some_and(|date| {
            let (coarse, fine) = match own.precision() {
                Precision::Month => (own, date),
                _ => (date, own),
            };
            let precisions = (coarse.precision(), fine.precision());
            let days = coarse.start()..=coarse.end();
            precisions == (Precision::Month, Precision::Day) && days.contains(&fine.start())
        });
        let office = planner.value(*id, "resident_office");
        is_one_of_month && office == values.get("resident_office")
    };
    let is_named = |id: &Uuid| {
        let of = json!(id);
        let mut visits = visits.iter();
        visits.any(|one| planner.value(*one, "suspected_same_as") == Some(&of))
    };
    let open = visits
        .iter()
        .copied()
        .filter(|id| !planner.taken.contains(id));
    open.filter(may_be).find(|id| !is_named(id))
}

fn date(value: Option<&Json>) -> Option<PartialDate> {
    PartialDate::parse(value?.get("date")?.as_str()?)
}

/// Who was there, by two registers of one visit.
const PEOPLE: &[&str] = &["our_people", "their_people", "leader"];

/// Whether a visit of the day stands in another ledger and is of other people:
/// all that is known of both is otherwise.
fn is_of_others(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    if planner.makes(id) || reading.is_of_file(id) {
        return false;
    }
    let text = |value: Option<&Json>| value.and_then(Json::as_str).map(likeness::fold);
    let both = PEOPLE.iter().filter_map(|field| {
        let (there, here) = (text(planner.value(id, field)), text(values.get(*field)));
        there.zip(here)
    });
    let both: Vec<(String, String)> = both.collect();
    let differ = |(one, other): &(String, String)| {
        let mut names = other.split(BETWEEN_NAMES).filter(|name| !name.is_empty());
        !names.any(|name| one.contains(name))
    };
    !both.is_empty() && both.iter().all(differ)
}

/// What stands between the names of people.
const BETWEEN_NAMES: &[char] = &['、', ',', '，', ';', '；', '/', ' '];

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
            && !is_of_others(reading, *id, values)
            && TELLING.iter().all(|field| {
                let (old, new) = (planner.value(*id, field), values.get(*field));
                // A title that supposes the type tells less than the content.
                let is_type = *field == "visit_type" && !planner.makes(*id);
                let is_told = is_type && tells_same(reading, *id, values);
                old == new || old.is_none() || new.is_none() || is_told
            })
    };
    let known = visits.iter().copied().filter(open);
    let same = known.clone().find(is_same);
    same.or_else(|| known.clone().find(|id| reading.made_here(*id)))
}
