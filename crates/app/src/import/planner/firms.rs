//! The enterprises of the desk whose names are compared with those that rows
//! name.

use std::collections::HashSet;

use suoji_model::kinds::ENTERPRISE;
use suoji_store::Running;
use uuid::Uuid;

use super::super::source::Sheet;
use super::Planner;
use crate::fault::Fault;

/// Reads the firms of projects that several are called like, that a list of key
/// projects names, or that a row says are another's; of payments with a row's voucher; and those with a row's
/// telephone number.
pub(super) async fn load(
    planner: &mut Planner,
    run: &mut Running<'_>,
    sheet: &Sheet<'_>,
    by_phone: &[Uuid],
    payments: &[Uuid],
) -> Result<(), Fault> {
    let mut firms: HashSet<Uuid> = match sheet.table.kind {
        "lead" => by_phone.iter().copied().collect(),
        _ => HashSet::new(),
    };
    for row in &sheet.table.rows {
        let Some(name) = super::super::cells::cell_text(row, "project", "name") else {
            continue;
        };
        let called: Vec<Uuid> = planner.register.projects_called(name).collect();
        let firm = super::super::cells::cell_text(row, "enterprise", "name");
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
    let payers = payments.iter().filter_map(|id| planner.text(*id, "payer"));
    firms.extend(payers.filter_map(|payer| Uuid::parse_str(payer).ok()));
    firms.retain(|firm| planner.text(*firm, "name").is_none());
    let firms = firms.iter().map(Uuid::to_string);
    let found = run.records_by(&ENTERPRISE, "id", firms).await?;
    planner.take(found);
    Ok(())
}
