//! Units that change on the way down a sheet: `第二季度（单位：亿元）` below a
//! table in 万元, or headings said again with another unit.

use std::sync::Arc;

use suoji_model::Shape;

use super::above::Above;
use super::{Mapped, is_money, shape};
use crate::book::Row;
use crate::cells::text::tight;
use crate::cells::unit::Unit;
use crate::ledger::heads;

/// The unit of each column, in their order.
pub(crate) type Units = Arc<[Option<&'static str>]>;

/// Whether the column holds what has a unit.
fn measures(column: &Mapped) -> bool {
    is_money(column.role) || shape(column.role) == Some(Shape::Area)
}

/// Gives columns the units that a row without a record names; the units of all
/// columns when any is another than before.
pub(crate) fn told(columns: &mut [Mapped], row: &Row, kind: &str) -> Option<Units> {
    let above = match kind {
        "header" => None,
        _ => Above::said(row),
    };
    if above.is_none() && !matches!(kind, "header" | "section") {
        return None;
    }
    let mut changed = false;
    for column in columns.iter_mut() {
        let said: Option<Unit> = match &above {
            Some(above) if column.borrowed => above.unit(column.role, &column.column.head),
            // A part in foreign money is so below 引资额（万元）, too; the next is not.
            Some(above) if is_money(column.role) => {
                let said = above.unit(column.role, &column.column.head);
                said.filter(|unit| unit.is_foreign())
            }
            Some(_) => None,
            None if kind == "section" => {
                let is_other = !column.borrowed && is_money(column.role);
                let own = column
                    .column
                    .head
                    .rsplit('▸')
                    .find_map(|part| heads::key(part).1);
                own.filter(|_| is_other && column.unit.is_some_and(Unit::is_foreign))
            }
            None if !measures(column) => None,
            None => heads::key(&tight(&row.cell(column.number).display())).1,
        };
        if let Some(unit) = said.filter(|unit| column.unit != Some(*unit)) {
            column.unit = Some(unit);
            column.context.unit = Some(unit);
            changed = true;
        }
    }
    let units = columns.iter().map(|column| Some(column.unit?.name));
    changed.then(|| units.collect())
}
