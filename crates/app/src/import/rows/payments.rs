//! One row of a ledger of paid-in capital. One voucher pays once: the same
//! number, payer and amount again is kept for review and not counted.

mod repeated;
mod same;

use serde_json::{Value as Json, json};
use suoji_exchange::{Level, voucher_standing};
use suoji_model::kinds::PAYMENT;
use suoji_model::log::Values;
use suoji_model::{PartialDate, Precision};
use uuid::Uuid;

use self::repeated::{Repeated, VOUCHER};
use self::same::is_same_amount;
use super::super::cells::{cell_text, day, text, with_references};
use super::super::rounded;
use super::links::links;
use super::parties::{self, Named};
use super::{Fate, Reading, doubt, works};
use crate::contract::OnDuplicate;

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let mut values = with_references(reading.planner, reading.row, &PAYMENT, &["project"]);
    let only = only_project(reading, &values);
    let project = match only.map_or_else(|| parties::project(reading, None, None), Named::Project) {
        Named::Project(id) => id,
        Named::Nobody => {
            reading.report("name_missing", Level::Must, "");
            return Fate::Rejected;
        }
        Named::Skipped => return Fate::Skipped,
    };
    values.insert("project".to_owned(), json!(project));
    links(reading, &PAYMENT, &mut values);
    let known = reading.planner.children("payment", project);
    let of_desk = known.iter().copied();
    let of_desk: Vec<Uuid> = of_desk.filter(|id| !reading.planner.makes(*id)).collect();
    if let Some(id) = same::of(reading, project, &of_desk, &values) {
        told_again(reading, id, values);
        return Fate::Told;
    }
    match repeated::by(reading, project, (&known, &of_desk), &values) {
        Some(one) if one.2 == VOUCHER && comes_before(reading, &values, one.0) => {
            repeated_by(reading, one, values)
        }
        Some(one) => repeating(reading, one, values),
        None => {
            if !repeated::vouchers(reading, &values).is_empty() {
                let number = text(&values, "voucher_no").unwrap_or_default();
                reading.report("same_voucher_no_other_payer", Level::Should, number);
            }
            created(reading, values);
            Fate::Told
        }
    }
}

/// Tells of a payment that is there.
fn told_again(reading: &mut Reading<'_>, id: Uuid, mut values: Values) {
    // The dollars say more than what they are worth.
    let there = (
        reading.planner.value(id, "paid_in"),
        reading.planner.value(id, "rate"),
    );
    if rounded::is_worth(there, (values.get("paid_in"), values.get("rate"))) {
        values.remove("paid_in");
    }
    let raw = reading.raw("payment");
    reading.planner.tell(&PAYMENT, id, values, raw);
    reading.planner.paid_here.insert(&id);
}

/// The row's payment comes before the one that has its voucher, which then
/// repeats it.
fn repeated_by(
    reading: &mut Reading<'_>,
    (later, level, reason): Repeated,
    mut values: Values,
) -> Fate {
    match reading.is_repeated("payment", later, level, (reason, Level::Must)) {
        OnDuplicate::Skip if !reading.planner.makes(later) => return Fate::Skipped,
        OnDuplicate::Skip | OnDuplicate::Update => {
            values.remove("project");
            let raw = reading.raw("payment");
            reading.planner.tell(&PAYMENT, later, values, raw);
        }
        decision => {
            let id = created(reading, values);
            reading.is_repeated_by(&PAYMENT, later, id, decision);
        }
    }
    Fate::Told
}

/// The row's payment may repeat one that came before.
fn repeating(
    reading: &mut Reading<'_>,
    (first, level, reason): Repeated,
    mut values: Values,
) -> Fate {
    match reading.suspect("payment", first, level, (reason, Level::Must)) {
        OnDuplicate::Skip => return Fate::Skipped,
        OnDuplicate::Update => {
            // It stays as it was recognised, of the project that it has.
            if reason == VOUCHER && stands_better(reading, &values, first) {
                for field in OF_RECOGNITION {
                    values.remove(field);
                }
            }
            values.remove("project");
            let raw = reading.raw("payment");
            reading.planner.tell(&PAYMENT, first, values, raw);
        }
        decision => {
            doubt(&mut values, first, decision);
            created(reading, values);
        }
    }
    Fate::Told
}

/// A new payment.
fn created(reading: &mut Reading<'_>, values: Values) -> Uuid {
    let raw = reading.raw("payment");
    let id = reading.planner.create(&PAYMENT, values, raw);
    reading.planner.keep_voucher(id);
    reading.planner.paid_here.insert(&id);
    id
}

/// What a payment has of its recognition.
const OF_RECOGNITION: [&str; 3] = ["state", "recognised_amount", "paid_date"];

fn standing(state: Option<&Json>) -> i32 {
    voucher_standing(state.and_then(Json::as_str))
}

/// Whether a voucher came further by a payment that is known than by the row.
fn stands_better(reading: &Reading<'_>, values: &Values, first: Uuid) -> bool {
    standing(reading.planner.value(first, "state")) < standing(values.get("state"))
}

/// Whether a voucher counts by this row and not by a payment that is known: it
/// was recognised here and returned there, or paid earlier.
fn comes_before(reading: &Reading<'_>, values: &Values, first: Uuid) -> bool {
    let there = |field: &str| reading.planner.value(first, field);
    let place = |state, date| {
        (
            standing(state),
            day(date).unwrap_or_else(|| LAST.to_owned()),
        )
    };
    let own = place(values.get("state"), values.get("paid_date"));
    own < place(there("state"), there("paid_date")) && there("suspected_same_as").is_none()
}

/// Stands behind all days.
const LAST: &str = "9999";

/// Whether a payment has an amount and a whole day; those of a month may be
/// several.
fn is_of_day(values: &Values) -> bool {
    let date = date_of(values.get("paid_date"));
    values.contains_key("paid_in") && date.is_some_and(|date| date.precision() == Precision::Day)
}

/// The project of the payer, in a row that names no project but the firm: the
/// one that another ledger has this very payment of, else the only one.
fn only_project(reading: &Reading<'_>, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let said = |kind, field| cell_text(reading.row, kind, field);
    let of_firm = said("project", "name") == said("payment", "payer");
    let payer = works::id(values.get("payer")).filter(|_| of_firm)?;
    let date = day(values.get("paid_date")).filter(|_| is_of_day(values));
    let mut paid = planner.paid_by(payer).iter().copied().filter(|id| {
        date.is_some()
            && day(planner.value(*id, "paid_date")) == date
            && is_same_amount(reading, *id, values)
            && !planner.paid_here.contains(id)
    });
    if let Some(paid) = paid.next() {
        return works::id(planner.value(paid, "project"));
    }
    match planner.register.projects_of(payer) {
        [one] => Some(*one),
        _ => None,
    }
}

fn date_of(value: Option<&Json>) -> Option<PartialDate> {
    PartialDate::parse(value?.get("date")?.as_str()?)
}
