//! One row of a signing ledger: an agreement, its project, the investor, the
//! contact, and whom they name.

use serde_json::json;
use suoji_exchange::{LedgerRow, Level, Target};
use suoji_model::kinds::{AGREEMENT, PROJECT, UNSIGNED_STAGES};
use suoji_model::log::Values;
use suoji_model::{Cell, PartialDate, Value};
use uuid::Uuid;

use super::super::cells::{cell_text, insert, text, with_references};
use super::super::likeness::fold;
use super::super::planner::Planner;
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
    let mut values = with_references(reading.planner, reading.row, &AGREEMENT, &[]);
    values.insert("project".to_owned(), json!(project));
    insert(&mut values, "party", party);
    insert(&mut values, "contact", contact);
    let raw = reading.raw("agreement");
    let same = same(reading, project, &values);
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
    if let Some(day) = same.and_then(|id| date(reading.planner.value(id, "sign_date")))
        && date(values.get("sign_date")).is_some_and(|month| is_within(day, month))
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
            reading.planner.create(&AGREEMENT, values, raw);
        }
    }
    Fate::Told
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

/// What is left of a row that was moved and whose day was corrected.
const LEFT: &[&str] = &["agreement_type", "contract_total", "contract_capital"];

/// What is left of a row that was moved and whose type was corrected.
const RETYPED: &[&str] = &["sign_date", "contract_total", "contract_capital"];

/// The agreement of that type and day that the project already has, or the
/// one that an earlier state of this row made.
fn same(reading: &Reading<'_>, project: Uuid, values: &Values) -> Option<Uuid> {
    let planner = &reading.planner;
    let agreements = planner.children("agreement", project);
    let is_same = |id: &Uuid| {
        ["agreement_type", "sign_date"]
            .iter()
            .all(|field| planner.value(*id, field) == values.get(*field))
    };
    let same = agreements.iter().copied().find(is_same);
    let less_exact = || {
        let known = agreements.iter().copied();
        let mut alike = known.filter(|id| is_less_exact(planner, *id, values));
        let only = alike.next()?;
        alike.next().is_none().then_some(only)
    };
    let supposed = reading.row.is_type_supposed;
    let of_any_type = || {
        let known = agreements.iter().copied();
        let mut alike = known.filter(|id| is_of_any_type(planner, *id, values, supposed));
        let only = alike.next()?;
        alike.next().is_none().then_some(only)
    };
    same.or_else(of_any_type)
        .or_else(|| agreements.iter().copied().find(|id| reading.made_here(*id)))
        .or_else(|| reading.moved(&agreements, values, LEFT))
        .or_else(|| reading.moved(&agreements, values, RETYPED))
        .or_else(less_exact)
        .or_else(|| put_right(reading, project, values))
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
    let is_once = rows.iter().filter(own).count() == 1;
    let agreements = planner.children("agreement", project).into_iter();
    let mut left = agreements
        .filter(|id| reading.is_of_file(*id) && planner.value(*id, TYPE) == values.get(TYPE));
    let only = left.next().filter(|_| left.next().is_none());
    only.filter(|_| is_once && planner.lists_again(rows.len()))
}

/// Whether an agreement of the desk is of the row's day and amounts, and one of
/// the two ledgers calls it by another kind or by none. A supplement is of its
/// own.
fn is_of_any_type(planner: &Planner, id: Uuid, values: &Values, is_supposed: bool) -> bool {
    let is_same = || {
        works::is_of_day_and_amount(planner, id, values)
            || is_supposed
                && !AMOUNTS.iter().any(|field| values.contains_key(*field))
                && planner.value(id, "sign_date") == values.get("sign_date")
                && !is_undated(values)
    };
    let is_more = |kind: Option<&str>| kind == Some("supplement");
    let is_own = is_more(planner.text(id, TYPE)) || is_more(text(values, TYPE).as_deref());
    !is_own && !planner.taken.contains(&id) && is_same()
}

/// What a contract is of.
const AMOUNTS: [&str; 2] = ["contract_total", "contract_capital"];

/// What kind of agreement it is.
const TYPE: &str = "agreement_type";

/// Whether the agreement binds to nothing yet.
fn is_open(values: &Values) -> bool {
    let kind = text(values, TYPE);
    kind.is_some_and(|kind| OPEN.contains(&kind.as_str()))
}

/// Kinds of agreement after which talks go on.
const OPEN: &[&str] = &["framework", "intent"];

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
        && there("agreement_type") == values.get("agreement_type")
        && ["contract_total", "contract_capital"]
            .into_iter()
            .all(agree)
        && match days {
            Some((one, other)) => is_within(one, other) || is_within(other, one),
            None => is_undated(values) && works::is_of_amount(planner, id, values),
        }
}

/// Whether the row says no day of signing.
fn is_undated(values: &Values) -> bool {
    let day = values.get("sign_date");
    day.is_none_or(|day| day.get("absent").is_some())
}

fn date(value: Option<&serde_json::Value>) -> Option<PartialDate> {
    PartialDate::parse(value?.get("date")?.as_str()?)
}

/// Whether a day, or a shorter time, lies in a longer one.
fn is_within(short: PartialDate, long: PartialDate) -> bool {
    short.precision() < long.precision()
        && long.start() <= short.start()
        && short.end() <= long.end()
}

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
