//! One row of a signing ledger: an agreement, its project, the investor, the
//! contact, and whom they name.

use serde_json::json;
use suoji_exchange::{LedgerRow, Level, Problem, Table, Target};
use suoji_model::kinds::{AGREEMENT, CONTACT, ENTERPRISE, PROJECT};
use suoji_model::log::Values;
use suoji_model::{Kind, Shape, kinds};
use uuid::Uuid;

use super::registry::Registry;
use super::{Fate, own_values, row_problem};
use crate::fault::Fault;

/// The reason given to a row whose project may repeat another.
pub(super) const DUPLICATE: &str = "duplicate_project";
/// The reason given to a value that a person changed after an import.
const KEPT: &str = "kept_edit";

/// Plans the records of one row.
pub(super) async fn import_row(
    registry: &mut Registry<'_>,
    table: &Table,
    row: &LedgerRow,
    found: &mut Vec<Problem>,
) -> Result<Fate, Fault> {
    let mut changes = Changes::default();
    let party = party(registry, row, &mut changes).await?;
    let contact = contact(registry, row, party, &mut changes).await?;
    let project = project(registry, table, row, party, found, &mut changes).await?;

    let mut values = own_values(row, &AGREEMENT);
    values.extend(references(registry, row, &AGREEMENT));
    values.insert("project".to_owned(), json!(project));
    insert(&mut values, "party", party);
    insert(&mut values, "contact", contact);
    let fate = match same_agreement(registry, project, &values) {
        Some(id) => {
            changes.note(registry.update(&AGREEMENT, id, values).await?);
            if changes.any {
                Fate::Updated
            } else {
                Fate::Unchanged
            }
        }
        None => {
            registry.create(&AGREEMENT, values);
            Fate::Created
        }
    };
    found.extend(
        changes
            .kept
            .into_iter()
            .map(|field| row_problem(table, row.row, KEPT, Level::Should, field)),
    );
    Ok(fate)
}

/// Whether a row changed anything, and what it left as it was.
#[derive(Default)]
struct Changes {
    any: bool,
    kept: Vec<String>,
}

impl Changes {
    fn note(&mut self, (any, kept): (bool, Vec<String>)) {
        self.any |= any;
        self.kept.extend(kept);
    }
}

/// The enterprise that signs: by code, else by name.
async fn party(
    registry: &mut Registry<'_>,
    row: &LedgerRow,
    changes: &mut Changes,
) -> Result<Option<Uuid>, Fault> {
    let values = own_values(row, &ENTERPRISE);
    let Some(name) = text(&values, "name") else {
        return Ok(None);
    };
    let by_code = text(&values, "uscc").and_then(|code| registry.find(&ENTERPRISE, "uscc", &code));
    let known = by_code.or_else(|| registry.find(&ENTERPRISE, "name", &name));
    Ok(Some(match known {
        Some(id) => {
            let mut told = values;
            // A company found by its code keeps the name it has.
            told.remove("name");
            changes.note(registry.update(&ENTERPRISE, id, told).await?);
            id
        }
        None => registry.create(&ENTERPRISE, values),
    }))
}

/// The contact of that name at that enterprise.
async fn contact(
    registry: &mut Registry<'_>,
    row: &LedgerRow,
    party: Option<Uuid>,
    changes: &mut Changes,
) -> Result<Option<Uuid>, Fault> {
    let mut values = own_values(row, &CONTACT);
    let Some(name) = text(&values, "name") else {
        return Ok(None);
    };
    insert(&mut values, "enterprise", party);
    let known = registry.find(&CONTACT, "name", &name).filter(|id| {
        let enterprise = registry
            .values(*id)
            .and_then(|values| values.get("enterprise"));
        enterprise == values.get("enterprise")
    });
    Ok(Some(match known {
        Some(id) => {
            changes.note(registry.update(&CONTACT, id, values).await?);
            id
        }
        None => registry.create(&CONTACT, values),
    }))
}

