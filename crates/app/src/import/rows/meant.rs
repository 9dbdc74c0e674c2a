//! Which records of the desk the rows of a block mean by what they say, so
//! that no other row takes one of them for the place where it stands: a row
//! that was put in moves those below it down.

use serde_json::Value as Json;
use suoji_exchange::{LedgerRow, Target};
use suoji_model::kinds::KEY_PROJECT;
use uuid::Uuid;

use super::super::cells::cell_text;
use super::super::likeness;
use super::super::planner::Planner;
use super::super::source::Sheet;

/// The records that rows say by day, and whose they are: kind, parent, day,
/// and what else tells two of one day apart.
const BY_DAY: &[(&str, &str, &str, &[&str])] = &[
    ("agreement", "project", "sign_date", &["agreement_type"]),
    ("payment", "project", "paid_date", &[]),
    ("lead", "enterprise", "reported_at", &[]),
    ("visit", "enterprise", "visit_date", &[]),
];

/// The field of the day by which rows say a kind of record.
pub(in crate::import) fn day_of(kind: &str) -> Option<&'static str> {
    let by_day = BY_DAY.iter().find(|(child, ..)| *child == kind);
    by_day.map(|(_, _, day, _)| *day)
}

/// Marks what each row of the block means.
pub(in crate::import) fn mark(planner: &mut Planner, sheet: &Sheet<'_>) {
    if !planner.is_sent_again() {
        return;
    }
    for row in &sheet.table.rows {
        for id in of(planner, sheet.table.kind, row) {
            planner.mean(id, row.row);
        }
    }
}

/// The records that a row means: its project, and what of that or of its
/// enterprise is of the row's day.
fn of(planner: &Planner, kind: &'static str, row: &LedgerRow) -> Vec<Uuid> {
    project(planner, row)
        .into_iter()
        .chain(listed(planner, kind, row))
        .collect()
}

/// What a row lists that stands already: what of its project or its enterprise
/// is of its day, else the listing of its key project.
pub(in crate::import) fn listed(
    planner: &Planner,
    kind: &'static str,
    row: &LedgerRow,
) -> Vec<Uuid> {
    let project = project(planner, row);
    if kind == KEY_PROJECT.name {
        let listings = |project| planner.children(KEY_PROJECT.name, project);
        return project.map(listings).unwrap_or_default();
    }
    let by_day = BY_DAY.iter().find(|(child, ..)| *child == kind);
    let children = by_day.and_then(|(child, parent, day, telling)| {
        let parent = match *parent {
            "project" => project,
            _ => enterprise(planner, row),
        }?;
        let told: Option<Vec<(&str, Json)>> = std::iter::once(day)
            .chain(*telling)
            .map(|field| Some((*field, said(row, child, field)?)))
            .collect();
        let told = told?;
        let mut children = planner.children(child, parent);
        children.retain(|id| {
            let mut told = told.iter();
            told.all(|(field, value)| planner.value(*id, field) == Some(value))
        });
        Some(children)
    });
    children.unwrap_or_default()
}

/// The project of the row's number, else that of its name and investor.
pub(super) fn project(planner: &Planner, row: &LedgerRow) -> Option<Uuid> {
    let register = &planner.register;
    let find = |field| register.find("project", field, cell_text(row, "project", field)?);
    let by_name = || {
        let found = find("name")?;
        let investor = register.place(found).and_then(|place| place.investor);
        let own = enterprise(planner, row);
        let is_other = own.is_some() && investor.is_some() && own != investor;
        (!is_other).then_some(found)
    };
    let number = cell_text(row, "project", "project_no");
    let by_number = find("project_no").filter(|_| !number.is_some_and(likeness::is_ordinal));
    by_number.or_else(by_name)
}

/// The enterprise of the row.
fn enterprise(planner: &Planner, row: &LedgerRow) -> Option<Uuid> {
    let register = &planner.register;
    let find = |kind, field, by| register.find("enterprise", by, cell_text(row, kind, field)?);
    find("enterprise", "uscc", "uscc")
        .or_else(|| find("enterprise", "name", "name"))
        .or_else(|| find("lead", "enterprise", "name"))
        .or_else(|| find("visit", "enterprise", "name"))
}

/// What a row says of a field, as a record has it.
pub(in crate::import) fn said(
    row: &LedgerRow,
    kind: &'static str,
    field: &'static str,
) -> Option<Json> {
    let target = Target { kind, field };
    let shape = &target.declared()?.shape;
    Some(row.cells.get(&target)?.to_json(shape))
}
