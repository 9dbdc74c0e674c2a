//! The unit of areas of buildings, which are all in one unit: that of another
//! column of the table, or the one that the cells of another name.

use suoji_model::Shape;

use super::look::values;
use super::{Mapped, shape};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::ledger::block::Block;

/// Gives areas without a unit that of the others, if these have but one.
pub(super) fn share_unit(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let is_area = |column: &Mapped| shape(column.role) == Some(Shape::Area);
    let known = columns.iter().filter(|column| is_area(column));
    let mut units: Vec<Unit> = known.filter_map(|column| column.unit).collect();
    let mut own: Vec<u32> = Vec::new();
    if units.is_empty() {
        for column in columns.iter().filter(|column| is_area(column)) {
            if let Some(unit) = in_cells(sheet, block, column.number) {
                own.push(column.number);
                units.push(unit);
            }
        }
    }
    let Some(unit) = units
        .first()
        .filter(|unit| units.iter().all(|one| one == *unit))
    else {
        return;
    };
    // Where all names a unit, or nothing stands, none is lacking.
    let lacks = |number: u32| {
        let values = values(sheet, block, number);
        !own.contains(&number) && values.iter().any(|raw| tight(&raw.display()) != "0")
    };
    let open = |column: &&mut Mapped| is_area(column) && (own.is_empty() || lacks(column.number));
    for column in columns.iter_mut().filter(open) {
        column.unit.get_or_insert(*unit);
        column.context.unit = column.unit;
        column.column.unit = column.unit.map(|unit| unit.name);
    }
}

/// The unit that every cell of a column names behind its number: `320㎡`.
fn in_cells(sheet: &Sheet, block: &Block, column: u32) -> Option<Unit> {
    let values = values(sheet, block, column);
    let named = values.iter().map(|raw| {
        let text = tight(&raw.display());
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let unit = unit::parse(rest).filter(|_| rest.len() < text.len())?;
        matches!(unit.measure, Measure::Area(_)).then_some(unit)
    });
    let units: Option<Vec<Unit>> = named.collect();
    let units = units?;
    let first = *units.first()?;
    units.iter().all(|unit| *unit == first).then_some(first)
}
