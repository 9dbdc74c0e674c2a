//! A project in two rows, one with the days planned and one with those that
//! came true; a column of its own says which: 计划, 实际.

use suoji_model::{Cell, Value};

use crate::book::{Raw, Row, Sheet};
use crate::cells::null;
use crate::cells::text::{tidy, tight};
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::values;
use crate::ledger::heads::planned;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What the second of the rows is among those that are no records.
pub(crate) const KIND: &str = "planned_and_actual";

const NAME: Target = target("project", "name");
const NOTE: Target = target("key_project", "note");

/// Gives its role to a column that calls every row planned or actual.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let tells = |column: &&mut Mapped| {
        let said = values(sheet, block, column.number);
        let said: Vec<_> = said.into_iter().map(is_planned).collect();
        let both = said.contains(&Some(true)) && said.contains(&Some(false));
        both && !said.contains(&None) && column.column.reason != "told"
    };
    if let Some(column) = columns.iter_mut().find(tells) {
        column.role = Some(Role::Planned);
        column.column.target = None;
        "row_planned".clone_into(&mut column.column.reason);
    }
}

/// Whether a cell says 计划, or 实际, and nothing else.
fn is_planned(raw: &Raw) -> Option<bool> {
    let text = tight(&raw.display());
    let bare = ["时间", "日期", "节点", "进度", "完成", "情况"]
        .iter()
        .find_map(|word| text.strip_suffix(word));
    match bare.unwrap_or(&text) {
        "计划" | "预计" | "目标" => Some(true),
        "实际" => Some(false),
        _ => None,
    }
}

/// Whether the row tells what came true of the project that the row above it
/// has planned.
pub(super) fn is_second(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let of = |role| columns.iter().find(|column| column.role == Some(role));
    let (Some(word), Some(name)) = (of(Role::Planned), of(Role::Field(NAME))) else {
        return false;
    };
    let above = row.number.checked_sub(1).and_then(|above| sheet.row(above));
    above.is_some_and(|above| {
        let said = [above, row].map(|row| is_planned(row.cell(word.number)));
        let (own, other) = (above.cell(name.number), row.cell(name.number));
        let is_same = other.is_blank() || tight(&own.display()) == tight(&other.display());
        said == [Some(true), Some(false)] && !own.is_blank() && is_same
    })
}

/// Moves days that the row calls planned, and adds what the second row tells.
pub(crate) fn read(line: &mut Line<'_>) {
    let word = line.column(Role::Planned);
    if word.and_then(|word| is_planned(line.raw(word))) != Some(true) {
        return;
    }
    plan(line);
    let (sheet, columns) = (line.frame.sheet, line.frame.columns);
    let below = line.row.number.checked_add(1);
    let below = below.and_then(|below| sheet.row(below));
    if let Some(row) = below.filter(|row| is_second(sheet, columns, row)) {
        came_true(line, row);
    }
}

/// The row's days are planned ones.
fn plan(line: &mut Line<'_>) {
    for (done, planned) in planned::DAYS {
        if let Some(cell) = line.cells.remove(&done)
            && *line.get(planned) == Cell::Blank
        {
            line.cells.insert(planned, cell);
        }
    }
}

/// Adds the days of the second row, and what the first leaves open. What has
/// no field stands in the note.
fn came_true(line: &mut Line<'_>, row: &Row) {
    let mut rest = Vec::new();
    for column in line.frame.columns {
        let raw = row.cell(column.number);
        if null::read(raw).is_some() {
            continue;
        }
        match column.role {
            None => {
                let head = column.column.head.rsplit('▸').next().unwrap_or_default();
                rest.push(format!("{head}{}", tidy(&raw.display(), false)));
            }
            Some(Role::Field(field)) if *line.get(field) == Cell::Blank => {
                if let Some(reading) = line.reading_of(field, raw, line.context(column)) {
                    line.keep(column, field, reading);
                }
            }
            _ => {}
        }
    }
    if rest.is_empty() {
        return;
    }
    let said = format!("实际：{}", rest.join("，"));
    let note = match line.text(NOTE) {
        Some(before) => format!("{before}\n{said}"),
        None => said,
    };
    line.set(NOTE, Value::Text(note));
}
