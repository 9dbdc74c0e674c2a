//! Two units of one name in a table. Tenants of one unit repeat its area; where
//! the areas differ, two units are called alike, and one would take the place
//! of the other.

use std::collections::HashMap;

use suoji_model::{AreaUnit, Cell, Value};

use super::kinds::Ledger;
use super::words::target;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Target};

const NAME: Target = target("factory_unit", "name");
const AREA: Target = target("factory_unit", "floor_area");
/// What tells units apart.
const NAMES: &[Target] = &[
    target("factory_unit", "park"),
    NAME,
    target("factory_unit", "building"),
    target("factory_unit", "unit_no"),
];

/// The areas of the units of a table, in ten-thousandths of a square metre.
#[derive(Default)]
pub(super) struct Units(HashMap<String, i64>);

impl Units {
    /// Names a problem where the row's unit is called like another one.
    pub(super) fn row(&mut self, ledger: &Ledger, sheet: &str, row: &mut LedgerRow) {
        if ledger.name != "factory_unit" || row.rejected {
            return;
        }
        let text = |target: &Target| row.cells.get(target).and_then(Cell::as_text);
        let names: Vec<&str> = NAMES.iter().filter_map(text).collect();
        let Some(Cell::Known(Value::Area(area), _)) = row.cells.get(&AREA) else {
            return;
        };
        let area = area.scaled_in(AreaUnit::Sqm);
        let known = *self.0.entry(names.join("▸")).or_insert(area);
        if known != area {
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
    }
}
