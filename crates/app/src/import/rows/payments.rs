//! One row of a ledger of paid-in capital. One voucher pays once: the same
//! number, payer and amount again is kept for review and not counted.

use serde_json::json;
use suoji_exchange::Level;
use suoji_model::kinds::PAYMENT;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{day, text, with_references};
use super::parties::{self, Named};
use super::{Fate, Reading};
use crate::contract::OnDuplicate;

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    let mut values = with_references(reading.planner, reading.row, &PAYMENT, &["project"]);
    let project = match parties::project(reading, None, None) {
        Named::Project(id) => id,
        Named::Nobody => return Fate::Rejected,
        Named::Skipped => return Fate::Skipped,
    };
    values.insert("project".to_owned(), json!(project));
    let raw = reading.raw("payment");
    let known = reading.planner.children("payment", project);
    let date = day(values.get("paid_date"));
    let open = |id: &Uuid| !reading.planner.taken.contains(id);
    let same = known.iter().copied().filter(open).find(|id| {
        let planner = &reading.planner;
        day(planner.value(*id, "paid_date")) == date && is_alike(reading, *id, &values)
    });
    let same = same.or_else(|| known.iter().copied().find(|id| reading.made_here(*id)));
    if let Some(id) = same {
        reading.planner.tell(&PAYMENT, id, values, raw);
        return Fate::Told;
    }
    let voucher = text(&values, "voucher_no");
    let vouchers = voucher.map(|voucher| reading.planner.vouchers(&voucher));
    let vouchers = vouchers.unwrap_or_default();
    let repeated = vouchers
        .iter()
        .copied()
        .find(|id| is_alike(reading, *id, &values));
    if let Some(first) = repeated {
        match reading.suspect("payment", first, "L1", ("duplicate_voucher", Level::Must)) {
            OnDuplicate::Skip => return Fate::Skipped,
            OnDuplicate::Update => {
                reading.planner.tell(&PAYMENT, first, values, raw);
                return Fate::Told;
            }
            decision => {
                let verdict = if decision == OnDuplicate::New {
                    "different"
                } else {
                    "pending"
                };
                values.insert("suspected_same_as".to_owned(), json!(first));
                values.insert("same_verdict".to_owned(), json!(verdict));
            }
        }
    } else if !vouchers.is_empty() {
        let number = text(&values, "voucher_no").unwrap_or_default();
        reading.report("same_voucher_no_other_payer", Level::Should, number);
    }
    let id = reading.planner.create(&PAYMENT, values, raw);
    reading.planner.keep_voucher(id);
    Fate::Told
}

/// Whether a payment has the row's payer, voucher and amount.
fn is_alike(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    ["payer", "voucher_no", "paid_in"]
        .iter()
        .all(|field| reading.planner.value(id, field) == values.get(*field))
}
