//! Whether a row and a project that is called alike are of two works, and
//! whether what they sign is the same.

use serde_json::Value as Json;
use suoji_model::log::Values;
use suoji_model::rule::SigningRule;
use uuid::Uuid;

use super::super::cells::cell_text;
use super::super::likeness;
use super::super::planner::Planner;
use super::super::rounded;
use super::{Reading, contracts, meant};

/// The amounts of what is signed for a project and of how it is listed, by the
/// kind that has them.
const AMOUNTS: &[(&str, &[&str])] = &[
    ("agreement", &["contract_total", "contract_capital"]),
    ("key_project", &["total_investment"]),
];

/// Whether a project is another work of the firm that a row names: all its
/// names tell of another phase, number or part, and its amounts are others.
pub(super) fn is_other(reading: &Reading<'_>, project: Uuid, name: &str) -> bool {
    let mut names = reading.planner.register.names_of(project).iter();
    names.all(|own| suoji_exchange::may_be_two_works(name, own)) && has_others(reading, project)
}

/// Whether a project of the row's name is another firm's, as it says. What an
/// earlier state of this file made may be the row itself, corrected, unless
/// another row is that.
pub(super) fn is_of_other_firm(
    reading: &Reading<'_>,
    project: Uuid,
    values: &Values,
    party: Option<Uuid>,
) -> bool {
    let is_free = || !reading.planner.is_of_other(project, reading.row.row);
    !(is_of_earlier_state(reading, project) && is_free())
        && says_other_firm(reading, project, values, party)
}

/// Whether a project of the row's name has another investor or another company
/// than the row, and other amounts.
pub(super) fn says_other_firm(
    reading: &Reading<'_>,
    project: Uuid,
    values: &Values,
    party: Option<Uuid>,
) -> bool {
    let planner = &reading.planner;
    let place = planner.register.place(project);
    let investor = place.and_then(|place| place.investor);
    let company = place.and_then(|place| place.company);
    let own = id(values.get(COMPANY));
    let are_two = |one: Option<Uuid>, other: Option<Uuid>| {
        let both = one.zip(other);
        both.is_some_and(|(one, other)| are_two_firms(planner, one, other))
    };
    (are_two(party, investor) || are_two(own, company)) && has_others(reading, project)
}

/// Whether a project stood before in the file that is read.
pub(super) fn is_of_earlier_state(reading: &Reading<'_>, project: Uuid) -> bool {
    let planner = &reading.planner;
    let both = planner.origin(project).zip(planner.here());
    let is_earlier = both.is_some_and(|(there, here)| planner.states.have(&there.file, &here.file));
    is_earlier && !planner.makes(project)
}

/// Whether the row puts the name of the firm right with whom an earlier state
/// of the file signed the same contract.
pub(super) fn is_respelt(reading: &Reading<'_>, project: Uuid, values: &Values) -> bool {
    let planner = &reading.planner;
    let investor = planner
        .register
        .place(project)
        .and_then(|place| place.investor);
    let firms = id(values.get("investor")).zip(investor);
    let names = firms.and_then(|(one, other)| {
        let name = |id| planner.text(id, "name");
        name(one).zip(name(other))
    });
    is_of_earlier_state(reading, project)
        && !planner.is_of_other(project, reading.row.row)
        && has_signed(reading, project)
        && names.is_some_and(|(one, other)| likeness::is_respelt(one, other))
}

const COMPANY: &str = "project_company";

/// Whether two enterprises are one, as far as their names tell.
pub(super) fn is_same_firm(planner: &Planner, one: Uuid, other: Uuid) -> bool {
    let core = |id| planner.text(id, "name").map(suoji_exchange::company_core);
    one == other || core(one).is_some() && core(one) == core(other)
}

/// Whether two enterprises may be one by their names, of which one may be
/// shorter.
pub(super) fn is_called_alike(planner: &Planner, one: Uuid, other: Uuid) -> bool {
    let names = planner.text(one, "name").zip(planner.text(other, "name"));
    let is_respelt = names.is_some_and(|(one, other)| likeness::is_respelt(one, other));
    is_same_firm(planner, one, other) || is_respelt
}

/// Whether two enterprises are two by their names: none is called by a part of
/// the other's, as a group is.
fn are_two_firms(planner: &Planner, one: Uuid, other: Uuid) -> bool {
    let core = |id| planner.text(id, "name").map(suoji_exchange::company_core);
    let cores = core(one).zip(core(other));
    cores.is_some_and(|(one, other)| !one.contains(other.as_str()) && !other.contains(one.as_str()))
}

/// The enterprise that a value names.
pub(super) fn id(value: Option<&Json>) -> Option<Uuid> {
    Uuid::parse_str(value?.as_str()?).ok()
}

/// Whether the row and a project have amounts of one kind, and none in common.
fn has_others(reading: &Reading<'_>, project: Uuid) -> bool {
    let both = amounts(reading, project);
    !both.is_empty()
        && both
            .iter()
            .all(|(here, there)| !rounded::may_be_one(here, there))
}

/// Whether the row signs what was signed for a project of the firm, to the
/// digit: the capital is another amount than the total, or they are not round.
pub(super) fn signs_the_same(reading: &Reading<'_>, project: Uuid) -> bool {
    let both = amounts(reading, project);
    let [(total, _), (capital, _)] = both.as_slice() else {
        return false;
    };
    let is_round = |amount: &Json| {
        let yuan = amount
            .get("amount")
            .and_then(Json::as_str)
            .unwrap_or_default();
        yuan.strip_suffix(".00").unwrap_or(yuan).ends_with(ROUND)
    };
    both.iter().all(|(here, there)| here == there) && (total != capital || !is_round(total))
}

