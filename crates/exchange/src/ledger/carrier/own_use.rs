//! What its owner uses of a unit: `自用` asks whether he has it, or how much of
//! it.

use suoji_model::{AreaUnit, Cell, Value};

use super::{STATE, TAKEN, WHOLE, sqm};
use crate::book::{Raw, Sheet};
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::values;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const VACANT: Target = target("factory_unit", "vacant_area");
const OWN: Role = Role::Tick(STATE, "own_use");
/// What the heading of such a column says.
const HEAD: &str = "自用";

/// Takes such a column for one of areas where its values show it, or the areas
/// that stand beside it below one heading; 1 says yes elsewhere.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let parent = |column: &Mapped| {
        let parts = column.column.head.rsplit_once('▸');
        parts.map(|(above, _)| above.to_owned())
    };
    let whole = columns.iter().filter_map(Mapped::target).zip(&*columns);
    let is_large = |(target, column): (_, &Mapped)| {
        target == WHOLE && column.unit.is_some_and(|unit| unit.power > 0)
    };
    let is_large = whole.into_iter().any(is_large);
    let taken = columns.iter().filter(|column| {
        let target = column.target();
        target.is_some_and(|target| TAKEN.contains(&target))
    });
    let beside: Vec<String> = taken.filter_map(parent).collect();
    for column in columns.iter_mut() {
        if column.role != Some(OWN) || column.column.reason == "told" {
            continue;
        }
        let values = values(sheet, block, column.number);
        let numbers: Vec<f64> = values.iter().filter_map(|raw| number(raw)).collect();
        let is_mark = |number: &f64| *number == 0.0 || *number == 1.0;
        let is_beside = parent(column).is_some_and(|parent| beside.contains(&parent));
        let is_area = is_large || is_beside || !numbers.iter().all(is_mark);
        if numbers.len() == values.len() && is_area && !column.head.contains("是否") {
            column.role = Some(Role::Aside);
            column.column.target = None;
            "kept_as_text".clone_into(&mut column.column.reason);
        }
    }
}

fn has(line: &Line<'_>, field: Target) -> bool {
    *line.get(field) != Cell::Blank
}

fn number(raw: &Raw) -> Option<f64> {
    tight(&raw.display()).parse().ok()
}

/// An area that the owner uses: of a unit that he has all of it is the state,
/// else a remark.
pub(super) fn unit(line: &mut Line<'_>) {
    let mut columns = line.frame.columns.iter();
    let is_one = |column: &&Mapped| {
        column.role == Some(OWN) || column.role == Some(Role::Aside) && column.head.contains(HEAD)
    };
    let Some(column) = columns.find(is_one) else {
        return;
    };
    let whole = line.column_of(WHOLE).and_then(|whole| whole.unit);
    let context = Context {
        unit: column.unit.or(whole),
        ..line.context(column)
    };
    let reading = line.reading_of(WHOLE, line.raw(column), context);
    let Some(Cell::Known(Value::Area(own), None)) = reading.map(|one| one.cell) else {
        return;
    };
    let own = i128::from(own.scaled_in(AreaUnit::Sqm));
    // All that could be let of a building may be less than the whole of it.
    let is_none = |field| sqm(line, field) == Some(0);
    let is_left = is_none(VACANT) && TAKEN.iter().all(|area| !has(line, *area) || is_none(*area));
    let is_all = sqm(line, WHOLE) == Some(own) || is_left;
    if own > 0 && is_all && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("own_use".to_owned()));
        line.cells.retain(|target| target.kind != "lease");
    } else if own > 0 {
        line.append(column, target("factory_unit", "note"));
    }
}
