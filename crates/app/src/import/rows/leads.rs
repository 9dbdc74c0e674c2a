//! One row of a lead ledger. Of several reports of one enterprise the
//! earliest is the lead; the others are kept for review and not counted.

use suoji_exchange::Level;
use suoji_model::kinds::LEAD;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{day, insert, text, with_references};
use super::super::likeness;
use super::links::links;
use super::parties;
use super::{Fate, Reading, doubt};
use crate::contract::OnDuplicate;

/// The reason given to a later report.
const DUPLICATE: &str = "duplicate_enterprise";
/// Reports further apart are of another lead.
const DAYS: i64 = 365;

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let own = parties::enterprise(reading);
    let mut values = with_references(reading.planner, reading.row, &LEAD, &["contact"]);
    insert(&mut values, "enterprise", own);
    links(reading, &LEAD, &mut values);
    let enterprise = id(&values, "enterprise");
    let contact = parties::contact(reading, enterprise);
    insert(&mut values, "contact", contact);
    let says = ["enterprise", "name", "content"];
    if !says.iter().any(|field| values.contains_key(*field)) {
        reading.report("title_missing", Level::Must, "");
        return Fate::Rejected;
    }
    let raw = reading.raw("lead");
    let known = enterprise
        .map(|id| reports(reading, id))
        .unwrap_or_default();
    let same = same(reading, &known, enterprise, &values);
    if let Some(id) = same.or_else(|| reading.in_place(&LEAD, &values)) {
        reading.planner.tell(&LEAD, id, values, raw);
        return Fate::Told;
    }
    let mine = when(&values);
    let within = |id: &Uuid| near(&mine, &reading.planner.reported(*id));
    let mut others: Vec<Uuid> = known.into_iter().filter(within).collect();
    others.retain(|id| reading.planner.text(*id, "same_verdict") != Some("different"));
    others.retain(|id| !is_of_other_project(reading, *id, &values));
    others.sort_by_key(|id| (reading.planner.reported(*id), *id));
    let level = match others.first() {
        Some(first) if id_of(reading, *first, "enterprise") == enterprise => "L2",
        _ => "L3",
    };
    match others.first().copied() {
        Some(first) if reading.planner.reported(first) <= mine => {
            match reading.suspect("lead", first, level, (DUPLICATE, Level::Must)) {
                OnDuplicate::Skip => return Fate::Skipped,
                OnDuplicate::Update => {
                    reading.planner.tell(&LEAD, first, values, raw);
                    return Fate::Told;
                }
                decision => doubt(&mut values, first, decision),
            }
            reading.planner.create(&LEAD, values, raw);
        }
        Some(first) => {
            // This one is the earliest: the others repeat it.
            match reading.is_repeated("lead", first, level, (DUPLICATE, Level::Must)) {
                OnDuplicate::Skip if !reading.planner.makes(first) => return Fate::Skipped,
                // Of two rows of this file the earlier report is the lead.
                OnDuplicate::Skip | OnDuplicate::Update => {
                    reading.planner.tell(&LEAD, first, values, raw);
                }
                decision => {
                    let id = reading.planner.create(&LEAD, values, raw);
                    for other in others {
                        let own = match other == first {
                            true => decision,
                            false => OnDuplicate::Ask,
                        };
                        reading.is_repeated_by(&LEAD, other, id, own);
                    }
                }
            }
        }
        None => {
            // One who brings several firms may stand with each of them.
            if let Some(first) = around(reading, enterprise, &mine) {
                reading.related("lead", first, ("same_contact", Level::Info));
            }
            reading.planner.create(&LEAD, values, raw);
        }
    }
    Fate::Told
}

/// The reports of an enterprise, under this name and under like ones.
fn reports(reading: &Reading<'_>, enterprise: Uuid) -> Vec<Uuid> {
    let planner = &reading.planner;
    let mut known = planner.children("lead", enterprise);
    let named = parties::enterprise_name(reading, "lead");
    let alike = parties::alike(reading, "lead");
    let others: Vec<Uuid> = alike.into_iter().chain(brands(reading, named)).collect();
    for (at, other) in others.iter().enumerate() {
        if *other != enterprise && !others[..at].contains(other) {
            known.extend(planner.children("lead", *other));
        }
    }
    known
}

