//! One row of a signing ledger: an agreement, its project, the investor, the
//! contact, and whom they name.

use serde_json::json;
use suoji_exchange::{Level, Target};
use suoji_model::kinds::{AGREEMENT, PROJECT, UNSIGNED_STAGES};
use suoji_model::log::Values;
use suoji_model::rule::SigningRule;
use suoji_model::{Cell, Value};
use uuid::Uuid;

use super::super::cells::{cell_text, insert, text, with_references};
use super::super::rounded;
use super::contracts::{self, AMOUNTS, TYPE};
use super::parties::{self, Named};
use super::{Fate, Reading, works};

/// Why a row makes a project and no agreement.
const NOT_SIGNED: &str = "not_signed_yet";
/// The stage of a project with a contract of which nothing else is known.
const SIGNED: &str = "signed";

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let named = cell_text(reading.row, "project", "name");
    let typed = cell_text(reading.row, "agreement", "agreement_type");
    let is_signed = reading.row.uncounted != Some(NOT_SIGNED);
    if named.is_none() || is_signed && typed.is_none() {
        return Fate::Rejected;
    }
    let party = parties::enterprise(reading);
    let contact = parties::contact(reading, party);
    let stage = is_signed.then(|| stage(reading));
    let project = match parties::project(reading, party, stage.as_deref()) {
        Named::Project(id) => id,
        Named::Nobody => return Fate::Rejected,
        Named::Skipped => return Fate::Skipped,
    };
    if !is_signed {
        return Fate::Told;
    }
    let mut values = with_references(reading.planner, reading.row, &AGREEMENT, &["project"]);
    values.insert("project".to_owned(), json!(project));
    insert(&mut values, "party", party);
    insert(&mut values, "contact", contact);
    let raw = reading.raw("agreement");
    let same = contracts::same(reading, project, &values);
    // Of what kind it is, the ledger that it is known from says.
    let typed = same.filter(|_| reading.row.is_type_supposed);
    if let Some(id) = typed {
        let own = reading.planner.value(id, TYPE).cloned();
        values.insert(TYPE.to_owned(), own.unwrap_or_default());
    }
    if stage.as_deref() == Some(SIGNED) && !is_open(&values) {
        signs(reading, project);
    }
    // A month says less than the day that is known.
    if let Some(day) = same.and_then(|id| contracts::date(reading.planner.value(id, "sign_date")))
        && contracts::date(values.get("sign_date"))
            .is_some_and(|month| contracts::is_within(day, month))
    {
        values.remove("sign_date");
    }
    if values.get("voided") == Some(&json!(true)) {
        void_again(reading, project, same, &values);
        tell_of_first(reading, project);
    }
    match same {
        Some(id) => {
            if reading.planner.taken.contains(&id) {
                parties::listed_again(reading, project);
            }
            reading.planner.tell(&AGREEMENT, id, values, raw);
        }
        None => {
            tell_of_earlier(reading, project, &values);
            reading.planner.create(&AGREEMENT, values, raw);
        }
    }
    Fate::Told
}

/// A project counts once, by its first contract: another of other amounts, from
/// another file, may be of another project that is called the same.
fn tell_of_earlier(reading: &mut Reading<'_>, project: Uuid, values: &Values) {
    let planner = &reading.planner;
    let rule = SigningRule::default();
    let counts = |kind: Option<&str>| {
        kind.is_some_and(|kind| rule.counted_types.iter().any(|one| one == kind))
    };
    let is_other = |id: &Uuid| {
        let there = |field: &str| planner.value(*id, field).filter(|value| value.is_object());
        let both = AMOUNTS
            .iter()
            .filter_map(|field| there(field).zip(values.get(*field)));
        let both: Vec<_> = both.collect();
        !planner.makes(*id)
            && planner.value(*id, "voided") != Some(&json!(true))
            && counts(planner.text(*id, TYPE))
            && !both.is_empty()
            && both
                .iter()
                .all(|(one, other)| !rounded::may_be_one(one, other))
    };
    let known = planner.children("agreement", project);
    let day = known.iter().find(|id| is_other(id)).map(|id| {
        let day = planner.value(*id, "sign_date");
        let day = day.and_then(|day| day.get("date")?.as_str());
        day.unwrap_or_default().to_owned()
    });
    if let Some(day) = day.filter(|_| counts(text(values, TYPE).as_deref())) {
        reading.report("signed_before", Level::Should, day);
    }
}

/// What was signed a second time for the amounts of a contract that ended, as at
/// a ceremony, ended with it.
fn void_again(reading: &mut Reading<'_>, project: Uuid, same: Option<Uuid>, values: &Values) {
    let others = reading.planner.children("agreement", project).into_iter();
    let planner = &reading.planner;
    let ended: Vec<Uuid> = others
        .filter(|id| Some(*id) != same && !planner.makes(*id))
        .filter(|id| planner.value(*id, "voided") != Some(&json!(true)))
        .filter(|id| {
            let there = AMOUNTS.map(|field| planner.value(*id, field));
            let of_same = |field| same.and_then(|same| planner.value(same, field));
            let here = AMOUNTS.map(|field| values.get(field).or_else(|| of_same(field)));
            here.iter().any(|own| own.is_some() && there.contains(own))
        })
        .collect();
    let kept = ["voided", "void_date", "void_reason"];
    let told = kept
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), values.get(*name)?.clone())));
    let told: Values = told.collect();
    for id in ended {
        reading
            .planner
            .remark(&AGREEMENT, id, told.clone(), Values::new());
        reading.report("voided_again", Level::Info, "");
    }
}

/// Of a project that may be another, what ended may be that one's: it counts on
/// until somebody decides.
fn tell_of_first(reading: &mut Reading<'_>, project: Uuid) {
    let planner = &reading.planner;
    let first = works::id(planner.value(project, "suspected_same_as"));
    let is_open = planner.text(project, "same_verdict") == Some("pending");
    if let Some(first) = first.filter(|_| is_open) {
        let name = planner.text(first, "name").unwrap_or_default().to_owned();
        reading.report("void_of_suspect", Level::Must, name);
    }
}

/// A project of which talks were known, or only payments, is signed now.
fn signs(reading: &mut Reading<'_>, project: Uuid) {
    let stands = reading.planner.text(project, "stage");
    if stands.is_none_or(|stage| UNSIGNED_STAGES.contains(&stage)) {
        let raw = reading.raw("project");
        let told = Values::from_iter([("stage".to_owned(), json!(SIGNED))]);
        reading.planner.tell(&PROJECT, project, told, raw);
    }
}

/// Whether the agreement binds to nothing yet.
fn is_open(values: &Values) -> bool {
    let kind = text(values, TYPE);
    kind.is_some_and(|kind| OPEN.contains(&kind.as_str()))
}

/// Kinds of agreement after which talks go on.
const OPEN: &[&str] = &["framework", "intent"];

/// What a signed row says of its project's stage.
fn stage(reading: &Reading<'_>) -> String {
    let cell = |kind, field| reading.row.cells.get(&Target { kind, field });
    let agreement = |field| cell(AGREEMENT.name, field);
    let own = cell("project", "stage").and_then(|cell| cell.as_text());
    let voided = agreement("voided") == Some(&Cell::exact(Value::Flag(true)));
    let stage = match agreement("agreement_type").and_then(|cell| cell.as_text()) {
        _ if voided => "ended",
        Some(kind) if OPEN.contains(&kind) => "negotiate",
        _ => own
            .filter(|own| !UNSIGNED_STAGES.contains(own))
            .unwrap_or(SIGNED),
    };
    stage.to_owned()
}
