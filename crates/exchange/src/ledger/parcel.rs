//! Rows of a ledger of land (地块台账).

pub(crate) mod holders;
pub(crate) mod supply;

use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::rows::subprojects;
use crate::ledger::words::target;
use crate::table::LedgerRow;

/// Reads a parcel; without a number of its own it is known by its place, and by
/// who holds it.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    supply::said(&mut line);
    let (number, place) = (target("parcel", "parcel_no"), target("parcel", "place"));
    if *line.get(number) == Cell::Blank
        && let Some(place) = line.text(place).map(str::to_owned)
    {
        let name = match holders::of(&line) {
            Some(holder) => format!("{holder} {place}"),
            None => place,
        };
        line.set(number, Value::Text(name));
    }
    subprojects::named(&mut line);
    line.need(&[number], "title_missing");
    line.finish()
}

/// Whether the headings ask for the floor area of what stands there: a list of
/// buildings may say how large their land is, one of land has at most what may
/// be built on it.
pub(super) fn has_buildings(heads: &[String]) -> bool {
    const TO_BUILD: &[&str] = &["规划", "可建", "拟建", "计容", "允许", "计划"];
    let is_built = |head: &String| {
        let head = tight(head);
        head.contains("建筑面积") && !TO_BUILD.iter().any(|word| head.contains(word))
    };
    heads.iter().any(is_built)
}