/// The enterprises with the row's telephone number of which one is called as
/// the other begins: 宁波荻煦 beside 宁波荻煦新材料有限公司.
fn brands(reading: &Reading<'_>, named: Option<&str>) -> Vec<Uuid> {
    let planner = &reading.planner;
    let Some(own) = named.map(suoji_exchange::company_core) else {
        return Vec::new();
    };
    let begins = |firm: &Uuid| {
        let other = planner.text(*firm, "name");
        let other = other.map(suoji_exchange::company_core);
        other.is_some_and(|other| other.starts_with(&own) || own.starts_with(&other))
    };
    around_by_phone(reading).filter(begins).collect()
}

/// The enterprises with the row's telephone number, where few have it.
fn around_by_phone<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Uuid> + use<'r> {
    let register = &reading.planner.register;
    let firms = likeness::phones(reading.row).map(|phone| register.firms_of(&phone));
    let firms = firms.filter(|firms| firms.len() <= parties::MOST_FIRMS);
    firms.flat_map(|firms| firms.iter().copied())
}

/// Whether a row above reports another project of the firm: a list of one
/// office that names two does not report one of them twice.
fn is_of_other_project(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let same = |field: &str| planner.value(id, field) == values.get(field);
    let names = planner.text(id, "name").zip(text(values, "name"));
    let are_two = names.is_some_and(|(one, other)| !likeness::near(one, &other));
    planner.makes(id) && are_two && same("reporting_unit") && !same("planned_investment")
}

/// The earliest report of another enterprise whose contact has the same
/// telephone number.
fn around(
    reading: &Reading<'_>,
    enterprise: Option<Uuid>,
    mine: &(String, String),
) -> Option<Uuid> {
    let planner = &reading.planner;
    let others = around_by_phone(reading).filter(|firm| Some(*firm) != enterprise);
    let reports = others.flat_map(|firm| planner.children("lead", firm));
    let reports = reports.filter(|id| near(mine, &planner.reported(*id)));
    reports.min_by_key(|id| (planner.reported(*id), *id))
}

/// The report of that day by that unit, or the one that an earlier state of
/// this row made. Two rows of one file are two reports; where another file says
/// no unit, what was reported tells.
fn same(
    reading: &Reading<'_>,
    known: &[Uuid],
    enterprise: Option<Uuid>,
    values: &Values,
) -> Option<Uuid> {
    let planner = &reading.planner;
    let date = day(values.get("reported_at"));
    let mut open = known
        .iter()
        .copied()
        .filter(|id| !planner.taken.contains(id));
    let by_same_unit = |id: &Uuid| {
        let units = (
            planner.value(*id, "reporting_unit"),
            values.get("reporting_unit"),
        );
        let is_silent = units.0.is_none() || units.1.is_none();
        let says_same = || {
            let there = planner.text(*id, "content").map(likeness::fold);
            there.is_some() && there == text(values, "content").map(|own| likeness::fold(&own))
        };
        units.0 == units.1 || is_silent && !planner.makes(*id) && says_same()
    };
    let is_same = |id: &Uuid| {
        id_of(reading, *id, "enterprise") == enterprise
            && day(planner.value(*id, "reported_at")) == date
            && by_same_unit(id)
    };
    let same = open.clone().find(is_same);
    same.or_else(|| open.find(|id| reading.made_here(*id)))
}

/// When a report was made: day and time, no day last.
fn when(values: &Values) -> (String, String) {
    let date = day(values.get("reported_at"));
    let time = text(values, "reported_time").unwrap_or_default();
    (date.unwrap_or_else(|| "9999".to_owned()), time)
}

/// Whether two reports are close enough to be of one lead.
fn near(one: &(String, String), other: &(String, String)) -> bool {
    let read = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    match (read(&one.0), read(&other.0)) {
        (Some(one), Some(other)) => (one - other).num_days().abs() <= DAYS,
        _ => true,
    }
}

fn id(values: &Values, name: &str) -> Option<Uuid> {
    Uuid::parse_str(values.get(name)?.as_str()?).ok()
}

fn id_of(reading: &Reading<'_>, of: Uuid, field: &str) -> Option<Uuid> {
    Uuid::parse_str(reading.planner.text(of, field)?).ok()
}
