//! The enterprises of the desk whose names are compared with those that rows
//! name.

use std::collections::HashSet;

use suoji_exchange::Target;
use suoji_model::kinds::{ENTERPRISE, PAYMENT};
use suoji_model::{Cell, Value};
use suoji_store::Running;
use uuid::Uuid;

use super::super::cells::cell_text;
use super::super::source::Sheet;
use super::Planner;
use crate::fault::Fault;

/// The enterprises that rows name by what they were called before.
pub(super) fn former(planner: &Planner, sheet: &Sheet<'_>) -> Vec<Uuid> {
    const FORMER: Target = Target {
        kind: ENTERPRISE.name,
        field: "aliases",
    };
    let rows = sheet.table.rows.iter();
    let names = rows.filter_map(|row| match row.cells.get(&FORMER) {
        Some(Cell::Known(Value::List(names), _)) => Some(names),
        _ => None,
    });
    let found = names
        .flatten()
        .filter_map(|name| planner.register.find(ENTERPRISE.name, "name", name));
    found.collect()
}

/// Reads the firms of projects that several are called like, that a list of key
/// projects names, or that a row says are another's; of payments; and those with a row's
/// telephone number.
pub(super) async fn load(
    planner: &mut Planner,
    run: &mut Running<'_>,
    sheet: &Sheet<'_>,
    (by_phone, former): (&[Uuid], &[Uuid]),
) -> Result<(), Fault> {
    let mut firms: HashSet<Uuid> = match sheet.table.kind {
        "lead" => by_phone.iter().copied().collect(),
        _ => HashSet::new(),
    };
    firms.extend(former);
    for row in &sheet.table.rows {
        let Some(name) = cell_text(row, "project", "name") else {
            continue;
        };
        let called: Vec<Uuid> = planner.register.projects_called(name).collect();
        let firm = cell_text(row, "enterprise", "name");
        let firm = firm.map(|firm| planner.register.find("enterprise", "name", firm));
        let is_others = firm.is_some_and(|firm| {
            let mut places = called.iter().filter_map(|id| planner.register.place(*id));
            places.any(|place| place.investor.is_some() && place.investor != firm)
        });
        if called.len() > 1 || is_others || sheet.table.kind == "key_project" {
            let places = called.iter().filter_map(|id| planner.register.place(*id));
            firms.extend(
                places
                    .flat_map(|place| [place.investor, place.company])
                    .flatten(),
            );
        }
    }
    let paid = planner.standing.values();
    let paid = paid.filter(|record| record.kind.name == PAYMENT.name);
    let payers = paid.filter_map(|record| record.values.get("payer")?.as_str());
    firms.extend(payers.filter_map(|payer| Uuid::parse_str(payer).ok()));
    firms.retain(|firm| planner.text(*firm, "name").is_none());
    let firms = firms.iter().map(Uuid::to_string);
    let found = run.records_by(&ENTERPRISE, "id", firms).await?;
    planner.take(found);
    Ok(())
}

/// Says of which firms the projects will be that no ledger told the firm of.
pub(super) fn of_open_projects(planner: &mut Planner, sheet: &Sheet<'_>) {
    if sheet.names_projects() {
        for row in &sheet.table.rows {
            let firm = cell_text(row, ENTERPRISE.name, "name");
            if let Some((firm, project)) = firm.zip(cell_text(row, "project", "name")) {
                planner.register.will_be_of(firm, project);
            }
        }
    }
}
