//! One row of a list of one kind, such as enterprises or contacts.

use suoji_exchange::{LedgerRow, Level, Problem, Table};
use suoji_model::Kind;

use super::registry::Registry;
use super::{Fate, own_values, row_problem};
use crate::fault::Fault;

/// Plans the record of one row, found by its title.
pub(super) async fn import_row(
    registry: &mut Registry<'_>,
    kind: &'static Kind,
    table: &Table,
    row: &LedgerRow,
    found: &mut Vec<Problem>,
) -> Result<Fate, Fault> {
    let values = own_values(row, kind);
    let Some(title) = values.get(kind.title).and_then(|title| title.as_str()) else {
        found.push(row_problem(table, row.row, "name_missing", Level::Must, ""));
        return Ok(Fate::Rejected);
    };
    let Some(id) = registry.find(kind, kind.title, title) else {
        registry.create(kind, values);
        return Ok(Fate::Created);
    };
    let (changed, kept) = registry.update(kind, id, values).await?;
    let kept = kept.into_iter();
    found.extend(kept.map(|field| row_problem(table, row.row, "kept_edit", Level::Should, field)));
    Ok(if changed {
        Fate::Updated
    } else {
        Fate::Unchanged
    })
}