/// Whether an agreement is of this day and one of these amounts.
pub(super) fn is_of_day_and_amount(planner: &Planner, agreement: Uuid, values: &Values) -> bool {
    is_said(planner, agreement, values, "sign_date") && is_of_amount(planner, agreement, values)
}

/// Whether an agreement is of one of these amounts.
pub(super) fn is_of_amount(planner: &Planner, agreement: Uuid, values: &Values) -> bool {
    let mut fields = contracts::AMOUNTS.into_iter();
    fields.any(|field| is_said(planner, agreement, values, field))
}

/// Whether a field is known, and is the same there.
fn is_said(planner: &Planner, id: Uuid, values: &Values, field: &str) -> bool {
    let own = values.get(field).filter(|own| own.get("absent").is_none());
    own.is_some() && own == planner.value(id, field)
}

/// Whether a contract of the project is the row's, by day and amount.
pub(super) fn has_signed(reading: &Reading<'_>, project: Uuid) -> bool {
    let said = |field| Some((field, meant::said(reading.row, "agreement", field)?));
    let fields = ["sign_date", "contract_total", "contract_capital"].map(said);
    let fields = fields.into_iter().flatten();
    let values: Values = fields
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let mut signed = reading.planner.children("agreement", project).into_iter();
    signed.any(|id| is_of_day_and_amount(reading.planner, id, &values))
}

/// Whether a project of another year, firm and name has the row's number: an
/// office that numbers its projects anew each year gives every number again.
pub(super) fn is_numbered_anew(reading: &Reading<'_>, project: Uuid, name: &str) -> bool {
    let planner = &reading.planner;
    let year = |value: Option<&Json>| {
        let date = value.and_then(|value| value.get("date")?.as_str());
        date.and_then(|date| date.get(..4)).map(str::to_owned)
    };
    let signed = meant::said(reading.row, "agreement", "sign_date");
    let Some(own) = year(signed.as_ref()) else {
        return false;
    };
    let there = planner.children("agreement", project).into_iter();
    let mut there = there.filter_map(|id| year(planner.value(id, "sign_date")));
    let mut names = planner.register.names_of(project).iter();
    let is_of_other_year =
        there.next().is_some_and(|first| first != own) && !there.any(|one| one == own);
    is_of_other_year && !names.any(|other| likeness::near(name, other))
}

/// Whether another row of the table names the project.
pub(super) fn is_listed_too(reading: &Reading<'_>, project: Uuid) -> bool {
    let names = reading.planner.register.names_of(project);
    let names: Vec<String> = names.iter().map(|name| likeness::fold(name)).collect();
    let mut rows = reading.sheet.table.rows.iter();
    rows.any(|row| {
        let name = cell_text(row, "project", "name").map(likeness::fold);
        name.is_some_and(|name| names.contains(&name))
    })
}

/// How a round amount of yuan ends: many contracts are of so many ten millions.
const ROUND: &str = "0000000";

/// The row's amounts beside those of a project, of each kind that both have.
fn amounts(reading: &Reading<'_>, project: Uuid) -> Vec<(Json, Json)> {
    let planner = &reading.planner;
    let kind = reading.sheet.table.kind;
    let fields = AMOUNTS.iter().filter(|(of, _)| *of == kind);
    let fields = fields.flat_map(|(of, fields)| fields.iter().map(move |field| (*of, *field)));
    let beside = fields.flat_map(|(of, field)| {
        let here = meant::said(reading.row, of, field).filter(is_amount);
        let there = planner.children(of, project);
        let there = there
            .into_iter()
            .filter_map(move |id| planner.value(id, field).cloned());
        let there = there.filter(is_amount);
        there.filter_map(move |there| Some((here.clone()?, there)))
    });
    beside.collect()
}

fn is_amount(value: &Json) -> bool {
    value.get("amount").is_some()
}

/// Whether the row is the contract that counts and not what was signed for a
/// project that is called alike: that is of no type that counts, or of later
/// days.
pub(super) fn comes_first(reading: &Reading<'_>, project: Uuid) -> bool {
    let planner = &reading.planner;
    let rule = SigningRule::default();
    let rank = |kind: Option<&str>, is_void: bool| {
        let counts = kind.is_some_and(|kind| rule.counted_types.iter().any(|one| one == kind));
        u8::from(!counts || is_void)
    };
    let day = |value: Option<&Json>| {
        let date = value.and_then(|value| value.get("date")?.as_str());
        date.unwrap_or(LAST).to_owned()
    };
    let typed = cell_text(reading.row, "agreement", "agreement_type");
    let Some(typed) = typed else {
        return false;
    };
    let is_void = reading.row.uncounted == Some("voided");
    let signed = meant::said(reading.row, "agreement", "sign_date");
    let own = (rank(Some(typed), is_void), day(signed.as_ref()));
    let there = planner.children("agreement", project);
    let there = there.into_iter().map(|id| {
        let is_void = planner.value(id, "voided") == Some(&Json::Bool(true));
        let kind = planner.text(id, "agreement_type");
        (rank(kind, is_void), day(planner.value(id, "sign_date")))
    });
    there.min().is_some_and(|first| own < first)
}

/// Stands behind all days.
const LAST: &str = "9999";
