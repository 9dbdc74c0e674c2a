//! 当前阶段 of a key project: where no column says whether it is planned, being
//! built or finished, its stage does.

use suoji_model::Cell;

use crate::cells::Context;
use crate::ledger::line::Line;
use crate::ledger::words::target;

/// Takes from the stage which works the row is of, unless its sheet, its
/// section or a column says that.
pub(super) fn read(line: &mut Line<'_>) {
    let stage = target("project", "stage");
    let kind = target("key_project", "ledger_kind");
    let mut given = line.frame.given.iter();
    let supposed = given.any(|one| one.target == kind && one.is_supposed);
    if line.column_of(kind).is_some() || *line.get(kind) != Cell::Blank && !supposed {
        return;
    }
    let Some(column) = line.column_of(stage) else {
        return;
    };
    let said = line.reading_of(kind, line.raw(column), Context::default());
    let Some(Cell::Known(value, _)) = said.map(|reading| reading.cell) else {
        return;
    };
    line.set(kind, value);
    line.problems
        .retain(|one| one.field != Some(stage) || one.reason != "choice_unknown");
}
