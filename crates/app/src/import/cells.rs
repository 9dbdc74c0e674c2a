//! A row's cells as the values of a record.

use serde_json::json;
use suoji_exchange::{LedgerRow, Target};
use suoji_model::log::Values;
use suoji_model::{Cell, Kind, Shape, kinds};
use uuid::Uuid;

use super::planner::Planner;
use super::rows::links;

/// The row's values of one kind, references left out.
pub(super) fn own(row: &LedgerRow, kind: &Kind) -> Values {
    let mut values = Values::new();
    for (target, cell) in &row.cells {
        let Some(field) = target.declared().filter(|_| target.kind == kind.name) else {
            continue;
        };
        if !matches!(field.shape, Shape::Ref(_)) && *cell != Cell::Blank {
            values.insert(field.name.to_owned(), cell.to_json(&field.shape));
        }
    }
    values
}

/// The row's values of one kind with its references: names found or planned.
/// Fields among `but` are left to the caller.
pub(super) fn with_references(
    planner: &mut Planner,
    row: &LedgerRow,
    kind: &Kind,
    but: &[&str],
) -> Values {
    let mut values = own(row, kind);
    for (target, cell) in &row.cells {
        let field = target.declared().filter(|_| target.kind == kind.name);
        let (Some(field), Some(name)) = (field, cell.as_text()) else {
            continue;
        };
        let Shape::Ref(to) = field.shape else {
            continue;
        };
        let to = kinds::find(to).filter(|_| !but.contains(&field.name));
        let made = |to: &&Kind| to.title == "name" && !links::is_found(kind.name, field.name);
        if let Some(to) = to.filter(made) {
            let id = planner.named(to, name, role(field.name));
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

/// The text of a cell.
pub(super) fn cell_text<'r>(
    row: &'r LedgerRow,
    kind: &'static str,
    field: &'static str,
) -> Option<&'r str> {
    row.cells.get(&Target { kind, field })?.as_text()
}

/// A text among values.
pub(super) fn text(values: &Values, name: &str) -> Option<String> {
    values.get(name)?.as_str().map(str::to_owned)
}

/// Sets a reference, when there is one.
pub(super) fn insert(values: &mut Values, name: &str, id: Option<Uuid>) {
    if let Some(id) = id {
        values.insert(name.to_owned(), json!(id));
    }
}

/// The first day of a date among values, as it compares.
pub(super) fn day(value: Option<&serde_json::Value>) -> Option<String> {
    let text = value?.get("date")?.as_str()?;
    let date = suoji_model::PartialDate::parse(text)?;
    Some(date.start().to_string())
}
