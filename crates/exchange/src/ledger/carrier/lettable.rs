//! All that can ever be let of a building, 可租售面积 beside 已租售面积: what is
//! left of it is vacant. Alone, or where both fit in the building together, it
//! is what can still be let.

use suoji_model::{Area, AreaUnit, Cell, Value};

use super::{TAKEN, WHOLE};
use crate::book::{Row, Sheet};
use crate::cells;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::rows;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const VACANT: Target = target("factory_unit", "vacant_area");
const RATE: Target = target("factory_unit", "occupancy_rate");
const NOTE: Role = Role::Append(target("factory_unit", "note"));

/// How the headings of such areas begin.
const HEADS: &[&str] = &[
    "可租",
    "可出租",
    "可售",
    "可出售",
    "可供租",
    "可供出租",
    "可利用",
    "可使用",
];

fn is_lettable(column: &Mapped) -> bool {
    HEADS
        .iter()
        .any(|head| column.column.head.starts_with(head))
}

/// Takes such a column for the whole that it is where its values show it.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let of = |target: Target| {
        let mut all = columns.iter();
        all.position(|column| column.role == Some(Role::Field(target)))
    };
    let Some(at) = of(VACANT).filter(|at| is_lettable(&columns[*at])) else {
        return;
    };
    let (whole, rate) = (of(WHOLE), of(RATE));
    let taken: Vec<usize> = TAKEN.iter().filter_map(|area| of(*area)).collect();
    if taken.is_empty() {
        return;
    }
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let (mut shown, mut denied) = (false, false);
    for row in &sheet.rows[below..] {
        if rows::skip(sheet, block, columns, row).is_some() {
            continue;
        }
        let value = |at: &usize| value(&columns[*at], row);
        let Some(all) = value(&at) else {
            continue;
        };
        let taken: i128 = taken.iter().filter_map(value).sum();
        let over = |whole: i128| whole > 0 && all + taken > whole + whole / 50;
        let rated = |rate: i128| {
            // The rate is in hundredths of a percent.
            rate < 10_000 && taken > 0 && (all * rate - taken * 10_000).abs() <= all * 100
        };
        shown |= whole.as_ref().and_then(value).is_some_and(over);
        shown |= rate.as_ref().and_then(value).is_some_and(rated);
        denied |= taken > all + all / 50;
    }
    if shown && !denied {
        let column = &mut columns[at];
        column.role = Some(NOTE);
        column.column.target = None;
        "joined_text".clone_into(&mut column.column.reason);
    }
}

/// A cell's exact area in ten-thousandths of a square metre, or its number.
pub(crate) fn value(column: &Mapped, row: &Row) -> Option<i128> {
    let target = column.target()?;
    let raw = row.cell(column.number);
    match cells::read(target.kind, target.declared()?, raw, column.context).cell {
        Cell::Known(Value::Area(area), None) => Some(area.scaled_in(AreaUnit::Sqm).into()),
        Cell::Known(Value::Number(number), None) => Some(number.into()),
        _ => None,
    }
}

/// What is left of all that can be let is vacant.
pub(super) fn left(line: &mut Line<'_>) {
    let mut columns = line.frame.columns.iter();
    let column = columns.find(|one| one.role == Some(NOTE) && is_lettable(one));
    let Some(column) = column.filter(|_| *line.get(VACANT) == Cell::Blank) else {
        return;
    };
    let reading = line.reading(column, VACANT, line.context(column));
    let Some(Cell::Known(Value::Area(all), None)) = reading.map(|one| one.cell) else {
        return;
    };
    let taken = TAKEN.iter().filter_map(|area| match line.get(*area) {
        Cell::Known(Value::Area(area), None) => Some(area.scaled_in(AreaUnit::Sqm)),
        _ => None,
    });
    let scaled = all.scaled_in(AreaUnit::Sqm) - taken.sum::<i64>();
    if scaled >= 0 {
        let unit = AreaUnit::Sqm;
        line.set(VACANT, Value::Area(Area { scaled, unit }));
    }
}
