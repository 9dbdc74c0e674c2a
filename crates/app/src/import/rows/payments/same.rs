//! The payment that a row tells of once more.

use serde_json::Value as Json;
use suoji_model::kinds::PAYMENT;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::super::cells::{day, text};
use super::super::super::{likeness, rounded};
use super::super::{Reading, works};
use super::is_of_day;

/// What is left of a row that was moved and whose day or amount was corrected.
const CORRECTED: &[&[&str]] = &[
    &["payer", "voucher_no", "paid_in"],
    &["payer", "voucher_no", "paid_date"],
];

/// The payment of this row: one of its day that is alike, one that an earlier
/// state of the row made, one of a list that knew only the firm, or the row as
/// it was before it was corrected. `of_desk` are those of its project that the
/// desk had.
pub(super) fn of(
    reading: &Reading<'_>,
    project: Uuid,
    of_desk: &[Uuid],
    values: &Values,
) -> Option<Uuid> {
    let is_of_part = reading.row.part.is_some();
    let of_earlier_state = || {
        let mut of_desk = of_desk.iter().copied();
        of_desk.find(|id| is_of_earlier_state(reading, *id, values))
    };
    let corrected = || {
        let mut left = CORRECTED.iter();
        let moved = left.find_map(|left| reading.moved(of_desk, values, left));
        moved.or_else(|| reading.in_place(&PAYMENT, values))
    };
    of_day(reading, project, values)
        .or_else(of_earlier_state)
        .or_else(|| of_firm_alone(reading, values))
        .or_else(|| corrected().filter(|_| !is_of_part))
}

/// The payment of that day that is alike.
fn of_day(reading: &Reading<'_>, project: Uuid, values: &Values) -> Option<Uuid> {
    let date = day(values.get("paid_date"));
    let of_day = reading.planner.paid_on(project, date.as_deref());
    let reaches_back = reaches_back(reading);
    let mut open = of_day
        .iter()
        .copied()
        .filter(|id| is_open(reading, *id, values, reaches_back));
    open.find(|id| {
        day(reading.planner.value(*id, "paid_date")) == date
            && (is_alike(reading, *id, values) || is_noted(reading, *id, values))
    })
}

/// Whether no other row has told of the payment, or one did that this row
/// repeats: a sheet of what was paid since January repeats those before it.
fn is_open(reading: &Reading<'_>, id: Uuid, values: &Values, reaches_back: bool) -> bool {
    let planner = &reading.planner;
    if !planner.taken.contains(&id) {
        return true;
    }
    let has_voucher =
        text(values, "voucher_no").is_some() && planner.text(id, "voucher_no").is_some();
    if has_voucher || reading.row.part.is_some() {
        return false;
    }
    let kinds = (planner.value(id, "fund_kind"), values.get("fund_kind"));
    let is_alike = kinds.0.is_none() || kinds.1.is_none() || kinds.0 == kinds.1;
    let there = || {
        planner
            .row_of(id)
            .is_some_and(|(_, sheet, _)| is_of_all(&sheet))
    };
    let repeats = is_of_day(values) || reaches_back || there();
    !planner.paid_here.contains(&id) && repeats && is_alike
}

/// Whether an earlier state of the row made the payment; of those of a row's
/// periods or turns, each stands for its own.
fn is_of_earlier_state(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let is_of_period = || day(planner.value(id, "paid_date")) == day(values.get("paid_date"));
    let is_numbered = || {
        let voucher = text(values, "voucher_no");
        voucher.is_some() && planner.text(id, "voucher_no") == voucher.as_deref()
    };
    reading.made_here(id) && (reading.row.part.is_none() || is_of_period() || is_numbered())
}

/// Whether the sheet is of more than one month, by its name or a title, and
/// lists again what those of single months list.
fn reaches_back(reading: &Reading<'_>) -> bool {
    let table = &reading.sheet.table;
    let titles = table.skipped.iter().filter(|one| one.kind == "title");
    is_of_all(&table.sheet) || titles.into_iter().any(|title| is_of_all(&title.text))
}

/// Whether a name is of several months together: `1-3月`, `上半年`, `累计`.
fn is_of_all(name: &str) -> bool {
    const WORDS: &[&str] = &["累计", "汇总", "全年", "季度", "半年", "截至", "截止"];
    let is_range = || {
        let mut parts = name.split(['-', '—', '–', '~', '至', '到']);
        let ends = |part: &str| {
            part.trim_end_matches('月')
                .ends_with(|c: char| c.is_ascii_digit())
        };
        let goes_on = |part: &str| {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.len() < part.len() && rest.starts_with('月')
        };
        let first = parts.next();
        first.is_some_and(ends) && parts.next().is_some_and(goes_on)
    };
    WORDS.iter().any(|word| name.contains(word)) || is_range()
}

/// The payment of another ledger, which knew no project of it but the firm.
fn of_firm_alone(reading: &Reading<'_>, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let payer = works::id(values.get("payer"))?;
    let firm = planner.text(payer, "name").map(likeness::fold)?;
    let date = day(values.get("paid_date")).filter(|_| is_of_day(values))?;
    let mut paid = planner.paid_by(payer).iter().copied();
    paid.find(|id| {
        let project = works::id(planner.value(*id, "project"));
        let mut names = project
            .into_iter()
            .flat_map(|id| planner.register.names_of(id));
        day(planner.value(*id, "paid_date")).as_deref() == Some(&*date)
            && is_same_amount(reading, *id, values)
            && !planner.taken.contains(id)
            && names.any(|name| likeness::fold(name) == firm)
    })
}

/// Whether a payment has the row's payer, voucher and amount.
pub(super) fn is_alike(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let there = |field: &str| planner.value(id, field);
    let number = |value: Option<&Json>| value.and_then(Json::as_str).map(likeness::fold);
    let payers = (there("payer"), values.get("payer"));
    let is_same_payer = || {
        let both = works::id(payers.0).zip(works::id(payers.1));
        both.is_some_and(|(one, other)| works::is_called_alike(planner, one, other))
    };
    // Another ledger may leave out who paid.
    let is_left_out = payers.0.is_some() != payers.1.is_some() && !planner.paid_here.contains(&id);
    number(there("voucher_no")) == number(values.get("voucher_no"))
        && (payers.0 == payers.1 || is_left_out || is_same_payer())
        && is_same_amount(reading, id, values)
}

/// Whether a payment has the row's amount.
pub(super) fn is_same_amount(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let there = |field: &str| reading.planner.value(id, field);
    there("paid_in") == values.get("paid_in")
        || rounded::is_worth(
            (there("paid_in"), there("rate")),
            (values.get("paid_in"), values.get("rate")),
        )
}

/// Whether a payment of another ledger is the row's, and only one of the two
/// has the number of its voucher: amount and day are the same.
fn is_noted(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let there = |field: &str| planner.value(id, field);
    let numbers = (there("voucher_no"), values.get("voucher_no"));
    let firms = works::id(there("payer")).zip(works::id(values.get("payer")));
    let are_two = firms.is_some_and(|(one, other)| !works::is_called_alike(planner, one, other));
    numbers.0.is_some() != numbers.1.is_some()
        && is_of_day(values)
        && is_same_amount(reading, id, values)
        && !are_two
        && !planner.paid_here.contains(&id)
}
