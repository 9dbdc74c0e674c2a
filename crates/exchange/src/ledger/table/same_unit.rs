//! Two units of one name in a table. Tenants of one unit repeat its area; where
//! the areas differ, two units are called alike, and one would take the place
//! of the other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use suoji_model::{AreaUnit, Cell, Value};

use crate::ledger::kinds::Ledger;
use crate::ledger::words::target;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Target};

const NAME: Target = target("factory_unit", "name");
pub(super) const AREA: Target = target("factory_unit", "floor_area");
/// What tells units apart.
pub(super) const NAMES: &[Target] = &[
    target("factory_unit", "park"),
    NAME,
    target("factory_unit", "building"),
    target("factory_unit", "unit_no"),
];

/// The units of a table, with areas in ten-thousandths of a square metre.
#[derive(Default)]
pub(super) struct Units(HashMap<String, Known>);

/// A unit that stands in a row.
struct Known {
    area: i64,
    /// Whether such a row counts.
    counts: bool,
}

impl Units {
    /// Names a problem where the row's unit is called like another one; whether
    /// it repeats the area of one that counts above.
    pub(super) fn row(&mut self, ledger: &Ledger, sheet: &str, row: &mut LedgerRow) -> bool {
        if ledger.name != "factory_unit" || row.rejected {
            return false;
        }
        let text = |target: &Target| row.cells.get(target).and_then(Cell::as_text);
        let names: Vec<&str> = NAMES.iter().filter_map(text).collect();
        let Some(Cell::Known(Value::Area(area), _)) = row.cells.get(&AREA) else {
            return false;
        };
        let area = area.scaled_in(AreaUnit::Sqm);
        let counts = row.uncounted.is_none();
        let known = match self.0.entry(names.join("▸")) {
            Entry::Vacant(place) => {
                place.insert(Known { area, counts });
                return false;
            }
            Entry::Occupied(known) => known.into_mut(),
        };
        let is_again = known.area == area && known.counts;
        known.counts |= counts;
        if known.area != area {
            row.problems.push(Problem {
                sheet: sheet.to_owned(),
                row: row.row,
                column: String::new(),
                field: Some(NAME),
                reason: "unit_named_twice",
                level: Level::Must,
                raw: text(&NAME).unwrap_or_default().to_owned(),
            });
        }
        is_again
    }
}
