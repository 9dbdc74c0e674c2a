//! One row of a ledger of paid-in capital. One voucher pays once: the same
//! number, payer and amount again is kept for review and not counted.

use serde_json::{Value as Json, json};
use suoji_exchange::{Level, voucher_standing};
use suoji_model::kinds::PAYMENT;
use suoji_model::log::Values;
use suoji_model::{PartialDate, Precision};
use uuid::Uuid;

use super::super::cells::{cell_text, day, text, with_references};
use super::super::likeness;
use super::super::rounded;
use super::links::links;
use super::parties::{self, Named};
use super::{Fate, Reading, doubt, works};
use crate::contract::OnDuplicate;

/// What is left of a row that was moved and whose day or amount was corrected.
const CORRECTED: &[&[&str]] = &[
    &["payer", "voucher_no", "paid_in"],
    &["payer", "voucher_no", "paid_date"],
];

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
    let raw = reading.raw("payment");
    let known = reading.planner.children("payment", project);
    let of_desk = known.iter().copied();
    let of_desk: Vec<Uuid> = of_desk.filter(|id| !reading.planner.makes(*id)).collect();
    let date = day(values.get("paid_date"));
    let voucher = text(&values, "voucher_no");
    let once = |id: &Uuid| {
        let there = reading.planner.text(*id, "voucher_no");
        (voucher.is_none() || there.is_none()) && reading.row.part.is_none()
    };
    let is_of_day = is_of_day(&values);
    let reaches_back = reaches_back(reading);
    let open = |id: &Uuid| {
        let planner = &reading.planner;
        // A sheet of what was paid since January repeats those before it.
        let is_again = || {
            let kind = planner.value(*id, "fund_kind");
            let is_elsewhere = !planner.paid_here.contains(id);
            let there = || {
                planner
                    .row_of(*id)
                    .is_some_and(|(_, sheet, _)| is_of_all(&sheet))
            };
            let repeats = is_of_day || reaches_back || there();
            let own = values.get("fund_kind");
            let is_alike = kind.is_none() || own.is_none() || kind == own;
            is_elsewhere && repeats && is_alike
        };
        !planner.taken.contains(id) || once(id) && is_again()
    };
    let of_day = reading.planner.paid_on(project, date.as_deref());
    let same = of_day.iter().copied().filter(open).find(|id| {
        let planner = &reading.planner;
        day(planner.value(*id, "paid_date")) == date
            && (is_alike(reading, *id, &values) || is_noted(reading, *id, &values))
    });
    // Of the payments of a row's periods or turns, each stands for its own.
    let here = |id: &Uuid| {
        let period = day(reading.planner.value(*id, "paid_date"));
        let numbered =
            voucher.is_some() && reading.planner.text(*id, "voucher_no") == voucher.as_deref();
        reading.made_here(*id) && (reading.row.part.is_none() || period == date || numbered)
    };
    let same = same.or_else(|| of_desk.iter().copied().find(here));
    let corrected = || {
        let mut left = CORRECTED.iter();
        left.find_map(|left| reading.moved(&of_desk, &values, left))
    };
    let same = same.or_else(|| of_firm_alone(reading, &values));
    let same = same.or_else(|| {
        let corrected = corrected().or_else(|| reading.in_place(&PAYMENT, &values));
        corrected.filter(|_| reading.row.part.is_none())
    });
    if let Some(id) = same {
        // The dollars say more than what they are worth.
        let there = (
            reading.planner.value(id, "paid_in"),
            reading.planner.value(id, "rate"),
        );
        if rounded::is_worth(there, (values.get("paid_in"), values.get("rate"))) {
            values.remove("paid_in");
        }
        reading.planner.tell(&PAYMENT, id, values, raw);
        reading.planner.paid_here.insert(&id);
        return Fate::Told;
    }
    let vouchers = voucher.map(|voucher| reading.planner.vouchers(&voucher));
    let vouchers = vouchers.unwrap_or_default();
    let of_one_row = reading.row.part.is_some();
    let mut vouchers_alike = vouchers.iter().copied().filter(|_| !of_one_row);
    let repeated = vouchers_alike
        .find(|id| is_alike(reading, *id, &values))
        .map(|id| (id, "L1", VOUCHER));
    let repeated = repeated.or_else(|| {
        let mut vouchers = vouchers.iter().copied().filter(|_| !of_one_row);
        let first = vouchers.find(|id| is_put_right(reading, *id, &values))?;
        Some((first, "L2", "voucher_of_other_amount"))
    });
    let repeated = repeated.or_else(|| {
        shares_period(reading, project, &known, &values)
            .or_else(|| sums_up(reading, &of_desk, &values))
            .map(|id| (id, "L3", "period_has_payments"))
    });
    let turned = repeated
        .filter(|(first, _, reason)| *reason == VOUCHER && comes_before(reading, &values, *first));
    if let Some((later, level, reason)) = turned {
        match reading.is_repeated("payment", later, level, (reason, Level::Must)) {
            OnDuplicate::Skip if !reading.planner.makes(later) => return Fate::Skipped,
            OnDuplicate::Skip | OnDuplicate::Update => {
                values.remove("project");
                reading.planner.tell(&PAYMENT, later, values, raw);
                return Fate::Told;
            }
            decision => {
                let id = created(reading, values, raw);
                reading.is_repeated_by(&PAYMENT, later, id, decision);
                return Fate::Told;
            }
        }
    }
    if let Some((first, level, reason)) = repeated {
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
                reading.planner.tell(&PAYMENT, first, values, raw);
                return Fate::Told;
            }
            decision => doubt(&mut values, first, decision),
        }
    } else if !vouchers.is_empty() && !of_one_row {
        let number = text(&values, "voucher_no").unwrap_or_default();
        reading.report("same_voucher_no_other_payer", Level::Should, number);
    }
    created(reading, values, raw);
    Fate::Told
}

/// The reason given to a voucher that was entered before.
const VOUCHER: &str = "duplicate_voucher";

/// A new payment.
fn created(reading: &mut Reading<'_>, values: Values, raw: Values) -> Uuid {
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
fn is_alike(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
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
fn is_same_amount(reading: &Reading<'_>, id: Uuid, values: &Values) -> bool {
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

fn date_of(value: Option<&Json>) -> Option<PartialDate> {
    PartialDate::parse(value?.get("date")?.as_str()?)
}
