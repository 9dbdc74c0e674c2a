//! Whether a row and a project that is called alike are of two works, and
//! whether what they sign is the same.

use serde_json::Value as Json;
use suoji_model::log::Values;
use uuid::Uuid;

use super::super::cells::text;
use super::super::planner::Planner;
use super::{Reading, meant};

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

/// Whether a project of the row's name is another firm's: its investor or its
/// company is another than the row's, and so are its amounts.
pub(super) fn is_of_other_firm(
    reading: &Reading<'_>,
    project: Uuid,
    values: &Values,
    party: Option<Uuid>,
) -> bool {
    let planner = &reading.planner;
    let place = planner.register.place(project);
    let investor = place.and_then(|place| place.investor);
    let company = id(planner.value(project, COMPANY));
    let own = id(values.get(COMPANY));
    let are_two = |one: Option<Uuid>, other: Option<Uuid>| {
        let both = one.zip(other);
        both.is_some_and(|(one, other)| !is_same_firm(planner, one, other))
    };
    (are_two(party, investor) || are_two(own, company)) && has_others(reading, project)
}

const COMPANY: &str = "project_company";

/// Whether two enterprises are one, as far as their names tell.
pub(super) fn is_same_firm(planner: &Planner, one: Uuid, other: Uuid) -> bool {
    let core = |id| planner.text(id, "name").map(suoji_exchange::company_core);
    one == other || core(one).is_some() && core(one) == core(other)
}

/// The enterprise that a value names.
pub(super) fn id(value: Option<&Json>) -> Option<Uuid> {
    Uuid::parse_str(value?.as_str()?).ok()
}

/// Whether the row and a project have amounts of one kind, and none in common.
fn has_others(reading: &Reading<'_>, project: Uuid) -> bool {
    let both = amounts(reading, project);
    !both.is_empty() && both.iter().all(|(here, there)| here != there)
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

/// Whether the row tells of an earlier day than all that was signed for a
/// project, so that the project repeats it and not it the project.
pub(super) fn is_earlier(reading: &Reading<'_>, project: Uuid) -> bool {
    let planner = &reading.planner;
    let day = |value: Option<&Json>| {
        text(
            &Values::from_iter([("date".to_owned(), value?.get("date")?.clone())]),
            "date",
        )
    };
    let own = day(meant::said(reading.row, "agreement", "sign_date").as_ref());
    let there = planner.children("agreement", project);
    let mut there = there.iter().map(|id| day(planner.value(*id, "sign_date")));
    let Some(own) = own.filter(|_| there.len() > 0) else {
        return false;
    };
    there.all(|day| day.is_some_and(|day| own < day))
}
