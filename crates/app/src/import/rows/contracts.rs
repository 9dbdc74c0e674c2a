//! Which agreement of the desk a row of a signing ledger is: of its day and
//! kind, else what an earlier state of the ledger or another office says of the
//! same contract in other words.

use suoji_exchange::LedgerRow;
use suoji_model::PartialDate;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::{cell_text, text};
use super::super::likeness::fold;
use super::super::planner::Planner;
use super::{Reading, works};

/// What a contract is of.
pub(super) const AMOUNTS: [&str; 2] = ["contract_total", "contract_capital"];

/// What kind of agreement it is.
pub(super) const TYPE: &str = "agreement_type";

/// What is left of a row that was moved and whose day was corrected.
const LEFT: &[&str] = &["agreement_type", "contract_total", "contract_capital"];

/// What is left of a row that was moved and whose type was corrected.
const RETYPED: &[&str] = &["sign_date", "contract_total", "contract_capital"];

/// The agreement of that type and day that the project already has, or the
/// one that an earlier state of this row made.
pub(super) fn same(reading: &Reading<'_>, project: Uuid, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let agreements = planner.children("agreement", project);
    let is_same = |id: &Uuid| {
        [TYPE, "sign_date"]
            .iter()
            .all(|field| planner.value(*id, field) == values.get(*field))
    };
    let known = || agreements.iter().copied();
    let supposed = reading.row.is_type_supposed;
    let of_any_type = || only(known().filter(|id| is_of_any_type(planner, *id, values, supposed)));
    let less_exact = || only(known().filter(|id| is_less_exact(planner, *id, values)));
    known()
        .find(is_same)
        .or_else(of_any_type)
        .or_else(|| known().find(|id| reading.made_here(*id)))
        .or_else(|| reading.moved(&agreements, values, LEFT))
        .or_else(|| reading.moved(&agreements, values, RETYPED))
        .or_else(less_exact)
        .or_else(|| put_right(reading, project, values))
}

/// The one agreement that is found, if no other is.
fn only(mut found: impl Iterator<Item = Uuid>) -> Option<Uuid> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// The one agreement that an earlier state of the ledger listed of the project,
/// in the one row that lists it now with another day and other amounts.
fn put_right(reading: &Reading<'_>, project: Uuid, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let rows = &reading.sheet.table.rows;
    let names = planner.register.names_of(project);
    let own = |row: &&LedgerRow| {
        let name = cell_text(row, "project", "name");
        name.is_some_and(|name| names.iter().any(|own| fold(own) == fold(name)))
    };
    let is_once = || rows.iter().filter(own).count() == 1;
    let agreements = planner.children("agreement", project).into_iter();
    let is_left =
        |id: &Uuid| reading.is_of_file(*id) && planner.value(*id, TYPE) == values.get(TYPE);
    only(agreements.filter(is_left)).filter(|_| planner.lists_again(rows.len()) && is_once())
}

/// Whether an agreement of the desk is of the row's day and amounts, and one of
/// the two ledgers calls it by another kind or by none. A supplement is of its
/// own, unless the row's ledger says of no agreement what it is.
fn is_of_any_type(planner: &Planner, id: Uuid, values: &Values, is_supposed: bool) -> bool {
    let is_same = || {
        works::is_of_day_and_amount(planner, id, values)
            || is_supposed
                && !AMOUNTS.iter().any(|field| is_known(values.get(*field)))
                && planner.value(id, "sign_date") == values.get("sign_date")
                && !is_undated(values)
    };
    let is_more = |kind: Option<&str>| kind == Some("supplement");
    let is_own = is_more(planner.text(id, TYPE)) || is_more(text(values, TYPE).as_deref());
    (!is_own || is_supposed) && !planner.taken.contains(&id) && is_same()
}

/// Whether one ledger has the day and the other the month or the quarter of
/// what is otherwise the same agreement, or says nothing of it.
fn is_less_exact(planner: &Planner, id: Uuid, values: &Values) -> bool {
    let there = |field: &str| planner.value(id, field);
    let agree = |field: &str| {
        let (there, here) = (there(field), values.get(field));
        there.is_none() || here.is_none() || there == here
    };
    let days = date(there("sign_date")).zip(date(values.get("sign_date")));
    !planner.taken.contains(&id)
        && there(TYPE) == values.get(TYPE)
        && AMOUNTS.into_iter().all(agree)
        && match days {
            Some((one, other)) => is_within(one, other) || is_within(other, one),
            None => is_undated(values) && works::is_of_amount(planner, id, values),
        }
}

/// Whether the row says no day of signing.
fn is_undated(values: &Values) -> bool {
    !is_known(values.get("sign_date"))
}

fn is_known(value: Option<&serde_json::Value>) -> bool {
    value.is_some_and(|value| value.get("absent").is_none())
}

pub(super) fn date(value: Option<&serde_json::Value>) -> Option<PartialDate> {
    PartialDate::parse(value?.get("date")?.as_str()?)
}

/// Whether a day, or a shorter time, lies in a longer one.
pub(super) fn is_within(short: PartialDate, long: PartialDate) -> bool {
    short.precision() < long.precision()
        && long.start() <= short.start()
        && short.end() <= long.end()
}
