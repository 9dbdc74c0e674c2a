//! What a floor bears, in tonnes a square metre: `2000` under 楼面荷载（kg/㎡） is 2.

use suoji_model::{Cell, Value};

use crate::book::Raw;
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const LOAD: Target = target("factory_unit", "floor_load");

/// What one tonne is in other units; ten kilonewtons weigh one.
const IN_TONNE: &[(&str, i64)] = &[
    ("kn", 10),
    ("千牛", 10),
    ("kg", 1_000),
    ("公斤", 1_000),
    ("千克", 1_000),
];

/// Counts a load in tonnes that the cell or its heading counts in another unit.
pub(super) fn read(line: &mut Line<'_>) {
    let Some(column) = line.column_of(LOAD) else {
        return;
    };
    let own = counted(&line.raw(column).display());
    if let Some((number, _)) = &own {
        let reading = line.reading_of(LOAD, &Raw::text(number.trim()), Context::default());
        let Some(reading) = reading.filter(|reading| matches!(reading.cell, Cell::Known(..)))
        else {
            return;
        };
        line.cells.insert(LOAD, reading.cell);
        line.problems
            .retain(|one| one.field != Some(LOAD) || one.reason != "number_in_words");
    }
    if let Some((_, many)) = own.or_else(|| counted(&column.column.head))
        && let Cell::Known(Value::Number(load), mark) = line.get(LOAD).clone()
    {
        // Both are in hundredths.
        let load = Value::Number((load + many / 2) / many);
        line.cells.insert(LOAD, Cell::Known(load, mark));
    }
}

/// What stands before a unit, and how many of it are a tonne: `800kg/㎡`.
fn counted(text: &str) -> Option<(String, i64)> {
    let text = tight(text).to_ascii_lowercase();
    let unit = |(unit, many): &(&str, i64)| Some((text.split_once(unit)?.0.to_owned(), *many));
    IN_TONNE.iter().find_map(unit)
}
