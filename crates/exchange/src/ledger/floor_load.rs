//! What a floor bears, in tonnes a square metre: `2000` under 楼面荷载（kg/㎡） is 2.

use suoji_model::{Cell, Value};

use super::line::Line;
use super::words::target;
use crate::cells::text::tight;
use crate::table::Target;

const LOAD: Target = target("factory_unit", "floor_load");

/// What one tonne is in other units; ten kilonewtons weigh one.
const IN_TONNE: &[(&str, i64)] = &[
    ("kn/", 10),
    ("千牛", 10),
    ("kg/", 1_000),
    ("公斤", 1_000),
    ("千克", 1_000),
    ("kg", 1_000),
    ("kn", 10),
];

/// Counts a load in tonnes that the heading counts in another unit.
pub(super) fn read(line: &mut Line<'_>) {
    let Some(column) = line.column_of(LOAD) else {
        return;
    };
    let head = tight(&column.column.head).to_ascii_lowercase();
    let unit = IN_TONNE.iter().find(|(unit, _)| head.contains(unit));
    if let Some((_, many)) = unit
        && let Cell::Known(Value::Number(load), mark) = line.get(LOAD).clone()
    {
        // Both are in hundredths.
        let load = Value::Number((load + many / 2) / many);
        line.cells.insert(LOAD, Cell::Known(load, mark));
    }
}
