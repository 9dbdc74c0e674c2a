//! Columns of two numbers, one of which is counted against the other: `18/24`
//! buildings begun, `8000/20000` done of what was planned.

use suoji_model::{Cell, Shape};

use super::Mapped;
use super::look::values;
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const BUILDINGS: Target = target("key_project", "buildings");
const STARTED: Target = target("key_project", "buildings_started");
const CAPPED: Target = target("key_project", "buildings_capped");
const DONE: Target = target("key_project", "annual_completed_investment");
const PLANNED: Target = target("key_project", "annual_plan_investment");
const AREA: Target = target("key_project", "floor_area");
const AREA_STARTED: Target = target("key_project", "floor_area_started");
const AREA_CAPPED: Target = target("key_project", "floor_area_capped");

const COST: Target = target("key_project", "total_investment");
const FIXED: Target = target("key_project", "fixed_investment");
const EQUIPMENT: Target = target("key_project", "equipment_investment");

const CAPITAL: Target = target("agreement", "contract_capital");
const TOTAL: Target = target("agreement", "contract_total");

/// A part, and the whole that it is counted against.
const PAIRS: &[(Target, Target)] = &[
    (STARTED, BUILDINGS),
    (CAPPED, BUILDINGS),
    (DONE, PLANNED),
    (AREA_STARTED, AREA),
    (AREA_CAPPED, AREA),
    (CAPITAL, TOTAL),
    (EQUIPMENT, COST),
    (FIXED, COST),
];

/// The part and the whole of which the field is one.
pub(super) fn of(field: Target) -> Option<(Target, Target)> {
    let of = |pair: &&(Target, Target)| pair.0 == field || pair.1 == field;
    PAIRS.iter().find(of).copied()
}

/// The two numbers of a cell.
pub(super) fn split(raw: &Raw) -> Option<(Raw, Raw)> {
    let Raw::Text(text) = raw else {
        return None;
    };
    let text = tight(text);
    let (one, other) = text.split_once('/')?;
    let counts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    (counts(one) && counts(other)).then(|| (Raw::text(one), Raw::text(other)))
}

/// Makes pairs of the columns that hold two numbers in most of their cells.
pub(super) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    for column in columns {
        let Some(Role::Field(field)) = column.role else {
            continue;
        };
        let Some((mut part, whole)) = of(field) else {
            continue;
        };
        let values = values(sheet, block, column.number);
        let pairs = values.iter().filter(|raw| split(raw).is_some()).count();
        if pairs == 0 || pairs * 2 < values.len() {
            continue;
        }
        if field == BUILDINGS && column.column.head.contains("封顶") {
            part = CAPPED;
        }
        if field == COST && column.column.head.contains('固') {
            part = FIXED;
        }
        // 总数/开工 has the whole first; 单体 alone says nothing of the order.
        let turned = field == whole && column.head.contains('/');
        if whole == COST && !turned {
            continue;
        }
        let (first, second) = if turned { (whole, part) } else { (part, whole) };
        column.role = Some(Role::Pair(first, second));
        column.column.target = Some(first);
    }
}

/// Reads both numbers; another column that has one of them must say the same.
pub(crate) fn read(line: &mut Line<'_>, column: &Mapped, first: Target, second: Target) {
    let raw = line.raw(column);
    let Some((one, other)) = split(raw) else {
        let reading = line.reading(column, first, line.context(column));
        if let Some(reading) = reading.filter(|_| *line.get(first) == Cell::Blank) {
            line.keep(column, first, reading);
        }
        return;
    };
    for (field, raw) in [(first, one), (second, other)] {
        let Some(reading) = line.reading_of(field, &raw, line.context(column)) else {
            continue;
        };
        match line.get(field) {
            Cell::Blank => line.keep(column, field, reading),
            known if *known == reading.cell => {}
            _ => line.report(Some(column), Some(field), "pair_disagrees", Level::Should),
        }
    }
    exceeds(line, column, first, second);
}

/// No more buildings can be begun than there are.
fn exceeds(line: &mut Line<'_>, column: &Mapped, first: Target, second: Target) {
    let (part, whole) = match of(first) {
        Some((part, _)) if part == first => (first, second),
        _ => (second, first),
    };
    let is_count = part
        .declared()
        .is_some_and(|field| matches!(field.shape, Shape::Number { .. }));
    let number = |target| match line.get(target) {
        Cell::Known(suoji_model::Value::Number(number), _) => Some(*number),
        _ => None,
    };
    if is_count
        && number(part)
            .zip(number(whole))
            .is_some_and(|(part, whole)| part > whole)
    {
        line.report(Some(column), Some(part), "pair_disagrees", Level::Should);
    }
}