/// The project: by number, else by name. A new one of an investor who has a
/// like one is kept for review and not counted until somebody decides.
async fn project(
    registry: &mut Registry<'_>,
    table: &Table,
    row: &LedgerRow,
    party: Option<Uuid>,
    found: &mut Vec<Problem>,
    changes: &mut Changes,
) -> Result<Uuid, Fault> {
    let mut values = own_values(row, &PROJECT);
    values.extend(references(registry, row, &PROJECT));
    insert(&mut values, "investor", party);
    let number = text(&values, "project_no");
    let known = match &number {
        Some(number) => registry.find(&PROJECT, "project_no", number),
        None => text(&values, "name").and_then(|name| registry.find(&PROJECT, "name", &name)),
    };
    if let Some(id) = known {
        changes.note(registry.update(&PROJECT, id, values).await?);
        return Ok(id);
    }
    let suspect = party.and_then(|party| like_project(registry, party, &values));
    if let Some(first) = suspect {
        values.insert("suspected_same_as".to_owned(), json!(first));
        values.insert("same_verdict".to_owned(), json!("pending"));
        let name = registry
            .values(first)
            .and_then(|values| text(values, "name"));
        found.push(row_problem(
            table,
            row.row,
            DUPLICATE,
            Level::Must,
            name.unwrap_or_default(),
        ));
    }
    values.insert("stage".to_owned(), json!(stage(row)));
    Ok(registry.create(&PROJECT, values))
}

/// A project of the same investor in the same segment of the same chain.
fn like_project(registry: &Registry<'_>, investor: Uuid, values: &Values) -> Option<Uuid> {
    let place = |values: &Values| (text(values, "chain"), text(values, "chain_node"));
    let here = place(values);
    registry.projects_of(investor).iter().copied().find(|id| {
        registry
            .values(*id)
            .is_some_and(|other| place(other) == here)
    })
}

/// What a signed row says of its project's stage.
fn stage(row: &LedgerRow) -> &'static str {
    let cell = |field| {
        let target = Target {
            kind: AGREEMENT.name,
            field,
        };
        row.cells.get(&target)
    };
    let voided = cell("voided") == Some(&suoji_model::Cell::exact(suoji_model::Value::Flag(true)));
    match cell("agreement_type").and_then(|cell| cell.as_text()) {
        _ if voided => "ended",
        Some("framework" | "intent") => "negotiate",
        _ => "signed",
    }
}

/// The agreement of that type and day that the project already has.
fn same_agreement(registry: &Registry<'_>, project: Uuid, values: &Values) -> Option<Uuid> {
    let same = |id: &&Uuid| {
        registry.values(**id).is_some_and(|other| {
            ["agreement_type", "sign_date"]
                .iter()
                .all(|field| other.get(*field) == values.get(*field))
        })
    };
    registry.agreements_of(project).iter().find(same).copied()
}

/// The row's references of one kind: names found or planned.
fn references(registry: &mut Registry<'_>, row: &LedgerRow, kind: &'static Kind) -> Values {
    let mut values = Values::new();
    for (target, cell) in &row.cells {
        let field = target.declared().filter(|_| target.kind == kind.name);
        let (Some(field), Some(name)) = (field, cell.as_text()) else {
            continue;
        };
        let Shape::Ref(to) = field.shape else {
            continue;
        };
        if let Some(to) = kinds::find(to) {
            let id = registry.named(to, name, role(field.name));
            values.insert(field.name.to_owned(), json!(id));
        }
    }
    values
}

/// What being named in a field says of a record.
fn role(field: &str) -> Values {
    let office_type = match field {
        "resident_office" => "resident",
        "responsible_unit" => "unit",
        _ => return Values::new(),
    };
    Values::from_iter([("office_type".to_owned(), json!(office_type))])
}

fn text(values: &Values, name: &str) -> Option<String> {
    values.get(name)?.as_str().map(str::to_owned)
}

fn insert(values: &mut Values, name: &str, id: Option<Uuid>) {
    if let Some(id) = id {
        values.insert(name.to_owned(), json!(id));
    }
}
