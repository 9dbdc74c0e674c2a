//! Values that an earlier state of the file gave and its rows no longer do.

use std::collections::HashSet;

use serde_json::Value as Json;
use suoji_exchange::{LedgerRow, Target};
use suoji_model::Cell;
use suoji_model::log::Values;
use suoji_store::Written;

use super::super::source::Sheet;
use super::states::States;
use super::{RowTold, Told};

/// A field of which a row of a ledger sent again says nothing, though it has a
/// column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Blank {
    target: Target,
    /// Place among the columns of the table.
    column: u16,
}

/// A value that stands and that the row it came from no longer gives.
#[derive(Debug, Clone)]
pub(in crate::import) struct Blanked {
    pub(in crate::import) row: u32,
    pub(in crate::import) column: u16,
    pub(in crate::import) target: Target,
    pub(in crate::import) old: Json,
}

/// What a row says nothing of. One of several records in a row has its own
/// columns.
pub(super) fn of_row(sheet: &Sheet<'_>, row: &LedgerRow) -> Vec<Blank> {
    if row.part.is_some() {
        return Vec::new();
    }
    let columns = (0u16..).zip(&sheet.table.columns);
    let blank = columns.filter_map(|(at, column)| {
        let target = column.target?;
        let says = matches!(row.cells.get(&target), Some(Cell::Known(..)));
        let says = says || row.text(usize::from(at)).is_some() && !is_absent(row, target);
        (!says).then_some(Blank { target, column: at })
    });
    blank.collect()
}

fn is_absent(row: &LedgerRow, target: Target) -> bool {
    matches!(row.cells.get(&target), Some(Cell::Absent(_)))
}

/// What the rows that told of a record leave blank of what stands in it.
pub(super) fn of_told<'r>(
    told: &'r Told,
    rows: &'r [RowTold],
    standing: &'r Values,
) -> impl Iterator<Item = Blanked> + use<'r> {
    let known = |value: Option<&Json>| {
        value.is_some_and(|value| {
            !value.is_null() && value.get("absent").is_none() && *value != Json::Bool(false)
        })
    };
    let rows = told.rows.iter().filter_map(|row| rows.get(*row));
    let mut seen = HashSet::new();
    let blanks = rows.flat_map(|row| row.blank.iter().map(|blank| (row.row, *blank)));
    blanks.filter_map(move |(row, Blank { target, column })| {
        let field = target.declared()?;
        let is_own = told.kind.name == target.kind && !field.required && !told.is_listed_before;
        let says = told.values.get(target.field);
        if !is_own || known(says) || !known(standing.get(target.field)) {
            return None;
        }
        seen.insert(target.field).then(|| Blanked {
            row,
            column,
            target,
            old: standing.get(target.field).cloned().unwrap_or_default(),
        })
    })
}

/// Whether a value came from an earlier state of the file.
pub(super) fn is_of_file(history: Option<&Vec<Written>>, states: &States, file: &str) -> bool {
    let last = history.and_then(|history| history.last()?.file.as_ref());
    last.is_some_and(|(earlier, _)| states.have(earlier, file))
}

/// The key of what is asked about the column of a file.
pub(in crate::import) fn key(file: &str, head: &str) -> String {
    format!("{KEY}:{file}:{head}")
}

/// What the keys of such questions begin with.
pub(in crate::import) const KEY: &str = "blanked";
/// The answer that lets the value stay, which is also done when nobody answers.
pub(in crate::import) const KEEP: &str = "keep";
/// The answer that takes the value away.
pub(in crate::import) const CLEAR: &str = "clear";
