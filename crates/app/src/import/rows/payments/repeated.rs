//! A payment that the row's new one may repeat.

use serde_json::Value as Json;
use suoji_model::log::Values;
use suoji_model::{PartialDate, Precision};
use uuid::Uuid;

use super::super::super::cells::text;
use super::super::super::rounded;
use super::super::Reading;
use super::same::{is_alike, is_same_amount};
use super::{date_of, is_of_day};

/// A payment with how sure it is that the row repeats it, `L1` to `L3`, and why.
pub(super) type Repeated = (Uuid, &'static str, &'static str);

/// The reason given to a voucher that was entered before.
pub(super) const VOUCHER: &str = "duplicate_voucher";

/// The payment that the row may repeat: by its voucher, or by the period that
/// one of the two sums up. `known` are those of its project, `of_desk` those of
/// them that the desk had.
pub(super) fn by(
    reading: &Reading<'_>,
    project: Uuid,
    (known, of_desk): (&[Uuid], &[Uuid]),
    values: &Values,
) -> Option<Repeated> {
    let vouchers = vouchers(reading, values);
    let find = |is: fn(&Reading<'_>, Uuid, &Values) -> bool| {
        let mut vouchers = vouchers.iter().copied();
        vouchers.find(|id| is(reading, *id, values))
    };
    let of_period = || {
        shares_period(reading, project, known, values).or_else(|| sums_up(reading, of_desk, values))
    };
    find(is_alike)
        .map(|id| (id, "L1", VOUCHER))
        .or_else(|| Some((find(is_put_right)?, "L2", "voucher_of_other_amount")))
        .or_else(|| Some((of_period()?, "L3", "period_has_payments")))
}

/// The payments by the row's voucher; the parts of one row share theirs.
pub(super) fn vouchers(reading: &Reading<'_>, values: &Values) -> Vec<Uuid> {
    let voucher = text(values, "voucher_no").filter(|_| reading.row.part.is_none());
    voucher.map_or_else(Vec::new, |voucher| reading.planner.vouchers(&voucher))
}

/// Whether a payment of another ledger has the row's voucher, project and day,
/// and another amount: one of them may put the other right.
fn is_put_right(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let same = |field: &str| planner.value(id, field) == values.get(field);
    let is_of_other_file = !planner.makes(id) && !planner.taken.contains(&id);
    is_of_other_file
        && is_of_day(values)
        && ["project", "paid_date", "payer"].into_iter().all(same)
        && !is_same_amount(reading, id, values)
}

/// The first payment that may be of the same money as the row: one of the two
/// is the sum of a period, the other was paid within it and stands elsewhere.
fn shares_period(
    reading: &Reading<'_>,
    project: Uuid,
    known: &[Uuid],
    values: &Values,
) -> Option<Uuid> {
    let planner = &reading.planner;
    let sums = |value: Option<&Json>, period: Option<&Json>| {
        let date = date_of(value)?;
        let named = PartialDate::parse(period?.as_str()?)?;
        (date == named && date.precision() > Precision::TenDay).then_some(date)
    };
    let within = |sum: PartialDate, paid: Option<&Json>| {
        date_of(paid).is_some_and(|paid| paid.start() >= sum.start() && paid.end() <= sum.end())
    };
    let own = sums(values.get("paid_date"), values.get("period"));
    let is_of_both = |id: &Uuid| {
        let (paid, period) = (
            planner.value(*id, "paid_date"),
            planner.value(*id, "period"),
        );
        own.is_some_and(|sum| within(sum, paid))
            || sums(paid, period).is_some_and(|sum| within(sum, values.get("paid_date")))
    };
    let is_same_row = |id: &Uuid| {
        let rows = planner.row_of(*id).zip(planner.here());
        rows.is_some_and(|((file, sheet, row), here)| {
            let is_same_file = file == here.file || planner.states.have(&file, &here.file);
            is_same_file && sheet == here.sheet && row == here.row
        })
    };
    // Several rows of a sheet that is of one month are several payments.
    let is_beside = |id: &Uuid| reading.row.part.is_none() && planner.paid_here.contains(id);
    // Those without a period are no sum, and of interest to one alone.
    let among = match own {
        Some(_) => known,
        None => planner.sums_of(project),
    };
    let mut among = among.iter().copied();
    among.find(|id| !is_beside(id) && is_of_both(id) && !is_same_row(id))
}

/// The first payment that other ledgers have of the time of which the row is
/// the sum: of a quarter or longer any, of a month those of its very amount;
/// or the sum of a quarter or longer in which the row was paid.
fn sums_up(reading: &Reading<'_>, of_desk: &[Uuid], values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let own = date_of(values.get("paid_date"))?;
    if values.contains_key("period") {
        return None;
    }
    let is_within = |short: PartialDate, long: PartialDate| {
        short.precision() < long.precision()
            && short.start() >= long.start()
            && short.end() <= long.end()
    };
    let others = of_desk
        .iter()
        .copied()
        .filter(|id| !planner.taken.contains(id) && planner.value(*id, "period").is_none());
    let dated = others.filter_map(|id| Some((id, date_of(planner.value(id, "paid_date"))?)));
    let dated: Vec<(Uuid, PartialDate)> = dated.collect();
    let is_long = |date: PartialDate| date.precision() > Precision::Month;
    let within = dated.iter().filter(|(_, date)| is_within(*date, own));
    let parts: Vec<Uuid> = within.map(|(id, _)| *id).collect();
    let adds_up = || {
        let amount = rounded::worth((values.get("paid_in"), values.get("rate")))?;
        let parts = parts
            .iter()
            .map(|id| rounded::worth((planner.value(*id, "paid_in"), planner.value(*id, "rate"))));
        let sum: i128 = parts
            .collect::<Option<Vec<_>>>()?
            .iter()
            .map(|one| one.1)
            .sum();
        (sum == amount.1).then_some(())
    };
    let first = parts.first().copied();
    first
        .filter(|_| is_long(own) || adds_up().is_some())
        .or_else(|| {
            let mut sums = dated.iter();
            let sum = sums.find(|(_, date)| is_long(*date) && is_within(own, *date));
            sum.map(|(id, _)| *id)
        })
}
