//! Several tenants in one cell, and what each of them has in as many lines of
//! the cells beside it: `甲公司⏎乙公司 | 1000⏎800 | 2022.1.1-2024.12.31⏎2023.3.1-…`.

use suoji_model::{Area, AreaUnit, Cell, Value};

use super::TAKEN;
use crate::book::Raw;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const TENANT: Target = target("lease", "tenant");
const START: Target = target("lease", "start_date");
const END: Target = target("lease", "end_date");
const SIGNS: &[char] = &['\n', '、', '；', ';'];

/// Adds the areas up, and keeps the terms in the note: a unit is let to all of
/// them together.
pub(super) fn read(line: &mut Line<'_>) {
    let Some(tenants) = line.column_of(TENANT) else {
        return;
    };
    let many = parts(line, tenants).len();
    if many < 2 {
        return;
    }
    for area in TAKEN {
        let Some(column) = line.column_of(area) else {
            continue;
        };
        if let Some(scaled) = sum(line, column, area, many) {
            forget(line, column);
            let unit = AreaUnit::Sqm;
            line.set(area, Value::Area(Area { scaled, unit }));
        }
    }
    let dates = [Role::Span(START, END), Role::Field(START), Role::Field(END)];
    for role in dates {
        let Some(column) = line.column(role) else {
            continue;
        };
        if parts(line, column).len() == many {
            forget(line, column);
            line.cells.remove(&START);
            line.cells.remove(&END);
            line.append(column, target(line.frame.ledger.kind().name, "note"));
            line.report(Some(column), Some(START), "terms_of_several", Level::Should);
        }
    }
}

/// What stands in the lines of a cell.
fn parts(line: &Line<'_>, column: &Mapped) -> Vec<String> {
    let text = line.raw(column).display();
    let parts = text.split(SIGNS).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The areas in a cell with so many lines, together, in ten-thousandths of a
/// square metre.
fn sum(line: &Line<'_>, column: &Mapped, field: Target, many: usize) -> Option<i64> {
    let parts = parts(line, column);
    if parts.len() != many {
        return None;
    }
    let mut areas = parts.iter().map(|part| {
        let reading = line.reading_of(field, &Raw::text(part), line.context(column))?;
        match reading.cell {
            Cell::Known(Value::Area(area), None) => Some(area.scaled_in(AreaUnit::Sqm)),
            _ => None,
        }
    });
    areas.try_fold(0_i64, |sum, area| sum.checked_add(area?))
}

/// Takes back what was told of the cell as one value.
fn forget(line: &mut Line<'_>, column: &Mapped) {
    let letter = &column.column.letter;
    line.problems.retain(|one| one.column != *letter);
}
