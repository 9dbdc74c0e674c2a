//! Periods whose unit stands over their sum alone: `2023年`, `2024年` and
//! `到位资金合计（万元）`.

use super::Mapped;
use crate::cells::unit::Unit;
use crate::ledger::words::Role;

/// Reads such periods in the unit of their sum.
pub(super) fn share(columns: &mut [Mapped]) {
    let is_part = |column: &Mapped| matches!(column.role, Some(Role::Part(_)));
    let sums = columns.iter();
    let sums = sums.filter(|column| matches!(column.role, Some(Role::Sum(_))));
    let units: Vec<Unit> = sums.filter_map(|column| column.unit).collect();
    let mut parts = columns.iter().filter(|column| is_part(column));
    let Some(unit) = units.first().copied() else {
        return;
    };
    let is_one = units.iter().all(|one| *one == unit);
    if !is_one || parts.any(|column| column.context.unit.is_some()) {
        return;
    }
    for column in columns.iter_mut().filter(|column| is_part(column)) {
        column.unit = Some(unit);
        column.context.unit = Some(unit);
        column.column.unit = Some(unit.name);
    }
}
